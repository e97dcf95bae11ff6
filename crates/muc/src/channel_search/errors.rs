//! What a search adds to a stanza error.
//!
//! [XEP-0433 §4.2.2](https://xmpp.org/extensions/xep-0433.html#usecases-search-request)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:channel-search:0:error";

/// The service does not know the order that is wanted; beside the condition `feature-not-implemented`.
///
/// [XEP-0433 §4.2.2.2](https://xmpp.org/extensions/xep-0433.html#usecases-search-request-unsuppsortkey)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invalid-sort-key")]
#[xml(new = "The order is not known.")]
#[non_exhaustive]
pub struct InvalidSortKey {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// None of the words can be searched for; beside the condition `bad-request`.
///
/// [XEP-0433 §4.2.2.3](https://xmpp.org/extensions/xep-0433.html#usecases-search-request-searchinvalid)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invalid-search-terms")]
#[xml(new = "The words cannot be searched for.")]
#[non_exhaustive]
pub struct InvalidSearchTerms {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// There were too many requests; beside the condition `resource-constraint`.
///
/// [XEP-0433 §4.2.2.4](https://xmpp.org/extensions/xep-0433.html#usecases-support-request-ratelimit)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rate-limit")]
#[xml(new = "Too many requests.", with)]
#[non_exhaustive]
pub struct RateLimit {
    /// After how many seconds to try again at the earliest. `None` means after longer and longer times.
    #[xml(attribute = "retry-after")]
    pub retry_after: Option<u64>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The service does not give away all channels at once; beside the condition `not-allowed` or `forbidden`.
///
/// [XEP-0433 §4.2.2.5](https://xmpp.org/extensions/xep-0433.html#usecases-support-request-nofulllist)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "full-set-retrieval-rejected")]
#[xml(new = "Not all channels are given away.")]
#[non_exhaustive]
pub struct FullSetRetrievalRejected {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Some of the fields contradict each other; beside the condition `bad-request`.
///
/// [XEP-0433 §4.2.2.6](https://xmpp.org/extensions/xep-0433.html#usecases-support-request-conflictingoptions)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "conflicting-fields")]
#[xml(new = "These fields.", parameters = [vars])]
#[non_exhaustive]
pub struct ConflictingFields {
    /// The names of the fields, of which one at least is to be changed.
    #[xml(child_text = "var")]
    pub vars: Vec<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// No field says what is searched for; beside the condition `bad-request`.
///
/// [XEP-0433 §4.2.2.7](https://xmpp.org/extensions/xep-0433.html#usecases-search-request-nosearch)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:error"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "no-search-conditions")]
#[xml(new = "Nothing is searched for.")]
#[non_exhaustive]
pub struct NoSearchConditions {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
