//! An owner reads a room's configuration, changes one field and sends it back, with everything else as it was.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;

use xmpp_stanzas::core_stanzas::{Iq, IqKind};
use xmpp_stanzas::data_forms::FormType;
use xmpp_stanzas::muc::forms::{MaxUsers, RoomConfig};
use xmpp_stanzas::muc::owner::Query;
use xmpp_stanzas::xml;

/// What the service offers: fields that are registered, one of its own, and one with something foreign in it.
const OFFER: &str = "\
<iq xmlns='jabber:client' from='tower@muc.example' to='me@a.example/x' id='c1' type='result'>\
<query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'>\
<title>The tower</title>\
<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>\
<field var='x-colour' type='text-single' label='Colour'><value>grey</value></field>\
<field var='muc#roomconfig_persistentroom' type='boolean' label='Keep it?'><value>1</value></field>\
<field var='muc#roomconfig_maxusers' type='list-single' label='How many?'>\
<option label='A few'><value>10</value></option><option label='No limit'><value>none</value></option>\
<value>10</value></field>\
<field var='muc#roomconfig_roomname' type='text-single'><hint xmlns='urn:example:hint' n='1'/>\
<value>Tower</value></field>\
</x></query></iq>";

/// The answer of the owner to the offer of the service.
fn answer(offer: &str) -> Result<String, Box<dyn Error>> {
    let mut iq: Iq = xml::from_str(offer)?;
    let query: Query = iq.answer()?.ok_or("no configuration")?;
    let form = query.form.ok_or("nothing can be configured")?;

    let mut config: RoomConfig = form.parse()?;
    for choice in config
        .form
        .field(RoomConfig::MAX_USERS)
        .map(|f| &f.options)
        .into_iter()
        .flatten()
    {
        println!("may be {:?}", choice.label);
    }
    config.max_users = Some(MaxUsers::Unlimited);

    // The changed form in the place of the old one shows that all else is as it was …
    let mut changed = Query::new().with_form(config.to_form());
    changed.extra = query.extra;
    iq.set_payload(&changed)?;
    println!("{}", xml::to_string(&iq)?);

    // … and what is sent has the values alone.
    let set = Iq::new(IqKind::Set, "c2").with_payload(&Query::new().with_form(config.submit()))?;
    Ok(xml::to_string(&set)? + &xml::to_string(&iq)?)
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let sent = answer(OFFER)?;
    println!("{sent}");
    assert!(
        sent.contains(
            "var='muc#roomconfig_maxusers' type='list-single'><value>none</value></field>"
        )
    );
    assert!(sent.contains("<field var='x-colour' type='text-single'><value>grey</value></field>"));
    assert!(
        sent.ends_with(&OFFER.replace("<value>10</value></field>", "<value>none</value></field>"))
    );
    Ok(())
}
