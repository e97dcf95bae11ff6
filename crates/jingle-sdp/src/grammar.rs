//! The lines of a session description, as they are.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

/// An SDP session description (RFC 8866), as a list of lines.
///
/// Writing a parsed description gives the same lines, each terminated by `\r\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sdp {
    /// The session-level lines, which come first.
    pub session: Vec<Line>,
    /// The media descriptions.
    pub media: Vec<Media>,
}

/// A media description: an `m=` line with the lines up to the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Media {
    /// The value of the `m=` line.
    pub head: String,
    /// The lines after it.
    pub lines: Vec<Line>,
}

/// A line: a type letter and a value.
///
/// `Debug` does not show keys and passwords: `k=`, `a=crypto`, `a=ice-pwd`. `Display` writes the line as it is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Line {
    kind: char,
    value: String,
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = match self.as_attribute() {
            _ if self.kind == 'k' => "…",
            Some(("crypto", _)) => "crypto:…",
            Some(("ice-pwd", _)) => "ice-pwd:…",
            _ => &*self.value,
        };
        let mut line = f.debug_struct("Line");
        line.field("kind", &self.kind).field("value", &value);
        line.finish()
    }
}

/// Why a text cannot be parsed as SDP, or a session cannot be written as SDP.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SdpError {
    /// The line with this number, from 1, is not a lower-case letter followed by `=` and a value.
    InvalidLine(usize),
    /// The first line is not `v=0`.
    InvalidVersion,
    /// This value cannot be represented in SDP: it contains a line end or another control character, or it is empty or
    /// contains white space where a single token is required. Of a password or key, it is `…`.
    Unwritable(String),
}

impl fmt::Display for SdpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidLine(number) => write!(f, "line {number} is not a line of SDP"),
            Self::InvalidVersion => f.write_str("the first line is not `v=0`"),
            Self::Unwritable(value) => write!(f, "{value:?} cannot be written in SDP"),
        }
    }
}

impl core::error::Error for SdpError {}

impl Line {
    /// The line with this type letter and value.
    ///
    /// # Errors
    /// The letter is not a lower-case ASCII letter, or the value contains a control character other than a tab, or a line or
    /// paragraph separator of Unicode, where some software ends a line, too.
    pub fn new(kind: char, value: impl Into<String>) -> Result<Self, SdpError> {
        let line = Self {
            kind,
            value: value.into(),
        };
        if kind.is_ascii_lowercase() && !line.value.contains(ends_lines) {
            Ok(line)
        } else {
            let is_secret =
                kind == 'k' || matches!(line.as_attribute(), Some(("crypto" | "ice-pwd", _)));
            Err(SdpError::Unwritable(match is_secret {
                true => "…".into(),
                false => line.value,
            }))
        }
    }

    /// The attribute of this name, with a value unless that is empty.
    pub(crate) fn attribute(name: &str, value: &str) -> Result<Self, SdpError> {
        if value.is_empty() {
            Self::new('a', name)
        } else {
            Self::new('a', format!("{name}:{value}"))
        }
    }

    /// Whether only spaces and tabs are white space in it: otherwise its words could be split in more than one way.
    pub(crate) fn is_plain(&self) -> bool {
        let is_odd = |c: char| c.is_whitespace() && c != ' ' && c != '\t';
        !self.value.contains(is_odd)
    }

    /// The type letter.
    #[must_use]
    pub const fn kind(&self) -> char {
        self.kind
    }

    /// The value, after the `=`.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The name and value of an attribute (`a=`); a missing value is empty. `None` for other lines.
    #[must_use]
    pub fn as_attribute(&self) -> Option<(&str, &str)> {
        let is_attribute = self.kind == 'a';
        is_attribute.then(|| self.value.split_once(':').unwrap_or((&self.value, "")))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.kind, self.value)
    }
}

/// Whether no line may contain this character.
fn ends_lines(c: char) -> bool {
    (c.is_control() && c != '\t') || matches!(c, '\u{2028}' | '\u{2029}')
}

impl Media {
    /// The values of the attributes with this name, in their order.
    pub fn attributes<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        values(&self.lines, name)
    }
}

impl Sdp {
    /// The values of the session-level attributes with this name, in their order.
    pub fn attributes<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        values(&self.session, name)
    }
}

pub(crate) fn values<'a>(lines: &'a [Line], name: &str) -> impl Iterator<Item = &'a str> {
    lines
        .iter()
        .filter(|line| line.is_plain())
        .filter_map(move |line| {
            let (found, value) = line.as_attribute()?;
            (found == name).then_some(value)
        })
}

impl FromStr for Sdp {
    type Err = SdpError;

    /// Parses a session description. Lines may end with `\n` alone; empty lines at the end are ignored.
    fn from_str(text: &str) -> Result<Self, SdpError> {
        let mut sdp = Self::default();
        let text = text.trim_end_matches(['\r', '\n']);
        for (index, line) in text.split('\n').enumerate() {
            let invalid = || SdpError::InvalidLine(index.saturating_add(1));
            let line = line.strip_suffix('\r').unwrap_or(line);
            let (kind, value) = line.split_once('=').ok_or_else(invalid)?;
            let mut letters = kind.chars();
            let (Some(kind), None) = (letters.next(), letters.next()) else {
                return Err(invalid());
            };
            let line = Line::new(kind, value).map_err(|_| invalid())?;
            if index == 0 && (kind, value) != ('v', "0") {
                return Err(SdpError::InvalidVersion);
            }
            match (sdp.media.last_mut(), kind) {
                (_, 'm') => sdp.media.push(Media {
                    head: line.value,
                    lines: Vec::new(),
                }),
                (Some(media), _) => media.lines.push(line),
                (None, _) => sdp.session.push(line),
            }
        }
        Ok(sdp)
    }
}

impl fmt::Display for Sdp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.session {
            write!(f, "{line}\r\n")?;
        }
        for media in &self.media {
            write!(f, "m={}\r\n", media.head)?;
            for line in &media.lines {
                write!(f, "{line}\r\n")?;
            }
        }
        Ok(())
    }
}
