//! From SDP to Jingle.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jingle::data_channels::SctpMap;
use xmpp_jingle::dtls::{Fingerprint, Setup};
use xmpp_jingle::grouping::{self, Group, Semantics};
use xmpp_jingle::ice_udp;
use xmpp_jingle::rtp::category::{Category, CategoryName};
use xmpp_jingle::rtp::feedback::{Feedback, FeedbackKind, RegularInterval};
use xmpp_jingle::rtp::header_extensions::HeaderExtension;
use xmpp_jingle::rtp::sources::{Source, SourceGroup};
use xmpp_jingle::rtp::zrtp::ZrtpHash;
use xmpp_jingle::rtp::{
    Bandwidth, BandwidthKind, Crypto, Description, Encryption, Media as Medium, Parameter,
    PayloadType,
};
use xmpp_jingle::session::{self, Content, Creator, Senders};
use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::{Hex, Value as _};

use crate::candidate;
use crate::grammar::{Line, Media, Sdp, values};
use crate::sdp::word;

/// A session description mapped to Jingle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mapped {
    /// A content for each medium that was not rejected, in their order, with a transport, and a description except for data
    /// channels.
    pub contents: Vec<Content>,
    /// The groups of contents.
    pub groups: Vec<Group>,
    /// The lines that have no equivalent in Jingle, in their order.
    pub unmapped: Vec<Unmapped>,
}

/// A line that has no equivalent in Jingle, or is invalid.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unmapped {
    /// The index of its media description, from 0. `None` means session level.
    pub media: Option<usize>,
    /// The line. An `m=` line represents a whole media description that was rejected (port 0), is invalid, has the name of one
    /// before it, or has a profile with protection and no valid fingerprint or key: as a content it would be unprotected.
    pub line: Line,
}

/// Maps a session description of the party `author` to Jingle.
///
/// All contents have the initiator as creator, in an answer as in the offer. Their names are the values of `a=mid`, else
/// made of the media type and its index. A session-level attribute applies to each medium without that attribute. In a group
/// `BUNDLE`, a medium without credentials of ICE or fingerprints has those of the first in the group. Of an attribute that may
/// occur only once, the first counts.
///
/// A Jingle session with ICE does not need `v=`, `o=`, `s=`, `t=` and `c=` lines, ports and the profile, so they are not
/// listed as [`unmapped`](Mapped::unmapped).
#[must_use]
pub fn to_jingle(sdp: &Sdp, author: &Creator) -> Mapped {
    let mut mapped = Mapped::default();
    let session = Inherited::of(sdp, author);
    let mut fingerprints = 0_usize;
    let mut once = Once::default();
    for line in &sdp.session {
        let is_mapped = match (line.kind(), line.as_attribute()) {
            _ if !line.is_plain() => false,
            (_, Some(("group", value))) => {
                let group = group_of(value);
                let is_group = group.is_some();
                mapped.groups.extend(group);
                is_group
            }
            (_, Some(("fingerprint", value))) => {
                let is_one = fingerprint(value, None).is_some();
                fingerprints = fingerprints.saturating_add(usize::from(is_one));
                is_one && fingerprints <= MAX_INHERITED_FINGERPRINTS
            }
            // These are looked at for each medium.
            (_, Some((name, value))) => {
                INHERITED.contains(&name) && is_valid(name, value.trim()) && once.is_first(name)
            }
            (kind, None) => "vostc".contains(kind),
        };
        if !is_mapped {
            mapped.list(None, line.clone());
        }
    }
    let names = Names::of(sdp);
    let leaders = names.leaders(sdp, &mapped.groups);
    for (index, media) in sdp.media.iter().enumerate() {
        let mut reader = Reader {
            session: &session,
            leader: leaders.get(&index).copied(),
            media,
            author,
            unmapped: Vec::new(),
            sources: BTreeMap::new(),
        };
        let name = names.of_medium(index);
        match name.and_then(|name| reader.content(name)) {
            Some(content) => {
                let unmapped = reader.unmapped;
                mapped.contents.push(content);
                for line in unmapped {
                    mapped.list(Some(index), line);
                }
            }
            None => {
                if let Ok(line) = Line::new('m', media.head.clone()) {
                    mapped.list(Some(index), line);
                }
            }
        }
    }
    mapped
}

