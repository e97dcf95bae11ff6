//! One element on every route through this library: as it stands, typed, with what is invalid kept, JSON, minidom, xso, the
//! payload of a stanza, the child of a stream. What comes out is judged by readers that are not ours.
//!
//! The element is one of the vectors or of the fuzzer, changed in ways that XML and the types allow, and written down by a
//! writer that is not ours either.

use std::collections::BTreeMap;

use minidom::Element as Dom;
use serde_json::{Deserializer, Serializer};
use xmpp_stanzas::core_stanzas::{Iq, Message, Presence};
use xmpp_stanzas::data_forms::form::Form;
use xmpp_stanzas::disco::info;
use xmpp_stanzas::jingle::session::Jingle;
use xmpp_stanzas::pubsub::event::Event as PubsubEvent;
use xmpp_stanzas::registry as entries;
use xmpp_stanzas::roster::list::Roster;
use xmpp_stanzas::xml::stream::{Event as StreamEvent, Splitter};
use xmpp_stanzas::xml::{
    Content, Error, ErrorKind, Invalid, Limits, Node, Options, RawElement, Report, from_str,
    read_with, to_string,
};

use crate::infoset::{self, Event};

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// How often each route was taken to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Taken {
    /// As it stands.
    pub opaque: usize,
    /// As a type, read strictly.
    pub strict: usize,
    /// As a type, with what is invalid kept.
    pub kept: usize,
    /// To JSON and back.
    pub json: usize,
    /// To a tree of minidom and back.
    pub minidom: usize,
    /// To xso and back.
    pub xso: usize,
    /// As the payload of a stanza.
    pub payload: usize,
    /// In a stream.
    pub stream: usize,
    /// As a type that this module names, by all of these.
    pub typed: usize,
}

impl Taken {
    /// Adds up.
    pub fn add(&mut self, other: Self) {
        self.opaque += other.opaque;
        self.strict += other.strict;
        self.kept += other.kept;
        self.json += other.json;
        self.minidom += other.minidom;
        self.xso += other.xso;
        self.payload += other.payload;
        self.stream += other.stream;
        self.typed += other.typed;
    }
}

/// The first byte says how many changes follow, of three bytes each; behind them stands the element.
pub fn routes(data: &[u8]) {
    let Some((&count, rest)) = data.split_first() else {
        return;
    };
    let changes = usize::from(count % 16) * 3;
    let Some((changes, source)) = rest.split_at_checked(changes) else {
        return;
    };
    if let Ok(source) = core::str::from_utf8(source) {
        let _ = changed_on_all_routes(changes, source);
    }
}

/// Changes an element and takes it through all routes. Nothing where the source is no element, or where others do not take
/// what has become of it for XML.
///
/// # Panics
/// A promise is broken.
#[must_use]
pub fn changed_on_all_routes(changes: &[u8], source: &str) -> Option<Taken> {
    let element: RawElement = source.parse().ok()?;
    let mut tree = Tree::of(element.node());
    for change in changes.chunks_exact(3) {
        tree.change(change[0], change[1], change[2]);
    }
    let written = Written::of(&tree);
    if written.limits.depth > 200 || written.text.len() > 100_000 {
        return None;
    }
    let traveller = Traveller::new(written)?;
    Some(traveller.travel())
}

/// An element, to be changed.
#[derive(Clone, Debug)]
struct Tree {
    namespace: String,
    prefix: String,
    local: String,
    declarations: Vec<(String, String)>,
    attributes: Vec<Attribute>,
    content: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Attribute {
    namespace: String,
    prefix: String,
    local: String,
    value: String,
    spelling: u8,
}

#[derive(Clone, Debug)]
enum Part {
    Element(Tree),
    Text(String, u8),
}

impl Tree {
    fn of(node: Node<'_>) -> Self {
        let content = node.content().map(|part| match part {
            Content::Element(child) => Part::Element(Self::of(child)),
            Content::Text(text) => Part::Text(text.into_owned(), 0),
        });
        Self {
            namespace: String::from(node.namespace()),
            prefix: node.prefix().to_owned(),
            local: node.name().to_owned(),
            declarations: node
                .declarations()
                .map(|(prefix, name)| (prefix.to_owned(), String::from(name)))
                .collect(),
            attributes: node
                .attributes()
                .map(|a| Attribute {
                    namespace: String::from(a.namespace),
                    prefix: a.prefix.to_owned(),
                    local: a.name.to_owned(),
                    value: a.value.into_owned(),
                    spelling: 0,
                })
                .collect(),
            content: content.collect(),
        }
    }

