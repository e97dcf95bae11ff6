//! Meetings on the web, which a server sets up for its users.
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

/// The feature of those who know meetings of Jitsi.
pub const JITSI: &str = "urn:xmpp:http:online-meetings#jitsi";

/// The feature of those who know meetings of Galène.
pub const GALENE: &str = "urn:xmpp:http:online-meetings#galene";

/// In an iq of type `get` to a server, asks for a meeting; the answer says where it is.
///
/// [XEP-0483 §4](https://xmpp.org/extensions/xep-0483.html#request)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query", with)]
#[non_exhaustive]
pub struct Query {
    /// Whose meeting it is to be. `None` in an answer.
    #[xml(attribute = "type")]
    pub kind: Option<Provider>,
    /// The identifier that the meeting is to have. `None` leaves that to the server.
    #[xml(attribute)]
    pub id: Option<String>,
    /// What it is about, `desc`. `None` where it is not said, and in an answer.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// In an answer, where to begin it. `None` where the server has done that, and in a request.
    #[xml(child)]
    pub initiate: Option<Initiate>,
    /// In an answer, the invitation to be sent to others, which is one of
    /// [XEP-0482](https://xmpp.org/extensions/xep-0482.html).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Asks for a meeting.
    #[must_use]
    pub fn request(kind: Provider) -> Self {
        Self {
            kind: Some(kind),
            ..Self::default()
        }
    }

    /// The answer: where to begin the meeting, and the invitation to it among the [`payloads`](Self::payloads).
    #[must_use]
    pub fn answer(initiate: Option<Initiate>) -> Self {
        Self {
            initiate,
            ..Self::default()
        }
    }
}

/// Where to begin a meeting. Whoever gets there first may be its moderator.
///
/// [XEP-0483 §4](https://xmpp.org/extensions/xep-0483.html#request)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "initiate")]
#[xml(new = "At this address.", parameters = [kind, url], with)]
#[non_exhaustive]
pub struct Initiate {
    /// Whose meeting it is. `None` where it is not said.
    #[xml(attribute = "type")]
    pub kind: Option<Provider>,
    /// The address: a URL, with the scheme `https` or one that a browser hands on.
    #[xml(child_text = "url")]
    pub url: String,
    /// What it is about, `desc`. `None` where it is not said.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an invitation of [XEP-0482](https://xmpp.org/extensions/xep-0482.html): what kind of meeting it is for.
///
/// [XEP-0483 §6.1](https://xmpp.org/extensions/xep-0483.html#meeting-proposal)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "meeting")]
#[xml(new = "A meeting of this provider.", parameters = [kind], with)]
#[non_exhaustive]
pub struct Meeting {
    /// Whose meeting it is. `None` where it is not said.
    #[xml(attribute = "type")]
    pub kind: Option<Provider>,
    /// What it is about, `desc`. `None` where it is not said.
    #[xml(attribute = "desc")]
    pub description: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In the error that refuses a request: when to try again.
///
/// [XEP-0483 §5](https://xmpp.org/extensions/xep-0483.html#errors)
#[doc(alias("XEP-0483", "XEP0483", "0483"))]
#[doc(alias("urn:xmpp:http:online-meetings:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retry")]
#[xml(new = "From this time on.")]
#[non_exhaustive]
pub struct Retry {
    /// The time, in UTC.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Who provides a meeting.
///
/// [XEP-0483 §10.2](https://xmpp.org/extensions/xep-0483.html#registrar-type)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Provider {
    /// `jitsi`: Jitsi.
    Jitsi,
    /// `galene`: Galène.
    Galene,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