impl Mapped {
    /// These contents and groups, without unmapped lines.
    #[must_use]
    pub fn from_parts(contents: Vec<Content>, groups: Vec<Group>) -> Self {
        Self {
            contents,
            groups,
            unmapped: Vec::new(),
        }
    }

    fn list(&mut self, media: Option<usize>, line: Line) {
        self.unmapped.push(Unmapped { media, line });
    }
}

/// The attributes that a session may have for all of its media.
const INHERITED: &[&str] = &[
    "extmap-allow-mixed",
    "fingerprint",
    "ice-pwd",
    "ice-ufrag",
    "inactive",
    "recvonly",
    "sendonly",
    "sendrecv",
    "setup",
];

/// How many fingerprints of a session count for each of its media. There are few hash functions, and each medium gets a copy.
const MAX_INHERITED_FINGERPRINTS: usize = 8;

/// The length of the credentials of ICE and of a fingerprint, in bytes: each medium may get a copy. The former have at most
/// 256 characters (RFC 8839 §5.4), the latter have 199 with the longest hash there is.
const MAX_CREDENTIAL: usize = 256;

/// The length of a role in DTLS, in bytes: each fingerprint gets a copy. The longest that is defined has eight.
const MAX_SETUP: usize = 16;

/// Whether an attribute that has a field of its own has a valid value.
fn is_valid(name: &str, value: &str) -> bool {
    match name {
        "ice-ufrag" | "ice-pwd" => value.len() <= MAX_CREDENTIAL && word(value).is_ok(),
        "setup" => value.len() <= MAX_SETUP && word(value).is_ok(),
        "mid" => word(value).is_ok(),
        _ => true,
    }
}

/// The first valid value of an attribute.
fn first<'a>(lines: &'a [Line], name: &str) -> Option<&'a str> {
    values(lines, name)
        .map(str::trim)
        .find(|value| is_valid(name, value))
}

/// Which attributes that may occur only once have been there.
#[derive(Default)]
struct Once(Vec<&'static str>);

impl Once {
    /// Whether this attribute may still count. The four directions are one attribute.
    fn is_first(&mut self, name: &str) -> bool {
        let name = match name {
            "recvonly" | "sendonly" | "sendrecv" | "inactive" => "inactive",
            "ice-pwd" => "ice-pwd",
            "ice-ufrag" => "ice-ufrag",
            "maxptime" => "maxptime",
            "mid" => "mid",
            "ptime" => "ptime",
            "sctp-port" | "sctpmap" => "sctp-port",
            "setup" => "setup",
            _ => return true,
        };
        let is_first = !self.0.contains(&name);
        if is_first {
            self.0.push(name);
        }
        is_first
    }
}

/// The names of the media: the value of `a=mid`, else one that is made up.
struct Names(Vec<Option<String>>);

impl Names {
    /// `None` for a medium with the name of one before it.
    fn of(sdp: &Sdp) -> Self {
        let mut given = BTreeSet::new();
        let own: Vec<_> = sdp
            .media
            .iter()
            .map(|media| first(&media.lines, "mid"))
            .map(|name| name.map(|name| (name, given.insert(name))))
            .collect();
        let names = own.into_iter().enumerate().map(|(index, own)| match own {
            Some((name, is_new)) => is_new.then(|| name.into()),
            None => {
                let head = sdp.media.get(index).map_or("", |media| &media.head);
                let medium = head.split_ascii_whitespace().next().unwrap_or_default();
                let mut name = format!("{medium}{index}");
                while given.contains(&*name) {
                    name.push('_');
                }
                Some(name)
            }
        });
        Self(names.collect())
    }

    fn of_medium(&self, index: usize) -> Option<&str> {
        self.0.get(index)?.as_deref()
    }

    /// For each medium in a bundle but the first, the first, whose transport it shares (RFC 9143 §7.2).
    fn leaders<'a>(&self, sdp: &'a Sdp, groups: &[Group]) -> BTreeMap<usize, &'a Media> {
        let places = self.0.iter().enumerate();
        let places: BTreeMap<&str, usize> = places
            .filter_map(|(index, name)| Some((name.as_deref()?, index)))
            .collect();
        let mut leaders = BTreeMap::new();
        for group in groups {
            if group.semantics != Semantics::Bundle {
                continue;
            }
            let mut members = group.contents.iter();
            let mut place = || members.next().map(|content| places.get(&*content.name));
            let Some(Some(leader)) = place() else {
                continue;
            };
            while let Some(member) = place() {
                if let (Some(member), Some(media)) = (member, sdp.media.get(*leader)) {
                    leaders.entry(*member).or_insert(media);
                }
            }
        }
        leaders
    }
}

