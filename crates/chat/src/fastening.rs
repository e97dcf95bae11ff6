//! Fastening payloads to an earlier message.
//!
//! [Retraction](crate::legacy_retraction) and [moderation](crate::legacy_moderation) were built on it before 2023.
//!
//! [XEP-0422, Message Fastening](https://xmpp.org/extensions/xep-0422.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Element, Error, Extra, RawElement, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:fasten:0";

/// Fastens payloads to an earlier message. They replace what the same sender has fastened there under the same
/// qualified name.
///
/// Who may do so is up to the specification of the payload.
///
/// [XEP-0422 §3](https://xmpp.org/extensions/xep-0422.html#usecases)
#[doc(alias("XEP-0422", "XEP0422", "0422"))]
#[doc(alias("urn:xmpp:fasten:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "apply-to", derive(Debug, PartialEq, Eq))]
#[xml(new = "Fastens something to the message with this identifier.", with)]
#[non_exhaustive]
pub struct ApplyTo {
    /// The identifier of that message: the [`OriginId`](xmpp_vocabulary::stanza_id::OriginId), or in a room often the
    /// [`StanzaId`](xmpp_vocabulary::stanza_id::StanzaId).
    #[xml(attribute)]
    pub id: String,
    /// Whether to remove what was fastened under the name of the payload.
    #[xml(attribute, default, strict)]
    pub clear: bool,
    /// Whether this is only a shell: the payloads are in an encrypted part of the stanza.
    #[xml(attribute, default, strict)]
    pub shell: bool,
    /// The payloads: one, or several of the same name.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Children of the stanza that are fastened, too.
    #[xml(child)]
    pub externals: Vec<External>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ApplyTo {
    /// The first payload that is a `T`. `None` if there is none.
    ///
    /// # Errors
    /// The payload is a `T` by its name but something that `T` needs is missing or invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        xmpp_xml::payloads::first(self.payloads.iter(), "/apply-to")
    }
}

/// A child of the stanza that is fastened, too.
///
/// [XEP-0422 §3.2](https://xmpp.org/extensions/xep-0422.html#external-payloads)
#[doc(alias("XEP-0422", "XEP0422", "0422"))]
#[doc(alias("urn:xmpp:fasten:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "external", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The child of the stanza that has this name and is in its namespace.",
    with
)]
#[non_exhaustive]
pub struct External {
    /// The local name of the child.
    #[xml(attribute)]
    pub name: String,
    /// Its namespace. `None` for that of the stanza.
    #[xml(attribute = "element-namespace")]
    pub element_namespace: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
