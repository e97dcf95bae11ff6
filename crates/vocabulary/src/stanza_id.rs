//! Unique and stable identifiers of messages, assigned by an account, a room or the sender.
//!
//! Anybody can put a [`StanzaId`] with any `by` into a message. An [`Assigner`] finds the one that can be trusted:
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_vocabulary::stanza_id::{self, Assigner};
//!
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' type='groupchat' from='party@rooms.tea.example/Hatter'>\
//!      <stanza-id xmlns='urn:xmpp:sid:0' by='tea.example' id='forged'/>\
//!      <stanza-id xmlns='urn:xmpp:sid:0' by='party@rooms.tea.example' id='28482'/></message>",
//! )?;
//! let features = [stanza_id::NS]; // what the room answers to disco#info
//! let room = "party@rooms.tea.example".parse()?;
//! let room = Assigner::room(&room, features).expect("a room that removes forged ones");
//! assert_eq!(room.id_of(&message).as_deref(), Some("28482"));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0359, Unique and Stable Stanza IDs](https://xmpp.org/extensions/xep-0359.html)

use alloc::string::String;

use xmpp_core_stanzas::Message;
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of an entity that assigns stanza ids and removes forged ones.
pub const NS: &str = "urn:xmpp:sid:0";

/// The identifier that an entity has assigned to a message: the recipient's account or the room.
///
/// The sender of the message may have forged it. [`Assigner::id_of`] finds the one that can be trusted.
///
/// [XEP-0359 §2.1](https://xmpp.org/extensions/xep-0359.html#stanza-id)
#[doc(alias("XEP-0359", "XEP0359", "0359"))]
#[doc(alias("urn:xmpp:sid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "stanza-id", derive(Debug, PartialEq, Eq))]
#[xml(new = "The identifier assigned by this entity.")]
#[non_exhaustive]
pub struct StanzaId {
    /// The identifier, which is unique for this [`by`](Self::by).
    #[xml(attribute)]
    pub id: String,
    /// The assigning entity: the bare JID of the account or room.
    #[xml(attribute)]
    pub by: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The identifier that the sender has assigned to a message. It may not be unique: a sender can repeat one, also of
/// somebody else's message.
///
/// [XEP-0359 §2.2](https://xmpp.org/extensions/xep-0359.html#origin-id)
#[doc(alias("XEP-0359", "XEP0359", "0359"))]
#[doc(alias("urn:xmpp:sid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "origin-id", derive(Debug, PartialEq, Eq))]
#[xml(new = "The identifier assigned by the sender.")]
#[non_exhaustive]
pub struct OriginId {
    /// The identifier. Most clients use the `id` of the stanza.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A reference to another message by its [`StanzaId`].
///
/// [XEP-0359 §4](https://xmpp.org/extensions/xep-0359.html#referencing)
#[doc(alias("XEP-0359", "XEP0359", "0359"))]
#[doc(alias("urn:xmpp:sid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "referenced-stanza", derive(Debug, PartialEq, Eq))]
#[xml(new = "The message with this identifier.", with)]
#[non_exhaustive]
pub struct ReferencedStanza {
    /// The identifier of that message.
    #[xml(attribute)]
    pub id: String,
    /// The assigning entity. `None` if it is clear from the context.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An entity whose stanza ids can be trusted: the client's own account or a room, with the feature [`NS`], which
/// promises that it removes forged ones.
///
/// [XEP-0359 §6](https://xmpp.org/extensions/xep-0359.html#security)
#[derive(Clone, Copy, Debug)]
pub struct Assigner<'a> {
    address: &'a BareJid,
    is_room: bool,
}

impl<'a> Assigner<'a> {
    /// The client's own account, through which every message comes. `features` are those of its disco#info; `None` if
    /// [`NS`] is not among them.
    #[must_use]
    pub fn account<'f>(
        address: &'a BareJid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        Self::of(address, features, false)
    }

    /// A room, which is trusted only in messages from it. `features` are those of its disco#info; `None` if [`NS`] is
    /// not among them.
    #[must_use]
    pub fn room<'f>(
        address: &'a BareJid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        Self::of(address, features, true)
    }

    fn of<'f>(
        address: &'a BareJid,
        features: impl IntoIterator<Item = &'f str>,
        is_room: bool,
    ) -> Option<Self> {
        let mut features = features.into_iter();
        let found = features.any(|feature| feature == NS);
        found.then_some(Self { address, is_room })
    }

    /// The bare JID of the account or room.
    #[must_use]
    pub fn address(&self) -> &'a BareJid {
        self.address
    }

    /// The stanza id that this entity has assigned to the message. `None` if there is none or several with its address,
    /// if the entity is a room and the message is not from it, and for a message of type `error`.
    ///
    /// [XEP-0359 §3](https://xmpp.org/extensions/xep-0359.html#rules)
    #[must_use]
    pub fn id_of(&self, message: &Message) -> Option<String> {
        let from = message.from.as_ref();
        if self.is_room && !from.is_some_and(|from| from.bare_eq(self.address)) {
            return None;
        }
        let all = message.payloads_of::<StanzaId>().filter_map(Result::ok);
        let mut own = all.filter(|id| id.by == **self.address);
        own.next().filter(|_| own.next().is_none()).map(|id| id.id)
    }
}
