//! Names in localparts that hold what a localpart must not.
//!
//! Nine characters, a space among them, and the backslash where it would be misunderstood, are each
//! written as a backslash and two hexadecimal digits. To servers that is ordinary text: the names are
//! [escaped](escape) before they become part of an address and [unescaped](unescape) only to be shown or to be
//! handed to another network. Addresses are compared as they are, never unescaped.
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
//! [`Jid::unescaped_local`](crate::Jid::unescaped_local) do it for a whole address.
//!
//! [XEP-0106, JID Escaping](https://xmpp.org/extensions/xep-0106.html)

use alloc::borrow::Cow;
use alloc::string::String;

use crate::error::{JidError, Part, Reason};
use crate::precis;

/// The service discovery feature of an entity, a gateway say, that unescapes what is addressed to it.
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

/// Escapes a name, so that it can be a localpart.
///
/// A backslash is escaped only where it begins what would read as an escape. That is judged by what the
/// localpart becomes in its normal form, where capital and fullwidth digits count: of the name `a\2F`
/// a server makes `a\2f`. Other characters that a localpart must not have stay; [`Jid::new`](crate::Jid::new) refuses them.
///
/// # Errors
///
/// When the name begins or ends with a space, which has no escape there ([`Reason::Character`]), and
/// when a combining mark follows an escaped character, because it would combine with the escape instead ([`Reason::Context`]).
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

/// Undoes [`escape`]. All that is not an escape stays as it is, so no text is refused.
///
/// Digits are lower-case, as they are in the normal form of a localpart, which is what should be
/// unescaped. At the beginning and the end `\20` is not an escape: what is shown there would not be
/// seen, so that two addresses might look alike.
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
