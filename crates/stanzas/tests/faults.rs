//! Inputs that were once misread, each with the right value: out of bug reports, foreign traffic and attacks.

use xmpp_stanzas::blocking::command::Unblock;
use xmpp_stanzas::core_stanzas::{
    AnswerError, Condition, Iq, Message, Presence, StandaloneError, Stanza, StanzaNamespace,
};
use xmpp_stanzas::disco::info;
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::jingle::session::{Creator, Jingle};
use xmpp_stanzas::roster::list::{Push, PushError, Roster};
use xmpp_stanzas::sessions::stream_management::{Enabled, Nonza};
use xmpp_stanzas::streams::framing::Frame;
use xmpp_stanzas::streams::reader::{StreamEvent, StreamReader};
use xmpp_stanzas::vocabulary::delay::Delay;
use xmpp_stanzas::vocabulary::forwarded::Forwarded;
use xmpp_stanzas::xml::{
    Element, Error, ErrorKind, Invalid, Limits, Options, RawElement, Report, from_str, read_with,
    to_string,
};

/// Read with invalid values kept, and what is wrong with it.
#[track_caller]
fn kept<T: Element>(source: &str) -> (T, Vec<String>) {
    let (value, report) = kept_with(source);
    let problems = report
        .problems
        .iter()
        .map(|problem| problem.path().to_owned());
    (value, problems.collect())
}

#[track_caller]
fn kept_with<T: Element>(source: &str) -> (T, Report) {
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let value = read_with(source.as_bytes(), &options, &mut report).unwrap();
    assert_eq!(
        raw(&to_string(&value).unwrap()),
        raw(source),
        "nothing is lost"
    );
    (value, report)
}

fn raw(source: &str) -> RawElement {
    source.parse().unwrap()
}

fn jid(text: &str) -> Jid {
    Jid::new(text).unwrap()
}

#[test]
fn a_space_at_the_end_of_a_nickname_belongs_to_it() {
    let source = "<message xmlns='jabber:client' type='groupchat' from='room@chat.example/foo '><body>x</body></message>";
    let message: Message = from_str(source).unwrap();
    assert_eq!(message.from, Some(jid("room@chat.example/foo ")));
    assert_ne!(message.from, Some(jid("room@chat.example/foo")));
    assert_eq!(raw(&to_string(&message).unwrap()), raw(source));
}

#[test]
fn a_nickname_may_be_a_space() {
    let presence: Presence =
        from_str("<presence xmlns='jabber:client' from='room@chat.example/ '/>").unwrap();
    assert_eq!(presence.from.unwrap().resource(), Some(" "));
}

#[test]
fn a_push_from_an_address_that_is_not_valid_is_not_the_servers() {
    let account = jid("alice@wonderland.example");
    for from in ["evil@x.example/a\u{85}b", "evil@@x.example", "", " "] {
        let (iq, problems) = kept::<Iq>(&format!(
            "<iq xmlns='jabber:client' type='set' id='p1' from='{from}'><query xmlns='jabber:iq:roster'>\
             <item jid='mallory@x.example' subscription='both'/></query></iq>"
        ));
        assert_eq!(problems, ["/iq/@from"]);
        assert!(iq.from.is_some(), "it is not missing");
        assert_eq!(Push::of(&iq, &account), Err(PushError::Untrusted));
    }
}

#[test]
fn unblocking_nobody_who_can_be_read_is_not_unblocking_all() {
    let source = "<unblock xmlns='urn:xmpp:blocking'><item jid='bad jid@b.example'/></unblock>";
    assert!(from_str::<Unblock>(source).is_err());
    let (unblock, problems) = kept::<Unblock>(source);
    assert!(!unblock.is_all());
    assert_eq!(problems, ["/unblock/item/@jid"]);
}

#[test]
fn an_error_that_repeats_the_request_is_no_empty_roster() {
    let iq: Iq = from_str(
        "<iq xmlns='jabber:client' type='error' id='r1'><query xmlns='jabber:iq:roster'/>\
         <error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>",
    )
    .unwrap();
    let Err(AnswerError::Refused(error)) = iq.answer::<Roster>() else {
        panic!("it was refused");
    };
    assert_eq!(error.condition(), Some(&Condition::ItemNotFound));
}

#[test]
fn a_contact_is_renamed_without_what_the_server_alone_may_say() {
    let roster: Roster = from_str(
        "<query xmlns='jabber:iq:roster'><item jid='a@b.example' name='A' ask='subscribe' subscription='none' approved='true'/></query>",
    )
    .unwrap();
    assert_eq!(
        to_string(&roster.items[0].rename(Some("B"))).unwrap(),
        "<query xmlns='jabber:iq:roster'><item jid='a@b.example' name='B'/></query>"
    );
}

