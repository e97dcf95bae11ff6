use xmpp_bookmarks::private::Query;
use xmpp_bookmarks::storage::Storage;
use xmpp_core_stanzas::{AnswerError, Condition, Iq, IqKind};
use xmpp_jid::Jid;
use xmpp_xml::from_str;

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("a JID")
}

fn request(kind: &str, to: &str, content: &str) -> Iq {
    from_str(&format!(
        "<iq xmlns='jabber:client' type='{kind}' id='1' {to}><query xmlns='jabber:iq:private'>{content}</query></iq>"
    ))
    .expect("a request")
}

const BOOKMARKS: &str = "<storage xmlns='storage:bookmarks'><url url='a'/></storage>";

#[test]
fn believes_only_the_answer_to_its_own_request() {
    let account = jid("ada@a.example/desk");
    let request = Iq::new(IqKind::Get, "1");
    let answer = |from: &str| -> Iq {
        from_str(&format!(
            "<iq xmlns='jabber:client' type='result' id='1' {from}><query xmlns='jabber:iq:private'>{BOOKMARKS}</query></iq>"
        ))
        .expect("an answer")
    };
    let stored = |iq: &Iq| Query::stored::<Storage>(iq, &request, &account);
    for from in ["", "from='ada@a.example'", "from='a.example'"] {
        let list = stored(&answer(from)).expect(from).expect("a list");
        assert_eq!(list.urls.len(), 1);
    }
    for from in [
        "from='eve@a.example'",
        "from='ada@b.example'",
        "from='ada@a.example.evil'",
    ] {
        assert_eq!(
            stored(&answer(from)),
            Err(AnswerError::NotAnAnswer),
            "{from}"
        );
    }
    let empty = Iq::new(IqKind::Result, "1");
    assert_eq!(stored(&empty), Ok(None));
}

#[test]
fn serves_nobody_but_the_account() {
    let sender = jid("ada@a.example/desk");
    let condition = |iq: &Iq| Query::of(iq, &sender).map_err(|e| e.condition().cloned());
    for to in ["", "to='ada@a.example'", "to='ADA@a.example'"] {
        assert!(
            condition(&request("set", to, BOOKMARKS))
                .expect(to)
                .is_some()
        );
    }
    for to in [
        "to='bob@a.example'",
        "to='a.example'",
        "to='ada@a.example/phone'",
    ] {
        let refused = condition(&request("get", to, BOOKMARKS)).expect_err(to);
        assert_eq!(refused, Some(Condition::Forbidden), "{to}");
    }
}

#[test]
fn rejects_what_is_not_one_kind_of_data() {
    let sender = jid("ada@a.example/desk");
    let condition = |kind: &str, content: &str| {
        let refused = Query::of(&request(kind, "", content), &sender);
        refused.expect_err(content).condition().cloned()
    };
    let two = "<a xmlns='urn:example:a'/><b xmlns='urn:example:a'/>";
    for (kind, content) in [
        ("get", ""),
        ("set", ""),
        ("get", two),
        (
            "set",
            "<a xmlns='urn:example:a'/><b xmlns='urn:example:b'/>",
        ),
        ("set", "<a xmlns=''/>"),
        ("set", "<query/>"),
    ] {
        assert_eq!(
            condition(kind, content),
            Some(Condition::NotAcceptable),
            "{kind} {content}"
        );
    }
    let query = Query::of(&request("set", "", two), &sender).expect("two of one namespace");
    assert_eq!(query.map(|query| query.payloads.len()), Some(2));
}

#[test]
fn leaves_other_stanzas_alone() {
    let sender = jid("ada@a.example/desk");
    let other: Iq = from_str("<iq xmlns='jabber:client' type='get' id='1' to='b.example'><ping xmlns='urn:xmpp:ping'/></iq>")
        .expect("an iq");
    assert_eq!(Query::of(&other, &sender), Ok(None));
    assert_eq!(Query::of(&Iq::new(IqKind::Result, "1"), &sender), Ok(None));
}
