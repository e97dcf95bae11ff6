use xmpp_jid::Jid;
use xmpp_roster::list::{Ask, Item, Request, Roster, Subscription};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, RawElement, Report, from_str, read_with, to_string};

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

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
fn sets_and_removes_one_contact() {
    let mut item = Item::new(jid("a@tea.example"));
    item.name = Some("A".to_owned());
    item.groups.push("x".to_owned());
    assert_eq!(
        to_string(&Roster::of(item)).expect("it can be written"),
        "<query xmlns='jabber:iq:roster'><item jid='a@tea.example' name='A'><group>x</group></item></query>"
    );
    assert_eq!(
        to_string(&Roster::removal(jid("a@tea.example"))).expect("it can be written"),
        "<query xmlns='jabber:iq:roster'><item jid='a@tea.example' subscription='remove'/></query>"
    );
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
fn keeps_a_contact_without_an_address_where_it_is_told_to() {
    let source =
        "<query xmlns='jabber:iq:roster'><item jid='@'/><item jid='a@tea.example'/></query>";
    assert_eq!(
        from_str::<Roster>(source).expect_err("no address").path(),
        "/query/item[1]/@jid"
    );
    let options = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let roster: Roster =
        read_with(source.as_bytes(), &options, &mut report).expect("the other is fine");
    assert_eq!((roster.items.len(), report.problems.len()), (2, 1));
    assert!(roster.item(&jid("a@tea.example")).is_some());
    assert!(
        roster
            .items
            .first()
            .is_some_and(|item| !item.jid.is_valid())
    );
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
