use proptest::prelude::*;
use xmpp_sessions::stream_management::{
    Enable, HandledCountTooHigh, Inbound, Outbound, Request, Version,
};
use xmpp_stream_errors::error::{Condition, StreamError};
use xmpp_xml::RawElement;

fn outbound(acknowledged: u32, pending: u32) -> Outbound<u32> {
    Outbound::restore(acknowledged, 0..pending)
}

#[test]
fn acknowledges_what_was_sent_in_its_order() {
    let mut sent = Outbound::new();
    assert!(sent.is_empty());
    assert_eq!(sent.acknowledge(0), Ok(vec![]));
    for stanza in ["a", "b", "c"] {
        sent.push(stanza);
    }
    assert_eq!((sent.sent(), sent.len()), (3, 3));
    assert_eq!(sent.acknowledge(1), Ok(vec!["a"]));
    assert_eq!(sent.acknowledge(1), Ok(vec![]));
    assert_eq!((sent.sent(), sent.acknowledged(), sent.len()), (3, 1, 2));
    assert_eq!(sent.acknowledge(3), Ok(vec!["b", "c"]));
    assert!(sent.is_empty());
}

#[test]
fn counts_beyond_the_highest_number() {
    let mut sent = outbound(u32::MAX - 1, 4);
    assert_eq!(sent.sent(), 2);
    assert_eq!(sent.acknowledge(u32::MAX), Ok(vec![0]));
    assert_eq!(sent.acknowledge(0), Ok(vec![1]));
    assert_eq!(sent.acknowledge(2), Ok(vec![2, 3]));
    sent.push(9);
    assert_eq!(sent.sent(), 3);

    let mut sent = outbound(u32::MAX, 1);
    assert_eq!((sent.sent(), sent.acknowledge(0)), (0, Ok(vec![0])));

    let stanza: RawElement = "<message xmlns='jabber:client'/>".parse().expect("XML");
    let mut handled = Inbound::restore(u32::MAX);
    assert!(handled.count(&stanza));
    assert_eq!(handled.handled(), 0);
}

#[test]
fn refuses_more_than_was_sent_and_acknowledges_nothing_by_it() {
    for (acknowledged, pending, h) in [
        (0, 0, 1),
        (0, 3, 4),
        (5, 3, 9),
        (u32::MAX, 1, 1),
        (u32::MAX - 3, 2, u32::MAX),
        (0, 8, 1 << 30),
    ] {
        let mut sent = outbound(acknowledged, pending);
        let error = sent.acknowledge(h).expect_err("too high");
        assert!(error.is_too_high(), "{error}");
        assert_eq!((error.h, error.acknowledged), (h, acknowledged));
        assert_eq!(error.sent, acknowledged.wrapping_add(pending));
        assert_eq!(sent, outbound(acknowledged, pending));
    }
}

#[test]
fn refuses_a_count_that_goes_back() {
    for (acknowledged, pending, h) in [(5, 3, 4), (5, 0, 0), (0, 2, u32::MAX), (2, 2, u32::MAX)] {
        let mut sent = outbound(acknowledged, pending);
        let error = sent.acknowledge(h).expect_err("it goes back");
        assert!(!error.is_too_high(), "{error}");
        assert_eq!(sent, outbound(acknowledged, pending));
        assert!(error.to_string().contains("before"), "{error}");
        assert_eq!(StreamError::from(error).application, []);
    }
}

#[test]
fn closes_the_stream_over_a_count_that_is_too_high() {
    let error = outbound(2, 6).acknowledge(10).expect_err("too high");
    let stream_error = StreamError::from(error);
    assert_eq!(*stream_error.condition(), Condition::UndefinedCondition);
    let more: HandledCountTooHigh = stream_error
        .application()
        .expect("valid")
        .expect("a condition");
    assert_eq!((more.h, more.send_count), (Some(10), Some(8)));
    assert_eq!(
        error.to_string(),
        "10 stanzas are acknowledged, and 8 have been sent"
    );
}

