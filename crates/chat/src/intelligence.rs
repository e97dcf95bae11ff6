//! The intelligence quotient of messages, as judged by a server.
//!
//! [XEP-0148, Instant Messaging Intelligence Quotient (IM IQ)](https://xmpp.org/extensions/xep-0148.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace.
pub const NS: &str = "jabber:iq:iq";

/// A request for somebody's quotient, or for a better message; or the answer.
///
/// [XEP-0148 §3](https://xmpp.org/extensions/xep-0148.html#usecases)
#[doc(alias("XEP-0148", "XEP0148", "0148"))]
#[doc(alias("jabber:iq:iq"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the quotient of the recipient's account.", with)]
#[non_exhaustive]
pub struct Query {
    /// The quotient, from 0 to 256. `None` in a request.
    #[xml(child_text = "num")]
    pub number: Option<u16>,
    /// A description of such people. `None` if the server refrains.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// A better message. `None` in a request.
    #[xml(child_text = "hint")]
    pub hint: Option<String>,
    /// The message, of type [`Message`](xmpp_core_stanzas::Message), to be improved.
    #[xml(child)]
    pub messages: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
