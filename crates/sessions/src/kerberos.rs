//! The hostname of a server, for its Kerberos principal.
//!
//! [XEP-0233, XMPP Server Registration for use with Kerberos V5](https://xmpp.org/extensions/xep-0233.html)

use alloc::format;
use alloc::string::String;

use xmpp_xml::{Extra, Xml, trim};

/// The namespace.
pub const NS: &str = "urn:xmpp:domain-based-name:1";

/// Among the [mechanisms](xmpp_stream_errors::sasl::Mechanisms::hints) of a stream, or in
/// [`sasl2::Authentication`](crate::sasl2::Authentication): the host for the mechanism `GSSAPI`. Only trust it
/// under TLS.
///
/// [XEP-0233 §2](https://xmpp.org/extensions/xep-0233.html#hostname)
///
/// ```
/// use xmpp_sessions::kerberos::Hostname;
/// use xmpp_stream_errors::sasl::Mechanisms;
///
/// let mechanisms: Mechanisms = xmpp_xml::from_str(
///     "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>GSSAPI</mechanism>\
///        <hostname xmlns='urn:xmpp:domain-based-name:1'>pot.tea.example</hostname></mechanisms>",
/// )?;
/// let hostname: Hostname = mechanisms.hints[0].parse()?;
/// assert_eq!(hostname.principal("tea.example", "TEA.EXAMPLE"), "xmpp/pot.tea.example/tea.example@TEA.EXAMPLE");
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[doc(alias("XEP-0233", "XEP0233", "0233"))]
#[doc(alias("urn:xmpp:domain-based-name:1"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "hostname", new = "The host with this fully qualified name.")]
#[non_exhaustive]
pub struct Hostname {
    /// The fully qualified domain name, as spelt by the server.
    #[xml(text)]
    pub hostname: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Hostname {
    /// The principal for GSS-API: `domain` is the domain that the client connects to, `realm` is often the same in upper
    /// case.
    ///
    /// [XEP-0233 §3](https://xmpp.org/extensions/xep-0233.html#principal)
    #[must_use]
    pub fn principal(&self, domain: &str, realm: &str) -> String {
        format!("{}@{realm}", self.service_principal(domain))
    }

    /// The principal for SSPI.
    ///
    /// [XEP-0233 §4](https://xmpp.org/extensions/xep-0233.html#windows)
    #[must_use]
    pub fn service_principal(&self, domain: &str) -> String {
        format!("xmpp/{}/{domain}", trim(&self.hostname))
    }
}
