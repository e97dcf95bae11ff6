use xmpp_jid::Jid;
use xmpp_sessions::bind2::{self, Bound};
use xmpp_sessions::client_state::State;
use xmpp_sessions::pipelining::ConfigVersionMismatch;
use xmpp_sessions::sasl2::{
    Authenticate, Authentication, Challenge, ClientStep, Continue, Data, Failure, Next, Response,
    ServerStep, Session, Success, TaskData, Tasks, UserAgent,
};
use xmpp_sessions::stream_management::{Enable, Resume};
use xmpp_sessions::upgrade::{Hash, Salt, Upgrade};
use xmpp_stream_errors::sasl::{Condition, Mechanism};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{RawElement, from_str};

use crate::{kept, written};

const START: &str = "<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>alice@tea.example</authorization-identifier>";

fn success(inside: &str) -> String {
    format!("{START}{inside}</success>")
}

#[test]
fn asks_for_all_of_it_at_once() {
    let authenticate = Authenticate::new(Mechanism::ScramSha256)
        .with_initial_response(Data::from(b"tea".to_vec()))
        .with_user_agent(UserAgent::new().with_id("0b1c5d0e-6f58-4f0c-9f6a-7a3c1d2e4f50"))
        .with_resume(Resume::new("7", 2))
        .with_bind(
            bind2::Request::new()
                .with_tag("Teapot")
                .with_enable(Enable::resumable())
                .with_state(State::new(false)),
        );
    assert_eq!(
        written(&authenticate),
        "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-256'>\
         <initial-response>dGVh</initial-response>\
         <user-agent id='0b1c5d0e-6f58-4f0c-9f6a-7a3c1d2e4f50'/>\
         <resume xmlns='urn:xmpp:sm:3' h='2' previd='7'/>\
         <bind xmlns='urn:xmpp:bind:0'><tag>Teapot</tag>\
         <enable xmlns='urn:xmpp:sm:3' resume='true'/><inactive xmlns='urn:xmpp:csi:0'/></bind>\
         </authenticate>"
    );
}

#[test]
fn tells_no_response_from_one_of_no_bytes() {
    let read = |inside: &str| {
        let source = format!(
            "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='EXTERNAL'>{inside}</authenticate>"
        );
        assert_typed::<Authenticate>(&source).initial_response
    };
    assert_eq!(read(""), None);
    assert_eq!(read("<initial-response/>"), Some(Data::default()));
    assert_eq!(
        read("<initial-response>\n</initial-response>"),
        Some(Data::default())
    );
    assert_eq!(
        read("<initial-response>\n d\tGVh\n</initial-response>"),
        Some(Data(b"tea".to_vec()))
    );
}

#[test]
fn base64_is_strict_but_for_white_space() {
    for text in [
        "=",
        "dGV",
        "dGVh=",
        "dGU",
        "dGV=",
        "dG-_",
        "dGVh!",
        "\u{a0}dGVh",
        "[dGVh]",
    ] {
        let step = |name: &str| format!("<{name} xmlns='urn:xmpp:sasl:2'>{text}</{name}>");
        assert!(from_str::<Challenge>(&step("challenge")).is_err(), "{text}");
        let error = from_str::<Response>(&step("response")).expect_err(text);
        assert_eq!(
            Failure::from(&error),
            Failure::new(Condition::IncorrectEncoding)
        );
        // What cannot be read is no initial response either, not even where such values are kept.
        let source = format!(
            "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'><initial-response>{text}</initial-response></authenticate>"
        );
        assert!(kept::<Authenticate>(&source).is_err(), "{text}");
    }
}

#[test]
fn says_why_a_step_could_not_be_read() {
    let failure = |source: &str| {
        let error = from_str::<ClientStep>(source).expect_err("it is not valid");
        Failure::from(&error)
            .condition()
            .map(|c| c.as_str().to_owned())
    };
    let none = "<authenticate xmlns='urn:xmpp:sasl:2'/>";
    assert_eq!(failure(none).as_deref(), Some("invalid-mechanism"));
    let task = "<next xmlns='urn:xmpp:sasl:2'/>";
    assert_eq!(failure(task).as_deref(), Some("malformed-request"));
}

#[test]
fn shows_no_secret_in_a_log() {
    let auth =
        Authenticate::new(Mechanism::Plain).with_initial_response(Data(b"\0a\0tea".to_vec()));
    let shown = format!("{auth:?}");
    assert!(shown.contains("Data(6 bytes)"), "{shown}");
    assert!(!shown.contains("116") && !shown.contains("tea"), "{shown}");
}

