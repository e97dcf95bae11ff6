//! Streams through their public face.

mod bosh;
mod dialback;
mod errors;
mod features;
mod header;
mod negotiation;
mod streams;
