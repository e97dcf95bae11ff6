//! Privacy lists: rules for what a server lets through, to the user and from them.
//!
//! They are deprecated in favour of the [blocking command](crate::command), which is a view of the default list where
//! a server has both. Becoming invisible by way of them is
//! [XEP-0126](https://xmpp.org/extensions/xep-0126.html), which adds nothing to the types here.
//!
//! [XEP-0016, Privacy Lists](https://xmpp.org/extensions/xep-0016.html)

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "jabber:iq:privacy";

/// In an iq of type `get`, what is asked for: with one [list](Self::lists), its rules; empty, the names of all lists.
/// In the answer, what there is. In one of type `set`, one thing to change; from the server, the list that has changed.
///
/// A `set` has one of the children and no more, or the answer is a `bad-request`.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks for the names of all lists.", with)]
#[non_exhaustive]
pub struct Query {
    /// Answer: the list that this session uses. In a `set`, the one that it shall use. Absent: not told, or not
    /// changed, which is not the same as one [without a name](ActiveList::name).
    #[xml(child, strict)]
    pub active: Option<ActiveList>,
    /// Answer: the list for sessions that have chosen none. In a `set`, the one that it shall be. Absent: not told, or
    /// not changed, which is not the same as one [without a name](DefaultList::name).
    #[xml(child, strict)]
    pub default: Option<DefaultList>,
    /// Answer: the names of all lists, or the list that was asked for with its rules. In a `set`, a list to write or
    /// remove. None: not told, or none changed.
    #[xml(child, strict)]
    pub lists: Vec<List>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Which list a session uses, instead of the default list and for as long as the session lasts.
///
/// [XEP-0016 §2.4](https://xmpp.org/extensions/xep-0016.html#protocol-active)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy", "active"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "active")]
#[non_exhaustive]
pub struct ActiveList {
    /// The name of the list. Absent: none, so that the default list applies.
    #[xml(attribute)]
    pub name: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Which list applies to the user as a whole: to sessions that have no active list, and while there is no session.
///
/// [XEP-0016 §2.5](https://xmpp.org/extensions/xep-0016.html#protocol-default)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy", "default"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "default")]
#[non_exhaustive]
pub struct DefaultList {
    /// The name of the list. Absent: none, so that everything is let through.
    #[xml(attribute)]
    pub name: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A list of rules. The first that fits a stanza decides; where none does, it is let through.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "list")]
#[xml(
    new = "The list of this name, without rules: in a `get` asks for it, in a `set` removes it.",
    with
)]
#[non_exhaustive]
pub struct List {
    /// The name, which the user has chosen. Nothing should be read into it.
    #[xml(attribute)]
    pub name: String,
    /// The rules, as they stand; [`in_order`](Self::in_order) has them as they apply. In a `set` they replace all that
    /// the list had; none there [removes the list](Self::is_removal), and from the server tells that it has changed. None in
    /// a request, and among the names of all lists.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A rule: for whom and for which stanzas, and what happens to these.
///
/// Without any of [`iq`](Self::iq), [`message`](Self::message), [`presence_in`](Self::presence_in) and
/// [`presence_out`](Self::presence_out) it is for all stanzas in both directions, requests for a subscription
/// included.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[doc(alias("XEP-0016", "XEP0016", "0016"))]
#[doc(alias("jabber:iq:privacy"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "A rule for everybody and all stanzas.", with)]
#[non_exhaustive]
pub struct Item {
    /// What happens to the stanzas.
    #[xml(attribute)]
    pub action: Action,
    /// When it is the turn of this rule: those with smaller numbers come first. No two rules of a list have the same.
    #[xml(attribute)]
    pub order: u32,
    /// What [`value`](Self::value) is. Absent: the rule is for everybody.
    #[xml(attribute = "type")]
    pub kind: Option<ItemKind>,
    /// For whom the rule is, in the form that the [kind](Self::kind) tells. Absent where it is for everybody.
    #[xml(attribute)]
    pub value: Option<String>,
    /// Whether it is for iqs to the user.
    #[xml(flag = "iq")]
    pub iq: bool,
    /// Whether it is for messages to the user.
    #[xml(flag = "message")]
    pub message: bool,
    /// Whether it is for presence to the user, as far as that tells that somebody is available or is no more.
    #[xml(flag = "presence-in")]
    pub presence_in: bool,
    /// Whether it is for presence from the user, as far as that tells that they are available or are no more.
    #[xml(flag = "presence-out")]
    pub presence_out: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What happens to the stanzas that a rule is for.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `allow`: they are let through.
    Allow,
    /// `deny`: they are blocked.
    Deny,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// By what a rule tells whom it is for.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ItemKind {
    /// `group`: those in this group of the user's roster.
    Group,
    /// `jid`: this address. A full one stands for itself, a bare one also for its resources, a domain also for all
    /// addresses in it.
    Jid,
    /// `subscription`: those with this [`Subscription`].
    Subscription,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How the user and somebody else are subscribed to each other's presence, exactly: `to` is not `both`.
///
/// It is what [`Item::value`] is with [`ItemKind::Subscription`], and is made of it by `Subscription::from`.
///
/// [XEP-0016 §2.1](https://xmpp.org/extensions/xep-0016.html#protocol-syntax)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Subscription {
    /// `both`: each to the other's.
    Both,
    /// `from`: they to the user's only.
    From,
    /// `none`: neither; those too who are not in the roster at all.
    None,
    /// `to`: the user to theirs only.
    To,
    /// Another.
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
    /// The list of this name.
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
    /// The list of this name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: Some(String::from(name)),
            ..Self::none()
        }
    }

    /// No list, so that everything is let through.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }
}

impl List {
    /// Whether this, in a `set`, removes the list: it has no rules, and no other child element that might be meant as
    /// one.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        self.items.is_empty() && self.extra.children().next().is_none()
    }

    /// The rules in the order in which they apply. Of those with the same number, the first comes first.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Item> {
        let mut items: Vec<_> = self.items.iter().collect();
        items.sort_by_key(|item| item.order);
        items
    }
}

impl Item {
    /// Whether the rule is for all stanzas: it names no sort of them, not even one that this type does not know.
    #[must_use]
    pub fn is_for_all_stanzas(&self) -> bool {
        let is_for_some = self.iq || self.message || self.presence_in || self.presence_out;
        !is_for_some && self.extra.children().next().is_none()
    }

    /// A rule for an address and all stanzas.
    #[must_use]
    pub fn for_jid(jid: &Jid, action: Action, order: u32) -> Self {
        Self::for_kind(ItemKind::Jid, jid.as_str(), action, order)
    }

    /// A rule for a group of the roster and all stanzas.
    #[must_use]
    pub fn for_group(group: &str, action: Action, order: u32) -> Self {
        Self::for_kind(ItemKind::Group, group, action, order)
    }

    /// A rule for those with this subscription and all stanzas.
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
