//! What comes of reading an element as its types and writing it back.
//!
//! The registry of the facade says which types there are. An element is read as its own type, and what that
//! keeps unread (the payload of a stanza, an application condition, an item of pubsub) as the types of these, and so
//! on inwards. What is found on the way is all in the [`Verdict`]; nothing is printed here.

use core::iter::Peekable;
use std::collections::BTreeSet;
use std::panic;

use serde::Serialize;
use serde_json::value::RawValue;
pub(crate) use xmpp_inspect::stream::closed;
use xmpp_inspect::stream::start_tag;
use xmpp_stanzas::streams::stream::Header;
use xmpp_stanzas::xml::registry::{Entry, Place, RoundTrip};
use xmpp_stanzas::xml::{Error, Node, Options, RawElement};

use crate::exceptions::FaultKind;
use crate::fitting::{self, Part, TOP_LEVEL, is_claimed};
use crate::infoset::{self, Fragment};
use crate::scope::XML;
use crate::spec::Spec;

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    /// The local name of the element; empty where there is none.
    root: String,
    namespace: String,
    /// Whether there is a type for the element itself.
    has_type: bool,
    /// What was written in the end. What a type refused, and what there is no type for, stands as it stood.
    pub(crate) written: String,
    /// What was read as a type, outermost first.
    pub(crate) readings: Vec<Reading>,
    /// The elements and attributes in namespaces of ours that have no named field.
    pub(crate) untyped: Vec<Spot>,
    /// The elements and attributes in namespaces that have no type, the outermost of each namespace.
    pub(crate) opaque: Vec<Opaque>,
    /// What was refused by its type, or by the reader.
    pub(crate) refused: Vec<Refusal>,
    /// What was lost, at the first place where something was. Nothing may be.
    pub(crate) loss: Option<String>,
}

/// An element that was read as a type.
#[derive(Debug, Serialize)]
pub(crate) struct Reading {
    /// Where it stands, from the root.
    pub(crate) path: String,
    /// Its byte in the text that the root stands in.
    pub(crate) offset: usize,
    /// The path of the Rust type.
    #[serde(rename = "type")]
    pub(crate) type_name: &'static str,
    /// The specification that defines the element, and the section.
    pub(crate) spec: &'static str,
    pub(crate) section: &'static str,
    /// The address of the specification; for an RFC that of the section.
    pub(crate) link: String,
    /// The value in JSON, its keys in the order of the fields; left out unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<Box<RawValue>>,
    /// Where it stands, of the places where it may.
    #[serde(skip)]
    pub(crate) place: Place,
    #[serde(skip)]
    pub(crate) entry: &'static Entry,
    /// What was read, self-contained.
    #[serde(skip)]
    pub(crate) element: RawElement,
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Spot {
    /// From the root.
    pub(crate) path: String,
    /// The byte of the text that the root stands in.
    pub(crate) offset: usize,
}

/// An element or attribute in a namespace that has no type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Opaque {
    pub(crate) namespace: String,
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) spot: Spot,
}

/// Why an element was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Refusal {
    #[serde(skip)]
    kind: FaultKind,
    /// In words.
    pub(crate) message: String,
    #[serde(flatten)]
    pub(crate) spot: Spot,
    /// What the library says, if it was the library.
    #[serde(skip)]
    pub(crate) error: Option<Error>,
    /// The path of the type that refused it; `None` where the reader did.
    #[serde(rename = "type")]
    type_name: Option<&'static str>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// In words.
    pub(crate) message: String,
    /// Where, if that is known.
    #[serde(flatten)]
    pub(crate) spot: Option<Spot>,
    /// The path of the Rust type that refused it.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(crate) type_name: Option<&'static str>,
    /// Why it is as expected, where it is listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
}

impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match &self.spot {
            Some(Spot { path, offset }) if !path.is_empty() => {
                write!(f, "{} at {path} (byte {offset})", self.message)
            }
            _ => f.write_str(&self.message),
        }
    }
}

