//! From Jingle to SDP.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use xmpp_jingle::data_channels::SctpMap;
use xmpp_jingle::dtls::Fingerprint;
use xmpp_jingle::grouping::{Group, Semantics};
use xmpp_jingle::ice_udp::Candidate;
use xmpp_jingle::rtp::feedback::{Feedback, RegularInterval};
use xmpp_jingle::rtp::{Description, Encryption, Parameter, PayloadType};
use xmpp_jingle::session::{self, Content, Creator, Senders};

use crate::candidate::candidate_to_sdp;
use crate::grammar::{Line, Media, Sdp, SdpError};
use crate::jingle::sides;

/// The session identifier and version for the `o=` line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Origin {
    /// The session identifier, constant for the session.
    pub session: u64,
    /// The version of the description, which increases with each new description of the session.
    pub version: u64,
}

impl Origin {
    /// This session identifier and version.
    #[must_use]
    pub const fn new(session: u64, version: u64) -> Self {
        Self { session, version }
    }
}

/// Jingle contents mapped to SDP.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The description.
    pub sdp: Sdp,
    /// What has no equivalent in SDP: the name of the content, and the part of it.
    pub unmapped: Vec<(String, &'static str)>,
}

/// Maps contents and their groups to a session description of the party `author`.
///
/// Each content becomes a media description whose `a=mid` is its name. The profile is that of DTLS-SRTP if there is a
/// fingerprint, of the content or of the first in its group `BUNDLE`; else that of SRTP if there are keys, or encryption is
/// required. A medium with unknown senders is `inactive`,
/// since SDP has a default that lets both parties send. Ports are 9 and addresses 0.0.0.0, as in ICE without candidates
/// ([RFC 8840 §4.1.3](https://www.rfc-editor.org/rfc/rfc8840)).
///
/// # Errors
/// [`Unwritable`](SdpError::Unwritable): a value contains a line end or another control character, or white space where a
/// single token is required, or two contents have the same name. Otherwise a peer could inject lines of its own, such as the fingerprint of another certificate.
pub fn to_sdp(
    contents: &[Content],
    groups: &[Group],
    author: &Creator,
    origin: &Origin,
) -> Result<Written, SdpError> {
    let mut written = Written::default();
    let (id, version) = (origin.session, origin.version);
    let session = &mut written.sdp.session;
    session.push(Line::new('v', "0")?);
    session.push(Line::new('o', format!("- {id} {version} IN IP4 0.0.0.0"))?);
    session.push(Line::new('s', "-")?);
    session.push(Line::new('t', "0 0")?);
    for group in groups {
        let mut value = token(&group.semantics)?;
        for content in &group.contents {
            value.push(' ');
            value.push_str(word(&content.name)?);
        }
        session.push(Line::attribute("group", &value)?);
    }
    let bundled = bundled(contents, groups);
    let mut names = BTreeSet::new();
    for content in contents {
        if !names.insert(&content.name) {
            return Err(SdpError::Unwritable(content.name.clone()));
        }
        let mut medium = Medium {
            content,
            shares_dtls: bundled.contains(&*content.name),
            author,
            lines: Vec::new(),
            unmapped: Vec::new(),
        };
        if let Some(head) = medium.write()? {
            written.sdp.media.push(Media {
                head: Line::new('m', head)?.value().into(),
                lines: medium.lines,
            });
        }
        let name = || content.name.clone();
        let unmapped = medium.unmapped.into_iter().map(|part| (name(), part));
        written.unmapped.extend(unmapped);
    }
    Ok(written)
}

/// The names of the contents in a group whose first has a fingerprint, and so a transport that protects all of them.
fn bundled<'a>(contents: &'a [Content], groups: &'a [Group]) -> BTreeSet<&'a str> {
    let has_fingerprint = |content: &Content| match content.transport() {
        Some(session::Transport::IceUdp(ice)) => !ice.fingerprints.is_empty(),
        Some(session::Transport::Ice(ice)) => !ice.fingerprints.is_empty(),
        _ => false,
    };
    let with = contents.iter().filter(|content| has_fingerprint(content));
    let with: BTreeSet<&str> = with.map(|content| &*content.name).collect();
    let is_protected = |group: &&Group| {
        let first = group.contents.first();
        group.semantics == Semantics::Bundle && first.is_some_and(|it| with.contains(&*it.name))
    };
    let groups = groups.iter().filter(is_protected);
    let members = groups.flat_map(|group| &group.contents);
    members.map(|content| &*content.name).collect()
}

