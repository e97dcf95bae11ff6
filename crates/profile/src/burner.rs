//! Temporary addresses, for acting without being known.
//!
//! A service issues them if it has the identity [`CATEGORY`]/[`KIND`] in service discovery, and lists them at its node
//! [`NS`] if it has that feature.
//!
//! [XEP-0383, Burner JIDs](https://xmpp.org/extensions/xep-0383.html)

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, the feature of a service that lists such addresses, and the node of the list.
pub const NS: &str = "urn:xmpp:burner:0";

/// The category of the identity that a service has which issues such addresses.
pub const CATEGORY: &str = "authz";
/// The type of that identity.
pub const KIND: &str = "ephemeral";

/// Asks for a temporary address.
///
/// [XEP-0383 §5](https://xmpp.org/extensions/xep-0383.html#rules)
#[doc(alias("XEP-0383", "XEP0383", "0383"))]
#[doc(alias("urn:xmpp:burner:0", "identity"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "identity")]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A temporary address: the answer to a [`Request`].
///
/// The client logs in with it as the authorization identity, and with the account that asked for it as the
/// authentication identity.
///
/// [XEP-0383 §5](https://xmpp.org/extensions/xep-0383.html#rules)
#[doc(alias("XEP-0383", "XEP0383", "0383"))]
#[doc(alias("urn:xmpp:burner:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "identity")]
#[xml(new = "This address.")]
#[non_exhaustive]
pub struct Identity {
    /// The address, which must be a bare one.
    #[xml(child_text)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
