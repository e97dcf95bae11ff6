//! Groups of the contents of a session.
//!
//! [XEP-0338, Jingle Grouping Framework](https://xmpp.org/extensions/xep-0338.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:grouping:0";

/// A group of contents. SDP: `a=group`.
///
/// [XEP-0338 §2](https://xmpp.org/extensions/xep-0338.html#sdp)
#[doc(alias("XEP-0338", "XEP0338", "0338"))]
#[doc(alias("urn:xmpp:jingle:apps:grouping:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "group", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Group {
    /// The semantics of the group.
    #[xml(attribute)]
    pub semantics: Semantics,
    /// The contents in the group.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Group {
    /// A group of the contents with these names.
    #[must_use]
    pub fn new(semantics: Semantics, names: &[&str]) -> Self {
        Self {
            semantics,
            contents: names.iter().copied().map(Content::new).collect(),
            extra: Extra::new(),
        }
    }
}

/// A content in a [`Group`].
///
/// [XEP-0338 §2](https://xmpp.org/extensions/xep-0338.html#sdp)
#[doc(alias("XEP-0338", "XEP0338", "0338"))]
#[doc(alias("urn:xmpp:jingle:apps:grouping:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "content", derive(Debug, PartialEq, Eq))]
#[xml(new = "The content with this name.")]
#[non_exhaustive]
pub struct Content {
    /// The name of the content.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The semantics of a group, as registered with the [SDP parameters]; case-insensitive as in SDP (RFC
/// 5888).
///
/// [SDP parameters]: https://www.iana.org/assignments/sdp-parameters
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Semantics {
    /// `BUNDLE`: they share a transport ([RFC 9143](https://www.rfc-editor.org/rfc/rfc9143)).
    #[xml(token = "BUNDLE")]
    Bundle,
    /// `LS`: they are in lip synchronization ([RFC 5888](https://www.rfc-editor.org/rfc/rfc5888)).
    #[xml(token = "LS")]
    LipSynchronization,
    /// `FID`: they are one flow ([RFC 5888](https://www.rfc-editor.org/rfc/rfc5888)).
    #[xml(token = "FID")]
    FlowIdentification,
    /// `SRF`: they are a single reservation flow ([RFC 3524](https://www.rfc-editor.org/rfc/rfc3524)).
    #[xml(token = "SRF")]
    SingleReservationFlow,
    /// `ANAT`: they are alternative addresses ([RFC 4091](https://www.rfc-editor.org/rfc/rfc4091)).
    #[xml(token = "ANAT")]
    AlternativeAddresses,
    /// `FEC`: one corrects the errors of the other ([RFC 4756](https://www.rfc-editor.org/rfc/rfc4756)).
    #[xml(token = "FEC")]
    ForwardErrorCorrection,
    /// `DDP`: one decodes only with the other ([RFC 5583](https://www.rfc-editor.org/rfc/rfc5583)).
    #[xml(token = "DDP")]
    DecodingDependency,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
