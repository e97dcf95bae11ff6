//! Hints for the processing of a message: whether to store it, and whether to copy it.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_vocabulary::hints::{self, Hint, HintKind};
//!
//! let message = Message::new().with_payload(&Hint::new(HintKind::NoStore))?;
//! assert!(hints::has(&message, &HintKind::NoStore));
//! assert!(!hints::has(&message, &HintKind::Store));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0334, Message Processing Hints](https://xmpp.org/extensions/xep-0334.html)

use xmpp_core_stanzas::Message;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:hints";

/// A hint; a message may have any number. Hints are not binding.
///
/// Add it with [`Message::push_payload`]: [`Message::set_payload`] would replace another hint.
///
/// [XEP-0334 §4](https://xmpp.org/extensions/xep-0334.html#hints)
#[doc(alias("XEP-0334", "XEP0334", "0334"))]
#[doc(alias("urn:xmpp:hints", "no-permanent-store", "no-store", "no-copy"))]
#[doc(alias("store"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this hint.")]
#[non_exhaustive]
pub struct Hint {
    /// The hint: the name of the element.
    #[xml(name)]
    pub kind: HintKind,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The hints.
///
/// [XEP-0334 §4](https://xmpp.org/extensions/xep-0334.html#hints)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum HintKind {
    /// `no-permanent-store`: keep it out of archives and logs; offline storage is fine.
    NoPermanentStore,
    /// `no-store`: do not store it, not even for offline delivery.
    NoStore,
    /// `no-copy`: deliver it only to the full JID that it is addressed to, without copies such as carbons.
    NoCopy,
    /// `store`: store it, even if messages like it usually are not.
    Store,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether a message has this hint. `false` for a message of type `error`, whose hints are those of the original
/// message.
///
/// [XEP-0334 §5](https://xmpp.org/extensions/xep-0334.html#rules)
#[must_use]
pub fn has(message: &Message, kind: &HintKind) -> bool {
    let mut hints = message.payloads_of::<Hint>().filter_map(Result::ok);
    hints.any(|hint| hint.kind == *kind)
}
