use xmpp_jingle::grouping::{Group, Semantics};
use xmpp_jingle::session::{
    Action, Condition, ConditionKind, Content, Creator, Description, Detail, Disposition, Jingle,
    Part, Payload, Reason, Senders, Transport,
};
use xmpp_jingle::{errors, file_transfer, ice_udp, in_band, raw_udp, rtp};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, RawElement, Report, from_str, read_with, to_string};

/// What a content is written as.
fn content(inner: &str) -> String {
    format!("<content xmlns='urn:xmpp:jingle:1' creator='initiator' name='grain'>{inner}</content>")
}

#[test]
fn reads_a_session_with_contents_of_every_kind() {
    let jingle: Jingle = assert_typed(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='mill-7' initiator='miller@mill.example/loft'>\
         <content creator='initiator' name='voice'>\
         <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/>\
         <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1'/></content>\
         <content creator='initiator' name='chime' senders='initiator' disposition='early-session'>\
         <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/>\
         <transport xmlns='urn:xmpp:jingle:transports:raw-udp:1'/></content>\
         <content creator='initiator' name='bill' senders='none'>\
         <description xmlns='urn:xmpp:jingle:apps:file-transfer:5'/>\
         <transport xmlns='urn:xmpp:jingle:transports:s5b:1' sid='flour'/></content>\
         <content creator='responder' name='receipt' senders='both'>\
         <transport xmlns='urn:xmpp:jingle:transports:ibb:1' sid='flour' block-size='1'/></content>\
         </jingle>",
    );
    assert_eq!(jingle.action, Action::SessionInitiate);
    assert_eq!(
        jingle
            .initiator
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some("miller@mill.example/loft")
    );
    assert_eq!(jingle.responder, None);
    assert_eq!(jingle.sid, "mill-7");
    let [voice, chime, bill, receipt] = jingle.contents.as_slice() else {
        panic!("{jingle:?}");
    };
    assert_eq!(voice.senders, None);
    assert!(matches!(voice.description(), Some(Description::Rtp(_))));
    assert!(matches!(voice.transport(), Some(Transport::IceUdp(_))));
    assert_eq!(chime.disposition, Disposition::EarlySession);
    assert_eq!(chime.senders, Some(Senders::Initiator));
    assert!(matches!(chime.transport(), Some(Transport::RawUdp(_))));
    assert_eq!(bill.disposition, Disposition::Session);
    assert_eq!(bill.senders, Some(Senders::None));
    assert!(matches!(
        bill.description(),
        Some(Description::FileTransfer(_))
    ));
    assert!(matches!(bill.transport(), Some(Transport::Socks5(_))));
    assert_eq!(receipt.creator, Creator::Responder);
    assert_eq!(receipt.senders, Some(Senders::Both));
    assert_eq!(receipt.description(), None);
    assert!(matches!(receipt.transport(), Some(Transport::InBand(_))));
    assert_eq!(
        jingle.content(&Creator::Responder, "receipt"),
        Some(receipt)
    );
    assert_eq!(jingle.content(&Creator::Initiator, "receipt"), None);
}

#[test]
fn writes_a_session_as_the_specification_has_it() {
    let mut jingle = Jingle::new(Action::SessionInitiate, "mill-7");
    jingle.initiator = Some("miller@mill.example/loft".parse().unwrap());
    let mut content = Content::new(Creator::Initiator, "voice");
    content.senders = Some(Senders::Both);
    content.set_transport(Transport::RawUdp(raw_udp::Transport::new()));
    content.set_description(rtp::Description::new(rtp::Media::Audio).into());
    jingle.contents.push(content);
    jingle
        .groups
        .push(Group::new(Semantics::Bundle, &["voice"]));
    jingle.reason = Some(Reason::new(ConditionKind::Success));
    assert_eq!(
        to_string(&jingle).unwrap(),
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' initiator='miller@mill.example/loft' sid='mill-7'>\
         <content creator='initiator' name='voice' senders='both'>\
         <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/>\
         <transport xmlns='urn:xmpp:jingle:transports:raw-udp:1'/></content>\
         <reason><success/></reason>\
         <group xmlns='urn:xmpp:jingle:apps:grouping:0' semantics='BUNDLE'><content name='voice'/></group>\
         </jingle>"
    );
}

