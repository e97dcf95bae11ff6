//! Counting characters in the text of a message, in code points.
//!
//! The body is counted as it stands: nothing is trimmed or normalized, `&amp;` is one character, and `/me` is three.
//! What a reader sees as one emoji may be several code points, so a position may be inside it; that is not an error.
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

/// The length of the text in code points.
///
/// [XEP-0426 §2](https://xmpp.org/extensions/xep-0426.html#counting)
#[must_use]
pub fn count(text: &str) -> usize {
    text.chars().count()
}

/// The byte offset of the code point at `position`, counted from 0, or the length in bytes for the position after the
/// last. `None` if it is out of range.
///
/// [XEP-0426 §2](https://xmpp.org/extensions/xep-0426.html#counting)
#[must_use]
pub fn offset(text: &str, position: u32) -> Option<usize> {
    let position = usize::try_from(position).ok()?;
    let ends = core::iter::once(text.len());
    let mut starts = text.char_indices().map(|(offset, _)| offset).chain(ends);
    starts.nth(position)
}

/// The byte range of a range of code points. `None` if it is out of range, or ends before it starts.
///
/// [XEP-0426 §3](https://xmpp.org/extensions/xep-0426.html#subsequence)
#[must_use]
pub fn bytes(text: &str, positions: Range<u32>) -> Option<Range<usize>> {
    let length = positions.end.checked_sub(positions.start)?;
    let start = offset(text, positions.start)?;
    let end = start.checked_add(offset(text.get(start..)?, length)?)?;
    Some(start..end)
}

/// The part of the text in a range of code points. `None` if it is out of range, or ends before it starts.
///
/// [XEP-0426 §3](https://xmpp.org/extensions/xep-0426.html#subsequence)
#[must_use]
pub fn slice(text: &str, positions: Range<u32>) -> Option<&str> {
    text.get(bytes(text, positions)?)
}

/// The range of code points of a byte range, for writing a reference to it. `None` if it is out of range, or if it
/// starts or ends within a code point.
///
/// [XEP-0426 §3](https://xmpp.org/extensions/xep-0426.html#subsequence)
#[must_use]
pub fn positions(text: &str, bytes: Range<usize>) -> Option<Range<u32>> {
    let part = text.get(bytes.clone())?;
    let start = u32::try_from(count(text.get(..bytes.start)?)).ok()?;
    let end = start.checked_add(u32::try_from(count(part)).ok()?)?;
    Some(start..end)
}

/// The text without these ranges of code points, which may overlap and be in any order. `None` if one is out of range,
/// or ends before it starts.
///
/// The time grows with the length of the text plus the number of ranges, which are sorted.
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
