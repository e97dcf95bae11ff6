//! Generated elements from arbitrary bytes, for fuzzing and property tests. Feature `arbitrary`.
//!
//! With this feature, every type that derives [`Xml`](crate::Xml) implements [`Arbitrary`], in other crates too. What is
//! generated first is text: XML such as others might send, following the [`Description`] of the type. Fields are present or
//! missing, ordinary or unusual, in canonical and other spellings, in any order, among unknown attributes and children. The
//! value is what the type reads from that text, so XML can always carry it, and fields need not be listed a second
//! time.
//!
//! ```
//! use arbitrary::{Arbitrary, Unstructured};
//! use xmpp_xml::{Extra, Xml};
//!
//! #[derive(Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:place", name = "place")]
//! struct Place {
//!     #[xml(attribute)]
//!     height: Option<i32>,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! let place = Place::arbitrary(&mut Unstructured::new(b"any bytes at all"))?;
//! let text = xmpp_xml::to_string(&place).expect("XML can carry it");
//! assert_eq!(xmpp_xml::from_str(&text), Ok(place));
//! # Ok::<(), arbitrary::Error>(())
//! ```

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::{fmt, slice};

use ::arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::binary::{Base64, Hex};
use crate::chars;
use crate::date_time::{Date, DateTime, Time, TimeZone};
use crate::element::{
    ChildContent, ChildField, Description, Element, Locals, Names, Namespaces, Occurs,
};
use crate::language::LanguageTag;
use crate::namespace::XML;
use crate::raw::RawElement;
use crate::value::{Form, Value};

/// Beyond this depth, and after this many elements, only what must be there is made up.
const DEEPEST: usize = 6;
const MOST_ELEMENTS: usize = 96;

/// Texts that some form may want, for one that gives no examples, the simplest first.
const TEXTS: [&str; 9] = [
    "",
    "a",
    "0",
    "1.0",
    "true",
    "a b",
    "AQID",
    "juliet@example.com/balcony",
    "2002-09-10T23:41:07Z",
];

/// Names and namespaces of what no type names, among them some that types have elsewhere.
const FOREIGN_NAMES: [&str; 8] = [
    "extra", "x", "item", "name", "type", "id", "d\u{fc}n", "a.b-c",
];
const FOREIGN_NAMESPACES: [&str; 4] = [
    "urn:example:foreign",
    "",
    "jabber:client",
    "urn:example:a&b's",
];

/// Characters that some rule of XML, or of the forms of values, makes something of.
const CHARACTERS: [char; 24] = [
    'a',
    ' ',
    '<',
    '>',
    '&',
    '\'',
    '"',
    ']',
    '\t',
    '\n',
    '\r',
    '0',
    '-',
    '+',
    '/',
    '@',
    '=',
    ':',
    'Z',
    '\u{e9}',
    '\u{2028}',
    '\u{fffd}',
    '\u{ef00}',
    '\u{1f980}',
];

/// Generates an element of a type.
///
/// # Errors
/// No acceptable element was found: one of the [values](Value) of the type has no
/// [examples](Value::EXAMPLES) and rejects most texts.
pub fn element<T: Element>(u: &mut Unstructured<'_>) -> Result<T> {
    crate::from_str(&xml::<T>(u)?).map_err(|_| Error::IncorrectFormat)
}

/// Generates an element of a type as text, as it might come from others.
///
/// # Errors
/// Same as [`element`].
pub fn xml<T: Element>(u: &mut Unstructured<'_>) -> Result<String> {
    Maker { u, elements: 0 }.element(T::description(), None, Scope::TOP, &[])
}

/// Generates a value of a type: one of its [examples](Value::EXAMPLES), or any text that it accepts.
///
/// # Errors
/// The type has no examples and rejects most texts.
pub fn value<T: Value>(u: &mut Unstructured<'_>) -> Result<T> {
    let text = Maker { u, elements: 0 }.value(&Form::of::<T>())?;
    T::parse(&text.ok_or(Error::IncorrectFormat)?).map_err(|_| Error::IncorrectFormat)
}

