//! Typed Rust structs for XMPP stanzas and payloads. They are lossless: whatever was read and not changed is written back
//! as it was, whether a type knows it or not.
//!
//! ```
//! use xmpp_stanzas::Iq;
//! use xmpp_stanzas::disco::info::{Feature, Response};
//!
//! let mut iq: Iq = xmpp_stanzas::xml::from_str(
//!     "<iq xmlns='jabber:client' type='result' id='d1' from='tea.example'>\
//!        <query xmlns='http://jabber.org/protocol/disco#info'>\
//!          <identity category='server' type='im' since='1865'/><feature var='urn:xmpp:ping'/>\
//!        </query></iq>",
//! )?;
//! let mut info: Response = iq.answer()?.expect("an answer");
//! info.features.push(Feature::new("urn:xmpp:time"));
//! iq.set_payload(&info)?;
//!
//! let written = xmpp_stanzas::xml::to_string(&iq)?;
//! assert!(written.contains("since='1865'/><feature var='urn:xmpp:ping'/><feature var='urn:xmpp:time'/>"));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! Where to start:
//! - [`Message`], [`Presence`], [`Iq`] and [`Stanza`], which is any of the three, keep payloads as they are until a type is
//!   asked for: `message.payload::<Delay>()`, `iq.as_get::<Ping>()`.
//! - [`StreamReader`] takes the bytes of a stream as they arrive and returns its elements, [`StreamWriter`] writes a
//!   stream. Neither does I/O.
//! - [`xml`] has the functions that read and write, [limits](xml::Limits), lenient reading
//!   ([`Invalid::Keep`](xml::Invalid::Keep)), and `#[derive(Xml)]` for payloads of your own.
//! - [`Jid`], [`BareJid`] and [`FullJid`] keep their spelling and compare as RFC 7622 requires.
//! - The [table of specifications](#specifications) links each XEP and RFC to its types.
//!
//! Tools can process elements without naming a type, by the [`registry`] of all element types:
//!
//! ```
//! use xmpp_stanzas::xml::{Options, RawElement};
//!
//! let element: RawElement = "<ping xmlns='urn:xmpp:ping'/>".parse()?;
//! for entry in xmpp_stanzas::registry().filter(|entry| entry.matches(&element.node())) {
//!     let trip = entry.round_trip(&element, &Options::new())?;
//!     println!("{} of {}: {}", entry.type_name(), entry.spec, trip.xml);
//! }
//! # Ok::<(), xmpp_stanzas::xml::Error>(())
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
#![cfg_attr(feature = "default", doc = include_str!("index.md"))]

#[cfg(feature = "administration")]
#[doc(inline)]
pub use xmpp_administration as administration;
#[cfg(feature = "archive")]
#[doc(inline)]
pub use xmpp_archive as archive;
#[cfg(feature = "blocking")]
#[doc(inline)]
pub use xmpp_blocking as blocking;
#[cfg(feature = "bookmarks")]
#[doc(inline)]
pub use xmpp_bookmarks as bookmarks;
#[cfg(feature = "chat")]
#[doc(inline)]
pub use xmpp_chat as chat;
#[cfg(feature = "commands")]
#[doc(inline)]
pub use xmpp_commands as commands;
#[cfg(feature = "content")]
#[doc(inline)]
pub use xmpp_content as content;
#[cfg(feature = "core-stanzas")]
#[doc(inline)]
pub use xmpp_core_stanzas as core_stanzas;
#[cfg(feature = "data-forms")]
#[doc(inline)]
pub use xmpp_data_forms as data_forms;
#[cfg(feature = "disco")]
#[doc(inline)]
pub use xmpp_disco as disco;
#[cfg(feature = "encryption")]
#[doc(inline)]
pub use xmpp_encryption as encryption;
#[cfg(feature = "entity")]
#[doc(inline)]
pub use xmpp_entity as entity;
#[cfg(feature = "files")]
#[doc(inline)]
pub use xmpp_files as files;
#[cfg(feature = "http")]
#[doc(inline)]
pub use xmpp_http as http;
#[doc(inline)]
pub use xmpp_jid as jid;
#[cfg(feature = "jingle")]
#[doc(inline)]
pub use xmpp_jingle as jingle;
#[cfg(feature = "jingle-sdp")]
#[doc(inline)]
pub use xmpp_jingle_sdp as jingle_sdp;
#[cfg(feature = "mix")]
#[doc(inline)]
pub use xmpp_mix as mix;
#[cfg(feature = "muc")]
#[doc(inline)]
pub use xmpp_muc as muc;
#[cfg(feature = "profile")]
#[doc(inline)]
pub use xmpp_profile as profile;
#[cfg(feature = "publishing")]
#[doc(inline)]
pub use xmpp_publishing as publishing;
#[cfg(feature = "pubsub")]
#[doc(inline)]
pub use xmpp_pubsub as pubsub;
#[cfg(feature = "registration")]
#[doc(inline)]
pub use xmpp_registration as registration;
#[cfg(feature = "roster")]
#[doc(inline)]
pub use xmpp_roster as roster;
#[cfg(feature = "rpc")]
#[doc(inline)]
pub use xmpp_rpc as rpc;
#[cfg(feature = "services")]
#[doc(inline)]
pub use xmpp_services as services;
#[cfg(feature = "sessions")]
#[doc(inline)]
pub use xmpp_sessions as sessions;
#[cfg(feature = "streams")]
#[doc(inline)]
pub use xmpp_stream_errors as streams;
#[cfg(feature = "things")]
#[doc(inline)]
pub use xmpp_things as things;
#[cfg(feature = "vocabulary")]
#[doc(inline)]
pub use xmpp_vocabulary as vocabulary;
#[doc(inline)]
pub use xmpp_xml as xml;

