//! Which of several texts is in force.

use xmpp_core_stanzas::{Body, Message, Presence, StanzaError};
use xmpp_xml::testing::assert_typed;

use crate::languages;

#[test]
fn chooses_the_language_that_is_preferred() {
    let message = {
        let mut message = Message::new().with_body("hello");
        message.lang = Some("en-GB".into());
        for (lang, text) in [("de-AT", "servus"), ("de", "hallo"), ("pt_BR", "oi")] {
            message.bodies.push(Body::new(text).with_lang(lang.into()));
        }
        message
    };
    let chosen = |tags: &[&str]| message.body(&languages(tags)).unwrap();
    assert_eq!(chosen(&["de"]), "hallo", "the same tag");
    assert_eq!(
        chosen(&["DE-at"]),
        "servus",
        "the same tag in other letters"
    );
    assert_eq!(chosen(&["de-CH"]), "hallo", "the tag that it begins with");
    assert_eq!(chosen(&["de_AT_1996"]), "servus", "step by step");
    assert_eq!(chosen(&["de-A"]), "hallo", "subtags are whole");
    assert_eq!(chosen(&["d"]), "hello", "languages too");
    assert_eq!(
        chosen(&["pt"]),
        "oi",
        "an underscore is as good as a hyphen"
    );
    assert_eq!(
        chosen(&["fr", "pt-PT", "de"]),
        "oi",
        "the second wish before the third"
    );
    assert_eq!(
        chosen(&["en-US", "de"]),
        "hello",
        "what tells no language has that of the message"
    );
    assert_eq!(
        chosen(&["fr"]),
        "hello",
        "what tells no language, if nothing fits"
    );
    assert_eq!(chosen(&[]), "hello");

    let mut all_told = message.clone();
    all_told.bodies.remove(0);
    assert_eq!(
        all_told.body(&languages(&["fr"])),
        Some("servus"),
        "the first, if nothing fits"
    );
    assert_eq!(all_told.subject(&[]), None);
}

#[test]
fn an_empty_language_ends_that_of_the_message() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client' xml:lang='en'><body xml:lang=''>qwertz</body><body>hi</body></message>",
    );
    assert_eq!(message.body(&languages(&["en"])), Some("hi"));
}

#[test]
fn any_variety_of_the_language_is_better_than_another() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><body>hi</body><body xml:lang='pt-BR'>oi</body></message>",
    );
    assert_eq!(message.body(&languages(&["pt-PT", "en"])), Some("oi"));
}

#[test]
fn the_language_of_the_stream_is_that_of_a_stanza_without_one() {
    let source = |lang: &str| {
        format!(
            "<message xmlns='jabber:client'{lang}><body xml:lang='en'>hello</body><body>hallo</body>\
             <subject xml:lang='en'>greeting</subject><subject>Gruß</subject></message>"
        )
    };
    let stream = Some("de".into());
    let german = languages(&["de-CH"]);
    let english = languages(&["en"]);
    let message: Message = assert_typed(&source(""));
    assert_eq!(message.body_in(&german, stream.as_ref()), Some("hallo"));
    assert_eq!(message.body_in(&english, stream.as_ref()), Some("hello"));
    assert_eq!(message.subject_in(&german, stream.as_ref()), Some("Gruß"));
    // The stanza says something else, or that there is none.
    for lang in [" xml:lang='nl'", " xml:lang=''"] {
        let message: Message = assert_typed(&source(lang));
        let wishes = languages(&["de", "en"]);
        assert_eq!(message.body_in(&wishes, stream.as_ref()), Some("hello"));
    }

    let presence: Presence = assert_typed(
        "<presence xmlns='jabber:client'><status xml:lang='en'>away</status><status>fort</status></presence>",
    );
    assert_eq!(presence.status_in(&german, stream.as_ref()), Some("fort"));
    let error: StanzaError = assert_typed(
        "<error xmlns='jabber:client'><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>no</text>\
         <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>nein</text></error>",
    );
    assert_eq!(error.text_in(&german, stream.as_ref()), Some("nein"));
}

#[test]
fn no_wish_is_met_by_no_language() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><body xml:lang=''>qwertz</body><body xml:lang='en'>hi</body></message>",
    );
    assert_eq!(message.body(&languages(&["", "en"])), Some("hi"));
}
