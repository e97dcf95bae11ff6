//! Contact lists: the roster, its related server features, and the exchange of contacts.
//!
//! The roster is in [`list`], its server features in [`versioning`] and [`pre_approval`], the exchange of contacts in
//! [`exchange`] ([before 2005](legacy_exchange)). There are also subscriptions by [token](pre_authentication), nested
//! groups ([`delimiter`]), contacts who have [`moved`], [`notes`] about them, and being [`invisible`] to them.
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
#![doc = include_str!("index.md")]

extern crate alloc;

pub mod delimiter;
pub mod exchange;
pub mod invisible;
pub mod legacy_exchange;
pub mod list;
pub mod moved;
pub mod notes;
pub mod pre_approval;
pub mod pre_authentication;
pub mod remote_management;
pub mod versioning;

pub use crate::list::{
    Ask, Item, Push, PushError, Request, Roster, Set, SetItem, SetSubscription, Subscription,
};

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Request>("RFC 6121", "2.1.3", &[Place::IqGet]),
        Entry::of::<Roster>("RFC 6121", "2.1.1", &[Place::IqSet, Place::IqResult]),
        Entry::of::<Item>("RFC 6121", "2.1.2", &[Place::Nested]),
        Entry::of::<Set>("RFC 6121", "2.1.5", &[Place::IqSet]),
        Entry::of::<SetItem>("RFC 6121", "2.1.2", &[Place::Nested]),
        Entry::of::<versioning::Feature>("RFC 6121", "2.6.1", &[Place::StreamFeature]),
        Entry::of::<pre_approval::Feature>("RFC 6121", "3.4", &[Place::StreamFeature]),
        Entry::of::<exchange::Exchange>("XEP-0144", "3", &[Place::IqSet, Place::Message]),
        Entry::of::<exchange::Item>("XEP-0144", "3", &[Place::Nested]),
        Entry::of::<moved::Moved>("XEP-0283", "4.2", &[Place::Presence]),
        Entry::of::<moved::Statement>("XEP-0283", "4.1", &[Place::Nested]),
        Entry::of::<notes::Notes>("XEP-0145", "2", &[Place::Nested]),
        Entry::of::<notes::Note>("XEP-0145", "2", &[Place::Nested]),
        Entry::of::<invisible::Invisible>("XEP-0186", "3.1", &[Place::IqSet]),
        Entry::of::<invisible::Visible>("XEP-0186", "3.2", &[Place::IqSet]),
        Entry::of::<delimiter::Delimiter>("XEP-0083", "2", &[Place::Nested]),
        Entry::of::<legacy_exchange::Exchange>("XEP-0093", "2", &[Place::Message]),
        Entry::of::<legacy_exchange::Item>("XEP-0093", "2", &[Place::Nested]),
        Entry::of::<remote_management::Query>(
            "XEP-0321",
            "4",
            &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<remote_management::Item>("XEP-0321", "5", &[Place::Nested]),
        Entry::of::<pre_authentication::Preauth>("XEP-0379", "3.4", &[Place::Presence, Place::IqSet]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[FormEntry::of::<remote_management::Consent>(
    "XEP-0321", "4.1",
)];
