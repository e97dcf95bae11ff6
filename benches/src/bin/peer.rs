//! xmpp-parsers at the other end of `cargo xtask judge`: every type it has, or with `--dom` minidom, on which its
//! types stand.
//!
//! A stanza is read as `Message`, `Presence` or `Iq`, and each of its payloads as whichever type of that place takes
//! it. A payload without a type is kept as the `minidom::Element` that the stanza has it as.

#![expect(
    clippy::std_instead_of_core,
    reason = "a program needs std anyway, and one name for it is enough"
)]

use std::env;
use std::io::{self, BufRead, Write};

use minidom::Element;
use xmpp_parsers::iq::Iq;
use xmpp_parsers::message::Message;
use xmpp_parsers::presence::Presence;
use xmpp_parsers::{
    Error, FromElementError, attention, avatar, bind, bind2, blocking, bob, bookmarks, bookmarks2,
    caps, carbons, chatstates, component, confirm, csi, data_forms, data_forms_validate, delay,
    disco, displayed_markers, ecaps2, eme, extdisco, fast, forwarding, hashes, http_upload, ibb,
    ibr, idle, jid_prep, jingle, jingle_dtls_srtp, jingle_ft, jingle_grouping, jingle_ibb,
    jingle_ice_udp, jingle_message, jingle_raw_udp, jingle_rtcp_fb, jingle_rtp, jingle_rtp_hdrext,
    jingle_s5b, jingle_ssma, jingle_thumbnails, json_containers, legacy_omemo, mam, mam_prefs,
    media_element, message_correct, mood, muc, nick, ns, occupant_id, oob, ping, private, pubsub,
    push, reactions, receipts, roster, rsm, rtt, sasl, sasl2, sm, stanza_error, stanza_id,
    starttls, stream_error, stream_features, time, tune, vcard, vcard_update, version, xhtml,
};

/// What came of reading an element as a type.
enum Outcome {
    /// It is another element.
    Mismatch,
    Refused(String),
    Written(Element),
}

/// The errors of the conversions from minidom.
trait Refusal: ToString {
    fn is_mismatch(&self) -> bool;
}

impl Refusal for FromElementError {
    fn is_mismatch(&self) -> bool {
        matches!(self, Self::Mismatch(_))
    }
}

impl Refusal for Error {
    fn is_mismatch(&self) -> bool {
        matches!(self, Self::TypeMismatch)
    }
}

