//! The hostile vectors: what has to be refused, and with which error.

use std::fs;

use serde::{Deserialize, Serialize};

use crate::{Result, workspace};

/// One hostile vector: a record of the index, and what the file it names holds.
#[derive(Debug, Serialize)]
pub(crate) struct Hostile {
    /// `hostile/xml/comment-in-root`.
    pub(crate) id: String,
    pub(crate) file: String,
    /// The section that forbids it.
    pub(crate) rule: String,
    /// The name of the kind of error in this project.
    kind: String,
    /// The first byte that cannot stand where it stands, or that of the whole that is wrong, where the XML is at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
    /// Where the value is at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    pub(crate) answer: Answer,
    /// Why this project accepts it all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<String>,
    #[serde(skip)]
    pub(crate) bytes: Vec<u8>,
}

/// The error that answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Answer {
    /// A stream error of this condition: the XML is at fault, and the stream ends.
    Stream(String),
    /// A stanza error of this condition: the XML is well-formed, and a value in it is at fault.
    Stanza(String),
}

impl Answer {
    pub(crate) fn condition(&self) -> &str {
        match self {
            Self::Stream(condition) | Self::Stanza(condition) => condition,
        }
    }
}

/// `testdata/hostile/hostile.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct XmlFaults {
    refused: Vec<XmlFault>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct XmlFault {
    file: String,
    kind: String,
    offset: usize,
    rule: String,
}

/// `testdata/refused.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueFaults {
    refused: Vec<ValueFault>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueFault {
    name: String,
    xml: String,
    rule: String,
    kind: String,
    path: String,
    condition: String,
    /// Why our types accept it.
    accepted: Option<String>,
}

/// All hostile vectors: those of XML, then those of types, each in the order of its list.
///
/// # Errors
/// A file cannot be read or is not what `testdata/README.md` says, or is not refused.
pub(crate) fn load() -> Result<Vec<Hostile>> {
    let dir = workspace().join("testdata/hostile");
    let listed: XmlFaults = toml::from_str(&fs::read_to_string(dir.join("hostile.toml"))?)?;
    let mut all = Vec::new();
    for XmlFault {
        file,
        kind,
        offset,
        rule,
    } in listed.refused
    {
        let bytes = fs::read(dir.join(&file)).map_err(|error| format!("{file}: {error}"))?;
        let Err(error) = xmpp_stanzas::xml::RawElement::from_slice(&bytes) else {
            return Err(format!("{file}: not refused").into());
        };
        let name = file.trim_end_matches(".xml");
        all.push(Hostile {
            id: format!("hostile/xml/{name}"),
            file: format!("hostile/xml/{file}"),
            rule,
            kind,
            offset: Some(offset),
            path: None,
            answer: Answer::Stream(error.kind().stream_condition().to_owned()),
            accepted: None,
            bytes,
        });
    }
    let list = workspace().join("testdata/refused.toml");
    let listed: ValueFaults = toml::from_str(&fs::read_to_string(list)?)?;
    for ValueFault {
        name,
        xml,
        rule,
        kind,
        path,
        condition,
        accepted,
    } in listed.refused
    {
        all.push(Hostile {
            id: format!("hostile/types/{name}"),
            file: format!("hostile/types/{name}.xml"),
            rule,
            kind,
            offset: None,
            path: Some(path),
            answer: Answer::Stanza(condition),
            accepted,
            bytes: xml.into_bytes(),
        });
    }
    Ok(all)
}

#[cfg(test)]
impl Hostile {
    /// Whether it is the XML that is at fault.
    pub(crate) fn is_xml_fault(&self) -> bool {
        matches!(self.answer, Answer::Stream(_))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use xmpp_stanzas::xml::{Error, RawElement};

    use super::*;
    use crate::peer;
    use crate::roundtrip::files;

    fn all() -> Vec<Hostile> {
        load().expect("the vectors can be read")
    }

    fn kind(error: &Error) -> String {
        let kind = format!("{:?}", error.kind());
        kind.split(' ').next().unwrap_or_default().to_owned()
    }

    #[test]
    fn everything_hostile_is_refused_for_its_reason_at_its_byte() {
        let all = all();
        let of_xml: Vec<_> = all.iter().filter(|vector| vector.is_xml_fault()).collect();
        for vector in &of_xml {
            let error = RawElement::from_slice(&vector.bytes).expect_err(&vector.id);
            assert_eq!(
                (&kind(&error), Some(error.offset())),
                (&vector.kind, vector.offset),
                "{} ({})",
                vector.id,
                vector.rule
            );
        }
        let dir = workspace().join("testdata/hostile");
        let listed: BTreeSet<_> = of_xml
            .iter()
            .map(|vector| dir.join(vector.file.trim_start_matches("hostile/xml/")))
            .collect();
        assert_eq!(files(&dir).expect("the folder can be read"), listed);
        assert!(listed.len() >= 200, "{}", listed.len());
    }

    #[test]
    fn every_listed_stanza_is_refused_at_its_place_unless_it_says_why_not() {
        let mut faults = Vec::new();
        let mut found = 0;
        for vector in all().iter().filter(|vector| !vector.is_xml_fault()) {
            found += 1;
            let text = core::str::from_utf8(&vector.bytes).expect("the list is UTF-8");
            let refused = peer::typed(text).err().map(|error| {
                let condition = error.kind().stanza_condition().to_owned();
                let path = Some(error.path().to_owned());
                (kind(&error), path, Answer::Stanza(condition))
            });
            let Hostile {
                kind, path, answer, ..
            } = vector;
            let listed = (kind.clone(), path.clone(), answer.clone());
            if refused != vector.accepted.is_none().then_some(listed) {
                faults.push(format!("{}: {refused:?}", vector.id));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert!(found >= 35, "{found}");
    }
}