/// A verdict as it is shown to programs.
#[derive(Debug, Serialize)]
pub(crate) struct Finding<'a> {
    /// The local name of the element and its namespace; both empty where there is no element.
    root: &'a str,
    namespace: &'a str,
    /// The verdict in a word.
    verdict: Outcome,
    /// What became of the text: it came back, or not, and why.
    status: Status,
    /// Everything, down to the last element, is in a named field.
    understood: bool,
    /// Everything of our namespaces is, and there is something.
    typed: bool,
    /// The paths of what is ours and in no named field.
    untyped: Vec<&'a str>,
    /// What stands in namespaces without a type, the outermost elements of each.
    opaque: &'a [Opaque],
    /// The first refusal.
    error: Option<&'a Refusal>,
    /// All that is wrong, with its places.
    faults: &'a [Fault],
    /// What did not come back.
    loss: Option<&'a str>,
    /// What was read as a type, outermost first.
    readings: &'a [Reading],
}

/// A verdict in a word. What comes first holds before what comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// Something did not come back.
    Lossy,
    /// It is not XML.
    NotWellFormed,
    /// A type refused it, or something in it.
    Refused,
    /// Something in a namespace of ours has no named field.
    Untyped,
    /// Something stands in a namespace that has no type.
    Opaque,
    /// Everything is in named fields.
    Understood,
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Status {
    Lossless,
    Lossy,
    Rejected,
    NotWellFormed,
}

impl Verdict {
    /// Judges the one element that a text holds.
    pub(crate) fn of_text(text: &str) -> Self {
        match RawElement::read_with(text.as_bytes(), &Options::file()) {
            Ok(element) => Self::of(text, &element),
            Err(error) => Self::not_read(&error),
        }
    }

    /// Judges an element that stands in no other, which was read from `source`.
    ///
    /// Where our own code panics, that is the loss.
    pub(crate) fn of(source: &str, element: &RawElement) -> Self {
        let judge = || {
            let mut verdict = Self {
                root: element.name().to_owned(),
                namespace: element.namespace().to_owned(),
                has_type: !fitting::entries(&element.node(), &TOP_LEVEL).is_empty(),
                ..Self::default()
            };
            verdict.written = verdict.rewrite(element.node(), &TOP_LEVEL);
            verdict.loss = verdict.loss.or_else(|| loss(source, &verdict.written));
            verdict
        };
        panic::catch_unwind(judge).unwrap_or_else(|_| Self {
            loss: Some("panicked".to_owned()),
            ..Self::default()
        })
    }

    /// Judges the header of a stream: a start tag without its end, which goes to the reader of such.
    pub(crate) fn of_header(tag: &str) -> Self {
        let tag = start_tag(tag);
        let mut verdict = Self::of_text(&closed(tag));
        if verdict.has_type && !tag.ends_with("/>") {
            match Header::from_start_tag(tag).and_then(|header| header.to_start_tag()) {
                Ok(written) => {
                    let loss = || loss(&closed(tag), &closed(&written));
                    verdict.loss = verdict.loss.or_else(loss);
                    verdict.written = written;
                }
                Err(error) => verdict.refuse(Refusal::of_input(&error)),
            }
        }
        verdict
    }

    /// What the reader refuses is no element.
    pub(crate) fn not_read(error: &Error) -> Self {
        Self {
            refused: vec![Refusal::of_input(error)],
            ..Self::default()
        }
    }

    /// What has tags but is not XML, by the parser that takes examples apart.
    pub(crate) fn not_well_formed(error: &str) -> Self {
        Self {
            refused: vec![Refusal {
                kind: FaultKind::NotWellFormed,
                message: error.to_owned(),
                spot: Spot {
                    path: String::new(),
                    offset: 0,
                },
                error: None,
                type_name: None,
            }],
            ..Self::default()
        }
    }

    /// The same with all offsets mapped.
    pub(crate) fn map_offsets(mut self, map: impl Fn(usize) -> usize) -> Self {
        let refused = self.refused.iter_mut().map(|refusal| &mut refusal.spot);
        let opaque = self.opaque.iter_mut().map(|opaque| &mut opaque.spot);
        for spot in refused.chain(opaque).chain(&mut self.untyped) {
            spot.offset = map(spot.offset);
        }
        for reading in &mut self.readings {
            reading.offset = map(reading.offset);
        }
        self
    }

    /// Adds the JSON of each value that was read.
    pub(crate) fn with_values(mut self) -> Self {
        for Reading {
            value,
            entry,
            element,
            ..
        } in &mut self.readings
        {
            let mut json = Vec::new();
            let mut serializer = serde_json::Serializer::new(&mut json);
            let written = entry.serialize(element, &Options::file(), &mut serializer);
            let json = written.ok().and_then(|()| String::from_utf8(json).ok());
            *value = json.and_then(|json| RawValue::from_string(json).ok());
        }
        self
    }

