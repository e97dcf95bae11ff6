//! The second comparison: whether two texts have the same infoset, decided by another XML parser.
//!
//! The library has its own canonical form. This one shares no code with it, so that neither has
//! to be believed. The rules are those of the lossless contract in ARCHITECTURE.md:
//!
//! - what counts: expanded names, attributes as a set, the order of all children, all text;
//! - what does not: prefixes, attribute order, quotes, escapes, CDATA, comments, and white space
//!   in an element that has child elements and no other text.

use core::fmt;
use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use crate::scan::{self, MarkKind};
use crate::scope::{EMPTY, Scope, declaration};

/// One element as text, with the declarations that it has around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fragment<'a> {
    pub(crate) scope: &'a Scope,
    pub(crate) text: &'a str,
}

impl<'a> Fragment<'a> {
    /// An element that makes all its declarations itself.
    pub(crate) fn alone(text: &'a str) -> Self {
        Self {
            scope: &EMPTY,
            text,
        }
    }
}

/// The first place where two elements differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Such as `/iq/query/item[2]/@jid`.
    pub(crate) path: String,
    pub(crate) left: String,
    pub(crate) right: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} became {}", self.path, self.left, self.right)
    }
}

/// Why a text could not be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Left(String),
    Right(String),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Left(error) => write!(f, "the first text: {error}"),
            Self::Right(error) => write!(f, "the second text: {error}"),
        }
    }
}

impl core::error::Error for Unreadable {}

/// The first difference between two elements, `None` where they have the same infoset.
///
/// Needs no stack for nested elements.
///
/// # Errors
/// A text that is not exactly one well-formed element in its scope.
pub(crate) fn difference(
    left: Fragment<'_>,
    right: Fragment<'_>,
) -> Result<Option<Difference>, Unreadable> {
    let (left, right) = (document(left), document(right));
    let left = Document::parse(&left).map_err(|e| Unreadable::Left(e.to_string()))?;
    let right = Document::parse(&right).map_err(|e| Unreadable::Right(e.to_string()))?;
    let left = only_element(&left).map_err(Unreadable::Left)?;
    let right = only_element(&right).map_err(Unreadable::Right)?;
    Ok(first_difference(&canonical(left), &canonical(right)))
}

/// A text in its scope, the line ends already made one character: left to itself, roxmltree keeps a CR that the
/// reference `&#10;` follows.
fn document(fragment: Fragment<'_>) -> String {
    let text = fragment.text.replace("\r\n", "\n").replace('\r', "\n");
    fragment.scope.wrap(&bind_xml(&text))
}

/// The text with another prefix for elements of the prefix `xml`, which roxmltree does not know to be bound.
fn bind_xml(text: &str) -> String {
    const STAND_IN: &str = "x.m.l";
    let mut bound = String::with_capacity(text.len());
    let mut end = 0;
    let mut at = 0;
    while let Ok(Some(mark)) = scan::next_mark(text, at) {
        if let Some(local) = mark.name.strip_prefix("xml:") {
            let name = mark.start + text[mark.start..mark.end].find("xml:").unwrap_or_default();
            bound += &text[end..name];
            bound += &format!("{STAND_IN}:{local}");
            end = name + mark.name.len();
            if mark.kind != MarkKind::EndTag {
                bound += &declaration((STAND_IN, STAND_IN));
            }
        }
        at = mark.end;
    }
    bound + &text[end..]
}

/// The one element that a wrapped text consists of.
fn only_element<'a, 'i>(document: &'a Document<'i>) -> Result<Node<'a, 'i>, String> {
    let mut children = document
        .root_element()
        .children()
        .filter(|child| child.is_element() || child.text().is_some_and(|text| !is_white(text)));
    match (children.next(), children.next()) {
        (Some(only), None) if only.is_element() => Ok(only),
        _ => Err("not exactly one element".to_owned()),
    }
}

/// A namespace and a local name; no namespace is the empty string.
type Name<'a> = (&'a str, &'a str);

/// A canonical form is the list of these for an element and all that is in it.
#[derive(Debug, PartialEq, Eq)]
enum Event<'a> {
    Start(Name<'a>, BTreeMap<Name<'a>, &'a str>),
    /// All of the text between two tags.
    Text(String),
    End,
}

fn canonical<'a>(root: Node<'a, '_>) -> Vec<Event<'a>> {
    let mut events = vec![start(root)];
    // The elements that are open, each with its next child, and whether its white text counts.
    let mut open = vec![(root.first_child(), has_text(root))];
    while let Some((next, keeps_white)) = open.last_mut() {
        let Some(node) = *next else {
            events.push(Event::End);
            open.pop();
            continue;
        };
        *next = node.next_sibling();
        if node.is_element() {
            events.push(start(node));
            open.push((node.first_child(), has_text(node)));
        } else if node.is_text() {
            let text = node.text().unwrap_or_default();
            match events.last_mut() {
                _ if text.is_empty() || !*keeps_white => {}
                Some(Event::Text(before)) => before.push_str(text),
                _ => events.push(Event::Text(text.to_owned())),
            }
        }
    }
    events
}

