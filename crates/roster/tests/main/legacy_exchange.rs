use xmpp_roster::legacy_exchange::{Exchange, Item};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{from_str, to_string};

use super::jid;

#[test]
fn sends_contacts_with_their_groups() {
    let hare = Item::new(jid("hare@tea.example"))
        .with_name("Hare")
        .with_groups(["Tea".into()]);
    let sent = Exchange::new().with_items([hare]);
    let written = to_string(&sent).expect("it can be written");
    assert_eq!(
        written,
        "<x xmlns='jabber:x:roster'><item jid='hare@tea.example' name='Hare'><group>Tea</group></item></x>"
    );
    assert_eq!(assert_typed::<Exchange>(&written), sent);
}

#[test]
fn rejects_contacts_without_an_address() {
    from_str::<Exchange>("<x xmlns='jabber:x:roster'><item name='Hare'/></x>")
        .expect_err("no address");
}