#[test]
fn tells_the_parts_of_a_content_by_local_name_and_keeps_unknown_ones_unread() {
    let content: Content = assert_typed(&content(
        "<security xmlns='urn:example:seal'><wax/></security><note xmlns='urn:example:note'/>\
         <transport xmlns='urn:example:cart'><ox/></transport><description xmlns='urn:example:grain'/>",
    ));
    let Some(Description::Other(description)) = content.description() else {
        panic!("{content:?}");
    };
    assert!(description.is("urn:example:grain", "description"));
    let Some(Transport::Other(transport)) = content.transport() else {
        panic!("{content:?}");
    };
    assert_eq!(
        transport.to_string(),
        "<transport xmlns='urn:example:cart'><ox/></transport>"
    );
    assert!(
        content
            .security()
            .is_some_and(|s| s.is("urn:example:seal", "security"))
    );
    assert!(matches!(&content.parts[1], Part::Other(note) if note.name() == "note"));
}

#[test]
fn replaces_a_part_in_its_place_and_leaves_the_rest() {
    let mut read: Content = from_str(&content(
        "<security xmlns='urn:example:seal'/><transport xmlns='urn:example:cart'/>\
         <note xmlns='urn:example:note'/><description xmlns='urn:example:grain'/>",
    ))
    .unwrap();
    read.set_transport(in_band::Transport::new("flour", 4096).into());
    assert_eq!(
        to_string(&read).unwrap(),
        content(
            "<security xmlns='urn:example:seal'/>\
             <transport xmlns='urn:xmpp:jingle:transports:ibb:1' block-size='4096' sid='flour'/>\
             <note xmlns='urn:example:note'/><description xmlns='urn:example:grain'/>"
        )
    );
}

#[test]
fn puts_new_parts_in_canonical_order() {
    let mut read: Content = from_str(&content("<note xmlns='urn:example:note'/>")).unwrap();
    read.set_security("<security xmlns='urn:example:seal'/>".parse().unwrap());
    read.set_description(file_transfer::Description::new().into());
    read.set_transport(ice_udp::Transport::new().into());
    assert_eq!(
        to_string(&read).unwrap(),
        content(
            "<description xmlns='urn:xmpp:jingle:apps:file-transfer:5'/>\
             <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1'/>\
             <security xmlns='urn:example:seal'/><note xmlns='urn:example:note'/>"
        )
    );
}

#[test]
fn changes_one_candidate_and_keeps_all_else_as_it_was_spelt() {
    let source = |port: &str| {
        format!(
            "<jingle xmlns='urn:xmpp:jingle:1' action='transport-info' sid='mill-7' wind='7'>\
             <weather xmlns='urn:example:mill'/>\
             <content creator='initiator' name='voice'>\
             <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ufrag='wind' pwd='sails'>\
             <hint xmlns='urn:example:mill'/>\
             <candidate component='01' foundation='a' ip='198.51.100.7' port='{port}' priority='007' \
             protocol='udp' type='host' tcptype='so'/></transport></content></jingle>"
        )
    };
    let mut jingle: Jingle = assert_lossless(&source("040000"));
    let voice = jingle.content_mut(&Creator::Initiator, "voice").unwrap();
    let Some(Transport::IceUdp(transport)) = voice.transport_mut() else {
        panic!("{voice:?}");
    };
    transport.candidates[0].port = 40_001;
    let written: RawElement = to_string(&jingle).unwrap().parse().unwrap();
    assert_eq!(written, source("40001").parse().unwrap());
}

#[test]
fn accepts_an_offer_without_the_transports_of_the_other_party() {
    let offer: Jingle = from_str(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='mill-7' initiator='miller@mill.example/loft'>\
         <group xmlns='urn:xmpp:jingle:apps:grouping:0' semantics='BUNDLE'><content name='voice'/></group>\
         <content creator='initiator' name='voice' senders='initiator'>\
         <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'><payload-type id='9'/></description>\
         <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ufrag='wind' pwd='sails'/></content>\
         <content creator='initiator' name='chime' disposition='early-session'/></jingle>",
    )
    .unwrap();
    let answer = offer.accept().unwrap();
    assert_eq!(
        to_string(&answer).unwrap(),
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-accept' sid='mill-7'>\
         <content creator='initiator' name='voice' senders='initiator'>\
         <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'><payload-type id='9'/></description></content>\
         <group xmlns='urn:xmpp:jingle:apps:grouping:0' semantics='BUNDLE'><content name='voice'/></group></jingle>"
    );
}

