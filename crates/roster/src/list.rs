//! The roster: the contact list of an account, kept by its server.
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

/// The namespace of what rosters say about MIX channels.
const MIX_NS: &str = "urn:xmpp:mix:roster:0";

/// A request for the roster.
///
/// [RFC 6121 §2.1.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.3)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:iq:roster", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the whole roster.")]
#[non_exhaustive]
pub struct Request {
    /// The version that the client has stored; empty if it has none. `None` if it does not use versions; the answer is then
    /// the whole roster.
    #[xml(attribute)]
    pub ver: Option<String>,
    /// Whether the server is to mark the contacts that are MIX channels, now and in each push
    /// ([XEP-0405 §2.10](https://xmpp.org/extensions/xep-0405.html#mix-roster-capability-sharing)): the
    /// [payload](Item::payloads) of such a contact is a `<channel/>` of this namespace.
    #[xml(flag = "annotate", namespace = MIX_NS)]
    pub is_mix_annotated: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// A request for changes since this version, empty for none; for servers that have the
    /// [feature](crate::versioning::Feature).
    #[must_use]
    pub fn since(ver: &str) -> Self {
        Self {
            ver: Some(String::from(ver)),
            ..Self::default()
        }
    }

    /// The roster in the answer to this request. `None` if the stored roster is still valid, apart from the pushes that
    /// follow; only possible if the request has a version.
    ///
    /// Check first that the iq is the answer to this request, from the right sender:
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
    /// Same as [`Iq::answer`]; also if the result is empty although no version was sent.
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

/// What a server sends: the whole roster in the answer to a [`Request`], or a roster push, a set with the single
/// changed item.
///
/// Clients should read pushes with [`Push::of`], which checks the sender, and answers with [`Request::answer`]. What
/// clients send is a [`Set`].
///
/// [RFC 6121 §2.1.1](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.1)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:iq:roster", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty roster.")]
#[non_exhaustive]
pub struct Roster {
    /// The version of the roster, an opaque string chosen by the server. `None` if versions are not used.
    #[xml(attribute)]
    pub ver: Option<String>,
    /// The contacts.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Roster {
    /// A push for an item that has been added, changed or [removed](Subscription::Remove).
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

    /// Applies a push to a client's copy of the roster.
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

/// A contact in a roster.
///
/// [RFC 6121 §2.1.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:iq:roster"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "A contact without a name, in no group.")]
#[non_exhaustive]
pub struct Item {
    /// The JID of the contact, usually a bare JID. If [invalid values are kept](xmpp_xml::Invalid::Keep), it may
    /// be [invalid](Jid::is_valid).
    #[xml(attribute)]
    pub jid: Jid,
    /// The name that the user has given to the contact. `None` or empty means none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The subscription state: see [`effective_subscription`](Self::effective_subscription).
    #[xml(attribute)]
    pub subscription: Option<Subscription>,
    /// The pending request to the contact. `None` if there is none.
    #[xml(attribute)]
    pub ask: Option<Ask>,
    /// Whether the contact's subscription request is [pre-approved](crate::pre_approval). Defaults to
    /// `false`.
    #[xml(attribute, default)]
    pub approved: bool,
    /// The names of the contact's groups, which should be unique.
    #[xml(child_text = "group")]
    pub groups: Vec<String>,
    /// Payloads of other specifications, with more data about the contact.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// The subscription state in effect: [`Subscription::None`] if it is not specified or unknown.
    ///
    /// [RFC 6121 §2.1.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.5)
    #[must_use]
    pub fn effective_subscription(&self) -> Subscription {
        match &self.subscription {
            None | Some(Subscription::Other(_)) => Subscription::None,
            Some(known) => known.clone(),
        }
    }

    /// The set that changes the contact's name and keeps its groups. `None` removes the name.
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

