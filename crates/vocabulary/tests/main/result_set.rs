use xmpp_vocabulary::result_set::{First, ResultSet};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{
    Error, Extra, Invalid, Options, RawElement, Report, from_str, read_with, to_string,
};

#[test]
fn reads_a_page() {
    let page: ResultSet = assert_typed(
        "<set xmlns='http://jabber.org/protocol/rsm'>\
         <first index='30'>plum</first><last>quince</last><count>41</count></set>",
    );
    let first = page.first.as_ref().expect("the page has a first item");
    assert_eq!((first.index, first.id.as_str()), (Some(30), "plum"));
    assert_eq!(page.last.as_deref(), Some("quince"));
    assert_eq!(page.count, Some(41));
    assert_eq!(
        (page.max, page.index, page.after, page.before),
        (None, None, None, None)
    );
}

#[test]
fn tells_an_empty_before_from_an_absent_one() {
    let last: ResultSet =
        assert_typed("<set xmlns='http://jabber.org/protocol/rsm'><before/><max>5</max></set>");
    assert_eq!(last.before.as_deref(), Some(""));
    assert_eq!(last, ResultSet::last_page(5));
    let first: ResultSet =
        assert_typed("<set xmlns='http://jabber.org/protocol/rsm'><max>5</max></set>");
    assert_eq!(first.before, None);
    assert_eq!(first, ResultSet::first_page(5));
    assert_eq!(ResultSet::only_count().max, Some(0));
}

#[test]
fn goes_from_page_to_page() {
    let page: ResultSet = from_str(
        "<set xmlns='http://jabber.org/protocol/rsm' a='b'>\
         <first index='30'>plum</first><last>quince</last></set>",
    )
    .expect("the page is valid");
    let next = page.next(5).expect("there is a last item");
    assert_eq!(next.after.as_deref(), Some("quince"));
    assert_eq!((next.max, next.before), (Some(5), None));
    let previous = page.previous(5).expect("there is a first item");
    assert_eq!(previous.before.as_deref(), Some("plum"));
    assert_eq!((previous.max, previous.after), (Some(5), None));
    assert!(previous.extra.is_empty());

    let empty = ResultSet::new();
    assert_eq!((empty.next(5), empty.previous(5)), (None, None));
}

#[test]
fn writes_what_it_was_made_of() {
    let mut page = ResultSet::new();
    page.first = Some(First::new("plum"));
    page.last = Some("plum".into());
    page.count = Some(1);
    assert_eq!(
        to_string(&page).expect("it can be written"),
        "<set xmlns='http://jabber.org/protocol/rsm'>\
         <count>1</count><first>plum</first><last>plum</last></set>"
    );
    assert_eq!(page.extra, Extra::new());
}

#[test]
fn keeps_order_and_spelling_when_something_else_changes() {
    let mut page: ResultSet = from_str(
        "<set xmlns='http://jabber.org/protocol/rsm'><max> 05 </max><new xmlns='urn:n'/><after>fig</after></set>",
    )
    .expect("the page is valid");
    page.after = Some("plum".into());
    assert_eq!(
        to_string(&page).expect("it can be written"),
        "<set xmlns='http://jabber.org/protocol/rsm'><max> 05 </max><new xmlns='urn:n'/><after>plum</after></set>"
    );
}

#[test]
fn a_place_that_is_none_costs_nothing_else_where_such_are_kept() {
    let source = "<set xmlns='http://jabber.org/protocol/rsm'><first index='-1'>a</first><last>b</last>\
                  <count>many</count></set>";
    assert!(from_str::<ResultSet>(source).is_err());
    let options = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let page: ResultSet = read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
    let paths: Vec<_> = report.problems.iter().map(Error::path).collect();
    assert_eq!(paths, ["/set/first/@index", "/set/count"]);
    let first = page.first.as_ref().expect("it is there");
    assert_eq!((first.index, first.id.as_str()), (None, "a"));
    assert_eq!((page.last.as_deref(), page.count), (Some("b"), None));
    assert_eq!(
        RawElement::from_element(&page),
        source.parse::<RawElement>()
    );
}
