//! What the crate promises, seen from outside.

extern crate alloc;

mod captured;
mod offers;

use alloc::collections::BTreeSet;

use captured::{CAPTURED, Captured};
use offers::{CHROMIUM, FIREFOX, GATEWAY};
use proptest::prelude::*;
use xmpp_jingle::dtls::Setup;
use xmpp_jingle::grouping::{Group, Semantics};
use xmpp_jingle::ice_udp::{self, CandidateKind, Protocol, TcpType};
use xmpp_jingle::rtp::category::CategoryName;
use xmpp_jingle::rtp::feedback::Feedback;
use xmpp_jingle::rtp::header_extensions::HeaderExtension;
use xmpp_jingle::rtp::sources::{Source, SourceGroup};
use xmpp_jingle::rtp::{
    Bandwidth, BandwidthKind, Crypto, Description, Encryption, Media, Parameter, PayloadType,
};
use xmpp_jingle::session::{self, Action, Content, Creator, Jingle, Senders, Transport};
use xmpp_jingle::{dtls, in_band, xml_stream};
use xmpp_jingle_sdp::{
    Line, Mapped, Origin, Sdp, SdpError, candidate_from_sdp, candidate_to_sdp, to_jingle, to_sdp,
};
use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{from_str, to_string};

fn read(text: &str) -> Mapped {
    to_jingle(&text.parse().unwrap(), &Creator::Initiator)
}

fn rtp(content: &Content) -> &Description {
    match content.description() {
        Some(session::Description::Rtp(rtp)) => rtp,
        other => panic!("{other:?}"),
    }
}

fn ice(content: &Content) -> &ice_udp::Transport {
    match content.transport() {
        Some(Transport::IceUdp(ice)) => ice,
        other => panic!("{other:?}"),
    }
}

fn unmapped(mapped: &Mapped) -> Vec<String> {
    let lines = mapped.unmapped.iter();
    lines.map(|unmapped| unmapped.line.to_string()).collect()
}

/// The lines of each medium, without what a description says anew each time.
fn said(sdp: &str) -> Vec<BTreeSet<String>> {
    let sdp: Sdp = sdp.parse().unwrap();
    let is_said = |line: &&Line| !"vostc".contains(line.kind());
    let set = |lines: &[Line]| {
        lines
            .iter()
            .filter(is_said)
            .map(ToString::to_string)
            .collect()
    };
    let mut all = vec![set(&sdp.session)];
    all.extend(sdp.media.iter().map(|media| set(&media.lines)));
    all
}

fn write(mapped: &Mapped, author: &Creator) -> String {
    let written = to_sdp(&mapped.contents, &mapped.groups, author, &Origin::new(1, 2)).unwrap();
    assert_eq!(written.unmapped, [], "{written:?}");
    written.sdp.to_string()
}

#[test]
fn keeps_every_line_as_it_stands() {
    for text in [CHROMIUM, FIREFOX, GATEWAY] {
        let sdp: Sdp = text.parse().unwrap();
        assert_eq!(sdp.to_string(), text);
        let with_line_feeds: Sdp = text.replace("\r\n", "\n").parse().unwrap();
        assert_eq!(with_line_feeds, sdp);
    }
}

/// The party that made a description.
fn author(captured: &Captured) -> Creator {
    if captured.is_answer {
        Creator::Responder
    } else {
        Creator::Initiator
    }
}

#[test]
fn keeps_every_line_of_browsers() {
    assert_eq!(CAPTURED.len(), 24);
    for captured in CAPTURED {
        let sdp: Sdp = captured.text.parse().unwrap();
        assert_eq!(sdp.to_string(), captured.text, "{}", captured.name);
    }
}

/// What Jingle has words for in a candidate, as it spells them.
fn candidate_in_jingle(line: &str) -> String {
    let known = line.split(" network-").next().unwrap();
    known.replace(" UDP ", " udp ").replace(" TCP ", " tcp ")
}

/// SDP to Jingle to SDP: all lines are there again, as often as before, but for those that were listed and those of the
/// session that count for each medium; and nothing is there that was not said.
#[test]
fn gives_back_what_browsers_say() {
    for captured in CAPTURED {
        let (name, author) = (captured.name, author(captured));
        let before: Sdp = captured.text.parse().unwrap();
        let mapped = to_jingle(&before, &author);
        assert_eq!(mapped.contents.len(), before.media.len(), "{name}");
        let after: Sdp = write(&mapped, &author).parse().unwrap();

        // What stands for the whole session in one place only.
        let group = |sdp: &Sdp| -> Vec<String> {
            let lines = sdp.session.iter().map(ToString::to_string);
            lines.filter(|line| line.starts_with("a=group")).collect()
        };
        assert_eq!(group(&before), group(&after), "{name}");
        let session: Vec<String> = before.session.iter().map(ToString::to_string).collect();
        for (index, (before, after)) in before.media.iter().zip(&after.media).enumerate() {
            let listed = mapped.unmapped.iter();
            let listed = listed.filter(|unmapped| unmapped.media == Some(index));
            let mut listed: Vec<String> = listed.map(|it| it.line.to_string()).collect();
            let mut expected: Vec<String> = Vec::new();
            for line in before.lines.iter().filter(|line| line.kind() == 'a') {
                let line = line.to_string();
                match listed.iter().position(|it| *it == line) {
                    Some(found) if line.starts_with("a=candidate:") => {
                        expected.push(candidate_in_jingle(&line));
                        listed.remove(found);
                    }
                    Some(found) => drop(listed.remove(found)),
                    None => expected.push(candidate_in_jingle(&line)),
                }
            }
            assert_eq!(listed, [""; 0], "{name}: listed, but not there");
            let mut found: Vec<String> = Vec::new();
            for line in after.lines.iter().filter(|line| line.kind() == 'a') {
                let line = line.to_string();
                if expected.contains(&line) || !session.contains(&line) {
                    found.push(line);
                }
            }
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{name}, medium {index}");
            // The port says nothing with ICE.
            let head = |head: &str| {
                let words: Vec<&str> = head.split(' ').collect();
                [&words[..1], &words[2..]].concat().join(" ")
            };
            assert_eq!(head(&after.head), head(&before.head), "{name}");
        }
    }
}

