//! Which type an element is read as.
//!
//! The registry may have several types for a name: one for each place, one for each direction. The place narrows them, and
//! of those left the one that names most of the element is the fitting one, whether it accepts the element or not: what it
//! says is what there is to say. That another accepts it, because it keeps unread whatever the fitting one refuses, is no
//! success.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use xmpp_stanzas::registry;
use xmpp_stanzas::xml::registry::{Entry, Place, RoundTrip};
use xmpp_stanzas::xml::{
    ChildContent, Description, Error, Locals, Names, Namespaces, Node, Options, RawElement,
};

use crate::scope::{STANZAS, STREAMS};

/// An element inside of another.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "an element and what it is in is all there is to it"
)]
pub struct Part<'a> {
    pub parent: Node<'a>,
    pub node: Node<'a>,
}

impl Part<'_> {
    /// Where the element stands, as far as its parent says.
    #[must_use]
    pub fn choices(&self) -> Vec<&'static [Place]> {
        let namespace = self.parent.namespace();
        let is_in_stanza = STANZAS.contains(&namespace);
        let kind = self.parent.attribute("type");
        match self.parent.name() {
            "message" if is_in_stanza => vec![&[Place::Message]],
            "presence" if is_in_stanza => vec![&[Place::Presence]],
            "iq" if is_in_stanza => match kind.as_deref().map(str::trim) {
                Some("get") => vec![&[Place::IqGet]],
                Some("set") => vec![&[Place::IqSet]],
                Some("result") => vec![&[Place::IqResult]],
                Some("error") => vec![&[Place::IqGet, Place::IqSet]],
                _ => vec![&[Place::IqGet, Place::IqSet, Place::IqResult]],
            },
            "error" if is_in_stanza => vec![&[Place::StanzaError]],
            "error" if namespace == STREAMS => vec![&[Place::StreamError]],
            "features" if namespace == STREAMS => vec![&[Place::StreamFeature]],
            _ => vec![&[Place::Nested], ANYWHERE],
        }
    }
}

/// In no other element: a stanza, another top-level element, or else some part of one.
pub const TOP_LEVEL: [&[Place]; 3] = [&[Place::Stanza], &[Place::Nonza], ANYWHERE];

/// Stands for all places.
pub(crate) const ANYWHERE: &[Place] = &[];

/// The types of an element by the first choice of places for which there are any.
///
/// Those that are for any name of a namespace, such as conditions, are there only where no type has the name itself.
#[must_use]
pub fn entries(node: &Node<'_>, choices: &[&[Place]]) -> Vec<&'static Entry> {
    let by_name: Vec<_> = registry().filter(|entry| entry.matches(node)).collect();
    let at = |places: &[Place]| -> Vec<_> {
        let stands = |entry: &&&Entry| {
            places.is_empty() || places.iter().any(|place| entry.stands_in(*place))
        };
        by_name.iter().filter(stands).copied().collect()
    };
    let mut found = choices.iter().map(|places| at(places));
    let mut found: Vec<&Entry> = found.find(|found| !found.is_empty()).unwrap_or_default();
    let is_named = |entry: &&Entry| has_name(&entry.description().names, node, None);
    if found.iter().any(is_named) {
        found.retain(is_named);
    }
    found
}

/// The round trip through the fitting type of these.
#[must_use]
pub fn best(
    element: &RawElement,
    entries: &[&'static Entry],
) -> Option<(&'static Entry, Result<RoundTrip, Error>)> {
    let node = element.node();
    let trips = entries.iter().map(|entry| {
        let trip = entry.round_trip(element, &Options::file());
        (*entry, trip)
    });
    trips.min_by_key(|(entry, trip)| {
        let unnamed = unnamed(&node, entry.description());
        // Of those that name as much, one that accepts it; else the one that came furthest.
        let left = trip
            .as_ref()
            .err()
            .map_or(0, |error| usize::MAX - error.offset());
        (unnamed, left)
    })
}

/// Whether a namespace is that of one of our types.
#[must_use]
pub fn is_claimed(namespace: &str) -> bool {
    static CLAIMED: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let mut claimed = BTreeSet::new();
        for entry in registry() {
            let names = entry.description().names;
            names.each(&mut |namespace, _| _ = claimed.insert(namespace));
        }
        claimed
    });
    CLAIMED.contains(namespace)
}

/// How many elements and attributes of namespaces that we claim the type has no field for.
fn unnamed(node: &Node<'_>, description: &Description) -> usize {
    let chosen = description.choices.iter().filter_map(|choice| {
        let is_named = has_name(&choice.names, node, None);
        (is_named || has_open_name(&choice.names, node, None)).then_some((!is_named, choice))
    });
    if let Some((_, choice)) = chosen.min_by_key(|(is_open, _)| *is_open) {
        return unnamed(node, (choice.description)());
    }
    if matches!(description.names, Names::Any) {
        return 0;
    }
    let attributes = node.attributes().filter(|attribute| {
        let namespace = &attribute.namespace;
        let is_ours = namespace.is_empty() || is_claimed(namespace);
        let is_named = description
            .attributes
            .iter()
            .any(|field| field.name == attribute.name && field.namespace == *namespace);
        is_ours && !is_named
    });
    let mut count = attributes.count();
    for child in node.children() {
        let fields = description.children.iter();
        let field = fields
            .clone()
            .find(|field| has_name(&field.names, &child, Some(node)))
            .or_else(|| {
                fields
                    .clone()
                    .find(|field| has_open_name(&field.names, &child, Some(node)))
            });
        count += match field.map(|field| field.content) {
            // A place for what others add is none for an element of the type's own namespace.
            Some(ChildContent::Element(inner))
                if matches!(inner().names, Names::Any) && child.namespace() == node.namespace() =>
            {
                size(&child)
            }
            Some(ChildContent::Element(inner)) => unnamed(&child, inner()),
            Some(_) => 0,
            None if is_claimed(child.namespace()) => size(&child),
            None => 0,
        };
    }
    count
}

