//! What remote procedure calls promise, seen from outside.

mod call;
mod value;
