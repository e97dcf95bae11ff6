use xmpp_core_stanzas::{
    Condition, Iq, IqKind, Message, MessageKind, Presence, PresenceKind, Stanza, StanzaError,
    StanzaNamespace,
};
use xmpp_xml::testing::assert_typed;

use crate::{jid, keep, raw};

const UNANSWERED: [&str; 4] = [
    "<message xmlns='jabber:client' from='a@example.com' type='error'/>",
    "<presence xmlns='jabber:client' from='a@example.com' type=' error '/>",
    "<iq xmlns='jabber:client' from='a@example.com' id='1' type='error'/>",
    "<iq xmlns='jabber:client' from='a@example.com' id='1' type=' result'/>",
];

fn conflict() -> StanzaError {
    StanzaError::new(Condition::Conflict)
}

#[test]
fn answers_a_request() {
    let request: Iq = assert_typed(
        "<iq xmlns='jabber:server' from='Ada@example.com/desk' to='gate.example.net' id=' 7 ' type='get' \
         xml:lang='en'><q xmlns='urn:example:q'/></iq>",
    );
    let reply = request.reply().unwrap();
    assert_eq!(
        xmpp_xml::to_string(&reply).unwrap(),
        "<iq xmlns='jabber:server' from='gate.example.net' to='Ada@example.com/desk' id=' 7 ' type='result'/>"
    );
    let set = Iq::new(IqKind::Set, "8");
    assert_eq!(set.reply(), Some(Iq::new(IqKind::Result, "8")));
}

#[test]
fn answers_with_an_error() {
    for (request, reply) in [
        (
            "<message xmlns='jabber:client' from='a@example.com' to='b@example.com' id='1' type='chat'><body>x</body></message>",
            "<message xmlns='jabber:client' from='b@example.com' to='a@example.com' id='1' type='error'>",
        ),
        (
            "<presence xmlns='jabber:server' from='a@example.com' type='probe'/>",
            "<presence xmlns='jabber:server' to='a@example.com' type='error'>",
        ),
        (
            "<iq xmlns='jabber:component:accept' to='b@example.com' id='x' type='set'><q xmlns='urn:example:q'/></iq>",
            "<iq xmlns='jabber:component:accept' from='b@example.com' id='x' type='error'>",
        ),
    ] {
        let expected = format!(
            "{reply}<error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></{}>",
            raw(request).name()
        );
        let stanza: Stanza = assert_typed(request);
        let answer = stanza.error_reply(conflict()).unwrap();
        assert!(answer.is_error());
        assert_eq!(xmpp_xml::to_string(&answer).unwrap(), expected);
        // What could not be read is answered alike.
        let answer = Stanza::error_reply_to(raw(request).node(), conflict()).unwrap();
        assert_eq!(xmpp_xml::to_string(&answer).unwrap(), expected);
    }
}

#[test]
fn answers_no_answer() {
    for source in UNANSWERED {
        let stanza: Stanza = assert_typed(source);
        assert_eq!(stanza.error_reply(conflict()), None, "{source}");
        assert_eq!(
            Stanza::error_reply_to(raw(source).node(), conflict()),
            None,
            "{source}"
        );
        if let Stanza::Iq(iq) = stanza {
            assert_eq!(iq.reply(), None);
        }
    }
}

#[test]
fn answers_what_could_not_be_read() {
    for (source, condition, written) in [
        (
            "<iq xmlns='jabber:client' from='a@example.com' type='get'/>",
            Condition::BadRequest,
            "<iq xmlns='jabber:client' to='a@example.com' id='' type='error'>",
        ),
        (
            "<iq xmlns='jabber:client' from='a@example.com' to='b@example.com' id='1' type='ask'/>",
            Condition::BadRequest,
            "<iq xmlns='jabber:client' from='b@example.com' to='a@example.com' id='1' type='error'>",
        ),
        (
            "<message xmlns='jabber:server' from='@' to='b@example.com' id='&lt;'/>",
            Condition::JidMalformed,
            "<message xmlns='jabber:server' from='b@example.com' id='&lt;' type='error'>",
        ),
        (
            "<c:presence xmlns:c='jabber:client' from='a@example.com'><c:priority>high</c:priority></c:presence>",
            Condition::BadRequest,
            "<presence xmlns='jabber:client' to='a@example.com' type='error'>",
        ),
    ] {
        let element = raw(source);
        let error = element.parse::<Stanza>().unwrap_err();
        let reply = Stanza::error_reply_to(element.node(), &error).unwrap();
        assert_eq!(reply.error().unwrap().condition(), Some(&condition));
        let text = xmpp_xml::to_string(&reply).unwrap();
        assert!(text.starts_with(written), "{text}");
        assert_eq!(assert_typed::<Stanza>(&text), reply);
    }
}

#[test]
fn has_no_answer_to_what_is_no_stanza() {
    for source in [
        "<iq xmlns='urn:example:q' id='1' type='get'/>",
        "<enable xmlns='urn:xmpp:sm:3'/>",
        "<query xmlns='jabber:client'/>",
    ] {
        assert_eq!(
            Stanza::error_reply_to(raw(source).node(), conflict()),
            None,
            "{source}"
        );
    }
}

