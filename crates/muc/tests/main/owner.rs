use xmpp_data_forms::form::FormKind;
use xmpp_muc::owner::{Destroy, Query};
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

use crate::{jid, written};

#[test]
fn writes_what_an_owner_asks_for() {
    assert_eq!(
        written(&Query::new()),
        "<query xmlns='http://jabber.org/protocol/muc#owner'/>"
    );
    assert_eq!(
        written(&Query::accept_defaults()),
        "<query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query>"
    );
    assert_eq!(
        written(&Query::cancel()),
        "<query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='cancel'/></query>"
    );
    let mut destroy = Destroy::new();
    destroy.jid = Some(jid("b@rooms.example"));
    destroy.password = Some("p".into());
    destroy.reason = Some("why".into());
    assert_eq!(
        written(&Query::destroy(destroy)),
        "<query xmlns='http://jabber.org/protocol/muc#owner'><destroy jid='b@rooms.example'>\
         <password>p</password><reason>why</reason></destroy></query>"
    );
}

#[test]
fn reads_a_configuration() {
    let query: Query = assert_typed(
        "<query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'>\
         <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>\
         <field var='muc#roomconfig_roomname' type='text-single'><value>Tower</value></field></x></query>",
    );
    let form = query.form.expect("there is a form");
    assert_eq!(form.kind, Some(FormKind::Form));
    assert_eq!(
        form.form_type(),
        Some("http://jabber.org/protocol/muc#roomconfig")
    );
    assert_eq!(query.destroy, None);
}

#[test]
fn keeps_the_configuration_as_it_was_except_for_what_changes() {
    let mut query: Query = from_str(
        "<query xmlns='http://jabber.org/protocol/muc#owner' rev='2'><x xmlns='jabber:x:data' type='form'>\
         <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>\
         <field type='boolean' var='muc#roomconfig_publicroom' label='Public?'><value>1</value></field>\
         <field var='x-vendor' color='red'><value> a </value></field></x><label xmlns='urn:l'/></query>",
    )
    .expect("it is valid");
    let form = query.form.as_mut().expect("there is a form");
    form.set_value("muc#roomconfig_publicroom", "0");
    assert_eq!(
        written(&query),
        "<query xmlns='http://jabber.org/protocol/muc#owner' rev='2'><x xmlns='jabber:x:data' type='form'>\
         <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>\
         <field var='muc#roomconfig_publicroom' type='boolean' label='Public?'><value>0</value></field>\
         <field var='x-vendor' color='red'><value> a </value></field></x><label xmlns='urn:l'/></query>"
    );
}
