//! External services that a server knows, such as STUN and TURN, and the credentials for them.
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

/// The namespace before 2015, which is also the feature of servers that support no later version.
pub const NS_1: &str = "urn:xmpp:extdisco:1";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0215 §8.1](https://xmpp.org/extensions/xep-0215.html#registrar-ns)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:extdisco:2")]
    Two,
    /// [`NS_1`], in which a request for credentials may consist of a host alone.
    #[xml(token = "urn:xmpp:extdisco:1")]
    One,
}

/// External services: a request in an iq of type `get`, the services in its result, or a notification of changes in an iq of
/// type `set`.
///
/// Read changes with [`changed`](Self::changed), which checks the sender.
///
/// [XEP-0215 §2](https://xmpp.org/extensions/xep-0215.html#protocol)
#[doc(alias("XEP-0215", "XEP0215", "0215"))]
#[doc(alias("urn:xmpp:extdisco:2", "urn:xmpp:extdisco:1"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "services", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks for all services, in this version of the protocol.", with)]
#[non_exhaustive]
pub struct Services {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The requested type of services. `None` means all types.
    #[xml(attribute = "type")]
    pub kind: Option<ServiceKind>,
    /// The services. Empty in a request.
    #[xml(child)]
    pub services: Vec<Service>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Services {
    /// The services of this type.
    pub fn of_kind<'s>(&'s self, kind: &'s ServiceKind) -> impl Iterator<Item = &'s Service> {
        let is_it = move |service: &&Service| service.kind.as_ref() == Some(kind);
        self.services.iter().filter(is_it)
    }

    /// The change that an iq announces, if it is from the server or service that was `asked`. `None` means that the iq is
    /// something else, or from another sender, who could otherwise choose the servers that all calls are relayed through.
    ///
    /// # Errors
    /// The element is invalid.
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

/// Requests the credentials of a service, in an iq of type `get`; the result has the same element with the credentials.
///
/// [XEP-0215 §3.3](https://xmpp.org/extensions/xep-0215.html#credentials)
#[doc(alias("XEP-0215", "XEP0215", "0215"))]
#[doc(alias("urn:xmpp:extdisco:2", "urn:xmpp:extdisco:1"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "credentials", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests the credentials of these services, in this version of the protocol.", parameters = [version, services])]
#[non_exhaustive]
pub struct Credentials {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// In a request, the service; in the result, each matching service with its credentials.
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
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "service", derive(Debug, PartialEq, Eq))]
#[xml(new = "The service of this type on a host.", parameters = [host, kind], with)]
#[non_exhaustive]
pub struct Service {
    /// How the service has changed. `None` means [`Action::Add`].
    #[xml(attribute)]
    pub action: Option<Action>,
    /// When the credentials expire. `None` if not specified.
    #[xml(attribute, strict)]
    pub expires: Option<DateTime>,
    /// The domain name or IP address.
    #[xml(attribute)]
    pub host: String,
    /// The human-readable name. `None` if it has no name.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The password. `None` means that no password is needed, or that it has to be [requested](Credentials).
    #[xml(attribute)]
    pub password: Option<Secret<String>>,
    /// The port. `None` means the default port of the type; in a request for credentials, any port.
    #[xml(attribute, strict)]
    pub port: Option<u16>,
    /// Whether credentials are needed; if none are given here, [request](Credentials) them. `None` means `false`.
    #[xml(attribute)]
    pub restricted: Option<bool>,
    /// The transport protocol. `None` means the default of the type.
    #[xml(attribute)]
    pub transport: Option<Transport>,
    /// The type. `None` is allowed only in a request for credentials in [`Version::One`], and means any type.
    #[xml(attribute = "type")]
    pub kind: Option<ServiceKind>,
    /// The user name. `None` means that no user name is needed, or that it has to be [requested](Credentials).
    #[xml(attribute)]
    pub username: Option<String>,
    /// A form with further information about the service.
    ///
    /// [XEP-0215 §4](https://xmpp.org/extensions/xep-0215.html#extended)
    #[xml(child)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How a service has changed.
///
/// [XEP-0215 §2](https://xmpp.org/extensions/xep-0215.html#protocol)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `add`: the service is new.
    Add,
    /// `delete`: the service was removed; the value used in the schema and the examples.
    Delete,
    /// `remove`: the same as [`Delete`](Self::Delete); the value used in the XEP's text.
    Remove,
    /// `modify`: the service was changed, for example its credentials.
    Modify,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A type of service.
///
/// [XEP-0215 §8.3](https://xmpp.org/extensions/xep-0215.html#registrar-services)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ServiceKind {
    /// `stun`: discovery of one's public address (RFC 8489).
    Stun,
    /// `stuns`: the same over TLS.
    Stuns,
    /// `turn`: a relay (RFC 8656).
    Turn,
    /// `turns`: the same over TLS.
    Turns,
    /// `ftp`: file transfer.
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
