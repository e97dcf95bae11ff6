use xmpp_jingle::grouping::Semantics;
use xmpp_jingle::rtp::feedback::{self, Feedback, FeedbackKind, RegularInterval};
use xmpp_jingle::rtp::header_extensions::{self, HeaderExtension};
use xmpp_jingle::rtp::info::{Info, InfoKind};
use xmpp_jingle::rtp::sources::{self, Source, SourceGroup};
use xmpp_jingle::rtp::zrtp::ZrtpHash;
use xmpp_jingle::rtp::{
    self, Bandwidth, BandwidthKind, Crypto, Description, Encryption, Media, Parameter, PayloadType,
};
use xmpp_jingle::session::Senders;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, Hex, from_str, to_string};

/// Every field of a description, as it is written.
const FULL: &str = "<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='video' ssrc='7'>\
    <payload-type channels='2' clockrate='90000' id='96' maxptime='120' name='AV1' ptime='20'>\
    <parameter name='profile' value='0'/>\
    <rtcp-fb xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' type='nack' subtype='pli'/>\
    <rtcp-fb-trr-int xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' value='100'/></payload-type>\
    <rtcp-mux/>\
    <encryption required='true'>\
    <crypto crypto-suite='AES' key-params='inline:a' session-params='KDR=1' tag='1'/>\
    <zrtp-hash xmlns='urn:xmpp:jingle:apps:rtp:zrtp:1' version='1.10'>00ff</zrtp-hash></encryption>\
    <bandwidth type='AS'>512</bandwidth>\
    <rtcp-fb xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' type='ccm'>\
    <parameter name='smaxpr' value='120'/></rtcp-fb>\
    <rtcp-fb-trr-int xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' value='0'/>\
    <rtp-hdrext xmlns='urn:xmpp:jingle:apps:rtp:rtp-hdrext:0' id='3' uri='urn:example:tilt' senders='initiator'>\
    <parameter name='vad' value='on'/></rtp-hdrext>\
    <extmap-allow-mixed xmlns='urn:xmpp:jingle:apps:rtp:rtp-hdrext:0'/>\
    <ssrc-group xmlns='urn:xmpp:jingle:apps:rtp:ssma:0' semantics='FID'><source ssrc='7'/><source ssrc='8'/></ssrc-group>\
    <source xmlns='urn:xmpp:jingle:apps:rtp:ssma:0' ssrc='7'><parameter name='paused'/></source>\
    </description>";

fn full() -> Description {
    let mut av1 = PayloadType::new(96, "AV1", 90_000);
    av1.channels = Some(2);
    av1.maxptime = Some(120);
    av1.ptime = Some(20);
    av1.parameters.push(Parameter::new("profile", "0"));
    let mut pli = Feedback::new(FeedbackKind::Nack);
    pli.subtype = Some("pli".into());
    av1.feedback.push(pli);
    av1.regular_interval = Some(RegularInterval::new(100));

    let mut crypto = Crypto::new("1", "AES", "inline:a");
    crypto.session_params = Some("KDR=1".into());
    let mut encryption = Encryption::new();
    encryption.is_required = true;
    encryption.cryptos.push(crypto);
    encryption
        .zrtp_hashes
        .push(ZrtpHash::new("1.10", Hex(vec![0, 255])));

    let mut ccm = Feedback::new(FeedbackKind::Ccm);
    ccm.parameters.push(Parameter::new("smaxpr", "120"));
    let mut tilt = HeaderExtension::new(3, "urn:example:tilt");
    tilt.senders = Senders::Initiator;
    tilt.parameters.push(Parameter::new("vad", "on"));
    let mut paused = Parameter::new("paused", "");
    paused.value = None;
    let mut source = Source::new("7");
    source.parameters.push(paused);

    let mut video = Description::new(Media::Video);
    video.ssrc = Some(7);
    video.payload_types.push(av1);
    video.is_rtcp_multiplexed = true;
    video.encryption = Some(encryption);
    video.bandwidth = Some(Bandwidth::new(BandwidthKind::ApplicationSpecific, "512"));
    video.feedback.push(ccm);
    video.regular_interval = Some(RegularInterval::new(0));
    video.header_extensions.push(tilt);
    video.allows_mixed_headers = true;
    video
        .source_groups
        .push(SourceGroup::new(Semantics::FlowIdentification, &["7", "8"]));
    video.sources.push(source);
    video
}

#[test]
fn reads_and_writes_every_field_of_a_description() {
    assert_eq!(assert_typed::<Description>(FULL), full());
    assert_eq!(to_string(&full()).unwrap(), FULL);
}

#[test]
fn writes_an_empty_description_as_one_tag() {
    assert_eq!(
        to_string(&Description::new(Media::Audio)).unwrap(),
        "<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/>"
    );
}

