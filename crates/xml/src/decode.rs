//! From characters as they stand in XML to the characters that they mean.
//!
//! The reader has checked every reference, so nothing here fails: what is not a reference stays.

use alloc::string::String;

use crate::chars;
use crate::cost;

/// An attribute value: references resolved, white space normalised (XML 1.0 §3.3.3).
#[cold]
pub(crate) fn value(raw: &str) -> String {
    decode(raw, true)
}

/// Character data: references resolved, line ends normalised (XML 1.0 §2.11).
#[cold]
pub(crate) fn text(raw: &str) -> String {
    decode(raw, false)
}

/// A CDATA section: line ends normalised.
#[cold]
pub(crate) fn line_ends(raw: &str) -> String {
    cost::step(raw.len());
    raw.replace("\r\n", "\n").replace('\r', "\n")
}

fn decode(raw: &str, is_value: bool) -> String {
    cost::step(raw.len());
    let bytes = raw.as_bytes();
    let mut out = String::with_capacity(raw.len());
    // What stands before `done` is in `out`.
    let (mut done, mut at) = (0, 0);
    loop {
        at += chars::plain_run(bytes.get(at..).unwrap_or_default(), chars::IN_TEXT);
        let Some(byte) = bytes.get(at) else {
            break;
        };
        if !(matches!(byte, b'&' | b'\r') || (is_value && matches!(byte, b'\n' | b'\t'))) {
            at += 1;
            continue;
        }
        let (plain, tail) = (raw.get(done..at), raw.get(at..).unwrap_or_default());
        out.push_str(plain.unwrap_or_default());
        let rest = if let Some(reference) = tail.strip_prefix('&') {
            let (body, after) = reference.split_once(';').unwrap_or((reference, ""));
            if let Some(c) = character(body) {
                out.push(c);
            }
            after
        } else {
            out.push(if is_value { ' ' } else { '\n' });
            tail.strip_prefix("\r\n")
                .or_else(|| tail.get(1..))
                .unwrap_or_default()
        };
        at = raw.len() - rest.len();
        done = at;
    }
    out.push_str(raw.get(done..).unwrap_or_default());
    out
}

/// Whether character data means nothing but white space.
#[cold]
pub(crate) fn is_blank(raw: &str) -> bool {
    let mut rest = raw;
    cost::step(raw.len());
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        let Some(reference) = rest.strip_prefix('&') else {
            return rest.is_empty();
        };
        let (body, after) = reference.split_once(';').unwrap_or((reference, ""));
        if !matches!(character(body), Some(' ' | '\t' | '\n' | '\r')) {
            return false;
        }
        rest = after;
    }
}

/// What the reference `&body;` stands for, if it is one of those that XMPP allows.
pub(crate) fn character(body: &str) -> Option<char> {
    match body {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "apos" => return Some('\''),
        "quot" => return Some('"'),
        _ => {}
    }
    let number = body.strip_prefix('#')?;
    let (digits, radix) = number
        .strip_prefix('x')
        .map_or((number, 10), |hex| (hex, 16));
    // `from_str_radix` would take a sign.
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, radix)
        .ok()
        .and_then(char::from_u32)
        .filter(|&c| chars::is_char(c))
}
