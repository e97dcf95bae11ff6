//! Building and changing elements without a type.

use alloc::borrow::ToOwned as _;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::chars;
use crate::element::Element;
use crate::error::{Error, ErrorKind};
use crate::namespace::XML;
use crate::node::{Content, Node};
use crate::options::{Invalid, Limits, Options};
use crate::parser::{self, Extent};
use crate::raw::RawElement;

/// A builder for an element, new or based on another: see [`RawElement::builder`] and [`RawElement::to_builder`].
///
/// Errors are reported by [`finish`](Self::finish) only, which reads what has been built.
#[derive(Clone, Debug)]
#[must_use]
pub struct ElementBuilder {
    /// Empty for none.
    prefix: String,
    name: String,
    /// What the start tag declares: prefixes, empty for the default namespace, and namespaces.
    declarations: Vec<(String, String)>,
    attributes: Vec<Attribute>,
    content: Vec<Part>,
    invalid: Invalid,
    error: Option<Error>,
}

#[derive(Clone, Debug)]
struct Attribute {
    namespace: String,
    name: String,
    value: String,
}

#[derive(Clone, Debug)]
enum Part {
    Text(String),
    /// A child that was there, as it stands.
    Own(RawElement),
    Child(RawElement),
}

impl RawElement {
    /// An element of this namespace, empty for none, and this local name, to be filled and
    /// [finished](ElementBuilder::finish).
    ///
    /// ```
    /// use xmpp_xml::RawElement;
    ///
    /// let cup = RawElement::builder("urn:example:tea", "cup").text("Earl Grey").finish()?;
    /// let order = RawElement::builder("urn:example:tea", "order")
    ///     .attribute("table", "7")
    ///     .child(&cup)
    ///     .finish()?;
    /// assert_eq!(
    ///     order,
    ///     "<order xmlns='urn:example:tea' table='7'><cup>Earl Grey</cup></order>".parse::<RawElement>()?
    /// );
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    pub fn builder(namespace: &str, name: &str) -> ElementBuilder {
        let declarations = match namespace {
            "" => Vec::new(),
            namespace => Vec::from([(String::new(), namespace.to_owned())]),
        };
        ElementBuilder {
            prefix: String::new(),
            name: name.to_owned(),
            declarations,
            attributes: Vec::new(),
            content: Vec::new(),
            invalid: Invalid::Reject,
            error: None,
        }
    }

    /// A builder that starts from this element. What is not changed stays as it is: the order of attributes and content,
    /// prefixes, child elements byte for byte. Comments and the quotes of attributes are lost.
    ///
    /// ```
    /// use xmpp_xml::RawElement;
    ///
    /// let order: RawElement = "<order xmlns='urn:example:tea' table='7'><cup/><cake n='1'/></order>".parse()?;
    /// let changed = order
    ///     .to_builder()
    ///     .attribute("table", "8")
    ///     .without_children(|child| child.name() == "cake")
    ///     .finish()?;
    /// assert_eq!(changed.to_string(), "<order xmlns='urn:example:tea' table='8'><cup/></order>");
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    pub fn to_builder(&self) -> ElementBuilder {
        // With all that it relies on declared in its own start tag, so that its children may stay as they stand.
        let alone = self.detached();
        let node = alone.node();
        let owned = |(prefix, namespace): (&str, &str)| (prefix.to_owned(), namespace.to_owned());
        let attributes = node.attributes().map(|attribute| Attribute {
            namespace: attribute.namespace.to_owned(),
            name: attribute.name.to_owned(),
            value: attribute.value.into_owned(),
        });
        let content = node.content().map(|part| match part {
            Content::Text(text) => Part::Text(text.into_owned()),
            Content::Element(child) => Part::Own(Self::from_node(&child)),
        });
        ElementBuilder {
            prefix: node.prefix().to_owned(),
            name: node.name().to_owned(),
            declarations: node.declarations().map(owned).collect(),
            attributes: attributes.collect(),
            content: content.collect(),
            invalid: self.invalid(),
            error: None,
        }
    }
}

impl ElementBuilder {
    /// Sets an attribute without a namespace, replacing one with that name.
    pub fn attribute(self, name: &str, value: &str) -> Self {
        self.attribute_in("", name, value)
    }

    /// Sets an attribute with a namespace, replacing one with that name.
    pub fn attribute_in(mut self, namespace: &str, name: &str, value: &str) -> Self {
        let mut attributes = self.attributes.iter_mut();
        match attributes.find(|a| a.namespace == namespace && a.name == name) {
            Some(attribute) => value.clone_into(&mut attribute.value),
            None => self.attributes.push(Attribute {
                namespace: namespace.to_owned(),
                name: name.to_owned(),
                value: value.to_owned(),
            }),
        }
        self
    }

    /// Removes the attribute with this namespace (empty for none) and name.
    pub fn without_attribute(mut self, namespace: &str, name: &str) -> Self {
        self.attributes
            .retain(|a| a.namespace != namespace || a.name != name);
        self
    }

    /// Appends text.
    pub fn text(mut self, text: &str) -> Self {
        self.content.push(Part::Text(text.to_owned()));
        self
    }

    /// Removes the text directly in the element.
    pub fn without_text(mut self) -> Self {
        self.content.retain(|part| !matches!(part, Part::Text(_)));
        self
    }

