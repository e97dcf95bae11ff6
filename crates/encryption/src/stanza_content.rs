//! The encrypted content of a stanza: payloads, with elements that bind them to the stanza.
//!
//! An [`Envelope`] is the plaintext of a protocol such as [OMEMO](crate::omemo). After decryption,
//! [verify](Envelope::verify) it against the stanza that it came in, and then read the payloads that may be encrypted:
//! [`Content::permitted`].
//!
//! ```
//! use xmpp_encryption::stanza_content::{Envelope, Outer, Profile, Refusal};
//! use xmpp_core_stanzas::Body;
//!
//! let envelope: Envelope = xmpp_xml::from_str(
//!     "<envelope xmlns='urn:xmpp:sce:1'>\
//!        <content><body xmlns='jabber:client'>High tide at six</body><store xmlns='urn:xmpp:hints'/></content>\
//!        <rpad>Kq2</rpad><from jid='dora@sea.example'/><to jid='quay@rooms.example'/></envelope>",
//! )?;
//! let received = "2026-02-03T04:05:06Z".parse()?;
//! let dora = "dora@sea.example/deck".parse()?;
//! let quay = "quay@rooms.example".parse()?;
//! let carl = "carl@sea.example".parse()?;
//! envelope.verify(Profile::OMEMO_GROUP, &Outer::new(&dora, &quay, &received))?;
//!
//! // The server has turned a message to the room into a private message.
//! let private = Outer::new(&dora, &carl, &received);
//! assert_eq!(envelope.verify(Profile::OMEMO, &private), Err(Refusal::OtherRecipient));
//!
//! let payloads: Vec<_> = envelope.content.permitted().collect();
//! assert!(payloads.len() == 1 && payloads[0].is_a::<Body>());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0420, Stanza Content Encryption](https://xmpp.org/extensions/xep-0420.html)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Element, Error, Extra, RawElement, Xml};

use crate::legacy_stanza_content::NS as NS_0;

/// The namespace.
pub const NS: &str = "urn:xmpp:sce:1";

/// The content to encrypt: payloads of a stanza, with *affix elements* that bind them to it. An envelope that was not
/// encrypted must be dropped.
///
/// [XEP-0420 §3](https://xmpp.org/extensions/xep-0420.html#glossary)
#[doc(alias("XEP-0420", "XEP0420", "0420"))]
#[doc(alias("urn:xmpp:sce:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "envelope", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An envelope with these payloads, not yet bound to a stanza.",
    with
)]
#[non_exhaustive]
pub struct Envelope {
    /// The payloads.
    #[xml(child)]
    pub content: Content,
    /// Padding of random length and content, which hides the length of the payloads. `None` if it is not padded. Its length
    /// is not limited.
    #[xml(child_text = "rpad")]
    pub padding: Option<String>,
    /// When the stanza was encrypted. `None` if not specified.
    #[xml(child, strict)]
    pub time: Option<Time>,
    /// The recipient of the stanza. `None` if not specified.
    #[xml(child, strict)]
    pub to: Option<Recipient>,
    /// The sender of the stanza. `None` if not specified.
    #[xml(child, strict)]
    pub from: Option<Sender>,
    /// Unknown attributes and child elements, in place, including affix elements that an encryption protocol adds.
    #[xml(extra)]
    pub extra: Extra,
}

impl Envelope {
    /// Compares sender, recipient and time with the stanza that the envelope came in, and checks that all affix elements
    /// required by the encryption protocol are present.
    ///
    /// A bare JID in the envelope matches any resource of the account, a full JID only itself. An invalid address matches
    /// nothing.
    ///
    /// # Errors
    /// The stanza is not to be trusted: drop it, or warn the user.
    ///
    /// [XEP-0420 §4](https://xmpp.org/extensions/xep-0420.html#affix_elements)
    pub fn verify(&self, profile: Profile, outer: &Outer<'_>) -> Result<(), Refusal> {
        let is_lacking = (profile.padding && self.padding.is_none())
            || (profile.time && self.time.is_none())
            || (profile.from && self.from.is_none())
            || (profile.to && self.to.is_none());
        if is_lacking {
            return Err(Refusal::Lacking);
        }
        if self
            .from
            .as_ref()
            .is_some_and(|from| !means(&from.jid, outer.from))
        {
            return Err(Refusal::OtherSender);
        }
        if self.to.as_ref().is_some_and(|to| !means(&to.jid, outer.to)) {
            return Err(Refusal::OtherRecipient);
        }
        let is_far = |time: &Time| {
            let apart = time
                .stamp
                .unix_seconds()
                .abs_diff(outer.sent.unix_seconds());
            apart > u64::from(outer.margin)
        };
        if self.time.as_ref().is_some_and(is_far) {
            return Err(Refusal::OtherTime);
        }
        Ok(())
    }
}

