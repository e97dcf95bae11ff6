//! JSON from strangers: on the first line the type that it is for, and then the JSON.

use serde_json::{Deserializer, Serializer};
use xmpp_stanzas::registry as entries;
use xmpp_stanzas::xml::registry::Entry;
use xmpp_stanzas::xml::{Invalid, Options, RawElement};

/// Where a type makes something of JSON, that is an element of it, which becomes JSON and comes back as it was.
pub fn json(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else {
        return;
    };
    let Some((name, json)) = text.split_once('\n') else {
        return;
    };
    let Some(entry) = entries().find(|entry| entry.type_name() == name) else {
        return;
    };
    let Ok(element) = read(entry, json) else {
        return;
    };
    assert!(entry.matches(&element.node()), "{name}: {element}");
    let keep = Options::new().invalid(Invalid::Keep);
    let mut written = Vec::new();
    let outcome = entry.serialize(&element, &keep, &mut Serializer::new(&mut written));
    outcome.unwrap_or_else(|error| panic!("{name}: {error}: {element}"));
    let written = String::from_utf8(written).expect("JSON is UTF-8");
    let back = read(entry, &written);
    let back = back.unwrap_or_else(|error| panic!("{name}: {error}: {written}"));
    assert_eq!(
        back.canonical(),
        element.canonical(),
        "{name} lost something in {written}"
    );
}

fn read(entry: &Entry, json: &str) -> serde_json::Result<RawElement> {
    let mut json = Deserializer::from_str(json);
    let element = entry.deserialize(&mut json)?;
    json.end()?;
    Ok(element)
}
