use xmpp_core_stanzas::{Message, Presence};
use xmpp_jid::Jid;
use xmpp_stream_errors::bosh::{
    Arrival, Body, Condition, Failure, MAX_REQUEST_ID, RequestIds, Window, is_next_key, key,
};
use xmpp_stream_errors::error::StreamError;
use xmpp_stream_errors::stream::Version;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, Invalid, Options, from_str, to_string};

fn read(inner: &str) -> Body {
    let source = format!("<body xmlns='http://jabber.org/protocol/httpbind' {inner}");
    Body::read(source.as_bytes(), &Options::new()).unwrap()
}

fn refusal(source: &str) -> ErrorKind {
    let error = Body::read(source.as_bytes(), &Options::new()).unwrap_err();
    error.kind().clone()
}

#[test]
fn keeps_the_payloads_in_their_order() {
    let body: Body = assert_typed(
        "<body xmlns='http://jabber.org/protocol/httpbind'><presence xmlns='jabber:client'/>\
         <message xmlns='jabber:client'><body>a</body></message><presence xmlns='jabber:client'/></body>",
    );
    let names: Vec<&str> = body.payloads.iter().map(|payload| payload.name()).collect();
    assert_eq!(names, ["presence", "message", "presence"]);
}

#[test]
fn reads_a_declaration_and_white_space_and_nothing_else_beside_payloads() {
    let source = "<?xml version='1.0'?>\n<body xmlns='http://jabber.org/protocol/httpbind'>\n  \
                  <presence xmlns='jabber:client'/>\n</body>\n";
    assert_eq!(
        Body::read(source.as_bytes(), &Options::new())
            .unwrap()
            .payloads
            .len(),
        1
    );
    let text = "<body xmlns='http://jabber.org/protocol/httpbind'>tea<presence xmlns='jabber:client'/></body>";
    assert_eq!(refusal(text), ErrorKind::TextInStream);
    let comment = "<body xmlns='http://jabber.org/protocol/httpbind'><!-- tea --></body>";
    assert_eq!(refusal(comment), ErrorKind::Comment);
    assert!(matches!(refusal("<body/>"), ErrorKind::WrongElement { .. }));
    let two = "<body xmlns='http://jabber.org/protocol/httpbind'/><body xmlns='http://jabber.org/protocol/httpbind'/>";
    assert_eq!(refusal(two), ErrorKind::TrailingContent);
}

#[test]
fn tells_how_a_session_fails() {
    assert_eq!(read("/>").failure(), None);
    assert_eq!(read("type='error'/>").failure(), Some(Failure::Recoverable));
    assert_eq!(
        read("type='terminate'/>").failure(),
        Some(Failure::Session(None))
    );
    assert_eq!(
        read("type='terminate' condition='item-not-found'/>").failure(),
        Some(Failure::Session(Some(&Condition::ItemNotFound)))
    );
    assert_eq!(
        read("type='terminate' condition='host-gone' stream='b'/>").failure(),
        Some(Failure::Stream("b", Some(&Condition::HostGone)))
    );
    let failed = read(
        "type='terminate' condition='remote-stream-error' xmlns:stream='http://etherx.jabber.org/streams'>\
         <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></body>",
    );
    assert!(failed.payload::<StreamError>().unwrap().is_some());
}

#[test]
fn reads_and_sets_what_xmpp_adds() {
    let created = read("xmlns:x='urn:xmpp:xbosh' x:version='1.0' x:restartlogic=' 1 '/>");
    assert_eq!(created.xmpp_version, Some(Version::V1_0));
    assert!(created.can_restart && !created.restarts);
    // Without the namespace they are something else.
    let other = read("restart='true' restartlogic='true' version='1.0'/>");
    assert!(!other.restarts && !other.can_restart);
    assert_eq!(other.xmpp_version, None);
    let wrong = "<body xmlns='http://jabber.org/protocol/httpbind' xmlns:x='urn:xmpp:xbosh' \
                 x:version='one' x:restart='yes'/>";
    assert!(matches!(refusal(wrong), ErrorKind::InvalidValue { .. }));
    let kept = Options::new().invalid(Invalid::Keep);
    let wrong = Body::read(wrong.as_bytes(), &kept).unwrap();
    assert!(!wrong.restarts);
    assert_eq!(wrong.xmpp_version, None);

    let restart = Body::restart(7, "s1", "tea.example".parse().unwrap());
    let again: Body = from_str(&to_string(&restart).unwrap()).unwrap();
    assert_eq!(again, restart);
    assert!(again.restarts);
    let logic = Body::new().with_restart_logic(&Version::V1_0);
    assert!(logic.can_restart);
    assert_eq!(logic.xmpp_version, Some(Version::V1_0));
}

