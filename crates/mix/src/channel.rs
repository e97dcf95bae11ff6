//! Channels: joining and leaving, nicknames, senders of messages, creating and destroying.
//!
//! [XEP-0369, Mediated Information eXchange (MIX)](https://xmpp.org/extensions/xep-0369.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Message;
use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Error, Extra, Xml};

use crate::misc::Invitation;
use crate::{misc, privacy, vouched};

/// The namespace, which is also the feature of services, channels and clients that support this.
pub const NS: &str = "urn:xmpp:mix:core:1";

/// The namespace before 2019, which is also the feature of those that support no later version.
pub const NS_0: &str = "urn:xmpp:mix:core:0";

/// The feature of a service whose channels can be searched for.
///
/// [XEP-0369 §6.1](https://xmpp.org/extensions/xep-0369.html#disco-service)
pub const SEARCHABLE: &str = "urn:xmpp:mix:core:1#searchable";

/// The feature of a service at which the requesting user may create channels.
///
/// [XEP-0369 §7.3.1](https://xmpp.org/extensions/xep-0369.html#usecase-admin-check-create)
pub const CREATE_CHANNEL: &str = "urn:xmpp:mix:core:1#create-channel";

/// The category of the identity that services and channels have in service discovery.
pub const CATEGORY: &str = "conference";

/// The type of that identity.
pub const KIND: &str = "mix";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0369](https://xmpp.org/extensions/xep-0369.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:mix:core:1")]
    One,
    /// [`NS_0`]
    #[xml(token = "urn:xmpp:mix:core:0")]
    Zero,
}

/// The namespace of a [`Join`].
///
/// [XEP-0404](https://xmpp.org/extensions/xep-0404.html) and [XEP-0407](https://xmpp.org/extensions/xep-0407.html) use their
/// own namespaces for it, with additional elements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum JoinNamespace {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:mix:core:1")]
    One,
    /// [`NS_0`]
    #[xml(token = "urn:xmpp:mix:core:0")]
    Zero,
    /// [`privacy::NS`]
    #[xml(token = "urn:xmpp:mix:anon:0")]
    Privacy,
    /// [`misc::NS`]
    #[xml(token = "urn:xmpp:mix:misc:0")]
    Misc,
}

/// Joins a channel, in an iq of type `set` from an account. The result describes the new participant.
///
/// A client sends a [`ClientJoin`](crate::account::ClientJoin) to its server instead.
///
/// [XEP-0369 §7.1.2](https://xmpp.org/extensions/xep-0369.html#usecase-user-join)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[doc(alias("urn:xmpp:mix:anon:0", "urn:xmpp:mix:misc:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "join", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request to join and to subscribe to these nodes.", parameters = [namespace, subscribes], with)]
#[non_exhaustive]
pub struct Join {
    /// The namespace.
    #[xml(namespace)]
    pub namespace: JoinNamespace,
    /// In the result, the stable participant ID of the account. `None` in a request.
    #[xml(attribute)]
    pub id: Option<String>,
    /// In the result of earlier versions, instead of [`id`](Self::id): the address of the participant at the channel
    /// ([`ParticipantAddress`](crate::ParticipantAddress)), or the account's own JID. `None` in a request.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The nodes to subscribe to; in the result, the nodes subscribed to.
    #[xml(child)]
    pub subscribes: Vec<Subscribe>,
    /// The requested nickname; in the result, the assigned one. `None` means no nickname, or that the channel chooses.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The [`Preferences`](privacy::Preferences) of the participant; in the result, all that are in effect. `None` means the
    /// defaults of the channel.
    ///
    /// [XEP-0404 §3.1](https://xmpp.org/extensions/xep-0404.html#usecase-visibilty-pref)
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// The invitation that allows the account to join. `None` if it needs none.
    ///
    /// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
    #[xml(child)]
    pub invitation: Option<Invitation>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Join {
    /// A request to join, in the current namespace, and to subscribe to these nodes.
    ///
    /// ```
    /// use xmpp_mix::channel::Join;
    /// use xmpp_mix::node;
    ///
    /// let join = Join::of_nodes([node::MESSAGES, node::PRESENCE]).with_nick("third witch");
    /// assert_eq!(
    ///     xmpp_xml::to_string(&join)?,
    ///     "<join xmlns='urn:xmpp:mix:core:1'><subscribe node='urn:xmpp:mix:nodes:messages'/>\
    ///      <subscribe node='urn:xmpp:mix:nodes:presence'/><nick>third witch</nick></join>"
    /// );
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    #[must_use]
    pub fn of_nodes<'n>(nodes: impl IntoIterator<Item = &'n str>) -> Self {
        Self::new(JoinNamespace::One, nodes.into_iter().map(Subscribe::new))
    }
}

