//! Additional recipients of a stanza, and where replies should go.
//!
//! ```
//! use xmpp_chat::addresses::{Address, AddressKind, Addresses};
//! use xmpp_jid::Jid;
//!
//! let to = Address::new(AddressKind::To).with_jid(Jid::new("dormouse@tea.example")?);
//! let blind = Address::new(AddressKind::Bcc).with_jid(Jid::new("cat@tree.example")?);
//! let addresses = Addresses::new([to, blind]);
//! assert_eq!(addresses.without_blind_copies(None).addresses.len(), 1);
//! # Ok::<(), xmpp_jid::JidError>(())
//! ```
//!
//! [XEP-0033, Extended Stanza Addressing](https://xmpp.org/extensions/xep-0033.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of a multicast service.
pub const NS: &str = "http://jabber.org/protocol/address";

/// The recipients of a message or presence that is sent through a multicast service, and the addresses for replies. To
/// be trusted no more than the sender of the stanza.
///
/// An invalid address is always an error: else a recipient would be skipped, or a blind copy shown to everybody.
///
/// [XEP-0033 §4](https://xmpp.org/extensions/xep-0033.html#addresses)
#[doc(alias("XEP-0033", "XEP0033", "0033"))]
#[doc(alias("http://jabber.org/protocol/address"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "addresses", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these addresses.", parameters = [addresses])]
#[non_exhaustive]
pub struct Addresses {
    /// The addresses. A service should have a limit, between 20 and 100.
    #[xml(child, strict)]
    pub addresses: Vec<Address>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An address: a JID or URI, and its role.
///
/// [XEP-0033 §4](https://xmpp.org/extensions/xep-0033.html#addresses)
#[doc(alias("XEP-0033", "XEP0033", "0033"))]
#[doc(alias("http://jabber.org/protocol/address"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "address", derive(Debug, PartialEq, Eq))]
#[xml(new = "An address in this role, so far without a JID.", with)]
#[non_exhaustive]
pub struct Address {
    /// The role of the address.
    #[xml(attribute = "type")]
    pub kind: AddressKind,
    /// The JID. `None` with a [`uri`](Self::uri), with [`AddressKind::NoReply`], and if there is only a description.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// An address outside of XMPP, such as a SIP URI. `None` with a [`jid`](Self::jid).
    #[xml(attribute)]
    pub uri: Option<String>,
    /// A service discovery node at the [`jid`](Self::jid). `None` means the JID itself.
    #[xml(attribute)]
    pub node: Option<String>,
    /// A name or description, for people to read. `None` if not specified.
    #[xml(attribute = "desc")]
    pub description: Option<String>,
    /// Whether a service has delivered to this address, so that no other does so again.
    #[xml(attribute, default, strict)]
    pub delivered: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The role of an address.
///
/// [XEP-0033 §4.6](https://xmpp.org/extensions/xep-0033.html#addr-type)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AddressKind {
    /// `to`: a primary recipient.
    To,
    /// `cc`: a secondary recipient.
    Cc,
    /// `bcc`: a recipient hidden from the others.
    Bcc,
    /// `replyto`: where replies should go.
    #[xml(token = "replyto")]
    ReplyTo,
    /// `replyroom`: a room to join for replying.
    #[xml(token = "replyroom")]
    ReplyRoom,
    /// `noreply`: replies are not wanted.
    #[xml(token = "noreply")]
    NoReply,
    /// `ofrom`: the original sender's full JID, added by a room. A room that does not add it may pass on a forged one.
    #[xml(token = "ofrom")]
    OriginalFrom,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Where replies should go.
///
/// [XEP-0033 §8](https://xmpp.org/extensions/xep-0033.html#replies)
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "these are the rules of the specification, and who answers has to follow all"
)]
pub enum Answer<'a> {
    /// Nowhere: replies are not wanted.
    Nowhere,
    /// To these rooms, which must be joined. Inform the user, as the sender may have chosen any room.
    Rooms(Vec<&'a Address>),
    /// To these addresses, with the thread of the message. Inform the user if they are not the sender's.
    To(Vec<&'a Address>),
    /// To the sender and all recipients: see [`for_answer`](Addresses::for_answer).
    All,
}

impl Addresses {
    /// The addresses in this role, in their order.
    pub fn of_kind(&self, kind: &AddressKind) -> impl Iterator<Item = &Address> {
        self.addresses
            .iter()
            .filter(move |address| address.kind == *kind)
    }

    /// The same without the `bcc` addresses, except that of one recipient: what a service delivers.
    ///
    /// [XEP-0033 §4.6.3](https://xmpp.org/extensions/xep-0033.html#addr-type-bcc)
    #[must_use]
    pub fn without_blind_copies(&self, except: Option<&Jid>) -> Self {
        let mut rest = self.clone();
        rest.addresses.retain(|address| {
            address.kind != AddressKind::Bcc || (except.is_some() && address.jid.as_ref() == except)
        });
        rest
    }

    /// Where replies should go.
    ///
    /// [XEP-0033 §8](https://xmpp.org/extensions/xep-0033.html#replies)
    #[must_use]
    pub fn answer(&self) -> Answer<'_> {
        let all = |kind| self.of_kind(&kind).collect::<Vec<_>>();
        let (rooms, to) = (all(AddressKind::ReplyRoom), all(AddressKind::ReplyTo));
        if self.of_kind(&AddressKind::NoReply).next().is_some() {
            Answer::Nowhere
        } else if !rooms.is_empty() {
            Answer::Rooms(rooms)
        } else if !to.is_empty() {
            Answer::To(to)
        } else {
            Answer::All
        }
    }

    /// The addresses of a reply to all: the sender and the recipients except oneself, not yet delivered. JIDs are
    /// compared as bare JIDs.
    ///
    /// [XEP-0033 §8](https://xmpp.org/extensions/xep-0033.html#replies)
    #[must_use]
    pub fn for_answer(&self, sender: &Jid, own: &Jid) -> Self {
        let is_at = |address: &Address, jid: &Jid| {
            let at = address.jid.as_ref();
            at.is_some_and(|at| at.is_valid() && at.bare_eq(jid))
        };
        let mut answer = self.clone();
        answer.addresses.retain_mut(|address| {
            address.delivered = false;
            matches!(address.kind, AddressKind::To | AddressKind::Cc) && !is_at(address, own)
        });
        if !answer
            .addresses
            .iter()
            .any(|address| is_at(address, sender))
        {
            let sender = Address::new(AddressKind::To).with_jid(sender.clone());
            answer.addresses.push(sender);
        }
        answer
    }
}
