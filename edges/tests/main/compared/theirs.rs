//! The programs with xmpp-parsers.

pub(crate) mod echo;
pub(crate) mod form;
pub(crate) mod gateway;
pub(crate) mod json;
pub(crate) mod payload;
pub(crate) mod ported;
pub(crate) mod property;
pub(crate) mod room;
