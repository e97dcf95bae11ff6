//! Ad-hoc commands for service administration.
//!
//! ```
//! use xmpp_administration::service::{self, Command};
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_jid::Jid;
//!
//! let mut command = Command::new(FormKind::Submit);
//! command.accounts.push(Jid::new("hatter@tea.example")?);
//! assert_eq!(command.to_form().value("accountjids"), Some("hatter@tea.example"));
//! assert_eq!(service::DELETE_USER, "http://jabber.org/protocol/admin#delete-user");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0133, Service Administration](https://xmpp.org/extensions/xep-0133.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::Secret;

/// The namespace, and the `FORM_TYPE` of a [`Command`].
pub const NS: &str = "http://jabber.org/protocol/admin";

/// The node of the command that creates an account.
///
/// [XEP-0133 §4.1](https://xmpp.org/extensions/xep-0133.html)
pub const ADD_USER: &str = "http://jabber.org/protocol/admin#add-user";
/// The node of the command that deletes accounts.
///
/// [XEP-0133 §4.2](https://xmpp.org/extensions/xep-0133.html)
pub const DELETE_USER: &str = "http://jabber.org/protocol/admin#delete-user";
/// The node of the command that disables accounts.
///
/// [XEP-0133 §4.3](https://xmpp.org/extensions/xep-0133.html)
pub const DISABLE_USER: &str = "http://jabber.org/protocol/admin#disable-user";
/// The node of the command that enables accounts again.
///
/// [XEP-0133 §4.4](https://xmpp.org/extensions/xep-0133.html)
pub const REENABLE_USER: &str = "http://jabber.org/protocol/admin#reenable-user";
/// The node of the command that ends sessions.
///
/// [XEP-0133 §4.5](https://xmpp.org/extensions/xep-0133.html)
pub const END_USER_SESSION: &str = "http://jabber.org/protocol/admin#end-user-session";
/// The node of the command that changes a password.
///
/// [XEP-0133 §4.7](https://xmpp.org/extensions/xep-0133.html)
pub const CHANGE_USER_PASSWORD: &str = "http://jabber.org/protocol/admin#change-user-password";
/// The node of the command that shows rosters.
///
/// [XEP-0133 §4.8](https://xmpp.org/extensions/xep-0133.html)
pub const GET_USER_ROSTER: &str = "http://jabber.org/protocol/admin#get-user-roster";
/// The node of the command that shows a user's last login.
///
/// [XEP-0133 §4.9](https://xmpp.org/extensions/xep-0133.html)
pub const GET_USER_LAST_LOGIN: &str = "http://jabber.org/protocol/admin#get-user-lastlogin";
/// The node of the command that shows statistics of an account.
///
/// [XEP-0133 §4.10](https://xmpp.org/extensions/xep-0133.html)
pub const USER_STATS: &str = "http://jabber.org/protocol/admin#user-stats";
/// The node of the command that edits the list of blocked entities.
///
/// [XEP-0133 §4.11](https://xmpp.org/extensions/xep-0133.html)
pub const EDIT_BLACKLIST: &str = "http://jabber.org/protocol/admin#edit-blacklist";
/// The node of the command that blocks inbound communication with an entity.
///
/// [XEP-0133 §4.11](https://xmpp.org/extensions/xep-0133.html)
pub const ADD_TO_BLACKLIST_IN: &str = "http://jabber.org/protocol/admin#add-to-blacklist-in";
/// The node of the command that blocks outbound communication with an entity.
///
/// [XEP-0133 §4.11](https://xmpp.org/extensions/xep-0133.html)
pub const ADD_TO_BLACKLIST_OUT: &str = "http://jabber.org/protocol/admin#add-to-blacklist-out";
/// The node of the command that edits the list of allowed entities.
///
/// [XEP-0133 §4.12](https://xmpp.org/extensions/xep-0133.html)
pub const EDIT_WHITELIST: &str = "http://jabber.org/protocol/admin#edit-whitelist";
/// The node of the command that allows inbound communication with an entity.
///
/// [XEP-0133 §4.12](https://xmpp.org/extensions/xep-0133.html)
pub const ADD_TO_WHITELIST_IN: &str = "http://jabber.org/protocol/admin#add-to-whitelist-in";
/// The node of the command that allows outbound communication with an entity.
///
/// [XEP-0133 §4.12](https://xmpp.org/extensions/xep-0133.html)
pub const ADD_TO_WHITELIST_OUT: &str = "http://jabber.org/protocol/admin#add-to-whitelist-out";
/// The node of the command that counts the accounts.
///
/// [XEP-0133 §4.13](https://xmpp.org/extensions/xep-0133.html)
pub const GET_REGISTERED_USERS_NUMBER: &str =
    "http://jabber.org/protocol/admin#get-registered-users-num";
/// The node of the command that counts the disabled accounts.
///
/// [XEP-0133 §4.14](https://xmpp.org/extensions/xep-0133.html)
pub const GET_DISABLED_USERS_NUMBER: &str =
    "http://jabber.org/protocol/admin#get-disabled-users-num";
