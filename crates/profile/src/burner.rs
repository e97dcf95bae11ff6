//! Burner JIDs: temporary addresses for anonymous use.
//!
//! A service that issues them has the disco#info identity [`CATEGORY`]/[`KIND`], and one that lists them at its node
//! [`NS`] has that feature.
//!
//! [XEP-0383, Burner JIDs](https://xmpp.org/extensions/xep-0383.html)

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, the feature of a service that lists burner JIDs, and the node of the list.
pub const NS: &str = "urn:xmpp:burner:0";

/// The category of the disco#info identity of a service that issues burner JIDs.
pub const CATEGORY: &str = "authz";
/// The type of that identity.
pub const KIND: &str = "ephemeral";

/// A request for a burner JID.
///
/// [XEP-0383 §5](https://xmpp.org/extensions/xep-0383.html#rules)
#[doc(alias("XEP-0383", "XEP0383", "0383"))]
#[doc(alias("urn:xmpp:burner:0", "identity"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "identity", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A burner JID: the answer to a [`Request`].
///
/// The client logs in with it as the authorization identity, and with the requesting account as the
/// authentication identity.
///
/// [XEP-0383 §5](https://xmpp.org/extensions/xep-0383.html#rules)
#[doc(alias("XEP-0383", "XEP0383", "0383"))]
#[doc(alias("urn:xmpp:burner:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "identity", derive(Debug, PartialEq, Eq))]
#[xml(new = "An answer with this burner JID.")]
#[non_exhaustive]
pub struct Identity {
    /// The burner JID, which must be bare.
    #[xml(child_text)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
