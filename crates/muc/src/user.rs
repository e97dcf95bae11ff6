//! Information from a room about its occupants, and mediated invitations.
//!
//! [XEP-0045, Multi-User Chat](https://xmpp.org/extensions/xep-0045.html#user)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use xmpp_jid::Jid;
use xmpp_xml::{Extra, InvalidValue, Secret, Value, Xml};

use crate::affiliations::Versions;
use crate::{Affiliation, Role};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/muc#user";

/// Additional information in the stanzas of a room.
///
/// In a presence from the room: the affiliation and role of the occupant, and status codes. In a message from the
/// room: a change of the configuration or an affiliation, or an invitation. In a message to the room:
/// invitations. In a private message within a room, it is empty.
///
/// [XEP-0045 §7.2.2](https://xmpp.org/extensions/xep-0045.html#enter-pres)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An empty one, which marks a private message within a room.",
    with
)]
#[non_exhaustive]
pub struct MucUser {
    /// The versions of the affiliation list before and after the [`items`](Self::items). `None` if not
    /// specified.
    ///
    /// [XEP-0463](https://xmpp.org/extensions/xep-0463.html)
    #[xml(child)]
    pub affiliations: Option<Versions>,
    /// The occupants' affiliations and roles: exactly one item in a presence, possibly more in a message.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Status codes.
    #[xml(child)]
    pub statuses: Vec<Status>,
    /// Invitations: one or more from an occupant to the room, exactly one from the room to the invitee.
    #[xml(child)]
    pub invites: Vec<Invite>,
    /// Declined invitations.
    #[xml(child)]
    pub declines: Vec<Decline>,
    /// The room has been destroyed, which ends the visit. `None` if it has not; before 2009 services
    /// could omit it.
    #[xml(child)]
    pub destroy: Option<Destroy>,
    /// The password of the room, in an invitation. `None` if none is required.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl MucUser {
    /// The status codes, in their order.
    pub fn status_codes(&self) -> impl Iterator<Item = StatusCode> {
        self.statuses.iter().filter_map(|status| status.code)
    }

    /// Whether it has this status code.
    #[must_use]
    pub fn has_status(&self, code: StatusCode) -> bool {
        self.status_codes().any(|c| c == code)
    }

    /// Whether this is the recipient's self-presence. The first one completes the list of occupants.
    #[must_use]
    pub fn is_self_presence(&self) -> bool {
        self.has_status(StatusCode::SELF_PRESENCE)
    }

    /// Whether joining created the room. It is locked until its owner has configured it.
    #[must_use]
    pub fn is_room_created(&self) -> bool {
        self.has_status(StatusCode::ROOM_CREATED)
    }

    /// Whether the service has assigned another nickname than the requested one.
    #[must_use]
    pub fn is_nick_assigned(&self) -> bool {
        self.has_status(StatusCode::NICK_ASSIGNED)
    }

    /// The new nickname of an occupant who seems to leave. `None` if the occupant does leave.
    #[must_use]
    pub fn new_nick(&self) -> Option<&str> {
        self.has_status(StatusCode::NEW_NICK)
            .then(|| self.items.iter().find_map(|item| item.nick.as_deref()))
            .flatten()
    }

    /// The reason for which an occupant was removed from the room, as a status code. `None` if the occupant left
    /// voluntarily or continues under a [new nickname](Self::new_nick), and if the room was
    /// [destroyed](Self::destroy).
    ///
    /// Some services add the code for a kick if the connection was lost or the service shuts down; that code is ignored
    /// then.
    ///
    /// [XEP-0045 §11.1](https://xmpp.org/extensions/xep-0045.html#service-error-kick)
    #[must_use]
    pub fn removal(&self) -> Option<StatusCode> {
        const REMOVALS: [StatusCode; 6] = [
            StatusCode::BANNED,
            StatusCode::REMOVED_ERROR,
            StatusCode::REMOVED_SHUTDOWN,
            StatusCode::REMOVED_AFFILIATION,
            StatusCode::REMOVED_MEMBERSHIP,
            StatusCode::KICKED,
        ];
        REMOVALS.into_iter().find(|&code| self.has_status(code))
    }
}

