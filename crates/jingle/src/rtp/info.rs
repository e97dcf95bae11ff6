//! Informational messages during a call.
//!
//! [XEP-0167, Jingle RTP Sessions](https://xmpp.org/extensions/xep-0167.html#info)

use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

use crate::session::Creator;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:info:1";

/// The state of a call, as the payload of an [`Action::SessionInfo`](crate::session::Action::SessionInfo).
///
/// [XEP-0167 §8](https://xmpp.org/extensions/xep-0167.html#info)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:info:1", "active", "hold", "mute"))]
#[doc(alias("ringing", "unhold", "unmute"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The state of the whole call.", with)]
#[non_exhaustive]
pub struct Info {
    /// The kind, which is the name of the element.
    #[xml(name)]
    pub kind: InfoKind,
    /// For [`InfoKind::Mute`] and [`InfoKind::Unmute`], who added the content.
    #[xml(attribute)]
    pub creator: Option<Creator>,
    /// For [`InfoKind::Mute`] and [`InfoKind::Unmute`], the name of the content. `None` means all.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Info {
    /// The state of one content: muted or not.
    #[must_use]
    pub fn of_content(kind: InfoKind, creator: Creator, name: &str) -> Self {
        Self {
            creator: Some(creator),
            name: Some(name.into()),
            ..Self::new(kind)
        }
    }
}

/// The state of a call.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum InfoKind {
    /// `active`: the sender is actively participating again.
    Active,
    /// `hold`: the sender has put the call on hold.
    Hold,
    /// `mute`: the sender is muted.
    Mute,
    /// `ringing`: the sender's device is ringing.
    Ringing,
    /// `unhold`: the sender has taken the call off hold.
    Unhold,
    /// `unmute`: the sender is no longer muted.
    Unmute,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
