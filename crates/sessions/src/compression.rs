//! Compression of a stream. It is obsolete, and not safe where secrets and what others say are compressed together.
//!
//! Once [`Compressed`] has been sent and read, a new stream begins through the compression: see
//! [`StreamReader::restart_after_tls`](xmpp_stream_errors::reader::StreamReader::restart_after_tls), whose rule is that of any new layer.
//!
//! [XEP-0138, Stream Compression](https://xmpp.org/extensions/xep-0138.html)

use alloc::vec::Vec;

use xmpp_core_stanzas::{DefinedCondition as StanzaCondition, ErrorText};
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace of the negotiation.
pub const NS: &str = "http://jabber.org/protocol/compress";

/// The namespace of the stream feature.
pub const FEATURE_NS: &str = "http://jabber.org/features/compress";

/// Among the features of a stream: compression is offered.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/features/compress", "compression"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = FEATURE_NS, name = "compression")]
#[xml(new = "By these methods.", parameters = [methods])]
#[non_exhaustive]
pub struct Feature {
    /// The methods, the most preferred one first. There is one at least.
    #[xml(child_text = "method")]
    pub methods: Vec<Method>,
    /// Said to be mandatory.
    ///
    /// [XEP-0192 §2](https://xmpp.org/extensions/xep-0192.html)
    #[xml(flag = "required")]
    pub required: bool,
    /// Said to be voluntary, which is also meant where neither of both is there.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks for compression, in both directions.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/protocol/compress"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "compress", new = "By this method.")]
#[non_exhaustive]
pub struct Compress {
    /// The method, one of those that are offered.
    #[xml(child_text = "method")]
    pub method: Method,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to [`Compress`]: compression begins right after this element.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/protocol/compress"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "compressed", new = "Compression begins.")]
#[non_exhaustive]
pub struct Compressed {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to [`Compress`] when there will be none; the stream goes on without. In a stream error: what was compressed could
/// not be read.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/protocol/compress"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "failure")]
#[non_exhaustive]
pub struct Failure {
    /// Why. `None` when it is not said, or in the terms of [stanza errors](Self::stanza_condition) only.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// Why, in the terms of stanza errors, which the schema allows. `None` when it is not.
    #[xml(child)]
    pub stanza_condition: Option<StanzaCondition>,
    /// The same in words, once in each language.
    #[xml(child)]
    pub texts: Vec<ErrorText>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The condition of a [`Failure`].
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/protocol/compress", "unsupported-method"))]
#[doc(alias("setup-failed", "processing-failed"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, new = "The condition of this name.")]
#[non_exhaustive]
pub struct DefinedCondition {
    /// The name of the element, which is the condition.
    #[xml(name)]
    pub name: Condition,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why there is no compression.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Condition {
    /// `unsupported-method`: the method is not supported.
    UnsupportedMethod,
    /// `setup-failed`: it could not be set up.
    SetupFailed,
    /// `processing-failed`: what came in could not be read. In a stream error.
    ProcessingFailed,
    /// A condition that the specification does not have.
    #[xml(other)]
    Other(OtherToken),
}

/// A method of compression, by its name in the
/// [registry](https://xmpp.org/registrar/compress.html).
///
/// [XEP-0138 §8.3](https://xmpp.org/extensions/xep-0138.html#registrar-methods)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Method {
    /// `zlib` (RFC 1950).
    Zlib,
    /// `lzw` (XEP-0229).
    Lzw,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Failure {
    /// Failed for this reason.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// Why there is no compression. `None` when it is not said in the terms of this specification.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|condition| &condition.name)
    }
}
