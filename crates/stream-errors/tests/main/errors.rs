use xmpp_stream_errors::error::{Condition, DefinedCondition, StreamError, Text};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Extra, LanguageTag, Options, RawElement, Report, Token, Xml};

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:tea", name = "spilt")]
struct Spilt {
    #[xml(attribute)]
    cups: u8,
    #[xml(extra)]
    extra: Extra,
}

fn error(inside: &str) -> String {
    format!("<stream:error xmlns:stream='http://etherx.jabber.org/streams'>{inside}</stream:error>")
}

fn condition(name: &str) -> String {
    error(&format!(
        "<{name} xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
    ))
}

#[test]
fn names_all_conditions_of_both_rfcs() {
    assert_eq!(Condition::TOKENS.len(), 25 + 2);
    for name in Condition::TOKENS {
        let error: StreamError = assert_typed(&condition(name));
        assert_eq!(error.condition().as_str(), *name);
        assert!(!matches!(error.condition(), Condition::Other(_)), "{name}");
        assert_eq!(
            xmpp_xml::to_string(&StreamError::new(Condition::from(*name))).unwrap(),
            condition(name)
        );
    }
}

#[test]
fn keeps_a_condition_that_nobody_knows() {
    let mut error: StreamError = assert_typed(&condition("tea-time"));
    assert_eq!(error.condition().as_str(), "tea-time");
    error.condition = Some(DefinedCondition::new("five-o-clock".into()));
    assert_eq!(
        xmpp_xml::to_string(&error).unwrap(),
        condition("five-o-clock")
    );
}

#[test]
fn reads_an_error_without_a_condition_as_undefined() {
    let error: StreamError = assert_typed(&error(
        "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>Bye.</text>",
    ));
    assert_eq!(error.condition, None);
    assert_eq!(*error.condition(), Condition::UndefinedCondition);
    assert_eq!(error.texts[0].text, "Bye.");
    let bare: StreamError = assert_lossless(
        "<stream:error xmlns:stream='http://etherx.jabber.org/streams'>Disconnected</stream:error>",
    );
    assert_eq!(bare.extra.texts().collect::<String>(), "Disconnected");
}

#[test]
fn tells_the_other_host() {
    for host in [
        "b.example",
        "b.example:9222",
        "192.0.2.7",
        "[2001:db8::1]:5222",
        "Übermorgen.Example",
    ] {
        let moved = StreamError::see_other_host(host);
        let read: StreamError = assert_typed(&xmpp_xml::to_string(&moved).unwrap());
        assert_eq!(read, moved);
        assert_eq!(read.other_host(), Some(host));
    }
    let padded: StreamError = assert_typed(&error(
        "<see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>\n b.example </see-other-host>",
    ));
    assert_eq!(padded.other_host(), Some("b.example"));
    let silent: StreamError = assert_typed(&condition("see-other-host"));
    assert_eq!(silent.other_host(), None);
    let gone: StreamError = assert_typed(&error(
        "<host-gone xmlns='urn:ietf:params:xml:ns:xmpp-streams'>b.example</host-gone>",
    ));
    assert_eq!(gone.other_host(), None);
    assert_eq!(gone.condition.unwrap().text.as_deref(), Some("b.example"));
}

#[test]
fn keeps_texts_in_all_languages() {
    let mut error: StreamError = assert_typed(&error(
        "<reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>New.</text>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='fi'>Uusi.</text>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>",
    ));
    assert_eq!(
        error.texts,
        [
            Text::new(Some(LanguageTag::new("en")), "New."),
            Text::new(Some(LanguageTag::new("fi")), "Uusi."),
            Text::new(None, ""),
        ]
    );
    error.texts.remove(0);
    let written = xmpp_xml::to_string(&error).unwrap();
    assert!(
        !written.contains("New.") && written.contains("xml:lang='fi'>Uusi."),
        "{written}"
    );
}

