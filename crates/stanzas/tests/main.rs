//! The facade: what it leads to, and what its registry finds.

use xmpp_stanzas::core_stanzas::Iq;
use xmpp_stanzas::disco::info;
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::xml::registry::Place;
use xmpp_stanzas::xml::{Error, Options, RawElement};
use xmpp_stanzas::{lookup, registry};

fn type_names(source: &str, place: Place) -> Vec<&'static str> {
    let element: RawElement = source.parse().expect("the source is well-formed");
    let names = lookup(element.node(), place).map(|entry| entry.type_name());
    names.collect()
}

#[test]
fn the_areas_fit_together_under_one_name() -> Result<(), Error> {
    let iq: Iq = xmpp_stanzas::xml::from_str(
        "<iq xmlns='jabber:client' type='get' id='1' to='Tea.example'>\
         <query xmlns='http://jabber.org/protocol/disco#info' node='leaves'/></iq>",
    )?;
    let request = iq.as_get::<info::Request>()?;
    assert_eq!(
        request.and_then(|request| request.node).as_deref(),
        Some("leaves")
    );
    assert_eq!(iq.to, Jid::new("tea.example").ok());
    Ok(())
}

#[test]
fn finds_a_type_by_name_and_place() {
    let query = "<query xmlns='http://jabber.org/protocol/disco#info'/>";
    assert_eq!(
        type_names(query, Place::IqGet),
        ["xmpp_disco::info::Request"]
    );
    assert_eq!(
        type_names(query, Place::IqResult),
        ["xmpp_disco::info::Response"]
    );
}

#[test]
fn finds_nothing_where_name_or_place_is_another() {
    for (source, place) in [
        (
            "<query xmlns='http://jabber.org/protocol/disco#info'/>",
            Place::Presence,
        ),
        ("<query xmlns='urn:example:tea'/>", Place::IqGet),
        (
            "<Query xmlns='http://jabber.org/protocol/disco#info'/>",
            Place::IqGet,
        ),
        ("<query/>", Place::IqGet),
        ("<iq xmlns='jabber:x:data'/>", Place::Stanza),
    ] {
        assert!(type_names(source, place).is_empty(), "{source} {place:?}");
    }
}

#[test]
fn finds_stanzas_and_what_is_none() {
    for (source, place, name) in [
        (
            "<iq xmlns='jabber:server'/>",
            Place::Stanza,
            "xmpp_core_stanzas::iq::Iq",
        ),
        (
            "<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>",
            Place::Nonza,
            "xmpp_stream_errors::sasl::Abort",
        ),
    ] {
        assert_eq!(type_names(source, place), [name]);
    }
}

#[test]
fn reads_and_writes_without_naming_a_type() -> Result<(), Error> {
    let source =
        "<message xmlns='jabber:client'><body>Tea?</body><x xmlns='urn:example:tea'/></message>";
    let message: RawElement = source.parse()?;
    let found: Vec<_> = lookup(message.node(), Place::Stanza).collect();
    assert_eq!(found.len(), 1);
    for entry in found {
        let trip = entry.round_trip(&message, &Options::new())?;
        assert_eq!(trip.xml, source);
        assert_eq!(
            trip.report.opaque,
            ["<x xmlns='urn:example:tea'/>".parse::<RawElement>()?]
        );
        assert!(trip.report.untyped.is_empty());
    }
    Ok(())
}

#[test]
fn lists_the_areas_from_the_ground_up() {
    let mut areas: Vec<_> = registry()
        .filter_map(|entry| entry.type_name().split("::").next())
        .collect();
    areas.dedup();
    assert_eq!(areas.first(), Some(&"xmpp_core_stanzas"));
    let mut sorted = areas.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(areas.len(), sorted.len(), "{areas:?}");
}

/// Else an iq would give its payload as a type that does not stand in it.
#[test]
fn every_type_knows_the_places_that_the_registry_has() {
    let mut entries = 0;
    for entry in registry() {
        let places = entry.description().places;
        assert_eq!(places, Some(entry.places), "{}", entry.type_name());
        entries += 1;
    }
    assert!(entries > 200, "{entries}");
}
