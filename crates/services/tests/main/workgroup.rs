use xmpp_services::workgroup::{DepartQueue, NotifyQueue, Stamp};
use xmpp_xml::{DateTime, from_str, to_string};

use crate::keeping_invalid;

#[test]
fn never_takes_somebody_who_cannot_be_read_for_the_sender() {
    let source = "<depart-queue xmlns='http://jabber.org/protocol/workgroup'><jid>a@b.example</jid><jid/></depart-queue>";
    keeping_invalid::<DepartQueue>(source).expect_err("who of the two?");
}

#[test]
fn reads_moments_of_either_form_and_writes_the_current_one() {
    let source = |stamp: &str| {
        format!(
            "<notify-queue xmlns='http://jabber.org/protocol/workgroup'><oldest>{stamp}</oldest></notify-queue>"
        )
    };
    let old: NotifyQueue = from_str(&source("20050208T10:00:00")).expect("it is valid");
    let new: NotifyQueue = from_str(&source("2005-02-08T10:00:00Z")).expect("it is valid");
    assert_eq!(old.oldest, new.oldest);
    assert_eq!(
        to_string(&old).expect("it can be written"),
        source("20050208T10:00:00")
    );
    let moment: DateTime = "2005-02-08T10:00:00Z".parse().expect("a moment");
    let queue = NotifyQueue::new().with_oldest(Stamp::from(moment));
    assert_eq!(
        to_string(&queue).expect("it can be written"),
        source("2005-02-08T10:00:00Z")
    );
}
