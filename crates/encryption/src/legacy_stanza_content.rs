//! The encrypted content of a stanza until 2021, with [`omemo`](crate::omemo) of the version
//! [`One`](crate::omemo::Version::One).
//!
//! [XEP-0420, Stanza Content Encryption, version 0.3](https://xmpp.org/extensions/attic/xep-0420-0.3.0.html).
//! [`stanza_content`] replaces it.

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, RawElement, Xml};

use crate::stanza_content::{self, Envelope, Recipient, Sender, Time};

/// The namespace.
pub const NS: &str = "urn:xmpp:sce:0";

/// The content to encrypt: the predecessor of an [`Envelope`]. [`to_envelope`](Self::to_envelope) converts it, to be
/// verified.
///
/// [XEP-0420 §3](https://xmpp.org/extensions/attic/xep-0420-0.3.0.html#glossary)
#[doc(alias("XEP-0420", "XEP0420", "0420"))]
#[doc(alias("urn:xmpp:sce:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "content", derive(Debug, PartialEq, Eq))]
#[xml(new = "Content with these payloads, not yet bound to a stanza.", with)]
#[non_exhaustive]
pub struct Content {
    /// The payloads.
    #[xml(child)]
    pub payload: Payload,
    /// Padding of random length and content, which hides the length of the payloads. `None` if it is not padded.
    #[xml(child_text = "rpad")]
    pub padding: Option<String>,
    /// When the stanza was encrypted. `None` if not specified.
    #[xml(child, strict)]
    pub time: Option<Time>,
    /// The recipient of the stanza. `None` if not specified.
    #[xml(child, strict)]
    pub to: Option<Recipient>,
    /// The sender of the stanza. `None` if not specified.
    #[xml(child, strict)]
    pub from: Option<Sender>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Content {
    /// Converts to an envelope, without unknown attributes and child elements.
    #[must_use]
    pub fn to_envelope(&self) -> Envelope {
        let content = stanza_content::Content::new(self.payload.payloads.iter().cloned());
        let mut envelope = Envelope::new(content);
        envelope.padding.clone_from(&self.padding);
        envelope.time.clone_from(&self.time);
        envelope.to.clone_from(&self.to);
        envelope.from.clone_from(&self.from);
        envelope
    }
}

/// The payloads in a [`Content`].
///
/// [XEP-0420 §3](https://xmpp.org/extensions/attic/xep-0420-0.3.0.html#glossary)
#[doc(alias("XEP-0420", "XEP0420", "0420"))]
#[doc(alias("urn:xmpp:sce:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "payload", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these payloads.", parameters = [payloads])]
#[non_exhaustive]
pub struct Payload {
    /// The payloads as the sender has put them in.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
