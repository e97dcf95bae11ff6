use xmpp_jingle::encrypted_transports::{Cipher, Security};
use xmpp_jingle::session::Content;
use xmpp_xml::testing::assert_lossless;

fn security(cipher: &str) -> Security {
    assert_lossless(&format!(
        "<security xmlns='urn:xmpp:jingle:jet:0' name='a' type='urn:example:caesar:3' cipher='{cipher}'>\
         <shifted xmlns='urn:example:caesar:3'/></security>"
    ))
}

#[test]
fn knows_ciphers_however_their_names_are_cut() {
    for name in [
        "urn:xmpp:ciphers:aes-128-gcm-nopadding:0",
        "urn:xmpp:ciphers:aes-128-gcm-nopadding",
        "aes-128-gcm-nopadding:0",
    ] {
        assert_eq!(security(name).cipher(), Cipher::Aes128Gcm, "{name}");
    }
    let cut = security("urn:xmpp:ciphers:aes-256-gcm-nopadding");
    assert_eq!(cut.cipher(), Cipher::Aes256Gcm);
    assert_eq!(
        cut.cipher_token.as_str(),
        "urn:xmpp:ciphers:aes-256-gcm-nopadding"
    );
    for name in ["", "aes-128-gcm-nopadding:1", "urn:xmpp:ciphers:rot13:0"] {
        assert_eq!(security(name).cipher().lengths(), None, "{name}");
    }
}

#[test]
fn has_one_envelope_whatever_stands_beside_it() {
    let names = |children: &str| {
        let security: Security = assert_lossless(&format!(
            "<security xmlns='urn:xmpp:jingle:jet:0' name='a' type='urn:example:caesar:3' cipher='x'>{children}</security>"
        ));
        security
            .envelope()
            .map(|envelope| envelope.name().to_owned())
    };
    let one = "<b xmlns='urn:example:caesar:3'/>";
    assert_eq!(names(one).as_deref(), Some("b"));
    assert_eq!(
        names(&["<a xmlns='urn:example:a'/>", one].concat()).as_deref(),
        Some("b")
    );
    assert_eq!(names(&one.repeat(2)), None);
    assert_eq!(names("<b xmlns='urn:example:a'/>"), None);
}

#[test]
fn what_must_be_secured_and_cannot_be_read_is_not_missing() {
    let content: Content = assert_lossless(
        "<content xmlns='urn:xmpp:jingle:1' creator='initiator' name='a'>\
         <security xmlns='urn:xmpp:jingle:jet:0' name='a' type='urn:example:caesar:3'/></content>",
    );
    let security = content.security().expect("something must be secured");
    assert!(security.is_a::<Security>() && security.parse::<Security>().is_err());
}