    /// The set that replaces the contact's groups and keeps its name.
    ///
    /// [RFC 6121 §2.4](https://www.rfc-editor.org/rfc/rfc6121#section-2.4)
    #[must_use]
    pub fn regroup(&self, groups: Vec<String>) -> Set {
        let mut item = SetItem::from(self);
        item.groups = groups;
        Set::new(item)
    }
}

/// What a client sends: a single contact to add, change or remove.
///
/// A change includes everything that a client may set, so [`Item::rename`] and [`Item::regroup`] start from the current
/// item. Subscription states are not included: they change through presence stanzas.
///
/// [RFC 6121 §2.1.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.5)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:iq:roster", "query"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Set {
    /// The contact: exactly one, which [`valid_item`](Self::valid_item) checks. An invalid item makes the whole set invalid.
    #[xml(child, strict)]
    pub items: Vec<SetItem>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Set {
    /// Adds or changes a contact.
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
    pub fn removal(jid: impl Into<Jid>) -> Self {
        let mut item = SetItem::new(jid);
        item.subscription = Some(SetSubscription::Remove);
        Self::new(item)
    }

    /// The validated contact, for servers. Check first whether the sender may change the roster.
    ///
    /// [RFC 6121 §2.3.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.3.3)
    ///
    /// # Errors
    /// The condition to answer with: there is not exactly one item, or a group is repeated
    /// ([`BadRequest`](Condition::BadRequest)); the JID is invalid ([`JidMalformed`](Condition::JidMalformed)); a
    /// group has an empty name ([`NotAcceptable`](Condition::NotAcceptable)).
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

/// The part of a contact that a client may set.
///
/// [RFC 6121 §2.1.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:iq:roster", "item"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "A contact without a name, in no group.")]
#[non_exhaustive]
pub struct SetItem {
    /// The JID of the contact, usually a bare JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// The name for the contact. `None` or empty means none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Whether to remove the contact. `None` adds or changes it, and so does every value except `remove`.
    #[xml(attribute)]
    pub subscription: Option<SetSubscription>,
    /// The names of the contact's groups, unique and not empty. They replace all existing ones.
    #[xml(child_text = "group")]
    pub groups: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SetItem {
    /// The same contact with this name.
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

/// The part of the item that a client may set: name and groups. The rest is up to the server.
impl From<&Item> for SetItem {
    fn from(item: &Item) -> Self {
        Self {
            name: item.name.clone(),
            groups: item.groups.clone(),
            ..Self::new(item.jid.clone())
        }
    }
}

/// The subscription state that a client may set.
///
/// [RFC 6121 §2.1.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.5)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SetSubscription {
    /// Remove the contact.
    Remove,
    /// Any other; ignored by the server.
    #[xml(other)]
    Other(OtherToken),
}

/// A roster push: the new state of one contact.
///
/// [RFC 6121 §2.1.6](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.6)
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Push {
    /// The version of the roster after the push. `None` if versions are not used.
    pub ver: Option<String>,
    /// The contact's current state; possibly [removed](Self::is_removal).
    pub item: Item,
}

impl Push {
    /// The push in this iq, received by a client connected as `account`. `None` if the iq is something else.
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
    /// The iq is a push that must be ignored: it was not [sent by the account](Iq::is_from_account), does not have exactly one
    /// item, or cannot be read.
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

/// Why a push must be ignored.
///
/// Converted to a [`StanzaError`], it is a possible answer. An untrusted push need not be answered, and must not be if
/// that would reveal the user's presence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PushError {
    /// Its sender is not entitled to change the roster.
    Untrusted,
    /// It does not have exactly one item.
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

/// The subscription state between user and contact.
///
/// [RFC 6121 §2.1.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.5)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Subscription {
    /// Neither is subscribed.
    None,
    /// The user is subscribed to the contact's presence.
    To,
    /// The contact is subscribed to the user's presence.
    From,
    /// Both are subscribed.
    Both,
    /// The contact has been removed; only in a push.
    Remove,
    /// Any other; treated as [`None`](Self::None).
    #[xml(other)]
    Other(OtherToken),
}

impl Subscription {
    /// Whether the user is subscribed to the contact's presence.
    #[must_use]
    pub fn is_to(&self) -> bool {
        matches!(self, Self::To | Self::Both)
    }

    /// Whether the contact is subscribed to the user's presence.
    #[must_use]
    pub fn is_from(&self) -> bool {
        matches!(self, Self::From | Self::Both)
    }
}

/// A pending request to a contact.
///
/// [RFC 6121 §2.1.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.2)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Ask {
    /// A subscription request.
    Subscribe,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
