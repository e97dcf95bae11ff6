//! The contact list of an account, which its server keeps.
//!
//! [RFC 6121 §2, Managing the Roster](https://www.rfc-editor.org/rfc/rfc6121#section-2)

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use xmpp_core_stanzas::{AnswerError, Condition, Iq, StanzaError};
use xmpp_jid::Jid;
use xmpp_xml::{Error, ErrorKind, Extra, OtherToken, RawElement, Xml};

/// The namespace.
pub const NS: &str = "jabber:iq:roster";

/// The namespace of what is said about channels of MIX.
const MIX_NS: &str = "urn:xmpp:mix:roster:0";

/// Asks for the roster.
///
/// [RFC 6121 §2.1.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.3)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks for the whole roster.")]
#[non_exhaustive]
pub struct Request {
    /// The version that the client has kept; empty where it has kept none. `None` where it wants no versions: then it
    /// gets the whole roster.
    #[xml(attribute)]
    pub ver: Option<String>,
    /// Whether the server is to say which contacts are channels of MIX, now and with each push
    /// ([XEP-0405 §2.10](https://xmpp.org/extensions/xep-0405.html#mix-roster-capability-sharing)): the
    /// [payload](Item::payloads) of such a contact is a `<channel/>` of this namespace.
    #[xml(flag = "annotate", namespace = MIX_NS)]
    pub is_mix_annotated: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// Asks for what has changed since this version, empty for none; for servers that have the
    /// [feature](crate::versioning::Feature).
    #[must_use]
    pub fn since(ver: &str) -> Self {
        Self {
            ver: Some(String::from(ver)),
            ..Self::default()
        }
    }

    /// The roster that answers this request. `None` where the one that the client has kept is still good but for the
    /// pushes that follow, which may be so only if it has asked with a version: else there is none to go on with.
    ///
    /// That the iq is the answer to this request, and from whom, is to be seen first:
    /// [`Iq::is_answer_to`].
    ///
    /// ```
    /// use xmpp_core_stanzas::Iq;
    /// use xmpp_roster::list::Request;
    ///
    /// let answer: Iq = xmpp_xml::from_str("<iq xmlns='jabber:client' type='result' id='1'/>")?;
    /// assert_eq!(Request::since("v7").answer(&answer), Ok(None));
    /// assert!(Request::new().answer(&answer).is_err());
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    ///
    /// [RFC 6121 §2.1.4](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.4),
    /// [§2.6.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.6.3)
    ///
    /// # Errors
    /// Those of [`Iq::answer`]; or a result is empty though no version was sent.
    pub fn answer(&self, iq: &Iq) -> Result<Option<Roster>, AnswerError> {
        let roster = iq.answer()?;
        if roster.is_none() && self.ver.is_none() {
            let kind = ErrorKind::MissingChild {
                element: "iq",
                name: "query",
            };
            return Err(Error::new(kind).at("/iq".into(), 0).into());
        }
        Ok(roster)
    }
}

/// What a server sends: the whole roster in the result that answers a [`Request`], or in a set the one item that has
/// changed, a push.
///
/// A client reads a push by [`Push::of`], which looks at who has sent it, and the answer by [`Request::answer`]. What
/// clients set is a [`Set`].
///
/// [RFC 6121 §2.1.1](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.1)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "An empty roster.")]
#[non_exhaustive]
pub struct Roster {
    /// The version of the roster that this leads to, an opaque text of the server. `None` where there are no versions.
    #[xml(attribute)]
    pub ver: Option<String>,
    /// The contacts.
    #[xml(child)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Roster {
    /// What a server pushes when this item has been added, has changed, or has been [removed](Subscription::Remove).
    ///
    /// [RFC 6121 §2.1.6](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.6)
    #[must_use]
    pub fn push(item: Item) -> Self {
        Self {
            items: vec![item],
            ..Self::default()
        }
    }

    /// The item of a contact.
    #[must_use]
    pub fn item(&self, jid: &Jid) -> Option<&Item> {
        self.items.iter().find(|item| item.jid == *jid)
    }

    /// Brings a roster that a client keeps up to date with a push.
    ///
    /// [RFC 6121 §2.1.6](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.6)
    pub fn apply(&mut self, push: Push) {
        let is_removal = push.is_removal();
        let Push { ver, item } = push;
        if is_removal {
            self.items.retain(|old| old.jid != item.jid);
        } else {
            match self.items.iter_mut().find(|old| old.jid == item.jid) {
                Some(old) => *old = item,
                None => self.items.push(item),
            }
        }
        if ver.is_some() {
            self.ver = ver;
        }
    }
}

