//! CAPTCHA challenges.
//!
//! [XEP-0158, CAPTCHA Forms](https://xmpp.org/extensions/xep-0158.html)

use xmpp_data_forms::form::Form;
use xmpp_xml::{Extra, Xml};

/// The namespace, and the `FORM_TYPE` of the form.
pub const NS: &str = "urn:xmpp:captcha";

/// In a message, challenges; in an iq of type `set`, the responses.
///
/// [XEP-0158 §3.1](https://xmpp.org/extensions/xep-0158.html#protocol-simple)
#[doc(alias("XEP-0158", "XEP0158", "0158"))]
#[doc(alias("urn:xmpp:captcha"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "captcha", derive(Debug, PartialEq, Eq))]
#[xml(new = "A challenge or response with this form.")]
#[non_exhaustive]
pub struct Captcha {
    /// The form with the challenges or responses: a [`Challenge`](crate::forms::Challenge).
    #[xml(child)]
    pub form: Form,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
