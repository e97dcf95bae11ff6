//! OpenPGP signatures of items of publish-subscribe nodes.
//!
//! [XEP-0476, Pubsub Signing: OpenPGP Profile](https://xmpp.org/extensions/xep-0476.html)

use xmpp_xml::{Base64, Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:pubsub-signing:openpgp:0";

/// A signature, within the [`profile`](crate::pubsub_signing::Signature::profile) of a
/// [`Signature`](crate::pubsub_signing::Signature).
///
/// [XEP-0476 §2](https://xmpp.org/extensions/xep-0476.html#signing)
#[doc(alias("XEP-0476", "XEP0476", "0476"))]
#[doc(alias("urn:xmpp:pubsub-signing:openpgp:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "sign", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this signature.")]
#[non_exhaustive]
pub struct Sign {
    /// An OpenPGP message that consists of a detached signature (RFC 4880 §11.4).
    #[xml(text)]
    pub signature: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
