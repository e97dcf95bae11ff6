//! What the area promises, seen from outside.

mod calls;
mod editing;
mod files;
mod initiation;
mod publications;
mod sessions;
mod transports;