struct Medium<'a> {
    content: &'a Content,
    /// Whether its transport is one with a fingerprint, of another content.
    shares_dtls: bool,
    author: &'a Creator,
    lines: Vec<Line>,
    unmapped: Vec<&'static str>,
}

/// What the transports that SDP has words for have in common.
struct Ice<'a> {
    ufrag: Option<&'a str>,
    pwd: Option<&'a str>,
    fingerprints: &'a [Fingerprint],
    candidates: &'a [Candidate],
    sctp_maps: &'a [SctpMap],
    is_complete: bool,
    is_ice2: bool,
}

impl<'a> Medium<'a> {
    fn attribute(&mut self, name: &str, value: &str) -> Result<(), SdpError> {
        self.lines.push(Line::attribute(name, value)?);
        Ok(())
    }

    /// Writes the lines, and gives what stands behind `m=`. `None` if there is no medium of SDP for the content.
    fn write(&mut self) -> Result<Option<String>, SdpError> {
        let content = self.content;
        let ice = self.ice();
        let rtp = match content.description() {
            Some(session::Description::Rtp(rtp)) => Some(rtp),
            Some(_) => {
                self.unmapped.push("description");
                None
            }
            None => None,
        };
        let sctp = ice.as_ref().and_then(|ice| ice.sctp_maps.first());
        let head = match (rtp, sctp) {
            (Some(rtp), _) => {
                let mut head = format!(
                    "{} 9 {}",
                    token(&rtp.media)?,
                    self.profile(rtp, ice.as_ref())
                );
                for payload_type in &rtp.payload_types {
                    head.push_str(&format!(" {}", payload_type.id));
                }
                head
            }
            (None, Some(map)) => format!("application 9 UDP/DTLS/SCTP {}", word(&map.protocol)?),
            (None, None) => {
                self.unmapped.push("content");
                return Ok(None);
            }
        };
        self.lines.push(Line::new('c', "IN IP4 0.0.0.0")?);
        if let Some(bandwidth) = rtp.and_then(|rtp| rtp.bandwidth.as_ref()) {
            let value = word(bandwidth.value.trim())?;
            let kind = token(&bandwidth.kind)?;
            self.lines.push(Line::new('b', format!("{kind}:{value}"))?);
        }
        if let Some(ice) = &ice {
            self.transport(ice)?;
        }
        self.attribute("mid", word(&content.name)?)?;
        if let Some(rtp) = rtp {
            self.description(rtp)?;
        }
        if let (None, Some(map)) = (rtp, sctp) {
            self.senders()?;
            self.attribute("sctp-port", &map.port.to_string())?;
        }
        if content.security().is_some() {
            self.unmapped.push("security");
        }
        Ok(Some(head))
    }

