//! Publish-subscribe: nodes with published items, and notifications to their subscribers.
//!
//! | module | content |
//! |---|---|
//! | [`pubsub`] | requests of all users: subscribing, publishing, retrieving items, creating nodes |
//! | [`owner`] | requests of owners: configuring and deleting nodes, managing affiliations |
//! | [`event`] | notifications to subscribers |
//! | [`errors`] | error conditions specific to pubsub |
//! | [`forms`] | configuration of nodes and subscriptions, approval of subscriptions, metadata |
//! | [`pep`] | names for personal eventing, where the user's account is the service |
//! | [`chaining`], [`discovery`], [`spaces`] | forms for republishing nodes, for finding nodes, and for spaces |
//!
//! The payload of an item is kept verbatim until it is parsed on demand.
//!
//! ```
//! use xmpp_pubsub::{Event, Item, Publish, PublishOptions, Pubsub};
//! use xmpp_xml::{Extra, Xml};
//!
//! /// What somebody is listening to.
//! #[derive(Clone, Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:song", name = "song")]
//! struct Song {
//!     #[xml(child_text = "title")]
//!     title: String,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! let song = Song { title: "Yellow".into(), extra: Extra::new() };
//! let item = Item::of_id("now").with_payload(&song)?;
//! let request = Pubsub::new(Publish::new("urn:example:song", vec![item]))
//!     .with_publish_options(PublishOptions::private_data());
//! assert!(xmpp_xml::to_string(&request)?.contains("<value>whitelist</value>"));
//!
//! let event: Event = xmpp_xml::from_str(
//!     "<event xmlns='http://jabber.org/protocol/pubsub#event'>\
//!        <items node='urn:example:song'>\
//!          <item id='now'><song xmlns='urn:example:song'><title>Blue</title></song></item>\
//!        </items>\
//!      </event>",
//! )?;
//! for item in event.items("urn:example:song") {
//!     assert_eq!(item.payload::<Song>()?.unwrap().title, "Blue");
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

pub mod account;
pub mod chaining;
pub mod discovery;
pub mod errors;
pub mod event;
mod feature;
pub mod forms;
pub mod owner;
mod payload;
pub mod pep;
pub mod public;
pub mod pubsub;
pub mod spaces;
mod state;

