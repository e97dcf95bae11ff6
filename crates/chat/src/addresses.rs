//! A stanza to several recipients by way of a multicast service, and to whom to answer.
//!
//! ```
//! use xmpp_chat::addresses::{Address, AddressKind, Addresses};
//!
//! let to = Address::new(AddressKind::To).with_jid("dormouse@tea.example".parse()?);
//! let blind = Address::new(AddressKind::Bcc).with_jid("cat@tree.example".parse()?);
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

/// To whom a message or presence goes, and to whom an answer is to go. Believe it no more than the sender of the stanza.
///
/// An address that is invalid is always an error: nobody would get the stanza there, or everybody would see that somebody
/// got a blind copy.
///
/// [XEP-0033 §4](https://xmpp.org/extensions/xep-0033.html#addresses)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "addresses")]
#[xml(new = "These addresses.", parameters = [addresses])]
#[non_exhaustive]
pub struct Addresses {
    /// The addresses. A service should refuse more than some bound between 20 and 100.
    #[xml(child, strict)]
    pub addresses: Vec<Address>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An address: a JID or a URI, and what is sent there.
///
/// [XEP-0033 §4](https://xmpp.org/extensions/xep-0033.html#addresses)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "address")]
#[xml(new = "Of this kind, and without an address yet.", with)]
#[non_exhaustive]
pub struct Address {
    /// What the address is for.
    #[xml(attribute = "type")]
    pub kind: AddressKind,
    /// The JID. `None` with a [`uri`](Self::uri), with [`AddressKind::NoReply`], and where there is only a description.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// An address elsewhere, such as one of SIP. `None` with a [`jid`](Self::jid).
    #[xml(attribute)]
    pub uri: Option<String>,
    /// A part of what is at the [`jid`](Self::jid): a node of service discovery. `None` for the whole.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Who that is, in words. `None` where it is not said.
    #[xml(attribute = "desc")]
    pub description: Option<String>,
    /// Whether a service has seen to this address, so that no other sends the stanza there again.
    #[xml(attribute, default, strict)]
    pub delivered: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What an address is for.
///
/// [XEP-0033 §4.6](https://xmpp.org/extensions/xep-0033.html#addr-type)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AddressKind {
    /// `to`: a primary recipient.
    To,
    /// `cc`: a secondary recipient.
    Cc,
    /// `bcc`: a recipient whom the others must not see.
    Bcc,
    /// `replyto`: where answers should go.
    #[xml(token = "replyto")]
    ReplyTo,
    /// `replyroom`: a room that whoever answers should enter.
    #[xml(token = "replyroom")]
    ReplyRoom,
    /// `noreply`: there should be no answer.
    #[xml(token = "noreply")]
    NoReply,
    /// `ofrom`: the full JID of who has sent a message to a room, in what the room sends on. A room that does not write it
    /// itself may send on what an occupant has written.
    #[xml(token = "ofrom")]
    OriginalFrom,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// Where an answer should go.
///
/// [XEP-0033 §8](https://xmpp.org/extensions/xep-0033.html#replies)
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "these are the rules of the specification, and who answers has to follow all"
)]
pub enum Answer<'a> {
    /// Nowhere.
    Nowhere,
    /// Into these rooms. Where one is not the sender's own choice for all to see, the user should be asked.
    Rooms(Vec<&'a Address>),
    /// To these addresses, with the thread of the message. Where they are not the sender's, the user should be asked.
    To(Vec<&'a Address>),
    /// To the sender and all recipients: [`for_answer`](Addresses::for_answer) makes their list.
    All,
}

impl Addresses {
    /// The addresses of this kind, in their order.
    pub fn of_kind(&self, kind: &AddressKind) -> impl Iterator<Item = &Address> {
        self.addresses
            .iter()
            .filter(move |address| address.kind == *kind)
    }

    /// The same without blind copies, but for that to one recipient: what a service sends on.
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

    /// Where an answer should go.
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

    /// To whom an answer to all goes: the recipients and the sender of the message, without oneself and without a sign of
    /// delivery. All are compared by their bare JIDs.
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
