//! What is small: translations, spoilers, data of applications.

use xmpp_content::content_type::TypedContent;
use xmpp_content::json_message::{Payload, feature};
use xmpp_content::spoiler::Spoiler;
use xmpp_content::translation::{Item, ItemsNamespace, Method, Query, Translation};
use xmpp_content::webxdc::Update;
use xmpp_vocabulary::json::Json;
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

use crate::written;

#[test]
fn a_translation_says_how_it_was_made() {
    let by_a_person = Translation::new("de".into());
    assert_eq!(by_a_person.method(), Method::Human);
    assert_eq!(by_a_person.with_reviewed(true).method(), Method::Human);
    let by_a_machine = Translation::new("de".into()).with_engine("");
    assert_eq!(by_a_machine.method(), Method::Machine);
    assert_eq!(
        by_a_machine.with_reviewed(true).method(),
        Method::ReviewedMachine
    );
}

#[test]
fn keeps_the_namespace_from_before_2011() {
    let old: Query = assert_typed(
        "<query xmlns='urn:xmpp:langtrans#items'><item jid='tea.example' source_lang='de'/></query>",
    );
    assert_eq!(old.namespace, ItemsNamespace::Legacy);
    assert_eq!(old.items.len(), 1);
    let mut new = Query::new();
    new.items.push(Item::new(
        "tea.example".parse::<xmpp_jid::Jid>().expect("it is valid"),
        "de".into(),
        "en".into(),
    ));
    assert_eq!(
        written(&new),
        "<query xmlns='urn:xmpp:langtrans:items'>\
         <item jid='tea.example' source_lang='de' destination_lang='en'/></query>"
    );
    new.namespace = ItemsNamespace::Legacy;
    assert!(written(&new).starts_with("<query xmlns='urn:xmpp:langtrans#items'><item "));
}

#[test]
fn an_empty_hint_is_none_and_the_rest_keeps_every_character() {
    let spoiler: Spoiler = assert_typed("<spoiler xmlns='urn:xmpp:spoiler:0'/>");
    assert_eq!(spoiler.hint, None);
    let content: TypedContent =
        assert_typed("<content xmlns='urn:xmpp:content' type='text/xml'> &lt;a/&gt;\n</content>");
    assert_eq!(content.text.as_deref(), Some(" <a/>\n"));
}

#[test]
fn data_of_an_application_is_kept_to_the_letter() {
    let json = Json::new("{\"tea\" : [1.0e0, \"\\u2615\"]}");
    let payload = Payload::new("urn:example:tea", json.clone());
    let read: Payload = assert_typed(&written(&payload));
    assert_eq!(read, payload);
    assert!(from_str::<Payload>("<payload xmlns='urn:xmpp:json-msg:0' datatype='a'/>").is_err());
    assert_eq!(
        feature("urn:example:tea"),
        "urn:xmpp:json-msg:0#urn:example:tea"
    );
    let update = Update::new().with_summary("3 cups").with_json(json);
    assert_eq!(
        written(&update),
        "<x xmlns='urn:xmpp:webxdc:0'><summary>3 cups</summary>\
         <json xmlns='urn:xmpp:json:0'>{\"tea\" : [1.0e0, \"\\u2615\"]}</json></x>"
    );
}
