//! Moving an element, with what belongs to it, to another namespace.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::node::{Content, Node};

/// The text of the element at `node`, moved from the namespace `from` to `to`, together with the elements in `from` that
/// are reached through elements in `from` only. An element in any other namespace stays unchanged with all its content,
/// whatever namespaces are in there.
///
/// This is how a stanza is re-scoped
/// ([RFC 6120 §4.8.3](https://www.rfc-editor.org/rfc/rfc6120#section-4.8.3)): the stanza, its body, an error and unknown
/// children move; a stanza that is forwarded inside an extension does not.
///
/// Apart from the namespace, the text has the infoset and the prefixes of the element. If the element depends on
/// declarations of its ancestors, so does the text; a [`RawElement`](crate::RawElement) does not.
///
/// ```
/// use xmpp_xml::{RawElement, rescope};
///
/// let stanza: RawElement = "<message xmlns='jabber:client'><body>hi</body><forwarded xmlns='urn:xmpp:forward:0'>\
///      <message xmlns='jabber:client'/></forwarded></message>".parse()?;
/// assert_eq!(
///     rescope::rescope(stanza.node(), "jabber:client", "jabber:server"),
///     "<message xmlns='jabber:server'><body>hi</body><forwarded xmlns='urn:xmpp:forward:0'>\
///      <message xmlns='jabber:client'/></forwarded></message>"
/// );
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[must_use]
pub fn rescope(node: Node<'_>, from: &str, to: &str) -> String {
    let mut mover = Mover {
        from,
        to,
        out: String::with_capacity(node.source().len()),
        moved: BTreeMap::new(),
    };
    if !node.namespace_is(from) {
        mover.island(&node);
        return mover.out;
    }
    // The elements that are open, each with what is left of its content.
    let mut open = Vec::new();
    let declared = mover.start(&node);
    open.push((node, declared, node.content()));
    while let Some((element, declared, content)) = open.last_mut() {
        match content.next() {
            Some(Content::Text(text)) => escape(&text, &mut mover.out),
            Some(Content::Element(child)) if child.namespace_is(from) => {
                let declared = mover.start(&child);
                open.push((child, declared, child.content()));
            }
            Some(Content::Element(child)) => mover.island(&child),
            None => {
                mover.end(element, *declared);
                open.pop();
            }
        }
    }
    mover.out
}

/// The first element that [`rescope`] would leave in the namespace `to` next to those that it moves there, so that it
/// could no longer be distinguished from them: something foreign to the stanza would become part of it.
#[must_use]
pub fn collision<'a>(node: Node<'a>, from: &str, to: &str) -> Option<Node<'a>> {
    let mut left = Vec::new();
    if node.namespace_is(from) {
        left.push(node.children());
    }
    while let Some(children) = left.last_mut() {
        match children.next() {
            Some(child) if child.namespace_is(to) => return Some(child),
            Some(child) if child.namespace_is(from) => left.push(child.children()),
            Some(_) => {}
            None => {
                left.pop();
            }
        }
    }
    None
}

struct Mover<'a, 'n> {
    from: &'n str,
    to: &'n str,
    out: String,
    /// The prefixes that open elements declare, each with whether its declaration has been changed; the innermost last.
    moved: BTreeMap<&'a str, Vec<bool>>,
}

impl<'a> Mover<'a, '_> {
    /// The start tag of an element that moves; whether it had to declare its own prefix, which is declared further out.
    fn start(&mut self, node: &Node<'a>) -> bool {
        self.out.push('<');
        self.name(node.prefix(), node.name());
        for (prefix, namespace) in node.declarations() {
            let moves = namespace == self.from;
            self.declare(prefix, if moves { self.to } else { namespace });
            self.moved.entry(prefix).or_default().push(moves);
        }
        let prefix = node.prefix();
        let declares = !self.is_moved(prefix);
        if declares {
            self.declare(prefix, self.to);
            self.moved.entry(prefix).or_default().push(true);
        }
        for attribute in node.attributes() {
            self.out.push(' ');
            self.name(attribute.prefix, attribute.name);
            self.out.push('=');
            quoted(&attribute.value, &mut self.out);
        }
        self.out.push('>');
        declares
    }

    fn end(&mut self, node: &Node<'a>, declared: bool) {
        if self.out.ends_with('>') && node.content().next().is_none() {
            self.out.pop();
            self.out.push_str("/>");
        } else {
            self.out.push_str("</");
            self.name(node.prefix(), node.name());
            self.out.push('>');
        }
        let own = node.declarations().map(|(prefix, _)| prefix);
        for prefix in own.chain(declared.then(|| node.prefix())) {
            if let Some(scopes) = self.moved.get_mut(prefix) {
                scopes.pop();
            }
        }
    }

    /// An element that stays: as it stands, but that it declares itself what its surroundings no longer do.
    fn island(&mut self, node: &Node<'a>) {
        let source = node.source();
        let name_len = match node.prefix() {
            "" => node.name().len(),
            prefix => prefix.len() + 1 + node.name().len(),
        };
        let Some((name, rest)) = source.split_at_checked(name_len + 1) else {
            return;
        };
        self.out.push_str(name);
        let declares = |prefix: &str| node.declarations().any(|(own, _)| own == prefix);
        for prefix in self.lost(node) {
            if !declares(prefix) {
                self.declare(prefix, self.from);
            }
        }
        self.out.push_str(rest);
    }

    /// The prefixes in `node` that the elements around it bound to the old namespace, and have bound to the new one.
    fn lost(&self, node: &Node<'a>) -> BTreeSet<&'a str> {
        let mut lost = BTreeSet::new();
        let mut left = Vec::new();
        let mut next = Some(*node);
        loop {
            if let Some(element) = next.take() {
                let prefixes = element
                    .attributes()
                    .map(|a| a.prefix)
                    .filter(|p| !p.is_empty());
                let all = prefixes.chain([element.prefix()]);
                lost.extend(all.filter(|prefix| self.is_moved(prefix)));
                left.push(element.children());
            }
            match left.last_mut() {
                Some(children) => match children.next() {
                    Some(child) => next = Some(child),
                    None => {
                        left.pop();
                    }
                },
                None => return lost,
            }
        }
    }

    /// Whether the prefix is bound to the new namespace now, and was to the old one.
    fn is_moved(&self, prefix: &str) -> bool {
        self.moved.get(prefix).and_then(|scopes| scopes.last()) == Some(&true)
    }

    fn name(&mut self, prefix: &str, local: &str) {
        if !prefix.is_empty() {
            self.out.push_str(prefix);
            self.out.push(':');
        }
        self.out.push_str(local);
    }

    fn declare(&mut self, prefix: &str, namespace: &str) {
        self.out.push_str(if prefix.is_empty() {
            " xmlns"
        } else {
            " xmlns:"
        });
        self.out.push_str(prefix);
        self.out.push('=');
        quoted(namespace, &mut self.out);
    }
}

/// An attribute value with its quotes: those that need fewer references.
fn quoted(value: &str, out: &mut String) {
    let single = value.matches('\'').count();
    let quote = match single > value.matches('"').count() {
        true => '"',
        false => '\'',
    };
    out.push(quote);
    for c in value.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\'' if c == quote => out.push_str("&#39;"),
            '"' if c == quote => out.push_str("&#34;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out.push(quote);
}

/// Character data, with references where there must be some.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '>' if out.ends_with("]]") => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
}
