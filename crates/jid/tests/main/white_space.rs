//! White space is text: none is trimmed.

use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::Character;
use xmpp_jid::{BareJid, FullJid, Jid};
use xmpp_xml::{Extra, Value, Xml};

use crate::{fault, jid};

/// Those of Unicode.
const SPACES: [char; 25] = [
    '\t', '\n', '\u{b}', '\u{c}', '\r', ' ', '\u{85}', '\u{a0}', '\u{1680}', '\u{2000}',
    '\u{2001}', '\u{2002}', '\u{2003}', '\u{2004}', '\u{2005}', '\u{2006}', '\u{2007}', '\u{2008}',
    '\u{2009}', '\u{200a}', '\u{2028}', '\u{2029}', '\u{202f}', '\u{205f}', '\u{3000}',
];

#[test]
fn is_never_allowed_before_a_resourcepart() {
    for space in SPACES {
        assert!(space.is_whitespace());
        // Width is mapped before the class is asked.
        let named = if space == '\u{3000}' { ' ' } else { space };
        for (text, expected) in [
            (format!("{space}a@b"), (Local, Character(named), 0)),
            (format!("a{space}a@b"), (Local, Character(named), 1)),
            (format!("a{space}@b"), (Local, Character(named), 1)),
            (format!("a@{space}b"), (Domain, Character(space), 2)),
            (format!("a@b{space}b"), (Domain, Character(space), 3)),
            (format!("a@b{space}"), (Domain, Character(space), 3)),
            (format!("a@b{space}/c"), (Domain, Character(space), 3)),
            (format!("{space}b"), (Domain, Character(space), 0)),
            (format!("b{space}"), (Domain, Character(space), 1)),
            (format!("{space}"), (Domain, Character(space), 0)),
        ] {
            assert_eq!(fault(&text), expected, "{text:?}");
            assert!(Jid::parse(&text).is_err());
            assert!(BareJid::parse(&text).is_err());
        }
    }
}

/// RFC 8265, section 4.2.2.
#[test]
fn of_one_kind_makes_another_resourcepart_wherever_it_stands() {
    let mut allowed = 0;
    for space in SPACES {
        let texts = [
            format!("b/{space}"),
            format!("b/{space}c"),
            format!("b/c{space}"),
            format!("b/c{space}{space}c"),
        ];
        for text in &texts {
            if space.is_control() || matches!(space, '\u{2028}' | '\u{2029}') {
                assert_eq!((fault(text).0, fault(text).1), (Resource, Character(space)));
                continue;
            }
            allowed += 1;
            let spelt = jid(text);
            assert_eq!(spelt.as_str(), text);
            assert_eq!(spelt.normalized(), text.replace(space, " "));
            assert_eq!(Jid::parse(text).unwrap().as_str(), text);
            assert_eq!(FullJid::parse(text).unwrap().resource(), &text[2..]);
            assert_eq!(spelt, jid(&text.replace(space, " ")));
            assert_eq!(spelt, *text.replace(space, " "));
        }
    }
    assert_eq!(allowed, 4 * 17);
    assert_ne!(jid("room@chat.example/foo "), jid("room@chat.example/foo"));
    assert_ne!(jid("room@chat.example/ foo"), jid("room@chat.example/foo"));
    assert_ne!(jid("room@chat.example/a  b"), jid("room@chat.example/a b"));
}

#[derive(Debug, PartialEq, Xml)]
#[xml(namespace = "jabber:client", name = "presence")]
struct Presence {
    #[xml(attribute)]
    from: Jid,
    #[xml(child_text = "jid")]
    jids: Vec<FullJid>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn stays_in_attributes_and_text() {
    for resource in [" ", "foo ", " foo", "\u{a0}foo\u{3000}"] {
        let text = format!("room@chat.example/{resource}");
        let source =
            format!("<presence xmlns='jabber:client' from='{text}'><jid>{text}</jid></presence>");
        let presence: Presence = xmpp_xml::from_str(&source).unwrap();
        assert_eq!(presence.from.as_str(), text);
        assert_eq!(presence.jids.first().unwrap().as_str(), text);
        assert_eq!(xmpp_xml::to_string(&presence).unwrap(), source);
        let again = xmpp_xml::from_str::<Presence>(&xmpp_xml::to_string(&presence).unwrap());
        assert_eq!(again, Ok(presence));
    }
    for source in [
        "<presence xmlns='jabber:client' from=' a@b'/>",
        "<presence xmlns='jabber:client' from='a@b '/>",
        "<presence xmlns='jabber:client' from='a@b'><jid>\na@b/c</jid></presence>",
        "<presence xmlns='jabber:client' from='a@b'><jid>a@b/c\n</jid></presence>",
    ] {
        assert!(xmpp_xml::from_str::<Presence>(source).is_err());
    }
}

/// Of every kind of address, for every text of its own.
#[test]
fn what_is_written_is_what_is_read() {
    fn check<T: Value + PartialEq + core::fmt::Debug>(kinds: &mut usize) {
        for text in T::EXAMPLES {
            let value = T::parse(text).unwrap();
            assert_eq!(value.to_text(), *text);
            assert!(value.is_canonical(text));
            assert!(!value.is_canonical(&format!("{text} ")));
            assert_eq!(T::parse(&value.to_text()), Ok(value));
        }
        *kinds += usize::from(!T::EXAMPLES.is_empty());
    }
    let mut kinds = 0;
    check::<Jid>(&mut kinds);
    check::<BareJid>(&mut kinds);
    check::<FullJid>(&mut kinds);
    check::<xmpp_jid::uri::XmppUri>(&mut kinds);
    assert_eq!(kinds, 4);
}

#[test]
fn the_part_at_fault_is_named() {
    for (text, expected) in [
        ("a b@c", "localpart must not contain ' ' (at byte 1)"),
        ("a@c ", "domainpart must not contain ' ' (at byte 3)"),
        ("a@c/\n", "resourcepart must not contain '\\n' (at byte 4)"),
        ("a@c/", "resourcepart is empty (at byte 4)"),
        (
            "a@[::1",
            "domainpart is not an IP address in brackets (at byte 2)",
        ),
    ] {
        assert_eq!(Jid::parse(text).unwrap_err().reason(), expected);
        let source = format!(
            "<presence xmlns='jabber:client' from='{}'/>",
            text.replace('\n', "&#10;")
        );
        let error = xmpp_xml::from_str::<Presence>(&source).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
    assert_eq!(
        FullJid::parse("a@c").unwrap_err().reason(),
        "resourcepart is missing (at byte 3)"
    );
    assert_eq!(
        BareJid::parse("a@c/d").unwrap_err().reason(),
        "resourcepart is not allowed here (at byte 4)"
    );
}