/// A violation of the contract by a type: see [`Entry::probe`](crate::registry::Entry::probe).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Broken {
    /// What should have held, in a sentence.
    pub promise: &'static str,
    /// The generated input.
    pub source: String,
    /// The field, by index and the value's source, that was exchanged with another element's; `None` if none was.
    pub exchange: Option<(usize, String)>,
    /// What happened instead.
    pub result: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.promise)?;
        writeln!(f, "  of     {}", self.source)?;
        if let Some((field, other)) = &self.exchange {
            writeln!(f, "  field  {field}, from {other}")?;
        }
        write!(f, "  result {}", self.result)
    }
}

impl core::error::Error for Broken {}

/// See [`Entry::probe`](crate::registry::Entry::probe).
pub(crate) fn probe<T: Element + PartialEq>(
    u: &mut Unstructured<'_>,
) -> core::result::Result<(), Broken> {
    let broken = |promise, source: &str, result: &dyn fmt::Display| Broken {
        promise,
        source: source.to_owned(),
        exchange: None,
        result: result.to_string(),
    };
    let make = |u: &mut Unstructured<'_>| {
        xml::<T>(u).map_err(|e| broken("an element of the type can be made up", "", &e))
    };
    let read = |source: &str| {
        crate::from_str::<T>(source).map_err(|e| broken("what is made up is read", source, &e))
    };
    let (one, other) = (make(u)?, make(u)?);
    let written = keeps(&read(&one)?).map_err(|(promise, result)| Broken {
        promise,
        source: one.clone(),
        exchange: None,
        result,
    })?;
    if canonical(&one) != canonical(&written) {
        return Err(broken("what is written is what was read", &one, &written));
    }
    for field in 0.. {
        let (mut changed, mut giver) = (read(&one)?, read(&other)?);
        if !changed.__exchange(&mut giver, field) {
            break;
        }
        keeps(&changed).map_err(|(promise, result)| Broken {
            promise,
            source: one.clone(),
            exchange: Some((field, other.clone())),
            result,
        })?;
    }
    Ok(())
}

/// Writes a value and reads it again: it is the same. Gives the text, or what is broken.
fn keeps<T: Element + PartialEq>(
    value: &T,
) -> core::result::Result<String, (&'static str, String)> {
    let written = crate::to_string(value).map_err(|e| ("a value can be written", e.to_string()))?;
    let again: T = crate::from_str(&written)
        .map_err(|e| ("what is written is read again", format!("{e}: {written}")))?;
    if again != *value {
        return Err(("what is read again is the same value", written));
    }
    match crate::to_string(&again) {
        Ok(same) if canonical(&same) == canonical(&written) => Ok(written),
        Ok(differs) => Err((
            "what is read again is written the same",
            format!("{written}, then {differs}"),
        )),
        Err(e) => Err(("what is read again can be written", e.to_string())),
    }
}

fn canonical(text: &str) -> Option<String> {
    let element = RawElement::from_slice(text.as_bytes());
    element.ok().map(|element| element.canonical())
}

macro_rules! values {
    ($($type:ty),*) => {$(
        impl<'a> Arbitrary<'a> for $type {
            fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                value(u)
            }
        }
    )*};
}

values!(Base64, Hex, Date, DateTime, LanguageTag, Time, TimeZone);

impl<'a> Arbitrary<'a> for RawElement {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        element(u)
    }
}

/// What an element has around it.
#[derive(Clone, Copy)]
struct Scope {
    depth: usize,
    /// The namespace of the parent.
    parent: Option<&'static str>,
    /// The default namespace.
    default: &'static str,
    /// A prefix that is bound, and to what.
    prefix: Option<(&'static str, &'static str)>,
}

impl Scope {
    const TOP: Self = Self {
        depth: 0,
        parent: None,
        default: "",
        prefix: None,
    };
}

/// A start tag that takes attributes still.
struct Tag {
    text: String,
    name: String,
    /// The names of the attributes, which must not be there twice.
    attributes: Vec<(&'static str, &'static str)>,
    inside: Scope,
}

