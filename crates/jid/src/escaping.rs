//! Localparts with characters that a localpart must not contain.
//!
//! Nine characters, including the space, and a backslash that would be ambiguous are each
//! written as a backslash and two hexadecimal digits. To servers that is ordinary text: names are
//! [escaped](escape) before they become part of an address, and [unescaped](unescape) only to show them or to
//! pass them to another network. Addresses are compared as they are, never unescaped.
//!
//! ```
//! use xmpp_jid::escaping::{escape, unescape};
//!
//! assert_eq!(escape(r"c:\cool stuff")?, r"c\3a\cool\20stuff");
//! assert_eq!(unescape(r"c\3a\cool\20stuff"), r"c:\cool stuff");
//! # Ok::<(), xmpp_jid::JidError>(())
//! ```
//!
//! [`Jid::from_unescaped`](crate::Jid::from_unescaped) and
//! [`Jid::unescaped_local`](crate::Jid::unescaped_local) do this for an address.
//!
//! [XEP-0106, JID Escaping](https://xmpp.org/extensions/xep-0106.html)

use alloc::borrow::Cow;
use alloc::string::String;

use crate::error::{JidError, Part, Reason};
use crate::precis;

/// The service discovery feature of an entity that unescapes the addresses it receives, such as a gateway.
///
/// [XEP-0106 §6](https://xmpp.org/extensions/xep-0106.html#disco)
pub const FEATURE: &str = r"jid\20escaping";

/// What is escaped, and the digits that take its place.
const ESCAPES: [(char, [u8; 2]); 10] = [
    (' ', *b"20"),
    ('"', *b"22"),
    ('&', *b"26"),
    ('\'', *b"27"),
    ('/', *b"2f"),
    (':', *b"3a"),
    ('<', *b"3c"),
    ('>', *b"3e"),
    ('@', *b"40"),
    (BACKSLASH, *b"5c"),
];

const BACKSLASH: char = '\\';

/// Escapes a name for use as a localpart.
///
/// A backslash is escaped only if it would otherwise begin an escape, also in the normal form of the
/// localpart, in which capital and fullwidth digits become ordinary ones: a server normalizes the name `a\2F`
/// to `a\2f`. Characters that have no escape are kept; [`Jid::new`](crate::Jid::new) rejects them.
///
/// # Errors
///
/// The name begins or ends with a space, which cannot be escaped there ([`Reason::Character`]), or a combining
/// mark follows an escaped character and would combine with the escape instead ([`Reason::Context`]).
///
/// [XEP-0106 §3.2](https://xmpp.org/extensions/xep-0106.html#escaping),
/// [§4.2](https://xmpp.org/extensions/xep-0106.html#bizrules-algorithm)
pub fn escape(name: &str) -> Result<Cow<'_, str>, JidError> {
    let fault = |reason, offset| {
        Err(JidError {
            part: Part::Local,
            reason,
            offset,
        })
    };
    let mut escaped = String::new();
    let mut copied = 0;
    for (at, c) in name.char_indices() {
        let rest = name.get(at + c.len_utf8()..).unwrap_or_default();
        let Some(&(_, digits)) = ESCAPES
            .iter()
            .find(|&&(plain, _)| {
                plain == c || plain == BACKSLASH && precis::width_mapped(c) == BACKSLASH
            })
            .filter(|&&(plain, _)| plain != BACKSLASH || begins_with_digits(rest))
        else {
            continue;
        };
        if c == ' ' && (at == 0 || rest.is_empty()) {
            return fault(Reason::Character(c), at);
        }
        if let Some(mark) = rest.chars().next().filter(|&next| precis::is_mark(next)) {
            return fault(Reason::Context(mark), at + c.len_utf8());
        }
        escaped.push_str(name.get(copied..at).unwrap_or_default());
        escaped.push(BACKSLASH);
        escaped.extend(digits.map(char::from));
        copied = at + c.len_utf8();
    }
    if copied == 0 {
        return Ok(Cow::Borrowed(name));
    }
    escaped.push_str(name.get(copied..).unwrap_or_default());
    Ok(Cow::Owned(escaped))
}

/// Whether a backslash before this text would read as the beginning of an escape once the text is in its normal form.
fn begins_with_digits(text: &str) -> bool {
    let mut digits = text
        .chars()
        .map(|c| precis::width_mapped(c).to_ascii_lowercase());
    let (Some(high), Some(low)) = (digits.next(), digits.next()) else {
        return false;
    };
    ESCAPES
        .iter()
        .any(|&(_, digits)| digits.map(char::from) == [high, low])
}

/// Reverses [`escape`]. Anything that is not an escape is kept, so every text is accepted.
///
/// Only lower-case digits form an escape: unescape the normal form of a localpart, which has no others.
/// At the beginning and the end, `\20` is not an escape, since a space there would be invisible and two
/// addresses could look alike.
///
/// [XEP-0106 §3.3](https://xmpp.org/extensions/xep-0106.html#unescaping),
/// [§4.3](https://xmpp.org/extensions/xep-0106.html#bizrules-exceptions)
pub fn unescape(local: &str) -> Cow<'_, str> {
    let mut name = String::new();
    let mut copied = 0;
    for (at, _) in local.match_indices(BACKSLASH) {
        let after = at + ESCAPE_LEN;
        let Some(&(plain, _)) = local.as_bytes().get(at + 1..after).and_then(|found| {
            ESCAPES
                .iter()
                .find(|(_, digits)| digits.as_slice() == found)
        }) else {
            continue;
        };
        if plain == ' ' && (at == 0 || after == local.len()) {
            continue;
        }
        name.push_str(local.get(copied..at).unwrap_or_default());
        name.push(plain);
        copied = after;
    }
    if copied == 0 {
        return Cow::Borrowed(local);
    }
    name.push_str(local.get(copied..).unwrap_or_default());
    Cow::Owned(name)
}

const ESCAPE_LEN: usize = 3;