/// The node of the command that counts the users online.
///
/// [XEP-0133 §4.15](https://xmpp.org/extensions/xep-0133.html)
pub const GET_ONLINE_USERS_NUMBER: &str = "http://jabber.org/protocol/admin#get-online-users-num";
/// The node of the command that counts the active users.
///
/// [XEP-0133 §4.16](https://xmpp.org/extensions/xep-0133.html)
pub const GET_ACTIVE_USERS_NUMBER: &str = "http://jabber.org/protocol/admin#get-active-users-num";
/// The node of the command that counts the idle users.
///
/// [XEP-0133 §4.17](https://xmpp.org/extensions/xep-0133.html)
pub const GET_IDLE_USERS_NUMBER: &str = "http://jabber.org/protocol/admin#get-idle-users-num";
/// The node of the command that lists the accounts.
///
/// [XEP-0133 §4.18](https://xmpp.org/extensions/xep-0133.html)
pub const GET_REGISTERED_USERS_LIST: &str =
    "http://jabber.org/protocol/admin#get-registered-users-list";
/// The node of the command that lists the disabled accounts.
///
/// [XEP-0133 §4.19](https://xmpp.org/extensions/xep-0133.html)
pub const GET_DISABLED_USERS_LIST: &str =
    "http://jabber.org/protocol/admin#get-disabled-users-list";
/// The node of the command that lists the users online.
///
/// [XEP-0133 §4.20](https://xmpp.org/extensions/xep-0133.html)
pub const GET_ONLINE_USERS_LIST: &str = "http://jabber.org/protocol/admin#get-online-users-list";
/// The node of the command that lists the active users.
///
/// [XEP-0133 §4.21](https://xmpp.org/extensions/xep-0133.html)
pub const GET_ACTIVE_USERS: &str = "http://jabber.org/protocol/admin#get-active-users";
/// The node of the command that lists the idle users.
///
/// [XEP-0133 §4.22](https://xmpp.org/extensions/xep-0133.html)
pub const GET_IDLE_USERS: &str = "http://jabber.org/protocol/admin#get-idle-users";
/// The node of the command that sends an announcement.
///
/// [XEP-0133 §4.23](https://xmpp.org/extensions/xep-0133.html)
pub const ANNOUNCE: &str = "http://jabber.org/protocol/admin#announce";
/// The node of the command that sets the message of the day.
///
/// [XEP-0133 §4.24](https://xmpp.org/extensions/xep-0133.html)
pub const SET_MOTD: &str = "http://jabber.org/protocol/admin#set-motd";
/// The node of the command that changes the message of the day.
///
/// [XEP-0133 §4.25](https://xmpp.org/extensions/xep-0133.html)
pub const EDIT_MOTD: &str = "http://jabber.org/protocol/admin#edit-motd";
/// The node of the command that deletes the message of the day.
///
/// [XEP-0133 §4.26](https://xmpp.org/extensions/xep-0133.html)
pub const DELETE_MOTD: &str = "http://jabber.org/protocol/admin#delete-motd";
/// The node of the command that sets the welcome message for new users.
///
/// [XEP-0133 §4.27](https://xmpp.org/extensions/xep-0133.html)
pub const SET_WELCOME: &str = "http://jabber.org/protocol/admin#set-welcome";
/// The node of the command that deletes the welcome message for new users.
///
/// [XEP-0133 §4.28](https://xmpp.org/extensions/xep-0133.html)
pub const DELETE_WELCOME: &str = "http://jabber.org/protocol/admin#delete-welcome";
/// The node of the command that edits the list of administrators.
///
/// [XEP-0133 §4.29](https://xmpp.org/extensions/xep-0133.html)
pub const EDIT_ADMIN: &str = "http://jabber.org/protocol/admin#edit-admin";
/// The node of the command that restarts the service.
///
/// [XEP-0133 §4.30](https://xmpp.org/extensions/xep-0133.html)
pub const RESTART: &str = "http://jabber.org/protocol/admin#restart";
/// The node of the command that shuts the service down.
///
/// [XEP-0133 §4.31](https://xmpp.org/extensions/xep-0133.html)
pub const SHUTDOWN: &str = "http://jabber.org/protocol/admin#shutdown";
/// The node of the command that makes another server a buddy, each of which subscribes to the presence of the other.
///
/// [XEP-0267](https://xmpp.org/extensions/xep-0267.html)
pub const SERVER_BUDDY: &str = "http://jabber.org/protocol/admin#server-buddy";

