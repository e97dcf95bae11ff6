//! The forms of multi-user chat: registration with a room, voice requests, and the configuration and metadata of rooms.
//!
//! ```
//! use xmpp_data_forms::FormType;
//! use xmpp_data_forms::form::{Form, FormKind};
//! use xmpp_muc::forms::{MaxUsers, RoomConfig};
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='form'>\
//!        <field var='FORM_TYPE' type='hidden'>\
//!          <value>http://jabber.org/protocol/muc#roomconfig</value>\
//!        </field>\
//!        <field var='muc#roomconfig_roomname' type='text-single'><value>Tower</value></field>\
//!        <field var='muc#roomconfig_persistentroom' type='boolean'><value>1</value></field>\
//!      </x>",
//! )?;
//! let mut config: RoomConfig = form.parse()?;
//! assert_eq!(config.persistent, Some(true));
//! config.max_users = Some(MaxUsers::Count(12));
//! let answer = config.submit();
//! assert_eq!(answer.kind, Some(FormKind::Submit));
//! assert_eq!(answer.value(RoomConfig::MAX_USERS), Some("12"));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0045 §16.5](https://xmpp.org/extensions/xep-0045.html#registrar-formtype)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{Error, InvalidValue, LanguageTag, OtherToken, Secret, Value, Xml};

use crate::Role;

