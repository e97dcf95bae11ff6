//! Querying a publish-subscribe service for nodes of certain types.
//!
//! ```
//! use xmpp_data_forms::FormType;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_disco::filter::{Filter, Types};
//! use xmpp_disco::items::Request;
//!
//! let mut types = Types::new(FormKind::Submit);
//! types.excluded.push("urn:xmpp:microblog:0:comments".into());
//! let request = Request::new().with_filter(Filter::of(&types));
//!
//! let types = request.filter.unwrap().types()?;
//! assert_eq!(types.admits("urn:xmpp:microblog:0"), Some(true));
//! assert_eq!(types.admits("urn:xmpp:microblog:0:comments"), Some(false));
//! # Ok::<(), xmpp_data_forms::form_type::FormError>(())
//! ```
//!
//! [XEP-0462, PubSub Type Filtering](https://xmpp.org/extensions/xep-0462.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_data_forms::form_type::FormError;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of a service that supports this.
pub const NS: &str = "urn:xmpp:pubsub-filter:0";

/// The wanted types of nodes, in a request for the items of a service.
///
/// [XEP-0462 §3.2](https://xmpp.org/extensions/xep-0462.html#sending-a-disco-request)
#[doc(alias("XEP-0462", "XEP0462", "0462"))]
#[doc(alias("urn:xmpp:pubsub-filter:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "filter", derive(Debug, PartialEq, Eq))]
#[xml(new = "A filter with this form.")]
#[non_exhaustive]
pub struct Filter {
    /// The form: read it with [`types`](Self::types).
    #[xml(child, strict)]
    pub form: Form,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Filter {
    /// A filter for nodes of these types.
    #[must_use]
    pub fn of(types: &Types) -> Self {
        Self::new(types.to_form())
    }

    /// The wanted types of nodes.
    ///
    /// # Errors
    /// The form has another `FORM_TYPE`, or a field has a value that is invalid for its type.
    pub fn types(&self) -> Result<Types, FormError> {
        Types::from_form(&self.form)
    }
}

/// The wanted types (`pubsub#type`) of nodes. The empty type stands for nodes without one.
///
/// [XEP-0462 §3.2](https://xmpp.org/extensions/xep-0462.html#sending-a-disco-request)
#[doc(alias("XEP-0462", "XEP0462", "0462"))]
#[doc(alias("urn:xmpp:pubsub-filter:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:pubsub-filter:0")]
#[non_exhaustive]
pub struct Types {
    /// The wanted types. If empty, all except the [excluded](Self::excluded) ones.
    #[form(var = "included-types", kind = "list-multi", empty, strict)]
    pub included: Vec<String>,
    /// The unwanted types. If empty, all except the [included](Self::included) ones.
    #[form(var = "excluded-types", kind = "list-multi", empty, strict)]
    pub excluded: Vec<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Types {
    /// Whether a node of this type is wanted; the empty type is that of a node without one. `None` if both lists are
    /// non-empty: then the service answers with `bad-request`.
    #[must_use]
    pub fn admits(&self, kind: &str) -> Option<bool> {
        let has = |types: &[String]| types.iter().any(|each| each == kind);
        match (self.included.is_empty(), self.excluded.is_empty()) {
            (false, false) => None,
            (false, true) => Some(has(&self.included)),
            (true, _) => Some(!has(&self.excluded)),
        }
    }
}
