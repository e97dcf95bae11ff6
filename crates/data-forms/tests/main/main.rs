//! Data forms through their public face.

mod change;
mod feature_negotiation;
mod form_type;
mod layout;
mod submit;
mod typed;
mod validate;
mod values;

use xmpp_data_forms::form::Form;
use xmpp_xml::RawElement;

/// Compares what is written of a form with its source, in whose text the same has been changed.
#[track_caller]
fn assert_edited(form: &Form, source: &str, edits: &[(&str, &str)]) {
    let mut expected = source.to_owned();
    for (from, to) in edits {
        assert_eq!(expected.matches(from).count(), 1, "{from}");
        expected = expected.replace(from, to);
    }
    let canonical = |source: &str| {
        let raw = RawElement::from_slice(source.as_bytes()).expect("well-formed");
        raw.canonical()
    };
    let written = xmpp_xml::to_string(form).expect("can be written");
    assert_eq!(canonical(&written), canonical(&expected), "{written}");
}

/// What the derive says where it cannot help.
#[test]
fn explains_what_cannot_be_derived() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
