//! The identities and features of an entity (disco#info).
//!
//! [XEP-0030, Service Discovery](https://xmpp.org/extensions/xep-0030.html), with the forms of
//! [XEP-0128, Service Discovery Extensions](https://xmpp.org/extensions/xep-0128.html).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_vocabulary::headers::Headers;
use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, and the feature of an entity that answers these requests.
pub const NS: &str = "http://jabber.org/protocol/disco#info";

/// Queries an entity, or one of its nodes, for identities and features.
///
/// [XEP-0030, section 3](https://xmpp.org/extensions/xep-0030.html#info)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request to the entity itself.", with)]
#[non_exhaustive]
pub struct Request {
    /// The node to query. `None` queries the entity itself.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// A request about a node of the entity.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }

    /// An empty answer to this request, with its node, as required.
    #[must_use]
    pub fn response(&self) -> Response {
        Response {
            node: self.node.clone(),
            ..Response::default()
        }
    }
}

/// The identities and features of an entity or one of its nodes: the answer to a [`Request`].
///
/// [XEP-0030, section 3](https://xmpp.org/extensions/xep-0030.html#info)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty answer about the entity itself.", with)]
#[non_exhaustive]
pub struct Response {
    /// The queried node. `None` means the entity itself.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The identities. At least one is required; several may differ only in the language of their name.
    #[xml(child)]
    pub identities: Vec<Identity>,
    /// The features. They should include [`NS`], which some entities leave out.
    #[xml(child)]
    pub features: Vec<Feature>,
    /// More about the entity, in forms of type `result` identified by their
    /// [`form_type`](Form::form_type) (XEP-0128).
    #[xml(child)]
    pub forms: Vec<Form>,
    /// Headers for the answer itself, such as its lifetime (XEP-0131). `None` if there are none.
    #[xml(child)]
    pub headers: Option<Headers>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Response {
    /// Whether the entity has an identity with this category and type, whatever its name.
    #[must_use]
    pub fn has_identity(&self, category: &str, kind: &str) -> bool {
        self.identities
            .iter()
            .any(|identity| identity.category == category && identity.kind == kind)
    }

    /// Whether the entity lists this feature.
    #[must_use]
    pub fn has_feature(&self, var: &str) -> bool {
        self.features.iter().any(|feature| feature.var == var)
    }

    /// The first form with this `FORM_TYPE`.
    #[must_use]
    pub fn form(&self, form_type: &str) -> Option<&Form> {
        self.forms
            .iter()
            .find(|form| form.form_type() == Some(form_type))
    }
}

/// An identity of an entity.
///
/// The categories and types are [registered](https://xmpp.org/registrar/disco-categories.html). They are kept as
/// text because [`caps`](crate::caps) hashes them verbatim.
///
/// [XEP-0030, section 3.1](https://xmpp.org/extensions/xep-0030.html#info-basic)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "identity", derive(Debug, PartialEq, Eq))]
#[xml(new = "An identity without a name.", with)]
#[non_exhaustive]
pub struct Identity {
    /// The category: `client`, `conference`, `server` and so on.
    #[xml(attribute)]
    pub category: String,
    /// The type within the category, such as `phone` for `client`.
    #[xml(attribute = "type")]
    pub kind: String,
    /// The human-readable name. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The language of the name. `None` means the one in scope.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A feature of an entity.
///
/// [XEP-0030, section 3.1](https://xmpp.org/extensions/xep-0030.html#info-basic)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "feature", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature with this name.")]
#[non_exhaustive]
pub struct Feature {
    /// The name of the feature: the namespace of a protocol, or another
    /// [registered](https://xmpp.org/registrar/disco-features.html) name.
    #[xml(attribute)]
    pub var: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