#[test]
fn tells_what_all_stanzas_have() {
    let message = Message::new()
        .with_namespace(StanzaNamespace::Server)
        .unwrap()
        .with_from(jid("a@example.com"))
        .with_to(jid("b@example.com"))
        .with_id("1")
        .with_kind(MessageKind::Headline);
    let presence = Presence::new()
        .with_namespace(StanzaNamespace::Server)
        .unwrap()
        .with_from(jid("a@example.com"))
        .with_to(jid("b@example.com"))
        .with_id("1")
        .with_kind(PresenceKind::Probe);
    let iq = Iq::new(IqKind::Get, "1")
        .with_namespace(StanzaNamespace::Server)
        .unwrap()
        .with_from(jid("a@example.com"))
        .with_to(jid("b@example.com"));
    for stanza in [Stanza::from(message), presence.into(), iq.into()] {
        assert_eq!(stanza.namespace(), StanzaNamespace::Server);
        assert_eq!(stanza.sender(), Some(&jid("a@example.com")));
        assert_eq!(stanza.recipient(), Some(&jid("b@example.com")));
        assert_eq!(stanza.id(), Some("1"));
        assert_eq!((stanza.lang(), stanza.error()), (None, None));
        assert_eq!(stanza.payloads(), []);
        assert!(!stanza.is_error());
        assert_eq!(
            assert_typed::<Stanza>(&xmpp_xml::to_string(&stanza).unwrap()),
            stanza
        );
    }
}

#[test]
fn answers_what_is_neither_request_nor_answer_with_an_error() {
    for (source, written) in [
        (
            "<iq xmlns='jabber:client' from='a@example.com' id='1' type='pet'/>",
            "<iq xmlns='jabber:client' to='a@example.com' id='1' type='error'>",
        ),
        (
            "<iq xmlns='jabber:client' from='a@example.com'/>",
            "<iq xmlns='jabber:client' to='a@example.com' id='' type='error'>",
        ),
    ] {
        let (stanza, problems) = keep(source);
        assert!(!problems.is_empty());
        let reply = stanza.error_reply(Condition::BadRequest).unwrap();
        let text = xmpp_xml::to_string(&reply).unwrap();
        assert!(text.starts_with(written), "{text}");
    }
}

#[test]
fn sets_what_all_stanzas_have() {
    for stanza in [
        Stanza::from(Message::new()),
        Presence::new().into(),
        Iq::new(IqKind::Get, "1").into(),
    ] {
        let mut changed = stanza.clone();
        changed.set_sender(Some(jid("a@example.com")));
        changed.set_recipient(Some(jid("b@example.com")));
        changed.set_id(Some("2".to_owned()));
        changed.set_lang(Some("eo".into()));
        changed.set_namespace(StanzaNamespace::Server).unwrap();
        let read: Stanza = assert_typed(&xmpp_xml::to_string(&changed).unwrap());
        assert_eq!(read, changed);
        assert_eq!(read.sender(), Some(&jid("a@example.com")));
        assert_eq!(read.recipient(), Some(&jid("b@example.com")));
        assert_eq!(read.id(), Some("2"));
        assert_eq!(read.lang(), Some(&"eo".into()));
        assert_eq!(read.namespace(), StanzaNamespace::Server);

        changed.set_sender(None);
        changed.set_recipient(None);
        changed.set_id(stanza.id().map(str::to_owned));
        changed.set_lang(None);
        changed.set_namespace(StanzaNamespace::Client).unwrap();
        assert_eq!(changed, stanza);
    }
}

#[test]
fn a_stanza_is_the_one_that_it_is() {
    let message = Message::new().with_body("hi");
    let stanza = Stanza::from(message.clone());
    assert_eq!(Message::try_from(stanza.clone()), Ok(message));
    assert_eq!(
        Presence::try_from(stanza.clone()),
        Err(Box::new(stanza.clone()))
    );
    assert_eq!(Iq::try_from(stanza.clone()), Err(Box::new(stanza)));
    let presence = Presence::new();
    assert_eq!(
        Presence::try_from(Stanza::from(presence.clone())),
        Ok(presence)
    );
    let iq = Iq::new(IqKind::Get, "1");
    assert_eq!(Iq::try_from(Stanza::from(iq.clone())), Ok(iq));
}

#[test]
fn an_account_speaks_without_an_address_or_as_its_bare_one() {
    let account = jid("ada@example.com/desk");
    for (from, is_own) in [
        (None, true),
        (Some("Ada@example.com"), true),
        (Some("ada@example.com/desk"), false),
        (Some("example.com"), false),
        (Some("eve@example.com"), false),
    ] {
        let mut message = Message::new();
        message.from = from.map(jid);
        assert_eq!(message.is_from_account(&account), is_own, "{from:?}");
        assert_eq!(Stanza::from(message).is_from_account(&account), is_own);
    }
}

#[test]
fn an_address_that_is_not_valid_is_nobody_s() {
    let invalid = "evil@x.example/a·b";
    let (stanza, problems) = keep(&format!(
        "<iq xmlns='jabber:client' type='result' id='p1' from='{invalid}'/>"
    ));
    assert_eq!(problems, ["/iq/@from"]);
    let iq = Iq::try_from(stanza).unwrap();
    let sender = iq.from.clone().unwrap();
    assert_eq!((sender.is_valid(), sender.as_str()), (false, invalid));
    let request = Iq::new(IqKind::Get, "p1");
    for account in [
        jid("ada@example.com/desk"),
        jid("evil@x.example"),
        jid("x.example"),
        sender.clone(),
    ] {
        assert!(!iq.is_from_account(&account));
        assert!(!iq.is_answer_to(&request, &account));
    }
    // But it is the one that was written to.
    let request = request.with_to(sender);
    assert!(iq.is_answer_to(&request, &jid("ada@example.com")));
}