/// Jingle to SDP to Jingle, through XML.
#[test]
fn comes_back_from_sdp_and_through_xml() {
    for captured in CAPTURED {
        let (name, author) = (captured.name, author(captured));
        let mapped = to_jingle(&captured.text.parse().unwrap(), &author);
        let action = match author {
            Creator::Initiator => Action::SessionInitiate,
            _ => Action::SessionAccept,
        };
        let mut jingle = Jingle::new(action, "s9");
        jingle.contents = mapped.contents.clone();
        jingle.groups = mapped.groups.clone();
        let text = to_string(&jingle).unwrap();
        let read: Jingle = assert_typed(&text);
        assert_eq!(read, jingle, "{name}");

        let read = Mapped::from_parts(read.contents, read.groups);
        let again = to_jingle(&write(&read, &author).parse().unwrap(), &author);
        assert_eq!(again.contents, mapped.contents, "{name}");
        assert_eq!(again.groups, mapped.groups, "{name}");
        assert_eq!(again.unmapped, [], "{name}");
    }
}

/// What is lost on the way, which the documentation of the crate lists.
#[test]
fn lists_what_browsers_say_beyond_jingle() {
    let lost = |browser| {
        let all = CAPTURED.iter().filter(|it| it.browser == browser);
        let mut lost = BTreeSet::new();
        for captured in all {
            let mapped = to_jingle(&captured.text.parse().unwrap(), &author(captured));
            for unmapped in mapped.unmapped {
                let (name, value) = unmapped.line.as_attribute().unwrap();
                let name = match name {
                    "candidate" => value.split(' ').rev().nth(1).unwrap(),
                    name => name,
                };
                lost.insert(name.to_owned());
            }
        }
        Vec::from_iter(lost)
    };
    assert_eq!(
        lost("chromium"),
        [
            "ice-options",
            "max-message-size",
            "msid",
            "msid-semantic",
            "network-cost",
            "rid",
            "rtcp",
            "rtcp-rsize",
            "rtcp-xr",
            "simulcast",
        ]
    );
    assert_eq!(
        lost("firefox"),
        [
            "bundle-only",
            "end-of-candidates",
            "ice-options",
            "max-message-size",
            "msid",
            "msid-semantic",
            "rid",
            "rtcp",
            "rtcp-rsize",
            "simulcast",
        ]
    );
}

/// An answer is about the contents of its offer, and each side is the one that it is.
#[test]
fn answers_are_about_the_contents_of_their_offers() {
    for pair in CAPTURED.chunks(2) {
        let [offer, answer] = pair else {
            panic!("an offer without an answer");
        };
        let [offer, answer] = [offer, answer].map(|captured| {
            let mapped = to_jingle(&captured.text.parse().unwrap(), &author(captured));
            assert!(
                mapped
                    .contents
                    .iter()
                    .all(|it| it.creator == Creator::Initiator)
            );
            mapped
        });
        let names = |mapped: &Mapped| -> Vec<String> {
            mapped.contents.iter().map(|it| it.name.clone()).collect()
        };
        assert_eq!(names(&offer), names(&answer));
        for (offered, answered) in offer.contents.iter().zip(&answer.contents) {
            // Nobody sends who was not offered to.
            let allows = |senders: &Option<Senders>, side: Senders| {
                senders
                    .as_ref()
                    .is_none_or(|it| *it == Senders::Both || *it == side)
            };
            for side in [Senders::Initiator, Senders::Responder] {
                if allows(&answered.senders, side.clone()) {
                    assert!(allows(&offered.senders, side), "{}", offered.name);
                }
            }
            let setups =
                [offered, answered].map(|content| ice(content).fingerprints[0].setup.clone());
            assert_eq!(setups, [Some(Setup::Actpass), Some(Setup::Active)]);
        }
    }
}

