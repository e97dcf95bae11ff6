//! What the area promises, seen from outside.

extern crate alloc;

mod calls;
mod files;
mod sessions;
mod transports;
mod vectors;
