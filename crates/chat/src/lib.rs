//! What accompanies messages between people.
//!
//! | module | what is in it |
//! |---|---|
//! | [`attention`] | asking somebody to look |
//! | [`receipts`] | whether a message has arrived at a client |
//! | [`state`] | whether somebody writes, listens or has left |
//!
//! ```
//! use xmpp_chat::receipts::Received;
//! use xmpp_chat::state::{Notification, State};
//!
//! let notification: Notification =
//!     xmpp_xml::from_str("<composing xmlns='http://jabber.org/protocol/chatstates'/>")?;
//! assert_eq!(notification.state, State::Composing);
//!
//! assert_eq!(
//!     xmpp_xml::to_string(&Received::new("tea-1"))?,
//!     "<received xmlns='urn:xmpp:receipts' id='tea-1'/>"
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

extern crate alloc;

pub mod attention;
pub mod receipts;
pub mod state;

use xmpp_xml::registry::{Entry, Place};

/// The elements of this area.
pub const REGISTRY: &[Entry] = &[
    Entry::of::<state::Notification>("XEP-0085", "5.6", &[Place::Message]),
    Entry::of::<receipts::Request>("XEP-0184", "7", &[Place::Message]),
    Entry::of::<receipts::Received>("XEP-0184", "7", &[Place::Message]),
    Entry::of::<attention::Attention>("XEP-0224", "3", &[Place::Message]),
];
