//! Configuration and destruction of a room.
//!
//! [XEP-0045, Multi-User Chat](https://xmpp.org/extensions/xep-0045.html#owner)

use alloc::string::String;

use xmpp_data_forms::form::{Form, FormKind};
use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/muc#owner";

/// In an iq of type `get`, and empty, a request for the configuration; the result has it as a form, or is empty
/// if there is nothing to configure. In an iq of type `set`, the submitted form, or the destruction of the room.
///
/// [XEP-0045 §10](https://xmpp.org/extensions/xep-0045.html#owner)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#owner"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the configuration.", with)]
#[non_exhaustive]
pub struct Query {
    /// The configuration; in an iq of type `set`, [cancelled](FormKind::Cancel) or [submitted](FormKind::Submit).
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// The destruction of the room. `None` if it is not to be destroyed.
    #[xml(child, strict)]
    pub destroy: Option<Destroy>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Accepts the default configuration of a new room: an instant room.
    ///
    /// [XEP-0045 §10.1.2](https://xmpp.org/extensions/xep-0045.html#createroom-instant)
    #[must_use]
    pub fn accept_defaults() -> Self {
        Self::new().with_form(Form::new(FormKind::Submit))
    }

    /// Cancels the configuration; a new room is destroyed by this.
    #[must_use]
    pub fn cancel() -> Self {
        Self::new().with_form(Form::new(FormKind::Cancel))
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

/// The destruction of a room.
///
/// [XEP-0045 §10.9](https://xmpp.org/extensions/xep-0045.html#destroyroom)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#owner"))]
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
