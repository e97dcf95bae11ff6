//! Streams through their public face.

mod errors;
mod features;
mod header;
mod negotiation;
mod streams;