/// The stream error that answers what has come in.
fn stream_error(bytes: &[u8]) -> &'static str {
    let mut reader = StreamReader::default();
    reader.feed(bytes);
    reader.next_event().unwrap_err().kind().stream_condition()
}

#[test]
fn a_declared_encoding_is_unsupported() {
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><stream:stream xmlns='jabber:client' \
                xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
    assert_eq!(stream_error(text.as_bytes()), "unsupported-encoding");
}

#[test]
fn utf_16_is_unsupported() {
    assert_eq!(
        stream_error(b"\xFF\xFE<\0?\0x\0m\0l\0"),
        "unsupported-encoding"
    );
}

#[test]
fn one_bad_contact_costs_no_other() {
    let source = "<iq xmlns='jabber:client' type='result' id='1'><query xmlns='jabber:iq:roster'>\
                  <item jid='a@b.example'/><item jid='bad jid@c.example'/></query></iq>";
    let strict: Iq = from_str(source).unwrap();
    assert!(strict.answer::<Roster>().is_err());
    // The options of the stanza are those of its payload.
    let (iq, problems) = kept::<Iq>(source);
    assert!(problems.is_empty());
    let roster = iq.answer::<Roster>().unwrap().unwrap();
    assert_eq!(roster.items.len(), 2);
    assert_eq!(roster.items[0].jid, jid("a@b.example"));
    assert!(!roster.items[1].jid.is_valid());
}

/// PRECIS has no tatweel and a middle dot between l and l alone; rooms that go by stringprep let them in.
#[test]
fn a_nickname_of_stringprep_is_kept_as_an_address_that_is_not_valid() {
    for nickname in ["محـمد", "a·b"] {
        let source =
            format!("<presence xmlns='jabber:client' from='room@chat.example/{nickname}'/>");
        assert!(from_str::<Presence>(&source).is_err());
        let (presence, problems) = kept::<Presence>(&source);
        assert_eq!(problems, ["/presence/@from"]);
        let from = presence.from.unwrap();
        assert!(!from.is_valid());
        assert_eq!(from.as_str(), format!("room@chat.example/{nickname}"));
        assert_ne!(from, jid("room@chat.example"));
    }
}

#[test]
fn a_transport_without_what_it_needs_costs_that_transport() {
    let (jingle, problems) = kept::<Jingle>(
        "<jingle xmlns='urn:xmpp:jingle:1' action='transport-accept' sid='s'><content creator='initiator' name='f'>\
         <transport xmlns='urn:xmpp:jingle:transports:ibb:1' block-size='8192'/></content></jingle>",
    );
    assert_eq!(problems, ["/jingle/content/transport"]);
    let content = jingle.content(&Creator::Initiator, "f").unwrap();
    assert_eq!(content.transport(), None);
}

#[test]
fn a_zone_without_a_colon_is_a_zone() {
    let source =
        "<delay xmlns='urn:xmpp:delay' stamp='2018-11-27T10:00:00+0000' from='a.example'/>";
    let delay: Delay = from_str(source).unwrap();
    assert_eq!(
        delay.stamp.as_ref().map(|stamp| stamp.unix_seconds()),
        Some(1_543_312_800)
    );
    assert_eq!(raw(&to_string(&delay).unwrap()), raw(source));
}

#[test]
fn a_frame_without_a_namespace_is_not_guessed_at() {
    let frame = "<iq id='1' type='result'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>a@b.example/c</jid></bind></iq>";
    let error = Frame::read(frame.as_bytes(), &Options::new()).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::NoNamespace { name: "iq".into() });
    assert_eq!(error.kind().stream_condition(), "invalid-namespace");
}

#[test]
fn white_space_is_no_frame() {
    let error = Frame::read(b" ", &Options::new()).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::TextInStream);
}

#[test]
fn an_unknown_child_moves_with_its_stanza() {
    let mut stanza: Stanza =
        from_str("<message xmlns='jabber:client' to='a@b.example'><body>x</body><stats-id>y</stats-id></message>")
            .unwrap();
    stanza.set_namespace(StanzaNamespace::Server).unwrap();
    assert_eq!(
        to_string(&stanza).unwrap(),
        "<message xmlns='jabber:server' to='a@b.example'><body>x</body><stats-id>y</stats-id></message>"
    );
}

