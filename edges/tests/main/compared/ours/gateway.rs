use xmpp_stanzas::{Jid, Stanza, xml};

use crate::compared::Result;

const GATE: &str = "gate.example";

/// The address that stands for one of this side on the other: `a@b` is `a%b@gate.example`.
fn outside(address: &Jid) -> Option<Jid> {
    let local = format!("{}%{}", address.local()?, address.domain());
    Jid::from_parts(Some(&local), GATE, address.resource()).ok()
}

/// The address of the other side that an address at the gateway stands for.
fn inside(address: &Jid) -> Option<Jid> {
    let local = address.local().filter(|_| address.domain() == GATE)?;
    let (local, domain) = local.rsplit_once('%')?;
    Jid::from_parts(Some(local), domain, address.resource()).ok()
}

/// The stanza as it goes out on the other side, of which only the addresses are changed.
pub(crate) fn passed(stanza: &str) -> Result<String> {
    let mut stanza: Stanza = xml::from_str(stanza)?;
    let sender = stanza.sender().and_then(outside).ok_or("no sender")?;
    let recipient = stanza.recipient().and_then(inside).ok_or("no recipient")?;
    stanza = stanza.with_from(sender).with_to(recipient);
    Ok(xml::to_string(&stanza)?)
}
