//! The canonical form: one text for all the ways in which the same element can be written.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::cost;
use crate::node::Node;
use crate::tape::{Kind, Record};

/// Writes the infoset of `node` as a text that two elements share exactly if they have the same infoset.
///
/// Expanded names in braces, attributes sorted, text escaped; no prefixes, no declarations, no white space
/// between the children of an element whose content is elements only.
pub(crate) fn canonical(node: &Node<'_>) -> String {
    let mut out = String::new();
    let document = node.document;
    let Some(root) = node.record() else {
        return out;
    };
    // The elements that are open: where each ends on the tape, and whether its white space counts.
    let mut open: Vec<(u32, bool)> = Vec::new();
    let mut index = node.index;
    let mut in_text = false;
    while let Some(record) = document.record(index).filter(|_| index < root.next) {
        while open.last().is_some_and(|(end, _)| *end <= index) {
            open.pop();
            in_text = false;
            out.push('>');
        }
        match record.kind {
            Kind::Element => {
                let element = Node { document, index };
                start(&element, record, &mut out);
                in_text = false;
                open.push((record.next, element.has_own_text()));
                index += 1 + u32::from(record.attributes);
            }
            _ => {
                if open.last().is_some_and(|(_, counts)| *counts) {
                    if !in_text {
                        out.push('|');
                        in_text = true;
                    }
                    escape(&document.characters(record), &mut out);
                }
                index += 1;
            }
        }
    }
    for _ in open {
        out.push('>');
    }
    out
}

fn start(element: &Node<'_>, record: &Record, out: &mut String) {
    let document = element.document;
    out.push('<');
    name(
        &document.namespace(record.namespace),
        document.local(record),
        out,
    );
    let mut attributes: Vec<(Cow<'_, str>, &str, Cow<'_, str>)> = element
        .attributes()
        .map(|a| (a.namespace, a.name, a.value))
        .collect();
    attributes.sort();
    for (namespace, local, value) in attributes {
        out.push(' ');
        name(&namespace, local, out);
        out.push('=');
        escape(&value, out);
    }
}

fn name(namespace: &str, local: &str, out: &mut String) {
    if !namespace.is_empty() {
        out.push('{');
        escape(namespace, out);
        out.push('}');
    }
    out.push_str(local);
}

fn escape(text: &str, out: &mut String) {
    cost::step(text.len());
    for c in text.chars() {
        match c {
            '\\' | '<' | '>' | '{' | '}' | '=' | '|' | ' ' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
}
