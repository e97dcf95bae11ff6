//! Non-SASL authentication. Obsolete, and forbidden if SASL is offered.
//!
//! [XEP-0078, Non-SASL Authentication](https://xmpp.org/extensions/xep-0078.html)

use alloc::string::String;

use sha1::{Digest as _, Sha1};
use xmpp_xml::{Extra, Hex, Secret, Value as _, Xml};

/// The namespace.
pub const NS: &str = "jabber:iq:auth";

/// The namespace of the stream feature.
pub const FEATURE_NS: &str = "http://jabber.org/features/iq-auth";

/// Among the features of a client's stream: non-SASL authentication is supported.
///
/// [XEP-0078 §4](https://xmpp.org/extensions/xep-0078.html#streamfeature)
#[doc(alias("XEP-0078", "XEP0078", "0078"))]
#[doc(alias("http://jabber.org/features/iq-auth", "auth"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = FEATURE_NS, name = "auth", new = "The feature.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, a request for the required fields, possibly with the user name. The result has each supported
/// field, empty: either password or digest is enough. In an iq of type `set`, the completed fields.
///
/// `None` means that a field is neither requested nor submitted, unlike one with an empty text.
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
/// let login = Query::of_digest("alice", "mirror", "7f3a", "through the looking-glass");
/// assert!(login.has_digest_of("7f3a", "through the looking-glass"));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[doc(alias("XEP-0078", "XEP0078", "0078"))]
#[doc(alias("jabber:iq:auth"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "query", new = "A request for the required fields.")]
#[non_exhaustive]
pub struct Query {
    /// The user name.
    #[xml(child_text = "username", strict)]
    pub username: Option<String>,
    /// The password in plain text.
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
    /// Authenticates with the password itself, which is readable on the whole path if the stream is not encrypted.
    #[must_use]
    pub fn of_password(username: &str, resource: &str, password: &str) -> Self {
        Self {
            username: Some(username.into()),
            password: Some(password.into()),
            resource: Some(resource.into()),
            ..Self::default()
        }
    }

    /// Authenticates with the [`digest`] of the password, on the stream with this ID in the server's header.
    #[must_use]
    pub fn of_digest(username: &str, resource: &str, stream_id: &str, password: &str) -> Self {
        Self {
            username: Some(username.into()),
            digest: Some(digest(stream_id, password).into()),
            resource: Some(resource.into()),
            ..Self::default()
        }
    }

    /// Whether there is a digest and it matches this password, on the stream with the ID that this server assigned.
    ///
    /// The comparison is constant-time.
    #[must_use]
    pub fn has_digest_of(&self, stream_id: &str, password: &str) -> bool {
        let right = digest(stream_id, password);
        let given = self.digest.as_deref();
        given.is_some_and(|given| xmpp_xml::constant_time_eq(given.as_bytes(), right.as_bytes()))
    }
}

/// The digest of a password for the stream with this ID in the server's header: the SHA-1 hash of both, as 40
/// lower-case hexadecimal digits.
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
