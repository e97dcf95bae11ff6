//! RFC 5122 and XEP-0147.

use proptest::prelude::*;
use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::{Character, Empty, IpLiteral, Missing};
use xmpp_jid::uri::{UriError, XmppUri};
use xmpp_jid::{BareJid, Jid, JidError};
use xmpp_xml::Value;

use crate::{jid, seen};

#[track_caller]
fn uri(text: &str) -> XmppUri {
    match XmppUri::new(text) {
        Ok(uri) => {
            assert_eq!(uri.as_str(), text);
            uri
        }
        Err(error) => panic!("{text:?}: {error}"),
    }
}

#[track_caller]
fn fault(text: &str) -> UriError {
    match XmppUri::new(text) {
        Ok(uri) => panic!("{text:?} is {uri:?}"),
        Err(error) => error,
    }
}

fn leads_to(uri: &XmppUri) -> Option<&str> {
    uri.jid().map(Jid::as_str)
}

fn pairs(uri: &XmppUri) -> Vec<(String, String)> {
    uri.pairs()
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect()
}

fn text_pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|&(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

/// Those of RFC 5122, sections 2.2 to 2.8.
#[test]
fn reads_the_examples_of_the_rfc() {
    for (text, account, address, action) in [
        (
            "xmpp:node@example.com",
            None,
            Some("node@example.com"),
            None,
        ),
        (
            "xmpp://guest@example.com",
            Some("guest@example.com"),
            None,
            None,
        ),
        (
            "xmpp:guest@example.com",
            None,
            Some("guest@example.com"),
            None,
        ),
        (
            "xmpp://guest@example.com/support@example.com?message",
            Some("guest@example.com"),
            Some("support@example.com"),
            Some("message"),
        ),
        (
            "xmpp:support@example.com?message",
            None,
            Some("support@example.com"),
            Some("message"),
        ),
        (
            "xmpp:example-node@example.com/some-resource",
            None,
            Some("example-node@example.com/some-resource"),
            None,
        ),
        ("xmpp:example.com", None, Some("example.com"), None),
        (
            "xmpp:nasty!%23$%25()*+,-.;=%3F%5B%5C%5D%5E_%60%7B%7C%7D~node@example.com",
            None,
            Some("nasty!#$%()*+,-.;=?[\\]^_`{|}~node@example.com"),
            None,
        ),
        (
            "xmpp:node@example.com/repulsive%20!%23%22$%25&'()*+,-.%2F:;%3C=%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~resource",
            None,
            Some("node@example.com/repulsive !#\"$%&'()*+,-./:;<=>?@[\\]^_`{|}~resource"),
            None,
        ),
        (
            "xmpp:ji\u{159}i@\u{10d}echy.example/v%20Praze",
            None,
            Some("ji\u{159}i@\u{10d}echy.example/v Praze"),
            None,
        ),
        (
            "xmpp:ji%C5%99i@%C4%8Dechy.example/v%20Praze",
            None,
            Some("ji\u{159}i@\u{10d}echy.example/v Praze"),
            None,
        ),
    ] {
        let uri = uri(text);
        assert_eq!(uri.account().map(|jid| jid.as_str()), account);
        assert_eq!(leads_to(&uri), address);
        assert_eq!(uri.action().as_deref(), action);
    }
    let hello = uri("xmpp:example-node@example.com?message;subject=Hello%20World");
    assert_eq!(hello.query(), Some("message;subject=Hello%20World"));
    assert_eq!(pairs(&hello), text_pairs(&[("subject", "Hello World")]));
}

#[test]
fn writes_the_examples_of_the_rfc() {
    for (text, expected) in [
        (
            "nasty!#$%()*+,-.;=?[\\]^_`{|}~node@example.com",
            "xmpp:nasty!%23$%25()*+,-.;=%3F%5B%5C%5D%5E_%60%7B%7C%7D~node@example.com",
        ),
        (
            "node@example.com/repulsive !#\"$%&'()*+,-./:;<=>?@[\\]^_`{|}~resource",
            "xmpp:node@example.com/repulsive%20!%23%22$%25&'()*+,-.%2F:;%3C=%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~resource",
        ),
        (
            "ji\u{159}i@\u{10d}echy.example/v Praze",
            "xmpp:ji%C5%99i@%C4%8Dechy.example/v%20Praze",
        ),
        // In normal form; RFC 7622, section 3.2: without a final dot.
        ("Juliet@EXAMPLE.com./A", "xmpp:juliet@example.com/A"),
        ("a@[FE80::1%25En0]", "xmpp:a@[fe80::1%25En0]"),
    ] {
        let made = XmppUri::to(&jid(text)).unwrap();
        assert_eq!(made.as_str(), expected);
        assert_eq!(made.jid(), Some(&jid(text)));
        assert_eq!(uri(expected).jid(), Some(&jid(text)));
        assert_eq!(XmppUri::try_from(&jid(text)), Ok(made));
    }
    let iri = uri("xmpp:ji\u{159}i@\u{10d}echy.example/v%20Praze");
    let ascii = uri("xmpp:ji%C5%99i@%C4%8Dechy.example/v%20Praze");
    assert_eq!(iri.to_uri(), ascii);
    assert_eq!(ascii.to_iri(), iri);
    assert_eq!(ascii.to_uri(), ascii);
    assert_eq!(iri.to_iri(), iri);
}

/// Those of XEP-0147, and some of the XEPs that register actions.
#[test]
fn reads_actions_with_their_pairs() {
    for (query, action, expected) in [
        ("message", "message", &[][..]),
        (
            "message;subject=Test%20Message;body=Here%27s%20a%20test%20message",
            "message",
            &[
                ("subject", "Test Message"),
                ("body", "Here's a test message"),
            ],
        ),
        (
            "roster;name=Romeo%20Montague;group=Friends",
            "roster",
            &[("name", "Romeo Montague"), ("group", "Friends")],
        ),
        (
            "invite;jid=hecate@shakespeare.lit;jid=bard@shakespeare.lit",
            "invite",
            &[
                ("jid", "hecate@shakespeare.lit"),
                ("jid", "bard@shakespeare.lit"),
            ],
        ),
        (
            "pubsub;action=retrieve;node=urn:xmpp:stickers:0;item=EpRv28DHHzFrE4zd%2BxaNpVb4",
            "pubsub",
            &[
                ("action", "retrieve"),
                ("node", "urn:xmpp:stickers:0"),
                ("item", "EpRv28DHHzFrE4zd+xaNpVb4"),
            ],
        ),
        (
            ";node=fdp/submitted;item=a+b",
            "",
            &[("node", "fdp/submitted"), ("item", "a+b")],
        ),
        ("", "", &[]),
        (";", "", &[("", "")]),
        ("join;password", "join", &[("password", "")]),
        ("a;b=c=d;=e", "a", &[("b", "c=d"), ("", "e")]),
        ("%61%3B;b%3D=%3D%3B?x", "a;", &[("b=", "=;?x")]),
        (
            "\u{e9};\u{e000}=%C3%A9",
            "\u{e9}",
            &[("\u{e000}", "\u{e9}")],
        ),
        ("otr-fingerprint=AEA4D503", "otr-fingerprint=AEA4D503", &[]),
    ] {
        let uri = uri(&format!("xmpp:romeo@montague.example?{query}"));
        assert_eq!(uri.query(), Some(query));
        assert_eq!(uri.action().as_deref(), Some(action));
        assert_eq!(pairs(&uri), text_pairs(expected));
        for &(key, _) in expected {
            let first = expected.iter().find(|(found, _)| *found == key);
            assert_eq!(uri.get(key).as_deref(), first.map(|(_, value)| *value));
        }
        assert_eq!(uri.get("none"), None);
        assert_eq!(uri.fragment(), None);
    }
    let plain = uri("xmpp:romeo@montague.example");
    assert_eq!((plain.query(), plain.action()), (None, None));
    assert_eq!(pairs(&plain), []);
}

#[test]
fn reads_what_follows_the_query() {
    let both = uri("XmPP:a@b/c?d;e=f#g?h%20i");
    assert_eq!(leads_to(&both), Some("a@b/c"));
    assert_eq!(both.query(), Some("d;e=f"));
    assert_eq!(both.fragment().as_deref(), Some("g?h i"));
    let fragment = uri("xmpp:a@b#?c");
    assert_eq!(leads_to(&fragment), Some("a@b"));
    assert_eq!(fragment.query(), None);
    assert_eq!(fragment.fragment().as_deref(), Some("?c"));
    assert_eq!(uri("xmpp:b?#").query(), Some(""));
    assert_eq!(uri("xmpp:b?#").fragment().as_deref(), Some(""));
}

#[test]
fn ip_addresses_stand_as_they_are() {
    for domain in [
        "192.0.2.1",
        "[::1]",
        "[fe80::1%25eno1]",
        "[fe80::1%25%C3%A9]",
        "[v1.fe80]",
    ] {
        let uri = uri(&format!("xmpp://me@{domain}/user@{domain}/x?%C3%A9"));
        assert_eq!(uri.jid().unwrap().domain(), domain);
        assert_eq!(uri.account().unwrap().domain(), domain);
        // An address in brackets is ASCII in an IRI, too.
        let iri = uri.to_iri();
        assert_eq!(
            iri.as_str(),
            format!("xmpp://me@{domain}/user@{domain}/x?\u{e9}")
        );
        assert_eq!(self::uri(iri.as_str()).jid(), uri.jid());
    }
    assert_eq!(
        fault("xmpp:[::1%25]"),
        UriError::Address(Jid::new("[::1%25]").unwrap_err())
    );
}

fn address(text: &str) -> (xmpp_jid::Part, xmpp_jid::Reason, usize) {
    match fault(text) {
        UriError::Address(error) => seen(error),
        error => panic!("{text:?}: {error}"),
    }
}

#[test]
fn rejects_what_leads_to_no_address() {
    assert_eq!(address("xmpp:"), (Domain, Empty, 0));
    assert_eq!(address("xmpp:?join"), (Domain, Empty, 0));
    assert_eq!(address("xmpp:@b"), (Local, Empty, 0));
    assert_eq!(address("xmpp:b/"), (Resource, Empty, 2));
    assert_eq!(address("xmpp:a%40b@c"), (Local, Character('@'), 1));
    assert_eq!(address("xmpp:a%2Fb@c"), (Local, Character('/'), 1));
    assert_eq!(address("xmpp:a%20b@c"), (Local, Character(' '), 1));
    assert_eq!(address("xmpp:a@b%20"), (Domain, Character(' '), 3));
    assert_eq!(address("xmpp:a@b%2Fc"), (Domain, Character('/'), 3));
    assert_eq!(address("xmpp:b/%0A"), (Resource, Character('\n'), 2));
    assert_eq!(address("xmpp:[::1"), (Domain, IpLiteral, 0));
    assert_eq!(address("xmpp://"), (Local, Missing, 0));
    assert_eq!(address("xmpp://b"), (Local, Missing, 0));
    assert_eq!(address("xmpp://b/a@b"), (Local, Missing, 0));
    assert_eq!(address("xmpp:///a@b"), (Local, Missing, 0));
    assert_eq!(address("xmpp://@b"), (Local, Empty, 0));
    assert_eq!(address("xmpp://a@b/"), (Domain, Empty, 0));
}

#[test]
fn rejects_what_is_not_in_the_grammar() {
    for text in [
        "",
        "xmpp",
        "romeo@montague.example",
        "xmppp:a",
        "mailto:a@b",
        " xmpp:a",
        "\u{ff58}mpp:a",
    ] {
        assert_eq!(fault(text), UriError::Scheme, "{text:?}");
    }
    for (text, character, offset) in [
        ("xmpp:a@b ", ' ', 8),
        ("xmpp: a@b", ' ', 5),
        ("xmpp:a\\20b@c", '\\', 6),
        ("xmpp:a&b@c", '&', 6),
        ("xmpp:a'b@c", '\'', 6),
        ("xmpp:a:b@c", ':', 6),
        ("xmpp:a@b@c", '@', 8),
        ("xmpp:a@b:5222", ':', 8),
        ("xmpp:a@b/c/d", '/', 10),
        ("xmpp:a@b/c@d", '@', 10),
        ("xmpp:a@b/c d", ' ', 10),
        ("xmpp:a@b/\"", '"', 9),
        ("xmpp:a\u{202e}@b", '\u{202e}', 6),
        ("xmpp:b/\u{e000}", '\u{e000}', 7),
        ("xmpp:b/\u{fffd}", '\u{fffd}', 7),
        ("xmpp:b/\u{1fffe}", '\u{1fffe}', 7),
        ("xmpp:b/\u{85}", '\u{85}', 7),
        ("xmpp://a b@c", ' ', 8),
        ("xmpp://a@b/c d@e", ' ', 12),
        ("xmpp:b?a b", ' ', 8),
        ("xmpp:b?<", '<', 7),
        ("xmpp:b?a#b c", ' ', 10),
        ("xmpp:b?a#b#", '#', 10),
        ("xmpp:b?\u{200f}", '\u{200f}', 7),
        ("xmpp:b?[", '[', 7),
    ] {
        assert_eq!(
            fault(text),
            UriError::Character { character, offset },
            "{text:?}"
        );
    }
    for (text, offset) in [
        ("xmpp:a%", 6),
        ("xmpp:a%4", 6),
        ("xmpp:a%4g@b", 6),
        ("xmpp:a%g4@b", 6),
        ("xmpp:a%+4@b", 6),
        ("xmpp:b/c%FF", 8),
        ("xmpp:b/%41%C3%A9%C3x", 16),
        ("xmpp:\u{e9}%C3@b", 7),
        ("xmpp:b?%80", 7),
        ("xmpp:b?a=\u{e9}%C3%A9%ED%A0%80", 17),
        ("xmpp:b#%zz", 7),
    ] {
        assert_eq!(fault(text), UriError::Encoding { offset }, "{text:?}");
    }
}

#[test]
fn errors_say_what_and_where() {
    assert_eq!(fault("a").to_string(), "does not begin with `xmpp:`");
    assert_eq!(
        fault("xmpp:a b").to_string(),
        "' ' must not stand here (at byte 6)"
    );
    assert_eq!(
        fault("xmpp:a%").to_string(),
        "`%` does not begin an octet of UTF-8 (at byte 6)"
    );
    let error = fault("xmpp://b");
    assert_eq!(
        error.to_string(),
        "leads to no valid address: localpart is missing (at byte 0)"
    );
    let boxed: Box<dyn core::error::Error> = error.into();
    let source = boxed.source().unwrap();
    assert!(source.downcast_ref::<JidError>().is_some());
    assert!(core::error::Error::source(&fault("a")).is_none());
    assert_eq!(
        XmppUri::parse("a").unwrap_err().reason(),
        "does not begin with `xmpp:`"
    );
}

#[test]
fn makes_links_step_by_step() {
    let room = XmppUri::to(&jid("tea@chat.example")).unwrap();
    assert_eq!(room.as_str(), "xmpp:tea@chat.example");
    assert_eq!(
        room.clone().with_action("join").as_str(),
        "xmpp:tea@chat.example?join"
    );
    let node = room.clone().with_pair("node", "a;b=c d\u{e9}/");
    assert_eq!(
        node.as_str(),
        "xmpp:tea@chat.example?;node=a%3Bb%3Dc%20d%C3%A9%2F"
    );
    assert_eq!(node.get("node").as_deref(), Some("a;b=c d\u{e9}/"));

    let full = room
        .with_fragment("x y?")
        .with_pair("a", "1")
        .with_action("join")
        .with_pair("b&", "2")
        .with_pair("c", "");
    assert_eq!(full.as_str(), "xmpp:tea@chat.example?join;b%26=2;c=#x%20y?");
    assert_eq!(full.fragment().as_deref(), Some("x y?"));
    assert_eq!(full.action().as_deref(), Some("join"));
    assert_eq!(pairs(&full), text_pairs(&[("b&", "2"), ("c", "")]));
    let full = full.with_fragment("z").with_action("").with_pair("d", "%");
    assert_eq!(full.as_str(), "xmpp:tea@chat.example?;d=%25#z");

    let me = BareJid::new("Me@A.example").unwrap();
    let mine = full.with_account(&me).unwrap();
    assert_eq!(
        mine.as_str(),
        "xmpp://me@a.example/tea@chat.example?;d=%25#z"
    );
    assert_eq!(mine.account(), Some(&me));
    assert_eq!(
        (mine.query(), mine.fragment().as_deref()),
        (Some(";d=%25"), Some("z"))
    );
    let you = BareJid::new("\u{e9}@b").unwrap();
    let yours = mine.with_account(&you).unwrap();
    assert_eq!(yours.as_str(), "xmpp://%C3%A9@b/tea@chat.example?;d=%25#z");
    assert_eq!(yours.fragment().as_deref(), Some("z"));
    assert_eq!(yours.query(), Some(";d=%25"));
    assert_eq!(uri(yours.as_str()).account(), Some(&you));

    let alone = uri("XMPP://a@b?c").with_account(&me).unwrap();
    assert_eq!(alone.as_str(), "XMPP://me@a.example?c");
    assert_eq!(alone.jid(), None);
    let alone = uri("xmpp://a@b/c@d/e").with_account(&me).unwrap();
    assert_eq!(alone.as_str(), "xmpp://me@a.example/c@d/e");
    let error = alone.with_account(&BareJid::new("b").unwrap()).unwrap_err();
    assert_eq!(seen(error), (Local, Missing, 0));
}

#[test]
fn an_iri_shows_what_may_be_shown() {
    for (text, expected) in [
        ("xmpp:b?%61%2D%2e%5F%7e%3b%25%20", "xmpp:b?a-._~%3B%25%20"),
        ("xmpp:b?%E2%80%AE%e2%80%8e", "xmpp:b?%E2%80%AE%E2%80%8E"),
        (
            "xmpp:b?%EE%80%80%C2%85%F0%9F%A6%80",
            "xmpp:b?%EE%80%80%C2%85\u{1f980}",
        ),
        ("xmpp:b/x%40y?%C3%A9#%C3%A9", "xmpp:b/x%40y?\u{e9}#\u{e9}"),
        ("xmpp:b?%C3%A9a%C3%A9", "xmpp:b?\u{e9}a\u{e9}"),
    ] {
        let iri = uri(text).to_iri();
        assert_eq!(iri.as_str(), expected);
        assert_eq!(iri.jid(), uri(text).jid());
        let same = uri(expected);
        assert_eq!(
            (iri.query(), iri.fragment()),
            (same.query(), same.fragment())
        );
    }
    let ascii = uri("xmpp:\u{e9}@b?\u{e000}#\u{10d}x").to_uri();
    assert_eq!(ascii.as_str(), "xmpp:%C3%A9@b?%EE%80%80#%C4%8Dx");
    assert_eq!(ascii.query(), Some("%EE%80%80"));
    assert_eq!(ascii.fragment().as_deref(), Some("\u{10d}x"));
}

#[test]
fn is_compared_by_its_spelling() {
    let text = "xmpp:Me@b?x";
    let one = uri(text);
    assert_eq!(Ok(one.clone()), text.parse());
    assert_eq!(Ok(one.clone()), XmppUri::try_from(text));
    assert_eq!(Ok(one.clone()), XmppUri::try_from(String::from(text)));
    assert_eq!(one.to_string(), text);
    assert_eq!(format!("{one:?}"), "XmppUri(\"xmpp:Me@b?x\")");
    assert_eq!(AsRef::<str>::as_ref(&one), text);
    assert_eq!(String::from(one.clone()), text);
    assert_eq!(one.clone().into_string(), text);
    let other = uri("xmpp:me@b?x");
    assert_ne!(one, other);
    assert_eq!(one.jid(), other.jid());
    let set = alloc::collections::BTreeSet::from([other.clone(), one.clone(), other.clone()]);
    assert_eq!(Vec::from_iter(set), [one.clone(), other.clone()]);
    let hashes = alloc::collections::BTreeSet::from([&one, &other].map(hash));
    assert_eq!(hashes.len(), 2);
    assert_eq!(hash(&one), hash(&one.clone()));
}

fn hash(uri: &XmppUri) -> u64 {
    use core::hash::{Hash, Hasher};
    let mut hasher = std::hash::DefaultHasher::new();
    uri.hash(&mut hasher);
    hasher.finish()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "(xmpp|XMPP):(//[a-z%40]{1,4}@[a-z.]{1,4}/?)?([a-z\u{e9}!%C39A]{1,6}@)?[a-z\u{e9}.]{1,6}(/[a-z:%20\u{1f980}]{1,5})?(\\?[a-z;=%20/\u{e9}]{0,8})?(#[a-z%20?]{0,4})?",
        "xmpp:[a-z@/?#%;=:\\[\\] 0-9A-F\u{e9}]{0,16}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn keeps_the_text_and_respells_without_a_change_of_meaning(text in text()) {
        match XmppUri::new(&text) {
            Ok(uri) => {
                prop_assert_eq!(uri.as_str(), &*text);
                prop_assert!(uri.jid().is_some() || uri.account().is_some());
                for respelt in [uri.to_uri(), uri.to_iri()] {
                    let read = XmppUri::new(respelt.as_str());
                    prop_assert_eq!(read.as_ref(), Ok(&respelt));
                    let read = read.unwrap();
                    prop_assert_eq!((read.jid(), read.account()), (uri.jid(), uri.account()));
                    prop_assert_eq!(read.query(), respelt.query());
                    prop_assert_eq!(read.action(), uri.action());
                    prop_assert_eq!(pairs(&read), pairs(&uri));
                    prop_assert_eq!(read.fragment(), uri.fragment());
                }
                prop_assert!(uri.to_uri().as_str().is_ascii());
                prop_assert_eq!(uri.to_iri().to_iri(), uri.to_iri());
            }
            Err(UriError::Character { offset, character }) => {
                prop_assert!(text[offset..].starts_with(character));
            }
            Err(UriError::Encoding { offset }) => prop_assert!(text[offset..].starts_with('%')),
            Err(_) => {}
        }
    }

    #[test]
    fn leads_where_it_was_made_to_lead(
        address in "[a-z!#$%()*+,.;=?\\[\\\\\\]^_`{|}~\u{e9}-]{1,8}@[a-z]{1,5}(/[ -~\u{e9}\u{1f980}]{1,8})?",
        action in "\\PC{0,6}",
        key in "\\PC{0,6}",
        value in any::<String>(),
        fragment in any::<String>(),
    ) {
        if let Ok(jid) = Jid::new(&address) {
            let made = XmppUri::to(&jid).unwrap()
                .with_fragment(&fragment)
                .with_action(&action)
                .with_pair(&key, &value);
            let read = XmppUri::new(made.as_str());
            prop_assert_eq!(read.as_ref(), Ok(&made));
            let read = read.unwrap();
            prop_assert_eq!(read.jid(), Some(&jid));
            prop_assert_eq!(read.jid(), made.jid());
            prop_assert_eq!(read.action(), Some((*action).into()));
            prop_assert_eq!(read.get(&key), Some((*value).into()));
            prop_assert_eq!(read.fragment(), Some((*fragment).into()));
            prop_assert_eq!((made.query(), made.fragment()), (read.query(), read.fragment()));
            prop_assert!(made.as_str().is_ascii());
        }
    }
}