    /// The verdict as it is shown to programs, with the faults that [`faults`](Self::faults) gave.
    pub(crate) fn finding<'a>(&'a self, faults: &'a [Fault]) -> Finding<'a> {
        Finding {
            root: &self.root,
            namespace: &self.namespace,
            verdict: self.outcome(),
            status: self.status(),
            understood: self.is_understood(),
            typed: self.is_typed(),
            untyped: self.untyped.iter().map(|spot| &*spot.path).collect(),
            opaque: &self.opaque,
            error: self.refused.first(),
            faults,
            loss: self.loss.as_deref(),
            readings: &self.readings,
        }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        match self.status() {
            Status::Lossy => Outcome::Lossy,
            Status::NotWellFormed => Outcome::NotWellFormed,
            Status::Rejected => Outcome::Refused,
            Status::Lossless if !self.untyped.is_empty() => Outcome::Untyped,
            Status::Lossless if !self.opaque.is_empty() => Outcome::Opaque,
            Status::Lossless => Outcome::Understood,
        }
    }

    pub(crate) fn status(&self) -> Status {
        match (&self.loss, self.refused.first()) {
            (Some(_), _) => Status::Lossy,
            (None, None) => Status::Lossless,
            (None, Some(first)) if first.kind == FaultKind::NotWellFormed => Status::NotWellFormed,
            (None, Some(_)) => Status::Rejected,
        }
    }

    /// Whether there is a type for the element itself.
    #[cfg(test)]
    pub(crate) fn has_type(&self) -> bool {
        self.has_type
    }

    /// Whether nothing was refused.
    pub(crate) fn is_parsed(&self) -> bool {
        self.refused.is_empty()
    }

    /// Whether everything, down to the last element, is in named fields.
    pub(crate) fn is_understood(&self) -> bool {
        self.outcome() == Outcome::Understood
    }

    /// Whether everything in namespaces of ours is in named fields, and there is something.
    pub(crate) fn is_typed(&self) -> bool {
        !self.readings.is_empty() && self.is_parsed() && self.untyped.is_empty()
    }

    /// Whether all that was read was written.
    pub(crate) fn is_lossless(&self) -> bool {
        matches!(self.status(), Status::Lossless | Status::Rejected)
    }

