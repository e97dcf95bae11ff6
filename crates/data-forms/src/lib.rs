//! Data forms: forms to fill in, submissions, and tables of results.
//!
//! [`form`] has the forms themselves and their `FORM_TYPE`; [`form_type`] has a derive that turns the forms with one
//! `FORM_TYPE` into a type. The other modules have what forms may contain: validation ([`validate`]), layout ([`layout`]),
//! and images and audio ([`media`]); the wrapper for negotiating with a form ([`feature_negotiation`]), and signed forms
//! ([`signature`]).
//!
//! ```
//! use xmpp_data_forms::{Form, FormKind};
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='form'>\
//!        <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>\
//!        <field var='guests' type='text-single' label='How many?'><required/></field>\
//!        <field var='milk' type='boolean'><value>1</value></field>\
//!      </x>",
//! )?;
//! assert_eq!(form.form_type(), Some("urn:example:tea"));
//! assert_eq!(form.get("milk")?, Some(true));
//!
//! let mut answer = form.submit();
//! answer.set_value("guests", "3");
//! assert_eq!(answer.kind, Some(FormKind::Submit));
//! assert_eq!(answer.get::<u8>("guests")?, Some(3));
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

pub mod feature_negotiation;
pub mod form;
pub mod form_type;
pub mod layout;
pub mod media;
pub mod signature;
pub mod validate;
pub mod xml_element;

pub use crate::form::{
    Choice, FORM_TYPE, Field, FieldKind, FieldValue, Form, FormKind, Item, Reported,
};
pub use crate::form_type::FormType;
pub use xmpp_data_forms_derive::FormType;

use xmpp_xml::registry::{Entry, Place};

/// What the derive's code calls. Not part of the interface.
#[doc(hidden)]
pub mod __private {
    pub use xmpp_xml::Token;
}

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Form>(
        "XEP-0004",
        "3",
        &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<Field>("XEP-0004", "3.2", &[Place::Nested]),
        Entry::of::<Choice>("XEP-0004", "3.2", &[Place::Nested]),
        Entry::of::<Reported>("XEP-0004", "3.4", &[Place::Nested]),
        Entry::of::<Item>("XEP-0004", "3.4", &[Place::Nested]),
        Entry::of::<feature_negotiation::Feature>(
        "XEP-0020",
        "2",
        &[Place::IqGet, Place::IqSet, Place::IqResult, Place::Message],
        ),
        Entry::of::<validate::Validate>("XEP-0122", "3", &[Place::Nested]),
        Entry::of::<validate::Basic>("XEP-0122", "3.2.1", &[Place::Nested]),
        Entry::of::<validate::Open>("XEP-0122", "3.2.2", &[Place::Nested]),
        Entry::of::<validate::Range>("XEP-0122", "3.2.3", &[Place::Nested]),
        Entry::of::<validate::Regex>("XEP-0122", "3.2.4", &[Place::Nested]),
        Entry::of::<validate::ListRange>("XEP-0122", "3.3", &[Place::Nested]),
        Entry::of::<layout::Page>("XEP-0141", "8.1", &[Place::Nested]),
        Entry::of::<layout::Section>("XEP-0141", "8.2", &[Place::Nested]),
        Entry::of::<layout::FieldRef>("XEP-0141", "8.3", &[Place::Nested]),
        Entry::of::<layout::ReportedRef>("XEP-0141", "8.4", &[Place::Nested]),
        Entry::of::<layout::Text>("XEP-0141", "8.5", &[Place::Nested]),
        Entry::of::<media::Media>("XEP-0221", "2", &[Place::Nested]),
        Entry::of::<media::Uri>("XEP-0221", "2", &[Place::Nested]),
        Entry::of::<xml_element::Wrapper>("XEP-0315", "2", &[Place::Nested]),
    ];
}

/// The forms of this crate.
pub const FORMS: &[form_type::FormEntry] = &[form_type::FormEntry::of::<signature::Signature>(
    "XEP-0348", "8.1",
)];
