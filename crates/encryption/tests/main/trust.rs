use xmpp_encryption::explicit::Method;
use xmpp_encryption::trust::{KeyOwner, TrustMessage};
use xmpp_jid::uri::XmppUri;
use xmpp_xml::Base64;
use xmpp_xml::testing::assert_typed;

use crate::{invalid_jid, jid, keep};

#[test]
fn loses_no_key_that_is_no_longer_trusted() {
    let source = |keys: &str| {
        format!(
            "<trust-message xmlns='urn:xmpp:tm:1' usage='urn:xmpp:atm:1' encryption='urn:xmpp:omemo:2'>\
             <key-owner jid='dora@sea.example'>{keys}</key-owner></trust-message>"
        )
    };
    let fine: TrustMessage = assert_typed(&source("<trust>AQ==</trust><distrust>Ag==</distrust>"));
    assert_eq!(fine.owners[0].distrusted, [Base64(vec![2])]);
    assert!(keep::<TrustMessage>(&source("<trust>AQ==</trust><distrust>?</distrust>")).is_err());
    assert!(keep::<TrustMessage>(&source("<trust>AQ==</trust></key-owner><key-owner>")).is_err());
}

#[test]
fn goes_through_a_uri() {
    let owner = KeyOwner::new(jid("dora@sea.example"))
        .with_trusted([Base64(vec![0x62, 0x35])])
        .with_distrusted([Base64(vec![0xB4]), Base64(vec![0xD9])]);
    let uri = owner.to_uri(&Method::Omemo).unwrap();
    assert_eq!(
        uri.as_str(),
        "xmpp:dora@sea.example?trust-message;encryption=urn%3Axmpp%3Aomemo%3A2;trust=6235;distrust=b4;distrust=d9"
    );
    assert_eq!(KeyOwner::of_uri(&uri), Some((Method::Omemo, owner)));
}

#[test]
fn reads_uris_as_others_write_them_and_refuses_what_is_broken() {
    let read = |uri: &str| KeyOwner::of_uri(&XmppUri::new(uri).expect("a URI"));
    let (method, owner) =
        read("xmpp:Dora@sea.example?trust-message;encryption=urn:xmpp:omemo:2;trust=0aFF;x=y")
            .unwrap();
    assert_eq!(
        (method, &*owner.trusted),
        (Method::Omemo, &[Base64(vec![0x0A, 0xFF])][..])
    );
    for broken in [
        "xmpp:dora@sea.example?message;encryption=a;trust=00",
        "xmpp:dora@sea.example?trust-message;trust=00",
        "xmpp:dora@sea.example?trust-message;encryption=a;trust=0",
        "xmpp:dora@sea.example?trust-message;encryption=a;distrust=zz;trust=00",
        "xmpp:dora@sea.example?trust-message;encryption=a;encryption=b;trust=00",
        "xmpp:dora@sea.example?trust-message;encryption=a;trust=",
        "xmpp:dora@sea.example/deck?trust-message;encryption=a;trust=00",
        "xmpp:dora@sea.example",
    ] {
        assert_eq!(read(broken), None, "{broken}");
    }
    assert!(
        KeyOwner::new(invalid_jid("@"))
            .to_uri(&Method::Omemo)
            .is_err()
    );
}
