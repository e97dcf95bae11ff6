//! What one root is made of: types and fields as the registry and the descriptions have them, what no type names, what is
//! wrong, and what is not to be shown.

use core::ops::Range;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;
use xmpp_stanzas::data_forms::form::{Field, FieldKind};
use xmpp_stanzas::registry;
use xmpp_stanzas::xml::registry::{Entry, Place};
use xmpp_stanzas::xml::{
    ChildContent, ChildField, Description, Error, ErrorKind, Invalid, Locals, Names, Node, Occurs,
    Options, RawElement, Report, TextForm,
};

use crate::cut::{Alone, Root, RootKind};
use crate::fitting::{self, ANYWHERE, Part as Placed, TOP_LEVEL, is_claimed};
use crate::{hidden, spans};

/// What there is to say of a root.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Inspection {
    /// The local name of the element; empty where there is none.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// The type it was read as.
    pub entry: Option<&'static Entry>,
    /// What it is made of; `None` where it is not well-formed.
    pub tree: Option<Part>,
    /// What is wrong, by its place.
    pub faults: Vec<Fault>,
    /// What no type names, the outermost of each.
    pub unknown: Vec<Unknown>,
    /// How many faults and unknown parts are not listed because there are more than 256 of a kind.
    pub omitted: usize,
    /// The bytes of the root that are not shown.
    pub hidden: Vec<Range<usize>>,
    /// What was read as a type by its place: the root, payloads and so on, outermost first.
    pub readings: Vec<Reading>,
    is_broken: bool,
}

/// What came of a root, in a word. What comes first holds before what comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(
    clippy::exhaustive_enums,
    reason = "there is nothing else to be said in a word"
)]
pub enum Status {
    /// It is not well-formed, or not whole.
    NotWellFormed,
    /// Something in it is invalid, or lacking.
    Invalid,
    /// No type names some part of it.
    Unknown,
    /// All of it is in fields of types.
    Understood,
}

/// A part of a root: an element, an attribute or a text.
#[derive(Debug)]
#[non_exhaustive]
pub struct Part {
    /// The field that it is, if its parent has one for it.
    pub field: Option<&'static str>,
    /// What it is called in XML: `query`, `@type`; empty for a text.
    pub name: String,
    /// What it is.
    pub what: What,
    /// What it is made of.
    pub parts: Vec<Self>,
}

/// What a [`Part`] is.
#[derive(Debug)]
#[non_exhaustive]
pub enum What {
    /// An element with a type.
    Type {
        /// The path of the Rust type, as the compiler has it; its name alone where the registry does not list it.
        type_name: &'static str,
        /// The specification and the section.
        source: Option<(&'static str, &'static str)>,
    },
    /// A value.
    Value(Text),
    /// A child that is there.
    Flag,
    /// What no type names: its namespace, empty where that is its parent's, and its text, if it has any.
    Unknown(String, Option<Text>),
}

/// A text that is shown or not.
#[derive(Debug)]
#[expect(clippy::exhaustive_enums, reason = "there is no third way")]
pub enum Text {
    /// As it is decoded.
    Shown(String),
    /// A password, a token, a key.
    Secret,
}

/// Something that is wrong.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fault {
    /// Where, from the root: `/iq/query/item[2]/@jid`; empty where there is no path.
    pub path: String,
    /// The bytes of the root that are meant.
    pub span: Range<usize>,
    /// What, in words; secrets are not in it.
    pub message: String,
    kind: Option<ErrorKind>,
}

/// Something that no type names.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unknown {
    /// From the root.
    pub path: String,
    /// Its byte in the root.
    pub offset: usize,
    /// The local name of the element or attribute; empty for a text.
    pub name: String,
    /// Its namespace; empty for none.
    pub namespace: String,
}

/// An element that was read as a type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Reading {
    /// From the root.
    pub path: String,
    /// The type.
    pub entry: &'static Entry,
    /// The value in JSON, secrets left out; `None` where the type refuses the element.
    pub value: Option<serde_json::Value>,
    element: RawElement,
}

