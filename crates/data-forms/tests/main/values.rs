//! The values of fields, as texts and as what their type says.

use xmpp_data_forms::form::{Choice, Field, FieldKind, FieldValue, Form};
use xmpp_jid::Jid;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Error, ErrorKind};

/// A field of the type, if any, with the values.
fn field(kind: &str, values: &[&str]) -> Field {
    let kind = match kind {
        "" => String::new(),
        kind => format!("type='{kind}'"),
    };
    let values: String = values
        .iter()
        .map(|v| format!("<value>{v}</value>"))
        .collect();
    assert_typed(&format!(
        "<field xmlns='jabber:x:data' var='f' {kind}>{values}</field>"
    ))
}

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

fn text(text: &str) -> Option<FieldValue<'_>> {
    Some(FieldValue::Text(text.into()))
}

#[test]
fn reads_each_spelling_of_a_boolean_and_keeps_it() {
    for (spelling, value) in [
        ("0", false),
        ("1", true),
        ("false", false),
        ("true", true),
        (" \n true ", true),
    ] {
        let field = field("boolean", &[spelling]);
        assert_eq!(field.get(), Ok(Some(value)), "{spelling:?}");
        assert_eq!(field.typed_value(), Ok(Some(FieldValue::Boolean(value))));
        assert_eq!(field.value(), Some(spelling));
    }
}

#[test]
fn reads_values_by_the_type_of_the_field() {
    let twice = [
        "Hatter@Tea.example",
        "hare@tea.example",
        "hatter@tea.example",
    ];
    assert_eq!(
        field("jid-single", &twice[..1]).typed_value(),
        Ok(Some(FieldValue::Jid(jid("hatter@tea.example"))))
    );
    let Ok(Some(FieldValue::Jids(jids))) = field("jid-multi", &twice).typed_value() else {
        panic!("no addresses");
    };
    // The same address again is passed over, and the one that stays is as it was spelt.
    let jids: Vec<_> = jids.iter().map(Jid::as_str).collect();
    assert_eq!(jids, &twice[..2]);
    assert_eq!(
        field("text-multi", &["one", "", "three"]).typed_value(),
        Ok(text("one\n\nthree"))
    );
    let kinds = ["cox".to_owned()];
    assert_eq!(
        field("list-multi", &["cox"]).typed_value(),
        Ok(Some(FieldValue::Texts(&kinds)))
    );
    for kind in [
        "list-single",
        "text-single",
        "text-private",
        "hidden",
        "fixed",
    ] {
        assert_eq!(
            field(kind, &["cox"]).typed_value(),
            Ok(text("cox")),
            "{kind}"
        );
    }
}

#[test]
fn has_all_values_of_a_field_without_a_type_or_of_an_unknown_one() {
    for kind in ["", "colour-wheel", "Boolean", "text-single", "hidden"] {
        let one = field(kind, &["yes"]);
        assert_eq!(one.typed_value(), Ok(text("yes")), "{kind}");
        let two = field(kind, &["wren", "heron"]);
        let both = ["wren".to_owned(), "heron".to_owned()];
        assert_eq!(
            two.typed_value(),
            Ok(Some(FieldValue::Texts(&both))),
            "{kind}"
        );
        assert_eq!(field(kind, &[]).typed_value(), Ok(None), "{kind}");
    }
    assert!(matches!(
        field("colour-wheel", &[]).kind,
        Some(FieldKind::Other(_))
    ));
}

#[test]
fn reads_a_field_without_a_type_as_what_is_asked_for() {
    assert_eq!(field("", &["1"]).get(), Ok(Some(true)));
    assert_eq!(field("", &["1"]).get(), Ok(Some(1_u32)));
    assert_eq!(field("", &["1"]).get(), Ok(Some("1".to_owned())));
    assert_eq!(
        field("", &["a@b.example"]).get(),
        Ok(Some(jid("a@b.example")))
    );
    assert_eq!(field("", &["7", "8"]).get_all(), Ok(vec![7_u8, 8]));
}

