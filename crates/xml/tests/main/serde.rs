//! Elements in JSON and back.

use core::fmt::Debug;

use proptest::prelude::*;
use serde_json::{Value, json};
use xmpp_xml::edges::json::Schema;
use xmpp_xml::registry::{Entry, Place};
use xmpp_xml::{
    Base64, DateTime, Element, Extra, Hex, Invalid, LanguageTag, Options, OtherToken, RawElement,
    Report, Xml, from_str, to_string,
};

const NS: &str = "urn:example:ship";
const OTHER: &str = "urn:example:boat";

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "ship")]
struct Ship {
    #[xml(attribute)]
    name: Option<String>,
    #[xml(attribute = "type")]
    kind: Option<Kind>,
    #[xml(attribute)]
    masts: Option<u64>,
    #[xml(attribute, default)]
    afloat: bool,
    #[xml(lang)]
    lang: Option<LanguageTag>,
    #[xml(child)]
    captain: Option<Sailor>,
    #[xml(child)]
    crew: Vec<Hand>,
    #[xml(child_text = "port")]
    ports: Vec<String>,
    #[xml(child_text = "draught")]
    draught: Option<i16>,
    #[xml(flag = "armed")]
    is_armed: bool,
    #[xml(child)]
    course: Option<Course>,
    #[xml(child)]
    cargo: Vec<Goods>,
    #[xml(child)]
    tow: Option<Box<Self>>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "captain")]
struct Sailor {
    #[xml(attribute)]
    since: Option<DateTime>,
    #[xml(text)]
    name: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "hand")]
struct Hand {
    #[xml(attribute)]
    number: u8,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Goods {
    Tea(Tea),
    Letter(Letter),
    Other(RawElement),
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "tea")]
struct Tea {
    #[xml(text)]
    chests: u32,
    #[xml(child)]
    label: Option<Label>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "label")]
