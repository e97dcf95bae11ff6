use xmpp_encryption::explicit::{Encryption, Method};
use xmpp_xml::testing::{assert_lossless, assert_typed};

#[test]
fn calls_known_methods_by_their_own_name() {
    let hint: Encryption = assert_typed(
        "<encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:openpgp:0' name='Plain text'/>",
    );
    assert_eq!(hint.method, Method::OpenPgp);
    assert_eq!(hint.display_name(), Some("OpenPGP for XMPP"));
}

#[test]
fn calls_unknown_methods_as_the_sender_does() {
    let hint = |name: &str| -> Encryption {
        assert_lossless(&format!(
            "<encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:OMEMO:2'{name}/>"
        ))
    };
    assert_eq!(hint(" name='Caesar'").display_name(), Some("Caesar"));
    assert_eq!(hint("").display_name(), None);
    assert_eq!(hint("").method.as_str(), "urn:xmpp:OMEMO:2");
}

#[test]
fn writes_a_method_as_its_namespace() {
    for (method, namespace) in [
        (Method::Otr, "urn:xmpp:otr:0"),
        (Method::LegacyOpenPgp, "jabber:x:encrypted"),
        (Method::OpenPgp, xmpp_encryption::openpgp::NS),
        (Method::LegacyOmemo, xmpp_encryption::legacy_omemo::NS),
        (Method::Omemo1, xmpp_encryption::omemo::NS_1),
        (Method::Omemo, xmpp_encryption::omemo::NS),
    ] {
        assert_eq!(method.as_str(), namespace);
        assert!(method.name().is_some());
    }
}
