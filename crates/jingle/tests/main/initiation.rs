use xmpp_core_stanzas::Message;
use xmpp_jid::{BareJid, Jid};
use xmpp_jingle::call_invites;
use xmpp_jingle::message_initiation::{Answer, Finish, Proposal, Reject, Retract};
use xmpp_jingle::muji::Muji;
use xmpp_jingle::session::{Action, Description, Jingle, Transport};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, Invalid, Options, Report, from_str, read_with, to_string};

const INITIATOR: &str = "mole@river.example/phone";
const RESPONDER: &str = "rat@river.example/boat";

fn message(kind: &str, from: &str, payload: &str) -> Message {
    from_str(&format!(
        "<message xmlns='jabber:client' type='{kind}' from='{from}'>{payload}</message>"
    ))
    .unwrap()
}

fn payload(name: &str) -> String {
    format!("<{name} xmlns='urn:xmpp:jingle-message:0' id='e1'/>")
}

fn responder() -> BareJid {
    "rat@river.example".parse().unwrap()
}

fn proposal() -> Proposal {
    let sent = message("chat", INITIATOR, &payload("propose"));
    Proposal::of(&sent, &responder()).unwrap().unwrap()
}

fn answer(from: &str, name: &str) -> Option<Answer> {
    proposal()
        .answer(&message("chat", from, &payload(name)))
        .unwrap()
}

#[test]
fn takes_each_answer_from_whom_it_may_come() {
    let boat = || RESPONDER.parse().unwrap();
    assert_eq!(answer(RESPONDER, "ringing"), Some(Answer::Ringing(boat())));
    assert_eq!(answer(RESPONDER, "proceed"), Some(Answer::Proceed(boat())));
    assert!(matches!(
        answer(RESPONDER, "accept"),
        Some(Answer::Accept(_))
    ));
    assert_eq!(
        answer("rat@river.example", "reject"),
        Some(Answer::Reject(Reject::new("e1")))
    );
    assert_eq!(
        answer("mole@river.example/attic", "retract"),
        Some(Answer::Retract(Retract::new("e1")))
    );
    for party in [INITIATOR, RESPONDER] {
        assert_eq!(
            answer(party, "finish"),
            Some(Answer::Finish(Finish::new("e1")))
        );
    }
}

#[test]
fn takes_no_answer_from_anybody_else() {
    for name in [
        "ringing", "proceed", "accept", "reject", "retract", "finish",
    ] {
        for stranger in [
            "weasel@wood.example/den",
            "river.example",
            "rat@river.example.wood.example/boat",
        ] {
            assert_eq!(answer(stranger, name), None, "{name} from {stranger}");
        }
    }
    for name in ["ringing", "proceed", "accept", "reject"] {
        assert_eq!(answer(INITIATOR, name), None, "{name} of the initiator");
    }
    assert_eq!(answer(RESPONDER, "retract"), None);
    let no_sender: Message = from_str(&format!(
        "<message xmlns='jabber:client'>{}</message>",
        payload("proceed")
    ))
    .unwrap();
    assert_eq!(proposal().answer(&no_sender).unwrap(), None);
}

#[test]
fn takes_no_answer_from_an_error_or_a_room_or_for_another_proposal() {
    for kind in ["error", "groupchat"] {
        let message = message(kind, RESPONDER, &payload("proceed"));
        assert_eq!(proposal().answer(&message).unwrap(), None, "{kind}");
    }
    let other = "<proceed xmlns='urn:xmpp:jingle-message:0' id='E1'/>";
    let message = message("chat", RESPONDER, other);
    assert_eq!(proposal().answer(&message).unwrap(), None);
}

#[test]
fn needs_a_device_to_begin_the_session_with() {
    assert_eq!(answer("rat@river.example", "proceed"), None);
    assert_eq!(answer("rat@river.example", "ringing"), None);
    let from_account = message("chat", "mole@river.example", &payload("propose"));
    assert_eq!(Proposal::of(&from_account, &responder()).unwrap(), None);
}

#[test]
fn proposes_nothing_by_an_error_or_in_a_room() {
    for kind in ["error", "groupchat"] {
        let message = message(kind, INITIATOR, &payload("propose"));
        assert_eq!(
            Proposal::of(&message, &responder()).unwrap(),
            None,
            "{kind}"
        );
    }
    let message = message("chat", INITIATOR, "<body>hello</body>");
    assert_eq!(Proposal::of(&message, &responder()).unwrap(), None);
}

#[test]
fn rejects_a_proposal_without_an_identifier() {
    let message = message(
        "chat",
        INITIATOR,
        "<propose xmlns='urn:xmpp:jingle-message:0'/>",
    );
    let error = Proposal::of(&message, &responder()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute { .. }));
}

