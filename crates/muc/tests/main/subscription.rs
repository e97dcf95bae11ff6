//! Subscriptions to what happens in a room.

use xmpp_muc::subscription::{Subscribe, Unsubscribe};
use xmpp_xml::{Invalid, Options, Report, read_with};

#[test]
fn never_takes_somebody_who_cannot_be_read_for_the_sender() {
    let options = Options::new().invalid(Invalid::Keep);
    let source = "<subscribe xmlns='urn:xmpp:mucsub:0' jid='@' nick='x'/>";
    read_with::<Subscribe>(source.as_bytes(), &options, &mut Report::default())
        .expect_err("nobody in particular");
    let source = "<unsubscribe xmlns='urn:xmpp:mucsub:0' jid='@'/>";
    read_with::<Unsubscribe>(source.as_bytes(), &options, &mut Report::default())
        .expect_err("nobody in particular");
}
