//! Several domains on one stream.
//!
//! Where they all stand in one certificate, an empty [`Mux`] before SASL is enough. Else a server proves to the other that it
//! is behind two domains: the other gives it a secret on a stream to the one domain and gets it back, in an iq, on the
//! stream to the other.
//!
//! [XEP-0451, Stanza Multiplexing](https://xmpp.org/extensions/xep-0451.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml, trim};

/// The namespace.
pub const NS: &str = "urn:xmpp:mux:0";

/// Among the features of a stream: before authentication, and then empty, all domains of the certificate may be served; after
/// it, these may.
///
/// [XEP-0451 §2](https://xmpp.org/extensions/xep-0451.html#advertising)
#[doc(alias("XEP-0451", "XEP0451", "0451"))]
#[doc(alias("urn:xmpp:mux:0", "mux"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "mux", with)]
#[xml(new = "Before authentication.")]
#[non_exhaustive]
pub struct Feature {
    /// The domains. None before authentication.
    #[xml(child_text = "host")]
    pub hosts: Vec<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Empty, before SASL `EXTERNAL`: the stream is for all domains of the certificate. With a host and a secret, after
/// authentication: the stream to that host is to be used for this one too. In an iq of type `set`, over that stream: the
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
/// let sent = Mux::with_secret(Jid::new("kitchen.example")?, "5d1ae7c0");
/// // What comes back in an iq from kitchen.example.
/// let proof: Mux = xmpp_xml::from_str("<mux xmlns='urn:xmpp:mux:0'>5d1ae7c0</mux>")?;
/// assert!(proof.proves(&sent));
/// assert!(!Mux::new().proves(&Mux::new()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias("XEP-0451", "XEP0451", "0451"))]
#[doc(alias("urn:xmpp:mux:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "mux")]
#[xml(new = "All domains of the certificate.")]
#[non_exhaustive]
pub struct Mux {
    /// The domain whose stream is to be used. `None` in the empty element and in the iq.
    #[xml(attribute, strict)]
    pub host: Option<Jid>,
    /// The secret as it is spelt, perhaps with white space around it. `None` in the empty element. It cannot be guessed, and
    /// means something to who made it only.
    #[xml(text)]
    pub secret: Option<Secret<String>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Mux {
    /// The stream to this host is to be used, and the secret will prove that it may be.
    #[must_use]
    pub fn with_secret(host: Jid, secret: &str) -> Self {
        Self {
            host: Some(host),
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

    /// Whether this has the secret of that: both have one, which is not empty. Who has sent it counts as well: the iq has to
    /// come from the [host](Self::host) that was named, over the stream to it.
    ///
    /// How long this takes does not depend on how much of the secret is right.
    #[must_use]
    pub fn proves(&self, sent: &Self) -> bool {
        let secret = |mux: &Self| mux.secret.as_deref().map(|text| String::from(trim(text)));
        let Some((given, right)) = secret(self).zip(secret(sent)) else {
            return false;
        };
        let differences = given
            .bytes()
            .zip(right.bytes())
            .fold(0, |d, (a, b)| d | (a ^ b));
        !right.is_empty() && given.len() == right.len() && differences == 0
    }
}