    fn bare(namespace: &str, local: &str) -> Self {
        Self {
            namespace: namespace.to_owned(),
            prefix: String::new(),
            local: local.to_owned(),
            declarations: Vec::new(),
            attributes: Vec::new(),
            content: Vec::new(),
        }
    }

    fn len(&self) -> usize {
        1 + self.children().map(Self::len).sum::<usize>()
    }

    fn children(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|part| match part {
            Part::Element(child) => Some(child),
            Part::Text(..) => None,
        })
    }

    /// The element of this number, in the order of the document.
    fn get(&mut self, number: usize) -> Option<&mut Self> {
        let mut left = number;
        self.find(&mut left)
    }

    fn find(&mut self, left: &mut usize) -> Option<&mut Self> {
        if *left == 0 {
            return Some(self);
        }
        *left -= 1;
        self.content.iter_mut().find_map(|part| match part {
            Part::Element(child) => child.find(left),
            Part::Text(..) => None,
        })
    }

    /// Makes the change `kind` at the element `place`; `detail` says which of several.
    fn change(&mut self, kind: u8, place: u8, detail: u8) {
        const KINDS: u8 = 25;
        let number = usize::from(place) % self.len();
        let Some(tree) = self.get(number) else { return };
        let n = usize::from(detail);
        let at = |len: usize| n.checked_rem(len);
        match kind % KINDS {
            0 => tree.prefix = ["p", "q", "stream", "ns0", "xmlns2", ""][n % 6].to_owned(),
            1 => {
                let name = tree.namespace.clone();
                tree.each(&mut |element| {
                    if element.namespace == name {
                        element.prefix = "p".to_owned();
                    }
                });
            }
            2 => tree.declare(
                ["x", "xs", "p", "ns0", "ns1"][n % 5],
                ["urn:x", "urn:y", "a&b'\"<\t\n"][n / 5 % 3],
            ),
            3 => tree.declare("", ["urn:x", "urn:y", &tree.namespace.clone()][n % 3]),
            4 => tree.attributes.push(Attribute {
                namespace: ["urn:x", "urn:y", XML, "urn:e&n"][n % 4].to_owned(),
                prefix: ["x", "p", "ns0", ""][n / 4 % 4].to_owned(),
                local: ["a", "lang", "type", "id"][n / 16 % 4].to_owned(),
                value: ["1", "x:name", "<>&'\"", " \t\n"][n / 64 % 4].to_owned(),
                spelling: 0,
            }),
            5 => tree.attributes.push(Attribute {
                namespace: String::new(),
                prefix: String::new(),
                local: ["unknown", "id", "type", "node", "to"][n % 5].to_owned(),
                value: ["1", "", "<>&'\"", " ", "é\u{1F980}"][n / 5 % 5].to_owned(),
                spelling: 0,
            }),
            6 => {
                if let Some(at) = at(tree.content.len()) {
                    tree.content.rotate_left(at);
                }
            }
            7 => tree.content.reverse(),
            8 => {
                if let Some(at) = at(tree.content.len()) {
                    let part = tree.content[at].clone();
                    tree.content.push(part);
                }
            }
            9 => {
                if let Some(at) = at(tree.content.len()) {
                    tree.content.remove(at);
                }
            }
            10 => {
                if let Some(at) = at(tree.attributes.len()) {
                    tree.attributes.remove(at);
                }
            }
            11 => {
                if let Some(at) = at(tree.attributes.len()) {
                    tree.attributes[at].value =
                        ["\u{1F980} ?", "", "-1", "@@", "99999999999999999999"][n / 7 % 5]
                            .to_owned();
                }
            }
            12 => {
                if let Some(at) = at(tree.attributes.len()) {
                    let value = &mut tree.attributes[at].value;
                    *value = [
                        format!(" {value} "),
                        format!("{value}\u{301}"),
                        value.to_uppercase(),
                        format!("+{value}"),
                    ][n / 7 % 4]
                        .clone();
                }
            }
            13 => tree.attributes.iter_mut().for_each(|a| a.spelling = detail),
            14 => tree.respell(detail),
            15 => {
                let text = ["text", " ", "]]>", "<&>\r\n", "é\u{1F980}", ""][n % 6];
                tree.content.push(Part::Text(text.to_owned(), detail / 6));
            }
            16 => {
                let text = ["text", " \n ", "0"][n % 3];
                tree.content
                    .insert(0, Part::Text(text.to_owned(), detail / 3));
            }
            17 => {
                let unknown = Self::bare(
                    ["urn:x", "", "jabber:client", "urn:z"][n % 4],
                    ["a", "x", "query"][n / 4 % 3],
                );
                let at = at(tree.content.len()).unwrap_or_default();
                tree.content.insert(at, Part::Element(unknown));
            }
            18 => {
                let inside = core::mem::replace(tree, Self::bare("urn:wrapper", "w"));
                tree.content.push(Part::Element(inside));
            }
            19 => {
                let name = tree.namespace.clone();
                tree.namespace = ["", "urn:x", "jabber:client", "jabber:server"][n % 4].to_owned();
                if n / 4 % 2 == 0 {
                    tree.declare("p", &name);
                }
            }
            20 => tree.local = ["a", "x", "query", "item", "été"][n % 5].to_owned(),
            21 => tree.texts(&|text| match n % 5 {
                0 => format!(" {text}\n"),
                1 => format!("{text}x"),
                2 => String::new(),
                3 => text.to_uppercase(),
                _ => "\u{1F980} ?".to_owned(),
            }),
            22 => tree.content.retain(|part| matches!(part, Part::Element(_))),
            23 => {
                tree.declare("t", "urn:types");
                tree.attributes.push(Attribute {
                    namespace: String::new(),
                    prefix: String::new(),
                    local: "datatype".to_owned(),
                    value: "t:mine".to_owned(),
                    spelling: 0,
                });
            }
            _ => {
                let whole = tree.clone();
                if whole.len() < 40 {
                    tree.content.insert(0, Part::Element(whole));
                }
            }
        }
    }