/// Candidates that browsers find later go into a transport-info.
#[test]
fn reads_candidates_as_they_trickle() {
    let mut count = 0;
    for captured in CAPTURED {
        for line in captured.text.lines() {
            let Some(text) = line.strip_prefix("a=candidate:") else {
                continue;
            };
            let candidate = candidate_from_sdp(text).unwrap();
            assert_eq!(candidate.kind, CandidateKind::Host);
            assert!(candidate.ip.ends_with(".local"), "{text}");
            let is_tcp = candidate.protocol == Protocol::Tcp;
            assert_eq!(candidate.tcp_type, is_tcp.then_some(TcpType::Active));
            let written = candidate_to_sdp(&candidate).unwrap();
            assert_eq!(written, candidate_in_jingle(text));
            count += 1;
        }
    }
    assert_eq!(count, 54);
}

#[test]
fn rejects_what_is_no_description() {
    for (text, error) in [
        ("", SdpError::InvalidLine(1)),
        ("v=1", SdpError::InvalidVersion),
        ("s=-\nv=0", SdpError::InvalidVersion),
        ("v=0\n\ns=-", SdpError::InvalidLine(2)),
        ("v=0\nab=c", SdpError::InvalidLine(2)),
        ("v=0\nA=c", SdpError::InvalidLine(2)),
        ("v=0\na", SdpError::InvalidLine(2)),
        ("v=0\n =a", SdpError::InvalidLine(2)),
        ("v=0\na=b\rc=d", SdpError::InvalidLine(2)),
        ("v=0\na=\0", SdpError::InvalidLine(2)),
    ] {
        assert_eq!(text.parse::<Sdp>().unwrap_err(), error, "{text:?}");
    }
}

#[test]
fn reads_an_offer_of_chromium() {
    let mapped = read(CHROMIUM);
    let [audio, video, data] = &mapped.contents[..] else {
        panic!("{:?}", mapped.contents);
    };
    assert_eq!(
        mapped.groups,
        [Group::new(Semantics::Bundle, &["0", "1", "2"])]
    );
    assert_eq!(
        (audio.name.as_str(), &audio.senders),
        ("0", &Some(Senders::Both))
    );
    assert_eq!(video.senders, Some(Senders::Initiator));

    let opus = &rtp(audio).payload_types[0];
    assert_eq!((opus.id, opus.name.as_deref()), (111, Some("opus")));
    assert_eq!((opus.clockrate, opus.channels), (Some(48_000), Some(2)));
    assert_eq!(opus.parameter("minptime"), Some("10"));
    assert_eq!(opus.feedback[0].kind.as_str(), "transport-cc");
    let red = &rtp(audio).payload_types[1];
    assert_eq!(red.parameter(""), Some("111/111"));
    assert!(rtp(audio).is_rtcp_multiplexed && rtp(audio).allows_mixed_headers);
    let source = &rtp(audio).sources[0];
    assert_eq!(source.ssrc, "3570614608");
    assert_eq!(
        source.parameters[1],
        Parameter::new("msid", "stream1 track1")
    );

    assert_eq!(ice(audio).ufrag.as_deref(), Some("Oq4t"));
    assert_eq!(ice(audio).fingerprints[0].setup, Some(Setup::Actpass));
    assert_eq!(ice(audio).fingerprints[0].bytes().unwrap().len(), 32);
    assert_eq!(ice(audio).candidates[1].tcp_type, Some(TcpType::Active));
    assert_eq!(
        ice(audio).candidates[2].kind,
        CandidateKind::ServerReflexive
    );

    let orientation = &rtp(video).header_extensions[2];
    assert_eq!(orientation.senders, Senders::Responder);
    assert_eq!(rtp(video).source_groups[0].sources[1].ssrc, "632943048");
    let bandwidth = rtp(video).bandwidth.as_ref().unwrap();
    assert_eq!(
        bandwidth,
        &Bandwidth::new(BandwidthKind::ApplicationSpecific, "2500")
    );

    assert_eq!(data.description(), None);
    assert_eq!(ice(data).sctp_maps[0].port, 5000);
    assert_eq!(ice(data).sctp_maps[0].protocol, "webrtc-datachannel");

    assert_eq!(
        unmapped(&mapped),
        [
            "a=msid-semantic: WMS stream1",
            "a=rtcp:9 IN IP4 0.0.0.0",
            "a=candidate:1467250027 1 udp 2122260223 192.0.2.10 46243 typ host generation 0 network-id 1",
            "a=candidate:435653019 1 tcp 1518280447 192.0.2.10 9 typ host tcptype active generation 0 network-id 1",
            "a=ice-options:trickle",
            "a=msid:stream1 track1",
            "a=rtcp-rsize",
            "a=rtcp:9 IN IP4 0.0.0.0",
            "a=ice-options:trickle",
            "a=msid:stream1 track2",
            "a=rtcp-rsize",
            "a=rid:h send",
            "a=rid:l send",
            "a=simulcast:send h;l",
            "a=ice-options:trickle",
            "a=max-message-size:262144",
        ]
    );
}