#[test]
fn accepts_what_can_be_accepted_and_nothing_else() {
    let mut offer = Jingle::new(Action::ContentAdd, "mill-7");
    let mut chime = Content::new(Creator::Initiator, "chime");
    chime.disposition = Disposition::EarlySession;
    offer.contents.push(chime.clone());
    let answer = offer.accept().unwrap();
    assert_eq!(answer.action, Action::ContentAccept);
    assert_eq!(answer.contents, [chime]);

    offer.action = Action::TransportReplace;
    assert_eq!(offer.accept().unwrap().action, Action::TransportAccept);
    for action in [
        Action::SessionAccept,
        Action::SessionInfo,
        Action::ContentModify,
        Action::from("session-ponder"),
    ] {
        assert_eq!(offer.reply(action).accept(), None);
    }
}

#[test]
fn ends_a_session_by_its_name() {
    let mut reason = Reason::new(ConditionKind::SecurityError);
    reason.text = Some("The seal is broken.".into());
    reason
        .details
        .push(rtp::errors::Error::new(rtp::errors::ErrorKind::InvalidCrypto).into());
    let end = Jingle::new(Action::SessionInitiate, "mill-7").terminate(reason);
    assert_eq!(
        to_string(&end).unwrap(),
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-terminate' sid='mill-7'><reason><security-error/>\
         <text>The seal is broken.</text><invalid-crypto xmlns='urn:xmpp:jingle:apps:rtp:errors:1'/></reason></jingle>"
    );
    assert_eq!(
        to_string(&Reason::alternative_session("mill-6")).unwrap(),
        "<reason xmlns='urn:xmpp:jingle:1'><alternative-session><sid>mill-6</sid></alternative-session></reason>"
    );
}

#[test]
fn reads_a_reason_in_whatever_order_it_comes() {
    let reason: Reason = assert_typed(
        "<reason xmlns='urn:xmpp:jingle:1'><wheel xmlns='urn:example:mill' teeth='3'/>\
         <text>The wheel broke.</text><file-too-large xmlns='urn:xmpp:jingle:apps:file-transfer:errors:0'/>\
         <alternative-session><sid>mill-6</sid></alternative-session></reason>",
    );
    assert_eq!(reason.text.as_deref(), Some("The wheel broke."));
    let condition = reason.condition.as_ref().unwrap();
    assert_eq!(condition.kind, ConditionKind::AlternativeSession);
    assert_eq!(condition.sid.as_deref(), Some("mill-6"));
    let [Detail::Other(wheel), Detail::FileTransfer(file)] = reason.details.as_slice() else {
        panic!("{reason:?}");
    };
    assert!(wheel.is("urn:example:mill", "wheel"));
    assert_eq!(file.kind, file_transfer::errors::ErrorKind::FileTooLarge);
}

#[test]
fn keeps_words_that_it_does_not_know() {
    let jingle: Jingle = assert_typed(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-ponder' sid='mill-7'>\
         <content creator='gateway' name='voice' senders='nobody-yet' disposition='render'/>\
         <reason><no-wind/></reason></jingle>",
    );
    assert_eq!(jingle.action.as_str(), "session-ponder");
    assert_eq!(jingle.contents[0].creator.as_str(), "gateway");
    assert_eq!(jingle.contents[0].senders, Some("nobody-yet".into()));
    assert_eq!(jingle.contents[0].disposition, "render".into());
    assert_eq!(
        jingle.reason.unwrap().condition,
        Some(Condition::new("no-wind".into()))
    );
    let error: errors::Error = assert_typed("<no-wind xmlns='urn:xmpp:jingle:errors:1'/>");
    assert_eq!(error, errors::Error::new("no-wind".into()));
}

