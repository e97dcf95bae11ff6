//! The three stanzas of XMPP and stanza errors.
//!
//! The types read what RFC 6120 and RFC 6121 define and keep everything else verbatim. Payloads are
//! [`RawElement`](xmpp_xml::RawElement)s until they are parsed on demand, so an invalid payload never makes the stanza
//! invalid.
//!
//! ```
//! use xmpp_core_stanzas::{Condition, Iq, IqKind, Stanza};
//! use xmpp_xml::{Extra, Xml};
//!
//! /// How far back the weather station should report.
//! #[derive(Clone, Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:weather", name = "report")]
//! struct Report {
//!     #[xml(attribute)]
//!     hours: u8,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! let source = "<iq xmlns='jabber:client' from='alice@example.com/desk' to='station.example.com' id='w1' type='get'>\
//!               <report xmlns='urn:example:weather' hours='many'/></iq>";
//! let Stanza::Iq(iq) = xmpp_xml::from_str(source)? else { unreachable!() };
//! let error = iq.as_get::<Report>().unwrap_err();
//! assert_eq!(error.path(), "/iq/report/@hours");
//!
//! let reply = iq.error_reply(&error).unwrap();
//! assert_eq!((reply.kind, reply.id.as_deref()), (Some(IqKind::Error), Some("w1")));
//! assert_eq!(reply.error.unwrap().condition(), Some(&Condition::BadRequest));
//!
//! let request = Iq::new(IqKind::Get, "w2").with_payload(&Report { hours: 6, extra: Extra::new() })?;
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<iq xmlns='jabber:client' id='w2' type='get'><report xmlns='urn:example:weather' hours='6'/></iq>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]
#![doc = include_str!("index.md")]

extern crate alloc;

mod error;
mod iq;
mod message;
mod payload;
mod presence;
mod requests;
mod stanza;
mod text;

pub use crate::error::{
    Condition, DefinedCondition, ERROR_NS, ErrorText, StandaloneError, StanzaError, StanzaErrorKind,
};
pub use crate::iq::{AnswerError, Iq, IqKind};
pub use crate::message::{Body, Message, MessageKind, Subject, Thread};
pub use crate::presence::{Presence, PresenceKind, Show, Status};
pub use crate::requests::Requests;
pub use crate::stanza::{
    CLIENT, COMPONENT, COMPONENT_CONNECT, SERVER, Stanza, StanzaNamespace, StreamElement,
};

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this crate.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Message>("RFC 6120", "8.2.1", &[Place::Stanza]),
        Entry::of::<Subject>("RFC 6121", "5.2.4", &[Place::Nested]),
        Entry::of::<Body>("RFC 6121", "5.2.3", &[Place::Nested]),
        Entry::of::<Thread>("RFC 6121", "5.2.5", &[Place::Nested]),
        Entry::of::<Presence>("RFC 6120", "8.2.2", &[Place::Stanza]),
        Entry::of::<Status>("RFC 6121", "4.7.2.2", &[Place::Nested]),
        Entry::of::<Iq>("RFC 6120", "8.2.3", &[Place::Stanza]),
        Entry::of::<StanzaError>("RFC 6120", "8.3.2", &[Place::Nested]),
        Entry::of::<StandaloneError>("RFC 6120", "8.3.2", &[Place::Nested]),
        Entry::of::<ErrorText>("RFC 6120", "8.3.2", &[Place::Nested]),
        Entry::of::<DefinedCondition>("RFC 6120", "8.3.3", &[Place::Nested]),
    ];
}
