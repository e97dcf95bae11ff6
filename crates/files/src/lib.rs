//! Files: upload, sharing, metadata, encryption, and transfer between two parties.
//!
//! | module | content |
//! |---|---|
//! | [`upload`], [`legacy_upload`] | uploading files to a server, and as it was before 2017 |
//! | [`sharing`], [`metadata`], [`encryption`] | files in messages: their sources, metadata and keys |
//! | [`stickers`] | stickers and sticker packs |
//! | [`file_input`] | files in forms |
//! | [`url_data`], [`out_of_band`] | URLs |
//! | [`media_sharing`] | files in messages, the predecessor |
//! | [`bytestreams`], [`stream_initiation`] | transfer between two parties, the predecessor of Jingle |
//! | [`published`] | metadata of a published file, in service discovery |
//!
//! For file transfer in Jingle sessions see [`xmpp_jingle::file_transfer`].
//!
//! ```
//! use xmpp_files::metadata::File;
//! use xmpp_files::sharing::{FileSharing, Source, Sources};
//! use xmpp_files::upload::Slot;
//! use xmpp_files::url_data::UrlData;
//!
//! // What the upload service answers; its other headers are none of the client's.
//! let slot: Slot = xmpp_xml::from_str(
//!     "<slot xmlns='urn:xmpp:http:upload:0'>\
//!        <put url='https://up.mill.example/4a77/tides.ods'><header name='Cookie'>k=1</header>\
//!          <header name='X-Trace'>7</header></put>\
//!        <get url='https://mill.example/4a77/tides.ods'/>\
//!      </slot>",
//! )?;
//! assert!(slot.put.is_https() && slot.get.is_https());
//! assert_eq!(slot.put.http_headers().collect::<Vec<_>>(), [("Cookie", "k=1".into())]);
//!
//! // Once the file is there, it is shared.
//! let file = File::new().with_name("tides.ods").with_size(6144u64);
//! let source = Source::Url(UrlData::new(slot.get.url));
//! let shared = FileSharing::new(file).with_sources(Sources::from_iter([source]));
//! assert_eq!(
//!     xmpp_xml::to_string(&shared)?,
//!     "<file-sharing xmlns='urn:xmpp:sfs:0'>\
//!      <file xmlns='urn:xmpp:file:metadata:0'><name>tides.ods</name><size>6144</size></file>\
//!      <sources><url-data xmlns='http://jabber.org/protocol/url-data' \
//!      target='https://mill.example/4a77/tides.ods'/></sources></file-sharing>"
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

pub mod bytestreams;
pub mod encryption;
pub mod file_input;
pub mod legacy_upload;
pub mod media_sharing;
pub mod metadata;
pub mod out_of_band;
pub mod published;
mod scheme;
pub mod sharing;
pub mod stickers;
pub mod stream_initiation;
pub mod upload;
pub mod url_data;