fn start<'a>(element: Node<'a, '_>) -> Event<'a> {
    let name = (
        element.tag_name().namespace().unwrap_or_default(),
        element.tag_name().name(),
    );
    let attributes = element
        .attributes()
        .map(|a| ((a.namespace().unwrap_or_default(), a.name()), a.value()))
        .collect();
    Event::Start(name, attributes)
}

/// Whether text in this element is content: there is some that is not white, or nothing else.
fn has_text(element: Node<'_, '_>) -> bool {
    let mut children = element.children();
    !children.clone().any(|child| child.is_element())
        || children.any(|child| child.is_text() && !child.text().is_none_or(is_white))
}

/// White space as XML defines it.
fn is_white(text: &str) -> bool {
    text.bytes().all(|byte| b" \t\r\n".contains(&byte))
}

fn first_difference(left: &[Event<'_>], right: &[Event<'_>]) -> Option<Difference> {
    // A canonical form ends where its first element ends, so none is the beginning of another.
    let at = left.iter().zip(right).position(|(l, r)| l != r)?;
    let place = Place::after(&left[..at]);
    let (path, left, right) = match (&left[at], &right[at]) {
        (Event::Start(name, left), Event::Start(other, right)) if name == other => {
            let attribute = left
                .keys()
                .chain(right.keys())
                .filter(|name| left.get(*name) != right.get(*name))
                .min()?;
            let value = |value: Option<&&str>| match value {
                Some(value) => excerpt(value, 0),
                None => "no attribute".to_owned(),
            };
            (
                format!("{}/@{}", place.child(*name), attribute.1),
                value(left.get(attribute)),
                value(right.get(attribute)),
            )
        }
        (Event::Text(left), Event::Text(right)) => {
            let same = left.chars().zip(right.chars());
            let from = same.take_while(|(l, r)| l == r).count();
            (
                place.path(),
                format!("text {}", excerpt(left, from)),
                format!("text {}", excerpt(right, from)),
            )
        }
        (left, right) => (place.path(), describe(left), describe(right)),
    };
    Some(Difference { path, left, right })
}

/// A place in a document: the steps to the innermost open element, and for each open element,
/// and the document itself, how often each name has begun in it.
struct Place<'a> {
    steps: Vec<String>,
    seen: Vec<BTreeMap<Name<'a>, usize>>,
}

