//! What every operation costs for hostile input: bytes of heap and steps of work, counted and not timed.
//!
//! A [family](family::Family) is a way to make an input of any size: a part of XML's grammar that is long, encoded,
//! many or in many pieces, in some place of an element that a type is for. The families are made from the grammar and
//! from the registry; nobody lists inputs. An [operation](operation::Operation) is something that a program does with
//! an input. Each is [measured](growth::measure) on inputs that double, and what it costs must double as well.
//!
//! The test run takes small inputs, for they show growth as large ones do. `cargo xtask cost` takes larger ones and all
//! that the limits allow, prints the table, and compares with the instructions that a processor really executes.
#![expect(
    clippy::std_instead_of_alloc,
    clippy::std_instead_of_core,
    reason = "a tool needs std anyway, and one name for it is enough"
)]

mod address;
pub mod carrier;
pub mod family;
pub mod grammar;
pub mod growth;
pub mod operation;
mod random;
pub mod run;
pub mod shapes;
mod stream;
pub mod tree;
pub mod vectors;

/// The seed of the choice that the test run makes.
pub const SEED: u64 = 8;
