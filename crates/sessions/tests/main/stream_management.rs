use xmpp_core_stanzas::Condition;
use xmpp_sessions::stream_management::{
    Ack, Enable, Enabled, Failed, Feature, Nonza, Request, Resume, Resumed, Version,
};
use xmpp_stream_errors::features::Features;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, RawElement, from_str};

use crate::{kept, written};

#[test]
fn writes_the_current_version() {
    assert_eq!(written(&Enable::new()), "<enable xmlns='urn:xmpp:sm:3'/>");
    assert_eq!(
        written(&Enable::resumable().with_max(300)),
        "<enable xmlns='urn:xmpp:sm:3' max='300' resume='true'/>"
    );
    assert_eq!(written(&Request::new()), "<r xmlns='urn:xmpp:sm:3'/>");
    assert_eq!(written(&Ack::new(0)), "<a xmlns='urn:xmpp:sm:3' h='0'/>");
    assert_eq!(
        written(&Resume::new("x", 3)),
        "<resume xmlns='urn:xmpp:sm:3' h='3' previd='x'/>"
    );
    assert_eq!(
        written(&Failed::new(Condition::ItemNotFound).with_h(3)),
        "<failed xmlns='urn:xmpp:sm:3' h='3'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>"
    );
}

#[test]
fn answers_in_the_version_of_the_question() {
    let enable: Enable = assert_typed("<enable xmlns='urn:xmpp:sm:2' resume='1' stanzas='5'/>");
    assert_eq!((enable.version, enable.stanzas), (Version::Two, Some(5)));
    assert_eq!(
        written(&enable.enabled_as("7")),
        "<enabled xmlns='urn:xmpp:sm:2' id='7' resume='true'/>"
    );
    assert_eq!(
        enable.failed(Condition::UnexpectedRequest).version,
        Version::Two
    );
    let request: Request = assert_typed("<r xmlns='urn:xmpp:sm:2'/>");
    assert_eq!(written(&request.ack(4)), "<a xmlns='urn:xmpp:sm:2' h='4'/>");
    let resume: Resume = assert_typed("<resume xmlns='urn:xmpp:sm:2' previd='7' h='1'/>");
    assert_eq!(
        written(&resume.resumed(2)),
        "<resumed xmlns='urn:xmpp:sm:2' h='2' previd='7'/>"
    );
    assert_eq!(resume.failed(Condition::ItemNotFound).version, Version::Two);
}

#[test]
fn finds_the_offer_of_each_version() {
    let features: Features = from_str(
        "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
         <sm xmlns='urn:xmpp:sm:2'/><sm xmlns='urn:xmpp:sm:3'><optional/></sm></stream:features>",
    )
    .expect("features");
    let first: Feature = features.other().expect("valid").expect("the offer");
    assert_eq!(first.version, Version::Two);
    let offers = features.features.iter().filter_map(|f| match f {
        xmpp_stream_errors::features::Feature::Other(raw) => raw.parse::<Feature>().ok(),
        _ => None,
    });
    assert!(
        offers
            .map(|offer| offer.version)
            .eq([Version::Two, Version::Three])
    );
}

#[test]
fn knows_no_other_version() {
    for source in ["<r xmlns='urn:xmpp:sm:1'/>", "<r xmlns='urn:xmpp:sm:4'/>"] {
        let raw: RawElement = source.parse().expect("XML");
        assert!(!raw.is_a::<Nonza>() && !raw.is_a::<Request>());
    }
}

#[test]
fn a_count_that_is_none_is_an_error_wherever_it_stands_alone() {
    for (source, path) in [
        ("<a xmlns='urn:xmpp:sm:3' h='4294967296'/>", "/a/@h"),
        ("<a xmlns='urn:xmpp:sm:3' h='-1'/>", "/a/@h"),
        ("<a xmlns='urn:xmpp:sm:3' h=''/>", "/a/@h"),
        (
            "<resume xmlns='urn:xmpp:sm:3' h='1.5' previd='x'/>",
            "/resume/@h",
        ),
        (
            "<resumed xmlns='urn:xmpp:sm:3' h='0x1' previd='x'/>",
            "/resumed/@h",
        ),
    ] {
        assert_eq!(
            from_str::<Nonza>(source).expect_err("no count").path(),
            path
        );
        assert_eq!(kept::<Nonza>(source).expect_err("no count").path(), path);
    }
    for source in [
        "<a xmlns='urn:xmpp:sm:3'/>",
        "<resume xmlns='urn:xmpp:sm:3' previd='x'/>",
        "<resumed xmlns='urn:xmpp:sm:3' h='1'/>",
    ] {
        let error = kept::<Nonza>(source).expect_err("it is missing");
        assert!(matches!(error.kind(), ErrorKind::MissingAttribute { .. }));
    }
}

