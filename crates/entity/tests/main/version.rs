use xmpp_entity::version::{Request, Response};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::to_string;

#[test]
fn says_what_software_it_is() {
    let answer = Response::new().with_name("Altimeter").with_version("1.2");
    let written = to_string(&answer).expect("it can be written");
    assert_eq!(
        written,
        "<query xmlns='jabber:iq:version'><name>Altimeter</name><version>1.2</version></query>"
    );
    assert_eq!(assert_typed::<Response>(&written), answer);
}

#[test]
fn reads_answers_that_say_less_than_they_must() {
    let answer: Response = assert_typed("<query xmlns='jabber:iq:version'><version/></query>");
    assert_eq!((answer.name, answer.version.as_deref()), (None, Some("")));
    let answer: Response =
        assert_lossless("<query xmlns='jabber:iq:version'><os> Plan 9 </os><cpu/></query>");
    assert_eq!(answer.os.as_deref(), Some(" Plan 9 "));
}

#[test]
fn asks_without_saying_anything() {
    let request: Request = assert_typed("<query xmlns='jabber:iq:version'/>");
    assert_eq!(request, Request::new());
}
