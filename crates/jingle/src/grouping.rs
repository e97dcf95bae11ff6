//! How the contents of a session belong together.
//!
//! [XEP-0338, Jingle Grouping Framework](https://xmpp.org/extensions/xep-0338.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:grouping:0";

/// Contents that belong together. SDP: `a=group`.
///
/// [XEP-0338 §2](https://xmpp.org/extensions/xep-0338.html#sdp)
#[doc(alias("XEP-0338", "XEP0338", "0338"))]
#[doc(alias("urn:xmpp:jingle:apps:grouping:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "group")]
#[non_exhaustive]
pub struct Group {
    /// In which sense.
    #[xml(attribute)]
    pub semantics: Semantics,
    /// Which contents.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Group {
    /// A group of the contents of these names.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "content")]
#[xml(new = "The content of this name.")]
#[non_exhaustive]
pub struct Content {
    /// The name of the content.
    #[xml(attribute)]
    pub name: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In which sense things belong together, as in the registry of [SDP parameters]; as in SDP (RFC 5888), case does not
/// matter.
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
    /// `SRF`: they are one single reservation flow ([RFC 3524](https://www.rfc-editor.org/rfc/rfc3524)).
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
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
