//! Small vocabularies that are used in the payloads of several areas.
//!
//! Each module is one namespace, or none.
//!
//! ```
//! use xmpp_vocabulary::result_set::ResultSet;
//!
//! let page: ResultSet = xmpp_xml::from_str(
//!     "<set xmlns='http://jabber.org/protocol/rsm'>\
//!      <first index='20'>k</first><last>o</last><count>26</count></set>",
//! )?;
//! assert_eq!(page.count, Some(26));
//!
//! let next = page.next(5).unwrap();
//! assert_eq!(
//!     xmpp_xml::to_string(&next)?,
//!     "<set xmlns='http://jabber.org/protocol/rsm'><after>o</after><max>5</max></set>"
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

use xmpp_xml::registry::{Entry, Place};

pub mod bits_of_binary;
pub mod characters;
pub mod ciphers;
pub mod delay;
pub mod file_names;
pub mod forwarded;
pub mod hashes;
pub mod headers;
pub mod hints;
pub mod json;
pub mod legacy_delay;
pub mod legacy_hashes;
pub mod nickname;
pub mod oauth;
pub mod occupant_id;
pub mod order;
pub mod reference;
pub mod result_set;
pub mod stanza_id;
pub mod thumbnails;

xmpp_xml::registry! {
    /// The elements of this crate.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<bits_of_binary::Data>(
        "XEP-0231",
        "2.5",
        &[
        Place::IqGet,
        Place::IqResult,
        Place::Message,
        Place::Presence,
        Place::Nested,
        ],
        ),
        Entry::of::<delay::Delay>(
        "XEP-0203",
        "2",
        &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<forwarded::Forwarded>("XEP-0297", "3.1", &[Place::Message, Place::Nested]),
        Entry::of::<hashes::Hash>("XEP-0300", "3", &[Place::Nested]),
        Entry::of::<hashes::HashUsed>("XEP-0300", "3", &[Place::Nested]),
        Entry::of::<legacy_hashes::Hash>("XEP-0300", "3", &[Place::Nested]),
        Entry::of::<headers::Headers>(
        "XEP-0131",
        "4",
        &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<headers::Header>("XEP-0131", "4", &[Place::Nested]),
        Entry::of::<hints::Hint>("XEP-0334", "4", &[Place::Message, Place::Nested]),
        Entry::of::<json::Json>("XEP-0335", "4", &[Place::Nested]),
        Entry::of::<legacy_delay::LegacyDelay>("XEP-0091", "2", &[Place::Message, Place::Presence]),
        Entry::of::<nickname::Nickname>(
        "XEP-0172",
        "3",
        &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<oauth::Oauth>("XEP-0235", "3", &[Place::Message, Place::Presence, Place::Nested]),
        Entry::of::<oauth::errors::Error>("XEP-0235", "5", &[Place::StanzaError]),
        Entry::of::<occupant_id::OccupantId>(
        "XEP-0421",
        "3",
        &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<order::Order>("XEP-0413", "4", &[Place::Nested]),
        Entry::of::<reference::Reference>("XEP-0372", "3.1", &[Place::Message, Place::Nested]),
        Entry::of::<result_set::ResultSet>("XEP-0059", "2", &[Place::Nested]),
        Entry::of::<result_set::First>("XEP-0059", "2.2", &[Place::Nested]),
        Entry::of::<stanza_id::StanzaId>("XEP-0359", "2.1", &[Place::Message, Place::Nested]),
        Entry::of::<stanza_id::OriginId>("XEP-0359", "2.2", &[Place::Message, Place::Nested]),
        Entry::of::<stanza_id::ReferencedStanza>("XEP-0359", "4", &[Place::Message, Place::Nested]),
        Entry::of::<thumbnails::Thumbnail>("XEP-0264", "4", &[Place::Nested]),
    ];
}
