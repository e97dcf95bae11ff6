//! The handshake between an external component and its server.
//!
//! [XEP-0114, Jabber Component Protocol](https://xmpp.org/extensions/xep-0114.html)

use sha1::{Digest as _, Sha1};
use xmpp_xml::{Extra, Hex, Secret, Xml};

/// The namespace, which is also the content namespace of such a stream.
pub const NS: &str = "jabber:component:accept";

/// The namespace where the server has connected to the component, and proves that it knows the secret.
///
/// [XEP-0114 §7.2](https://xmpp.org/extensions/xep-0114.html#schema-connect)
pub const NS_CONNECT: &str = "jabber:component:connect";

/// Who has connected to whom, by the namespace of the stream.
///
/// [XEP-0114 §2](https://xmpp.org/extensions/xep-0114.html#concepts)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Method {
    /// [`NS`]: the component to the server.
    #[default]
    #[xml(token = "jabber:component:accept")]
    Accept,
    /// [`NS_CONNECT`]: the server to the component.
    #[xml(token = "jabber:component:connect")]
    Connect,
}

/// From whoever has connected, most often the component: the proof that it knows the secret. From the other, empty: it is
/// welcome.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "handshake")]
#[non_exhaustive]
pub struct Handshake {
    /// Who has connected to whom, by the namespace.
    #[xml(namespace)]
    pub method: Method,
    /// The [digest](Self::digest) of the stream's id and the secret. `None` in the answer.
    #[xml(text)]
    pub digest: Option<Secret<Hex>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Handshake {
    /// The answer of a server to a component that has connected to it: welcome.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same where this one has connected.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// The proof that the component, which has connected, knows the secret, on the stream whose header had this `id`.
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