    fn ice(&mut self) -> Option<Ice<'a>> {
        match self.content.transport()? {
            session::Transport::IceUdp(ice) => Some(Ice {
                ufrag: ice.ufrag.as_deref(),
                pwd: ice.pwd.as_deref(),
                fingerprints: &ice.fingerprints,
                candidates: &ice.candidates,
                sctp_maps: &ice.sctp_maps,
                is_complete: false,
                is_ice2: false,
            }),
            session::Transport::Ice(ice) => Some(Ice {
                ufrag: ice.ufrag.as_deref(),
                pwd: ice.pwd.as_deref(),
                fingerprints: &ice.fingerprints,
                candidates: &ice.candidates,
                sctp_maps: &ice.sctp_maps,
                is_complete: ice.is_gathering_complete,
                is_ice2: ice.ice2 == Some(true),
            }),
            _ => {
                self.unmapped.push("transport");
                None
            }
        }
    }

    fn transport(&mut self, ice: &Ice<'_>) -> Result<(), SdpError> {
        for candidate in ice.candidates {
            let value = candidate_to_sdp(candidate)?;
            self.attribute("candidate", &value)?;
        }
        if ice.is_complete {
            self.attribute("end-of-candidates", "")?;
        }
        if let Some(ufrag) = ice.ufrag {
            self.attribute("ice-ufrag", word(ufrag)?)?;
        }
        if let Some(pwd) = ice.pwd {
            self.attribute("ice-pwd", secret(pwd)?)?;
        }
        if ice.is_ice2 {
            self.attribute("ice-options", "ice2")?;
        }
        for fingerprint in ice.fingerprints {
            let hash = token(&fingerprint.hash)?;
            let value = word(fingerprint.value.trim())?;
            self.attribute("fingerprint", &format!("{hash} {value}"))?;
        }
        let mut setups = ice.fingerprints.iter().filter_map(|f| f.setup.as_ref());
        if let Some(setup) = setups.next() {
            let value = token(setup)?;
            self.attribute("setup", &value)?;
            if setups.any(|other| other != setup) {
                self.unmapped.push("setup");
            }
        }
        Ok(())
    }

    fn profile(&self, rtp: &Description, ice: Option<&Ice<'_>>) -> &'static str {
        let has_feedback = !rtp.feedback.is_empty()
            || rtp.regular_interval.is_some()
            || rtp
                .payload_types
                .iter()
                .any(|p| !p.feedback.is_empty() || p.regular_interval.is_some());
        let has_dtls = ice.is_some_and(|ice| self.shares_dtls || !ice.fingerprints.is_empty());
        let has_keys = |it: &Encryption| it.is_required || !it.cryptos.is_empty();
        let has_keys = rtp.encryption.as_ref().is_some_and(has_keys);
        match (has_dtls, has_keys, has_feedback) {
            (true, _, _) => "UDP/TLS/RTP/SAVPF",
            (false, true, true) => "RTP/SAVPF",
            (false, true, false) => "RTP/SAVP",
            (false, false, true) => "RTP/AVPF",
            (false, false, false) => "RTP/AVP",
        }
    }

    /// The direction of a medium or an extension, as its author sees it. `None` if SDP has no word for it.
    fn direction(&self, senders: &Senders) -> Option<&'static str> {
        let (own, other) = sides(self.author);
        match senders {
            Senders::Both => Some("sendrecv"),
            Senders::None => Some("inactive"),
            senders if *senders == own => Some("sendonly"),
            senders if *senders == other => Some("recvonly"),
            _ => None,
        }
    }

    fn senders(&mut self) -> Result<(), SdpError> {
        let Some(senders) = &self.content.senders else {
            return Ok(());
        };
        match self.direction(senders) {
            Some(direction) => self.attribute(direction, "")?,
            None => {
                self.unmapped.push("senders");
                self.attribute("inactive", "")?;
            }
        }
        Ok(())
    }

    fn description(&mut self, rtp: &Description) -> Result<(), SdpError> {
        for extension in &rtp.header_extensions {
            let mut value = extension.id.to_string();
            match self.direction(&extension.senders) {
                Some("sendrecv") => {}
                Some(direction) => value.push_str(&format!("/{direction}")),
                None => {
                    self.unmapped.push("rtp-hdrext");
                    continue;
                }
            }
            value.push(' ');
            value.push_str(word(&extension.uri)?);
            for parameter in &extension.parameters {
                value.push(' ');
                value.push_str(word(&name_and_value(parameter, '='))?);
            }
            self.attribute("extmap", &value)?;
        }
        if self.content.allows_mixed_headers() {
            self.attribute("extmap-allow-mixed", "")?;
        }
        self.senders()?;
        if !rtp.categories.is_empty() {
            let names = rtp.categories.iter().map(|category| token(&category.name));
            let names: Vec<String> = names.collect::<Result<_, _>>()?;
            self.attribute("content", &names.join(","))?;
        }
        if rtp.is_rtcp_multiplexed {
            self.attribute("rtcp-mux", "")?;
        }
        self.encryption(rtp)?;
        self.feedback("*", &rtp.feedback, rtp.regular_interval.as_ref())?;
        for payload_type in &rtp.payload_types {
            self.payload_type(payload_type)?;
        }
        self.times(rtp)?;
        self.sources(rtp)?;
        if rtp.ssrc.is_some() {
            self.unmapped.push("ssrc");
        }
        if rtp.synchronization.is_some() {
            self.unmapped.push("rtt-sync");
        }
        if !rtp.thumbnails.is_empty() {
            self.unmapped.push("thumbnail");
        }
        Ok(())
    }

    fn encryption(&mut self, rtp: &Description) -> Result<(), SdpError> {
        let Some(encryption) = &rtp.encryption else {
            return Ok(());
        };
        for crypto in &encryption.cryptos {
            let mut value = format!(
                "{} {} {}",
                word(&crypto.tag)?,
                word(&crypto.crypto_suite)?,
                secret(&crypto.key_params)?
            );
            if let Some(params) = &crypto.session_params {
                value.push(' ');
                value.push_str(params);
            }
            self.attribute("crypto", &value)?;
        }
        for hash in &encryption.zrtp_hashes {
            let value = format!("{} {}", word(&hash.version)?, word(hash.value.trim())?);
            self.attribute("zrtp-hash", &value)?;
        }
        Ok(())
    }

    fn feedback(
        &mut self,
        format: &str,
        all: &[Feedback],
        interval: Option<&RegularInterval>,
    ) -> Result<(), SdpError> {
        for feedback in all {
            let mut value = format!("{format} {}", token(&feedback.kind)?);
            if let Some(subtype) = &feedback.subtype {
                value.push(' ');
                value.push_str(word(subtype)?);
            }
            for parameter in &feedback.parameters {
                value.push(' ');
                value.push_str(word(&name_and_value(parameter, '='))?);
            }
            self.attribute("rtcp-fb", &value)?;
        }
        if let Some(interval) = interval {
            let value = format!("{format} trr-int {}", interval.value);
            self.attribute("rtcp-fb", &value)?;
        }
        Ok(())
    }

    fn payload_type(&mut self, payload_type: &PayloadType) -> Result<(), SdpError> {
        let id = payload_type.id;
        match (&payload_type.name, payload_type.clockrate) {
            (Some(name), Some(clockrate)) => {
                let name = word(name)?;
                if name.contains('/') {
                    return Err(SdpError::Unwritable(name.into()));
                }
                let mut value = format!("{id} {name}/{clockrate}");
                if let Some(channels) = payload_type.channels {
                    value.push_str(&format!("/{channels}"));
                }
                self.attribute("rtpmap", &value)?;
            }
            (Some(_), None) if id >= 96 => self.unmapped.push("payload-type"),
            _ => {}
        }
        let format = id.to_string();
        self.feedback(
            &format,
            &payload_type.feedback,
            payload_type.regular_interval.as_ref(),
        )?;
        if !payload_type.parameters.is_empty() {
            let mut parts = Vec::new();
            for parameter in &payload_type.parameters {
                let part = name_and_value(parameter, '=');
                if part.contains(';') {
                    return Err(SdpError::Unwritable(part));
                }
                parts.push(part);
            }
            self.attribute("fmtp", &format!("{id} {}", parts.join(";")))?;
        }
        Ok(())
    }

    /// The times of packets, which SDP has once for all encodings.
    fn times(&mut self, rtp: &Description) -> Result<(), SdpError> {
        let ptime: fn(&PayloadType) -> Option<u32> = |p| p.ptime;
        let maxptime: fn(&PayloadType) -> Option<u32> = |p| p.maxptime;
        for (name, time) in [("ptime", ptime), ("maxptime", maxptime)] {
            let mut times = rtp.payload_types.iter().filter_map(time);
            if let Some(first) = times.next() {
                if times.any(|time| time != first) {
                    self.unmapped.push(name);
                }
                self.attribute(name, &first.to_string())?;
            }
        }
        Ok(())
    }

    fn sources(&mut self, rtp: &Description) -> Result<(), SdpError> {
        for group in &rtp.source_groups {
            let mut value = token(&group.semantics)?;
            for source in &group.sources {
                value.push(' ');
                value.push_str(word(&source.ssrc)?);
            }
            self.attribute("ssrc-group", &value)?;
        }
        for source in &rtp.sources {
            let ssrc = word(&source.ssrc)?;
            if source.parameters.is_empty() {
                self.attribute("ssrc", ssrc)?;
            }
            for parameter in &source.parameters {
                let value = format!("{ssrc} {}", name_and_value(parameter, ':'));
                self.attribute("ssrc", &value)?;
            }
        }
        Ok(())
    }
}

/// A parameter as one text: its name, its value, or both.
fn name_and_value(parameter: &Parameter, separator: char) -> String {
    match &parameter.value {
        Some(value) if parameter.name.is_empty() => value.clone(),
        Some(value) => format!("{}{separator}{value}", parameter.name),
        None => parameter.name.clone(),
    }
}

/// A text that has to be one word.
pub(crate) fn word(text: &str) -> Result<&str, SdpError> {
    if text.is_empty() || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        Err(SdpError::Unwritable(text.into()))
    } else {
        Ok(text)
    }
}

/// The same, of which an error says nothing.
fn secret(text: &str) -> Result<&str, SdpError> {
    word(text).map_err(|_| SdpError::Unwritable("…".into()))
}

/// A word of a vocabulary, which may be any text.
pub(crate) fn token(token: &impl ToString) -> Result<String, SdpError> {
    let text = token.to_string();
    word(&text)?;
    Ok(text)
}
