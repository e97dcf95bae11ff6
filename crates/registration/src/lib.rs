//! In-band registration: creating, changing and removing accounts over XMPP, and CAPTCHA challenges.
//!
//! | module | content |
//! |---|---|
//! | [`register`] | registration with a host |
//! | [`feature`] | the stream features |
//! | [`flow`] | registration and recovery by a series of challenges |
//! | [`captcha`] | CAPTCHA challenges |
//! | [`forms`] | forms for registering, unregistering, changing the password, and challenges |
//! | [`invitation`] | invitation links for contacts and new users |
//!
//! ```
//! use xmpp_data_forms::FormType;
//! use xmpp_registration::forms::Registration;
//! use xmpp_registration::register::Query;
//!
//! let wanted: Query = xmpp_xml::from_str(
//!     "<query xmlns='jabber:iq:register'>\
//!        <instructions>Choose a name.</instructions><username/><password/>\
//!        <x xmlns='jabber:x:data' type='form'>\
//!          <field var='FORM_TYPE' type='hidden'><value>jabber:iq:register</value></field>\
//!          <field var='username' type='text-single'><required/></field>\
//!          <field var='x-plan' type='hidden'><value>free</value></field>\
//!        </x>\
//!      </query>",
//! )?;
//! assert_eq!(wanted.fields().map(|(name, _)| name).collect::<Vec<_>>(), ["username", "password"]);
//!
//! // The form has precedence over the fields.
//! let mut registration: Registration = wanted.form.as_ref().unwrap().parse()?;
//! registration.username = Some("wren".into());
//! let answer = Query::new().with_form(registration.submit());
//! assert_eq!(answer.form.as_ref().unwrap().value("x-plan"), Some("free"));
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

pub mod captcha;
pub mod feature;
pub mod flow;
pub mod forms;
pub mod invitation;
pub mod register;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<register::Query>(
        "XEP-0077",
        "3",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<feature::Feature>("XEP-0077", "8", &[Place::StreamFeature]),
        Entry::of::<feature::TokenFeature>("XEP-0445", "3", &[Place::StreamFeature]),
        Entry::of::<flow::Register>("XEP-0389", "6.1", FLOWS),
        Entry::of::<flow::Recovery>("XEP-0389", "6.1", FLOWS),
        Entry::of::<flow::Flow>("XEP-0389", "6.1", &[Place::Nested]),
        Entry::of::<flow::FlowName>("XEP-0389", "6.1", &[Place::Nested]),
        Entry::of::<flow::Challenge>(
        "XEP-0389",
        "6.4",
        &[Place::Nonza, Place::IqResult, Place::Nested],
        ),
        Entry::of::<flow::Response>("XEP-0389", "6.4", &[Place::Nonza, Place::IqSet]),
        Entry::of::<flow::Cancel>(
        "XEP-0389",
        "6.5",
        &[Place::Nonza, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<flow::Success>("XEP-0389", "6.5", &[Place::Nonza, Place::IqSet]),
        Entry::of::<flow::InvalidFlow>("XEP-0389", "6.3", &[Place::StreamError]),
        Entry::of::<captcha::Captcha>("XEP-0158", "3.1", &[Place::Message, Place::IqSet]),
    ];
}

/// Where flows are offered, asked for and chosen.
const FLOWS: &[Place] = &[
    Place::StreamFeature,
    Place::Nonza,
    Place::IqGet,
    Place::IqSet,
    Place::IqResult,
];

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<forms::Registration>("XEP-0077", "13.4.1"),
    FormEntry::of::<forms::Cancellation>("XEP-0077", "13.4.2"),
    FormEntry::of::<forms::PasswordChange>("XEP-0077", "13.4.3"),
    FormEntry::of::<forms::Challenge>("XEP-0158", "12.2.1"),
    FormEntry::of::<invitation::Invitation>("XEP-0401", "11.1"),
];
