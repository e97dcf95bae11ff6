//! The stanzas among the test vectors.

use std::fs;
use std::path::Path;

use xmpp_core_stanzas::{REGISTRY, Stanza};
use xmpp_xml::testing::assert_lossless;
use xmpp_xml::{ErrorKind, Options, RawElement};

/// The root elements of all files of a folder.
fn roots(folder: &str) -> Vec<RawElement> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../testdata")
        .join(folder);
    let mut roots = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut rest = text.as_str();
        loop {
            match xmpp_xml::first_element(rest, &Options::file()) {
                Ok((root, end)) => {
                    roots.push(root);
                    rest = &rest[end..];
                }
                Err(error) => {
                    assert_eq!(*error.kind(), ErrorKind::NoRoot, "{error}");
                    break;
                }
            }
        }
    }
    roots
}

#[test]
fn keeps_every_vector() {
    for (folder, least) in [
        ("core-stanzas", 135),
        ("data-forms", 9),
        ("disco", 34),
        ("traps", 216),
    ] {
        let stanzas: Vec<_> = roots(folder)
            .into_iter()
            .filter(RawElement::is_a::<Stanza>)
            .collect();
        for stanza in &stanzas {
            let _ = assert_lossless::<Stanza>(stanza.as_str());
        }
        let found = stanzas.len();
        assert!(found >= least, "{found} stanzas in {folder}");
    }
}

#[test]
fn every_registered_element_reads_what_it_writes() {
    let error_ns = xmpp_core_stanzas::ERROR_NS;
    let sources = [
        "<message xmlns='jabber:client'/>".to_owned(),
        "<subject xmlns='jabber:client'/>".to_owned(),
        "<body xmlns='jabber:client' xml:lang='en'>hi</body>".to_owned(),
        "<thread xmlns='jabber:client' parent='a'>b</thread>".to_owned(),
        "<presence xmlns='jabber:client'><priority>1</priority></presence>".to_owned(),
        "<status xmlns='jabber:client'>there</status>".to_owned(),
        "<iq xmlns='jabber:client' id='1' type='get'/>".to_owned(),
        "<error xmlns='jabber:client' type='wait'/>".to_owned(),
        format!("<text xmlns='{error_ns}'>why</text>"),
        format!("<gone xmlns='{error_ns}'>xmpp:a@example.com</gone>"),
    ];
    assert_eq!(sources.len(), REGISTRY.len());
    for (entry, source) in REGISTRY.iter().zip(sources) {
        let element = crate::raw(&source);
        assert!(entry.matches(&element.node()), "{source}");
        let trip = entry.round_trip(&element, &Options::new()).unwrap();
        assert_eq!(trip.xml, source);
        assert!(trip.report.untyped.is_empty());
    }
}
