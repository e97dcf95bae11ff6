use xmpp_services::jid_preparation::Response;
use xmpp_xml::{from_str, to_string};

use crate::keeping_invalid;

fn response(content: &str) -> Response {
    from_str(&format!(
        "<jid-validate-result xmlns='urn:xmpp:jidprep:1'>{content}</jid-validate-result>"
    ))
    .expect("it is valid")
}

#[test]
fn makes_an_address_of_just_its_parts() {
    let all = "<localpart>a</localpart><domainpart>b.example</domainpart><resourcepart>c/d@e</resourcepart>";
    let jid = response(&format!("<valid-jid>{all}</valid-jid>")).jid();
    assert_eq!(jid.expect("an address"), "a@b.example/c/d@e");
    for parts in [
        "<domainpart>a@b.example</domainpart>",
        "<domainpart>b.example/c</domainpart>",
        "<localpart>a@x</localpart><domainpart>b.example</domainpart>",
        "<localpart/><domainpart>b.example</domainpart>",
        "<domainpart>b.example</domainpart><resourcepart/>",
        "<domainpart/>",
    ] {
        let jid = response(&format!("<valid-jid>{parts}</valid-jid>")).jid();
        assert_eq!(jid, None, "{parts}");
    }
}

#[test]
fn says_no_where_a_service_says_both_or_neither() {
    let valid = "<valid-jid><domainpart>b.example</domainpart></valid-jid>";
    assert!(response(valid).jid().is_some());
    assert_eq!(response(&format!("{valid}<invalid-jid/>")).jid(), None);
    assert_eq!(response("").jid(), None);
    let source = format!(
        "<jid-validate-result xmlns='urn:xmpp:jidprep:1'>{valid}{valid}</jid-validate-result>"
    );
    keeping_invalid::<Response>(&source).expect_err("which of the two?");
}

#[test]
fn answers_as_the_own_rules_have_it() {
    let answer = Response::about("Alice@WONDERLAND.example/Tree");
    assert_eq!(
        to_string(&answer).expect("it can be written"),
        "<jid-validate-result xmlns='urn:xmpp:jidprep:1'><valid-jid><localpart>alice</localpart>\
         <domainpart>wonderland.example</domainpart><resourcepart>Tree</resourcepart></valid-jid></jid-validate-result>"
    );
    let answer = Response::about("@");
    assert_eq!(answer.jid(), None);
    assert!(answer.invalid.expect("it is none").reason.is_some());
}