    /// What is not as it should be.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let fault = |kind, message: &str, spot: Option<&Spot>| Fault {
            kind,
            message: message.to_owned(),
            spot: spot.cloned(),
            type_name: None,
            reason: None,
        };
        let loss = self.loss.iter();
        let loss = loss.map(|loss| fault(FaultKind::Loss, loss, None));
        let refused = self.refused.iter();
        let refused = refused.map(|refusal| {
            let spot = (!refusal.spot.path.is_empty()).then_some(&refusal.spot);
            Fault {
                type_name: refusal.type_name,
                ..fault(refusal.kind, &refusal.message, spot)
            }
        });
        let untyped = self.untyped.iter();
        let untyped = untyped.map(|spot| fault(FaultKind::Untyped, "no field for it", Some(spot)));
        loss.chain(refused).chain(untyped).collect()
    }

    fn refuse(&mut self, refusal: Refusal) {
        if !self.refused.contains(&refusal) {
            self.refused.push(refusal);
        }
    }

    /// Notes what stands in a namespace without a type.
    fn note_opaque(&mut self, namespace: &str, name: &str, spot: Spot) {
        self.opaque.push(Opaque {
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            spot,
        });
    }

    /// The same for the attributes of an element that is not read, each with the place of the element.
    fn note_attributes(&mut self, node: &Node<'_>) {
        let own = node.namespace();
        for attribute in node.attributes() {
            let namespace = attribute.namespace;
            let is_its = namespace.is_empty() || namespace == XML || namespace == own;
            if !is_its && !is_claimed(namespace) {
                let mut spot = spot(node);
                spot.path += &format!("/@{}", attribute.name);
                self.note_opaque(namespace, attribute.name, spot);
            }
        }
    }

    /// Reads the element at `node` as the fitting type of those that may stand there, and what that keeps unread in
    /// the same way; writes all of it again. The result is self-contained.
    fn rewrite(&mut self, node: Node<'_>, choices: &[&[Place]]) -> String {
        let element = RawElement::from(node);
        let source = element.to_string();
        let cut = Cut { base: spot(&node) };
        let mut written = source.clone();
        let mut parts = Vec::new();
        match fitting::best(&element, &fitting::entries(&node, choices)) {
            Some((entry, Ok(trip))) => {
                let reading = Reading::new(entry, &node, element, choices);
                self.readings.push(reading);
                let foreign = self.note_untyped(&cut, &trip);
                written = trip.xml;
                let mut opaque = trip
                    .report
                    .opaque
                    .iter()
                    .map(ToString::to_string)
                    .peekable();
                self.own_parts(node, &mut opaque, &foreign, &mut parts);
                if let Some(lost) = opaque.next() {
                    let lost = format!("{}: not in the source: {lost}", node.path());
                    self.loss.get_or_insert(lost);
                }
            }
            Some((entry, Err(error))) => {
                let is_stanza = entry.stands_in(Place::Stanza);
                let kind = if is_stanza {
                    FaultKind::StanzaFault
                } else {
                    FaultKind::PayloadFault
                };
                self.refuse(Refusal {
                    kind,
                    message: error.kind().to_string(),
                    spot: cut.spot(error.path(), error.offset()),
                    error: Some(error),
                    type_name: Some(entry.type_name()),
                });
                // What is wrong with a stanza says nothing of what it carries.
                if is_stanza {
                    self.foreign_parts(node, true, &mut parts);
                }
            }
            None if is_claimed(node.namespace()) => self.untyped.push(spot(&node)),
            None => {
                self.note_opaque(node.namespace(), node.name(), spot(&node));
                self.note_attributes(&node);
                self.foreign_parts(node, false, &mut parts);
            }
        }
        let mut from = 0;
        for (part, text) in parts {
            let new = self.rewrite(part.node, &part.choices());
            if let Some(at) = written[from..].find(&text) {
                written.replace_range(from + at..from + at + text.len(), &new);
                from += at + new.len();
            }
        }
        if self.loss.is_none() {
            let loss = loss(&source, &written);
            self.loss = loss.map(|loss| format!("{}: {loss}", node.path()));
        }
        written
    }

    /// Notes what no field took, in namespaces of ours and in others. Gives the offsets of the elements of others.
    fn note_untyped(&mut self, cut: &Cut, trip: &RoundTrip) -> BTreeSet<usize> {
        let mut foreign = BTreeSet::new();
        for part in &trip.report.untyped {
            let spot = cut.spot(&part.path, part.offset);
            if is_claimed(&part.namespace) {
                self.untyped.push(spot);
            } else if part.is_attribute {
                self.note_opaque(&part.namespace, &part.name, spot);
            } else {
                foreign.insert(spot.offset);
            }
        }
        foreign
    }

    /// What a type of ours keeps unread, in the order of the document, each with its text, self-contained; and of the
    /// elements of others at these offsets, what is ours in them.
    fn own_parts<'a>(
        &mut self,
        parent: Node<'a>,
        opaque: &mut Peekable<impl Iterator<Item = String>>,
        foreign: &BTreeSet<usize>,
        parts: &mut Vec<(Part<'a>, String)>,
    ) {
        for node in parent.children() {
            let text = RawElement::from(node).to_string();
            if let Some(text) = opaque.next_if_eq(&text) {
                parts.push((Part { parent, node }, text));
            } else if foreign.contains(&node.offset()) {
                self.note_opaque(node.namespace(), node.name(), spot(&node));
                self.note_attributes(&node);
                self.foreign_parts(node, false, parts);
            } else {
                self.own_parts(node, opaque, foreign, parts);
            }
        }
    }

    /// What is ours within an element that is not read, outermost first, each with its text as it stands. What is of
    /// yet other namespaces is noted.
    ///
    /// In a stanza that is refused, what is of its own namespace is part of what is refused.
    fn foreign_parts<'a>(
        &mut self,
        parent: Node<'a>,
        is_stanza: bool,
        parts: &mut Vec<(Part<'a>, String)>,
    ) {
        for node in parent.children() {
            let namespace = node.namespace();
            let is_same = namespace == parent.namespace();
            if is_stanza && is_same {
                continue;
            }
            if is_claimed(namespace) || is_stanza {
                parts.push((Part { parent, node }, node.source().to_owned()));
                continue;
            }
            if !is_same {
                self.note_opaque(namespace, node.name(), spot(&node));
            }
            self.note_attributes(&node);
            self.foreign_parts(node, false, parts);
        }
    }
}

