use xmpp_administration::delegation::{Consent, Delegated, Delegation, DelegationError};
use xmpp_data_forms::form::Form;
use xmpp_xml::{from_str, to_string};

use crate::{forwarded, invalid_jid, iq, jid, keeping_invalid, message};

fn delegation(content: &str) -> String {
    format!("<delegation xmlns='urn:xmpp:delegation:2'>{content}</delegation>")
}

const REQUEST: &str = "<iq xmlns='jabber:client' type='get' id='r' from='a@b.example/c' to='a@b.example'><q xmlns='urn:example:q'/></iq>";

#[test]
fn answers_no_request_but_that_of_the_own_server() {
    let server = jid("b.example");
    let from = |addresses| iq("set", addresses, &delegation(&forwarded(REQUEST)));
    let request = Delegation::request(&from("from='B.example'"), &server);
    assert_eq!(
        request.expect("trusted").expect("a request").id.as_deref(),
        Some("r")
    );
    for addresses in [
        "",
        "from='a@b.example'",
        "from='b.example/x'",
        "from='x.b.example'",
    ] {
        let request = Delegation::request(&from(addresses), &server);
        assert_eq!(request, Err(DelegationError::Untrusted), "{addresses}");
    }
    let mut forged = from("");
    forged.from = Some(invalid_jid());
    let request = Delegation::request(&forged, &invalid_jid());
    assert_eq!(request, Err(DelegationError::Untrusted));
    assert_eq!(
        Delegation::request(&iq("get", "from='b.example'", REQUEST), &server),
        Ok(None)
    );
    let granted = message(
        "from='a@b.example'",
        &delegation("<delegated namespace='x'/>"),
    );
    assert_eq!(Delegation::granted(&granted, &server), Ok(None));
}

#[test]
fn acts_on_one_request_and_no_other_stanza() {
    let server = jid("b.example");
    let request = |content: &str| {
        let carried = delegation(&forwarded(content));
        Delegation::request(&iq("set", "from='b.example'", &carried), &server)
    };
    let two = REQUEST.repeat(2);
    let component = REQUEST.replace("jabber:client", "jabber:server");
    let both = format!("{REQUEST}{component}");
    let result = "<iq xmlns='jabber:client' type='result' id='r'/>";
    let message = "<message xmlns='jabber:client'/>";
    for content in ["", &two, &component, &both, result, message] {
        assert_eq!(
            request(content),
            Err(DelegationError::NotOneIq),
            "{content}"
        );
    }
    let unread = "<iq xmlns='jabber:client' id='r'/>";
    assert!(matches!(request(unread), Err(DelegationError::Invalid(_))));
}

#[test]
fn sends_on_no_answer_but_that_to_the_request() {
    let request = from_str(REQUEST).expect("it is valid");
    let answer = |kind: &str, attributes: &str| {
        let inner = format!("<iq xmlns='jabber:client' {attributes}/>");
        Delegation::answer(
            &iq(kind, "from='p.b.example'", &delegation(&forwarded(&inner))),
            &request,
        )
    };
    let good = "type='result' id='r' to='A@b.example/c' from='a@b.example'";
    assert!(answer("result", good).is_ok());
    for bad in [
        "type='error' id='r' to='a@b.example/c' from='a@b.example'",
        "type='set' id='r' to='a@b.example/c' from='a@b.example'",
        "type='result' id='s' to='a@b.example/c' from='a@b.example'",
        "type='result' id='r' to='a@b.example/C' from='a@b.example'",
        "type='result' id='r' to='a@b.example/c' from='b.example'",
        "type='result' id='r' to='a@b.example/c'",
        "type='result' id='r' from='a@b.example'",
    ] {
        assert_eq!(
            answer("result", bad),
            Err(DelegationError::NoAnswer),
            "{bad}"
        );
    }
    assert_eq!(answer("set", good), Err(DelegationError::NoAnswer));
    assert_eq!(
        Delegation::answer(&iq("result", "", ""), &request),
        Err(DelegationError::NoAnswer)
    );
}

#[test]
fn never_delegates_more_than_was_said() {
    let filter = delegation("<delegated namespace='x'><attribute/></delegated>");
    keeping_invalid::<Delegation>(&filter).expect_err("a filter that cannot be read is not none");
    let to =
        "<delegation xmlns='urn:xmpp:delegation:2' to='@'><delegated namespace='x'/></delegation>";
    keeping_invalid::<Delegation>(to).expect_err("not all accounts");
    let twice = delegation(&forwarded(REQUEST).repeat(2));
    keeping_invalid::<Delegation>(&twice).expect_err("which of the two?");
}

#[test]
fn takes_a_clear_yes_for_consent() {
    let allows = |fields: &str| {
        let source = format!(
            "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:delegation:2</value></field>{fields}</x>"
        );
        let form: Form = from_str(&source).expect("it is valid");
        form.parse::<Consent>().expect("a form").allows("urn:x")
    };
    assert!(allows("<field var='urn:x'><value>1</value></field>"));
    for fields in [
        "",
        "<field var='urn:x'/>",
        "<field var='urn:y'><value>1</value></field>",
        "<field var='urn:x'><value>0</value></field>",
        "<field var='urn:x'><value>yes</value></field>",
        "<field var='urn:x'><value>1</value><value>0</value></field>",
        "<field var='urn:x'><value>1</value></field><field var='urn:x'><value>0</value></field>",
    ] {
        assert!(!allows(fields), "{fields}");
    }
}

#[test]
fn carries_a_request_and_says_what_is_delegated() {
    let request = from_str(REQUEST).expect("it is valid");
    let carried = Delegation::forward(&request).expect("it can be written");
    let carried = iq(
        "set",
        "from='b.example'",
        &to_string(&carried).expect("it can be written"),
    );
    assert_eq!(
        Delegation::request(&carried, &jid("b.example")),
        Ok(Some(request))
    );
    assert_eq!(
        to_string(&Delegation::of([Delegated::new("x")])).expect("it can be written"),
        "<delegation xmlns='urn:xmpp:delegation:2'><delegated namespace='x'/></delegation>"
    );
}
