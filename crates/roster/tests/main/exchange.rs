use xmpp_jid::Jid;
use xmpp_roster::exchange::{Action, Exchange, Item};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::to_string;

#[test]
fn adds_where_nothing_else_is_said() {
    let exchange: Exchange = assert_typed(
        "<x xmlns='http://jabber.org/protocol/rosterx'>\
         <item jid='a@tea.example'/><item action='add' jid='b@tea.example'/><item action='delete' jid='c@tea.example'/></x>",
    );
    let actions: Vec<_> = exchange.items.iter().map(|item| &item.action).collect();
    assert_eq!(actions, [&Action::Add, &Action::Add, &Action::Delete]);
}

#[test]
fn keeps_whether_the_default_was_spelt_out() {
    let mut item: Item = assert_lossless(
        "<item xmlns='http://jabber.org/protocol/rosterx' action='add' jid='A@tea.example'><group>x</group></item>",
    );
    item.name = Some("A".to_owned());
    assert_eq!(
        to_string(&item).expect("it can be written"),
        "<item xmlns='http://jabber.org/protocol/rosterx' action='add' jid='A@tea.example' name='A'><group>x</group></item>"
    );
}

#[test]
fn suggests_what_it_is_made_of() {
    let item = Item::new(
        Action::Modify,
        Jid::new("a@tea.example").expect("an address"),
    );
    assert_eq!(
        to_string(&Exchange::new(vec![item])).expect("it can be written"),
        "<x xmlns='http://jabber.org/protocol/rosterx'><item action='modify' jid='a@tea.example'/></x>"
    );
}
