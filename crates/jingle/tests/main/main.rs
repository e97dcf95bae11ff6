//! What the area promises, seen from outside.

mod calls;
mod files;
mod publications;
mod sessions;
mod transports;
