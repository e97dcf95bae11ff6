use xmpp_muc::join::{History, Join};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

use crate::written;

#[test]
fn enters_a_room() {
    assert_eq!(
        written(&Join::new()),
        "<x xmlns='http://jabber.org/protocol/muc'/>"
    );
    let mut join = Join::new();
    join.password = Some("runway 7".into());
    join.history = Some(History::nothing());
    assert_eq!(
        written(&join),
        "<x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/><password>runway 7</password></x>"
    );
}

#[test]
fn reads_each_limit_of_the_history() {
    let join: Join = assert_typed(
        "<x xmlns='http://jabber.org/protocol/muc'>\
         <history maxchars='1' maxstanzas='2' seconds='3' since='2031-05-06T07:08:09Z'/></x>",
    );
    let history = join.history.expect("there are limits");
    assert_eq!(
        (history.max_characters, history.max_stanzas, history.seconds),
        (Some(1), Some(2), Some(3))
    );
    assert_eq!(
        history.since.expect("there is a time").as_str(),
        "2031-05-06T07:08:09Z"
    );
}

#[test]
fn tells_an_empty_password_from_an_absent_one() {
    let empty: Join = assert_typed("<x xmlns='http://jabber.org/protocol/muc'><password/></x>");
    assert_eq!(empty.password.as_deref(), Some(""));
    let absent: Join = assert_typed("<x xmlns='http://jabber.org/protocol/muc'/>");
    assert_eq!(absent.password, None);
    assert_eq!(absent, Join::new());
}

#[test]
fn keeps_what_it_does_not_know_when_the_password_changes() {
    let mut join: Join = from_str(
        "<x xmlns='http://jabber.org/protocol/muc' a='1'><password>old</password>\
         <badge xmlns='urn:n'/><history seconds='060' b='2'/></x>",
    )
    .expect("it is valid");
    join.password = Some("new".into());
    assert_eq!(
        written(&join),
        "<x xmlns='http://jabber.org/protocol/muc' a='1'><password>new</password>\
         <badge xmlns='urn:n'/><history seconds='060' b='2'/></x>"
    );
}

#[test]
fn is_told_from_what_the_room_says() {
    let error = from_str::<Join>("<x xmlns='http://jabber.org/protocol/muc#user'/>")
        .expect_err("it is another element");
    assert!(error.is_wrong_element());
}

#[test]
fn rejects_an_invalid_bound_of_the_history_even_where_invalid_values_are_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    for (inner, path) in [
        ("<history maxstanzas='few'/>", "history/@maxstanzas"),
        ("<history maxchars='-1'/>", "history/@maxchars"),
        ("<history maxchars=''/>", "history/@maxchars"),
        ("<history seconds='1.5'/>", "history/@seconds"),
        ("<history since='yesterday'/>", "history/@since"),
        ("<history maxchars='0'/><history/>", "history[2]"),
        (
            "<password>a</password><password>b</password>",
            "password[2]",
        ),
    ] {
        let source = format!("<x xmlns='http://jabber.org/protocol/muc'>{inner}</x>");
        let strict = from_str::<Join>(&source).expect_err(inner);
        assert_eq!(strict.path(), format!("/x/{path}"));
        let kept = read_with::<Join>(source.as_bytes(), &options, &mut Report::default());
        assert_eq!(kept.expect_err(inner), strict);
    }
}
