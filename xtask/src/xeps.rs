//! The sources of the XMPP Extension Protocols: where they come from and what they show.
//!
//! Nothing of them is part of this repository. They are read from a folder that the user names,
//! or from a clone that [`Sources::find`] makes.

mod clone;
mod entities;

use core::fmt;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::Result;

/// The XEPs whose every example has to be parsed, typed and lossless.
pub(crate) const IN_SCOPE: [u16; 60] = [
    1, 4, 9, 12, 16, 30, 45, 47, 50, 59, 60, 68, 77, 82, 85, 114, 115, 122, 126, 128, 131, 133,
    141, 144, 155, 156, 158, 163, 166, 167, 172, 174, 176, 177, 182, 184, 191, 199, 202, 203, 221,
    222, 223, 224, 231, 234, 237, 245, 248, 249, 256, 260, 261, 262, 293, 294, 297, 320, 338, 339,
];

/// A folder of XEP sources.
#[derive(Debug)]
pub(crate) struct Sources {
    dir: PathBuf,
    /// The numbers of the XEPs in the folder.
    numbers: BTreeSet<u16>,
    /// `xep.ent`, the entities that all XEPs use.
    entities: String,
}

impl Sources {
    /// Finds the sources: the folder that was named, else the one that `XEPS_DIR` names, else a
    /// clone of the public repository.
    ///
    /// `None` when the clone cannot be made, which the user is told: the run goes on without XEPs.
    ///
    /// # Errors
    /// A folder that was named and holds no sources.
    pub(crate) fn find(named: Option<PathBuf>) -> Result<Option<Self>> {
        let named = named.or_else(|| env::var_os("XEPS_DIR").map(PathBuf::from));
        if let Some(dir) = named {
            return Self::open(dir).map(Some);
        }
        match clone::ensure() {
            Ok(dir) => Self::open(dir).map(Some),
            Err(error) => {
                eprintln!("xeps: no XEP sources: {error}");
                eprintln!("xeps: going on without them; name a folder with --xeps or XEPS_DIR");
                Ok(None)
            }
        }
    }

    fn open(dir: PathBuf) -> Result<Self> {
        let in_dir = |error| format!("{}: {error}", dir.display());
        let mut numbers = BTreeSet::new();
        for entry in fs::read_dir(&dir).map_err(in_dir)? {
            numbers.extend(number(&entry?.file_name().to_string_lossy()));
        }
        if numbers.is_empty() {
            return Err(format!("{}: no xep-NNNN.xml in this folder", dir.display()).into());
        }
        let shared = dir.join("xep.ent");
        let entities = fs::read_to_string(&shared)
            .map_err(|error| format!("{}: {error}", shared.display()))?;
        Ok(Self {
            dir,
            numbers,
            entities,
        })
    }

    /// The numbers of all XEPs in the folder, in order.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u16> {
        self.numbers.iter().copied()
    }

    /// Reads one XEP.
    ///
    /// # Errors
    /// The file is missing or is not well-formed.
    pub(crate) fn read(&self, number: u16) -> Result<Xep> {
        let path = self.dir.join(format!("xep-{number:04}.xml"));
        read_xep(number, &path, &self.entities)
            .map_err(|error| format!("{}: {error}", path.display()).into())
    }
}

/// What one XEP shows.
#[derive(Debug)]
pub(crate) struct Xep {
    pub(crate) number: u16,
    pub(crate) title: String,
    /// The examples and code blocks in document order.
    pub(crate) blocks: Vec<Block>,
}

/// One `<example>` or `<code>` of a XEP.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    /// The place among the blocks of this kind in the XEP, from 1.
    pub(crate) index: usize,
    /// Empty where the XEP gives none.
    pub(crate) caption: String,
    pub(crate) text: String,
    /// Of the text, in lower-case hex. What is remembered about a block is keyed on this, for
    /// the index changes whenever an example is added before it.
    pub(crate) sha256: String,
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

