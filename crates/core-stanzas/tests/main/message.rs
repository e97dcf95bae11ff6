use xmpp_core_stanzas::{
    Body, Message, MessageKind, StanzaNamespace, StreamElement, Subject, Thread,
};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, RawElement, Writer};

use crate::{jid, languages, refusal};

#[test]
fn reads_every_part() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client' from='ada@example.com/desk' to='bob@example.com' id='m1' type='chat' xml:lang='en'>\
         <subject>Lunch</subject><subject xml:lang='it'>Pranzo</subject>\
         <body>At noon?</body><body xml:lang='it'>A mezzogiorno?</body>\
         <thread parent='monday'>tuesday</thread></message>",
    );
    assert_eq!(message.namespace, StanzaNamespace::Client);
    assert_eq!(message.from, Some(jid("ada@example.com/desk")));
    assert_eq!(message.to, Some(jid("bob@example.com")));
    assert_eq!(message.id.as_deref(), Some("m1"));
    assert_eq!(message.kind, Some(MessageKind::Chat));
    assert_eq!(message.lang, Some("en".into()));
    assert_eq!(
        message.subjects,
        [
            Subject::new("Lunch"),
            Subject::new("Pranzo").with_lang("it".into())
        ]
    );
    assert_eq!(
        message.bodies,
        [
            Body::new("At noon?"),
            Body::new("A mezzogiorno?").with_lang("it".into())
        ]
    );
    let thread = message.thread.unwrap();
    assert_eq!(
        (thread.id.as_str(), thread.parent.as_deref()),
        ("tuesday", Some("monday"))
    );
}

#[test]
fn reads_every_type() {
    for (token, kind) in [
        ("chat", MessageKind::Chat),
        ("error", MessageKind::Error),
        ("groupchat", MessageKind::Groupchat),
        ("headline", MessageKind::Headline),
        ("normal", MessageKind::Normal),
    ] {
        let source = format!("<message xmlns='jabber:client' type='{token}'/>");
        let message: Message = assert_typed(&source);
        assert_eq!(message.kind.as_ref(), Some(&kind));
        assert_eq!(message.effective_kind(), kind);
        assert_eq!(
            xmpp_xml::to_string(&Message::new().with_kind(kind)).unwrap(),
            source
        );
    }
}

#[test]
fn keeps_a_type_that_nobody_registered_and_treats_it_as_normal() {
    let message: Message = assert_typed("<message xmlns='jabber:client' type='pigeon'/>");
    assert_eq!(message.kind.as_ref().unwrap().as_str(), "pigeon");
    assert_eq!(message.effective_kind(), MessageKind::Normal);
    assert_eq!(Message::new().effective_kind(), MessageKind::Normal);
}

#[test]
fn keeps_absent_and_empty_apart() {
    let absent: Message = assert_typed("<message xmlns='jabber:client'/>");
    assert_eq!(absent, Message::new());
    let empty: Message =
        assert_typed("<message xmlns='jabber:client' id=''><subject/><body/><thread/></message>");
    assert_eq!(empty.id.as_deref(), Some(""));
    assert_eq!(empty.subjects, [Subject::new("")]);
    assert_eq!(empty.body(&[]), Some(""));
    assert_eq!(empty.thread, Some(Thread::new("")));
}

#[test]
fn keeps_several_bodies_of_one_language() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><body xml:lang='en'>left</body><body xml:lang='en'>right</body></message>",
    );
    assert_eq!(message.bodies.len(), 2);
    assert_eq!(message.body(&languages(&["en"])), Some("left"));
}

#[test]
fn keeps_payloads_among_texts_in_their_places() {
    let source = "<message xmlns='jabber:client'><a xmlns='urn:example:a'/><body>one</body><b xmlns='urn:example:b'/>\
                  <subject>s</subject><thread>t</thread><body>two</body><a xmlns='urn:example:a' again='1'/></message>";
    let mut message: Message = assert_typed(source);
    let names: Vec<_> = message.payloads.iter().map(RawElement::name).collect();
    assert_eq!(names, ["a", "b", "a"]);
    assert_eq!(xmpp_xml::to_string(&message).unwrap(), source);

    message.bodies[1].text = "2".into();
    assert_eq!(
        xmpp_xml::to_string(&message).unwrap(),
        source.replace(">two<", ">2<")
    );
}

