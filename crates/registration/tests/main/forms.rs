//! The forms of registration as types.

use std::fs;
use std::path::Path;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_registration::FORMS;
use xmpp_registration::forms::{Cancellation, Challenge, PasswordChange, Registration};
use xmpp_registration::invitation::Invitation;
use xmpp_registration::register::Query;
use xmpp_xml::{Options, first_element};

use crate::written;

/// The forms of `testdata/registration/forms.xml` that stand alone.
fn vectors() -> Vec<Form> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/registration/forms.xml");
    let text = fs::read_to_string(path).expect("a vector is UTF-8");
    let mut rest = text.as_str();
    let mut forms = Vec::new();
    while let Ok((root, end)) = first_element(rest, &Options::file()) {
        forms.extend(root.parse::<Form>().ok());
        rest = &rest[end..];
    }
    forms
}

/// The first vector that is a `T`, of this kind.
fn vector<T: FormType>(kind: FormKind) -> T {
    let forms = vectors();
    let form = forms
        .iter()
        .find(|form| T::matches(form) && form.kind.as_ref() == Some(&kind));
    form.expect("there is one").parse().expect("it is one")
}

#[test]
fn reads_every_field_of_every_form() {
    for entry in FORMS {
        let forms = vectors();
        let is_full = |form: &&Form| {
            form.form_type() == Some(entry.form_type)
                && entry
                    .fields
                    .iter()
                    .all(|field| form.field(field.var).is_some())
        };
        let form = forms
            .iter()
            .find(is_full)
            .expect("there is one with all fields");
        let again = entry.round_trip(form).expect("it is valid");
        assert_eq!(written(&again), written(form));
    }
    let registration: Registration = vector(FormKind::Submit);
    assert_eq!(registration.username.as_deref(), Some("wren"));
    assert_eq!(registration.password.as_deref(), Some(" two  words "));
    assert_eq!(registration.answers, Some(3));
    assert_eq!(registration.question.as_deref(), Some("the robin"));
    let challenge: Challenge = vector(FormKind::Submit);
    assert_eq!(challenge.sha_256.as_deref(), Some("wren@library.example1A"));
    assert_eq!(challenge.stanza_id.as_deref(), Some("m1"));
}

#[test]
fn answers_a_form_with_what_it_holds_beside() {
    let mut registration: Registration = vector(FormKind::Form);
    registration.password = Some("pw".into());
    registration.date = None;
    let query = Query::new().with_form(registration.submit());
    assert_eq!(
        written(&query),
        "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE' type='hidden'><value>jabber:iq:register</value></field>\
         <field var='challenge' type='hidden'><value>ch9</value></field>\
         <field var='sid' type='hidden'><value>r1</value></field>\
         <field var='answers' type='hidden'><value>1</value></field>\
         <field var='username' type='text-single'><value>wren</value></field>\
         <field var='password' type='text-private'><value>pw</value></field>\
         <field var='date' type='text-single'/>\
         <field var='x-shelf' type='list-single'><value>b</value></field></x></query>"
    );
}

#[test]
fn tells_the_forms_of_a_query_apart() {
    let cancellation: Cancellation = vector(FormKind::Submit);
    assert_eq!(cancellation.username.as_deref(), Some("wren"));
    assert_eq!(cancellation.form.value("x-why"), Some("moving out"));
    let form = cancellation.to_form();
    assert!(Cancellation::matches(&form));
    assert!(!Registration::matches(&form) && !PasswordChange::matches(&form));
    let change: PasswordChange = vector(FormKind::Submit);
    assert_eq!(change.old_password.as_deref(), Some("pw"));
    assert_eq!(change.password.as_deref(), Some("пароль"));
}

#[test]
fn never_takes_an_end_that_is_not_valid_for_none() {
    let invitation = |field: &str| {
        let form: Form = xmpp_xml::from_str(&format!(
            "<x xmlns='jabber:x:data' type='result'>\
             <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:invite#invitation</value></field>{field}</x>"
        ))
        .expect("a form");
        Invitation::from_form(&form)
    };
    for name in ["expire", "expiry"] {
        let field = |value: &str| format!("<field var='{name}'><value>{value}</value></field>");
        let end = "2031-11-06T02:56:15Z";
        let valid = invitation(&field(end)).expect("an end");
        assert_eq!(valid.end().map(|end| end.as_str()), Some(end));
        invitation(&field("in a week")).expect_err("no moment");
    }
    let field = |name: &str, day: &str| {
        format!("<field var='{name}'><value>2031-11-{day}T02:56:15Z</value></field>")
    };
    for (one, other) in [("06", "07"), ("07", "06")] {
        let both = invitation(&(field("expire", one) + &field("expiry", other)));
        let end = both.expect("two ends").end().map(|end| end.date().day());
        assert_eq!(end, Some(6));
    }
    assert_eq!(invitation("").expect("no end").end(), None);
}

#[test]
fn shows_no_password() {
    let form: Form = xmpp_xml::from_str(
        "<x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE' type='hidden'><value>jabber:iq:register:changepassword</value></field>\
         <field var='username'><value>alice</value></field>\
         <field var='old_password'><value>hunter2</value></field>\
         <field var='password'><value>hunter3</value></field></x>",
    )
    .expect("a form");
    let change: PasswordChange = form.parse().expect("a change");
    assert!(!format!("{change:?}").contains("hunter"), "{change:?}");
}
