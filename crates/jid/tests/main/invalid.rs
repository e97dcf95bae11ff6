//! What is not an address and was kept when it was read.

use alloc::collections::BTreeSet;
use core::cmp::Ordering::{Greater, Less};
use core::hash::{Hash, Hasher};
use std::hash::DefaultHasher;

use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::{Character, Context, Empty, Missing, Unexpected};
use xmpp_jid::uri::XmppUri;
use xmpp_jid::{BareJid, FullJid, Jid, JidError, Part, Reason};
use xmpp_xml::{ErrorKind, Extra, Invalid, Options, RawElement, Report, Value, Xml};

use crate::{equal, jid, seen};

/// An element with an address in each of the places where one may stand.
#[derive(Debug, PartialEq, Xml)]
#[xml(namespace = "jabber:client", name = "presence")]
struct Presence {
    #[xml(attribute)]
    from: Option<Jid>,
    #[xml(attribute)]
    to: Jid,
    #[xml(child_text = "owner")]
    owner: Option<Jid>,
    #[xml(child_text = "account")]
    accounts: Vec<BareJid>,
    #[xml(child)]
    bound: Option<Bound>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, Xml)]
#[xml(namespace = "jabber:client", name = "jid")]
struct Bound {
    #[xml(text)]
    jid: FullJid,
    #[xml(extra)]
    extra: Extra,
}

/// Reads leniently what cannot be read strictly, which must be lossless; gives the paths of the problems, too.
#[track_caller]
fn keep(source: &str) -> (Presence, Vec<String>) {
    let strict = xmpp_xml::from_str::<Presence>(source);
    assert!(matches!(
        strict.unwrap_err().kind(),
        ErrorKind::InvalidValue { .. }
    ));
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let presence: Presence = xmpp_xml::read_with(source.as_bytes(), &options, &mut report).unwrap();
    let written = xmpp_xml::to_string(&presence).unwrap();
    assert_eq!(
        written.parse::<RawElement>().unwrap(),
        source.parse::<RawElement>().unwrap()
    );
    let paths = report.problems.iter().map(|e| e.path().to_owned());
    (presence, paths.collect())
}

fn presence(from: &str) -> String {
    format!("<presence xmlns='jabber:client' from='{from}' to='me@my.example'/>")
}

fn hash(jid: &Jid) -> u64 {
    let mut hasher = DefaultHasher::new();
    jid.hash(&mut hasher);
    hasher.finish()
}

/// Those of rooms, and the sender of a roster push that is not one's own account.
#[test]
fn a_sender_that_is_not_valid_is_present() {
    for text in [
        "room@chat.example/\u{645}\u{62d}\u{640}\u{645}\u{62f}",
        "room@chat.example/a\u{b7}b",
        "room@muc.example/\u{2764}\u{fe0f}",
        "a@b/\u{1f468}\u{200d}\u{1f469}",
        "evil@x.example/a\u{b7}b",
        "@@",
        "",
        " ",
        "me@my.example ",
        " me@my.example",
        "my.example ",
    ] {
        let (presence, problems) = keep(&presence(text));
        assert_eq!(problems, ["/presence/@from"]);
        let from = presence.from.unwrap();
        assert!(!from.is_valid());
        assert_eq!(from.as_str(), text);
        assert!(presence.to.is_valid());
        assert!(presence.extra.is_empty());
    }
}

#[test]
fn reads_one_in_every_place() {
    let source = "<presence xmlns='jabber:client' to=' '><owner> </owner><account>a@b</account>\
                  <account>a@b/c</account><account> a@b</account><account> </account><account></account>\
                  <jid>a@b</jid></presence>";
    let (presence, problems) = keep(source);
    assert_eq!(presence.from, None);
    assert_eq!(presence.to.as_str(), " ");
    assert_eq!(presence.owner.unwrap().as_str(), " ");
    let accounts: Vec<_> = presence
        .accounts
        .iter()
        .map(|jid| (jid.as_str(), jid.is_valid()))
        .collect();
    assert_eq!(
        accounts,
        [
            ("a@b", true),
            ("a@b/c", false),
            (" a@b", false),
            (" ", false),
            ("", false)
        ]
    );
    assert_eq!(presence.bound.unwrap().jid.as_str(), "a@b");
    assert_eq!(problems.len(), 7);
}

#[test]
fn is_written_as_its_text_wherever_it_is_set() {
    let (read, _) = keep(&presence("@@"));
    let mut reply = read;
    reply.to = reply.from.take().unwrap();
    let written = xmpp_xml::to_string(&reply).unwrap();
    assert_eq!(written, "<presence xmlns='jabber:client' to='@@'/>");
    assert!(xmpp_xml::from_str::<Presence>(&written).is_err());
}