#[test]
fn keeps_what_applications_say_and_where_they_say_it() {
    let error: StreamError = assert_typed(&error(
        "<spilt xmlns='urn:example:tea' cups='2'/>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>Oh.</text>\
         <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>\
         <stream:hint/>",
    ));
    assert_eq!(*error.condition(), Condition::PolicyViolation);
    assert_eq!(error.application::<Spilt>().unwrap().unwrap().cups, 2);
    assert_eq!(error.application.len(), 2);
    let written = xmpp_xml::to_string(&error).unwrap();
    assert!(
        written.find("spilt") < written.find("policy-violation"),
        "{written}"
    );
}

#[test]
fn tells_when_what_an_application_says_is_invalid() {
    let error: StreamError = assert_typed(&error(
        "<reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><spilt xmlns='urn:example:tea'/>",
    ));
    let kind = error.application::<Spilt>().unwrap_err().kind().clone();
    assert_eq!(
        kind,
        ErrorKind::MissingAttribute {
            element: "spilt",
            name: "cups"
        }
    );
}

#[test]
fn keeps_a_second_condition_where_it_is_told_to() {
    let source = error(
        "<reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>",
    );
    let rejected = xmpp_xml::from_str::<StreamError>(&source).unwrap_err();
    assert!(matches!(rejected.kind(), ErrorKind::RepeatedChild { .. }));
    let mut report = Report::default();
    let options = Options::new().invalid(xmpp_xml::Invalid::Keep);
    let error: StreamError = xmpp_xml::read_with(source.as_bytes(), &options, &mut report).unwrap();
    assert_eq!(*error.condition(), Condition::Reset);
    assert_eq!(report.problems, [rejected]);
    let written: RawElement = xmpp_xml::to_string(&error).unwrap().parse().unwrap();
    assert_eq!(written, source.parse().unwrap());
}

#[test]
fn answers_what_could_not_be_read() {
    let answer = |input: &[u8]| {
        let error = RawElement::from_slice(input).expect_err("it is wrong");
        StreamError::from(&error).condition().clone()
    };
    assert_eq!(answer(b"<a>"), Condition::NotWellFormed);
    assert_eq!(answer(b"<a b='1' b='2'/>"), Condition::NotWellFormed);
    assert_eq!(answer(b"<a><!-- --></a>"), Condition::RestrictedXml);
    assert_eq!(answer(b"<!DOCTYPE a><a/>"), Condition::RestrictedXml);
    assert_eq!(answer(b"<a>\xff</a>"), Condition::UnsupportedEncoding);
    assert_eq!(
        answer("<a>".repeat(1000).as_bytes()),
        Condition::PolicyViolation
    );
    let wrong = xmpp_xml::from_str::<StreamError>("<a/>").unwrap_err();
    assert_eq!(
        *StreamError::from(&wrong).condition(),
        Condition::UnsupportedStanzaType
    );
    let invalid =
        xmpp_xml::from_str::<Spilt>("<spilt xmlns='urn:example:tea' cups='-1'/>").unwrap_err();
    assert_eq!(
        *StreamError::from(&invalid).condition(),
        Condition::BadFormat
    );
}

#[test]
fn an_error_reads_as_one_line_whatever_is_in_it() {
    let mut error = StreamError::see_other_host("[2001:db8::1]:5222");
    error.texts.push(Text::new(None, "over\nthere"));
    assert_eq!(
        error.to_string(),
        "the stream was closed: see-other-host ([2001:db8::1]:5222): over\\u{a}there"
    );
    let unknown: StreamError = xmpp_xml::from_str(&condition("tea-spilt")).unwrap();
    let error: &dyn core::error::Error = &unknown;
    assert_eq!(error.to_string(), "the stream was closed: tea-spilt");
    assert_eq!(
        StreamError::from(Condition::Reset).to_string(),
        "the stream was closed: reset"
    );
}
