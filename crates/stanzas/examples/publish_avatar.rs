//! A user publishes an avatar, a contact hears of it, fetches it, and sees that it is the one that was announced.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;

use xmpp_stanzas::core_stanzas::{Iq, IqKind, Message, Presence};
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::profile::PersonalEvent;
use xmpp_stanzas::profile::avatar::{self, Data, Info, Metadata};
use xmpp_stanzas::profile::vcard_avatar::Update;
use xmpp_stanzas::pubsub::pubsub::{Item, Items, Publish, Pubsub};
use xmpp_stanzas::xml::{self, Base64, Element};

/// Publishes a payload as the item `id` of a node.
fn publish<T: Element>(node: &str, id: &str, payload: &T) -> Result<Iq, Box<dyn Error>> {
    let item = Item::of_id(id).with_payload(payload)?;
    let pubsub = Pubsub::new(Publish::new(node, vec![item]));
    Ok(Iq::new(IqKind::Set, "p1").with_payload(&pubsub)?)
}

/// What the user sends: the image, then what it is like, then its hash for those who look in presence.
fn announce(image: &[u8]) -> Result<[String; 3], Box<dyn Error>> {
    let info = Info::of_png(image).ok_or("too large")?;
    let id = info.id.clone();
    let data = publish(avatar::DATA, &id, &Data::new(Base64(image.to_vec())))?;
    let info = info.with_width(64).with_height(64);
    let metadata = publish(avatar::METADATA, &id, &Metadata::of([info]))?;
    let presence = Presence::new().with_payload(&Update::of_image(image))?;
    Ok([
        xml::to_string(&data)?,
        xml::to_string(&metadata)?,
        xml::to_string(&presence)?,
    ])
}

/// What a contact asks when there is a new avatar, and what was announced of it.
fn ask(notification: &str) -> Result<Option<(Iq, Info)>, Box<dyn Error>> {
    let message: Message = xml::from_str(notification)?;
    for event in PersonalEvent::<Metadata>::all_of(&message, avatar::METADATA)? {
        if let Some(info) = event.payload.published() {
            let items = Items::new(avatar::DATA).with_items([Item::of_id(&info.id)]);
            let mut iq = Iq::new(IqKind::Get, "g1").with_payload(&Pubsub::new(items))?;
            iq.to = event.account.map(Jid::from);
            return Ok(Some((iq, info.clone())));
        }
    }
    Ok(None)
}

/// The image in the answer, if it is the one that was announced.
fn image(
    answer: &str,
    question: &Iq,
    info: &Info,
    account: &Jid,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let answer: Iq = xml::from_str(answer)?;
    if !answer.is_answer_to(question, account) {
        return Err("somebody else has answered".into());
    }
    let pubsub: Pubsub = answer.answer()?.ok_or("an empty answer")?;
    for item in pubsub.items(avatar::DATA) {
        match item.payload::<Data>()? {
            Some(data) if info.describes(&data.content.0) => return Ok(data.content.0),
            _ => {}
        }
    }
    Err("not the image that was announced".into())
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let png = b"\x89PNG\r\n\x1a\n";
    let sent = announce(png)?;
    for stanza in &sent {
        println!("{stanza}");
    }
    let hash = avatar::hash(png).to_string();
    assert!(sent[0].contains("<data xmlns='urn:xmpp:avatar:data'>iVBORw0KGgo=</data>"));
    assert!(sent[1].contains(&format!("<item id='{hash}'>")));
    assert!(sent[2].contains(&format!("<photo>{hash}</photo>")));

    let account = Jid::new("alice@wonderland.example/garden")?;
    let (question, info) = ask(&format!(
        "<message xmlns='jabber:client' from='queen@hearts.example'>\
         <event xmlns='http://jabber.org/protocol/pubsub#event'><items node='urn:xmpp:avatar:metadata'>\
         <item id='{hash}'><metadata xmlns='urn:xmpp:avatar:metadata'>\
         <info bytes='8' id='{hash}' type='image/png'/></metadata></item></items></event></message>"
    ))?
    .ok_or("no avatar")?;
    println!("{}", xml::to_string(&question)?);

    let answer = "<iq xmlns='jabber:client' type='result' id='g1' from='queen@hearts.example'>\
         <pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:avatar:data'>\
         <item id='1'><data xmlns='urn:xmpp:avatar:data'>iVBORw0KGgo=</data></item></items></pubsub></iq>";
    assert_eq!(image(answer, &question, &info, &account)?, png);
    let other = answer.replace("iVBORw0KGgo=", "iVBORw0KGgs=");
    assert!(image(&other, &question, &info, &account).is_err());
    let forged = answer.replace("queen@", "knave@");
    assert!(image(&forged, &question, &info, &account).is_err());
    Ok(())
}