#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub mod json;

#[cfg(feature = "core-stanzas")]
pub use xmpp_core_stanzas::{Iq, Message, Presence, Stanza, StanzaError};
pub use xmpp_jid::{BareJid, FullJid, Jid};
#[cfg(feature = "streams")]
pub use xmpp_stream_errors::{StreamError, StreamReader, StreamWriter};

use xmpp_xml::Node;
use xmpp_xml::registry::{Entry, Place};

/// The list of each area. A constant, and used by functions that are compiled where they are called: who does not use the
/// registry has none of it.
const AREAS: &[&[Entry]] = &[
    #[cfg(feature = "core-stanzas")]
    core_stanzas::REGISTRY,
    #[cfg(feature = "streams")]
    streams::REGISTRY,
    #[cfg(feature = "sessions")]
    sessions::REGISTRY,
    #[cfg(feature = "vocabulary")]
    vocabulary::REGISTRY,
    #[cfg(feature = "data-forms")]
    data_forms::REGISTRY,
    #[cfg(feature = "disco")]
    disco::REGISTRY,
    #[cfg(feature = "roster")]
    roster::REGISTRY,
    #[cfg(feature = "bookmarks")]
    bookmarks::REGISTRY,
    #[cfg(feature = "entity")]
    entity::REGISTRY,
    #[cfg(feature = "encryption")]
    encryption::REGISTRY,
    #[cfg(feature = "chat")]
    chat::REGISTRY,
    #[cfg(feature = "content")]
    content::REGISTRY,
    #[cfg(feature = "blocking")]
    blocking::REGISTRY,
    #[cfg(feature = "commands")]
    commands::REGISTRY,
    #[cfg(feature = "registration")]
    registration::REGISTRY,
    #[cfg(feature = "rpc")]
    rpc::REGISTRY,
    #[cfg(feature = "muc")]
    muc::REGISTRY,
    #[cfg(feature = "mix")]
    mix::REGISTRY,
    #[cfg(feature = "jingle")]
    jingle::REGISTRY,
    #[cfg(feature = "files")]
    files::REGISTRY,
    #[cfg(feature = "pubsub")]
    pubsub::REGISTRY,
    #[cfg(feature = "profile")]
    profile::REGISTRY,
    #[cfg(feature = "publishing")]
    publishing::REGISTRY,
    #[cfg(feature = "http")]
    http::REGISTRY,
    #[cfg(feature = "archive")]
    archive::REGISTRY,
    #[cfg(feature = "things")]
    things::REGISTRY,
    #[cfg(feature = "services")]
    services::REGISTRY,
    #[cfg(feature = "administration")]
    administration::REGISTRY,
];

/// The registered forms of each area.
#[cfg(feature = "data-forms")]
const FORMS: &[&[data_forms::form_type::FormEntry]] = &[
    data_forms::FORMS,
    #[cfg(feature = "roster")]
    roster::FORMS,
    #[cfg(feature = "entity")]
    entity::FORMS,
    #[cfg(feature = "commands")]
    commands::FORMS,
    #[cfg(feature = "chat")]
    chat::FORMS,
    #[cfg(feature = "content")]
    content::FORMS,
    #[cfg(feature = "registration")]
    registration::FORMS,
    #[cfg(feature = "muc")]
    muc::FORMS,
    #[cfg(feature = "mix")]
    mix::FORMS,
    #[cfg(feature = "pubsub")]
    pubsub::FORMS,
    #[cfg(feature = "profile")]
    profile::FORMS,
    #[cfg(feature = "archive")]
    archive::FORMS,
    #[cfg(feature = "files")]
    files::FORMS,
    #[cfg(feature = "services")]
    services::FORMS,
    #[cfg(feature = "administration")]
    administration::FORMS,
    #[cfg(feature = "disco")]
    disco::FORMS,
    #[cfg(feature = "publishing")]
    publishing::FORMS,
];

/// All element types of the enabled areas, area by area.
#[inline]
pub fn registry() -> impl Iterator<Item = &'static Entry> {
    AREAS.iter().copied().flatten()
}

/// All registered form types, area by area.
#[cfg(feature = "data-forms")]
#[inline]
pub fn forms() -> impl Iterator<Item = &'static data_forms::form_type::FormEntry> {
    FORMS.iter().copied().flatten()
}

/// The types that match the name of the element at `node` and may stand at `place`.
///
/// Usually one or none. There are several if they differ in more than the name.
#[inline]
pub fn lookup(node: Node<'_>, place: Place) -> impl Iterator<Item = &'static Entry> {
    registry().filter(move |entry| entry.stands_in(place) && entry.matches(&node))
}
