//! Choices whose variants have the fields of an element in place.

use xmpp_xml::registry::{Entry, Place};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{
    Element, ErrorKind, Extra, Invalid, Options, OtherToken, RawElement, Report, Xml, from_str,
    read_with, to_string,
};

const NS: &str = "urn:example:valve";

/// What is done with a valve.
#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = NS)]
enum Action {
    /// Opens it.
    #[xml(name = "open", new = "Opens it that far.", parameters = [percent])]
    Open {
        #[xml(attribute)]
        percent: u8,
        #[xml(attribute = "type", strict)]
        kind: Option<u8>,
        #[xml(attribute, default)]
        quick: bool,
        #[xml(lang)]
        lang: Option<String>,
        #[xml(child_text)]
        reason: Vec<String>,
        #[xml(flag)]
        is_last: bool,
        #[xml(child)]
        then: Vec<Self>,
        /// Names of what the derive makes are free.
        #[xml(attribute)]
        writer: Option<String>,
        #[xml(extra)]
        extra: Extra,
    },
    /// Has nothing of its own.
    #[xml(name = "close", new)]
    Close {
        #[xml(extra)]
        extra: Extra,
    },
    /// In a namespace of its own, with a text.
    #[xml(namespace = "urn:example:note", name = "note", prefix = "n", new)]
    SideNote {
        #[xml(text)]
        text: String,
        #[xml(extra)]
        extra: Extra,
    },
    /// A type of its own.
    Valve(Valve),
    /// Any other name of the namespace.
    Turn {
        #[xml(name)]
        name: Turn,
        #[xml(extra)]
        extra: Extra,
    },
    Other(RawElement),
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = NS, name = "valve")]
struct Valve {
    #[xml(attribute)]
    number: u8,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
enum Turn {
    Left,
    Right,
    #[xml(other)]
    Other(OtherToken),
}

#[derive(Clone, Debug, Default, PartialEq, Xml)]
#[xml(namespace = NS, name = "actions")]
struct Actions {
    #[xml(child)]
    all: Vec<Action>,
    #[xml(extra)]
    extra: Extra,
}

/// Whose namespace is that of the element around it.
#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = ["urn:example:1", "urn:example:2"])]
enum Step {
    #[xml(name = "up")]
    Up {
        #[xml(child_text)]
        floor: Option<u8>,
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:2", name = "stairs")]
struct Stairs {
    #[xml(child)]
    steps: Vec<Step>,
    #[xml(extra)]
    extra: Extra,
}

xmpp_xml::registry! {
    /// The elements of this test.
    const REGISTRY: &[Entry] = &[
        Entry::of::<Action>("urn:example:valve", "1", &[Place::Message]),
    ];
}

fn described(description: &xmpp_xml::Description) -> Vec<(&'static str, &'static str)> {
    let choices = description.choices.iter();
    choices
        .map(|choice| (choice.variant, (choice.description)().type_name))
        .collect()
}

#[test]
fn fields_are_in_the_pattern() {
    let action: Action = assert_typed(
        "<open xmlns='urn:example:valve' percent='80' type='1' quick='true' xml:lang='en'>\
         <reason>heat</reason><reason/><is_last/><open percent='1'/><close/><valve number='3'/></open>",
    );
    let Action::Open {
        percent: 80,
        kind: Some(1),
        quick: true,
        lang: Some(lang),
        reason,
        is_last: true,
        then,
        ..
    } = action
    else {
        panic!("{action:?}");
    };
    assert_eq!((lang.as_str(), reason.len()), ("en", 2));
    assert!(matches!(
        &*then,
        [
            Action::Open { percent: 1, .. },
            Action::Close { .. },
            Action::Valve(_)
        ]
    ));
}

#[test]
fn keeps_what_the_variant_does_not_know() {
    for source in [
        "<open xmlns='urn:example:valve' percent='+8' a='b' quick='false'><x/>\n<reason>r<y/></reason>.<z/><is_last/></open>",
        "<close xmlns='urn:example:valve' percent='8'>text</close>",
        "<p:close xmlns:p='urn:example:valve' xmlns:q='urn:q' q:a=''/>",
        "<note xmlns='urn:example:note'>&#65;</note>",
        "<n:note xmlns:n='urn:example:note' n:a='1'><b/>c</n:note>",
        "<left xmlns='urn:example:valve' a='1'/>",
        "<up-and-down xmlns='urn:example:valve'/>",
        "<valve xmlns='urn:example:valve' number='007'/>",
        "<close xmlns='urn:else'/>",
    ] {
        let _: Action = assert_lossless(source);
    }
    let _: Actions = assert_lossless(
        "<actions xmlns='urn:example:valve'><x/><close a='1'/><b xmlns='urn:b'/><left/><close/></actions>",
    );
}

#[test]
fn the_namespace_may_be_that_of_the_element_around_it() {
    let stairs: Stairs =
        assert_typed("<stairs xmlns='urn:example:2'><up><floor>4</floor></up></stairs>");
    assert!(matches!(&*stairs.steps, [Step::Up { floor: Some(4), .. }]));
    let _: Step = assert_typed("<up xmlns='urn:example:1'><floor>4</floor></up>");
}

#[test]
fn a_changed_field_is_written_and_the_rest_stays() {
    let mut action: Action = from_str(
        "<open xmlns='urn:example:valve' a='1' percent=' 80'><b/><reason>heat</reason><c/></open>",
    )
    .unwrap();
    if let Action::Open { percent, kind, .. } = &mut action {
        *percent = 5;
        *kind = Some(2);
    }
    let written: RawElement = to_string(&action).unwrap().parse().unwrap();
    let expected: RawElement =
        "<open xmlns='urn:example:valve' a='1' percent='5' type='2'><b/><reason>heat</reason><c/></open>"
            .parse()
            .unwrap();
    assert_eq!(written.canonical(), expected.canonical());
}

#[test]
fn makes_variants_of_what_is_required() {
    assert_eq!(
        to_string(&Action::open(7)).unwrap(),
        "<open xmlns='urn:example:valve' percent='7'/>"
    );
    assert_eq!(
        to_string(&Action::close()).unwrap(),
        "<close xmlns='urn:example:valve'/>"
    );
    assert_eq!(
        to_string(&Action::side_note("a")).unwrap(),
        "<n:note xmlns:n='urn:example:note'>a</n:note>"
    );
    assert_eq!(
        to_string(&Action::Turn {
            name: Turn::Left,
            extra: Extra::new()
        })
        .unwrap(),
        "<left xmlns='urn:example:valve'/>"
    );
}

#[test]
fn errors_have_the_path_of_the_field() {
    let error = from_str::<Actions>(
        "<actions xmlns='urn:example:valve'><close/><open percent='1'><open percent='many'/></open></actions>",
    )
    .unwrap_err();
    assert_eq!(error.path(), "/actions/open/open/@percent");
    let error = from_str::<Action>("<open xmlns='urn:example:valve'/>").unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::MissingAttribute {
                element: "open",
                name: "percent",
                ..
            }
        ),
        "{error}"
    );
    let error = from_str::<Step>("<down xmlns='urn:example:1'/>").unwrap_err();
    assert!(error.is_wrong_element());
}

#[test]
fn invalid_values_are_kept_where_they_may_be() {
    let read = |source: &str| {
        let mut report = Report::default();
        let options = Options::new().invalid(Invalid::Keep);
        let read = read_with::<Action>(source.as_bytes(), &options, &mut report);
        read.map(|action| (action, report.problems.len()))
    };
    let source = "<open xmlns='urn:example:valve' percent='1' quick='perhaps'/>";
    let (action, problems) = read(source).unwrap();
    assert_eq!(problems, 1);
    assert_eq!(to_string(&action).unwrap(), source);
    // Strict, and required.
    read("<open xmlns='urn:example:valve' percent='1' type='x'/>").unwrap_err();
    read("<open xmlns='urn:example:valve' percent='x'/>").unwrap_err();
}

#[test]
fn the_registry_knows_the_fields() {
    let description = REGISTRY[0].description();
    assert_eq!(
        described(description),
        [
            ("Open", "Action::Open"),
            ("Close", "Action::Close"),
            ("SideNote", "Action::SideNote"),
            ("Valve", "Valve"),
            ("Turn", "Action::Turn"),
            ("Other", "RawElement"),
        ]
    );
    let open = (description.choices[0].description)();
    let attributes: Vec<_> = open.attributes.iter().map(|a| (a.field, a.name)).collect();
    assert_eq!(
        attributes,
        [
            ("percent", "percent"),
            ("kind", "type"),
            ("quick", "quick"),
            ("lang", "lang"),
            ("writer", "writer")
        ]
    );
    assert!(open.attributes[1].strict);
    assert_eq!(open.children.len(), 3);
    assert_eq!(open.element_name(), "open");
    let element: RawElement = "<close xmlns='urn:example:valve'/>".parse().unwrap();
    assert!(description.stands_in(&element.node(), Place::Message));
    assert!(!description.stands_in(&element.node(), Place::IqSet));
    assert_eq!(Step::description().places, None);
}

#[cfg(feature = "serde")]
#[test]
fn a_variant_in_json_is_the_object_of_its_fields() {
    let actions: Actions = from_str(
        "<actions xmlns='urn:example:valve'><open percent='80' a='1'><reason>heat</reason></open>\
         <left/><note xmlns='urn:example:note'>n</note></actions>",
    )
    .unwrap();
    let json = serde_json::to_string(&actions).unwrap();
    assert_eq!(
        json,
        r#"{"all":[{"Open":{"percent":80,"reason":["heat"],"$extra":{"attributes":{"a":"1"}}}},{"Turn":{"name":"left"}},{"SideNote":{"text":"n","$extra":{"prefix":""}}}]}"#
    );
    assert_eq!(serde_json::from_str::<Actions>(&json).unwrap(), actions);
    let schema = serde_json::to_value(xmpp_xml::edges::json::Schema::of::<Actions>()).unwrap();
    assert_eq!(
        schema["$defs"]["Action::Open"]["required"],
        serde_json::json!(["percent"])
    );
}

#[cfg(feature = "minidom")]
#[test]
fn goes_through_minidom() {
    let source = "<open xmlns='urn:example:valve' percent='80' a='1'><b xmlns='urn:b'/><reason>heat</reason></open>";
    let action: Action = from_str(source).unwrap();
    let tree = minidom::Element::try_from(&action).unwrap();
    assert_eq!(tree.attr("percent"), Some("80"));
    assert_eq!(Action::try_from(&tree).unwrap(), action);
}

#[cfg(feature = "xso")]
#[test]
fn goes_through_xso() {
    let source = "<open xmlns='urn:example:valve' percent='80' a='1'><b xmlns='urn:b'/><reason>heat</reason></open>";
    let action: Action = xso::from_bytes(source.as_bytes()).unwrap();
    assert_eq!(action, from_str(source).unwrap());
    let bytes = xso::to_vec(&action).unwrap();
    assert_eq!(xso::from_bytes::<Action>(&bytes).unwrap(), action);
}

#[cfg(feature = "proptest")]
proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn made_up_ones_keep_the_contract(
        bytes in proptest::collection::vec(proptest::arbitrary::any::<u8>(), 0..512),
    ) {
        let probed = REGISTRY[0].probe(&mut arbitrary::Unstructured::new(&bytes));
        proptest::prop_assert_eq!(probed, Ok(()));
    }

