use xmpp_blocking::privacy::{
    Action, ActiveList, DefaultList, Item, ItemKind, List, Query, Subscription,
};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, Report, from_str, read_with};

use crate::{jid, written};

#[test]
fn asks_for_the_names_and_reads_them() {
    assert_eq!(written(&Query::new()), "<query xmlns='jabber:iq:privacy'/>");
    let query: Query = assert_typed(
        "<query xmlns='jabber:iq:privacy'><active name='harvest'/><default name='winter'/>\
         <list name='winter'/><list name='harvest'/></query>",
    );
    assert_eq!(query.active, Some(ActiveList::new("harvest")));
    assert_eq!(query.default, Some(DefaultList::new("winter")));
    assert_eq!(query.lists, ["winter", "harvest"].map(List::new));
}

#[test]
fn tells_no_list_from_none_told() {
    let absent: Query = assert_typed("<query xmlns='jabber:iq:privacy'/>");
    assert_eq!((absent.active, absent.default), (None, None));
    for (source, name) in [
        ("<active xmlns='jabber:iq:privacy'/>", None),
        ("<active xmlns='jabber:iq:privacy' name=''/>", Some("")),
    ] {
        let active: ActiveList = assert_typed(source);
        assert_eq!(active.name.as_deref(), name, "{source}");
    }
    let active: Query = assert_typed("<query xmlns='jabber:iq:privacy'><active/></query>");
    assert_eq!(active, ActiveList::none().into());
    let default: Query = assert_typed("<query xmlns='jabber:iq:privacy'><default/></query>");
    assert_eq!(default, DefaultList::none().into());
}

#[test]
fn writes_each_change() {
    for (query, child) in [
        (Query::from(ActiveList::new("a")), "<active name='a'/>"),
        (Query::from(ActiveList::none()), "<active/>"),
        (Query::from(DefaultList::new("a")), "<default name='a'/>"),
        (Query::from(DefaultList::none()), "<default/>"),
        (Query::from(List::new("a")), "<list name='a'/>"),
    ] {
        assert_eq!(
            written(&query),
            format!("<query xmlns='jabber:iq:privacy'>{child}</query>")
        );
    }
}

#[test]
fn writes_rules() {
    let mut invisible = Item::new(Action::Deny, 9);
    invisible.presence_out = true;
    let mut list = List::new("a");
    list.items = vec![
        Item::for_jid(&jid("Crow@field.example"), Action::Deny, 1),
        Item::for_group("Pickers", Action::Allow, 2),
        Item::for_subscription(&Subscription::To, Action::Allow, 3),
        invisible,
    ];
    assert_eq!(
        written(&list),
        "<list xmlns='jabber:iq:privacy' name='a'>\
         <item action='deny' order='1' type='jid' value='Crow@field.example'/>\
         <item action='allow' order='2' type='group' value='Pickers'/>\
         <item action='allow' order='3' type='subscription' value='to'/>\
         <item action='deny' order='9'><presence-out/></item></list>"
    );
}

#[test]
fn reads_each_kind_of_stanza() {
    let kinds = |item: &Item| [item.iq, item.message, item.presence_in, item.presence_out];
    for (child, expected) in [
        ("", [false; 4]),
        ("<iq/>", [true, false, false, false]),
        ("<message/>", [false, true, false, false]),
        ("<presence-in/>", [false, false, true, false]),
        ("<presence-out/>", [false, false, false, true]),
        ("<presence-out/><message/>", [false, true, false, true]),
    ] {
        let item: Item = assert_typed(&format!(
            "<item xmlns='jabber:iq:privacy' action='deny' order='1'>{child}</item>"
        ));
        assert_eq!(kinds(&item), expected, "{child}");
    }
    let foreign: Item = assert_lossless(
        "<item xmlns='jabber:iq:privacy' action='deny' order='1'><message xmlns='jabber:client'/></item>",
    );
    assert_eq!(kinds(&foreign), [false; 4]);
}

#[test]
fn knows_the_words_and_keeps_others() {
    for (kind, word) in [
        (ItemKind::Group, "group"),
        (ItemKind::Jid, "jid"),
        (ItemKind::Subscription, "subscription"),
        (ItemKind::from("weather"), "weather"),
    ] {
        let item: Item = assert_typed(&format!(
            "<item xmlns='jabber:iq:privacy' action='allow' order='1' type='{word}' value='v'/>"
        ));
        assert_eq!((item.kind, item.value), (Some(kind), Some("v".into())));
    }
    let item: Item = assert_typed("<item xmlns='jabber:iq:privacy' action='postpone' order='1'/>");
    assert_eq!(item.action, Action::from("postpone"));
    assert_eq!((item.kind, item.value), (None, None));
    for (subscription, word) in [
        (Subscription::Both, "both"),
        (Subscription::From, "from"),
        (Subscription::None, "none"),
        (Subscription::To, "to"),
    ] {
        assert_eq!(Subscription::from(word), subscription);
        assert_eq!(subscription.as_str(), word);
    }
}

