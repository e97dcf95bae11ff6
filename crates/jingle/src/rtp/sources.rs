//! The sources of a media stream.
//!
//! [XEP-0339, Source-Specific Media Attributes in Jingle](https://xmpp.org/extensions/xep-0339.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

use super::Parameter;
use crate::grouping::Semantics;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:ssma:0";

/// A source. SDP: `a=ssrc` (RFC 5576).
///
/// [XEP-0339 §2.1](https://xmpp.org/extensions/xep-0339.html#sdp-ssrc)
#[doc(alias("XEP-0339", "XEP0339", "0339"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:ssma:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "source", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A source without parameters, which suffices in a [`SourceGroup`].",
    with
)]
#[non_exhaustive]
pub struct Source {
    /// The SSRC: in SDP, a 32-bit number.
    #[xml(attribute)]
    pub ssrc: String,
    /// The parameters of the source.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A group of sources. SDP: `a=ssrc-group`.
///
/// [XEP-0339 §2.2](https://xmpp.org/extensions/xep-0339.html#sdp-ssrc-group)
#[doc(alias("XEP-0339", "XEP0339", "0339"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:ssma:0", "ssrc-group"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "ssrc-group", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct SourceGroup {
    /// The semantics of the group.
    #[xml(attribute)]
    pub semantics: Semantics,
    /// The sources; their order may be significant.
    #[xml(child)]
    pub sources: Vec<Source>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SourceGroup {
    /// A group of these sources.
    #[must_use]
    pub fn new(semantics: Semantics, sources: &[&str]) -> Self {
        Self {
            semantics,
            sources: sources.iter().copied().map(Source::new).collect(),
            extra: Extra::new(),
        }
    }
}
