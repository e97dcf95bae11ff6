//! Read, change, write: what was not changed stays as it was.

use xmpp_data_forms::form::{Choice, Field, Form};
use xmpp_xml::RawElement;
use xmpp_xml::testing::assert_lossless;

use crate::assert_edited;

/// The configuration of a room, with all that a service may think of.
const CONFIGURATION: &str = "<x xmlns='jabber:x:data' type=' form ' xml:lang='en' xmlns:e='urn:example:e' e:seen='1'>\
      <instructions e:level='2'>First.</instructions>\
      <hint xmlns='urn:example:e'>before the title</hint>\
      <title>Room</title>\
      <instructions/>\
      <field type='hidden' var='FORM_TYPE'><value>urn:example:room</value></field>\
      <field var='public' type='boolean' e:icon='door'>\
        <value e:from='admin'>1</value><e:more/><required/><desc xml:lang='en'>Who may come?</desc>\
      </field>\
      <field var='hue' type='colour-wheel'><value>#a03020</value></field>\
      <field var='owners'><value>Queen@Hearts.example</value><value>king@hearts.example</value></field>\
      <field var='size' type='list-single'>\
        <option label='Ten'><value>10</value><e:price>3</e:price></option>\
        <value>10</value>\
        <option><value>20</value></option>\
      </field>\
      <footer xmlns='urn:example:e'/>\
    </x>";

/// Reads the configuration, changes it, and compares what is written with the source with the same change in its text.
#[track_caller]
fn check(change: impl FnOnce(&mut Form), edits: &[(&str, &str)]) {
    let mut form: Form = assert_lossless(CONFIGURATION);
    change(&mut form);
    assert_edited(&form, CONFIGURATION, edits);
}

#[test]
fn keeps_everything_when_nothing_changes() {
    check(|_| {}, &[]);
}

#[test]
fn changes_one_value_in_place() {
    check(
        |form| form.set("public", &false),
        &[("'admin'>1</value>", "'admin'>false</value>")],
    );
    check(
        |form| form.set_value("size", "20"),
        &[("</option><value>10</value>", "</option><value>20</value>")],
    );
    check(
        |form| form.title = Some("Hall".to_owned()),
        &[("<title>Room", "<title>Hall")],
    );
}

#[test]
fn adds_and_removes_values_where_they_stand() {
    check(
        |form| {
            let owners = form.field_mut("owners").expect("owners");
            owners.values.push("knave@hearts.example".to_owned());
        },
        &[(
            "king@hearts.example</value>",
            "king@hearts.example</value><value>knave@hearts.example</value>",
        )],
    );
    check(
        |form| {
            form.field_mut("owners").expect("owners").values.remove(1);
        },
        &[("<value>king@hearts.example</value>", "")],
    );
    check(
        |form| form.set_values("hue", Vec::<String>::new()),
        &[("<value>#a03020</value>", "")],
    );
}

#[test]
fn adds_a_field_and_an_option() {
    check(
        |form| form.set_value("subject", "cards"),
        &[(
            "</field><footer",
            "</field><field var='subject'><value>cards</value></field><footer",
        )],
    );
    check(
        |form| {
            let size: &mut Field = form.field_mut("size").expect("size");
            size.options.push(Choice::labelled("Thirty", "30"));
        },
        &[(
            "<option><value>20</value></option>",
            "<option><value>20</value></option><option label='Thirty'><value>30</value></option>",
        )],
    );
}

#[test]
fn keeps_what_is_foreign_when_fields_go() {
    let mut form: Form = assert_lossless(CONFIGURATION);
    form.fields.clear();
    let names: Vec<_> = form.extra.children().map(RawElement::name).collect();
    assert_eq!(names, ["hint", "footer"]);
    let written = xmpp_xml::to_string(&form).expect("can be written");
    let again: Form = assert_lossless(&written);
    assert_eq!(again, form);
    assert_eq!(again.extra.attribute("urn:example:e", "seen"), Some("1"));
}

#[test]
fn reads_foreign_children_of_a_field_in_place() {
    let form: Form = assert_lossless(CONFIGURATION);
    let public = form.field("public").expect("a field");
    assert!(public.required);
    assert_eq!(public.description.as_deref(), Some("Who may come?"));
    assert_eq!(
        public
            .payloads
            .iter()
            .map(RawElement::name)
            .collect::<Vec<_>>(),
        ["more"]
    );
    assert_eq!(
        public.extra.attribute("urn:example:e", "icon"),
        Some("door")
    );
    let size = form.field("size").expect("a field");
    let prices: Vec<_> = size.options[0]
        .extra
        .children()
        .map(RawElement::name)
        .collect();
    assert_eq!(prices, ["price"]);
}