/// The XEP number in a file name such as `xep-0030.xml`.
fn number(file_name: &str) -> Option<u16> {
    let digits = file_name.strip_prefix("xep-")?.strip_suffix(".xml")?;
    let is_number = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

fn read_xep(number: u16, path: &Path, shared_entities: &str) -> Result<Xep> {
    let source = fs::read_to_string(path)?;
    parse_xep(number, &source, shared_entities)
}

fn parse_xep(number: u16, source: &str, shared_entities: &str) -> Result<Xep> {
    let expanded = entities::expand(source, shared_entities)?;
    let document = roxmltree::Document::parse(&expanded)?;
    let title = document
        .descendants()
        .find(|node| node.has_tag_name("title"))
        .map(string_value)
        .unwrap_or_default();
    let mut blocks = Vec::new();
    let (mut examples, mut codes) = (0, 0);
    for node in document.descendants() {
        let (kind, count) = match node.tag_name().name() {
            "example" => (BlockKind::Example, &mut examples),
            "code" => (BlockKind::Code, &mut codes),
            _ => continue,
        };
        *count += 1;
        let text = string_value(node);
        blocks.push(Block {
            kind,
            index: *count,
            caption: node.attribute("caption").unwrap_or_default().to_owned(),
            sha256: sha256(&text),
            text,
        });
    }
    Ok(Xep {
        number,
        title: title.split_whitespace().collect::<Vec<_>>().join(" "),
        blocks,
    })
}

/// All text below a node, as XPath understands it.
fn string_value(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants()
        .filter(roxmltree::Node::is_text)
        .filter_map(|text| text.text())
        .collect()
}

fn sha256(text: &str) -> String {
    Sha256::digest(text)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARED: &str = "<!ENTITY IQ \"&lt;iq/&gt;\">\n<!ENTITY ns 'urn:shared'>";

    fn xep(subset: &str, body: &str) -> Xep {
        let source = format!(
            "<?xml version='1.0'?>\n<!DOCTYPE xep SYSTEM 'xep.dtd' [\n\
             <!ENTITY % ents SYSTEM 'xep.ent'>\n%ents;\n{subset}]>\n<xep><header><title>A \n &IQ;\
             </title></header>{body}</xep>"
        );
        parse_xep(9999, &source, SHARED).expect("the source is well-formed")
    }

    #[test]
    fn reads_examples_and_code_with_their_own_numbering() {
        let xep = xep(
            "",
            "<section1 topic='&IQ;'><example caption='a'>1</example><code>2</code>\
             <div><example caption='b &IQ;'>3</example></div></section1>",
        );
        assert_eq!(xep.title, "A <iq/>");
        let seen: Vec<_> = xep
            .blocks
            .iter()
            .map(|b| (b.kind, b.index, b.caption.as_str(), b.text.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (BlockKind::Example, 1, "a", "1"),
                (BlockKind::Code, 1, "", "2"),
                (BlockKind::Example, 2, "b <iq/>", "3"),
            ]
        );
    }

    #[test]
    fn reads_text_from_cdata_entities_and_markup_alike() {
        let local = "<!ENTITY base 'urn:local'><!ENTITY sub '&base;:sub'><!ENTITY em '<em>x</em>'>";
        for (written, read) in [
            ("<![CDATA[\n<a/>\n]]>", "\n<a/>\n"),
            ("&lt;a/>", "<a/>"),
            ("<![CDATA[<a b='&amp;'/>]]>", "<a b='&amp;'/>"),
            (
                "<![CDATA[<a xmlns=']]>&ns;<![CDATA['/>]]>",
                "<a xmlns='urn:shared'/>",
            ),
            (
                "<![CDATA[<a xmlns=']]>&sub;<![CDATA['/>]]>",
                "<a xmlns='urn:local:sub'/>",
            ),
            ("<![CDATA[&ns;]]>", "&ns;"),
            ("1 &em; 2", "1 x 2"),
            ("&IQ;\r\n", "<iq/>\n"),
        ] {
            let xep = xep(local, &format!("<example>{written}</example>"));
            assert_eq!(xep.blocks[0].text, read, "{written}");
        }
    }

    #[test]
    fn the_hash_is_the_sha_256_of_the_text() {
        let xep = xep("", "<code>abc</code>");
        assert_eq!(
            xep.blocks[0].sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn takes_the_number_from_the_file_name() {
        assert_eq!(number("xep-0030.xml"), Some(30));
        for other in ["xep-template.xml", "xep-30.xml", "xep-+030.xml", "xep.ent"] {
            assert_eq!(number(other), None, "{other}");
        }
    }

    #[test]
    fn the_scope_is_sorted_and_has_no_number_twice() {
        assert!(IN_SCOPE.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn refuses_a_named_folder_without_sources() {
        let error = Sources::find(Some(PathBuf::from(env!("CARGO_MANIFEST_DIR"))));
        assert!(error.is_err_and(|e| e.to_string().contains("no xep-NNNN.xml")));
    }
}
