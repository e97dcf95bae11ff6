//! The features of an entity, announced as a hash, so that one disco#info answer serves for all that announce the same.
//!
//! [XEP-0115, Entity Capabilities](https://xmpp.org/extensions/xep-0115.html)
//!
//! An entity includes [`Capabilities`] in its presence. Whoever sees a hash for the first time sends the
//! [request](Capabilities::request) and [verifies](Capabilities::verify) the answer; a
//! [valid](Verification::Valid) answer applies to every entity that announces that hash.
//!
//! # What a hash does not prove
//! The hash is computed over a string in which `<` ends each part, but the kinds of parts are not marked and parts may
//! contain `<`. So two different answers can have the same hash without any weakness of the hash function: the name of an
//! identity may end with what looks like another entity's features. This is known and
//! [cannot be fixed](https://xmpp.org/extensions/xep-0115.html#security-poisoning) without breaking the protocol; it is
//! implemented here as specified. Do not use it for anything that must be secure.

mod verification;

use alloc::string::String;

use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::{Extra, Xml};

pub(crate) use self::verification::function;
pub use self::verification::{
    IllFormed, Unverifiable, Verification, hash_input, is_supported, verification_string,
};
use crate::info;

/// The namespace, and the feature of an entity that supports entity capabilities.
pub const NS: &str = "http://jabber.org/protocol/caps";

/// The feature of a server that forwards a client's capabilities only when they have changed.
///
/// [XEP-0115, section 8.4](https://xmpp.org/extensions/xep-0115.html#impl-optimize)
pub const OPTIMIZE: &str = "http://jabber.org/protocol/caps#optimize";

/// The capabilities of an entity as a hash.
///
/// [XEP-0115, section 4](https://xmpp.org/extensions/xep-0115.html#protocol)
#[doc(alias("XEP-0115", "XEP0115", "0115"))]
#[doc(alias("http://jabber.org/protocol/caps", "c"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "c", derive(Debug, PartialEq, Eq))]
#[xml(new = "Capabilities with a known verification string.", parameters = [node, hash, ver], with)]
#[non_exhaustive]
pub struct Capabilities {
    /// The hash function of [`ver`](Self::ver). `None` in the
    /// [legacy format](https://xmpp.org/extensions/xep-0115.html#legacy), which has no hashes.
    #[xml(attribute)]
    pub hash: Option<Algorithm>,
    /// A URI that identifies the software, preferably its website.
    #[xml(attribute)]
    pub node: String,
    /// The verification string; in the legacy format, the version of the software.
    #[xml(attribute)]
    pub ver: String,
    /// The names of feature bundles, separated by white space: see [`bundles`](Self::bundles). `None`
    /// except in the legacy format.
    #[xml(attribute)]
    pub ext: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Capabilities {
    /// The capabilities of the software `node` with the disco#info answer `info`.
    ///
    /// # Errors
    /// Same as [`verification_string`].
    pub fn of(info: &info::Response, node: &str, hash: Algorithm) -> Result<Self, Unverifiable> {
        verification_string(info, &hash).map(|ver| Self::new(node, hash, &ver))
    }

    /// Whether this is the legacy format, which cannot be verified.
    #[must_use]
    pub fn is_legacy(&self) -> bool {
        self.hash.is_none()
    }

    /// The names of the bundles in [`ext`](Self::ext).
    pub fn bundles(&self) -> impl Iterator<Item = &str> {
        self.ext.iter().flat_map(|ext| ext.split_ascii_whitespace())
    }

    /// The disco#info node to query: `node#ver`.
    ///
    /// [XEP-0115, section 6.2](https://xmpp.org/extensions/xep-0115.html#discover)
    #[must_use]
    pub fn query_node(&self) -> String {
        [&*self.node, &*self.ver].join("#")
    }

    /// The disco#info request to send to an entity that announces this.
    #[must_use]
    pub fn request(&self) -> info::Request {
        info::Request::of_node(&self.query_node())
    }

    /// Verifies that the answer is the announced one.
    ///
    /// [XEP-0115, section 5.4](https://xmpp.org/extensions/xep-0115.html#ver-proc)
    pub fn verify(&self, info: &info::Response) -> Verification {
        let Some(hash) = &self.hash else {
            return Verification::Legacy;
        };
        match verification_string(info, hash) {
            Ok(computed) if computed == self.ver => Verification::Valid,
            Ok(computed) => Verification::Mismatch { computed },
            Err(Unverifiable::UnsupportedHash) => Verification::UnsupportedHash,
            Err(Unverifiable::IllFormed(why)) => Verification::IllFormed(why),
        }
    }
}