#[test]
fn rejects_numbers_whose_absence_means_something_else() {
    for attribute in ["ack", "inactivity", "pause", "polling", "requests", "rid"] {
        let source = format!("<body xmlns='http://jabber.org/protocol/httpbind' {attribute}='x'/>");
        let options = Options::new().invalid(Invalid::Keep);
        Body::read(source.as_bytes(), &options).expect_err(attribute);
    }
}

#[test]
fn counts_requests_within_their_bounds() {
    assert_eq!(RequestIds::new(0), None);
    assert_eq!(RequestIds::new(MAX_REQUEST_ID + 1), None);
    let mut ids = RequestIds::new(MAX_REQUEST_ID).unwrap();
    assert_eq!(ids.next_id(), Some(9_007_199_254_740_991));
    assert_eq!(ids.next_id(), None);
    assert_eq!(ids.next_id(), None);
}

#[test]
fn takes_requests_in_their_order() {
    let mut window = Window::new(100, 2);
    assert_eq!(window.arrive(100), Arrival::Repeated);
    assert_eq!(window.arrive(0), Arrival::Repeated);
    assert_eq!(window.arrive(103), Arrival::Refused);
    assert_eq!(window.arrive(102), Arrival::Early);
    assert_eq!(window.last(), 100);
    assert_eq!(window.arrive(101), Arrival::Next);
    assert_eq!(window.arrive(102), Arrival::Next);
    assert_eq!(window.last(), 102);
    let mut end = Window::new(MAX_REQUEST_ID, 2);
    assert_eq!(end.arrive(MAX_REQUEST_ID + 1), Arrival::Refused);
    assert_eq!(end.arrive(u64::MAX), Arrival::Refused);
    let mut last = Window::new(MAX_REQUEST_ID - 1, 2);
    assert_eq!(last.arrive(MAX_REQUEST_ID + 1), Arrival::Refused);
    assert_eq!(last.arrive(MAX_REQUEST_ID), Arrival::Next);
}

#[test]
fn takes_the_next_key_only() {
    // SHA-1 of "abc" is the first example of FIPS 180.
    assert_eq!(key("abc", 1), "a9993e364706816aba3e25717850c26c9cd0d89d");
    assert!(is_next_key(&key("abc", 3).to_uppercase(), &key("abc", 2)));
    assert!(is_next_key(&key("abc", 1), "abc"));
    assert!(!is_next_key(&key("abc", 3), &key("abc", 3)));
    assert!(!is_next_key(&key("abc", 3), &key("abd", 2)));
    assert!(!is_next_key("", ""));
}

#[test]
fn makes_the_requests_of_a_session() {
    const NS: &str = "xmlns='http://jabber.org/protocol/httpbind'";
    let created = Body::create(7, "tea.example".parse().unwrap());
    assert_eq!((created.rid, created.sid.as_deref()), (Some(7), None));
    assert_eq!(created.to, Some("tea.example".parse().unwrap()));
    assert_eq!(created.xmpp_version, Some(Version::V1_0));
    assert!(!created.restarts);
    let written = to_string(&created).unwrap();
    assert!(written.contains(" ver='1.11'"), "{written}");
    assert_eq!(from_str::<Body>(&written), Ok(created));

    let request = Body::request(8, "s1");
    assert_eq!(
        to_string(&request).unwrap(),
        format!("<body {NS} rid='8' sid='s1'/>")
    );
    let to: Jid = "hare@tea.example".parse().unwrap();
    let more = request
        .with_payload(&Presence::new())
        .and_then(|body| body.with_payload(&Message::chat(to, "tea")))
        .unwrap();
    assert_eq!((more.rid, more.sid.as_deref()), (Some(8), Some("s1")));
    let names: Vec<&str> = more.payloads.iter().map(|payload| payload.name()).collect();
    assert_eq!(names, ["presence", "message"]);
    let read = Body::read(to_string(&more).unwrap().as_bytes(), &Options::new()).unwrap();
    let message = read.payload::<Message>().unwrap().unwrap();
    assert_eq!(message.body(&[]), Some("tea"));

    let over = Body::terminate(None);
    assert_eq!(
        to_string(&over).unwrap(),
        format!("<body {NS} type='terminate'/>")
    );
    assert_eq!(over.failure(), Some(Failure::Session(None)));
    let gone = Body::terminate(Some(Condition::HostGone));
    assert_eq!(
        gone.failure(),
        Some(Failure::Session(Some(&Condition::HostGone)))
    );
}
