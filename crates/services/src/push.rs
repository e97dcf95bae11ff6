//! Push notifications, which reach a disconnected client through its push service.
//!
//! ```
//! use xmpp_services::push::Notification;
//!
//! let notification: Notification = xmpp_xml::from_str(
//!     "<notification xmlns='urn:xmpp:push:0'><x xmlns='jabber:x:data' type='submit'>\
//!      <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:push:summary</value></field>\
//!      <field var='message-count'><value>3</value></field></x></notification>",
//! )?;
//! let summary = notification.summary()?.expect("a summary");
//! assert_eq!(summary.message_count, Some(3));
//! assert_eq!(summary.last_message_body, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0357, Push Notifications](https://xmpp.org/extensions/xep-0357.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_data_forms::form_type::FormError;
use xmpp_jid::Jid;
use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace, which is also the feature of accounts and of push services that support this.
pub const NS: &str = "urn:xmpp:push:0";

/// The category of the identity that a push service has in service discovery.
pub const CATEGORY: &str = "pubsub";

/// The type of that identity.
pub const KIND: &str = "push";

/// The `FORM_TYPE` of the form in an [`Enable`].
const PUBLISH_OPTIONS: &str = "http://jabber.org/protocol/pubsub#publish-options";

/// Asks the server to publish notifications to a node of a push service, in an iq of type `set` to the user's own account.
/// The result is empty.
///
/// It replaces an earlier one for the same service and node.
///
/// [XEP-0357 §5](https://xmpp.org/extensions/xep-0357.html#enabling)
#[doc(alias("XEP-0357", "XEP0357", "0357"))]
#[doc(alias("urn:xmpp:push:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "enable", derive(Debug, PartialEq, Eq))]
#[xml(new = "Publishes to this push service.", with)]
#[non_exhaustive]
pub struct Enable {
    /// The address of the push service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node of the push service. Recommended by the XEP; `None` leaves the choice to the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The publish options to send with each notification, such as a secret that authenticates the server to the push
    /// service: [`publish_options`](Self::publish_options) reads them. `None` means that there are none.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Enable {
    /// Sets the publish options to send with each notification.
    ///
    /// ```
    /// # use xmpp_jid::Jid;
    /// # use xmpp_services::push::Enable;
    /// let enable = Enable::new(Jid::new("push.client.example")?)
    ///     .with_node("n1")
    ///     .with_publish_options([("secret", "eruio234vzxc2kla-91")]);
    /// let options = enable.publish_options()?.expect("there are some");
    /// assert_eq!(options.value("secret"), Some("eruio234vzxc2kla-91"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_publish_options<'f>(
        mut self,
        fields: impl IntoIterator<Item = (&'f str, &'f str)>,
    ) -> Self {
        let mut form = Form::of_type(FormKind::Submit, PUBLISH_OPTIONS);
        for (var, value) in fields {
            form.set_value(var, value);
        }
        self.form = Some(form);
        self
    }

    /// The publish options to send with each notification. `None` means that there are none.
    ///
    /// # Errors
    /// The form has another `FORM_TYPE`; it must not be published.
    pub fn publish_options(&self) -> Result<Option<&Form>, FormError> {
        let Some(form) = &self.form else {
            return Ok(None);
        };
        let found = form.form_type();
        if found.map(str::trim_ascii) == Some(PUBLISH_OPTIONS) {
            return Ok(Some(form));
        }
        Err(FormError::WrongFormType {
            expected: PUBLISH_OPTIONS,
            found: found.map(Into::into),
        })
    }
}

/// Asks the server to stop publishing notifications to a push service, in an iq of type `set` to the user's own account. The
/// result is empty.
///
/// Without a node, it disables **all** nodes of the service.
///
/// [XEP-0357 §6](https://xmpp.org/extensions/xep-0357.html#disabling)
#[doc(alias("XEP-0357", "XEP0357", "0357"))]
#[doc(alias("urn:xmpp:push:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "disable", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Disable {
    /// The address of the push service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node of the push service. `None` means all nodes: see [`is_all`](Self::is_all).
    #[xml(attribute)]
    pub node: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Disable {
    /// Disables this node of a push service.
    #[must_use]
    pub fn node(jid: Jid, node: &str) -> Self {
        Self {
            jid,
            node: Some(node.into()),
            extra: Extra::new(),
        }
    }

    /// Disables all nodes of a push service.
    #[must_use]
    pub fn all(jid: Jid) -> Self {
        Self {
            jid,
            node: None,
            extra: Extra::new(),
        }
    }

    /// Whether this disables all nodes of the service. `false` if there is any child element, since an unknown extension may
    /// restrict it.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.node.is_none() && self.extra.children().next().is_none()
    }

    /// Whether this disables what `enabled` has enabled: the same push service, and the same node or all nodes.
    #[must_use]
    pub fn covers(&self, enabled: &Enable) -> bool {
        let is_node = self.node.is_some() && self.node == enabled.node;
        self.jid == enabled.jid && (is_node || self.is_all())
    }
}

/// The payload of an item that a server publishes to a push service.
///
/// [XEP-0357 §7](https://xmpp.org/extensions/xep-0357.html#publishing)
#[doc(alias("XEP-0357", "XEP0357", "0357"))]
#[doc(alias("urn:xmpp:push:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "notification", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty notification.", with)]
#[non_exhaustive]
pub struct Notification {
    /// Forms that describe the event: [`summary`](Self::summary) finds the registered one.
    #[xml(child)]
    pub forms: Vec<Form>,
    /// Further elements.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Notification {
    /// A notification with this summary.
    #[must_use]
    pub fn of(summary: &Summary) -> Self {
        Self::new().with_forms([summary.to_form()])
    }

    /// The summary, the first if there are several. `None` if the server does not disclose it.
    ///
    /// # Errors
    /// A field has an invalid value.
    pub fn summary(&self) -> Result<Option<Summary>, FormError> {
        let form = self.forms.iter().find(|form| Summary::matches(form));
        form.map(Form::parse).transpose()
    }
}

/// A summary of what has happened. It is private data that is disclosed to the push service and its provider.
///
/// [XEP-0357 §11.3](https://xmpp.org/extensions/xep-0357.html#registrar-formtypes)
#[doc(alias("XEP-0357", "XEP0357", "0357"))]
#[doc(alias("urn:xmpp:push:summary"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:push:summary")]
#[non_exhaustive]
pub struct Summary {
    /// The number of unread or undelivered messages. `None` if not specified.
    #[form(var = "message-count", kind = "text-single")]
    pub message_count: Option<u64>,
    /// The number of pending subscription requests. `None` if not specified.
    #[form(var = "pending-subscription-count", kind = "text-single")]
    pub pending_subscription_count: Option<u64>,
    /// The sender of the last message. `None` if not specified.
    #[form(var = "last-message-sender", kind = "jid-single")]
    pub last_message_sender: Option<Jid>,
    /// The text of the last message. `None` if not specified.
    #[form(var = "last-message-body", kind = "text-single")]
    pub last_message_body: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
