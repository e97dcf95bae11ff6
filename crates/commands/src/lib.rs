//! Ad-hoc commands: operations that an entity offers, in one or more steps, without a protocol of their own.
//!
//! | module | content |
//! |---|---|
//! | [`command`] | the command, in requests and results |
//! | [`errors`] | error conditions specific to commands |
//! | [`remote_control`] | controlling another client of the same user |
//!
//! Discover the commands of an entity with service discovery, at the node [`command::NS`]. Service administration
//! ([XEP-0133](https://xmpp.org/extensions/xep-0133.html)) is a set of commands and needs no types besides these.
//!
//! ```
//! use xmpp_commands::command::{Action, Command, Status};
//!
//! let stage: Command = xmpp_xml::from_str(
//!     "<command xmlns='http://jabber.org/protocol/commands' node='tea' sessionid='t1' status='executing'>\
//!        <actions execute='complete'><prev/><complete/></actions>\
//!        <x xmlns='jabber:x:data' type='form'>\
//!          <field var='guests' type='text-single' label='How many?'/>\
//!        </x>\
//!        <note type='warn'>There is little milk.</note>\
//!      </command>",
//! )?;
//! assert_eq!(stage.status, Some(Status::Executing));
//! assert!(stage.allows(&Action::Prev) && !stage.allows(&Action::Next));
//! assert_eq!(stage.meaning_of_execute(), Action::Complete);
//! assert_eq!(stage.notes[0].text, "There is little milk.");
//!
//! let mut answer = stage.form().unwrap().submit();
//! answer.set_value("guests", "3");
//! let request = stage.follow_up().with_action(Action::Complete).with_form(answer);
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<command xmlns='http://jabber.org/protocol/commands' action='complete' node='tea' sessionid='t1'>\
//!      <x xmlns='jabber:x:data' type='submit'><field var='guests'><value>3</value></field></x></command>"
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
#![doc = include_str!("index.md")]

extern crate alloc;

pub mod command;
pub mod errors;
pub mod remote_control;

pub use crate::command::{Action, Actions, Command, Note, NoteKind, Payload, Status};

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Command>(
        "XEP-0050",
        "4.1",
        // XEP-0050 does not say of which type the iq is: it shows a set, XEP-0004 a get.
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<Actions>("XEP-0050", "4.2", &[Place::Nested]),
        Entry::of::<Note>("XEP-0050", "4.3", &[Place::Nested]),
        Entry::of::<errors::Error>("XEP-0050", "4.4", &[Place::StanzaError]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[FormEntry::of::<remote_control::Control>("XEP-0146", "9.2")];