/// What a session says for all of its media, looked up once.
struct Inherited<'a> {
    ufrag: Option<&'a str>,
    pwd: Option<&'a str>,
    setup: Option<&'a str>,
    senders: Option<Senders>,
    allows_mixed_headers: bool,
    fingerprints: Vec<&'a str>,
}

impl<'a> Inherited<'a> {
    fn of(sdp: &'a Sdp, author: &Creator) -> Self {
        Self {
            ufrag: first(&sdp.session, "ice-ufrag"),
            pwd: first(&sdp.session, "ice-pwd"),
            setup: first(&sdp.session, "setup"),
            senders: senders(&sdp.session, author),
            allows_mixed_headers: first(&sdp.session, "extmap-allow-mixed").is_some(),
            fingerprints: fingerprints(&sdp.session)
                .take(MAX_INHERITED_FINGERPRINTS)
                .collect(),
        }
    }
}

/// The valid fingerprints among these lines.
fn fingerprints(lines: &[Line]) -> impl Iterator<Item = &str> {
    values(lines, "fingerprint").filter(|value| fingerprint(value, None).is_some())
}

struct Reader<'a> {
    session: &'a Inherited<'a>,
    /// The medium whose transport this one shares.
    leader: Option<&'a Media>,
    media: &'a Media,
    author: &'a Creator,
    unmapped: Vec<Line>,
    /// Where each source is, so that many of them are found quickly.
    sources: BTreeMap<u32, usize>,
}