/// A contact, as a server keeps it.
///
/// [RFC 6121 §2.1.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "A contact without a name, in no group.")]
#[non_exhaustive]
pub struct Item {
    /// The address of the contact, most often a bare one. Where [invalid values are kept](xmpp_xml::Invalid::Keep) it may
    /// be one that is [not valid](Jid::is_valid).
    #[xml(attribute)]
    pub jid: Jid,
    /// What the user calls the contact. `None` or empty for nothing.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Who is subscribed to the presence of whom: see [`effective_subscription`](Self::effective_subscription).
    #[xml(attribute)]
    pub subscription: Option<Subscription>,
    /// What the contact has not answered yet. `None` when nothing is open.
    #[xml(attribute)]
    pub ask: Option<Ask>,
    /// Whether the contact may subscribe without being asked about ([pre-approval](crate::pre_approval)). `false` where it is
    /// not said.
    #[xml(attribute, default)]
    pub approved: bool,
    /// The groups that the user has put the contact into: their names, each of which should be there once.
    #[xml(child_text = "group")]
    pub groups: Vec<String>,
    /// What other specifications add: what else the server knows of the contact.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// The subscription that counts: [`Subscription::None`] where it is not said, or in a word that RFC 6121 does not know.
    ///
    /// [RFC 6121 §2.1.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.5)
    #[must_use]
    pub fn effective_subscription(&self) -> Subscription {
        match &self.subscription {
            None | Some(Subscription::Other(_)) => Subscription::None,
            Some(known) => known.clone(),
        }
    }

    /// What a client sets to give the contact this name, or none; its groups stay.
    ///
    /// ```
    /// use xmpp_jid::Jid;
    /// use xmpp_roster::list::{Ask, Item};
    ///
    /// let mut item = Item::new(Jid::new("hatter@tea.example")?);
    /// item.ask = Some(Ask::Subscribe);
    /// item.groups.push("Tea".into());
    /// assert_eq!(
    ///     xmpp_xml::to_string(&item.rename(Some("Hatter")))?,
    ///     "<query xmlns='jabber:iq:roster'><item jid='hatter@tea.example' name='Hatter'><group>Tea</group></item></query>"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// [RFC 6121 §2.4](https://www.rfc-editor.org/rfc/rfc6121#section-2.4)
    #[must_use]
    pub fn rename(&self, name: Option<&str>) -> Set {
        let mut item = SetItem::from(self);
        item.name = name.map(String::from);
        Set::new(item)
    }

    /// What a client sets to put the contact into these groups and no others; its name stays.
    ///
    /// [RFC 6121 §2.4](https://www.rfc-editor.org/rfc/rfc6121#section-2.4)
    #[must_use]
    pub fn regroup(&self, groups: Vec<String>) -> Set {
        let mut item = SetItem::from(self);
        item.groups = groups;
        Set::new(item)
    }
}

/// What a client sets: one contact that is to be added, changed or removed.
///
/// A change says everything that a client may say of a contact, so [`Item::rename`] and [`Item::regroup`] start from what
/// there is. The states of subscriptions are none of it: they change by presence stanzas.
///
/// [RFC 6121 §2.1.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.5)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[non_exhaustive]
pub struct Set {
    /// The contact: just one, which [`valid_item`](Self::valid_item) sees to. An item that is not valid costs the whole set.
    #[xml(child, strict)]
    pub items: Vec<SetItem>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Set {
    /// Adds a contact, or changes it.
    ///
    /// [RFC 6121 §2.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.3),
    /// [§2.4](https://www.rfc-editor.org/rfc/rfc6121#section-2.4)
    #[must_use]
    pub fn new(item: SetItem) -> Self {
        Self {
            items: vec![item],
            extra: Extra::new(),
        }
    }

    /// Removes a contact.
    ///
    /// [RFC 6121 §2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.5)
    #[must_use]
    pub fn removal(jid: Jid) -> Self {
        let mut item = SetItem::new(jid);
        item.subscription = Some(SetSubscription::Remove);
        Self::new(item)
    }

    /// The contact, for a server that has read this. Whether its sender may change the roster is to be seen before.
    ///
    /// [RFC 6121 §2.3.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.3.3)
    ///
    /// # Errors
    /// The condition to answer with: there is not just one item, or a group is there twice
    /// ([`BadRequest`](Condition::BadRequest)); the address is not valid ([`JidMalformed`](Condition::JidMalformed)); a
    /// group has no name ([`NotAcceptable`](Condition::NotAcceptable)).
    pub fn valid_item(&self) -> Result<&SetItem, Condition> {
        let [item] = self.items.as_slice() else {
            return Err(Condition::BadRequest);
        };
        if !item.jid.is_valid() {
            return Err(Condition::JidMalformed);
        }
        let mut groups = BTreeSet::new();
        if !item
            .groups
            .iter()
            .all(|group| groups.insert(group.as_str()))
        {
            return Err(Condition::BadRequest);
        }
        if groups.contains("") {
            return Err(Condition::NotAcceptable);
        }
        Ok(item)
    }
}

/// A contact, as far as a client may set it.
///
/// [RFC 6121 §2.1.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "A contact without a name, in no group.")]
#[non_exhaustive]
pub struct SetItem {
    /// The address of the contact, most often a bare one.
    #[xml(attribute)]
    pub jid: Jid,
    /// What the user calls the contact. `None` or empty for nothing.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Whether the contact is to be removed. `None` to add or change it; so is every word but `remove`.
    #[xml(attribute)]
    pub subscription: Option<SetSubscription>,
    /// The groups that the user puts the contact into: their names, each once and none empty. The contact is in no others.
    #[xml(child_text = "group")]
    pub groups: Vec<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SetItem {
    /// The same contact by this name.
    #[must_use]
    pub fn with_name(mut self, name: &str) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same contact in one more group.
    #[must_use]
    pub fn with_group(mut self, group: &str) -> Self {
        self.groups.push(group.into());
        self
    }

    /// Whether the contact is to be removed.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        self.subscription == Some(SetSubscription::Remove)
    }
}

/// What a client may say of a contact again: its name and its groups. The rest is the server's.
impl From<&Item> for SetItem {
    fn from(item: &Item) -> Self {
        Self {
            name: item.name.clone(),
            groups: item.groups.clone(),
            ..Self::new(item.jid.clone())
        }
    }
}

/// What a client may say of the subscription in a set.
///
/// [RFC 6121 §2.1.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.5)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum SetSubscription {
    /// The contact is to be removed.
    Remove,
    /// Another, which the server ignores.
    #[xml(other)]
    Other(OtherToken),
}

