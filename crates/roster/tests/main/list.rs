use xmpp_core_stanzas::{AnswerError, Condition, Iq, StanzaError};
use xmpp_roster::list::{Ask, Item, Request, Roster, Subscription};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Error, Invalid, Options, RawElement, Report, from_str, read_with, to_string};

use crate::jid;

#[test]
fn tells_no_version_from_an_empty_one() {
    let request: Request = assert_typed("<query xmlns='jabber:iq:roster'/>");
    assert_eq!(request, Request::new());
    let request: Request = assert_typed("<query xmlns='jabber:iq:roster' ver=''/>");
    assert_eq!(request, Request::since(""));
    assert_ne!(request, Request::new());
}

#[test]
fn reads_contacts() {
    let roster: Roster = assert_typed(
        "<query xmlns='jabber:iq:roster' ver='7'>\
         <item jid='a@tea.example' name='' subscription='both' approved='true'><group>x</group><group/></item>\
         <item jid='b@tea.example' subscription='none' ask='subscribe'/></query>",
    );
    assert_eq!(roster.ver.as_deref(), Some("7"));
    let a = roster.item(&jid("A@TEA.example")).expect("it is there");
    assert_eq!((a.name.as_deref(), a.approved), (Some(""), true));
    assert_eq!(a.groups, ["x", ""]);
    let both = a.subscription.as_ref().expect("it is told");
    assert!(both.is_to() && both.is_from());
    let b = roster.item(&jid("b@tea.example")).expect("it is there");
    assert_eq!(b.ask, Some(Ask::Subscribe));
    assert_eq!(b.subscription, Some(Subscription::None));
    assert_eq!(roster.item(&jid("c@tea.example")), None);
}

#[test]
fn keeps_everything_else_when_a_contact_changes() {
    let mut roster: Roster = assert_lossless(
        "<query xmlns='jabber:iq:roster' ver='7' e='1'><note xmlns='urn:example:e'/>\
         <item jid='A@Tea.example' approved='0' mood='sleepy'><group order='2'> x</group></item></query>",
    );
    roster.items[0].groups.push("y".to_owned());
    roster.items.push(Item::new(jid("b@tea.example")));
    assert_eq!(
        to_string(&roster).expect("it can be written"),
        "<query xmlns='jabber:iq:roster' ver='7' e='1'><note xmlns='urn:example:e'/>\
         <item jid='A@Tea.example' approved='0' mood='sleepy'><group order='2'> x</group><group>y</group></item>\
         <item jid='b@tea.example'/></query>"
    );
}

#[test]
fn one_bad_contact_costs_no_other_where_such_are_kept() {
    let source = "<query xmlns='jabber:iq:roster'><item jid='a@b.example'/><item jid='bad jid@c.example' name='C'/>\
                  <item name='nobody'/><item jid='d@b.example' approved='maybe'/></query>";
    let error = from_str::<Roster>(source).expect_err("one is not valid");
    assert_eq!(error.path(), "/query/item[2]/@jid");
    let options = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let roster: Roster =
        read_with(source.as_bytes(), &options, &mut report).expect("the others are fine");
    let paths: Vec<_> = report.problems.iter().map(Error::path).collect();
    assert_eq!(
        paths,
        [
            "/query/item[2]/@jid",
            "/query/item[3]",
            "/query/item[4]/@approved"
        ]
    );
    let jids: Vec<_> = roster.items.iter().map(|item| item.jid.as_str()).collect();
    assert_eq!(jids, ["a@b.example", "bad jid@c.example", "d@b.example"]);
    // The address that is none can be read and is nobody's.
    let bad = &roster.items[1];
    assert!(!bad.jid.is_valid());
    assert_eq!(bad.name.as_deref(), Some("C"));
    assert_eq!(roster.item(&jid("c.example")), None);
    assert!(!roster.items[2].approved);
    assert_eq!(
        RawElement::from_element(&roster),
        source.parse::<RawElement>()
    );
}

#[test]
fn keeps_words_that_are_not_registered() {
    let item: Item = assert_typed(
        "<item xmlns='jabber:iq:roster' jid='a@tea.example' subscription='wait' ask='unsubscribe'/>",
    );
    assert_eq!(item.subscription, Some(Subscription::from("wait")));
    assert_eq!(item.ask, Some(Ask::from("unsubscribe")));
    let wait = Subscription::from("wait");
    assert!(!wait.is_to() && !wait.is_from());
}

#[test]
fn a_subscription_that_is_not_said_or_not_known_is_none() {
    let mut item = Item::new(jid("a@tea.example"));
    assert_eq!(item.effective_subscription(), Subscription::None);
    for (word, subscription) in [
        ("both", Subscription::Both),
        ("none", Subscription::None),
        ("Both", Subscription::None),
        ("wait", Subscription::None),
        ("remove", Subscription::Remove),
    ] {
        item.subscription = Some(word.into());
        assert_eq!(item.effective_subscription(), subscription, "{word}");
    }
}

fn answer(kind: &str, content: &str) -> Iq {
    assert_typed(&format!(
        "<iq xmlns='jabber:client' type='{kind}' id='r1'>{content}</iq>"
    ))
}

#[test]
fn an_error_that_repeats_the_request_is_no_empty_roster() {
    let iq = answer(
        "error",
        "<query xmlns='jabber:iq:roster'/>\
         <error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>",
    );
    for request in [Request::new(), Request::since("7")] {
        let error = request.answer(&iq).expect_err("it was refused");
        assert_eq!(
            error.refusal().and_then(StanzaError::condition),
            Some(&Condition::ItemNotFound)
        );
    }
}

#[test]
fn no_roster_is_no_empty_roster_either() {
    let roster = "<query xmlns='jabber:iq:roster' ver='8'/>";
    for request in [Request::new(), Request::since("")] {
        let empty = request.answer(&answer("result", roster));
        let empty = empty.expect("it is valid").expect("it is there");
        assert_eq!((empty.ver.as_deref(), empty.items.len()), (Some("8"), 0));
        // Neither is an iq that is no answer, or an answer to something else.
        for (kind, content) in [
            ("set", roster),
            ("get", roster),
            ("result", "<query xmlns='jabber:iq:private'/>"),
            ("result", "<query xmlns='jabber:iq:roster'><item/></query>"),
        ] {
            assert!(request.answer(&answer(kind, content)).is_err(), "{content}");
        }
    }
    // What was kept is still good, for who has kept something.
    let unchanged = answer("result", "");
    assert_eq!(Request::since("7").answer(&unchanged), Ok(None));
    assert_eq!(Request::since("").answer(&unchanged), Ok(None));
    assert!(matches!(
        Request::new().answer(&unchanged),
        Err(AnswerError::Invalid(_))
    ));
}
