//! What rosters promise, seen from outside.

mod exchange;
mod features;
mod invisible;
mod list;
mod moved;
mod notes;
mod push;
mod set;

use xmpp_jid::Jid;

#[track_caller]
fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}
