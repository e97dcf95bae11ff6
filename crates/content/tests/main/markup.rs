use xmpp_content::markup::{CodeBlock, List, ListItem, Markup, Piece, Quote, Span};
use xmpp_xml::testing::assert_typed;

use crate::written;

#[test]
fn keeps_the_order_of_what_is_marked() {
    let markup: Markup = assert_typed(
        "<markup xmlns='urn:xmpp:markup:0'><bquote start='0' end='9'/><span start='0' end='1'><code/></span>\
         <bcode start='2' end='3' language='rust'/><bquote start='0' end='4'/></markup>",
    );
    let expected: [Piece; 4] = [
        Quote::new(0, 9).into(),
        Span::new(0, 1).with_code(true).into(),
        CodeBlock::new(2, 3).with_language("rust").into(),
        Quote::new(0, 4).into(),
    ];
    assert_eq!(markup.pieces, expected);
    assert_eq!(markup, Markup::new(expected));
}

#[test]
fn cuts_the_body_by_code_points() {
    let body = "e\u{301} 👩‍🚀 🇺🇳";
    assert_eq!(Span::new(0, 2).part_of(body), Some("e\u{301}"));
    assert_eq!(Quote::new(3, 6).part_of(body), Some("👩‍🚀"));
    assert_eq!(CodeBlock::new(7, 9).part_of(body), Some("🇺🇳"));
    assert_eq!(Span::new(7, 10).part_of(body), None);
    assert_eq!(Span::new(5, 4).part_of(body), None);
}

#[test]
fn cuts_a_list_where_its_items_begin() {
    let body = "Es gibt:\n* 🫖\n* 🐭 Maus\nund mehr";
    let items = |starts: &[u32]| {
        let items = starts.iter().map(|&start| ListItem::new(start));
        List::new(9, 22, items).items_of(body)
    };
    assert_eq!(items(&[9, 13]), Some(vec!["* 🫖\n", "* 🐭 Maus\n"]));
    assert_eq!(items(&[9]), Some(vec!["* 🫖\n* 🐭 Maus\n"]));
    assert_eq!(items(&[9, 9]), Some(vec!["", "* 🫖\n* 🐭 Maus\n"]));
    assert_eq!(items(&[9, 22]), Some(vec!["* 🫖\n* 🐭 Maus\n", ""]));
    assert_eq!(items(&[]), Some(vec![]));
    for outside in [&[8, 13][..], &[10], &[9, 23], &[9, 13, 12], &[9, u32::MAX]] {
        assert_eq!(items(outside), None, "{outside:?}");
    }
    assert_eq!(List::new(9, 99, [ListItem::new(9)]).items_of(body), None);
}

#[test]
fn what_a_list_is_ordered_by_default_is_not_written() {
    assert_eq!(
        written(&List::new(0, 1, [ListItem::new(0)])),
        "<list xmlns='urn:xmpp:markup:0' start='0' end='1'><li start='0'/></list>"
    );
}
