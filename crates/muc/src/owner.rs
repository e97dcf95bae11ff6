//! The configuration of a room, and its end.
//!
//! [XEP-0045, Multi-User Chat](https://xmpp.org/extensions/xep-0045.html#owner)

use alloc::string::String;

use xmpp_data_forms::form::{Form, FormKind};
use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/muc#owner";

/// In an iq of type `get`, and then empty, asks for the configuration; the answer has it as a form, or is empty
/// where nothing can be configured. In an iq of type `set`, the form filled in, or the room's end.
///
/// [XEP-0045 §10](https://xmpp.org/extensions/xep-0045.html#owner)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#owner"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks for the configuration.")]
#[non_exhaustive]
pub struct Query {
    /// The configuration; in an iq of type `set`, [cancelled](FormKind::Cancel) or [filled in](FormKind::Submit).
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// The room is to be destroyed. Absent where it is not.
    #[xml(child, strict)]
    pub destroy: Option<Destroy>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Shows the configuration, or sets it.
    #[must_use]
    pub fn with_form(form: Form) -> Self {
        Self {
            form: Some(form),
            ..Self::default()
        }
    }

    /// Takes a new room as it is: an instant room.
    ///
    /// [XEP-0045 §10.1.2](https://xmpp.org/extensions/xep-0045.html#createroom-instant)
    #[must_use]
    pub fn accept_defaults() -> Self {
        Self::with_form(Form::new(FormKind::Submit))
    }

    /// Does not configure the room after all; a new one is destroyed by this.
    #[must_use]
    pub fn cancel() -> Self {
        Self::with_form(Form::new(FormKind::Cancel))
    }

    /// Destroys the room.
    #[must_use]
    pub fn destroy(destroy: Destroy) -> Self {
        Self {
            destroy: Some(destroy),
            ..Self::default()
        }
    }
}

/// The room is to be destroyed.
///
/// [XEP-0045 §10.9](https://xmpp.org/extensions/xep-0045.html#destroyroom)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#owner"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "destroy")]
#[xml(new = "Without a reason and without another room to go to.", with)]
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