#[test]
fn reads_a_parameter_in_the_namespace_of_what_it_is_about_only() {
    for (namespace, element, attributes) in [
        (rtp::NS, "payload-type", "id='1'"),
        (feedback::NS, "rtcp-fb", "type='nack'"),
        (header_extensions::NS, "rtp-hdrext", "id='1' uri='a'"),
        (sources::NS, "source", "ssrc='1'"),
    ] {
        let source = |parameter: &str| {
            format!("<{element} xmlns='{namespace}' {attributes}>{parameter}</{element}>")
        };
        let own = source("<parameter name='a' value='b'/>");
        let foreign = source("<parameter xmlns='urn:example:mill' name='a' value='b'/>");
        let count = |source: &str| match element {
            "payload-type" => from_str::<PayloadType>(source).unwrap().parameters.len(),
            "rtcp-fb" => from_str::<Feedback>(source).unwrap().parameters.len(),
            "rtp-hdrext" => from_str::<HeaderExtension>(source)
                .unwrap()
                .parameters
                .len(),
            _ => from_str::<Source>(source).unwrap().parameters.len(),
        };
        assert_eq!(count(&own), 1, "{own}");
        assert_eq!(count(&foreign), 0, "{foreign}");
    }
}

#[test]
fn finds_parameters_by_name_and_tells_an_absent_value_from_an_absent_parameter() {
    let events: PayloadType = assert_typed(
        "<payload-type xmlns='urn:xmpp:jingle:apps:rtp:1' id='101'>\
         <parameter name='rate' value='8000'/><parameter name='bare'/><parameter value='0-15'/></payload-type>",
    );
    assert_eq!(events.parameter("rate"), Some("8000"));
    assert_eq!(events.parameter("bare"), Some(""));
    assert_eq!(events.parameter("Rate"), None);
    assert_eq!(events.parameter(""), Some("0-15"));
    assert_eq!(events.name, None);
}

#[test]
fn reads_the_bandwidth_whatever_is_around_it() {
    let bandwidth: Bandwidth =
        assert_typed("<bandwidth xmlns='urn:xmpp:jingle:apps:rtp:1' type='CT'> 64\n</bandwidth>");
    assert_eq!(bandwidth.kind, BandwidthKind::ConferenceTotal);
    assert_eq!(bandwidth.value.trim(), "64");
}

#[test]
fn looks_for_the_zrtp_hash_in_its_own_namespace() {
    let own: Encryption = assert_typed(
        "<encryption xmlns='urn:xmpp:jingle:apps:rtp:1' required='1'>\
         <zrtp-hash xmlns='urn:xmpp:jingle:apps:rtp:zrtp:1' version='1.10'>\n 00FF \n</zrtp-hash></encryption>",
    );
    assert!(own.is_required);
    assert_eq!(own.zrtp_hashes[0].bytes(), Some(vec![0, 255]));

    let other: Encryption = from_str(
        "<encryption xmlns='urn:xmpp:jingle:apps:rtp:1'><zrtp-hash version='1.10'>00</zrtp-hash></encryption>",
    )
    .unwrap();
    assert!(other.zrtp_hashes.is_empty());
    assert!(!other.is_required);
}

#[test]
fn gives_no_bytes_for_a_hash_that_is_none() {
    for value in ["seal", "0", "00:ff"] {
        let hash: ZrtpHash = assert_typed(&format!(
            "<zrtp-hash xmlns='urn:xmpp:jingle:apps:rtp:zrtp:1' version='1'>{value}</zrtp-hash>"
        ));
        assert_eq!(hash.bytes(), None);
    }
}

#[test]
fn knows_the_states_of_a_call_by_name() {
    for (name, kind) in [
        ("active", InfoKind::Active),
        ("hold", InfoKind::Hold),
        ("mute", InfoKind::Mute),
        ("ringing", InfoKind::Ringing),
        ("unhold", InfoKind::Unhold),
        ("unmute", InfoKind::Unmute),
        ("asleep", InfoKind::from("asleep")),
    ] {
        let source = format!("<{name} xmlns='urn:xmpp:jingle:apps:rtp:info:1'/>");
        assert_eq!(assert_typed::<Info>(&source), Info::new(kind.clone()));
        assert_eq!(to_string(&Info::new(kind)).unwrap(), source);
    }
}

#[test]
fn rejects_a_payload_type_whose_id_is_no_number_of_eight_bits() {
    for id in ["256", "-1", "opus", ""] {
        let source = format!(
            "<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'><payload-type id='{id}'/></description>"
        );
        let error = from_str::<Description>(&source).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
        assert_eq!(error.path(), "/description/payload-type/@id");
    }
}
