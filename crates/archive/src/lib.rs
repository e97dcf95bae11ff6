//! Server-side storage of messages and accounts: carbons, archives, read state, and exports.
//!
//! | module | content |
//! |---|---|
//! | [`carbons`] | message carbons: copies for the other clients of an account |
//! | [`mam`] | message archives: queries, paged results, preferences |
//! | [`mds`] | how far conversations have been displayed |
//! | [`inbox`] | the conversations of an account, with unread messages |
//! | [`offline`] | messages stored while an account is offline |
//! | [`collections`] | archives of conversations, the predecessor of [`mam`] |
//! | [`export`] | exported accounts of a server |
//!
//! Anybody can send the elements with which a server acts on behalf of an account, so read them with the functions that
//! check the sender: a carbon with [`Carbon::of`](carbons::Carbon::of), the results of a query with a
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
#![doc = include_str!("index.md")]

extern crate alloc;

mod archived;
pub mod carbons;
pub mod collections;
pub mod export;
pub mod inbox;
pub mod mam;
pub mod mds;
pub mod offline;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<carbons::Enable>("XEP-0280", "4", &[Place::IqSet]),
        Entry::of::<carbons::Disable>("XEP-0280", "5", &[Place::IqSet]),
        Entry::of::<carbons::Received>("XEP-0280", "7", &[Place::Message]),
        Entry::of::<carbons::Sent>("XEP-0280", "8", &[Place::Message]),
        Entry::of::<carbons::Private>("XEP-0280", "9", &[Place::Message]),
        Entry::of::<mam::Query>(
        "XEP-0313",
        "4",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<mam::QueryResult>("XEP-0313", "4.2", &[Place::Message, Place::Nested]),
        Entry::of::<mam::Fin>("XEP-0313", "4", &[Place::IqResult, Place::Message]),
        Entry::of::<mam::Metadata>("XEP-0313", "5", &[Place::IqGet, Place::IqResult]),
        Entry::of::<mam::MetadataStart>("XEP-0313", "5", &[Place::Nested]),
        Entry::of::<mam::MetadataEnd>("XEP-0313", "5", &[Place::Nested]),
        Entry::of::<mam::Archived>("XEP-0313", "3.5", &[Place::Message, Place::Nested]),
        Entry::of::<mam::Preferences>(
        "XEP-0441",
        "2.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<mam::Always>("XEP-0441", "2.1.2", &[Place::Nested]),
        Entry::of::<mam::Never>("XEP-0441", "2.1.3", &[Place::Nested]),
        Entry::of::<mds::Displayed>("XEP-0490", "4.1", &[Place::Message, Place::Nested]),
        Entry::of::<inbox::Inbox>("XEP-0430", "3.1", &[Place::IqGet]),
        Entry::of::<inbox::Entry>("XEP-0430", "3.1", &[Place::Message]),
        Entry::of::<inbox::Fin>("XEP-0430", "3.1", &[Place::IqResult]),
        Entry::of::<offline::Offline>(
        "XEP-0013",
        "2.4",
        &[Place::IqGet, Place::IqSet, Place::Message],
        ),
        Entry::of::<offline::Item>("XEP-0013", "2.4", &[Place::Nested]),
        Entry::of::<collections::Preferences>(
        "XEP-0136",
        "2.2",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<collections::Auto>("XEP-0136", "2.2.1", &[Place::IqSet, Place::Nested]),
        Entry::of::<collections::DefaultModes>("XEP-0136", "2.2.2", &[Place::Nested]),
        Entry::of::<collections::Item>("XEP-0136", "2.2.3", &[Place::Nested]),
        Entry::of::<collections::Session>("XEP-0136", "2.2.4", &[Place::Nested]),
        Entry::of::<collections::Method>("XEP-0136", "2.2.5", &[Place::Nested]),
        Entry::of::<collections::ItemRemove>("XEP-0136", "2.5", &[Place::IqSet]),
        Entry::of::<collections::SessionRemove>("XEP-0136", "2.6", &[Place::IqSet]),
        Entry::of::<collections::Chat>("XEP-0136", "4", &[Place::IqResult, Place::Nested]),
        Entry::of::<collections::Incoming>("XEP-0136", "4.6", &[Place::Nested]),
        Entry::of::<collections::Outgoing>("XEP-0136", "4.6", &[Place::Nested]),
        Entry::of::<collections::Body>("XEP-0136", "4.6", &[Place::Nested]),
        Entry::of::<collections::Note>("XEP-0136", "4.7", &[Place::Nested]),
        Entry::of::<collections::Previous>("XEP-0136", "5.6", &[Place::Nested]),
        Entry::of::<collections::Next>("XEP-0136", "5.6", &[Place::Nested]),
        Entry::of::<collections::Save>("XEP-0136", "5.2", &[Place::IqSet, Place::IqResult]),
        Entry::of::<collections::List>("XEP-0136", "7.1", &[Place::IqGet, Place::IqResult]),
        Entry::of::<collections::Retrieve>("XEP-0136", "7.2", &[Place::IqGet]),
        Entry::of::<collections::Remove>("XEP-0136", "7.3", &[Place::IqSet]),
        Entry::of::<collections::Modified>("XEP-0136", "8", &[Place::IqGet, Place::IqResult]),
        Entry::of::<collections::Changed>("XEP-0136", "8", &[Place::Nested]),
        Entry::of::<collections::Removed>("XEP-0136", "8", &[Place::Nested]),
        Entry::of::<collections::StreamFeature>("XEP-0136", "11", &[Place::StreamFeature]),
        Entry::of::<export::ServerData>("XEP-0227", "4", &[Place::Nested]),
        Entry::of::<export::Host>("XEP-0227", "4.1", &[Place::Nested]),
        Entry::of::<export::User>("XEP-0227", "4.2", &[Place::Nested]),
        Entry::of::<export::ScramCredentials>("XEP-0227", "4.3", &[Place::Nested]),
        Entry::of::<export::OfflineMessages>("XEP-0227", "4.5", &[Place::Nested]),
        Entry::of::<export::Archive>("XEP-0227", "4.11", &[Place::Nested]),
        Entry::of::<export::Include>("XEP-0227", "5", &[Place::Nested]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<mam::Filter>("XEP-0313", "10.2"),
    FormEntry::of::<offline::Count>("XEP-0013", "6.4"),
];
