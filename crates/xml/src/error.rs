//! Errors of reading and writing: what is wrong, and where.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use crate::log::{Escaping, for_log};
use crate::options::Limit;

/// Why something could not be read or written.
///
/// One machine word; cheap to return, clone and compare.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Inner {
    kind: ErrorKind,
    path: String,
    offset: usize,
    /// The record on the tape that the path is still to be computed from.
    target: Option<u32>,
}

/// What is wrong: the part of an [`Error`] to match on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input is not UTF-8, or its XML declaration says that it is not (RFC 6120 §11.6).
    NotUtf8,
    /// The input ends in the middle of something.
    UnexpectedEnd,
    /// A character that XML 1.0 does not allow (production 2).
    InvalidCharacter,
    /// An element, attribute or prefix name is not a valid name (XML 1.0 production 5, Namespaces production 4).
    InvalidName,
    /// Another character was expected here.
    UnexpectedCharacter,
    /// A comment (RFC 6120 §11.1).
    Comment,
    /// A processing instruction (RFC 6120 §11.1).
    ProcessingInstruction,
    /// An XML declaration in the wrong place, or for another version than 1.0.
    XmlDeclaration,
    /// A document type declaration (RFC 6120 §11.1).
    DocumentType,
    /// A reference to an entity other than the five that XML predefines (RFC 6120 §11.1).
    UndefinedEntity,
    /// A malformed character reference, or one to a character that XML does not allow.
    InvalidCharacterReference,
    /// A prefix that is not bound to a namespace.
    UndeclaredPrefix {
        /// The prefix.
        prefix: Box<str>,
    },
    /// `xml`, `xmlns` or one of their namespaces is bound in a way that Namespaces in XML §3 forbids.
    ReservedPrefix,
    /// A prefix bound to the empty namespace (Namespaces in XML 1.0 §5).
    EmptyNamespace,
    /// The same attribute twice on one element, after resolving namespaces.
    DuplicateAttribute {
        /// The local name.
        name: Box<str>,
    },
    /// An end tag does not match the open element.
    MismatchedEndTag {
        /// The name of the open element.
        expected: Box<str>,
    },
    /// Text before or after the root element.
    TextOutsideRoot,
    /// Text between the elements of a stream.
    TextInStream,
    /// A second stream header within an open stream.
    SecondHeader,
    /// Bytes received before TLS or another lower layer was set up would have taken effect after it (RFC 6120 §5.4.3.3).
    DataBeforeTls,
    /// An element without a namespace where each must have one: over WebSocket (RFC 7395 §3.3.3).
    NoNamespace {
        /// Its name.
        name: Box<str>,
    },
    /// Content after the root element.
    TrailingContent,
    /// There is no element.
    NoRoot,
    /// `]]>` in character data.
    CdataEndInText,
    /// A CDATA section outside the root element.
    UnexpectedCdata,
    /// The input exceeds one of the [`Limits`](crate::Limits).
    LimitExceeded {
        /// Which one.
        limit: Limit,
        /// The maximum that was allowed.
        max: usize,
    },
    /// The element is not one of those that the type stands for. The input itself may be fine:
    /// see [`Error::is_wrong_element`].
    WrongElement {
        /// The element that the type stands for.
        expected: &'static str,
        /// The namespace of the actual element.
        namespace: Box<str>,
        /// Its local name.
        name: Box<str>,
    },
    /// A required attribute is missing.
    MissingAttribute {
        /// The element.
        element: &'static str,
        /// The attribute.
        name: &'static str,
    },
    /// A required child element is missing.
    MissingChild {
        /// The element.
        element: &'static str,
        /// The field for the child.
        name: &'static str,
    },
    /// A child element that may occur only once is repeated.
    RepeatedChild {
        /// The element.
        element: &'static str,
        /// The field for the child.
        name: &'static str,
    },
    /// The text of an attribute or element is not valid for its type.
    InvalidValue {
        /// The expected form.
        expected: &'static str,
        /// The text, shortened if it is long.
        value: Box<str>,
        /// What is wrong with it, and where; empty if there is nothing to add.
        reason: Box<str>,
    },
    /// A value to be written contains a character that XML cannot carry.
    UnwritableCharacter {
        /// The character.
        character: char,
    },
    /// A value to be written as a name is not a valid name.
    UnwritableName {
        /// The value.
        name: Box<str>,
    },
}

