//! What a client sets.

use xmpp_core_stanzas::{Condition, Iq, IqKind};
use xmpp_roster::list::{Roster, Set, SetItem, SetSubscription};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, Report, from_str, to_string};

use crate::jid;

/// With everything that is the server's, and something that nobody knows.
const KNOWN: &str = "<query xmlns='jabber:iq:roster' ver='7'><item jid='a@b.example' name='A' ask='subscribe' \
                     subscription='none' approved='true' mood='sleepy'><group>Tea</group><x xmlns='urn:x'/></item></query>";

#[test]
fn a_change_has_nothing_that_is_the_server_s() {
    let roster: Roster = assert_lossless(KNOWN);
    let item = roster.item(&jid("a@b.example")).expect("it is there");
    for (change, content) in [
        (
            item.rename(Some("B")),
            "<item jid='a@b.example' name='B'><group>Tea</group></item>",
        ),
        (
            item.rename(None),
            "<item jid='a@b.example'><group>Tea</group></item>",
        ),
        (
            item.regroup(vec!["x".to_owned(), "y".to_owned()]),
            "<item jid='a@b.example' name='A'><group>x</group><group>y</group></item>",
        ),
        (
            item.regroup(Vec::new()),
            "<item jid='a@b.example' name='A'/>",
        ),
        (
            Set::new(SetItem::from(item)),
            "<item jid='a@b.example' name='A'><group>Tea</group></item>",
        ),
    ] {
        assert_eq!(
            to_string(&change).expect("it can be written"),
            format!("<query xmlns='jabber:iq:roster'>{content}</query>")
        );
        assert_eq!(change.valid_item(), Ok(&change.items[0]));
    }
}

#[test]
fn adds_and_removes_one_contact() {
    let added = Set::new(
        SetItem::new(jid("a@tea.example"))
            .with_name("A")
            .with_group("x"),
    );
    assert_eq!(
        to_string(&added).expect("it can be written"),
        "<query xmlns='jabber:iq:roster'><item jid='a@tea.example' name='A'><group>x</group></item></query>"
    );
    let removed = Set::removal(jid("a@tea.example"));
    assert_eq!(
        to_string(&removed).expect("it can be written"),
        "<query xmlns='jabber:iq:roster'><item jid='a@tea.example' subscription='remove'/></query>"
    );
    assert!(removed.items[0].is_removal() && !added.items[0].is_removal());
}

#[test]
fn a_server_takes_no_word_but_remove() {
    for (word, is_removal) in [
        ("remove", true),
        ("both", false),
        ("none", false),
        ("", false),
    ] {
        let set: Set = assert_typed(&format!(
            "<query xmlns='jabber:iq:roster'><item jid='a@tea.example' subscription='{word}'/></query>"
        ));
        let item = set.valid_item().expect("it is one");
        assert_eq!(item.is_removal(), is_removal, "{word}");
        assert_eq!(item.subscription, Some(SetSubscription::from(word)));
    }
    // What is the server's is kept as what it is here: something unknown.
    let set: Set = assert_lossless(KNOWN);
    let item = set.valid_item().expect("it is one");
    assert_eq!(item.extra.attribute("", "ask"), Some("subscribe"));
    assert!(!item.is_removal());
}

#[test]
fn a_server_takes_one_sound_contact() {
    for (items, condition) in [
        ("", Condition::BadRequest),
        (
            "<item jid='a@tea.example'/><item jid='b@tea.example'/>",
            Condition::BadRequest,
        ),
        // Neither can be overlooked where what is invalid is kept.
        (
            "<item jid='a@tea.example'/><item name='b'/>",
            Condition::BadRequest,
        ),
        ("<item name='b'/>", Condition::BadRequest),
        ("<item jid='@'/>", Condition::JidMalformed),
        (
            "<item jid='a@tea.example'><group>x</group><group>y</group><group>x</group></item>",
            Condition::BadRequest,
        ),
        (
            "<item jid='a@tea.example'><group/></item>",
            Condition::NotAcceptable,
        ),
    ] {
        let source = format!(
            "<iq xmlns='jabber:client' type='set' id='1'><query xmlns='jabber:iq:roster'>{items}</query></iq>"
        );
        let iq: Iq = from_str(&source).expect("the iq is valid");
        let options = Options::new().invalid(Invalid::Keep);
        let mut report = Report::default();
        let answer = match iq.as_set_with::<Set>(&options, &mut report) {
            Ok(set) => {
                let set = set.expect("it is there");
                iq.error_reply(set.valid_item().expect_err("it is not one"))
            }
            Err(error) => iq.error_reply(&error),
        };
        let error = answer.expect("a request is answered").error;
        let error = error.expect("it is an error");
        assert_eq!(error.condition(), Some(&condition), "{items}");
    }
}

#[test]
fn stands_in_a_set() {
    let iq = Iq::new(IqKind::Set, "1").with_payload(&Set::removal(jid("a@tea.example")));
    let iq = iq.expect("it can be written");
    assert!(iq.as_set::<Set>().is_ok_and(|set| set.is_some()));
}

#[test]
fn many_groups_are_looked_through_in_proportion() {
    let mut item = SetItem::new(jid("a@tea.example"));
    item.groups = (0..100_000).map(|n| n.to_string()).collect();
    let mut set = Set::new(item);
    assert!(set.valid_item().is_ok());
    set.items[0].groups.push("99999".to_owned());
    assert_eq!(set.valid_item(), Err(Condition::BadRequest));
}
