//! Streams through their public face.

mod dialback;
mod errors;
mod features;
mod header;
mod negotiation;
mod streams;