struct Maker<'u, 'a> {
    u: &'u mut Unstructured<'a>,
    elements: usize,
}

impl Maker<'_, '_> {
    /// One time in `n`; never once the bytes are used up, so that fewer bytes make a simpler element.
    fn rarely(&mut self, n: u8) -> Result<bool> {
        Ok(self.u.int_in_range(0..=n - 1)? == n - 1)
    }

    fn choose<T: Copy>(&mut self, of: &[T]) -> Result<T> {
        self.u.choose(of).copied()
    }

    /// Whether there is room for what need not be there.
    fn has_room(&self, scope: Scope) -> bool {
        scope.depth < DEEPEST && self.elements < MOST_ELEMENTS
    }

    /// An element of a type, with this local name if one is given; one that is free to choose takes none of `avoid`.
    fn element(
        &mut self,
        description: &'static Description,
        local: Option<&'static str>,
        scope: Scope,
        avoid: &[&Names],
    ) -> Result<String> {
        match description.names {
            Names::Of(namespaces, locals) => {
                let namespace = self.namespace(namespaces, scope)?;
                let local = match local {
                    Some(local) => local,
                    None => self.local(locals, namespace, scope, avoid)?,
                };
                self.body(description, namespace, local, scope)
            }
            Names::Union(_) => {
                let last = description.choices.len().saturating_sub(1);
                let index = self.u.int_in_range(0..=last)?;
                let (before, rest) = description.choices.split_at(index);
                let choice = rest.first().ok_or(Error::IncorrectFormat)?;
                let local = match choice.names {
                    Names::Of(_, Locals::One(local)) => Some(local),
                    _ => local,
                };
                let before = before.iter().map(|choice| &choice.names);
                let avoid: Vec<_> = avoid.iter().copied().chain(before).collect();
                self.element((choice.description)(), local, scope, &avoid)
            }
            Names::Any => self.foreign(local, scope, avoid),
        }
    }

