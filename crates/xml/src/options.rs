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

    /// As for a file written by hand: comments and an XML declaration are skipped, and it may be of any [size](Limits::file).
    #[must_use]
    pub fn file() -> Self {
        Self {
            limits: Limits::file(),
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

/// The bounds of what the reader accepts.
///
/// The defaults are those of a [server](Self::server) for a stream that has been authenticated, which suits input from
/// strangers. One element as it stands takes at most [`memory`](Self::memory) bytes of heap while it is kept.
///
/// For each byte of it, beside a few hundred bytes, an element takes at most: as it stands 20 bytes of heap while it is read
/// and 10 while it is kept; as a stanza, its payloads as they stand, 36 and 20; as a type through and through 72 and 44. A
/// [stream](crate::stream::Splitter) takes 36 for each byte of the element that is coming in, and gives them back; of many
/// small elements that are kept, up to 56. The tests hold this for all shapes that they generate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the whole input, which for a stream are those of one element; default 262,144, at most 4 GiB less one
    /// byte.
    pub bytes: usize,
    /// Bytes of heap for the text of the input and what the reader makes of it, before any type is read; default 4 MiB.
    /// Each element, attribute, declaration and run of text takes 32 bytes beside its text.
    pub memory: usize,
    /// Elements in all; default 16,384.
    pub elements: usize,
    /// Depth of elements, the root counted; default 256.
    pub depth: usize,
    /// Attributes of one element, namespace declarations not counted; default 256, at most 32,767.
    pub attributes: usize,
    /// Bytes of a name with its prefix, and of a namespace name as it is spelt; default 1,024. A name has at most
    /// 65,535.
    pub name: usize,
    /// Prefixes bound at the same time; default 128, at most 32,767.
    pub prefixes: usize,
    /// Depth of types inside of types; default 32. This is what bounds the stack: elements that no type is for take
    /// none.
    pub nesting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self::server()
    }
}

impl Limits {
    /// The records of an element are counted by 16 bits: its attributes and its declarations.
    pub(crate) const MOST_ATTRIBUTES: usize = i16::MAX as usize;

    /// For a server, of a client or server that has been authenticated: stanzas of 256 KiB.
    #[must_use]
    pub const fn server() -> Self {
        Self {
            bytes: 256 << 10,
            memory: 4 << 20,
            elements: 1 << 14,
            depth: 256,
            attributes: 256,
            name: 1024,
            prefixes: 128,
            nesting: 32,
        }
    }

    /// For a server, before authentication: elements of 10,000 bytes, which is what RFC 6120 §13.12 asks for at least.
    #[must_use]
    pub const fn unauthenticated() -> Self {
        Self {
            bytes: 10_000,
            memory: 256 << 10,
            elements: 256,
            depth: 32,
            attributes: 32,
            name: 512,
            prefixes: 16,
            nesting: 16,
        }
    }

    /// For a client, of its own server: stanzas of 4 MiB, such as the roster of an account with many contacts.
    #[must_use]
    pub const fn client() -> Self {
        Self {
            bytes: 4 << 20,
            memory: 64 << 20,
            elements: 1 << 18,
            ..Self::server()
        }
    }

    /// For files and other input that one has chosen oneself: sizes as far as the reader can go, but names, depth and
    /// prefixes as for strangers.
    #[must_use]
    pub const fn file() -> Self {
        Self {
            bytes: u32::MAX as usize - 1,
            memory: usize::MAX,
            elements: u32::MAX as usize,
            ..Self::server()
        }
    }

    /// As far as the reader can go at all, but for [`nesting`](Self::nesting), which the stack bounds.
    #[must_use]
    pub const fn highest() -> Self {
        Self {
            depth: u32::MAX as usize,
            attributes: Self::MOST_ATTRIBUTES,
            name: u32::MAX as usize,
            prefixes: Self::MOST_ATTRIBUTES,
            ..Self::file()
        }
    }
}

/// Which of the [`Limits`] an input goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::bytes`].
    Bytes,
    /// [`Limits::memory`].
    Memory,
    /// [`Limits::elements`].
    Elements,
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
            Self::Memory => "bytes of memory",
            Self::Elements => "elements",
            Self::Depth => "levels of elements",
            Self::Attributes => "attributes on one element",
            Self::Name => "bytes in a name",
            Self::Prefixes => "prefixes bound at the same time",
            Self::Nesting => "levels of types",
        })
    }
}