    fn each(&mut self, visit: &mut dyn FnMut(&mut Self)) {
        visit(self);
        for part in &mut self.content {
            if let Part::Element(child) = part {
                child.each(visit);
            }
        }
    }

    fn declare(&mut self, prefix: &str, name: &str) {
        self.declarations.retain(|(p, _)| p != prefix);
        self.declarations.push((prefix.to_owned(), name.to_owned()));
    }

    fn respell(&mut self, spelling: u8) {
        for part in &mut self.content {
            if let Part::Text(_, how) = part {
                *how = spelling;
            }
        }
    }

    fn texts(&mut self, with: &dyn Fn(&str) -> String) {
        for part in &mut self.content {
            if let Part::Text(text, _) = part {
                *text = with(text);
            }
        }
    }
}

/// An element as text, and what there is to know of it.
#[derive(Debug)]
struct Written {
    text: String,
    /// The declarations of each start tag, in the order of the document.
    declarations: Vec<Vec<(String, String)>>,
    /// The lowest limits by which it can be read.
    limits: Limits,
}

impl Written {
    fn of(tree: &Tree) -> Self {
        let mut limits = Limits::default();
        (
            limits.depth,
            limits.attributes,
            limits.elements,
            limits.prefixes,
        ) = (0, 0, 0, 0);
        // What stands for a prefix that was lost on the way is as short as this.
        limits.name = 8;
        let mut written = Self {
            text: String::new(),
            declarations: Vec::new(),
            limits,
        };
        written.element(tree, &BTreeMap::new(), 0, 0);
        written.limits.bytes = written.text.len();
        written
    }

