//! What an entity is and can do.
//!
//! [XEP-0030, Service Discovery](https://xmpp.org/extensions/xep-0030.html), with the forms of
//! [XEP-0128, Service Discovery Extensions](https://xmpp.org/extensions/xep-0128.html).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_vocabulary::headers::Headers;
use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, and the feature of an entity that answers about itself.
pub const NS: &str = "http://jabber.org/protocol/disco#info";

/// Asks an entity, or a node of it, what it is and can do.
///
/// [XEP-0030, section 3](https://xmpp.org/extensions/xep-0030.html#info)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info", "query"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "About the entity itself.", with)]
#[non_exhaustive]
pub struct Request {
    /// The node that is asked about; absent when the entity itself is.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// About a node of the entity.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }

    /// An answer to this request that says nothing yet: it has the node of the request, as it must.
    #[must_use]
    pub fn response(&self) -> Response {
        Response {
            node: self.node.clone(),
            ..Response::default()
        }
    }
}

/// What an entity, or a node of it, is and can do: the answer to a [`Request`].
///
/// [XEP-0030, section 3](https://xmpp.org/extensions/xep-0030.html#info)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info", "query"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "About the entity itself, without saying anything yet.", with)]
#[non_exhaustive]
pub struct Response {
    /// The node that was asked about; absent when the entity itself was.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What the entity is. There should be one at least; several may differ in nothing but the language of their name.
    #[xml(child)]
    pub identities: Vec<Identity>,
    /// What the entity can do. There should be [`NS`] at least, but some entities do not say what goes without saying.
    #[xml(child)]
    pub features: Vec<Feature>,
    /// More about the entity, in forms of type `result` whose
    /// [`form_type`](Form::form_type) says what they are about (XEP-0128).
    #[xml(child)]
    pub forms: Vec<Form>,
    /// Headers that belong to the answer itself, such as how long it holds (XEP-0131); absent where there are none.
    #[xml(child)]
    pub headers: Option<Headers>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Response {
    /// Whether the entity is of this category and type, whatever it is called.
    #[must_use]
    pub fn has_identity(&self, category: &str, kind: &str) -> bool {
        self.identities
            .iter()
            .any(|identity| identity.category == category && identity.kind == kind)
    }

    /// Whether the entity says that it has this feature.
    #[must_use]
    pub fn has_feature(&self, var: &str) -> bool {
        self.features.iter().any(|feature| feature.var == var)
    }

    /// The first form that is about this.
    #[must_use]
    pub fn form(&self, form_type: &str) -> Option<&Form> {
        self.forms
            .iter()
            .find(|form| form.form_type() == Some(form_type))
    }
}

/// One of the things that an entity is.
///
/// The categories and their types are [registered](https://xmpp.org/registrar/disco-categories.html). They are kept as
/// text because [`caps`](crate::caps) hashes them to the letter.
///
/// [XEP-0030, section 3.1](https://xmpp.org/extensions/xep-0030.html#info-basic)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "identity")]
#[xml(new = "An identity without a name.", with)]
#[non_exhaustive]
pub struct Identity {
    /// The category: `client`, `conference`, `server` and so on.
    #[xml(attribute)]
    pub category: String,
    /// The type within the category, as `phone` is one of `client`.
    #[xml(attribute = "type")]
    pub kind: String,
    /// What people call the entity; absent where it has no name.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The language of the name; absent where it is that of what is around.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One of the things that an entity can do.
///
/// [XEP-0030, section 3.1](https://xmpp.org/extensions/xep-0030.html#info-basic)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#info"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "feature")]
#[xml(new = "The feature of this name.")]
#[non_exhaustive]
pub struct Feature {
    /// The name of the feature: the namespace of a protocol, or another
    /// [registered](https://xmpp.org/registrar/disco-features.html) name.
    #[xml(attribute)]
    pub var: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
