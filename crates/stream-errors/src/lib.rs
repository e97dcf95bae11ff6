//! Streams: headers, features, errors and negotiation.
//!
//! [`reader`] splits a stream as its bytes arrive, [`writer`] produces one; [`stream`] has its header and its end tag,
//! [`features`] its features and [`error`] its errors; the other modules are for negotiation: TLS ([`tls`]), authentication
//! ([`sasl`], and [`component`] for external components), resource binding ([`bind`]) and the obsolete session
//! establishment ([`session`]). Servers verify each other by [`dialback`]. [`framing`] is for WebSocket,
//! [`bosh`] for HTTP.
//!
//! ```
//! use xmpp_stream_errors::features::Features;
//! use xmpp_stream_errors::sasl::{Auth, Data, Mechanism};
//! use xmpp_stream_errors::stream::Header;
//!
//! let header = Header::from_start_tag(
//!     "<?xml version='1.0'?>\
//!      <stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'
//!                     from='tea.example' id='7f' version='1.0'>",
//! )?;
//! assert_eq!(header.namespaces.default_namespace(), Some("jabber:client"));
//! assert_eq!(header.end_tag(), "</stream:stream>");
//!
//! let features: Features = xmpp_xml::from_str(
//!     "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
//!      <mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>EXTERNAL</mechanism></mechanisms>\
//!      </stream:features>",
//! )?;
//! assert!(features.mechanisms().is_some_and(|m| m.mechanisms.contains(&Mechanism::External)));
//!
//! // An initial response of no bytes is not the same as none.
//! assert_eq!(
//!     xmpp_xml::to_string(&Auth::new(Mechanism::External, Data::from(vec![])))?,
//!     "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>"
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

pub mod bind;
pub mod bosh;
pub mod component;
pub mod dialback;
pub mod error;
pub mod features;
pub mod framing;
pub mod reader;
pub mod sasl;
pub mod session;
pub mod stream;
pub mod tls;
pub mod writer;

pub use crate::error::{Condition, StreamError};
pub use crate::features::Features;
pub use crate::reader::{StreamEvent, StreamReader};
pub use crate::stream::{ContentNamespace, Header};
pub use crate::writer::StreamWriter;

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    ///
    /// The elements of SASL may be nested, too: other specifications use them within their own. Conditions match
    /// any name in their namespace, so they come after the elements with fixed names.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Header>("RFC 6120", "4.7", &[Place::Nonza]),
        Entry::of::<Features>("RFC 6120", "4.3.2", &[Place::Nonza]),
        Entry::of::<StreamError>("RFC 6120", "4.9", &[Place::Nonza]),
        Entry::of::<error::Text>("RFC 6120", "4.9.2", &[Place::Nested]),
        Entry::of::<error::DefinedCondition>("RFC 6120", "4.9.3", &[Place::Nested]),
        Entry::of::<framing::Open>("RFC 7395", "3.4", &[Place::Nonza]),
        Entry::of::<framing::Close>("RFC 7395", "3.6", &[Place::Nonza]),
        Entry::of::<bosh::Body>("XEP-0124", "6", &[Place::Nonza]),
        Entry::of::<tls::StartTls>("RFC 6120", "5.4", &[Place::StreamFeature, Place::Nonza]),
        Entry::of::<tls::Proceed>("RFC 6120", "5.4.2.3", &[Place::Nonza]),
        Entry::of::<tls::Failure>("RFC 6120", "5.4.2.2", &[Place::Nonza]),
        Entry::of::<sasl::Mechanisms>("RFC 6120", "6.4.1", &[Place::StreamFeature, Place::Nested]),
        Entry::of::<sasl::Auth>("RFC 6120", "6.4.2", &[Place::Nonza, Place::Nested]),
        Entry::of::<sasl::Challenge>("RFC 6120", "6.4.3", &[Place::Nonza, Place::Nested]),
        Entry::of::<sasl::Response>("RFC 6120", "6.4.3", &[Place::Nonza, Place::Nested]),
        Entry::of::<sasl::Abort>("RFC 6120", "6.4.4", &[Place::Nonza, Place::Nested]),
        Entry::of::<sasl::Failure>("RFC 6120", "6.4.5", &[Place::Nonza, Place::Nested]),
        Entry::of::<sasl::Success>("RFC 6120", "6.4.6", &[Place::Nonza, Place::Nested]),
        Entry::of::<sasl::Text>("RFC 6120", "6.5", &[Place::Nested]),
        Entry::of::<sasl::DefinedCondition>("RFC 6120", "6.5", &[Place::Nested]),
        Entry::of::<bind::Feature>("RFC 6120", "7.4", &[Place::StreamFeature]),
        Entry::of::<bind::Request>("RFC 6120", "7.6", &[Place::IqSet]),
        Entry::of::<bind::Response>("RFC 6120", "7.6", &[Place::IqResult]),
        Entry::of::<bind::Unbind>("XEP-0193", "2", &[Place::IqSet, Place::StreamFeature]),
        Entry::of::<session::Session>(
        "RFC 3921",
        "3",
        &[Place::StreamFeature, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<component::Handshake>("XEP-0114", "3", &[Place::Nonza]),
        Entry::of::<dialback::Authorization>("XEP-0220", "2.1.1", &[Place::Nonza]),
        Entry::of::<dialback::Verification>("XEP-0220", "2.1.2", &[Place::Nonza]),
        Entry::of::<dialback::DialbackError>("XEP-0220", "2.5", &[Place::Nested]),
        Entry::of::<dialback::Feature>("XEP-0220", "2.4.2", &[Place::StreamFeature]),
    ];
}
