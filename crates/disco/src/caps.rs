//! What an entity can do, announced as a hash, so that one answer serves for all who announce the same.
//!
//! [XEP-0115, Entity Capabilities](https://xmpp.org/extensions/xep-0115.html)
//!
//! An entity puts [`Capabilities`] into its presence. Who sees a hash for the first time sends the
//! [request](Capabilities::request) and has the answer [verified](Capabilities::verify); an answer that is
//! [valid](Verification::Valid) holds for everybody who announces that hash.
//!
//! # What a hash does not prove
//! What is hashed is one text in which `<` ends each part, with nothing to say what kind of part it is, and nothing
//! keeps a `<` out of a part. So two different answers can have the same hash without any weakness of the hash
//! function: the name of an identity may end with what looks like the features of somebody else. This is known and
//! [cannot be mended](https://xmpp.org/extensions/xep-0115.html#security-poisoning) without breaking the protocol; it is
//! followed here as it stands. Nothing that must be safe should rest on it.

mod verification;

use alloc::string::String;

use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::{Extra, Xml};

pub(crate) use self::verification::function;
pub use self::verification::{
    IllFormed, Unverifiable, Verification, hash_input, is_supported, verification_string,
};
use crate::info;

/// The namespace, and the feature of an entity that announces its capabilities.
pub const NS: &str = "http://jabber.org/protocol/caps";

/// The feature of a server that forwards the capabilities of a client only when they have changed.
///
/// [XEP-0115, section 8.4](https://xmpp.org/extensions/xep-0115.html#impl-optimize)
pub const OPTIMIZE: &str = "http://jabber.org/protocol/caps#optimize";

/// What an entity can do, in short.
///
/// [XEP-0115, section 4](https://xmpp.org/extensions/xep-0115.html#protocol)
#[doc(alias("XEP-0115", "XEP0115", "0115"))]
#[doc(alias("http://jabber.org/protocol/caps", "c"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "c")]
#[xml(new = "With a verification string that is known already.", parameters = [node, hash, ver], with)]
#[non_exhaustive]
pub struct Capabilities {
    /// The hash function that made [`ver`](Self::ver); absent in the
    /// [legacy format](https://xmpp.org/extensions/xep-0115.html#legacy), where nothing was hashed.
    #[xml(attribute)]
    pub hash: Option<Algorithm>,
    /// A URI that stands for the software, best that of its site.
    #[xml(attribute)]
    pub node: String,
    /// The verification string; in the legacy format the version of the software.
    #[xml(attribute)]
    pub ver: String,
    /// The names of bundles of features, with white space between them: see [`bundles`](Self::bundles). Absent
    /// but in the legacy format.
    #[xml(attribute)]
    pub ext: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Capabilities {
    /// What an entity of the software `node` announces that answers with `info`.
    ///
    /// # Errors
    /// As [`verification_string`].
    pub fn of(info: &info::Response, node: &str, hash: Algorithm) -> Result<Self, Unverifiable> {
        verification_string(info, &hash).map(|ver| Self::new(node, hash, &ver))
    }

    /// Whether this is the legacy format, in which there is nothing to verify.
    #[must_use]
    pub fn is_legacy(&self) -> bool {
        self.hash.is_none()
    }

    /// The names of the bundles in [`ext`](Self::ext).
    pub fn bundles(&self) -> impl Iterator<Item = &str> {
        self.ext.iter().flat_map(|ext| ext.split_ascii_whitespace())
    }

    /// The node to ask about: `node#ver`.
    ///
    /// [XEP-0115, section 6.2](https://xmpp.org/extensions/xep-0115.html#discover)
    #[must_use]
    pub fn query_node(&self) -> String {
        [&*self.node, &*self.ver].join("#")
    }

    /// What to send to an entity that announces this, to learn what it stands for.
    #[must_use]
    pub fn request(&self) -> info::Request {
        info::Request::of_node(&self.query_node())
    }

    /// Whether the answer is what was announced.
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
