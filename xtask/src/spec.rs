//! A specification as the runs see it, whether XEP or RFC: what it is called, and the blocks that it shows.

use core::fmt;
use std::collections::BTreeSet;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The XEPs of the original scope, every one of which has been complete since.
pub(crate) const ORIGINAL: [u16; 60] = [
    1, 4, 9, 12, 16, 30, 45, 47, 50, 59, 60, 68, 77, 82, 85, 114, 115, 122, 126, 128, 131, 133,
    141, 144, 155, 156, 158, 163, 166, 167, 172, 174, 176, 177, 182, 184, 191, 199, 202, 203, 221,
    222, 223, 224, 231, 234, 237, 245, 248, 249, 256, 260, 261, 262, 293, 294, 297, 320, 338, 339,
];

/// The specifications that the totals leave out, and why.
const LEFT_OUT: [(Spec, &str); 1] = [(
    Spec::Xep(239),
    "a joke whose two examples, of thousands of elements each, are half of all there are",
)];

/// A specification by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spec {
    Rfc(u16),
    Xep(u16),
}

impl Spec {
    /// The specification of this name, as the registry has it: `RFC 6120`, `XEP-0030`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let spec = match name.split_at_checked(4)? {
            ("RFC ", number) => Self::Rfc(number.parse().ok()?),
            ("XEP-", number) => Self::Xep(number.parse().ok()?),
            _ => return None,
        };
        (spec.to_string() == name).then_some(spec)
    }

    /// The name of a file about it, without the extension: `rfc6120`, `xep-0030`.
    pub(crate) fn file_stem(self) -> String {
        self.to_string().to_lowercase().replace(' ', "")
    }

    /// Where it is published.
    pub(crate) fn address(self) -> String {
        match self {
            Self::Rfc(number) => format!("https://www.rfc-editor.org/rfc/rfc{number}"),
            Self::Xep(_) => format!("https://xmpp.org/extensions/{}.html", self.file_stem()),
        }
    }

    /// Whether it is one of the XEPs that were there first.
    pub(crate) fn is_original(self) -> bool {
        matches!(self, Self::Xep(number) if ORIGINAL.contains(&number))
    }

    /// Why the totals leave it out, if they do.
    pub(crate) fn left_out(self) -> Option<&'static str> {
        let (_, why) = LEFT_OUT.iter().find(|(spec, _)| *spec == self)?;
        Some(why)
    }
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rfc(number) => write!(f, "RFC {number}"),
            Self::Xep(number) => write!(f, "XEP-{number:04}"),
        }
    }
}

impl Serialize for Spec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What one specification shows.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) spec: Spec,
    pub(crate) title: String,
    /// As it calls it itself: `Draft`, `Standards Track`.
    pub(crate) status: String,
    /// The namespaces that it says it defines: in its schemas, else to the registrar.
    pub(crate) defines: BTreeSet<String>,
    /// What may be examples, in their order.
    pub(crate) blocks: Vec<Block>,
}

/// One `<example>` or `<code>` of a XEP, or one block of XML in an RFC.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    /// The place among the blocks of this kind in the document, from 1.
    pub(crate) index: usize,
    /// Empty where there is none.
    pub(crate) caption: String,
    pub(crate) section: Section,
    pub(crate) text: String,
    /// Of the text, in lower-case hex. What is remembered about a block is keyed on this, for
    /// the index changes whenever an example is added before it.
    pub(crate) sha256: String,
}

impl Block {
    pub(crate) fn new(
        kind: BlockKind,
        index: usize,
        caption: &str,
        section: Section,
        text: String,
    ) -> Self {
        Self {
            kind,
            index,
            caption: caption.split_whitespace().collect::<Vec<_>>().join(" "),
            section,
            sha256: sha256(&text),
            text,
        }
    }
}

/// Where in its document a block stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Section {
    /// `7.2.1`; empty before the first section.
    pub(crate) number: String,
    pub(crate) title: String,
    /// The address of the section, as precise as the source allows.
    pub(crate) link: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum BlockKind {
    Example,
    Code,
}

impl fmt::Display for BlockKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Example => "example",
            Self::Code => "code",
        })
    }
}

pub(crate) fn sha256(text: impl AsRef<[u8]>) -> String {
    Sha256::digest(text)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The namespaces that the XML Schemas in a text are for.
pub(crate) fn schema_namespaces(text: &str) -> impl Iterator<Item = String> {
    text.split("targetNamespace").skip(1).filter_map(|rest| {
        let value = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| "'\"".contains(*c))?;
        let (namespace, _) = value[1..].split_once(quote)?;
        Some(namespace.trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_specification_is_found_by_its_name_alone() {
        for (name, spec, stem) in [
            ("RFC 6120", Spec::Rfc(6120), "rfc6120"),
            ("XEP-0030", Spec::Xep(30), "xep-0030"),
        ] {
            assert_eq!(Spec::named(name), Some(spec));
            assert_eq!(spec.to_string(), name);
            assert_eq!(spec.file_stem(), stem);
        }
        for other in [
            "",
            "XEP",
            "XEP-30",
            "XEP-+030",
            "RFC6120",
            "RFC 06120",
            "é30",
        ] {
            assert_eq!(Spec::named(other), None, "{other}");
        }
    }

    #[test]
    fn the_original_scope_is_sorted_and_has_no_number_twice() {
        assert!(ORIGINAL.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn the_hash_is_the_sha_256_of_the_text() {
        let block = Block::new(
            BlockKind::Code,
            1,
            " a\n b",
            Section::default(),
            "abc".to_owned(),
        );
        assert_eq!(
            block.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(block.caption, "a b");
    }

    #[test]
    fn finds_the_namespaces_of_schemas() {
        let text = "<xs:schema targetNamespace='a' xmlns='b'/> targetNamespace <x \
                    targetNamespace = \"c d\">targetNamespace='";
        let found: Vec<_> = schema_namespaces(text).collect();
        assert_eq!(found, ["a", "c d"]);
    }
}