/// How roots are read: by hand-picked sizes, and what is invalid is kept.
fn options() -> Options {
    Options::file().invalid(Invalid::Keep)
}

impl Inspection {
    /// Looks at a root.
    #[must_use]
    pub fn of(root: &Root<'_>) -> Self {
        let alone = match &root.kind {
            RootKind::Broken(why) => return Self::broken(&root.text, 0, why.to_string()),
            RootKind::Unreadable(error) => {
                return Self::broken(&root.text, error.offset(), error.kind().to_string());
            }
            RootKind::Header | RootKind::Element => root.alone(),
        };
        let element = match RawElement::read_with(alone.text.as_bytes(), &options()) {
            Ok(element) => element,
            Err(error) => {
                let offset = alone.origin(error.offset());
                return Self::broken(&root.text, offset, error.kind().to_string());
            }
        };
        let (mut this, secrets) = Walk::over(&element, &alone, &root.text);
        // What a value has in JSON, it has from the same element without its secrets.
        let mut masked = String::new();
        let mut end = 0;
        for (range, stand_in) in &secrets {
            masked.push_str(&alone.text[end..range.start]);
            masked.push_str(stand_in);
            end = range.end;
        }
        masked.push_str(&alone.text[end..]);
        if secrets.is_empty() {
            this.add_values();
        } else if let Ok(element) = RawElement::read_with(masked.as_bytes(), &options()) {
            let (mut without, _) = Walk::over(&element, &Alone::of(&masked), &masked);
            without.add_values();
            let values = without
                .readings
                .into_iter()
                .map(|reading| (reading.path, reading.value));
            let mut values: BTreeMap<_, _> = values.collect();
            for reading in &mut this.readings {
                reading.value = values.remove(&reading.path).flatten();
            }
        }
        this
    }

    fn broken(text: &str, offset: usize, message: String) -> Self {
        let span = match text.get(offset..) {
            Some(rest) if rest.starts_with('<') => spans::meant(text, offset),
            _ => spans::character(text, offset),
        };
        Self {
            faults: vec![Fault {
                path: String::new(),
                span,
                message,
                kind: None,
            }],
            hidden: hidden::by_names(text),
            is_broken: true,
            ..Self::default()
        }
    }

    fn add_values(&mut self) {
        for reading in &mut self.readings {
            let value = reading.entry.serialize(
                &reading.element,
                &options(),
                serde_json::value::Serializer,
            );
            reading.value = value.ok();
        }
    }

    /// What came of it.
    #[must_use]
    pub fn status(&self) -> Status {
        if self.is_broken {
            Status::NotWellFormed
        } else if !self.faults.is_empty() {
            Status::Invalid
        } else if self.unknown.is_empty() {
            Status::Understood
        } else {
            Status::Unknown
        }
    }

    /// Whether something is wrong. What no type names is not.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.status() <= Status::Invalid
    }
}