#[test]
fn a_failure_stays_one_whatever_else_is_invalid_in_it() {
    let (failed, problems): (Failed, _) = kept(
        "<failed xmlns='urn:xmpp:sm:3' h='many'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>",
    )
    .expect("a failure");
    assert_eq!((failed.h, problems), (None, 1));
    assert_eq!(failed.condition(), Some(&Condition::ItemNotFound));
}

#[test]
fn what_is_not_clearly_resumable_is_not() {
    let id = |source: &str| {
        kept::<Enabled>(source)
            .expect("enabled")
            .0
            .resumption_id()
            .map(str::to_owned)
    };
    let resumable = "<enabled xmlns='urn:xmpp:sm:3' id='7' resume=' true '/>";
    assert_eq!(id(resumable).as_deref(), Some("7"));
    assert_eq!(id("<enabled xmlns='urn:xmpp:sm:3' id='7'/>"), None);
    assert_eq!(
        id("<enabled xmlns='urn:xmpp:sm:3' id='7' resume='yes'/>"),
        None
    );
    assert_eq!(id("<enabled xmlns='urn:xmpp:sm:3' resume='true'/>"), None);
    assert!(from_str::<Enabled>("<enabled xmlns='urn:xmpp:sm:3' id='7' resume='yes'/>").is_err());
}

#[test]
fn takes_a_place_apart_or_leaves_it() {
    let at = |location: &str| {
        let enabled = Enabled::resumable("7").with_location(location);
        enabled
            .reconnect_to()
            .map(|(host, port)| (host.to_owned(), port))
    };
    let place = |host: &str, port| Some((host.to_owned(), port));
    assert_eq!(at("tea.example:5223"), place("tea.example", Some(5223)));
    assert_eq!(at(" tea.example\n"), place("tea.example", None));
    assert_eq!(at("192.0.2.1:1"), place("192.0.2.1", Some(1)));
    assert_eq!(at("[2001:db8::1]"), place("2001:db8::1", None));
    assert_eq!(at("[2001:db8::1]:65535"), place("2001:db8::1", Some(65535)));
    assert_eq!(
        at("tee.beispiel.例:5222"),
        place("tee.beispiel.例", Some(5222))
    );
    for none in [
        "",
        " ",
        ":5222",
        "[]",
        "[]:5222",
        "[2001:db8::1",
        "[2001:db8::1]5222",
        "2001:db8::1",
        "tea.example:0",
        "tea.example:65536",
        "tea.example:+1",
        "tea.example:",
        "tea.example:x",
        "alice@tea.example",
        "https://tea.example",
        "tea .example",
    ] {
        assert_eq!(at(none), None, "{none}");
    }
    assert_eq!(Enabled::resumable("7").reconnect_to(), None);
}

#[test]
fn believes_the_resumption_of_the_stream_that_was_asked_for_alone() {
    let resume = Resume::new("seven", 1);
    assert!(resume.resumed(5).answers(&resume));
    let other: Resumed = assert_typed("<resumed xmlns='urn:xmpp:sm:3' h='5' previd='Seven'/>");
    assert!(!other.answers(&resume));
    let old: Resumed = assert_typed("<resumed xmlns='urn:xmpp:sm:2' h='5' previd='seven'/>");
    assert!(!old.answers(&resume));
}

#[test]
fn keeps_what_belongs_nowhere() {
    let ack: Ack = assert_lossless(
        "<s:a xmlns:s='urn:xmpp:sm:3' h=' 007 ' r='1' xml:lang='en'>so<s:r/>so</s:a>",
    );
    assert_eq!(ack.h, 7);
    let failed: Failed = assert_lossless(
        "<failed xmlns='urn:xmpp:sm:3'>no<item-not-found xmlns='urn:example:other'/></failed>",
    );
    assert_eq!(failed.condition(), None);
}
