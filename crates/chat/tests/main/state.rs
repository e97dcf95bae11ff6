use xmpp_chat::state::{ChatState, State};
use xmpp_core_stanzas::Message;
use xmpp_xml::from_str;
use xmpp_xml::testing::{assert_lossless, assert_typed};

use crate::written;

#[test]
fn knows_the_states_by_name() {
    for (state, name) in [
        (State::Active, "active"),
        (State::Composing, "composing"),
        (State::Gone, "gone"),
        (State::Inactive, "inactive"),
        (State::Paused, "paused"),
    ] {
        let source = format!("<{name} xmlns='http://jabber.org/protocol/chatstates'/>");
        let told: ChatState = assert_typed(&source);
        assert_eq!(told, ChatState::new(state));
        assert_eq!(written(&told), source);
    }
}

#[test]
fn keeps_a_state_that_it_does_not_know() {
    let told: ChatState = assert_typed("<dreaming xmlns='http://jabber.org/protocol/chatstates'/>");
    assert_eq!(told.state, State::from("dreaming"));
    assert_eq!(told.state.as_str(), "dreaming");
}

#[test]
fn keeps_what_it_does_not_know_when_the_state_changes() {
    let mut told: ChatState = assert_lossless(
        "<composing xmlns='http://jabber.org/protocol/chatstates' speed='3'>fast<e xmlns='urn:e'/></composing>",
    );
    told.state = State::Paused;
    assert_eq!(
        written(&told),
        "<paused xmlns='http://jabber.org/protocol/chatstates' speed='3'>fast<e xmlns='urn:e'/></paused>"
    );
}

#[test]
fn is_found_in_a_message_whatever_the_state() {
    for name in ["composing", "dreaming"] {
        let message: Message = from_str(&format!(
            "<message xmlns='jabber:client'><gone xmlns='urn:example:train'/>\
             <{name} xmlns='http://jabber.org/protocol/chatstates'/></message>"
        ))
        .expect("it is valid");
        assert_eq!(
            message.payload(),
            Ok(Some(ChatState::new(State::from(name))))
        );
    }
}

#[test]
fn rejects_a_state_of_another_namespace() {
    let error = from_str::<ChatState>("<active xmlns='jabber:iq:privacy'/>")
        .expect_err("it is another element");
    assert!(error.is_wrong_element());
}
