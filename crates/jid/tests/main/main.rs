//! Addresses through the public face of the crate.

extern crate alloc;

mod compare;
#[cfg(feature = "jid")]
mod convert;
mod escaping;
mod forms;
mod invalid;
mod limits;
mod properties;
mod rfc7622;
mod rules;
mod types;
mod uri;
mod white_space;

use xmpp_jid::{Jid, JidError, Part, Reason};

#[track_caller]
fn jid(text: &str) -> Jid {
    match Jid::new(text) {
        Ok(jid) => jid,
        Err(error) => panic!("{text:?}: {error}"),
    }
}

/// What makes a text no address: part, reason, byte.
#[track_caller]
fn fault(text: &str) -> (Part, Reason, usize) {
    match Jid::new(text) {
        Ok(jid) => panic!("{text:?} is {jid:?}"),
        Err(error) => seen(error),
    }
}

/// Whether they are equal, asked from both sides.
fn equal<A: PartialEq<B> + ?Sized, B: PartialEq<A> + ?Sized>(one: &A, other: &B) -> bool {
    let equal = one == other;
    assert_eq!(other == one, equal);
    equal
}

fn seen(error: JidError) -> (Part, Reason, usize) {
    (error.part, error.reason, error.offset)
}
