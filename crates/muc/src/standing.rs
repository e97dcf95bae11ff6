//! What somebody is in a room.

use xmpp_xml::{OtherToken, Xml};

/// How somebody is bound to a room, also while not in it.
///
/// [XEP-0045 §5.2](https://xmpp.org/extensions/xep-0045.html#affil)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Affiliation {
    /// `owner`: may do everything, the configuration included.
    Owner,
    /// `admin`: may ban, and manage members and moderators.
    Admin,
    /// `member`: may enter a room that only members may enter.
    Member,
    /// `none`: not bound to the room.
    None,
    /// `outcast`: banned.
    Outcast,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What somebody may do in a room during this visit.
///
/// [XEP-0045 §5.1](https://xmpp.org/extensions/xep-0045.html#roles)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Role {
    /// `moderator`: may kick, and give and take voice.
    Moderator,
    /// `participant`: may speak to all.
    Participant,
    /// `visitor`: may listen, and in a moderated room not speak.
    Visitor,
    /// `none`: not in the room.
    None,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
