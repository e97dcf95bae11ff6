//! Sessions: authentication, resource binding, and the management, resumption and limits of streams.
//!
//! The streams themselves, with STARTTLS, SASL and resource binding of RFC 6120, are in `xmpp-stream-errors`. The types of
//! this crate are elements from its [reader](xmpp_stream_errors::reader), and among its
//! [features](xmpp_stream_errors::features) found with [`other`](xmpp_stream_errors::features::Features::other).
//!
//! | module | content |
//! |---|---|
//! | [`stream_management`] | acknowledgements and resumption, including the counters |
//! | [`client_state`] | client state indication |
//! | [`sasl2`] | authentication with everything else in few round trips |
//! | [`bind2`] | resource binding as part of that |
//! | [`fast`] | tokens for re-authentication |
//! | [`upgrade`] | upgrading password hashes, as tasks of SASL2 |
//! | [`channel_binding`] | channel binding types, and choosing one |
//! | [`pipelining`] | authentication sent along with the stream header |
//! | [`compression`] | stream compression (obsolete) |
//! | [`legacy_auth`] | non-SASL authentication (obsolete) |
//! | [`certificates`] | management of client certificates |
//! | [`access`] | the clients with access to an account |
//! | [`limits`] | limits of a stream |
//! | [`bidirectional`] | bidirectional server-to-server streams |
//! | [`multiplexing`] | several domains on one stream |
//! | [`kerberos`] | the hostname for a Kerberos principal |
//!
//! ```
//! use xmpp_sessions::sasl2::{Authenticate, Session, Success};
//! use xmpp_sessions::stream_management::{Outbound, Resume};
//! use xmpp_stream_errors::sasl::Mechanism;
//!
//! // What was sent before the connection broke, none of it acknowledged.
//! let mut sent = Outbound::new();
//! sent.push("<message id='1'/>");
//! sent.push("<message id='2'/>");
//! let request = Authenticate::new(Mechanism::ScramSha256).with_resume(Resume::new("sm-7", 0));
//!
//! let success: Success = xmpp_xml::from_str(
//!     "<success xmlns='urn:xmpp:sasl:2'>\
//!        <authorization-identifier>alice@tea.example</authorization-identifier>\
//!        <resumed xmlns='urn:xmpp:sm:3' previd='sm-7' h='1'/>\
//!      </success>",
//! )?;
//! let Some(Session::Resumed(resumed)) = success.session(&request) else { panic!("another session") };
//! assert_eq!(sent.acknowledge(resumed.h)?, ["<message id='1'/>"]);
//! assert!(sent.iter().eq(&["<message id='2'/>"])); // to be sent again
//! # Ok::<(), Box<dyn std::error::Error>>(())
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