/// How many elements and attributes there are in an element, itself included.
fn size(node: &Node<'_>) -> usize {
    let mut count = 0;
    let mut open = vec![*node];
    while let Some(node) = open.pop() {
        count += 1 + node.attributes().count();
        open.extend(node.children());
    }
    count
}

/// Whether names list that of an element.
pub(crate) fn has_name(names: &Names, node: &Node<'_>, parent: Option<&Node<'_>>) -> bool {
    match names {
        Names::Of(namespaces, locals) => {
            let is_local = match locals {
                Locals::One(name) => *name == node.name(),
                Locals::OneOf(all) | Locals::Any(all) => all.contains(&node.name()),
            };
            is_local && is_in(namespaces, node, parent)
        }
        Names::Union(all) => all.iter().any(|names| has_name(names, node, parent)),
        Names::Any => false,
    }
}

/// Whether names take an element whatever its local name is.
pub(crate) fn has_open_name(names: &Names, node: &Node<'_>, parent: Option<&Node<'_>>) -> bool {
    match names {
        Names::Of(namespaces, Locals::Any(_)) => is_in(namespaces, node, parent),
        Names::Of(..) => false,
        Names::Union(all) => all.iter().any(|names| has_open_name(names, node, parent)),
        Names::Any => true,
    }
}

fn is_in(namespaces: &Namespaces, node: &Node<'_>, parent: Option<&Node<'_>>) -> bool {
    let namespace = node.namespace();
    match namespaces {
        Namespaces::One(only) => namespace == *only,
        Namespaces::OneOf(all) => all.contains(&namespace),
        Namespaces::Parent(all) => match (parent.map(Node::namespace), all.first()) {
            // That of the parent, if it is one of these; else the first.
            (Some(parent), Some(first)) if !all.contains(&parent) => namespace == *first,
            (Some(parent), _) => namespace == parent,
            (None, _) => all.is_empty() || all.contains(&namespace),
        },
        Namespaces::Any => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = "xmlns='jabber:client'";
    const INFO: &str = "xmlns='http://jabber.org/protocol/disco#info'";
    const SASL: &str = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";

    /// The name of the fitting type of an element that stands alone, and what it says against it.
    fn fitting(text: &str) -> (&'static str, Option<String>) {
        let element: RawElement = text.parse().expect(text);
        let entries = entries(&element.node(), &TOP_LEVEL);
        let (entry, trip) = best(&element, &entries).expect(text);
        let name = entry.type_name();
        let error = trip.err().map(|error| error.to_string());
        (name.trim_start_matches("xmpp_"), error)
    }

    #[test]
    fn the_type_that_names_most_speaks() {
        for (text, name, said) in [
            // What asks has no identities, so it keeps them, whatever they are.
            (
                format!("<query {INFO}><identity type='bot'/></query>"),
                "disco::info::Response",
                "category",
            ),
            (
                "<query xmlns='jabber:iq:roster'><item jid=''/></query>".to_owned(),
                "roster::list::Roster",
                "jid",
            ),
            (
                "<jingle xmlns='urn:xmpp:jingle:1' action='content-modify' sid='s'>\
                 <content name='video' senders='both'/></jingle>"
                    .to_owned(),
                "jingle::session::Jingle",
                "creator",
            ),
            // A name of its own is more than any name of the namespace.
            (
                format!("<auth {SASL}/>"),
                "stream_errors::sasl::Auth",
                "mechanism",
            ),
            (
                format!("<iq {CLIENT} id='1' type='pet'/>"),
                "core_stanzas::iq::Iq",
                "pet",
            ),
        ] {
            let (fitting, error) = fitting(&text);
            assert_eq!(fitting, name, "{text}");
            let error = error.expect("it is refused");
            assert!(error.contains(said), "{error}");
        }
    }

    #[test]
    fn of_types_that_name_as_much_one_that_accepts_it_speaks() {
        for (text, name) in [
            (format!("<query {INFO}/>"), "disco::info::Request"),
            (
                format!("<query {INFO}><feature var='a'/></query>"),
                "disco::info::Response",
            ),
            (
                format!("<no-such-mechanism {SASL}/>"),
                "stream_errors::sasl::DefinedCondition",
            ),
        ] {
            assert_eq!(fitting(&text), (name, None), "{text}");
        }
    }

    #[test]
    fn the_place_narrows_the_types() {
        let names = |text: &str| -> Vec<_> {
            let iq: RawElement = text.parse().expect(text);
            let parent = iq.node();
            let node = parent.children().next().expect("it has a payload");
            let part = Part { parent, node };
            let entries = entries(&node, &part.choices());
            entries.iter().map(|entry| entry.type_name()).collect()
        };
        for (kind, expected) in [
            ("get", &["xmpp_disco::info::Request"][..]),
            ("result", &["xmpp_disco::info::Response"]),
            ("error", &["xmpp_disco::info::Request"]),
            ("set", &[]),
        ] {
            let text = format!("<iq {CLIENT} id='1' type='{kind}'><query {INFO}/></iq>");
            assert_eq!(names(&text), expected, "{kind}");
        }
    }
}
