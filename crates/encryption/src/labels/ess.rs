//! Security labels of Enhanced Security Services for S/MIME (ESS, RFC 2634).

use xmpp_xml::{Base64, Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:sec-label:ess:0";

/// An ESS security label.
///
/// [XEP-0258 §9.3](https://xmpp.org/extensions/xep-0258.html#schema-ess)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:ess:0", "esssecuritylabel"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "esssecuritylabel", derive(Debug, PartialEq, Eq))]
#[xml(new = "A label from its BER or DER encoding.")]
#[non_exhaustive]
pub struct EssLabel {
    /// An `ESSSecurityLabel` (RFC 2634 §3.2) in BER or DER.
    #[xml(text)]
    pub data: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
