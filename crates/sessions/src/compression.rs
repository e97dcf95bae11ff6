//! Stream compression. Obsolete, and insecure if secrets are compressed together with data from others.
//!
//! After [`Compressed`], a new stream starts within the compression layer: use
//! [`StreamReader::restart_after_tls`](xmpp_stream_errors::reader::StreamReader::restart_after_tls), which is for all new layers.
//!
//! [XEP-0138, Stream Compression](https://xmpp.org/extensions/xep-0138.html)

use alloc::vec::Vec;

use xmpp_core_stanzas::{DefinedCondition as StanzaCondition, ErrorText};
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace of the negotiation.
pub const NS: &str = "http://jabber.org/protocol/compress";

/// The namespace of the stream feature.
pub const FEATURE_NS: &str = "http://jabber.org/features/compress";

/// Among the features of a stream: compression is supported.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/features/compress", "compression"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = FEATURE_NS, name = "compression", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature with these methods.", parameters = [methods])]
#[non_exhaustive]
pub struct Feature {
    /// The methods, in order of preference; at least one.
    #[xml(child_text = "method")]
    pub methods: Vec<Method>,
    /// Marked as mandatory.
    ///
    /// [XEP-0192 §2](https://xmpp.org/extensions/xep-0192.html)
    #[xml(flag = "required")]
    pub required: bool,
    /// Marked as voluntary, which is also the default.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests compression in both directions.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/protocol/compress"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "compress", new = "Requests compression by this method.")]
#[non_exhaustive]
pub struct Compress {
    /// The method, one of those offered.
    #[xml(child_text = "method")]
    pub method: Method,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The positive answer to [`Compress`]: compression starts right after this element.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/protocol/compress"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "compressed", new = "Compression starts.")]
#[non_exhaustive]
pub struct Compressed {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The negative answer to [`Compress`]; the stream continues uncompressed. In a stream error: compressed data could
/// not be processed.
///
/// [XEP-0138 §2](https://xmpp.org/extensions/xep-0138.html#usecase)
#[doc(alias("XEP-0138", "XEP0138", "0138"))]
#[doc(alias("http://jabber.org/protocol/compress"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "failure", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Failure {
    /// The condition. `None` if there is none, or only a [stanza error condition](Self::stanza_condition).
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// A stanza error condition, which the schema allows. `None` if there is none.
    #[xml(child)]
    pub stanza_condition: Option<StanzaCondition>,
    /// Descriptions in words, at most one for each language.
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
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, new = "The condition with this name.")]
#[non_exhaustive]
pub struct DefinedCondition {
    /// The condition, which is the name of the element.
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
    /// `setup-failed`: the compression layer could not be set up.
    SetupFailed,
    /// `processing-failed`: the compressed data could not be processed. In a stream error.
    ProcessingFailed,
    /// A condition that is not in the specification.
    #[xml(other)]
    Other(OtherToken),
}

/// A method of compression, by its [registered name](https://xmpp.org/registrar/compress.html).
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
    /// A failure for this reason.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// The condition. `None` if there is none of this specification.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|condition| &condition.name)
    }
}
