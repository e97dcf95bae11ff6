//! `cargo xtask peer`: this library at the other end of `cargo xtask judge`.

use std::io::{BufRead, Write};

use serde::Serialize;
use xmpp_stanzas::xml::{Error, Node, RawElement};

use crate::Result;
use crate::verdict::{Refusal, Verdict};

/// What came of reading an element.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Read {
    /// What was written back.
    xml: String,
    /// The expanded names of elements, and the paths of parts, that no type has a field for.
    opaque: Vec<String>,
}

/// A line of the answer.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Line {
    Read(Read),
    Refused {
        error: String,
        condition: &'static str,
    },
}

/// Answers each line of `input`: as the types, or where `raw` is set as elements without a type.
///
/// # Errors
/// A line is no JSON string, or a stream fails.
pub(crate) fn run(raw: bool, input: impl BufRead, out: &mut impl Write) -> Result<bool> {
    for line in input.lines() {
        let element: String = serde_json::from_str(&line?)?;
        let read = if raw {
            untyped(&element)
        } else {
            typed(&element)
        };
        let line = match read {
            Ok(read) => Line::Read(read),
            Err(error) => Line::Refused {
                condition: if error.is_not_well_formed() {
                    error.kind().stream_condition()
                } else {
                    error.kind().stanza_condition()
                },
                error: error.to_string(),
            },
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
        out.flush()?;
    }
    Ok(true)
}

/// Reads an element without a type and writes it.
fn untyped(text: &str) -> core::result::Result<Read, Error> {
    let element = RawElement::from_slice(text.as_bytes())?;
    Ok(Read {
        opaque: vec![expanded(&element.node())],
        xml: element.to_string(),
    })
}

/// Reads an element as its type, what that keeps unread as the types of that, and writes all of it.
///
/// # Errors
/// The text is refused, or a type refuses its element: the error, and where it is from the root.
pub(crate) fn typed(text: &str) -> core::result::Result<Read, Error> {
    let element = RawElement::from_slice(text.as_bytes())?;
    let verdict = Verdict::of(text, &element);
    if let Some(Refusal {
        error: Some(error),
        spot,
        ..
    }) = verdict.refused.into_iter().next()
    {
        return Err(Error::new(error.kind().clone()).at(spot.path, spot.offset));
    }
    let names = verdict.opaque.into_iter();
    let names = names.map(|part| format!("{{{}}}{}", part.namespace, part.name));
    let paths = verdict.untyped.into_iter().map(|spot| spot.path);
    Ok(Read {
        xml: verdict.written,
        opaque: names.chain(paths).collect(),
    })
}

/// `{namespace}local`.
fn expanded(node: &Node<'_>) -> String {
    format!("{{{}}}{}", node.namespace(), node.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(raw: bool, elements: &[&str]) -> Vec<serde_json::Value> {
        let lines = elements
            .iter()
            .map(|element| serde_json::json!(element).to_string() + "\n");
        let mut out = Vec::new();
        run(raw, lines.collect::<String>().as_bytes(), &mut out).expect("each line is a string");
        let answers = serde_json::Deserializer::from_slice(&out).into_iter();
        answers
            .collect::<core::result::Result<_, _>>()
            .expect("answers are JSON")
    }

    #[test]
    fn says_what_it_read_without_a_type_and_what_it_refused() {
        let unknown = "<message xmlns='jabber:client'><body>Tea?</body><a xmlns='urn:example:a' b='\n'/></message>";
        let delay = "<message xmlns='jabber:client'><delay xmlns='urn:xmpp:delay'/></message>";
        let timeless = delay.replace("/></message>", " stamp='tea'/></message>");
        let answers = answers(false, &[unknown, &timeless, "<a>"]);
        assert_eq!(answers[0]["xml"], unknown);
        assert_eq!(
            answers[0]["opaque"],
            serde_json::json!(["{urn:example:a}a"])
        );
        assert_eq!(answers[1]["condition"], "bad-request");
        assert_eq!(answers[2]["condition"], "not-well-formed");
    }

    #[test]
    fn reads_without_types_where_it_is_asked_to() {
        let delay = "<message xmlns='jabber:client'><delay xmlns='urn:xmpp:delay'/></message>";
        let answers = answers(true, &[delay]);
        assert_eq!(answers[0]["xml"], delay);
        assert_eq!(
            answers[0]["opaque"],
            serde_json::json!(["{jabber:client}message"])
        );
    }

    #[test]
    fn stops_at_a_line_that_is_no_question() {
        assert!(run(false, &b"<a/>\n"[..], &mut Vec::new()).is_err());
    }
}
