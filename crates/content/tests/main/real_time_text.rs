use proptest::prelude::*;
use xmpp_content::real_time_text::{Action, Erase, Event, Insert, Receiver, Rtt, Wait};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

fn rtt(sequence: u32, event: Event, actions: impl IntoIterator<Item = Action>) -> Rtt {
    Rtt::new(sequence).with_event(event).with_actions(actions)
}

fn insert(text: &str) -> Action {
    Insert::new(text).into()
}

fn insert_at(position: i64, text: &str) -> Action {
    Insert::new(text).with_position(position).into()
}

fn erase(position: Option<i64>, count: Option<i64>) -> Action {
    let mut erase = Erase::new();
    (erase.position, erase.count) = (position, count);
    erase.into()
}

/// What is left of a text after one change.
fn changed(text: &str, action: Action) -> String {
    let mut receiver = Receiver::new(100);
    assert!(receiver.receive(&rtt(0, Event::New, [insert(text)])));
    assert!(receiver.receive(&rtt(1, Event::Edit, [action])));
    receiver.text().expect("there is a message")
}

#[test]
fn inserts_where_it_says_or_at_either_end() {
    for (position, expected) in [
        (-1, "xe\u{301}🫖"),
        (i64::MIN, "xe\u{301}🫖"),
        (0, "xe\u{301}🫖"),
        (1, "ex\u{301}🫖"),
        (2, "e\u{301}x🫖"),
        (3, "e\u{301}🫖x"),
        (4, "e\u{301}🫖x"),
        (i64::MAX, "e\u{301}🫖x"),
    ] {
        assert_eq!(changed("e\u{301}🫖", insert_at(position, "x")), expected);
    }
    assert_eq!(changed("e\u{301}🫖", insert("x")), "e\u{301}🫖x");
    assert_eq!(changed("tea", Insert::default().into()), "tea");
}

#[test]
fn erases_before_where_it_says_and_no_more_than_there_is() {
    for (position, count, expected) in [
        (None, None, "te"),
        (None, Some(2), "t"),
        (None, Some(9), ""),
        (None, Some(i64::MAX), ""),
        (None, Some(0), "tea"),
        (None, Some(-1), "tea"),
        (Some(1), None, "ea"),
        (Some(2), Some(1), "ta"),
        (Some(2), Some(9), "a"),
        (Some(0), Some(1), "tea"),
        (Some(-5), Some(1), "tea"),
        (Some(99), Some(1), "te"),
    ] {
        assert_eq!(
            changed("tea", erase(position, count)),
            expected,
            "{position:?} {count:?}"
        );
    }
    assert_eq!(changed("👩‍🚀", erase(None, None)), "👩\u{200d}");
    assert_eq!(changed("tea", Wait::new(700).into()), "tea");
}

#[test]
fn keeps_what_it_has_once_something_was_missed() {
    let mut receiver = Receiver::new(100);
    assert!(!receiver.receive(&rtt(1, Event::Edit, [insert("x")])));
    assert_eq!(receiver.text(), None);
    assert!(receiver.receive(&rtt(7, Event::New, [insert("te")])));
    assert!(receiver.receive(&rtt(8, Event::Edit, [insert("a")])));
    assert!(receiver.is_in_sync());
    assert!(!receiver.receive(&rtt(10, Event::Edit, [insert("!")])));
    assert!(!receiver.is_in_sync());
    assert!(!receiver.receive(&rtt(9, Event::Edit, [insert("!")])));
    assert_eq!(receiver.text().as_deref(), Some("tea"));
    assert!(receiver.receive(&rtt(3, Event::Reset, [insert("tea!")])));
    assert!(receiver.receive(&rtt(4, Event::Edit, [insert("?")])));
    assert_eq!(receiver.text().as_deref(), Some("tea!?"));
    receiver.finish();
    assert_eq!(receiver.text(), None);
    assert!(!receiver.receive(&rtt(5, Event::Edit, [insert("?")])));
}

