//! Bind 2: a client gets its resource as part of [authentication](crate::sasl2), along with what the session shall begin with.
//!
//! [XEP-0386, Bind 2](https://xmpp.org/extensions/xep-0386.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Element, Error, Extra, RawElement, Xml, payloads};

use crate::client_state::State;
use crate::stream_management::{Enable, Enabled, Failed};

/// The namespace.
pub const NS: &str = "urn:xmpp:bind:0";

/// In [`sasl2::Inline`](crate::sasl2::Inline): a resource can be bound as part of authentication.
///
/// [XEP-0386 §3.1](https://xmpp.org/extensions/xep-0386.html)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0", "bind"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bind", new = "The offer, with nothing more.", with)]
#[non_exhaustive]
pub struct Feature {
    /// What a session can begin with. `None` when there is nothing.
    #[xml(child)]
    pub inline: Option<Inline>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a session can begin with.
///
/// [XEP-0386 §3.1](https://xmpp.org/extensions/xep-0386.html)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "inline", new = "These features.", parameters = [features])]
#[non_exhaustive]
pub struct Inline {
    /// The features. There is one at least.
    #[xml(child)]
    pub features: Vec<InlineFeature>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Something that a session can begin with.
///
/// [XEP-0386 §3.1](https://xmpp.org/extensions/xep-0386.html)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0", "feature"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "feature", new = "This feature.")]
#[non_exhaustive]
pub struct InlineFeature {
    /// The feature or namespace, such as `urn:xmpp:sm:3`, `urn:xmpp:csi:0` or `urn:xmpp:carbons:2`.
    #[xml(attribute)]
    pub var: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Authenticate`](crate::sasl2::Authenticate): a resource is to be bound, and this is what the session shall
/// begin with.
///
/// [XEP-0386 §3.2](https://xmpp.org/extensions/xep-0386.html#bind-request)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0", "bind"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bind", new = "Any resource, with nothing more.", with)]
#[non_exhaustive]
pub struct Request {
    /// The software, in a word. The server puts it into the resourcepart, so others may see it; it should say nothing about
    /// the user. `None` when the server has nothing to go by.
    #[xml(child_text = "tag")]
    pub tag: Option<String>,
    /// Enables stream management. `None` when it is not wanted.
    ///
    /// [XEP-0198 §9.1](https://xmpp.org/extensions/xep-0198.html#inline-enable)
    #[xml(child)]
    pub enable: Option<Enable>,
    /// The [state](crate::client_state) to begin in. `None`: active.
    #[xml(child)]
    pub state: Option<State>,
    /// What else the session shall begin with.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Success`](crate::sasl2::Success): a resource is bound, and this came of what the session shall begin with.
///
/// [XEP-0386 §3.2](https://xmpp.org/extensions/xep-0386.html#bind-request)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bound", new = "A resource, with nothing more.", with)]
#[non_exhaustive]
pub struct Bound {
    /// Stream management is enabled. `None` when it is not.
    #[xml(child)]
    pub enabled: Option<Enabled>,
    /// Why stream management could not be enabled. `None` when it is, or was not asked for.
    #[xml(child)]
    pub enable_failed: Option<Failed>,
    /// What came of the rest, and the state of the archive at this moment (XEP-0313).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Feature {
    /// Whether a session can begin with this feature.
    #[must_use]
    pub fn has(&self, var: &str) -> bool {
        let features = self.inline.iter().flat_map(|inline| &inline.features);
        features.into_iter().any(|feature| feature.var == var)
    }
}

impl Request {
    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/bind")
    }
}

impl Bound {
    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/bound")
    }
}