#[test]
fn reads_an_offer_of_firefox() {
    let mapped = read(FIREFOX);
    let [audio, video] = &mapped.contents[..] else {
        panic!("{:?}", mapped.contents);
    };
    // The fingerprint of the session is that of each medium.
    for content in [audio, video] {
        assert_eq!(ice(content).fingerprints.len(), 1);
        assert_eq!(
            ice(content).fingerprints[0].hash,
            Algorithm::from("sha-256")
        );
        assert_eq!(ice(content).fingerprints[0].setup, Some(Setup::Actpass));
    }
    assert_eq!(video.senders, Some(Senders::Responder));
    assert_eq!(rtp(audio).payload_types[4].parameter(""), Some("0-15"));
    let subtypes = rtp(video).payload_types[0].feedback.iter();
    let subtypes: Vec<_> = subtypes
        .map(|f| (f.kind.as_str(), f.subtype.as_deref()))
        .collect();
    assert_eq!(
        subtypes,
        [
            ("nack", None),
            ("nack", Some("pli")),
            ("ccm", Some("fir")),
            ("goog-remb", None)
        ]
    );
}

#[test]
fn writes_everything_that_it_has_read() {
    for text in [CHROMIUM, FIREFOX, GATEWAY] {
        for author in [Creator::Initiator, Creator::Responder] {
            let mapped = to_jingle(&text.parse().unwrap(), &author);
            let written = write(&mapped, &author);
            let again = to_jingle(&written.parse().unwrap(), &author);
            assert_eq!(again.contents, mapped.contents);
            assert_eq!(again.groups, mapped.groups);

            // What is missing in what was written was listed, and nothing new is in it, but for what counted for all media.
            let listed: BTreeSet<String> = unmapped(&mapped).into_iter().collect();
            let session = &said(text)[0];
            for (before, after) in said(text).iter().zip(said(&written)) {
                let lost = before.difference(&after);
                let lost = lost.filter(|line| !listed.contains(*line) && !session.contains(*line));
                assert_eq!(lost.collect::<Vec<_>>(), [""; 0]);
                let new = after.difference(before);
                let new =
                    new.filter(|line| !session.contains(*line) && !line.starts_with("a=candidate"));
                let new: Vec<_> = new.collect();
                assert!(new.is_empty(), "{new:?}");
            }
        }
    }
}

#[test]
fn comes_back_through_xml() {
    for text in [CHROMIUM, FIREFOX, GATEWAY] {
        let mapped = read(text);
        let mut jingle = Jingle::new(Action::SessionInitiate, "s9");
        jingle.contents = mapped.contents.clone();
        jingle.groups = mapped.groups.clone();
        let again: Jingle = from_str(&to_string(&jingle).unwrap()).unwrap();
        assert_eq!(again, jingle);
        let again = Mapped::from_parts(again.contents, again.groups);
        assert_eq!(
            write(&again, &Creator::Initiator),
            write(&mapped, &Creator::Initiator)
        );
    }
}

#[test]
fn writes_what_another_parser_reads_in_the_same_way() {
    let captured = CAPTURED.iter().map(|captured| captured.text);
    for text in [CHROMIUM, FIREFOX, GATEWAY].into_iter().chain(captured) {
        let written = write(&read(text), &Creator::Initiator);
        let ours: Sdp = written.parse().unwrap();
        let theirs = sdp_types::Session::parse(written.as_bytes()).unwrap();
        assert_eq!(theirs.medias.len(), ours.media.len());
        for (their, our) in theirs.medias.iter().zip(&ours.media) {
            let attributes = our.lines.iter().filter(|line| line.kind() == 'a').count();
            assert_eq!(their.attributes.len(), attributes);
            assert!(
                our.head.starts_with(&their.media.to_string()),
                "{}",
                our.head
            );
        }
    }
}

#[test]
fn reads_the_keys_and_times_of_a_gateway() {
    let mapped = read(GATEWAY);
    let audio = &mapped.contents[0];
    assert_eq!(audio.senders, Some(Senders::None));
    assert_eq!(unmapped(&mapped), [""; 0]);
    let encryption = rtp(audio).encryption.as_ref().unwrap();
    assert_eq!(
        encryption.cryptos[0].session_params.as_deref(),
        Some("KDR=1 UNENCRYPTED_SRTCP")
    );
    assert_eq!(encryption.zrtp_hashes[0].version, "1.10");
    assert_eq!(rtp(audio).payload_types[0].ptime, Some(20));
    assert_eq!(rtp(audio).payload_types[1].maxptime, Some(40));
    assert_eq!(rtp(audio).payload_types[1].parameter(""), Some("0-15,66"));
    assert_eq!(rtp(audio).regular_interval.as_ref().unwrap().value, 100);
    assert_eq!(rtp(audio).categories[1].name, CategoryName::Alternative);
    let written = write(&mapped, &Creator::Initiator);
    assert!(
        written.contains("m=audio 9 RTP/SAVPF 0 101\r\n"),
        "{written}"
    );
}

#[test]
fn says_who_sends_from_the_side_of_the_author() {
    for (author, direction, senders) in [
        (Creator::Initiator, "sendonly", Senders::Initiator),
        (Creator::Initiator, "recvonly", Senders::Responder),
        (Creator::Responder, "sendonly", Senders::Responder),
        (Creator::Responder, "recvonly", Senders::Initiator),
        (Creator::Responder, "inactive", Senders::None),
        (Creator::Responder, "sendrecv", Senders::Both),
    ] {
        let text = format!("v=0\r\nm=audio 9 RTP/AVP 0\r\na={direction}\r\n");
        let mapped = to_jingle(&text.parse().unwrap(), &author);
        assert_eq!(
            mapped.contents[0].senders,
            Some(senders),
            "{author:?} {direction}"
        );
        assert!(write(&mapped, &author).contains(&format!("a={direction}\r\n")));
    }
}