#[test]
fn passes_over_what_changes_no_message() {
    let mut receiver = Receiver::new(100);
    assert!(receiver.receive(&rtt(0, Event::New, [insert("tea")])));
    for event in [Event::Init, Event::Cancel, Event::from("pause")] {
        assert!(!receiver.receive(&rtt(1, event, [insert("x")])));
    }
    assert!(receiver.receive(&rtt(1, Event::Edit, [])));
    assert_eq!(receiver.text().as_deref(), Some("tea"));
}

#[test]
fn stops_at_the_length_that_it_was_given() {
    let mut receiver = Receiver::new(4);
    assert!(receiver.receive(&rtt(0, Event::New, [insert("🫖🫖🫖")])));
    assert!(receiver.receive(&rtt(1, Event::Edit, [insert("🫖")])));
    assert!(!receiver.receive(&rtt(2, Event::Edit, [insert("🫖")])));
    assert_eq!(receiver.text().as_deref(), Some("🫖🫖🫖🫖"));
    assert!(!receiver.is_in_sync());
    assert!(!receiver.receive(&rtt(3, Event::Edit, [erase(None, None)])));
    let mut none = Receiver::new(0);
    assert!(!none.receive(&rtt(0, Event::New, [insert("x")])));
    assert_eq!(none.text().as_deref(), Some(""));
}

#[test]
fn counts_no_further_than_there_are_numbers() {
    let mut receiver = Receiver::new(4);
    assert!(receiver.receive(&rtt(u32::MAX, Event::New, [])));
    assert!(!receiver.is_in_sync());
    assert!(!receiver.receive(&rtt(0, Event::Edit, [])));
}

#[test]
fn rejects_a_change_that_cannot_be_read_whatever_is_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    for inside in ["<t p='one'>x</t>", "<e n='all'/>", "<e p=''/>"] {
        let source = format!("<rtt xmlns='urn:xmpp:rtt:0' seq='1'>{inside}</rtt>");
        let read = read_with::<Rtt>(source.as_bytes(), &options, &mut Report::default());
        assert!(read.is_err(), "{inside}");
    }
    let unknown: Rtt =
        from_str("<rtt xmlns='urn:xmpp:rtt:0' seq='1'><d p='x'/><w/></rtt>").expect("it is valid");
    assert_eq!(unknown.event, Event::Edit);
    assert_eq!(unknown.actions.len(), 2);
}

fn any_action() -> impl Strategy<Value = Action> {
    let position = || prop::option::of(-2_i64..12);
    let insert = (position(), prop::option::of("[aé🫖]{0,4}")).prop_map(|(position, text)| {
        let mut insert = Insert::new(text.unwrap_or_default());
        insert.position = position;
        Action::Insert(insert)
    });
    let erase = (position(), prop::option::of(-2_i64..6)).prop_map(|(position, count)| {
        let mut erase = Erase::new();
        (erase.position, erase.count) = (position, count);
        Action::Erase(erase)
    });
    prop_oneof![insert, erase]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn types_as_a_list_of_characters_would(actions in prop::collection::vec(any_action(), 0..16), max in 0_usize..24) {
        let mut text: Vec<char> = Vec::new();
        let mut fits = true;
        for action in &actions {
            let clip = |position: Option<i64>, len: usize| position.map_or(len, |p| (p.max(0) as usize).min(len));
            match action {
                Action::Insert(insert) => {
                    let new: Vec<char> = insert.text.as_deref().unwrap_or_default().chars().collect();
                    fits &= text.len() + new.len() <= max;
                    for (offset, c) in new.into_iter().enumerate().filter(|_| fits) {
                        text.insert(clip(insert.position, text.len() - offset) + offset, c);
                    }
                }
                Action::Erase(erase) if fits => {
                    let mut at = clip(erase.position, text.len());
                    for _ in 0..erase.count.unwrap_or(1).max(0) {
                        if at > 0 {
                            at -= 1;
                            text.remove(at);
                        }
                    }
                }
                _ => {}
            }
        }
        let mut rtt = Rtt::new(7_u32);
        rtt.event = Event::New;
        rtt.actions = actions;
        let mut receiver = Receiver::new(max);
        prop_assert_eq!(receiver.receive(&rtt), fits);
        prop_assert_eq!(receiver.is_in_sync(), fits);
        if fits {
            prop_assert_eq!(receiver.text(), Some(String::from_iter(text)));
        }
    }
}
