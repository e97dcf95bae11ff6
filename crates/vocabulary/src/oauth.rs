//! OAuth tokens in requests: authorization that a user has granted to a third party.
//!
//! ```
//! use xmpp_vocabulary::oauth::Oauth;
//! use xmpp_jid::Jid;
//!
//! let request: Oauth = xmpp_xml::from_str(
//!     "<oauth xmlns='urn:xmpp:oauth:0'><oauth_consumer_key>mill</oauth_consumer_key>\
//!        <oauth_nonce>7</oauth_nonce><oauth_token>t k</oauth_token></oauth>",
//! )?;
//! assert_eq!(request.missing().collect::<Vec<_>>(), ["oauth_signature", "oauth_signature_method", "oauth_timestamp"]);
//!
//! let (from, to) = (Jid::new("miller@mill.example/Wheel")?, Jid::new("feeds.example")?);
//! assert_eq!(
//!     request.signature_base("iq", &from, &to),
//!     "iq&miller%40mill.example%2FWheel%26feeds.example&\
//!      oauth_consumer_key%3Dmill%26oauth_nonce%3D7%26oauth_token%3Dt%2520k"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0235, OAuth Over XMPP](https://xmpp.org/extensions/xep-0235.html)

pub mod errors;

use alloc::string::String;
use core::fmt::Write as _;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml};

/// The namespace, which is also the feature of services that support this.
pub const NS: &str = "urn:xmpp:oauth:0";

/// A token, with a signature that proves its possession, beside the request that it authorizes.
///
/// All fields except the [version](Self::version) are required. If one is missing, the answer is
/// [`missing-parameter`](errors::ErrorKind::MissingParameter).
///
/// [XEP-0235 §3](https://xmpp.org/extensions/xep-0235.html#request)
#[doc(alias("XEP-0235", "XEP0235", "0235"))]
#[doc(alias("urn:xmpp:oauth:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "oauth", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty element, without parameters.", with)]
#[non_exhaustive]
pub struct Oauth {
    /// The consumer key, which identifies the sender to the service. Required, like the following fields; `None` is an error.
    #[xml(child_text = "oauth_consumer_key", strict)]
    pub consumer_key: Option<String>,
    /// A nonce, unique for its [timestamp](Self::timestamp), which prevents replays.
    #[xml(child_text = "oauth_nonce", strict)]
    pub nonce: Option<String>,
    /// The signature of the [base string](Self::signature_base), in base64.
    #[xml(child_text = "oauth_signature", strict)]
    pub signature: Option<String>,
    /// The signature method: `HMAC-SHA1`.
    #[xml(child_text = "oauth_signature_method", strict)]
    pub signature_method: Option<String>,
    /// The time of signing, in seconds since 1970.
    #[xml(child_text = "oauth_timestamp", strict)]
    pub timestamp: Option<String>,
    /// The access token.
    #[xml(child_text = "oauth_token", strict)]
    pub token: Option<Secret<String>>,
    /// The version of OAuth. `None` means 1.0.
    #[xml(child_text = "oauth_version", strict)]
    pub version: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Oauth {
    /// The parameters with their names, in the order of the names.
    fn parameters(&self) -> [(&'static str, Option<&str>); 7] {
        [
            ("oauth_consumer_key", self.consumer_key.as_deref()),
            ("oauth_nonce", self.nonce.as_deref()),
            ("oauth_signature", self.signature.as_deref()),
            ("oauth_signature_method", self.signature_method.as_deref()),
            ("oauth_timestamp", self.timestamp.as_deref()),
            ("oauth_token", self.token.as_deref()),
            ("oauth_version", self.version.as_deref()),
        ]
    }

    /// The names of the parameters that are missing.
    ///
    /// [XEP-0235 §3](https://xmpp.org/extensions/xep-0235.html#request)
    pub fn missing(&self) -> impl Iterator<Item = &'static str> + use<> {
        let is_missing =
            |(name, value): &(&str, Option<&str>)| value.is_none() && *name != "oauth_version";
        let missing = self.parameters().map(|it| is_missing(&it).then_some(it.0));
        missing.into_iter().flatten()
    }

    /// The text to sign: the local name of the enclosing stanza (`iq`, `message` or `presence`), its sender and
    /// recipient, and all parameters except the signature, combined as in OAuth (RFC 5849 §3.4.1).
    ///
    /// The example in the specification has `%26` in two places where OAuth has `&`, but its signature is that of the
    /// text with `&`.
    ///
    /// [XEP-0235 §4](https://xmpp.org/extensions/xep-0235.html#signature)
    #[must_use]
    pub fn signature_base(&self, stanza: &str, from: &Jid, to: &Jid) -> String {
        let mut parameters = String::new();
        for (name, value) in self.parameters() {
            let Some(value) = value.filter(|_| name != "oauth_signature") else {
                continue;
            };
            if !parameters.is_empty() {
                parameters.push('&');
            }
            parameters.push_str(name);
            parameters.push('=');
            encode(value, &mut parameters);
        }
        let mut base = String::new();
        encode(stanza, &mut base);
        base.push('&');
        encode(&[from.as_str(), "&", to.as_str()].concat(), &mut base);
        base.push('&');
        encode(&parameters, &mut base);
        base
    }
}

/// Percent-encodes all but the unreserved characters, as OAuth does (RFC 5849 §3.6).
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}
