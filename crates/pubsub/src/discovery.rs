//! What a request for the nodes of a service can say beyond service discovery, as forms in it.
//!
//! ```
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_pubsub::discovery::TypeFilter;
//!
//! let mut filter = TypeFilter::new(FormKind::Submit);
//! filter.included.push("urn:xmpp:microblog:0".into());
//! assert!(filter.matches_type("urn:xmpp:microblog:0") && !filter.matches_type(""));
//! ```
//!
//! [XEP-0462, PubSub Type Filtering](https://xmpp.org/extensions/xep-0462.html),
//! [XEP-0499, Pubsub Extended Discovery](https://xmpp.org/extensions/xep-0499.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{OtherToken, Xml};

/// Which nodes are wanted, by their type. One that includes and excludes is answered by `bad-request`.
///
/// [XEP-0462 §3.2](https://xmpp.org/extensions/xep-0462.html#sending-a-disco-request)
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:pubsub-filter:0")]
#[non_exhaustive]
pub struct TypeFilter {
    /// The types that are wanted; the empty one for nodes without a type. None means all that are not
    /// [excluded](Self::excluded).
    #[form(var = "included-types", kind = "list-multi", strict)]
    pub included: Vec<String>,
    /// The types that are not wanted; the empty one for nodes without a type.
    #[form(var = "excluded-types", kind = "list-multi", strict)]
    pub excluded: Vec<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

impl TypeFilter {
    /// Whether it includes and excludes, which the answer `bad-request` is for.
    #[must_use]
    pub fn is_contradictory(&self) -> bool {
        !self.included.is_empty() && !self.excluded.is_empty()
    }

    /// Whether a node of this type is wanted; an empty one stands for no type.
    #[must_use]
    pub fn matches_type(&self, node_type: &str) -> bool {
        let has = |types: &[String]| types.iter().any(|it| it == node_type);
        (self.included.is_empty() || has(&self.included)) && !has(&self.excluded)
    }
}

/// How far a request for the items of a node goes. `None` means the default.
///
/// [XEP-0499 §3.1](https://xmpp.org/extensions/xep-0499.html#discover)
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:pubsub-ext-disco:0")]
#[non_exhaustive]
pub struct ExtendedDiscovery {
    /// What is wanted. None means both.
    #[form(var = "type", kind = "list-multi")]
    pub types: Vec<ResultType>,
    /// Whether linked nodes are wanted. By default not.
    #[form(var = "linked_nodes", kind = "boolean")]
    pub linked_nodes: Option<bool>,
    /// Whether all metadata of each node are wanted. By default only what it is linked to.
    #[form(var = "full_metadata", kind = "boolean")]
    pub full_metadata: Option<bool>,
    /// How many layers of descendants are wanted. By default 0.
    #[form(var = "depth", kind = "text-single")]
    pub depth: Option<u64>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// What an extended discovery finds.
///
/// [XEP-0499 §3.1](https://xmpp.org/extensions/xep-0499.html#discover)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ResultType {
    /// `items`: items of nodes.
    Items,
    /// `nodes`: nodes.
    Nodes,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
