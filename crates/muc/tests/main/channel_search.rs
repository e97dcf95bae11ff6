//! Channels that a search has found.

use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::FormKind;
use xmpp_data_forms::form_type::FormError;
use xmpp_muc::channel_search::{Found, Item, Open, Parameters, Search, Version};

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

#[test]
fn a_search_has_the_form_of_its_version() {
    let mut parameters = Parameters::new(FormKind::Submit);
    parameters.text = Some("tea".into());
    for (version, form_type) in [
        (Version::V0, "urn:xmpp:channel-search:0:search-params"),
        (
            Version::Muclumbus,
            "https://xmlns.zombofant.net/muclumbus/search/1.0#params",
        ),
    ] {
        let mut search = Search::new(version).with_parameters(&parameters);
        let form = search.form.as_ref().expect("it has a form");
        assert_eq!(form.form_type(), Some(form_type));
        let read = search
            .parameters()
            .expect("it is valid")
            .expect("something is searched for");
        assert_eq!(read.text.as_deref(), Some("tea"));
        search.version = if version == Version::V0 {
            Version::Muclumbus
        } else {
            Version::V0
        };
        assert!(matches!(
            search.parameters(),
            Err(FormError::WrongFormType { .. })
        ));
        assert_eq!(Search::new(version).parameters(), Ok(None));
    }
}

#[test]
fn channels_are_in_the_namespace_of_the_answer() {
    let found = Found::new(Version::Muclumbus, [Item::new(jid("a@b.example"))]);
    assert_eq!(
        written(&found),
        "<result xmlns='https://xmlns.zombofant.net/muclumbus/search/1.0'><item address='a@b.example'/></result>"
    );
}