/// All that one might ask of a sender before trusting it.
#[track_caller]
fn is_nobody(other: &Jid, known: &[Jid]) {
    assert!(!other.is_valid());
    assert_ne!(other.local(), None);
    assert_ne!(other.resource(), None);
    assert!(!other.is_bare() && !other.is_full() && !other.is_normalized());
    assert_eq!(
        (other.domain(), other.local(), other.resource()),
        ("", Some(""), Some(""))
    );
    assert_eq!(other.unescaped_local().as_deref(), Some(""));
    for known in known {
        assert!(known.is_valid());
        assert!(!equal(other, known));
        assert_eq!((known.cmp(other), other.cmp(known)), (Less, Greater));
        assert!(!equal(&other.to_bare(), &known.to_bare()));
        assert!(!other.bare_eq(known) && !known.bare_eq(other));
        assert!(!equal(other, known.as_str()) && !equal(other, &known.as_str()));
        assert!(other.to_normalized() != *known);
        assert_ne!(other.local(), known.local());
        assert_ne!(other.domain(), known.domain());
        assert_ne!(other.resource(), known.resource());
        assert!(!other.domain().ends_with(known.domain()));
    }
}

#[test]
fn is_nobody_that_one_might_take_it_for() {
    let known = [
        "my.example",
        "me@my.example",
        "me@my.example/x",
        "my.example/x",
        "room@chat.example",
        "room@chat.example/x",
    ]
    .map(jid);
    for text in [
        "",
        " ",
        "@",
        "/",
        "/x",
        "@my.example",
        "my.example ",
        "my.example/",
        " me@my.example",
        "me@my.example/",
        "me@my.example/\u{b7}",
        "me@my.example\n",
        "room@chat.example/x\t",
        &"my.example/".repeat(10_000),
    ] {
        is_nobody(&Jid::invalid(text).unwrap(), &known);
        is_nobody(&BareJid::invalid(text).unwrap(), &known);
        is_nobody(&FullJid::invalid(text).unwrap(), &known);
        assert_eq!(FullJid::invalid(text).unwrap().resource(), "");
    }
    // An address, but not one of this kind.
    for text in ["my.example/x", "me@my.example/x", "room@chat.example/x"] {
        is_nobody(&BareJid::invalid(text).unwrap(), &known);
        is_nobody(&Jid::from(BareJid::invalid(text).unwrap()), &known);
    }
    for text in ["my.example", "me@my.example", "room@chat.example"] {
        is_nobody(&FullJid::invalid(text).unwrap(), &known);
        is_nobody(&Jid::from(FullJid::invalid(text).unwrap()), &known);
        is_nobody(&BareJid::from(FullJid::invalid(text).unwrap()), &known);
        is_nobody(&BareJid::from(&FullJid::invalid(text).unwrap()), &known);
    }
}

#[test]
fn equals_what_has_the_same_text_and_is_not_valid_either() {
    let [one, same, other] = ["A b@c", "A b@c", "a b@c"].map(|text| Jid::invalid(text).unwrap());
    assert_eq!(one, same);
    assert_eq!(hash(&one), hash(&same));
    assert!(one.cmp(&same).is_eq());
    assert!(one.bare_eq(&same));
    assert_eq!(one.to_bare(), same.to_bare());
    assert_eq!(one.to_normalized(), same);
    assert_ne!(one, other);
    assert!(one < other);
    assert!(!one.bare_eq(&other));
    // No text equals it: a text would be an address.
    assert!(!equal(&one, "A b@c"));

    // Nor does it, within what it has in common with another.
    let [one, other] = ["room@chat.example/\u{b7}", "room@chat.example/a\u{b7}"]
        .map(|text| Jid::invalid(text).unwrap());
    assert!(!one.bare_eq(&other));

    let valid = FullJid::new("a@b/c").unwrap();
    let mut set: BTreeSet<Jid> = [jid("z@z"), Jid::invalid("").unwrap(), jid("a@b")].into();
    assert!(!set.insert(Jid::invalid("").unwrap()));
    assert!(set.insert(valid.into()));
    assert_eq!(set.len(), 4);
    assert_eq!(set.last().map(Jid::as_str), Some(""));
    // The text of one kind is that of a valid one of another.
    assert!(set.insert(BareJid::invalid("a@b/c").unwrap().into()));
    assert!(set.contains(&jid("a@b/c")));
}

#[test]
fn only_a_text_that_is_no_address_stands_for_none() {
    assert_eq!(Jid::invalid("A@b"), Some(jid("a@b")));
    assert!(BareJid::invalid("a@b").unwrap().is_valid());
    assert!(FullJid::invalid("a@b/c").unwrap().is_valid());
}

