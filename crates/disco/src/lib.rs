//! Service discovery: the identities, features and items of an entity.
//!
//! [`info`] queries an entity about itself, [`items`] about its parts. With [`caps`] most queries are unnecessary: an entity
//! announces a hash of its answer, and equal hashes mean equal answers. [`caps2`] is a more secure successor.
//!
//! ```
//! use xmpp_disco::caps::{Capabilities, Verification};
//! use xmpp_disco::info;
//!
//! let announced: Capabilities = xmpp_xml::from_str(
//!     "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' \
//!         node='https://client.example' ver='JIoDvts4wSy7gHDvxrA4JlvrJ+8='/>",
//! )?;
//! let request = announced.request();
//! assert_eq!(request.node.as_deref(), Some("https://client.example#JIoDvts4wSy7gHDvxrA4JlvrJ+8="));
//!
//! let answer: info::Response = xmpp_xml::from_str(
//!     "<query xmlns='http://jabber.org/protocol/disco#info' \
//!             node='https://client.example#JIoDvts4wSy7gHDvxrA4JlvrJ+8='>\
//!        <identity category='client' type='pc' name='Wings'/>\
//!        <feature var='http://jabber.org/protocol/disco#info'/>\
//!        <feature var='urn:example:flight'/>\
//!      </query>",
//! )?;
//! assert_eq!(announced.verify(&answer), Verification::Valid);
//! assert!(answer.has_feature("urn:example:flight"));
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

pub mod caps;
pub mod caps2;
pub mod filter;
pub mod info;
pub mod items;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

/// The registered forms of this area.
pub const FORMS: &[FormEntry] = &[FormEntry::of::<filter::Types>("XEP-0462", "3.2")];

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<info::Request>("XEP-0030", "3.1", &[Place::IqGet]),
        // Link-local messaging (XEP-0174) has no iq before the stream is open, so it is announced in the stream features.
        Entry::of::<info::Response>("XEP-0030", "3.1", &[Place::IqResult, Place::StreamFeature]),
        Entry::of::<info::Identity>("XEP-0030", "3.1", &[Place::Nested]),
        Entry::of::<info::Feature>("XEP-0030", "3.1", &[Place::Nested]),
        Entry::of::<items::Request>("XEP-0030", "4.1", &[Place::IqGet]),
        // A responder may announce its commands unasked, in a message (XEP-0050).
        Entry::of::<items::Response>("XEP-0030", "4.1", &[Place::IqResult, Place::Message]),
        Entry::of::<items::Item>("XEP-0030", "4.1", &[Place::Nested]),
        Entry::of::<caps2::Capabilities>(
            "XEP-0390",
            "5.4",
            &[Place::Presence, Place::StreamFeature, Place::IqSet],
        ),
        Entry::of::<filter::Filter>("XEP-0462", "3.2", &[Place::Nested]),
        Entry::of::<caps::Capabilities>("XEP-0115", "4", &[Place::Presence, Place::StreamFeature]),
    ];
}