    fn element(
        &mut self,
        tree: &Tree,
        outer: &BTreeMap<String, String>,
        depth: usize,
        bound: usize,
    ) {
        let mut scope = outer.clone();
        let mut own: Vec<(String, String)> = Vec::new();
        for (prefix, name) in &tree.declarations {
            let is_sound = prefix != "xml" && (prefix.is_empty() || !name.is_empty());
            // An element in no namespace cannot stand beside a default one.
            if is_sound && !(prefix.is_empty() && tree.namespace.is_empty() && !name.is_empty()) {
                scope.insert(prefix.clone(), name.clone());
                own.push((prefix.clone(), name.clone()));
            }
        }
        let prefix = self.prefix(&tree.namespace, &tree.prefix, true, &mut scope, &mut own);
        let attributes: Vec<(String, &Attribute)> = tree
            .attributes
            .iter()
            .map(|a| {
                (
                    self.prefix(&a.namespace, &a.prefix, false, &mut scope, &mut own),
                    a,
                )
            })
            .collect();
        let qualified = |prefix: &str, local: &str| match prefix {
            "" => local.to_owned(),
            prefix => format!("{prefix}:{local}"),
        };
        let name = qualified(&prefix, &tree.local);
        self.limits.name = self.limits.name.max(name.len());
        self.limits.elements += 1;
        self.limits.depth = self.limits.depth.max(depth + 1);
        let bound = bound + own.iter().filter(|(p, _)| !p.is_empty()).count();
        self.limits.prefixes = self.limits.prefixes.max(bound);
        self.text.push_str(&format!("<{name}"));
        for (prefix, namespace) in &own {
            let name = if prefix.is_empty() {
                "xmlns".to_owned()
            } else {
                format!("xmlns:{prefix}")
            };
            let start = self.text.len();
            self.text.push_str(&format!(" {name}='"));
            spell_value(namespace, 0, '\'', &mut self.text);
            self.text.push('\'');
            let spelt = self.text.len() - start - name.len() - 4;
            self.limits.name = self.limits.name.max(name.len()).max(spelt);
        }
        let mut names = Vec::new();
        let mut count = 0;
        for (prefix, attribute) in &attributes {
            // A change may have made a second of one name.
            let key = (&attribute.namespace, &attribute.local);
            if names.contains(&key) {
                continue;
            }
            names.push(key);
            count += 1;
            let name = qualified(prefix, &attribute.local);
            self.limits.name = self.limits.name.max(name.len());
            let quote = if attribute.spelling % 2 == 0 {
                '\''
            } else {
                '"'
            };
            self.text.push_str(&format!(" {name}={quote}"));
            spell_value(
                &attribute.value,
                attribute.spelling / 2,
                quote,
                &mut self.text,
            );
            self.text.push(quote);
        }
        self.limits.attributes = self.limits.attributes.max(count);
        self.declarations.push(own);
        self.text.push('>');
        for part in &tree.content {
            match part {
                Part::Element(child) => self.element(child, &scope, depth + 1, bound),
                Part::Text(text, spelling) => spell_text(text, *spelling, &mut self.text),
            }
        }
        self.text.push_str(&format!("</{name}>"));
    }

