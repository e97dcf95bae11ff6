use xmpp_encryption::legacy_omemo;
use xmpp_encryption::omemo::{
    Bundle, Device, Devices, Encrypted, Header, Key, Keys, OptOut, PreKey, PreKeys, SignedPreKey,
    Version, is_id,
};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, ErrorKind, to_string};

use crate::{invalid_jid, jid, keep};

fn header() -> Header {
    let key = |device, byte| Key::new(device, Base64(vec![byte]));
    Header::new(
        1,
        [
            Keys::new(jid("carl@shore.example"), [key(7, 1)]),
            Keys::new(jid("dora@sea.example"), [key(7, 2), key(8, 3)]),
            Keys::new(jid("carl@shore.example"), [key(9, 4), key(9, 5)]),
        ],
    )
}

#[test]
fn finds_the_key_of_a_device_by_its_account() {
    let header = header();
    let byte = |account: &str, device| {
        let key = header.key_for(&jid(account), device);
        key.map(|key| key.data.0.clone())
    };
    assert_eq!(byte("carl@shore.example", 7), Some(vec![1]));
    assert_eq!(byte("dora@sea.example/deck", 7), Some(vec![2]));
    assert_eq!(byte("DORA@Sea.example", 8), Some(vec![3]));
    // Spread over two elements, and there twice: the first.
    assert_eq!(byte("carl@shore.example/x", 9), Some(vec![4]));
    assert_eq!(byte("carl@shore.example", 8), None);
    assert_eq!(byte("shore.example", 7), None);
}

#[test]
fn finds_no_key_for_an_invalid_address() {
    let nobody = invalid_jid("@sea.example");
    let header = Header::new(
        1,
        [Keys::new(nobody.clone(), [Key::new(7, Base64(vec![1]))])],
    );
    assert_eq!(header.key_for(&nobody, 7), None);
}

#[test]
fn takes_a_payload_that_is_broken_for_no_empty_message() {
    for (namespace, header) in [
        ("urn:xmpp:omemo:2", "<header sid='1'/>"),
        (
            "eu.siacs.conversations.axolotl",
            "<header sid='1'><iv>AA==</iv></header>",
        ),
    ] {
        let source =
            |payload: &str| format!("<encrypted xmlns='{namespace}'>{header}{payload}</encrypted>");
        for broken in [
            "<payload>?</payload>",
            "<payload>AA==</payload><payload>AQ==</payload>",
        ] {
            let source = source(broken);
            assert!(keep::<Encrypted>(&source).is_err(), "{source}");
            assert!(
                keep::<legacy_omemo::Encrypted>(&source).is_err(),
                "{source}"
            );
        }
    }
    let empty = "<encrypted xmlns='urn:xmpp:omemo:2'><header sid='1'/></encrypted>";
    assert_eq!(keep::<Encrypted>(empty).map(|it| it.payload), Ok(None));
}

#[test]
fn keeps_the_version_in_all_that_is_nested() {
    let bundle = Bundle::new(
        Version::One,
        Base64(vec![1]),
        SignedPreKey::new(1, Base64(vec![2])),
        Base64(vec![3]),
        PreKeys::new([PreKey::new(1, Base64(vec![4]))]),
    );
    assert_eq!(
        to_string(&bundle).unwrap(),
        "<bundle xmlns='urn:xmpp:omemo:1'><spk id='1'>Ag==</spk><spks>Aw==</spks><ik>AQ==</ik>\
         <prekeys><pk id='1'>BA==</pk></prekeys></bundle>"
    );
    let mixed =
        "<devices xmlns='urn:xmpp:omemo:2'><device xmlns='urn:xmpp:omemo:1' id='1'/></devices>";
    let mixed: Devices = xmpp_xml::from_str(mixed).unwrap();
    assert!(!mixed.contains(1) && mixed.extra.children().count() == 1);
    assert_eq!(Version::Two.devices_node(), "urn:xmpp:omemo:2:devices");
    assert_eq!(Version::One.bundles_node(), "urn:xmpp:omemo:1:bundles");
}

#[test]
fn gives_only_labels_that_are_signed() {
    let device: Device =
        assert_typed("<device xmlns='urn:xmpp:omemo:2' id='1' label='Lamp' labelsig='c2ln'/>");
    assert_eq!(device.signed_label(), Some(("Lamp", &b"sig"[..])));
    let unsigned: Device = assert_typed("<device xmlns='urn:xmpp:omemo:2' id='1' label='Lamp'/>");
    assert_eq!(unsigned.signed_label(), None);
    let broken: Device =
        keep("<device xmlns='urn:xmpp:omemo:2' id='1' label='Lamp' labelsig='?'/>").unwrap();
    assert_eq!(broken.signed_label(), None);
    let labelled = Device::new(1).with_label("Lamp", Base64(b"sig".to_vec()));
    assert_eq!(labelled, device);
}

#[test]
fn knows_the_range_of_identifiers_and_reads_others() {
    assert!(is_id(1) && is_id(0x7FFF_FFFF));
    assert!(!is_id(0) && !is_id(0x8000_0000));
    let device: Device = assert_typed("<device xmlns='urn:xmpp:omemo:2' id='4294967295'/>");
    assert_eq!(device.id, u32::MAX);
    let beyond = xmpp_xml::from_str::<Device>("<device xmlns='urn:xmpp:omemo:2' id='4294967296'/>");
    assert!(matches!(
        beyond.unwrap_err().kind(),
        ErrorKind::InvalidValue { .. }
    ));
}

#[test]
fn loses_a_device_that_is_broken_and_not_the_list() {
    let source =
        "<list xmlns='eu.siacs.conversations.axolotl'><device id='x'/><device id='2'/></list>";
    let list: legacy_omemo::DeviceList = keep(source).unwrap();
    assert!(list.contains(2) && list.devices.len() == 1);
    assert_eq!(to_string(&list).unwrap(), source);
}

#[test]
fn finds_every_legacy_key_for_an_identifier_that_two_accounts_share() {
    let source = "<header xmlns='eu.siacs.conversations.axolotl' sid='1'><key rid='7'>AQ==</key>\
                  <key rid='8'>Ag==</key><key rid='7' prekey='true'>Aw==</key><iv>AA==</iv></header>";
    let header: legacy_omemo::Header = assert_typed(source);
    let data: Vec<_> = header
        .keys_for(7)
        .map(|key| (key.data.0[0], key.is_pre_key))
        .collect();
    assert_eq!(data, [(1, false), (3, true)]);
    assert_eq!(header.key_for(8).map(|key| key.data.0[0]), Some(2));
    assert_eq!(header.key_for(9), None);
    assert_eq!(
        legacy_omemo::bundle_node(7),
        "eu.siacs.conversations.axolotl.bundles:7"
    );
}

#[test]
fn opts_out_with_and_without_a_reason() {
    let plain = OptOut::new(Version::Two);
    assert_eq!(
        to_string(&plain).unwrap(),
        "<opt-out xmlns='urn:xmpp:omemo:2'/>"
    );
    let told: OptOut =
        assert_typed("<opt-out xmlns='urn:xmpp:omemo:2'><reason>Law</reason></opt-out>");
    assert_eq!(told, plain.with_reason("Law"));
}
