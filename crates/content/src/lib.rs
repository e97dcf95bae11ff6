//! The content of messages, besides their plain text.
//!
//! | module | what is in it |
//! |---|---|
//! | [`alert`] | emergency alerts |
//! | [`content_type`] | the content in other media types |
//! | [`json_message`] | JSON messages of applications |
//! | [`link_metadata`] | metadata of links, for previews |
//! | [`markup`] | emphasis, code, lists and quotes, separate from the text |
//! | [`mention`] | mentions of people and groups |
//! | [`real_time_text`] | a message as it is being typed |
//! | [`spoiler`] | content that is hidden until the user asks for it |
//! | [`styling`] | opting out of styling by characters in the body |
//! | [`translation`] | translations, and translation services |
//! | [`webxdc`] | state updates of WebXDC widgets |
//! | [`xhtml`] | formatted text as XHTML |
//!
//! References, and how characters are counted, are in
//! [`xmpp_vocabulary::reference`] and [`xmpp_vocabulary::characters`].
//!
//! ```
//! use xmpp_content::markup::{Markup, Piece};
//!
//! let body = "Nimm etwas mehr Tee 🫖";
//! let markup: Markup = xmpp_xml::from_str(
//!     "<markup xmlns='urn:xmpp:markup:0'><span start='11' end='19'><strong/></span></markup>",
//! )?;
//! let Some(Piece::Span(span)) = markup.pieces.first() else { unreachable!() };
//! assert!(span.is_strong);
//! assert_eq!(span.part_of(body), Some("mehr Tee"));
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

pub mod alert;
pub mod content_type;
pub mod json_message;
pub mod link_metadata;
pub mod markup;
pub mod mention;
pub mod real_time_text;
pub mod spoiler;
pub mod styling;
pub mod translation;
pub mod webxdc;
pub mod xhtml;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<alert::Alert>("XEP-0127", "3", &[Place::Message, Place::Nested]),
        Entry::of::<alert::Info>("XEP-0127", "3", &[Place::Nested]),
        Entry::of::<alert::EventCode>("XEP-0127", "3", &[Place::Nested]),
        Entry::of::<alert::Parameter>("XEP-0127", "3", &[Place::Nested]),
        Entry::of::<alert::Resource>("XEP-0127", "3", &[Place::Nested]),
        Entry::of::<alert::Area>("XEP-0127", "3", &[Place::Nested]),
        Entry::of::<alert::Geocode>("XEP-0127", "3", &[Place::Nested]),
        Entry::of::<xhtml::Html>("XEP-0071", "5", &[Place::Message, Place::Presence]),
        Entry::of::<real_time_text::Rtt>("XEP-0301", "4.1", &[Place::Message]),
        Entry::of::<real_time_text::Insert>("XEP-0301", "4.6.3.1", &[Place::Nested]),
        Entry::of::<real_time_text::Erase>("XEP-0301", "4.6.3.2", &[Place::Nested]),
        Entry::of::<real_time_text::Wait>("XEP-0301", "4.6.3.3", &[Place::Nested]),
        Entry::of::<spoiler::Spoiler>("XEP-0382", "3", &[Place::Message]),
        Entry::of::<markup::Markup>("XEP-0394", "4", &[Place::Message]),
        Entry::of::<markup::Span>("XEP-0394", "4.1", &[Place::Nested]),
        Entry::of::<markup::CodeBlock>("XEP-0394", "4.2", &[Place::Nested]),
        Entry::of::<markup::List>("XEP-0394", "4.3", &[Place::Nested]),
        Entry::of::<markup::ListItem>("XEP-0394", "4.3", &[Place::Nested]),
        Entry::of::<markup::Quote>("XEP-0394", "4.4", &[Place::Nested]),
        Entry::of::<link_metadata::Description>("XEP-0511", "3.1", &[Place::Message]),
        Entry::of::<link_metadata::Property>("XEP-0511", "3.1", &[Place::Nested]),
        Entry::of::<translation::Translations>(
        "XEP-0171",
        "4.1",
        &[Place::Message, Place::IqGet, Place::IqResult],
        ),
        Entry::of::<translation::Source>("XEP-0171", "4.3.1", &[Place::Nested]),
        Entry::of::<translation::Translation>("XEP-0171", "4.1", &[Place::Nested]),
        Entry::of::<translation::Query>("XEP-0171", "4.2.3", &[Place::IqGet, Place::IqResult]),
        Entry::of::<translation::Item>("XEP-0171", "4.2.3", &[Place::Nested]),
        Entry::of::<json_message::Payload>("XEP-0432", "2", &[Place::Message]),
        Entry::of::<mention::Mention>("XEP-0513", "3", &[Place::Message]),
        Entry::of::<mention::Query>(
        "XEP-0513",
        "3.6",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<styling::Unstyled>("XEP-0393", "7", &[Place::Message]),
        Entry::of::<content_type::TypedContent>("XEP-0481", "2", &[Place::Message]),
        Entry::of::<webxdc::Update>("XEP-0491", "4", &[Place::Message]),
    ];
}

/// The forms of this area.
pub const FORMS: &[FormEntry] = &[FormEntry::of::<mention::Permissions>("XEP-0513", "3.6")];
