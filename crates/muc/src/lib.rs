//! Multi-user chat: rooms, who is in them and what they may do there.
//!
//! | module | what is in it |
//! |---|---|
//! | [`join`] | entering a room |
//! | [`user`] | what a room says about those in it, and invitations by way of the room |
//! | [`admin`] | lists of affiliations and roles, and changes to them: voice, kicks, bans |
//! | [`owner`] | the configuration of a room, and its end |
//! | [`forms`] | registration, requests for voice, the configuration and description of a room, as types |
//! | [`invitation`] | invitations from one user to another |
//! | [`unique`] | asking for a name that no room has |
//! | [`feature`], [`node`] | names for service discovery |
//!
//! ```
//! use xmpp_muc::user::{Info, StatusCode};
//! use xmpp_muc::{Affiliation, Role};
//!
//! let info: Info = xmpp_xml::from_str(
//!     "<x xmlns='http://jabber.org/protocol/muc#user'>\
//!        <item affiliation='member' role='none' nick='Copilot'/>\
//!        <status code='303'/><status code='110'/><status code='799'/>\
//!      </x>",
//! )?;
//! assert_eq!(info.items[0].affiliation, Some(Affiliation::Member));
//! assert_eq!(info.items[0].role, Some(Role::None));
//! assert!(info.is_self_presence());
//! assert_eq!(info.new_nick(), Some("Copilot"));
//! assert!(info.has_status(StatusCode::new(799)));
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

extern crate alloc;

pub mod admin;
pub mod feature;
pub mod forms;
pub mod invitation;
pub mod join;
pub mod node;
pub mod owner;
mod standing;
pub mod unique;
pub mod user;

pub use crate::standing::{Affiliation, Role};

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

/// The elements of this area.
pub const REGISTRY: &[Entry] = &[
    Entry::of::<join::Join>("XEP-0045", "7.2.1", &[Place::Presence]),
    Entry::of::<join::History>("XEP-0045", "7.2.14", &[Place::Nested]),
    Entry::of::<user::Info>("XEP-0045", "7.2.2", &[Place::Message, Place::Presence]),
    Entry::of::<user::Item>("XEP-0045", "7.2.2", &[Place::Nested]),
    Entry::of::<user::Actor>("XEP-0045", "8.2", &[Place::Nested]),
    Entry::of::<user::Continue>("XEP-0045", "7.9", &[Place::Nested]),
    Entry::of::<user::Status>("XEP-0045", "12", &[Place::Nested]),
    Entry::of::<user::Invite>("XEP-0045", "7.8.2", &[Place::Nested]),
    Entry::of::<user::Decline>("XEP-0045", "7.8.2", &[Place::Nested]),
    Entry::of::<user::Destroy>("XEP-0045", "10.9", &[Place::Nested]),
    Entry::of::<admin::Query>(
        "XEP-0045",
        "9",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
    ),
    Entry::of::<admin::Item>("XEP-0045", "9", &[Place::Nested]),
    Entry::of::<admin::Actor>("XEP-0045", "19.3", &[Place::Nested]),
    Entry::of::<owner::Query>(
        "XEP-0045",
        "10",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
    ),
    Entry::of::<owner::Destroy>("XEP-0045", "10.9", &[Place::Nested]),
    Entry::of::<invitation::Invitation>("XEP-0249", "2", &[Place::Message, Place::Nested]),
    Entry::of::<unique::RoomName>("XEP-0307", "2", &[Place::IqGet, Place::IqResult]),
];

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<forms::Registration>("XEP-0045", "16.5.1"),
    FormEntry::of::<forms::VoiceRequest>("XEP-0045", "16.5.2"),
    FormEntry::of::<forms::RoomConfig>("XEP-0045", "16.5.3"),
    FormEntry::of::<forms::RoomInfo>("XEP-0045", "16.5.4"),
];