    #[test]
    fn any_action_is_read_as_it_was_written(action: Action) {
        let written = to_string(&action).unwrap();
        proptest::prop_assert_eq!(from_str(&written), Ok(action));
    }
}

/// What keeps elements as XML.
#[cfg(all(feature = "proptest", feature = "serde"))]
#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:cupboard", name = "cupboard")]
struct Cupboard {
    #[xml(child)]
    things: Vec<RawElement>,
    #[xml(extra)]
    extra: Extra,
}

#[cfg(all(feature = "proptest", feature = "serde"))]
proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_action_that_is_kept_as_xml_is_typed_in_json(actions: Vec<Action>) {
        let things = actions.iter().map(|action| RawElement::from_element(action).unwrap());
        let cupboard = Cupboard { things: things.collect(), extra: Extra::new() };
        let json = xmpp_xml::edges::json::serialize_with_types(
            &cupboard,
            &[REGISTRY],
            serde_json::value::Serializer,
        );
        let json = json.unwrap();
        for (action, thing) in actions.iter().zip(json["things"].as_array().into_iter().flatten()) {
            // Of any element, only the name is known.
            let is_known = !matches!(action, Action::Other(_));
            proptest::prop_assert_eq!(thing.is_object(), is_known, "{}", thing);
        }
        let back = xmpp_xml::edges::json::deserialize_with_types::<Cupboard, _>(&[REGISTRY], &json);
        proptest::prop_assert_eq!(back.unwrap().things, cupboard.things, "{}", json);
    }
}