/// Whether the address in an envelope is that of the stanza.
fn means(affix: &Jid, outer: &Jid) -> bool {
    let is_same = if affix.is_bare() {
        affix.bare_eq(outer)
    } else {
        affix == outer
    };
    affix.is_valid() && outer.is_valid() && is_same
}

/// The affix elements that an encryption protocol requires. Others are compared if present.
///
/// [XEP-0420 §4](https://xmpp.org/extensions/xep-0420.html#affix_elements)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_structs,
    reason = "protocols make profiles of their own; one that has more to compare compares it itself"
)]
pub struct Profile {
    /// Whether padding is required.
    pub padding: bool,
    /// Whether the time is required.
    pub time: bool,
    /// Whether the sender is required.
    pub from: bool,
    /// Whether the recipient is required.
    pub to: bool,
}

impl Profile {
    /// OMEMO between two accounts: padding.
    ///
    /// [XEP-0384 §5.5.1](https://xmpp.org/extensions/xep-0384.html#sce)
    pub const OMEMO: Self = Self {
        padding: true,
        time: false,
        from: false,
        to: false,
    };

    /// OMEMO in a room: padding, and the recipient, without which a server could turn a groupchat message into a private one
    /// or the reverse.
    ///
    /// [XEP-0384 §5.5.1](https://xmpp.org/extensions/xep-0384.html#sce)
    pub const OMEMO_GROUP: Self = Self {
        to: true,
        ..Self::OMEMO
    };

    /// A [trust message](crate::trust): padding and the time, without which a server could replay an older one.
    ///
    /// [XEP-0434 §5.2.1](https://xmpp.org/extensions/xep-0434.html#use-cases-encrypted-trust-message-sce-profile)
    pub const TRUST_MESSAGE: Self = Self {
        padding: true,
        time: true,
        from: false,
        to: false,
    };
}

/// The stanza that an envelope came in.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Outer<'a> {
    /// The sender: the `from` of the stanza. In a room, the real JID of the occupant.
    pub from: &'a Jid,
    /// The recipient: the `to` of the stanza, else the bare JID of the account. For a groupchat message, the room.
    pub to: &'a Jid,
    /// When the stanza was sent: the time given by an archive or by [delayed delivery](xmpp_vocabulary::delay), else the
    /// time of receipt.
    pub sent: &'a DateTime,
    /// The tolerance for the [time](Envelope::time) in seconds, in both directions, for wrong clocks and delays in transit.
    pub margin: u32,
}

impl<'a> Outer<'a> {
    /// A stanza with this sender and recipient, sent at this time, with a margin of five minutes.
    #[must_use]
    pub const fn new(from: &'a Jid, to: &'a Jid, sent: &'a DateTime) -> Self {
        Self {
            from,
            to,
            sent,
            margin: 300,
        }
    }

    /// Sets the margin, in seconds.
    #[must_use]
    pub const fn with_margin(mut self, seconds: u32) -> Self {
        self.margin = seconds;
        self
    }
}

/// Why an envelope does not belong to the stanza that it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// A required affix element is missing.
    Lacking,
    /// The envelope has another sender than the stanza.
    OtherSender,
    /// The envelope has another recipient than the stanza.
    OtherRecipient,
    /// The envelope was encrypted at another time: it was replayed, or a clock is wrong.
    OtherTime,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lacking => "the envelope lacks what its encryption protocol demands",
            Self::OtherSender => "the envelope is from another sender than the stanza",
            Self::OtherRecipient => "the envelope is for another recipient than the stanza",
            Self::OtherTime => {
                "the envelope was encrypted at another time than the stanza was sent"
            }
        })
    }
}