#[test]
fn lets_only_the_device_that_proposed_begin_the_session() {
    let proposal = proposal();
    let jid = |text: &str| text.parse::<Jid>().unwrap();
    let mut jingle = Jingle::new(Action::SessionInitiate, "e1");
    jingle.initiator = Some(jid(INITIATOR));
    assert!(proposal.is_begun_by(&jingle, &jid(INITIATOR)));
    assert!(proposal.is_begun_by(&jingle, &jid("Mole@RIVER.example/phone")));
    // What the element says of its initiator is nobody's word.
    assert!(!proposal.is_begun_by(&jingle, &jid("weasel@wood.example/den")));
    assert!(!proposal.is_begun_by(&jingle, &jid("mole@river.example/attic")));
    let other = Jingle::new(Action::SessionInitiate, "e2");
    assert!(!proposal.is_begun_by(&other, &jid(INITIATOR)));
    let info = Jingle::new(Action::SessionInfo, "e1");
    assert!(!proposal.is_begun_by(&info, &jid(INITIATOR)));
}

#[test]
fn lets_the_lower_identifier_win() {
    let with = |id: &str, from: &str| {
        let propose = format!("<propose xmlns='urn:xmpp:jingle-message:0' id='{id}'/>");
        Proposal::of(&message("chat", from, &propose), &responder())
            .unwrap()
            .unwrap()
    };
    let (lower, higher) = (with("E1", RESPONDER), with("e1", INITIATOR));
    assert!(lower.precedes(&higher) && !higher.precedes(&lower));
    // Of the same identifier, the lower address, as it compares.
    let (lower, higher) = (with("e1", "MOLE@river.example/a"), with("e1", RESPONDER));
    assert!(lower.precedes(&higher) && !higher.precedes(&lower));
    assert!(!lower.precedes(&lower));
}

#[test]
fn begins_the_session_of_an_invitation_by_whom_it_names() {
    let jid = |text: &str| text.parse::<Jid>().unwrap();
    let inviter = jid(RESPONDER);
    let initiate = Jingle::new(Action::SessionInitiate, "ferry");
    let mut method = call_invites::Jingle::new("ferry");
    assert!(method.is_begun_by(&initiate, &inviter, &inviter));
    assert!(!method.is_begun_by(&initiate, &jid("rat@river.example/den"), &inviter));
    method.jid = Some(jid("mixer@river.example"));
    assert!(method.is_begun_by(&initiate, &jid("mixer@river.example/m1"), &inviter));
    assert!(!method.is_begun_by(&initiate, &inviter, &inviter));

    // An address that is not valid is nobody's, also of whoever writes it in the same way.
    let source = "<jingle xmlns='urn:xmpp:call-invites:0' sid='ferry' jid='mixer@@river'/>";
    let options = Options::new().invalid(Invalid::Keep);
    let method: call_invites::Jingle =
        read_with(source.as_bytes(), &options, &mut Report::default()).unwrap();
    let invalid = method.jid.clone().unwrap();
    assert!(!method.is_begun_by(&initiate, &invalid, &inviter));
    assert!(!method.is_begun_by(&initiate, &inviter, &inviter));

    // Whether audio is to be sent is not guessed.
    let source = "<invite xmlns='urn:xmpp:call-invites:0' audio='off'/>";
    read_with::<call_invites::Invite>(source.as_bytes(), &options, &mut Report::default())
        .unwrap_err();
}

#[test]
fn keeps_the_namespace_of_a_content_and_of_candidates() {
    let source =
        "<muji xmlns='urn:xmpp:jingle:muji:0'><content creator='initiator' name='a'/></muji>";
    let muji = assert_typed::<Muji>(source);
    assert_eq!(to_string(&muji).unwrap(), source);
    let moved = Jingle::new(Action::SessionInitiate, "a").with_contents(muji.contents);
    assert_eq!(
        to_string(&moved).unwrap(),
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='a'><content creator='initiator' name='a'/></jingle>"
    );
    // In a session, the contents of a conference are none of its own.
    let foreign: Jingle = from_str(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='a'>\
         <content xmlns='urn:xmpp:jingle:muji:0' creator='initiator' name='a'/></jingle>",
    )
    .unwrap();
    assert!(foreign.contents.is_empty());
    let transport: Transport = from_str(
        "<transport xmlns='urn:xmpp:jingle:transports:ice:0'>\
         <candidate xmlns='urn:xmpp:jingle:transports:ice-udp:1' component='1' foundation='1' ip='a' port='1' \
         priority='1' protocol='udp' type='host'/></transport>",
    )
    .unwrap();
    let Transport::Ice(ice) = transport else {
        panic!("another transport");
    };
    assert!(ice.candidates.is_empty());
}

#[test]
fn reads_a_proposal_of_any_medium() {
    let propose: xmpp_jingle::message_initiation::Propose = assert_typed(
        "<propose xmlns='urn:xmpp:jingle-message:0' id='e1'>\
         <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/>\
         <description xmlns='urn:xmpp:jingle:apps:xmlstream:0'/></propose>",
    );
    assert!(matches!(
        propose.descriptions[..],
        [Description::Rtp(_), Description::XmlStream(_)]
    ));
}
