//! Signatures of items of publish-subscribe nodes.
//!
//! A signer wraps the item in [`SignData`], signs its canonical form and attaches a [`Signature`] to the item. A verifier
//! rebuilds the same [`SignData`].
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

/// The data to sign. It is never sent.
///
/// The canonical form is [Canonical XML 2.0](https://www.w3.org/TR/xml-c14n2/) with its defaults: without comments, text
/// trimmed, prefixes as they are.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signature:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_DATA, name = "sign-data", derive(Debug, PartialEq, Eq))]
#[xml(new = "Data for these recipients, by these signers, at this time.", parameters = [to, time, signers], with)]
#[non_exhaustive]
pub struct SignData {
    /// The recipients, at least one.
    #[xml(child, strict)]
    pub to: Vec<Recipient>,
    /// When it is signed.
    #[xml(child)]
    pub time: Time,
    /// The signers, at least one.
    #[xml(child, strict)]
    pub signers: Vec<Signer>,
    /// The elements that the signing profile adds, and the item without `id` and `publisher`.
    #[xml(child)]
    pub content: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A signature of an item, attached to it ([XEP-0470](https://xmpp.org/extensions/xep-0470.html)); in a summary of
/// attachments, it lists who has signed.
///
/// Recipients, time and signers are in the order of the [`SignData`]. A summary is compiled by the service and proves
/// nothing.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signing:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "signature", derive(Debug, PartialEq, Eq))]
#[xml(new = "A signature by these signers.", parameters = [signers], with)]
#[non_exhaustive]
pub struct Signature {
    /// When it was attached. `None` in a summary.
    #[xml(attribute)]
    pub timestamp: Option<DateTime>,
    /// The signed recipients.
    #[xml(child, strict)]
    pub to: Vec<Recipient>,
    /// When the item was signed. `None` in a summary.
    #[xml(child, strict)]
    pub time: Option<Time>,
    /// The signers.
    #[xml(child, strict)]
    pub signers: Vec<Signer>,
    /// The elements that the signing profile adds, and the signature itself: that of
    /// [`openpgp_signing`](crate::openpgp_signing), for instance.
    #[xml(child)]
    pub profile: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A recipient of a signed item.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signing:0", "urn:xmpp:pubsub-signature:0"))]
#[doc(alias("to"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_DATA], name = "to", derive(Debug, PartialEq, Eq))]
#[xml(new = "The recipient with this JID.")]
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
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_DATA], name = "time", derive(Debug, PartialEq, Eq))]
#[xml(new = "The given time.")]
#[non_exhaustive]
pub struct Time {
    /// The time.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A signer. The XEP's text puts the address into an attribute, its examples into the text of the element:
/// [`address`](Self::address) reads both.
///
/// [XEP-0475 §5](https://xmpp.org/extensions/xep-0475.html#signing)
#[doc(alias("XEP-0475", "XEP0475", "0475"))]
#[doc(alias("urn:xmpp:pubsub-signing:0", "urn:xmpp:pubsub-signature:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = [NS, NS_DATA], name = "signer", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Signer {
    /// The bare JID from the attribute. `None` if it is in the text.
    #[xml(attribute, strict)]
    pub jid: Option<Jid>,
    /// The bare JID from the element's text. `None` if it is in the attribute.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Signer {
    /// The signer with this bare JID, written as text, which is the form in use.
    #[must_use]
    pub fn new(jid: &Jid) -> Self {
        Self {
            text: Some(String::from(jid.as_str())),
            ..Self::default()
        }
    }

    /// The bare JID. `None` if it is missing or invalid, or if attribute and text differ.
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
