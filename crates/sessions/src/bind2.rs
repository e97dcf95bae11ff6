//! Bind 2: resource binding as part of [authentication](crate::sasl2), together with the initial features of the session.
//!
//! [XEP-0386, Bind 2](https://xmpp.org/extensions/xep-0386.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Element, Error, Extra, RawElement, Xml, payloads};

use crate::client_state::State;
use crate::stream_management::{Enable, Enabled, Failed};

/// The namespace.
pub const NS: &str = "urn:xmpp:bind:0";

/// In [`sasl2::Inline`](crate::sasl2::Inline): a resource can be bound during authentication.
///
/// [XEP-0386 §3.1](https://xmpp.org/extensions/xep-0386.html)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0", "bind"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "bind", new = "The offer, without features.", with)]
#[non_exhaustive]
pub struct Feature {
    /// The features that can be enabled. `None` if there are none.
    #[xml(child)]
    pub inline: Option<Inline>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Features that can be enabled when binding a resource.
///
/// [XEP-0386 §3.1](https://xmpp.org/extensions/xep-0386.html)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "inline", new = "An offer of these features.", parameters = [features])]
#[non_exhaustive]
pub struct Inline {
    /// The features; at least one.
    #[xml(child)]
    pub features: Vec<InlineFeature>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A feature that can be enabled when binding a resource.
///
/// [XEP-0386 §3.1](https://xmpp.org/extensions/xep-0386.html)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0", "feature"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "feature", new = "The feature with this name.")]
#[non_exhaustive]
pub struct InlineFeature {
    /// The feature or namespace, such as `urn:xmpp:sm:3`, `urn:xmpp:csi:0` or `urn:xmpp:carbons:2`.
    #[xml(attribute)]
    pub var: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Authenticate`](crate::sasl2::Authenticate): requests to bind a resource, with features to
/// enable.
///
/// [XEP-0386 §3.2](https://xmpp.org/extensions/xep-0386.html#bind-request)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0", "bind"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "bind", new = "Requests any resource, without further features.", with)]
#[non_exhaustive]
pub struct Request {
    /// A short name of the software. The server includes it in the resourcepart, where others may see it; it must not identify
    /// the user. `None` leaves the resource to the server.
    #[xml(child_text = "tag")]
    pub tag: Option<String>,
    /// Enables stream management. `None` does not.
    ///
    /// [XEP-0198 §9.1](https://xmpp.org/extensions/xep-0198.html#inline-enable)
    #[xml(child)]
    pub enable: Option<Enable>,
    /// The initial [state](crate::client_state). `None` means active.
    #[xml(child)]
    pub state: Option<State>,
    /// Other features to enable.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Success`](crate::sasl2::Success): a resource has been bound, with these features.
///
/// [XEP-0386 §3.2](https://xmpp.org/extensions/xep-0386.html#bind-request)
#[doc(alias("XEP-0386", "XEP0386", "0386"))]
#[doc(alias("urn:xmpp:bind:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "bound", new = "A bound resource, without features.", with)]
#[non_exhaustive]
pub struct Bound {
    /// Stream management has been enabled. `None` if it has not.
    #[xml(child)]
    pub enabled: Option<Enabled>,
    /// Enabling stream management has failed. `None` if it succeeded, or was not requested.
    #[xml(child)]
    pub enable_failed: Option<Failed>,
    /// The results of other features, and the state of the archive at this time (XEP-0313).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Feature {
    /// Whether this feature can be enabled.
    #[must_use]
    pub fn has(&self, var: &str) -> bool {
        let features = self.inline.iter().flat_map(|inline| &inline.features);
        features.into_iter().any(|feature| feature.var == var)
    }
}

impl Request {
    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/bind")
    }
}

impl Bound {
    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/bound")
    }
}
