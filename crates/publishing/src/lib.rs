//! Publishing over pubsub: blogs, calendar events, and attachments to them.
//!
//! | module | what is in it |
//! |---|---|
//! | [`atom`] | entries and feeds |
//! | [`microblog`] | blogs made of them: nodes, comments, checks of the author |
//! | [`calendar`] | calendar events, with invitations and responses |
//! | [`attachments`], [`summary`] | attachments of others to an item, and their counts |
//!
//! ```
//! use xmpp_publishing::atom::Entry;
//! use xmpp_publishing::microblog;
//! use xmpp_pubsub::pubsub::{Item, Publish, Pubsub};
//!
//! let entry = Entry::new("tag:river.example,2026:picnic", "A picnic", "2026-06-01T12:00:00Z".parse()?);
//! let item = Item::of_id("picnic").with_payload(&entry)?;
//! let request = Pubsub::new(Publish::new(microblog::NS, [item]));
//! assert!(xmpp_xml::to_string(&request)?.contains(
//!     "<entry xmlns='http://www.w3.org/2005/Atom'><title>A picnic</title>"
//! ));
//! # Ok::<(), Box<dyn core::error::Error>>(())
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

pub mod atom;
pub mod attachments;
pub mod calendar;
pub mod microblog;
pub mod summary;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

/// The registered forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<calendar::Answer>("XEP-0471", "6.5"),
    FormEntry::of::<calendar::Details>("XEP-0471", "6.8"),
];

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<atom::Entry>("XEP-0277", "2.3", &[Place::Nested]),
        Entry::of::<atom::Feed>("XEP-0277", "5", &[Place::Nested]),
        Entry::of::<atom::Title>("XEP-0277", "2.3", &[Place::Nested]),
        Entry::of::<atom::Subtitle>("XEP-0277", "2.3", &[Place::Nested]),
        Entry::of::<atom::Summary>("XEP-0277", "2.3", &[Place::Nested]),
        Entry::of::<atom::Rights>("XEP-0277", "2.3", &[Place::Nested]),
        Entry::of::<atom::Content>("XEP-0277", "2.3", &[Place::Nested]),
        Entry::of::<atom::Author>("XEP-0277", "2.5", &[Place::Nested]),
        Entry::of::<atom::Contributor>("XEP-0277", "2.5", &[Place::Nested]),
        Entry::of::<atom::Link>("XEP-0277", "2.4", &[Place::Nested]),
        Entry::of::<atom::Category>("XEP-0277", "2.7", &[Place::Nested]),
        Entry::of::<atom::Generator>("XEP-0277", "2.3", &[Place::Nested]),
        Entry::of::<atom::Source>("XEP-0277", "2.6", &[Place::Nested]),
        Entry::of::<atom::InReplyTo>("XEP-0277", "2.5", &[Place::Nested]),
        Entry::of::<attachments::Attachments>("XEP-0470", "4.1", &[Place::Nested]),
        Entry::of::<attachments::Noticed>("XEP-0470", "4.7", &[Place::Nested]),
        Entry::of::<attachments::Reactions>("XEP-0470", "4.8", &[Place::Nested]),
        Entry::of::<summary::Summary>("XEP-0470", "4.6", &[Place::Nested]),
        Entry::of::<summary::Noticed>("XEP-0470", "4.7", &[Place::Nested]),
        Entry::of::<summary::Reactions>("XEP-0470", "4.8", &[Place::Nested]),
        Entry::of::<summary::Reaction>("XEP-0470", "4.8", &[Place::Nested]),
        Entry::of::<calendar::Event>("XEP-0471", "4.1", &[Place::Nested]),
        Entry::of::<calendar::Name>("XEP-0471", "4.1", &[Place::Nested]),
        Entry::of::<calendar::HeadPicture>("XEP-0471", "6.1", &[Place::Nested]),
        Entry::of::<calendar::Description>("XEP-0471", "6.2", &[Place::Nested]),
        Entry::of::<calendar::Category>("XEP-0471", "6.3", &[Place::Nested]),
        Entry::of::<calendar::Location>("XEP-0471", "6.4", &[Place::Nested]),
        Entry::of::<calendar::Online>("XEP-0471", "6.4", &[Place::Nested]),
        Entry::of::<calendar::Software>("XEP-0471", "6.4", &[Place::Nested]),
        Entry::of::<calendar::Instructions>("XEP-0471", "6.4", &[Place::Nested]),
        Entry::of::<calendar::Rsvp>("XEP-0471", "6.5", &[Place::Message, Place::Nested]),
        Entry::of::<calendar::Attendees>("XEP-0471", "6.5", &[Place::Nested]),
        Entry::of::<calendar::NodeLink>("XEP-0471", "6.6", &[Place::Nested]),
        Entry::of::<calendar::Invitee>("XEP-0471", "6.6", &[Place::Nested]),
        Entry::of::<calendar::Files>("XEP-0471", "6.7", &[Place::Nested]),
        Entry::of::<calendar::ExtraData>("XEP-0471", "6.8", &[Place::Nested]),
        Entry::of::<calendar::External>("XEP-0471", "6.9", &[Place::Nested]),
    ];
}
