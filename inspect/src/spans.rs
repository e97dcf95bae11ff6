//! Which bytes of a text are meant by a place in it.

use core::ops::Range;

/// An attribute or declaration in a start tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    /// With its prefix.
    pub(crate) name: &'a str,
    /// The bytes between its quotes; to the end of the text where the second is not there.
    pub(crate) value: Range<usize>,
}

/// The attributes and declarations of the start tag that a text begins with, be it cut off.
pub(crate) fn attributes(text: &str) -> Vec<Attribute<'_>> {
    const ENDS_NAME: [char; 7] = [' ', '\t', '\r', '\n', '/', '>', '='];
    let mut all = Vec::new();
    let mut at = text.find(ENDS_NAME).unwrap_or(text.len());
    loop {
        let rest = &text[at..];
        let start = at + rest.len()
            - rest
                .trim_start_matches([' ', '\t', '\r', '\n', '/', '='])
                .len();
        let rest = &text[start..];
        if rest.is_empty() || rest.starts_with('>') {
            return all;
        }
        if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            // A value without a name.
            at = rest[1..]
                .find(quote)
                .map_or(text.len(), |end| start + end + 2);
            continue;
        }
        let name_end = rest.find(ENDS_NAME).map_or(text.len(), |end| start + end);
        let name = &text[start..name_end];
        let white = text[name_end..].trim_start_matches([' ', '\t', '\r', '\n']);
        let Some(value) = white.strip_prefix('=') else {
            at = name_end;
            continue;
        };
        let value = value.trim_start_matches([' ', '\t', '\r', '\n']);
        let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            at = text.len() - value.len();
            continue;
        };
        let from = text.len() - value.len() + 1;
        let to = text[from..]
            .find(quote)
            .map_or(text.len(), |end| from + end);
        all.push(Attribute {
            name,
            value: from..to,
        });
        at = (to + 1).min(text.len());
    }
}

/// The bytes that an error at this byte is about: a value without its quotes, a text, or the beginning of a tag. Never more than
/// the rest of the line.
pub(crate) fn meant(text: &str, offset: usize) -> Range<usize> {
    let start = floor(text, offset);
    let rest = &text[start..];
    let before = &text[..start];
    let length = if let Some(tag) = rest.strip_prefix('<') {
        1 + tag
            .find([' ', '\t', '\r', '\n', '/', '>'])
            .unwrap_or(tag.len())
    } else if let Some(quote) = before
        .chars()
        .next_back()
        .filter(|c| matches!(c, '"' | '\''))
        .filter(|_| before[..start - 1].trim_end().ends_with('='))
    {
        rest.find(quote).unwrap_or(rest.len())
    } else {
        rest.find('<').unwrap_or(rest.len())
    };
    let line = rest[..length].lines().next().unwrap_or_default();
    let shown = if before.ends_with('>') || before.is_empty() {
        line.trim_end()
    } else {
        line
    };
    start..start + shown.len()
}

/// The character at this byte; nothing at the end of the text.
pub(crate) fn character(text: &str, offset: usize) -> Range<usize> {
    let start = floor(text, offset);
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + length
}

fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
