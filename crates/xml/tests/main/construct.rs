//! What the derive makes to make values with.

use xmpp_xml::{Extra, Xml, from_str, to_string};

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:c", name = "note", new = "A note to somebody.", with)]
struct Note {
    #[xml(attribute)]
    lang: Option<String>,
    #[xml(attribute)]
    to: String,
    #[xml(attribute, default)]
    urgent: bool,
    #[xml(child)]
    parts: Vec<Part>,
    #[xml(child_text = "more")]
    more: Vec<String>,
    #[xml(child_text)]
    first: u8,
    #[xml(flag)]
    is_secret: bool,
    #[xml(text)]
    r#type: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, Xml)]
#[xml(namespace = "urn:c", name = "part", new, with)]
struct Part {
    #[xml(attribute)]
    id: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:c", new)]
struct Named {
    #[xml(name)]
    kind: Kind,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Copy, Debug, PartialEq, Xml)]
enum Kind {
    A,
    B,
}

#[test]
fn makes_a_value_of_what_is_required() {
    let note = Note::new("a", 1);
    assert_eq!(
        to_string(&note).unwrap(),
        "<note xmlns='urn:c' to='a'><first>1</first></note>"
    );
    assert_eq!(Part::new(), Part::default());
    let named = Named::new(Kind::B);
    assert_eq!(to_string(&named).unwrap(), "<b xmlns='urn:c'/>");
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:c", name = "list")]
#[xml(new = "These, at that node.", parameters = [parts, node, id])]
struct List {
    #[xml(attribute)]
    id: u8,
    #[xml(attribute)]
    node: Option<String>,
    #[xml(attribute)]
    other: Option<String>,
    #[xml(child)]
    parts: Vec<Part>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(name = "step", new = "A step in the current version.", with)]
struct Step {
    #[xml(namespace, default)]
    version: Version,
    #[xml(attribute)]
    number: u8,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Xml)]
enum Version {
    #[xml(token = "urn:c:0")]
    Zero,
    #[default]
    #[xml(token = "urn:c:1")]
    One,
}

#[test]
fn takes_the_default_namespace_where_that_is_said() {
    let step = Step::new(7);
    assert_eq!(
        to_string(&step).unwrap(),
        "<step xmlns='urn:c:1' number='7'/>"
    );
    let step = step.with_version(Version::Zero);
    let text = "<step xmlns='urn:c:0' number='7'/>";
    assert_eq!(to_string(&step).unwrap(), text);
    assert_eq!(from_str::<Step>(text).unwrap(), step);
    assert!(from_str::<Step>("<step xmlns='urn:c:2' number='7'/>").is_err());
}

#[test]
fn takes_the_parameters_that_are_named() {
    let list = List::new([Part::new()], "n", 7);
    assert_eq!(list, List::new(vec![Part::new()], String::from("n"), 7));
    assert_eq!(
        to_string(&list).unwrap(),
        "<list xmlns='urn:c' id='7' node='n'><part/></list>"
    );
}

#[test]
fn takes_a_text_in_every_form() {
    let text = String::from("a");
    let all = [
        Note::new("a", 1),
        Note::new(&text, 1),
        Note::new('a', 1),
        Note::new(text.clone(), 1),
    ];
    assert!(all.iter().all(|note| note.to == text));
    let notes: Vec<_> = ["a", "b"].map(|to| Note::new(to, 1)).into();
    assert_eq!(notes[1].to, "b");
}

#[test]
fn sets_what_is_not_required_one_by_one() {
    let note = Note::new("a", 1)
        .with_lang("en")
        .with_urgent(true)
        .with_secret(true)
        .with_type(7)
        .with_more(["x".to_owned()])
        .with_more(["y".to_owned()])
        .with_parts([Part::new().with_id(1)]);
    assert_eq!(note.lang.as_deref(), Some("en"));
    assert_eq!(note.more, ["x", "y"]);
    assert!(note.urgent && note.is_secret);
    assert_eq!((note.r#type, note.parts[0].id), (Some(7), Some(1)));
}