    fn namespace(&mut self, namespaces: Namespaces, scope: Scope) -> Result<&'static str> {
        match (namespaces, scope.parent) {
            (Namespaces::One(one), _) => Ok(one),
            (Namespaces::OneOf(all), _) => self.choose(all),
            (Namespaces::Any, _) => self.choose(&FOREIGN_NAMESPACES),
            (Namespaces::Parent(all), Some(parent)) if all.is_empty() || all.contains(&parent) => {
                Ok(parent)
            }
            (Namespaces::Parent(all), _) => all.first().copied().ok_or(Error::IncorrectFormat),
        }
    }

    fn local(
        &mut self,
        locals: Locals,
        namespace: &str,
        scope: Scope,
        avoid: &[&Names],
    ) -> Result<&'static str> {
        let is_free = |local: &&'static str| {
            let taken = |names: &&Names| covers(names, scope.parent, namespace, local);
            !avoid.iter().any(taken)
        };
        match locals {
            Locals::One(one) => Ok(one),
            Locals::OneOf(all) => self.choose(all),
            Locals::Any(all) => {
                let mut free: Vec<_> = all.iter().copied().filter(is_free).collect();
                if free.is_empty() || self.rarely(4)? {
                    free = FOREIGN_NAMES.into_iter().filter(is_free).collect();
                }
                self.choose(&free)
            }
        }
    }

    /// The element of a type, its name being settled.
    fn body(
        &mut self,
        description: &'static Description,
        namespace: &'static str,
        local: &'static str,
        scope: Scope,
    ) -> Result<String> {
        let mut tag = self.tag(namespace, local, scope)?;
        for field in description.attributes {
            tag.attributes.push((field.namespace, field.name));
            let is_required = matches!(field.occurs, Occurs::Once | Occurs::Expected);
            if is_required || self.u.arbitrary()? {
                match self.value(&field.form)? {
                    Some(value) => self.attribute(&mut tag, field.namespace, field.name, &value)?,
                    None if is_required => return Err(Error::IncorrectFormat),
                    None => {}
                }
            }
        }
        self.foreign_attributes(&mut tag)?;

        let mut content = Vec::new();
        for field in description.children {
            for _ in 0..self.count(field.occurs, tag.inside)? {
                content.extend(self.child(field, description, tag.inside)?);
            }
        }
        let fields: Vec<_> = description.children.iter().map(|f| &f.names).collect();
        // What a field takes that takes everything has been made up as its child.
        if !fields.iter().any(|names| takes_all(names)) {
            self.foreign_children(&mut content, tag.inside, &fields)?;
        }
        if self.rarely(3)? {
            self.shuffle(&mut content)?;
        }
        match &description.text {
            Some(field) => {
                if field.occurs == Occurs::Once || self.u.arbitrary()? {
                    match self.value(&field.form)? {
                        Some(text) => self.spread(&text, &mut content)?,
                        None if field.occurs == Occurs::Once => return Err(Error::IncorrectFormat),
                        None => {}
                    }
                }
            }
            None => self.foreign_text(&mut content)?,
        }
        self.close(tag, &content)
    }

    /// How many there are of a field.
    fn count(&mut self, occurs: Occurs, scope: Scope) -> Result<usize> {
        Ok(match occurs {
            Occurs::Once | Occurs::Expected => 1,
            _ if !self.has_room(scope) => 0,
            Occurs::Optional | Occurs::Default => self.u.int_in_range(0..=1)?,
            Occurs::Many => self.u.int_in_range(0..=3)?,
        })
    }

    /// A child that is a field. `None` if nothing will do.
    fn child(
        &mut self,
        field: &'static ChildField,
        parent: &'static Description,
        scope: Scope,
    ) -> Result<Option<String>> {
        if let ChildContent::Element(description) = field.content {
            let others = parent.children.iter().filter(|f| !core::ptr::eq(*f, field));
            let avoid: Vec<_> = others.map(|f| &f.names).filter(|n| !takes_all(n)).collect();
            return self.element(description(), None, scope, &avoid).map(Some);
        }
        let Names::Of(namespaces, Locals::One(local)) = field.names else {
            return Err(Error::IncorrectFormat);
        };
        let namespace = self.namespace(namespaces, scope)?;
        let mut tag = self.tag(namespace, local, scope)?;
        self.foreign_attributes(&mut tag)?;
        let mut content = Vec::new();
        self.foreign_children(&mut content, tag.inside, &[])?;
        match &field.content {
            ChildContent::Text(form) => match self.value(form)? {
                Some(text) => self.spread(&text, &mut content)?,
                None if field.occurs == Occurs::Once => return Err(Error::IncorrectFormat),
                None => return Ok(None),
            },
            _ => self.foreign_text(&mut content)?,
        }
        self.close(tag, &content).map(Some)
    }

    /// An element that no type names, with this local name if one is given, whose name is none of `avoid`.
    fn foreign(
        &mut self,
        local: Option<&'static str>,
        scope: Scope,
        avoid: &[&Names],
    ) -> Result<String> {
        let locals = local.as_ref().map_or(&FOREIGN_NAMES[..], slice::from_ref);
        let mut free = Vec::new();
        for namespace in FOREIGN_NAMESPACES.into_iter().chain(scope.parent) {
            for local in locals {
                let taken = |names: &&Names| covers(names, scope.parent, namespace, local);
                if !avoid.iter().any(taken) {
                    free.push((namespace, *local));
                }
            }
        }
        let (namespace, local) = self.choose(&free)?;
        let mut tag = self.tag(namespace, local, scope)?;
        self.foreign_attributes(&mut tag)?;
        let mut content = Vec::new();
        self.foreign_children(&mut content, tag.inside, &[])?;
        self.foreign_text(&mut content)?;
        self.close(tag, &content)
    }

    fn foreign_attributes(&mut self, tag: &mut Tag) -> Result<()> {
        // Beside its own, of which a type may have many.
        let most = tag.attributes.len() + 32;
        while tag.attributes.len() < most && self.rarely(6)? {
            let (namespace, name) = match self.u.int_in_range(0..=3)? {
                0 | 1 => ("", self.choose(&FOREIGN_NAMES)?),
                2 => (XML, self.choose(&["lang", "space", "id"])?),
                _ => ("urn:example:foreign", self.choose(&FOREIGN_NAMES)?),
            };
            if !tag.attributes.contains(&(namespace, name)) {
                tag.attributes.push((namespace, name));
                let value = self.text()?;
                self.attribute(tag, namespace, name, &value)?;
            }
        }
        Ok(())
    }

    fn foreign_children(
        &mut self,
        content: &mut Vec<String>,
        scope: Scope,
        avoid: &[&Names],
    ) -> Result<()> {
        while self.has_room(scope) && self.rarely(6)? {
            content.push(self.foreign(None, scope, avoid)?);
        }
        Ok(())
    }

    /// Text where the type has none, most often such as lays out the children.
    fn foreign_text(&mut self, content: &mut Vec<String>) -> Result<()> {
        if self.rarely(4)? {
            for child in content.iter_mut() {
                child.insert_str(0, "\n  ");
            }
        }
        if self.rarely(12)? {
            let text = self.text()?;
            self.spread(&text, content)?;
        }
        Ok(())
    }

    /// Puts a text among the children, in two pieces perhaps.
    fn spread(&mut self, text: &str, content: &mut Vec<String>) -> Result<()> {
        let middle = text.char_indices().nth(text.chars().count() / 2);
        let cut = match middle {
            Some((middle, _)) if self.rarely(4)? => middle,
            _ => text.len(),
        };
        let (first, second) = text.split_at(cut);
        let at = self.u.int_in_range(0..=content.len())?;
        let then = self.u.int_in_range(at..=content.len())?;
        let (first, second) = (self.character_data(first)?, self.character_data(second)?);
        content.insert(then, second);
        content.insert(at, first);
        Ok(())
    }

    fn shuffle(&mut self, content: &mut [String]) -> Result<()> {
        for last in (1..content.len()).rev() {
            content.swap(last, self.u.int_in_range(0..=last)?);
        }
        Ok(())
    }

    /// Begins an element.
    fn tag(&mut self, namespace: &'static str, local: &'static str, scope: Scope) -> Result<Tag> {
        self.elements += 1;
        let mut inside = Scope {
            depth: scope.depth + 1,
            parent: Some(namespace),
            ..scope
        };
        let mut declarations = String::new();
        let bound = scope.prefix.filter(|(_, n)| *n == namespace);
        let kept = match bound {
            Some((prefix, _)) if self.u.arbitrary()? => Some(prefix),
            _ => None,
        };
        let name = if let Some(prefix) = kept {
            format!("{prefix}:{local}")
        } else if !namespace.is_empty() && self.rarely(8)? {
            let prefix = self.choose(&["p", "q", "stream"])?;
            declarations = format!(" xmlns:{prefix}='{}'", escaped(namespace));
            inside.prefix = Some((prefix, namespace));
            format!("{prefix}:{local}")
        } else {
            if namespace != scope.default || self.rarely(16)? {
                declarations = format!(" xmlns='{}'", escaped(namespace));
                inside.default = namespace;
            }
            local.to_owned()
        };
        Ok(Tag {
            text: format!("<{name}{declarations}"),
            name,
            attributes: Vec::new(),
            inside,
        })
    }

    fn attribute(
        &mut self,
        tag: &mut Tag,
        namespace: &'static str,
        name: &'static str,
        value: &str,
    ) -> Result<()> {
        let space = if self.rarely(16)? { "\n\t" } else { " " };
        let prefix = match namespace {
            "" => String::new(),
            XML => "xml:".to_owned(),
            _ => {
                // Each with a prefix of its own, so that none binds what another has bound.
                let prefix = format!("a{}", tag.attributes.len());
                tag.text += &format!(" xmlns:{prefix}=\"{}\"", escaped(namespace));
                prefix + ":"
            }
        };
        let value = if self.rarely(16)? {
            references(value)
        } else {
            escaped(value)
        };
        tag.text += &format!("{space}{prefix}{name}='{value}'");
        Ok(())
    }

    fn close(&mut self, tag: Tag, content: &[String]) -> Result<String> {
        let Tag { mut text, name, .. } = tag;
        if content.iter().all(String::is_empty) && !self.rarely(8)? {
            text += "/>";
        } else {
            text += ">";
            content.iter().for_each(|piece| text += piece);
            text += &format!("</{name}>");
        }
        Ok(text)
    }

    /// A text of a form, if one is found.
    fn value(&mut self, form: &Form) -> Result<Option<String>> {
        let examples = if form.examples.is_empty() {
            &TEXTS
        } else {
            form.examples
        };
        let example = self.choose(examples)?;
        let text = match self.u.int_in_range(0..=7u8)? {
            0..=4 => example.to_owned(),
            5 => format!(" {example}\n"),
            6 => example.to_uppercase(),
            _ => self.text()?,
        };
        if form.accepts(&text) {
            return Ok(Some(text));
        }
        let mut others = [example].into_iter().chain(form.examples.iter().copied());
        let found = others.find(|text| form.accepts(text));
        let found = found.or_else(|| TEXTS.into_iter().find(|text| form.accepts(text)));
        Ok(found.map(str::to_owned))
    }

    /// Any text that XML can carry.
    fn text(&mut self) -> Result<String> {
        let mut text = String::new();
        for _ in 0..self.u.int_in_range(0..=12)? {
            text.push(match self.u.int_in_range(0..=CHARACTERS.len())? {
                0 => self
                    .u
                    .arbitrary()
                    .ok()
                    .filter(|c| chars::is_char(*c))
                    .unwrap_or('b'),
                n => CHARACTERS.get(n - 1).copied().unwrap_or_default(),
            });
        }
        Ok(text)
    }

    /// A text as character data, spelt in one of the ways there are.
    fn character_data(&mut self, text: &str) -> Result<String> {
        // A carriage return is only itself as a reference.
        let fits_section = !text.contains(['\r']) && !text.contains("]]>") && !text.is_empty();
        Ok(match self.u.int_in_range(0..=15u8)? {
            14 => references(text),
            15 if fits_section => format!("<![CDATA[{text}]]>"),
            _ => escaped(text),
        })
    }
}

