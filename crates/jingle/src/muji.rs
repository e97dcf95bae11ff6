//! Conferences of many sessions between the occupants of a room.
//!
//! [XEP-0272, Multiparty Jingle (Muji)](https://xmpp.org/extensions/xep-0272.html)

use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

use crate::session::Content;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:muji:0";

/// In presence to a room: what an occupant takes part in. In a [`Jingle`](crate::session::Jingle) and in an
/// [`Invite`](crate::call_invites::Invite): which conference the session belongs to.
///
/// [XEP-0272 §3](https://xmpp.org/extensions/xep-0272.html#joining)
#[doc(alias("XEP-0272", "XEP0272", "0272"))]
#[doc(alias("urn:xmpp:jingle:muji:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "muji")]
#[xml(new = "An occupant who takes part in nothing yet.", with)]
#[non_exhaustive]
pub struct Muji {
    /// The room of the conference. `None` in presence, which is sent to the room.
    ///
    /// Anybody can name any room: a session belongs to the conference only if its initiator is an occupant who takes
    /// part in it.
    #[xml(attribute)]
    pub room: Option<Jid>,
    /// The contents that the occupant takes part in, with their descriptions. Encodings of the same content have the
    /// same numbers for all occupants.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// The occupant is about to choose contents; whoever joins later waits until it has.
    #[xml(flag = "preparing")]
    pub is_preparing: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Muji {
    /// The conference of this room, in a session or an invitation.
    #[must_use]
    pub fn of_room(room: impl Into<Jid>) -> Self {
        Self::new().with_room(room.into())
    }
}
