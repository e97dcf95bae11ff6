//! HTTP and XMPP: HTTP requests over XMPP, SOAP, and host metadata for connecting to a server.
//!
//! | module | what is in it |
//! |---|---|
//! | [`transport`] | HTTP requests and responses in stanzas |
//! | [`soap`] | SOAP in stanzas |
//! | [`host_meta`] | host metadata, by which clients find BOSH and WebSocket connections |
//!
//! Streams over HTTP are in another crate: `xmpp_stream_errors::bosh`, and `framing` for WebSocket.
//!
//! ```
//! use xmpp_http::transport::{Content, Data, Method, Request, Response, Text};
//! use xmpp_vocabulary::headers::{Header, Headers};
//!
//! let request = Request::new(Method::Get, "/tides", "1.1");
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<req xmlns='urn:xmpp:http' method='GET' resource='/tides' version='1.1'/>"
//! );
//!
//! let response: Response = xmpp_xml::from_str(
//!     "<resp xmlns='urn:xmpp:http' version='1.1' statusCode='200' statusMessage='OK'>\
//!      <data><text>high at noon</text></data></resp>",
//! )?;
//! let Some(Content::Text(text)) = response.data.and_then(|data| data.content) else {
//!     panic!("no text");
//! };
//! assert_eq!(text.value, "high at noon");
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

extern crate alloc;

pub mod host_meta;
pub mod soap;
pub mod transport;

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<transport::Request>("XEP-0332", "4.1", &[Place::IqSet]),
        Entry::of::<transport::Response>("XEP-0332", "4.1", &[Place::IqResult]),
        Entry::of::<transport::Data>("XEP-0332", "4.2", &[Place::Nested]),
        Entry::of::<transport::Text>("XEP-0332", "4.2", &[Place::Nested]),
        Entry::of::<transport::XmlContent>("XEP-0332", "4.2", &[Place::Nested]),
        Entry::of::<transport::Binary>("XEP-0332", "4.2", &[Place::Nested]),
        Entry::of::<transport::Chunked>("XEP-0332", "4.2", &[Place::Nested]),
        Entry::of::<transport::InBand>("XEP-0332", "4.2", &[Place::Nested]),
        Entry::of::<transport::Chunk>("XEP-0332", "4.2", &[Place::Message]),
        Entry::of::<transport::Close>("XEP-0332", "4.2", &[Place::Message]),
        Entry::of::<soap::Envelope>(
        "XEP-0072",
        "3.2",
        &[Place::IqSet, Place::IqResult, Place::Message],
        ),
        Entry::of::<soap::Header>("XEP-0072", "3.2", &[Place::Nested]),
        Entry::of::<soap::NotUnderstood>("XEP-0072", "3.2", &[Place::Nested]),
        Entry::of::<soap::Upgrade>("XEP-0072", "3.2", &[Place::Nested]),
        Entry::of::<soap::SupportedEnvelope>("XEP-0072", "3.2", &[Place::Nested]),
        Entry::of::<soap::Body>("XEP-0072", "3.2", &[Place::Nested]),
        Entry::of::<soap::Fault>("XEP-0072", "6", &[Place::Nested]),
        Entry::of::<soap::Code>("XEP-0072", "6", &[Place::Nested]),
        Entry::of::<soap::Subcode>("XEP-0072", "6", &[Place::Nested]),
        Entry::of::<soap::Reason>("XEP-0072", "6", &[Place::Nested]),
        Entry::of::<soap::Text>("XEP-0072", "6", &[Place::Nested]),
        Entry::of::<soap::Detail>("XEP-0072", "6", &[Place::Nested]),
        Entry::of::<soap::FaultCondition>("XEP-0072", "6", &[Place::StanzaError]),
        Entry::of::<host_meta::HostMeta>("XEP-0156", "2.1", &[Place::Nested]),
        Entry::of::<host_meta::Link>("XEP-0156", "2.1", &[Place::Nested]),
        Entry::of::<host_meta::Title>("XEP-0156", "2.1", &[Place::Nested]),
        Entry::of::<host_meta::Property>("XEP-0156", "2.1", &[Place::Nested]),
    ];
}