impl Error {
    /// An error without a position; add one with [`Error::at`].
    #[cold]
    #[must_use]
    pub fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            path: String::new(),
            offset: 0,
            target: None,
        }))
    }

    /// The same error with its path and its byte offset.
    #[cold]
    #[must_use]
    pub fn at(mut self, path: String, offset: usize) -> Self {
        self.0.path = path;
        self.0.offset = offset;
        self
    }

    /// An error at a record of a tape. [`settle`](Self::settle) computes its path once reading is over: that takes
    /// a walk over the tape, which is better made once for all errors.
    #[cold]
    pub(crate) fn placed(kind: ErrorKind, target: u32, offset: usize) -> Self {
        Self(Box::new(Inner {
            kind,
            path: String::new(),
            offset,
            target: Some(target),
        }))
    }

    pub(crate) fn target(&self) -> Option<u32> {
        self.0.target
    }

    /// Puts the path, and makes the offset count from `start`.
    pub(crate) fn settle(&mut self, path: String, start: usize) {
        self.0.path = path;
        self.0.offset = self.0.offset.saturating_sub(start);
        self.0.target = None;
    }

    /// The same error with `prefix` in front of its path: for an error in a part of the input.
    #[must_use]
    pub fn within(mut self, prefix: &str) -> Self {
        self.0.path.insert_str(0, prefix);
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The path of the element or attribute from the root of the input: `/iq/pubsub/items[2]/@node`.
    ///
    /// Positions count siblings with the same name from 1, and are left out if there is only one. Empty if the input
    /// does not even have a root.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The byte offset in the input, or in the output when writing, counted from 0.
    ///
    /// For an error found while parsing a payload from a [`RawElement`](crate::RawElement), it counts from the start of
    /// that element's text.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// Whether the input has been fine so far, but is another element than the expected one.
    #[must_use]
    pub fn is_wrong_element(&self) -> bool {
        matches!(self.0.kind, ErrorKind::WrongElement { .. })
    }

    /// Whether the input violates the XML rules of XMPP; such an error ends a stream.
    #[must_use]
    pub fn is_not_well_formed(&self) -> bool {
        matches!(
            self.0.kind.stream_condition(),
            "not-well-formed" | "restricted-xml" | "unsupported-encoding"
        )
    }
}

impl ErrorKind {
    /// The name of the stream error condition (RFC 6120 §4.9.3) to answer with.
    ///
    /// `bad-format` if the XML is fine and only a value in it is invalid: then a stanza error with the
    /// [stanza error condition](Self::stanza_condition) is the better answer.
    #[must_use]
    pub fn stream_condition(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "unsupported-encoding",
            Self::Comment
            | Self::ProcessingInstruction
            | Self::XmlDeclaration
            | Self::DocumentType
            | Self::UndefinedEntity => "restricted-xml",
            Self::UnexpectedEnd
            | Self::InvalidCharacter
            | Self::InvalidName
            | Self::UnexpectedCharacter
            | Self::InvalidCharacterReference
            | Self::UndeclaredPrefix { .. }
            | Self::ReservedPrefix
            | Self::EmptyNamespace
            | Self::DuplicateAttribute { .. }
            | Self::MismatchedEndTag { .. }
            | Self::TextOutsideRoot
            | Self::TrailingContent
            | Self::NoRoot
            | Self::CdataEndInText
            | Self::UnexpectedCdata => "not-well-formed",
            Self::LimitExceeded { .. } => "policy-violation",
            // What should have opened or closed the stream, in another namespace (RFC 6120 §4.9.3.10, RFC 7395 §3.3.2), or
            // something else.
            Self::WrongElement {
                expected: expected @ ("stream" | "open" | "close"),
                name,
                ..
            } => {
                if **name == **expected {
                    "invalid-namespace"
                } else {
                    "bad-format"
                }
            }
            Self::NoNamespace { .. } => "invalid-namespace",
            Self::WrongElement { .. } | Self::SecondHeader => "unsupported-stanza-type",
            // RFC 6120 §4.9.3.12: what was sent too early is not processed.
            Self::DataBeforeTls => "not-authorized",
            Self::TextInStream
            | Self::MissingAttribute { .. }
            | Self::MissingChild { .. }
            | Self::RepeatedChild { .. }
            | Self::InvalidValue { .. }
            | Self::UnwritableCharacter { .. }
            | Self::UnwritableName { .. } => "bad-format",
        }
    }

    /// The name of the stanza error condition (RFC 6120 §8.3.3) to answer with.
    #[must_use]
    pub fn stanza_condition(&self) -> &'static str {
        match self {
            Self::LimitExceeded { .. } => "policy-violation",
            Self::WrongElement { .. } => "service-unavailable",
            Self::UnwritableCharacter { .. } | Self::UnwritableName { .. } => {
                "internal-server-error"
            }
            Self::InvalidValue { expected, .. } if *expected == crate::value::JID_EXPECTED => {
                "jid-malformed"
            }
            _ => "bad-request",
        }
    }
}

