//! What the questions to an entity promise, seen from outside.

mod cookies;
mod doap;
mod idle;
mod last_activity;
mod ping;
mod time;
mod version;