fn read<T>(element: &Element) -> Outcome
where
    T: TryFrom<Element, Error: Refusal> + Into<Element>,
{
    match T::try_from(element.clone()) {
        Ok(value) => Outcome::Written(value.into()),
        Err(error) if error.is_mismatch() => Outcome::Mismatch,
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

type Type = fn(&Element) -> Outcome;

macro_rules! types {
    ($($name:ident: $($type:ty),*;)*) => {$(
        const $name: &[Type] = &[$(read::<$type>),*];
    )*};
}

types! {
    GET: blocking::BlocklistRequest, confirm::Confirm, extdisco::Credentials, disco::DiscoInfoQuery,
        disco::DiscoItemsQuery, ibr::FieldsQuery, jid_prep::JidPrepQuery, mam::MetadataQuery,
        pubsub::Owner, ping::Ping, mam_prefs::Prefs, pubsub::PubSub, mam::Query, private::Query,
        roster::Roster, extdisco::ServicesQuery, http_upload::SlotRequest, time::TimeQuery, vcard::VCardQuery,
        version::VersionQuery;
    SET: bind::BindQuery, blocking::Block, ibb::Close, ibb::Data, carbons::Disable, push::Disable,
        carbons::Enable, push::Enable, ibr::FormQuery, jingle::Jingle, ibr::RemoveQuery, ibr::LegacyQuery, ibb::Open,
        pubsub::Owner, mam_prefs::Prefs, pubsub::PubSub, mam::Query, private::Query, roster::Roster,
        extdisco::ServicesResult, blocking::Unblock, vcard::VCard;
    RESULT: bind::BindResponse, blocking::BlocklistResult, extdisco::Credentials, disco::DiscoInfoResult,
        disco::DiscoItemsResult, mam::Fin, ibr::FormQuery, jid_prep::JidPrepResponse, ibr::LegacyQuery,
        mam::MetadataResponse, pubsub::Owner, mam_prefs::Prefs, pubsub::PubSub, mam::Query, private::Query,
        roster::Roster, extdisco::ServicesResult, http_upload::SlotResult, time::TimeResult, vcard::VCard,
        version::VersionResult;
    MESSAGE: attention::Attention, chatstates::ChatState, confirm::Confirm, displayed_markers::Displayed,
        legacy_omemo::Encrypted, pubsub::Event, eme::ExplicitMessageEncryption, displayed_markers::Markable,
        muc::MucUser, stanza_id::OriginId, carbons::Private, reactions::Reactions, carbons::Received,
        receipts::Received, message_correct::Replace, receipts::Request, mam::Result_, carbons::Sent,
        stanza_id::StanzaId, xhtml::XhtmlIm, jingle_message::JingleMI, rtt::Rtt, json_containers::JsonContainer;
    PRESENCE: caps::Caps, ecaps2::ECaps2, idle::Idle, muc::Muc, muc::MucUser, vcard_update::VCardUpdate;
    // Whole documents, and what stands in payloads of any kind.
    ANY: stream_features::StreamFeatures, stream_error::ReceivedStreamError, sasl::Auth, sasl::Challenge, sasl::Response,
        sasl::Abort, sasl::Success, sasl::Failure, sasl2::Authenticate, sasl2::Challenge, sasl2::Response,
        sasl2::Success, sasl2::Failure, sasl2::Continue, sm::A, sm::Enable, sm::Enabled, sm::Failed, sm::R, sm::Resume,
        sm::Resumed, starttls::Request, starttls::Proceed, starttls::Failure, csi::Active, csi::Inactive,
        component::Handshake, bind2::BindQuery, fast::FastQuery, stanza_error::StanzaError,
        data_forms::DataForm, data_forms::Field, data_forms::Option_, data_forms_validate::Validate,
        data_forms_validate::ListRange, media_element::MediaElement, delay::Delay, nick::Nick, oob::Oob, bob::Data,
        occupant_id::OccupantId, forwarding::Forwarded, rsm::SetQuery, rsm::SetResult, hashes::Hash,
        disco::Identity, disco::Item, roster::Item, avatar::Data, avatar::Metadata, mood::MoodEnum, tune::Tune,
        bookmarks::Storage, bookmarks2::Conference, jingle::Content, jingle::ReasonElement,
        jingle_dtls_srtp::Fingerprint, jingle_ft::Description, jingle_ft::File, jingle_ft::Checksum,
        jingle_ft::Received, jingle_grouping::Group, jingle_ibb::Transport, jingle_ice_udp::Transport,
        jingle_raw_udp::Transport, jingle_rtcp_fb::RtcpFb, jingle_rtp::Description, jingle_rtp::PayloadType,
        jingle_rtp_hdrext::RtpHdrext, jingle_s5b::Transport, jingle_ssma::Source, jingle_ssma::Group,
        jingle_thumbnails::Thumbnail;
}

/// What was read and written, and the names of what no type took; or why something was refused.
type Read = Result<(Element, Vec<String>), String>;

/// An element through the first of these types that takes it.
fn through(element: Element, types: &[&[Type]]) -> Read {
    let mut refused = None;
    for read in types.iter().copied().flatten() {
        match read(&element) {
            Outcome::Written(written) => return Ok((written, Vec::new())),
            Outcome::Refused(error) => refused = refused.or(Some(error)),
            Outcome::Mismatch => {}
        }
    }
    match refused {
        Some(error) => Err(error),
        None => {
            let name = format!("{{{}}}{}", element.ns(), element.name());
            Ok((element, vec![name]))
        }
    }
}

/// Each of these payloads through the first type of its place that takes it.
fn each(payloads: &mut [Element], types: &[&[Type]]) -> Result<Vec<String>, String> {
    let mut opaque = Vec::new();
    for payload in payloads {
        let (written, names) = through(payload.clone(), types)?;
        *payload = written;
        opaque.extend(names);
    }
    Ok(opaque)
}

fn typed(element: Element) -> Read {
    let refused = |error: FromElementError| error.to_string();
    if element.is("message", ns::DEFAULT_NS) {
        let mut message = Message::try_from(element).map_err(refused)?;
        let opaque = each(&mut message.payloads, &[MESSAGE, ANY])?;
        return Ok((message.into(), opaque));
    }
    if element.is("presence", ns::DEFAULT_NS) {
        let mut presence = Presence::try_from(element).map_err(refused)?;
        let opaque = each(&mut presence.payloads, &[PRESENCE, ANY])?;
        return Ok((presence.into(), opaque));
    }
    if element.is("iq", ns::DEFAULT_NS) {
        let mut iq = Iq::try_from(element).map_err(refused)?;
        let opaque = match &mut iq {
            Iq::Get { payload, .. } => each(core::slice::from_mut(payload), &[GET, ANY])?,
            Iq::Set { payload, .. } => each(core::slice::from_mut(payload), &[SET, ANY])?,
            Iq::Result { payload, .. } => each(payload.as_mut_slice(), &[RESULT, ANY])?,
            Iq::Error { payload, .. } => each(payload.as_mut_slice(), &[GET, SET, ANY])?,
        };
        return Ok((iq.into(), opaque));
    }
    through(element, &[ANY, MESSAGE, PRESENCE, RESULT, SET, GET])
}

fn untyped(element: Element) -> Read {
    let name = format!("{{{}}}{}", element.ns(), element.name());
    Ok((element, vec![name]))
}

fn answer(xml: &str, is_dom: bool) -> Result<serde_json::Value, Box<dyn std::error::Error>> {
    let element = match Element::from_reader(xml.as_bytes()) {
        Ok(element) => element,
        Err(error) => return Ok(serde_json::json!({ "error": error.to_string() })),
    };
    let read = if is_dom {
        untyped(element)
    } else {
        typed(element)
    };
    Ok(match read {
        Ok((element, opaque)) => {
            let mut xml = Vec::new();
            element.write_to(&mut xml)?;
            serde_json::json!({ "xml": String::from_utf8(xml)?, "opaque": opaque })
        }
        Err(error) => serde_json::json!({ "error": error }),
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let is_dom = env::args().any(|argument| argument == "--dom");
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let xml: String = serde_json::from_str(&line?)?;
        writeln!(out, "{}", answer(&xml, is_dom)?)?;
        out.flush()?;
    }
    Ok(())
}
