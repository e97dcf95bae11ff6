//! Which characters XML 1.0 allows where: the tables and predicates that the reader and the writer share.

use crate::cost;

/// The byte may stand inside an ASCII name (`NameChar`), the colon left out.
pub(crate) const NAME: u8 = 1;
/// The byte may begin an ASCII name (`NameStartChar`), the colon left out.
pub(crate) const NAME_START: u8 = 2;
/// White space: the production `S`.
pub(crate) const SPACE: u8 = 4;
/// The byte ends a plain run of an attribute value: it needs a look.
pub(crate) const VALUE_STOP: u8 = 8;
/// The byte ends a plain run of character data: it needs a look.
pub(crate) const TEXT_STOP: u8 = 16;
/// The byte cannot be written as it is into an attribute value.
pub(crate) const ESCAPE_VALUE: u8 = 32;
/// The byte cannot be written as it is into character data.
pub(crate) const ESCAPE_TEXT: u8 = 64;
/// The byte is where a start tag goes on in another way, or cannot go on: markup that is no part of a name.
pub(crate) const TAG_STOP: u8 = 128;

static CLASSES: [u8; 256] = classes();

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler, which would say so"
)]
const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let byte = i as u8;
        let mut class = 0;
        if byte.is_ascii_alphabetic() || byte == b'_' {
            class |= NAME | NAME_START;
        }
        if byte.is_ascii_digit() || byte == b'-' || byte == b'.' {
            class |= NAME;
        }
        if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
            class |= SPACE;
        }
        // U+FFFE and U+FFFF, the only characters above the controls that XML refuses, begin with EF.
        if byte < 0x20 || byte == 0xEF {
            class |= VALUE_STOP | ESCAPE_VALUE | ESCAPE_TEXT;
            if !matches!(byte, b'\t' | b'\n') {
                class |= TEXT_STOP;
            } else {
                class &= !ESCAPE_TEXT;
            }
        }
        if matches!(byte, b'<' | b'&') {
            class |= VALUE_STOP | TEXT_STOP | ESCAPE_VALUE | ESCAPE_TEXT;
        }
        if matches!(byte, b'\'' | b'"') {
            class |= VALUE_STOP;
        }
        if matches!(byte, b'<' | b'>' | b'\'' | b'"' | b'=' | b'/') {
            class |= TAG_STOP;
        }
        if byte == b'\'' {
            class |= ESCAPE_VALUE;
        }
        if byte == b'>' {
            class |= TEXT_STOP | ESCAPE_TEXT;
        }
        table[i] = class;
        i += 1;
    }
    table
}

#[inline(always)]
pub(crate) fn is(byte: u8, class: u8) -> bool {
    CLASSES
        .get(usize::from(byte))
        .is_some_and(|c| c & class != 0)
}

/// XML 1.0, production 2.
pub(crate) fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// XML 1.0, production 4, without the colon.
pub(crate) fn is_name_start(c: char) -> bool {
    if c.is_ascii() {
        return is(c as u8, NAME_START);
    }
    matches!(c,
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// XML 1.0, production 4a, without the colon.
pub(crate) fn is_name_char(c: char) -> bool {
    if c.is_ascii() {
        return is(c as u8, NAME);
    }
    is_name_start(c) || matches!(c, '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// Whether `name` is a name without a colon: Namespaces in XML 1.0, production 4.
pub(crate) fn is_ncname(name: &str) -> bool {
    cost::step(name.len());
    let mut chars = name.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_char)
}

/// Whether an attribute may have this name: any but the one that declares a namespace.
pub(crate) fn is_attribute_name(namespace: &str, name: &str) -> bool {
    is_ncname(name) && !(namespace.is_empty() && name == "xmlns")
}

/// Whether `text` holds nothing but white space.
pub(crate) fn is_blank(text: &str) -> bool {
    cost::step(text.len());
    text.bytes().all(|b| is(b, SPACE))
}

/// `text` without the white space around it, by XML's notion of white space: space, tab, and line ends.
///
/// What most implementations of [`Value::parse`](crate::Value::parse) begin with.
#[must_use]
#[inline]
pub fn trim(text: &str) -> &str {
    cost::step(text.len());
    let mut bytes = text.as_bytes();
    while let [first, rest @ ..] = bytes
        && is(*first, SPACE)
    {
        bytes = rest;
    }
    let start = text.len() - bytes.len();
    while let [rest @ .., last] = bytes
        && is(*last, SPACE)
    {
        bytes = rest;
    }
    text.get(start..start + bytes.len()).unwrap_or_default()
}

/// Whether `name` is an [NCName](is_ncname) of ASCII characters: the quick answer.
#[inline]
pub(crate) fn is_ncname_ascii(name: &str) -> bool {
    cost::step(name.len());
    let bytes = name.as_bytes();
    bytes.first().is_some_and(|&b| is(b, NAME_START)) && bytes.iter().all(|&b| is(b, NAME))
}

/// Whether two names are the same. Most that are not differ in the length or the first byte, which takes no call.
#[inline(always)]
pub(crate) fn is_same_name(a: &str, b: &str) -> bool {
    cost::step(1);
    a.len() == b.len() && a.as_bytes().first() == b.as_bytes().first() && {
        cost::step(a.len());
        a == b
    }
}

/// The byte in each of the eight places of a word.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The top bit of each byte of `word` that is zero. Exact up to the first such byte, which is all that is asked.
#[inline(always)]
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(each(1)) & !word & each(0x80)
}

/// How many bytes from the start of `bytes` can be stepped over, eight at a time, because none of them is a control
/// character, EF, or one of `stops`. What follows needs a look byte by byte.
#[inline(always)]
pub(crate) fn plain_run<const N: usize>(bytes: &[u8], stops: [u8; N]) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let mut run = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let mut found = word.wrapping_sub(each(0x20)) & !word & each(0x80);
        found |= zeros(word ^ each(0xEF));
        for stop in stops {
            found |= zeros(word ^ each(stop));
        }
        cost::step(1);
        if found != 0 {
            return run + (found.trailing_zeros() / 8) as usize;
        }
        run += 8;
    }
    run
}

/// Whether an input begins as text in UTF-16 or UTF-32 does, with a byte order mark or without (XML 1.0, appendix F): `None`
/// when more of it has to be seen.
///
/// Text of XML begins with `<` or white space and goes on in ASCII, so that there are NULs among its first four bytes.
pub(crate) fn is_wide(input: &[u8]) -> Option<bool> {
    let first = |b: u8| b == b'<' || is(b, SPACE);
    match *input {
        [0xFE | 0xFF, ..] | [0, 0, 0xFE, ..] => Some(true),
        [0, 0, 0, b, ..] | [0, b, 0, ..] if first(b) => Some(true),
        [b, 0, _, 0, ..] if first(b) => Some(true),
        [] | [0] | [0, 0] | [0, 0, 0] => None,
        [b] | [0, b] | [b, 0] | [b, 0, _] if first(b) => None,
        _ => Some(false),
    }
}

/// Where `byte` first is in `bytes`.
#[inline]
pub(crate) fn find(bytes: &[u8], byte: u8) -> Option<usize> {
    let (words, _) = bytes.as_chunks::<8>();
    let whole = words
        .iter()
        .position(|word| zeros(u64::from_le_bytes(*word) ^ each(byte)) != 0);
    let start = whole.unwrap_or(words.len()) * 8;
    cost::step(start / 8 + 1);
    let rest = bytes.get(start..).unwrap_or_default();
    rest.iter().position(|&b| b == byte).map(|n| start + n)
}
