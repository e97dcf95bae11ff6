//! Comparing and showing elements by the traits that the derive makes on request.

use xmpp_xml::{DateTime, Extra, OtherToken, RawElement, Secret, Xml, from_str};

const NS: &str = "urn:example:cellar";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Xml)]
enum Version {
    #[xml(token = "urn:example:cellar")]
    One,
    #[xml(token = "urn:example:cellar:2")]
    Two,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Kind {
    Red,
    #[xml(other)]
    Other(OtherToken),
}

#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
struct Cask {
    #[xml(child)]
    labels: Vec<Label>,
    #[xml(namespace)]
    version: Version,
    #[xml(name)]
    kind: Kind,
    #[xml(attribute)]
    litres: u32,
    #[xml(attribute)]
    filled: Option<DateTime>,
    #[xml(attribute, default)]
    sealed: bool,
    #[xml(child_text)]
    code: Option<Secret<String>>,
    #[xml(flag)]
    oak: bool,
    #[xml(text)]
    note: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "label", derive(Debug, PartialEq))]
struct Label {
    #[xml(attribute)]
    weight: Option<u8>,
    #[xml(child)]
    picture: Option<RawElement>,
    #[xml(extra)]
    rest: Extra,
}

impl Eq for Label {}

fn cask(source: &str) -> Cask {
    from_str(source).unwrap_or_else(|error| panic!("{source}: {error}"))
}

#[test]
fn debug_leaves_out_what_there_is_not() {
    let cask = cask("<red xmlns='urn:example:cellar' litres='9'/>");
    assert_eq!(
        format!("{cask:?}"),
        "Cask { version: One, kind: Red, litres: 9, sealed: false, labels: [], oak: false }"
    );
}

#[test]
fn debug_shows_every_field_that_there_is() {
    let cask = cask(
        "<red xmlns='urn:example:cellar' litres='9' filled='2026-01-02T03:04:05Z' sealed='true' lid='wood'>mild\
         <label weight='3'/><code>1234</code><oak/><worm xmlns=''/></red>",
    );
    let shown = format!("{cask:?}");
    assert_eq!(
        shown,
        "Cask { version: One, kind: Red, litres: 9, filled: Some(2026-01-02T03:04:05Z), sealed: true, \
         note: Some(\"mild\"), labels: [Label { weight: Some(3) }], code: Some(Secret(…)), oak: true, \
         extra: [lid=\"wood\", <worm xmlns=''/>] }"
    );
}

#[test]
fn debug_does_not_show_a_spelling_that_is_remembered() {
    let cask = cask("<red xmlns='urn:example:cellar' litres='+9' sealed='0'/>");
    assert!(!format!("{cask:?}").contains("extra"), "{cask:?}");
    assert!(format!("{cask:#?}").starts_with("Cask {\n    version: One,\n"));
}

#[test]
fn each_field_counts_when_elements_are_compared() {
    let same = [
        "<red xmlns='urn:example:cellar' litres='9'/>",
        "<red xmlns='urn:example:cellar' litres='09' sealed='false'/>",
    ];
    let others = [
        "<red xmlns='urn:example:cellar:2' litres='9'/>",
        "<white xmlns='urn:example:cellar' litres='9'/>",
        "<red xmlns='urn:example:cellar' litres='8'/>",
        "<red xmlns='urn:example:cellar' litres='9' filled='2026-01-02T03:04:05Z'/>",
        "<red xmlns='urn:example:cellar' litres='9' sealed='true'/>",
        "<red xmlns='urn:example:cellar' litres='9'>mild</red>",
        "<red xmlns='urn:example:cellar' litres='9'><label/></red>",
        "<red xmlns='urn:example:cellar' litres='9'><label weight='1'/></red>",
        "<red xmlns='urn:example:cellar' litres='9'><label><p xmlns='urn:example:p'/></label></red>",
        "<red xmlns='urn:example:cellar' litres='9'><code>1</code></red>",
        "<red xmlns='urn:example:cellar' litres='9'><code>2</code></red>",
        "<red xmlns='urn:example:cellar' litres='9'><oak/></red>",
        "<red xmlns='urn:example:cellar' litres='9' lid='wood'/>",
        "<red xmlns='urn:example:cellar' litres='9'><worm xmlns=''/></red>",
    ];
    assert!(cask(same[0]) == cask(same[1]));
    let all: Vec<_> = others.iter().chain(&same[..1]).map(|s| cask(s)).collect();
    for (i, one) in all.iter().enumerate() {
        for (j, other) in all.iter().enumerate() {
            assert_eq!(one == other, i == j, "{one:?} and {other:?}");
        }
        assert!(*one == one.clone());
    }
}
