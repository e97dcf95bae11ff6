//! What leaves the types at an edge, goes through the program on the other side of it, and comes back.

extern crate alloc;

mod compared;
mod corpus;
mod limits;
mod minidom;
mod programs;
mod prosody;
mod routes;
mod serde;
mod streams;
mod xso;
