//! Positions in the text of a message, which are counted in code points.
//!
//! The body is counted as it stands: nothing is trimmed or normalized, `&amp;` is one character, and `/me` is three. What
//! a reader sees as one emoji may be several code points, so a position may be inside of it; that is not an error.
//!
//! ```
//! use xmpp_vocabulary::characters;
//!
//! let body = "I like 👩‍🚀 tea";
//! assert_eq!(characters::count(body), 14);
//! assert_eq!(characters::slice(body, 11..14), Some("tea"));
//! assert_eq!(characters::slice(body, 11..15), None);
//!
//! let at = body.find("tea").unwrap();
//! assert_eq!(characters::positions(body, at..at + 3), Some(11..14));
//! ```
//!
//! [XEP-0426, Character counting in message bodies](https://xmpp.org/extensions/xep-0426.html)

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// How many characters the text has: one more than the position of the last.
///
/// [XEP-0426 §2](https://xmpp.org/extensions/xep-0426.html#counting)
#[must_use]
pub fn count(text: &str) -> usize {
    text.chars().count()
}

/// The byte at which the character at `position` begins, counted from 0; the length of the text for the position behind
/// the last. `None` beyond that.
///
/// [XEP-0426 §2](https://xmpp.org/extensions/xep-0426.html#counting)
#[must_use]
pub fn offset(text: &str, position: u32) -> Option<usize> {
    let position = usize::try_from(position).ok()?;
    let ends = core::iter::once(text.len());
    let mut starts = text.char_indices().map(|(offset, _)| offset).chain(ends);
    starts.nth(position)
}

/// The bytes of a part of the text that begins at one position and ends before another. `None` where one of them is
/// beyond the text, or the end is before the beginning.
///
/// [XEP-0426 §3](https://xmpp.org/extensions/xep-0426.html#subsequence)
#[must_use]
pub fn bytes(text: &str, positions: Range<u32>) -> Option<Range<usize>> {
    let length = positions.end.checked_sub(positions.start)?;
    let start = offset(text, positions.start)?;
    let end = start.checked_add(offset(text.get(start..)?, length)?)?;
    Some(start..end)
}

/// A part of the text that begins at one position and ends before another. `None` where one of them is beyond the text,
/// or the end is before the beginning.
///
/// [XEP-0426 §3](https://xmpp.org/extensions/xep-0426.html#subsequence)
#[must_use]
pub fn slice(text: &str, positions: Range<u32>) -> Option<&str> {
    text.get(bytes(text, positions)?)
}

/// The positions of a part of the text that is given in bytes: what to write when something is to be said of it. `None`
/// where it is no part of the text, or begins or ends within a character.
///
/// [XEP-0426 §3](https://xmpp.org/extensions/xep-0426.html#subsequence)
#[must_use]
pub fn positions(text: &str, bytes: Range<usize>) -> Option<Range<u32>> {
    let part = text.get(bytes.clone())?;
    let start = u32::try_from(count(text.get(..bytes.start)?)).ok()?;
    let end = start.checked_add(u32::try_from(count(part)).ok()?)?;
    Some(start..end)
}

/// The text without these parts, which may overlap and be in any order. `None` where one of them is out of range, as
/// with [`bytes()`].
///
/// The time that it takes grows with the text and with the number of parts, not with their product.
#[must_use]
pub fn without(text: &str, parts: impl IntoIterator<Item = Range<u32>>) -> Option<String> {
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_unstable_by_key(|part| part.start);
    let mut kept = String::with_capacity(text.len());
    // How far the text has been looked at: in characters, and in bytes.
    let (mut position, mut at) = (0, 0);
    for part in parts {
        let length = part.end.checked_sub(part.start)?;
        let skipped = part.start.saturating_sub(position);
        let start = at + offset(text.get(at..)?, skipped)?;
        kept.push_str(text.get(at..start)?);
        // Of a part that begins in one before it, what is left.
        let left = length.saturating_sub(position.saturating_sub(part.start));
        at = start + offset(text.get(start..)?, left)?;
        position = position.max(part.end);
    }
    kept.push_str(text.get(at..)?);
    Some(kept)
}