#[test]
fn says_why_it_is_not_valid() {
    let error = |jid: &Jid| jid.error().map(seen);
    assert_eq!(error(&jid("a@b")), None);
    let cases: [(&str, (Part, Reason, usize)); 4] = [
        ("", (Domain, Empty, 0)),
        ("my.example ", (Domain, Character(' '), 10)),
        (" me@my.example", (Local, Character(' '), 0)),
        ("a@b/\u{b7}", (Resource, Context('\u{b7}'), 4)),
    ];
    for (text, expected) in cases {
        assert_eq!(error(&Jid::invalid(text).unwrap()), Some(expected));
        assert_eq!(error(&BareJid::invalid(text).unwrap()), Some(expected));
        assert_eq!(error(&FullJid::invalid(text).unwrap()), Some(expected));
    }
    let bare = BareJid::invalid("a@b/c").unwrap();
    assert_eq!(error(&bare), Some((Resource, Unexpected, 4)));
    let full = FullJid::invalid("a@b").unwrap();
    assert_eq!(error(&full), Some((Resource, Missing, 3)));
}

/// Not even where the text would do for another kind.
#[test]
fn no_conversion_makes_it_valid() {
    fn refused<T>(result: Result<T, JidError>) -> bool {
        result.is_err()
    }
    let texts = ["a@b/\u{b7}", "a@b", "a@b/c"];
    let all = texts.iter().flat_map(|text| {
        [
            Jid::invalid(text).unwrap(),
            BareJid::invalid(text).unwrap().into(),
            FullJid::invalid(text).unwrap().into(),
        ]
    });
    let mut seen = 0;
    for invalid in all.filter(|jid| !jid.is_valid()) {
        seen += 1;
        assert!(refused(BareJid::try_from(&invalid)));
        assert!(refused(FullJid::try_from(&invalid)));
        assert!(refused(BareJid::try_from(invalid.clone())));
        assert!(refused(FullJid::try_from(invalid.clone())));
        assert!(refused(invalid.with_resource("x")));
        assert!(refused(XmppUri::to(&invalid)));
        let home = XmppUri::new("xmpp:my.example").unwrap();
        assert!(home.with_account(&invalid.to_bare()).is_err());
        let parts = Jid::from_parts(invalid.local(), invalid.domain(), invalid.resource());
        assert!(refused(parts));
        assert!(!Jid::from(&invalid.to_bare()).is_valid());
        assert_eq!(invalid.to_bare().as_str(), invalid.as_str());
        assert!(!invalid.to_normalized().is_valid());
        assert_eq!(invalid.normalized(), invalid.as_str());
    }
    assert_eq!(seen, 5);
}

/// Stringprep would take some of them.
#[cfg(feature = "jid")]
#[test]
fn the_crate_jid_gets_none() {
    use jid::Error;

    let refusal = |text: &str| jid::Jid::try_from(Jid::invalid(text).unwrap()).unwrap_err();
    assert!(jid::Jid::new("a@b/\u{b7}").is_ok());
    assert_eq!(refusal("a@b/\u{b7}"), Error::ResourcePrep);
    assert_eq!(refusal("a@b/"), Error::ResourceEmpty);
    assert_eq!(
        refusal(&format!("b/{}", "x".repeat(1024))),
        Error::ResourceTooLong
    );
    assert_eq!(refusal("a b@c"), Error::NodePrep);
    assert_eq!(refusal("@c"), Error::NodeEmpty);
    assert_eq!(
        refusal(&format!("{}@b", "x".repeat(1024))),
        Error::NodeTooLong
    );
    assert_eq!(refusal("a@b@c"), Error::TooManyAts);
    assert_eq!(refusal("b c"), Error::NamePrep);
    assert_eq!(refusal(""), Error::NamePrep);
    assert_eq!(
        jid::BareJid::try_from(&BareJid::invalid("a@b/c").unwrap()),
        Err(Error::ResourceInBareJid)
    );
    assert_eq!(
        jid::FullJid::try_from(FullJid::invalid("a@b").unwrap()),
        Err(Error::ResourceMissingInFullJid)
    );
}

#[test]
fn shows_in_a_log_that_it_is_not_valid() {
    let nobody = Jid::invalid("a b").unwrap();
    assert_eq!(format!("{nobody:?}"), "Jid::invalid(\"a b\")");
    assert_eq!(nobody.to_string(), "a b");
    let nobody = FullJid::invalid("a").unwrap();
    assert_eq!(format!("{nobody:?}"), "FullJid::invalid(\"a\")");
}
