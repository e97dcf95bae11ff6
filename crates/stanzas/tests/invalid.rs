//! What invalid parts cost where they are kept, over the registry: an invalid child its place and no more, unless its
//! field is strict; what is invalid in a strict field never reads like nothing.

extern crate alloc;

use alloc::collections::BTreeSet;
use core::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use xmpp_stanzas::xml::registry::{Entry, Place};
use xmpp_stanzas::xml::{
    AttributeField, ChildContent, ChildField, Content, Description, Error, Invalid, Node, Occurs,
    Options, RawElement, TextForm, first_element,
};
use xmpp_stanzas::{forms, lookup, registry};

/// All elements of all good vectors, nested ones too, each once.
fn elements() -> BTreeSet<String> {
    let testdata = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata");
    let mut folders: Vec<PathBuf> = fs::read_dir(testdata)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.retain(|path| {
        path.is_dir()
            && !["hostile", "regressions", "xeps"]
                .iter()
                .any(|no| path.ends_with(no))
    });
    let mut elements = BTreeSet::new();
    for file in folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
    {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|e| e == "xml") {
            let text = fs::read_to_string(path).unwrap();
            let mut rest = text.as_str();
            while let Ok((element, length)) = first_element(rest, &Options::file()) {
                add(element.node(), &mut elements);
                rest = &rest[length..];
            }
        }
    }
    elements
}

fn add(node: Node<'_>, elements: &mut BTreeSet<String>) {
    let mut text = String::new();
    write(node, &Change::None, &mut text);
    elements.insert(text);
    for child in node.children() {
        add(child, elements);
    }
}

/// What is done to an element, or to one of its children.
enum Change<'c> {
    None,
    /// Without this attribute.
    Drop(&'c AttributeField),
    /// With this value of the attribute.
    Set(&'c AttributeField, &'c str),
    /// With this text for its content.
    Text(&'c str),
    /// The child of this index is changed.
    Child(usize, &'c Self),
    /// The child of this index stands twice.
    Twice(usize),
}

/// The element as text, each name with its own declaration, and changed.
fn write(node: Node<'_>, change: &Change<'_>, out: &mut String) {
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('\'', "&apos;")
            .replace('\r', "&#13;")
            .replace('\n', "&#10;")
            .replace('\t', "&#9;")
    };
    let (name, namespace) = (node.name(), escaped(node.namespace()));
    write!(out, "<{name} xmlns='{namespace}'").unwrap();
    for (at, attribute) in node.attributes().enumerate() {
        let is = |field: &AttributeField| {
            field.name == attribute.name && field.namespace == &*attribute.namespace
        };
        let value = match change {
            Change::Drop(field) if is(field) => continue,
            Change::Set(field, value) if is(field) => value,
            _ => &*attribute.value,
        };
        let name = attribute.name;
        match attribute.namespace {
            "" => write!(out, " {name}='{}'", escaped(value)),
            "http://www.w3.org/XML/1998/namespace" => {
                write!(out, " xml:{name}='{}'", escaped(value))
            }
            namespace => write!(
                out,
                " xmlns:n{at}='{}' n{at}:{name}='{}'",
                escaped(namespace),
                escaped(value)
            ),
        }
        .unwrap();
    }
    out.push('>');
    if let Change::Text(text) = change {
        out.push_str(&escaped(text));
    } else {
        let mut at = 0;
        for content in node.content() {
            match content {
                Content::Text(text) => out.push_str(&escaped(&text)),
                Content::Element(child) => {
                    match change {
                        Change::Child(index, change) if *index == at => write(child, change, out),
                        Change::Twice(index) if *index == at => {
                            write(child, &Change::None, out);
                            write(child, &Change::None, out);
                        }
                        _ => write(child, &Change::None, out),
                    }
                    at += 1;
                }
            }
        }
    }
    write!(out, "</{name}>").unwrap();
}

fn changed(node: Node<'_>, change: &Change<'_>) -> RawElement {
    let mut text = String::new();
    write(node, change, &mut text);
    text.parse().unwrap()
}

/// Reads an element as a type, with invalid values kept, and says what was wrong; what is read must come back.
fn keep(entry: &Entry, element: &RawElement) -> Result<Vec<Error>, Error> {
    let options = Options::new().invalid(Invalid::Keep);
    let trip = entry.round_trip(element, &options)?;
    let written: RawElement = trip.xml.parse().unwrap();
    assert_eq!(
        written.canonical(),
        element.canonical(),
        "{}",
        entry.type_name()
    );
    Ok(trip.report.problems)
}

/// The element types that a field takes.
fn types(field: &ChildField) -> Vec<&'static Description> {
    let ChildContent::Element(description) = field.content else {
        return Vec::new();
    };
    let mut types = vec![description()];
    let mut at = 0;
    while let Some(description) = types.get(at) {
        let choices = description.choices.iter();
        types.extend(choices.map(|choice| (choice.description)()));
        at += 1;
    }
    types
}

/// The field of a type that takes the children of an entry.
fn field(parent: &Entry, child: &Entry) -> Option<&'static ChildField> {
    let names = format!("{:?}", child.description().names);
    parent.description().children.iter().find(|field| {
        types(field).iter().any(|description| {
            description.type_name == child.description().type_name
                && format!("{:?}", description.names) == names
        })
    })
}

/// A text that is not of the form, if there is one that most forms would not take.
fn invalid(form: &TextForm) -> Option<&'static str> {
    ["?!", "@@", ""]
        .into_iter()
        .find(|text| !form.accepts(text))
}

