//! The types of elements that a type keeps unparsed, from lists of the registry.

use crate::element::{Description, Names, Namespaces};
use crate::node::Node;
use crate::registry::{Entry, Place};

/// Lists of the registry; with none, every [`RawElement`](crate::RawElement) is XML text.
#[derive(Clone, Copy, Default)]
pub(super) struct Types<'t>(pub(super) &'t [&'t [Entry]]);

impl<'t> Types<'t> {
    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The types of the elements of this name inside an element in the namespace `parent`, in the order of the lists, and what
    /// lists them. Of a choice, it is the type that is chosen.
    pub(super) fn of_name<'n, F: Fn(&str) -> bool>(
        self,
        local: &'n str,
        parent: &'n str,
        is_in: &'n F,
    ) -> impl Iterator<Item = (&'t Entry, &'static Description)> + use<'t, 'n, F> {
        let all = self.0.iter().copied().flatten();
        all.filter_map(move |entry| {
            let is_of = |names: &Names| names.matches_inside(local, parent, is_in);
            Some((entry, chosen(entry.description(), &is_of)?))
        })
    }
}

/// The type for an element of which `is_of` knows the name; `None` if there is none whose fields would say that name.
fn chosen(
    description: &'static Description,
    is_of: &impl Fn(&Names) -> bool,
) -> Option<&'static Description> {
    match &description.names {
        Names::Union(_) => {
            let mut choices = description.choices.iter();
            let choice = choices.find(|choice| is_of(&choice.names))?;
            chosen((choice.description)(), is_of)
        }
        Names::Of(Namespaces::Any, _) | Names::Any => None,
        names => is_of(names).then_some(description),
    }
}

/// Where the children of an element stand.
pub(super) fn place_inside(parent: &Node<'_>) -> Place {
    const STANZAS: [&str; 3] = ["jabber:client", "jabber:server", "jabber:component:accept"];
    if !STANZAS.iter().any(|name| parent.namespace_is(name)) {
        return Place::Nested;
    }
    match parent.name() {
        "message" => Place::Message,
        "presence" => Place::Presence,
        "error" => Place::StanzaError,
        "iq" => match parent.attribute("type").as_deref() {
            Some("set") => Place::IqSet,
            Some("result") => Place::IqResult,
            _ => Place::IqGet,
        },
        _ => Place::Nested,
    }
}

/// Whether it is the type that is meant by the name of the Rust type, among these.
pub(super) fn is_first_of_type_name(
    description: &'static Description,
    mut among: impl Iterator<Item = &'static Description>,
) -> bool {
    let first = among.find(|other| other.type_name == description.type_name);
    first.is_some_and(|first| core::ptr::eq(first, description))
}
