//! Blocking: preventing communication with unwanted entities.
//!
//! | module | content |
//! |---|---|
//! | [`command`] | the blocklist, and the commands that change it |
//! | [`reporting`] | abuse reports to the server |
//! | [`errors`] | the error for sending to a blocked JID |
//! | [`privacy`] | privacy lists: more powerful, but deprecated |
//!
//! ```
//! use xmpp_blocking::command::Unblock;
//! use xmpp_blocking::privacy::{Action, ActiveList, ItemKind, Query};
//!
//! let query: Query = xmpp_xml::from_str(
//!     "<query xmlns='jabber:iq:privacy'><list name='quiet'>\
//!        <item action='allow' order='2'/>\
//!        <item type='jid' value='crow@orchard.example' action='deny' order='1'><message/></item>\
//!      </list></query>",
//! )?;
//! let rules = query.lists[0].in_order();
//! assert_eq!(rules[0].action, Action::Deny);
//! assert_eq!(rules[0].kind, Some(ItemKind::Jid));
//! assert!(rules[0].message && !rules[0].presence_out);
//!
//! // Without an item, an element may mean everybody, so it has a method of its own.
//! assert_eq!(
//!     xmpp_xml::to_string(&Query::from(ActiveList::none()))?,
//!     "<query xmlns='jabber:iq:privacy'><active/></query>"
//! );
//! let all: Unblock = xmpp_xml::from_str("<unblock xmlns='urn:xmpp:blocking'/>")?;
//! assert!(all.is_all());
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

pub mod command;
pub mod errors;
pub mod privacy;
pub mod reporting;

pub use crate::command::{Block, Blocklist, Item, Unblock};
pub use crate::errors::Blocked;

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Blocklist>("XEP-0191", "3.2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<Block>("XEP-0191", "3.3", &[Place::IqSet]),
        Entry::of::<Unblock>("XEP-0191", "3.4", &[Place::IqSet]),
        Entry::of::<Item>("XEP-0191", "3.3", &[Place::Nested]),
        Entry::of::<Blocked>("XEP-0191", "3.3", &[Place::StanzaError]),
        Entry::of::<reporting::Report>("XEP-0377", "4", &[Place::Nested]),
        Entry::of::<reporting::Text>("XEP-0377", "4", &[Place::Nested]),
        Entry::of::<privacy::Query>(
        "XEP-0016",
        "2.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<privacy::ActiveList>("XEP-0016", "2.4", &[Place::Nested]),
        Entry::of::<privacy::DefaultList>("XEP-0016", "2.5", &[Place::Nested]),
        Entry::of::<privacy::List>("XEP-0016", "2.1", &[Place::Nested]),
        Entry::of::<privacy::Item>("XEP-0016", "2.1", &[Place::Nested]),
    ];
}
