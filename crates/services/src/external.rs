//! Services outside of XMPP that a server knows, such as STUN and TURN, and the credentials for them.
//!
//! ```
//! use xmpp_services::external::{ServiceKind, Services};
//!
//! let known: Services = xmpp_xml::from_str(
//!     "<services xmlns='urn:xmpp:extdisco:2'>\
//!      <service host='stun.tea.example' port='3478' transport='udp' type='stun'/>\
//!      <service host='turn.tea.example' type='turn' username='hare' password='march' \
//!       expires='2026-01-01T12:00:00Z'/></services>",
//! )?;
//! let mut relays = known.of_kind(&ServiceKind::Turn);
//! assert_eq!(relays.next().map(|service| &*service.host), Some("turn.tea.example"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0215, External Service Discovery](https://xmpp.org/extensions/xep-0215.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Iq;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Error, Extra, OtherToken, Secret, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:extdisco:2";

/// The namespace of before 2015, and the feature of servers that know no other.
pub const NS_1: &str = "urn:xmpp:extdisco:1";

/// The version of the protocol, by its namespace.
///
/// [XEP-0215 §8.1](https://xmpp.org/extensions/xep-0215.html#registrar-ns)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:extdisco:2")]
    Two,
    /// [`NS_1`], where a request for credentials may well name a host alone.
    #[xml(token = "urn:xmpp:extdisco:1")]
    One,
}

/// In an iq of type `get`, asks for services; the answer has them. In one of type `set`: they have changed.
///
/// The change is read by [`changed`](Self::changed), which looks at the sender.
///
/// [XEP-0215 §2](https://xmpp.org/extensions/xep-0215.html#protocol)
#[doc(alias("XEP-0215", "XEP0215", "0215"))]
#[doc(alias("urn:xmpp:extdisco:2", "urn:xmpp:extdisco:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "services")]
#[xml(new = "Asks for all services, in this version of the protocol.", with)]
#[non_exhaustive]
pub struct Services {
    /// The version of the protocol, by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The type of the services in question. `None` means all types.
    #[xml(attribute = "type")]
    pub kind: Option<ServiceKind>,
    /// The services. None in a request.
    #[xml(child)]
    pub services: Vec<Service>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Services {
    /// The services of a type.
    pub fn of_kind<'s>(&'s self, kind: &'s ServiceKind) -> impl Iterator<Item = &'s Service> {
        let is_it = move |service: &&Service| service.kind.as_ref() == Some(kind);
        self.services.iter().filter(is_it)
    }

    /// The change that an iq is about, from the server or service that has been `asked`. `None` means that the iq is
    /// something else, or from somebody else, who would choose the servers that all calls go through.
    ///
    /// # Errors
    /// Something in it is invalid.
    ///
    /// [XEP-0215 §3.2](https://xmpp.org/extensions/xep-0215.html#select)
    pub fn changed(iq: &Iq, asked: &Jid) -> Result<Option<Self>, Error> {
        let is_asked = |from: &Jid| from.is_valid() && from == asked;
        if !iq.from.as_ref().is_some_and(is_asked) {
            return Ok(None);
        }
        iq.as_set()
    }
}

/// In an iq of type `get`, asks for the credentials of a service; the answer has them.
///
/// [XEP-0215 §3.3](https://xmpp.org/extensions/xep-0215.html#credentials)
#[doc(alias("XEP-0215", "XEP0215", "0215"))]
#[doc(alias("urn:xmpp:extdisco:2", "urn:xmpp:extdisco:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "credentials")]
#[xml(new = "For these services, in this version of the protocol.", parameters = [version, services])]
#[non_exhaustive]
pub struct Credentials {
    /// The version of the protocol, by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// In a request, the service; in the answer, each that is like it, with its credentials.
    #[xml(child)]
    pub services: Vec<Service>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A service.
///
/// [XEP-0215 §2](https://xmpp.org/extensions/xep-0215.html#protocol)
#[doc(alias("XEP-0215", "XEP0215", "0215"))]
#[doc(alias("urn:xmpp:extdisco:2", "urn:xmpp:extdisco:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_1], name = "service")]
#[xml(new = "The service of this type on a host.", parameters = [host, kind], with)]
#[non_exhaustive]
pub struct Service {
    /// What has become of the service. `None` means [`Action::Add`].
    #[xml(attribute)]
    pub action: Option<Action>,
    /// When the credentials expire. `None` where that is not stated.
    #[xml(attribute, strict)]
    pub expires: Option<DateTime>,
    /// The domain name or the IP address.
    #[xml(attribute)]
    pub host: String,
    /// What it is called, for people. `None` where it has no name.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The password. `None` means that none is needed, or is to be [asked for](Credentials).
    #[xml(attribute)]
    pub password: Option<Secret<String>>,
    /// The port. `None` means the usual one of the type; in a request for credentials, any.
    #[xml(attribute, strict)]
    pub port: Option<u16>,
    /// Whether credentials are needed, and [asked for](Credentials) where there are none here. `None` means that they are not.
    #[xml(attribute)]
    pub restricted: Option<bool>,
    /// The transport protocol. `None` leaves it to the type.
    #[xml(attribute)]
    pub transport: Option<Transport>,
    /// The type, which is required. `None` only in a request for credentials of [`Version::One`], and means any.
    #[xml(attribute = "type")]
    pub kind: Option<ServiceKind>,
    /// The name to log in with. `None` means that none is needed, or is to be [asked for](Credentials).
    #[xml(attribute)]
    pub username: Option<String>,
    /// What else is known about the service.
    ///
    /// [XEP-0215 §4](https://xmpp.org/extensions/xep-0215.html#extended)
    #[xml(child)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What has become of a service.
///
/// [XEP-0215 §2](https://xmpp.org/extensions/xep-0215.html#protocol)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `add`: there is a new one.
    Add,
    /// `delete`: there is none any more. So it is in the schema and the examples.
    Delete,
    /// `remove`: as [`Delete`](Self::Delete), by the word that the text has for it.
    Remove,
    /// `modify`: something about it is different, such as the credentials.
    Modify,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A type of services.
///
/// [XEP-0215 §8.3](https://xmpp.org/extensions/xep-0215.html#registrar-services)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ServiceKind {
    /// `stun`: the own address as seen from outside (RFC 8489).
    Stun,
    /// `stuns`: the same over TLS.
    Stuns,
    /// `turn`: a relay (RFC 8656).
    Turn,
    /// `turns`: the same over TLS.
    Turns,
    /// `ftp`: files.
    Ftp,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A transport protocol.
///
/// [XEP-0215 §2](https://xmpp.org/extensions/xep-0215.html#protocol)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Transport {
    /// `tcp`
    Tcp,
    /// `udp`
    Udp,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