/// Registration with a room: the form, its submission, and the request to an admin for approval.
///
/// [XEP-0045 §7.10](https://xmpp.org/extensions/xep-0045.html#register)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#register"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/muc#register")]
#[non_exhaustive]
pub struct Registration {
    /// Whether an admin approves. `None` until decided.
    #[form(var = "muc#register_allow", kind = "boolean")]
    pub allow: Option<bool>,
    /// The user's email address. `None` if not specified.
    #[form(var = "muc#register_email", kind = "text-single")]
    pub email: Option<String>,
    /// A text about the user that the room may publish, in lines.
    #[form(var = "muc#register_faqentry", kind = "text-multi")]
    pub faq_entry: Vec<String>,
    /// The user's given name. `None` if not specified.
    #[form(var = "muc#register_first", kind = "text-single")]
    pub first_name: Option<String>,
    /// The user's family name. `None` if not specified.
    #[form(var = "muc#register_last", kind = "text-single")]
    pub last_name: Option<String>,
    /// The nickname to reserve. `None` if not specified.
    #[form(var = "muc#register_roomnick", kind = "text-single")]
    pub room_nick: Option<String>,
    /// A web page about the user. `None` if not specified.
    #[form(var = "muc#register_url", kind = "text-single")]
    pub url: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// A visitor's request for voice, and the request to a moderator for approval.
///
/// [XEP-0045 §7.13](https://xmpp.org/extensions/xep-0045.html#requestvoice) and
/// [§8.6](https://xmpp.org/extensions/xep-0045.html#voiceapprove)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#request"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/muc#request")]
#[non_exhaustive]
pub struct VoiceRequest {
    /// The requested role: [`Role::Participant`]. `None` if not specified.
    #[form(var = "muc#role", kind = "list-single")]
    pub role: Option<Role>,
    /// The visitor's real JID. `None` in the request itself.
    #[form(var = "muc#jid", kind = "jid-single")]
    pub jid: Option<Jid>,
    /// The visitor's nickname. `None` in the request itself.
    #[form(var = "muc#roomnick", kind = "text-single")]
    pub room_nick: Option<String>,
    /// Whether the moderator approves. `None` until decided.
    #[form(var = "muc#request_allow", kind = "boolean")]
    pub allow: Option<bool>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The configuration of a room. `None` means that the service does not offer an option; in a submission, that it
/// stays unchanged.
///
/// [XEP-0045 §10](https://xmpp.org/extensions/xep-0045.html#owner)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#roomconfig"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/muc#roomconfig")]
#[non_exhaustive]
pub struct RoomConfig {
    /// The maximum number of history messages sent to an occupant.
    #[form(var = "muc#maxhistoryfetch", kind = "text-single")]
    pub max_history_fetch: Option<u32>,
    /// Who may send private messages.
    #[form(var = "muc#roomconfig_allowpm", kind = "list-single", options, strict)]
    pub allow_private_messages: Option<PrivateMessages>,
    /// Whether members may invite others.
    #[form(var = "muc#roomconfig_allowinvites", kind = "boolean", strict)]
    pub allow_invites: Option<bool>,
    /// Whether all occupants may change the subject.
    #[form(var = "muc#roomconfig_changesubject", kind = "boolean", strict)]
    pub change_subject: Option<bool>,
    /// Whether discussions are logged publicly.
    #[form(var = "muc#roomconfig_enablelogging", kind = "boolean", strict)]
    pub enable_logging: Option<bool>,
    /// Who may retrieve the list of members.
    #[form(
        var = "muc#roomconfig_getmemberlist",
        kind = "list-multi",
        options,
        strict
    )]
    pub get_member_list: Vec<Standing>,
    /// The language of discussions.
    #[form(var = "muc#roomconfig_lang", kind = "text-single")]
    pub language: Option<LanguageTag>,
    /// The publish-subscribe node associated with the room, as a URI.
    #[form(var = "muc#roomconfig_pubsub", kind = "text-single")]
    pub pubsub: Option<String>,
    /// The maximum number of occupants.
    #[form(var = "muc#roomconfig_maxusers", kind = "list-single")]
    pub max_users: Option<MaxUsers>,
    /// Whether only members may join.
    #[form(var = "muc#roomconfig_membersonly", kind = "boolean", strict)]
    pub members_only: Option<bool>,
    /// Whether only occupants with voice may speak.
    #[form(var = "muc#roomconfig_moderatedroom", kind = "boolean", strict)]
    pub moderated: Option<bool>,
    /// Whether the [password](Self::password) is required to join.
    #[form(var = "muc#roomconfig_passwordprotectedroom", kind = "boolean", strict)]
    pub password_protected: Option<bool>,
    /// Whether the room persists after the last occupant has left.
    #[form(var = "muc#roomconfig_persistentroom", kind = "boolean")]
    pub persistent: Option<bool>,
    /// The roles for which presence is broadcast.
    #[form(var = "muc#roomconfig_presencebroadcast", kind = "list-multi")]
    pub presence_broadcast: Vec<Role>,
    /// Whether the room is listed publicly.
    #[form(var = "muc#roomconfig_publicroom", kind = "boolean", strict)]
    pub public: Option<bool>,
    /// The admins.
    #[form(var = "muc#roomconfig_roomadmins", kind = "jid-multi", strict)]
    pub admins: Vec<Jid>,
    /// A short description of the room.
    #[form(var = "muc#roomconfig_roomdesc", kind = "text-single")]
    pub description: Option<String>,
    /// The name of the room.
    #[form(var = "muc#roomconfig_roomname", kind = "text-single")]
    pub name: Option<String>,
    /// The owners.
    #[form(var = "muc#roomconfig_roomowners", kind = "jid-multi", strict)]
    pub owners: Vec<Jid>,
    /// The password.
    #[form(var = "muc#roomconfig_roomsecret", kind = "text-private", strict)]
    pub password: Option<Secret<String>>,
    /// Who can see the real JIDs of the occupants.
    #[form(var = "muc#roomconfig_whois", kind = "list-single", options, strict)]
    pub whois: Option<Whois>,
    /// The minimum time between two messages of an occupant, in seconds.
    ///
    /// [XEP-0500](https://xmpp.org/extensions/xep-0500.html)
    #[form(var = "muc#roomconfig_slow_mode_duration", kind = "text-single")]
    pub slow_mode_duration: Option<u32>,
    /// Whether messages that mention a registered user who is not in the room are forwarded to that user.
    ///
    /// [XEP-0452](https://xmpp.org/extensions/xep-0452.html)
    #[form(var = "muc#roomconfig_forwardmentions", kind = "boolean", strict)]
    pub forward_mentions: Option<bool>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The metadata of a room in service discovery, besides its features.
///
/// [XEP-0045 §6.4](https://xmpp.org/extensions/xep-0045.html#disco-roominfo)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#roominfo"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/muc#roominfo")]
#[non_exhaustive]
pub struct RoomInfo {
    /// The maximum number of history messages sent to an occupant. `None` if not specified.
    #[form(var = "muc#maxhistoryfetch", kind = "text-single")]
    pub max_history_fetch: Option<u32>,
    /// The contact addresses, usually those of the owners.
    #[form(var = "muc#roominfo_contactjid", kind = "jid-multi")]
    pub contacts: Vec<Jid>,
    /// A short description of the room. `None` if not specified.
    #[form(var = "muc#roominfo_description", kind = "text-single")]
    pub description: Option<String>,
    /// The language of discussions. `None` if not specified.
    #[form(var = "muc#roominfo_lang", kind = "text-single")]
    pub language: Option<LanguageTag>,
    /// The distinguished name of the LDAP group that determines membership. `None` if there is none.
    #[form(var = "muc#roominfo_ldapgroup", kind = "text-single")]
    pub ldap_group: Option<String>,
    /// The URL of the discussion logs. `None` if there are none.
    #[form(var = "muc#roominfo_logs", kind = "text-single")]
    pub logs: Option<String>,
    /// The number of occupants. `None` if not specified.
    #[form(var = "muc#roominfo_occupants", kind = "text-single")]
    pub occupants: Option<u32>,
    /// The subject. `None` if there is none.
    #[form(var = "muc#roominfo_subject", kind = "text-single")]
    pub subject: Option<String>,
    /// Whether participants may change the subject. `None` if not specified.
    #[form(var = "muc#roominfo_subjectmod", kind = "boolean")]
    pub subject_modifiable: Option<bool>,
    /// The hashes of the room's avatar, one for each image type.
    ///
    /// [XEP-0486](https://xmpp.org/extensions/xep-0486.html)
    #[form(var = "muc#roominfo_avatarhash", kind = "text-multi")]
    pub avatar_hashes: Vec<String>,
    /// The minimum time between two messages of an occupant, in seconds. `None` means no minimum.
    ///
    /// [XEP-0500](https://xmpp.org/extensions/xep-0500.html)
    #[form(var = "muc#roominfo_slow_mode_duration", kind = "text-single")]
    pub slow_mode_duration: Option<u32>,
    /// A value that changes with the list of [hats](crate::hats). `None` if the room has none.
    ///
    /// [XEP-0317](https://xmpp.org/extensions/xep-0317.html)
    #[form(var = "hats#hash", kind = "text-single")]
    pub hats_hash: Option<String>,
    /// The approximate number of messages per hour, as a decimal number: see
    /// [`messages_per_hour`](Self::messages_per_hour). `None` if not specified.
    ///
    /// [XEP-0502](https://xmpp.org/extensions/xep-0502.html)
    #[form(var = "{urn:xmpp:muc-activity}message-activity", kind = "text-single")]
    pub message_activity: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl RoomInfo {
    /// The approximate number of messages per hour. `None` if not specified, or not a valid number.
    #[must_use]
    pub fn messages_per_hour(&self) -> Option<f64> {
        let text = self.message_activity.as_deref()?;
        let rate: f64 = text.trim_ascii().parse().ok()?;
        (rate.is_finite() && rate >= 0.0).then_some(rate)
    }

    /// The configuration fields among the metadata: a room may publish any of them.
    ///
    /// # Errors
    /// Same as [`FormType::from_fields`].
    pub fn config(&self) -> Result<RoomConfig, Error> {
        RoomConfig::from_fields(&self.form)
    }
}

/// The maximum number of occupants of a room.
///
/// [XEP-0045 §10.1.3](https://xmpp.org/extensions/xep-0045.html#createroom-reserved)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MaxUsers {
    /// This number.
    Count(u32),
    /// `none`: no limit.
    Unlimited,
}

impl Value for MaxUsers {
    const EXPECTED: &'static str = "a number or `none`";
    const EXAMPLES: &'static [&'static str] = &["none", "20", "0", " 007 "];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        match text.trim_ascii() {
            "none" => Ok(Self::Unlimited),
            number => u32::parse(number).map(Self::Count),
        }
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Count(number) => number.write(out),
            Self::Unlimited => out.write_str("none"),
        }
    }
}

