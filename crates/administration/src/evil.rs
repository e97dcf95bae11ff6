//! The evil bit of XMPP, which marks malicious stanzas. Published on a first of April, after RFC 3514.
//!
//! [XEP-0076, Malicious Stanzas](https://xmpp.org/extensions/xep-0076.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of evil entities.
pub const NS: &str = "http://jabber.org/protocol/evil";

/// Marks a message, a presence or the payload of an iq as sent with malicious intent.
///
/// ```
/// use xmpp_administration::evil::Evil;
///
/// assert_eq!(xmpp_xml::to_string(&Evil::new())?, "<evil xmlns='http://jabber.org/protocol/evil'/>");
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [XEP-0076 §3](https://xmpp.org/extensions/xep-0076.html)
#[doc(alias("XEP-0076", "XEP0076", "0076"))]
#[doc(alias("http://jabber.org/protocol/evil"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "evil", new = "The mark.")]
#[non_exhaustive]
pub struct Evil {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
