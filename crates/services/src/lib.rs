//! Services for clients: push notifications, external services, gateways, HTTP verification, DNS and workgroup queues.
//!
//! | module | what is in it |
//! |---|---|
//! | [`push`] | push notifications for clients that are not connected |
//! | [`external`] | external services, such as STUN and TURN, and the credentials for them |
//! | [`http_auth`] | confirming an HTTP request |
//! | [`jid_preparation`] | validation and normalization of JIDs |
//! | [`server_ip`] | a client's IP address as seen by its server |
//! | [`dns`] | DNS queries |
//! | [`gateway`] | the JIDs of users of legacy networks |
//! | [`workgroup`] | queues for a conversation with an agent of a workgroup |
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_services::push::{Disable, Enable};
//!
//! let service = Jid::new("push-5.client.example")?;
//! let enable = Enable::new(service.clone()).with_node("yxs32uqsflafdk3iuqo");
//! assert_eq!(
//!     xmpp_xml::to_string(&enable)?,
//!     "<enable xmlns='urn:xmpp:push:0' jid='push-5.client.example' node='yxs32uqsflafdk3iuqo'/>"
//! );
//!
//! // Without a node, all of them are disabled.
//! let disable: Disable =
//!     xmpp_xml::from_str("<disable xmlns='urn:xmpp:push:0' jid='push-5.client.example'/>")?;
//! assert!(disable.is_all() && disable.covers(&enable));
//! assert!(!Disable::node(service, "another").covers(&enable));
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

extern crate alloc;

pub mod dns;
pub mod external;
pub mod gateway;
pub mod http_auth;
pub mod jid_preparation;
pub mod push;
pub mod server_ip;
pub mod workgroup;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<push::Enable>("XEP-0357", "5", &[Place::IqSet]),
        Entry::of::<push::Disable>("XEP-0357", "6", &[Place::IqSet]),
        Entry::of::<push::Notification>("XEP-0357", "7", &[Place::Nested]),
        Entry::of::<external::Services>(
        "XEP-0215",
        "2",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<external::Credentials>("XEP-0215", "3.3", &[Place::IqGet, Place::IqResult]),
        Entry::of::<external::Service>("XEP-0215", "2", &[Place::Nested]),
        Entry::of::<http_auth::Confirm>(
        "XEP-0070",
        "4.5",
        &[Place::IqGet, Place::IqResult, Place::Message],
        ),
        Entry::of::<jid_preparation::Request>("XEP-0328", "3", &[Place::IqGet]),
        Entry::of::<jid_preparation::EncodedRequest>("XEP-0328", "4", &[Place::IqGet]),
        Entry::of::<jid_preparation::Response>("XEP-0328", "3", &[Place::IqResult]),
        Entry::of::<jid_preparation::Prepared>("XEP-0328", "3", &[Place::Nested]),
        Entry::of::<jid_preparation::Refused>("XEP-0328", "3", &[Place::Nested]),
        Entry::of::<jid_preparation::Legacy>("XEP-0328", "3", &[Place::IqGet, Place::IqResult]),
        Entry::of::<server_ip::Address>("XEP-0279", "2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<server_ip::Legacy>("XEP-0279", "2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<dns::Dns>("XEP-0418", "3", &[Place::IqGet, Place::IqResult]),
        Entry::of::<gateway::Query>(
        "XEP-0100",
        "6.3",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<workgroup::JoinQueue>(
        "XEP-0142",
        "3.2.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<workgroup::DepartQueue>("XEP-0142", "3.2.2", &[Place::IqSet, Place::Message]),
        Entry::of::<workgroup::QueueStatus>(
        "XEP-0142",
        "3.2.3",
        &[Place::IqGet, Place::IqResult, Place::Message],
        ),
        Entry::of::<workgroup::AgentStatus>("XEP-0142", "4.2.1", &[Place::Presence]),
        Entry::of::<workgroup::NotifyAgents>("XEP-0142", "4.2.2", &[Place::Presence]),
        Entry::of::<workgroup::NotifyQueue>("XEP-0142", "4.2.3", &[Place::Presence]),
        Entry::of::<workgroup::NotifyQueueDetails>("XEP-0142", "4.2.3", &[Place::Presence]),
        Entry::of::<workgroup::User>("XEP-0142", "4.2.3", &[Place::Nested]),
        Entry::of::<workgroup::AgentStatusRequest>(
        "XEP-0142",
        "4.2.4",
        &[Place::IqGet, Place::IqResult],
        ),
        Entry::of::<workgroup::Agent>("XEP-0142", "4.2.4", &[Place::Nested]),
        Entry::of::<workgroup::Offer>("XEP-0142", "4.2.5", &[Place::IqSet, Place::Message]),
        Entry::of::<workgroup::OfferAccept>("XEP-0142", "4.2.6", &[Place::IqSet]),
        Entry::of::<workgroup::OfferReject>("XEP-0142", "4.2.6", &[Place::IqSet]),
        Entry::of::<workgroup::OfferRevoke>("XEP-0142", "4.2.7", &[Place::IqSet]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<push::Summary>("XEP-0357", "11.3"),
    FormEntry::of::<workgroup::Info>("XEP-0142", "5"),
];
