use xmpp_disco::items::{Item, NS, Request, Response};
use xmpp_jid::Jid;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, RawElement, Report};

#[test]
fn reads_addresses_nodes_and_names() {
    let answer: Response = assert_typed(
        "<query xmlns='http://jabber.org/protocol/disco#items' node='shelf'>\
         <item jid='Bread@Bakery.Example' name='Bread'/>\
         <item jid='bakery.example' node='shelf/2'/>\
         </query>",
    );
    assert_eq!(answer.node.as_deref(), Some("shelf"));
    let mut bread = Item::new(Jid::new("Bread@Bakery.Example").unwrap());
    bread.name = Some("Bread".into());
    let mut shelf = Item::new(Jid::new("bakery.example").unwrap());
    shelf.node = Some("shelf/2".into());
    assert_eq!(answer.items, [bread, shelf]);
}

#[test]
fn answers_with_the_node_of_the_request() {
    let request: Request =
        assert_typed("<query xmlns='http://jabber.org/protocol/disco#items' node='shelf'/>");
    assert_eq!(request, Request::of_node("shelf"));
    assert_eq!(
        xmpp_xml::to_string(&request.response()).unwrap(),
        "<query xmlns='http://jabber.org/protocol/disco#items' node='shelf'/>"
    );
    assert_eq!(Request::new().response(), Response::new());
}

#[test]
fn asks_page_by_page() {
    let mut request = Request::new();
    request.set = Some(ResultSet::first_page(2));
    assert_eq!(
        xmpp_xml::to_string(&request).unwrap(),
        "<query xmlns='http://jabber.org/protocol/disco#items'>\
         <set xmlns='http://jabber.org/protocol/rsm'><max>2</max></set></query>"
    );
    let answer: Response = assert_typed(
        "<query xmlns='http://jabber.org/protocol/disco#items'>\
         <item jid='a.example'/><item jid='b.example'/>\
         <set xmlns='http://jabber.org/protocol/rsm'>\
         <first index='0'>a</first><last>b</last><count>3</count></set></query>",
    );
    request.set = answer.set.unwrap().next(2);
    let written = xmpp_xml::to_string(&request).unwrap();
    let request: Request = assert_typed(&written);
    assert_eq!(request.set.unwrap().after.as_deref(), Some("b"));
}

#[test]
fn keeps_spelling_and_what_is_foreign_when_an_item_is_added() {
    let mut answer: Response = assert_lossless(
        "<query xmlns='http://jabber.org/protocol/disco#items'>\
         <item jid='A@Bakery.Example' action='update'><u xmlns='urn:example:u'/></item>\
         <set xmlns='http://jabber.org/protocol/rsm'><count>9</count></set>\
         <item jid='b@bakery.example' node=''/>\
         </query>",
    );
    assert_eq!(answer.set.as_ref().and_then(|set| set.count), Some(9));
    answer.items.push(Item::new(Jid::new("c.example").unwrap()));
    assert_eq!(
        xmpp_xml::to_string(&answer).unwrap(),
        "<query xmlns='http://jabber.org/protocol/disco#items'>\
         <item jid='A@Bakery.Example' action='update'><u xmlns='urn:example:u'/></item>\
         <set xmlns='http://jabber.org/protocol/rsm'><count>9</count></set>\
         <item jid='b@bakery.example' node=''/>\
         <item jid='c.example'/></query>"
    );
}

#[test]
fn rejects_an_item_without_a_valid_address_unless_told_to_keep_it() {
    for item in ["<item node='n'/>", "<item jid='@'/>"] {
        let source = format!("<query xmlns='{NS}'>{item}<item jid='a.example'/></query>");
        let error = xmpp_xml::from_str::<Response>(&source).unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::MissingAttribute { name: "jid", .. } | ErrorKind::InvalidValue { .. }
            ),
            "{error:?}"
        );

        let options = Options::default().invalid(Invalid::Keep);
        let mut report = Report::default();
        let kept: Response = xmpp_xml::read_with(source.as_bytes(), &options, &mut report).unwrap();
        let (last, before) = kept.items.split_last().unwrap();
        assert_eq!(*last, Item::new(Jid::new("a.example").unwrap()));
        assert!(
            before
                .iter()
                .all(|item| item.jid.as_str() == "@" && !item.jid.is_valid())
        );
        assert_eq!(before.is_empty(), !item.contains("jid"));
        assert_eq!(report.problems.len(), 1);
        let written = RawElement::from_element(&kept).unwrap();
        assert_eq!(written, RawElement::from_slice(source.as_bytes()).unwrap());
    }
}

#[test]
fn does_not_ask_for_all_because_a_bound_is_there_twice() {
    let set = "<set xmlns='http://jabber.org/protocol/rsm'><max>5</max></set>";
    let source = format!("<query xmlns='{NS}'>{set}{set}</query>");
    let options = Options::default().invalid(Invalid::Keep);
    let read = xmpp_xml::read_with::<Request>(source.as_bytes(), &options, &mut Report::default());
    assert!(matches!(
        read.unwrap_err().kind(),
        ErrorKind::RepeatedChild { .. }
    ));
}
