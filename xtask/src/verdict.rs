//! What comes of reading an element as its types and writing it back.
//!
//! The registry of the facade says which types there are. An element is read as its own type, and what that
//! keeps unread (the payload of a stanza, an application condition, an item of pubsub) as the types of these, and so
//! on inwards.

use core::iter::Peekable;
use std::collections::BTreeSet;
use std::panic;
use std::sync::LazyLock;

use serde::Serialize;
use xmpp_stanzas::registry;
use xmpp_stanzas::stream_errors::stream::Header;
use xmpp_stanzas::xml::registry::{Entry, Place, RoundTrip};
use xmpp_stanzas::xml::{Error, Node, Options, RawElement};

use crate::exceptions::FaultKind;
use crate::infoset::{self, Fragment};
use crate::scope::{STANZAS, STREAMS};

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
    /// The paths of the elements and attributes in our namespaces that have no named field.
    untyped: Vec<String>,
    /// What was refused by its type, or by the reader.
    refused: Vec<Refusal>,
    /// What was lost, at the first place where something was. Nothing may be.
    pub(crate) loss: Option<String>,
}

/// Why an element was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Refusal {
    #[serde(skip)]
    kind: FaultKind,
    /// In words.
    message: String,
    /// From the root.
    path: String,
    /// The byte of the text that the root stands in.
    offset: usize,
}

/// A verdict as it is shown to programs.
#[derive(Debug, Serialize)]
pub(crate) struct Finding<'a> {
    root: &'a str,
    namespace: &'a str,
    status: Status,
    typed: bool,
    untyped: &'a [String],
    error: Option<&'a Refusal>,
    loss: Option<&'a str>,
}

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
                has_type: !entries(&element.node(), &TOP_LEVEL).is_empty(),
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
                Err(error) => verdict.refused.push(Refusal::of_input(&error)),
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
                path: String::new(),
                offset: 0,
            }],
            ..Self::default()
        }
    }

    /// The same with all offsets mapped.
    pub(crate) fn map_offsets(mut self, map: impl Fn(usize) -> usize) -> Self {
        for refusal in &mut self.refused {
            refusal.offset = map(refusal.offset);
        }
        self
    }

    pub(crate) fn finding(&self) -> Finding<'_> {
        Finding {
            root: &self.root,
            namespace: &self.namespace,
            status: self.status(),
            typed: self.is_typed(),
            untyped: &self.untyped,
            error: self.refused.first(),
            loss: self.loss.as_deref(),
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

    /// Whether everything that is ours has landed in named fields, and the element itself is ours.
    pub(crate) fn is_typed(&self) -> bool {
        self.has_type && self.is_parsed() && self.untyped.is_empty()
    }

    /// Whether all that was read was written.
    pub(crate) fn is_lossless(&self) -> bool {
        matches!(self.status(), Status::Lossless | Status::Rejected)
    }

    /// What is not as it should be, in words.
    pub(crate) fn faults(&self) -> Vec<(FaultKind, String)> {
        let loss = self.loss.iter().map(|loss| (FaultKind::Loss, loss.clone()));
        let refused = self.refused.iter().map(|refusal| {
            let Refusal {
                kind,
                message,
                path,
                offset,
            } = refusal;
            match path.as_str() {
                "" => (*kind, message.clone()),
                _ => (*kind, format!("{message} at {path} (byte {offset})")),
            }
        });
        let mut faults: Vec<_> = loss.chain(refused).collect();
        if !self.untyped.is_empty() {
            faults.push((FaultKind::Untyped, self.untyped.join(", ")));
        } else if !self.has_type && faults.is_empty() {
            faults.push((FaultKind::Untyped, format!("no type for {}", self.root)));
        }
        faults
    }

    /// Reads the element as its type and writes it, and the same with what stands unread in it.
    fn rewrite(&mut self, node: Node<'_>, choices: &[&[Place]]) -> String {
        let element = RawElement::from(node);
        let mut written = element.to_string().to_owned();
        let mut parts = Vec::new();
        let entries = entries(&node, choices);
        match best(&element, &entries) {
            Some(Ok(trip)) => {
                self.untyped
                    .extend(our_untyped(&trip).map(|path| path_from(&node, path)));
                written = trip.xml;
                let mut opaque = trip.report.opaque.iter().peekable();
                own_parts(node, &mut opaque, &mut parts);
                if let Some(lost) = opaque.next() {
                    let lost = format!("{}: not in the source: {lost}", node.path());
                    self.loss.get_or_insert(lost);
                }
            }
            Some(Err(error)) => {
                let is_stanza = entries.iter().any(|entry| entry.stands_in(Place::Stanza));
                let kind = if is_stanza {
                    FaultKind::StanzaFault
                } else {
                    FaultKind::PayloadFault
                };
                self.refused.push(Refusal::new(kind, &error, &node));
            }
            None if is_ours(&node.namespace()) => self.untyped.push(node.path()),
            None => foreign_parts(node, &mut parts),
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
            let loss = loss(&element.to_string(), &written);
            self.loss = loss.map(|loss| format!("{}: {loss}", node.path()));
        }
        written
    }
}

