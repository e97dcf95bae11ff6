//! An element with its names resolved, to be written down again with something hostile in it.

use xmpp_stanzas::xml::{Content, Node};

/// An element.
#[derive(Clone, Debug)]
pub struct Tree {
    pub(crate) namespace: String,
    pub(crate) name: String,
    /// Namespace, prefix, local name, value.
    pub(crate) attributes: Vec<(String, String, String, String)>,
    pub(crate) content: Vec<Part>,
}

/// A part of the content of an element.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Element(Tree),
    Text(String),
}

impl Tree {
    pub(crate) fn of(node: Node<'_>) -> Self {
        Self {
            namespace: String::from(node.namespace()),
            name: node.name().to_owned(),
            attributes: node
                .attributes()
                .map(|a| {
                    (
                        String::from(a.namespace),
                        a.prefix.to_owned(),
                        a.name.to_owned(),
                        a.value.into_owned(),
                    )
                })
                .collect(),
            content: node
                .content()
                .map(|part| match part {
                    Content::Element(child) => Part::Element(Self::of(child)),
                    Content::Text(text) => Part::Text(text.into_owned()),
                })
                .collect(),
        }
    }

    /// How many elements there are, this one included.
    pub(crate) fn len(&self) -> usize {
        1 + self.children().map(Self::len).sum::<usize>()
    }

    pub(crate) fn children(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|part| match part {
            Part::Element(child) => Some(child),
            Part::Text(_) => None,
        })
    }

    /// The namespaces of all elements in it.
    pub(crate) fn namespaces(&self, all: &mut Vec<String>) {
        if !all.contains(&self.namespace) {
            all.push(self.namespace.clone());
        }
        self.children().for_each(|child| child.namespaces(all));
    }

    /// Its text and that of its attributes, replaced by what `with` makes of each.
    pub(crate) fn respell(&mut self, with: &dyn Fn(&str) -> String) {
        for (_, _, _, value) in &mut self.attributes {
            *value = with(value);
        }
        for part in &mut self.content {
            match part {
                Part::Element(child) => child.respell(with),
                Part::Text(text) => *text = with(text),
            }
        }
    }
}

/// Escapes a text for an attribute value or character data.
pub(crate) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\'' => out.push_str("&apos;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push_str(&format!("&#{};", u32::from(c))),
            _ => out.push(c),
        }
    }
}
