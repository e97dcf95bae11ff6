//! Our reader against three others: what is XML, and what is in it.

use xmpp_stanzas::xml::{Content, ErrorKind, Node, Options, RawElement};

use crate::infoset::{self, Outcome};

/// Another reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Other {
    Roxmltree,
    Rxml,
    QuickXml,
}

use Other::{QuickXml, Roxmltree, Rxml};

/// What we refuse and another accepts, with the rule that decides for us.
struct Refused {
    by: fn(&ErrorKind) -> bool,
    others: &'static [Other],
    #[expect(dead_code, reason = "it is there for those who read the list")]
    rule: &'static str,
}

/// What we accept and another refuses, told by its error.
struct Accepted {
    other: Other,
    error: &'static str,
    #[expect(dead_code, reason = "it is there for those who read the list")]
    rule: &'static str,
}

/// The disagreements that there may be; any other is a finding.
const REFUSED: &[Refused] = &[
    Refused {
        by: |kind| matches!(kind, ErrorKind::ProcessingInstruction),
        others: &[Roxmltree, QuickXml],
        rule: "RFC 6120 §11.1: no processing instructions",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::DocumentType),
        others: &[Roxmltree, QuickXml],
        rule: "RFC 6120 §11.1: no document type declarations",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::LimitExceeded { .. }),
        others: &[Roxmltree, Rxml, QuickXml],
        rule: "our default limits",
    },
];

const ACCEPTED: &[Accepted] = &[];

/// We accept what the others accept and see the same in it, apart from the disagreements that are listed.
pub fn reader(data: &[u8]) {
    let stanza = infoset::ours(data, &Options::default());
    let mut declared = Options::default();
    declared.skip_declaration = true;
    let document = infoset::ours(data, &declared);
    let file = infoset::ours(data, &Options::file());
    // What is allowed beside only adds.
    if stanza.is_ok() {
        assert_eq!(stanza, document);
    }
    if document.is_ok() {
        assert_eq!(document, file);
    }
    compare(Rxml, &infoset::rxml(data), &document);
    match core::str::from_utf8(data) {
        Ok(text) => {
            compare(Roxmltree, &infoset::roxmltree(text), &file);
            compare(QuickXml, &infoset::quick_xml(text), &file);
        }
        Err(_) => assert!(file.is_err(), "not UTF-8, and accepted"),
    }
    if let Ok(element) = RawElement::read_with(data, &Options::file()) {
        parts(element.node());
    }
}

fn compare(other: Other, theirs: &Outcome, ours: &Outcome<xmpp_stanzas::xml::Error>) {
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{other:?} sees something else"),
        (Err(_), Err(_)) => {}
        (Err(error), Ok(_)) => {
            let is_listed = REFUSED
                .iter()
                .any(|refused| refused.others.contains(&other) && (refused.by)(error.kind()));
            assert!(is_listed, "{other:?} accepts it: {error}");
        }
        (Ok(_), Err(error)) => {
            let is_listed = ACCEPTED
                .iter()
                .any(|accepted| accepted.other == other && error.contains(accepted.error));
            assert!(is_listed, "{other:?} refuses it: {error}");
        }
    }
}

/// An element taken out of another is the same, read anew or not.
fn parts(root: Node<'_>) {
    const MOST: usize = 16;
    for child in root.content().take(MOST) {
        if let Content::Element(node) = child {
            let raw = RawElement::from(node);
            let again: RawElement = raw.as_str().parse().expect("it is self-contained");
            assert_eq!(raw.canonical(), again.canonical());
            assert_eq!(raw.namespace(), node.namespace());
            parts(raw.node());
        }
    }
}
