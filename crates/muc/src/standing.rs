//! Affiliations and roles.

use xmpp_xml::{OtherToken, Xml};

/// A user's long-lived relation to a room, which persists while the user is not in it.
///
/// [XEP-0045 §5.2](https://xmpp.org/extensions/xep-0045.html#affil)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Affiliation {
    /// `owner`: full control, including the configuration.
    Owner,
    /// `admin`: may ban users, and manage members and moderators.
    Admin,
    /// `member`: may join a members-only room.
    Member,
    /// `none`: no affiliation.
    None,
    /// `outcast`: banned.
    Outcast,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// An occupant's privileges during a visit to a room.
///
/// [XEP-0045 §5.1](https://xmpp.org/extensions/xep-0045.html#roles)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Role {
    /// `moderator`: may kick occupants, and grant and revoke voice.
    Moderator,
    /// `participant`: has voice, that is, may send messages to all.
    Participant,
    /// `visitor`: has no voice in a moderated room.
    Visitor,
    /// `none`: is not in the room.
    None,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
