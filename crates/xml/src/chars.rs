//! Which characters XML 1.0 allows where: the tables and predicates that the reader and the writer share.

use crate::cost;

/// The byte may stand inside an ASCII name (`NameChar`), the colon left out.
pub(crate) const NAME: u8 = 1;
/// The byte may begin an ASCII name (`NameStartChar`), the colon left out.
pub(crate) const NAME_START: u8 = 2;
/// White space: the production `S`.
pub(crate) const SPACE: u8 = 4;
/// The byte cannot be written as it is into an attribute value.
pub(crate) const ESCAPE_VALUE: u8 = 32;
/// The byte cannot be written as it is into character data.
pub(crate) const ESCAPE_TEXT: u8 = 64;
/// The byte ends the plain part of an attribute value, whatever its quotes are.
pub(crate) const VALUE_STOP: u8 = 8;
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
            class |= ESCAPE_VALUE;
            if !matches!(byte, b'\t' | b'\n') {
                class |= ESCAPE_TEXT;
            }
        }
        if matches!(byte, b'<' | b'&') {
            class |= ESCAPE_VALUE | ESCAPE_TEXT;
        }
        if byte < 0x20 || matches!(byte, b'<' | b'&' | b'\'' | b'"' | 0xEF) {
            class |= VALUE_STOP;
        }
        if matches!(byte, b'<' | b'>' | b'\'' | b'"' | b'=' | b'/') {
            class |= TAG_STOP;
        }
        if byte == b'\'' {
            class |= ESCAPE_VALUE;
        }
        if byte == b'>' {
            class |= ESCAPE_TEXT;
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
    // Most often there is none.
    match text.as_bytes() {
        [first, .., last] if !is(*first, SPACE) && !is(*last, SPACE) => text,
        [] => text,
        _ => trim_spaced(text),
    }
}

#[inline(never)]
fn trim_spaced(text: &str) -> &str {
    cost::step(text.len());
    let bytes = text.as_bytes();
    let Some(start) = bytes.iter().position(|&b| !is(b, SPACE)) else {
        return "";
    };
    let end = bytes.iter().rposition(|&b| !is(b, SPACE));
    text.get(start..=end.unwrap_or(start)).unwrap_or_default()
}

/// Whether `name` is an [NCName](is_ncname) of ASCII characters: the quick answer.
#[inline]
pub(crate) fn is_ncname_ascii(name: &str) -> bool {
    cost::step(name.len());
    let bytes = name.as_bytes();
    bytes.first().is_some_and(|&b| is(b, NAME_START)) && name_run(bytes) == bytes.len()
}

/// Whether two names are the same. Most that are not differ in the length, and most that are short enough to be compared
/// in two words, which takes no call.
#[inline(always)]
pub(crate) fn is_same_name(a: &str, b: &str) -> bool {
    are_same(a.as_bytes(), b.as_bytes())
}

/// As [`is_same_name`].
#[inline(always)]
pub(crate) fn are_same(a: &[u8], b: &[u8]) -> bool {
    cost::step(1);
    a.len() == b.len() && is_same_of_one_length(a, b)
}

/// Whether two texts of one length are the same.
#[inline(always)]
fn is_same_of_one_length(a: &[u8], b: &[u8]) -> bool {
    cost::step(a.len());
    if let (8..=16, Some(first), Some(last), Some(b_first), Some(b_last)) = (
        a.len(),
        a.first_chunk::<8>(),
        a.last_chunk::<8>(),
        b.first_chunk::<8>(),
        b.last_chunk::<8>(),
    ) {
        let differ = |a: &[u8; 8], b: &[u8; 8]| u64::from_ne_bytes(*a) ^ u64::from_ne_bytes(*b);
        return differ(first, b_first) | differ(last, b_last) == 0;
    }
    if let (4..=8, Some(first), Some(last), Some(b_first), Some(b_last)) = (
        a.len(),
        a.first_chunk::<4>(),
        a.last_chunk::<4>(),
        b.first_chunk::<4>(),
        b.last_chunk::<4>(),
    ) {
        let differ = |a: &[u8; 4], b: &[u8; 4]| u32::from_ne_bytes(*a) ^ u32::from_ne_bytes(*b);
        return differ(first, b_first) | differ(last, b_last) == 0;
    }
    match (a, b) {
        ([a], [b]) => a == b,
        ([a, a2], [b, b2]) => (a ^ b) | (a2 ^ b2) == 0,
        ([a, a2, a3], [b, b2, b3]) => (a ^ b) | (a2 ^ b2) | (a3 ^ b3) == 0,
        _ => a == b,
    }
}

