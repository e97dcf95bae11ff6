//! What a room says about its occupants, and nobody else can.

use xmpp_jid::Jid;
use xmpp_xml::{Element, RawElement};

/// The one payload that is a `T`, of a stanza that the room sent on behalf of an occupant, if the room has one of the
/// features by which it promises to remove those that occupants have made up.
pub(crate) fn payload<'f, T: Element>(
    payloads: &[RawElement],
    from: Option<&Jid>,
    room: &Jid,
    features: impl IntoIterator<Item = &'f str>,
    promises: &[&str],
) -> Option<T> {
    let is_of_room = from.is_some_and(|from| from.is_valid() && from.bare_eq(room));
    if !is_of_room
        || !features
            .into_iter()
            .any(|feature| promises.contains(&feature))
    {
        return None;
    }
    let mut all = payloads.iter().filter(|raw| raw.is_a::<T>());
    let one = all.next().filter(|_| all.next().is_none())?;
    one.parse().ok()
}