#[test]
fn writes_parts_in_the_customary_order() {
    let mut message = Message::new()
        .with_to(jid("bob@example.com"))
        .with_id("m1")
        .with_kind(MessageKind::Chat)
        .with_body("hi");
    message
        .payloads
        .push(crate::raw("<a xmlns='urn:example:a'/>"));
    message.thread = Some(Thread::new("t"));
    message.subjects.push(Subject::new("s"));
    assert_eq!(
        xmpp_xml::to_string(&message).unwrap(),
        "<message xmlns='jabber:client' to='bob@example.com' id='m1' type='chat'><subject>s</subject><body>hi</body>\
         <thread>t</thread><a xmlns='urn:example:a'/></message>"
    );
}

#[test]
fn takes_only_texts_of_its_own_namespace() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><body xmlns='urn:example:b'>theirs</body><body>ours</body>\
         <html xmlns='http://jabber.org/protocol/xhtml-im'><body xmlns='http://www.w3.org/1999/xhtml'>p</body></html>\
         <body xmlns='jabber:server'>of the other stream</body></message>",
    );
    assert_eq!(message.bodies, [Body::new("ours")]);
    assert_eq!(message.payloads.len(), 3);
}

#[test]
fn leaves_out_the_namespace_inside_of_its_stream() {
    let message: Message = xmpp_xml::from_str(
        "<message xmlns='jabber:client'><body>hi</body><a xmlns='urn:example:a'/></message>",
    )
    .unwrap();
    let inside = |namespace| {
        let mut writer = Writer::new().within(namespace, &[]);
        writer.element(&message);
        writer.finish().unwrap()
    };
    assert_eq!(
        inside("jabber:client"),
        "<message><body>hi</body><a xmlns='urn:example:a'/></message>"
    );
    assert_eq!(
        inside("jabber:server"),
        "<message xmlns='jabber:client'><body>hi</body><a xmlns='urn:example:a'/></message>"
    );
}

#[test]
fn keeps_what_it_does_not_name() {
    let mut message: Message = assert_lossless(
        "<message xmlns='jabber:client' colour='red' xmlns:x='urn:example:x' x:y='1'>stray\
         <body size='8'>hi<b xmlns='urn:example:b'/></body><thread parent='p' side='left'>t</thread></message>",
    );
    assert_eq!(message.extra.attribute("", "colour"), Some("red"));
    assert_eq!(message.bodies[0].extra.attribute("", "size"), Some("8"));
    message.bodies[0].text = "bye".into();
    let written = xmpp_xml::to_string(&message).unwrap();
    assert!(
        written.contains("stray<body size='8'>bye<b xmlns='urn:example:b'/></body>"),
        "{written}"
    );
}

#[test]
fn keeps_the_spelling_of_addresses() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client' from='Ada@EXAMPLE.com/Desk' to='room@muc.example/🦀'/>",
    );
    assert_eq!(message.from, Some(jid("ada@example.com/Desk")));
}

#[test]
fn rejects_other_elements_without_blaming_the_input() {
    for source in [
        "<presence xmlns='jabber:client'/>",
        "<message xmlns='urn:example:mail'/>",
        "<message/>",
    ] {
        let (kind, _) = refusal::<Message>(source);
        assert!(matches!(kind, ErrorKind::WrongElement { .. }), "{source}");
    }
}

#[test]
fn rejects_a_second_thread() {
    let (kind, path) = refusal::<Message>(
        "<message xmlns='jabber:client'><thread>a</thread><thread>b</thread></message>",
    );
    let repeated = ErrorKind::RepeatedChild {
        element: "message",
        name: "thread",
    };
    assert_eq!((kind, path.as_str()), (repeated, "/message/thread[2]"));
}