pub use crate::event::Event;
pub use crate::feature::Feature;
pub use crate::pubsub::{
    Action, Affiliation, Affiliations, Configure, Create, DefaultOptions, Item, Items, Options,
    Publish, PublishOptions, Pubsub, Retract, Subscribe, SubscribeOptions, Subscription,
    Subscriptions, Unsubscribe,
};
pub use crate::state::{AffiliationState, AssociationKind, NodeKind, SubscriptionState};

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Pubsub>(
        "XEP-0060",
        "17.1",
        &[
        Place::IqGet,
        Place::IqSet,
        Place::IqResult,
        Place::Message,
        // Exported data of a user (XEP-0227).
        Place::Nested,
        ],
        ),
        Entry::of::<Affiliations>("XEP-0060", "5.7", &[Place::Nested]),
        Entry::of::<Affiliation>("XEP-0060", "5.7", &[Place::Nested]),
        Entry::of::<Create>("XEP-0060", "8.1", &[Place::Nested]),
        Entry::of::<DefaultOptions>("XEP-0060", "6.4", &[Place::Nested]),
        Entry::of::<Items>("XEP-0060", "6.5", &[Place::Nested]),
        Entry::of::<Item>("XEP-0060", "7.1", &[Place::Nested]),
        Entry::of::<Publish>("XEP-0060", "7.1", &[Place::Nested]),
        Entry::of::<Retract>("XEP-0060", "7.2", &[Place::Nested]),
        Entry::of::<Subscribe>("XEP-0060", "6.1", &[Place::Nested]),
        Entry::of::<Subscription>("XEP-0060", "6.1", &[Place::Nested]),
        Entry::of::<SubscribeOptions>("XEP-0060", "6.1.5", &[Place::Nested]),
        Entry::of::<Subscriptions>("XEP-0060", "5.6", &[Place::Nested]),
        Entry::of::<Unsubscribe>("XEP-0060", "6.2", &[Place::Nested]),
        Entry::of::<Configure>("XEP-0060", "8.1.3", &[Place::Nested]),
        Entry::of::<Options>("XEP-0060", "6.3", &[Place::Nested]),
        Entry::of::<PublishOptions>("XEP-0060", "7.1.5", &[Place::Nested]),
        Entry::of::<public::Subscription>("XEP-0465", "4.2", &[Place::Nested]),
        Entry::of::<public::Subscriber>("XEP-0465", "4.4", &[Place::Nested]),
        Entry::of::<owner::Pubsub>(
        "XEP-0060",
        "17.4",
        &[
        Place::IqGet,
        Place::IqSet,
        Place::IqResult,
        // Exported data of a user (XEP-0227).
        Place::Nested,
        ],
        ),
        Entry::of::<owner::Affiliations>("XEP-0060", "8.9", &[Place::Nested]),
        Entry::of::<owner::Affiliation>("XEP-0060", "8.9", &[Place::Nested]),
        Entry::of::<owner::Collection>("XEP-0248", "7.5", &[Place::Nested]),
        Entry::of::<owner::Association>("XEP-0248", "7.5", &[Place::Nested]),
        Entry::of::<owner::Configure>("XEP-0060", "8.2", &[Place::Nested]),
        Entry::of::<owner::DefaultConfiguration>("XEP-0060", "8.3", &[Place::Nested]),
        Entry::of::<owner::Delete>("XEP-0060", "8.4", &[Place::Nested]),
        Entry::of::<owner::Redirect>("XEP-0060", "8.4.1", &[Place::Nested]),
        Entry::of::<owner::Purge>("XEP-0060", "8.5", &[Place::Nested]),
        Entry::of::<owner::Subscriptions>("XEP-0060", "8.8", &[Place::Nested]),
        Entry::of::<owner::Subscription>("XEP-0060", "8.8", &[Place::Nested]),
        Entry::of::<Event>("XEP-0060", "7.1.2", &[Place::Message]),
        Entry::of::<event::Collection>("XEP-0248", "5.3.2", &[Place::Nested]),
        Entry::of::<event::Association>("XEP-0248", "5.3.2", &[Place::Nested]),
        Entry::of::<event::Member>("XEP-0248", "5.3.1", &[Place::Nested]),
        Entry::of::<event::Configuration>("XEP-0060", "8.2.5.3", &[Place::Nested]),
        Entry::of::<event::Create>("XEP-0248", "5.3.1.2", &[Place::Nested]),
        Entry::of::<event::Delete>("XEP-0060", "8.4.2", &[Place::Nested]),
        Entry::of::<event::Redirect>("XEP-0060", "8.4.2", &[Place::Nested]),
        Entry::of::<event::Items>("XEP-0060", "7.1.2", &[Place::Nested]),
        Entry::of::<event::Item>("XEP-0060", "7.1.2", &[Place::Nested]),
        Entry::of::<event::Retract>("XEP-0060", "7.2.2", &[Place::Nested]),
        Entry::of::<event::Purge>("XEP-0060", "8.5.2", &[Place::Nested]),
        Entry::of::<event::Subscription>("XEP-0060", "13.14", &[Place::Nested]),
        Entry::of::<account::Manage>("XEP-0376", "3.2", &[Place::IqSet]),
        Entry::of::<account::Notify>("XEP-0376", "3.2", &[Place::Message]),
        Entry::of::<account::Subscriptions>("XEP-0376", "3.4", &[Place::IqGet, Place::IqResult]),
        Entry::of::<account::Subscription>("XEP-0376", "3.4", &[Place::Nested]),
        Entry::of::<errors::Error>("XEP-0060", "12", &[Place::StanzaError]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<chaining::Chaining>("XEP-0253", "7.2"),
    FormEntry::of::<discovery::ExtendedDiscovery>("XEP-0499", "3.1"),
    FormEntry::of::<spaces::Membership>("XEP-0503", "5.5"),
    FormEntry::of::<forms::SubscribeAuthorization>("XEP-0060", "17.4.1"),
    FormEntry::of::<forms::GetPending>("XEP-0060", "8.7"),
    FormEntry::of::<forms::SubscribeOptions>("XEP-0060", "17.4.2"),
    FormEntry::of::<forms::MetaData>("XEP-0060", "17.4.3"),
    FormEntry::of::<forms::NodeConfig>("XEP-0060", "17.4.4"),
    FormEntry::of::<forms::PublishOptions>("XEP-0060", "7.1.5"),
];
