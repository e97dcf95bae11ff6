//! Our reader against three others: what is XML, and what is in it.

use xmpp_stanzas::xml::{Content, Error, ErrorKind, Node, Options, RawElement};

use crate::infoset::{self, Outcome};

/// Another reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Other {
    Roxmltree,
    Rxml,
    QuickXml,
}

use Other::{QuickXml, Roxmltree, Rxml};

/// What we refuse and others accept, with the rule that decides for us.
struct Refused {
    by: fn(&ErrorKind) -> bool,
    others: &'static [Other],
    rule: &'static str,
}

/// What we accept and another refuses, with the rule that decides for us.
struct Accepted {
    other: Other,
    /// Whether it is about this error of the other and this input.
    is: fn(&str, &[u8]) -> bool,
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
        by: |kind| matches!(kind, ErrorKind::XmlDeclaration),
        others: &[Roxmltree, QuickXml],
        rule: "XML 1.0 §2.8, RFC 6120 §11.4 to §11.6: at the start, for version 1.0, in UTF-8",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::LimitExceeded { .. }),
        others: &[Roxmltree, Rxml, QuickXml],
        rule: "RFC 6120 §13.12: our default limits",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::ReservedPrefix),
        others: &[Roxmltree, Rxml, QuickXml],
        rule: "Namespaces in XML 1.0 §3: `xml` and `xmlns` are not bound anew, nor others to theirs",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::EmptyNamespace),
        others: &[Roxmltree, QuickXml],
        rule: "Namespaces in XML 1.0 §5: a prefix is not undeclared",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::InvalidName),
        others: &[Roxmltree, QuickXml],
        rule: "XML 1.0 §2.3, Namespaces in XML 1.0 §4: names",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::InvalidCharacterReference),
        others: &[Roxmltree, QuickXml],
        rule: "XML 1.0 §4.1: a reference is to a character",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::DuplicateAttribute { .. }),
        others: &[Roxmltree, Rxml, QuickXml],
        rule: "XML 1.0 §3.1, Namespaces in XML 1.0 §6.3: attributes and declarations are unique",
    },
    Refused {
        by: |kind| matches!(kind, ErrorKind::UnexpectedCdata),
        others: &[Rxml],
        rule: "XML 1.0 §2.1: no CDATA section outside of the root",
    },
    Refused {
        by: |kind| {
            matches!(
                kind,
                ErrorKind::CdataEndInText
                    | ErrorKind::InvalidCharacter
                    | ErrorKind::UnexpectedCharacter
            )
        },
        others: &[QuickXml],
        rule: "XML 1.0 §2.2 to §3.1: quick-xml does not check all of the grammar",
    },
];

const ACCEPTED: &[Accepted] = &[Accepted {
    other: Rxml,
    is: |_, input| input.starts_with("\u{feff}".as_bytes()),
    rule: "XML 1.0 §4.3.3: a file may begin with a byte order mark",
}];

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
    let lines = infoset::line_ends(data);
    compare(Rxml, data, &infoset::rxml(&lines), &document);
    match core::str::from_utf8(&lines) {
        Ok(text) => {
            compare(Roxmltree, data, &infoset::roxmltree(text), &file);
            compare(QuickXml, data, &infoset::quick_xml(text), &file);
        }
        Err(_) => assert!(file.is_err(), "not UTF-8, and accepted"),
    }
    if let Ok(element) = RawElement::read_with(data, &Options::file()) {
        parts(element.node());
    }
}

fn compare(other: Other, input: &[u8], theirs: &Outcome, ours: &Outcome<Error>) {
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{other:?} sees something else"),
        (Err(_), Err(_)) => {}
        (Err(error), Ok(_)) => {
            let rule = REFUSED
                .iter()
                .find(|refused| refused.others.contains(&other) && (refused.by)(error.kind()))
                .map(|refused| refused.rule);
            assert!(rule.is_some(), "{other:?} accepts it: {error}");
        }
        (Ok(_), Err(error)) => {
            let rule = ACCEPTED
                .iter()
                .find(|accepted| accepted.other == other && (accepted.is)(error, input))
                .map(|accepted| accepted.rule);
            assert!(rule.is_some(), "{other:?} refuses it: {error}");
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
