use xmpp_jingle::dtls::{Fingerprint, Setup};
use xmpp_jingle::ibb::{Close, Data, Open, Stanza};
use xmpp_jingle::ice_udp::{self, CandidateKind, Protocol, RemoteCandidate, TcpType};
use xmpp_jingle::{in_band, raw_udp, socks5};
use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Base64, ErrorKind, from_str, to_string};

#[test]
fn reads_and_writes_every_field_of_ice() {
    let source = "<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' pwd='sails' ufrag='wind'>\
        <fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='sha-256' setup='actpass'>0A:FF</fingerprint>\
        <candidate component='1' foundation='a' generation='0' id='c1' ip='203.0.113.9' network='1' port='50000' \
        priority='5000000000' protocol='udp' rel-addr='198.51.100.7' rel-port='40000' type='srflx'/>\
        <remote-candidate component='1' ip='192.0.2.1' port='3478'/></transport>";
    let mut candidate = ice_udp::Candidate::new(
        "c1",
        CandidateKind::ServerReflexive,
        1,
        "a",
        5_000_000_000,
        "203.0.113.9",
        50_000,
    );
    candidate.network = Some(1);
    candidate.related_address = Some("198.51.100.7".into());
    candidate.related_port = Some(40_000);
    let mut transport = ice_udp::Transport::new();
    transport.pwd = Some("sails".into());
    transport.ufrag = Some("wind".into());
    transport.fingerprints.push(Fingerprint::new(
        Algorithm::Sha256,
        &[10, 255],
        Setup::Actpass,
    ));
    transport.candidates.push(candidate);
    transport
        .remote_candidates
        .push(RemoteCandidate::new(1, "192.0.2.1", 3478));
    assert_eq!(to_string(&transport).unwrap(), source);
    assert_eq!(assert_typed::<ice_udp::Transport>(source), transport);
}

#[test]
fn keeps_every_fingerprint_of_a_transport() {
    let transport: ice_udp::Transport = assert_typed(
        "<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1'>\
         <fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='sha-1'>01</fingerprint>\
         <fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='sha-256'>02</fingerprint></transport>",
    );
    let hashes: Vec<_> = transport.fingerprints.iter().map(|f| &f.hash).collect();
    assert_eq!(hashes, [&Algorithm::Sha1, &Algorithm::Sha256]);
    assert_eq!(transport.fingerprints[0].setup, None);
}

#[test]
fn reads_the_bytes_of_a_fingerprint_and_survives_what_is_none() {
    for (text, bytes) in [
        ("0A:FF:00", Some(vec![10, 255, 0])),
        ("\n  0a:ff\n", Some(vec![10, 255])),
        ("7F", Some(vec![127])),
        ("", None),
        ("0AFF", None),
        ("A:FF", None),
        ("0A:FF:", None),
        ("99:...:F6", None),
        ("0é:FF", None),
        ("+1:02", None),
    ] {
        let fingerprint: Fingerprint = assert_typed(&format!(
            "<fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='sha-1' setup='active'>{text}</fingerprint>"
        ));
        assert_eq!(fingerprint.bytes(), bytes, "{text:?}");
    }
}

#[test]
fn keeps_what_ice_does_not_define_in_its_place() {
    let transport: ice_udp::Transport = assert_lossless(
        "<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' trickle='on'>\
         <remote-candidate component='1' ip='192.0.2.1' port='1'/><gathering-complete/>\
         <candidate component='1' foundation='a' ip='host.example' port='9' priority='1' protocol='tcp' type='host' \
         tcptype='active' network-cost='50'/></transport>",
    );
    assert_eq!(transport.extra.attribute("", "trickle"), Some("on"));
    assert_eq!(transport.extra.children().count(), 1);
    assert_eq!(transport.candidates[0].protocol.as_str(), "tcp");
    assert_eq!(
        transport.candidates[0].extra.attribute("", "network-cost"),
        Some("50")
    );
    assert_eq!(transport.candidates[0].tcp_type, Some(TcpType::Active));
}

#[test]
fn reads_and_writes_every_field_of_raw_udp() {
    let source = "<transport xmlns='urn:xmpp:jingle:transports:raw-udp:1'>\
        <candidate component='1' generation='0' id='r1' ip='198.51.100.7' port='40000' type='host'/></transport>";
    let mut candidate = raw_udp::Candidate::new("r1", 1, "198.51.100.7", 40_000);
    candidate.kind = Some(CandidateKind::Host);
    let mut transport = raw_udp::Transport::new();
    transport.candidates.push(candidate);
    assert_eq!(to_string(&transport).unwrap(), source);
    assert_eq!(assert_typed::<raw_udp::Transport>(source), transport);
}