#[test]
fn lists_media_that_were_refused_and_lines_that_are_not_valid() {
    let mapped = read(
        "v=0\r\nm=audio 0 RTP/AVP 0\r\nm=video 0 RTP/AVP 96\r\na=bundle-only\r\na=rtpmap:96 VP8\r\na=rtpmap:97 VP8/90000\r\n\
         a=ptime:x\r\na=extmap:x urn:a\r\na=ssrc:x cname:a\r\na=candidate:1 1 udp\r\na=crypto:1\r\na=zrtp-hash:1.10 zz\r\n\
         a=fingerprint:sha-256\r\nk=clear:a\r\nm=video 9 RTP/AVP x\r\n",
    );
    assert_eq!(mapped.contents.len(), 1);
    assert_eq!(mapped.contents[0].name, "video1");
    assert_eq!(
        unmapped(&mapped),
        [
            "m=audio 0 RTP/AVP 0",
            "a=bundle-only",
            "a=rtpmap:96 VP8",
            "a=rtpmap:97 VP8/90000",
            "a=ptime:x",
            "a=extmap:x urn:a",
            "a=ssrc:x cname:a",
            "a=candidate:1 1 udp",
            "a=crypto:1",
            "a=zrtp-hash:1.10 zz",
            "a=fingerprint:sha-256",
            "k=clear:a",
            "m=video 9 RTP/AVP x",
        ]
    );
    assert_eq!(mapped.unmapped[0].media, Some(0));
    assert_eq!(rtp(&mapped.contents[0]).payload_types[0].name, None);
}

fn content() -> Content {
    let mut audio = Description::new(Media::Audio);
    audio
        .payload_types
        .push(PayloadType::new(111, "opus", 48_000));
    let mut content = Content::new(Creator::Initiator, "a");
    content.set_description(session::Description::Rtp(audio));
    content.set_transport(Transport::IceUdp(ice_udp::Transport::new()));
    content
}

#[test]
fn writes_no_line_that_a_peer_has_hidden_in_a_value() {
    const EVIL: &str = "x\r\na=fingerprint:sha-256 00";
    type Change = fn(&mut Description, &mut ice_udp::Transport, &mut String);
    let changes: &[Change] = &[
        |_, _, name| *name = EVIL.into(),
        |_, _, name| *name = "two words".into(),
        |_, _, name| name.clear(),
        |_, ice, _| ice.ufrag = Some(EVIL.into()),
        |_, ice, _| ice.pwd = Some("a b".into()),
        |_, ice, _| {
            let mut print = dtls::Fingerprint::new(Algorithm::from("sha-256"), &[0], Setup::Active);
            print.value = EVIL.into();
            ice.fingerprints.push(print);
        },
        |_, ice, _| {
            let print = dtls::Fingerprint::new(Algorithm::from("sha 256"), &[0], Setup::Active);
            ice.fingerprints.push(print);
        },
        |_, ice, _| {
            let kind = CandidateKind::from(EVIL);
            ice.candidates
                .push(ice_udp::Candidate::new("a", kind, 1, "1", 1, "a", 1));
        },
        |_, ice, _| {
            let kind = CandidateKind::Host;
            ice.candidates
                .push(ice_udp::Candidate::new("a", kind, 1, "1", 1, "a 1 typ", 1));
        },
        |rtp, _, _| rtp.media = Media::from("audio 9 RTP/AVP 0\nm=video"),
        |rtp, _, _| rtp.payload_types[0].name = Some(EVIL.into()),
        |rtp, _, _| rtp.payload_types[0].name = Some("opus/1".into()),
        |rtp, _, _| {
            rtp.payload_types[0]
                .parameters
                .push(Parameter::new("a", EVIL));
        },
        |rtp, _, _| {
            rtp.payload_types[0]
                .parameters
                .push(Parameter::new("a", "1;b=2"));
        },
        |rtp, _, _| {
            rtp.payload_types[0]
                .feedback
                .push(Feedback::new(EVIL.into()));
        },
        |rtp, _, _| {
            rtp.feedback
                .push(Feedback::new("nack".into()).with_subtype("pli b"));
        },
        |rtp, _, _| rtp.header_extensions.push(HeaderExtension::new(1, EVIL)),
        |rtp, _, _| rtp.sources.push(Source::new(EVIL)),
        |rtp, _, _| {
            rtp.sources
                .push(Source::new("1").with_parameters([Parameter::new("a", EVIL)]));
        },
        |rtp, _, _| {
            rtp.source_groups
                .push(SourceGroup::new(Semantics::from(EVIL), &["1"]));
        },
        |rtp, _, _| rtp.bandwidth = Some(Bandwidth::new(BandwidthKind::ConferenceTotal, EVIL)),
        |rtp, _, _| {
            let crypto = Crypto::new("1", "AES", "inline:a").with_session_params(EVIL);
            rtp.encryption = Some(Encryption::new().with_cryptos([crypto]));
        },
    ];
    for (index, change) in changes.iter().enumerate() {
        let mut content = content();
        let mut name = content.name.clone();
        let mut transport = ice(&content).clone();
        let Some(session::Description::Rtp(rtp)) = content.description_mut() else {
            panic!("no description");
        };
        change(rtp, &mut transport, &mut name);
        content.name = name;
        content.set_transport(Transport::IceUdp(transport));
        let written = to_sdp(&[content], &[], &Creator::Initiator, &Origin::new(1, 1));
        assert!(
            matches!(written, Err(SdpError::Unwritable(_))),
            "{index}: {written:?}"
        );
    }
    let group = Group::new(Semantics::Bundle, &[EVIL]);
    to_sdp(
        &[content()],
        &[group],
        &Creator::Initiator,
        &Origin::new(1, 1),
    )
    .unwrap_err();
    assert!(Line::new('a', EVIL).is_err() && Line::new('\n', "a").is_err());
}

