//! Privacy lists: rules for the stanzas that a server lets through to and from a user.
//!
//! They are deprecated in favour of the [blocking command](crate::command), which is a view of the default list if
//! a server supports both. Invisibility through privacy lists is
//! [XEP-0126](https://xmpp.org/extensions/xep-0126.html), which needs no further types.
//!
//! [XEP-0016, Privacy Lists](https://xmpp.org/extensions/xep-0016.html)

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "jabber:iq:privacy";

/// In an iq of type `get`, a request: with one [list](Self::lists), for its rules; empty, for the names of all lists.
/// In the result, the answer. In one of type `set`, a single change; from the server, the name of a changed list.
///
/// A `set` must have exactly one of the children, or the answer is `bad-request`.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the names of all lists.", with)]
#[non_exhaustive]
pub struct Query {
    /// In a result, the active list of this session; in a `set`, the one to activate. `None` means not specified, or
    /// unchanged, unlike one [without a name](ActiveList::name).
    #[xml(child, strict)]
    pub active: Option<ActiveList>,
    /// In a result, the default list; in a `set`, the new one. `None` means not specified, or
    /// unchanged, unlike one [without a name](DefaultList::name).
    #[xml(child, strict)]
    pub default: Option<DefaultList>,
    /// In a result, the names of all lists, or the requested list with its rules. In a `set`, a list to write or
    /// remove. Empty if not specified or unchanged.
    #[xml(child, strict)]
    pub lists: Vec<List>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The active list, which a session uses instead of the default list until it ends.
///
/// [XEP-0016 §2.4](https://xmpp.org/extensions/xep-0016.html#protocol-active)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy", "active"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "active", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct ActiveList {
    /// The name of the list. `None` means no active list, so that the default list applies.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The default list, for sessions without an active list, and while there is no session.
///
/// [XEP-0016 §2.5](https://xmpp.org/extensions/xep-0016.html#protocol-default)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy", "default"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "default", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct DefaultList {
    /// The name of the list. `None` means no default list, so that everything is allowed.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A list of rules. The first rule that matches a stanza applies; if none does, the stanza is allowed.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "list", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The list with this name, without rules: a request for it in a `get`, its removal in a `set`.",
    with
)]
#[non_exhaustive]
pub struct List {
    /// The name, chosen by the user and without meaning.
    #[xml(attribute)]
    pub name: String,
    /// The rules, unsorted; [`in_order`](Self::in_order) sorts them. In a `set` they replace all existing ones;
    /// an empty list is [removed](Self::is_removal); from the server, an empty list has changed. Empty in
    /// a request, and among the names of all lists.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A rule: which stanzas it matches, and the action for these.
///
/// Without any of [`iq`](Self::iq), [`message`](Self::message), [`presence_in`](Self::presence_in) and
/// [`presence_out`](Self::presence_out), it matches all stanzas in both directions, including subscription
/// requests.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "A rule for all entities and all stanzas.", with)]
#[non_exhaustive]
pub struct Item {
    /// The action.
    #[xml(attribute)]
    pub action: Action,
    /// The position of the rule: lower numbers come first. It must be unique in a list.
    #[xml(attribute)]
    pub order: u32,
    /// The kind of [`value`](Self::value). `None` means that the rule matches everybody.
    #[xml(attribute = "type")]
    pub kind: Option<ItemKind>,
    /// The value to match, whose form depends on the [kind](Self::kind). `None` if the rule matches everybody.
    #[xml(attribute)]
    pub value: Option<String>,
    /// Whether it matches incoming iqs.
    #[xml(flag = "iq")]
    pub iq: bool,
    /// Whether it matches incoming messages.
    #[xml(flag = "message")]
    pub message: bool,
    /// Whether it matches incoming presence, available and unavailable only.
    #[xml(flag = "presence-in")]
    pub presence_in: bool,
    /// Whether it matches outgoing presence, available and unavailable only.
    #[xml(flag = "presence-out")]
    pub presence_out: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What happens to the stanzas that a rule matches.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `allow`: they are allowed.
    Allow,
    /// `deny`: they are blocked.
    Deny,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What a privacy rule matches on.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ItemKind {
    /// `group`: a group of the user's roster.
    Group,
    /// `jid`: a JID. A full JID matches only itself, a bare JID also its resources, a domain also all
    /// JIDs in it.
    Jid,
    /// `subscription`: a [`Subscription`] state.
    Subscription,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A subscription state, matched exactly: `to` does not match `both`.
///
/// It is the form of [`Item::value`] for [`ItemKind::Subscription`]; parse it with `Subscription::from`.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Subscription {
    /// `both`: each is subscribed to the other's presence.
    Both,
    /// `from`: only the contact is subscribed to the user's presence.
    From,
    /// `none`: neither is subscribed; also matches entities that are not in the roster.
    None,
    /// `to`: only the user is subscribed to the contact's presence.
    To,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl From<ActiveList> for Query {
    fn from(active: ActiveList) -> Self {
        Self {
            active: Some(active),
            ..Self::default()
        }
    }
}

impl From<DefaultList> for Query {
    fn from(default: DefaultList) -> Self {
        Self {
            default: Some(default),
            ..Self::default()
        }
    }
}

impl From<List> for Query {
    fn from(list: List) -> Self {
        Self {
            lists: vec![list],
            ..Self::default()
        }
    }
}

impl ActiveList {
    /// The list with this name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: Some(String::from(name)),
            ..Self::none()
        }
    }

    /// No list, so that the default list applies.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }
}

impl DefaultList {
    /// The list with this name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: Some(String::from(name)),
            ..Self::none()
        }
    }

    /// No list, so that everything is allowed.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }
}

impl List {
    /// Whether this removes the list, in a `set`: it has no rules, and no other child element that could be
    /// one.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        self.items.is_empty() && self.extra.children().next().is_none()
    }

    /// The rules in the order in which they apply. Among rules with the same number, document order decides.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Item> {
        let mut items: Vec<_> = self.items.iter().collect();
        items.sort_by_key(|item| item.order);
        items
    }
}

impl Item {
    /// Whether the rule matches all stanzas: it specifies no kind of stanza, not even an unknown one.
    #[must_use]
    pub fn is_for_all_stanzas(&self) -> bool {
        let is_for_some = self.iq || self.message || self.presence_in || self.presence_out;
        !is_for_some && self.extra.children().next().is_none()
    }

    /// A rule for a JID and all stanzas.
    #[must_use]
    pub fn for_jid(jid: &Jid, action: Action, order: u32) -> Self {
        Self::for_kind(ItemKind::Jid, jid.as_str(), action, order)
    }

    /// A rule for a group of the roster and all stanzas.
    #[must_use]
    pub fn for_group(group: &str, action: Action, order: u32) -> Self {
        Self::for_kind(ItemKind::Group, group, action, order)
    }

    /// A rule for a subscription state and all stanzas.
    #[must_use]
    pub fn for_subscription(subscription: &Subscription, action: Action, order: u32) -> Self {
        Self::for_kind(ItemKind::Subscription, subscription.as_str(), action, order)
    }

    fn for_kind(kind: ItemKind, value: &str, action: Action, order: u32) -> Self {
        Self {
            kind: Some(kind),
            value: Some(String::from(value)),
            ..Self::new(action, order)
        }
    }
}