/// The eight bytes at `at`, the first lowest; `None` next to the end.
#[inline(always)]
pub(crate) fn word_at(bytes: &[u8], at: u32) -> Option<u64> {
    let word = bytes.get(at as usize..at as usize + 8)?;
    word.try_into().ok().map(u64::from_le_bytes)
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

/// Bytes that end a run of plain characters, beside control characters and EF: a pair that differs in the bits `either`
/// alone, which is one of the two with these bits set, and a single one.
#[derive(Clone, Copy)]
pub(crate) struct Stops {
    either: u8,
    pair: u8,
    single: u8,
}

/// In an attribute value between apostrophes: `'`, `&` and `<`.
pub(crate) const IN_APOSTROPHES: Stops = Stops::new(1, b'\'', b'&', b'<');
/// In an attribute value between quotation marks: `"`, `&` and `<`.
pub(crate) const IN_QUOTES: Stops = Stops::new(4, b'&', b'"', b'<');
/// In character data: `<`, `>` and `&`.
pub(crate) const IN_TEXT: Stops = Stops::new(2, b'>', b'<', b'&');

impl Stops {
    const fn new(either: u8, pair: u8, other: u8, single: u8) -> Self {
        assert!(pair == other | either && pair != other);
        Self {
            either,
            pair,
            single,
        }
    }

    /// The top bit of the first byte of a word that ends a run, if one does.
    ///
    /// Of a word of ASCII, each test is a subtraction that borrows into the top bit, exact up to the first byte that is meant.
    #[inline(always)]
    const fn found(self, word: u64) -> u64 {
        let pair = (word | each(self.either)) ^ each(self.pair);
        let single = word ^ each(self.single);
        let borrows = word.wrapping_sub(each(0x20))
            | pair.wrapping_sub(each(1))
            | single.wrapping_sub(each(1));
        let found = (borrows | word) & each(0x80);
        if word & found & each(0x80) == 0 {
            return found;
        }
        let controls = word.wrapping_sub(each(0x20)) & !word & each(0x80);
        controls | zeros(pair) | zeros(single) | zeros(word ^ each(0xEF))
    }

    #[inline(always)]
    const fn has(self, byte: u8) -> bool {
        byte < 0x20 || byte == 0xEF || byte | self.either == self.pair || byte == self.single
    }
}

/// How many bytes come before the first that is a control character, EF, or one of `stops`, which are constant.
///
/// Eight are looked at at a time; those that are left at the end once more with the ones before them.
#[inline(always)]
pub(crate) fn plain_run(bytes: &[u8], stops: Stops) -> usize {
    let mut rest = bytes;
    let mut run = 0;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        cost::step(1);
        let found = stops.found(u64::from_le_bytes(*word));
        if found != 0 {
            return run + (found.trailing_zeros() / 8) as usize;
        }
        run += 8;
        rest = after;
    }
    if rest.is_empty() {
        return run;
    }
    cost::step(1);
    if let Some(last) = bytes.last_chunk::<8>() {
        let found = stops.found(u64::from_le_bytes(*last));
        let run = bytes.len() - 8 + (found.trailing_zeros() / 8) as usize;
        return if found == 0 { bytes.len() } else { run };
    }
    let found = rest.iter().position(|b| stops.has(*b));
    found.unwrap_or(rest.len())
}

/// Where a value ends that begins at `start` and ends with `quote`, if nothing stands in it that would end a value between
/// other quotes or has to be looked at: `&`, `<`, EF, a control character.
///
/// A word is asked for more than is meant, which is cheap, and the byte that it shows is looked up. Two words are looked at
/// at a time.
#[inline(always)]
pub(crate) fn value_end(bytes: &[u8], start: u32, quote: u8) -> Option<u32> {
    #[inline(always)]
    const fn shown(word: u64) -> u64 {
        let low = word.wrapping_sub(each(b'\'' + 1));
        let less = (word ^ each(b'<')).wrapping_sub(each(1));
        (low | less | word) & each(0x80)
    }
    let mut at = start;
    loop {
        cost::step(1);
        let Some(block) = bytes.get(at as usize..at as usize + 16) else {
            return last_value_end(bytes, at, quote);
        };
        let words = block.try_into().map_or(0, u128::from_le_bytes);
        let (mut word, second) = (words as u64, (words >> 64) as u64);
        let mut found = shown(word);
        if found == 0 {
            (word, found) = (second, shown(second));
            at += 8;
            if found == 0 {
                at += 8;
                continue;
            }
        }
        let bits = found.trailing_zeros() & 0x38;
        let byte = (word >> bits) as u8;
        at += bits / 8;
        if byte == quote {
            return Some(at);
        }
        if is(byte, VALUE_STOP) {
            return None;
        }
        at += 1;
    }
}

/// The same next to the end of the input.
#[inline(never)]
fn last_value_end(bytes: &[u8], start: u32, quote: u8) -> Option<u32> {
    let rest = bytes.get(start as usize..)?;
    let len = rest.iter().position(|b| is(*b, VALUE_STOP))?;
    (rest.get(len) == Some(&quote)).then_some(start + len as u32)
}

/// The first eight bytes of a name, of which names of up to eight are told apart.
pub(crate) const fn key(name: &[u8]) -> u64 {
    let mut key = 0;
    let mut rest = name;
    let mut bits = 0;
    while let [first, tail @ ..] = rest {
        if bits == 64 {
            break;
        }
        key |= (*first as u64) << bits;
        bits += 8;
        rest = tail;
    }
    key
}

