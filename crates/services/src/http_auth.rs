//! Confirming over XMPP that an HTTP request is one's own.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//! use xmpp_services::http_auth::{Confirm, Decision};
//!
//! let asked = Jid::new("juliet@capulet.example")?;
//! let request = Confirm::new("a7374jnj", "GET", "https://files.example/missive.html");
//! let answer: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='juliet@capulet.example/balcony' to='files.example'>\
//!      <confirm xmlns='http://jabber.org/protocol/http-auth' id='a7374jnj' method='GET' \
//!      url='https://files.example/missive.html'/></message>",
//! )?;
//! assert_eq!(request.decision(&asked, &answer), Some(Decision::Confirmed));
//! let forged = answer.with_from(Jid::new("tybalt@capulet.example")?);
//! assert_eq!(request.decision(&asked, &forged), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0070, Verifying HTTP Requests via XMPP](https://xmpp.org/extensions/xep-0070.html)

use alloc::string::String;

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml, payloads};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "http://jabber.org/protocol/http-auth";

/// In an iq of type `get`, or in a message: has the recipient made this HTTP request? Whoever confirms or denies by a message
/// repeats it there; for a message, [`decision`](Self::decision) reads the answer.
///
/// Anybody may ask. So users are shown all three, and confirm what they have just done themselves.
///
/// [XEP-0070 §4.5](https://xmpp.org/extensions/xep-0070.html#xmpp-request)
#[doc(alias("XEP-0070", "XEP0070", "0070"))]
#[doc(alias("http://jabber.org/protocol/http-auth"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "confirm")]
#[xml(new = "Asks about the request with this transaction identifier.")]
#[non_exhaustive]
pub struct Confirm {
    /// The identifier of the transaction, which the HTTP client has chosen and shown to its user.
    #[xml(attribute)]
    pub id: String,
    /// The method of the HTTP request, such as `GET`.
    #[xml(attribute)]
    pub method: String,
    /// The full URL.
    #[xml(attribute)]
    pub url: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What somebody has answered to a [`Confirm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the HTTP request is answered or it is not"
)]
pub enum Decision {
    /// The HTTP request is theirs.
    Confirmed,
    /// It is not, or the question could not be delivered.
    Denied,
}

impl Confirm {
    /// What a message answers to this question, which was sent to `asked` in a message. `None` means that it is no answer:
    /// it is from somebody else, or about another request, or repeats several.
    ///
    /// The thread of the message, if one was sent, is for the caller to compare.
    ///
    /// [XEP-0070 §4.6](https://xmpp.org/extensions/xep-0070.html#xmpp-confirm)
    #[must_use]
    pub fn decision(&self, asked: &Jid, answer: &Message) -> Option<Decision> {
        let is_asked = |from: &Jid| match asked.resource() {
            Some(_) => from == asked,
            None => from.bare_eq(asked),
        };
        let from = answer.from.as_ref().filter(|from| from.is_valid())?;
        if !is_asked(from) {
            return None;
        }
        let confirms = || answer.payloads.iter().filter(|raw| raw.is_a::<Self>());
        let repeated = payloads::first::<Self>(confirms(), "/message").ok()??;
        let is_same =
            (&self.id, &self.method, &self.url) == (&repeated.id, &repeated.method, &repeated.url);
        if confirms().nth(1).is_some() || !is_same {
            return None;
        }
        Some(match answer.is_error() {
            true => Decision::Denied,
            false => Decision::Confirmed,
        })
    }
}