impl<'a> Place<'a> {
    fn after(events: &[Event<'a>]) -> Self {
        let mut place = Self {
            steps: Vec::new(),
            seen: vec![BTreeMap::new()],
        };
        for event in events {
            match event {
                Event::Start(name, _) => {
                    let step = place.step(*name);
                    if let Some(seen) = place.seen.last_mut() {
                        *seen.entry(*name).or_default() += 1;
                    }
                    place.steps.push(step);
                    place.seen.push(BTreeMap::new());
                }
                Event::Text(_) => {}
                Event::End => {
                    place.steps.pop();
                    place.seen.pop();
                }
            }
        }
        place
    }

    /// The step to an element that would begin here: `item`, or `item[2]` if it is the second.
    fn step(&self, name: Name<'_>) -> String {
        match self.seen.last().and_then(|seen| seen.get(&name)) {
            None | Some(0) => format!("/{}", name.1),
            Some(before) => format!("/{}[{}]", name.1, before + 1),
        }
    }

    fn path(&self) -> String {
        self.steps.concat()
    }

    fn child(&self, name: Name<'_>) -> String {
        self.path() + &self.step(name)
    }
}

fn describe(event: &Event<'_>) -> String {
    match event {
        Event::Start(("", name), _) => format!("<{name}>"),
        Event::Start((namespace, name), _) => format!("<{name} xmlns='{namespace}'>"),
        Event::Text(text) => format!("text {}", excerpt(text, 0)),
        Event::End => "the end of the element".to_owned(),
    }
}

/// A readable piece of `text` around the character `from`.
fn excerpt(text: &str, from: usize) -> String {
    const BEFORE: usize = 20;
    const LENGTH: usize = 60;
    let skipped = from.saturating_sub(BEFORE);
    let mut rest = text.chars().skip(skipped);
    let shown: String = rest.by_ref().take(LENGTH).collect();
    let ellipsis = |cut| if cut { "…" } else { "" };
    format!(
        "{}{shown:?}{}",
        ellipsis(skipped > 0),
        ellipsis(rest.next().is_some())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(left: &str, right: &str) -> Option<Difference> {
        difference(Fragment::alone(left), Fragment::alone(right))
            .expect("both texts are well-formed")
    }

    #[test]
    fn accepts_what_is_not_part_of_an_infoset() {
        for (left, right) in [
            ("<a/>", "<a></a>"),
            ("<a/>", "\n<a/>\n"),
            ("<a b='1' c='2'/>", "<a  c=\"2\"\n b = '1' />"),
            ("<a xmlns='n'/>", "<p:a xmlns:p='n'/>"),
            (
                "<a xmlns='n'><b/></a>",
                "<p:a xmlns:p='n'><b xmlns='n'/></p:a>",
            ),
            ("<a xmlns:p='n' p:b=''/>", "<a xmlns:q='n' q:b=''/>"),
            ("<a xmlns:unused='n'/>", "<a/>"),
            ("<a xmlns=''/>", "<a/>"),
            ("<a>&lt;&#x41;&quot;</a>", "<a><![CDATA[<A\"]]></a>"),
            ("<a>1<![CDATA[2]]>3</a>", "<a>123</a>"),
            ("<a>1<!-- c -->2<?p i?>3</a>", "<a>123</a>"),
            ("<a>1<![CDATA[]]></a>", "<a>1</a>"),
            ("<a><![CDATA[]]></a>", "<a/>"),
            ("<a>\r\n1\r2</a>", "<a>\n1\n2</a>"),
            ("<a>\r&#10;</a>", "<a>\n\n</a>"),
            ("<a b='1\t2\n3'/>", "<a b='1 2 3'/>"),
            ("<a b='&#10;'/>", "<a b='&#xA;'/>"),
            ("<a>\n <b/>\t<c/>\r\n</a>", "<a><b/><c/></a>"),
            ("<a> <!-- c --> <b/></a>", "<a><b/></a>"),
            ("<a><![CDATA[ ]]>&#32;<b/></a>", "<a><b/></a>"),
            ("<a><b> <c/> </b></a>", "<a><b><c/></b></a>"),
            ("<a xml:lang='en'/>", "<a xml:lang=\"en\"/>"),
            (
                "<xml:a b='1'><xml:c/></xml:a >",
                "<xml:a b=\"1\"><xml:c></xml:c></xml:a>",
            ),
            ("<a><![CDATA[<xml:b/>]]></a>", "<a>&lt;xml:b/></a>"),
            ("<a>é</a>", "<a>&#233;</a>"),
        ] {
            assert_eq!(compare(left, right), None, "{left} and {right}");
            assert_eq!(compare(right, left), None, "{right} and {left}");
        }
    }

    #[test]
    fn finds_every_difference_and_its_place() {
        for (left, right, path) in [
            ("<a/>", "<b/>", ""),
            ("<a xmlns='n'/>", "<a/>", ""),
            ("<a xmlns='n'/>", "<a xmlns='m'/>", ""),
            ("<a/>", "<A/>", ""),
            ("<xml:a/>", "<a/>", ""),
            ("<a><xml:b c='1'/></a>", "<a><xml:b c='2'/></a>", "/a/b/@c"),
            ("<a b=''/>", "<a/>", "/a/@b"),
            ("<a b='1'/>", "<a b='2'/>", "/a/@b"),
            ("<a b='1'/>", "<a b='1 '/>", "/a/@b"),
            ("<a b='1'/>", "<a c='1'/>", "/a/@b"),
            ("<a b='&#10;'/>", "<a b='\n'/>", "/a/@b"),
            ("<a xml:lang='en'/>", "<a/>", "/a/@lang"),
            ("<a xml:lang='en'/>", "<a lang='en'/>", "/a/@lang"),
            ("<a xmlns:p='n' p:b=''/>", "<a b=''/>", "/a/@b"),
            (
                "<a xmlns:p='n' p:b=''/>",
                "<a xmlns:p='m' p:b=''/>",
                "/a/@b",
            ),
            (
                "<p:a xmlns:p='n' p:b=''/>",
                "<p:a xmlns:p='n' b=''/>",
                "/a/@b",
            ),
            ("<a>1</a>", "<a/>", "/a"),
            ("<a> </a>", "<a/>", "/a"),
            ("<a> </a>", "<a>  </a>", "/a"),
            ("<a>1</a>", "<a> 1</a>", "/a"),
            ("<a>1</a>", "<a>1\n</a>", "/a"),
            ("<a>&#13;</a>", "<a>\n</a>", "/a"),
            ("<a>\u{a0}<b/></a>", "<a><b/></a>", "/a"),
            ("<a>1<b/></a>", "<a><b/>1</a>", "/a"),
            ("<a>1 <b/></a>", "<a>1<b/></a>", "/a"),
            ("<a>1 <b/> </a>", "<a>1 <b/></a>", "/a"),
            ("<a><b/><c/></a>", "<a><c/><b/></a>", "/a"),
            ("<a><b/></a>", "<a><b/><b/></a>", "/a"),
            ("<a><b/></a>", "<a/>", "/a"),
            ("<a><b/></a>", "<a><b xmlns='n'/></a>", "/a"),
            (
                "<a xmlns='n'><b/></a>",
                "<a xmlns='n'><b xmlns=''/></a>",
                "/a",
            ),
            (
                "<a><b/><b c='1'/></a>",
                "<a><b/><b c='2'/></a>",
                "/a/b[2]/@c",
            ),
            ("<a><b> </b></a>", "<a><b/></a>", "/a/b"),
            (
                "<a><b/><c/><b>x</b></a>",
                "<a><b/><c/><b>y</b></a>",
                "/a/b[2]",
            ),
            ("<a><b><c/></b></a>", "<a><b/><c/></a>", "/a/b"),
            (
                "<a><b/><b><b><c d=''/></b></b></a>",
                "<a><b/><b><b><c/></b></b></a>",
                "/a/b[2]/b/c/@d",
            ),
        ] {
            for (left, right) in [(left, right), (right, left)] {
                let found = compare(left, right);
                assert_eq!(
                    found.as_ref().map(|difference| difference.path.as_str()),
                    Some(path),
                    "{left} and {right}"
                );
                assert!(found.is_some_and(|found| found.left != found.right));
            }
        }
    }

    #[test]
    fn says_what_differs() {
        for (left, right, said) in [
            (
                "<a><b c='1'/></a>",
                "<a><b/></a>",
                "/a/b/@c: \"1\" became no attribute",
            ),
            (
                "<a><b xmlns='n'/></a>",
                "<a/>",
                "/a: <b xmlns='n'> became the end of the element",
            ),
            ("<a>1</a>", "<a><b/></a>", "/a: text \"1\" became <b>"),
            (
                "<a>0123456789012345678901234567890</a>",
                "<a>012345678901234567890123456789\n</a>",
                "/a: text …\"012345678901234567890\" became text …\"01234567890123456789\\n\"",
            ),
        ] {
            let found = compare(left, right).map(|difference| difference.to_string());
            assert_eq!(found.as_deref(), Some(said));
        }
    }

    #[test]
    fn each_text_is_read_in_its_own_scope() {
        let stream = Scope::stream("jabber:client");
        let compare = |written| {
            let left = Fragment {
                scope: &stream,
                text: "<iq><stream:error/></iq>",
            };
            difference(left, Fragment::alone(written))
        };
        let whole =
            "<iq xmlns='jabber:client'><error xmlns='http://etherx.jabber.org/streams'/></iq>";
        assert_eq!(compare(whole), Ok(None));
        assert!(matches!(compare("<iq/>"), Ok(Some(_))));
        assert!(matches!(
            compare("<iq><stream:error/></iq>"),
            Err(Unreadable::Right(_))
        ));
    }

    #[test]
    fn refuses_what_is_not_one_element() {
        let element = Fragment::alone("<a/>");
        for text in [
            "",
            " ",
            "a",
            "<a/><a/>",
            "<a/>b",
            "b<a/>",
            "<a>",
            "</a>",
            "<a b='1' b='2'/>",
            "<p:a/>",
            "<a xmlns:p='n' xmlns:q='n' p:b='' q:b=''/>",
            "</end-of-text><end-of-text>",
        ] {
            let left = difference(Fragment::alone(text), element);
            assert!(matches!(left, Err(Unreadable::Left(_))), "{text:?}");
            let right = difference(element, Fragment::alone(text));
            assert!(matches!(right, Err(Unreadable::Right(_))), "{text:?}");
        }
    }

    #[test]
    fn needs_no_stack_for_nested_elements() {
        let depth = 100_000;
        let nested = move |leaf: &str| "<a>".repeat(depth) + leaf + &"</a>".repeat(depth);
        let found = std::thread::Builder::new()
            .stack_size(256 << 10)
            .spawn(move || {
                assert_eq!(compare(&nested("<b/>"), &nested("<b></b>")), None);
                compare(&nested("<b/>"), &nested("<b c=''/>"))
            })
            .expect("a thread can be started")
            .join()
            .expect("the stack is large enough");
        let path = found.map(|difference| difference.path.len());
        assert_eq!(path, Some(2 * depth + "/b/@c".len()));
    }
}
