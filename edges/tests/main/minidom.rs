//! To the trees of minidom and back.

use std::thread;

use minidom::{Element as Tree, Node};
use rxml::{Namespace, NcName};
use xmpp_stanzas::core_stanzas::Stanza;
use xmpp_stanzas::registry;
use xmpp_xml::edges::minidom::{from_element, to_element};
use xmpp_xml::{Error, ErrorKind, Extra, Limit, Options, RawElement, Xml};

use crate::corpus::{Specimen, examples, vectors};

fn read(text: &str) -> RawElement {
    text.parse()
        .unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What minidom writes down for a tree.
fn written(tree: &Tree) -> RawElement {
    read(&String::from(tree))
}

/// Takes each to a tree and back, as it stands and in every type that has its name; tells how many types it was.
fn travel(specimens: &[Specimen]) -> usize {
    let mut typed = 0;
    for Specimen { source, element } in specimens {
        let tree = Tree::try_from(element).unwrap_or_else(|error| panic!("{source}: {error}"));
        let back = RawElement::try_from(&tree);
        let back = back.unwrap_or_else(|error| panic!("{source}: {error}"));
        assert_eq!(&back, element, "{source}");
        assert_eq!(&written(&tree), element, "{source}, as minidom writes it");
        for entry in registry().filter(|entry| entry.matches(&element.node())) {
            let Ok(expected) = entry.round_trip(element, &Options::new()) else {
                continue;
            };
            let trip = entry.round_trip(&back, &Options::new());
            let trip = trip.unwrap_or_else(|error| panic!("{source}: {error}"));
            let tree = Tree::try_from(&read(&trip.xml)).expect("it has gone there before");
            assert_eq!(from_element(&tree), Ok(read(&expected.xml)), "{source}");
            typed += 1;
        }
    }
    typed
}

#[test]
fn everything_goes_through_a_tree_as_it_stands_and_in_its_types() {
    let vectors = vectors();
    let typed = travel(&vectors);
    assert!(typed >= vectors.len(), "{typed}");
    // Many of these are none of our types.
    let examples = examples();
    let typed = travel(&examples);
    assert!(typed >= examples.len() / 3, "{typed}");
}

#[test]
fn the_trees_that_minidom_reads_have_what_we_read() {
    const NO_NAMESPACE: &str = "the XML element is missing a namespace";
    // What its reader refuses. A tree that is made here can have all of it.
    let mut refused = [
        ("traps/no-namespace.xml, root 3", NO_NAMESPACE),
        ("traps/no-namespace.xml, root 10", NO_NAMESPACE),
        ("traps/payload-prefixes.xml, root 9", NO_NAMESPACE),
        (
            // What it means is the carriage return before it, which is white space.
            "traps/raw-bytes.xml, root 2",
            "XML error: invalid codepoint U+63 in attribute value",
        ),
        ("traps/unknown-children.xml, root 23", NO_NAMESPACE),
    ]
    .into_iter();
    for Specimen { source, element } in vectors().into_iter().chain(examples()) {
        match element.to_string().parse::<Tree>() {
            Ok(tree) => assert_eq!(RawElement::try_from(&tree), Ok(element), "{source}"),
            Err(error) => {
                let error = error.to_string();
                assert_eq!(Some((&*source, &*error)), refused.next(), "{element}");
            }
        }
    }
    assert_eq!(refused.next(), None);
}

#[test]
fn a_type_is_read_out_of_a_tree_and_made_into_one() -> Result<(), Error> {
    let to = NcName::try_from("to").expect("a name");
    let tree = Tree::builder("presence", "jabber:client")
        .attr(to, "room@chat.example/\u{1F980}")
        .append(Tree::builder("priority", "jabber:client").append("+07"))
        .append(Tree::builder("x", "urn:example:x").append(" \r\n "))
        .build();
    let stanza = Stanza::try_from(&tree)?;
    assert_eq!(stanza, from_element(&tree)?);
    let Stanza::Presence(presence) = &stanza else {
        panic!("{stanza:?}");
    };
    assert_eq!(presence.priority, Some(7));
    assert_eq!(Tree::try_from(&stanza)?, tree);
    assert_eq!(to_element(&stanza)?, tree);
    Ok(())
}

/// A type of this test's own.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:boat", name = "boat")]
struct Boat {
    #[xml(attribute)]
    masts: u8,
    #[xml(child_text = "name")]
    name: String,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn what_is_wrong_with_a_tree_is_told_with_its_place() {
    let boat = |masts: &str| Tree::builder("boat", "urn:example:boat").attr(name("masts"), masts);
    let name_of = |text: &str| Tree::builder("name", "urn:example:boat").append(text);
    for (tree, path) in [
        (boat("two").append(name_of("Ida")), "/boat/@masts"),
        (
            boat("2").append(name_of("Ida")).append(name_of("Eva")),
            "/boat/name[2]",
        ),
        (boat("2"), "/boat"),
    ] {
        let error = Boat::try_from(&tree.build()).expect_err(path);
        assert_eq!(error.path(), path);
    }
    let error = Boat::try_from(&Tree::bare("ship", "urn:example:boat")).expect_err("no boat");
    assert!(error.is_wrong_element());
}

fn name(text: &str) -> NcName {
    NcName::try_from(text).expect("a name")
}

#[test]
fn declarations_on_which_minidom_panics_do_no_harm() {
    for text in [
        "<p:a xmlns:p='urn:p'><p:b xmlns:p='urn:q'><p:c xmlns:p='urn:r' p:d='1'/></p:b></p:a>",
        "<a xmlns='urn:a' xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='en'/>",
        "<a xmlns='urn:a' xmlns:b='urn:b' b:c='1'><b:d xmlns:b='urn:c' b:c='2'/></a>",
        "<a xmlns='&amp;amp;'><b xmlns='&amp;'/><b xmlns:p='&amp;amp;' p:c='&apos;'/></a>",
        "<xml:a xmlns='urn:a'><b xml:c='&lt;&#9;&#10;&#13;'/><xml:b/>&#13;]]&gt;</xml:a>",
    ] {
        let element = read(text);
        let tree = Tree::try_from(&element).expect(text);
        assert_eq!(RawElement::try_from(&tree).as_ref(), Ok(&element), "{text}");
        assert_eq!(written(&tree), element, "{text}");
    }
    // As minidom reads it, with the declarations kept beside the names.
    let text = "<p:a xmlns:p='urn:p'><p:b xmlns:p='urn:q'/></p:a>";
    let tree: Tree = text.parse().expect("minidom reads it");
    assert!(!tree.prefixes.declared_prefixes().is_empty());
    assert_eq!(RawElement::try_from(&tree), Ok(read(text)));
}

#[test]
fn what_is_no_xml_is_an_error() {
    let tree = || Tree::builder("a", "urn:a");
    let attribute = |namespace, name| {
        let mut tree = tree().build();
        tree.attrs_mut().insert(namespace, name, "urn:b".to_owned());
        tree
    };
    let character = |character| ErrorKind::UnwritableCharacter { character };
    let no_name = |name: &str| ErrorKind::UnwritableName { name: name.into() };
    for (tree, kind, path) in [
        (tree().append("\0").build(), character('\0'), "/a"),
        (
            tree().append("\u{FFFE}").build(),
            character('\u{FFFE}'),
            "/a",
        ),
        (Tree::bare("a", "urn:\u{1B}"), character('\u{1B}'), "/a"),
        (Tree::bare("", "urn:a"), no_name(""), ""),
        (Tree::bare("a b='c'", "urn:a"), no_name("a b='c'"), ""),
        (
            tree().append(Tree::bare("b:c", "urn:a")).build(),
            no_name("b:c"),
            "/a",
        ),
        (
            tree().append(Tree::bare("b/><c", "")).build(),
            no_name("b/><c"),
            "/a",
        ),
        (
            attribute(Namespace::NONE, name("xmlns")),
            no_name("xmlns"),
            "/a",
        ),
        (
            attribute(Namespace::XMLNS, name("b")),
            ErrorKind::ReservedPrefix,
            "/a",
        ),
        (
            Tree::bare("a", "http://www.w3.org/2000/xmlns/"),
            ErrorKind::ReservedPrefix,
            "/a",
        ),
    ] {
        let error = RawElement::try_from(&tree).expect_err(path);
        assert_eq!((error.kind(), error.path()), (&kind, path), "{tree:?}");
    }
    let boat = Boat {
        masts: 2,
        name: "\u{8}".to_owned(),
        extra: Extra::new(),
    };
    let error = Tree::try_from(&boat).expect_err("a backspace");
    assert_eq!(error.kind(), &character('\u{8}'));
}

#[test]
fn a_name_that_minidom_does_not_know_is_an_error() {
    for (text, name, path) in [
        ("<a><\u{FDF0}/></a>", "\u{FDF0}", "/a/\u{FDF0}"),
        ("<a b\u{FFFD}='1'/>", "b\u{FFFD}", "/a"),
    ] {
        let error = Tree::try_from(&read(text)).expect_err(text);
        let kind = ErrorKind::UnwritableName { name: name.into() };
        assert_eq!((error.kind(), error.path()), (&kind, path));
    }
}

/// As many elements inside of each other.
fn nested(depth: usize) -> Tree {
    let mut tree = Tree::bare("a", "urn:a");
    for _ in 1..depth {
        let child = Node::Element(tree);
        tree = Tree::builder("a", "urn:a").append(child).build();
    }
    tree
}

#[test]
fn depth_costs_an_error_and_no_stack() {
    const MAX: usize = 256;
    let kind = ErrorKind::LimitExceeded {
        limit: Limit::Depth,
        max: MAX,
    };
    let test = || {
        let deepest = nested(MAX);
        let element = RawElement::try_from(&deepest).expect("as deep as may be");
        assert_eq!(Tree::try_from(&element).as_ref(), Ok(&deepest));
    };
    let thread = thread::Builder::new().stack_size(256 << 10).spawn(test);
    thread.expect("a thread").join().expect("no overflow");

    // It takes some stack to drop this.
    let error = RawElement::try_from(&nested(4000)).expect_err("too deep");
    assert_eq!(error.kind(), &kind);
    let text = format!("{}{}", "<a>".repeat(MAX + 1), "</a>".repeat(MAX + 1));
    let mut options = Options::new();
    options.limits.depth = MAX + 1;
    let element = RawElement::read_with(text.as_bytes(), &options).expect("the limit was raised");
    let error = Tree::try_from(&element).expect_err("too deep");
    assert_eq!(error.kind(), &kind);
}
