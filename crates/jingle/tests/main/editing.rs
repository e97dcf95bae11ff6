use xmpp_jingle::shared_editing::{Edit, Outcome, Set, State, Sxe};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

#[test]
fn keeps_the_order_of_edits() {
    let state: State = assert_typed(
        "<state xmlns='urn:xmpp:sxe:0'><set target='a' version='1'/><new rid='b' type='text'/>\
         <remove target='b'/><set target='a' version='2'/></state>",
    );
    assert!(matches!(
        state.edits[..],
        [Edit::Set(_), Edit::New(_), Edit::Remove(_), Edit::Set(_)]
    ));
}

#[test]
fn rejects_the_step_with_an_edit_that_is_not_valid() {
    let source = "<sxe xmlns='urn:xmpp:sxe:0' session='s' id='1'><state>\
                  <set target='a' version='x'/><remove target='b'/></state></sxe>";
    from_str::<Sxe>(source).unwrap_err();
    // Without it the documents of the parties would differ from then on.
    let options = Options::new().invalid(Invalid::Keep);
    read_with::<Sxe>(source.as_bytes(), &options, &mut Report::default()).unwrap_err();
}

#[test]
fn reverts_what_two_have_changed_at_the_same_time() {
    let set = Set::new("a", 1);
    assert_eq!(set.outcome(0), Outcome::Applied(1));
    assert_eq!(
        set.outcome(1),
        Outcome::Reverted {
            version: 2,
            to: Some(0)
        }
    );
    assert_eq!(
        Set::new("a", 0).outcome(3),
        Outcome::Reverted {
            version: 4,
            to: None
        }
    );
    assert_eq!(
        Set::new("a", u32::MAX).outcome(u32::MAX),
        Outcome::Reverted {
            version: u32::MAX,
            to: Some(u32::MAX - 1)
        }
    );
}

#[test]
fn replaces_by_characters() {
    let replace = |from, length| {
        let set = Set::new("a", 1).with_chdata("-");
        set.with_replace_from(from).with_replace_length(length)
    };
    assert_eq!(replace(1, 1).text_over("🦀é🦀").as_deref(), Some("🦀-🦀"));
    assert_eq!(replace(3, 0).text_over("🦀é🦀").as_deref(), Some("🦀é🦀-"));
    assert_eq!(replace(0, u32::MAX).text_over("abc").as_deref(), Some("-"));
    assert_eq!(
        replace(u32::MAX, u32::MAX).text_over("abc").as_deref(),
        Some("abc-")
    );
    assert_eq!(Set::new("a", 1).text_over("abc"), None);
    let whole = Set::new("a", 1).with_chdata("-").with_replace_from(1);
    assert_eq!(whole.text_over("abc").as_deref(), Some("-"));
}