xmpp_xml::text_traits!(MaxUsers);

/// Who may send private messages in a room.
///
/// [XEP-0045 §10.1.3](https://xmpp.org/extensions/xep-0045.html#createroom-reserved)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PrivateMessages {
    /// `anyone`: all occupants.
    Anyone,
    /// `participants`: occupants with voice.
    Participants,
    /// `moderators`: moderators.
    Moderators,
    /// `none`: nobody.
    #[xml(token = "none")]
    Nobody,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Who can see the real JIDs of the occupants.
///
/// [XEP-0045 §10.1.3](https://xmpp.org/extensions/xep-0045.html#createroom-reserved)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Whois {
    /// `anyone`: all occupants; the room is non-anonymous.
    Anyone,
    /// `moderators`: moderators; the room is semi-anonymous.
    Moderators,
    /// `none`: nobody. Obsolete; services no longer offer such rooms.
    #[xml(token = "none")]
    Nobody,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A role or an affiliation, for fields that allow some of both.
///
/// [XEP-0045 §5](https://xmpp.org/extensions/xep-0045.html#associations)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Standing {
    /// `moderator`, a role.
    Moderator,
    /// `participant`, a role.
    Participant,
    /// `visitor`, a role.
    Visitor,
    /// `owner`, an affiliation.
    Owner,
    /// `admin`, an affiliation.
    Admin,
    /// `member`, an affiliation.
    Member,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