pub mod access;
pub mod bidirectional;
pub mod bind2;
pub mod certificates;
pub mod channel_binding;
pub mod client_state;
pub mod compression;
pub mod fast;
pub mod kerberos;
pub mod legacy_auth;
pub mod limits;
pub mod multiplexing;
pub mod pipelining;
pub mod sasl2;
pub mod stream_management;
pub mod upgrade;

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<stream_management::Feature>(
        "XEP-0198",
        "2",
        &[Place::StreamFeature, Place::Nested],
        ),
        Entry::of::<stream_management::Enable>("XEP-0198", "3", &[Place::Nonza, Place::Nested]),
        Entry::of::<stream_management::Enabled>("XEP-0198", "3", &[Place::Nonza, Place::Nested]),
        Entry::of::<stream_management::Request>("XEP-0198", "4", &[Place::Nonza]),
        Entry::of::<stream_management::Ack>("XEP-0198", "4", &[Place::Nonza]),
        Entry::of::<stream_management::Resume>("XEP-0198", "5", &[Place::Nonza, Place::Nested]),
        Entry::of::<stream_management::Resumed>("XEP-0198", "5", &[Place::Nonza, Place::Nested]),
        Entry::of::<stream_management::Failed>("XEP-0198", "6", &[Place::Nonza, Place::Nested]),
        Entry::of::<stream_management::HandledCountTooHigh>("XEP-0198", "6", &[Place::StreamError]),
        Entry::of::<client_state::Feature>("XEP-0352", "4.1", &[Place::StreamFeature]),
        Entry::of::<client_state::Active>("XEP-0352", "4.2", &[Place::Nonza, Place::Nested]),
        Entry::of::<client_state::Inactive>("XEP-0352", "4.2", &[Place::Nonza, Place::Nested]),
        Entry::of::<sasl2::Authentication>("XEP-0388", "2.1", &[Place::StreamFeature]),
        Entry::of::<sasl2::Inline>("XEP-0388", "2.1", &[Place::Nested]),
        Entry::of::<sasl2::Authenticate>("XEP-0388", "2.3", &[Place::Nonza]),
        Entry::of::<sasl2::UserAgent>("XEP-0388", "2.3", &[Place::Nested]),
        Entry::of::<sasl2::Challenge>("XEP-0388", "2.5", &[Place::Nonza]),
        Entry::of::<sasl2::Response>("XEP-0388", "2.5", &[Place::Nonza]),
        Entry::of::<sasl2::Success>("XEP-0388", "2.6.1", &[Place::Nonza]),
        Entry::of::<sasl2::Failure>("XEP-0388", "2.6.2", &[Place::Nonza]),
        Entry::of::<sasl2::Continue>("XEP-0388", "2.6.3", &[Place::Nonza]),
        Entry::of::<sasl2::Tasks>("XEP-0388", "2.6.3", &[Place::Nested]),
        Entry::of::<sasl2::Next>("XEP-0388", "2.6.3", &[Place::Nonza]),
        Entry::of::<sasl2::TaskData>("XEP-0388", "2.6.3", &[Place::Nonza]),
        Entry::of::<sasl2::Abort>("XEP-0388", "4.5", &[Place::Nonza]),
        Entry::of::<bind2::Feature>("XEP-0386", "3.1", &[Place::Nested]),
        Entry::of::<bind2::Inline>("XEP-0386", "3.1", &[Place::Nested]),
        Entry::of::<bind2::InlineFeature>("XEP-0386", "3.1", &[Place::Nested]),
        Entry::of::<bind2::Request>("XEP-0386", "3.2", &[Place::Nested]),
        Entry::of::<bind2::Bound>("XEP-0386", "3.2", &[Place::Nested]),
        Entry::of::<fast::Feature>("XEP-0484", "3.1", &[Place::Nested]),
        Entry::of::<fast::TokenRequest>("XEP-0484", "3.2", &[Place::Nested]),
        Entry::of::<fast::Token>("XEP-0484", "3.3", &[Place::Nested]),
        Entry::of::<fast::Use>("XEP-0484", "3.4", &[Place::Nested]),
        Entry::of::<upgrade::Upgrade>("XEP-0480", "2.1", &[Place::Nested]),
        Entry::of::<upgrade::Salt>("XEP-0480", "3", &[Place::Nested]),
        Entry::of::<upgrade::Hash>("XEP-0480", "3", &[Place::Nested]),
        Entry::of::<channel_binding::Feature>("XEP-0440", "2", &[Place::StreamFeature]),
        Entry::of::<channel_binding::ChannelBinding>("XEP-0440", "2", &[Place::Nested]),
        Entry::of::<pipelining::ConfigVersion>(
        "XEP-0509",
        "2.1",
        &[Place::StreamFeature, Place::Nested],
        ),
        Entry::of::<pipelining::ConfigVersionMismatch>("XEP-0509", "2.2", &[Place::Nested]),
        Entry::of::<compression::Feature>("XEP-0138", "2", &[Place::StreamFeature]),
        Entry::of::<compression::Compress>("XEP-0138", "2", &[Place::Nonza]),
        Entry::of::<compression::Compressed>("XEP-0138", "2", &[Place::Nonza]),
        Entry::of::<compression::Failure>("XEP-0138", "2", &[Place::Nonza, Place::StreamError]),
        Entry::of::<compression::DefinedCondition>("XEP-0138", "2", &[Place::Nested]),
        Entry::of::<legacy_auth::Feature>("XEP-0078", "4", &[Place::StreamFeature]),
        Entry::of::<legacy_auth::Query>(
        "XEP-0078",
        "3.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<certificates::Append>("XEP-0257", "2.1", &[Place::IqSet]),
        Entry::of::<certificates::Items>("XEP-0257", "2.2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<certificates::Item>("XEP-0257", "2.2", &[Place::Nested]),
        Entry::of::<certificates::Users>("XEP-0257", "2.2", &[Place::Nested]),
        Entry::of::<certificates::Disable>("XEP-0257", "2.3", &[Place::IqSet]),
        Entry::of::<certificates::Revoke>("XEP-0257", "2.4", &[Place::IqSet]),
        Entry::of::<access::List>("XEP-0494", "3.1", &[Place::IqGet]),
        Entry::of::<access::Clients>("XEP-0494", "3.1", &[Place::IqResult]),
        Entry::of::<access::Client>("XEP-0494", "3.1", &[Place::Nested]),
        Entry::of::<access::Auth>("XEP-0494", "3.1", &[Place::Nested]),
        Entry::of::<access::Grant>("XEP-0494", "3.1", &[Place::Nested]),
        Entry::of::<access::Permission>("XEP-0494", "3.1", &[Place::Nested]),
        Entry::of::<access::UserAgent>("XEP-0494", "3.1", &[Place::Nested]),
        Entry::of::<access::Revoke>("XEP-0494", "3.2", &[Place::IqSet]),
        Entry::of::<access::PasswordResetRequired>("XEP-0494", "3.2", &[Place::StanzaError]),
        Entry::of::<limits::StreamLimits>("XEP-0478", "3.1", &[Place::StreamFeature, Place::Nested]),
        Entry::of::<bidirectional::Feature>("XEP-0288", "2.1", &[Place::StreamFeature]),
        Entry::of::<bidirectional::Request>("XEP-0288", "2.2", &[Place::Nonza]),
        Entry::of::<multiplexing::Feature>("XEP-0451", "2", &[Place::StreamFeature]),
        Entry::of::<multiplexing::Mux>("XEP-0451", "4", &[Place::Nonza, Place::IqSet]),
        Entry::of::<kerberos::Hostname>("XEP-0233", "2", &[Place::Nested]),
    ];
}
