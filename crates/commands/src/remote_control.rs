//! Commands with which a user controls another client of their own.
//!
//! A client accepts them only from its own account's bare JID, with any resource.
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

/// The node of the command that sets the status.
///
/// [XEP-0146 §4.1](https://xmpp.org/extensions/xep-0146.html#set-status)
pub const SET_STATUS: &str = "http://jabber.org/protocol/rc#set-status";
/// The node of the command that forwards unread messages.
///
/// [XEP-0146 §4.2](https://xmpp.org/extensions/xep-0146.html#forward)
pub const FORWARD: &str = "http://jabber.org/protocol/rc#forward";
/// The node of the command that sets options.
///
/// [XEP-0146 §4.3](https://xmpp.org/extensions/xep-0146.html#usecases)
pub const SET_OPTIONS: &str = "http://jabber.org/protocol/rc#set-options";
/// The node of the command that accepts pending file transfers.
///
/// [XEP-0146 §4.4](https://xmpp.org/extensions/xep-0146.html#usecases)
pub const ACCEPT_FILES: &str = "http://jabber.org/protocol/rc#accept-files";
/// The node of the command that leaves rooms.
///
/// [XEP-0146 §4.5](https://xmpp.org/extensions/xep-0146.html#usecases)
pub const LEAVE_GROUPCHATS: &str = "http://jabber.org/protocol/rc#leave-groupchats";

/// The fields of the commands; each has some of them. `None` leaves a setting unchanged.
///
/// [XEP-0146 §9.2](https://xmpp.org/extensions/xep-0146.html#registrar-formtype)
#[doc(alias("XEP-0146", "XEP0146", "0146"))]
#[doc(alias("http://jabber.org/protocol/rc"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Control {
    /// Whether to accept subscription requests automatically.
    #[form(var = "auto-auth", kind = "boolean")]
    pub auto_auth: Option<bool>,
    /// Whether to accept file transfers automatically.
    #[form(var = "auto-files", kind = "boolean")]
    pub auto_files: Option<bool>,
    /// Whether to open new messages automatically.
    #[form(var = "auto-msg", kind = "boolean")]
    pub auto_messages: Option<bool>,
    /// Whether to go offline when idle.
    #[form(var = "auto-offline", kind = "boolean")]
    pub auto_offline: Option<bool>,
    /// Whether to play sounds.
    #[form(var = "sounds", kind = "boolean")]
    pub sounds: Option<bool>,
    /// The pending file transfers, or those to accept.
    #[form(var = "files", kind = "list-multi")]
    pub files: Vec<String>,
    /// The rooms that the client has joined, or those to leave.
    #[form(var = "groupchats", kind = "list-multi")]
    pub groupchats: Vec<String>,
    /// The status.
    #[form(var = "status", kind = "list-single", options)]
    pub status: Option<Status>,
    /// The status text, in lines.
    #[form(var = "status-message", kind = "text-multi")]
    pub status_message: Vec<String>,
    /// The priority.
    #[form(var = "status-priority", kind = "text-single")]
    pub status_priority: Option<i8>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The availability of a client.
///
/// [XEP-0146 §4.1](https://xmpp.org/extensions/xep-0146.html#set-status)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `chat`: interested in chatting.
    Chat,
    /// `online`
    Online,
    /// `away`
    Away,
    /// `xa`: away for an extended period.
    Xa,
    /// `dnd`: do not disturb.
    Dnd,
    /// `invisible`
    Invisible,
    /// `offline`
    Offline,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
