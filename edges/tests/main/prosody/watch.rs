//! What goes over a stream, looked at by the registry: everything is read as its type and written back.

use alloc::collections::BTreeSet;

use xmpp_stanzas::registry;
use xmpp_stanzas::xml::registry::{Entry, Place};
use xmpp_stanzas::xml::{Node, Options, RawElement, Report};

/// What has been seen.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// How many elements were read as a type.
    pub(crate) typed: usize,
    /// The elements that no type is for, by namespace and name.
    pub(crate) opaque: BTreeSet<(String, String)>,
    /// Whatever was refused, changed or has no field in a type of its own namespace.
    pub(crate) faults: Vec<String>,
}

impl Watch {
    /// Looks at what stands at the top level of a stream, and at all that is inside.
    pub(crate) fn look(&mut self, element: &RawElement) {
        self.look_at(element, &[Place::Stanza, Place::Nonza]);
    }

    fn look_at(&mut self, element: &RawElement, places: &[Place]) {
        let Some((entry, report)) = self.read(element, places) else {
            return;
        };
        self.typed += 1;
        for untyped in &report.untyped {
            if is_claimed(&untyped.namespace) {
                let type_name = entry.type_name();
                self.faults
                    .push(format!("{type_name} has no field for {}", untyped.path));
            } else {
                let name = (untyped.namespace.to_string(), untyped.name.to_string());
                self.opaque.insert(name);
            }
        }
        let places = inside(&element.node());
        for payload in &report.opaque {
            self.look_at(payload, places);
        }
    }

    /// Reads it as the type that has fields for most of it, of those that may stand there.
    fn read(&mut self, element: &RawElement, places: &[Place]) -> Option<(&'static Entry, Report)> {
        let node = element.node();
        let named: Vec<_> = registry().filter(|entry| entry.matches(&node)).collect();
        let stands = |entry: &&&Entry| places.iter().any(|place| entry.stands_in(*place));
        let placed: Vec<_> = named.iter().filter(stands).copied().collect();
        let candidates = if placed.is_empty() { named } else { placed };
        let mut best: Option<(&Entry, Report)> = None;
        let mut refusal = None;
        for entry in candidates {
            match entry.round_trip(element, &Options::new()) {
                Ok(trip) => {
                    let written: Result<RawElement, _> = trip.xml.parse();
                    if written.as_ref() != Ok(element) {
                        let type_name = entry.type_name();
                        self.faults
                            .push(format!("{type_name} changes {element} into {}", trip.xml));
                    }
                    let is_better = best
                        .as_ref()
                        .is_none_or(|(_, best)| trip.report.untyped.len() < best.untyped.len());
                    if is_better {
                        best = Some((entry, trip.report));
                    }
                }
                Err(error) => {
                    refusal = Some(format!("{} refuses {element}: {error}", entry.type_name()));
                }
            }
        }
        if best.is_none() {
            match refusal {
                Some(refusal) => self.faults.push(refusal),
                None => {
                    let name = (node.namespace().to_owned(), node.name().to_owned());
                    self.opaque.insert(name);
                }
            }
        }
        best
    }
}

/// Whether some type is in this namespace.
fn is_claimed(namespace: &str) -> bool {
    registry().any(|entry| {
        let mut is_its = false;
        let mut look = |its: &str, _: &str| is_its |= its == namespace;
        entry.description().names.each(&mut look);
        is_its
    })
}

/// The places that there are in an element.
fn inside(node: &Node<'_>) -> &'static [Place] {
    match (node.name(), node.attribute("type").as_deref()) {
        ("iq", Some("get")) => &[Place::IqGet],
        ("iq", Some("set")) => &[Place::IqSet],
        ("iq", Some("result")) => &[Place::IqResult],
        ("iq", Some("error")) => &[Place::IqGet, Place::IqSet],
        ("message", _) => &[Place::Message],
        ("presence", _) => &[Place::Presence],
        ("features", _) => &[Place::StreamFeature],
        ("error", _) => &[Place::StanzaError, Place::StreamError],
        _ => &[Place::Nested],
    }
}
