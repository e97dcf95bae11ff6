//! Values and character data: what may stand as it is, what is escaped, and the shortest form of either.

use alloc::string::String;
use core::fmt::Write as _;

use super::Writer;
use crate::chars::{self, ESCAPE_TEXT, ESCAPE_VALUE, is};
use crate::cost;
use crate::error::ErrorKind;

pub(super) const CDATA_START: &str = "<![CDATA[";
pub(super) const CDATA_END: &str = "]]>";

impl Writer {
    /// Character data.
    #[inline]
    pub(super) fn characters(&mut self, text: &str) {
        if !text.is_empty() {
            self.content();
            if is_plain::<ESCAPE_TEXT>(text.as_bytes()) {
                self.out.push_str(text);
            } else {
                self.escaped_characters(text);
            }
        }
    }

    #[cold]
    fn escaped_characters(&mut self, text: &str) {
        let start = self.text_starts();
        self.escaped::<ESCAPE_TEXT>(text);
        if self.has_grown(start) {
            self.cdata(start.0, text);
        }
    }

    /// An attribute value, behind its quote, and the quote that ends it.
    #[inline]
    pub(super) fn value(&mut self, text: &str) {
        if is_plain::<ESCAPE_VALUE>(text.as_bytes()) {
            self.out.push_str(text);
            self.out.push('\'');
        } else {
            self.escaped_value(text);
        }
    }

    #[cold]
    fn escaped_value(&mut self, text: &str) {
        let start = self.value_starts();
        self.escaped::<ESCAPE_VALUE>(text);
        self.value_ends(start);
    }

    /// Where an attribute value starts, behind its quote, and how many apostrophes had been escaped before.
    #[inline]
    pub(super) fn value_starts(&self) -> (usize, usize) {
        (self.out.len(), self.apostrophes)
    }

    /// Ends an attribute value with its quote.
    #[inline]
    pub(super) fn value_ends(&mut self, (start, apostrophes): (usize, usize)) {
        if self.apostrophes == apostrophes {
            self.out.push('\'');
        } else {
            self.choose_quotes(start, self.apostrophes - apostrophes);
        }
    }

    /// Puts an attribute value in the quotes that take fewer escapes.
    #[cold]
    fn choose_quotes(&mut self, start: usize, apostrophes: usize) {
        let value = self.out.get(start..).unwrap_or_default();
        if value.bytes().filter(|b| *b == b'"').count() >= apostrophes {
            self.out.push('\'');
            return;
        }
        let value = value.replace('"', "&#34;").replace("&#39;", "'");
        self.out.truncate(start - 1);
        self.out.push('"');
        self.out.push_str(&value);
        self.out.push('"');
    }

    /// Where character data starts, and how much text had grown before.
    #[inline]
    pub(super) fn text_starts(&self) -> (usize, usize) {
        (self.out.len(), self.grown)
    }

    /// Whether a CDATA section might be shorter than what has been written since.
    #[inline]
    pub(super) fn has_grown(&self, (_, grown): (usize, usize)) -> bool {
        self.grown - grown > CDATA_START.len() + CDATA_END.len()
    }

    /// Writes character data anew as CDATA sections, where that is shorter.
    #[cold]
    pub(super) fn cdata(&mut self, start: usize, text: &str) {
        let mut sections = String::from(CDATA_START);
        for (at, line) in text.split('\r').enumerate() {
            if at > 0 {
                // In a section it would be read as a line end.
                let _ = write!(sections, "{CDATA_END}&#13;{CDATA_START}");
            }
            for (at, piece) in line.split(CDATA_END).enumerate() {
                if at > 0 {
                    let _ = write!(sections, "]]{CDATA_END}{CDATA_START}>");
                }
                sections.push_str(piece);
            }
        }
        sections.push_str(CDATA_END);
        if self.error.is_none() && sections.len() < self.out.len() - start {
            self.out.truncate(start);
            self.out.push_str(&sections);
        }
    }

    /// What XML cannot carry as it is, escaped.
    pub(super) fn escaped<const CLASS: u8>(&mut self, text: &str) {
        let bytes = text.as_bytes();
        if is_plain::<CLASS>(bytes) {
            return self.out.push_str(text);
        }
        match first_stop::<CLASS>(bytes) {
            None => self.out.push_str(text),
            Some(first) => self.escaped_from::<CLASS>(text, first),
        }
    }

