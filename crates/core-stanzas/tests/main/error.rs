use core::hash::{Hash as _, Hasher as _};

use xmpp_core_stanzas::{
    Condition, ERROR_NS, ErrorText, Message, StandaloneError, Stanza, StanzaError, StanzaErrorKind,
    StanzaNamespace,
};
use xmpp_jid::Jid;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Error, ErrorKind, Extra, Limit, Token, Value as _, Xml};

use crate::{jid, keep, languages, refusal};

/// More was sent than is taken.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:errors", name = "too-many")]
struct TooMany {
    #[xml(attribute)]
    limit: u8,
    #[xml(extra)]
    extra: Extra,
}

#[track_caller]
fn error_of(content: &str) -> StanzaError {
    let message: Message = assert_typed(&format!(
        "<message xmlns='jabber:client' type='error'>{content}</message>"
    ));
    message.error.unwrap()
}

#[test]
fn reads_every_part() {
    let error = error_of(
        "<error by='gate.example.com' code='402' type='auth'>\
         <payment-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Pay first.</text>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='fr'>Payez d’abord.</text>\
         <too-many xmlns='urn:example:errors' limit='3'/></error>",
    );
    assert_eq!(error.by, Some(jid("gate.example.com")));
    assert_eq!(error.code, Some(402));
    assert_eq!(error.kind, Some(StanzaErrorKind::Auth));
    assert_eq!(error.condition(), Some(&Condition::PaymentRequired));
    assert_eq!(
        error.texts,
        [
            ErrorText::new("Pay first.").with_lang("en".into()),
            ErrorText::new("Payez d’abord.").with_lang("fr".into())
        ]
    );
    assert_eq!(error.text(&languages(&["fr-CA"])), Some("Payez d’abord."));
    assert_eq!(error.text(&[]), Some("Pay first."));
    let limit = error
        .application_condition::<TooMany>()
        .unwrap()
        .unwrap()
        .limit;
    assert_eq!(limit, 3);
}

#[test]
fn reads_and_writes_every_condition() {
    assert_eq!(Condition::TOKENS.len(), 22 + 1);
    for token in Condition::TOKENS {
        let error = error_of(&format!("<error><{token} xmlns='{ERROR_NS}'/></error>"));
        let condition = error.condition().unwrap();
        assert!(!matches!(condition, Condition::Other(_)), "{token}");

        let made = StanzaError::new(condition.clone());
        let kind = condition.default_kind();
        assert_eq!(
            xmpp_xml::to_string(&made).unwrap(),
            format!(
                "<error xmlns='jabber:client' type='{kind}'><{token} xmlns='{ERROR_NS}'/></error>"
            )
        );
    }
}

#[test]
fn reads_every_type() {
    for (token, kind) in [
        ("auth", StanzaErrorKind::Auth),
        ("cancel", StanzaErrorKind::Cancel),
        ("continue", StanzaErrorKind::Continue),
        ("modify", StanzaErrorKind::Modify),
        ("wait", StanzaErrorKind::Wait),
        ("panic", StanzaErrorKind::from("panic")),
    ] {
        assert_eq!(
            error_of(&format!("<error type='{token}'/>")).kind,
            Some(kind)
        );
    }
}

#[test]
fn keeps_a_condition_that_no_rfc_has() {
    let error = error_of(&format!("<error><too-cold xmlns='{ERROR_NS}'/></error>"));
    assert_eq!(error.condition().unwrap().as_str(), "too-cold");
    assert_eq!(error.condition(), Some(&Condition::from("too-cold")));
}

