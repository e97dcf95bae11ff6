//! Web meetings that a server sets up for its users.
//!
//! ```
//! use xmpp_muc::online_meetings::{Provider, Query};
//!
//! let request = Query::request(Provider::Jitsi).with_description("Tea");
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<query xmlns='urn:xmpp:http:online-meetings:0' type='jitsi'><desc>Tea</desc></query>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0483, HTTP Online Meetings](https://xmpp.org/extensions/xep-0483.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{DateTime, Extra, OtherToken, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:http:online-meetings:0";

/// The feature of servers that set up meetings.
///
/// [XEP-0483 §3.1](https://xmpp.org/extensions/xep-0483.html#disco-initiation)
pub const INITIATE: &str = "urn:xmpp:http:online-meetings:initiate:0";

/// The feature of clients that can be invited to meetings.
///
/// [XEP-0483 §3.2](https://xmpp.org/extensions/xep-0483.html#disco-server)
pub const INVITE: &str = "urn:xmpp:http:online-meetings:invite:0";

/// The feature of entities that support Jitsi meetings.
pub const JITSI: &str = "urn:xmpp:http:online-meetings#jitsi";

/// The feature of entities that support Galène meetings.
pub const GALENE: &str = "urn:xmpp:http:online-meetings#galene";

/// In an iq of type `get` to a server, requests a meeting; the result has its address.
///
/// [XEP-0483 §4](https://xmpp.org/extensions/xep-0483.html#request)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Query {
    /// The meeting provider. `None` in an answer.
    #[xml(attribute = "type")]
    pub kind: Option<Provider>,
    /// The identifier of the meeting. `None` leaves it to the server.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The subject, `desc`. `None` if not specified, and in an answer.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// In an answer, where to start the meeting. `None` if the server has started it, and in a request.
    #[xml(child)]
    pub initiate: Option<Initiate>,
    /// In an answer, the invitation to send to others, in the format of
    /// [XEP-0482](https://xmpp.org/extensions/xep-0482.html).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// A request for a meeting.
    #[must_use]
    pub fn request(kind: Provider) -> Self {
        Self {
            kind: Some(kind),
            ..Self::default()
        }
    }

    /// The answer: where to start the meeting. The invitation belongs in the [`payloads`](Self::payloads).
    #[must_use]
    pub fn answer(initiate: Option<Initiate>) -> Self {
        Self {
            initiate,
            ..Self::default()
        }
    }
}

/// Where to start a meeting. The first participant may become its moderator.
///
/// [XEP-0483 §4](https://xmpp.org/extensions/xep-0483.html#request)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "initiate", derive(Debug, PartialEq, Eq))]
#[xml(new = "The meeting at this address.", parameters = [kind, url], with)]
#[non_exhaustive]
pub struct Initiate {
    /// The meeting provider. `None` if not specified.
    #[xml(attribute = "type")]
    pub kind: Option<Provider>,
    /// The address: a URL with the scheme `https`, or one that a browser passes to an application.
    #[xml(child_text = "url")]
    pub url: String,
    /// The subject, `desc`. `None` if not specified.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an invitation of [XEP-0482](https://xmpp.org/extensions/xep-0482.html): the kind of meeting.
///
/// [XEP-0483 §6.1](https://xmpp.org/extensions/xep-0483.html#meeting-proposal)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "meeting", derive(Debug, PartialEq, Eq))]
#[xml(new = "A meeting of this provider.", parameters = [kind], with)]
#[non_exhaustive]
pub struct Meeting {
    /// The meeting provider. `None` if not specified.
    #[xml(attribute = "type")]
    pub kind: Option<Provider>,
    /// The subject, `desc`. `None` if not specified.
    #[xml(attribute = "desc")]
    pub description: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In the error that refuses a request: when to retry.
///
/// [XEP-0483 §5](https://xmpp.org/extensions/xep-0483.html#errors)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retry", derive(Debug, PartialEq, Eq))]
#[xml(new = "Retry no earlier than this time.")]
#[non_exhaustive]
pub struct Retry {
    /// The time, in UTC.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A meeting provider.
///
/// [XEP-0483 §10.2](https://xmpp.org/extensions/xep-0483.html#registrar-type)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Provider {
    /// `jitsi`: Jitsi.
    Jitsi,
    /// `galene`: Galène.
    Galene,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
