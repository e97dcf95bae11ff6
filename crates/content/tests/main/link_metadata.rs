use xmpp_content::link_metadata::{Description, NS, Property, PropertyName, Vocabulary};
use xmpp_xml::RawElement;
use xmpp_xml::testing::assert_lossless;

use crate::written;

const SOURCE: &str = "<rdf:Description xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
    xmlns:og='https://ogp.me/ns#' xmlns:ogi='https://ogp.me/ns#image:' rdf:about='https://tea.example/'>\
    <og:image>https://tea.example/1.png</og:image><ogi:alt>one</ogi:alt>\
    <og:image>https://tea.example/2.png</og:image><ogi:alt>two</ogi:alt><og:title>Tea</og:title></rdf:Description>";

#[test]
fn keeps_what_belongs_to_a_picture_behind_it() {
    let read: Description = assert_lossless(SOURCE);
    assert_eq!(read.about.as_deref(), Some("https://tea.example/"));
    assert_eq!(read.get(&PropertyName::Title), Some("Tea"));
    assert_eq!(read.get(&PropertyName::Alt), None);
    assert_eq!(read.all(&PropertyName::Image).count(), 2);
    let places: Vec<_> = read.properties.iter().map(|it| it.vocabulary).collect();
    let (of, image) = (Vocabulary::OpenGraph, Vocabulary::Image);
    assert_eq!(places, [of, image, of, image, of]);
    assert_eq!(written(&read), SOURCE);
}

#[test]
fn names_its_address_in_the_namespace_that_it_must_be_in() {
    let made = Description::new("https://tea.example/?a&b")
        .with_title("Tea")
        .with_properties([Property::new(
            Vocabulary::OpenGraph,
            PropertyName::from("mood"),
            "mad",
        )]);
    let read: Description = assert_lossless(&written(&made));
    assert_eq!(read, made);
    let tree: RawElement = written(&made).parse().expect("it can be read");
    let about = tree.node().attribute_in(NS, "about");
    assert_eq!(about.as_deref(), Some("https://tea.example/?a&b"));
    assert!(xmpp_xml::to_string(&Description::new("\u{0}")).is_err());
}

#[test]
fn an_address_without_its_namespace_is_none() {
    let read: Description = xmpp_xml::from_str(&format!(
        "<Description xmlns='{NS}' about='https://tea.example/'/>"
    ))
    .expect("it is valid");
    assert_eq!(read.about, None);
}
