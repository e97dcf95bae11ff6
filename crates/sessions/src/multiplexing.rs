//! Multiplexing of several domains on one stream.
//!
//! If a single certificate contains all domains, an empty [`Mux`] before SASL is enough. Otherwise a server proves that it
//! serves two domains: the peer sends it a secret on a stream to one domain, and gets it back, in an iq, on the stream to
//! the other.
//!
//! [XEP-0451, Stanza Multiplexing](https://xmpp.org/extensions/xep-0451.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml, trim};

/// The namespace.
pub const NS: &str = "urn:xmpp:mux:0";

/// Among the features of a stream: before authentication, and empty, all domains of the certificate may be multiplexed; after
/// it, these may.
///
/// [XEP-0451 §2](https://xmpp.org/extensions/xep-0451.html#advertising)
#[doc(alias("XEP-0451", "XEP0451", "0451"))]
#[doc(alias("urn:xmpp:mux:0", "mux"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "mux", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature as it is before authentication, without domains.")]
#[non_exhaustive]
pub struct Feature {
    /// The domains. Empty before authentication.
    #[xml(child_text = "host")]
    pub hosts: Vec<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Empty, before SASL `EXTERNAL`: the stream is for all domains of the certificate. With a host and a secret, after
/// authentication: requests to use the stream to that host for this one, too. In an iq of type `set`, over that stream: the
/// secret, as a proof.
///
/// [XEP-0451 §3](https://xmpp.org/extensions/xep-0451.html#authn),
/// [§4](https://xmpp.org/extensions/xep-0451.html#authz)
///
/// ```
/// use xmpp_jid::Jid;
/// use xmpp_sessions::multiplexing::Mux;
///
/// // tea.example sends this to cups.kitchen.example, having a stream to kitchen.example.
/// let sent = Mux::request(Jid::new("kitchen.example")?, "5d1ae7c0");
/// // What comes back in an iq from kitchen.example.
/// let proof: Mux = xmpp_xml::from_str("<mux xmlns='urn:xmpp:mux:0'>5d1ae7c0</mux>")?;
/// assert!(proof.proves(&sent));
/// assert!(!Mux::new().proves(&Mux::new()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias("XEP-0451", "XEP0451", "0451"))]
#[doc(alias("urn:xmpp:mux:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "mux", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests all domains of the certificate.")]
#[non_exhaustive]
pub struct Mux {
    /// The domain whose stream to use. `None` in the empty element and in the iq.
    #[xml(attribute, strict)]
    pub host: Option<Jid>,
    /// The secret as received, possibly surrounded by white space. `None` in the empty element. It is unpredictable, and
    /// meaningful only to the server that generated it.
    #[xml(text)]
    pub secret: Option<Secret<String>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Mux {
    /// Requests to use the stream to this host, to be proved by the secret.
    #[must_use]
    pub fn request(host: impl Into<Jid>, secret: &str) -> Self {
        Self {
            host: Some(host.into()),
            ..Self::proof(secret)
        }
    }

    /// The secret, as a proof.
    #[must_use]
    pub fn proof(secret: &str) -> Self {
        Self {
            secret: Some(secret.into()),
            ..Self::default()
        }
    }

    /// Whether this has the same secret as `sent`: both have one, which is not empty. Check the sender, too: the iq must
    /// come from the [host](Self::host) in the request, over the stream to it.
    ///
    /// The comparison is constant-time.
    #[must_use]
    pub fn proves(&self, sent: &Self) -> bool {
        let secret = |mux: &Self| mux.secret.as_deref().map(|text| String::from(trim(text)));
        let Some((given, right)) = secret(self).zip(secret(sent)) else {
            return false;
        };
        !right.is_empty() && xmpp_xml::constant_time_eq(given.as_bytes(), right.as_bytes())
    }
}
