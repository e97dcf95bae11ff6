//! When a stanza was sent that arrives later.
//!
//! [XEP-0203, Delayed Delivery](https://xmpp.org/extensions/xep-0203.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:delay";

/// The stanza did not arrive when it was sent.
///
/// Anybody on the way can have written it, the sender too: [`from`](Self::from) is what to judge it by.
///
/// [XEP-0203 §2](https://xmpp.org/extensions/xep-0203.html#protocol)
#[doc(alias("XEP-0203", "XEP0203", "0203"))]
#[doc(alias("urn:xmpp:delay"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "delay")]
#[xml(new = "Sent at this time, by whom and why not said.", parameters = [stamp])]
#[non_exhaustive]
pub struct Delay {
    /// Who sent the stanza first or held it back, such as a room. `None` if not specified.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// When the stanza was sent first, in UTC. The specification wants it always; `None` is what is left of a text
    /// that is not a time where such are [kept](xmpp_xml::Invalid::Keep).
    #[xml(attribute)]
    pub stamp: Option<DateTime>,
    /// Why it was held back, in words. `None` if not specified.
    #[xml(text)]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