    /// A prefix for a namespace, declared if it must be.
    fn prefix(
        &self,
        namespace: &str,
        wanted: &str,
        is_element: bool,
        scope: &mut BTreeMap<String, String>,
        own: &mut Vec<(String, String)>,
    ) -> String {
        if namespace == XML {
            return "xml".to_owned();
        }
        if namespace.is_empty() {
            if is_element && scope.get("").is_some_and(|name| !name.is_empty()) {
                scope.insert(String::new(), String::new());
                own.push((String::new(), String::new()));
            }
            return String::new();
        }
        let is_bound = |prefix: &str| scope.get(prefix).is_some_and(|name| name == namespace);
        if (is_element || !wanted.is_empty()) && is_bound(wanted) {
            return wanted.to_owned();
        }
        if is_element && is_bound("") {
            return String::new();
        }
        let declared_here = |prefix: &str| own.iter().any(|(p, _)| p == prefix);
        let may_be = |prefix: &str| {
            !declared_here(prefix) && (is_element || !prefix.is_empty()) && prefix != "xml"
        };
        let mut prefix = wanted.to_owned();
        let mut n = 0;
        while !may_be(&prefix) {
            prefix = format!("n{n}");
            n += 1;
        }
        scope.insert(prefix.clone(), namespace.to_owned());
        own.push((prefix.clone(), namespace.to_owned()));
        prefix
    }
}

fn spell_value(value: &str, spelling: u8, quote: char, out: &mut String) {
    for (i, c) in value.chars().enumerate() {
        let code = u32::from(c);
        match spelling % 5 {
            1 => out.push_str(&format!("&#{code};")),
            2 => out.push_str(&format!("&#x00{code:X};")),
            3 if i % 2 == 0 => out.push_str(&format!("&#{code};")),
            _ => match c {
                '<' => out.push_str("&lt;"),
                '&' => out.push_str("&amp;"),
                '\t' | '\n' | '\r' => out.push_str(&format!("&#{code};")),
                c if c == quote => out.push_str(&format!("&#{code};")),
                c => out.push(c),
            },
        }
    }
}

fn spell_text(text: &str, spelling: u8, out: &mut String) {
    if spelling % 7 == 6 {
        out.push_str("<![CDATA[]]>");
    }
    for (i, c) in text.chars().enumerate() {
        let code = u32::from(c);
        match spelling % 7 {
            1 => out.push_str(&format!("&#{code};")),
            2 => out.push_str(&format!("&#x00{code:x};")),
            3 if c != '\r' => out.push_str(&format!("<![CDATA[{c}]]>")),
            4 if i % 2 == 0 && c != '\r' => out.push_str(&format!("<![CDATA[{c}]]>")),
            5 if i % 3 == 0 => out.push_str(&format!("&#{code};")),
            _ => match c {
                '<' => out.push_str("&lt;"),
                '&' => out.push_str("&amp;"),
                '>' => out.push_str("&gt;"),
                '\r' => out.push_str("&#13;"),
                c => out.push(c),
            },
        }
    }
}

/// What readers that are not ours make of a text. White space among the children of an element whose content is elements
/// only does not count.
fn seen(text: &str) -> Option<Vec<Event>> {
    let text = String::from_utf8(infoset::line_ends(text.as_bytes())).ok()?;
    let one = infoset::quick_xml(&text).ok()?;
    let other = infoset::roxmltree(&text).ok()?;
    (one == other).then(|| without_layout(one))
}

fn without_layout(events: Vec<Event>) -> Vec<Event> {
    /// An open element: its texts by their places, and whether they count.
    #[derive(Default)]
    struct Open {
        texts: Vec<usize>,
        has_elements: bool,
        has_text: bool,
    }
    let mut dropped = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(..) => {
                if let Some(parent) = open.last_mut() {
                    parent.has_elements = true;
                }
                open.push(Open::default());
            }
            Event::Text(text) => {
                if let Some(parent) = open.last_mut() {
                    parent.texts.push(at);
                    parent.has_text |= !text.trim_matches([' ', '\t', '\n', '\r']).is_empty();
                }
            }
            Event::End => {
                let ended = open.pop().unwrap_or_default();
                if ended.has_elements && !ended.has_text {
                    dropped.extend(ended.texts);
                }
            }
        }
    }
    dropped.sort_unstable();
    let mut at = 0;
    let mut events = events;
    events.retain(|_| {
        at += 1;
        dropped.binary_search(&(at - 1)).is_err()
    });
    events
}

