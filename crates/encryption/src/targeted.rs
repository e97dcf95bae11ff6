//! Items of publish-subscribe nodes, encrypted for selected readers with an encryption protocol for messages.
//!
//! [XEP-0477, Pubsub Targeted Encryption](https://xmpp.org/extensions/xep-0477.html)

use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, RawElement, Xml};

use crate::explicit::Method;

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:pte:0";

/// The payload of an item, encrypted for selected readers.
///
/// [XEP-0477 §3.1](https://xmpp.org/extensions/xep-0477.html#encrypt)
#[doc(alias("XEP-0477", "XEP0477", "0477"))]
#[doc(alias("urn:xmpp:pte:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "encrypted", derive(Debug, PartialEq, Eq))]
#[xml(new = "A payload encrypted by this account with this method.", parameters = [by, method, payloads])]
#[non_exhaustive]
pub struct Encrypted {
    /// The claimed bare JID of the account that has encrypted it. The account whose session decrypts it is what counts.
    #[xml(attribute)]
    pub by: Jid,
    /// The encryption protocol.
    #[xml(attribute = "type")]
    pub method: Method,
    /// The element of the encryption protocol, which [`payload`](Self::payload) finds, and those of extensions.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Encrypted {
    /// The element of the protocol that [`method`](Self::method) names: an [`omemo::Encrypted`](crate::omemo::Encrypted),
    /// for instance. `None` if there is none, or several.
    #[must_use]
    pub fn payload(&self) -> Option<&RawElement> {
        let is_of_method = |it: &&RawElement| it.namespace() == self.method.as_str();
        let mut payloads = self.payloads.iter().filter(is_of_method);
        payloads.next().filter(|_| payloads.next().is_none())
    }
}
