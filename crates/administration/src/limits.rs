//! Application-specific error conditions for exceeded limits.
//!
//! ```
//! use xmpp_administration::limits::TooManyStanzas;
//! use xmpp_core_stanzas::{Condition, StanzaError};
//!
//! let error = StanzaError::new(Condition::UnexpectedRequest).with_application_condition(&TooManyStanzas::new())?;
//! assert!(error.application_condition::<TooManyStanzas>()?.is_some());
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0205, Best Practices to Discourage Denial of Service Attacks](https://xmpp.org/extensions/xep-0205.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:errors";

/// The account has too many connected resources; accompanies the condition `resource-constraint`.
///
/// [XEP-0205 §4.4](https://xmpp.org/extensions/xep-0205.html#rec-resources)
#[doc(alias("XEP-0205", "XEP0205", "0205"))]
#[doc(alias("urn:xmpp:errors"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "resource-limit-exceeded", new = "The condition.")]
#[non_exhaustive]
pub struct ResourceLimitExceeded {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The stanza is too large; accompanies the condition `not-allowed`, or the stream error `policy-violation`.
///
/// [XEP-0205 §4.5](https://xmpp.org/extensions/xep-0205.html#rec-stanzasize)
#[doc(alias("XEP-0205", "XEP0205", "0205"))]
#[doc(alias("urn:xmpp:errors"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "stanza-too-big", new = "The condition.")]
#[non_exhaustive]
pub struct StanzaTooBig {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Too many stanzas were sent to different recipients; accompanies the condition `unexpected-request`.
///
/// [XEP-0205 §4.6](https://xmpp.org/extensions/xep-0205.html#rec-recipients)
#[doc(alias("XEP-0205", "XEP0205", "0205"))]
#[doc(alias("urn:xmpp:errors"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "too-many-stanzas", new = "The condition.")]
#[non_exhaustive]
pub struct TooManyStanzas {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