/// The namespaces in scope for each element, in the order of the document, by a reader that is not ours.
fn scopes(text: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let document = roxmltree::Document::parse(text).ok()?;
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    let scopes = elements.map(|element| {
        let namespaces = element.namespaces();
        namespaces
            .map(|n| (n.name().unwrap_or_default().to_owned(), n.uri().to_owned()))
            .collect()
    });
    Some(scopes.collect())
}

/// What a route keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeps {
    /// The infoset, which is what counts.
    Infoset,
    /// The declarations of each start tag, too.
    Declarations,
    /// And what arrives can be read by the limits by which the source could.
    All,
}

/// An element on its way.
struct Traveller {
    text: String,
    events: Vec<Event>,
    declarations: Vec<Vec<(String, String)>>,
    limits: Limits,
    element: RawElement,
}

impl Traveller {
    fn new(written: Written) -> Option<Self> {
        let Written {
            text,
            declarations,
            limits,
        } = written;
        let events = seen(&text)?;
        // What others take for XML may be too much for us.
        let element: RawElement = match text.parse() {
            Ok(element) => element,
            Err(error) => {
                assert!(is_refusal(&error), "{error}: {text}");
                return None;
            }
        };
        let tight = RawElement::read_with(text.as_bytes(), &Options::new().limits(limits));
        tight.unwrap_or_else(|error| {
            panic!("the limits are not those of the text: {error}: {limits:?}: {text}")
        });
        Some(Self {
            text,
            events,
            declarations,
            limits,
            element,
        })
    }

    fn options(&self, invalid: Invalid) -> Options {
        Options::new().limits(self.limits).invalid(invalid)
    }

    /// What came out is what went in: by its infoset, by the declarations if these are to stay, and it can be read by the
    /// same limits.
    fn arrived(&self, route: &str, text: &str, keeps: Keeps) {
        let place = || format!("{route}:\n{}\nbecame\n{text}", self.text);
        let events = seen(text).unwrap_or_else(|| panic!("others do not read it: {}", place()));
        assert_eq!(events, self.events, "not the same infoset: {}", place());
        if keeps != Keeps::Infoset {
            let scopes = scopes(text).unwrap_or_default();
            assert_eq!(scopes.len(), self.declarations.len());
            for (scope, declared) in scopes.iter().zip(&self.declarations) {
                for (prefix, name) in declared {
                    let bound = scope.get(prefix).map_or("", |name| name);
                    assert_eq!(
                        bound,
                        name,
                        "the declaration of `{prefix}` is lost: {}",
                        place()
                    );
                }
            }
        }
        if keeps == Keeps::All {
            let again = RawElement::read_with(text.as_bytes(), &Options::new().limits(self.limits));
            let again = again.unwrap_or_else(|error| {
                panic!("beyond the limits of the source: {error}: {}", place())
            });
            assert_eq!(again, self.element, "{}", place());
        }
        let again = RawElement::from_slice(text.as_bytes());
        let again = again.unwrap_or_else(|error| panic!("beyond the limits: {error}: {}", place()));
        assert_eq!(again, self.element, "{}", place());
        assert_eq!(again.canonical(), self.element.canonical(), "{}", place());
    }

    fn travel(&self) -> Taken {
        let mut taken = Taken::default();
        self.opaque(&mut taken);
        self.registry(&mut taken);
        self.payload(&mut taken);
        self.stream(&mut taken);
        self.named(&mut taken);
        taken
    }

