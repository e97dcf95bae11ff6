//! Invitations from one user to another, without the room between them.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(new = "To this room.", with)]
#[non_exhaustive]
pub struct Invitation {
    /// Whether the room goes on with a chat of two.
    #[xml(attribute = "continue", default)]
    pub continues: bool,
    /// The room.
    #[xml(attribute)]
    pub jid: Jid,
    /// The password of the room. Absent where none is needed.
    #[xml(attribute)]
    pub password: Option<Secret<String>>,
    /// What for, in words. Absent when not told.
    #[xml(attribute)]
    pub reason: Option<String>,
    /// The thread of the chat that the room goes on with. Absent where it had none, or there was no chat.
    #[xml(attribute)]
    pub thread: Option<String>,
    /// What for, in words, as rooms put it in where they add this to an [invitation](crate::user::Invite) of their own
    /// for old clients. Absent elsewhere.
    ///
    /// [XEP-0045 §7.8.2](https://xmpp.org/extensions/xep-0045.html#invite-mediated)
    #[xml(text)]
    pub text: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
