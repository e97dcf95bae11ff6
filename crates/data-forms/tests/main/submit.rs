//! Answers to forms.

use xmpp_data_forms::form::{Form, FormKind, Item};
use xmpp_xml::testing::assert_typed;

fn form() -> Form {
    assert_typed(
        "<x xmlns='jabber:x:data' type='form'>\
           <title>Tea</title><instructions>Fill in.</instructions>\
           <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>\
           <field type='fixed'><value>The pot</value></field>\
           <field type='fixed' var='part'><value>one</value></field>\
           <field var='milk' type='boolean' label='Milk?'><desc>Or none.</desc><required/><value>1</value></field>\
           <field var='kind' type='list-multi'>\
             <validate xmlns='http://jabber.org/protocol/xdata-validate'><open/></validate>\
             <value>green</value><value>black</value>\
             <option><value>green</value></option><option><value>black</value></option>\
           </field>\
           <field var='cups' type='text-single'><required/></field>\
           <field var='session' type='hidden'><value>a</value><value>b</value></field>\
         </x>",
    )
}

#[test]
fn answers_with_what_has_a_value_and_nothing_else() {
    let answer = form().submit();
    assert_eq!(
        xmpp_xml::to_string(&answer).as_deref(),
        Ok("<x xmlns='jabber:x:data' type='submit'>\
            <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>\
            <field var='milk' type='boolean'><value>1</value></field>\
            <field var='kind' type='list-multi'><value>green</value><value>black</value></field>\
            <field var='session' type='hidden'><value>a</value><value>b</value></field></x>")
    );
    assert_eq!(answer.form_type(), Some("urn:example:tea"));
}

#[test]
fn adds_what_is_filled_in() {
    let mut answer = form().submit();
    answer.set("cups", &3_u8);
    answer.set("milk", &false);
    answer.set_values("kind", ["white"]);
    answer.set_values("session", Vec::<String>::new());
    assert_eq!(answer.get::<u8>("cups"), Ok(Some(3)));
    assert_eq!(answer.get::<bool>("milk"), Ok(Some(false)));
    assert_eq!(answer.value("kind"), Some("white"));
    assert_eq!(answer.fields.len(), 5);
    assert_eq!(answer.field("session").map(|f| f.values.len()), Some(0));
}

#[test]
fn cancels_with_an_empty_form() {
    assert_eq!(
        xmpp_xml::to_string(&Form::new(FormKind::Cancel)).as_deref(),
        Ok("<x xmlns='jabber:x:data' type='cancel'/>")
    );
}

#[test]
fn reads_a_form_without_a_type_and_of_an_unknown_one() {
    let form: Form = assert_typed("<x xmlns='jabber:x:data'/>");
    assert_eq!(form.kind, None);
    let form: Form = assert_typed("<x xmlns='jabber:x:data' type='error'/>");
    assert!(matches!(form.kind, Some(FormKind::Other(_))));
}

#[test]
fn finds_the_cells_of_a_table() {
    let table: Form = assert_typed(
        "<x xmlns='jabber:x:data' type='result'>\
           <item><field var='bird'><value>wren</value></field><field var='nest'/></item>\
           <reported><field var='bird' type='text-single' label='Bird'/></reported>\
           <item/>\
         </x>",
    );
    let head = table.reported.as_ref().expect("a head");
    assert_eq!(
        head.field("bird").and_then(|f| f.label.as_deref()),
        Some("Bird")
    );
    let birds: Vec<_> = table.items.iter().map(|item| item.value("bird")).collect();
    assert_eq!(birds, [Some("wren"), None]);
    assert!(table.items[0].field("nest").is_some());
    assert_eq!(table.items[1], Item::new());
}
