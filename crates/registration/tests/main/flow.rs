use xmpp_data_forms::form::Form;
use xmpp_registration::feature::TokenFeature;
use xmpp_registration::flow::{
    Challenge, ChallengeKind, Flow, Recovery, Register, Response, Success,
};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

use crate::written;

#[test]
fn offers_by_token() {
    assert_eq!(
        written(&TokenFeature::new()),
        "<register xmlns='urn:xmpp:ibr-token:0'/>"
    );
}

#[test]
fn asks_and_chooses() {
    assert_eq!(
        written(&Register::new()),
        "<register xmlns='urn:xmpp:register:0'/>"
    );
    let choice = Recovery::choose("1");
    assert_eq!(
        written(&choice),
        "<recovery xmlns='urn:xmpp:register:0'><flow id='1'/></recovery>"
    );
    assert_eq!(choice.chosen().map(|flow| &*flow.id), Some("1"));
    assert_eq!(Register::new().chosen(), None);
    let both = Register::new().with_flows([Flow::new("1"), Flow::new("2")]);
    assert_eq!(both.chosen(), None);
}

#[test]
fn sees_whether_a_flow_can_be_gone_through() {
    let flow: Flow = assert_typed(
        "<flow xmlns='urn:xmpp:register:0' id='1'><challenge type='jabber:x:data'/><challenge type='jabber:x:oob'/></flow>",
    );
    assert!(flow.needs_only(&[ChallengeKind::OutOfBand, ChallengeKind::Form]));
    assert!(!flow.needs_only(&[ChallengeKind::Form]) && !flow.needs_only(&[]));
    let unknown: Flow =
        assert_lossless("<flow xmlns='urn:xmpp:register:0' id='1'><riddle/></flow>");
    assert!(!unknown.needs_only(&[ChallengeKind::Form]));
}

#[test]
fn a_challenge_that_is_not_named_does_not_make_a_flow_easier() {
    let source = "<flow xmlns='urn:xmpp:register:0' id='1'><challenge/></flow>";
    let options = Options::new().invalid(Invalid::Keep);
    let kept: Result<Flow, _> = read_with(source.as_bytes(), &options, &mut Report::default());
    assert!(kept.is_err());
}

#[test]
fn challenges_by_a_form() {
    let challenge: Challenge = assert_typed(
        "<challenge xmlns='urn:xmpp:register:0' type='jabber:x:data'><x xmlns='jabber:x:data' type='form'/></challenge>",
    );
    assert!(challenge.payload::<Form>().is_ok_and(|form| form.is_some()));
    assert!(
        Response::new()
            .payload::<Form>()
            .is_ok_and(|form| form.is_none())
    );
}

#[test]
fn success_names_account_and_user() {
    for source in [
        "<success xmlns='urn:xmpp:register:0'><jid>alice@tea.example</jid></success>",
        "<success xmlns='urn:xmpp:register:0'><username>alice</username></success>",
    ] {
        assert!(from_str::<Success>(source).is_err());
    }
}
