//! The handshake between an external component and its server.
//!
//! [XEP-0114, Jabber Component Protocol](https://xmpp.org/extensions/xep-0114.html)

use sha1::{Digest as _, Sha1};
use xmpp_xml::{Extra, Hex, Secret, Xml};

/// The namespace, which is also the content namespace of such a stream.
pub const NS: &str = "jabber:component:accept";

/// From the component: the proof that it knows the secret. From the server, empty: the handshake has succeeded.
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
#[doc(alias("jabber:component:accept"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "handshake")]
#[xml(new = "The server's answer: the handshake has succeeded.")]
#[non_exhaustive]
pub struct Handshake {
    /// The [digest](Self::digest) of the stream ID and the secret. `None` in the server's answer.
    #[xml(text)]
    pub digest: Option<Secret<Hex>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Handshake {
    /// The proof that the component knows the secret, for the stream with this ID.
    #[must_use]
    pub fn prove(stream_id: &str, secret: &str) -> Self {
        Self {
            digest: Some(Self::digest(stream_id, secret).into()),
            extra: Extra::new(),
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
        self.digest.as_ref().is_some_and(|digest| {
            digest.0.0.len() == expected.0.len()
                && digest
                    .0
                    .0
                    .iter()
                    .zip(&expected.0)
                    .fold(0, |d, (a, b)| d | (a ^ b))
                    == 0
        })
    }
}
