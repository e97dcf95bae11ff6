//! How a sender would like a message to be treated on its way: stored or not, copied or not.
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

/// A wish, one of any number in a message. Nobody is bound to grant it.
///
/// To add one to those of a message, use [`Message::push_payload`]: [`Message::set_payload`] puts it in the place of
/// another.
///
/// [XEP-0334 §4](https://xmpp.org/extensions/xep-0334.html#hints)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "A wish of this kind.")]
#[non_exhaustive]
pub struct Hint {
    /// What is wished: the name of the element.
    #[xml(name)]
    pub kind: HintKind,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a sender wishes.
///
/// [XEP-0334 §4](https://xmpp.org/extensions/xep-0334.html#hints)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum HintKind {
    /// `no-permanent-store`: in no archive and no log; storing it until it is delivered is fine.
    NoPermanentStore,
    /// `no-store`: stored nowhere, not even until the recipient is online.
    NoStore,
    /// `no-copy`: only to the recipient, which is a full JID, and not as a copy to others.
    NoCopy,
    /// `store`: stored, although it may not look as if it were worth it.
    Store,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether the sender of the message wishes this. Never so for a message of type `error`, whose hints are those of the
/// message that it answers.
///
/// [XEP-0334 §5](https://xmpp.org/extensions/xep-0334.html#rules)
#[must_use]
pub fn has(message: &Message, kind: &HintKind) -> bool {
    let mut hints = message.payloads_of::<Hint>().filter_map(Result::ok);
    hints.any(|hint| hint.kind == *kind)
}
