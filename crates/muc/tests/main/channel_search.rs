//! Channels that a search has found.

use xmpp_muc::channel_search::{Found, Item, Open};

use crate::{jid, written};

#[test]
fn an_empty_element_says_that_a_channel_is_open() {
    for (open, is_open) in [
        ("<is-open/>", true),
        ("<is-open>true</is-open>", true),
        ("<is-open> 1 </is-open>", true),
        ("<is-open>0</is-open>", false),
        ("", false),
    ] {
        let source = format!(
            "<result xmlns='urn:xmpp:channel-search:0:search'><item address='a@b.example'>{open}</item></result>"
        );
        let found: Found = xmpp_xml::from_str(&source).expect("it is valid");
        assert_eq!(found.items[0].is_open(), is_open, "{open}");
        if !open.is_empty() {
            assert!(written(&found).contains(open), "{open}");
        }
    }
    let item = Item::new(jid("a@b.example")).with_open(Open(true));
    assert!(written(&item).contains("<is-open>true</is-open>"));
}
