//! What rosters promise, seen from outside.

mod delimiter;
mod exchange;
mod features;
mod invisible;
mod legacy_exchange;
mod list;
mod moved;
mod notes;
mod pre_authentication;
mod push;
mod set;

use xmpp_jid::Jid;

#[track_caller]
fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}