/// On one line that reads in one direction: what comes from elsewhere is [escaped](crate::for_log).
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.describe(&mut Escaping(f))
    }
}

impl ErrorKind {
    fn describe(&self, f: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("the input is not UTF-8"),
            Self::UnexpectedEnd => f.write_str("the input ends too early"),
            Self::InvalidCharacter => f.write_str("a character that XML does not allow"),
            Self::InvalidName => f.write_str("an invalid name"),
            Self::UnexpectedCharacter => f.write_str("unexpected character"),
            Self::Comment => f.write_str("comments are not allowed"),
            Self::ProcessingInstruction => f.write_str("processing instructions are not allowed"),
            Self::XmlDeclaration => {
                f.write_str("an XML declaration that is misplaced or not for XML 1.0")
            }
            Self::DocumentType => f.write_str("document type declarations are not allowed"),
            Self::UndefinedEntity => {
                f.write_str("a reference to an entity that XML does not predefine")
            }
            Self::InvalidCharacterReference => f.write_str("an invalid character reference"),
            Self::UndeclaredPrefix { prefix } => write!(f, "the prefix `{prefix}` is not declared"),
            Self::ReservedPrefix => f.write_str("`xml` and `xmlns` cannot be redefined"),
            Self::EmptyNamespace => f.write_str("a prefix cannot be bound to the empty namespace"),
            Self::DuplicateAttribute { name } => write!(f, "the attribute `{name}` is repeated"),
            Self::MismatchedEndTag { expected } => {
                write!(f, "expected the end tag of `{expected}`")
            }
            Self::TextOutsideRoot => f.write_str("text outside the root element"),
            Self::TextInStream => f.write_str("text between the elements of a stream"),
            Self::SecondHeader => f.write_str("a stream header within a stream"),
            Self::DataBeforeTls => f.write_str("data received before TLS took effect"),
            Self::NoNamespace { name } => write!(f, "`{name}` has no namespace"),
            Self::TrailingContent => f.write_str("content after the root element"),
            Self::NoRoot => f.write_str("there is no element"),
            Self::CdataEndInText => f.write_str("`]]>` in character data"),
            Self::UnexpectedCdata => f.write_str("a CDATA section outside the root element"),
            Self::LimitExceeded { limit, max } => write!(f, "more than {max} {limit}"),
            Self::WrongElement {
                expected,
                namespace,
                name,
            } => {
                write!(
                    f,
                    "`{name}` of the namespace `{namespace}` is not {expected}"
                )
            }
            Self::MissingAttribute { element, name } => {
                write!(f, "`{element}` lacks the attribute `{name}`")
            }
            Self::MissingChild { element, name } => {
                write!(f, "`{element}` lacks the child `{name}`")
            }
            Self::RepeatedChild { element, name } => {
                write!(f, "the child `{name}` of `{element}` is repeated")
            }
            Self::InvalidValue {
                expected,
                value,
                reason,
            } => {
                write!(f, "`{value}` is not {expected}")?;
                if reason.is_empty() {
                    Ok(())
                } else {
                    write!(f, ": {reason}")
                }
            }
            Self::UnwritableCharacter { character } => {
                write!(f, "XML cannot carry the character {character:?}")
            }
            Self::UnwritableName { name } => write!(f, "{name:?} cannot be written as a name"),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            kind, path, offset, ..
        } = &*self.0;
        match path.as_str() {
            "" => write!(f, "{kind} (byte {offset})"),
            _ => write!(f, "{kind} at {} (byte {offset})", for_log(path)),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("path", &self.0.path)
            .field("offset", &self.0.offset)
            .finish()
    }
}

impl core::error::Error for Error {}
