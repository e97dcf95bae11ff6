//! Channel binding: tying authentication to its TLS connection, which prevents man-in-the-middle attacks.
//!
//! [`choose`] implements the rules with which a client detects tampering with the offers of the server.
//!
//! [XEP-0440, SASL Channel-Binding Type Capability](https://xmpp.org/extensions/xep-0440.html)

use alloc::vec::Vec;
use core::fmt;

use xmpp_stream_errors::sasl::Mechanism;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:sasl-cb:0";

/// Among the features of a stream: the channel binding types that the server supports.
///
/// [XEP-0440 §2](https://xmpp.org/extensions/xep-0440.html#sasl-cb-type)
#[doc(alias("XEP-0440", "XEP0440", "0440"))]
#[doc(alias("urn:xmpp:sasl-cb:0", "sasl-channel-binding"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "sasl-channel-binding", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Feature {
    /// The types; at least one.
    #[xml(child, strict)]
    pub types: Vec<ChannelBinding>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A channel binding type that the server supports.
///
/// [XEP-0440 §2](https://xmpp.org/extensions/xep-0440.html#sasl-cb-type)
#[doc(alias("XEP-0440", "XEP0440", "0440"))]
#[doc(alias("urn:xmpp:sasl-cb:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "channel-binding", new = "A supported type.")]
#[non_exhaustive]
pub struct ChannelBinding {
    /// The type.
    #[xml(attribute = "type")]
    pub kind: Type,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A channel binding type, by its registered name: see the registry of
/// [channel-binding types](https://www.iana.org/assignments/channel-binding-types).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Type {
    /// `tls-server-end-point`: the server's certificate (RFC 5929). Supported by all servers.
    TlsServerEndPoint,
    /// `tls-exporter`: exported keying material (RFC 9266).
    TlsExporter,
    /// `tls-unique`: the first message of the handshake (RFC 5929), not for TLS 1.3.
    TlsUnique,
    /// `tls-unique-for-telnet`
    TlsUniqueForTelnet,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The SASL profile that a client authenticates with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "XMPP has no third")]
pub enum Profile {
    /// The profile of [RFC 6120](xmpp_stream_errors::sasl).
    Sasl,
    /// The profile of [XEP-0388](crate::sasl2), in which all servers announce their types.
    Sasl2,
}

/// The channel binding flag of a client, in the first byte of the SCRAM exchange or similar.
///
/// [RFC 5802 §6](https://www.rfc-editor.org/rfc/rfc5802#section-6)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Choice {
    /// `p=…`: channel binding is used, with this type and a `-PLUS` mechanism.
    Bind(Type),
    /// `y`: the client supports channel binding, but thinks that the server does not. A server that does thereby detects tampering.
    ServerCannot,
    /// `n`: the client does not support channel binding.
    ClientCannot,
}

/// Why a client must not authenticate: the offers are inconsistent, which suggests a man-in-the-middle attack.
///
/// [XEP-0440 §3](https://xmpp.org/extensions/xep-0440.html#business-rules)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tampered {
    /// There are `-PLUS` mechanisms, but no channel binding types.
    NoTypes,
    /// There are channel binding types, but no `-PLUS` mechanism.
    NoMechanisms,
    /// There is no type that the client supports, nor the one that all servers support.
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

    /// Whether the server supports this type.
    #[must_use]
    pub fn has(&self, kind: &Type) -> bool {
        self.types.iter().any(|offered| offered.kind == *kind)
    }
}

/// Chooses how a client authenticates, given the offered mechanisms and channel binding types. `offer` is `None` if the
/// server does not announce its types. `supported` are the types that the client supports on this connection, the strongest first.
///
/// [XEP-0440 §3](https://xmpp.org/extensions/xep-0440.html#business-rules)
///
/// # Errors
/// The offers are inconsistent. In the profile of RFC 6120 a server may have `-PLUS` mechanisms without announcing
/// its types; then `tls-server-end-point` is used, or else the first type that the client supports.
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