impl core::error::Error for Refusal {}

/// The payloads in an [`Envelope`].
///
/// [XEP-0420 §3](https://xmpp.org/extensions/xep-0420.html#glossary)
#[doc(alias("XEP-0420", "XEP0420", "0420"))]
#[doc(alias("urn:xmpp:sce:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "content", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these payloads.", parameters = [payloads])]
#[non_exhaustive]
pub struct Content {
    /// All payloads, unchecked: see [`permitted`](Self::permitted). A body is in the namespace `jabber:client`.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Content {
    /// The payloads that may be encrypted, without those that [must not](is_server_processed).
    ///
    /// [XEP-0420 §8](https://xmpp.org/extensions/xep-0420.html#receiving)
    pub fn permitted(&self) -> impl Iterator<Item = &RawElement> + Clone {
        self.payloads
            .iter()
            .filter(|payload| !is_server_processed(payload))
    }

    /// The first payload that is a `T`. `None` if there is none, or if it must not be encrypted.
    ///
    /// # Errors
    /// The payload has the name of a `T`, but something required is missing or invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        xmpp_xml::payloads::first(self.permitted(), "/content")
    }
}

/// Whether a payload belongs outside of the encryption, because servers process it or vouch for it. It must not be read from
/// an [`Envelope`], which no server has seen.
///
/// Conversely, no other payload must be read from outside of the envelope: anybody on the path could have added it.
///
/// The XEP lists processing hints (XEP-0334), stanza IDs (XEP-0359), addresses (XEP-0033) and explicit encryption (XEP-0380)
/// as examples. The others here are added by servers, archives or rooms only: occupant ids (XEP-0421), carbons (XEP-0280),
/// results of an archive (XEP-0313) and the room's side of a message (`muc#user`).
///
/// [XEP-0420 §9](https://xmpp.org/extensions/xep-0420.html#server-processed)
#[must_use]
pub fn is_server_processed(payload: &RawElement) -> bool {
    match payload.namespace() {
        xmpp_vocabulary::stanza_id::NS => payload.name() == "stanza-id",
        xmpp_vocabulary::hints::NS
        | xmpp_vocabulary::occupant_id::NS
        | crate::explicit::NS
        | "http://jabber.org/protocol/address"
        | "http://jabber.org/protocol/muc#user" => true,
        other => other.starts_with("urn:xmpp:carbons:") || other.starts_with("urn:xmpp:mam:"),
    }
}

/// When a stanza was encrypted.
///
/// [XEP-0420 §4](https://xmpp.org/extensions/xep-0420.html#affix_elements)
#[doc(alias("XEP-0420", "XEP0420", "0420"))]
#[doc(alias("urn:xmpp:sce:1", "urn:xmpp:sce:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_0], name = "time", derive(Debug, PartialEq, Eq))]
#[xml(new = "The given time.")]
#[non_exhaustive]
pub struct Time {
    /// The time, by the clock of the sender.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The recipient of an encrypted stanza.
///
/// [XEP-0420 §4](https://xmpp.org/extensions/xep-0420.html#affix_elements)
#[doc(alias("XEP-0420", "XEP0420", "0420"))]
#[doc(alias("urn:xmpp:sce:1", "urn:xmpp:sce:0", "to"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_0], name = "to", derive(Debug, PartialEq, Eq))]
#[xml(new = "The recipient with this JID.")]
#[non_exhaustive]
pub struct Recipient {
    /// The JID, usually a bare JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender of an encrypted stanza.
///
/// [XEP-0420 §4](https://xmpp.org/extensions/xep-0420.html#affix_elements)
#[doc(alias("XEP-0420", "XEP0420", "0420"))]
#[doc(alias("urn:xmpp:sce:1", "urn:xmpp:sce:0", "from"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_0], name = "from", derive(Debug, PartialEq, Eq))]
#[xml(new = "The sender with this JID.")]
#[non_exhaustive]
pub struct Sender {
    /// The JID, usually a bare JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
