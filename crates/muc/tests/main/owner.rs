use xmpp_data_forms::form::FormKind;
use xmpp_muc::owner::{Destroy, Query};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, Invalid, Options, Report, from_str, read_with};

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

#[test]
fn does_not_read_two_forms_or_two_ends_of_a_room_as_one_or_none() {
    let options = Options::new().invalid(Invalid::Keep);
    for twice in ["<destroy/>", "<x xmlns='jabber:x:data' type='cancel'/>"] {
        let source =
            format!("<query xmlns='http://jabber.org/protocol/muc#owner'>{twice}{twice}</query>");
        let error = read_with::<Query>(source.as_bytes(), &options, &mut Report::default())
            .expect_err(twice);
        assert!(matches!(error.kind(), ErrorKind::RepeatedChild { .. }));
    }
}
