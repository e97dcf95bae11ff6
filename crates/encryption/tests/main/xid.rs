use xmpp_encryption::xid::{self, Challenge, Identity, Response};
use xmpp_jid::Jid;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Hex, Value as _};

use crate::{invalid_jid, jid};

/// The public key of the worked example in XEP-0516, section 4.1.
const KEY: &str = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";

#[test]
fn has_the_address_of_the_worked_example() {
    let key: [u8; 32] = Hex::parse(KEY).unwrap().0.try_into().unwrap();
    let xid = xid::of_ed25519(&key);
    assert_eq!(xid, format!("00{KEY}@id.internal"));
    assert_eq!(xid::ed25519(&jid(&xid)), Some(key));
    let shouted = format!("00{}@ID.Internal", KEY.to_ascii_uppercase());
    assert_eq!(xid::ed25519(&jid(&shouted)), Some(key));
}

#[test]
fn finds_no_key_where_there_is_none() {
    for other in [
        format!("01{KEY}@id.internal"),
        format!("00{KEY}00@id.internal"),
        format!("00{}@id.internal", &KEY[2..]),
        format!("00{}zz@id.internal", &KEY[2..]),
        format!("00{KEY}@id.internal.example"),
        format!("00{KEY}@id.internal/deck"),
        String::from("id.internal"),
    ] {
        assert_eq!(xid::ed25519(&jid(&other)), None, "{other}");
    }
    assert_eq!(
        xid::ed25519(&invalid_jid(&format!("00{KEY}@id.internal/"))),
        None
    );
}

#[test]
fn reads_an_identity_with_white_space_around_it() {
    let identity: Identity = assert_typed(
        "<xid xmlns='urn:xmpp:xid:0' created='2026-02-03T04:05:06Z'>\n  00A5@id.internal\n</xid>",
    );
    assert_eq!(identity.jid(), Some(jid("00a5@id.internal")));
    let broken = Identity::new(identity.created, "@id.internal");
    assert_eq!(broken.jid(), None);
}

#[test]
fn a_response_answers_its_challenge_and_no_other() {
    let xid: Jid = jid("00a5@id.internal");
    let at = |text: &str| text.parse().unwrap();
    let challenge = Challenge::new(xid.clone(), at("2026-02-03T04:05:06Z"), Hex(vec![1]));
    let response = |xid: &Jid, time: &str| Response::new(xid.clone(), at(time), Hex(vec![2]));
    assert!(response(&jid("00A5@id.internal"), "2026-02-03T05:05:06.0+01:00").answers(&challenge));
    assert!(!response(&xid, "2026-02-03T04:05:06.1Z").answers(&challenge));
    assert!(!response(&jid("00a6@id.internal"), "2026-02-03T04:05:06Z").answers(&challenge));
    let nobody = invalid_jid("@");
    let challenge = Challenge::new(nobody.clone(), at("2026-02-03T04:05:06Z"), Hex(vec![1]));
    assert!(!response(&nobody, "2026-02-03T04:05:06Z").answers(&challenge));
}