impl Reading {
    fn new(
        entry: &'static Entry,
        node: &Node<'_>,
        element: RawElement,
        choices: &[&[Place]],
    ) -> Self {
        let Spot { path, offset } = spot(node);
        let asked = choices.iter().copied().flatten();
        let mut places = asked.chain(entry.places);
        let place = places.find(|place| entry.stands_in(**place));
        Self {
            path,
            offset,
            type_name: entry.type_name(),
            spec: entry.spec,
            section: entry.section,
            link: match Spec::named(entry.spec) {
                Some(spec @ Spec::Rfc(_)) => {
                    format!("{}#section-{}", spec.address(), entry.section)
                }
                Some(spec) => spec.address(),
                None => String::new(),
            },
            value: None,
            place: place.copied().unwrap_or(Place::Nested),
            entry,
            element,
        }
    }
}

impl Refusal {
    /// An error in the text that the root stands in.
    fn of_input(error: &Error) -> Self {
        let kind = if error.is_not_well_formed() {
            FaultKind::NotWellFormed
        } else {
            FaultKind::PayloadFault
        };
        Self {
            kind,
            message: error.kind().to_string(),
            spot: Spot {
                path: error.path().to_owned(),
                offset: error.offset(),
            },
            error: Some(error.clone()),
            type_name: None,
        }
    }
}

fn spot(node: &Node<'_>) -> Spot {
    Spot {
        path: node.path(),
        offset: node.offset(),
    }
}

/// An element that is read by itself, although it stands in a larger text.
struct Cut {
    /// Where it stands in that text.
    base: Spot,
}

impl Cut {
    /// Where something stands in the larger text that is at this place in the element.
    fn spot(&self, path: &str, offset: usize) -> Spot {
        let step = path.get(1..).and_then(|path| path.find('/'));
        Spot {
            path: self.base.path.clone() + step.map_or("", |at| &path[1 + at..]),
            offset: self.base.offset + offset,
        }
    }
}

