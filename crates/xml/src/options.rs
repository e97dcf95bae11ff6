//! What a call to the reader may be told: limits, and what to do with invalid values.

use core::fmt;

/// How to read: limits, and what to do with what is not as it should be.
///
/// ```
/// use xmpp_xml::{Invalid, Options};
///
/// let options = Options::new().invalid(Invalid::Keep);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The bounds of what is accepted.
    pub limits: Limits,
    /// What to do with a known attribute or child element whose value is invalid.
    pub invalid: Invalid,
    /// Skip comments instead of refusing them: for files, not for streams.
    pub skip_comments: bool,
    /// Accept an XML declaration for version 1.0 and UTF-8 at the very start, and before it a byte order mark: for files;
    /// and for stream headers, which have no such mark (RFC 6120 §11.6).
    pub skip_declaration: bool,
}

impl Options {
    /// What XMPP asks for: no comments, no declaration, safe limits, invalid values rejected.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// As for a file written by hand: comments and an XML declaration are skipped.
    #[must_use]
    pub fn file() -> Self {
        Self {
            skip_comments: true,
            skip_declaration: true,
            ..Self::default()
        }
    }

    /// The same options with other limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The same options with another way to treat invalid values.
    #[must_use]
    pub fn invalid(mut self, invalid: Invalid) -> Self {
        self.invalid = invalid;
        self
    }
}

/// What to do with a known attribute or child element whose value is invalid, and with a child element
/// that may stand once and is repeated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "there is no third way")]
pub enum Invalid {
    /// It is an error.
    #[default]
    Reject,
    /// The field reads as absent, the text or element stays in its place in [`Extra`](crate::Extra) and is
    /// written back, and the problem is listed in the [`Report`](crate::Report).
    ///
    /// What an element cannot be without is still an error when it is absent or invalid, and so is what is invalid or
    /// repeated in a field whose absence would mean more than any value does (`strict` in the derive). Such an error costs
    /// the element its place in the one around it, and is listed, as far as that one can be without.
    Keep,
}

/// The bounds of what the reader accepts; the defaults suit input from strangers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the whole input: 16 MiB unless told, and never more than 4 GiB less one byte.
    pub bytes: usize,
    /// Elements inside of each other: 256 unless told.
    pub depth: usize,
    /// Attributes and namespace declarations of one element: 256 unless told, and never more than 32,767.
    pub attributes: usize,
    /// Bytes of a name with its prefix: 1,024 unless told, and never more than 65,535.
    pub name: usize,
    /// Prefixes bound at the same time: 128 unless told, and never more than 32,767.
    pub prefixes: usize,
    /// Types inside of each other: 32 unless told. This is what bounds the stack; elements that no type is for
    /// take none.
    pub nesting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            depth: 256,
            attributes: 256,
            name: 1024,
            prefixes: 128,
            nesting: 32,
        }
    }
}

impl Limits {
    /// Twice as many fit a record: those of an element and those that it inherits.
    pub(crate) const MOST_ATTRIBUTES: usize = i16::MAX as usize;

    /// As far as the reader can go at all, but for [`nesting`](Self::nesting), which the stack bounds.
    #[must_use]
    pub fn highest() -> Self {
        Self {
            bytes: u32::MAX as usize - 1,
            depth: u32::MAX as usize,
            attributes: Self::MOST_ATTRIBUTES,
            name: usize::from(u16::MAX),
            prefixes: Self::MOST_ATTRIBUTES,
            nesting: Self::default().nesting,
        }
    }
}

/// Which of the [`Limits`] an input goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::bytes`].
    Bytes,
    /// [`Limits::depth`].
    Depth,
    /// [`Limits::attributes`].
    Attributes,
    /// [`Limits::name`].
    Name,
    /// [`Limits::prefixes`].
    Prefixes,
    /// [`Limits::nesting`].
    Nesting,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bytes => "bytes",
            Self::Depth => "elements inside of each other",
            Self::Attributes => "attributes on one element",
            Self::Name => "bytes in a name",
            Self::Prefixes => "prefixes bound at the same time",
            Self::Nesting => "types inside of each other",
        })
    }
}
