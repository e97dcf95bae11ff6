//! Values that have an implementation elsewhere to compare with.

use chrono::DateTime as Theirs;
use xmpp_stanzas::jid::escaping::{escape, unescape};
use xmpp_stanzas::jid::uri::XmppUri;
use xmpp_stanzas::jid::{BareJid, FullJid, Jid};
use xmpp_stanzas::xml::{Date, DateTime, Time, Value};

/// An address keeps its text, its normal form is one, its parts make it again; and in ASCII the crate `jid` agrees. What
/// is not an address is nobody's. Names are unescaped to what was escaped, and links lead where they say.
pub fn addresses(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else {
        return;
    };
    names(text);
    links(text);
    let kept = Jid::invalid(text).expect("there is always one");
    assert_eq!(kept.as_str(), text);
    assert_eq!(kept.to_text(), text);
    let jid = match Jid::new(text) {
        Ok(jid) => jid,
        Err(error) => {
            assert!(text.is_char_boundary(error.offset), "{error}");
            assert!(BareJid::new(text).is_err() && FullJid::new(text).is_err());
            assert_eq!(kept.error(), Some(error));
            assert_eq!(
                (kept.domain(), kept.local(), kept.resource()),
                ("", Some(""), Some(""))
            );
            assert!(!kept.is_valid() && !kept.is_bare() && !kept.is_full());
            assert!(
                kept != *text
                    && BareJid::try_from(&kept).is_err()
                    && FullJid::try_from(kept).is_err()
            );
            return;
        }
    };
    assert!(kept.is_valid() && kept.error().is_none() && kept == jid && kept == *text);
    assert_eq!(jid.as_str(), text);
    assert_eq!(jid.to_string().parse().as_ref(), Ok(&jid));
    let normal = Jid::new(jid.normalized()).expect("the normal form is an address");
    assert_eq!(normal, jid);
    assert!(normal.is_normalized());
    assert_eq!(jid.is_normalized(), jid.normalized() == text);
    let parts = Jid::from_parts(jid.local(), jid.domain(), jid.resource());
    assert_eq!(parts.as_ref().map(Jid::as_str), Ok(text));
    let bare = jid.to_bare();
    assert!(bare.bare_eq(&jid));
    assert_eq!(BareJid::new(text).is_ok(), jid.is_bare());
    assert_eq!(FullJid::new(text).is_ok(), jid.is_full());
    if let Some(resource) = jid.resource() {
        let full = bare.with_resource(resource).expect("it had this resource");
        assert_eq!(full.as_str(), text);
    }
    // That crate follows the older stringprep, which differs beyond ASCII and keeps ASCII of IDNs, and it keeps a
    // final dot.
    if let Ok(theirs) = jid::Jid::new(text)
        && text.is_ascii()
        && !text.to_ascii_lowercase().contains("xn--")
        && !jid.domain().ends_with('.')
    {
        assert_eq!(jid.normalized(), theirs.as_str());
    }
}

/// A name that can be escaped is what its localpart is unescaped to.
fn names(text: &str) {
    if let Ok(local) = escape(text) {
        assert_eq!(unescape(&local), text);
    }
    assert!(unescape(text).len() <= text.len());
}

/// A link keeps its text, and means the same in both of its other spellings.
fn links(text: &str) {
    if let Ok(jid) = Jid::new(text) {
        let made = XmppUri::to(&jid)
            .expect("it is valid")
            .with_pair(text, text);
        assert_eq!(XmppUri::new(made.as_str()).as_ref(), Ok(&made));
        assert_eq!(
            (made.jid(), made.get(text).as_deref()),
            (Some(&jid), Some(text))
        );
    }
    let Ok(uri) = XmppUri::new(text) else {
        return;
    };
    assert_eq!(uri.as_str(), text);
    for respelt in [uri.to_uri(), uri.to_iri()] {
        let read = XmppUri::new(respelt.as_str()).expect("it is one in each spelling");
        assert_eq!(read, respelt);
        assert_eq!((read.jid(), read.account()), (uri.jid(), uri.account()));
        assert_eq!(
            (read.action(), read.fragment()),
            (uri.action(), uri.fragment())
        );
        assert!(read.pairs().eq(uri.pairs()));
    }
}

/// A date and a time keep their text, and say the same moment as chrono does.
pub fn dates(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else {
        return;
    };
    kept::<Date>(text);
    kept::<Time>(text);
    kept::<DateTime>(text);
    let theirs = Theirs::parse_from_rfc3339(text);
    match (DateTime::parse(text), theirs) {
        (Ok(ours), Ok(theirs)) => {
            let nanoseconds = i128::from(theirs.timestamp()) * 1_000_000_000
                + i128::from(theirs.timestamp_subsec_nanos());
            assert_eq!(ours.unix_nanoseconds(), nanoseconds);
            assert_eq!(
                i32::from(ours.offset()) * 60,
                theirs.offset().local_minus_utc()
            );
        }
        (Err(_), Ok(_)) => {
            // RFC 3339 §5.6 allows small letters and a space, XEP-0082 does not.
            let is_lax = text.contains(['t', 'z', ' ']);
            assert!(is_lax, "chrono accepts it");
        }
        _ => {}
    }
}

/// A text that is accepted is written as it was, but for the white space around it.
fn kept<T: Value + PartialEq + core::fmt::Debug>(text: &str) {
    if let Ok(value) = T::parse(text) {
        let written = value.to_text();
        assert_eq!(written, text.trim_matches([' ', '\t', '\n', '\r']));
        assert_eq!(T::parse(&written).as_ref(), Ok(&value));
        assert!(value.is_canonical(&written));
    }
}