/// What differs between two texts of an element: by our own canonical form, and by the second comparison.
pub(crate) fn loss(source: &str, written: &str) -> Option<String> {
    let canonical = |text: &str| {
        RawElement::read_with(text.as_bytes(), &Options::file()).map(|raw| raw.canonical())
    };
    let is_same = match (canonical(source), canonical(written)) {
        (Ok(source), Ok(written)) => source == written,
        (_, Err(error)) => return Some(format!("what was written: {error}")),
        (Err(error), _) => return Some(format!("what was read: {error}")),
    };
    match infoset::difference(Fragment::alone(source), Fragment::alone(written)) {
        Ok(None) if is_same => None,
        Ok(None) => Some("only by the library's own comparison".to_owned()),
        Ok(Some(difference)) if is_same => Some(format!("only by the second: {difference}")),
        Ok(Some(difference)) => Some(difference.to_string()),
        Err(error) => Some(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "http://jabber.org/protocol/disco#info";

    fn paths(spots: &[Spot]) -> Vec<&str> {
        spots.iter().map(|spot| &*spot.path).collect()
    }

    fn said(verdict: &Verdict) -> Vec<String> {
        verdict.faults().iter().map(ToString::to_string).collect()
    }

    /// The namespaces without a type, each with where it stands.
    fn opaque(verdict: &Verdict) -> Vec<(&str, &str)> {
        let opaque = verdict.opaque.iter();
        opaque
            .map(|opaque| (&*opaque.namespace, &*opaque.spot.path))
            .collect()
    }

    fn query(kind: &str, content: &str) -> Verdict {
        Verdict::of_text(&format!(
            "<iq xmlns='jabber:client' type='{kind}' id='1'>\
             <query xmlns='{INFO}'>{content}</query></iq>"
        ))
    }

    #[test]
    fn what_is_ours_has_to_land_in_a_field() {
        for (verdict, untyped) in [
            (query("get", ""), &[][..]),
            (query("result", "<feature var='a'/>"), &[]),
            (query("error", ""), &[]),
            // What others add is theirs.
            (query("result", "<a xmlns='urn:example:a'/>"), &[]),
            (query("get", "<feature var='a'/>"), &["/iq/query/feature"]),
            (
                query("result", "<feature var='a' b=''/><c/>"),
                &["/iq/query/feature/@b", "/iq/query/c"],
            ),
            // It has no type there.
            (query("set", ""), &["/iq/query"]),
        ] {
            assert_eq!(paths(&verdict.untyped), untyped);
            assert_eq!(verdict.is_typed(), untyped.is_empty());
            assert_eq!(verdict.status(), Status::Lossless);
        }
    }

    #[test]
    fn follows_what_stands_unread_to_any_depth() {
        let form = "<x xmlns='jabber:x:data' type='result' a=''/>";
        for (around, path) in [
            (
                "<message xmlns='jabber:client'>FORM</message>",
                "/message/x/@a",
            ),
            (
                "<message xmlns='jabber:client'><b xmlns='urn:example:b'/>\
                 <b xmlns='urn:example:b'><c>FORM</c></b></message>",
                "/message/b[2]/c/x/@a",
            ),
            (
                "<forwarded xmlns='urn:xmpp:forward:0'>\
                 <message xmlns='jabber:client'>FORM</message></forwarded>",
                "/forwarded/message/x/@a",
            ),
        ] {
            let verdict = Verdict::of_text(&around.replace("FORM", form));
            assert_eq!(paths(&verdict.untyped), [path]);
            assert_eq!(verdict.loss, None);
        }
    }

    #[test]
    fn writes_with_the_types_of_what_stands_unread() {
        let verdict = query("result", "<feature\nvar=\"a\"></feature>");
        let written = format!(
            "<iq xmlns='jabber:client' id='1' type='result'>\
             <query xmlns='{INFO}'><feature var='a'/></query></iq>"
        );
        assert_eq!(verdict.written, written);
        assert_eq!(verdict.loss, None);
    }

    #[test]
    fn tells_what_was_refused_and_where() {
        let refused = "<iq xmlns='jabber:client' type='get'/>";
        let verdict = Verdict::of_text(refused);
        assert_eq!(verdict.status(), Status::Rejected);
        assert_eq!(verdict.written, refused);
        assert_eq!(
            said(&verdict),
            ["`iq` lacks the attribute `id` at /iq (byte 0)"]
        );
        let verdict = Verdict::of_text(
            "<message xmlns='jabber:client' xmlns:d='urn:xmpp:delay'>\
             <b xmlns='urn:example:b'/><d:delay stamp='noon'/></message>",
        );
        let [refusal] = verdict.refused.as_slice() else {
            panic!("not one refusal: {verdict:?}");
        };
        assert_eq!(refusal.kind, FaultKind::PayloadFault);
        assert_eq!(refusal.spot.path, "/message/d:delay/@stamp");
        // The declaration that came along with the payload is not counted.
        assert!(
            verdict.written[refusal.spot.offset..].starts_with("noon"),
            "{refusal:?}"
        );
        assert!(verdict.is_lossless() && !verdict.is_typed());
    }

    #[test]
    fn what_is_not_well_formed_is_no_element() {
        for text in ["<a>", "", "a", "<a/><b/>"] {
            let verdict = Verdict::of_text(text);
            assert_eq!(verdict.status(), Status::NotWellFormed, "{text}");
            assert!(!verdict.is_lossless() && !verdict.is_parsed() && !verdict.is_typed());
        }
    }

    #[test]
    fn what_nobody_knows_comes_back_but_is_not_typed() {
        let source = "<a xmlns='urn:example:a' b = \"1\"><c/></a>";
        let verdict = Verdict::of_text(source);
        assert_eq!(verdict.written, source);
        assert_eq!(verdict.status(), Status::Lossless);
        assert!(!verdict.is_typed() && verdict.untyped.is_empty());
        assert!(verdict.faults().is_empty());
        let [opaque] = verdict.opaque.as_slice() else {
            panic!("not one: {verdict:?}");
        };
        assert_eq!(opaque.namespace, "urn:example:a");
        assert_eq!(verdict.outcome(), Outcome::Opaque);
    }

    #[test]
    fn tells_what_is_of_others_at_any_depth() {
        for (text, expected) in [
            (
                "<iq xmlns='jabber:client' id='1' type='get'><ping xmlns='urn:xmpp:ping'/></iq>",
                &[][..],
            ),
            (
                "<iq xmlns='jabber:client' id='1' type='get'><a xmlns='b'><a/><c xmlns='d'/></a></iq>",
                &[("b", "/iq/a"), ("d", "/iq/a/c")],
            ),
            (
                "<iq xmlns='jabber:client' id='1' type='get' xmlns:b='c' b:d=''>\
                 <ping xmlns='urn:xmpp:ping'><b:e/></ping></iq>",
                &[("c", "/iq/@b:d"), ("c", "/iq/ping/b:e")],
            ),
            (
                "<a xmlns='b' xmlns:c='d' c:e='' xml:lang='en' f=''><g c:h='' xmlns:i='urn:xmpp:ping' i:j=''/></a>",
                &[("b", "/a"), ("d", "/a/@e"), ("d", "/a/g/@h")],
            ),
            // What it carries is read although the stanza is refused.
            (
                "<iq xmlns='jabber:client'><a xmlns='b'/><ping xmlns='urn:xmpp:ping'/></iq>",
                &[("b", "/iq/a")],
            ),
        ] {
            let verdict = Verdict::of_text(text);
            assert_eq!(opaque(&verdict), expected, "{text}");
            assert_eq!(verdict.loss, None);
            assert_eq!(verdict.is_understood(), expected.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_others_put_around_ours_does_not_hide_it() {
        let verdict = query(
            "result",
            "<a xmlns='urn:example:a'><x xmlns='jabber:x:data' type='result' a=''/></a>",
        );
        assert_eq!(paths(&verdict.untyped), ["/iq/query/a/x/@a"]);
        assert_eq!(opaque(&verdict), [("urn:example:a", "/iq/query/a")]);
    }

    #[test]
    fn tells_what_was_read_as_which_type() {
        let verdict = query("result", "<feature var='a'/>").with_values();
        let seen: Vec<_> = verdict
            .readings
            .iter()
            .map(|reading| {
                let value = reading.value.as_ref().map(|value| value.get());
                (
                    &*reading.path,
                    reading.offset,
                    reading.spec,
                    value.unwrap_or_default(),
                )
            })
            .collect();
        let offset = verdict.written.find("<query").expect("it is there");
        assert_eq!((seen[0].0, seen[0].1, seen[0].2), ("/iq", 0, "RFC 6120"));
        assert_eq!(
            seen[1],
            (
                "/iq/query",
                offset,
                "XEP-0030",
                r#"{"features":[{"var":"a"}]}"#
            )
        );
        assert_eq!(seen.len(), 2);
    }

    #[test]
    fn both_comparisons_have_to_agree() {
        let source = "<a xmlns='urn:example:a' b='1'> <c>d</c></a>";
        let same = "<p:a xmlns:p='urn:example:a' b=\"1\"><p:c>&#x64;</p:c></p:a>";
        assert_eq!(loss(source, same), None);
        for (written, said) in [
            ("<a xmlns='urn:example:a'> <c>d</c></a>", "/a/@b"),
            ("<a xmlns='urn:example:a' b='1'> <c>d </c></a>", "/a/c"),
            (
                "<a xmlns='urn:example:a' b='1'> <c>d</c>",
                "what was written",
            ),
        ] {
            let loss = loss(source, written).expect(written);
            assert!(loss.starts_with(said), "{loss}");
            assert!(!loss.contains("only by"), "{loss}");
        }
    }

    #[test]
    fn reads_headers_with_the_reader_of_start_tags() {
        let header = "<stream:stream xmlns='jabber:client' \
                      xmlns:stream='http://etherx.jabber.org/streams' to='tea.example'>";
        let verdict = Verdict::of_header(&format!("<?xml version='1.0'?>\n{header}\n"));
        assert_eq!((verdict.written.as_str(), &verdict.loss), (header, &None));
        assert!(verdict.is_typed());
        let elsewhere = header.replace("etherx", "elsewhere");
        let verdict = Verdict::of_header(&elsewhere);
        assert_eq!(verdict.status(), Status::Lossless);
        assert!(!verdict.is_typed());
        let verdict = Verdict::of_header(&header.replace("tea.example", "@"));
        assert_eq!(verdict.status(), Status::Rejected);
    }
}