/// A text with what may not stand in an attribute value or in character data as references.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '\'' => out += "&apos;",
            '"' => out += "&quot;",
            '\t' | '\n' | '\r' => out += &format!("&#{};", u32::from(c)),
            _ => out.push(c),
        }
    }
    out
}

/// A text with every character as a reference.
fn references(text: &str) -> String {
    text.chars()
        .map(|c| format!("&#x{:x};", u32::from(c)))
        .collect()
}

/// Whether an element of this name, in a parent of that namespace, might be taken for one of `names`.
fn covers(names: &Names, parent: Option<&str>, namespace: &str, local: &str) -> bool {
    match names {
        Names::Of(namespaces, locals) => {
            let is_local = match locals {
                Locals::One(one) => *one == local,
                Locals::OneOf(all) => all.contains(&local),
                Locals::Any(_) => true,
            };
            is_local
                && match namespaces {
                    Namespaces::One(one) => *one == namespace,
                    Namespaces::OneOf(all) => all.contains(&namespace),
                    Namespaces::Any => true,
                    Namespaces::Parent(all) => {
                        all.contains(&namespace) || all.is_empty() && parent == Some(namespace)
                    }
                }
        }
        Names::Union(all) => all
            .iter()
            .any(|names| covers(names, parent, namespace, local)),
        Names::Any => true,
    }
}

/// Whether there is no element that does not have one of these names.
fn takes_all(names: &Names) -> bool {
    match names {
        Names::Of(..) => false,
        Names::Union(all) => all.iter().any(|names| takes_all(names)),
        Names::Any => true,
    }
}