struct Label {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:post", name = "letter")]
struct Letter {
    #[xml(child)]
    content: Option<RawElement>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
struct Course {
    #[xml(namespace)]
    map: Map,
    #[xml(name)]
    direction: Direction,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Map {
    #[xml(token = "urn:example:map:1")]
    Old,
    #[xml(token = "urn:example:map:2")]
    New,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Direction {
    North,
    SouthWest,
    #[xml(other)]
    Other(OtherToken),
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Kind {
    Brig,
    #[xml(other)]
    Other(OtherToken),
}

/// Reads `source`, and that by way of JSON; gives the JSON. Nothing may be lost.
#[track_caller]
fn to_json<T>(source: &str) -> Value
where
    T: Element + PartialEq + Debug + serde_core::Serialize + serde_core::de::DeserializeOwned,
{
    let mut report = Report::default();
    let keep = Options::new().invalid(Invalid::Keep);
    let value: T = xmpp_xml::read_with(source.as_bytes(), &keep, &mut report).expect(source);
    let text = serde_json::to_string(&value).expect(source);
    let again: T = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e} in {text}"));
    assert_eq!(again, value, "{text}");
    let raw: RawElement = source.parse().expect(source);
    let written: RawElement = to_string(&again).expect(source).parse().expect(source);
    assert_eq!(raw.canonical(), written.canonical(), "{text}");
    // A tree holds just the same, and may be read from as well.
    let tree = serde_json::to_value(&value).expect(source);
    assert_eq!(tree, serde_json::from_str::<Value>(&text).expect(source));
    assert_eq!(T::deserialize(&tree).expect(source), value);
    assert_fits(&tree, &schema::<T>());
    tree
}

fn schema<T: Element>() -> Value {
    serde_json::to_value(Schema::of::<T>()).expect("a schema is JSON")
}

/// `<ship>` with these attributes and this content.
fn ship(rest: &str) -> String {
    format!("<ship xmlns='{NS}'{rest}</ship>")
}

#[track_caller]
fn refused(json: Value) -> String {
    let error = serde_json::from_value::<Ship>(json).expect_err("is not a ship");
    error.to_string()
}

#[test]
fn names_every_kind_of_field_readably() {
    let source = ship(
        " name='Ark' type='brig' masts='3' afloat='true' xml:lang='en'>\
         <captain since='1700-01-01T00:00:00Z'>Noah</captain><hand number='1'/><hand number='2'/>\
         <port>Ararat</port><draught>-4</draught><armed/><south-west xmlns='urn:example:map:2'/>\
         <tea>7</tea><letter xmlns='urn:example:post'><x xmlns='urn:x'>a</x></letter>\
         <rum xmlns='urn:x'/><ship/>",
    );
    assert_eq!(
        to_json::<Ship>(&source),
        json!({
            "name": "Ark",
            "kind": "brig",
            "masts": 3,
            "afloat": true,
            "lang": "en",
            "captain": {"since": "1700-01-01T00:00:00Z", "name": "Noah"},
            "crew": [{"number": 1}, {"number": 2}],
            "ports": ["Ararat"],
            "draught": -4,
            "is_armed": true,
            "cargo": [
                {"Tea": {"chests": 7}},
                {"Letter": {"content": "<x xmlns='urn:x'>a</x>"}},
                {"Other": "<rum xmlns='urn:x'/>"},
            ],
            "tow": {},
            "course": {"direction": "south-west", "map": "urn:example:map:2"},
        })
    );
}

#[test]
fn keys_stand_in_the_order_of_the_fields() {
    let value: Ship = from_str(&ship(" masts='1' name='A'><armed/>")).expect("a ship");
    let json = serde_json::to_string(&value).expect("JSON");
    let expected = r#"{"name":"A","masts":1,"is_armed":true}"#;
    assert_eq!(json, expected);
}

#[test]
fn tells_absent_from_empty_and_default() {
    assert_eq!(to_json::<Ship>(&ship(">")), json!({}));
    assert_eq!(to_json::<Ship>(&ship(" name=''>")), json!({"name": ""}));
    assert_eq!(
        to_json::<Ship>(&ship(" afloat='false'>")),
        json!({"afloat": false})
    );
    assert_eq!(
        to_json::<Ship>(&ship("><captain/>")),
        json!({"captain": {}})
    );
    assert_eq!(to_json::<Ship>(&ship("><port/>")), json!({"ports": [""]}));
}

#[test]
fn keeps_the_spelling_of_numbers_and_booleans() {
    for (masts, expected) in [
        ("0", json!(0)),
        ("9007199254740991", json!(9_007_199_254_740_991_u64)),
        ("9007199254740992", json!("9007199254740992")),
        ("18446744073709551615", json!("18446744073709551615")),
        ("+3", json!("+3")),
        ("03", json!("03")),
        ("-0", json!("-0")),
        (" 3", json!(" 3")),
    ] {
        let json = to_json::<Ship>(&ship(&format!(" masts='{masts}'>")));
        assert_eq!(json, json!({"masts": expected}));
    }
    for (afloat, expected) in [("1", json!("1")), (" true ", json!(" true "))] {
        let json = to_json::<Ship>(&ship(&format!(" afloat='{afloat}'>")));
        assert_eq!(json, json!({"afloat": expected}));
    }
    // A text that looks like a number is a text.
    assert_eq!(to_json::<Ship>(&ship(" name='7'>")), json!({"name": "7"}));
    assert_eq!(
        to_json::<Ship>(&ship("><port>true</port>")),
        json!({"ports": ["true"]})
    );
}

#[test]
fn keeps_tokens_as_they_are_spelt() {
    for kind in ["brig", "frigate", " brig ", ""] {
        let json = to_json::<Ship>(&ship(&format!(" type='{kind}'>")));
        assert_eq!(json, json!({"kind": kind}));
    }
}

#[test]
fn keeps_what_the_type_does_not_name() {
    let source = ship(
        " flag='red' p:flag='blue' q:flag='&#9;' xmlns:p='urn:p' xmlns:q=\"urn:q'}\" xml:space='preserve'>\
         <port>A</port><cat/><dog xmlns=''/>",
    );
    assert_eq!(
        to_json::<Ship>(&source),
        json!({
            "ports": ["A"],
            "cargo": [
                {"Other": "<cat/>"},
                {"Other": "<dog xmlns=''/>"},
            ],
            "$extra": {"attributes": {
                "flag": "red",
                "p:flag": "blue",
                "q:flag": "\t",
                "xml:space": "preserve",
            }, "declarations": {"p": "urn:p", "q": "urn:q'}"}},
        })
    );
    assert_eq!(
        to_json::<Ship>(&ship(">text<hand number='1'><cat/><dog xmlns=''/></hand>")),
        json!({
            "crew": [{
                "number": 1,
                "$extra": {"content": ["<cat/>", "<dog xmlns=''/>"]},
            }],
            "$extra": {"content": [{"$text": "text"}, "crew"]},
        })
    );
}

#[test]
fn lists_the_content_where_the_order_is_not_canonical() {
    let source = ship(
        "><port>A</port><port>B</port><hand number='1'/><port>C</port><captain/><!---->"
            .replace("<!---->", "")
            .as_str(),
    );
    assert_eq!(
        to_json::<Ship>(&source)["$extra"],
        json!({"content": [{"ports": 2}, "crew", "ports", "captain"]})
    );
}

#[test]
fn keeps_the_text_of_an_element_in_its_place() {
    for (content, expected) in [
        ("7", json!({"chests": 7})),
        ("7<label/>", json!({"chests": 7, "label": {}})),
        (
            "7<a/>",
            json!({"chests": 7, "$extra": {"content": ["<a/>"]}}),
        ),
        (
            "<label/>7",
            json!({"chests": 7, "label": {}, "$extra": {"content": ["label", "chests"]}}),
        ),
        (
            "1<label/>2",
            json!({
                "chests": 12,
                "label": {},
                "$extra": {"content": [{"$text": "1"}, "label", {"$text": "2"}]},
            }),
        ),
    ] {
        let json = to_json::<Tea>(&format!("<tea xmlns='{NS}'>{content}</tea>"));
        assert_eq!(json, expected);
    }
}

#[test]
fn keeps_what_stands_beside_a_plain_text_or_a_flag() {
    let source = ship(
        "><port>A</port><port xml:lang='en'>B</port><port>C<x/>D</port><draught a='1'>-4</draught>\
         <armed> </armed>",
    );
    assert_eq!(
        to_json::<Ship>(&source),
        json!({
            "ports": [
                "A",
                {
                    "$text": "B",
                    "$extra": {"attributes": {"xml:lang": "en"}},
                },
                {
                    "$text": "CD",
                    "$extra": {
                        "content": [{"$text": "C"}, "<x/>", {"$text": "D"}],
                    },
                },
            ],
            "draught": {"$text": -4, "$extra": {"attributes": {"a": "1"}}},
            "is_armed": {"$extra": {"content": [{"$text": " "}]}},
        })
    );
}

#[test]
fn keeps_what_was_invalid_beside_the_fields() {
    let source = ship(
        " masts='many' afloat='no'><captain since='then'/><hand/><hand number='1'/><hand number='x'/>\
         <draught>deep</draught><tea>some</tea><captain/>",
    );
    assert_eq!(
        to_json::<Ship>(&source),
        json!({
            "captain": {"$extra": {"attributes": {"since": "then"}}},
            "crew": [{"number": 1}],
            "$extra": {
                "attributes": {"masts": "many", "afloat": "no"},
                "content": [
                    "captain",
                    "<hand/>",
                    "crew",
                    "<hand number='x'/>",
                    "<draught>deep</draught>",
                    "<tea>some</tea>",
                    "<captain/>",
                ],
            },
        })
    );
}

#[test]
fn changes_what_was_changed_in_json_and_no_more() {
    let source = ship(" flag='red'><port>A</port><cat xmlns='urn:x'/><hand number='1'/>text");
    let mut json = to_json::<Ship>(&source);
    json["ports"] = json!(["A", "B"]);
    json["crew"] = json!([]);
    json["captain"] = json!({"name": "Mary"});
    json["is_armed"] = json!(false);
    let changed: Ship = serde_json::from_value(json).expect("still a ship");
    assert_eq!(
        to_string(&changed).expect("writable"),
        ship(
            " flag='red'><captain>Mary</captain><port>A</port><port>B</port><cat xmlns='urn:x'/>text"
        )
    );
    let mut json = to_json::<Tea>(&format!("<tea xmlns='{NS}'>1<label/>2<a/></tea>"));
    json["chests"] = json!(5);
    let changed: Tea = serde_json::from_value(json).expect("still tea");
    let written = to_string(&changed).expect("writable");
    let expected = format!("<tea xmlns='{NS}'>5<label/><a/></tea>");
    assert_eq!(written, expected);
}

#[test]
fn reads_what_others_write() {
    let liberal = json!({
        "ports": [],
        "crew": [{"number": "+7"}, {"number": 8.0}],
        "afloat": "1",
        "is_armed": false,
        "$extra": {},
    });
    let value: Ship = serde_json::from_value(liberal).expect("a ship");
    assert_eq!(
        to_string(&value).expect("writable"),
        ship(" afloat='1'><hand number='+7'/><hand number='8'/>")
    );
}

#[test]
fn tells_where_json_is_wrong() {
    for (json, message) in [
        (json!(null), "an object was expected, not null"),
        (json!([]), "an object was expected, not an array"),
        (json!({"nam": "A"}), "unknown key `nam`"),
        (
            json!({"$extra": []}),
            "$extra: an object was expected, not an array",
        ),
        (
            json!({"$extra": {"attributes": []}}),
            "$extra.attributes: an object was expected, not an array",
        ),
        (
            json!({"$extra": {"declarations": "p"}}),
            "$extra.declarations: an object was expected, not a string",
        ),
        (
            json!({"$extra": {"content": {}}}),
            "$extra.content: an array was expected, not an object",
        ),
        (
            json!({"$extra": {"prefix": 1}}),
            "$extra.prefix: a string was expected, not a number",
        ),
        (
            json!({"$extra": {"other": {}}}),
            "$extra: unknown key `other`",
        ),
        (json!({"direction": "up"}), "unknown key `direction`"),
        (json!({"name": null}), "name: text was expected, not null"),
        (json!({"name": 5}), "name: text was expected, not a number"),
        (
            json!({"masts": true}),
            "masts: an integer from 0 to 18446744073709551615 was expected, not a boolean",
        ),
        (
            json!({"masts": -1}),
            "masts: `-1` is not an integer from 0 to 18446744073709551615",
        ),
        (
            json!({"masts": 1.5}),
            "masts: an integer from 0 to 18446744073709551615 was expected, not a number",
        ),
        (
            json!({"crew": {"number": 1}}),
            "crew: an array was expected, not an object",
        ),
        (
            json!({"crew": [{"number": 1}, {}]}),
            "crew[1]: `number` is missing",
        ),
        (
            json!({"crew": [{"number": 256}]}),
            "crew[0].number: `256` is not an integer from 0 to 255",
        ),
        (
            json!({"captain": [{}]}),
            "captain: an object was expected, not an array",
        ),
        (
            json!({"is_armed": "yes"}),
            "is_armed: a boolean or an object was expected, not a string",
        ),
        (
            json!({"cargo": [{"Rum": {}}]}),
            "cargo[0]: unknown key `Rum`",
        ),
        (
            json!({"cargo": [{"Tea": {"chests": 1}, "Letter": {}}]}),
            "cargo[0]: a choice is an object of one key",
        ),
        (
            json!({"cargo": [{"Tea": {}}]}),
            "cargo[0].Tea: `chests` is missing",
        ),
        (
            json!({"cargo": ["<rum/>"]}),
            "cargo[0]: a choice in an object was expected, not a string",
        ),
        (
            json!({"cargo": [{"Other": "<rum>"}]}),
            "cargo[0].Other: the input ends too early at /rum (byte 5)",
        ),
        (
            json!({"course": {"map": "urn:example:map:3", "direction": "up"}}),
            "course.map: `urn:example:map:3` is not one of `urn:example:map:1`, `urn:example:map:2`",
        ),
        (
            json!({"course": {"map": "urn:example:map:1"}}),
            "course: `direction` is missing",
        ),
        (
            json!({"course": {"map": "urn:example:map:1", "direction": "a b"}}),
            "course.direction: \"a b\" cannot be written as a name",
        ),
        (
            json!({"ports": ["\u{1}"]}),
            "ports[0]: XML cannot carry the character '\\u{1}'",
        ),
        (
            json!({"draught": "deep"}),
            "draught: `deep` is not an integer from -32768 to 32767",
        ),
        (
            json!({"draught": {"$text": "deep"}}),
            "draught.$text: `deep` is not an integer from -32768 to 32767",
        ),
        (
            json!({"ports": [{"$text": "A", "a": "1"}]}),
            "ports[0]: unknown key `a`",
        ),
        (json!({"$extra": {"a": 1}}), "$extra: unknown key `a`"),
        (
            json!({"$extra": {"attributes": {"a": 1}}}),
            "$extra.attributes.a: a string was expected, not a number",
        ),
        (
            json!({"$extra": {"attributes": {"a b": "1"}}}),
            "$extra.attributes.a b: \"a b\" cannot be written as a name",
        ),
        (
            json!({"$extra": {"content": ["crew", "sails"]}}),
            "$extra.content[1]: there is no field `sails` to list",
        ),
        (
            json!({"$extra": {"content": ["<a></b>"]}}),
            "$extra.content[0]: expected the end tag of `a` at /a (byte 3)",
        ),
    ] {
        assert_eq!(refused(json.clone()), message, "{json}");
    }
}

#[test]
fn refuses_what_is_there_twice() {
    for (json, message) in [
        (r#"{"name":"A","name":"A"}"#, "the key `name` is repeated"),
        (
            r#"{"is_armed":true,"is_armed":true}"#,
            "the key `is_armed` is repeated",
        ),
        (
            r#"{"$extra":{},"$extra":{}}"#,
            "the key `$extra` is repeated",
        ),
        (
            r#"{"$extra":{"content":[],"content":[]}}"#,
            "$extra: the key `content` is repeated",
        ),
        (
            r#"{"$extra":{"attributes":{"a":"1","a":"1"}}}"#,
            "$extra.attributes.a: the attribute is there already",
        ),
        (
            r#"{"$extra":{"declarations":{"p":"urn:x"},"attributes":{"p:a":"1","a":"1","p:a":"1"}}}"#,
            "$extra.attributes.p:a: the attribute is there already",
        ),
        (
            r#"{"name":"A","$extra":{"attributes":{"name":"B"}}}"#,
            "$extra.attributes.name: the attribute is there already",
        ),
    ] {
        let error = serde_json::from_str::<Ship>(json).expect_err(json);
        let error = error.to_string();
        let error = error.split(" at line").next().unwrap_or_default();
        assert_eq!(error, message, "{json}");
    }
}

/// What JSON gives for one field never becomes the value of another, and no value comes from where it would be overlooked.
#[test]
fn a_field_is_set_by_its_own_key_alone() {
    let in_ns = |element: &str| element.replacen('>', &format!(" xmlns='{NS}'>"), 1);
    let (captain, tea) = (in_ns("<captain>B</captain>"), in_ns("<tea>1</tea>"));
    for (json, message) in [
        // By the key of a field that takes anything, as what it is.
        (
            json!({"cargo": [{"Other": captain}]}),
            "cargo[0].Other: this belongs in the field `captain`",
        ),
        (
            json!({"captain": {"name": "A"}, "cargo": [{"Other": captain}]}),
            "cargo[0].Other: this belongs in the field `captain`",
        ),
        (
            json!({"cargo": [{"Tea": {"chests": 1}}, {"Other": tea}]}),
            "cargo[1].Other: this belongs in the field `Tea`",
        ),
        (
            json!({"course": {"map": "urn:example:map:1", "direction": "north"}, "cargo": [{"Other": "<north xmlns='urn:example:map:1'/>"}]}),
            "cargo[0].Other: this belongs in the field `course`",
        ),
        // Beside the fields, before the one that is there.
        (
            json!({"captain": {"name": "A"}, "$extra": {"content": [captain, "captain"]}}),
            "$extra.content[0]: this belongs in the field `captain`",
        ),
        (
            json!({"draught": 1, "$extra": {"content": ["<draught>2</draught>", "draught"]}}),
            "$extra.content[0]: this belongs in the field `draught`",
        ),
        (
            json!({"is_armed": true, "$extra": {"content": ["<armed/>", "is_armed"]}}),
            "$extra.content[0]: this belongs in the field `is_armed`",
        ),
        (
            json!({"is_armed": false, "$extra": {"content": ["<armed/>"]}}),
            "$extra.content[0]: this belongs in the field `is_armed`",
        ),
        (
            json!({"$extra": {"content": ["<rum/>"]}}),
            "$extra.content[0]: this belongs in the field `cargo`",
        ),
        (
            json!({"$extra": {"prefix": "s", "content": [captain]}}),
            "$extra.content[0]: this belongs in the field `captain`",
        ),
        (
            json!({"$extra": {"declarations": {"s": NS}, "content": ["<s:captain/>"]}}),
            "$extra.content[0]: this belongs in the field `captain`",
        ),
    ] {
        assert_eq!(refused(json.clone()), message, "{json}");
    }
    // One that is not valid, or one more than there may be, is kept where it was.
    for content in [
        "<draught>deep</draught><draught>2</draught><draught>3</draught>",
        "<captain/><captain>B</captain>",
        "<hand/><hand number='1'/><hand number='x'/>",
        "<rum xmlns='urn:x'/><captain/><tea>1</tea><tea/><captain/><rum/>",
    ] {
        to_json::<Ship>(&ship(&format!(">{content}")));
    }
}

#[test]
fn takes_no_attribute_for_a_declaration() {
    for name in ["xmlns", "xmlns:a", "", "{urn:x}", "p:", ":p", "p:p:p"] {
        let error = refused(json!({"$extra": {"attributes": {name: OTHER}}}));
        assert!(error.ends_with("cannot be written as a name"), "{error}");
    }
    // Text cannot become markup either.
    let json = json!({"name": "'><x a='", "ports": ["</port><armed/>"]});
    let value: Ship = serde_json::from_value(json).expect("a ship");
    assert_eq!(value.name.as_deref(), Some("'><x a='"));
    assert_eq!(value.ports, ["</port><armed/>"]);
    assert!(!value.is_armed);
}

#[test]
fn bounds_the_types_inside_of_each_other() {
    let nested = |levels: usize| {
        let mut source = String::new();
        for level in 0..levels {
            let namespace = if level == 0 {
                " xmlns='urn:example:ship'"
            } else {
                ""
            };
            source.push_str(&format!("<ship{namespace}>"));
        }
        source.push_str(&"</ship>".repeat(levels));
        source
    };
    to_json::<Ship>(&nested(33));
    // Deeper inside, nothing is typed, neither by way of JSON nor without; all is kept.
    to_json::<Ship>(&nested(60));

    let mut json = json!({});
    for _ in 0..33 {
        json = json!({"tow": json});
    }
    assert!(refused(json).ends_with("more than 32 levels of types"));
    // Values inside of each other, where the format itself has no bound.
    let nested = |levels: usize| (1..levels).fold(json!([]), |inner, _| json!([inner]));
    assert!(refused(json!({"tow": nested(127)})).starts_with("tow: an object was expected"));
    assert!(refused(json!({"tow": nested(128)})).contains("too many levels"));
    let json = format!("{}{}", "{\"tow\":".repeat(100_000), "}".repeat(100_000));
    assert!(serde_json::from_str::<Ship>(&json).is_err());
}

#[test]
fn reads_long_lists_in_linear_time() {
    let count = 20_000;
    let mut json = json!({"crew": vec![json!({"number": 1}); count]});
    let content: Vec<_> = (0..count)
        .flat_map(|_| [json!("crew"), json!("<hand xmlns='urn:example:ship'/>")])
        .collect();
    json["$extra"] = json!({"content": content});
    let value: Ship = serde_json::from_value(json.clone()).expect("a ship");
    assert_eq!(value.crew.len(), count);
    assert_eq!(
        serde_json::to_value(&value).expect("JSON")["crew"],
        json["crew"]
    );

    // More than there are is no more than there are.
    let json = json!({"crew": [{"number": 1}], "$extra": {"content": [{"crew": i64::MAX}]}});
    let value: Ship = serde_json::from_value(json).expect("a ship");
    assert_eq!(value.crew.len(), 1);
}

#[test]
fn values_that_stand_alone_are_their_text() {
    let raw: RawElement = "<a xmlns='urn:x'><b c='1'/></a>".parse().expect("XML");
    assert_eq!(json!(raw), json!("<a xmlns='urn:x'><b c='1'/></a>"));
    assert_eq!(
        serde_json::from_value::<RawElement>(json!(raw)).expect("XML"),
        raw
    );
    assert!(serde_json::from_value::<RawElement>(json!("<a>")).is_err());

    assert_eq!(json!(Kind::Brig), json!("brig"));
    assert_eq!(
        serde_json::from_value::<Kind>(json!("yawl")).expect("open"),
        Kind::from("yawl")
    );
    assert_eq!(json!(Map::New), json!("urn:example:map:2"));
    let error = serde_json::from_value::<Map>(json!("x")).expect_err("closed");
    assert_eq!(
        error.to_string(),
        "`x` is not one of `urn:example:map:1`, `urn:example:map:2`"
    );

    let stamp = "1969-07-21T02:56:15.00+00:00";
    let read: DateTime = serde_json::from_value(json!(stamp)).expect("a date");
    assert_eq!(json!(read), json!(stamp));
    let bytes: Base64 = serde_json::from_value(json!("AQ ID")).expect("base64");
    assert_eq!((json!(bytes), bytes.0), (json!("AQID"), vec![1, 2, 3]));
    let bytes: Hex = serde_json::from_value(json!("00FF")).expect("hex");
    assert_eq!((json!(bytes), bytes.0), (json!("00ff"), vec![0, 255]));
    let tag: LanguageTag = serde_json::from_value(json!("de-AT")).expect("a tag");
    assert_eq!(json!(tag), json!("de-AT"));
}

#[test]
fn a_choice_is_an_element_of_its_own() {
    assert_eq!(
        to_json::<Goods>(&format!("<tea xmlns='{NS}'>3</tea>")),
        json!({"Tea": {"chests": 3}})
    );
    assert_eq!(
        to_json::<Goods>("<rum xmlns='urn:x'/>"),
        json!({"Other": "<rum xmlns='urn:x'/>"})
    );
}

#[test]
fn an_entry_does_the_same_without_naming_the_type() {
    let entry = Entry::of::<Ship>("", "", &[Place::Message]);
    let raw: RawElement = ship(" name='A' a='1'><b/>").parse().expect("a ship");
    let mut json = Vec::new();
    entry
        .serialize(
            &raw,
            &Options::new(),
            &mut serde_json::Serializer::new(&mut json),
        )
        .expect("JSON");
    assert_eq!(
        serde_json::from_slice::<Value>(&json).expect("JSON"),
        to_json::<Ship>(&raw.to_string())
    );
    let mut deserializer = serde_json::Deserializer::from_slice(&json);
    assert_eq!(entry.deserialize(&mut deserializer).expect("a ship"), raw);
}

#[test]
fn describes_itself_as_a_schema() {
    let schema = schema::<Ship>();
    assert_eq!(schema["$ref"], "#/$defs/Ship");
    let definitions = &schema["$defs"];
    let names: Vec<_> = definitions
        .as_object()
        .expect("definitions")
        .keys()
        .collect();
    assert_eq!(
        names,
        [
            "$extra",
            "Course",
            "Goods",
            "Hand",
            "Label",
            "Letter",
            "RawElement",
            "Sailor",
            "Ship",
            "Tea"
        ]
    );
    let properties = &definitions["Ship"]["properties"];
    assert_eq!(properties["masts"]["type"], json!(["integer", "string"]));
    assert_eq!(properties["afloat"]["type"], json!(["boolean", "string"]));
    assert_eq!(properties["kind"]["type"], json!("string"));
    assert_eq!(properties["kind"]["examples"], json!(["brig"]));
    assert_eq!(properties["tow"], json!({"$ref": "#/$defs/Ship"}));
    assert_eq!(
        properties["crew"],
        json!({"type": "array", "items": {"$ref": "#/$defs/Hand"}})
    );
    assert_eq!(definitions["Hand"]["required"], json!(["number"]));
    let variants = definitions["Goods"]["oneOf"].as_array().expect("variants");
    assert_eq!(variants.len(), 3);
    assert_eq!(variants[2]["required"], json!(["Other"]));
    assert_eq!(
        definitions["Course"]["properties"]["map"],
        json!({"enum": ["urn:example:map:1", "urn:example:map:2"]})
    );

    assert!(fits(&json!({"name": "A"}), &schema, &schema));
    for wrong in [
        json!({"nam": "A"}),
        json!({"name": 1}),
        json!({"crew": [{}]}),
        json!({"cargo": [{"Rum": {}}]}),
        json!([]),
    ] {
        assert!(!fits(&wrong, &schema, &schema), "{wrong}");
    }
}

#[track_caller]
fn assert_fits(json: &Value, schema: &Value) {
    assert!(fits(json, schema, schema), "{json}\nin {schema}");
}

/// Whether the value is as the schema says, as far as ours go.
fn fits(json: &Value, schema: &Value, root: &Value) -> bool {
    let schema = schema.as_object().expect("a schema is an object");
    let is_type = |name: &Value| match name.as_str() {
        Some("object") => json.is_object(),
        Some("array") => json.is_array(),
        Some("string") => json.is_string(),
        Some("integer") => json.is_i64(),
        Some("boolean") => json.is_boolean(),
        Some("null") => json.is_null(),
        other => panic!("{other:?}"),
    };
    let no_properties = serde_json::Map::new();
    schema.iter().all(|(key, rule)| match key.as_str() {
        "$schema" | "$defs" | "description" | "examples" | "properties" => true,
        "$ref" => {
            let pointer = rule.as_str().and_then(|r| r.strip_prefix('#'));
            let found = pointer.and_then(|pointer| root.pointer(pointer));
            fits(json, found.expect("the reference leads somewhere"), root)
        }
        "type" => match rule {
            Value::Array(names) => names.iter().any(is_type),
            name => is_type(name),
        },
        "enum" => rule.as_array().is_some_and(|all| all.contains(json)),
        "anyOf" => rule
            .as_array()
            .is_some_and(|all| all.iter().any(|one| fits(json, one, root))),
        "oneOf" => rule
            .as_array()
            .is_some_and(|all| all.iter().filter(|one| fits(json, one, root)).count() == 1),
        "items" => json
            .as_array()
            .is_none_or(|items| items.iter().all(|item| fits(item, rule, root))),
        "required" => rule.as_array().is_some_and(|names| {
            let mut names = names.iter().filter_map(Value::as_str);
            names.all(|name| json.get(name).is_some())
        }),
        "minProperties" => json.as_object().is_none_or(|o| !o.is_empty()),
        "maxProperties" => json.as_object().is_none_or(|o| o.len() <= 1),
        "additionalProperties" => {
            let properties = schema.get("properties").and_then(Value::as_object);
            let properties = properties.unwrap_or(&no_properties);
            json.as_object().is_none_or(|object| {
                object
                    .iter()
                    .all(|(name, value)| match properties.get(name) {
                        Some(schema) => fits(value, schema, root),
                        None => *rule != json!(false) && fits(value, rule, root),
                    })
            })
        }
        other => panic!("a rule that this does not know: {other}"),
    })
}

/// JSON that looks as if it might be a ship.
fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        prop::sample::select(vec![
            "name",
            "kind",
            "masts",
            "afloat",
            "lang",
            "captain",
            "crew",
            "ports",
            "draught",
            "is_armed",
            "cargo",
            "tow",
            "course",
            "number",
            "since",
            "chests",
            "label",
            "Tea",
            "Letter",
            "Other",
            "content",
            "attributes",
            "direction",
            "map",
            "$text",
            "$extra",
        ])
        .prop_map(str::to_owned),
        ".{0,4}",
    ];
    let text = prop_oneof![
        prop::sample::select(vec![
            "urn:example:map:1",
            "north",
            "7",
            "true",
            "crew",
            "ports",
            "chests",
            "<a/>",
            "<hand xmlns='urn:example:ship'/>",
            "<armed xmlns='urn:example:ship'/>",
            "<a",
        ])
        .prop_map(str::to_owned),
        ".{0,6}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..20_i64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// A ship in JSON, of all of its parts some.
fn any_ship() -> impl Strategy<Value = Value> {
    let hand = (0..300_u16).prop_map(|number| json!({"number": number}));
    let item = prop::sample::select(vec![
        json!("crew"),
        json!("ports"),
        json!("is_armed"),
        json!({"crew": 2}),
        json!({"$text": " "}),
        json!({"$text": "x"}),
        json!("<hand xmlns='urn:example:ship'/>"),
        json!("<hand xmlns='urn:example:ship' number='x' p:x='1'/>"),
    ]);
    let attributes = prop::sample::select(vec![
        json!({}),
        json!({"a": "&<>\"'\r\n\t"}),
        json!({"p:a": "1", "a": "2"}),
        json!({"masts": "many"}),
    ]);
    (
        prop::collection::vec(hand, 0..4),
        prop::collection::vec("[a-z&<>'\" \\n\u{1F980}]{0,4}", 0..4),
        any::<bool>(),
        prop::collection::vec(item, 0..6),
        attributes,
    )
        .prop_map(|(crew, ports, is_armed, content, attributes)| {
            json!({
                "crew": crew,
                "ports": ports,
                "is_armed": is_armed,
                "$extra": {"declarations": {"p": "urn:x"}, "attributes": attributes, "content": content},
            })
        })
}

proptest! {
    #[test]
    fn any_json_is_a_value_or_an_error(json in any_json()) {
        if let Ok(ship) = serde_json::from_value::<Ship>(json) {
            let _ = to_json::<Ship>(&to_string(&ship).expect("writable"));
        }
    }

    #[test]
    fn what_reads_from_json_is_written_to_json_without_loss(json in any_ship()) {
        let has_valid_crew = json["crew"].as_array().is_some_and(|crew| {
            crew.iter().all(|hand| hand["number"].as_u64() <= Some(255))
        });
        let read = serde_json::from_value::<Ship>(json);
        prop_assert_eq!(read.is_ok(), has_valid_crew);
        if let Ok(ship) = read {
            let _ = to_json::<Ship>(&to_string(&ship).expect("writable"));
        }
    }
}

/// A parcel, which must be addressed.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "parcel")]
struct Parcel {
    #[xml(attribute, required)]
    to: Option<String>,
    #[xml(attribute, required)]
    pages: Option<u8>,
    #[xml(child)]
    enclosed: Option<Box<Self>>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn keeps_what_is_required_and_not_there() {
    let parcel = |rest: &str| format!("<parcel xmlns='{NS}'{rest}");
    assert_eq!(
        to_json::<Parcel>(&parcel(" to='Ada' pages='2'/>")),
        json!({"to": "Ada", "pages": 2})
    );
    for rest in [
        "/>",
        " to='Ada'/>",
        " pages='many'/>",
        " to='Ada' pages='many'/>",
        " to='Ada' pages='2'><parcel/></parcel>",
        " to='Ada' pages='2'><parcel to='Bob' pages='many'/></parcel>",
    ] {
        to_json::<Parcel>(&parcel(rest));
    }
}

#[test]
fn what_is_required_is_said_to_be_missing() {
    assert_eq!(
        to_json::<Parcel>(&format!("<parcel xmlns='{NS}' pages='many'/>")),
        json!({"to": null, "pages": null, "$extra": {"attributes": {"pages": "many"}}})
    );
    let error = serde_json::from_value::<Parcel>(json!({"pages": 2})).expect_err("it has no `to`");
    assert!(error.to_string().contains("`to` is missing"), "{error}");
}

#[test]
fn a_namespace_that_json_does_not_name_is_the_first() {
    let plain: Course = serde_json::from_str(r#"{"direction":"north"}"#).expect("a course");
    assert_eq!(plain.map, Map::Old);
    let named = r#"{"map":"urn:example:map:2","direction":"north"}"#;
    let named: Course = serde_json::from_str(named).expect("a course");
    assert_eq!(named.map, Map::New);
    assert!(
        serde_json::from_str::<Course>(r#"{"map":"urn:example:map:3","direction":"north"}"#)
            .is_err()
    );
    let schema = serde_json::to_value(Schema::of::<Course>()).expect("a schema");
    assert_eq!(
        schema["$defs"]["Course"]["required"],
        serde_json::json!(["direction"]),
        "{schema}"
    );
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:key", name = "keys")]
struct Keys {
    #[xml(attribute, json = "title")]
    heading: Option<String>,
    #[xml(child, json = "entries")]
    lines: Vec<Line>,
    #[xml(text, json = "body")]
    text: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:key")]
enum Line {
    #[xml(name = "long", json = "Old")]
    New {
        #[xml(attribute, json = "size")]
        length: u8,
        #[xml(extra)]
        extra: Extra,
    },
    #[xml(json = "Else")]
    Other(RawElement),
}

#[test]
fn a_field_that_is_renamed_keeps_its_key() {
    let source =
        "<keys xmlns='urn:example:key' heading='h' x='y'>a<long length='3'/><short/></keys>";
    assert_eq!(
        to_json::<Keys>(source),
        json!({
            "title": "h",
            "body": "a",
            "entries": [{"Old": {"size": 3}}, {"Else": "<short/>"}],
            "$extra": {"attributes": {"x": "y"}},
        })
    );
}

/// What is in a box, by the registry.
mod boxes {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Xml)]
    #[xml(namespace = "urn:example:box", name = "box")]
    pub(super) struct Case {
        #[xml(child)]
        pub(super) things: Vec<RawElement>,
        #[xml(extra)]
        pub(super) extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Xml)]
    #[xml(namespace = "urn:example:box", name = "cup")]
    struct Cup {
        #[xml(attribute)]
        size: u8,
        #[xml(attribute)]
        colour: Option<u8>,
        #[xml(extra)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Xml)]
    #[xml(namespace = "urn:example:box", name = "cup")]
    struct Saucer {
        #[xml(attribute)]
        width: u8,
        #[xml(extra)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Xml)]
    #[xml(namespace = ["urn:example:one", "urn:example:two"], name = "lid")]
    struct Lid {
        #[xml(extra)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Xml)]
    struct Spoon {
        #[xml(namespace)]
        of: Of,
        #[xml(name)]
        name: Kind,
        #[xml(extra)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Xml)]
    enum Of {
        #[xml(token = "urn:example:silver")]
        Silver,
        #[xml(token = "urn:example:tin")]
        Tin,
    }

    #[derive(Clone, Debug, PartialEq, Xml)]
    #[xml(namespace = "urn:example:drawer")]
    enum Tool {
        #[xml(name = "knife")]
        Knife {
            #[xml(attribute)]
            blade: u8,
            #[xml(extra)]
            extra: Extra,
        },
        Fork(Fork),
        Nested(Inner),
    }

    #[derive(Clone, Debug, PartialEq, Xml)]
    #[xml(namespace = "urn:example:drawer", name = "fork")]
    struct Fork {
        #[xml(attribute)]
        tines: Option<u8>,
        #[xml(extra)]
        extra: Extra,
    }

    /// A choice within a choice, of elements in the namespace of the element around or in another.
    #[derive(Clone, Debug, PartialEq, Xml)]
    #[xml(namespace = ["urn:example:box", "urn:example:drawer"])]
    enum Inner {
        #[xml(name = "ladle")]
        Ladle {
            #[xml(extra)]
            extra: Extra,
        },
        Other(RawElement),
    }

    xmpp_xml::registry! {
        /// Things.
        pub(super) const REGISTRY: &[Entry] = &[
            Entry::of::<Case>("urn:example:box", "1", &[Place::Nested]),
            Entry::of::<Cup>("urn:example:box", "2", &[Place::Nested]),
            Entry::of::<Saucer>("urn:example:box", "3", &[Place::Message]),
            Entry::of::<Lid>("urn:example:box", "4", &[Place::Nested]),
            Entry::of::<Spoon>("urn:example:box", "5", &[Place::Nested]),
            Entry::of::<Tool>("urn:example:drawer", "1", &[Place::Nested]),
        ];
    }
}

use boxes::Case;

const TYPES: &[&[Entry]] = &[boxes::REGISTRY];

fn typed(source: &str) -> Value {
    let case: Case = from_str(source).expect(source);
    let json =
        xmpp_xml::edges::json::serialize_with_types(&case, TYPES, serde_json::value::Serializer)
            .expect(source);
    let back: Case = read_typed(&json).unwrap_or_else(|error| panic!("{error} in {json}"));
    let (raw, again): (RawElement, RawElement) = (
        source.parse().expect(source),
        to_string(&back).expect(source).parse().expect(source),
    );
    assert_eq!(raw.canonical(), again.canonical(), "{json}");
    // What knows no types is read as well.
    let plain: Case = read_typed(&serde_json::to_value(&case).expect(source)).expect(source);
    assert_eq!(plain, case);
    json
}

fn read_typed(json: &Value) -> Result<Case, serde_json::Error> {
    xmpp_xml::edges::json::deserialize_with_types(TYPES, json)
}

#[test]
fn what_is_kept_unparsed_is_typed_where_the_registry_has_it() {
    let json = typed(
        "<box xmlns='urn:example:box' xmlns:p='urn:p'><cup size='1' colour='red' p:a='1'/><cup width='2'/><cup/>\
         <box><cup size='+3'>!</cup><p:x/></box><spoon xmlns='urn:example:tin'/><lid xmlns='urn:example:one'/>\
         <lid xmlns='urn:example:two'/></box>",
    );
    let name = |name: &str| json!({"$namespace": "urn:example:box", "$name": name});
    let with = |mut object: Value, fields: Value| {
        let fields = fields.as_object().expect("an object").clone();
        object.as_object_mut().expect("an object").extend(fields);
        object
    };
    assert_eq!(
        json,
        json!({
            "things": [
                with(name("cup"), json!({"$type": "Cup", "size": 1,
                    "$extra": {"attributes": {"colour": "red", "p:a": "1"}}})),
                with(name("cup"), json!({"$type": "Saucer", "width": 2})),
                "<cup/>",
                with(name("box"), json!({"things": [
                    with(name("cup"), json!({"$type": "Cup", "size": "+3", "$extra": {"content": [{"$text": "!"}]}})),
                    "<p:x/>",
                ]})),
                {"$namespace": "urn:example:tin", "$name": "spoon", "of": "urn:example:tin", "name": "spoon"},
                {"$namespace": "urn:example:one", "$name": "lid"},
                "<lid xmlns='urn:example:two'/>",
            ],
            "$extra": {"declarations": {"p": "urn:p"}},
        })
    );
}

#[test]
fn an_element_of_a_choice_is_the_object_of_what_is_chosen() {
    let json = typed(
        "<box xmlns='urn:example:box' xmlns:d='urn:example:drawer'><d:knife blade='3' edge='dull'/><d:knife blade='x'/>\
         <d:fork tines='4'/><ladle/><d:ladle/><d:whisk/></box>",
    );
    let prefix = json!({"prefix": "d"});
    assert_eq!(
        json,
        json!({
            "things": [
                {"$namespace": "urn:example:drawer", "$name": "knife", "blade": 3,
                    "$extra": {"prefix": "d", "attributes": {"edge": "dull"}}},
                "<d:knife blade='x'/>",
                {"$namespace": "urn:example:drawer", "$name": "fork", "tines": 4, "$extra": prefix},
                {"$namespace": "urn:example:box", "$name": "ladle"},
                // In JSON, a type is found by what is around it: this is XML, and as lossless.
                "<d:ladle/>",
                "<d:whisk/>",
            ],
            "$extra": {"declarations": {"d": "urn:example:drawer"}},
        })
    );
}

#[test]
fn an_object_in_the_place_of_xml_says_what_it_is() {
    let read = |thing: Value| read_typed(&json!({ "things": [thing] }));
    let cup = |extra: Value| {
        let mut json = json!({"$namespace": "urn:example:box", "$name": "cup"});
        let fields = extra.as_object().expect("an object").clone();
        json.as_object_mut().expect("an object").extend(fields);
        json
    };
    // The first, if no type is said.
    let case = read(cup(json!({"size": 4}))).expect("a cup");
    assert_eq!(
        case.things[0].node().attribute("size").as_deref(),
        Some("4")
    );
    for (thing, says) in [
        (cup(json!({"width": 4})), "things[0]: unknown key `width`"),
        (
            cup(json!({"$type": "Plate"})),
            "things[0]: no type is known for `cup` of the namespace `urn:example:box`",
        ),
        (
            cup(json!({"$type": 1, "size": 1})),
            "things[0].$type: a string was expected, not a number",
        ),
        (
            cup(json!({"$type": "Saucer", "width": "wide"})),
            "things[0].width: `wide` is not",
        ),
        (
            json!({"$name": "cup", "size": 4}),
            "things[0]: `$namespace` is missing",
        ),
        (
            json!({"$namespace": "urn:example:box", "size": 4}),
            "things[0]: `$name` is missing",
        ),
        (
            json!({"$namespace": "urn:example:tin", "$name": "a", "of": "urn:example:tin", "name": "b"}),
            "things[0]: the element has another name in its fields",
        ),
    ] {
        let error = read(thing).expect_err(says).to_string();
        assert!(error.starts_with(says), "{error}");
    }
    let twice =
        r#"{"things":[{"$name":"cup","$name":"cup","$namespace":"urn:example:box","size":1}]}"#;
    let read = xmpp_xml::edges::json::deserialize_with_types::<Case, _>(
        TYPES,
        &mut serde_json::Deserializer::from_str(twice),
    );
    let error = read.expect_err("a key is repeated").to_string();
    assert!(
        error.starts_with("things[0]: the key `$name` is repeated"),
        "{error}"
    );
    // Who knows no types takes none.
    let error = serde_json::from_value::<Case>(json!({"things": [cup(json!({"size": 4}))]}));
    let error = error.expect_err("XML is wanted").to_string();
    assert!(error.contains("XML in a string was expected"), "{error}");
}

#[test]
fn an_error_is_one_line_that_reads_in_one_direction() {
    for json in [
        json!({"crew\n": 1}),
        json!({"name\u{202e}": 1}),
        json!({"ports": ["a"], "$extra": {"attributes": {"a\u{2028}b": ""}}}),
        json!({"crew": [{"number": "1\n2"}]}),
        json!({"crew": [{"a\nb": "1"}]}),
    ] {
        let said = refused(json);
        let is_unsafe = |c: char| c.is_control() || ('\u{2028}'..='\u{202e}').contains(&c);
        assert!(!said.contains(is_unsafe), "{said:?}");
    }
}
