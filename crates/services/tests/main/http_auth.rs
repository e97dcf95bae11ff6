use xmpp_core_stanzas::Message;
use xmpp_services::http_auth::{Confirm, Decision};
use xmpp_xml::from_str;

use crate::{invalid_jid, jid};

fn answer(from: &str, kind: &str, payloads: &str) -> Message {
    from_str(&format!(
        "<message xmlns='jabber:client' from='{from}' type='{kind}'>{payloads}</message>"
    ))
    .expect("it is valid")
}

fn confirm(id: &str) -> String {
    format!(
        "<confirm xmlns='http://jabber.org/protocol/http-auth' id='{id}' method='GET' url='https://tea.example/'/>"
    )
}

#[test]
fn reads_the_decision_of_whoever_was_asked() {
    let question = Confirm::new("t1", "GET", "https://tea.example/");
    let asked = jid("alice@wonderland.example");
    let decision = |message: &Message| question.decision(&asked, message);
    let error =
        "<error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
    let yes = answer("Alice@wonderland.example/tree", "normal", &confirm("t1"));
    assert_eq!(decision(&yes), Some(Decision::Confirmed));
    let no = answer(
        "alice@wonderland.example",
        "error",
        &(confirm("t1") + error),
    );
    assert_eq!(decision(&no), Some(Decision::Denied));
    // What else the client adds is no matter.
    let more = confirm("t1").replace("/>", " seen='1'/>");
    let yes = answer("alice@wonderland.example", "normal", &more);
    assert_eq!(decision(&yes), Some(Decision::Confirmed));
}

#[test]
fn takes_nothing_else_for_a_decision() {
    let question = Confirm::new("t1", "GET", "https://tea.example/");
    let asked = jid("alice@wonderland.example");
    let decision = |message: &Message| question.decision(&asked, message);
    let from = "alice@wonderland.example/tree";
    assert_eq!(
        decision(&answer(
            "queen@wonderland.example",
            "normal",
            &confirm("t1")
        )),
        None
    );
    assert_eq!(decision(&answer(from, "normal", &confirm("t2"))), None);
    assert_eq!(decision(&answer(from, "normal", "")), None);
    let both = confirm("t1") + &confirm("t2");
    assert_eq!(decision(&answer(from, "normal", &both)), None);
    let other = confirm("t1").replace("GET", "DELETE");
    assert_eq!(decision(&answer(from, "normal", &other)), None);
    // Who was asked by the full JID answers from it.
    let yes = answer(from, "normal", &confirm("t1"));
    assert_eq!(
        question.decision(&jid("alice@wonderland.example/well"), &yes),
        None
    );
    assert_eq!(
        question.decision(&jid(from), &yes),
        Some(Decision::Confirmed)
    );
    let mut yes = yes;
    yes.from = Some(invalid_jid());
    assert_eq!(question.decision(&invalid_jid(), &yes), None);
    yes.from = None;
    assert_eq!(decision(&yes), None);
}
