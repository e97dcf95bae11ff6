//! What the area promises, seen from outside.

mod calls;
mod encrypted_transports;
mod files;
mod publications;
mod sessions;
mod transports;
