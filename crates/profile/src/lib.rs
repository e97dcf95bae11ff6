//! User profiles: vCards, avatars, moods, activities, tunes and locations.
//!
//! | module | content |
//! |---|---|
//! | [`avatar`] | published avatars: images and metadata |
//! | [`vcard_avatar`] | the hash of an avatar in presence |
//! | [`vcard_temp`] | vCards in the widely supported format |
//! | [`vcard4`] | published vCards 4.0 |
//! | [`form_profile`] | profiles as data forms |
//! | [`mood`], [`activity`] | moods and activities |
//! | [`tune`], [`game`] | music and games |
//! | [`location`] | locations |
//! | [`reach`] | temporary contact addresses |
//! | [`search`] | searching a user directory |
//! | [`burner`] | burner JIDs |
//!
//! Most of these are published through personal eventing (XEP-0163). [`PersonalEvent`] reads what contacts publish, together
//! with the publisher:
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_profile::PersonalEvent;
//! use xmpp_profile::mood::{self, Feeling, Mood};
//!
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='alice@wonderland.example'>\
//!        <event xmlns='http://jabber.org/protocol/pubsub#event'>\
//!          <items node='http://jabber.org/protocol/mood'>\
//!            <item id='1'><mood xmlns='http://jabber.org/protocol/mood'><curious/></mood></item>\
//!          </items>\
//!        </event>\
//!      </message>",
//! )?;
//! for event in PersonalEvent::<Mood>::all_of(&message, mood::NS)? {
//!     assert_eq!(event.account.unwrap().as_str(), "alice@wonderland.example");
//!     assert_eq!(event.payload.feeling(), Some(&Feeling::Curious));
//! }
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

pub mod activity;
pub mod avatar;
pub mod burner;
mod decimal;
mod event;
pub mod form_profile;
pub mod game;
pub mod location;
mod migration;
pub mod mood;
pub mod reach;
pub mod search;
mod text;
pub mod tune;
pub mod vcard4;
pub mod vcard_avatar;
pub mod vcard_temp;

pub use crate::decimal::{Decimal, Position};
pub use crate::event::PersonalEvent;
pub use crate::text::Text;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<vcard_temp::Request>("XEP-0054", "3.1", &[Place::IqGet]),
        Entry::of::<vcard_temp::VCard>(
        "XEP-0054",
        "3.1",
        &[Place::IqSet, Place::IqResult, Place::Nested],
        ),
        Entry::of::<vcard_temp::Name>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Photo>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Logo>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Address>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Label>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Telephone>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Email>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Geo>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Agent>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Organization>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Categories>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Sound>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Class>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_temp::Key>("XEP-0054", "9", &[Place::Nested]),
        Entry::of::<vcard_avatar::Update>("XEP-0153", "4.1", &[Place::Presence]),
        Entry::of::<avatar::Data>("XEP-0084", "4.1", &[Place::Nested]),
        Entry::of::<avatar::Metadata>("XEP-0084", "4.2", &[Place::Nested]),
        Entry::of::<avatar::Info>("XEP-0084", "4.2.1", &[Place::Nested]),
        Entry::of::<avatar::Pointer>("XEP-0084", "4.2.2", &[Place::Nested]),
        Entry::of::<vcard4::VCard>(
        "XEP-0292",
        "3",
        &[Place::IqSet, Place::IqResult, Place::Message, Place::Nested],
        ),
        Entry::of::<vcard4::Group>("XEP-0292", "3", &[Place::Nested]),
        Entry::of::<vcard4::Parameters>("XEP-0292", "3", &[Place::Nested]),
        Entry::of::<vcard4::Property>("XEP-0292", "3", &[Place::Nested]),
        Entry::of::<vcard4::Parameter>("XEP-0292", "3", &[Place::Nested]),
        Entry::of::<vcard4::Value>("XEP-0292", "3", &[Place::Nested]),
        Entry::of::<tune::Tune>("XEP-0118", "2.1", &[Place::Nested]),
        Entry::of::<location::Location>("XEP-0080", "3", &[Place::Message, Place::Nested]),
        Entry::of::<mood::Mood>("XEP-0107", "2.1", &[Place::Message, Place::Nested]),
        Entry::of::<mood::Value>("XEP-0107", "2.1", &[Place::Nested]),
        Entry::of::<activity::Activity>("XEP-0108", "2.1", &[Place::Nested]),
        Entry::of::<activity::General>("XEP-0108", "2.1", &[Place::Nested]),
        Entry::of::<activity::Specific>("XEP-0108", "2.1", &[Place::Nested]),
        Entry::of::<Text>("XEP-0107", "2.1", &[Place::Nested]),
        Entry::of::<form_profile::Profile>(
            "XEP-0154",
            "4",
            &[Place::IqGet, Place::IqSet, Place::IqResult, Place::Nested],
        ),
        Entry::of::<game::Game>("XEP-0196", "2.1", &[Place::Nested]),
        Entry::of::<reach::Reach>(
        "XEP-0152",
        "3",
        &[
        Place::IqGet,
        Place::IqResult,
        Place::Message,
        Place::Presence,
        Place::Nested,
        ],
        ),
        Entry::of::<reach::Address>("XEP-0152", "3", &[Place::Nested]),
        Entry::of::<reach::Description>("XEP-0152", "3", &[Place::Nested]),
        Entry::of::<search::Query>(
        "XEP-0055",
        "2.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<search::Item>("XEP-0055", "2.1", &[Place::Nested]),
        Entry::of::<burner::Request>("XEP-0383", "5", &[Place::IqGet]),
        Entry::of::<burner::Identity>("XEP-0383", "5", &[Place::IqResult]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<search::Search>("XEP-0055", "7.2"),
    FormEntry::of::<form_profile::Fields>("XEP-0154", "6"),
];
