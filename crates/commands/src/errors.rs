//! Error conditions specific to commands.
//!
//! [XEP-0050, Ad-Hoc Commands](https://xmpp.org/extensions/xep-0050.html#desc-errors)

use xmpp_xml::{Extra, Xml};

/// The namespace: that of the command itself.
pub const NS: &str = crate::command::NS;

/// A command-specific condition, in addition to the condition of the stanza error.
///
/// [XEP-0050 §4.4](https://xmpp.org/extensions/xep-0050.html#desc-errors)
#[doc(alias("XEP-0050", "XEP0050", "0050"))]
#[doc(alias("http://jabber.org/protocol/commands", "bad-action"))]
#[doc(alias("bad-locale", "bad-payload", "bad-sessionid"))]
#[doc(alias("malformed-action", "session-expired"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "An error of this kind.")]
#[non_exhaustive]
pub struct Error {
    /// The kind, which is the name of the element.
    #[xml(name)]
    pub kind: ErrorKind,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why a request was refused.
///
/// The command itself is in the same namespace. Therefore an element with another name is not an [`Error`], and stays as
/// it is among the conditions of the stanza error.
// With a catch-all, the element `command` would be an error too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `bad-action`: the action is not possible now; in an error `bad-request`.
    BadAction,
    /// `bad-locale`: the language is not supported; in an error `bad-request`.
    BadLocale,
    /// `bad-payload`: the payload is not acceptable, such as a form without a required field; in an error
    /// `bad-request`.
    BadPayload,
    /// `bad-sessionid`: there is no such session; in an error `bad-request`.
    #[xml(token = "bad-sessionid")]
    BadSessionId,
    /// `malformed-action`: the action is unknown; in an error `bad-request`.
    MalformedAction,
    /// `session-expired`: the session has ended or timed out; in an error `not-allowed`.
    SessionExpired,
}
