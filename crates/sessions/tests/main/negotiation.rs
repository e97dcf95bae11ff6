use xmpp_jid::Jid;
use xmpp_sessions::bidirectional;
use xmpp_sessions::compression::{Compress, Condition, Failure, Feature, Method};
use xmpp_sessions::kerberos::Hostname;
use xmpp_sessions::legacy_auth::Query;
use xmpp_sessions::limits::StreamLimits;
use xmpp_sessions::multiplexing::{self, Mux};
use xmpp_sessions::pipelining::{ConfigVersion, Scheme};
use xmpp_sessions::upgrade::{mechanism_of, task_for};
use xmpp_stream_errors::sasl::Mechanism;
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

use crate::{kept, written};

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

#[test]
fn compresses_by_one_method() {
    assert_eq!(
        written(&Compress::new(Method::Zlib)),
        "<compress xmlns='http://jabber.org/protocol/compress'><method>zlib</method></compress>"
    );
    for methods in ["", "<method>zlib</method><method>lzw</method>"] {
        let source =
            format!("<compress xmlns='http://jabber.org/protocol/compress'>{methods}</compress>");
        assert!(from_str::<Compress>(&source).is_err());
    }
    let offer = Feature::new([Method::Zlib, Method::from("exi")]);
    assert_eq!(
        written(&offer),
        "<compression xmlns='http://jabber.org/features/compress'><method>zlib</method><method>exi</method></compression>"
    );
}

#[test]
fn says_why_there_is_no_compression() {
    let failure: Failure = assert_typed(
        "<failure xmlns='http://jabber.org/protocol/compress'><unsupported-method/></failure>",
    );
    assert_eq!(failure, Failure::new(Condition::UnsupportedMethod));
    let failure: Failure = assert_typed(
        "<failure xmlns='http://jabber.org/protocol/compress'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failure>",
    );
    assert_eq!(failure.condition(), None);
    assert!(failure.stanza_condition.is_some());
}

#[test]
fn a_limit_that_cannot_be_read_is_not_no_limit() {
    for inside in [
        "<max-bytes>much</max-bytes>",
        "<max-bytes/>",
        "<max-bytes>4294967296</max-bytes>",
        "<idle-seconds>-1</idle-seconds>",
        "<max-bytes>1</max-bytes><max-bytes>2</max-bytes>",
    ] {
        let source = format!("<limits xmlns='urn:xmpp:stream-limits:0'>{inside}</limits>");
        assert!(kept::<StreamLimits>(&source).is_err(), "{inside}");
        // The stream goes both ways all the same.
        let source = format!("<bidi xmlns='urn:xmpp:bidi'>{source}</bidi>");
        let (request, problems): (bidirectional::Request, _) = kept(&source).expect("a request");
        assert_eq!((request.limits, problems), (None, 1));
    }
}

#[test]
fn allows_what_is_within_the_limit() {
    let limits = StreamLimits::new().with_max_bytes(10);
    assert!(
        limits.allows(0) && limits.allows(10) && !limits.allows(11) && !limits.allows(usize::MAX)
    );
    assert!(StreamLimits::new().allows(usize::MAX));
    assert!(!StreamLimits::new().with_max_bytes(0).allows(1));
}

#[test]
fn a_secret_proves_what_it_was_made_for_alone() {
    let sent = Mux::request(jid("kitchen.example"), "5d1a");
    assert!(Mux::proof("\n 5d1a ").proves(&sent));
    for other in [
        Mux::proof("5D1A"),
        Mux::proof("5d1"),
        Mux::proof("5d1a5d1a"),
        Mux::proof(""),
        Mux::new(),
    ] {
        assert!(!other.proves(&sent));
    }
    // No secret is not the secret of nobody.
    let empty = Mux::request(jid("kitchen.example"), " ");
    assert!(!Mux::proof("").proves(&empty) && !Mux::new().proves(&Mux::new()));
    let hosts = multiplexing::Feature::new().with_hosts([jid("tea.example")]);
    assert_eq!(
        written(&hosts),
        "<mux xmlns='urn:xmpp:mux:0'><host>tea.example</host></mux>"
    );
}

#[test]
fn a_host_that_is_none_is_not_every_host() {
    let source = "<mux xmlns='urn:xmpp:mux:0' host='@'>5d1a</mux>";
    assert!(from_str::<Mux>(source).is_err());
    assert!(kept::<Mux>(source).is_err());
}

#[test]
fn authenticates_as_of_old() {
    let query = Query::of_password("alice", "mirror", " tea ");
    assert_eq!(
        written(&query),
        "<query xmlns='jabber:iq:auth'><username>alice</username><password> tea </password><resource>mirror</resource></query>"
    );
    let login = Query::of_digest("alice", "mirror", "7f", "tea");
    assert!(login.has_digest_of("7f", "tea"));
    assert!(!login.has_digest_of("7f", "te"));
    assert!(!query.has_digest_of("7f", "tea"));
    let mut cut = login;
    cut.digest = cut.digest.map(|digest| digest[..39].into());
    assert!(!cut.has_digest_of("7f", "tea"));
    cut.digest = Some("".into());
    assert!(!cut.has_digest_of("7f", "tea"));
}

#[test]
fn two_names_are_not_one_of_them() {
    let source =
        "<query xmlns='jabber:iq:auth'><username>alice</username><username>bob</username></query>";
    assert!(from_str::<Query>(source).is_err());
    assert!(kept::<Query>(source).is_err());
}

#[test]
fn a_version_is_the_same_whatever_its_scheme() {
    let current = ConfigVersion::new("c2V2ZW4=");
    assert!(
        ConfigVersion::new("c2V2ZW4=")
            .with_scheme(Scheme::Opaque)
            .matches(&current)
    );
    assert!(!ConfigVersion::new("c2v2ZW4=").matches(&current));
    assert!(from_str::<ConfigVersion>("<config-version xmlns='urn:xmpp:iap:0'/>").is_err());
}

#[test]
fn names_principals_and_tasks() {
    let hostname: Hostname = assert_typed(
        "<hostname xmlns='urn:xmpp:domain-based-name:1'>\n pot.tea.example\n</hostname>",
    );
    assert_eq!(
        hostname.service_principal("tea.example"),
        "xmpp/pot.tea.example/tea.example"
    );
    assert_eq!(
        task_for(&Mechanism::ScramSha1Plus),
        task_for(&Mechanism::ScramSha1)
    );
    assert_eq!(mechanism_of("UPGR-"), None);
    assert_eq!(mechanism_of("upgr-PLAIN"), None);
}
