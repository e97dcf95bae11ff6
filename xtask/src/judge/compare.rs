//! What came of an element, by two comparisons that share no code.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};
use xmpp_stanzas::xml::{Error, ErrorKind, Limits, Options, RawElement};

use crate::infoset::{self, Fragment, Unreadable};

/// What comparing two elements says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Same,
    /// Something is missing: what, and where.
    Lost(String),
    /// Nothing is missing, but it is not the same.
    Changed(String),
    /// What came back is not one element that is well-formed.
    NotXml(String),
    /// One says that they are the same, the other that they are not.
    Undecided(String),
}

/// Compares what came back with what was sent, which is well-formed.
pub(crate) fn compare(sent: &str, back: &str) -> Comparison {
    let canonical = |text: &str| {
        let options = Options::file().limits(Limits::highest());
        RawElement::read_with(text.as_bytes(), &options).map(|raw| raw.canonical())
    };
    let is_too_much = |error: &Error| matches!(error.kind(), ErrorKind::LimitExceeded { .. });
    let ours = match (canonical(sent), canonical(back)) {
        (Ok(sent), Ok(back)) => Ok(sent == back),
        (_, Err(error)) if is_too_much(&error) => {
            return Comparison::NotXml(error.kind().to_string());
        }
        (_, Err(error)) => Err(error.to_string()),
        (Err(error), _) => return Comparison::Undecided(format!("what was sent: {error}")),
    };
    let second = infoset::difference(Fragment::alone(sent), Fragment::alone(back));
    match (ours, second) {
        (Ok(true), Ok(None)) => Comparison::Same,
        (Ok(false), Ok(Some(difference))) => match missing(sent, back) {
            Some(what) => Comparison::Lost(what),
            None => Comparison::Changed(difference.to_string()),
        },
        (Err(error), Err(Unreadable::Right(_))) => Comparison::NotXml(error),
        (ours, second) => Comparison::Undecided(format!("{ours:?} and {second:?}")),
    }
}

/// A part of an element: the number of the element it stands in (0 for none), and what it is.
type Key<'a> = (usize, Part<'a>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'a> {
    Element(&'a str, &'a str),
    Attribute(&'a str, &'a str),
    Text,
}

/// Counts parts by their paths, which are numbered as they come up.
#[derive(Default)]
struct Parts<'a> {
    numbers: BTreeMap<Key<'a>, usize>,
    paths: Vec<Key<'a>>,
}

impl<'a> Parts<'a> {
    fn number(&mut self, key: Key<'a>) -> usize {
        *self.numbers.entry(key).or_insert_with(|| {
            self.paths.push(key);
            self.paths.len()
        })
    }

    /// How often each path comes up in an element.
    fn counts(&mut self, root: Node<'a, '_>) -> BTreeMap<usize, usize> {
        let mut counts = BTreeMap::new();
        let mut count = |number: usize| *counts.entry(number).or_default() += 1;
        let mut open = vec![(root, 0)];
        while let Some((node, parent)) = open.pop() {
            let name = node.tag_name();
            let key = Part::Element(name.namespace().unwrap_or_default(), name.name());
            let number = self.number((parent, key));
            count(number);
            for attribute in node.attributes() {
                let namespace = attribute.namespace().unwrap_or_default();
                let key = Part::Attribute(namespace, attribute.name());
                count(self.number((number, key)));
            }
            let is_text = |text: &str| text.bytes().any(|byte| !b" \t\r\n".contains(&byte));
            let texts = node.children().filter(Node::is_text);
            let mut texts = texts.filter_map(|text| text.text());
            if texts.any(is_text) {
                count(self.number((number, Part::Text)));
            }
            let children = node.children().filter(Node::is_element);
            open.extend(children.map(|child| (child, number)));
        }
        counts
    }

    /// `/iq/query/@node`.
    fn path(&self, number: usize) -> String {
        let mut steps = Vec::new();
        let mut number = number;
        while let Some((parent, part)) = number.checked_sub(1).and_then(|at| self.paths.get(at)) {
            steps.push(match part {
                Part::Element(_, name) => format!("/{name}"),
                Part::Attribute(_, name) => format!("/@{name}"),
                Part::Text => "/text()".to_owned(),
            });
            number = *parent;
        }
        steps.reverse();
        steps.concat()
    }
}

/// The first thing of which there is less in `back` than in `sent`.
fn missing(sent: &str, back: &str) -> Option<String> {
    let (sent, back) = (Document::parse(sent).ok()?, Document::parse(back).ok()?);
    let mut parts = Parts::default();
    let before = parts.counts(sent.root_element());
    let after = parts.counts(back.root_element());
    let kept = |number: &usize| after.get(number).copied().unwrap_or_default();
    let (number, count) = before
        .iter()
        .find(|(number, count)| kept(number) < **count)?;
    let path = parts.path(*number);
    match (count, kept(number)) {
        (1, _) => Some(format!("{path} is missing")),
        (count, kept) => Some(format!("{path}: {kept} of {count} came back")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: &str = "<a xmlns='n' b='1'><c>x</c><c d=''/></a>";

    #[test]
    fn what_does_not_count_is_no_difference() {
        for back in [
            SENT,
            "<p:a b=\"1\" xmlns:p='n'>\n<p:c>&#x78;</p:c>\n<p:c d=''></p:c></p:a>",
        ] {
            assert_eq!(compare(SENT, back), Comparison::Same);
        }
    }

    #[test]
    fn tells_what_is_missing_from_what_is_different() {
        for (back, lost) in [
            (
                "<a xmlns='n'><c>x</c><c d=''/></a>",
                Some("/a/@b is missing"),
            ),
            (
                "<a xmlns='n' b='1'><c d=''>x</c></a>",
                Some("/a/c: 1 of 2 came back"),
            ),
            (
                "<a xmlns='n' b='1'><c/><c d=''/></a>",
                Some("/a/c/text() is missing"),
            ),
            (
                "<a xmlns='n' b='1'><c>x</c><c/></a>",
                Some("/a/c/@d is missing"),
            ),
            ("<a b='1'><c>x</c><c d=''/></a>", Some("/a is missing")),
            ("<a xmlns='n' b='2'><c>x</c><c d=''/></a>", None),
            ("<a xmlns='n' b='1'><c d=''/><c>x</c></a>", None),
            ("<a xmlns='n' b='1'><c>x</c><c d=''/><e/></a>", None),
            ("<a xmlns='n' b='1'><c>x </c><c d=''/></a>", None),
        ] {
            match (compare(SENT, back), lost) {
                (Comparison::Lost(what), Some(lost)) => assert_eq!(what, lost, "{back}"),
                (Comparison::Changed(_), None) => {}
                (other, _) => panic!("{back}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_is_not_one_element_is_garbage() {
        for back in ["", "tea", "<a xmlns='n'>", "<a/><a/>", "<a b='1' b='1'/>"] {
            let found = compare(SENT, back);
            assert!(matches!(found, Comparison::NotXml(_)), "{back}: {found:?}");
        }
    }

    #[test]
    fn hostile_answers_cost_no_stack() {
        let depth = 200_000;
        let deep = "<a>".repeat(depth) + &"</a>".repeat(depth);
        let judged = std::thread::Builder::new()
            .stack_size(512 << 10)
            .spawn(move || compare("<a><b/></a>", &deep));
        let judged = judged.expect("a thread can be started").join();
        let judged = judged.expect("the stack is large enough");
        assert!(
            matches!(judged, Comparison::Lost(_) | Comparison::NotXml(_)),
            "{judged:?}"
        );
    }
}
