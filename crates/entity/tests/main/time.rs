use xmpp_entity::time::{Request, Response};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{DateTime, ErrorKind, TimeZone, from_str, to_string};

#[test]
fn says_a_moment_and_a_time_zone() {
    let source =
        "<time xmlns='urn:xmpp:time'><tzo>-06:30</tzo><utc>2021-03-04T05:06:07Z</utc></time>";
    let answer: Response = assert_typed(source);
    let time_zone = TimeZone::new(-390).expect("less than a day");
    assert_eq!(answer.time_zone, Some(time_zone));
    let utc = DateTime::from_unix_seconds(1_614_834_367).expect("a year of four digits");
    assert_eq!(answer, Response::new(time_zone, utc));
    assert_eq!(to_string(&answer).expect("it can be written"), source);
}

#[test]
fn keeps_how_utc_is_spelt() {
    for spelling in ["Z", "+00:00", "-00:00", " Z"] {
        let answer: Response = assert_lossless(&format!(
            "<time xmlns='urn:xmpp:time'><utc>2021-03-04T05:06:07+00:00</utc><tzo>{spelling}</tzo></time>"
        ));
        assert_eq!(answer.time_zone, Some(TimeZone::UTC), "{spelling}");
        assert_eq!(answer.utc.as_str(), "2021-03-04T05:06:07+00:00");
    }
}

#[test]
fn changes_one_and_leaves_the_other() {
    let mut answer: Response = assert_lossless(
        "<time xmlns='urn:xmpp:time'><utc leap='no'> 2021-03-04T05:06:07.0Z</utc><tzo>+00:00</tzo></time>",
    );
    answer.time_zone = TimeZone::new(90);
    assert_eq!(
        to_string(&answer).expect("it can be written"),
        "<time xmlns='urn:xmpp:time'><utc leap='no'> 2021-03-04T05:06:07.0Z</utc><tzo>+01:30</tzo></time>"
    );
}

#[test]
fn rejects_what_is_no_time() {
    let error = from_str::<Response>("<time xmlns='urn:xmpp:time'><tzo>Z</tzo></time>");
    let error = error.expect_err("no time");
    assert!(matches!(
        error.kind(),
        ErrorKind::MissingChild { name: "utc", .. }
    ));
    for time_zone in ["", "CST", "6", "+6:00", "+24:00", "+05:60", "+05:30Z"] {
        let source = format!(
            "<time xmlns='urn:xmpp:time'><tzo>{time_zone}</tzo><utc>2021-03-04T05:06:07Z</utc></time>"
        );
        let error = from_str::<Response>(&source).expect_err(time_zone);
        assert_eq!(error.path(), "/time/tzo", "{time_zone}");
    }
}

#[test]
fn asks_without_saying_anything() {
    let request: Request = assert_typed("<time xmlns='urn:xmpp:time'/>");
    assert_eq!(request, Request::new());
}
