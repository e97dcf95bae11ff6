//! Contact lists: the [`list`] itself, what a server can do with it ([`versioning`], [`pre_approval`]), and the
//! [`exchange`] of contacts.
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_roster::list::{Roster, Set, Subscription};
//!
//! let roster: Roster = xmpp_xml::from_str(
//!     "<query xmlns='jabber:iq:roster' ver='14'>\
//!      <item jid='hatter@tea.example' name='Hatter' subscription='both'><group>Tea</group></item></query>",
//! )?;
//! let hatter = roster.item(&Jid::new("Hatter@tea.example")?).unwrap();
//! assert_eq!(hatter.subscription, Some(Subscription::Both));
//! assert_eq!(hatter.groups, ["Tea"]);
//!
//! // What a client sets has only what a client may set.
//! assert_eq!(
//!     xmpp_xml::to_string(&hatter.rename(Some("Mad Hatter")))?,
//!     "<query xmlns='jabber:iq:roster'><item jid='hatter@tea.example' name='Mad Hatter'><group>Tea</group></item></query>"
//! );
//! assert_eq!(
//!     xmpp_xml::to_string(&Set::removal(Jid::new("hatter@tea.example")?))?,
//!     "<query xmlns='jabber:iq:roster'><item jid='hatter@tea.example' subscription='remove'/></query>"
//! );
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

pub mod exchange;
pub mod list;
pub mod pre_approval;
pub mod versioning;

use xmpp_xml::registry::{Entry, Place};

/// The elements of this area.
pub const REGISTRY: &[Entry] = &[
    Entry::of::<list::Request>("RFC 6121", "2.1.3", &[Place::IqGet]),
    Entry::of::<list::Roster>("RFC 6121", "2.1.1", &[Place::IqSet, Place::IqResult]),
    Entry::of::<list::Item>("RFC 6121", "2.1.2", &[Place::Nested]),
    Entry::of::<list::Set>("RFC 6121", "2.1.5", &[Place::IqSet]),
    Entry::of::<list::SetItem>("RFC 6121", "2.1.2", &[Place::Nested]),
    Entry::of::<versioning::Feature>("RFC 6121", "2.6.1", &[Place::StreamFeature]),
    Entry::of::<pre_approval::Feature>("RFC 6121", "3.4", &[Place::StreamFeature]),
    Entry::of::<exchange::Exchange>("XEP-0144", "3", &[Place::IqSet, Place::Message]),
    Entry::of::<exchange::Item>("XEP-0144", "3", &[Place::Nested]),
];