#[test]
fn every_count_from_nothing_to_all_that_was_sent_is_possible_and_no_other() {
    for base in [0, 1, u32::MAX - 2, u32::MAX] {
        for pending in 0..6 {
            for step in 0..12_u32 {
                let h = base.wrapping_add(step).wrapping_sub(3);
                let result = outbound(base, pending).acknowledge(h);
                let is_possible = (3..=3 + pending).contains(&step);
                assert_eq!(result.is_ok(), is_possible, "{base} {pending} {h}");
                if let Ok(handled) = result {
                    assert_eq!(handled.len(), (step - 3) as usize);
                }
            }
        }
    }
}

#[test]
fn counts_stanzas_alone() {
    let mut handled = Inbound::new();
    for (source, is_counted) in [
        ("<message xmlns='jabber:client'/>", true),
        ("<presence xmlns='jabber:server' type='error'/>", true),
        (
            "<iq xmlns='jabber:component:accept' type='get' id='1'/>",
            true,
        ),
        // What cannot be read is a stanza all the same, and the other side has counted it.
        ("<iq xmlns='jabber:client' type='never'/>", true),
        ("<message xmlns='jabber:client' to='@'/>", true),
        ("<r xmlns='urn:xmpp:sm:3'/>", false),
        ("<a xmlns='urn:xmpp:sm:3' h='1'/>", false),
        ("<active xmlns='urn:xmpp:csi:0'/>", false),
        ("<message xmlns='urn:example:other'/>", false),
        ("<query xmlns='jabber:client'/>", false),
    ] {
        let before = handled.handled();
        let element: RawElement = source.parse().expect("XML");
        assert_eq!(handled.count(&element), is_counted, "{source}");
        assert_eq!(handled.handled() - before, u32::from(is_counted));
    }
    assert_eq!(handled.answer(&Request::new()).h, 5);
}

#[test]
fn asks_for_the_stream_that_was_enabled_and_for_no_other() {
    let handled = Inbound::restore(7);
    let mut enable = Enable::resumable();
    enable.version = Version::Two;
    let enabled = enable.enabled_as("id");
    let resume = handled.resume(&enabled).expect("it can be resumed");
    assert_eq!((&*resume.previd, resume.h), ("id", 7));
    assert_eq!(resume.version, Version::Two);
    // Neither asked for, nor allowed, nor named.
    for enabled in [
        Enable::new().enabled_as("id"),
        enabled.with_resume(false),
        Enable::resumable().enabled().with_resume(true),
    ] {
        assert_eq!(handled.resume(&enabled), None);
    }
}

#[test]
fn gives_back_what_a_lost_session_had_not_acknowledged() {
    let mut sent = outbound(0, 5);
    sent.acknowledge(2).expect("possible");
    assert_eq!(sent.iter().len(), 3);
    assert_eq!(sent.into_iter().collect::<Vec<_>>(), [2, 3, 4]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn acknowledges_what_a_count_without_end_would(
        start in prop_oneof![Just(0), (u32::MAX - 8)..=u32::MAX, any::<u32>()],
        steps in prop::collection::vec((0_usize..6, -3_i64..10), 1..24),
    ) {
        let mut outbound = Outbound::restore(start, []);
        // The same, with numbers that do not wrap around.
        let (mut acknowledged, mut sent) = (i64::from(start), i64::from(start));
        for (pushed, ahead) in steps {
            for _ in 0..pushed {
                outbound.push(sent);
                sent += 1;
            }
            let h = acknowledged + ahead;
            let found = outbound.acknowledge(h.rem_euclid(1 << 32) as u32);
            if (acknowledged..=sent).contains(&h) {
                prop_assert_eq!(found.unwrap(), (acknowledged..h).collect::<Vec<_>>());
                acknowledged = h;
            } else {
                prop_assert_eq!(found.unwrap_err().is_too_high(), h > sent);
            }
            prop_assert!(outbound.iter().copied().eq(acknowledged..sent));
            prop_assert_eq!(i64::from(outbound.sent()), sent.rem_euclid(1 << 32));
        }
    }
}
