//! Contacts who have moved to another account.
//!
//! Anybody can claim in a subscription request to be one of the user's contacts with a new JID. The claim is true if the old
//! account confirms it, and [`Claim`] helps to verify that:
//!
//! 1. [`Claim::of`] extracts the claim from a subscription request, if the old JID is a contact that may see the user;
//! 2. [`Claim::question`] queries the old account;
//! 3. [`Claim::is_confirmed_by`] checks the answer.
//!
//! Until then, and if it fails, the request is that of a stranger. Once confirmed, cancel the subscription of the old account,
//! so that it can move only once.
//!
//! [XEP-0283, Moved](https://xmpp.org/extensions/xep-0283.html)

use alloc::vec;

use xmpp_core_stanzas::{AnswerError, Condition, Iq, IqKind, Presence, PresenceKind};
use xmpp_jid::uri::XmppUri;
use xmpp_jid::{BareJid, Jid};
use xmpp_pubsub::pubsub::{Item, Items, Pubsub};
use xmpp_xml::{Error, Extra, Xml};

use crate::list::Roster;

/// The namespace, and the node of the old account that a [`Statement`] is published at.
pub const NS: &str = "urn:xmpp:moved:1";

/// The identifier of the item that a [`Statement`] is published as.
pub const ITEM: &str = "current";

/// In a subscription request from a new account: the claimed old account. It must be verified, see [`Claim`].
///
/// [XEP-0283 §4.2](https://xmpp.org/extensions/xep-0283.html#publish-notification)
#[doc(alias("XEP-0283", "XEP0283", "0283"))]
#[doc(alias("urn:xmpp:moved:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "moved", derive(Debug, PartialEq, Eq))]
#[xml(new = "Claims this account as the old one.")]
#[non_exhaustive]
pub struct Moved {
    /// The old account: a bare JID.
    #[xml(child_text = "old-jid")]
    pub old_jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Published by the old account: the new account.
///
/// [XEP-0283 §4.1](https://xmpp.org/extensions/xep-0283.html#publish-statement)
#[doc(alias("XEP-0283", "XEP0283", "0283"))]
#[doc(alias("urn:xmpp:moved:1", "moved"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "moved", derive(Debug, PartialEq, Eq))]
#[xml(new = "The new account.")]
#[non_exhaustive]
pub struct Statement {
    /// The new account.
    #[xml(child_text = "new-jid")]
    pub new_jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The claim in a subscription request that a contact has moved.
///
/// ```
/// use xmpp_core_stanzas::{Iq, Presence};
/// use xmpp_jid::Jid;
/// use xmpp_roster::list::Roster;
/// use xmpp_roster::moved::Claim;
///
/// let roster: Roster = xmpp_xml::from_str(
///     "<query xmlns='jabber:iq:roster'><item jid='ada@old.example' subscription='both'/></query>",
/// )?;
/// let request: Presence = xmpp_xml::from_str(
///     "<presence xmlns='jabber:client' type='subscribe' from='ada@new.example'>\
///        <moved xmlns='urn:xmpp:moved:1'><old-jid>ada@old.example</old-jid></moved>\
///      </presence>",
/// )?;
/// let claim = Claim::of(&request, &roster)?.unwrap();
/// let question = claim.question("m1")?;
/// assert_eq!(question.to, Some(Jid::new("ada@old.example")?));
///
/// let account = Jid::new("ben@home.example/desk")?;
/// let answer: Iq = xmpp_xml::from_str(
///     "<iq xmlns='jabber:client' type='result' id='m1' from='ada@old.example'>\
///        <pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:moved:1'>\
///          <item id='current'><moved xmlns='urn:xmpp:moved:1'><new-jid>ada@new.example</new-jid></moved></item>\
///        </items></pubsub>\
///      </iq>",
/// )?;
/// assert!(claim.is_confirmed_by(&answer, &question, &account));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [XEP-0283 §4.3](https://xmpp.org/extensions/xep-0283.html#receive-notification-client)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Claim {
    old: BareJid,
    new: BareJid,
}

impl Claim {
    /// The claim in a subscription request. `None` if there is nothing to verify: it is another stanza or has no
    /// claim, a JID is invalid or the old one not bare, or the old one is not a contact with a
    /// subscription to the user's presence (`from` or `both`).
    ///
    /// # Errors
    /// There is a claim, but it cannot be read. Ignore it, too.
    pub fn of(request: &Presence, roster: &Roster) -> Result<Option<Self>, Error> {
        if request.kind != Some(PresenceKind::Subscribe) {
            return Ok(None);
        }
        let Some(Moved { old_jid, .. }) = request.payload()? else {
            return Ok(None);
        };
        let Some(from) = request.from.as_ref().filter(|from| from.is_valid()) else {
            return Ok(None);
        };
        let may_see = |old: &Jid| {
            let item = roster.item(old);
            item.is_some_and(|item| item.effective_subscription().is_from())
        };
        let is_contact =
            old_jid.is_valid() && old_jid.is_bare() && !old_jid.bare_eq(from) && may_see(&old_jid);
        Ok(is_contact.then(|| Self {
            old: old_jid.to_bare(),
            new: from.to_bare(),
        }))
    }

    /// The contact's old account, as claimed.
    #[must_use]
    pub fn old(&self) -> &BareJid {
        &self.old
    }

    /// The contact's new account, as claimed: the sender of the request.
    #[must_use]
    pub fn new_account(&self) -> &BareJid {
        &self.new
    }

    /// The query to the old account for its [`Statement`].
    ///
    /// # Errors
    /// The `id` has something that XML cannot carry.
    pub fn question(&self, id: &str) -> Result<Iq, Error> {
        let pubsub = Pubsub::new(Items::new(NS).with_items(vec![Item::of_id(ITEM)]));
        Iq::new(IqKind::Get, id)
            .with_to(Jid::from(self.old.clone()))
            .with_payload(&pubsub)
    }

    /// Whether this answer to [the query](Self::question) confirms the claim: the old account itself states that
    /// it has moved to the sender of the request, or its server states that it has gone there permanently.
    ///
    /// `account` is the full JID that sent the query.
    #[must_use]
    pub fn is_confirmed_by(&self, answer: &Iq, question: &Iq, account: &Jid) -> bool {
        let was_asked = question.to.as_ref().is_some_and(|to| *to == *self.old);
        if !was_asked || !answer.is_answer_to(question, account) {
            return false;
        }
        match answer.answer::<Pubsub>() {
            Ok(Some(pubsub)) => {
                let mut statements = pubsub.items(NS).map(Item::payload::<Statement>).peekable();
                statements.peek().is_some()
                    && statements.all(|statement| match statement {
                        Ok(Some(statement)) => self.leads_to(&statement.new_jid),
                        Ok(None) | Err(_) => false,
                    })
            }
            Err(AnswerError::Refused(error)) => {
                error.condition() == Some(&Condition::Gone)
                    && error
                        .new_address()
                        .and_then(|uri| XmppUri::new(uri).ok())
                        .is_some_and(|uri| uri.jid().is_some_and(|jid| self.leads_to(jid)))
            }
            Ok(None) | Err(_) => false,
        }
    }

    fn leads_to(&self, jid: &Jid) -> bool {
        jid.is_valid() && jid.bare_eq(&self.new)
    }
}
