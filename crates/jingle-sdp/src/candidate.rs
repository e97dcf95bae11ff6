//! ICE candidates (RFC 8839 §5.1).

use alloc::format;
use alloc::string::String;

use xmpp_jingle::ice_udp::{Candidate, CandidateKind, Protocol, TcpType};

use crate::grammar::SdpError;
use crate::sdp::{token, word};

/// Parses an ICE candidate: the value of an `a=candidate:` line, as reported by browsers while gathering. A leading
/// `candidate:` is accepted.
///
/// Of the extension attributes, Jingle supports only `generation` and `tcptype`. `None` if it is not a candidate.
///
/// ```
/// use xmpp_jingle_sdp::{candidate_from_sdp, candidate_to_sdp};
///
/// let text = "842163049 1 udp 1677729535 203.0.113.9 46154 typ srflx raddr 10.0.1.1 rport 46154 generation 0";
/// let candidate = candidate_from_sdp(text).expect("a candidate");
/// assert_eq!(candidate.port, 46154);
/// assert_eq!(candidate_to_sdp(&candidate)?, text);
/// # Ok::<(), xmpp_jingle_sdp::SdpError>(())
/// ```
///
/// [XEP-0176 §5.3](https://xmpp.org/extensions/xep-0176.html#protocol-syntax)
#[must_use]
pub fn candidate_from_sdp(text: &str) -> Option<Candidate> {
    read(text).map(|(candidate, _)| candidate)
}

/// Reads a candidate, and says whether all of it has an attribute in Jingle.
pub(crate) fn read(text: &str) -> Option<(Candidate, bool)> {
    let text = text.strip_prefix("candidate:").unwrap_or(text);
    if text.contains(|c: char| c.is_control() || (c.is_whitespace() && c != ' ')) {
        return None;
    }
    let mut words = text.split_ascii_whitespace();
    let foundation = words.next()?;
    let component = words.next()?.parse().ok()?;
    let protocol = Protocol::from(words.next()?);
    let priority = words.next()?.parse().ok()?;
    let ip = words.next()?;
    let port = words.next()?.parse().ok()?;
    if words.next()? != "typ" {
        return None;
    }
    let kind = CandidateKind::from(words.next()?);
    let mut candidate = Candidate::new("", kind, component, foundation, priority, ip, port);
    candidate.id = None;
    candidate.generation = None;
    candidate.protocol = protocol;
    let mut is_whole = true;
    while let Some(name) = words.next() {
        let value = words.next()?;
        match name {
            "raddr" => candidate.related_address = Some(value.into()),
            "rport" => candidate.related_port = Some(value.parse().ok()?),
            "tcptype" => candidate.tcp_type = Some(TcpType::from(value)),
            "generation" => candidate.generation = Some(value.parse().ok()?),
            _ => is_whole = false,
        }
    }
    Some((candidate, is_whole))
}

/// Writes an ICE candidate as the value of an `a=candidate:` line.
///
/// # Errors
/// A value is empty or contains white space.
///
/// [XEP-0176 §5.3](https://xmpp.org/extensions/xep-0176.html#protocol-syntax)
pub fn candidate_to_sdp(candidate: &Candidate) -> Result<String, SdpError> {
    let mut text = format!(
        "{} {} {} {} {} {} typ {}",
        word(&candidate.foundation)?,
        candidate.component,
        token(&candidate.protocol)?,
        candidate.priority,
        word(&candidate.ip)?,
        candidate.port,
        token(&candidate.kind)?,
    );
    if let Some(address) = &candidate.related_address {
        text.push_str(" raddr ");
        text.push_str(word(address)?);
    }
    if let Some(port) = candidate.related_port {
        text.push_str(&format!(" rport {port}"));
    }
    if let Some(kind) = &candidate.tcp_type {
        text.push_str(" tcptype ");
        text.push_str(&token(kind)?);
    }
    if let Some(generation) = candidate.generation {
        text.push_str(&format!(" generation {generation}"));
    }
    Ok(text)
}