#[test]
fn knows_what_a_client_has() {
    let request = Authenticate::new(Mechanism::ScramSha256).with_resume(Resume::new("7", 0));
    let alone: Success = assert_typed(&success(""));
    assert_eq!(alone.session(&request), Some(Session::Authenticated));
    let bound: Success = assert_typed(&success("<bound xmlns='urn:xmpp:bind:0'/>"));
    let new = Bound::new();
    assert_eq!(bound.session(&request), Some(Session::Bound(&new)));
    // Both is against the rules: a resumed session has a resource.
    let both: Success = assert_typed(&success(
        "<bound xmlns='urn:xmpp:bind:0'/><resumed xmlns='urn:xmpp:sm:3' h='1' previd='7'/>",
    ));
    assert!(matches!(both.session(&request), Some(Session::Resumed(resumed)) if resumed.h == 1));
    // Another stream than the requested one, or none that was.
    let other = Authenticate::new(Mechanism::ScramSha256).with_resume(Resume::new("8", 0));
    assert_eq!(both.session(&other), None);
    let none = Authenticate::new(Mechanism::ScramSha256);
    assert_eq!(both.session(&none), None);
    let failed: Success = assert_typed(&success(
        "<failed xmlns='urn:xmpp:sm:3' h='4'/><bound xmlns='urn:xmpp:bind:0'><failed xmlns='urn:xmpp:sm:3'/></bound>",
    ));
    assert_eq!(failed.resumption_failed.as_ref().and_then(|f| f.h), Some(4));
    assert!(
        failed
            .bound
            .as_ref()
            .is_some_and(|b| b.enabled.is_none() && b.enable_failed.is_some())
    );
}

#[test]
fn a_session_that_cannot_be_read_is_no_other_session() {
    for inside in [
        "<resumed xmlns='urn:xmpp:sm:3' h='many' previd='7'/>",
        "<resumed xmlns='urn:xmpp:sm:3' h='1'/>",
        "<resumed xmlns='urn:xmpp:sm:3' h='1' previd='7'/><resumed xmlns='urn:xmpp:sm:3' h='2' previd='7'/>",
        "<resumed xmlns='urn:xmpp:sm:3' h='1' previd='7'/><resumed xmlns='urn:xmpp:sm:2' h='2' previd='7'/>",
        "<bound xmlns='urn:xmpp:bind:0'/><bound xmlns='urn:xmpp:bind:0'/>",
        "<additional-data>!</additional-data>",
    ] {
        assert!(from_str::<Success>(&success(inside)).is_err(), "{inside}");
        assert!(kept::<Success>(&success(inside)).is_err(), "{inside}");
    }
    // A token that cannot be read is none.
    let (success, problems): (Success, _) = kept(&success(
        "<token xmlns='urn:xmpp:fast:0' token='x' expiry='soon'/>",
    ))
    .expect("let in");
    assert_eq!((success.token, problems), (None, 1));
}

#[test]
fn an_identity_has_to_be_there_and_an_invalid_one_is_nobodys() {
    assert!(kept::<Success>("<success xmlns='urn:xmpp:sasl:2'/>").is_err());
    let source = "<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>@</authorization-identifier></success>";
    assert!(from_str::<Success>(source).is_err());
    let (success, problems): (Success, _) = kept(source).expect("kept");
    assert_eq!(problems, 1);
    let alice = Jid::new("alice@tea.example").expect("an address");
    assert_ne!(success.authorization_identifier, alice);
    assert_eq!(written(&success), source);
}

#[test]
fn what_has_a_name_of_another_namespace_is_something_else() {
    let auth: Authenticate = assert_lossless(
        "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='PLAIN'>\
         <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><fast xmlns='urn:xmpp:fast:1' count='1'/>\
         <resume xmlns='urn:xmpp:sm:9'/><initial-response xmlns='urn:example:other'>!</initial-response>\
         </authenticate>",
    );
    assert!(auth.bind.is_none() && auth.fast.is_none() && auth.resume.is_none());
    assert_eq!(
        (auth.initial_response.is_none(), auth.payloads.len()),
        (true, 4)
    );
}

