//! The address that a user of another network has at a gateway.
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

/// In an iq of type `get`, and then empty, asks what the user shall be asked for; the answer has a prompt. In one of type
/// `set`, has what the user has answered; the answer has an address.
///
/// [XEP-0100 §6.3](https://xmpp.org/extensions/xep-0100.html#addressing-iqgateway)
#[doc(alias("XEP-0100", "XEP0100", "0100"))]
#[doc(alias("jabber:iq:gateway"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks what the user shall be asked for.", with)]
#[non_exhaustive]
pub struct Query {
    /// What the user shall be asked, as a sentence. `None` where there is only the [prompt](Self::prompt).
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// The name of what the user shall be asked for, such as `Screen Name`; in an iq of type `set`, what they have answered.
    #[xml(child_text = "prompt", strict)]
    pub prompt: Option<String>,
    /// The address, which [`address_at`](Self::address_at) reads. `None` in all but the last answer.
    #[xml(child_text = "jid", strict)]
    pub jid: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Asks for the address of this user of the other network.
    #[must_use]
    pub fn answered(text: &str) -> Self {
        Self::new().with_prompt(text)
    }

    /// The address, if it is one at the gateway. `None` where there is none, and where it is an address of somebody else, whom
    /// the gateway would make the user take for their contact.
    #[must_use]
    pub fn address_at(&self, gateway: &Jid) -> Option<&Jid> {
        let domain = |jid: &Jid| Jid::from_parts(None, jid.domain(), None).ok();
        let jid = self.jid.as_ref().filter(|jid| jid.is_valid())?;
        let is_there = gateway.is_valid() && domain(jid)? == domain(gateway)?;
        is_there.then_some(jid)
    }
}