#[test]
fn tells_the_new_address() {
    for (condition, uri) in [
        (Condition::Gone, "xmpp:ada@example.net"),
        (
            Condition::Redirect,
            "xmpp:room@example.net?join;password=a&b",
        ),
    ] {
        let made = StanzaError::moved(condition, uri);
        let error: StanzaError = assert_typed(&xmpp_xml::to_string(&made).unwrap());
        assert_eq!(error, made);
        assert_eq!(error.new_address(), Some(uri));
    }
    let padded = error_of(&format!(
        "<error><gone xmlns='{ERROR_NS}'>\n xmpp:ada@example.net\n</gone></error>"
    ));
    assert_eq!(padded.new_address(), Some("xmpp:ada@example.net"));
    assert_eq!(StanzaError::new(Condition::Gone).new_address(), None);
    let other = error_of(&format!(
        "<error><conflict xmlns='{ERROR_NS}'>chair 4</conflict></error>"
    ));
    assert_eq!(other.new_address(), None);
    assert_eq!(
        other.defined_condition.unwrap().text.as_deref(),
        Some("chair 4")
    );
}

#[test]
fn tells_texts_and_conditions_apart_by_namespace() {
    let error = error_of(&format!(
        "<error><text xmlns='urn:example:errors'>theirs</text><conflict xmlns='urn:example:errors'/>\
         <text xmlns='{ERROR_NS}'>ours</text><gone xmlns='{ERROR_NS}'/></error>"
    ));
    assert_eq!(error.condition(), Some(&Condition::Gone));
    assert_eq!(error.texts, [ErrorText::new("ours")]);
    assert_eq!(error.application_conditions.len(), 2);
    assert_eq!(error.application_condition::<TooMany>(), Ok(None));
}

#[test]
fn reads_an_error_from_before_conditions() {
    let message: Message = assert_lossless(
        "<message xmlns='jabber:client' type='error'><error code='404'>Not Found</error></message>",
    );
    let error = message.error.unwrap();
    assert_eq!((error.code, error.kind.clone()), (Some(404), None));
    assert_eq!(error.condition(), None);
    assert_eq!(error.extra.texts().collect::<Vec<_>>(), ["Not Found"]);
}

#[test]
fn an_invalid_application_condition_costs_nothing_else() {
    let error = error_of(&format!(
        "<error type='wait'><policy-violation xmlns='{ERROR_NS}'/><too-many xmlns='urn:example:errors' limit='all'/>\
         </error>"
    ));
    assert_eq!(error.condition(), Some(&Condition::PolicyViolation));
    assert_eq!(
        error.application_condition::<TooMany>().unwrap_err().path(),
        "/error/too-many/@limit"
    );
}

#[test]
fn rejects_or_keeps_what_is_invalid() {
    let source = format!(
        "<iq xmlns='jabber:client' id='1' type='error'><error code='lots' by='@'><gone xmlns='{ERROR_NS}'/>\
         <conflict xmlns='{ERROR_NS}'/></error></iq>"
    );
    let (kind, path) = refusal::<Stanza>(&source);
    assert!(matches!(kind, ErrorKind::InvalidValue { .. }), "{kind:?}");
    assert_eq!(path, "/iq/error/@by");
    let (stanza, problems) = keep(&source);
    assert_eq!(
        problems,
        ["/iq/error/@by", "/iq/error/@code", "/iq/error/conflict"]
    );
    let error = stanza.error().unwrap();
    assert_eq!((&error.by, error.code), (&Jid::invalid("@"), None));
    assert_eq!(error.condition(), Some(&Condition::Gone));
}

#[test]
fn writes_what_was_made() {
    let application = TooMany {
        limit: 3,
        extra: Extra::new(),
    };
    let error = StanzaError::new(Condition::NotAcceptable)
        .with_text("en".into(), "Three & no more.")
        .with_application_condition(&application)
        .unwrap();
    assert_eq!(
        xmpp_xml::to_string(&error).unwrap(),
        "<error xmlns='jabber:client' type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Three &amp; no more.</text>\
         <too-many xmlns='urn:example:errors' limit='3'/></error>"
    );
}

