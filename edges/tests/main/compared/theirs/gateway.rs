use tokio_xmpp::jid::Jid;
use tokio_xmpp::parsers::stanza::Stanza;

use crate::compared::Result;

const GATE: &str = "gate.example";

/// A JID of these parts.
fn jid(local: &str, domain: &str, like: &Jid) -> Option<Jid> {
    let bare = Jid::new(&format!("{local}@{domain}")).ok()?;
    match like.resource() {
        Some(resource) => Some(bare.into_bare().with_resource(resource).into()),
        None => Some(bare),
    }
}

/// The address that stands for one of this side on the other: `a@b` is `a%b@gate.example`.
fn outside(address: &Jid) -> Option<Jid> {
    let local = format!("{}%{}", address.node()?, address.domain());
    jid(&local, GATE, address)
}

/// The address of the other side that an address at the gateway stands for.
fn inside(address: &Jid) -> Option<Jid> {
    let is_ours = address.domain().as_str() == GATE;
    let local = address.node().filter(|_| is_ours)?.as_str();
    let (local, domain) = local.rsplit_once('%')?;
    jid(local, domain, address)
}

/// The stanza as it goes out on the other side, of which only the addresses are changed.
pub(crate) fn passed(stanza: &str) -> Result<String> {
    let mut stanza: Stanza = xso::from_bytes(stanza.as_bytes())?;
    let (from, to) = match &mut stanza {
        Stanza::Iq(iq) => {
            let from = iq.from().cloned();
            let to = iq.to().cloned();
            *iq.from_mut() = from.as_ref().and_then(outside);
            *iq.to_mut() = to.as_ref().and_then(inside);
            (iq.from(), iq.to())
        }
        Stanza::Message(message) => {
            message.from = message.from.as_ref().and_then(outside);
            message.to = message.to.as_ref().and_then(inside);
            (message.from.as_ref(), message.to.as_ref())
        }
        Stanza::Presence(presence) => {
            presence.from = presence.from.as_ref().and_then(outside);
            presence.to = presence.to.as_ref().and_then(inside);
            (presence.from.as_ref(), presence.to.as_ref())
        }
    };
    from.ok_or("no sender")?;
    to.ok_or("no recipient")?;
    Ok(String::from_utf8(xso::to_vec(&stanza)?)?)
}
