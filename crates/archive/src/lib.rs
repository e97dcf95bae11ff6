//! What a server keeps of messages and accounts: copies for other clients, archives, what has been read, and exports.
//!
//! | module | what is in it |
//! |---|---|
//! | [`carbons`] | copies of the messages that the other clients of an account send and receive |
//! | [`mam`] | archives of messages: queries, results page by page, preferences |
//!
//! What the server says on behalf of an account can be forged by anybody who sends the same elements, so they are read by
//! who has sent them: a carbon by [`Carbon::of`](carbons::Carbon::of), the results of a query by a
//! [`Search`](mam::Search).
//!
//! ```
//! use xmpp_archive::carbons::Carbon;
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//!
//! let account = Jid::new("romeo@montague.example/garden")?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='romeo@montague.example'><received xmlns='urn:xmpp:carbons:2'>\
//!      <forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='juliet@capulet.example/balcony'>\
//!      <body>What man art thou?</body></message></forwarded></received></message>",
//! )?;
//! let carbon = Carbon::of(&message, &account)?.expect("a carbon");
//! assert_eq!(carbon.message.body(&[]), Some("What man art thou?"));
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

mod archived;
pub mod carbons;
pub mod mam;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

/// The elements of this area.
pub static REGISTRY: &[Entry] = &[
    Entry::of::<carbons::Enable>("XEP-0280", "4", &[Place::IqSet]),
    Entry::of::<carbons::Disable>("XEP-0280", "5", &[Place::IqSet]),
    Entry::of::<carbons::Received>("XEP-0280", "7", &[Place::Message]),
    Entry::of::<carbons::Sent>("XEP-0280", "8", &[Place::Message]),
    Entry::of::<carbons::Private>("XEP-0280", "9", &[Place::Message]),
    Entry::of::<mam::Query>(
        "XEP-0313",
        "3",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
    ),
    Entry::of::<mam::QueryResult>("XEP-0313", "3.2", &[Place::Message, Place::Nested]),
    Entry::of::<mam::Fin>("XEP-0313", "3", &[Place::IqResult, Place::Message]),
    Entry::of::<mam::Metadata>("XEP-0313", "4", &[Place::IqGet, Place::IqResult]),
    Entry::of::<mam::MetadataStart>("XEP-0313", "4", &[Place::Nested]),
    Entry::of::<mam::MetadataEnd>("XEP-0313", "4", &[Place::Nested]),
    Entry::of::<mam::Archived>("XEP-0313", "2.5", &[Place::Message, Place::Nested]),
    Entry::of::<mam::Preferences>(
        "XEP-0441",
        "2.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
    ),
    Entry::of::<mam::Always>("XEP-0441", "2.1.2", &[Place::Nested]),
    Entry::of::<mam::Never>("XEP-0441", "2.1.3", &[Place::Nested]),
];

/// The forms of this area.
pub static FORMS: &[FormEntry] = &[FormEntry::of::<mam::Filter>("XEP-0313", "9.2")];