#[test]
fn orders_rules_by_their_numbers_and_keeps_their_places() {
    let list: List = assert_typed(
        "<list xmlns='jabber:iq:privacy' name='a'><item action='deny' order='4294967295'/>\
         <item action='allow' order=' 010'/><item action='deny' order='9'/><item action='deny' order='10'/></list>",
    );
    let order = |items: &[&Item]| -> Vec<_> {
        items
            .iter()
            .map(|item| (item.order, item.action.clone()))
            .collect()
    };
    assert_eq!(
        order(&list.in_order()),
        [
            (9, Action::Deny),
            (10, Action::Allow),
            (10, Action::Deny),
            (u32::MAX, Action::Deny)
        ]
    );
}

#[test]
fn keeps_the_others_as_they_were_when_one_changes() {
    let mut query: Query = from_str(
        "<query xmlns='jabber:iq:privacy' v='1'><list name='a'><item order=' 07' action='deny'><message> </message></item>\
         <x xmlns='urn:x'/><item action='deny' order='8' until='noon'/></list><default/></query>",
    )
    .expect("it is valid");
    query.lists[0].items[1].action = Action::Allow;
    query.lists[0].items[1].iq = true;
    assert_eq!(
        written(&query),
        "<query xmlns='jabber:iq:privacy' v='1'><list name='a'><item action='deny' order=' 07'><message> </message></item>\
         <x xmlns='urn:x'/><item action='allow' order='8' until='noon'><iq/></item></list><default/></query>"
    );
}

#[test]
fn rejects_a_rule_that_says_nothing() {
    for (source, name) in [
        ("<item xmlns='jabber:iq:privacy' order='1'/>", "action"),
        ("<item xmlns='jabber:iq:privacy' action='deny'/>", "order"),
    ] {
        let error = from_str::<Item>(source).expect_err(source);
        assert_eq!(
            error.kind(),
            &ErrorKind::MissingAttribute {
                element: "item",
                name
            }
        );
    }
    for order in ["-1", "4294967296", "first", ""] {
        let source = format!("<item xmlns='jabber:iq:privacy' action='deny' order='{order}'/>");
        let error = from_str::<Item>(&source).expect_err(&source);
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
        assert_eq!(error.path(), "/item/@order");
    }
}

#[test]
fn rejects_two_active_lists_and_a_list_without_a_name() {
    for source in [
        "<query xmlns='jabber:iq:privacy'><active/><active name='a'/></query>",
        "<query xmlns='jabber:iq:privacy'><default/><default/></query>",
        "<query xmlns='jabber:iq:privacy'><list/></query>",
    ] {
        let error = from_str::<Query>(source).expect_err(source);
        assert!(!error.is_wrong_element(), "{error}");
    }
}

#[test]
fn does_not_read_a_list_without_a_rule_that_it_had() {
    let options = Options::new().invalid(Invalid::Keep);
    let rule = "<item action='deny' order='1'/>";
    for (inner, path) in [
        (
            format!("<list name='a'>{rule}<item action='deny' order='x'/></list>"),
            "/query/list/item[2]/@order",
        ),
        (
            String::from("<list name='a'><item order='1'/></list>"),
            "/query/list/item",
        ),
        (
            format!("<list name='a'>{rule}</list><list>{rule}</list>"),
            "/query/list[2]",
        ),
        (
            String::from("<active name='a'/><active/>"),
            "/query/active[2]",
        ),
        (String::from("<default/><default/>"), "/query/default[2]"),
    ] {
        let source = format!("<query xmlns='jabber:iq:privacy'>{inner}</query>");
        let read = read_with::<Query>(source.as_bytes(), &options, &mut Report::default());
        assert_eq!(read.expect_err(&source).path(), path);
    }
}

#[test]
fn a_list_is_removed_and_a_rule_is_for_all_only_where_nothing_says_otherwise() {
    let empty: List = assert_typed("<list xmlns='jabber:iq:privacy' name='a'/>");
    assert!(empty.is_removal());
    let list: List = assert_lossless(
        "<list xmlns='jabber:iq:privacy' name='a'><item xmlns='urn:example:other'/></list>",
    );
    assert!(list.items.is_empty() && !list.is_removal());
    let rule = |inner: &str| -> Item {
        assert_lossless(&format!(
            "<item xmlns='jabber:iq:privacy' action='allow' order='1'>{inner}</item>"
        ))
    };
    assert!(rule("").is_for_all_stanzas());
    for inner in [
        "<iq/>",
        "<presence-out/>",
        "<calls/>",
        "<message xmlns='u'/>",
    ] {
        assert!(!rule(inner).is_for_all_stanzas(), "{inner}");
    }
}
