//! A stanza within another.
//!
//! [XEP-0297, Stanza Forwarding](https://xmpp.org/extensions/xep-0297.html)

use alloc::vec;
use alloc::vec::Vec;

use xmpp_xml::{Extra, RawElement, Xml};

use crate::delay::Delay;

/// The namespace.
pub const NS: &str = "urn:xmpp:forward:0";

/// A stanza that was sent before, by somebody to somebody.
///
/// Whoever forwards can have made it all up, so how far the stanza is to be believed depends on who that is.
///
/// [XEP-0297 §3](https://xmpp.org/extensions/xep-0297.html)
#[doc(alias("XEP-0297", "XEP0297", "0297"))]
#[doc(alias("urn:xmpp:forward:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "forwarded")]
#[non_exhaustive]
pub struct Forwarded {
    /// When whoever forwards the stanza received it. `None` if not specified. Where
    /// [invalid values are kept](xmpp_xml::Invalid::Keep) and there are several, the first.
    #[xml(child)]
    pub delay: Option<Delay>,
    /// The stanza as it stood, and what else there is, where the specification has room for one stanza only:
    /// [`stanza`](Self::stanza) finds it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Forwarded {
    /// Forwards a stanza, whose namespace must be that of a stanza: `jabber:client` most often.
    #[must_use]
    pub fn new(stanza: RawElement) -> Self {
        Self {
            payloads: vec![stanza],
            ..Self::default()
        }
    }

    /// The stanza: the message, presence or iq. `None` where there is only the time, or the stanza has lost its namespace;
    /// and where there are several, of which one would be looked at and another be shown.
    ///
    /// It has the authority of whoever forwards it, whatever its own `from` says.
    #[must_use]
    pub fn stanza(&self) -> Option<&RawElement> {
        let mut stanzas = self.payloads.iter().filter(|payload| {
            matches!(payload.name(), "message" | "presence" | "iq")
                && matches!(payload.namespace(), "jabber:client" | "jabber:server")
        });
        stanzas.next().filter(|_| stanzas.next().is_none())
    }
}
