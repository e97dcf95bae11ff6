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

/// What we and another reader made of an input, not the same.
struct Case<'a> {
    input: &'a [u8],
    /// Why we refuse it, if we do.
    ours: Option<&'a ErrorKind>,
    /// Why the other does.
    theirs: Option<&'a str>,
}

/// A disagreement that there may be, with the rule that decides for us.
struct Disagreement {
    others: &'static [Other],
    is: fn(&Case<'_>) -> bool,
    rule: &'static str,
}

macro_rules! we_refuse {
    ($kind:pat) => {
        |case| matches!(case.ours, Some($kind))
    };
}

/// All of them; any other is a finding.
const DISAGREEMENTS: &[Disagreement] = &[
    Disagreement {
        others: &[Roxmltree, QuickXml],
        is: we_refuse!(ErrorKind::ProcessingInstruction),
        rule: "RFC 6120 §11.1: no processing instructions",
    },
    Disagreement {
        others: &[Roxmltree, QuickXml],
        is: we_refuse!(ErrorKind::DocumentType),
        rule: "RFC 6120 §11.1: no document type declarations",
    },
    Disagreement {
        others: &[Roxmltree, QuickXml],
        is: we_refuse!(ErrorKind::XmlDeclaration),
        rule: "XML 1.0 §2.8, RFC 6120 §11.4, §11.5: at the start, for version 1.0",
    },
    Disagreement {
        others: &[Roxmltree, QuickXml],
        is: |case| {
            matches!(case.ours, Some(ErrorKind::NotUtf8))
                && core::str::from_utf8(case.input).is_ok()
        },
        rule: "XML 1.0 §4.3.3, RFC 6120 §11.6: what is said to be in another encoding, or begins so, is not UTF-8",
    },
    Disagreement {
        others: &[Roxmltree, Rxml, QuickXml],
        is: we_refuse!(ErrorKind::LimitExceeded { .. }),
        rule: "RFC 6120 §13.12: our default limits",
    },
    Disagreement {
        others: &[Roxmltree, Rxml, QuickXml],
        is: we_refuse!(ErrorKind::ReservedPrefix),
        rule: "Namespaces in XML 1.0 §3: `xml` and `xmlns` are not bound anew, nor others to theirs",
    },
    Disagreement {
        others: &[Roxmltree, QuickXml],
        is: we_refuse!(ErrorKind::EmptyNamespace),
        rule: "Namespaces in XML 1.0 §5: a prefix is not undeclared",
    },
    Disagreement {
        others: &[Roxmltree],
        is: |case| {
            let error = case.theirs.unwrap_or_default();
            case.ours.is_none() && error.contains("unknown namespace prefix 'xml'")
        },
        rule: "Namespaces in XML 1.0 §3: `xml` is bound without a declaration, for elements too",
    },
    Disagreement {
        others: &[Roxmltree],
        is: |case| case.input.windows(6).any(|name| name == b":xmlns"),
        rule: "Namespaces in XML 1.0 §3: `p:xmlns` is an attribute, not a declaration",
    },
    Disagreement {
        others: &[Roxmltree, QuickXml],
        is: we_refuse!(ErrorKind::InvalidName),
        rule: "XML 1.0 §2.3, Namespaces in XML 1.0 §4: names",
    },
    Disagreement {
        others: &[Roxmltree, QuickXml],
        is: we_refuse!(ErrorKind::InvalidCharacterReference),
        rule: "XML 1.0 §4.1: a reference is to a character",
    },
    Disagreement {
        others: &[Roxmltree, Rxml, QuickXml],
        is: we_refuse!(ErrorKind::DuplicateAttribute { .. }),
        rule: "XML 1.0 §3.1, Namespaces in XML 1.0 §6.3: attributes and declarations are unique",
    },
    Disagreement {
        others: &[Rxml],
        is: we_refuse!(ErrorKind::UnexpectedCdata),
        rule: "XML 1.0 §2.1: no CDATA section outside of the root",
    },
    Disagreement {
        others: &[Rxml],
        is: |case| {
            matches!(case.ours, Some(ErrorKind::TextOutsideRoot))
                && case.input.windows(2).any(|start| start == b"&#")
        },
        rule: "XML 1.0 §2.8: white space around the root is not spelt as references",
    },
    Disagreement {
        others: &[QuickXml],
        is: we_refuse!(
            ErrorKind::CdataEndInText
                | ErrorKind::InvalidCharacter
                | ErrorKind::UnexpectedCharacter
        ),
        rule: "XML 1.0 §2.2 to §3.1: quick-xml does not check all of the grammar",
    },
    Disagreement {
        others: &[Rxml],
        is: |case| case.theirs.is_some() && case.input.starts_with("\u{feff}".as_bytes()),
        rule: "XML 1.0 §4.3.3: a file may begin with a byte order mark",
    },
    Disagreement {
        others: &[Rxml],
        is: |case| {
            let error = case.theirs.unwrap_or_default();
            error.contains("DocumentBegin")
                && matches!(case.input, [b'\t' | b'\n' | b'\r' | b' ', ..])
        },
        rule: "XML 1.0 §2.8: white space may stand before the root",
    },
    Disagreement {
        others: &[Rxml],
        is: |case| {
            let error = case.theirs.unwrap_or_default();
            let text = String::from_utf8_lossy(case.input);
            let digits = |reference: &str| {
                let number = reference.strip_prefix('x').unwrap_or(reference);
                number.bytes().take_while(u8::is_ascii_hexdigit).count()
            };
            let is_long = text.split("&#").skip(1).any(|after| digits(after) >= 8);
            case.ours.is_none() && error.contains("UndeclaredEntity") && is_long
        },
        rule: "XML 1.0 §4.1: a character reference may have any number of leading zeros",
    },
    Disagreement {
        others: &[Rxml],
        is: |case| {
            let error = case.theirs.unwrap_or_default();
            let text = String::from_utf8_lossy(case.input);
            case.ours.is_none()
                && error.contains("UnexpectedChar(Some(Name")
                && text.contains(|c| matches!(c, '\u{FDF0}'..='\u{FFFD}'))
        },
        rule: "XML 1.0 §2.3, fifth edition: U+FDF0 to U+FFFD may stand in names",
    },
];

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
    if matches!((ours, theirs), (Ok(ours), Ok(theirs)) if ours == theirs)
        || ours.is_err() && theirs.is_err()
    {
        return;
    }
    let case = Case {
        input,
        ours: ours.as_ref().err().map(Error::kind),
        theirs: theirs.as_ref().err().map(String::as_str),
    };
    let rule = DISAGREEMENTS
        .iter()
        .find(|disagreement| disagreement.others.contains(&other) && (disagreement.is)(&case))
        .map(|disagreement| disagreement.rule);
    assert!(rule.is_some(), "we: {ours:?}\n{other:?}: {theirs:?}");
}

/// An element taken out of another is the same, read anew or not.
fn parts(root: Node<'_>) {
    const MOST: usize = 16;
    for child in root.content().take(MOST) {
        if let Content::Element(node) = child {
            let raw = RawElement::from(node);
            let again: RawElement = raw.to_string().parse().expect("it is self-contained");
            assert_eq!(raw.canonical(), again.canonical());
            assert_eq!(raw.namespace(), node.namespace());
            parts(raw.node());
        }
    }
}
