//! No operation costs more than in proportion to its input.
#![expect(
    clippy::std_instead_of_alloc,
    clippy::std_instead_of_core,
    reason = "tests need std anyway, and one name for it is enough"
)]

mod harness;
mod known;
mod linear;