/// A node to subscribe to, or a node subscribed to.
///
/// [XEP-0369 §7.1.2](https://xmpp.org/extensions/xep-0369.html#usecase-user-join)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[doc(alias("urn:xmpp:mix:anon:0", "urn:xmpp:mix:misc:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = [NS, NS_0, privacy::NS, misc::NS], name = "subscribe")]
#[xml(new = "Subscribes to this node.")]
#[non_exhaustive]
pub struct Subscribe {
    /// The node: see [`node`](crate::node).
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node to unsubscribe from, or a node unsubscribed from.
///
/// [XEP-0369 §7.1.2](https://xmpp.org/extensions/xep-0369.html#usecase-user-join)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_0], name = "unsubscribe", derive(Debug, PartialEq, Eq))]
#[xml(new = "Unsubscribes from this node.")]
#[non_exhaustive]
pub struct Unsubscribe {
    /// The node: see [`node`](crate::node).
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Changes the subscriptions of the account, in an iq of type `set` from a client to a channel. The result has the changes.
///
/// [XEP-0369 §7.1.2](https://xmpp.org/extensions/xep-0369.html#usecase-user-join)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "update-subscription", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request without changes.", with)]
#[non_exhaustive]
pub struct UpdateSubscription {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// In the result, the account. `None` in a request.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The nodes to subscribe to.
    #[xml(child)]
    pub subscribes: Vec<Subscribe>,
    /// The nodes to unsubscribe from.
    #[xml(child)]
    pub unsubscribes: Vec<Unsubscribe>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Leaves a channel permanently, in an iq of type `set` from an account; also in the result.
///
/// A client sends a [`ClientLeave`](crate::account::ClientLeave) to its server instead.
///
/// [XEP-0369 §7.1.3](https://xmpp.org/extensions/xep-0369.html#usecase-user-leaving)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "leave", derive(Debug, PartialEq, Eq))]
#[xml(new = "Leaves, in this version of the protocol.")]
#[non_exhaustive]
pub struct Leave {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Sets the nickname, in an iq of type `set` from a client to a channel. The result has the assigned nickname.
///
/// [XEP-0369 §7.1.4](https://xmpp.org/extensions/xep-0369.html#usecase-setting-nick)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "setnick", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Lets the channel choose a nickname, in this version of the protocol.",
    with
)]
#[non_exhaustive]
pub struct SetNick {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The nickname. `None` in a request lets the channel choose.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender of a message, added by the channel.
///
/// Read it with [`of`](Self::of), which checks the sender.
///
/// [XEP-0369 §7.1.6](https://xmpp.org/extensions/xep-0369.html#usecase-user-message)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "mix", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An element without data, in this version of the protocol.",
    with
)]
#[non_exhaustive]
pub struct Mix {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The nickname. `None` if there is none.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The address of the account. `None` if the channel hides it.
    #[xml(child_text = "jid")]
    pub jid: Option<Jid>,
    /// The `id` with which the message was sent to the channel; only in [`Version::Zero`]. `None` if not specified.
    #[xml(child_text = "submission-id")]
    pub submission_id: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Mix {
    /// The sender of a message, as stated by the `channel`. `None` if the message is not from the channel (the element is
    /// forged), has the type `error`, or has several such elements.
    ///
    /// The resource of the message's `from` is the stable participant ID ([`participant_id`]).
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(message: &Message, channel: &BareJid) -> Result<Option<Self>, Error> {
        vouched::of_message(message, channel)
    }
}

/// The stable participant ID of the sender of a message in the `channel`. `None` if the message is not from the channel, or
/// has no participant ID, as in the channel's archive.
///
/// [XEP-0369 §7.1.6](https://xmpp.org/extensions/xep-0369.html#usecase-user-message)
#[must_use]
pub fn participant_id<'m>(message: &'m Message, channel: &BareJid) -> Option<&'m str> {
    let from = message.from.as_ref()?;
    let is_channel = from.is_valid() && from.bare_eq(channel) && !message.is_error();
    if is_channel { from.resource() } else { None }
}

