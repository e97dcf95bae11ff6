//! Confirming an HTTP request over XMPP.
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

/// Asks whether the recipient has made this HTTP request, in an iq of type `get` or in a message. An answer by message
/// repeats the element: [`decision`](Self::decision) reads it.
///
/// Anybody can ask, so show all three fields to the user, who should confirm only requests of their own.
///
/// [XEP-0070 §4.5](https://xmpp.org/extensions/xep-0070.html#xmpp-request)
#[doc(alias("XEP-0070", "XEP0070", "0070"))]
#[doc(alias("http://jabber.org/protocol/http-auth"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "confirm", derive(Debug, PartialEq, Eq))]
#[xml(new = "A question about the HTTP request with this transaction identifier, method and URL.")]
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

/// The answer to a [`Confirm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the HTTP request is answered or it is not"
)]
pub enum Decision {
    /// The user has made the HTTP request.
    Confirmed,
    /// The user has not made it, or the question could not be delivered.
    Denied,
}

impl Confirm {
    /// The decision in a message that answers this question, which was sent to `asked` in a message. `None` means that the
    /// message is not an answer to it: it is from another sender, about another request, or repeats several.
    ///
    /// The caller compares the thread of the message, if one was sent.
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
