use xmpp_entity::last_activity::{Request, Response};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, from_str, to_string};

#[test]
fn tells_an_absent_status_from_one_of_white_space() {
    let answer: Response = assert_typed("<query xmlns='jabber:iq:last' seconds='0'/>");
    assert_eq!(answer, Response::new(0));
    let answer: Response = assert_typed("<query xmlns='jabber:iq:last' seconds='0'> </query>");
    assert_eq!(answer.status.as_deref(), Some(" "));
}

#[test]
fn keeps_the_spelling_of_seconds_until_they_change() {
    let mut answer: Response =
        assert_lossless("<query xmlns='jabber:iq:last' seconds='+007' unit='s'>Away</query>");
    assert_eq!(answer.seconds, 7);
    answer.status = None;
    assert_eq!(
        to_string(&answer).expect("it can be written"),
        "<query xmlns='jabber:iq:last' seconds='+007' unit='s'/>"
    );
    answer.seconds = 8;
    assert_eq!(
        to_string(&answer).expect("it can be written"),
        "<query xmlns='jabber:iq:last' seconds='8' unit='s'/>"
    );
}

#[test]
fn rejects_an_answer_that_does_not_answer() {
    let error = from_str::<Response>("<query xmlns='jabber:iq:last'/>").expect_err("no seconds");
    assert!(matches!(
        error.kind(),
        ErrorKind::MissingAttribute {
            name: "seconds",
            ..
        }
    ));
    for seconds in ["", "-1", "1.5", "18446744073709551616"] {
        let source = format!("<query xmlns='jabber:iq:last' seconds='{seconds}'/>");
        let error = from_str::<Response>(&source).expect_err(seconds);
        assert_eq!(error.path(), "/query/@seconds");
    }
}

#[test]
fn asks_without_saying_anything() {
    let request: Request = assert_typed("<query xmlns='jabber:iq:last'/>");
    assert_eq!(request, Request::new());
}