#[test]
fn reads_what_is_told_by_the_way_in_its_order() {
    let jingle: Jingle = assert_typed(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-info' sid='mill-7'>\
         <weather xmlns='urn:example:mill'/>\
         <mute xmlns='urn:xmpp:jingle:apps:rtp:info:1' creator='responder' name='voice'/>\
         <received xmlns='urn:xmpp:jingle:apps:file-transfer:5' creator='initiator' name='bill'/>\
         <checksum xmlns='urn:xmpp:jingle:apps:file-transfer:5'><file/></checksum></jingle>",
    );
    let [
        Payload::Other(weather),
        Payload::Rtp(info),
        Payload::Received(received),
        Payload::Checksum(checksum),
    ] = jingle.payloads.as_slice()
    else {
        panic!("{jingle:?}");
    };
    assert_eq!(weather.name(), "weather");
    assert_eq!(
        *info,
        rtp::info::Info::of_content(rtp::info::InfoKind::Mute, Creator::Responder, "voice")
    );
    assert_eq!(
        *received,
        file_transfer::Received::new(Creator::Initiator, "bill")
    );
    assert_eq!(checksum.file, file_transfer::File::new());
}

#[test]
fn is_not_misled_by_the_same_name_in_another_namespace() {
    let jingle: Jingle = assert_lossless(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-info' sid='mill-7'>\
         <reason xmlns='urn:example:mill'><success/></reason><content xmlns='urn:example:mill'/>\
         <reason><busy/></reason></jingle>",
    );
    assert_eq!(
        jingle.reason.and_then(|r| r.condition),
        Some(Condition::new(ConditionKind::Busy))
    );
    assert!(jingle.contents.is_empty());
    assert_eq!(jingle.payloads.len(), 2);
}

#[test]
fn keeps_a_default_that_was_spelt_out_and_adds_none() {
    for attributes in ["", " disposition='session'", " disposition=' session '"] {
        let source = format!(
            "<content xmlns='urn:xmpp:jingle:1' creator='initiator' name='voice'{attributes}/>"
        );
        let content: Content = assert_typed(&source);
        assert_eq!(content, Content::new(Creator::Initiator, "voice"));
    }
}

#[test]
fn rejects_a_session_without_a_name_or_an_action() {
    for (source, missing) in [
        ("<jingle xmlns='urn:xmpp:jingle:1' sid='a'/>", "action"),
        (
            "<jingle xmlns='urn:xmpp:jingle:1' action='session-info'/>",
            "sid",
        ),
    ] {
        let error = from_str::<Jingle>(source).unwrap_err();
        assert_eq!(
            *error.kind(),
            ErrorKind::MissingAttribute {
                element: "jingle",
                name: missing
            }
        );
    }
}

#[test]
fn goes_on_without_an_invalid_candidate_when_told_to() {
    let source = "<jingle xmlns='urn:xmpp:jingle:1' action='transport-info' sid='mill-7'>\
         <content creator='initiator' name='voice'><transport xmlns='urn:xmpp:jingle:transports:raw-udp:1'>\
         <candidate ip='198.51.100.7' port='70000'/><candidate ip='198.51.100.7' port='40000'/>\
         </transport></content></jingle>";
    let error = from_str::<Jingle>(source).unwrap_err();
    assert_eq!(error.path(), "/jingle/content/transport/candidate[1]/@port");

    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let jingle: Jingle = read_with(source.as_bytes(), &options, &mut report).unwrap();
    let Some(Transport::RawUdp(transport)) = jingle.contents[0].transport() else {
        panic!("{jingle:?}");
    };
    assert_eq!(transport.candidates.len(), 1);
    assert_eq!(transport.candidates[0].port, 40_000);
    assert_eq!(report.problems.len(), 1);
    let written: RawElement = to_string(&jingle).unwrap().parse().unwrap();
    assert_eq!(written, source.parse().unwrap());
}

fn kept(source: &str) -> (Jingle, Report) {
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let jingle = read_with(source.as_bytes(), &options, &mut report).unwrap();
    (jingle, report)
}