#[test]
fn a_protocol_in_capitals_is_the_same() {
    use xmpp_stanzas::jingle::ice_udp::Protocol;
    use xmpp_stanzas::jingle::session::Transport;

    let source = "<jingle xmlns='urn:xmpp:jingle:1' action='transport-info' sid='s'>\
        <content creator='initiator' name='a'><transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ufrag='u' pwd='p'>\
        <candidate component='1' foundation='0' ip='192.0.2.1' port='9' priority='2122252543' protocol='UDP' type='host'/>\
        </transport></content></jingle>";
    let jingle: Jingle = from_str(source).unwrap();
    let Some(Transport::IceUdp(transport)) = jingle.contents[0].transport() else {
        panic!("{jingle:?}");
    };
    assert_eq!(transport.candidates[0].protocol, Protocol::Udp);
    assert_eq!(raw(&to_string(&jingle).unwrap()), raw(source));
}

#[test]
fn a_stanza_without_a_language_has_that_of_the_stream() {
    let mut reader = StreamReader::default();
    reader.feed(
        b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='de'>\
          <message><body>hallo</body><body xml:lang='en'>hello</body></message>",
    );
    assert!(matches!(
        reader.next_event(),
        Ok(Some(StreamEvent::Opened(_)))
    ));
    let Ok(Some(StreamEvent::Element(element))) = reader.next_event() else {
        panic!("a message");
    };
    let message: Message = element.parse().unwrap();
    let body = |tag: &str| message.body_in(&[tag.into()], reader.lang());
    assert_eq!((body("de"), body("en")), (Some("hallo"), Some("hello")));
    assert_eq!(message.lang, None);
    assert!(!to_string(&message).unwrap().contains("'de'"));
}

#[test]
fn a_prefix_that_a_value_uses_stays_declared() {
    let source = "<iq xmlns='jabber:client' xmlns:xs='http://www.w3.org/2001/XMLSchema' type='get' id='1'><q xmlns='urn:q' type='xs:string'/></iq>";
    let iq: Iq = from_str(source).unwrap();
    let written = to_string(&iq).unwrap();
    let declared = " xmlns:xs='http://www.w3.org/2001/XMLSchema'";
    assert!(
        written.starts_with("<iq ") && written.contains(declared),
        "{written}"
    );
    assert!(
        written.ends_with("><q xmlns='urn:q' type='xs:string'/></iq>"),
        "{written}"
    );
}

#[test]
fn what_came_before_tls_is_not_in_it() {
    let mut reader = StreamReader::default();
    let header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
    reader.feed(
        format!(
            "{header}<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>{header}\
             <iq type='set' id='evil'><x xmlns='urn:evil'/></iq>"
        )
        .as_bytes(),
    );
    assert!(matches!(
        reader.next_event(),
        Ok(Some(StreamEvent::Opened(_)))
    ));
    assert!(
        matches!(reader.next_event(), Ok(Some(StreamEvent::Element(e))) if e.name() == "starttls")
    );
    assert!(reader.buffered().starts_with(b"<stream:stream"));
    let error = reader.restart_after_tls().unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::DataBeforeTls);
    reader.feed(header.as_bytes());
    assert_eq!(reader.next_event(), Err(error));
}

#[test]
fn what_was_accepted_is_accepted_when_it_was_written() {
    let declarations: String = (0..120).map(|n| format!(" xmlns:p{n}='urn:{n}'")).collect();
    let attributes: String = (0..200).map(|n| format!(" p{}:a{n}=''", n % 120)).collect();
    let source = format!("<message xmlns='jabber:client'{declarations}{attributes}/>");
    let mut limits = Limits::default();
    (limits.bytes, limits.attributes, limits.prefixes) = (source.len(), 200, 120);
    let options = Options::new().limits(limits);
    let read = |text: &str| read_with::<Message>(text.as_bytes(), &options, &mut Report::default());
    let message = read(&source).unwrap();
    assert_eq!(read(&to_string(&message).unwrap()), Ok(message));
}

#[test]
fn an_element_in_the_namespace_of_xml_is_an_element() {
    let element = raw("<xml:foo/>");
    assert!(element.is("http://www.w3.org/XML/1998/namespace", "foo"));
    assert_eq!(element.to_string(), "<xml:foo/>");
}

/// Stringprep lets it in, PRECIS does not: the variation selector.
#[test]
fn an_emoji_with_a_variation_selector_is_kept() {
    for text in ["room@muc.example/❤️", "a@b/❤️", "a@b/👨\u{200D}👩"] {
        let source = format!("<presence xmlns='jabber:client' from='{text}' to='a@b'/>");
        let (presence, _) = kept::<Presence>(&source);
        assert_eq!(presence.from.unwrap().as_str(), text);
    }
}

#[test]
fn an_iq_without_an_id_is_kept_and_none_is_made_up() {
    let source = "<iq xmlns='jabber:client' type='get'><query xmlns='jabber:iq:roster'/></iq>";
    assert!(from_str::<Iq>(source).is_err());
    let (iq, problems) = kept::<Iq>(source);
    assert_eq!(problems, ["/iq"]);
    assert!(!to_string(&iq).unwrap().contains(" id="));
}

