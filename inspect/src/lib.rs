//! Looks at XMPP: stanzas, captures of streams and debug logs as trees of types, with what is wrong in them and where.
//!
//! This is the inside of the program `xmpp-inspect`, which its README describes; the tools of the workspace share the part that
//! cuts an input into roots. It is no stable interface: who wants to read stanzas uses `xmpp-stanzas`.

#![expect(
    clippy::std_instead_of_alloc,
    reason = "a program needs std anyway, and one name for it is enough"
)]

pub mod cut;
#[doc(hidden)]
pub mod fitting;
pub mod follow;
mod hidden;
pub mod inspection;
pub mod json;
mod log;
#[doc(hidden)]
pub mod scan;
#[doc(hidden)]
pub mod scope;
pub mod show;
mod spans;
#[doc(hidden)]
pub mod stream;
