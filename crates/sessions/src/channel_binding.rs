//! Channel binding: authentication is tied to the TLS connection that it goes through, so that nobody can stand in between.
//!
//! [`choose`] follows the rules by which a client sees whether somebody has tampered with what it is offered.
//!
//! [XEP-0440, SASL Channel-Binding Type Capability](https://xmpp.org/extensions/xep-0440.html)

use alloc::vec::Vec;
use core::fmt;

use xmpp_stream_errors::sasl::Mechanism;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:sasl-cb:0";

/// Among the features of a stream: the types of channel binding that the server has.
///
/// [XEP-0440 §2](https://xmpp.org/extensions/xep-0440.html#sasl-cb-type)
#[doc(alias("XEP-0440", "XEP0440", "0440"))]
#[doc(alias("urn:xmpp:sasl-cb:0", "sasl-channel-binding"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "sasl-channel-binding")]
#[non_exhaustive]
pub struct Feature {
    /// The types. There is one at least.
    #[xml(child, strict)]
    pub types: Vec<ChannelBinding>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A type of channel binding that the server has.
///
/// [XEP-0440 §2](https://xmpp.org/extensions/xep-0440.html#sasl-cb-type)
#[doc(alias("XEP-0440", "XEP0440", "0440"))]
#[doc(alias("urn:xmpp:sasl-cb:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "channel-binding", new = "This type.")]
#[non_exhaustive]
pub struct ChannelBinding {
    /// The type.
    #[xml(attribute = "type")]
    pub kind: Type,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A type of channel binding, by its name in the registry of
/// [channel-binding types](https://www.iana.org/assignments/channel-binding-types).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Type {
    /// `tls-server-end-point`: the certificate of the server (RFC 5929). Every server has it.
    TlsServerEndPoint,
    /// `tls-exporter`: key material of the connection (RFC 9266).
    TlsExporter,
    /// `tls-unique`: the first message of the handshake (RFC 5929), not for TLS 1.3.
    TlsUnique,
    /// `tls-unique-for-telnet`
    TlsUniqueForTelnet,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// By which of the two profiles a client authenticates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "XMPP has no third")]
pub enum Profile {
    /// That of [RFC 6120](xmpp_stream_errors::sasl).
    Sasl,
    /// That of [XEP-0388](crate::sasl2), whose servers all say which types they have.
    Sasl2,
}

/// What a client says about channel binding, in the first byte of what SCRAM begins with or in the like.
///
/// [RFC 5802 §6](https://www.rfc-editor.org/rfc/rfc5802#section-6)
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Choice {
    /// `p=…`: binds to the channel, by this type, with a mechanism that does so.
    Bind(Type),
    /// `y`: would, and takes it that the server cannot. A server that can knows by this that its offer was tampered with.
    ServerCannot,
    /// `n`: cannot.
    ClientCannot,
}

/// Why a client must not authenticate: what it is offered does not fit together, so somebody may stand in between.
///
/// [XEP-0440 §3](https://xmpp.org/extensions/xep-0440.html#business-rules)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tampered {
    /// Mechanisms that bind, and no type to bind by.
    NoTypes,
    /// Types to bind by, and no mechanism that binds.
    NoMechanisms,
    /// No type that the client has, nor the one that every server has.
    NoCommonType,
}

impl Feature {
    /// These types.
    #[must_use]
    pub fn new(types: impl IntoIterator<Item = Type>) -> Self {
        Self {
            types: types.into_iter().map(ChannelBinding::new).collect(),
            extra: Extra::new(),
        }
    }

    /// Whether the server has this type.
    #[must_use]
    pub fn has(&self, kind: &Type) -> bool {
        self.types.iter().any(|offered| offered.kind == *kind)
    }
}

/// How a client authenticates that is offered these mechanisms and these types. `None` as the offer when the server does not
/// say which types it has. `supported` are the types that the client has for this connection, the strongest first.
///
/// [XEP-0440 §3](https://xmpp.org/extensions/xep-0440.html#business-rules)
///
/// # Errors
/// What is offered does not fit together. In the profile of RFC 6120 a server may have mechanisms that bind without saying by
/// which types; there, `tls-server-end-point` is taken, or else the first type that the client has.
///
/// ```
/// use xmpp_sessions::channel_binding::{Choice, Feature, Profile, Tampered, Type, choose};
/// use xmpp_stream_errors::sasl::Mechanism;
///
/// let mechanisms = [Mechanism::ScramSha256Plus, Mechanism::ScramSha256];
/// let supported = [Type::TlsExporter, Type::TlsServerEndPoint];
///
/// let offer = Feature::new([Type::TlsServerEndPoint, Type::TlsExporter]);
/// let choice = choose(Profile::Sasl2, &mechanisms, Some(&offer), &supported);
/// assert_eq!(choice, Ok(Choice::Bind(Type::TlsExporter)));
///
/// // Somebody has put something there that nobody has, for the client to do without.
/// let offer = Feature::new([Type::from("tls-none")]);
/// let choice = choose(Profile::Sasl2, &mechanisms, Some(&offer), &supported);
/// assert_eq!(choice, Err(Tampered::NoCommonType));
/// ```
pub fn choose(
    profile: Profile,
    mechanisms: &[Mechanism],
    offer: Option<&Feature>,
    supported: &[Type],
) -> Result<Choice, Tampered> {
    let Some(first) = supported.first() else {
        return Ok(Choice::ClientCannot);
    };
    let offer = offer.filter(|offer| !offer.types.is_empty());
    let can_bind = mechanisms.iter().any(|m| m.as_str().ends_with("-PLUS"));
    match (can_bind, offer) {
        (false, None) => Ok(Choice::ServerCannot),
        (false, Some(_)) => Err(Tampered::NoMechanisms),
        (true, None) => match profile {
            Profile::Sasl2 => Err(Tampered::NoTypes),
            Profile::Sasl if supported.contains(&Type::TlsServerEndPoint) => {
                Ok(Choice::Bind(Type::TlsServerEndPoint))
            }
            Profile::Sasl => Ok(Choice::Bind(first.clone())),
        },
        (true, Some(offer)) => match supported.iter().find(|kind| offer.has(kind)) {
            Some(kind) => Ok(Choice::Bind(kind.clone())),
            None if offer.has(&Type::TlsServerEndPoint) => Ok(Choice::ClientCannot),
            None => Err(Tampered::NoCommonType),
        },
    }
}

impl fmt::Display for Tampered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoTypes => "mechanisms with channel binding are offered, and no type of it",
            Self::NoMechanisms => {
                "types of channel binding are offered, and no mechanism that has it"
            }
            Self::NoCommonType => {
                "of the types of channel binding that are offered none is supported"
            }
        })
    }
}

impl core::error::Error for Tampered {}
