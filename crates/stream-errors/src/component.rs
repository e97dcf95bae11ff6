//! The handshake between an external component and its server.
//!
//! [XEP-0114, Jabber Component Protocol](https://xmpp.org/extensions/xep-0114.html)

use sha1::{Digest as _, Sha1};
use xmpp_xml::{Extra, Hex, Secret, Xml};

/// The namespace, which is also the content namespace of such a stream.
pub const NS: &str = "jabber:component:accept";

/// The namespace of a stream on which the server connects to the component and proves knowledge of the secret.
///
/// [XEP-0114 §7.2](https://xmpp.org/extensions/xep-0114.html#schema-connect)
pub const NS_CONNECT: &str = "jabber:component:connect";

/// Which side opened the connection, determined by the namespace of the stream.
///
/// [XEP-0114 §2](https://xmpp.org/extensions/xep-0114.html#concepts)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Method {
    /// [`NS`]: the component.
    #[default]
    #[xml(token = "jabber:component:accept")]
    Accept,
    /// [`NS_CONNECT`]: the server.
    #[xml(token = "jabber:component:connect")]
    Connect,
}

/// The handshake: from the side that opened the connection, usually the component, proof that it knows the secret; from the
/// other side, empty, the acceptance.
///
/// [XEP-0114 §3](https://xmpp.org/extensions/xep-0114.html#proto)
///
/// ```
/// use xmpp_stream_errors::component::Handshake;
///
/// let handshake = Handshake::prove("c0x", "drink me");
/// assert!(handshake.proves("c0x", "drink me"));
/// assert!(!handshake.proves("c0y", "drink me"));
/// ```
#[doc(alias("XEP-0114", "XEP0114", "0114"))]
#[doc(alias("jabber:component:accept", "jabber:component:connect"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "handshake", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Handshake {
    /// Which side opened the connection, determined by the namespace.
    #[xml(namespace)]
    pub method: Method,
    /// The [digest](Self::digest) of the stream ID and the secret. `None` in the answer.
    #[xml(text, strict)]
    pub digest: Option<Secret<Hex>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Handshake {
    /// The answer that accepts the connecting side.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets which side opened the connection.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// The proof of a connecting component that it knows the secret, for the stream whose header had this `id`.
    #[must_use]
    pub fn prove(stream_id: &str, secret: &str) -> Self {
        Self {
            digest: Some(Self::digest(stream_id, secret).into()),
            ..Self::default()
        }
    }

    /// The SHA-1 of the stream ID followed by the secret, both without XML escapes.
    #[must_use]
    pub fn digest(stream_id: &str, secret: &str) -> Hex {
        let hash = Sha1::new()
            .chain_update(stream_id)
            .chain_update(secret)
            .finalize();
        Hex(hash.to_vec())
    }

    /// Whether the digest is that of the stream ID and the secret.
    ///
    /// The comparison is constant-time.
    #[must_use]
    pub fn proves(&self, stream_id: &str, secret: &str) -> bool {
        let expected = Self::digest(stream_id, secret);
        let given = self.digest.as_ref();
        given.is_some_and(|given| xmpp_xml::constant_time_eq(&given.0.0, &expected.0))
    }
}