    /// Appends a child element: a typed one, or a [`RawElement`].
    pub fn child<T: Element>(mut self, child: &T) -> Self {
        if let Some(child) = self.written(child) {
            self.content.push(Part::Child(child));
        }
        self
    }

    /// Replaces the first child element with the same name, or appends the child if there is none.
    pub fn replace_child<T: Element>(mut self, child: &T) -> Self {
        let Some(child) = self.written(child) else {
            return self;
        };
        let (namespace, name) = (child.namespace(), child.name());
        let mut content = self.content.iter_mut();
        let same = content.find(|part| part.child().is_some_and(|c| c.is(namespace, name)));
        match same {
            Some(part) => *part = Part::Child(child),
            None => self.content.push(Part::Child(child)),
        }
        self
    }

    /// Removes the child elements for which `is_unwanted` returns `true`.
    pub fn without_children(mut self, mut is_unwanted: impl FnMut(Node<'_>) -> bool) -> Self {
        self.content
            .retain(|part| part.child().is_none_or(|child| !is_unwanted(child.node())));
        self
    }

    fn written<T: Element>(&mut self, child: &T) -> Option<RawElement> {
        match RawElement::from_element(child) {
            Ok(child) => Some(child),
            Err(error) => {
                self.error.get_or_insert(error);
                None
            }
        }
    }

    /// Finishes the element.
    ///
    /// # Errors
    /// A name is not valid in XML, a text or value contains a character that XML cannot carry, an attribute has a
    /// namespace that is reserved, or a child could not be written.
    pub fn finish(self) -> Result<RawElement, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut text = String::from("<");
        let tag = match &*self.prefix {
            "" => self.name.clone(),
            prefix => format!("{prefix}:{}", self.name),
        };
        check(&self.name)?;
        text += &tag;
        let mut declarations = self.declarations;
        for (prefix, namespace) in &declarations {
            declare(prefix, namespace, &mut text);
        }
        for attribute in &self.attributes {
            check(&attribute.name)?;
            let bound = |(prefix, namespace): &&(String, String)| {
                !prefix.is_empty() && *namespace == attribute.namespace
            };
            let prefix = match (&*attribute.namespace, declarations.iter().find(bound)) {
                ("", _) => "",
                (XML, _) => "xml",
                (_, Some((prefix, _))) => prefix,
                (namespace, None) => {
                    let is_free = |prefix: &String| !declarations.iter().any(|(p, _)| p == prefix);
                    let mut prefixes = (0..).map(|n| format!("ns{n}"));
                    let prefix = prefixes.find(is_free).unwrap_or_default();
                    declare(&prefix, namespace, &mut text);
                    declarations.push((prefix, namespace.to_owned()));
                    declarations.last().map_or("", |(prefix, _)| prefix)
                }
            };
            text.push(' ');
            if !prefix.is_empty() {
                text += prefix;
                text.push(':');
            }
            text += &attribute.name;
            value(&attribute.value, &mut text);
        }
        text.push('>');
        let has_default = declarations
            .iter()
            .any(|(prefix, namespace)| prefix.is_empty() && !namespace.is_empty());
        for part in &self.content {
            match part {
                Part::Text(characters) => escape(characters, false, &mut text),
                Part::Own(child) => text += child.node().source(),
                Part::Child(child) => {
                    let alone = child.detached();
                    let node = alone.node();
                    let source = alone.to_string();
                    let mut own = node.declarations();
                    // It stands in no default namespace, and shall go on to.
                    if has_default && !own.any(|(prefix, _)| prefix.is_empty()) {
                        let tag =
                            source.find(|c: char| c.is_ascii_whitespace() || "/>".contains(c));
                        let (tag, rest) = source.split_at(tag.unwrap_or_default());
                        text += tag;
                        text += " xmlns=''";
                        text += rest;
                    } else {
                        text += &source;
                    }
                }
            }
        }
        text += "</";
        text += &tag;
        text.push('>');
        let options = Options::new()
            .limits(Limits::highest())
            .invalid(self.invalid);
        let parsed = parser::parse_str(&text, &options, Extent::Document)?;
        Ok(RawElement::of(text.into_boxed_str(), parsed))
    }
}

impl Part {
    fn child(&self) -> Option<&RawElement> {
        match self {
            Self::Text(_) => None,
            Self::Own(child) | Self::Child(child) => Some(child),
        }
    }
}

/// Refuses what is no name: the rest is for the reader to see.
fn check(name: &str) -> Result<(), Error> {
    if chars::is_ncname(name) {
        return Ok(());
    }
    let name = Box::from(name);
    Err(Error::new(ErrorKind::UnwritableName { name }))
}

fn declare(prefix: &str, namespace: &str, out: &mut String) {
    *out += " xmlns";
    if !prefix.is_empty() {
        out.push(':');
        *out += prefix;
    }
    value(namespace, out);
}

fn value(text: &str, out: &mut String) {
    *out += "='";
    escape(text, true, out);
    out.push('\'');
}

/// What would be read as something else is written by its number.
fn escape(text: &str, is_value: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => *out += "&amp;",
            '<' => *out += "&lt;",
            '>' => *out += "&gt;",
            '\r' => *out += "&#13;",
            '\'' if is_value => *out += "&#39;",
            '\n' if is_value => *out += "&#10;",
            '\t' if is_value => *out += "&#9;",
            c => out.push(c),
        }
    }
}
