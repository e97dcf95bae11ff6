//! What the sources of a stream of media are.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "source")]
#[xml(
    new = "A source of which nothing is known, which is enough to speak of it in a [`SourceGroup`].",
    with
)]
#[non_exhaustive]
pub struct Source {
    /// Which: a number of 32 bits in SDP.
    #[xml(attribute)]
    pub ssrc: String,
    /// What there is to know about it.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Sources that belong together. SDP: `a=ssrc-group`.
///
/// [XEP-0339 §2.2](https://xmpp.org/extensions/xep-0339.html#sdp-ssrc-group)
#[doc(alias("XEP-0339", "XEP0339", "0339"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:ssma:0", "ssrc-group"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "ssrc-group")]
#[non_exhaustive]
pub struct SourceGroup {
    /// In which sense.
    #[xml(attribute)]
    pub semantics: Semantics,
    /// Which sources; the order may mean something.
    #[xml(child)]
    pub sources: Vec<Source>,
    /// What this type does not name, in place.
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
