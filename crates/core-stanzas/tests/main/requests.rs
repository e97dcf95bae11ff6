use xmpp_core_stanzas::{Condition, Iq, IqKind, Requests, StanzaError};
use xmpp_jid::{BareJid, Jid};

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

fn result(id: &str, from: Option<&str>) -> Iq {
    let iq = Iq::new(IqKind::Result, id);
    match from {
        Some(from) => iq.with_from(jid(from)),
        None => iq,
    }
}

#[test]
fn requests_of_one_id_are_told_apart_by_who_was_asked() {
    let mut requests = Requests::new(jid("ada@example.com/desk"));
    let to = |to: &str| Iq::new(IqKind::Get, "1").with_to(jid(to));
    assert_eq!(requests.sent(&to("a.example"), 'a'), Ok(()));
    assert_eq!(requests.sent(&to("b.example"), 'b'), Ok(()));
    assert_eq!(requests.sent(&Iq::new(IqKind::Set, "1"), 'o'), Ok(()));
    assert_eq!(requests.len(), 3);
    assert_eq!(
        requests.answered(&result("1", Some("B.example"))),
        Some('b')
    );
    assert_eq!(requests.answered(&result("1", Some("b.example"))), None);
    assert_eq!(requests.answered(&result("1", None)), Some('o'));
    let refused = Iq::new(IqKind::Error, "1").with_from(jid("a.example"));
    assert_eq!(requests.answered(&refused), Some('a'));
    assert!(requests.is_empty());
}

#[test]
fn the_own_server_answers_as_itself_or_as_nobody() {
    for (from, is_own) in [
        (None, true),
        (Some("example.com"), true),
        (Some("ada@example.com"), true),
        (Some("ada@example.com/desk"), false),
        (Some("eve@example.com"), false),
        (Some("sub.example.com"), false),
    ] {
        let mut requests = Requests::new(jid("ada@example.com/desk"));
        assert_eq!(requests.sent(&Iq::new(IqKind::Get, "1"), ()), Ok(()));
        let answered = requests.answered(&result("1", from));
        assert_eq!(answered.is_some(), is_own, "{from:?}");
        assert_eq!(requests.is_empty(), is_own, "{from:?}");
    }
}

#[test]
fn what_cannot_be_answered_does_not_wait() {
    let mut requests = Requests::new(BareJid::new("component.example").expect("an address"));
    let mut without_id = Iq::new(IqKind::Get, "");
    without_id.id = None;
    assert_eq!(requests.sent(&without_id, 1), Err(1));
    assert_eq!(requests.sent(&Iq::new(IqKind::Result, "1"), 2), Err(2));
    let request = Iq::new(IqKind::Get, "1").with_to(jid("a.example"));
    assert_eq!(requests.sent(&request, 3), Ok(()));
    assert_eq!(requests.sent(&request, 4), Err(4));
    assert_eq!(requests.answered(&request), None, "a request is no answer");
    assert_eq!(requests.answered(&result("2", Some("a.example"))), None);
}

#[test]
fn what_waits_for_too_long_is_given_up() {
    let mut requests = Requests::new(jid("ada@example.com"));
    for (id, sent_at) in [("1", 10), ("2", 20), ("3", 30)] {
        let request = Iq::new(IqKind::Get, id).with_to(jid("a.example"));
        assert_eq!(requests.sent(&request, sent_at), Ok(()));
    }
    let mut given_up = Vec::new();
    requests.retain(|id, to, sent_at| {
        assert_eq!(to, Some(&jid("a.example")));
        let is_young = *sent_at >= 20;
        if !is_young {
            given_up.push(id.to_owned());
        }
        is_young
    });
    assert_eq!(given_up, ["1"]);
    assert_eq!(requests.len(), 2);
    assert_eq!(requests.answered(&result("1", Some("a.example"))), None);
}

#[test]
fn a_request_has_exactly_one_child() {
    let refused = |content: &str, kind: &str| {
        let source = format!(
            "<iq xmlns='jabber:client' id='1' type='{kind}' from='a@b.example'>{content}</iq>"
        );
        let iq: Iq = xmpp_xml::from_str(&source).expect("an iq");
        let refusal = iq.refusal()?;
        assert_eq!((refusal.id, refusal.to), (iq.id, iq.from));
        refusal.error
    };
    let bad_request = Some(StanzaError::new(Condition::BadRequest));
    let error = "<error type='cancel'/>";
    for (content, kind, expected) in [
        ("", "get", bad_request.clone()),
        ("<a xmlns='b'/>", "get", None),
        ("<a xmlns='b'/><a xmlns='c'/>", "set", bad_request.clone()),
        ("<a xmlns='b'/><error type='cancel'/>", "set", bad_request),
        // Answers are not answered, whatever is in them.
        ("<a xmlns='b'/><a xmlns='c'/>", "result", None),
        (error, "error", None),
    ] {
        assert_eq!(refused(content, kind), expected, "{content} {kind}");
    }
}

#[test]
fn an_iq_without_id_or_type_is_refused_where_it_is_kept() {
    let options = xmpp_xml::Options::new().invalid(xmpp_xml::Invalid::Keep);
    for source in [
        "<iq xmlns='jabber:client' type='get'><a xmlns='b'/></iq>",
        "<iq xmlns='jabber:client' id='1' type='ask'><a xmlns='b'/></iq>",
    ] {
        let mut report = xmpp_xml::Report::default();
        let iq: Iq =
            xmpp_xml::read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
        let error = iq.refusal().and_then(|refusal| refusal.error);
        assert_eq!(
            error,
            Some(StanzaError::new(Condition::BadRequest)),
            "{source}"
        );
    }
}