/// The header of a stream without the XML declaration and what is around it.
fn start_tag(header: &str) -> &str {
    header
        .split_once("?>")
        .map_or(header, |(_, tag)| tag)
        .trim()
}

/// The header of a stream as a whole element: with its end.
pub(crate) fn closed(header: &str) -> String {
    let tag = start_tag(header);
    if tag.ends_with("/>") {
        return tag.to_owned();
    }
    let name = tag.split([' ', '\t', '\r', '\n', '>']).next();
    let name = name.and_then(|name| name.get(1..)).unwrap_or_default();
    format!("{tag}</{name}>")
}

/// An element inside of another.
struct Part<'a> {
    parent: Node<'a>,
    node: Node<'a>,
}

impl Part<'_> {
    /// Where the element stands, as far as its parent tells.
    fn choices(&self) -> Vec<&'static [Place]> {
        let namespace = self.parent.namespace();
        let is_in_stanza = STANZAS.contains(&&*namespace);
        let kind = self.parent.attribute("type");
        match self.parent.name() {
            "message" if is_in_stanza => vec![&[Place::Message]],
            "presence" if is_in_stanza => vec![&[Place::Presence]],
            "iq" if is_in_stanza => match kind.as_deref().map(str::trim) {
                Some("get") => vec![&[Place::IqGet]],
                Some("set") => vec![&[Place::IqSet]],
                Some("result") => vec![&[Place::IqResult]],
                _ => vec![&[Place::IqGet, Place::IqSet]],
            },
            "error" if is_in_stanza => vec![&[Place::StanzaError]],
            "error" if namespace == STREAMS => vec![&[Place::StreamError]],
            "features" if namespace == STREAMS => vec![&[Place::StreamFeature]],
            _ => vec![&[Place::Nested], ANYWHERE],
        }
    }
}

/// In no other element: a stanza, another top-level element, or else some part of one.
const TOP_LEVEL: [&[Place]; 3] = [&[Place::Stanza], &[Place::Nonza], ANYWHERE];

/// Stands for all places.
const ANYWHERE: &[Place] = &[];

