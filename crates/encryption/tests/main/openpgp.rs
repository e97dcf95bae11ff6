use xmpp_core_stanzas::Body;
use xmpp_encryption::legacy_openpgp::{Encrypted, Signed, unarmored};
use xmpp_encryption::openpgp::{
    Content, ContentKind, Payload, PublicKeyList, Recipient, Time, is_backup_code, user_id,
};
use xmpp_xml::testing::{assert_lossless, assert_typed};

use crate::{invalid_jid, jid, keep};

fn content(kind: ContentKind, to: &[&str]) -> Content {
    let time = Time::new("2026-02-03T04:05:06Z".parse().unwrap());
    let to = to.iter().map(|to| Recipient::new(jid(to)));
    Content::new(kind, to, time, Payload::new([]))
}

#[test]
fn is_for_its_recipients_and_nobody_else() {
    let signed = content(
        ContentKind::Sign,
        &["dora@sea.example", "carl@shore.example/pier"],
    );
    assert!(signed.is_for(&jid("Dora@sea.example/deck")));
    assert!(signed.is_for(&jid("carl@shore.example")));
    assert!(!signed.is_for(&jid("sea.example")));
    assert!(!content(ContentKind::SignCrypt, &[]).is_for(&jid("dora@sea.example")));
    assert!(!content(ContentKind::Sign, &[]).is_for(&jid("dora@sea.example")));
    assert!(content(ContentKind::Crypt, &[]).is_for(&jid("dora@sea.example")));
    assert!(!content(ContentKind::Crypt, &["dora@sea.example"]).is_for(&jid("carl@shore.example")));
}

#[test]
fn is_for_no_invalid_address() {
    let mut signed = content(ContentKind::Sign, &["dora@sea.example"]);
    signed.to[0].jid = invalid_jid("@sea.example");
    assert!(!signed.is_for(&invalid_jid("@sea.example")));
}

#[test]
fn has_as_many_recipients_as_were_signed() {
    // One that is lost would leave none, and what is encrypted to none may be for anybody.
    let source = "<crypt xmlns='urn:xmpp:openpgp:0'><to/><time stamp='2026-02-03T04:05:06Z'/><payload/></crypt>";
    assert!(keep::<Content>(source).is_err());
}

#[test]
fn only_what_is_encrypted_and_signed_is_fit_for_messages() {
    assert!(content(ContentKind::SignCrypt, &["dora@sea.example"]).is_fit_for_im());
    assert!(!content(ContentKind::Sign, &["dora@sea.example"]).is_fit_for_im());
    assert!(!content(ContentKind::Crypt, &["dora@sea.example"]).is_fit_for_im());
    let other = xmpp_xml::from_str::<Content>(
        "<scramble xmlns='urn:xmpp:openpgp:0'><time stamp='2026-02-03T04:05:06Z'/><payload/></scramble>",
    );
    assert!(other.unwrap_err().is_wrong_element());
}

#[test]
fn gives_bodies_of_both_namespaces() {
    let source = "<payload xmlns='urn:xmpp:openpgp:0'><body xmlns='urn:example:x'>a</body>\
                  <body xmlns='jabber:server'>b</body><body xmlns='jabber:client' xml:lang='nl'>c<x/></body></payload>";
    let payload: Payload = assert_lossless(source);
    let bodies: Vec<_> = payload.bodies().collect();
    assert_eq!(
        bodies,
        [Body::new("b"), Body::new("c").with_lang("nl".into())]
    );
    let body: Option<Body> = payload.payload().unwrap();
    assert_eq!(body.unwrap().text, "c");
}

#[test]
fn leads_from_the_list_to_the_key() {
    let list: PublicKeyList = assert_typed(
        "<public-keys-list xmlns='urn:xmpp:openpgp:0'>\
         <pubkey-metadata v4-fingerprint='00AA' date='2026-01-02T03:04:05Z'/></public-keys-list>",
    );
    assert_eq!(list.keys[0].node(), "urn:xmpp:openpgp:0:public-keys:00AA");
    assert_eq!(
        user_id(&jid("Dora@SEA.example/deck")),
        "xmpp:dora@sea.example"
    );
}

#[test]
fn knows_the_form_of_a_backup_code() {
    assert!(is_backup_code("1234-5678-9ABC-DEFG-HIJK-LMNP"));
    for code in [
        "",
        "1234-5678-9ABC-DEFG-HIJK",
        "1234-5678-9ABC-DEFG-HIJK-LMNP-",
        "1234-5678-9ABC-DEFG-HIJK-LMNO",
        "1234-5678-9ABC-DEFG-HIJK-LMNp",
        "1234-5678-9ABC-DEFG-HIJK-LM\u{C4}",
        "123456789ABCDEFGHIJKLMNP",
    ] {
        assert!(!is_backup_code(code), "{code}");
    }
}

#[test]
fn takes_armor_off_and_puts_it_on() {
    let signed = Signed::new("iQA/AwUB\n=45f8");
    let armored = signed.armored();
    assert_eq!(unarmored(&armored), Some(signed.signature));
    // Carriage returns, headers, text before and after.
    let foreign = "hello\r\n-----BEGIN PGP MESSAGE-----\r\nVersion: 1\r\nComment: a: b\r\n\r\nhQ==\r\n=Cz0N\r\n-----END PGP MESSAGE-----\r\nbye";
    assert_eq!(unarmored(foreign).as_deref(), Some("hQ==\n=Cz0N"));
    let encrypted: Encrypted = assert_typed("<x xmlns='jabber:x:encrypted'>\n  hQ==\n=Cz0N\n</x>");
    assert_eq!(
        encrypted.armored(),
        "-----BEGIN PGP MESSAGE-----\n\nhQ==\n=Cz0N\n-----END PGP MESSAGE-----\n"
    );
    for cut in [
        "-----BEGIN PGP MESSAGE-----\n\nhQ==\n",
        "-----BEGIN PGP MESSAGE-----",
        "hQ==\n-----END PGP MESSAGE-----",
    ] {
        assert_eq!(unarmored(cut), None, "{cut}");
    }
}
