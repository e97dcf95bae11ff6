//! Bookmarked rooms, their extensions, and private storage.
//!
//! | module | content |
//! |---|---|
//! | [`conference`] | bookmarked rooms, each an item of its own |
//! | [`pinning`], [`notification_settings`] | extensions of bookmarks |
//! | [`storage`] | bookmarked rooms and web pages in a single list, the predecessor |
//! | [`private`] | private XML storage, for that list and other data |
//!
//! ```
//! use xmpp_bookmarks::conference::{Conference, room};
//!
//! // An item of the node `urn:xmpp:bookmarks:1`.
//! let id = "tides@rooms.mill.example";
//! let mut bookmark: Conference = xmpp_xml::from_str(
//!     "<conference xmlns='urn:xmpp:bookmarks:1' name='Tides' autojoin='1'>\
//!        <nick>Miller</nick>\
//!        <extensions><colour xmlns='urn:example:paint'>sea</colour></extensions>\
//!      </conference>",
//! )?;
//! assert!(room(id).is_some() && bookmark.autojoin);
//!
//! // What other clients have put in stays.
//! bookmark.set_pinned(true)?;
//! assert_eq!(
//!     xmpp_xml::to_string(&bookmark)?,
//!     "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='1' name='Tides'>\
//!      <nick>Miller</nick>\
//!      <extensions><colour xmlns='urn:example:paint'>sea</colour>\
//!      <pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions>\
//!      </conference>"
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

pub mod conference;
pub mod notification_settings;
pub mod pinning;
pub mod private;
pub mod storage;

pub use crate::conference::{Conference, Extensions};

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Conference>("XEP-0402", "2", &[Place::Nested]),
        Entry::of::<Extensions>("XEP-0402", "2", &[Place::Nested]),
        Entry::of::<pinning::Pinned>("XEP-0469", "3", &[Place::Nested]),
        Entry::of::<notification_settings::Notify>("XEP-0492", "2.1", &[Place::Nested]),
        Entry::of::<notification_settings::Advanced>("XEP-0492", "2.3", &[Place::Nested]),
        Entry::of::<notification_settings::Setting>("XEP-0492", "2.2", &[Place::Nested]),
        Entry::of::<storage::Storage>("XEP-0048", "2", &[Place::Nested]),
        Entry::of::<storage::Conference>("XEP-0048", "2.1", &[Place::Nested]),
        Entry::of::<storage::Url>("XEP-0048", "2.2", &[Place::Nested]),
        Entry::of::<private::Query>(
        "XEP-0049",
        "2",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
    ];
}