#[test]
fn takes_an_empty_value_for_none_unless_it_is_one() {
    for kind in ["boolean", "jid-single", "jid-multi"] {
        let empty = field(kind, &[""]);
        assert_eq!(empty.get::<bool>(), Ok(None), "{kind}");
        assert_eq!(empty.get_all::<Jid>(), Ok(vec![]), "{kind}");
        assert_eq!(empty.get(), Ok(Some(String::new())), "{kind}");
        assert_eq!(empty.value(), Some(""), "{kind}");
    }
    assert_eq!(field("boolean", &[""]).typed_value(), Ok(None));
}

#[test]
fn tells_where_a_value_is_wrong() {
    let invalid = |error: &Error| match error.kind() {
        ErrorKind::InvalidValue { value, .. } => value.to_string(),
        other => panic!("another error: {other}"),
    };
    let error = field("boolean", &["maybe"])
        .typed_value()
        .expect_err("no boolean");
    assert_eq!(
        (error.path(), invalid(&error).as_str()),
        ("/field/value", "maybe")
    );

    let form: Form = assert_typed(
        "<x xmlns='jabber:x:data' type='submit'>\
           <field var='cups'><value>3</value></field>\
           <field var='guests'><value>hatter@tea.example</value><value>@tea.example</value></field>\
         </x>",
    );
    let error = form.get_all::<Jid>("guests").expect_err("no address");
    assert_eq!(error.path(), "/x/field[@var='guests']/value[2]");
    assert_eq!(error.kind().stanza_condition(), "jid-malformed");
    let error = form.get::<bool>("cups").expect_err("no boolean");
    assert_eq!(
        (error.path(), invalid(&error).as_str()),
        ("/x/field[@var='cups']/value", "3")
    );
    assert_eq!(form.get::<bool>("pots"), Ok(None));
    assert_eq!(form.get_all::<Jid>("pots"), Ok(vec![]));
}

#[test]
fn rejects_several_values_where_one_is_asked_for() {
    let error = field("", &["1", "0"])
        .get::<bool>()
        .expect_err("two values");
    assert!(matches!(error.kind(), ErrorKind::RepeatedChild { .. }));
    assert_eq!(error.path(), "/field/value[2]");
}

#[test]
fn tells_no_value_from_an_empty_one() {
    assert_eq!(field("", &[]).value(), None);
    assert_eq!(field("", &[""]).value(), Some(""));
    assert_eq!(field("", &[" "]).value(), Some(" "));
    assert_eq!(field("", &[]).text(), None);
}

#[test]
fn splits_a_text_into_lines_and_joins_them() {
    let mut note = Field::new("note", FieldKind::TextMulti);
    note.set_text("one\r\n\nthree\n");
    assert_eq!(note.values, ["one", "", "three", ""]);
    assert_eq!(note.text().as_deref(), Some("one\n\nthree\n"));
}

#[test]
fn keeps_the_text_of_an_option_that_has_no_value() {
    let choice: Choice = assert_lossless(
        "<option xmlns='jabber:x:data' label='Tea'>bare <b xmlns='urn:example:b'/> text</option>",
    );
    assert_eq!(choice.value, None);
    assert_eq!(choice.extra.texts().collect::<String>(), "bare  text");
}

#[test]
fn white_space_of_an_address_belongs_to_it() {
    for text in ["room@tea.example/hatter ", "room@tea.example/ "] {
        for kind in ["jid-single", "jid-multi"] {
            let field = field(kind, &[text]);
            assert_eq!(field.get_all::<Jid>(), Ok(vec![jid(text)]), "{text:?}");
            assert_eq!(field.get_all::<Jid>().unwrap()[0].as_str(), text);
        }
    }
    for text in [" hatter@tea.example", "hatter@tea.example "] {
        assert!(
            field("jid-single", &[text]).get::<Jid>().is_err(),
            "{text:?}"
        );
        assert!(
            field("jid-multi", &[text]).get_all::<Jid>().is_err(),
            "{text:?}"
        );
    }
}
