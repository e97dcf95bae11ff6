//! Parameters of a disco#items request for the nodes of a service, as forms in it.
//!
//! ```
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_pubsub::discovery::ExtendedDiscovery;
//!
//! let mut wanted = ExtendedDiscovery::new(FormKind::Submit);
//! wanted.depth = Some(2);
//! assert_eq!(wanted.to_form().field("depth").and_then(|field| field.value()), Some("2"));
//! ```
//!
//! [XEP-0499, Pubsub Extended Discovery](https://xmpp.org/extensions/xep-0499.html)

use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{OtherToken, Xml};

/// The scope of a request for the items of a node. `None` means the default.
///
/// [XEP-0499 §3.1](https://xmpp.org/extensions/xep-0499.html#discover)
#[doc(alias("XEP-0499", "XEP0499", "0499"))]
#[doc(alias("urn:xmpp:pubsub-ext-disco:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:pubsub-ext-disco:0")]
#[non_exhaustive]
pub struct ExtendedDiscovery {
    /// The wanted types of results. Empty means both.
    #[form(var = "type", kind = "list-multi")]
    pub types: Vec<ResultType>,
    /// Whether to include linked nodes. `None` means no.
    #[form(var = "linked_nodes", kind = "boolean")]
    pub linked_nodes: Option<bool>,
    /// Whether to include all metadata of each node. `None` means only the links.
    #[form(var = "full_metadata", kind = "boolean")]
    pub full_metadata: Option<bool>,
    /// The depth of descendants to include. `None` means 0.
    #[form(var = "depth", kind = "text-single")]
    pub depth: Option<u64>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// A type of results.
///
/// [XEP-0499 §3.1](https://xmpp.org/extensions/xep-0499.html#discover)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ResultType {
    /// `items`: items of nodes.
    Items,
    /// `nodes`: nodes.
    Nodes,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
