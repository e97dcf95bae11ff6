//! Mediated Information eXchange (MIX): group chat in channels, which an account joins permanently with all of its clients.
//!
//! | module | what is in it |
//! |---|---|
//! | [`channel`] | joining and leaving a channel, nicknames, senders of messages, creating and destroying channels |
//! | [`account`] | requests of a client to its own server, and the channels in the roster |
//! | [`presence`] | presence of participants |
//! | [`privacy`] | channels that hide addresses, and the preferences of participants |
//! | [`misc`] | registered nicknames, retraction, invitations |
//! | [`admin`] | the configuration of a channel |
//! | [`mirror`] | channels that are also MUC rooms |
//! | [`node`] | the nodes of a channel |
//!
//! A channel adds the sender to each message. Anybody can put the same element into a message of their own, so read it with
//! [`Mix::of`](channel::Mix::of), which checks where the message comes from.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::{BareJid, Jid};
//! use xmpp_mix::channel::Mix;
//!
//! let channel: BareJid = "coven@mix.shakespeare.example".parse()?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' type='groupchat' from='coven@mix.shakespeare.example/123456'>\
//!      <body>Harpier cries</body><mix xmlns='urn:xmpp:mix:core:1'><nick>thirdwitch</nick>\
//!      <jid>hag66@shakespeare.example</jid></mix></message>",
//! )?;
//! let sent = Mix::of(&message, &channel)?.expect("a message of the channel");
//! assert_eq!(sent.nick.as_deref(), Some("thirdwitch"));
//!
//! let forged = message.with_from(Jid::new("hag66@shakespeare.example")?);
//! assert_eq!(Mix::of(&forged, &channel)?, None);
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

pub mod account;
mod address;
pub mod admin;
pub mod channel;
pub mod mirror;
pub mod misc;
pub mod node;
pub mod presence;
pub mod privacy;
mod vouched;

pub use crate::address::ParticipantAddress;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<channel::Join>(
        "XEP-0369",
        "7.1.2",
        &[Place::IqSet, Place::IqResult, Place::Nested],
        ),
        Entry::of::<channel::Subscribe>("XEP-0369", "7.1.2", &[Place::Nested]),
        Entry::of::<channel::Unsubscribe>("XEP-0369", "7.1.2", &[Place::Nested]),
        Entry::of::<channel::UpdateSubscription>(
        "XEP-0369",
        "7.1.2",
        &[Place::IqSet, Place::IqResult],
        ),
        Entry::of::<channel::Leave>(
        "XEP-0369",
        "7.1.3",
        &[Place::IqSet, Place::IqResult, Place::Nested],
        ),
        Entry::of::<channel::SetNick>("XEP-0369", "7.1.4", &[Place::IqSet, Place::IqResult]),
        Entry::of::<channel::Mix>("XEP-0369", "7.1.6", &[Place::Message, Place::Nested]),
        Entry::of::<channel::Participant>("XEP-0369", "4.7.3", &[Place::Nested]),
        Entry::of::<channel::Create>("XEP-0369", "7.3.2", &[Place::IqSet, Place::IqResult]),
        Entry::of::<channel::Destroy>("XEP-0369", "7.3.4", &[Place::IqSet, Place::IqResult]),
        Entry::of::<account::ClientJoin>("XEP-0405", "2.7", &[Place::IqSet, Place::IqResult]),
        Entry::of::<account::ClientLeave>("XEP-0405", "2.8", &[Place::IqSet, Place::IqResult]),
        Entry::of::<account::Annotate>("XEP-0405", "2.10", &[Place::Nested]),
        Entry::of::<account::Channel>("XEP-0405", "2.10", &[Place::Nested]),
        Entry::of::<presence::Mix>("XEP-0403", "3.5", &[Place::Presence, Place::Nested]),
        Entry::of::<privacy::Participant>("XEP-0404", "2.5", &[Place::Nested]),
        Entry::of::<privacy::UserPreference>(
        "XEP-0404",
        "3.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<misc::Register>("XEP-0407", "3", &[Place::IqSet, Place::IqResult]),
        Entry::of::<misc::Retract>("XEP-0407", "4", &[Place::Message]),
        Entry::of::<misc::Retracted>("XEP-0407", "4", &[Place::Message, Place::Nested]),
        Entry::of::<misc::Invite>("XEP-0407", "6", &[Place::IqGet, Place::IqResult]),
        Entry::of::<misc::Invitation>("XEP-0407", "6", &[Place::Message, Place::Nested]),
        Entry::of::<misc::InvitationAck>("XEP-0407", "6", &[Place::Message]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<channel::Information>("XEP-0369", "4.7.4"),
    FormEntry::of::<privacy::Preferences>("XEP-0404", "3.1"),
    FormEntry::of::<admin::Configuration>("XEP-0406", "2.4"),
    FormEntry::of::<mirror::MucMirror>("XEP-0408", "2"),
    FormEntry::of::<mirror::MixMirror>("XEP-0408", "2"),
];