#[test]
fn lists_what_sdp_has_no_word_for() {
    let mut unknown = content();
    unknown.senders = Some(Senders::from("everybody"));
    unknown.set_transport(Transport::InBand(in_band::Transport::new("b1", 4096)));
    let mut stream = Content::new(Creator::Initiator, "s");
    stream.set_description(session::Description::XmlStream(
        xml_stream::Description::new(),
    ));
    let mut several = content();
    several.name = "b".into();
    let Some(session::Description::Rtp(rtp)) = several.description_mut() else {
        panic!("no description");
    };
    rtp.ssrc = Some(7);
    rtp.payload_types[0].ptime = Some(20);
    let mut other = PayloadType::new(0, "PCMU", 8000);
    other.ptime = Some(30);
    rtp.payload_types.push(other);
    let contents = [unknown, stream, several];
    let written = to_sdp(&contents, &[], &Creator::Initiator, &Origin::new(1, 1)).unwrap();
    let name = |name: &str, part| (name.to_owned(), part);
    assert_eq!(
        written.unmapped,
        [
            name("a", "transport"),
            name("a", "senders"),
            name("s", "description"),
            name("s", "content"),
            name("b", "ptime"),
            name("b", "ssrc"),
        ]
    );
    assert_eq!(written.sdp.media.len(), 2);
    // Without a direction, both parties would send.
    assert!(written.sdp.media[0].attributes("inactive").next().is_some());
}

#[test]
fn rejects_contents_that_sdp_could_not_tell_apart() {
    let mut other = content();
    other.creator = Creator::Responder;
    let written = to_sdp(
        &[content(), other],
        &[],
        &Creator::Initiator,
        &Origin::new(1, 1),
    );
    assert_eq!(written, Err(SdpError::Unwritable("a".into())));
}

#[test]
fn takes_no_medium_without_the_protection_that_it_promises() {
    let key = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:a";
    let print = "a=fingerprint:sha-256 AB:CD";
    for (profile, lines, is_taken) in [
        ("RTP/AVP", "", true),
        ("RTP/SAVP", "", false),
        ("RTP/SAVP", "a=crypto:1", false),
        ("RTP/SAVP", key, true),
        ("RTP/SAVPF", print, true),
        ("UDP/TLS/RTP/SAVPF", "", false),
        ("UDP/TLS/RTP/SAVPF", key, false),
        ("UDP/TLS/RTP/SAVPF", "a=fingerprint:sha-256 XY", false),
        ("UDP/TLS/RTP/SAVPF", print, true),
        ("UDP/DTLS/SCTP", "", false),
        ("UDP/DTLS/SCTP", print, true),
    ] {
        let head = format!("m=audio 9 {profile} 0");
        let mapped = read(&format!("v=0\r\n{head}\r\na=mid:0\r\n{lines}\r\n"));
        assert_eq!(mapped.contents.len() == 1, is_taken, "{profile} {lines}");
        assert_eq!(
            unmapped(&mapped).contains(&head),
            !is_taken,
            "{profile} {lines}"
        );
    }
    // With the profile for SRTP, keys are required; without it, they are an offer.
    for (profile, is_required) in [("RTP/SAVP", true), ("RTP/AVP", false)] {
        let mapped = read(&format!("v=0\r\nm=audio 9 {profile} 0\r\n{key}\r\n"));
        let encryption = rtp(&mapped.contents[0]).encryption.as_ref().unwrap();
        assert_eq!(encryption.is_required, is_required);
    }
}

