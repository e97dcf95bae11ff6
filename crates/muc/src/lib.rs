//! Multi-user chat: rooms, their occupants, roles and affiliations.
//!
//! | module | content |
//! |---|---|
//! | [`join`] | joining a room |
//! | [`user`] | information from a room about its occupants, and mediated invitations |
//! | [`admin`] | lists of affiliations and roles, and changes to them: voice, kicks, bans |
//! | [`owner`] | configuration and destruction of a room |
//! | [`forms`] | registration, voice requests, configuration and metadata of a room |
//! | [`invitation`] | direct invitations |
//! | [`unique`] | requesting a unique room name |
//! | [`hats`] | custom roles |
//! | [`affiliations`] | versioned affiliation lists |
//! | [`activity`], [`mentions`] | notifications for users who are not in the room |
//! | [`subscription`] | subscriptions of accounts that are not in the room (MUC/Sub) |
//! | [`channel_search`] | searching for rooms across services |
//! | [`token_invite`] | invitation tokens |
//! | [`online_meetings`] | web meetings |
//! | [`feature`], [`node`] | names for service discovery |
//!
//! For identifying an occupant across nicknames (XEP-0421) see [`xmpp_vocabulary::occupant_id`].
//!
//! ```
//! use xmpp_core_stanzas::Presence;
//! use xmpp_jid::Jid;
//! use xmpp_muc::{Join, MucUser, Role};
//!
//! let join = Presence::new()
//!     .with_to(Jid::new("coven@chat.example/hecate")?)
//!     .with_payload(&Join::new())?;
//! assert_eq!(
//!     xmpp_xml::to_string(&join)?,
//!     "<presence xmlns='jabber:client' to='coven@chat.example/hecate'><x xmlns='http://jabber.org/protocol/muc'/></presence>"
//! );
//!
//! // The room sends the presence of each occupant, and the user's own last.
//! let presence: Presence = xmpp_xml::from_str(
//!     "<presence xmlns='jabber:client' from='coven@chat.example/hecate'>\
//!        <x xmlns='http://jabber.org/protocol/muc#user'>\
//!          <item affiliation='member' role='participant'/><status code='110'/></x></presence>",
//! )?;
//! let info: MucUser = presence.payload()?.expect("information from the room");
//! assert!(info.is_self_presence());
//! assert_eq!(info.items[0].role, Some(Role::Participant));
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
#![doc = include_str!("index.md")]

extern crate alloc;

pub mod activity;
pub mod admin;
pub mod affiliations;
pub mod channel_search;
pub mod feature;
pub mod forms;
pub mod hats;
pub mod invitation;
pub mod join;
pub mod mentions;
pub mod node;
pub mod online_meetings;
pub mod owner;
mod standing;
pub mod subscription;
pub mod token_invite;
pub mod unique;
pub mod user;
mod vouched;

pub use crate::invitation::Invitation;
pub use crate::join::Join;
pub use crate::standing::{Affiliation, Role};
pub use crate::user::{MucUser, StatusCode};

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Join>("XEP-0045", "7.2.1", &[Place::Presence]),
        Entry::of::<join::History>("XEP-0045", "7.2.14", &[Place::Nested]),
        Entry::of::<MucUser>("XEP-0045", "7.2.2", &[Place::Message, Place::Presence]),
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
        Entry::of::<Invitation>("XEP-0249", "2", &[Place::Message, Place::Nested]),
        Entry::of::<unique::RoomName>("XEP-0307", "2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<hats::Hats>("XEP-0317", "3.1", &[Place::Presence]),
        Entry::of::<hats::Hat>("XEP-0317", "3.1", &[Place::Nested]),
        Entry::of::<affiliations::Versions>("XEP-0463", "5", &[Place::Nested]),
        Entry::of::<activity::Activity>("XEP-0437", "3.1", &[Place::Message, Place::Presence]),
        Entry::of::<mentions::Mentions>("XEP-0452", "3.2", &[Place::Message]),
        // They extend it, without a XEP of their own.
        Entry::of::<subscription::Subscribe>(
        "XEP-0045",
        "7.2",
        &[Place::IqSet, Place::IqResult, Place::Nested],
        ),
        Entry::of::<subscription::Unsubscribe>("XEP-0045", "7.14", &[Place::IqSet, Place::Nested]),
        Entry::of::<subscription::Subscriptions>("XEP-0045", "6.5", &[Place::IqGet, Place::IqResult]),
        Entry::of::<subscription::Subscription>("XEP-0045", "6.5", &[Place::Nested]),
        Entry::of::<subscription::Event>("XEP-0045", "7.2", &[Place::Nested]),
        Entry::of::<channel_search::Search>("XEP-0433", "4.2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<channel_search::Found>("XEP-0433", "4.2.2.1", &[Place::IqResult]),
        Entry::of::<channel_search::Item>("XEP-0433", "6.2", &[Place::Nested]),
        Entry::of::<channel_search::errors::InvalidSortKey>(
        "XEP-0433",
        "4.2.2.2",
        &[Place::StanzaError],
        ),
        Entry::of::<channel_search::errors::InvalidSearchTerms>(
        "XEP-0433",
        "4.2.2.3",
        &[Place::StanzaError],
        ),
        Entry::of::<channel_search::errors::RateLimit>("XEP-0433", "4.2.2.4", &[Place::StanzaError]),
        Entry::of::<channel_search::errors::FullSetRetrievalRejected>(
        "XEP-0433",
        "4.2.2.5",
        &[Place::StanzaError],
        ),
        Entry::of::<channel_search::errors::ConflictingFields>(
        "XEP-0433",
        "4.2.2.6",
        &[Place::StanzaError],
        ),
        Entry::of::<channel_search::errors::NoSearchConditions>(
        "XEP-0433",
        "4.2.2.7",
        &[Place::StanzaError],
        ),
        Entry::of::<token_invite::Request>("XEP-0488", "3.2", &[Place::IqSet]),
        Entry::of::<token_invite::Token>("XEP-0488", "3.2", &[Place::IqResult, Place::Nested]),
        Entry::of::<token_invite::Tokens>("XEP-0488", "3.6", &[Place::IqGet, Place::IqResult]),
        Entry::of::<token_invite::Revoke>("XEP-0488", "3.7", &[Place::IqSet]),
        Entry::of::<token_invite::ExpiredToken>("XEP-0488", "3.5", &[Place::StanzaError]),
        Entry::of::<online_meetings::Query>("XEP-0483", "4", &[Place::IqGet, Place::IqResult]),
        Entry::of::<online_meetings::Initiate>("XEP-0483", "4", &[Place::Nested]),
        Entry::of::<online_meetings::Meeting>("XEP-0483", "6.1", &[Place::Nested]),
        Entry::of::<online_meetings::Retry>("XEP-0483", "5", &[Place::StanzaError]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<forms::Registration>("XEP-0045", "16.5.1"),
    FormEntry::of::<forms::VoiceRequest>("XEP-0045", "16.5.2"),
    FormEntry::of::<forms::RoomConfig>("XEP-0045", "16.5.3"),
    FormEntry::of::<forms::RoomInfo>("XEP-0045", "16.5.4"),
    FormEntry::of::<hats::Command>("XEP-0317", "3.8"),
    FormEntry::of::<channel_search::Parameters>("XEP-0433", "6.1"),
];