    fn escaped_from<const CLASS: u8>(&mut self, text: &str, first: usize) {
        let mut start = 0;
        let mut at = first;
        let bytes = text.as_bytes();
        while let Some(&byte) = bytes.get(at) {
            let escape = match byte {
                b'<' => "&lt;",
                // Only where it would end a CDATA section (XML 1.0 §2.4).
                b'>' if text.get(..at).is_some_and(|t| t.ends_with("]]")) => "&gt;",
                b'>' if at < 2 && self.ends_with_brackets(text.get(..at)) => "&gt;",
                b'>' => "",
                b'&' => "&amp;",
                b'\'' => {
                    self.apostrophes += 1;
                    "&#39;"
                }
                b'\t' => "&#9;",
                b'\n' => "&#10;",
                b'\r' => "&#13;",
                _ => {
                    let c = text
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .unwrap_or_default();
                    if !chars::is_char(c) {
                        self.fail(ErrorKind::UnwritableCharacter { character: c });
                    }
                    ""
                }
            };
            if !escape.is_empty() {
                self.out.push_str(text.get(start..at).unwrap_or_default());
                self.out.push_str(escape);
                self.grown += escape.len() - 1;
                start = at + 1;
            }
            let rest = bytes.get(at + 1..).unwrap_or_default();
            at = first_stop::<CLASS>(rest).map_or(bytes.len(), |n| at + 1 + n);
        }
        self.out.push_str(text.get(start..).unwrap_or_default());
    }

    /// Whether `]]` stands before what comes after `begun`, which is less than two characters of a text.
    fn ends_with_brackets(&self, begun: Option<&str>) -> bool {
        match begun {
            Some("") => self.out.ends_with("]]"),
            Some("]") => self.out.ends_with(']'),
            _ => false,
        }
    }
}

/// Whether a text is of ASCII characters that all stand as they are: the quick answer.
///
/// Eight bytes are looked at at a time, those that are left at the end once more with the ones before them.
#[inline]
fn is_plain<const CLASS: u8>(bytes: &[u8]) -> bool {
    cost::step(1 + bytes.len());
    let marks = if let Some(last) = bytes.last_chunk() {
        let (mut marks, mut rest) = (marks::<CLASS>(*last), bytes);
        while let Some((word, after)) = rest.split_first_chunk() {
            marks |= self::marks::<CLASS>(*word);
            rest = after;
        }
        marks
    } else if let (Some(&[a, b, c, d]), Some(&[e, f, g, h])) =
        (bytes.first_chunk(), bytes.last_chunk())
    {
        marks::<CLASS>([a, b, c, d, e, f, g, h])
    } else {
        return !bytes.iter().any(|&b| is(b, CLASS) || !b.is_ascii());
    };
    marks & each(0x80) == 0
}

/// Has the top bit of a byte set where one is not ASCII or of the class.
///
/// Each test is a subtraction that borrows into the top bit; it may carry on, but never begins where there is nothing.
#[inline(always)]
const fn marks<const CLASS: u8>(word: [u8; 8]) -> u64 {
    let word = u64::from_ne_bytes(word);
    // Two of them differ in one bit, and take one test.
    let (pair, single) = if CLASS == ESCAPE_VALUE {
        ((word | each(1)) ^ each(b'\''), word ^ each(b'<'))
    } else {
        ((word | each(2)) ^ each(b'>'), word ^ each(b'&'))
    };
    word | word.wrapping_sub(each(b' ')) | pair.wrapping_sub(each(1)) | single.wrapping_sub(each(1))
}

const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Where the first byte of the class is.
fn first_stop<const CLASS: u8>(bytes: &[u8]) -> Option<usize> {
    let plain = if CLASS == ESCAPE_VALUE {
        chars::plain_run(bytes, chars::IN_APOSTROPHES)
    } else {
        chars::plain_run(bytes, chars::IN_TEXT)
    };
    let rest = bytes.get(plain..).unwrap_or_default();
    let found = rest.iter().position(|&b| is(b, CLASS));
    cost::step(found.unwrap_or(rest.len()));
    found.map(|at| plain + at)
}