/// A [`key`] in half the space, with the length of the name in it: of two names that differ it mostly differs. Never 0.
#[inline(always)]
pub(crate) const fn short_key(key: u64, len: u32) -> u32 {
    (key ^ (key >> 27)) as u32 ^ len << 25 | 1 << 31
}

/// The letters from a to z, at most fifteen, that stand at `at`, and what stands behind them: `None` where there are more
/// or none, or where it is not ASCII.
#[inline(always)]
pub(crate) fn letters(bytes: &[u8], at: u32) -> Option<Letters> {
    let word = word_at(bytes, at)?;
    cost::step(1);
    let found = others(word);
    if found == 0 {
        return more_letters(bytes, at);
    }
    let bits = found.trailing_zeros() & 0x38;
    (bits != 0).then(|| Letters {
        key: word & !(u64::MAX << bits),
        len: bits / 8,
        behind: (word >> bits) as u8,
    })
}

/// The same where the first eight bytes are letters.
#[inline(never)]
fn more_letters(bytes: &[u8], at: u32) -> Option<Letters> {
    let (key, word) = (word_at(bytes, at)?, word_at(bytes, at + 8)?);
    cost::step(1);
    let found = others(word);
    let bits = found.trailing_zeros() & 0x38;
    (found != 0).then_some(Letters {
        key,
        len: 8 + bits / 8,
        behind: (word >> bits) as u8,
    })
}

/// As many as [`letters`] gives at most.
pub(crate) const MOST_LETTERS: usize = 15;

/// See [`letters`].
#[derive(Clone, Copy)]
pub(crate) struct Letters {
    /// As [`key`] has it.
    pub(crate) key: u64,
    pub(crate) len: u32,
    pub(crate) behind: u8,
}

/// The name of an attribute that stands at `at`, if it is of letters, at most fifteen, and `=` and a quote stand behind it: its
/// key, its length and the quote.
#[inline(never)]
pub(crate) fn attribute_name(bytes: &[u8], at: u32) -> Option<(u64, u32, u8)> {
    let name = letters(bytes, at)?;
    match bytes.get((at + name.len) as usize..)? {
        [b'=', quote @ (b'\'' | b'"'), ..] => Some((name.key, name.len, *quote)),
        _ => None,
    }
}

/// The top bits of the bytes that are no letters from a to z, exact up to the first.
#[inline(always)]
pub(crate) const fn others(word: u64) -> u64 {
    (word.wrapping_sub(each(b'a')) | word.wrapping_add(each(0x7F - b'z')) | word) & each(0x80)
}

/// How many bytes come before the first that is no ASCII name character.
#[inline(always)]
pub(crate) fn name_run(bytes: &[u8]) -> usize {
    let len = run(bytes, |byte| is(byte, NAME));
    cost::step(len);
    len
}

/// How many bytes come before the first at which a start tag goes on in another way ([`TAG_STOP`]).
#[inline(always)]
pub(crate) fn tag_run(bytes: &[u8]) -> usize {
    run(bytes, |byte| !is(byte, TAG_STOP))
}

/// How many bytes come before the first that does not belong, where letters from a to z do.
#[inline(always)]
fn run(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    let mut rest = bytes;
    // Most are letters, of which eight are looked at at a time.
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        cost::step(1);
        let found = others(u64::from_le_bytes(*word));
        if found == 0 {
            rest = after;
            continue;
        }
        let letters = (found.trailing_zeros() / 8) as usize;
        match rest.get(letters..) {
            Some([byte, after @ ..]) if belongs(*byte) => rest = after,
            _ => return bytes.len() - rest.len() + letters,
        }
    }
    let end = rest.iter().position(|byte| !belongs(*byte));
    cost::step(rest.len());
    bytes.len() - rest.len() + end.unwrap_or(rest.len())
}

/// Whether an input begins as text in UTF-16 or UTF-32 does, with a byte order mark or without (XML 1.0, appendix F): `None`
/// when more of it has to be seen.
///
/// Text of XML begins with `<` or white space and goes on in ASCII, so that there are NULs among its first four bytes.
#[inline]
pub(crate) fn is_wide(input: &[u8]) -> Option<bool> {
    // All that is not.
    if matches!(input, [1..0xFE, 1..=0xFF, ..]) {
        return Some(false);
    }
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

/// The last place not beyond `index` where a text can be cut.
pub(crate) fn floor_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

/// Where `byte` first is in `bytes`.
#[inline]
pub(crate) fn find(bytes: &[u8], byte: u8) -> Option<usize> {
    let mut rest = bytes;
    cost::step(1);
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        cost::step(1);
        let found = zeros(u64::from_le_bytes(*word) ^ each(byte));
        if found != 0 {
            return Some(bytes.len() - rest.len() + (found.trailing_zeros() / 8) as usize);
        }
        rest = after;
    }
    let found = rest.iter().position(|&b| b == byte);
    found.map(|n| bytes.len() - rest.len() + n)
}
