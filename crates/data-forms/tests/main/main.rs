//! Data forms through their public face.

mod change;
mod form_type;
mod layout;
mod submit;
mod typed;
mod validate;
mod values;

/// What the derive says where it cannot help.
#[test]
fn explains_what_cannot_be_derived() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
