//! Queries that any entity may answer: [ping](ping), [last activity](last_activity), [local time](time) and
//! [software version](version); also the time since its user's [last interaction](idle), and [DOAP](doap) documents,
//! which list what a project implements.
//!
//! ```
//! use xmpp_entity::last_activity::Response;
//!
//! let answer: Response = xmpp_xml::from_str("<query xmlns='jabber:iq:last' seconds='903'>Off to tea</query>")?;
//! assert_eq!((answer.seconds, answer.status.as_deref()), (903, Some("Off to tea")));
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

pub mod binary;
pub mod cookies;
pub mod dance;
pub mod doap;
pub mod idle;
pub mod last_activity;
pub mod ping;
pub mod poke;
pub mod software;
pub mod time;
pub mod version;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<ping::Ping>("XEP-0199", "3", &[Place::IqGet]),
        Entry::of::<last_activity::Request>("XEP-0012", "2", &[Place::IqGet]),
        Entry::of::<last_activity::Response>("XEP-0012", "2", &[Place::IqResult, Place::Presence]),
        Entry::of::<poke::Poke>(
            "XEP-0132",
            "3",
            &[Place::Presence, Place::IqGet, Place::IqResult],
        ),
        Entry::of::<cookies::SetCookies>(
            "XEP-0464",
            "3.1",
            &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<cookies::Cookies>(
            "XEP-0464",
            "3.4",
            &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<cookies::Cookie>("XEP-0464", "2", &[Place::Nested]),
        Entry::of::<binary::Bit>(
            "XEP-0239",
            "2",
            &[Place::Nonza, Place::Message, Place::Nested],
        ),
        Entry::of::<dance::Performance>("XEP-0512", "11", &[Place::Nested]),
        Entry::of::<dance::Dancer>("XEP-0512", "3", &[Place::Nested]),
        Entry::of::<dance::Misstep>("XEP-0512", "11", &[Place::Nested]),
        Entry::of::<doap::Document>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Project>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Contributor>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Agent>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::RepositoryProperty>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Repository>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Implements>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Release>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Version>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::Property>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::SchemaProperty>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::AgentProperty>("XEP-0453", "4.1", &[Place::Nested]),
        Entry::of::<doap::SupportedXep>("XEP-0453", "4.2", &[Place::Nested]),
        Entry::of::<doap::Xep>("XEP-0453", "4.2", &[Place::Nested]),
        Entry::of::<doap::Note>("XEP-0453", "4.2", &[Place::Nested]),
        Entry::of::<idle::Idle>("XEP-0319", "2.1", &[Place::Presence]),
        Entry::of::<time::Request>("XEP-0202", "2", &[Place::IqGet]),
        Entry::of::<time::Response>("XEP-0202", "2", &[Place::IqResult]),
        Entry::of::<version::Request>("XEP-0092", "2", &[Place::IqGet]),
        Entry::of::<version::Response>("XEP-0092", "2", &[Place::IqResult]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[FormEntry::of::<software::SoftwareInfo>("XEP-0232", "5.1")];
