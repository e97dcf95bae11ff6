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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "forwarded")]
#[non_exhaustive]
pub struct Forwarded {
    /// When whoever forwards the stanza received it. Absent when not told.
    #[xml(child)]
    pub delay: Option<Delay>,
    /// The stanza as it stood, and what else there is, where the specification has room for one stanza only:
    /// [`stanza`](Self::stanza) finds it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
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

    /// The stanza: the first message, presence or iq. Absent where the one who forwards had only the time to tell, or
    /// has lost the namespace of the stanza.
    #[must_use]
    pub fn stanza(&self) -> Option<&RawElement> {
        self.payloads.iter().find(|payload| {
            matches!(payload.name(), "message" | "presence" | "iq")
                && matches!(payload.namespace(), "jabber:client" | "jabber:server")
        })
    }
}