    fn opaque(&self, taken: &mut Taken) {
        self.arrived("as it stands", &self.element.to_string(), Keeps::All);
        let written = to_string(&self.element).expect("what was read can be written");
        self.arrived("written", &written, Keeps::All);
        let json = serde_json::to_string(&self.element).expect("what was read is JSON");
        let back: RawElement = serde_json::from_str(&json).expect("our JSON is read again");
        self.arrived("opaque JSON", &back.to_string(), Keeps::Declarations);
        taken.opaque += 1;
        match Dom::try_from(&self.element) {
            Ok(tree) => {
                let back = RawElement::try_from(&tree).expect("a tree of ours is read again");
                self.arrived("minidom", &back.to_string(), Keeps::Infoset);
                taken.minidom += 1;
            }
            Err(error) => assert!(is_refusal(&error), "{error}: {}", self.text),
        }
        // rxml has names of the fourth edition alone, and its own view of line ends.
        let text = infoset::line_ends(self.text.as_bytes());
        if let Ok(element) = xso::from_bytes::<RawElement>(&text) {
            self.arrived("from xso", &element.to_string(), Keeps::Infoset);
        }
        if let Ok(written) = xso::to_vec(&self.element) {
            let written = String::from_utf8(written).expect("rxml writes UTF-8");
            self.arrived("to xso", &written, Keeps::Infoset);
            taken.xso += 1;
        }
    }

    fn registry(&self, taken: &mut Taken) {
        for entry in entries().filter(|entry| entry.matches(&self.element.node())) {
            let name = entry.type_name();
            for invalid in [Invalid::Reject, Invalid::Keep] {
                let options = self.options(invalid);
                let Ok(trip) = entry.round_trip(&self.element, &options) else {
                    continue;
                };
                let route = format!("{name}, {invalid:?}");
                self.arrived(&route, &trip.xml, Keeps::All);
                let again = RawElement::read_with(trip.xml.as_bytes(), &options)
                    .expect("it has just been read");
                let again = entry.round_trip(&again, &options);
                let again = again.unwrap_or_else(|error| {
                    panic!("{route}: {error}: {}\n{}", self.text, trip.xml)
                });
                self.arrived(&format!("{route}, twice"), &again.xml, Keeps::All);
                match invalid {
                    Invalid::Reject => taken.strict += 1,
                    Invalid::Keep => taken.kept += 1,
                }
                let mut json = Vec::new();
                let written =
                    entry.serialize(&self.element, &options, &mut Serializer::new(&mut json));
                let json = String::from_utf8(json).expect("JSON is UTF-8");
                written.unwrap_or_else(|error| panic!("{route}: {error}: {}", self.text));
                let back = entry.deserialize(&mut Deserializer::from_str(&json));
                let back =
                    back.unwrap_or_else(|error| panic!("{route}: {error}: {}\n{json}", self.text));
                self.arrived(
                    &format!("{route}, JSON {json}"),
                    &back.to_string(),
                    Keeps::Declarations,
                );
                taken.json += 1;
            }
        }
    }

    /// In an iq, as the payload that somebody asks for or does not.
    fn payload(&self, taken: &mut Taken) {
        if ["jabber:client", "jabber:server"].contains(&&*self.element.namespace()) {
            return;
        }
        let around = format!(
            "<iq xmlns='jabber:client' type='set' id='1'>{}</iq>",
            self.inside()
        );
        let iq: Iq = from_str(&around).unwrap_or_else(|error| panic!("{error}: {around}"));
        let [payload] = &iq.payloads[..] else {
            panic!("no payload: {around}");
        };
        self.arrived(
            "the payload of an iq",
            &payload.to_string(),
            Keeps::Declarations,
        );
        for entry in entries().filter(|entry| entry.matches(&payload.node())) {
            let options = self.options(Invalid::Keep);
            if let Ok(trip) = entry.round_trip(payload, &options) {
                self.arrived(
                    &format!("{} in an iq", entry.type_name()),
                    &trip.xml,
                    Keeps::Declarations,
                );
            }
        }
        let written = to_string(&iq).expect("what was read can be written");
        let before = seen(&around);
        assert!(
            before.is_some() && seen(&written) == before,
            "{around}\nbecame\n{written}"
        );
        let mut changed = iq.clone();
        changed
            .set_payload(&self.element)
            .expect("what was read can be written");
        assert_eq!(changed, iq, "{around}");
        let written = to_string(&changed).expect("what was read can be written");
        assert_eq!(seen(&written), before, "{around}\nbecame\n{written}");
        taken.payload += 1;
    }