#[test]
fn an_iq_without_a_type_is_no_request_and_no_answer() {
    let source = "<iq xmlns='jabber:client' id='1'/>";
    assert!(from_str::<Iq>(source).is_err());
    let (iq, problems) = kept::<Iq>(source);
    assert_eq!(problems, ["/iq"]);
    assert!(!iq.is_request() && !iq.is_answer() && !iq.is_error());
}

#[test]
fn an_iq_of_an_unknown_type_is_no_request_and_no_answer() {
    let source = "<iq xmlns='jabber:client' id='1' type='pet'/>";
    assert!(from_str::<Iq>(source).is_err());
    let (iq, problems) = kept::<Iq>(source);
    assert_eq!(problems, ["/iq/@type"]);
    assert!(!iq.is_request() && !iq.is_answer() && !iq.is_error());
}

#[test]
fn an_enabled_session_can_be_resumed_by_its_name() {
    let source = "<enabled xmlns='urn:xmpp:sm:3' id='x' resume='true'/>";
    let enabled: Enabled = from_str(source).unwrap();
    assert_eq!(enabled.resumption_id(), Some("x"));
    assert_eq!(to_string(&enabled).unwrap(), source);
    assert_eq!(from_str::<Nonza>(source), Ok(Nonza::Enabled(enabled)));
}

/// The type that is meant says what is wrong; not one that takes anything.
fn refusal<T: Element + core::fmt::Debug>(source: &str) -> Error {
    let error = from_str::<T>(source).unwrap_err();
    assert!(!error.is_wrong_element());
    error
}

#[test]
fn a_content_without_a_creator_is_said_to_lack_it() {
    let source = "<jingle xmlns='urn:xmpp:jingle:1' action='content-modify' sid='s'><content name='video' senders='both'/></jingle>";
    let error = refusal::<Jingle>(source);
    assert_eq!(error.path(), "/jingle/content");
    assert!(matches!(
        error.kind(),
        ErrorKind::MissingAttribute {
            name: "creator",
            ..
        }
    ));
    assert_eq!(kept::<Jingle>(source).1, ["/jingle/content"]);
}

#[test]
fn an_identity_without_a_category_is_said_to_lack_it() {
    let source =
        "<query xmlns='http://jabber.org/protocol/disco#info'><identity type='coucou'/></query>";
    let error = refusal::<info::Response>(source);
    assert_eq!(error.path(), "/query/identity");
    assert!(matches!(
        error.kind(),
        ErrorKind::MissingAttribute {
            name: "category",
            ..
        }
    ));
    assert_eq!(kept::<info::Response>(source).1, ["/query/identity"]);
}

#[test]
fn an_empty_address_of_a_contact_is_said_to_be_none() {
    let source = "<query xmlns='jabber:iq:roster'><item jid=''/></query>";
    let error = refusal::<Roster>(source);
    assert_eq!(error.path(), "/query/item/@jid");
    let (roster, problems) = kept::<Roster>(source);
    assert_eq!(problems, ["/query/item/@jid"]);
    assert!(!roster.items[0].jid.is_valid());
}

#[test]
fn a_second_time_of_what_is_forwarded_costs_that_time() {
    let source = "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2010-07-10T23:08:25Z'/>\
                  <delay xmlns='urn:xmpp:delay' stamp='2011-07-10T23:08:25Z'/></forwarded>";
    let error = refusal::<Forwarded>(source);
    assert_eq!(error.path(), "/forwarded/delay[2]");
    let (forwarded, problems) = kept::<Forwarded>(source);
    assert_eq!(problems, ["/forwarded/delay[2]"]);
    assert_eq!(
        forwarded.delay.unwrap().stamp.unwrap().to_string(),
        "2010-07-10T23:08:25Z"
    );
}

#[test]
fn an_error_stands_alone_in_the_namespace_of_components() {
    let source = "<error xmlns='jabber:component:accept' type='cancel'>\
                  <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:r@m.example?join</gone></error>";
    let error: StandaloneError = from_str(source).unwrap();
    assert_eq!(error.namespace, StanzaNamespace::Component);
    assert_eq!(to_string(&error).unwrap(), source);
}

#[test]
fn literals_of_ip_addresses_may_have_a_zone_or_a_later_version() {
    assert_eq!(jid("user@[fe80::1%25eno1]").domain(), "[fe80::1%25eno1]");
    assert_eq!(jid("user@[v1.fe80]").domain(), "[v1.fe80]");
}
