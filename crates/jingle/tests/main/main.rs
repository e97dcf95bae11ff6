//! What the area promises, seen from outside.

mod calls;
mod editing;
mod encrypted_transports;
mod files;
mod initiation;
mod publications;
mod sessions;
mod transports;
