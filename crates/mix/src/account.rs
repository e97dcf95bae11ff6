//! Requests of a client to its own server, which joins and leaves channels for the account and keeps them in the roster.
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_mix::account::ClientJoin;
//! use xmpp_mix::channel::Join;
//! use xmpp_mix::node;
//!
//! let channel = Jid::new("coven@mix.shakespeare.example")?;
//! let join = ClientJoin::to(channel, Join::of_nodes([node::MESSAGES]));
//! assert_eq!(
//!     xmpp_xml::to_string(&join)?,
//!     "<client-join xmlns='urn:xmpp:mix:pam:2' channel='coven@mix.shakespeare.example'>\
//!      <join xmlns='urn:xmpp:mix:core:1'><subscribe node='urn:xmpp:mix:nodes:messages'/></join></client-join>"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0405, Mediated Information eXchange (MIX): Participant Server Requirements](https://xmpp.org/extensions/xep-0405.html)

use alloc::string::String;

use xmpp_core_stanzas::{Iq, IqKind};
use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, Xml};

use crate::channel::{Join, Leave};

/// The namespace, which is also the feature of accounts whose server supports this.
pub const NS: &str = "urn:xmpp:mix:pam:2";

/// The namespace before 2020, which is also the feature of servers that support no later version.
pub const NS_1: &str = "urn:xmpp:mix:pam:1";

/// The namespace before 2018, which is also the feature of servers that support no later version.
pub const NS_0: &str = "urn:xmpp:mix:pam:0";

/// The feature of an account whose server archives the messages of its channels.
///
/// [XEP-0405 §2.4](https://xmpp.org/extensions/xep-0405.html#user-server-client-capability)
pub const ARCHIVE: &str = "urn:xmpp:mix:pam:2#archive";

/// The namespace of the elements that mark channels in a roster.
pub const ROSTER_NS: &str = "urn:xmpp:mix:roster:0";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0405](https://xmpp.org/extensions/xep-0405.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:mix:pam:2")]
    Two,
    /// [`NS_1`]
    #[xml(token = "urn:xmpp:mix:pam:1")]
    One,
    /// [`NS_0`]
    #[xml(token = "urn:xmpp:mix:pam:0")]
    Zero,
}

/// Asks the user's own server to join a channel, in an iq of type `set` to the user's own account. The result has the answer
/// of the channel.
///
/// [XEP-0405 §2.7](https://xmpp.org/extensions/xep-0405.html#usecase-user-join)
#[doc(alias("XEP-0405", "XEP0405", "0405"))]
#[doc(alias("urn:xmpp:mix:pam:2", "urn:xmpp:mix:pam:1"))]
#[doc(alias("urn:xmpp:mix:pam:0"))]
#[derive(Clone, Xml)]
#[xml(name = "client-join", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct ClientJoin {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The channel. `None` in the result.
    #[xml(attribute, strict)]
    pub channel: Option<Jid>,
    /// The request to the channel, or its answer.
    #[xml(child)]
    pub join: Join,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ClientJoin {
    /// A request to join this channel.
    #[must_use]
    pub fn to(channel: Jid, join: Join) -> Self {
        Self {
            version: Version::Two,
            channel: Some(channel),
            join,
            extra: Extra::new(),
        }
    }

    /// The iq that the server sends to the channel on behalf of the account. `None` if the iq is not such a request, or does
    /// not name a channel by a valid bare JID.
    ///
    /// # Errors
    /// The element is invalid.
    ///
    /// [XEP-0405 §2.7](https://xmpp.org/extensions/xep-0405.html#usecase-user-join)
    pub fn request(iq: &Iq, account: &Jid) -> Result<Option<Iq>, Error> {
        match iq.as_set::<Self>()? {
            Some(Self { channel, join, .. }) => to_channel(iq, account, channel)
                .map(|sent| sent.with_payload(&join))
                .transpose(),
            None => Ok(None),
        }
    }
}

/// Asks the user's own server to leave a channel, in an iq of type `set` to the user's own account. The result has the
/// answer of the channel.
///
/// [XEP-0405 §2.8](https://xmpp.org/extensions/xep-0405.html#usecase-user-leaving)
#[doc(alias("XEP-0405", "XEP0405", "0405"))]
#[doc(alias("urn:xmpp:mix:pam:2", "urn:xmpp:mix:pam:1"))]
#[doc(alias("urn:xmpp:mix:pam:0"))]
#[derive(Clone, Xml)]
#[xml(name = "client-leave", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct ClientLeave {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The channel. `None` in the result.
    #[xml(attribute, strict)]
    pub channel: Option<Jid>,
    /// The request to the channel, or its answer.
    #[xml(child)]
    pub leave: Leave,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ClientLeave {
    /// A request to leave this channel.
    #[must_use]
    pub fn from(channel: Jid) -> Self {
        Self {
            version: Version::Two,
            channel: Some(channel),
            leave: Leave::default(),
            extra: Extra::new(),
        }
    }

    /// The iq that the server sends to the channel, like [`ClientJoin::request`].
    ///
    /// # Errors
    /// The element is invalid.
    ///
    /// [XEP-0405 §2.8](https://xmpp.org/extensions/xep-0405.html#usecase-user-leaving)
    pub fn request(iq: &Iq, account: &Jid) -> Result<Option<Iq>, Error> {
        match iq.as_set::<Self>()? {
            Some(Self { channel, leave, .. }) => to_channel(iq, account, channel)
                .map(|sent| sent.with_payload(&leave))
                .transpose(),
            None => Ok(None),
        }
    }
}

/// An iq from the account to the channel, with the `id` of the one that the client has sent.
fn to_channel(iq: &Iq, account: &Jid, channel: Option<Jid>) -> Option<Iq> {
    let is_channel = |jid: &Jid| jid.is_valid() && jid.is_bare() && jid.local().is_some();
    let channel = channel.filter(is_channel)?;
    let sent = Iq::new(IqKind::Set, iq.id.as_deref()?);
    Some(sent.with_from(account.to_bare()).with_to(channel))
}

/// In a roster request: asks the server to mark the contacts that are channels, also in later roster pushes.
///
/// [XEP-0405 §2.10](https://xmpp.org/extensions/xep-0405.html#mix-roster-capability-sharing)
#[doc(alias("XEP-0405", "XEP0405", "0405"))]
#[doc(alias("urn:xmpp:mix:roster:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = ROSTER_NS, name = "annotate", new = "The request.")]
#[non_exhaustive]
pub struct Annotate {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a roster item: marks the contact as a channel.
///
/// [XEP-0405 §2.10](https://xmpp.org/extensions/xep-0405.html#mix-roster-capability-sharing)
#[doc(alias("XEP-0405", "XEP0405", "0405"))]
#[doc(alias("urn:xmpp:mix:roster:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = ROSTER_NS, name = "channel", derive(Debug, PartialEq, Eq))]
#[xml(new = "A channel, in which the account has this stable participant ID.")]
#[non_exhaustive]
pub struct Channel {
    /// The stable participant ID of the account.
    #[xml(attribute = "participant-id")]
    pub participant_id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