#[test]
fn a_child_without_what_it_needs_costs_its_place_and_no_more() {
    let (mut tried, mut strict, mut fields) = (0, 0, BTreeSet::new());
    for text in elements() {
        let element: RawElement = text.parse().unwrap();
        let node = element.node();
        for parent in registry().filter(|entry| entry.matches(&node)) {
            let Ok(before) = keep(parent, &element) else {
                continue;
            };
            for (index, child) in node.children().enumerate() {
                for entry in registry().filter(|entry| entry.matches(&child)) {
                    let Some(field) = field(parent, entry) else {
                        continue;
                    };
                    for attribute in entry.description().attributes {
                        let is_there = child
                            .attribute_in(attribute.namespace, attribute.name)
                            .is_some();
                        if attribute.occurs != Occurs::Once || !is_there {
                            continue;
                        }
                        let change = Change::Drop(attribute);
                        let without = changed(node, &Change::Child(index, &change));
                        let found = keep(parent, &without);
                        let what = format!("{} in {without}", attribute.name);
                        if field.strict || field.occurs == Occurs::Once {
                            assert!(found.is_err(), "{what}");
                            strict += 1;
                            continue;
                        }
                        let problems = found.unwrap_or_else(|error| panic!("{error}: {what}"));
                        assert!(problems.len() > before.len(), "{what}");
                        let path = format!("/{}/{}", node.name(), child.name());
                        assert!(
                            problems.iter().any(|p| p.path().starts_with(&path)),
                            "{what}: {problems:?}"
                        );
                        tried += 1;
                        fields.insert((parent.type_name(), field.field, attribute.name));
                    }
                }
            }
        }
    }
    let found = (tried, strict, fields.len());
    assert!(
        tried > 350 && strict > 100 && fields.len() > 40,
        "{found:?}"
    );
}

#[test]
fn what_is_invalid_in_a_strict_field_is_never_read_as_nothing() {
    let mut tried = BTreeSet::new();
    for text in elements() {
        let element: RawElement = text.parse().unwrap();
        let node = element.node();
        for entry in registry().filter(|entry| entry.matches(&node)) {
            if keep(entry, &element).is_err() {
                continue;
            }
            let mut refuses = |name: &'static str, change: &Change<'_>| {
                let element = changed(node, change);
                assert!(keep(entry, &element).is_err(), "{name} in {element}");
                tried.insert((entry.type_name(), name));
            };
            let description = entry.description();
            for attribute in description.attributes.iter().filter(|a| a.strict) {
                let there = node.attribute_in(attribute.namespace, attribute.name);
                if let (Some(_), Some(text)) = (there, invalid(&attribute.form)) {
                    refuses(attribute.field, &Change::Set(attribute, text));
                }
            }
            let field = description.text.as_ref().filter(|text| text.strict);
            if let Some(field) = field.filter(|_| node.children().next().is_none()) {
                if let Some(text) = invalid(&field.form) {
                    refuses(field.field, &Change::Text(text));
                }
            }
            for field in description.children.iter().filter(|c| c.strict) {
                let mut names = BTreeSet::new();
                field.names.each(&mut |namespace, name| {
                    names.insert((namespace, name));
                });
                for (index, child) in node.children().enumerate() {
                    if !names.iter().any(|(ns, name)| child.is(ns, name)) {
                        continue;
                    }
                    if field.occurs != Occurs::Many {
                        refuses(field.field, &Change::Twice(index));
                    }
                    let text = match &field.content {
                        ChildContent::Text(form) => invalid(form),
                        _ => None,
                    };
                    if let Some(text) = text {
                        refuses(field.field, &Change::Child(index, &Change::Text(text)));
                    }
                }
            }
        }
    }
    assert!(tried.len() > 40, "{tried:?}");
}

#[test]
fn a_strict_field_has_something_that_can_be_invalid() {
    for entry in registry() {
        let description = entry.description();
        for attribute in description.attributes.iter().filter(|a| a.strict) {
            assert!(
                invalid(&attribute.form).is_some(),
                "{}::{} takes any text",
                entry.type_name(),
                attribute.field
            );
        }
    }
    let strict = forms()
        .flat_map(|form| form.fields)
        .filter(|field| field.strict);
    assert!(strict.count() > 50);
}

/// Where a root of the wrong form is of a known type, it is refused as that type, with the place of the fault.
#[test]
fn a_refusal_says_what_is_wrong_and_where() {
    let contents = "<content name='video' senders='both'/>";
    let item = "<item jid=''/>";
    for (source, place, path) in [
        (
            format!(
                "<jingle xmlns='urn:xmpp:jingle:1' action='content-modify' sid='s'>{contents}</jingle>"
            ),
            Place::IqSet,
            "/jingle/content",
        ),
        (
            String::from(
                "<query xmlns='http://jabber.org/protocol/disco#info'><identity type='coucou'/></query>",
            ),
            Place::IqResult,
            "/query/identity",
        ),
        (
            format!("<query xmlns='jabber:iq:roster'>{item}</query>"),
            Place::IqResult,
            "/query/item/@jid",
        ),
    ] {
        let element: RawElement = source.parse().unwrap();
        let entries: Vec<_> = lookup(element.node(), place).collect();
        let [entry] = entries.as_slice() else {
            panic!("{source} may be several things");
        };
        let error = entry.round_trip(&element, &Options::new()).unwrap_err();
        assert_eq!(error.path(), path, "{source}");
        assert!(!error.is_wrong_element());
        // Where invalid values are kept, the rest is read, and this is listed.
        let problems = keep(entry, &element).unwrap();
        assert_eq!(problems, [error]);
    }
}
