//! Information about a server: the contact addresses of its operators, and the domains that it is connected to.
//!
//! ```
//! use xmpp_administration::server_info::{Connection, ConnectionKind, Domain, Federation, RemoteDomain, ServerInfo};
//!
//! let remote = RemoteDomain::new()
//!     .with_name("cards.example")
//!     .with_connections([Connection::new().with_kind(ConnectionKind::Bidirectional)]);
//! let domain = Domain::new("tea.example").with_federation(Federation::new([remote]));
//! assert_eq!(
//!     xmpp_xml::to_string(&ServerInfo::new([domain]))?,
//!     "<serverinfo xmlns='urn:xmpp:serverinfo:0'><domain name='tea.example'><federation>\
//!      <remote-domain name='cards.example'><connection type='bidi'/></remote-domain></federation></domain></serverinfo>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0485, PubSub Server Information](https://xmpp.org/extensions/xep-0485.html),
//! [XEP-0157, Contact Addresses for XMPP Services](https://xmpp.org/extensions/xep-0157.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of domains that agree to be listed by other servers.
pub const NS: &str = "urn:xmpp:serverinfo:0";

/// The default node of the information, unless [`Addresses::node`] names another.
///
/// [XEP-0485 §3](https://xmpp.org/extensions/xep-0485.html#disco)
pub const NODE: &str = "serverinfo";

/// The domains of a server: the payload of an item.
///
/// [XEP-0485 §4](https://xmpp.org/extensions/xep-0485.html#impl)
#[doc(alias("XEP-0485", "XEP0485", "0485"))]
#[doc(alias("urn:xmpp:serverinfo:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "serverinfo", derive(Debug, PartialEq, Eq))]
#[xml(new = "A server with these domains.", parameters = [domains], with)]
#[non_exhaustive]
pub struct ServerInfo {
    /// The domains.
    #[xml(child)]
    pub domains: Vec<Domain>,
    /// Further information about the server, such as its software version.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A domain of the server.
///
/// [XEP-0485 §4](https://xmpp.org/extensions/xep-0485.html#impl)
#[doc(alias("XEP-0485", "XEP0485", "0485"))]
#[doc(alias("urn:xmpp:serverinfo:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "domain", derive(Debug, PartialEq, Eq))]
#[xml(new = "The domain of this name.", with)]
#[non_exhaustive]
pub struct Domain {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// The domains that it is connected to. `None` if not specified.
    #[xml(child)]
    pub federation: Option<Federation>,
    /// Further information about the domain.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The domains that a domain is connected to.
///
/// [XEP-0485 §4](https://xmpp.org/extensions/xep-0485.html#impl)
#[doc(alias("XEP-0485", "XEP0485", "0485"))]
#[doc(alias("urn:xmpp:serverinfo:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "federation", derive(Debug, PartialEq, Eq))]
#[xml(new = "Connections to these domains.", parameters = [remote_domains])]
#[non_exhaustive]
pub struct Federation {
    /// The domains.
    #[xml(child)]
    pub remote_domains: Vec<RemoteDomain>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A domain of another server.
///
/// [XEP-0485 §4](https://xmpp.org/extensions/xep-0485.html#impl)
#[doc(alias("XEP-0485", "XEP0485", "0485"))]
#[doc(alias("urn:xmpp:serverinfo:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "remote-domain", derive(Debug, PartialEq, Eq))]
#[xml(new = "A domain that has not agreed to be listed.", with)]
#[non_exhaustive]
pub struct RemoteDomain {
    /// The name. `None` if the domain has not agreed to be listed, by advertising the feature [`NS`].
    #[xml(attribute)]
    pub name: Option<String>,
    /// The connections. Empty if individual connections are not listed.
    #[xml(child)]
    pub connections: Vec<Connection>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A connection.
///
/// [XEP-0485 §4](https://xmpp.org/extensions/xep-0485.html#impl)
#[doc(alias("XEP-0485", "XEP0485", "0485"))]
#[doc(alias("urn:xmpp:serverinfo:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "connection", derive(Debug, PartialEq, Eq))]
#[xml(new = "A connection of unspecified direction.", with)]
#[non_exhaustive]
pub struct Connection {
    /// The direction in which stanzas flow. `None` if not specified.
    #[xml(attribute = "type")]
    pub kind: Option<ConnectionKind>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The direction in which stanzas flow on a connection.
///
/// [XEP-0485 §4](https://xmpp.org/extensions/xep-0485.html#impl)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ConnectionKind {
    /// `incoming`: from the remote domain.
    Incoming,
    /// `outgoing`: to the remote domain.
    Outgoing,
    /// `bidi`: in both directions.
    #[xml(token = "bidi")]
    Bidirectional,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The contact addresses of a service's operators, as URIs: a form that extends its disco#info.
///
/// [XEP-0157 §7.1](https://xmpp.org/extensions/xep-0157.html#registrar-formtype)
#[doc(alias("XEP-0157", "XEP0157", "0157"))]
#[doc(alias("http://jabber.org/network/serverinfo"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/network/serverinfo")]
#[non_exhaustive]
pub struct Addresses {
    /// For reporting abuse.
    #[form(var = "abuse-addresses", kind = "list-multi")]
    pub abuse: Vec<String>,
    /// For contacting the administrators.
    #[form(var = "admin-addresses", kind = "list-multi")]
    pub admin: Vec<String>,
    /// For customer feedback.
    #[form(var = "feedback-addresses", kind = "list-multi")]
    pub feedback: Vec<String>,
    /// For sales inquiries.
    #[form(var = "sales-addresses", kind = "list-multi")]
    pub sales: Vec<String>,
    /// For security concerns.
    #[form(var = "security-addresses", kind = "list-multi")]
    pub security: Vec<String>,
    /// Of a page with the current status of the service.
    #[form(var = "status-addresses", kind = "list-multi")]
    pub status: Vec<String>,
    /// For customer support.
    #[form(var = "support-addresses", kind = "list-multi")]
    pub support: Vec<String>,
    /// The URI of the node that has a [`ServerInfo`]. `None` means [`NODE`] at the first pubsub service, if the server has the
    /// feature [`NS`].
    ///
    /// [XEP-0485 §8.2](https://xmpp.org/extensions/xep-0485.html#registrar-formtype)
    #[form(var = "serverinfo-pubsub-node", kind = "text-single")]
    pub node: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Where to find out, outside of XMPP, about outages of a server: a form that extends its disco#info, for clients to
/// remember.
///
/// [XEP-0455 §9.1](https://xmpp.org/extensions/xep-0455.html#registrar-formtype)
#[doc(alias("XEP-0455", "XEP0455", "0455"))]
#[doc(alias("urn:xmpp:sos:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:sos:0")]
#[non_exhaustive]
pub struct OutageStatus {
    /// The URLs of the status files.
    #[form(var = "external-status-addresses", kind = "list-multi")]
    pub addresses: Vec<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
