//! What the area promises, seen from outside.

mod calls;
mod encrypted_transports;
mod editing;
mod files;
mod initiation;
mod publications;
mod sessions;
mod transports;