/// The types of an element by the first choice of places for which there are any.
fn entries(node: &Node<'_>, choices: &[&[Place]]) -> Vec<&'static Entry> {
    let by_name: Vec<_> = registry().filter(|entry| entry.matches(node)).collect();
    let at = |places: &[Place]| -> Vec<_> {
        let stands = |entry: &&&Entry| {
            places.is_empty() || places.iter().any(|place| entry.stands_in(*place))
        };
        by_name.iter().filter(stands).copied().collect()
    };
    let mut found = choices.iter().map(|places| at(places));
    found.find(|found| !found.is_empty()).unwrap_or_default()
}

/// The round trip through the type that names most of an element.
fn best(element: &RawElement, entries: &[&Entry]) -> Option<Result<RoundTrip, Error>> {
    let trips = entries
        .iter()
        .map(|entry| entry.round_trip(element, &Options::file()));
    trips.min_by_key(|trip| {
        trip.as_ref()
            .map_or(usize::MAX, |trip| our_untyped(trip).count())
    })
}

/// The paths of what a type of ours has no field for although it is in a namespace of ours.
fn our_untyped(trip: &RoundTrip) -> impl Iterator<Item = &str> {
    let untyped = trip.report.untyped.iter();
    untyped
        .filter(|part| is_ours(&part.namespace))
        .map(|part| &*part.path)
}

/// Whether the registry has a type in this namespace.
fn is_ours(namespace: &str) -> bool {
    static OURS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let mut ours = BTreeSet::new();
        for entry in registry() {
            let names = entry.description().names;
            names.each(&mut |namespace, _| _ = ours.insert(namespace));
        }
        ours
    });
    OURS.contains(namespace)
}

/// What a type of ours keeps unread, in the order of the document, each with its text, self-contained.
fn own_parts<'a, 'o>(
    parent: Node<'a>,
    opaque: &mut Peekable<impl Iterator<Item = &'o RawElement>>,
    parts: &mut Vec<(Part<'a>, String)>,
) {
    for node in parent.children() {
        let is_next = |next: &&RawElement| {
            next.name() == node.name() && next.to_string() == RawElement::from(node).to_string()
        };
        match opaque.next_if(is_next) {
            Some(text) => parts.push((Part { parent, node }, text.to_string().to_owned())),
            None => own_parts(node, opaque, parts),
        }
    }
}

/// What is ours within an element that is not, outermost first, each with its text as it stands.
fn foreign_parts<'a>(parent: Node<'a>, parts: &mut Vec<(Part<'a>, String)>) {
    for node in parent.children() {
        if is_ours(&node.namespace()) {
            parts.push((Part { parent, node }, node.source().to_owned()));
        } else {
            foreign_parts(node, parts);
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

impl Refusal {
    /// An error in the element at `node`, which was read by itself.
    fn new(kind: FaultKind, error: &Error, node: &Node<'_>) -> Self {
        Self {
            kind,
            message: error.kind().to_string(),
            path: path_from(node, error.path()),
            offset: node.offset() + error.offset(),
        }
    }

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
            path: error.path().to_owned(),
            offset: error.offset(),
        }
    }
}

/// The path from the root of one that starts with the element at `node`.
fn path_from(node: &Node<'_>, path: &str) -> String {
    let step = path.get(1..).and_then(|path| path.find('/'));
    node.path() + step.map_or("", |at| &path[1 + at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "http://jabber.org/protocol/disco#info";

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
            assert_eq!(verdict.untyped, untyped);
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
            assert_eq!(verdict.untyped, [path]);
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
            verdict.faults(),
            [(
                FaultKind::StanzaFault,
                "`iq` lacks the attribute `id` at /iq (byte 0)".to_owned()
            )]
        );
        let verdict = Verdict::of_text(
            "<message xmlns='jabber:client' xmlns:d='urn:xmpp:delay'>\
             <b xmlns='urn:example:b'/><d:delay stamp='noon'/></message>",
        );
        let [refusal] = verdict.refused.as_slice() else {
            panic!("not one refusal: {verdict:?}");
        };
        assert_eq!(refusal.kind, FaultKind::PayloadFault);
        assert_eq!(refusal.path, "/message/d:delay/@stamp");
        assert!(
            verdict.written[refusal.offset..].starts_with("noon"),
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
        let said = (FaultKind::Untyped, "no type for a".to_owned());
        assert_eq!(verdict.faults(), [said]);
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
