//! Jingle: peer-to-peer sessions, their applications and transports.
//!
//! [`session`] has the sessions themselves. Applications are in [`rtp`] (calls) and [`file_transfer`], transports in
//! [`ice_udp`], [`raw_udp`], [`socks5`] and [`in_band`]; a [`publication`] announces an available session. Unknown
//! applications and transports are kept verbatim. [`message_initiation`] lets all devices ring before there is a session,
//! [`call_invites`] has invitations to calls of any kind, and [`muji`] combines sessions into a conference. The crate
//! `xmpp-jingle-sdp` converts these types to SDP and back.
//!
//! ```
//! use xmpp_jingle::ice_udp;
//! use xmpp_jingle::session::{Action, Description, Jingle};
//!
//! let offer: Jingle = xmpp_xml::from_str(
//!     "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='mill'>\
//!        <content creator='initiator' name='voice'>\
//!          <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'>\
//!            <payload-type id='111' name='opus' clockrate='48000' channels='2'/>\
//!            <payload-type id='9' name='G722'/>\
//!          </description>\
//!          <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ufrag='wind' pwd='sails'/>\
//!        </content>\
//!      </jingle>",
//! )?;
//!
//! let mut answer = offer.accept().expect("an offer can be accepted");
//! for content in &mut answer.contents {
//!     if let Some(Description::Rtp(audio)) = content.description_mut() {
//!         audio.payload_types.retain(|encoding| encoding.id == 111);
//!     }
//!     let mut transport = ice_udp::Transport::new();
//!     transport.ufrag = Some("tide".into());
//!     transport.pwd = Some("dike".into());
//!     content.set_transport(transport.into());
//! }
//!
//! assert_eq!(answer.action, Action::SessionAccept);
//! assert_eq!(
//!     xmpp_xml::to_string(&answer)?,
//!     "<jingle xmlns='urn:xmpp:jingle:1' action='session-accept' sid='mill'>\
//!      <content creator='initiator' name='voice'>\
//!      <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'>\
//!      <payload-type channels='2' clockrate='48000' id='111' name='opus'/></description>\
//!      <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' pwd='dike' ufrag='tide'/>\
//!      </content></jingle>"
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

use xmpp_xml::registry::{Entry, Place};

pub mod call_invites;
pub mod data_channels;
pub mod dtls;
pub mod encrypted_transports;
pub mod errors;
pub mod file_transfer;
pub mod grouping;
pub mod ibb;
pub mod ice;
pub mod ice_udp;
pub mod in_band;
pub mod message_initiation;
pub mod muji;
pub mod publication;
pub mod raw_udp;
pub mod real_time_text;
pub mod rtp;
pub mod session;
pub mod shared_editing;
pub mod socks5;
pub mod telepathy;
pub mod xml_stream;

