//! The IP address and port of a client as seen by its server; other entities may see different ones.
//!
//! [XEP-0279, Server IP Check](https://xmpp.org/extensions/xep-0279.html)

use alloc::string::String;
use core::net::IpAddr;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:sic:1";

/// The namespace before 2011, which is also the feature of servers that support no later version.
pub const NS_0: &str = "urn:xmpp:sic:0";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0279 §6.1](https://xmpp.org/extensions/xep-0279.html#registrar-ns)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:sic:1")]
    One,
    /// [`NS_0`], in which some servers use this element instead of [`Legacy`].
    #[xml(token = "urn:xmpp:sic:0")]
    Zero,
}

/// The client's IP address and port; empty in the request, an iq of type `get`.
///
/// ```
/// use xmpp_services::server_ip::Address;
///
/// let answer: Address = xmpp_xml::from_str(
///     "<address xmlns='urn:xmpp:sic:1'><ip>2001:db8::9:1</ip><port>12345</port></address>",
/// )?;
/// assert!(answer.ip_addr().is_some_and(|ip| ip.is_ipv6()));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [XEP-0279 §2](https://xmpp.org/extensions/xep-0279.html#proto)
#[doc(alias("XEP-0279", "XEP0279", "0279"))]
#[doc(alias("urn:xmpp:sic:1", "urn:xmpp:sic:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "address", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request, in this version of the protocol.", with)]
#[non_exhaustive]
pub struct Address {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The IP address. `None` in a request.
    #[xml(child_text = "ip")]
    pub ip: Option<String>,
    /// The port. `None` if not specified.
    #[xml(child_text = "port")]
    pub port: Option<u16>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Address {
    /// The parsed IP address. `None` if it is missing or invalid.
    #[must_use]
    pub fn ip_addr(&self) -> Option<IpAddr> {
        self.ip.as_deref()?.trim_ascii().parse().ok()
    }
}

/// The form of [`Address`] before 2011: the IP address alone.
///
/// [XEP-0279](https://xmpp.org/extensions/xep-0279.html)
#[doc(alias("XEP-0279", "XEP0279", "0279"))]
#[doc(alias("urn:xmpp:sic:0", "ip"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS_0, name = "ip", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request.", with)]
#[non_exhaustive]
pub struct Legacy {
    /// The IP address. `None` in a request.
    #[xml(text)]
    pub ip: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Legacy {
    /// The parsed IP address. `None` if it is missing or invalid.
    #[must_use]
    pub fn ip_addr(&self) -> Option<IpAddr> {
        self.ip.as_deref()?.trim_ascii().parse().ok()
    }
}
