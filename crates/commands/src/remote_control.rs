//! The commands by which a user controls another of their own clients.
//!
//! A client obeys them only from the bare JID of its own account, whatever the resource.
//!
//! ```
//! use xmpp_commands::remote_control::{self, Control, Status};
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//!
//! let mut control = Control::new(FormKind::Submit);
//! control.status = Some(Status::Away);
//! assert_eq!(control.to_form().value("status"), Some("away"));
//! assert_eq!(remote_control::SET_STATUS, "http://jabber.org/protocol/rc#set-status");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0146, Remote Controlling Clients](https://xmpp.org/extensions/xep-0146.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{OtherToken, Xml};

/// The namespace, and the `FORM_TYPE` of a [`Control`].
pub const NS: &str = "http://jabber.org/protocol/rc";

/// The node of the command that changes the status.
///
/// [XEP-0146 §4.1](https://xmpp.org/extensions/xep-0146.html#set-status)
pub const SET_STATUS: &str = "http://jabber.org/protocol/rc#set-status";
/// The node of the command that forwards messages which have not been read.
///
/// [XEP-0146 §4.2](https://xmpp.org/extensions/xep-0146.html#forward)
pub const FORWARD: &str = "http://jabber.org/protocol/rc#forward";
/// The node of the command that changes settings.
///
/// [XEP-0146 §4.3](https://xmpp.org/extensions/xep-0146.html#usecases)
pub const SET_OPTIONS: &str = "http://jabber.org/protocol/rc#set-options";
/// The node of the command that accepts files which are offered.
///
/// [XEP-0146 §4.4](https://xmpp.org/extensions/xep-0146.html#usecases)
pub const ACCEPT_FILES: &str = "http://jabber.org/protocol/rc#accept-files";
/// The node of the command that leaves rooms.
///
/// [XEP-0146 §4.5](https://xmpp.org/extensions/xep-0146.html#usecases)
pub const LEAVE_GROUPCHATS: &str = "http://jabber.org/protocol/rc#leave-groupchats";

/// What the commands ask for: each has some of these. `None` leaves it as it is.
///
/// [XEP-0146 §9.2](https://xmpp.org/extensions/xep-0146.html#registrar-formtype)
#[doc(alias("XEP-0146", "XEP0146", "0146"))]
#[doc(alias("http://jabber.org/protocol/rc"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Control {
    /// Whether subscription requests are granted without asking.
    #[form(var = "auto-auth", kind = "boolean")]
    pub auto_auth: Option<bool>,
    /// Whether files are accepted without asking.
    #[form(var = "auto-files", kind = "boolean")]
    pub auto_files: Option<bool>,
    /// Whether new messages are opened at once.
    #[form(var = "auto-msg", kind = "boolean")]
    pub auto_messages: Option<bool>,
    /// Whether the client goes offline when it is idle.
    #[form(var = "auto-offline", kind = "boolean")]
    pub auto_offline: Option<bool>,
    /// Whether there are sounds.
    #[form(var = "sounds", kind = "boolean")]
    pub sounds: Option<bool>,
    /// The files that are offered, or are to be accepted.
    #[form(var = "files", kind = "list-multi")]
    pub files: Vec<String>,
    /// The rooms that the client is in, or is to leave.
    #[form(var = "groupchats", kind = "list-multi")]
    pub groupchats: Vec<String>,
    /// The status.
    #[form(var = "status", kind = "list-single", options)]
    pub status: Option<Status>,
    /// The text of the status, line by line.
    #[form(var = "status-message", kind = "text-multi")]
    pub status_message: Vec<String>,
    /// The priority.
    #[form(var = "status-priority", kind = "text-single")]
    pub status_priority: Option<i8>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// How available a client is.
///
/// [XEP-0146 §4.1](https://xmpp.org/extensions/xep-0146.html#set-status)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `chat`: free for a chat.
    Chat,
    /// `online`
    Online,
    /// `away`
    Away,
    /// `xa`: away for longer.
    Xa,
    /// `dnd`: not to be disturbed.
    Dnd,
    /// `invisible`
    Invisible,
    /// `offline`
    Offline,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
