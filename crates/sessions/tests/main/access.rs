use xmpp_core_stanzas::{Iq, IqKind, StanzaError};
use xmpp_sessions::access::{
    Auth, Client, ClientKind, Clients, Grant, PasswordResetRequired, Permission, Revoke, Status,
};
use xmpp_sessions::certificates::{Append, Item, Items};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, from_str};

use crate::{kept, written};

#[test]
fn lists_who_has_access() {
    let clients = Clients::new().with_clients([Client::new(
        "7",
        Auth::new().with_grant(Grant::new()).with_fast(true),
        Permission::new(Status::Normal),
    )
    .with_connected(true)
    .with_kind(ClientKind::Session)]);
    let source = written(&clients);
    assert_eq!(
        source,
        "<clients xmlns='urn:xmpp:cam:0'><client connected='true' id='7' type='session'>\
         <auth><grant/><fast/></auth><permission status='normal'/></client></clients>"
    );
    assert_eq!(assert_typed::<Clients>(&source), clients);
}

#[test]
fn a_client_that_cannot_be_read_is_not_left_out() {
    for client in [
        "<client type='session'><auth/><permission status='normal'/></client>",
        "<client id='7'><permission status='normal'/></client>",
        "<client id='7'><auth/></client>",
        "<client id='7'><auth/><permission/></client>",
    ] {
        let source = format!("<clients xmlns='urn:xmpp:cam:0'>{client}</clients>");
        assert!(from_str::<Clients>(&source).is_err(), "{client}");
        assert!(kept::<Clients>(&source).is_err(), "{client}");
    }
    let source = "<clients xmlns='urn:xmpp:cam:0'><client id='7' connected='perhaps'><first-seen>once</first-seen>\
        <auth/><permission status='normal'/></client></clients>";
    let (clients, problems): (Clients, _) = kept(source).expect("it says who");
    assert_eq!((clients.clients[0].connected, problems), (None, 2));
}

#[test]
fn the_password_is_asked_for_where_it_is_known() {
    let answer: Iq = from_str(
        "<iq xmlns='jabber:client' type='error' id='1'><error type='cancel'>\
         <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
         <password-reset-required xmlns='urn:xmpp:cam:0'/></error></iq>",
    )
    .expect("an iq");
    let error: &StanzaError = answer.error.as_ref().expect("an error");
    assert!(
        error
            .application_condition::<PasswordResetRequired>()
            .is_ok_and(|c| c.is_some())
    );
    let request = Iq::new(IqKind::Set, "2")
        .with_payload(&Revoke::new("7"))
        .expect("an iq");
    assert!(written(&request).contains("<revoke xmlns='urn:xmpp:cam:0' id='7'/>"));
}

#[test]
fn a_certificate_that_lets_in_is_not_left_out() {
    let source =
        "<items xmlns='urn:xmpp:saslcert:1'><item><x509cert>AQID</x509cert></item></items>";
    assert!(kept::<Items>(source).is_err());
    let source = "<items xmlns='urn:xmpp:saslcert:1'><item><name>a</name><x509cert>\n AQ\n ID\n</x509cert></item></items>";
    let items: Items = assert_typed(source);
    assert_eq!(items.items, [Item::new("a", Base64(vec![1, 2, 3]))]);
    assert_eq!(
        written(&Append::new("a", Base64(vec![1])).with_no_cert_management(true)),
        "<append xmlns='urn:xmpp:saslcert:1'><name>a</name><x509cert>AQ==</x509cert><no-cert-management/></append>"
    );
}