pub use crate::session::{
    Action, Condition, ConditionKind, Content, Creator, Description, Disposition, Jingle, Reason,
    Senders, Transport,
};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Jingle>("XEP-0166", "7.1", &[Place::IqSet]),
        Entry::of::<Content>("XEP-0166", "7.3", &[Place::Nested]),
        Entry::of::<Reason>("XEP-0166", "7.4", &[Place::Nested]),
        Entry::of::<Condition>("XEP-0166", "7.4", &[Place::Nested]),
        Entry::of::<errors::Error>("XEP-0166", "10", &[Place::StanzaError]),
        Entry::of::<rtp::Description>("XEP-0167", "4", &[Place::Nested]),
        Entry::of::<rtp::PayloadType>("XEP-0167", "4", &[Place::Nested]),
        Entry::of::<rtp::Parameter>("XEP-0167", "4", &[Place::Nested]),
        Entry::of::<rtp::Bandwidth>("XEP-0167", "4", &[Place::Nested]),
        Entry::of::<rtp::Encryption>("XEP-0167", "7", &[Place::Nested]),
        Entry::of::<rtp::Crypto>("XEP-0167", "7", &[Place::Nested]),
        Entry::of::<rtp::errors::Error>("XEP-0167", "7", &[Place::Nested]),
        Entry::of::<rtp::info::Info>("XEP-0167", "8", &[Place::Nested]),
        Entry::of::<rtp::zrtp::ZrtpHash>("XEP-0262", "1", &[Place::Nested]),
        Entry::of::<rtp::feedback::Feedback>("XEP-0293", "3", &[Place::Nested]),
        Entry::of::<rtp::feedback::RegularInterval>("XEP-0293", "3", &[Place::Nested]),
        Entry::of::<rtp::header_extensions::HeaderExtension>("XEP-0294", "3", &[Place::Nested]),
        Entry::of::<rtp::header_extensions::AllowMixed>("XEP-0294", "3", &[Place::Nested]),
        Entry::of::<rtp::sources::Source>("XEP-0339", "2.1", &[Place::Nested]),
        Entry::of::<rtp::sources::SourceGroup>("XEP-0339", "2.2", &[Place::Nested]),
        Entry::of::<file_transfer::Description>("XEP-0234", "5", &[Place::Nested]),
        Entry::of::<file_transfer::File>("XEP-0234", "5", &[Place::Nested]),
        Entry::of::<file_transfer::Desc>("XEP-0234", "5", &[Place::Nested]),
        Entry::of::<file_transfer::Range>("XEP-0234", "6.4", &[Place::Nested]),
        Entry::of::<file_transfer::Received>("XEP-0234", "8.1", &[Place::Nested]),
        Entry::of::<file_transfer::Checksum>("XEP-0234", "8.2", &[Place::Nested]),
        Entry::of::<file_transfer::errors::Error>("XEP-0234", "9", &[Place::Nested]),
        Entry::of::<ice_udp::Transport>("XEP-0176", "5.3", &[Place::Nested]),
        Entry::of::<ice_udp::Candidate>("XEP-0176", "5.3", &[Place::Nested]),
        Entry::of::<ice_udp::RemoteCandidate>("XEP-0176", "5.7", &[Place::Nested]),
        Entry::of::<dtls::Fingerprint>("XEP-0320", "1", &[Place::Nested]),
        Entry::of::<raw_udp::Transport>("XEP-0177", "4.2", &[Place::Nested]),
        Entry::of::<raw_udp::Candidate>("XEP-0177", "4.2", &[Place::Nested]),
        Entry::of::<socks5::Transport>("XEP-0260", "2.2", &[Place::Nested]),
        Entry::of::<socks5::Candidate>("XEP-0260", "2.2", &[Place::Nested]),
        Entry::of::<socks5::CandidateUsed>("XEP-0260", "2.3", &[Place::Nested]),
        Entry::of::<socks5::Activated>("XEP-0260", "2.4", &[Place::Nested]),
        Entry::of::<in_band::Transport>("XEP-0261", "2.2", &[Place::Nested]),
        Entry::of::<ibb::Open>("XEP-0047", "2.1", &[Place::IqSet]),
        Entry::of::<ibb::Data>("XEP-0047", "2.2", &[Place::IqSet, Place::Message]),
        Entry::of::<ibb::Close>("XEP-0047", "2.3", &[Place::IqSet]),
        Entry::of::<publication::Publication>("XEP-0358", "2.1", &[Place::Message, Place::Nested]),
        Entry::of::<publication::Meta>("XEP-0358", "2.1", &[Place::Nested]),
        Entry::of::<publication::Start>("XEP-0358", "2.2", &[Place::IqGet]),
        Entry::of::<publication::Starting>("XEP-0358", "2.2", &[Place::IqResult]),
        Entry::of::<encrypted_transports::Security>("XEP-0391", "4.1", &[Place::Nested]),
        Entry::of::<grouping::Group>("XEP-0338", "2", &[Place::Nested]),
        Entry::of::<grouping::Content>("XEP-0338", "2", &[Place::Nested]),
        Entry::of::<message_initiation::Propose>("XEP-0353", "3.1", &[Place::Message]),
        Entry::of::<message_initiation::Ringing>("XEP-0353", "3.2", &[Place::Message]),
        Entry::of::<message_initiation::Retract>("XEP-0353", "3.3", &[Place::Message]),
        Entry::of::<message_initiation::Proceed>("XEP-0353", "3.4", &[Place::Message]),
        Entry::of::<message_initiation::Accept>("XEP-0353", "5", &[Place::Message]),
        Entry::of::<message_initiation::Reject>("XEP-0353", "3.5", &[Place::Message]),
        Entry::of::<message_initiation::Finish>("XEP-0353", "3.7", &[Place::Message]),
        Entry::of::<message_initiation::Migrated>("XEP-0353", "4.2", &[Place::Nested]),
        Entry::of::<call_invites::Invite>("XEP-0482", "2.1", &[Place::Message, Place::Nested]),
        Entry::of::<call_invites::Jingle>("XEP-0482", "2.1", &[Place::Nested]),
        Entry::of::<call_invites::External>("XEP-0482", "2.1", &[Place::Nested]),
        Entry::of::<call_invites::Retract>("XEP-0482", "2.2", &[Place::Message]),
        Entry::of::<call_invites::Accept>("XEP-0482", "2.3", &[Place::Message]),
        Entry::of::<call_invites::Reject>("XEP-0482", "2.4", &[Place::Message]),
        Entry::of::<call_invites::Left>("XEP-0482", "2.5", &[Place::Message]),
        Entry::of::<muji::Muji>("XEP-0272", "3", &[Place::Presence, Place::Nested]),
        Entry::of::<data_channels::SctpMap>("XEP-0343", "4.2", &[Place::Nested]),
        Entry::of::<data_channels::Channel>("XEP-0343", "4.2", &[Place::Nested]),
        Entry::of::<ice::Transport>("XEP-0371", "5.3", &[Place::Nested]),
        Entry::of::<rtp::category::Category>("XEP-0507", "2", &[Place::Nested]),
        Entry::of::<xml_stream::Description>("XEP-0247", "2", &[Place::Nested]),
        Entry::of::<real_time_text::Synchronization>("XEP-0517", "7", &[Place::Nested]),
        Entry::of::<real_time_text::Description>("XEP-0517", "9", &[Place::Nested]),
        Entry::of::<real_time_text::DataChannel>("XEP-0517", "9", &[Place::Nested]),
        Entry::of::<real_time_text::Fallback>("XEP-0517", "11", &[Place::Message]),
        Entry::of::<shared_editing::Transport>("XEP-0284", "4.1", &[Place::Nested]),
        Entry::of::<shared_editing::Sxe>("XEP-0284", "10.1", &[Place::Message, Place::Presence]),
        Entry::of::<shared_editing::Connect>("XEP-0284", "7", &[Place::Nested]),
        Entry::of::<shared_editing::StateOffer>("XEP-0284", "8.1", &[Place::Nested]),
        Entry::of::<shared_editing::AcceptState>("XEP-0284", "8.2", &[Place::Nested]),
        Entry::of::<shared_editing::RefuseState>("XEP-0284", "8.3", &[Place::Nested]),
        Entry::of::<shared_editing::State>("XEP-0284", "8.4", &[Place::Nested]),
        Entry::of::<shared_editing::DocumentBegin>("XEP-0284", "8.4", &[Place::Nested]),
        Entry::of::<shared_editing::DocumentEnd>("XEP-0284", "8.4", &[Place::Nested]),
        Entry::of::<shared_editing::NewNode>("XEP-0284", "10.5.1", &[Place::Nested]),
        Entry::of::<shared_editing::Remove>("XEP-0284", "10.5.2", &[Place::Nested]),
        Entry::of::<shared_editing::Set>("XEP-0284", "10.6.1", &[Place::Nested]),
        Entry::of::<telepathy::Transport>("XEP-0183", "3.1", &[Place::Nested]),
        Entry::of::<telepathy::Candidate>("XEP-0183", "3.1", &[Place::Nested]),
        Entry::of::<telepathy::Message>("XEP-0183", "3.3", &[Place::Nested]),
    ];
}