/// An occupant's affiliation and role.
///
/// [XEP-0045 §7.2.2](https://xmpp.org/extensions/xep-0045.html#enter-pres)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "An occupant with this affiliation and role.", parameters = [affiliation, role], with)]
#[non_exhaustive]
pub struct Item {
    /// The affiliation. Always present in a presence.
    #[xml(attribute)]
    pub affiliation: Option<Affiliation>,
    /// The real JID. `None` for recipients who may not see it.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The new nickname. `None` if it does not change.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// The role; [`Role::None`] if the occupant is no longer in the room. Always present in a presence.
    #[xml(attribute)]
    pub role: Option<Role>,
    /// Who changed the role or affiliation. `None` if not disclosed.
    #[xml(child)]
    pub actor: Option<Actor>,
    /// The room continues a one-to-one chat. Only in the schema; it belongs in an [`Invite`].
    #[xml(child)]
    pub continuation: Option<Continue>,
    /// The reason for changing the role or affiliation, in words. `None` if none is given.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Who changed a role or affiliation.
///
/// [XEP-0045 §8.2](https://xmpp.org/extensions/xep-0045.html#kick)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "actor", derive(Debug, PartialEq, Eq))]
#[xml(new = "An undisclosed actor.", with)]
#[non_exhaustive]
pub struct Actor {
    /// The actor's real JID. `None` if not disclosed.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The actor's nickname in the room. `None` if not disclosed.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The room continues a one-to-one chat.
///
/// [XEP-0045 §7.9](https://xmpp.org/extensions/xep-0045.html#continue)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "continue", derive(Debug, PartialEq, Eq))]
#[xml(new = "A chat without a thread.", with)]
#[non_exhaustive]
pub struct Continue {
    /// The thread of the chat. `None` if it had none.
    #[xml(attribute)]
    pub thread: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A status of the room or an occupant.
///
/// [XEP-0045 §12](https://xmpp.org/extensions/xep-0045.html#statuscodes)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "status", derive(Debug, PartialEq, Eq))]
#[xml(new = "The status with this code.", parameters = [code], with)]
#[non_exhaustive]
pub struct Status {
    /// The code. `None` if only elements identify the status, as in
    /// [XEP-0306](https://xmpp.org/extensions/xep-0306.html).
    #[xml(attribute)]
    pub code: Option<StatusCode>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl From<StatusCode> for Status {
    fn from(code: StatusCode) -> Self {
        Self::new(code)
    }
}

/// A mediated invitation: through the room.
///
/// [XEP-0045 §7.8.2](https://xmpp.org/extensions/xep-0045.html#invite-mediated)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "invite", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request to the room to invite somebody.", parameters = [to], with)]
#[non_exhaustive]
pub struct Invite {
    /// The inviter, in a message from the room. `None` in one to the room.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The invitee, in a message to the room. `None` in one from the room.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The reason, in words. `None` if none is given.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// The room continues a one-to-one chat. `None` if it does not.
    #[xml(child)]
    pub continuation: Option<Continue>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Invite {
    /// An invitation from the room on behalf of `from`.
    #[must_use]
    pub fn on_behalf_of(from: impl Into<Jid>) -> Self {
        Self {
            from: Some(from.into()),
            to: None,
            reason: None,
            continuation: None,
            extra: Extra::new(),
        }
    }
}

/// A declined mediated invitation.
///
/// [XEP-0045 §7.8.2](https://xmpp.org/extensions/xep-0045.html#invite-mediated)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "decline", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request to the room to inform the inviter.", parameters = [to], with)]
#[non_exhaustive]
pub struct Decline {
    /// The invitee, in a message from the room. `None` in one to the room.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The inviter, in a message to the room. `None` in one from the room.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The reason, in words. `None` if none is given.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Decline {
    /// A decline from the room on behalf of `from`.
    #[must_use]
    pub fn on_behalf_of(from: impl Into<Jid>) -> Self {
        Self {
            from: Some(from.into()),
            to: None,
            reason: None,
            extra: Extra::new(),
        }
    }
}

/// The room has been destroyed.
///
/// [XEP-0045 §10.9](https://xmpp.org/extensions/xep-0045.html#destroyroom)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "destroy", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Destruction without a reason and without an alternate room.",
    with
)]
#[non_exhaustive]
pub struct Destroy {
    /// The alternate room. `None` if there is none.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The password of the alternate room. `None` if none is required.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// The reason, in words. `None` if none is given.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A numeric status code. Any number is accepted; registered ones have names.
///
/// ```
/// use xmpp_muc::user::StatusCode;
///
/// assert_eq!(StatusCode::KICKED.number(), 307);
/// assert_eq!(StatusCode::new(307).name(), Some("kicked"));
/// assert_eq!(StatusCode::new(499).name(), None);
/// ```
///
/// [XEP-0045 §16.6](https://xmpp.org/extensions/xep-0045.html#registrar-statuscodes)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusCode(u16);

macro_rules! status_codes {
    ($($(#[$doc:meta])* $constant:ident = $number:literal, $name:literal;)*) => {
        impl StatusCode {
            $($(#[$doc])* pub const $constant: Self = Self($number);)*

            /// The codes with names.
            pub const NAMED: &'static [Self] = &[$(Self::$constant),*];

            /// The name in [XEP-0306](https://xmpp.org/extensions/xep-0306.html), or one formed in the same way
            /// for later codes. `None` for an unregistered code.
            #[must_use]
            pub const fn name(self) -> Option<&'static str> {
                match self.0 {
                    $($number => Some($name),)*
                    _ => None,
                }
            }
        }
    };
}

status_codes! {
    /// 100: all occupants can see the recipient's real JID.
    ADDRESS_PUBLIC = 100, "realjid-public";
    /// 101: the recipient's affiliation changed while not in the room.
    AFFILIATION_CHANGED = 101, "affiliation-changed";
    /// 102: the room now shows unavailable members.
    UNAVAILABLE_SHOWN = 102, "unavailable-shown";
    /// 103: the room no longer shows unavailable members.
    UNAVAILABLE_NOT_SHOWN = 103, "unavailable-not-shown";
    /// 104: a configuration change unrelated to privacy.
    CONFIGURATION_CHANGED = 104, "configuration-changed";
    /// 110: the presence is the recipient's self-presence.
    SELF_PRESENCE = 110, "self-presence";
    /// 170: discussions are now logged publicly.
    LOGGING_ENABLED = 170, "logging-enabled";
    /// 171: discussions are no longer logged publicly.
    LOGGING_DISABLED = 171, "logging-disabled";
    /// 172: the room is now non-anonymous.
    NON_ANONYMOUS = 172, "non-anonymous";
    /// 173: the room is now semi-anonymous.
    SEMI_ANONYMOUS = 173, "semi-anonymous";
    /// 174: the room is now fully anonymous. No longer in XEP-0045.
    FULLY_ANONYMOUS = 174, "fully-anonymous";
    /// 201: the room has been created.
    ROOM_CREATED = 201, "room-created";
    /// 210: the service has assigned another nickname than the requested one.
    NICK_ASSIGNED = 210, "nick-assigned";
    /// 301: the occupant was banned.
    BANNED = 301, "banned";
    /// 303: the occupant has a new nickname.
    NEW_NICK = 303, "new-nick";
    /// 307: the occupant was kicked.
    KICKED = 307, "kicked";
    /// 321: the occupant was removed because of a change of affiliation.
    REMOVED_AFFILIATION = 321, "removed-affiliation";
    /// 322: the occupant was removed because the room is now members-only.
    REMOVED_MEMBERSHIP = 322, "removed-membership";
    /// 332: the occupant was removed because the service is shutting down.
    REMOVED_SHUTDOWN = 332, "removed-shutdown";
    /// 333: the occupant was removed because of an error, such as a lost connection.
    REMOVED_ERROR = 333, "removed-error";
}

impl StatusCode {
    /// The code with this number, which should have three digits.
    #[must_use]
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl Value for StatusCode {
    const EXPECTED: &'static str = "a status code";

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        u16::parse(text).map(Self)
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        self.0.write(out)
    }

    fn is_canonical(&self, text: &str) -> bool {
        self.0.is_canonical(text)
    }
}

impl core::str::FromStr for StatusCode {
    type Err = InvalidValue;

    fn from_str(text: &str) -> Result<Self, InvalidValue> {
        Self::parse(text)
    }
}

impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
