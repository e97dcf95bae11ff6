use xmpp_encryption::contacts::{Contact, Group, Identity, IdentityKind};
use xmpp_encryption::pubsub_openpgp::SharedSecret;
use xmpp_encryption::pubsub_signing::{Signature, Signer};
use xmpp_encryption::targeted;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::to_string;

use crate::{jid, keep};

fn secret(id: &str, timestamp: &str, more: &str) -> SharedSecret {
    assert_typed(&format!(
        "<shared-secret xmlns='urn:xmpp:openpgp:pubsub:0' jid='feeds.example' node='n' id='{id}' \
         timestamp='{timestamp}'{more}> pass phrase\n</shared-secret>"
    ))
}

#[test]
fn encrypts_with_the_latest_secret_that_is_not_revoked() {
    let secrets = [
        secret("a", "2026-02-03T04:05:06Z", ""),
        secret("b", "2026-02-03T05:05:06.5+01:00", ""),
        secret("c", "2026-02-03T04:05:06.6Z", " revoked='true'"),
        secret("d", "2026-02-03T04:05:06.4Z", " revoked='false'"),
    ];
    let latest = SharedSecret::latest(&secrets).unwrap();
    assert_eq!(latest.id, "b");
    assert_eq!(latest.passphrase(), "pass phrase");
    assert_eq!(SharedSecret::latest(&secrets[2..3]), None);
}

#[test]
fn takes_no_secret_for_good_that_may_be_revoked() {
    let source = "<shared-secret xmlns='urn:xmpp:openpgp:pubsub:0' jid='a.example' node='n' id='1' \
                  timestamp='2026-02-03T04:05:06Z' revoked='yes'/>";
    assert!(keep::<SharedSecret>(source).is_err());
}

#[test]
fn reads_signers_in_both_forms() {
    let signers = "<signer>dora@sea.example</signer><signer jid='ed@sea.example'/><signer> \n</signer>\
                   <signer jid='a.example'> A.example </signer><signer jid='a.example'>b.example</signer><signer>@</signer>";
    let signature: Signature = assert_lossless(&format!(
        "<signature xmlns='urn:xmpp:pubsub-signing:0'>{signers}</signature>"
    ));
    let addresses: Vec<_> = signature.signers.iter().map(Signer::address).collect();
    assert_eq!(
        addresses,
        [
            Some(jid("dora@sea.example")),
            Some(jid("ed@sea.example")),
            None,
            Some(jid("a.example")),
            None,
            None
        ]
    );
    let written = to_string(&Signature::new([Signer::new(&jid("dora@sea.example"))])).unwrap();
    assert_eq!(
        written,
        "<signature xmlns='urn:xmpp:pubsub-signing:0'><signer>dora@sea.example</signer></signature>"
    );
}

#[test]
fn a_signature_has_all_its_signers() {
    let lost =
        "<signature xmlns='urn:xmpp:pubsub-signing:0'><signer jid='a.example'/><time/></signature>";
    assert!(keep::<Signature>(lost).is_err());
}

#[test]
fn holds_the_element_of_another_protocol_as_it_is() {
    let source = "<encrypted xmlns='urn:xmpp:pte:0' by='dora@sea.example' type='urn:xmpp:omemo:2'>\
                  <note xmlns='urn:example:note'/><encrypted xmlns='urn:xmpp:omemo:2'><header sid='1'/></encrypted></encrypted>";
    let outer: targeted::Encrypted = assert_lossless(source);
    let inner: xmpp_encryption::omemo::Encrypted = outer.payload().unwrap().parse().unwrap();
    assert_eq!(inner.header.sender, 1);
    let mut twice = outer.clone();
    twice.payloads.push(outer.payloads[1].clone());
    assert_eq!(twice.payload(), None);
}

#[test]
fn knows_contacts_by_valid_bare_addresses() {
    let identity = |kind: &str, value: &str| Identity::new(IdentityKind::from(kind), value);
    let contact = Contact::new([
        identity("jid", "\n Dora@sea.example "),
        identity("jid", "dora@sea.example/deck"),
        identity("jid", "@"),
        identity("key", "ed@sea.example"),
    ])
    .with_groups([Group::new("g1")]);
    assert_eq!(
        contact.jids().collect::<Vec<_>>(),
        [jid("dora@sea.example")]
    );
    assert_eq!(contact.groups[0].name, None);
}