#[test]
fn answers_what_is_wrong_with_an_input() {
    for (kind, condition) in [
        (
            ErrorKind::MissingAttribute {
                element: "iq",
                name: "id",
            },
            Condition::BadRequest,
        ),
        (
            ErrorKind::LimitExceeded {
                limit: Limit::Depth,
                max: 8,
            },
            Condition::PolicyViolation,
        ),
        (
            ErrorKind::WrongElement {
                expected: "ping",
                namespace: "urn:example".into(),
                name: "pong".into(),
            },
            Condition::ServiceUnavailable,
        ),
    ] {
        let error = Error::new(kind).at("/iq".to_owned(), 4711);
        let answer = StanzaError::from(&error);
        assert_eq!(answer.condition(), Some(&condition));
        assert_eq!(answer.kind, Some(condition.default_kind()));
        let text = answer.text(&languages(&["en"])).unwrap();
        assert!(
            !text.contains("/iq") && !text.contains("byte 4711"),
            "{text}"
        );
        assert_eq!(StanzaError::from(error), answer);
    }
}

#[test]
fn an_error_can_stand_alone_in_every_namespace() {
    for namespace in [
        StanzaNamespace::Client,
        StanzaNamespace::Server,
        StanzaNamespace::Component,
    ] {
        let source = format!(
            "<error xmlns='{namespace}' type='cancel' x='1'><gone xmlns='{ERROR_NS}'>xmpp:r@m.example?join</gone>\
             <u/><y xmlns='urn:example:y'/></error>"
        );
        let alone: StandaloneError = assert_lossless(&source);
        assert_eq!(alone.namespace, namespace);
        let error = StanzaError::from(alone.clone());
        assert_eq!(error.new_address(), Some("xmpp:r@m.example?join"));
        assert_eq!(error.application_conditions.len(), 2);
        assert_eq!(error.clone().standalone(namespace), alone);
        let mut message = Message::new();
        message.error = Some(error);
        let text = xmpp_xml::to_string(&message).unwrap();
        assert!(
            text.starts_with("<message xmlns='jabber:client'><error type='cancel' x='1'><gone")
        );
    }
}

#[test]
fn is_shown_on_one_line_that_reads_in_one_direction() {
    for (content, shown) in [
        (
            "<error type='wait'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>",
            "conflict (wait)",
        ),
        (
            "<error type='wait'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
             <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>a\nb\u{202e}c\u{85}d “é”</text></error>",
            "conflict (wait): a\\u{a}b\\u{202e}c\\u{85}d “é”",
        ),
        ("<error code='404'/>", "error 404"),
        (
            "<error type='a&#10;b'/>",
            "an error that is not named (a\\u{a}b)",
        ),
        ("<error/>", "an error that is not named"),
    ] {
        let error = error_of(content);
        let error: &dyn core::error::Error = &error;
        assert_eq!(error.to_string(), shown);
    }
}

#[test]
fn only_an_error_has_an_error() {
    let source = |kind: &str| {
        format!("<message xmlns='jabber:client' type='{kind}'><error type='wait'/></message>")
    };
    let stanza: Stanza = assert_typed(&source("error"));
    assert!(stanza.error().is_some());
    let stanza: Stanza = assert_typed(&source("chat"));
    assert_eq!(stanza.error(), None);
}

#[test]
fn tokens_are_read_from_text_and_hashed() {
    let condition: Condition = "item-not-found".parse().expect("every text is a token");
    assert_eq!(condition, Condition::ItemNotFound);
    let other: Condition = "tea-spilt".parse().expect("every text is a token");
    assert_eq!(other.as_str(), "tea-spilt");
    let hash = |condition: &Condition| {
        let mut hasher = std::hash::DefaultHasher::new();
        condition.hash(&mut hasher);
        hasher.finish()
    };
    assert_eq!(hash(&other), hash(&Condition::from("tea-spilt")));
    assert_ne!(hash(&other), hash(&condition));
}