#[test]
fn a_content_without_a_creator_costs_that_content() {
    let source = "<jingle xmlns='urn:xmpp:jingle:1' action='content-modify' sid='s'>\
         <content name='video' senders='both'/><content creator='initiator' name='audio'/></jingle>";
    let error = from_str::<Jingle>(source).unwrap_err();
    assert_eq!(error.path(), "/jingle/content[1]");
    assert_eq!(
        *error.kind(),
        ErrorKind::MissingAttribute {
            element: "content",
            name: "creator"
        }
    );
    let (jingle, report) = kept(source);
    assert_eq!(report.problems, [error]);
    assert_eq!(jingle.contents, [Content::new(Creator::Initiator, "audio")]);
}

#[test]
fn a_transport_without_a_session_costs_that_transport() {
    let source = "<jingle xmlns='urn:xmpp:jingle:1' action='transport-accept' sid='s'>\
         <content creator='initiator' name='f'>\
         <transport xmlns='urn:xmpp:jingle:transports:ibb:1' block-size='8192'/></content></jingle>";
    let error = from_str::<Jingle>(source).unwrap_err();
    assert_eq!(error.path(), "/jingle/content/transport");
    let (jingle, report) = kept(source);
    assert_eq!(report.problems, [error]);
    let content = jingle.content(&Creator::Initiator, "f").unwrap();
    assert_eq!(content.transport(), None);
    let written: RawElement = to_string(&jingle).unwrap().parse().unwrap();
    assert_eq!(written, source.parse().unwrap());
}

/// What would protect the media is not lost while the media stays.
#[test]
fn what_is_not_protected_as_was_said_is_not_there() {
    let dtls = "urn:xmpp:jingle:apps:dtls:0";
    let rtp = |inner: &str| {
        format!(
            "<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'>{inner}</description>"
        )
    };
    let ice = |inner: &str| {
        format!(
            "<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ufrag='u' pwd='p'>{inner}</transport>"
        )
    };
    for part in [
        ice(&format!("<fingerprint xmlns='{dtls}'>AA</fingerprint>")),
        rtp("<encryption required='surely'/>"),
        rtp("<encryption required='1'><crypto tag='1' key-params='inline:a'/></encryption>"),
        rtp("<encryption/><encryption required='1'/>"),
    ] {
        let source = format!(
            "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='s'>\
             <content creator='initiator' name='a'>{part}</content></jingle>"
        );
        assert!(from_str::<Jingle>(&source).is_err(), "{source}");
        let (jingle, report) = kept(&source);
        assert!(jingle.contents[0].parts.is_empty(), "{source}");
        assert_eq!(report.problems.len(), 1, "{source}");
    }
}

#[test]
fn does_not_take_what_it_cannot_read_for_a_ping() {
    let options = Options::new().invalid(Invalid::Keep);
    let source = "<jingle xmlns='urn:xmpp:jingle:1' action='session-info' sid='s'>\
         <checksum xmlns='urn:xmpp:jingle:apps:file-transfer:5'/></jingle>";
    let read = read_with::<Jingle>(source.as_bytes(), &options, &mut Report::default());
    assert_eq!(read.unwrap_err().path(), "/jingle/checksum");
}

#[test]
fn reads_wherever_it_stands_that_headers_may_be_mixed() {
    let mixed = "<extmap-allow-mixed xmlns='urn:xmpp:jingle:apps:rtp:rtp-hdrext:0'/>";
    let rtp = |inner: &str| {
        format!(
            "<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'>{inner}</description>"
        )
    };
    let in_description: Content = assert_typed(&content(&rtp(mixed)));
    assert!(in_description.allows_mixed_headers());
    let in_content: Content = assert_typed(&content(&(rtp("") + mixed)));
    assert!(in_content.allows_mixed_headers());
    let nowhere: Content = assert_typed(&content(&rtp("")));
    assert!(!nowhere.allows_mixed_headers());
    let beside: Jingle = assert_typed(&format!(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='s'>{}{mixed}</jingle>",
        content(&rtp(""))
    ));
    assert!(matches!(
        beside.payloads[..],
        [Payload::AllowMixedHeaders(_)]
    ));
    // Whoever accepts all that is offered accepts this.
    let mut offer = Jingle::new(Action::SessionInitiate, "s");
    offer.contents.push(in_content);
    assert!(offer.accept().unwrap().contents[0].allows_mixed_headers());
}
