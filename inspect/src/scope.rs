//! The namespace declarations that an element has around it.

use crate::scan::StartTag;

/// The namespace of stream headers.
pub const STREAMS: &str = "http://etherx.jabber.org/streams";

/// The namespace that the prefix `xml` always stands for.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The namespaces of stanzas.
pub const STANZAS: [&str; 4] = [
    "jabber:client",
    "jabber:server",
    "jabber:component:accept",
    "jabber:component:connect",
];

/// The name of the element around what is parsed. Parsers mention it when a tag is missing.
const WRAPPER: &str = "end-of-text";

/// Namespace declarations, prefix and namespace; the default namespace has the empty prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope(Vec<(String, String)>);

/// No declarations: the scope of a document's root.
pub static EMPTY: Scope = Scope(Vec::new());

impl Scope {
    /// Inside a stream with this content namespace.
    #[must_use]
    pub fn stream(content: &str) -> Self {
        let declarations = [
            ("", content),
            ("stream", STREAMS),
            ("db", "jabber:server:dialback"),
        ];
        Self(
            declarations
                .map(|(prefix, namespace)| (prefix.to_owned(), namespace.to_owned()))
                .into(),
        )
    }

    /// With this default namespace alone.
    pub(crate) fn default(namespace: &str) -> Self {
        Self(vec![(String::new(), namespace.to_owned())])
    }

    /// This scope inside an element, whose declarations come first.
    #[must_use]
    pub fn inside(mut self, element: roxmltree::Node<'_, '_>) -> Self {
        for declared in element.namespaces() {
            let prefix = declared.name().unwrap_or_default();
            if prefix == "xml" {
                continue;
            }
            self.0.retain(|(outer, _)| outer != prefix);
            self.0.push((prefix.to_owned(), declared.uri().to_owned()));
        }
        self
    }

    /// The declarations, as prefix and namespace.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(prefix, namespace)| (prefix.as_str(), namespace.as_str()))
    }

    /// The namespace of names without a prefix.
    #[must_use]
    pub fn default_namespace(&self) -> &str {
        let mut declared = self.iter();
        declared
            .find_map(|(prefix, namespace)| prefix.is_empty().then_some(namespace))
            .unwrap_or_default()
    }

    /// A document with `content` inside one element that makes these declarations.
    #[must_use]
    pub fn wrap(&self, content: &str) -> String {
        let declarations: String = self.iter().map(declaration).collect();
        format!("<{WRAPPER}{declarations}>{content}</{WRAPPER}>")
    }

    /// Adds the declarations of the scope that are not made again in the start tag of `text`.
    #[must_use]
    pub fn declare_in(&self, text: &str) -> String {
        let Some(tag) = StartTag::at(text) else {
            return text.to_owned();
        };
        let is_used = |prefix: &str| prefix.is_empty() || text.contains(&format!("{prefix}:"));
        let added: String = self
            .iter()
            .filter(|(prefix, _)| is_used(prefix) && !tag.declares(prefix))
            .map(declaration)
            .collect();
        let (name, rest) = text.split_at(tag.name_end);
        format!("{name}{added}{rest}")
    }

    /// Where in the document that [`wrap`](Self::wrap) makes the content begins.
    #[must_use]
    pub fn content_start(&self) -> usize {
        self.wrap("").len() - format!("</{WRAPPER}>").len()
    }
}

/// One declaration as an attribute, with the space before it.
#[must_use]
pub fn declaration((prefix, namespace): (&str, &str)) -> String {
    let colon = if prefix.is_empty() { "" } else { ":" };
    let namespace = namespace
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('\'', "&apos;");
    format!(" xmlns{colon}{prefix}='{namespace}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_content_in_its_declarations() {
        let scope = Scope::stream("jabber:client");
        let document = scope.wrap("<stream:features/><db:result/><iq/>");
        assert!(document[scope.content_start()..].starts_with("<stream:features/>"));
        let document = roxmltree::Document::parse(&document).expect("the document is well-formed");
        let namespaces: Vec<_> = document
            .root_element()
            .children()
            .map(|child| child.tag_name().namespace())
            .collect();
        let expected = [STREAMS, "jabber:server:dialback", "jabber:client"].map(Some);
        assert_eq!(namespaces, expected);
    }

    #[test]
    fn inner_declarations_hide_outer_ones() {
        let text = "<s:a xmlns='b' xmlns:s='c&amp;&apos;&lt;' xml:lang='en'/>";
        let document = roxmltree::Document::parse(text).expect("the text is well-formed");
        let scope = Scope::stream("a").inside(document.root_element());
        let mut seen: Vec<_> = scope.iter().collect();
        seen.sort_unstable();
        let expected = [
            ("", "b"),
            ("db", "jabber:server:dialback"),
            ("s", "c&'<"),
            ("stream", STREAMS),
        ];
        assert_eq!(seen, expected);
        assert!(roxmltree::Document::parse(&scope.wrap("<s:x/>")).is_ok());
    }
}
