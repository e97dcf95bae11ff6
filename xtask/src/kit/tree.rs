//! The canonical infoset of an element, as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use xmpp_stanzas::xml::{Content, Node};

/// An element: all that counts in it and nothing else.
#[derive(Debug, Serialize)]
pub(crate) struct Tree {
    /// Expanded: `{namespace}local`, or `local` where there is no namespace.
    name: String,
    /// The values by their expanded names.
    attributes: BTreeMap<String, String>,
    content: Vec<Piece>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Piece {
    /// All of the text between two tags; never empty.
    Text(String),
    Element(Tree),
}

impl Tree {
    /// The infoset of an element of our own vectors, which are never deep.
    pub(crate) fn of(node: &Node<'_>) -> Self {
        let attributes = node
            .attributes()
            .map(|a| (expanded(a.namespace, a.name), a.value.into_owned()));
        let is_white = node.text().bytes().all(|byte| b" \t\r\n".contains(&byte));
        let counts_text = !is_white || node.children().next().is_none();
        let mut content = Vec::new();
        for piece in node.content() {
            match (piece, content.last_mut()) {
                (Content::Element(child), _) => content.push(Piece::Element(Self::of(&child))),
                (Content::Text(text), _) if text.is_empty() || !counts_text => {}
                (Content::Text(text), Some(Piece::Text(before))) => before.push_str(&text),
                (Content::Text(text), _) => content.push(Piece::Text(text.into_owned())),
            }
        }
        Self {
            name: expanded(node.namespace(), node.name()),
            attributes: attributes.collect(),
            content,
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

fn expanded(namespace: &str, name: &str) -> String {
    match namespace {
        "" => name.to_owned(),
        _ => format!("{{{namespace}}}{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::good;
    use crate::verdict;

    /// An element with the infoset, each name with a declaration of its own.
    fn xml(tree: &Tree, out: &mut String) {
        let split = |name: &str| match name.strip_prefix('{').and_then(|name| name.split_once('}'))
        {
            Some((namespace, local)) => (namespace.to_owned(), local.to_owned()),
            None => (String::new(), name.to_owned()),
        };
        let escaped = |text: &str| {
            let escape = |c: char| match c {
                '<' | '&' | '>' | '\'' | '\t' | '\r' | '\n' => format!("&#{};", u32::from(c)),
                _ => c.to_string(),
            };
            text.chars().map(escape).collect::<String>()
        };
        let (namespace, local) = split(&tree.name);
        *out += &format!("<{local} xmlns='{}'", escaped(&namespace));
        for (at, (name, value)) in tree.attributes.iter().enumerate() {
            let (namespace, local) = split(name);
            *out += &match namespace.as_str() {
                "" => format!(" {local}='{}'", escaped(value)),
                "http://www.w3.org/XML/1998/namespace" => {
                    format!(" xml:{local}='{}'", escaped(value))
                }
                _ => format!(
                    " xmlns:p{at}='{}' p{at}:{local}='{}'",
                    escaped(&namespace),
                    escaped(value)
                ),
            };
        }
        *out += ">";
        for piece in &tree.content {
            match piece {
                Piece::Text(text) => *out += &escaped(text),
                Piece::Element(child) => xml(child, out),
            }
        }
        *out += &format!("</{local}>");
    }

    #[test]
    fn an_infoset_has_all_that_counts() {
        let good = good::load().expect("the vectors can be read");
        for vector in good {
            let mut text = String::new();
            xml(&vector.tree, &mut text);
            let source = verdict::closed(&vector.xml);
            let source = match vector.form {
                good::Form::Element => &vector.xml,
                good::Form::StreamHeader => &source,
            };
            assert_eq!(verdict::loss(source, &text), None, "{}", vector.id);
        }
    }

    #[test]
    fn white_space_counts_where_no_child_is_or_other_text() {
        for (text, json) in [
            (
                "<a> </a>",
                r#"{"name":"a","attributes":{},"content":[" "]}"#,
            ),
            (
                "<a> <b/>\n</a>",
                r#"{"name":"a","attributes":{},"content":[{"name":"b","attributes":{},"content":[]}]}"#,
            ),
            (
                "<a> <b xmlns='n'/>c<![CDATA[d]]></a>",
                r#"{"name":"a","attributes":{},"content":[" ",{"name":"{n}b","attributes":{},"content":[]},"cd"]}"#,
            ),
            (
                "<a xml:lang='en' b=''/>",
                r#"{"name":"a","attributes":{"b":"","{http://www.w3.org/XML/1998/namespace}lang":"en"},"content":[]}"#,
            ),
        ] {
            let element: xmpp_stanzas::xml::RawElement = text.parse().expect("it is well-formed");
            let tree = serde_json::to_string(&Tree::of(&element.node()));
            assert_eq!(tree.expect("a tree is JSON"), json, "{text}");
        }
    }
}
