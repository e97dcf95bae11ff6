//! Asking a gateway for the JID of a user of a legacy network.
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_services::gateway::Query;
//!
//! let gateway = Jid::new("aim.tea.example")?;
//! let answer: Query = xmpp_xml::from_str(
//!     "<query xmlns='jabber:iq:gateway'><jid>FooBar@aim.tea.example</jid></query>",
//! )?;
//! assert_eq!(answer.address_at(&gateway).expect("one of the gateway"), "foobar@aim.tea.example");
//! assert_eq!(answer.address_at(&Jid::new("icq.tea.example")?), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0100, Gateway Interaction](https://xmpp.org/extensions/xep-0100.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of gateways that support this.
pub const NS: &str = "jabber:iq:gateway";

/// The category of the identity that a gateway has in service discovery; its type is the network.
pub const CATEGORY: &str = "gateway";

/// A query to a gateway. Empty in an iq of type `get`, whose result has a prompt to show to the user. In an iq of type `set`
/// it has the user's input; the result has the JID.
///
/// [XEP-0100 §6.3](https://xmpp.org/extensions/xep-0100.html#addressing-iqgateway)
#[doc(alias("XEP-0100", "XEP0100", "0100"))]
#[doc(alias("jabber:iq:gateway"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests the prompt.", with)]
#[non_exhaustive]
pub struct Query {
    /// Instructions for the user, as a sentence. `None` if there is only the [prompt](Self::prompt).
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// The name of the input field, such as `Screen Name`; in an iq of type `set`, the user's input.
    #[xml(child_text = "prompt", strict)]
    pub prompt: Option<String>,
    /// The JID, unchecked: see [`address_at`](Self::address_at). `None` except in the result of an iq of type `set`.
    #[xml(child_text = "jid", strict)]
    pub jid: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Requests the JID of this user of the legacy network.
    #[must_use]
    pub fn answered(text: &str) -> Self {
        Self::new().with_prompt(text)
    }

    /// The JID, if it is at the domain of the gateway. `None` if there is none, or if it belongs to another domain, which a
    /// gateway could use to pass off somebody else as the contact.
    #[must_use]
    pub fn address_at(&self, gateway: &Jid) -> Option<&Jid> {
        let domain = |jid: &Jid| Jid::from_parts(None, jid.domain(), None).ok();
        let jid = self.jid.as_ref().filter(|jid| jid.is_valid())?;
        let is_there = gateway.is_valid() && domain(jid)? == domain(gateway)?;
        is_there.then_some(jid)
    }
}
