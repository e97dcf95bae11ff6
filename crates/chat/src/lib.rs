//! The life of a message: delivery, correction, retraction, and what others say about it.
//!
//! | module | what is in it |
//! |---|---|
//! | [`addresses`] | additional recipients, and where replies should go |
//! | [`attaching`] | attaching a message to an earlier one |
//! | [`attention`] | asking somebody to look |
//! | [`correction`] | correcting a message |
//! | [`delivery`] | rules for how servers deliver a message |
//! | [`ephemeral`] | messages that are discarded after they were read |
//! | [`events`], [`expiration`] | the predecessors of receipts, chat states and delivery rules |
//! | [`fallback`] | parts of the body for clients without support for some protocol |
//! | [`fastening`] | payloads that belong to an earlier message |
//! | [`identity`], [`sender`] | choosing the right identifier, and checking the sender |
//! | [`intelligence`] | the intelligence quotient of messages |
//! | [`markers`] | how far a user has read |
//! | [`quick_response`] | responses and actions for quick selection |
//! | [`reactions`] | emoji reactions |
//! | [`receipts`] | whether a message has arrived at a client |
//! | [`reply`] | replying to a message |
//! | [`retraction`], [`moderation`] | retracting a message, as its author or as a moderator |
//! | [`legacy_retraction`], [`legacy_moderation`] | the same in the protocol before 2023 |
//! | [`state`] | whether somebody writes, listens or has left |
//! | [`session`] | what two agree on before a conversation |
//!
//! Many of them name another message by an identifier, which anybody can write: check the [`sender`].
//!
//! ```
//! use xmpp_chat::correction::Replace;
//! use xmpp_chat::sender::{Conversation, is_same};
//! use xmpp_core_stanzas::Message;
//!
//! let said: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='hatter@tea.example/table' id='t1'><body>No rom!</body></message>",
//! )?;
//! let correction: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='hatter@tea.example/pot' id='t2'><body>No room!</body>\
//!      <replace xmlns='urn:xmpp:message-correct:0' id='t1'/></message>",
//! )?;
//! let replace: Replace = correction.payload()?.expect("a correction");
//! assert_eq!(said.id, Some(replace.id));
//! assert!(is_same(&said, &correction, Conversation::Direct));
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

pub mod addresses;
pub mod attaching;
pub mod attention;
pub mod correction;
pub mod delivery;
pub mod ephemeral;
pub mod events;
pub mod expiration;
pub mod fallback;
pub mod fastening;
pub mod identity;
pub mod intelligence;
pub mod legacy_moderation;
pub mod legacy_retraction;
pub mod markers;
pub mod moderation;
pub mod quick_response;
pub mod reactions;
pub mod receipts;
pub mod reply;
pub mod retraction;
pub mod sender;
pub mod session;
pub mod state;

pub use crate::state::{ChatState, State};

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<ChatState>("XEP-0085", "5.6", &[Place::Message]),
        Entry::of::<receipts::Request>("XEP-0184", "7", &[Place::Message]),
        Entry::of::<receipts::Received>("XEP-0184", "7", &[Place::Message]),
        Entry::of::<attention::Attention>("XEP-0224", "3", &[Place::Message]),
        Entry::of::<correction::Replace>("XEP-0308", "3", &[Place::Message]),
        Entry::of::<markers::Markable>("XEP-0333", "4.1", &[Place::Message]),
        Entry::of::<markers::Displayed>("XEP-0333", "4.2", &[Place::Message]),
        Entry::of::<markers::Received>("XEP-0333", "11", &[Place::Message]),
        Entry::of::<markers::Acknowledged>("XEP-0333", "11", &[Place::Message]),
        Entry::of::<addresses::Addresses>("XEP-0033", "4", &[Place::Message, Place::Presence]),
        Entry::of::<addresses::Address>("XEP-0033", "4", &[Place::Nested]),
        Entry::of::<retraction::Retract>("XEP-0424", "3", &[Place::Message, Place::Nested]),
        Entry::of::<retraction::Retracted>("XEP-0424", "4", &[Place::Message]),
        Entry::of::<legacy_retraction::Retract>("XEP-0424", "3", &[Place::Nested]),
        Entry::of::<legacy_retraction::Retracted>("XEP-0424", "4", &[Place::Message, Place::Nested]),
        Entry::of::<moderation::Moderate>("XEP-0425", "3", &[Place::IqSet]),
        Entry::of::<moderation::Moderated>("XEP-0425", "3.1", &[Place::Nested]),
        Entry::of::<legacy_moderation::Moderate>("XEP-0425", "3", &[Place::Nested]),
        Entry::of::<legacy_moderation::Moderated>("XEP-0425", "3.1", &[Place::Message, Place::Nested]),
        Entry::of::<reactions::Reactions>("XEP-0444", "3.1", &[Place::Message]),
        Entry::of::<delivery::Amp>("XEP-0079", "4.1", &[Place::Message]),
        Entry::of::<delivery::Rule>("XEP-0079", "4.2", &[Place::Nested]),
        Entry::of::<delivery::InvalidRules>("XEP-0079", "6.1", &[Place::StanzaError]),
        Entry::of::<delivery::UnsupportedActions>("XEP-0079", "6.1", &[Place::StanzaError]),
        Entry::of::<delivery::UnsupportedConditions>("XEP-0079", "6.1", &[Place::StanzaError]),
        Entry::of::<delivery::FailedRules>("XEP-0079", "6.1", &[Place::StanzaError]),
        Entry::of::<delivery::Feature>("XEP-0079", "8", &[Place::StreamFeature]),
        Entry::of::<fastening::ApplyTo>("XEP-0422", "3", &[Place::Message, Place::IqSet]),
        Entry::of::<fastening::External>("XEP-0422", "3.2", &[Place::Nested]),
        Entry::of::<fallback::Fallback>("XEP-0428", "2", &[Place::Message]),
        Entry::of::<fallback::Region>("XEP-0428", "2", &[Place::Nested]),
        Entry::of::<events::Events>("XEP-0022", "3.1", &[Place::Message]),
        Entry::of::<reply::Reply>("XEP-0461", "3", &[Place::Message]),
        Entry::of::<expiration::Expiration>("XEP-0023", "2", &[Place::Message]),
        Entry::of::<attaching::AttachTo>("XEP-0367", "3", &[Place::Message]),
        Entry::of::<quick_response::Response>("XEP-0439", "4.1", &[Place::Message]),
        Entry::of::<quick_response::Action>("XEP-0439", "4.2", &[Place::Message]),
        Entry::of::<quick_response::ActionSelected>("XEP-0439", "4.3", &[Place::Message]),
        Entry::of::<intelligence::Query>(
        "XEP-0148",
        "3",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<ephemeral::Ephemeral>("XEP-0466", "3.2", &[Place::Message]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<reactions::Restrictions>("XEP-0444", "2.2"),
    FormEntry::of::<session::Negotiation>("XEP-0155", "12.3"),
    FormEntry::of::<session::EncryptedSession>("XEP-0116", "11.2"),
];
