//! What a small application that was sent in a conversation says to its like at the other end.
//!
//! [XEP-0491, WebXDC](https://xmpp.org/extensions/xep-0491.html)

use alloc::string::String;

use xmpp_vocabulary::json::Json;
use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:webxdc:0";

/// An application has changed its state. Which application it is, the thread of the message says.
///
/// [XEP-0491 §4](https://xmpp.org/extensions/xep-0491.html#state)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(new = "Nothing but what the body says for people to read.", with)]
#[non_exhaustive]
pub struct Update {
    /// What is to be shown as its title. `None` where that stays as it is.
    #[xml(child_text = "document")]
    pub document: Option<String>,
    /// What is to be shown beside it. `None` where that stays as it is.
    #[xml(child_text = "summary")]
    pub summary: Option<String>,
    /// What the application says to its like. `None` where it says nothing.
    #[xml(child)]
    pub json: Option<Json>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
