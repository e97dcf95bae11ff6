//! What a server pushes, and who may.

use xmpp_core_stanzas::{Condition, Iq, StanzaError};
use xmpp_roster::list::{Item, Push, PushError, Roster, Subscription};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

use crate::jid;

const ITEM: &str = "<item jid='mallory@x.example' subscription='both'/>";

fn push(attributes: &str, items: &str) -> String {
    format!(
        "<iq xmlns='jabber:client' type='set' id='p1' {attributes}><query xmlns='jabber:iq:roster' ver='9'>{items}\
         </query></iq>"
    )
}

#[track_caller]
fn kept(source: &str) -> Iq {
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default()).expect("it is kept")
}

#[test]
fn only_the_account_itself_pushes() {
    let account = jid("Alice@wonderland.example/tree");
    for (attributes, is_trusted) in [
        ("", true),
        ("from='alice@wonderland.example'", true),
        ("from='ALICE@Wonderland.example'", true),
        ("from='alice@wonderland.example/tree'", false),
        ("from='wonderland.example'", false),
        ("from='mallory@x.example'", false),
        ("from='mallory@wonderland.example'", false),
        // Not valid, and kept.
        ("from='evil@x.example/a·b'", false),
        ("from=''", false),
        ("from='@@'", false),
        ("from=' '", false),
        (" from=' alice@wonderland.example'", false),
    ] {
        let iq = kept(&push(attributes, ITEM));
        let push = Push::of(&iq, &account);
        assert_eq!(push.is_ok(), is_trusted, "{attributes}");
        if !is_trusted {
            assert_eq!(push, Err(PushError::Untrusted), "{attributes}");
        }
    }
}

#[test]
fn a_push_is_one_item() {
    let account = jid("alice@wonderland.example");
    let one: Iq = from_str(&push("", ITEM)).expect("it is valid");
    let push_of_one = Push::of(&one, &account)
        .expect("it is trusted")
        .expect("it is one");
    assert_eq!(push_of_one.ver.as_deref(), Some("9"));
    assert_eq!(push_of_one.item.jid, jid("mallory@x.example"));
    for items in ["", &format!("{ITEM}{ITEM}")] {
        let iq: Iq = from_str(&push("", items)).expect("it is valid");
        let error = Push::of(&iq, &account).expect_err("it is not one");
        assert_eq!(error, PushError::NotOneItem);
        assert_eq!(
            StanzaError::from(&error).condition(),
            Some(&Condition::BadRequest)
        );
    }
    // An item without an address is there, and none to go by.
    for items in ["<item name='x'/>", &format!("{ITEM}<item name='x'/>")] {
        assert!(Push::of(&kept(&push("", items)), &account).is_err());
    }
}

#[test]
fn what_is_no_push_is_none() {
    let account = jid("alice@wonderland.example");
    for source in [
        "<iq xmlns='jabber:client' type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='a@b.example'/></query></iq>",
        "<iq xmlns='jabber:client' type='error' id='1'><query xmlns='jabber:iq:roster'><item jid='a@b.example'/></query></iq>",
        "<iq xmlns='jabber:client' type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>",
        "<iq xmlns='jabber:client' type='set' id='1' from='x.example'><query xmlns='jabber:iq:version'/></iq>",
        "<iq xmlns='jabber:client' type='push' id='1'><query xmlns='jabber:iq:roster'><item jid='a@b.example'/></query></iq>",
    ] {
        assert_eq!(Push::of(&kept(source), &account), Ok(None), "{source}");
    }
}

#[test]
fn who_is_not_trusted_is_not_told_what_is_wrong() {
    let account = jid("alice@wonderland.example");
    let source = push("from='mallory@x.example'", "<item jid='@'/>");
    let error = Push::of(&kept(&source), &account).expect_err("it is not trusted");
    assert_eq!(error, PushError::Untrusted);
    assert_eq!(
        StanzaError::from(&error).condition(),
        Some(&Condition::ServiceUnavailable)
    );
}

#[test]
fn pushes_keep_a_roster_up_to_date() {
    let account = jid("alice@wonderland.example");
    let mut roster = Roster::new();
    roster.ver = Some("1".to_owned());
    roster.items.push(Item::new(jid("hare@tea.example")));
    let mut apply = |items: &str| {
        let iq: Iq = from_str(&push("", items)).expect("it is valid");
        let push = Push::of(&iq, &account)
            .expect("it is trusted")
            .expect("it is one");
        roster.apply(push);
        let contacts = roster.items.iter();
        contacts
            .map(|item| format!("{} {}", item.jid, item.effective_subscription()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        apply("<item jid='hatter@tea.example' subscription='to'/>"),
        ["hare@tea.example none", "hatter@tea.example to"]
    );
    assert_eq!(
        apply("<item jid='Hare@tea.example' subscription='both'/>"),
        ["Hare@tea.example both", "hatter@tea.example to"]
    );
    assert_eq!(
        apply("<item jid='hare@TEA.example' subscription='remove'/>"),
        ["hatter@tea.example to"]
    );
    assert_eq!(
        apply("<item jid='hare@tea.example' subscription='remove'/>"),
        ["hatter@tea.example to"]
    );
    assert_eq!(roster.ver.as_deref(), Some("9"));
}

#[test]
fn a_server_pushes_all_that_it_knows() {
    let mut item = Item::new(jid("a@tea.example"));
    item.subscription = Some(Subscription::Remove);
    assert_eq!(
        xmpp_xml::to_string(&Roster::push(item)).expect("it can be written"),
        "<query xmlns='jabber:iq:roster'><item jid='a@tea.example' subscription='remove'/></query>"
    );
}
