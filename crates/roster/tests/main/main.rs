//! What rosters promise, seen from outside.

mod exchange;
mod features;
mod list;
