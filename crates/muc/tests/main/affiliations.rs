//! A list of affiliations that is kept up to date.

use xmpp_jid::BareJid;
use xmpp_muc::Affiliation;
use xmpp_muc::affiliations::List;
use xmpp_muc::user::MucUser;

fn info(content: &str) -> MucUser {
    let source = format!("<x xmlns='http://jabber.org/protocol/muc#user'>{content}</x>");
    xmpp_xml::from_str(&source).expect("it is valid")
}

fn changes(versions: &str, items: &[(&str, &str)]) -> MucUser {
    let items: String = items
        .iter()
        .map(|(jid, affiliation)| format!("<item jid='{jid}' affiliation='{affiliation}'/>"))
        .collect();
    info(&format!(
        "<mav xmlns='urn:xmpp:muc:affiliations:1' {versions}/>{items}"
    ))
}

fn bare(text: &str) -> BareJid {
    text.parse().expect("an address")
}

/// A list at version 1.
fn list() -> List {
    List::kept(
        "1",
        [
            (bare("rosa@a.example"), Affiliation::Owner),
            (bare("peter@a.example"), Affiliation::Member),
        ],
    )
}

#[test]
fn the_whole_list_takes_the_place_of_what_was_kept() {
    let mut list = list();
    let whole = changes("until='9'", &[("louise@a.example", "admin")]);
    assert_eq!(list.apply(&whole), Ok(()));
    assert_eq!(list.version(), Some("9"));
    let entries: Vec<_> = list.iter().map(|(jid, _)| jid.as_str()).collect();
    assert_eq!(entries, ["louise@a.example"]);
    assert_eq!(list.apply(&changes("until='10'", &[])), Ok(()));
    assert_eq!(list.iter().count(), 0);
}

#[test]
fn changes_follow_one_on_the_other() {
    let mut list = list();
    let first = changes(
        "since='1' until='2'",
        &[
            ("Peter@a.example/mobile", "none"),
            ("louise@a.example", "member"),
        ],
    );
    assert_eq!(list.apply(&first), Ok(()));
    let second = changes("since='2' until='3'", &[("louise@a.example", "owner")]);
    assert_eq!(list.apply(&second), Ok(()));
    assert_eq!(list.get(&bare("peter@a.example")), Affiliation::None);
    assert_eq!(list.get(&bare("louise@a.example")), Affiliation::Owner);
    assert_eq!(list.get(&bare("rosa@a.example")), Affiliation::Owner);
    assert_eq!(list.version(), Some("3"));
}

#[test]
fn a_list_that_is_out_of_date_is_forgotten() {
    let own = |content: &str| {
        info(&format!(
            "{content}<item affiliation='member' role='participant'/><status code='110'/>"
        ))
    };
    for stale in [
        changes("since='0' until='2'", &[]),
        changes("since='1'", &[]),
        changes("", &[]),
        info(
            "<mav xmlns='urn:xmpp:muc:affiliations:1' since='1' until='2'/><item affiliation='owner'/>",
        ),
        changes(
            "until='2'",
            &[("a@b.example", "owner"), ("c@d.example", "x")],
        )
        .with_items(info("<item/>").items),
        own("<mav xmlns='urn:xmpp:muc:affiliations:1' until='2'/>"),
        own("<mav xmlns='urn:xmpp:muc:affiliations:1'/>"),
        own(""),
    ] {
        let mut list = list();
        assert!(list.apply(&stale).is_err(), "{stale:?}");
        assert_eq!(list, List::default());
        assert_eq!(list.request().since, None);
    }
}

#[test]
fn what_has_no_version_changes_nothing() {
    let mut list = list();
    let own = info(
        "<mav xmlns='urn:xmpp:muc:affiliations:1' until='1'/><item affiliation='member'/><status code='110'/>",
    );
    let other = info("<item affiliation='owner' jid='eve@a.example'/>");
    assert_eq!(list.apply(&own), Ok(()));
    assert_eq!(list.apply(&other), Ok(()));
    assert_eq!(list.get(&bare("eve@a.example")), Affiliation::None);
    // Nothing was asked for, so nothing is missed.
    let mut unknown = List::default();
    assert_eq!(unknown.apply(&info("<status code='110'/>")), Ok(()));
}
