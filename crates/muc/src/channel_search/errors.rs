//! Error conditions specific to channel search.
//!
//! [XEP-0433 §4.2.2](https://xmpp.org/extensions/xep-0433.html#usecases-search-request)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:channel-search:0:error";

/// The order is not supported; with the condition `feature-not-implemented`.
///
/// [XEP-0433 §4.2.2.2](https://xmpp.org/extensions/xep-0433.html#usecases-search-request-unsuppsortkey)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "invalid-sort-key", derive(Debug, PartialEq, Eq))]
#[xml(new = "The order is not supported.")]
#[non_exhaustive]
pub struct InvalidSortKey {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// None of the search terms is usable; with the condition `bad-request`.
///
/// [XEP-0433 §4.2.2.3](https://xmpp.org/extensions/xep-0433.html#usecases-search-request-searchinvalid)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "invalid-search-terms", derive(Debug, PartialEq, Eq))]
#[xml(new = "The search terms are not usable.")]
#[non_exhaustive]
pub struct InvalidSearchTerms {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// There were too many requests; with the condition `resource-constraint`.
///
/// [XEP-0433 §4.2.2.4](https://xmpp.org/extensions/xep-0433.html#usecases-support-request-ratelimit)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "rate-limit", derive(Debug, PartialEq, Eq))]
#[xml(new = "Too many requests.", with)]
#[non_exhaustive]
pub struct RateLimit {
    /// The minimum number of seconds to wait before retrying. `None` means exponential back-off.
    #[xml(attribute = "retry-after")]
    pub retry_after: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The service does not return all channels; with the condition `not-allowed` or `forbidden`.
///
/// [XEP-0433 §4.2.2.5](https://xmpp.org/extensions/xep-0433.html#usecases-support-request-nofulllist)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "full-set-retrieval-rejected", derive(Debug, PartialEq, Eq))]
#[xml(new = "The service does not return all channels.")]
#[non_exhaustive]
pub struct FullSetRetrievalRejected {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Some of the fields conflict; with the condition `bad-request`.
///
/// [XEP-0433 §4.2.2.6](https://xmpp.org/extensions/xep-0433.html#usecases-support-request-conflictingoptions)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "conflicting-fields", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of the fields in conflict.", parameters = [vars])]
#[non_exhaustive]
pub struct ConflictingFields {
    /// The names of the fields, of which at least one must be changed.
    #[xml(child_text = "var")]
    pub vars: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// There are no search conditions; with the condition `bad-request`.
///
/// [XEP-0433 §4.2.2.7](https://xmpp.org/extensions/xep-0433.html#usecases-search-request-nosearch)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "no-search-conditions", derive(Debug, PartialEq, Eq))]
#[xml(new = "There are no search conditions.")]
#[non_exhaustive]
pub struct NoSearchConditions {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
