//! The behaviour of the crate through its public face.

extern crate alloc;

mod build;
mod compare;
mod construct;
mod element;
mod errors;
mod hostile;
mod in_place;
mod limits;
mod modified;
mod namespaces;
#[cfg(feature = "proptest")]
mod proptest;
mod raw;
mod reader;
mod rescope;
#[cfg(feature = "serde")]
mod serde;
mod shadowed;
mod stream;
mod strict;
mod values;

/// What the derive says where it cannot help.
#[test]
fn explains_what_cannot_be_derived() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