#[test]
fn makes_messages_for_people_and_rooms() {
    assert_eq!(
        xmpp_xml::to_string(&Message::chat(jid("bob@example.com"), "hi")).unwrap(),
        "<message xmlns='jabber:client' to='bob@example.com' type='chat'><body>hi</body></message>"
    );
    assert_eq!(
        xmpp_xml::to_string(&Message::groupchat(jid("room@muc.example"), "hi")).unwrap(),
        "<message xmlns='jabber:client' to='room@muc.example' type='groupchat'><body>hi</body></message>"
    );
}

/// What the envelope declares and has may fill the limits: written, it must not go beyond them.
#[test]
fn what_was_read_within_the_limits_is_written_within_them() {
    let declarations: String = (0..120).map(|n| format!(" xmlns:p{n}='urn:{n}'")).collect();
    for count in [200, 256] {
        let attributes: String = (0..count)
            .map(|n| format!(" p{}:a{n}=''", n % 120))
            .collect();
        let source = format!(
            "<message xmlns='jabber:client'{declarations}{attributes}><x xmlns='urn:x' p1:b=''/></message>"
        );
        let message: Message = assert_lossless(&source);
        let written = xmpp_xml::to_string(&message).expect("it can be written");
        assert!(written.len() <= source.len(), "{written}");
        assert_eq!(xmpp_xml::from_str::<Message>(&written), Ok(message.clone()));
        // A payload that is taken out needs one prefix of all.
        let payload = message.payloads[0].to_string();
        assert_eq!(payload, "<x xmlns:p1='urn:1' xmlns='urn:x' p1:b=''/>");
        // Other attributes instead of those that went: none was in the way of the declarations.
        let mut changed = message;
        changed.extra.normalize();
        let written = xmpp_xml::to_string(&changed).expect("it can be written");
        assert_eq!(xmpp_xml::from_str::<Message>(&written), Ok(changed));
    }
}

#[test]
fn a_reply_goes_to_whoever_said_it_or_to_the_room() {
    let read = |attributes: &str| -> Message {
        let text = format!(
            "<message xmlns='jabber:component:accept' {attributes}><body>a</body><thread>t</thread></message>"
        );
        let mut report = xmpp_xml::Report::default();
        let keep = xmpp_xml::Options::new().invalid(xmpp_xml::Invalid::Keep);
        xmpp_xml::read_with(text.as_bytes(), &keep, &mut report).unwrap()
    };
    let written = |message: &Message| xmpp_xml::to_string(&message.reply("b").unwrap()).unwrap();
    let reply = |attributes: &str| {
        format!(
            "<message xmlns='jabber:component:accept' {attributes}><body>b</body><thread>t</thread></message>"
        )
    };
    for (said, answered) in [
        (
            "from='ada@example.com/desk' to='bot.example' id='1' type='chat' xml:lang='en'",
            "from='bot.example' to='ada@example.com/desk' type='chat'",
        ),
        (
            "from='tower@muc.example/ada' to='bot.example' type='groupchat'",
            "from='bot.example' to='tower@muc.example' type='groupchat'",
        ),
        ("from='ada@example.com'", "to='ada@example.com'"),
    ] {
        assert_eq!(written(&read(said)), reply(answered), "{said}");
    }
    for said in [
        "",
        "from='@' type='chat'",
        "from='ada@example.com' type='error'",
        "from='ada@example.com' type='headline'",
    ] {
        assert_eq!(read(said).reply("b"), None, "{said}");
    }
}

#[test]
fn an_element_of_a_stream_is_a_stanza_or_another() {
    let message: StreamElement = assert_lossless("<message xmlns='jabber:server' a='1'/>");
    assert!(matches!(message, StreamElement::Stanza(_)));
    for other in ["<message xmlns='urn:a'/>", "<r xmlns='urn:xmpp:sm:3'/>"] {
        let other: StreamElement = assert_lossless(other);
        assert!(matches!(other, StreamElement::Other(_)));
    }
    let invalid = "<iq xmlns='jabber:client' type='pet' id='1'/>";
    xmpp_xml::from_str::<StreamElement>(invalid).unwrap_err();
}
