use xmpp_content::alert::{
    Alert, Certainty, EventCode, Geocode, Info, MessageType, Parameter, Status, Version,
};
use xmpp_xml::testing::assert_lossless;
use xmpp_xml::{DateTime, Invalid, Options, Report, read_with};

use crate::written;

fn at(text: &str) -> DateTime {
    text.parse().expect("a time")
}

fn keep(source: &str) -> Result<Info, xmpp_xml::Error> {
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default())
}

#[test]
fn only_actual_alerts_are_to_be_acted_on() {
    let alert = |status: &str| {
        let sent = at("2026-02-03T04:05:06Z");
        Alert::new(
            Version::OneTwo,
            "1",
            "a",
            sent,
            status.into(),
            MessageType::Alert,
        )
    };
    assert!(alert("Actual").is_actual());
    for status in ["Exercise", "System", "Test", "Draft", "actual", "Real", ""] {
        assert!(!alert(status).is_actual(), "{status}");
    }
    assert_eq!(Status::from("Test"), Status::Test);
}

#[test]
fn reads_pairs_of_every_version() {
    let code: EventCode = assert_lossless(
        "<eventCode xmlns='urn:oasis:names:tc:emergency:cap:1.2'> same=a=b\n</eventCode>",
    );
    assert_eq!(code.pair(), Some(("same", "a=b")));
    let code = "<geocode xmlns='urn:oasis:names:tc:emergency:cap:1.2'>\
                <valueName>UGC</valueName><value>1=2</value></geocode>";
    let code: Geocode = assert_lossless(code);
    assert_eq!(code.pair(), Some(("UGC", "1=2")));
    let half =
        "<parameter xmlns='urn:oasis:names:tc:emergency:cap:1.2'><value>a=b</value></parameter>";
    let half: Parameter = assert_lossless(half);
    assert_eq!(half.pair(), None);
    let none: Parameter =
        assert_lossless("<parameter xmlns='urn:oasis:names:tc:emergency:cap:1.2'>a</parameter>");
    assert_eq!(none.pair(), None);
    assert_eq!(Parameter::new("a", "b").pair(), Some(("a", "b")));
}

#[test]
fn expires_at_its_time_whatever_the_zone() {
    let info = Info::new("e").with_expires(at("2026-02-03T12:00:00+01:00"));
    assert!(!info.is_expired_at(&at("2026-02-03T10:59:59.9Z")));
    assert!(info.is_expired_at(&at("2026-02-03T11:00:00Z")));
    assert!(!Info::new("e").is_expired_at(&at("2999-01-01T00:00:00Z")));
}

#[test]
fn what_is_broken_does_not_hold_for_ever_or_everywhere() {
    let info = |more: &str| {
        keep(&format!(
            "<info xmlns='urn:oasis:names:tc:emergency:cap:1.2'><event>e</event>{more}</info>"
        ))
    };
    assert!(info("").is_ok());
    for broken in [
        "<expires>soon</expires>",
        "<effective>soon</effective>",
        "<area><areaDesc>a</areaDesc></area><area/>",
        "<severity>Minor</severity><severity>Extreme</severity>",
    ] {
        assert!(info(broken).is_err(), "{broken}");
    }
    assert!(info("<onset>soon</onset>").is_ok_and(|info| info.onset.is_none()));
}

#[test]
fn writes_details_in_the_namespace_of_the_alert() {
    let sent = at("2003-06-17T14:57:00-07:00");
    let info = Info::new("Wind").with_certainty(Certainty::VeryLikely);
    let alert = Alert::new(
        Version::OneZero,
        "1",
        "a",
        sent,
        Status::Actual,
        MessageType::Alert,
    )
    .with_infos([info]);
    assert_eq!(
        written(&alert),
        "<alert xmlns='http://www.incident.com/cap/1.0'><identifier>1</identifier><sender>a</sender>\
         <sent>2003-06-17T14:57:00-07:00</sent><status>Actual</status><msgType>Alert</msgType>\
         <info><event>Wind</event><certainty>Very Likely</certainty></info></alert>"
    );
}
