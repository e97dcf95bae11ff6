use xmpp_blocking::command::{Block, Blocklist, Item, Unblock};
use xmpp_core_stanzas::Iq;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, Report, from_str, read_with};

use crate::{jid, written};

#[test]
fn asks_for_the_list_and_reads_it() {
    assert_eq!(
        written(&Blocklist::new()),
        "<blocklist xmlns='urn:xmpp:blocking'/>"
    );
    let list: Blocklist = assert_typed(
        "<blocklist xmlns='urn:xmpp:blocking'><item jid='crow@field.example'/><item jid='wasps.example'/></blocklist>",
    );
    let wanted = ["crow@field.example", "wasps.example"].map(|text| Item::new(jid(text)));
    assert_eq!(list, wanted.into_iter().collect());
}

#[test]
fn blocks_one_and_several() {
    assert_eq!(
        written(&Block::new(jid("crow@field.example"))),
        "<block xmlns='urn:xmpp:blocking'><item jid='crow@field.example'/></block>"
    );
    let several: Block = ["b.example", "a.example"]
        .map(|text| Item::new(jid(text)))
        .into_iter()
        .collect();
    assert_eq!(
        written(&several),
        "<block xmlns='urn:xmpp:blocking'><item jid='b.example'/><item jid='a.example'/></block>"
    );
}

#[test]
fn tells_all_from_one_when_it_unblocks() {
    let all: Unblock = assert_typed("<unblock xmlns='urn:xmpp:blocking'/>");
    assert!(all.is_all());
    assert_eq!(all, Unblock::all());
    let one: Unblock = assert_typed(
        "<unblock xmlns='urn:xmpp:blocking'><item jid='crow@field.example'/></unblock>",
    );
    assert!(!one.is_all());
    assert_eq!(one, Unblock::new(jid("crow@field.example")));
    let foreign: Unblock = assert_lossless(
        "<unblock xmlns='urn:xmpp:blocking'><item xmlns='urn:example:other' jid='a.example'/></unblock>",
    );
    // What is not understood may say that not all are meant.
    assert!(foreign.items.is_empty() && !foreign.is_all());
}

#[test]
fn does_not_take_an_invalid_item_for_all() {
    let options = Options::new().invalid(Invalid::Keep);
    for item in [
        "<item jid='bad jid@b.example'/>",
        "<item jid='@'/>",
        "<item/>",
    ] {
        let inner = format!("xmlns='urn:xmpp:blocking'>{item}");
        let source = format!("<unblock {inner}</unblock>");
        assert!(from_str::<Unblock>(&source).is_err(), "{source}");
        // Either not readable, or with an address that is there and not valid.
        if let Ok(kept) = read_with::<Unblock>(source.as_bytes(), &options, &mut Report::default())
        {
            assert!(kept.items.len() == 1 && !kept.is_all(), "{source}");
        }
        let source = format!("<block {inner}</block>");
        if let Ok(kept) = read_with::<Block>(source.as_bytes(), &options, &mut Report::default()) {
            assert_eq!(kept.items.len(), 1, "{source}");
        }
    }
    let source = "<unblock xmlns='urn:xmpp:blocking'><item jid='a.example'/><item/></unblock>";
    let error = read_with::<Unblock>(source.as_bytes(), &options, &mut Report::default());
    assert_eq!(
        error.expect_err("an item is lost").path(),
        "/unblock/item[2]"
    );
}

#[test]
fn keeps_spelling_order_and_what_it_does_not_know_when_an_item_is_added() {
    let mut list: Blocklist = from_str(
        "<blocklist xmlns='urn:xmpp:blocking' version='7'><item jid='Crow@FIELD.example'>\
         <report xmlns='urn:r'/></item><x xmlns='urn:x'/><item jid='a.example'/></blocklist>",
    )
    .expect("it is valid");
    assert_eq!(list.items[0].jid, jid("crow@field.example"));
    list.items.push(Item::new(jid("b.example")));
    assert_eq!(
        written(&list),
        "<blocklist xmlns='urn:xmpp:blocking' version='7'><item jid='Crow@FIELD.example'>\
         <report xmlns='urn:r'/></item><x xmlns='urn:x'/><item jid='a.example'/><item jid='b.example'/></blocklist>"
    );
}

#[test]
fn keeps_an_address_that_is_there_twice() {
    let block: Block = assert_typed(
        "<block xmlns='urn:xmpp:blocking'><item jid='a.example'/><item jid='a.example'/></block>",
    );
    assert_eq!(block.items.len(), 2);
}

#[test]
fn rejects_an_item_without_an_address() {
    let error = from_str::<Block>("<block xmlns='urn:xmpp:blocking'><item/></block>")
        .expect_err("an item has an address");
    assert_eq!(
        error.kind(),
        &ErrorKind::MissingAttribute {
            element: "item",
            name: "jid"
        }
    );
}

#[test]
fn is_told_apart_by_name_in_an_iq() {
    let iq: Iq = from_str(
        "<iq xmlns='jabber:client' id='1' type='set'><unblock xmlns='urn:xmpp:blocking'/></iq>",
    )
    .expect("it is valid");
    assert_eq!(iq.as_set::<Block>(), Ok(None));
    assert_eq!(iq.as_set::<Unblock>(), Ok(Some(Unblock::all())));
}