/// The news of one contact, which the server has pushed.
///
/// [RFC 6121 §2.1.6](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.6)
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Push {
    /// The version of the roster that this leads to. `None` where there are no versions.
    pub ver: Option<String>,
    /// The contact as it is now, or [removed](Self::is_removal).
    pub item: Item,
}

impl Push {
    /// The push that a client which is connected as `account` has received in this iq. `None` where the iq is something else.
    ///
    /// ```
    /// use xmpp_core_stanzas::Iq;
    /// use xmpp_jid::Jid;
    /// use xmpp_roster::list::{Push, PushError};
    ///
    /// let account = Jid::new("alice@wonderland.example/tree")?;
    /// let iq: Iq = xmpp_xml::from_str(
    ///     "<iq xmlns='jabber:client' type='set' id='1' from='queen@cards.example'>\
    ///      <query xmlns='jabber:iq:roster'><item jid='knave@cards.example' subscription='both'/></query></iq>",
    /// )?;
    /// assert_eq!(Push::of(&iq, &account), Err(PushError::Untrusted));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The iq is a push that must not be processed: it was not [sent by the account](Iq::is_from_account), has another
    /// number of items than one, or cannot be read.
    pub fn of(iq: &Iq, account: &Jid) -> Result<Option<Self>, PushError> {
        let roster = iq.as_set::<Roster>();
        if matches!(roster, Ok(None)) {
            return Ok(None);
        }
        if !iq.is_from_account(account) {
            return Err(PushError::Untrusted);
        }
        let Some(roster) = roster? else {
            return Ok(None);
        };
        // One that could not be read counts too, where such are kept.
        let is_lost = roster.extra.children().any(|child| child.is(NS, "item"));
        let mut items = roster.items.into_iter();
        match (items.next(), items.next()) {
            (Some(item), None) if !is_lost => Ok(Some(Self {
                ver: roster.ver,
                item,
            })),
            _ => Err(PushError::NotOneItem),
        }
    }

    /// Whether the contact has been removed.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        self.item.subscription == Some(Subscription::Remove)
    }
}

/// Why a push must not be processed.
///
/// As a [`StanzaError`] it is what the sender may be answered. One that is not trusted need not be answered at all, and
/// is not if it should not learn that the client is there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PushError {
    /// It was sent by somebody who has no say in the roster.
    Untrusted,
    /// It has no item, or several.
    NotOneItem,
    /// Something in it is missing or invalid.
    Invalid(Error),
}

impl From<Error> for PushError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl From<&PushError> for StanzaError {
    fn from(error: &PushError) -> Self {
        match error {
            PushError::Untrusted => Self::new(Condition::ServiceUnavailable),
            PushError::NotOneItem => Self::new(Condition::BadRequest),
            PushError::Invalid(error) => Self::from(error),
        }
    }
}

impl fmt::Display for PushError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Untrusted => f.write_str("the sender of the push has no say in the roster"),
            Self::NotOneItem => f.write_str("a push has one item, and this has another number"),
            Self::Invalid(error) => write!(f, "the push cannot be read: {error}"),
        }
    }
}

impl core::error::Error for PushError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Untrusted | Self::NotOneItem => None,
        }
    }
}

/// Who is subscribed to the presence of whom.
///
/// [RFC 6121 §2.1.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.5)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Subscription {
    /// Neither.
    None,
    /// The user to that of the contact.
    To,
    /// The contact to that of the user.
    From,
    /// Each to that of the other.
    Both,
    /// The contact has been removed: in a push only.
    Remove,
    /// Another, which counts as [`None`](Self::None).
    #[xml(other)]
    Other(OtherToken),
}

impl Subscription {
    /// Whether the user is subscribed to the presence of the contact.
    #[must_use]
    pub fn is_to(&self) -> bool {
        matches!(self, Self::To | Self::Both)
    }

    /// Whether the contact is subscribed to the presence of the user.
    #[must_use]
    pub fn is_from(&self) -> bool {
        matches!(self, Self::From | Self::Both)
    }
}

/// What a contact has not answered yet.
///
/// [RFC 6121 §2.1.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.2)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Ask {
    /// Whether the user may subscribe.
    Subscribe,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