#[test]
fn reads_and_writes_every_field_of_socks5() {
    let source = "<transport xmlns='urn:xmpp:jingle:transports:s5b:1' dstaddr='0f1e' mode='udp' sid='flour'>\
        <candidate cid='k4' host='proxy.example' jid='proxy.example' port='5003' priority='655360' type='proxy'/>\
        <activated cid='k4'/><candidate-used cid='k1'/><candidate-error/><proxy-error/></transport>";
    let mut transport = socks5::Transport::new("flour");
    transport.dstaddr = Some("0f1e".into());
    transport.mode = socks5::Mode::Udp;
    transport.candidates.push(socks5::Candidate::new(
        "k4",
        socks5::CandidateKind::Proxy,
        655_360,
        "proxy.example".parse::<xmpp_jid::Jid>().unwrap(),
        "proxy.example",
        5003,
    ));
    transport.activated = Some(socks5::Activated::new("k4"));
    transport.candidate_used = Some(socks5::CandidateUsed::new("k1"));
    transport.candidate_error = true;
    transport.proxy_error = true;
    assert_eq!(to_string(&transport).unwrap(), source);
    assert_eq!(assert_typed::<socks5::Transport>(source), transport);
}

#[test]
fn takes_tcp_and_direct_for_what_is_not_told() {
    let transport: socks5::Transport = assert_typed(
        "<transport xmlns='urn:xmpp:jingle:transports:s5b:1' sid='flour'>\
         <candidate cid='k1' host='h' jid='mill.example' priority='1'/></transport>",
    );
    assert_eq!(transport.mode, socks5::Mode::Tcp);
    assert_eq!(transport.candidates[0].kind, socks5::CandidateKind::Direct);
    assert_eq!(transport.candidates[0].port, None);
}

#[test]
fn keeps_what_came_with_an_error_that_is_a_flag() {
    let transport: socks5::Transport = assert_lossless(
        "<transport xmlns='urn:xmpp:jingle:transports:s5b:1' sid='flour'>\
         <candidate-error why='rain'><cloud xmlns='urn:example:mill'/></candidate-error></transport>",
    );
    assert!(transport.candidate_error);
    assert!(!transport.proxy_error);
}

#[test]
fn reads_and_writes_every_field_of_in_band() {
    let source = "<transport xmlns='urn:xmpp:jingle:transports:ibb:1' block-size='4096' sid='flour' stanza='message'/>";
    let mut transport = in_band::Transport::new("flour", 4096);
    transport.stanza = Stanza::Message;
    assert_eq!(to_string(&transport).unwrap(), source);
    assert_eq!(assert_typed::<in_band::Transport>(source), transport);
}

#[test]
fn writes_a_bytestream() {
    assert_eq!(
        to_string(&Open::new("flour", 4096)).unwrap(),
        "<open xmlns='http://jabber.org/protocol/ibb' block-size='4096' sid='flour'/>"
    );
    assert_eq!(
        to_string(&Data::new("flour", 65_535, Base64(b"rye".to_vec()))).unwrap(),
        "<data xmlns='http://jabber.org/protocol/ibb' seq='65535' sid='flour'>cnll</data>"
    );
    assert_eq!(
        to_string(&Close::new("flour")).unwrap(),
        "<close xmlns='http://jabber.org/protocol/ibb' sid='flour'/>"
    );
}

#[test]
fn reads_packets_with_line_breaks_and_keeps_them_until_the_bytes_change() {
    let source =
        "<data xmlns='http://jabber.org/protocol/ibb' seq='07' sid='flour'>\n  cn\n  ll\n</data>";
    let mut data: Data = assert_typed(source);
    assert_eq!(data.seq, 7);
    assert_eq!(data.data.0, b"rye");
    data.data.0.push(b'!');
    assert_eq!(
        to_string(&data).unwrap(),
        "<data xmlns='http://jabber.org/protocol/ibb' seq='07' sid='flour'>cnllIQ==</data>"
    );
}

#[test]
fn rejects_packets_that_are_not_base64() {
    for text in ["=bWls", "bWls=bGw", "cn!l", "cnl\u{e9}"] {
        let source = format!(
            "<data xmlns='http://jabber.org/protocol/ibb' seq='0' sid='flour'>{text}</data>"
        );
        let error = from_str::<Data>(&source).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{text}"
        );
    }
}

#[test]
fn reads_the_words_of_sdp_without_case_and_keeps_their_spelling() {
    let transport: ice_udp::Transport = assert_typed(
        "<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' pwd='p' ufrag='u'>\
         <fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='SHA-256' setup='ACTPASS'>AA:BB</fingerprint>\
         <candidate component='1' foundation='0' ip='192.0.2.1' port='9' priority='2122252543' protocol='UDP' type='HOST'/>\
         <candidate component='1' foundation='1' ip='192.0.2.1' port='9' priority='1' protocol='Tcp' type='Srflx'/>\
         <candidate component='1' foundation='2' ip='192.0.2.1' port='9' priority='1' protocol='SCTP' type='x'/>\
         </transport>",
    );
    let fingerprint = &transport.fingerprints[0];
    assert_eq!(fingerprint.hash, Algorithm::Sha256);
    assert_eq!(fingerprint.setup, Some(Setup::Actpass));
    let protocols: Vec<_> = transport.candidates.iter().map(|c| &c.protocol).collect();
    assert_eq!(
        protocols,
        [&Protocol::Udp, &Protocol::Tcp, &Protocol::from("SCTP")]
    );
    let kinds: Vec<_> = transport.candidates.iter().map(|c| &c.kind).collect();
    assert_eq!(
        kinds,
        [
            &CandidateKind::Host,
            &CandidateKind::ServerReflexive,
            &CandidateKind::from("x")
        ]
    );
}