#[test]
fn fails_in_the_terms_of_others() {
    let failure = Failure::new(Condition::Aborted)
        .with_application(&ConfigVersionMismatch::new())
        .expect("it can be written")
        .with_text("Tea has been moved");
    let source = written(&failure);
    assert_eq!(
        source,
        "<failure xmlns='urn:xmpp:sasl:2'><aborted xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>\
         <text>Tea has been moved</text><config-version-mismatch xmlns='urn:xmpp:iap:0'/></failure>"
    );
    let failure: Failure = from_str(&source).expect("a failure");
    assert!(
        failure
            .application::<ConfigVersionMismatch>()
            .is_ok_and(|c| c.is_some())
    );
}

#[test]
fn goes_through_an_upgrade() {
    let offer: Authentication = assert_typed(
        "<authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-1</mechanism>\
         <upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade></authentication>",
    );
    let request = Authenticate::new(Mechanism::ScramSha1).with_upgrades(offer.upgrades);
    assert_eq!(request.upgrades, [Upgrade::to(&Mechanism::ScramSha256)]);

    let required = Continue::new(Tasks::new(request.upgrades.into_iter().map(|u| u.task)));
    let next = Next::new(&*required.tasks.tasks[0]);
    assert_eq!(
        written(&next),
        "<next xmlns='urn:xmpp:sasl:2' task='UPGR-SCRAM-SHA-256'/>"
    );

    let salt = Salt::new(4096, Data(b"salt".to_vec()));
    let data = TaskData::of(&salt).expect("it can be written");
    let data: TaskData = from_str(&written(&data)).expect("a step");
    assert_eq!(data.payload::<Salt>().expect("valid").as_ref(), Some(&salt));
    assert_eq!(data.payload::<Hash>().expect("valid"), None);
    assert!(salt.is_strong_enough());
    assert!(!Salt::new(4095, Data(b"salt".to_vec())).is_strong_enough());
    assert!(!Salt::new(4096, Data::default()).is_strong_enough());
    for iterations in ["", "-1", "4294967296", "1e4"] {
        let source = format!(
            "<salt xmlns='urn:xmpp:scram-upgrade:0' iterations='{iterations}'>c2FsdA==</salt>"
        );
        assert!(kept::<Salt>(&source).is_err());
    }
}

#[test]
fn reads_the_steps_of_each_side() {
    let challenge: RawElement = "<challenge xmlns='urn:xmpp:sasl:2'>dGVh</challenge>"
        .parse()
        .expect("XML");
    assert!(challenge.is_a::<ServerStep>() && !challenge.is_a::<ClientStep>());
    assert!(matches!(challenge.parse(), Ok(ServerStep::Challenge(c)) if c.data.0 == b"tea"));
    let rfc: RawElement = "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"
        .parse()
        .expect("XML");
    assert!(!rfc.is_a::<ServerStep>());
}

#[test]
fn says_what_a_session_can_begin_with() {
    let feature: bind2::Feature = from_str(
        "<bind xmlns='urn:xmpp:bind:0'><inline><feature var='urn:xmpp:sm:3'/></inline></bind>",
    )
    .expect("a feature");
    assert!(feature.has("urn:xmpp:sm:3") && !feature.has("urn:xmpp:csi:0"));
    assert!(!bind2::Feature::new().has("urn:xmpp:sm:3"));
}

#[test]
fn a_state_is_one_of_two() {
    let both = "<bind xmlns='urn:xmpp:bind:0'><active xmlns='urn:xmpp:csi:0'/><inactive xmlns='urn:xmpp:csi:0'/></bind>";
    assert!(from_str::<bind2::Request>(both).is_err());
    assert!(State::new(true).is_active() && !State::new(false).is_active());
    assert_eq!(
        written(&State::new(true)),
        "<active xmlns='urn:xmpp:csi:0'/>"
    );
}

#[test]
fn starts_no_other_session_than_the_one_that_was_asked_for() {
    // A request that cannot be read is not left out: the client would get another session, or none.
    for inside in [
        "<resume xmlns='urn:xmpp:sm:3' h='x' previd='7'/>",
        "<resume xmlns='urn:xmpp:sm:3' h='1' previd='7'/><resume xmlns='urn:xmpp:sm:3' h='2' previd='8'/>",
        "<bind xmlns='urn:xmpp:bind:0'/><bind xmlns='urn:xmpp:bind:0'/>",
    ] {
        let source = format!(
            "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='EXTERNAL'>{inside}</authenticate>"
        );
        let error = kept::<Authenticate>(&source).unwrap_err();
        let failure = Failure::from(&error);
        assert_eq!(
            failure.condition(),
            Some(&Condition::MalformedRequest),
            "{inside}"
        );
    }
}