use xmpp_data_forms::form_type::FormEntry;
use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<bytestreams::Query>(
        "XEP-0065",
        "8.1",
        &[Place::IqGet, Place::IqSet, Place::IqResult],
        ),
        Entry::of::<bytestreams::StreamHost>("XEP-0065", "8.2", &[Place::Nested]),
        Entry::of::<bytestreams::StreamHostUsed>("XEP-0065", "8.3", &[Place::Nested]),
        Entry::of::<bytestreams::UdpSuccess>("XEP-0065", "8.5", &[Place::Message]),
        Entry::of::<out_of_band::Transfer>("XEP-0066", "2", &[Place::IqSet]),
        Entry::of::<out_of_band::Link>("XEP-0066", "3", &[Place::Message, Place::Presence]),
        Entry::of::<stream_initiation::Offer>("XEP-0095", "4.1", &[Place::IqSet]),
        Entry::of::<stream_initiation::Acceptance>("XEP-0095", "4.1", &[Place::IqResult]),
        Entry::of::<stream_initiation::errors::Error>("XEP-0095", "4.2", &[Place::StanzaError]),
        Entry::of::<stream_initiation::file_transfer::File>("XEP-0096", "3", &[Place::Nested]),
        Entry::of::<stream_initiation::file_transfer::Range>("XEP-0096", "3", &[Place::Nested]),
        Entry::of::<url_data::UrlData>(
        "XEP-0103",
        "5.1",
        &[Place::Message, Place::IqSet, Place::IqResult, Place::Nested],
        ),
        Entry::of::<url_data::Desc>("XEP-0103", "5.2", &[Place::Nested]),
        Entry::of::<url_data::errors::Error>("XEP-0103", "5.3", &[Place::StanzaError]),
        Entry::of::<url_data::http::Auth>("XEP-0104", "5.2", &[Place::Nested]),
        Entry::of::<url_data::http::AuthParam>("XEP-0104", "5.3", &[Place::Nested]),
        Entry::of::<url_data::http::Cookie>("XEP-0104", "5.4", &[Place::Nested]),
        Entry::of::<url_data::http::Header>("XEP-0104", "5.5", &[Place::Nested]),
        Entry::of::<upload::Request>("XEP-0363", "4", &[Place::IqGet]),
        Entry::of::<upload::Slot>("XEP-0363", "4", &[Place::IqResult]),
        Entry::of::<upload::Put>("XEP-0363", "4", &[Place::Nested]),
        Entry::of::<upload::Get>("XEP-0363", "4", &[Place::Nested]),
        Entry::of::<upload::Header>("XEP-0363", "4", &[Place::Nested]),
        Entry::of::<upload::FileTooLarge>("XEP-0363", "6", &[Place::StanzaError]),
        Entry::of::<upload::Retry>("XEP-0363", "6", &[Place::StanzaError]),
        Entry::of::<legacy_upload::Request>("XEP-0363", "4", &[Place::IqGet]),
        Entry::of::<legacy_upload::Slot>("XEP-0363", "4", &[Place::IqResult]),
        Entry::of::<legacy_upload::FileTooLarge>("XEP-0363", "6", &[Place::StanzaError]),
        Entry::of::<upload::purpose::Purpose>("XEP-0363", "5", &[Place::Nested]),
        Entry::of::<media_sharing::MediaSharing>("XEP-0385", "4.1", &[Place::Nested]),
        Entry::of::<media_sharing::Sources>("XEP-0385", "4.1", &[Place::Nested]),
        Entry::of::<metadata::File>("XEP-0446", "2", &[Place::Nested]),
        Entry::of::<metadata::Desc>("XEP-0446", "2", &[Place::Nested]),
        Entry::of::<sharing::FileSharing>("XEP-0447", "3.1", &[Place::Message, Place::Nested]),
        Entry::of::<sharing::Sources>("XEP-0447", "3.3", &[Place::Message, Place::Nested]),
        Entry::of::<encryption::Encrypted>("XEP-0448", "3.1", &[Place::Nested]),
        Entry::of::<stickers::Sticker>("XEP-0449", "4.1", &[Place::Message]),
        Entry::of::<stickers::Pack>("XEP-0449", "4.3.1", &[Place::Nested]),
        Entry::of::<stickers::Name>("XEP-0449", "4.3.1", &[Place::Nested]),
        Entry::of::<stickers::Summary>("XEP-0449", "4.3.1", &[Place::Nested]),
        Entry::of::<stickers::Item>("XEP-0449", "4.3.1", &[Place::Nested]),
        Entry::of::<stickers::Suggest>("XEP-0449", "4.3.1", &[Place::Nested]),
        Entry::of::<file_input::FileInput>("XEP-0505", "3", &[Place::Nested]),
    ];
}

/// The registered forms of this area.
pub const FORMS: &[FormEntry] = &[
    FormEntry::of::<upload::Limits>("XEP-0363", "3"),
    FormEntry::of::<published::Description>("XEP-0135", "10.4"),
];
