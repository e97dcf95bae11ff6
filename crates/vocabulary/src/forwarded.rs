//! Forwarded stanzas.
//!
//! [XEP-0297, Stanza Forwarding](https://xmpp.org/extensions/xep-0297.html)

use alloc::vec;
use alloc::vec::Vec;

use xmpp_core_stanzas::StanzaNamespace;
use xmpp_xml::{Extra, RawElement, Xml};

use crate::delay::Delay;

/// The namespace.
pub const NS: &str = "urn:xmpp:forward:0";

/// A stanza that somebody else sent or received before.
///
/// The forwarding entity could have made it all up, so trust the stanza only as far as that entity.
///
/// [XEP-0297 §3](https://xmpp.org/extensions/xep-0297.html)
#[doc(alias("XEP-0297", "XEP0297", "0297"))]
#[doc(alias("urn:xmpp:forward:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "forwarded", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Forwarded {
    /// The time at which the forwarding entity received the stanza. `None` if not specified. If
    /// [invalid values are kept](xmpp_xml::Invalid::Keep) and there are several, the first.
    #[xml(child)]
    pub delay: Option<Delay>,
    /// The stanza, verbatim, and anything else, although the specification only allows one stanza:
    /// [`stanza`](Self::stanza) finds it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Forwarded {
    /// Forwards a stanza, which must have the namespace of one: usually `jabber:client`.
    #[must_use]
    pub fn new(stanza: RawElement) -> Self {
        Self {
            payloads: vec![stanza],
            ..Self::default()
        }
    }

    /// The stanza: a message, presence or iq. `None` if there is only the delay, if the stanza has lost its namespace,
    /// and if there are several, since different code might look at different ones.
    ///
    /// It is as trustworthy as the forwarding entity, whatever its own `from`.
    #[must_use]
    pub fn stanza(&self) -> Option<&RawElement> {
        // Those of components count, too: a second one must not go unseen.
        const NAMESPACES: [StanzaNamespace; 4] = [
            StanzaNamespace::Client,
            StanzaNamespace::Server,
            StanzaNamespace::Component,
            StanzaNamespace::ComponentConnect,
        ];
        let mut stanzas = self.payloads.iter().filter(|payload| {
            let is_of = |namespace: &StanzaNamespace| namespace.as_str() == payload.namespace();
            matches!(payload.name(), "message" | "presence" | "iq") && NAMESPACES.iter().any(is_of)
        });
        stanzas.next().filter(|_| stanzas.next().is_none())
    }
}
