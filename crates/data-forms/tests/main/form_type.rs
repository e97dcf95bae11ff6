//! What a form is about.

use xmpp_data_forms::form::{FieldKind, Form, FormKind};
use xmpp_xml::testing::assert_typed;

fn form(kind: &str, fields: &str) -> Form {
    assert_typed(&format!(
        "<x xmlns='jabber:x:data' type='{kind}'>{fields}</x>"
    ))
}

#[test]
fn finds_a_hidden_form_type_in_any_form() {
    for kind in ["form", "submit", "result", "cancel", "error"] {
        let form = form(
            kind,
            "<field var='cups'/><field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>",
        );
        assert_eq!(form.form_type(), Some("urn:example:tea"), "{kind}");
    }
}

#[test]
fn needs_no_type_of_the_field_in_an_answer_only() {
    for type_attribute in ["", "type='text-single'"] {
        let field = format!(
            "<field var='FORM_TYPE' {type_attribute}><value>urn:example:tea</value></field>"
        );
        assert_eq!(form("submit", &field).form_type(), Some("urn:example:tea"));
        for kind in ["form", "result", "error"] {
            let form = form(kind, &field);
            assert_eq!(form.form_type(), None, "{kind} {type_attribute}");
            assert_eq!(form.value("FORM_TYPE"), Some("urn:example:tea"));
        }
    }
}

#[test]
fn passes_over_a_visible_form_type_before_the_hidden_one() {
    let form = form(
        "result",
        "<field var='FORM_TYPE'><value>urn:example:not</value></field>\
         <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value><value>urn:example:two</value></field>",
    );
    assert_eq!(form.form_type(), Some("urn:example:tea"));
    assert_eq!(form.form_type_field().map(|f| f.values.len()), Some(2));
}

#[test]
fn has_no_form_type_without_a_value() {
    let form = form("form", "<field var='FORM_TYPE' type='hidden'/>");
    assert_eq!(form.form_type(), None);
    assert!(form.form_type_field().is_some());
}

#[test]
fn writes_the_form_type_first_and_hidden() {
    let mut form = Form::of_type(FormKind::Submit, "urn:example:tea");
    form.set_value("cups", "3");
    assert_eq!(form.form_type(), Some("urn:example:tea"));
    assert_eq!(form.fields[0].kind, Some(FieldKind::Hidden));
    assert_eq!(
        xmpp_xml::to_string(&form).as_deref(),
        Ok("<x xmlns='jabber:x:data' type='submit'>\
             <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>\
             <field var='cups'><value>3</value></field></x>")
    );
}
