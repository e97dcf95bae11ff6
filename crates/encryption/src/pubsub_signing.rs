//! Signatures of items of publish-subscribe nodes.
//!
//! A signer wraps the item in [`SignData`], signs its canonical form and attaches a [`Signature`] to the item. Who verifies
//! it builds the same [`SignData`] again.
//!
//! [XEP-0475, Pubsub Signing](https://xmpp.org/extensions/xep-0475.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, RawElement, Xml};

/// The namespace of a [`Signature`], which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:pubsub-signing:0";

/// The namespace of [`SignData`].
pub const NS_DATA: &str = "urn:xmpp:pubsub-signature:0";

/// What is signed. It is never sent.
///
/// The canonical form is [Canonical XML 2.0](https://www.w3.org/TR/xml-c14n2/) with its defaults: without comments, text
/// trimmed, prefixes as they are.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signature:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS_DATA, name = "sign-data")]
#[xml(new = "For these recipients, by these signers, at this time.", parameters = [to, time, signers], with)]
#[non_exhaustive]
pub struct SignData {
    /// The recipients, one at least.
    #[xml(child, strict)]
    pub to: Vec<Recipient>,
    /// When it is signed.
    #[xml(child)]
    pub time: Time,
    /// The signers, one at least.
    #[xml(child, strict)]
    pub signers: Vec<Signer>,
    /// What the signing profile adds, and the item: without `id` and `publisher`.
    #[xml(child)]
    pub content: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A signature of an item, as an attachment of it ([XEP-0470](https://xmpp.org/extensions/xep-0470.html)); in the
/// summary of its attachments, who has signed it.
///
/// It has recipients, time and signers in the order of the [`SignData`]. A summary is what the service says, and proves nothing.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signing:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "signature")]
#[xml(new = "By these signers.", parameters = [signers], with)]
#[non_exhaustive]
pub struct Signature {
    /// When it was attached. `None` in a summary.
    #[xml(attribute)]
    pub timestamp: Option<DateTime>,
    /// The recipients, as they were signed.
    #[xml(child, strict)]
    pub to: Vec<Recipient>,
    /// When the item was signed. `None` in a summary.
    #[xml(child, strict)]
    pub time: Option<Time>,
    /// The signers.
    #[xml(child, strict)]
    pub signers: Vec<Signer>,
    /// What the signing profile adds, and the signature proper: that of
    /// [`openpgp_signing`](crate::openpgp_signing), for instance.
    #[xml(child)]
    pub profile: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A recipient of an item that is signed.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signing:0", "urn:xmpp:pubsub-signature:0"))]
#[doc(alias("to"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_DATA], name = "to")]
#[xml(new = "This one.")]
#[non_exhaustive]
pub struct Recipient {
    /// The JID, which should be a bare one.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// When an item was signed.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signing:0", "urn:xmpp:pubsub-signature:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_DATA], name = "time")]
#[xml(new = "At this time.")]
#[non_exhaustive]
pub struct Time {
    /// The time.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A signer. The text of the specification has the address in an attribute, its examples have it as the text of the
/// element: [`address`](Self::address) reads both.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signing:0", "urn:xmpp:pubsub-signature:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_DATA], name = "signer")]
#[xml(with)]
#[non_exhaustive]
pub struct Signer {
    /// The bare JID, in the attribute. `None` where it is the text.
    #[xml(attribute, strict)]
    pub jid: Option<Jid>,
    /// The bare JID, as the text of the element. `None` where it is in the attribute.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Signer {
    /// The signer with this bare JID, in the form of the examples, which is the one in use.
    #[must_use]
    pub fn new(jid: &Jid) -> Self {
        Self {
            text: Some(String::from(jid.as_str())),
            ..Self::default()
        }
    }

    /// The bare JID. `None` where there is none or it is not valid, and where there are two that differ.
    #[must_use]
    pub fn address(&self) -> Option<Jid> {
        let text = self
            .text
            .as_deref()
            .map(xmpp_xml::trim)
            .filter(|text| !text.is_empty());
        let address = match (&self.jid, text) {
            (Some(jid), None) => jid.clone(),
            (None, Some(text)) => Jid::new(text).ok()?,
            (Some(jid), Some(text)) if Jid::new(text).is_ok_and(|it| it == *jid) => jid.clone(),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        address.is_valid().then_some(address)
    }
}