#[test]
fn shares_the_transport_of_a_bundle() {
    // The media behind the first of a bundle need not repeat what is the same for all of them.
    let text = "v=0\r\na=group:BUNDLE 0 1 nobody 2\r\na=ice-pwd:session\r\n\
        m=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=ice-ufrag:u\r\na=ice-pwd:p\r\na=fingerprint:sha-256 AB\r\n\
        a=setup:actpass\r\nm=video 0 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\na=bundle-only\r\n\
        m=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:2\r\na=ice-ufrag:own\r\na=fingerprint:sha-256 CD\r\n\
        m=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:3\r\n";
    let mapped = read(text);
    let of = |index: usize| {
        let ice = ice(&mapped.contents[index]);
        let pwd = ice.pwd.as_deref();
        let print = &ice.fingerprints[0];
        (
            ice.ufrag.as_deref(),
            pwd,
            &*print.value,
            print.setup.clone(),
        )
    };
    let setup = Some(Setup::Actpass);
    assert_eq!(of(0), (Some("u"), Some("p"), "AB", setup.clone()));
    assert_eq!(of(1), (Some("u"), Some("p"), "AB", setup.clone()));
    assert_eq!(of(2), (Some("own"), Some("p"), "CD", setup));
    assert_eq!(
        unmapped(&mapped),
        ["a=bundle-only", "m=audio 9 UDP/TLS/RTP/SAVPF 0"]
    );
    // And the other way: a content need not repeat it either.
    let mut contents = mapped.contents.clone();
    contents[1].set_transport(Transport::IceUdp(ice_udp::Transport::new()));
    let write = |groups: &[Group]| {
        let written = to_sdp(&contents, groups, &Creator::Initiator, &Origin::new(1, 1));
        written.unwrap().sdp
    };
    let written = write(&mapped.groups);
    assert_eq!(written.media[1].head, "video 9 UDP/TLS/RTP/SAVPF 96");
    let again = to_jingle(&written, &Creator::Initiator);
    assert_eq!(ice(&again.contents[1]), ice(&mapped.contents[1]));
    assert_eq!(write(&[]).media[1].head, "video 9 RTP/AVP 96");
}

#[test]
fn counts_the_first_of_what_may_occur_only_once() {
    let mapped = read(
        "v=0\r\na=setup:active\r\na=setup:passive\r\nm=audio 9 RTP/AVP 0\r\na=mid:a\r\na=mid:b\r\na=inactive\r\n\
         a=sendrecv\r\na=ptime:20\r\na=ptime:30\r\na=ice-ufrag:two words\r\na=ice-ufrag:one\r\na=ice-ufrag:two\r\n\
         a=rtpmap:0 PCMU/8000\r\na=rtpmap:0 EVIL/8000\r\nm=audio 9 RTP/AVP 0\r\na=mid:a\r\nm=audio 9 RTP/AVP 0\r\n",
    );
    let [first, last] = &*mapped.contents else {
        panic!("{mapped:?}");
    };
    assert_eq!((&*first.name, &*last.name), ("a", "audio2"));
    assert_eq!(first.senders, Some(Senders::None));
    assert_eq!(rtp(first).payload_types[0].ptime, Some(20));
    assert_eq!(rtp(first).payload_types[0].name.as_deref(), Some("PCMU"));
    assert_eq!(ice(first).ufrag.as_deref(), Some("one"));
    assert_eq!(
        unmapped(&mapped),
        [
            "a=setup:passive",
            "a=mid:b",
            "a=sendrecv",
            "a=ptime:30",
            "a=ice-ufrag:two words",
            "a=ice-ufrag:two",
            "a=rtpmap:0 EVIL/8000",
            "m=audio 9 RTP/AVP 0",
        ]
    );
}

#[test]
fn gives_no_medium_the_name_of_another() {
    let media = "v=0\r\nm=audio 9 RTP/AVP 0\r\nm=audio 9 RTP/AVP 0\r\na=mid:audio0\r\n";
    let mapped = read(media);
    let names: Vec<_> = mapped.contents.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["audio0_", "audio0"]);
}

