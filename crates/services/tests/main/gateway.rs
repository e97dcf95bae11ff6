use xmpp_services::gateway::Query;
use xmpp_xml::to_string;

use crate::{invalid_jid, jid, keeping_invalid};

#[test]
fn believes_a_gateway_about_its_own_users_alone() {
    let gateway = jid("aim.tea.example");
    let of = |address| Query::new().with_jid(address);
    let there = of(jid("Hare@AIM.tea.example"));
    assert!(there.address_at(&gateway).is_some());
    assert!(
        there
            .address_at(&jid("aim.tea.example/registered"))
            .is_some()
    );
    for elsewhere in [
        "hare@tea.example",
        "aim.tea.example.evil.example",
        "hare@x.aim.tea.example",
    ] {
        assert_eq!(of(jid(elsewhere)).address_at(&gateway), None, "{elsewhere}");
    }
    assert_eq!(of(invalid_jid()).address_at(&gateway), None);
    assert_eq!(of(invalid_jid()).address_at(&invalid_jid()), None);
    assert_eq!(Query::new().address_at(&gateway), None);
}

#[test]
fn takes_no_second_answer_of_the_user() {
    for name in ["prompt", "jid"] {
        let source = format!(
            "<query xmlns='jabber:iq:gateway'><{name}>a@b.example</{name}><{name}>c@b.example</{name}></query>"
        );
        keeping_invalid::<Query>(&source).expect_err("which of the two?");
    }
}

#[test]
fn answers_a_prompt() {
    assert_eq!(
        to_string(&Query::answered("March Hare")).expect("it can be written"),
        "<query xmlns='jabber:iq:gateway'><prompt>March Hare</prompt></query>"
    );
}
