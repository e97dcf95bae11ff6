//! What the area promises, seen from outside.

mod calls;
mod files;
mod sessions;
mod transports;
