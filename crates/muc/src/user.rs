//! What a room says about those in it, and invitations by way of the room.
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

/// Information that goes along with what is sent in a room.
///
/// In a presence from the room: what the one who it is from is there, and what has happened. In a message from the
/// room: that the configuration or an affiliation has changed, or an invitation. In a message to the room:
/// invitations. In a private message within a room it is empty.
///
/// [XEP-0045 §7.2.2](https://xmpp.org/extensions/xep-0045.html#enter-pres)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user", "x"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(
    new = "Says nothing, which marks a private message within a room.",
    with
)]
#[non_exhaustive]
pub struct MucUser {
    /// From which version of the list of affiliations to which the [`items`](Self::items) lead. `None` where the room does
    /// not say.
    ///
    /// [XEP-0463](https://xmpp.org/extensions/xep-0463.html)
    #[xml(child)]
    pub affiliations: Option<Versions>,
    /// What occupants are and were: one in a presence, else perhaps more.
    #[xml(child)]
    pub items: Vec<Item>,
    /// What has happened.
    #[xml(child)]
    pub statuses: Vec<Status>,
    /// Invitations: several from an occupant to the room, one from the room to whom it is for.
    #[xml(child)]
    pub invites: Vec<Invite>,
    /// Invitations that were turned down.
    #[xml(child)]
    pub declines: Vec<Decline>,
    /// The room has been destroyed, and with it this occupant's visit. Absent where it has not; before 2009 services
    /// could leave it out.
    #[xml(child)]
    pub destroy: Option<Destroy>,
    /// The password of the room that the invitation is to. Absent where none is needed.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl MucUser {
    /// The codes of what has happened, in their order.
    pub fn status_codes(&self) -> impl Iterator<Item = StatusCode> {
        self.statuses.iter().filter_map(|status| status.code)
    }

    /// Whether this has happened.
    #[must_use]
    pub fn has_status(&self, code: StatusCode) -> bool {
        self.status_codes().any(|c| c == code)
    }

    /// Whether the presence is that of whom it is sent to. The first one ends the list of who is in the room.
    #[must_use]
    pub fn is_self_presence(&self) -> bool {
        self.has_status(StatusCode::SELF_PRESENCE)
    }

    /// Whether the room was created by entering it. It is locked until its owner has configured it.
    #[must_use]
    pub fn is_room_created(&self) -> bool {
        self.has_status(StatusCode::ROOM_CREATED)
    }

    /// Whether the service has given the occupant another nickname than was asked for.
    #[must_use]
    pub fn is_nick_assigned(&self) -> bool {
        self.has_status(StatusCode::NICK_ASSIGNED)
    }

    /// What an occupant who seems to leave is called from now on; absent for one who leaves.
    #[must_use]
    pub fn new_nick(&self) -> Option<&str> {
        self.has_status(StatusCode::NEW_NICK)
            .then(|| self.items.iter().find_map(|item| item.nick.as_deref()))
            .flatten()
    }

