//! Streams over WebSocket, in which every message is one whole element.
//!
//! [`Open`] and [`Close`] take the place of the start tag and the end tag of a stream; what is between them are the
//! children of a stream, each of which declares what it uses, so that [`xmpp_xml::from_str`] reads them as they come.
//!
//! [RFC 7395, An XMPP Subprotocol for WebSocket](https://www.rfc-editor.org/rfc/rfc7395)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, Xml};

use crate::stream::Version;

/// The namespace.
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-framing";

/// Opens a stream, as the start tag does elsewhere.
///
/// [RFC 7395 §3.4](https://www.rfc-editor.org/rfc/rfc7395#section-3.4)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "open")]
#[non_exhaustive]
pub struct Open {
    /// Who speaks. Absent where a client does not say yet who it is.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// Who is spoken to. Absent from answers to who did not say who it is.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// How the one who answers calls the stream; absent from what opens it.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The version of XMPP. Absent where it is not told; it is 1.0 at least.
    #[xml(attribute)]
    pub version: Option<Version>,
    /// The language of all texts in the stream that do not tell their own.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Closes a stream, as the end tag does elsewhere.
///
/// [RFC 7395 §3.6](https://www.rfc-editor.org/rfc/rfc7395#section-3.6)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "close")]
#[non_exhaustive]
pub struct Close {
    /// Who speaks. Absent most often.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// Who is spoken to. Absent most often.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The stream that is closed. Absent most often.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The version of XMPP. Absent most often.
    #[xml(attribute)]
    pub version: Option<Version>,
    /// The language. Absent most often.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The URI at which a server wants to be spoken to instead (RFC 7395 §3.6.1). Absent where the stream just ends.
    #[xml(attribute = "see-other-uri")]
    pub see_other_uri: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Open {
    /// Opens a stream of XMPP 1.0.
    #[must_use]
    pub fn new(to: Option<Jid>) -> Self {
        Self {
            to,
            version: Some(Version::V1_0),
            ..Self::default()
        }
    }
}

impl Close {
    /// Just closes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
