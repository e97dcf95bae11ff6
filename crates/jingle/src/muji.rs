//! Multiparty calls: Jingle sessions between the occupants of a room.
//!
//! [XEP-0272, Multiparty Jingle (Muji)](https://xmpp.org/extensions/xep-0272.html)

use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

use crate::session::Content;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:muji:0";

/// In presence to a room: the contents of an occupant. In a [`Jingle`](crate::session::Jingle) and in an
/// [`Invite`](crate::call_invites::Invite): the conference that the session belongs to.
///
/// [XEP-0272 §3](https://xmpp.org/extensions/xep-0272.html#joining)
#[doc(alias("XEP-0272", "XEP0272", "0272"))]
#[doc(alias("urn:xmpp:jingle:muji:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "muji", derive(Debug, PartialEq, Eq))]
#[xml(new = "An occupant without contents.", with)]
#[non_exhaustive]
pub struct Muji {
    /// The room of the conference. `None` in presence, which is sent to the room.
    ///
    /// Anybody can name any room: a session belongs to the conference only if its initiator is an occupant who takes
    /// part in it.
    #[xml(attribute)]
    pub room: Option<Jid>,
    /// The contents of the occupant, with their descriptions. Encodings of the same content have the same payload type
    /// numbers for all occupants.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// Whether the occupant is about to choose contents; those who join later wait until it has.
    #[xml(flag = "preparing")]
    pub is_preparing: bool,
    /// Unknown attributes and child elements, in place.
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