    /// The text where another default namespace is in scope.
    fn inside(&self) -> String {
        let root = &self.element;
        let is_bare = self
            .declarations
            .first()
            .is_some_and(|own| own.iter().all(|(prefix, _)| !prefix.is_empty()));
        if !is_bare {
            return self.text.clone();
        }
        let name_end = self.text.find([' ', '>', '/']).unwrap_or_default();
        let _ = root;
        let (name, rest) = self.text.split_at(name_end);
        format!("{name} xmlns=''{rest}")
    }

    /// As the child of a stream, in pieces.
    fn stream(&self, taken: &mut Taken) {
        let header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:p='urn:x'>";
        let text = format!("{header}{}</stream:stream>", self.inside());
        let mut splitter = Splitter::new(Options::new());
        let mut elements = Vec::new();
        for piece in text.as_bytes().chunks(7) {
            splitter.feed(piece);
            while let Some(event) = splitter
                .next_event()
                .unwrap_or_else(|error| panic!("{error}: {text}"))
            {
                if let StreamEvent::Element(element) = event {
                    elements.push(element);
                }
            }
        }
        let [element] = &elements[..] else {
            panic!("no element: {text}");
        };
        self.arrived("in a stream", &element.to_string(), Keeps::Declarations);
        taken.stream += 1;
    }

    /// As the types that are named here, on all routes that only a type has.
    fn named(&self, taken: &mut Taken) {
        macro_rules! named {
            ($($type:ty),*) => {$({
                if self.element.is_a::<$type>() {
                    let mut report = Report::default();
                    let options = self.options(Invalid::Keep);
                    let value = read_with::<$type>(self.text.as_bytes(), &options, &mut report);
                    if let Ok(value) = value {
                        let name = stringify!($type);
                        let written = to_string(&value).expect("what was read can be written");
                        self.arrived(name, &written, Keeps::All);
                        let raw = RawElement::from_element(&value).expect("what was read can be written");
                        self.arrived(name, &raw.to_string(), Keeps::All);
                        let json = serde_json::to_string(&value).expect("what was read is JSON");
                        let back: $type = serde_json::from_str(&json)
                            .unwrap_or_else(|error| panic!("{error}: {json}: {}", self.text));
                        assert_eq!(back, value, "{json}");
                        let back = to_string(&back).expect("what was read can be written");
                        self.arrived(&format!("{name}, JSON"), &back, Keeps::Declarations);
                        if report.problems.is_empty() {
                            if let Ok(tree) = xmpp_stanzas::xml::edges::minidom::to_element(&value) {
                                let back: $type = xmpp_stanzas::xml::edges::minidom::from_element(&tree)
                                    .unwrap_or_else(|error| panic!("{error}: {}", self.text));
                                let back = to_string(&back).expect("what was read can be written");
                                self.arrived(&format!("{name}, minidom"), &back, Keeps::Infoset);
                            }
                            if let Ok(bytes) = xso::to_vec(&value) {
                                let text = core::str::from_utf8(&bytes).expect("rxml writes UTF-8");
                                self.arrived(&format!("{name}, xso"), text, Keeps::Infoset);
                                if let Ok(back) = xso::from_bytes::<$type>(&bytes) {
                                    let back = to_string(&back).expect("what was read can be written");
                                    self.arrived(&format!("{name}, xso and back"), &back, Keeps::Infoset);
                                }
                            }
                        }
                        taken.typed += 1;
                    }
                }
            })*};
        }
        named!(
            Iq,
            Message,
            Presence,
            Form,
            info::Response,
            Roster,
            PubsubEvent,
            Jingle
        );
    }
}

/// What we refuse and others do not: what is too much, and names of the fifth edition of XML 1.0 in minidom.
fn is_refusal(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::LimitExceeded { .. } | ErrorKind::UnwritableName { .. }
    )
}
