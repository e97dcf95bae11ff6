//! Authentication before SASL. It is obsolete, and where SASL is offered must not be used.
//!
//! [XEP-0078, Non-SASL Authentication](https://xmpp.org/extensions/xep-0078.html)

use alloc::string::String;

use sha1::{Digest as _, Sha1};
use xmpp_xml::{Extra, Hex, Secret, Value as _, Xml};

/// The namespace.
pub const NS: &str = "jabber:iq:auth";

/// The namespace of the stream feature.
pub const FEATURE_NS: &str = "http://jabber.org/features/iq-auth";

/// Among the features of a stream to a client: this way to authenticate is offered.
///
/// [XEP-0078 §4](https://xmpp.org/extensions/xep-0078.html#streamfeature)
#[doc(alias("XEP-0078", "XEP0078", "0078"))]
#[doc(alias("http://jabber.org/features/iq-auth", "auth"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = FEATURE_NS, name = "auth", new = "The offer.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, asks what is needed; the user's name may be in it. The answer has each of these fields that can be
/// given, empty: of password and digest one will do. In an iq of type `set`, they are filled in.
///
/// `None` means that a field is neither wanted nor given; an empty one is an empty text.
///
/// [XEP-0078 §3.1](https://xmpp.org/extensions/xep-0078.html#usecases-auth)
///
/// ```
/// use xmpp_sessions::legacy_auth::Query;
///
/// let wanted: Query = xmpp_xml::from_str(
///     "<query xmlns='jabber:iq:auth'><username/><password/><digest/><resource/></query>",
/// )?;
/// assert!(wanted.digest.is_some());
/// let login = Query::with_digest("alice", "mirror", "7f3a", "through the looking-glass");
/// assert!(login.has_digest_of("7f3a", "through the looking-glass"));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[doc(alias("XEP-0078", "XEP0078", "0078"))]
#[doc(alias("jabber:iq:auth"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query", new = "Asks what is needed.")]
#[non_exhaustive]
pub struct Query {
    /// The name of the account.
    #[xml(child_text = "username", strict)]
    pub username: Option<String>,
    /// The password as it is.
    #[xml(child_text = "password", strict)]
    pub password: Option<Secret<String>>,
    /// The [`digest`] of the password.
    #[xml(child_text = "digest", strict)]
    pub digest: Option<Secret<String>>,
    /// The resource to bind.
    #[xml(child_text = "resource", strict)]
    pub resource: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Authenticates by the password itself, which the whole way can read where the stream is not encrypted.
    #[must_use]
    pub fn with_password(username: &str, resource: &str, password: &str) -> Self {
        Self {
            username: Some(username.into()),
            password: Some(password.into()),
            resource: Some(resource.into()),
            ..Self::default()
        }
    }

    /// Authenticates by the [`digest`] of the password, on the stream whose header from the server has this `id`.
    #[must_use]
    pub fn with_digest(username: &str, resource: &str, stream_id: &str, password: &str) -> Self {
        Self {
            username: Some(username.into()),
            digest: Some(digest(stream_id, password).into()),
            resource: Some(resource.into()),
            ..Self::default()
        }
    }

    /// Whether there is a digest and it is that of this password, on the stream with the `id` that this server has given it.
    ///
    /// How long this takes does not depend on how much of the digest is right.
    #[must_use]
    pub fn has_digest_of(&self, stream_id: &str, password: &str) -> bool {
        let right = digest(stream_id, password);
        self.digest.as_deref().is_some_and(|given| {
            let differences = given
                .bytes()
                .zip(right.bytes())
                .fold(0, |d, (a, b)| d | (a ^ b));
            given.len() == right.len() && differences == 0
        })
    }
}

/// The digest of a password for the stream whose header from the server has this `id`: 40 hexadecimal digits in lower
/// case, of the SHA-1 hash of both.
///
/// [XEP-0078 §3.1](https://xmpp.org/extensions/xep-0078.html#usecases-auth)
///
/// ```
/// use xmpp_sessions::legacy_auth::digest;
///
/// // The example of the specification.
/// assert_eq!(digest("3EE948B0", "Calli0pe"), "48fc78be9ec8f86d8ce1c39c320c97c21d62334d");
/// ```
#[must_use]
pub fn digest(stream_id: &str, password: &str) -> String {
    let hash = Sha1::new()
        .chain_update(stream_id.as_bytes())
        .chain_update(password.as_bytes());
    Hex(hash.finalize().to_vec()).to_text()
}
