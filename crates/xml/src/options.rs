//! Options of the reader: limits, and the handling of invalid values.

use core::fmt;

/// Options of the reader: limits, and the handling of input that is not as it should be.
///
/// ```
/// use xmpp_xml::{Invalid, Options};
///
/// let options = Options::new().invalid(Invalid::Keep);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Options {
    /// The limits on what is accepted.
    pub limits: Limits,
    /// How to handle a known attribute or child element whose value is invalid.
    pub invalid: Invalid,
    /// Skip comments instead of refusing them: for files, not for streams.
    pub skip_comments: bool,
    /// Accept an XML declaration (version 1.0, UTF-8) at the very start, and a byte order mark before it: for files, and
    /// for stream headers, where RFC 6120 §11.6 allows no byte order mark.
    pub skip_declaration: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Options {
    pub(crate) const DEFAULT: Self = Self {
        limits: Limits::server(),
        invalid: Invalid::Reject,
        skip_comments: false,
        skip_declaration: false,
    };

    /// The rules of XMPP: no comments, no declaration, safe limits, invalid values rejected.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// For files written by hand: comments and an XML declaration are skipped, and the [size](Limits::file) is hardly limited.
    #[must_use]
    pub fn file() -> Self {
        Self {
            limits: Limits::file(),
            skip_comments: true,
            skip_declaration: true,
            ..Self::default()
        }
    }

    /// The same options with these limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The same options with this handling of invalid values.
    #[must_use]
    pub fn invalid(mut self, invalid: Invalid) -> Self {
        self.invalid = invalid;
        self
    }
}

/// How to handle a known attribute or child element whose value is invalid, and a repeated child element that
/// may occur only once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is no third way")]
pub enum Invalid {
    /// Reject it with an error.
    #[default]
    Reject,
    /// Read the field as `None`, keep the text or element in its place in [`Extra`](crate::Extra), write it back
    /// unchanged, and list the problem in the [`Report`](crate::Report).
    ///
    /// A required part that is missing or invalid is still an error, and so is an invalid or repeated value in a `strict`
    /// field: one whose `None` would mean more than any value does. Such an error makes the element unreadable; the
    /// element around it keeps it as an invalid child and lists it, if it does not require it.
    Keep,
}

/// Limits on what the reader accepts.
///
/// The default is [`Limits::server`], for authenticated streams, and is safe for untrusted input. An element takes at
/// most [`memory`](Self::memory) bytes of heap while it is kept verbatim.
///
/// For each byte of input, besides a few hundred bytes, an element takes at most: verbatim, 20 bytes of heap while it is
/// read and 10 while it is kept; as a stanza with verbatim payloads, 36 and 20; as a type throughout, 72 and 44. A
/// [stream](crate::stream::Splitter) takes 36 for each byte of an incomplete element, and frees them; for many small
/// elements that are kept, up to 56. The tests verify this for all input shapes that they generate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Limits {
    /// Maximum size of the input in bytes, in a stream of each element; default 262,144, at most 4 GiB minus one
    /// byte.
    pub bytes: usize,
    /// Maximum heap in bytes for the text of the input and the reader's records of it, before any type is read; default
    /// 4 MiB. Each element, attribute, declaration and run of text takes 32 bytes besides its text.
    pub memory: usize,
    /// Maximum number of elements; default 16,384.
    pub elements: usize,
    /// Maximum element depth, including the root; default 256.
    pub depth: usize,
    /// Maximum number of attributes of an element, not counting namespace declarations; default 256, at most 32,767.
    pub attributes: usize,
    /// Maximum length in bytes of a name with its prefix, and of a namespace name in its original spelling; default 1,024.
    /// Names have at most 65,535 bytes whatever the limit.
    pub name: usize,
    /// Maximum number of prefixes bound at the same time; default 128, at most 32,767. In a stream, those that its start tag
    /// binds are counted apart from those of each element.
    pub prefixes: usize,
    /// Maximum nesting of types; default 32. This bounds the use of stack: elements without a type take
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

    /// For a server, on authenticated client and server streams: stanzas of up to 256 KiB.
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

    /// For a server, before authentication: elements of up to 10,000 bytes, the minimum that RFC 6120 §13.12 requires.
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

    /// For a client, on the stream with its own server: stanzas of up to 4 MiB, such as the roster of an account with many
    /// contacts.
    #[must_use]
    pub const fn client() -> Self {
        Self {
            bytes: 4 << 20,
            memory: 64 << 20,
            elements: 1 << 18,
            ..Self::server()
        }
    }

    /// For files and other input of your own choosing: sizes up to the reader's maximum, but names, depth and prefixes as
    /// for untrusted input.
    #[must_use]
    pub const fn file() -> Self {
        Self {
            bytes: u32::MAX as usize - 1,
            memory: usize::MAX,
            elements: u32::MAX as usize,
            ..Self::server()
        }
    }

    /// The reader's maximum for everything except [`nesting`](Self::nesting), which the stack bounds.
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

/// The limit that an input exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