/// The entry of the type that has this description.
fn entry_of(description: &'static Description) -> Option<&'static Entry> {
    static ENTRIES: LazyLock<BTreeMap<usize, &Entry>> = LazyLock::new(|| {
        let entries = registry().map(|entry| (address(entry.description()), entry));
        entries.collect()
    });
    ENTRIES.get(&address(description)).copied()
}

fn address(description: &'static Description) -> usize {
    core::ptr::from_ref(description).addr()
}

/// A walk over one root.
struct Walk<'t> {
    alone: &'t Alone<'t>,
    source: &'t str,
    out: Inspection,
    /// What is secret, in the text that stands alone, with what can stand there instead.
    secrets: Vec<(Range<usize>, &'static str)>,
}

/// How the parts of an element are looked at.
#[derive(Clone, Copy)]
struct Mood {
    /// The type has refused the element with its first error, so all else that is wrong is to be found here.
    is_refused: bool,
    /// All values are secret.
    is_secret: bool,
}

impl<'t> Walk<'t> {
    fn over(
        element: &RawElement,
        alone: &'t Alone<'t>,
        source: &'t str,
    ) -> (Inspection, Vec<(Range<usize>, &'static str)>) {
        let mut walk = Self {
            alone,
            source,
            out: Inspection {
                name: element.name().to_owned(),
                namespace: element.namespace().to_owned(),
                ..Inspection::default()
            },
            secrets: Vec::new(),
        };
        let tree = walk.by_place(element.node(), &TOP_LEVEL, None);
        walk.secrets.sort_by_key(|(range, _)| range.start);
        let mut end = 0;
        walk.secrets.retain(|(range, _)| {
            let is_behind = range.start >= end;
            end = end.max(range.end);
            is_behind
        });
        let mut out = walk.out;
        out.tree = Some(tree);
        out.hidden = walk
            .secrets
            .iter()
            .map(|(range, _)| alone.origin(range.start)..alone.origin(range.end))
            .collect();
        for fault in &mut out.faults {
            let is_secret = out
                .hidden
                .iter()
                .any(|range| range.start <= fault.span.start && fault.span.start <= range.end);
            if let (true, Some(ErrorKind::InvalidValue { expected, .. })) = (is_secret, &fault.kind)
            {
                fault.message = format!("a secret that is not {expected}");
            }
        }
        out.faults.sort_by_key(|fault| fault.span.start);
        (out, walk.secrets)
    }

    /// The element at `node` as the fitting type of those that may stand there.
    fn by_place(
        &mut self,
        node: Node<'_>,
        choices: &[&[Place]],
        field: Option<&'static str>,
    ) -> Part {
        let element = RawElement::from(node);
        let Some((entry, _)) = fitting::best(&element, &fitting::entries(&node, choices)) else {
            return self.unknown(node, field, true);
        };
        let path = node.path();
        let is_refused = match entry.round_trip(&element, &options()) {
            Ok(trip) => {
                self.out.omitted += trip.report.omitted;
                for problem in &trip.report.problems {
                    self.problem(&path, node.offset(), problem);
                }
                false
            }
            Err(error) => {
                self.problem(&path, node.offset(), &error);
                true
            }
        };
        if path.rfind('/') == Some(0) {
            self.out.entry = Some(entry);
        }
        self.out.readings.push(Reading {
            path,
            entry,
            value: None,
            element,
        });
        let mood = Mood {
            is_refused,
            is_secret: false,
        };
        self.typed(node, entry.description(), field, mood)
    }

    /// What a reader says of an element that stands there.
    fn problem(&mut self, base: &str, start: usize, error: &Error) {
        let own = error.path().get(1..).and_then(|path| path.find('/'));
        let path = own.map_or("", |at| &error.path()[1 + at..]);
        self.fault(
            format!("{base}{path}"),
            start + error.offset(),
            error.kind().clone(),
        );
    }

    fn fault(&mut self, path: String, offset: usize, kind: ErrorKind) {
        let is_known = self
            .out
            .faults
            .iter()
            .any(|fault| fault.path == path && is_same(fault.kind.as_ref(), &kind));
        if is_known {
            return;
        }
        if self.out.faults.len() >= Report::MOST {
            self.out.omitted += 1;
            return;
        }
        self.out.faults.push(Fault {
            path,
            span: spans::meant(self.source, self.alone.origin(offset)),
            message: kind.to_string(),
            kind: Some(kind),
        });
    }

    /// The element at `node`, of a type that has this description.
    fn typed(
        &mut self,
        node: Node<'_>,
        description: &'static Description,
        field: Option<&'static str>,
        mut mood: Mood,
    ) -> Part {
        if !description.choices.is_empty() {
            let choices = description.choices.iter();
            let choice = choices
                .clone()
                .find(|choice| fitting::has_name(&choice.names, &node, None))
                .or_else(|| {
                    choices
                        .clone()
                        .find(|choice| fitting::has_open_name(&choice.names, &node, None))
                });
            if let Some(choice) = choice {
                return self.typed(node, (choice.description)(), field, mood);
            }
        }
        if matches!(description.names, Names::Any) {
            return self.unknown(node, field, true);
        }
        let tag = Tag::of(&node);
        let mut parts = self.attributes(&node, &tag, description, mood);
        // Of a form, the type of a field or its name says that its values are secret.
        if node.is("jabber:x:data", "field") {
            let mut field = Field::untyped(&node.attribute("var").unwrap_or_default());
            field.kind = node.attribute("type").map(|kind| FieldKind::from(&*kind));
            mood.is_secret |= field.is_secret();
        }
        if let Some(of_text) = &description.text {
            let text = node.text();
            if mood.is_refused && (!text.is_empty() || of_text.occurs == Occurs::Once) {
                self.judge(&of_text.form, &text, || node.path(), tag.content.start);
            }
            if !text.is_empty() {
                let what = self.value(
                    text.into_owned(),
                    Some(&of_text.form),
                    mood,
                    tag.content.clone(),
                );
                parts.push(Part {
                    field: Some(of_text.field),
                    name: String::new(),
                    what,
                    parts: Vec::new(),
                });
            }
        } else {
            let text = node.text();
            if !text.trim_ascii().is_empty() {
                self.note(|| node.path(), tag.content.start, "", "");
                let is_secret = mood.is_secret || hidden::is_name(node.name());
                let shown = self.shown(text.into_owned(), is_secret, tag.content.clone(), None);
                parts.push(Part {
                    field: None,
                    name: String::new(),
                    what: What::Unknown(String::new(), Some(shown)),
                    parts: Vec::new(),
                });
            }
        }
        let mut taken = vec![0_usize; description.children.len()];
        let mut last = None;
        for child in node.children() {
            let Some(at) = field_of(description, &child, &node, last) else {
                parts.push(self.unknown(child, None, true));
                continue;
            };
            last = Some(at);
            let of_child = &description.children[at];
            taken[at] += 1;
            if mood.is_refused && taken[at] > 1 && of_child.occurs != Occurs::Many {
                let kind = ErrorKind::RepeatedChild {
                    element: description.element_name(),
                    name: of_child.field,
                };
                self.fault(child.path(), child.offset(), kind);
            }
            parts.push(self.child(
                Placed {
                    parent: node,
                    node: child,
                },
                of_child,
                mood,
            ));
        }
        if mood.is_refused {
            for (of_child, taken) in description.children.iter().zip(taken) {
                if taken == 0 && of_child.occurs == Occurs::Once {
                    let kind = ErrorKind::MissingChild {
                        element: description.element_name(),
                        name: of_child.field,
                    };
                    self.fault(node.path(), node.offset(), kind);
                }
            }
        }
        let entry = entry_of(description);
        Part {
            field,
            name: qualified(node.prefix(), node.name()),
            what: What::Type {
                type_name: entry.map_or(description.type_name, Entry::type_name),
                source: entry.map(|entry| (entry.spec, entry.section)),
            },
            parts,
        }
    }

    fn attributes(
        &mut self,
        node: &Node<'_>,
        tag: &Tag<'_>,
        description: &Description,
        mood: Mood,
    ) -> Vec<Part> {
        let mut parts = Vec::new();
        for attribute in node.attributes() {
            let qualified = qualified(attribute.prefix, attribute.name);
            let value = tag.value(&qualified);
            let mut fields = description.attributes.iter();
            let field = fields.find(|field| {
                field.name == attribute.name && field.namespace == attribute.namespace
            });
            let text = attribute.value.into_owned();
            let what = match field {
                Some(field) => {
                    if mood.is_refused {
                        let path = || format!("{}/@{qualified}", node.path());
                        self.judge(&field.form, &text, path, value.start);
                    }
                    self.value(text, Some(&field.form), mood, value)
                }
                None => {
                    let path = || format!("{}/@{qualified}", node.path());
                    self.note(path, value.start, attribute.name, attribute.namespace);
                    let is_secret = mood.is_secret || hidden::is_name(attribute.name);
                    let shown = self.shown(text, is_secret, value, None);
                    What::Unknown(attribute.namespace.to_owned(), Some(shown))
                }
            };
            parts.push(Part {
                field: field.map(|field| field.field),
                name: format!("@{qualified}"),
                what,
                parts: Vec::new(),
            });
        }
        if mood.is_refused {
            for field in description.attributes {
                let is_due = matches!(field.occurs, Occurs::Once | Occurs::Expected);
                if is_due && node.attribute_in(field.namespace, field.name).is_none() {
                    let kind = ErrorKind::MissingAttribute {
                        element: description.element_name(),
                        name: field.name,
                    };
                    self.fault(node.path(), node.offset(), kind);
                }
            }
        }
        parts
    }

    fn child(&mut self, placed: Placed<'_>, field: &ChildField, mood: Mood) -> Part {
        let node = placed.node;
        let form = match field.content {
            ChildContent::Element(of) => {
                let description = of();
                return if matches!(description.names, Names::Any) && description.choices.is_empty()
                {
                    self.by_place(node, &placed.choices(), Some(field.field))
                } else {
                    self.typed(node, description, Some(field.field), mood)
                };
            }
            ChildContent::Text(form) => Some(form),
            _ => None,
        };
        let tag = Tag::of(&node);
        // Nothing is known of what a plain text has beside it.
        let mut parts = Vec::new();
        for attribute in node.attributes() {
            let name = qualified(attribute.prefix, attribute.name);
            let value = tag.value(&name);
            let path = || format!("{}/@{name}", node.path());
            self.note(path, value.start, attribute.name, attribute.namespace);
            let is_secret = mood.is_secret || hidden::is_name(attribute.name);
            let shown = self.shown(attribute.value.into_owned(), is_secret, value, None);
            parts.push(Part {
                field: None,
                name: format!("@{name}"),
                what: What::Unknown(attribute.namespace.to_owned(), Some(shown)),
                parts: Vec::new(),
            });
        }
        for inner in node.children() {
            parts.push(self.unknown(inner, None, true));
        }
        let what = match form {
            Some(form) => {
                let text = node.text();
                if mood.is_refused {
                    self.judge(&form, &text, || node.path(), tag.content.start);
                }
                self.value(text.into_owned(), Some(&form), mood, tag.content)
            }
            None => What::Flag,
        };
        Part {
            field: Some(field.field),
            name: qualified(node.prefix(), node.name()),
            what,
            parts,
        }
    }

    /// An element that no type names, with what types there are inside of it.
    fn unknown(&mut self, node: Node<'_>, field: Option<&'static str>, is_outermost: bool) -> Part {
        if is_outermost {
            self.note(|| node.path(), node.offset(), node.name(), node.namespace());
        }
        let tag = Tag::of(&node);
        let mut parts = Vec::new();
        for attribute in node.attributes() {
            let name = qualified(attribute.prefix, attribute.name);
            let is_secret = hidden::is_name(&name);
            let shown = self.shown(
                attribute.value.into_owned(),
                is_secret,
                tag.value(&name),
                None,
            );
            parts.push(Part {
                field: None,
                name: format!("@{name}"),
                what: What::Unknown(attribute.namespace.to_owned(), Some(shown)),
                parts: Vec::new(),
            });
        }
        for child in node.children() {
            let is_foreign = child.namespace() != node.namespace();
            parts.push(if is_foreign && is_claimed(child.namespace()) {
                self.by_place(child, &[&[Place::Nested], ANYWHERE], None)
            } else {
                self.unknown(child, None, is_foreign)
            });
        }
        let text = node.text();
        let shown = if text.trim_ascii().is_empty() {
            None
        } else {
            let is_secret = hidden::is_name(node.name());
            Some(self.shown(text.into_owned(), is_secret, tag.content, None))
        };
        let namespace = if is_outermost { node.namespace() } else { "" };
        Part {
            field,
            name: qualified(node.prefix(), node.name()),
            what: What::Unknown(namespace.to_owned(), shown),
            parts,
        }
    }

    /// The value of a field, at these bytes.
    fn value(
        &mut self,
        text: String,
        form: Option<&TextForm>,
        mood: Mood,
        at: Range<usize>,
    ) -> What {
        let is_secret = mood.is_secret || form.is_some_and(|form| form.is_secret);
        What::Value(self.shown(text, is_secret, at, form))
    }

    /// The text, if it is no secret.
    fn shown(
        &mut self,
        text: String,
        is_secret: bool,
        at: Range<usize>,
        form: Option<&TextForm>,
    ) -> Text {
        if !is_secret {
            return Text::Shown(text);
        }
        if !at.is_empty() {
            self.secrets.push((at, hidden::stand_in(form)));
        }
        Text::Secret
    }

    fn judge(&mut self, form: &TextForm, text: &str, path: impl Fn() -> String, offset: usize) {
        if form.judge(text) == xmpp_stanzas::xml::Fit::Invalid {
            let kind = ErrorKind::InvalidValue {
                expected: form.expected,
                value: text.chars().take(80).collect::<String>().into(),
                reason: "".into(),
            };
            self.fault(path(), offset, kind);
        }
    }

    /// Lists a part that no type names.
    fn note(&mut self, path: impl Fn() -> String, offset: usize, name: &str, namespace: &str) {
        if self.out.unknown.len() >= Report::MOST {
            self.out.omitted += 1;
            return;
        }
        self.out.unknown.push(Unknown {
            path: path(),
            offset: self.alone.origin(offset),
            name: name.to_owned(),
            namespace: namespace.to_owned(),
        });
    }
}

/// Where the parts of an element stand.
struct Tag<'a> {
    attributes: Vec<spans::Attribute<'a>>,
    /// Where the element begins.
    start: usize,
    /// What is between its tags.
    content: Range<usize>,
}

impl<'a> Tag<'a> {
    fn of(node: &Node<'a>) -> Self {
        let source = node.source();
        let start = node.offset();
        let length = crate::scan::StartTag::at(source).map_or(source.len(), |tag| tag.length);
        let end = if source[..length].ends_with("/>") {
            length
        } else {
            source.rfind("</").unwrap_or(length).max(length)
        };
        Self {
            attributes: spans::attributes(source),
            start,
            content: start + length..start + end,
        }
    }

    /// The value of the attribute of this name.
    fn value(&self, name: &str) -> Range<usize> {
        let attribute = self.attributes.iter().find(|a| a.name == name);
        let value = attribute.map_or(0..0, |a| a.value.clone());
        self.start + value.start..self.start + value.end
    }
}

fn qualified(prefix: &str, name: &str) -> String {
    if prefix.is_empty() {
        name.to_owned()
    } else {
        format!("{prefix}:{name}")
    }
}

/// The field that a child belongs in: that of the child before it, the first that names it, the first that takes anything.
fn field_of(
    description: &Description,
    child: &Node<'_>,
    parent: &Node<'_>,
    last: Option<usize>,
) -> Option<usize> {
    let fields = description.children;
    let names = |at: &usize| {
        let names = &fields[*at].names;
        !is_open(names) && fitting::has_name(names, child, Some(parent))
    };
    let takes = |at: &usize| {
        let names = &fields[*at].names;
        fitting::has_name(names, child, Some(parent))
            || fitting::has_open_name(names, child, Some(parent))
    };
    let all = 0..description.children.len();
    last.filter(names)
        .or_else(|| all.clone().find(names))
        .or_else(|| all.clone().find(takes))
}

/// Whether names take whatever no other names take.
fn is_open(names: &Names) -> bool {
    match names {
        Names::Of(_, locals) => matches!(locals, Locals::Any(_)),
        Names::Union(all) => all.iter().any(|names| is_open(names)),
        Names::Any => true,
    }
}

/// Whether two errors say the same, be it that one of them knows the reason.
fn is_same(one: Option<&ErrorKind>, other: &ErrorKind) -> bool {
    match (one, other) {
        (
            Some(ErrorKind::InvalidValue {
                expected, value, ..
            }),
            ErrorKind::InvalidValue {
                expected: other_expected,
                value: other_value,
                ..
            },
        ) => expected == other_expected && value == other_value,
        (Some(one), other) => one == other,
        (None, _) => false,
    }
}