    /// Why an occupant was removed from the room, as one of the codes for that. Absent for one who leaves of their
    /// own accord or goes on under a [new nickname](Self::new_nick), and where the room was
    /// [destroyed](Self::destroy).
    ///
    /// Some services add the code of a kick where the connection was lost or the service shuts down; it is passed over
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

/// What an occupant is in the room.
///
/// [XEP-0045 §7.2.2](https://xmpp.org/extensions/xep-0045.html#enter-pres)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "An occupant with this affiliation and role.", parameters = [affiliation, role], with)]
#[non_exhaustive]
pub struct Item {
    /// How the occupant is bound to the room. A presence has it always.
    #[xml(attribute)]
    pub affiliation: Option<Affiliation>,
    /// The address of the occupant outside of the room. Absent for those who may not know it.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The nickname that the occupant has from now on. Absent where it stays as it is.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// What the occupant may do; [`Role::None`] for one who is not in the room any more. A presence has it always.
    #[xml(attribute)]
    pub role: Option<Role>,
    /// Who has changed the role or affiliation. Absent when not told.
    #[xml(child)]
    pub actor: Option<Actor>,
    /// The room goes on with a chat of two. The schema alone has it here; it belongs in an [`Invite`].
    #[xml(child)]
    pub continuation: Option<Continue>,
    /// Why the role or affiliation was changed, in words. Absent when not told.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Who has changed a role or affiliation.
///
/// [XEP-0045 §8.2](https://xmpp.org/extensions/xep-0045.html#kick)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "actor")]
#[xml(new = "Somebody, not told who.", with)]
#[non_exhaustive]
pub struct Actor {
    /// Their address outside of the room. Absent when not told.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Their nickname in the room. Absent when not told.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The room goes on with a chat of two people.
///
/// [XEP-0045 §7.9](https://xmpp.org/extensions/xep-0045.html#continue)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "continue")]
#[xml(new = "The chat had no thread.", with)]
#[non_exhaustive]
pub struct Continue {
    /// The thread of that chat. Absent where it had none.
    #[xml(attribute)]
    pub thread: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Something that has happened.
///
/// [XEP-0045 §12](https://xmpp.org/extensions/xep-0045.html#statuscodes)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "status")]
#[xml(new = "This has happened.", parameters = [code], with)]
#[non_exhaustive]
pub struct Status {
    /// What it is. Absent where it is told by elements alone, as in
    /// [XEP-0306](https://xmpp.org/extensions/xep-0306.html).
    #[xml(attribute)]
    pub code: Option<StatusCode>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl From<StatusCode> for Status {
    fn from(code: StatusCode) -> Self {
        Self::new(code)
    }
}

/// An invitation by way of the room.
///
/// [XEP-0045 §7.8.2](https://xmpp.org/extensions/xep-0045.html#invite-mediated)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invite")]
#[xml(new = "Asks the room to invite somebody.", parameters = [to], with)]
#[non_exhaustive]
pub struct Invite {
    /// Who invites, in what the room sends. Absent in what it is sent.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// Who is invited, in what the room is sent. Absent in what it sends.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// What for, in words. Absent when not told.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// The room goes on with a chat of two. Absent where it does not.
    #[xml(child)]
    pub continuation: Option<Continue>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Invite {
    /// The room invites on behalf of somebody.
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

/// An invitation by way of the room is turned down.
///
/// [XEP-0045 §7.8.2](https://xmpp.org/extensions/xep-0045.html#invite-mediated)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#user"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "decline")]
#[xml(new = "Asks the room to tell whoever had invited.", parameters = [to], with)]
#[non_exhaustive]
pub struct Decline {
    /// Who declines, in what the room sends. Absent in what it is sent.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// Who had invited, in what the room is sent. Absent in what it sends.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// Why, in words. Absent when not told.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Decline {
    /// The room tells on behalf of whoever declines.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "destroy")]
#[xml(
    new = "Destroyed without a reason and without another room to go to.",
    with
)]
#[non_exhaustive]
pub struct Destroy {
    /// The room to go to instead. Absent where there is none.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The password of that room. Absent where none is needed.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// Why, in words. Absent when not told.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What has happened, as a number. Any number is accepted; those that are registered have names.
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

            /// The codes that have names.
            pub const NAMED: &'static [Self] = &[$(Self::$constant),*];

            /// What it is called in [XEP-0306](https://xmpp.org/extensions/xep-0306.html), or in the same manner
            /// where it is younger than that. Absent for a code that is not registered.
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
    /// 100: all occupants may see the address of whom this is sent to.
    ADDRESS_PUBLIC = 100, "realjid-public";
    /// 101: the affiliation of whom this is sent to has changed while they were not in the room.
    AFFILIATION_CHANGED = 101, "affiliation-changed";
    /// 102: the room shows members who are not in it from now on.
    UNAVAILABLE_SHOWN = 102, "unavailable-shown";
    /// 103: the room does not show members who are not in it any more.
    UNAVAILABLE_NOT_SHOWN = 103, "unavailable-not-shown";
    /// 104: the configuration has changed in a way that does not touch privacy.
    CONFIGURATION_CHANGED = 104, "configuration-changed";
    /// 110: the presence is that of whom it is sent to.
    SELF_PRESENCE = 110, "self-presence";
    /// 170: what is said is logged for the public.
    LOGGING_ENABLED = 170, "logging-enabled";
    /// 171: what is said is not logged any more.
    LOGGING_DISABLED = 171, "logging-disabled";
    /// 172: all occupants may see the addresses of all from now on.
    NON_ANONYMOUS = 172, "non-anonymous";
    /// 173: only moderators may see the addresses of all from now on.
    SEMI_ANONYMOUS = 173, "semi-anonymous";
    /// 174: nobody may see the addresses of all from now on. No longer in XEP-0045.
    FULLY_ANONYMOUS = 174, "fully-anonymous";
    /// 201: the room has been created.
    ROOM_CREATED = 201, "room-created";
    /// 210: the service has given the occupant another nickname than was asked for.
    NICK_ASSIGNED = 210, "nick-assigned";
    /// 301: the occupant was banned.
    BANNED = 301, "banned";
    /// 303: the occupant has another nickname from now on.
    NEW_NICK = 303, "new-nick";
    /// 307: the occupant was kicked.
    KICKED = 307, "kicked";
    /// 321: the occupant was removed because of a change of affiliation.
    REMOVED_AFFILIATION = 321, "removed-affiliation";
    /// 322: the occupant was removed because only members may be in the room from now on.
    REMOVED_MEMBERSHIP = 322, "removed-membership";
    /// 332: the occupant was removed because the service shuts down.
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

impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
