use core::fmt;

/// Why a text is not an address: which part, what is wrong with it, and where.
///
/// [RFC 7622, section 3](https://www.rfc-editor.org/rfc/rfc7622#section-3)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct JidError {
    /// The invalid part.
    pub part: Part,
    /// What is wrong with it.
    pub reason: Reason,
    /// The byte offset in the text: that of the offending character or, if no single character is to
    /// blame, that of the part. For an address from parts, it counts in the text
    /// `local@domain/resource`.
    pub offset: usize,
}

/// A part of an address.
///
/// [RFC 7622, section 3.1](https://www.rfc-editor.org/rfc/rfc7622#section-3.1)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The part before the `@`: an account, a room.
    Local,
    /// The server or component.
    Domain,
    /// The part after the `/`: a connected client, an occupant of a room.
    Resource,
}

/// What is wrong with a part of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The part is empty, or its normal form is.
    Empty,
    /// The normal form takes more than 1023 bytes, or the spelling more than 4092.
    TooLong,
    /// The address lacks this part, which is required.
    Missing,
    /// The address has this part, which is not allowed.
    Unexpected,
    /// This character is not allowed in this part.
    Character(char),
    /// This character is allowed only next to certain others
    /// ([RFC 5892, appendix A](https://www.rfc-editor.org/rfc/rfc5892#appendix-A)).
    Context(char),
    /// The order of left-to-right and right-to-left characters breaks the Bidi Rule
    /// ([RFC 5893, section 2](https://www.rfc-editor.org/rfc/rfc5893#section-2)).
    Direction,
    /// A label of the domain is empty, too long, has a hyphen in the wrong place, or is not valid in
    /// IDNA.
    Label,
    /// The domain begins with `[`, but is not an IP address in brackets: an IPv6 address, one with a zone
    /// identifier, or a literal of a future version of IP
    /// ([RFC 6874, section 2](https://www.rfc-editor.org/rfc/rfc6874#section-2)).
    IpLiteral,
    /// The normal form is invalid, or is not its own normal form
    /// ([RFC 8264, section 7](https://www.rfc-editor.org/rfc/rfc8264#section-7)).
    Unstable,
}

impl fmt::Display for JidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} (at byte {})", self.part, self.reason, self.offset)
    }
}

impl core::error::Error for JidError {}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Local => "localpart",
            Self::Domain => "domainpart",
            Self::Resource => "resourcepart",
        })
    }
}

/// Reads as the predicate of a part: "localpart *is empty*".
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::TooLong => f.write_str("is too long"),
            Self::Missing => f.write_str("is missing"),
            Self::Unexpected => f.write_str("is not allowed here"),
            Self::Character(c) => write!(f, "must not contain {c:?}"),
            Self::Context(c) => write!(f, "must not contain {c:?} in this context"),
            Self::Direction => f.write_str("mixes writing directions"),
            Self::Label => f.write_str("has an invalid label"),
            Self::IpLiteral => f.write_str("is not an IP address in brackets"),
            Self::Unstable => f.write_str("has no stable normal form"),
        }
    }
}
