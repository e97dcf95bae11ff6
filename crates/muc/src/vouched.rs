//! Payloads that a room adds for its occupants and that nobody else can forge.

use alloc::vec::Vec;

use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Element, RawElement};

/// The only payload that is a `T` in a stanza that the room sent on behalf of an occupant, in the first of these
/// namespaces that has one. Only namespaces among the features of the room count: by such a feature a room promises to
/// remove forged payloads.
pub(crate) fn payload<'f, T: Element>(
    payloads: &[RawElement],
    from: Option<&Jid>,
    room: &BareJid,
    features: impl IntoIterator<Item = &'f str>,
    namespaces: &[&str],
) -> Option<T> {
    if !from.is_some_and(|from| from.is_valid() && from.bare_eq(room)) {
        return None;
    }
    let features: Vec<_> = features.into_iter().collect();
    let promised = namespaces.iter().filter(|name| features.contains(name));
    let of = |name: &'_ str| {
        let is_it = move |raw: &&RawElement| raw.namespace() == name && raw.is_a::<T>();
        let mut all = payloads.iter().filter(is_it);
        all.next().map(|one| (one, all.next().is_none()))
    };
    let mut found = promised.filter_map(|name| of(name));
    let (one, is_alone) = found.next()?;
    if is_alone { one.parse().ok() } else { None }
}
