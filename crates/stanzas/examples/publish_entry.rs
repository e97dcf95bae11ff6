//! A writer publishes an Atom entry with options, and a reader gets it by a notification.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;

use xmpp_stanzas::core_stanzas::{Iq, IqKind, Message};
use xmpp_stanzas::pubsub::event::Event;
use xmpp_stanzas::pubsub::pubsub::{Item, Publish, PublishOptions, Pubsub};
use xmpp_stanzas::xml::{self, Extra, Xml};

/// The little of Atom (RFC 4287) that is needed here. What else an entry has stays in `extra`.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "http://www.w3.org/2005/Atom", name = "entry", crate = xmpp_stanzas::xml)]
struct Entry {
    #[xml(child_text = "title")]
    title: String,
    #[xml(child_text = "id")]
    id: String,
    #[xml(child_text = "updated")]
    updated: xml::DateTime,
    #[xml(extra)]
    extra: Extra,
}

/// What the writer sends.
fn publish(entry: &Entry) -> Result<String, Box<dyn Error>> {
    let mut item = Item::of_id("first");
    item.set_payload(entry)?;
    let pubsub = Pubsub::new(Publish::new("urn:example:diary", vec![item]))
        .with_publish_options(PublishOptions::public_data("open"));
    Ok(xml::to_string(
        &Iq::new(IqKind::Set, "p1").with_payload(&pubsub)?,
    )?)
}

/// The titles in a notification.
fn titles(message: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let message: Message = xml::from_str(message)?;
    let event: Event = message.payload()?.ok_or("no event")?;
    let mut titles = Vec::new();
    for item in event.items("urn:example:diary") {
        if let Some(entry) = item.payload::<Entry>()? {
            titles.push(entry.title);
        }
    }
    Ok(titles)
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let entry = Entry {
        title: "Fine weather".to_owned(),
        id: "tag:a.example,2026:1".to_owned(),
        updated: "2026-03-20T09:00:00+01:00".parse()?,
        extra: Extra::new(),
    };
    let sent = publish(&entry)?;
    println!("{sent}");
    assert!(sent.contains("<updated>2026-03-20T09:00:00+01:00</updated>"));
    assert!(sent.contains("pubsub#access_model"));

    let titles = titles(
        "<message xmlns='jabber:client' from='a.example'>\
         <event xmlns='http://jabber.org/protocol/pubsub#event'><items node='urn:example:diary'>\
         <item id='first'><entry xmlns='http://www.w3.org/2005/Atom'><title>Fine weather</title>\
         <id>tag:a.example,2026:1</id><updated>2026-03-20T09:00:00+01:00</updated><author/></entry></item>\
         </items></event></message>",
    )?;
    println!("{titles:?}");
    assert_eq!(titles, ["Fine weather"]);
    Ok(())
}
