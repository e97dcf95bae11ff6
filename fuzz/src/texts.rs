//! Values that have an implementation elsewhere to compare with.

use chrono::DateTime as Theirs;
use xmpp_stanzas::jid::{BareJid, FullJid, Jid};
use xmpp_stanzas::xml::{Date, DateTime, Time, Value};

/// An address keeps its text, its normal form is one, its parts make it again; and in ASCII the crate `jid` agrees.
pub fn addresses(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else {
        return;
    };
    let jid = match Jid::new(text) {
        Ok(jid) => jid,
        Err(error) => {
            assert!(text.is_char_boundary(error.offset), "{error}");
            assert!(BareJid::new(text).is_err() && FullJid::new(text).is_err());
            return;
        }
    };
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