/// Pieces of lines, valid and not, in any order: what one attribute has is put into another.
fn any_sdp() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "a=group:",
        "a=mid:",
        "a=rtpmap:",
        "a=fmtp:",
        "a=rtcp-fb:",
        "a=extmap:",
        "a=ssrc:",
        "a=ssrc-group:",
        "a=crypto:",
        "a=zrtp-hash:",
        "a=fingerprint:",
        "a=setup:",
        "a=ice-ufrag:",
        "a=ice-pwd:",
        "a=candidate:",
        "a=ptime:",
        "a=content:",
        "a=sctp-port:",
        "a=sctpmap:",
        "a=rtcp-mux",
        "a=sendonly",
        "a=bundle-only",
        "b=",
        "m=audio 9 ",
        "m=application 9 ",
        "UDP/TLS/RTP/SAVPF",
        "RTP/AVP",
        "UDP/DTLS/SCTP",
        "webrtc-datachannel",
        "BUNDLE",
        "opus/48000/2",
        "sha-256",
        "AB:CD",
        "1 1 udp 1 192.0.2.1 9 typ host",
        "trr-int",
        "nack",
        "pli",
        "urn:a",
        "a=b",
        ";",
        "=",
        ":",
        "/",
        ",",
        "*",
        " ",
        "  ",
        "0",
        "1",
        "96",
        "+1",
        "\t",
        "\u{a0}",
        "\u{2003}",
        "\u{2028}",
        "\u{85}",
        "é",
        "x",
    ];
    let piece = proptest::sample::select(PIECES);
    let line = prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat());
    prop::collection::vec(line, 0..24).prop_map(|lines| format!("v=0\r\n{}", lines.join("\r\n")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn can_write_whatever_it_has_read(text in any_sdp()) {
        let Ok(sdp) = text.parse::<Sdp>() else {
            return Ok(());
        };
        prop_assert_eq!(sdp.to_string().parse::<Sdp>(), Ok(sdp.clone()));
        let origin = Origin::new(1, 1);
        for author in [Creator::Initiator, Creator::Responder] {
            let mapped = to_jingle(&sdp, &author);
            let written = to_sdp(&mapped.contents, &mapped.groups, &author, &origin).unwrap();
            let written = written.sdp.to_string();
            let again = to_jingle(&written.parse().unwrap(), &author);
            prop_assert_eq!(again.contents.len(), mapped.contents.len());
            let rewritten = to_sdp(&again.contents, &again.groups, &author, &origin).unwrap();
            prop_assert_eq!(rewritten.sdp.to_string(), written);
        }
    }
}

#[test]
fn shows_no_key_in_logs() {
    let text = "v=0\r\nm=audio 9 RTP/SAVP 0\r\nk=clear:hunter1\r\na=ice-pwd:hunter2\r\n\
                a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:hunter3\r\n";
    let sdp: Sdp = text.parse().unwrap();
    let mapped = read(text);
    assert_eq!(ice(&mapped.contents[0]).pwd.as_deref(), Some("hunter2"));
    for shown in [format!("{sdp:?}"), format!("{mapped:?}")] {
        assert!(!shown.contains("hunter"), "{shown}");
    }
    assert_eq!(sdp.to_string(), text);
    let mut content = content();
    let mut transport = ice_udp::Transport::new();
    transport.pwd = Some("hunter two".into());
    content.set_transport(Transport::IceUdp(transport));
    let error = to_sdp(&[content], &[], &Creator::Initiator, &Origin::new(1, 1)).unwrap_err();
    assert_eq!(error, SdpError::Unwritable("…".into()));
    for (kind, value) in [('k', "hunter\n"), ('a', "ice-pwd:hunter\n")] {
        let error = Line::new(kind, value).unwrap_err();
        assert!(!error.to_string().contains("hunter"), "{error}");
    }
}

#[test]
fn reads_and_writes_candidates_alone() {
    let text = "candidate:1 2 TCP 1015021823 2001:db8::1 9 typ host tcptype passive";
    let candidate = candidate_from_sdp(text).unwrap();
    assert_eq!(candidate.protocol, Protocol::Tcp);
    assert_eq!((candidate.component, candidate.id.as_deref()), (2, None));
    assert_eq!(
        candidate_to_sdp(&candidate).unwrap(),
        "1 2 tcp 1015021823 2001:db8::1 9 typ host tcptype passive"
    );
    for text in [
        "",
        "1 1 udp 1 a 1 type host",
        "1 1 udp 1 a 65536 typ host",
        "1 1 udp x a 1 typ host",
        "1 1 udp 1 a 1 typ host raddr",
        "1 1 udp 1 a 1 typ host rport x",
    ] {
        assert_eq!(candidate_from_sdp(text), None, "{text}");
    }
}

#[test]
fn gives_each_medium_few_copies_and_each_source_and_encoding_once() {
    // Many of everything that each medium could be looked up in, or that each could have a copy of.
    let session = "a=fingerprint:sha-256 00\r\n".repeat(4_000);
    let media = "m=a 9 RTP/AVP 0\r\n".repeat(4_000);
    let mapped = read(&format!("v=0\r\n{session}{media}"));
    let prints: usize = mapped
        .contents
        .iter()
        .map(|content| ice(content).fingerprints.len())
        .sum();
    assert_eq!(mapped.contents.len(), 4_000);
    assert_eq!(prints, 8 * 4_000);
    assert_eq!(unmapped(&mapped).len(), 3_992);
    // A value that each medium or each fingerprint would have a copy of is not so long that the copies outweigh the input.
    let long = "x".repeat(100_000);
    let media = "m=a 9 RTP/AVP 0\r\n".repeat(4_000);
    let prints = "a=fingerprint:sha-256 00\r\n".repeat(4_000);
    for name in ["setup", "ice-ufrag", "ice-pwd", "fingerprint"] {
        let value = format!("a={name}:{long} {long}\r\n");
        let mapped = read(&format!(
            "v=0\r\n{value}a={name}:{long}\r\n{media}{value}a={name}:{long}\r\n{prints}"
        ));
        assert_eq!(mapped.contents.len(), 4_000);
        assert!(
            !mapped
                .contents
                .iter()
                .any(|it| format!("{it:?}").contains(&long))
        );
        assert_eq!(unmapped(&mapped).len(), 4);
    }
    let mut text = String::from("v=0\r\nm=a 9 RTP/AVP");
    text.push_str(&" 0".repeat(20_000));
    for ssrc in 0..20_000 {
        text.push_str(&format!("\r\na=ssrc:{ssrc} a:b"));
    }
    let mapped = read(&text);
    assert_eq!(rtp(&mapped.contents[0]).payload_types.len(), 1);
    assert_eq!(rtp(&mapped.contents[0]).sources.len(), 20_000);
}
