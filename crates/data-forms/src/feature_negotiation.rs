//! Negotiation of options between two entities by means of a form.
//!
//! [XEP-0020, Feature Negotiation](https://xmpp.org/extensions/xep-0020.html), used among others by
//! [XEP-0155, Stanza Session Negotiation](https://xmpp.org/extensions/xep-0155.html)

use xmpp_xml::{Extra, Xml};

use crate::form::Form;

/// The namespace, and the feature of an entity that negotiates.
pub const NS: &str = "http://jabber.org/protocol/feature-neg";

/// Offers options in a form of type `form`, or selects from them in one of type `submit`.
///
/// [XEP-0020 §2](https://xmpp.org/extensions/xep-0020.html#protocol)
#[doc(alias("XEP-0020", "XEP0020", "0020"))]
#[doc(alias("http://jabber.org/protocol/feature-neg"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "feature", derive(Debug, PartialEq, Eq))]
#[xml(new = "Offers or selects with this form.")]
#[non_exhaustive]
pub struct Feature {
    /// The options, one field for each feature to negotiate. The context is given by its
    /// [type](Form::form_type).
    #[xml(child)]
    pub form: Form,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
