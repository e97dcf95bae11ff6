//! What the parties of a call tell each other by the way.
//!
//! [XEP-0167, Jingle RTP Sessions](https://xmpp.org/extensions/xep-0167.html#info)

use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

use crate::session::Creator;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:info:1";

/// The state of a call, as the payload of a [`Action::SessionInfo`](crate::session::Action::SessionInfo).
///
/// [XEP-0167 §8](https://xmpp.org/extensions/xep-0167.html#info)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:info:1", "active", "hold", "mute"))]
#[doc(alias("ringing", "unhold", "unmute"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The state of the whole call.", with)]
#[non_exhaustive]
pub struct Info {
    /// Which: the name of the element.
    #[xml(name)]
    pub kind: InfoKind,
    /// With [`InfoKind::Mute`] and [`InfoKind::Unmute`], who added the content that is meant.
    #[xml(attribute)]
    pub creator: Option<Creator>,
    /// With [`InfoKind::Mute`] and [`InfoKind::Unmute`], the content that is meant; absent for all.
    #[xml(attribute)]
    pub name: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Info {
    /// The state of one content: mute or not.
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
    /// `active`: the sender takes part again.
    Active,
    /// `hold`: the sender does not listen.
    Hold,
    /// `mute`: the sender does not speak.
    Mute,
    /// `ringing`: the device of the sender rings.
    Ringing,
    /// `unhold`: the sender listens again.
    Unhold,
    /// `unmute`: the sender speaks again.
    Unmute,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
