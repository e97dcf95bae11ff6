use xmpp_bookmarks::conference::{Conference, room};
use xmpp_bookmarks::storage::{self, Storage};
use xmpp_jid::Jid;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, RawElement, Report, read_with, to_string};

fn keep() -> Options {
    Options::new().invalid(Invalid::Keep)
}

#[test]
fn neither_joins_nor_leaves_by_a_word_that_is_none() {
    for autojoin in ["yes", "", "2", "TRUE"] {
        let source = format!("<conference xmlns='urn:xmpp:bookmarks:1' autojoin='{autojoin}'/>");
        let error = read_with::<Conference>(source.as_bytes(), &keep(), &mut Report::default())
            .expect_err(autojoin);
        assert_eq!(error.path(), "/conference/@autojoin");
    }
    let absent: Conference = assert_typed("<conference xmlns='urn:xmpp:bookmarks:1'/>");
    let spelt: Conference = assert_typed("<conference xmlns='urn:xmpp:bookmarks:1' autojoin='0'/>");
    assert!(!absent.autojoin && !spelt.autojoin);
}

#[test]
fn keeps_a_list_with_one_bookmark_that_is_not_valid() {
    let source = "<storage xmlns='storage:bookmarks'><conference jid='a@b.example' autojoin='perhaps'><nick>n</nick></conference>\
        <conference jid='c@b.example'/></storage>";
    let list: Storage =
        read_with(source.as_bytes(), &keep(), &mut Report::default()).expect("a list");
    assert_eq!(list.conferences.len(), 1);
    assert_eq!(to_string(&list).expect("it can be written"), source);
}

#[test]
fn finds_a_room_however_it_is_spelt() {
    let list: Storage = assert_typed(
        "<storage xmlns='storage:bookmarks'><conference jid='A@B.example'/></storage>",
    );
    let jid = Jid::new("a@b.example").expect("a JID");
    assert!(list.conference(&jid).is_some());
}

#[test]
fn takes_only_rooms_for_identifiers_of_items() {
    assert!(room("a@b.example").is_some());
    for id in [
        "",
        "current",
        "b.example",
        "a@b.example/n",
        "@b.example",
        "a@",
        " a@b.example",
    ] {
        assert_eq!(room(id), None, "{id}");
    }
}

#[test]
fn pins_without_touching_what_others_have_put_in() {
    let source = "<conference xmlns='urn:xmpp:bookmarks:1' order='3'><extensions><x xmlns='urn:example:x'> a </x></extensions></conference>";
    let mut bookmark: Conference = assert_lossless(source);
    assert!(!bookmark.is_pinned());
    bookmark.set_pinned(true).expect("a mark");
    bookmark.set_pinned(true).expect("a mark");
    assert!(bookmark.is_pinned());
    assert_eq!(
        bookmark.extensions.as_ref().map(|e| e.payloads.len()),
        Some(2)
    );
    bookmark.set_pinned(false).expect("no mark");
    assert_eq!(to_string(&bookmark).expect("it can be written"), source);
    let mut plain = Conference::new();
    plain.set_pinned(false).expect("no mark");
    assert_eq!(plain, Conference::new());
}

#[test]
fn goes_to_a_list_and_back() {
    let bookmark: Conference = assert_typed(
        "<conference xmlns='urn:xmpp:bookmarks:1' name='n' autojoin='1'><nick>m</nick><password>p</password></conference>",
    );
    let room = room("a@b.example").expect("a room");
    let listed = bookmark.to_listed(room.clone());
    let expected = storage::Conference::new(room)
        .with_name("n")
        .with_nick("m")
        .with_password("p")
        .with_autojoin(true);
    assert_eq!(listed, expected);
    assert_eq!(Conference::from(&listed), bookmark);
}

#[test]
fn says_when_settings_cannot_be_read() {
    let bookmark: Conference = assert_typed(
        "<conference xmlns='urn:xmpp:bookmarks:1'><extensions><notify xmlns='urn:xmpp:notification-settings:1'>\
         <never/></notify></extensions></conference>",
    );
    let notify = bookmark
        .notification_settings()
        .expect("settings")
        .expect("there");
    assert_eq!(notify.settings.len(), 1);
    assert_eq!(Conference::new().notification_settings(), Ok(None));
    let kept: RawElement = to_string(&bookmark).expect("written").parse().expect("XML");
    assert_eq!(kept.parse::<Conference>().as_ref(), Ok(&bookmark));
}

#[test]
fn shows_no_password_in_logs() {
    // One that is there twice, in a form of its own, or beside something unknown.
    for passwords in [
        "<password>hunter1</password><password>hunter2</password>",
        "<password>hunter1<b/></password>",
        "<password> <![CDATA[hunter1]]></password>",
        "<password a='b'>hunter1</password>",
    ] {
        let source = format!(
            "<conference xmlns='urn:xmpp:bookmarks:1'>{passwords}<x xmlns='urn:example:x'/></conference>"
        );
        let mut report = Report::default();
        let read: Conference = read_with(source.as_bytes(), &keep(), &mut report).unwrap();
        let shown = format!("{read:?} {report:?}");
        assert!(!shown.contains("hunter"), "{shown}");
        assert!(shown.contains("<x xmlns='urn:example:x'/>"), "{shown}");
    }
}
