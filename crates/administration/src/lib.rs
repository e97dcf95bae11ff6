//! Server administration: components and their permissions, information about servers and accounts, and administrators'
//! commands.
//!
//! | module | what is in it |
//! |---|---|
//! | [`delegation`] | a component answers requests on behalf of its server |
//! | [`privilege`] | a component acts on behalf of the accounts of its server |
//! | [`server_info`] | contact addresses of a server's operators, and its connections to other servers |
//! | [`affiliation`] | how well a server knows the owner of an account |
//! | [`data_policy`] | how a service handles data |
//! | [`content_rating`] | what content to expect of a service |
//! | [`service`] | the ad-hoc commands of administrators |
//! | [`statistics`] | statistics of a server or component |
//! | [`limits`] | errors for exceeded limits |
//! | [`evil`] | malicious stanzas |
//!
//! A component must accept delegated requests only from its server: read them with
//! [`Delegation::request`](delegation::Delegation::request). A server checks what a component wants to send with
//! [`Privilege::message`](privilege::Privilege::message) and [`PrivilegedIq::request`](privilege::PrivilegedIq::request).
//!
//! ```
//! use xmpp_administration::delegation::{Delegation, DelegationError};
//! use xmpp_core_stanzas::Iq;
//! use xmpp_jid::Jid;
//!
//! let server = Jid::new("tea.example")?;
//! let iq: Iq = xmpp_xml::from_str(
//!     "<iq xmlns='jabber:component:accept' type='set' id='d1' from='tea.example' to='pubsub.tea.example'>\
//!      <delegation xmlns='urn:xmpp:delegation:2'><forwarded xmlns='urn:xmpp:forward:0'>\
//!      <iq xmlns='jabber:client' type='get' id='p1' from='hare@tea.example/cup' to='hare@tea.example'>\
//!      <pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq></forwarded></delegation></iq>",
//! )?;
//! let request = Delegation::request(&iq, &server)?.expect("a request");
//! assert_eq!(request.from.expect("a client"), "hare@tea.example/cup");
//!
//! let forged = iq.with_from(Jid::new("hatter@tea.example")?);
//! assert_eq!(Delegation::request(&forged, &server), Err(DelegationError::Untrusted));
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

pub mod affiliation;
pub mod content_rating;
pub mod data_policy;
pub mod delegation;
pub mod evil;
mod forwarding;
pub mod limits;
pub mod privilege;
pub mod server_info;
pub mod service;
pub mod statistics;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<delegation::Delegation>(
        "XEP-0355",
        "4",
        &[Place::IqSet, Place::IqResult, Place::Message],
        ),
        Entry::of::<delegation::Delegated>("XEP-0355", "4.2", &[Place::Nested]),
        Entry::of::<delegation::Attribute>("XEP-0355", "4.2", &[Place::Nested]),
        Entry::of::<delegation::Query>("XEP-0355", "5.1", &[Place::IqGet]),
        Entry::of::<delegation::Delegate>("XEP-0355", "5.1", &[Place::Nested]),
        Entry::of::<privilege::Privilege>("XEP-0356", "4.2", &[Place::IqResult, Place::Message]),
        Entry::of::<privilege::Permission>("XEP-0356", "4.2", &[Place::Nested]),
        Entry::of::<privilege::IqNamespace>("XEP-0356", "6.2", &[Place::Nested]),
        Entry::of::<privilege::PrivilegedIq>("XEP-0356", "6.3", &[Place::IqGet, Place::IqSet]),
        Entry::of::<server_info::ServerInfo>("XEP-0485", "4", &[Place::Nested]),
        Entry::of::<server_info::Domain>("XEP-0485", "4", &[Place::Nested]),
        Entry::of::<server_info::Federation>("XEP-0485", "4", &[Place::Nested]),
        Entry::of::<server_info::RemoteDomain>("XEP-0485", "4", &[Place::Nested]),
        Entry::of::<server_info::Connection>("XEP-0485", "4", &[Place::Nested]),
        Entry::of::<affiliation::Query>("XEP-0489", "4.2", &[Place::IqGet]),
        Entry::of::<affiliation::Info>(
        "XEP-0489",
        "4.1",
        &[Place::IqResult, Place::Message, Place::Presence],
        ),
        Entry::of::<content_rating::ContentRating>("XEP-0456", "4", &[Place::Nested]),
        Entry::of::<content_rating::Label>("XEP-0456", "4", &[Place::Nested]),
        Entry::of::<statistics::Query>("XEP-0039", "2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<statistics::Statistic>("XEP-0039", "2", &[Place::Nested]),
        Entry::of::<statistics::Failure>("XEP-0039", "2.6", &[Place::Nested]),
        Entry::of::<limits::ResourceLimitExceeded>("XEP-0205", "4.4", &[Place::StanzaError]),
        Entry::of::<limits::StanzaTooBig>(
        "XEP-0205",
        "4.5",
        &[Place::StanzaError, Place::StreamError],
        ),
        Entry::of::<limits::TooManyStanzas>("XEP-0205", "4.6", &[Place::StanzaError]),
        Entry::of::<evil::Evil>(
        "XEP-0076",
        "3",
        &[Place::Message, Place::Presence, Place::Nested],
        ),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<delegation::Consent>("XEP-0355", "5.1"),
    FormEntry::of::<server_info::Addresses>("XEP-0157", "7.1"),
    FormEntry::of::<server_info::OutageStatus>("XEP-0455", "9.1"),
    FormEntry::of::<content_rating::Rating>("XEP-0456", "5.1"),
    FormEntry::of::<data_policy::DataPolicy>("XEP-0504", "3"),
    FormEntry::of::<service::Command>("XEP-0133", "8.2"),
];
