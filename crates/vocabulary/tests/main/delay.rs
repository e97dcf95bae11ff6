use xmpp_vocabulary::delay::Delay;
use xmpp_vocabulary::legacy_delay::{LegacyDelay, LegacyStamp};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{
    DateTime, ErrorKind, Invalid, Options, Report, Value, from_str, read_with, to_string,
};

fn moment(text: &str) -> DateTime {
    text.parse().expect("a moment")
}

#[test]
fn reads_who_when_and_why() {
    let delay: Delay = assert_typed(
        "<delay xmlns='urn:xmpp:delay' from='Orchard.example' stamp='2031-05-06T07:08:09.50+02:00'> asleep </delay>",
    );
    assert_eq!(
        delay.from.as_ref().map(|jid| jid.as_str()),
        Some("Orchard.example")
    );
    assert_eq!(
        delay.stamp.as_ref().map(DateTime::unix_seconds),
        Some(1_935_810_489)
    );
    assert_eq!(delay.reason.as_deref(), Some(" asleep "));
}

#[test]
fn tells_an_absent_reason_from_white_space() {
    let absent: Delay =
        assert_typed("<delay xmlns='urn:xmpp:delay' stamp='2031-05-06T07:08:09Z'/>");
    assert_eq!(absent, Delay::new(moment("2031-05-06T07:08:09Z")));
    let blank: Delay =
        assert_typed("<delay xmlns='urn:xmpp:delay' stamp='2031-05-06T07:08:09Z'> </delay>");
    assert_eq!(blank.reason.as_deref(), Some(" "));
}

#[test]
fn rejects_a_stamp_that_is_no_time_and_keeps_it_where_told_to() {
    let source =
        "<delay xmlns='urn:xmpp:delay' from='orchard.example' stamp='yesterday'>asleep</delay>";
    let error = from_str::<Delay>(source).expect_err("yesterday is no time");
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { .. }),
        "{error}"
    );
    assert_eq!(error.path(), "/delay/@stamp");

    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let mut delay: Delay = read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
    assert_eq!(delay.stamp, None);
    assert_eq!(delay.reason.as_deref(), Some("asleep"));
    assert_eq!(report.problems.len(), 1);
    assert!(
        to_string(&delay)
            .expect("it can be written")
            .contains("stamp='yesterday'")
    );

    delay.stamp = Some(moment("2031-05-06T07:08:09Z"));
    assert!(
        to_string(&delay)
            .expect("it can be written")
            .contains("stamp='2031-05-06T07:08:09Z'")
    );
}

#[test]
fn reads_a_time_zone_without_its_colon_and_writes_it_back() {
    let delay: Delay = assert_typed(
        "<delay xmlns='urn:xmpp:delay' stamp='2018-11-27T10:00:00+0000' from='a.example'/>",
    );
    let stamp = delay.stamp.expect("it is a time");
    assert_eq!(stamp.unix_seconds(), 1_543_312_800);
    assert_eq!(stamp.offset(), 0);
}

#[test]
fn rejects_an_element_of_the_other_namespace() {
    let error = from_str::<Delay>("<delay xmlns='jabber:x:delay' stamp='20310506T07:08:09'/>")
        .expect_err("it is another element");
    assert!(error.is_wrong_element());
}

#[test]
fn reads_legacy_stamps() {
    for (text, modern) in [
        ("20310506T07:08:09", "2031-05-06T07:08:09Z"),
        (" 20310506T07:08:09\n", "2031-05-06T07:08:09Z"),
        ("20310506T07:08:09Z", "2031-05-06T07:08:09Z"),
        ("20310506T07:08:09.25", "2031-05-06T07:08:09.25Z"),
        ("2031-05-06T07:08:09+05:30", "2031-05-06T07:08:09+05:30"),
        ("00000101T00:00:00", "0000-01-01T00:00:00Z"),
    ] {
        let stamp = LegacyStamp::parse(text).expect(text);
        assert_eq!(stamp.moment().as_str(), modern, "{text}");
    }
    for text in [
        "",
        "20310506",
        "20310532T07:08:09",
        "20310506T07:08:09+02:00",
        "20310506 07:08:09",
        "2031äö06T07:08:09",
        "+2310506T07:08:09",
    ] {
        assert_eq!(LegacyStamp::parse(text).ok(), None, "{text}");
    }
}

#[test]
fn writes_legacy_stamps_in_utc() {
    for (moment_, written) in [
        ("2031-05-06T07:08:09Z", "20310506T07:08:09"),
        ("2031-05-06T01:08:09.9+05:30", "20310505T19:38:09"),
        ("0000-01-01T00:00:00+01:00", "00000101T00:00:00"),
    ] {
        let delay = LegacyDelay::new(LegacyStamp::new(moment(moment_)));
        assert_eq!(
            to_string(&delay).expect("it can be written"),
            format!("<x xmlns='jabber:x:delay' stamp='{written}'/>")
        );
    }
}

#[test]
fn keeps_legacy_stamps_as_they_were_spelt() {
    let mut delay: LegacyDelay =
        assert_typed("<x xmlns='jabber:x:delay' stamp=' 20310506T07:08:09.25Z'>asleep</x>");
    delay.reason = None;
    assert_eq!(
        to_string(&delay).expect("it can be written"),
        "<x xmlns='jabber:x:delay' stamp=' 20310506T07:08:09.25Z'/>"
    );
}
