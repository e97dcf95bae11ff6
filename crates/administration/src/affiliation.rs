//! Account affiliations: how well a server knows and trusts the owner of an account.
//!
//! Anybody can put the element into a stanza, so read it with [`Info::of_message`] and [`Info::of_presence`], which check
//! the features of the sender's server.
//!
//! ```
//! use xmpp_administration::affiliation::{self, Affiliation, Info};
//! use xmpp_core_stanzas::Presence;
//!
//! let presence: Presence = xmpp_xml::from_str(
//!     "<presence xmlns='jabber:client' type='subscribe' from='nobody@tea.example' to='hare@tea.example'>\
//!      <info xmlns='urn:xmpp:raa:0' affiliation='registered' trust='5'/></presence>",
//! )?;
//! let info = Info::of_presence(&presence, [affiliation::EMBEDS_IN_SUBSCRIPTIONS]).expect("the server says so");
//! assert_eq!(info.affiliation, Affiliation::Registered);
//! assert_eq!(info.trust_percentage(), Some(5));
//! assert_eq!(Info::of_presence(&presence, [affiliation::NS]), None);
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0489, Reporting Account Affiliations](https://xmpp.org/extensions/xep-0489.html)

use xmpp_core_stanzas::{Message, Presence, PresenceKind};
use xmpp_xml::{DateTime, Extra, OtherToken, RawElement, Xml};

/// The namespace, and the feature of servers that answer a [`Query`].
pub const NS: &str = "urn:xmpp:raa:0";

/// The feature of servers that add an [`Info`] to subscription requests, and remove forged ones.
///
/// [XEP-0489 §6](https://xmpp.org/extensions/xep-0489.html#discovery)
pub const EMBEDS_IN_SUBSCRIPTIONS: &str = "urn:xmpp:raa:0#embed-presence-sub";

/// The feature of servers that add an [`Info`] to directed presence.
///
/// [XEP-0489 §6](https://xmpp.org/extensions/xep-0489.html#discovery)
pub const EMBEDS_IN_DIRECTED_PRESENCE: &str = "urn:xmpp:raa:0#embed-presence-directed";

/// The feature of servers that add an [`Info`] to messages.
///
/// [XEP-0489 §6](https://xmpp.org/extensions/xep-0489.html#discovery)
pub const EMBEDS_IN_MESSAGES: &str = "urn:xmpp:raa:0#embed-message";

/// Asks a server about an account, in an iq of type `get` to the bare JID of the account. The result is an [`Info`].
///
/// [XEP-0489 §4.2](https://xmpp.org/extensions/xep-0489.html#query)
#[doc(alias("XEP-0489", "XEP0489", "0489"))]
#[doc(alias("urn:xmpp:raa:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "query", new = "The request.")]
#[non_exhaustive]
pub struct Query {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How well a server knows the owner of an account: the answer to a [`Query`], and part of stanzas that the account sends.
///
/// [XEP-0489 §4.1](https://xmpp.org/extensions/xep-0489.html#info-element)
#[doc(alias("XEP-0489", "XEP0489", "0489"))]
#[doc(alias("urn:xmpp:raa:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "info", derive(Debug, PartialEq, Eq))]
#[xml(new = "An account of this kind.", with)]
#[non_exhaustive]
pub struct Info {
    /// The kind of account.
    #[xml(attribute)]
    pub affiliation: Affiliation,
    /// The approximate time when the account was created. `None` if not specified.
    #[xml(attribute)]
    pub since: Option<DateTime>,
    /// The server's trust in the account, relative to others of the same kind, unchecked: see
    /// [`trust_percentage`](Self::trust_percentage). `None` if not specified.
    #[xml(attribute)]
    pub trust: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Info {
    /// The server's trust in the account, relative to others of the same kind, from 0 to 100. `None` if not specified or out
    /// of range.
    ///
    /// [XEP-0489 §5](https://xmpp.org/extensions/xep-0489.html#business-rules)
    #[must_use]
    pub fn trust_percentage(&self) -> Option<u8> {
        let trust = self.trust.filter(|trust| *trust <= 100)?;
        u8::try_from(trust).ok()
    }

    /// The information that the sender's server has added to a message. `None` if there is none, or if the server's features
    /// do not include [`EMBEDS_IN_MESSAGES`], which promises to remove forged elements.
    #[must_use]
    pub fn of_message<'f>(
        message: &Message,
        features_of_server: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        let mut features = features_of_server.into_iter();
        let is_promised = !message.is_error() && features.any(|it| it == EMBEDS_IN_MESSAGES);
        is_promised.then(|| only(&message.payloads))?
    }

    /// The information that the sender's server has added to a presence. `None` if there is none, or if the server lacks the
    /// feature for this kind of presence, which promises to remove forged elements: [`EMBEDS_IN_SUBSCRIPTIONS`] for a
    /// subscription request from a bare JID, [`EMBEDS_IN_DIRECTED_PRESENCE`] for available and unavailable presence from a
    /// full JID.
    #[must_use]
    pub fn of_presence<'f>(
        presence: &Presence,
        features_of_server: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        let from = presence.from.as_ref().filter(|from| from.is_valid())?;
        let feature = match presence.effective_kind() {
            PresenceKind::Subscribe if from.is_bare() => EMBEDS_IN_SUBSCRIPTIONS,
            PresenceKind::Available | PresenceKind::Unavailable if from.is_full() => {
                EMBEDS_IN_DIRECTED_PRESENCE
            }
            _ => return None,
        };
        let mut features = features_of_server.into_iter();
        let is_promised = features.any(|it| it == feature);
        is_promised.then(|| only(&presence.payloads))?
    }
}

/// The one that there is: of several, somebody has made up one.
fn only(payloads: &[RawElement]) -> Option<Info> {
    let mut found = payloads.iter().filter(|raw| raw.is_a::<Info>());
    let one = found.next()?;
    match found.next() {
        None => one.parse().ok(),
        Some(_) => None,
    }
}

/// A kind of account.
///
/// [XEP-0489 §3](https://xmpp.org/extensions/xep-0489.html#affiliations)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Affiliation {
    /// `anonymous`: an unknown guest.
    Anonymous,
    /// `registered`: a self-registered user.
    Registered,
    /// `member`: a user known to the operator.
    Member,
    /// `admin`: an administrator of the server.
    Admin,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