/// A participant: the payload of an item of [`PARTICIPANTS`](crate::node::PARTICIPANTS). The item ID is the stable
/// participant ID.
///
/// [XEP-0369 §4.7.3](https://xmpp.org/extensions/xep-0369.html#participants-node)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "participant", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An element without data, in this version of the protocol.",
    with
)]
#[non_exhaustive]
pub struct Participant {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The nickname. `None` if there is none.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The address of the account. `None` if the channel hides it.
    #[xml(child_text = "jid")]
    pub jid: Option<Jid>,
    /// The nickname as an attribute, which is how ejabberd sends it. `None` from other servers.
    #[xml(attribute = "nick")]
    pub nick_attribute: Option<String>,
    /// The address of the account as an attribute. `None` from other servers.
    #[xml(attribute = "jid")]
    pub jid_attribute: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Participant {
    /// The nickname, in whichever form it was sent. `None` if there is none.
    #[must_use]
    pub fn nickname(&self) -> Option<&str> {
        self.nick.as_deref().or(self.nick_attribute.as_deref())
    }

    /// The address of the account, in whichever form it was sent. `None` if the channel hides it, or if two addresses differ.
    #[must_use]
    pub fn account(&self) -> Option<&Jid> {
        match (&self.jid, &self.jid_attribute) {
            (Some(jid), Some(other)) => (jid == other).then_some(jid),
            (jid, other) => jid.as_ref().or(other.as_ref()),
        }
    }
}

/// Creates a channel, in an iq of type `set` to a service. The result has its name.
///
/// [XEP-0369 §7.3.2](https://xmpp.org/extensions/xep-0369.html#usecase-admin-create)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "create", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Makes a channel whose name the service chooses, in this version of the protocol.",
    with
)]
#[non_exhaustive]
pub struct Create {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The localpart of the channel. `None` in a request lets the service choose one, for an ad-hoc channel that others
    /// cannot find.
    #[xml(attribute)]
    pub channel: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Destroys a channel, in an iq of type `set` to a service.
///
/// [XEP-0369 §7.3.4](https://xmpp.org/extensions/xep-0369.html#usecase-admin-destroy)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1", "urn:xmpp:mix:core:0"))]
#[derive(Clone, Xml)]
#[xml(name = "destroy", derive(Debug, PartialEq, Eq))]
#[xml(new = "Destroys this channel, in this version of the protocol.")]
#[non_exhaustive]
pub struct Destroy {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The localpart of the channel.
    #[xml(attribute)]
    pub channel: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Information about a channel: the payload of the item of [`INFORMATION`](crate::node::INFORMATION).
///
/// [XEP-0369 §4.7.4](https://xmpp.org/extensions/xep-0369.html#info-node)
#[doc(alias("XEP-0369", "XEP0369", "0369"))]
#[doc(alias("urn:xmpp:mix:core:1"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Information {
    /// The name. `None` if it has no name.
    #[form(var = "Name", kind = "text-single")]
    pub name: Option<String>,
    /// The description. `None` if not specified.
    #[form(var = "Description", kind = "text-single")]
    pub description: Option<String>,
    /// The JIDs of those responsible for the channel.
    #[form(var = "Contact", kind = "jid-multi")]
    pub contacts: Vec<Jid>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