impl<'a> Reader<'a> {
    /// The first valid value of an attribute of the medium.
    fn value(&self, name: &str) -> Option<&'a str> {
        first(&self.media.lines, name)
    }

    /// The same, or that of the medium whose transport this one shares.
    fn shared(&self, name: &str) -> Option<&'a str> {
        let leader = || first(&self.leader?.lines, name);
        self.value(name).or_else(leader)
    }

    fn content(&mut self, name: &str) -> Option<Content> {
        let mut head = self.media.head.split_ascii_whitespace();
        let medium = head.next()?;
        let port = head.next()?;
        let profile = head.next()?;
        let is_refused = port == "0" && self.media.attributes("bundle-only").next().is_none();
        if is_refused {
            return None;
        }
        let formats: Vec<&str> = head.collect();
        let mut content = Content::new(Creator::Initiator, name);
        content.senders =
            senders(&self.media.lines, self.author).or_else(|| self.session.senders.clone());
        let mut transport = self.transport();
        if profile.contains("SCTP") {
            transport
                .sctp_maps
                .extend(self.sctp(formats.first().copied()));
        } else {
            let description = self.description(medium, &formats)?;
            content.set_description(session::Description::Rtp(description));
        }
        self.lines(&mut content, &mut transport);
        if let Some(session::Description::Rtp(rtp)) = content.description_mut() {
            // Whoever offers this profile does without SRTP for nobody.
            let encryption = rtp.encryption.as_mut();
            let required = encryption.filter(|_| profile.contains("SAVP"));
            required.into_iter().for_each(|it| it.is_required = true);
        }
        let has_keys = match content.description() {
            Some(session::Description::Rtp(rtp)) => rtp.encryption.is_some(),
            _ => false,
        };
        let has_fingerprint = !transport.fingerprints.is_empty();
        let is_unprotected = (profile.contains("TLS") && !has_fingerprint)
            || (profile.contains("SAVP") && !has_fingerprint && !has_keys);
        if is_unprotected {
            return None;
        }
        content.set_transport(session::Transport::IceUdp(transport));
        Some(content)
    }

    fn transport(&self) -> ice_udp::Transport {
        let mut transport = ice_udp::Transport::new();
        let session = self.session;
        transport.ufrag = self.shared("ice-ufrag").or(session.ufrag).map(String::from);
        transport.pwd = self.shared("ice-pwd").or(session.pwd).map(Into::into);
        let setup = self.shared("setup").or(session.setup);
        let own = fingerprints(&self.media.lines);
        transport.fingerprints = own.filter_map(|value| fingerprint(value, setup)).collect();
        if let (true, Some(leader)) = (transport.fingerprints.is_empty(), self.leader) {
            let shared = fingerprints(&leader.lines).take(MAX_INHERITED_FINGERPRINTS);
            transport.fingerprints = shared
                .filter_map(|value| fingerprint(value, setup))
                .collect();
        }
        if transport.fingerprints.is_empty() {
            let all = session.fingerprints.iter();
            transport.fingerprints = all.filter_map(|value| fingerprint(value, setup)).collect();
        }
        transport
    }

    /// The association of SCTP, in the words of RFC 8841 or of the drafts before it.
    fn sctp(&self, format: Option<&str>) -> Option<SctpMap> {
        if let Some(old) = self.media.attributes("sctpmap").next() {
            let mut words = old.split_ascii_whitespace();
            let mut map = SctpMap::new(words.next()?.parse().ok()?, word(words.next()?).ok()?);
            map.streams = words.next().and_then(|streams| streams.parse().ok());
            return Some(map);
        }
        let port = self.media.attributes("sctp-port").next()?.trim();
        Some(SctpMap::new(port.parse().ok()?, format?))
    }

    fn description(&self, medium: &str, formats: &[&str]) -> Option<Description> {
        let mut description = Description::new(Medium::from(medium));
        let mut seen = [false; 256];
        for format in formats {
            let id: u8 = format.parse().ok()?;
            // One that is there twice says nothing more.
            let seen = seen.get_mut(usize::from(id));
            if seen.is_some_and(|seen| core::mem::replace(seen, true)) {
                continue;
            }
            let mut payload_type = PayloadType::new(id, "", 0);
            payload_type.name = None;
            payload_type.clockrate = None;
            description.payload_types.push(payload_type);
        }
        description.allows_mixed_headers =
            self.value("extmap-allow-mixed").is_some() || self.session.allows_mixed_headers;
        Some(description)
    }

    /// Goes through the lines of the medium. What no case takes is listed.
    fn lines(&mut self, content: &mut Content, transport: &mut ice_udp::Transport) {
        let media = self.media;
        let mut once = Once::default();
        for line in &media.lines {
            let rtp = match content.description_mut() {
                Some(session::Description::Rtp(rtp)) => Some(rtp),
                _ => None,
            };
            let is_mapped = match line.as_attribute() {
                _ if !line.is_plain() => false,
                Some((name, value)) if !is_valid(name, value.trim()) || !once.is_first(name) => {
                    false
                }
                Some((name, value)) => self.attribute(name, value.trim(), rtp, transport).is_some(),
                None => match (line.kind(), rtp) {
                    ('c', _) => true,
                    ('b', Some(rtp)) => bandwidth(line.value(), rtp).is_some(),
                    _ => false,
                },
            };
            if !is_mapped {
                self.unmapped.push(line.clone());
            }
        }
    }

    /// Takes an attribute; `None` if there is no word for it, or it is not valid.
    fn attribute(
        &mut self,
        name: &str,
        value: &str,
        rtp: Option<&mut Description>,
        transport: &mut ice_udp::Transport,
    ) -> Option<()> {
        match name {
            "mid" => return Some(()),
            "fingerprint" => return fingerprint(value, None).map(|_| ()),
            name if INHERITED.contains(&name) => return Some(()),
            "sctp-port" | "sctpmap" => return transport.sctp_maps.first().map(|_| ()),
            "candidate" => {
                let (candidate, is_whole) = candidate::read(value)?;
                transport.candidates.push(candidate);
                return is_whole.then_some(());
            }
            _ => {}
        }
        let rtp = rtp?;
        match name {
            "rtcp-mux" => rtp.is_rtcp_multiplexed = true,
            "rtpmap" => {
                let (payload_type, value) = by_format(rtp, value)?;
                if payload_type.name.is_some() {
                    return None;
                }
                let mut parts = value.splitn(3, '/');
                let name = word(parts.next()?).ok()?;
                let clockrate = parts.next()?.parse().ok()?;
                let channels = match parts.next() {
                    Some(channels) => Some(channels.parse().ok()?),
                    None => None,
                };
                payload_type.name = Some(name.into());
                payload_type.clockrate = Some(clockrate);
                payload_type.channels = channels;
            }
            "fmtp" => {
                let (payload_type, value) = by_format(rtp, value)?;
                payload_type.parameters.extend(parameters(value));
            }
            "ptime" => {
                let time = value.parse().ok()?;
                rtp.payload_types
                    .iter_mut()
                    .for_each(|p| p.ptime = Some(time));
            }
            "maxptime" => {
                let time = value.parse().ok()?;
                rtp.payload_types
                    .iter_mut()
                    .for_each(|p| p.maxptime = Some(time));
            }
            "rtcp-fb" => feedback(rtp, value)?,
            "extmap" => rtp.header_extensions.push(self.header_extension(value)?),
            "ssrc" => self.source(rtp, value)?,
            "ssrc-group" => {
                let mut words = value.split_ascii_whitespace();
                let semantics = Semantics::from(words.next()?);
                let sources: Vec<&str> = words.collect();
                rtp.source_groups
                    .push(SourceGroup::new(semantics, &sources));
            }
            "crypto" => {
                let mut parts = value.splitn(4, ' ');
                let mut next = || word(parts.next()?).ok();
                let mut crypto = Crypto::new(next()?, next()?, next()?);
                crypto.session_params = parts.next().map(String::from);
                let encryption = rtp.encryption.get_or_insert_with(Encryption::new);
                encryption.cryptos.push(crypto);
            }
            "zrtp-hash" => {
                let (version, hash) = value.split_once(' ')?;
                let hash = ZrtpHash::new(version, Hex::parse(word(hash).ok()?).ok()?);
                let encryption = rtp.encryption.get_or_insert_with(Encryption::new);
                encryption.zrtp_hashes.push(hash);
            }
            "content" => {
                for name in value.split(',') {
                    rtp.categories
                        .push(Category::new(CategoryName::from(name.trim())));
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn source(&mut self, rtp: &mut Description, value: &str) -> Option<()> {
        let (ssrc, attribute) = value.split_once(' ').unwrap_or((value, ""));
        let number = ssrc.parse::<u32>().ok()?;
        let attribute = attribute.trim();
        let index = *self.sources.entry(number).or_insert_with(|| {
            rtp.sources.push(Source::new(ssrc));
            rtp.sources.len().saturating_sub(1)
        });
        if !attribute.is_empty() {
            let source = rtp.sources.get_mut(index)?;
            source.parameters.push(parameter(attribute, ':'));
        }
        Some(())
    }

    fn header_extension(&self, value: &str) -> Option<HeaderExtension> {
        let mut words = value.split_ascii_whitespace();
        let id = words.next()?;
        let (id, direction) = id.split_once('/').unwrap_or((id, "sendrecv"));
        let (own, other) = sides(self.author);
        let mut extension = HeaderExtension::new(id.parse().ok()?, words.next()?);
        extension.senders = match direction {
            "sendrecv" => Senders::Both,
            "sendonly" => own,
            "recvonly" => other,
            "inactive" => Senders::None,
            _ => return None,
        };
        extension.parameters = words.map(|word| parameter(word, '=')).collect();
        Some(extension)
    }
}

/// The author of a description as a sender, and the other party.
pub(crate) fn sides(author: &Creator) -> (Senders, Senders) {
    if *author == Creator::Responder {
        (Senders::Responder, Senders::Initiator)
    } else {
        (Senders::Initiator, Senders::Responder)
    }
}

/// Who sends, by the direction that the lines say. `None` if they say none.
fn senders(lines: &[Line], author: &Creator) -> Option<Senders> {
    let (own, other) = sides(author);
    lines.iter().find_map(|line| match line.as_attribute()?.0 {
        "sendrecv" => Some(Senders::Both),
        "sendonly" => Some(own.clone()),
        "recvonly" => Some(other.clone()),
        "inactive" => Some(Senders::None),
        _ => None,
    })
}

fn fingerprint(value: &str, setup: Option<&str>) -> Option<Fingerprint> {
    let value = value.trim();
    if value.len() > MAX_CREDENTIAL {
        return None;
    }
    let (hash, value) = value.split_once(' ')?;
    let mut fingerprint = Fingerprint::new(Algorithm::from(hash), &[], Setup::Actpass);
    fingerprint.value = value.trim().into();
    fingerprint.setup = setup.map(Setup::from);
    fingerprint.bytes().is_some().then_some(fingerprint)
}

fn group_of(value: &str) -> Option<Group> {
    let mut words = value.split_ascii_whitespace();
    let mut group = Group::new(Semantics::from(words.next()?), &[]);
    group.contents = words.map(grouping::Content::new).collect();
    Some(group)
}

fn bandwidth(value: &str, rtp: &mut Description) -> Option<()> {
    let (kind, value) = value.split_once(':')?;
    if rtp.bandwidth.is_some() {
        return None;
    }
    let (kind, value) = (word(kind).ok()?, word(value.trim()).ok()?);
    rtp.bandwidth = Some(Bandwidth::new(BandwidthKind::from(kind), value));
    Some(())
}

/// The encoding of the number that a value begins with, and the rest of the value.
fn by_format<'a, 'b>(
    rtp: &'a mut Description,
    value: &'b str,
) -> Option<(&'a mut PayloadType, &'b str)> {
    let (id, rest) = value.split_once(' ')?;
    let id: u8 = id.parse().ok()?;
    let found = rtp.payload_types.iter_mut().find(|p| p.id == id)?;
    Some((found, rest.trim()))
}

/// The parameters of an encoding. A parameter without a name is a single value.
fn parameters(value: &str) -> Vec<Parameter> {
    if value.contains(['=', ';']) {
        let parts = value.split(';').map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(|part| parameter(part, '=')).collect()
    } else {
        alloc::vec![Parameter::new("", value)]
    }
}

fn parameter(text: &str, separator: char) -> Parameter {
    if let Some((name, value)) = text.split_once(separator) {
        Parameter::new(name, value)
    } else {
        let mut parameter = Parameter::new(text, "");
        parameter.value = None;
        parameter
    }
}

fn feedback(rtp: &mut Description, value: &str) -> Option<()> {
    let (format, value) = value.split_once(' ')?;
    let (all, intervals) = if format == "*" {
        (&mut rtp.feedback, &mut rtp.regular_interval)
    } else {
        let id: u8 = format.parse().ok()?;
        let found = rtp.payload_types.iter_mut().find(|p| p.id == id)?;
        (&mut found.feedback, &mut found.regular_interval)
    };
    let mut words = value.split_ascii_whitespace();
    let kind = words.next()?;
    if kind.eq_ignore_ascii_case("trr-int") {
        let interval = RegularInterval::new(words.next()?.parse().ok()?);
        if intervals.is_some() {
            return None;
        }
        *intervals = Some(interval);
        return Some(());
    }
    let mut feedback = Feedback::new(FeedbackKind::from(kind));
    feedback.subtype = words.next().map(String::from);
    feedback.parameters = words.map(|word| parameter(word, '=')).collect();
    all.push(feedback);
    Some(())
}