/// The fields of the commands' forms, requested or returned; each command uses some of them. `None` means that the field is
/// not part of the form, or not filled in.
///
/// [XEP-0133 §8.2](https://xmpp.org/extensions/xep-0133.html#registrar-formtype)
#[doc(alias("XEP-0133", "XEP0133", "0133"))]
#[doc(alias("http://jabber.org/protocol/admin"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Command {
    /// The account to act on. `None` if the command does not take a single account.
    #[form(var = "accountjid", kind = "jid-single", strict)]
    pub account: Option<Jid>,
    /// The accounts to act on.
    #[form(var = "accountjids", kind = "jid-multi", strict)]
    pub accounts: Vec<Jid>,
    /// The active users.
    #[form(var = "activeuserjids", kind = "jid-multi")]
    pub active_users: Vec<Jid>,
    /// The number of active users.
    #[form(var = "activeusersnum", kind = "text-single")]
    pub active_users_number: Option<u64>,
    /// The administrators. A submission replaces the whole list.
    #[form(var = "adminjids", kind = "jid-multi", strict)]
    pub admins: Vec<Jid>,
    /// The announcement, line by line.
    #[form(var = "announcement", kind = "text-multi")]
    pub announcement: Vec<String>,
    /// The entities that the server does not communicate with. A submission replaces the whole list.
    #[form(var = "blacklistjids", kind = "jid-multi", strict)]
    pub blacklist: Vec<Jid>,
    /// The delay before execution, in seconds. The field is registered as multi-valued, but has only one value. Empty leaves
    /// the delay to the service.
    #[form(var = "delay", kind = "list-multi", strict)]
    pub delay: Vec<u64>,
    /// The disabled accounts.
    #[form(var = "disableduserjids", kind = "jid-multi")]
    pub disabled_users: Vec<Jid>,
    /// The number of disabled accounts.
    #[form(var = "disabledusersnum", kind = "text-single")]
    pub disabled_users_number: Option<u64>,
    /// The user's email address.
    #[form(var = "email", kind = "text-single")]
    pub email: Option<String>,
    /// The user's given name.
    #[form(var = "given_name", kind = "text-single")]
    pub given_name: Option<String>,
    /// The number of idle users.
    #[form(var = "idleusersnum", kind = "text-single")]
    pub idle_users_number: Option<u64>,
    /// The IP addresses of the sessions.
    #[form(var = "ipaddresses", kind = "list-multi")]
    pub ip_addresses: Vec<String>,
    /// When the user last logged in: a date and time, or with some servers a word such as `Online`.
    #[form(var = "lastlogin", kind = "text-single")]
    pub last_login: Option<String>,
    /// The number of logins per minute.
    #[form(var = "loginsperminute", kind = "text-single")]
    pub logins_per_minute: Option<String>,
    /// The maximum number of items to return: a number, or a server-specific word for all.
    #[form(var = "max_items", kind = "list-single")]
    pub max_items: Option<String>,
    /// The message of the day, line by line.
    #[form(var = "motd", kind = "text-multi")]
    pub motd: Vec<String>,
    /// The resources of the sessions.
    #[form(var = "onlineresources", kind = "text-single")]
    pub online_resources: Option<String>,
    /// The users online.
    #[form(var = "onlineuserjids", kind = "jid-multi")]
    pub online_users: Vec<Jid>,
    /// The number of users online.
    #[form(var = "onlineusersnum", kind = "text-single")]
    pub online_users_number: Option<u64>,
    /// The password: [`verified_password`](Self::verified_password) compares it with
    /// [`password_verify`](Self::password_verify).
    #[form(var = "password", kind = "text-private", strict)]
    pub password: Option<Secret<String>>,
    /// The password, entered a second time.
    #[form(var = "password-verify", kind = "text-private", strict)]
    pub password_verify: Option<Secret<String>>,
    /// All accounts.
    #[form(var = "registereduserjids", kind = "jid-multi")]
    pub registered_users: Vec<Jid>,
    /// The number of accounts.
    #[form(var = "registeredusersnum", kind = "text-single")]
    pub registered_users_number: Option<u64>,
    /// The number of contacts of the account.
    #[form(var = "rostersize", kind = "text-single")]
    pub roster_size: Option<u64>,
    /// The number of stanzas that the account sends per second.
    #[form(var = "stanzaspersecond", kind = "text-single")]
    pub stanzas_per_second: Option<String>,
    /// The user's family name.
    #[form(var = "surname", kind = "text-single")]
    pub surname: Option<String>,
    /// The welcome message for new users, line by line.
    #[form(var = "welcome", kind = "text-multi")]
    pub welcome: Vec<String>,
    /// The only entities that the server communicates with. A submission replaces the whole list.
    #[form(var = "whitelistjids", kind = "jid-multi", strict)]
    pub whitelist: Vec<Jid>,
    /// The domain of another server that is to become a [buddy](SERVER_BUDDY) ([XEP-0267
    /// §6.2](https://xmpp.org/extensions/xep-0267.html#registrar-formtype)).
    #[form(var = "peerjid", kind = "jid-single", strict)]
    pub peer: Option<Jid>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Command {
    /// The password, if both entries are equal. `None` if they differ, or if there is none.
    #[must_use]
    pub fn verified_password(&self) -> Option<&str> {
        let password = self.password.as_deref()?;
        (self.password_verify.as_deref() == Some(password)).then_some(password)
    }
}
