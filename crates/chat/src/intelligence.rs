//! How clever what somebody writes is, by the judgement of their server.
//!
//! [XEP-0148, Instant Messaging Intelligence Quotient (IM IQ)](https://xmpp.org/extensions/xep-0148.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace.
pub const NS: &str = "jabber:iq:iq";

/// Asks for somebody's quotient, or for something better to say than a message; or answers that.
///
/// [XEP-0148 §3](https://xmpp.org/extensions/xep-0148.html#usecases)
#[doc(alias("XEP-0148", "XEP0148", "0148"))]
#[doc(alias("jabber:iq:iq"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(
    new = "Asks for the quotient of the account that the iq is sent to.",
    with
)]
#[non_exhaustive]
pub struct Query {
    /// The quotient, from 0 to 256. `None` where it is asked for.
    #[xml(child_text = "num")]
    pub number: Option<u16>,
    /// What such people are called. `None` where the server does not go so far.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// Something better to say. `None` where it is asked for.
    #[xml(child_text = "hint")]
    pub hint: Option<String>,
    /// The message, of type [`Message`](xmpp_core_stanzas::Message), for which something better is asked.
    #[xml(child)]
    pub messages: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
