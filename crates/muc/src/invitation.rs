//! Direct invitations from one user to another.
//!
//! [XEP-0249, Direct MUC Invitations](https://xmpp.org/extensions/xep-0249.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "jabber:x:conference";

/// An invitation to a room.
///
/// [XEP-0249 §2](https://xmpp.org/extensions/xep-0249.html#howitworks)
#[doc(alias("XEP-0249", "XEP0249", "0249"))]
#[doc(alias("jabber:x:conference", "x"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "An invitation to this room.", with)]
#[non_exhaustive]
pub struct Invitation {
    /// Whether the room continues a one-to-one chat.
    #[xml(attribute = "continue", default)]
    pub continues: bool,
    /// The room.
    #[xml(attribute)]
    pub jid: Jid,
    /// The password of the room. `None` if none is required.
    #[xml(attribute)]
    pub password: Option<Secret<String>>,
    /// The reason, in words. `None` if none is given.
    #[xml(attribute)]
    pub reason: Option<String>,
    /// The thread of the one-to-one chat that the room continues. `None` if it had none, or if there was no chat.
    #[xml(attribute)]
    pub thread: Option<String>,
    /// The reason, in words, as included by rooms that add this payload to a mediated [invitation](crate::user::Invite)
    /// for old clients. `None` otherwise.
    ///
    /// [XEP-0045 §7.8.2](https://xmpp.org/extensions/xep-0045.html#invite-mediated)
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
