//! The sources of the XMPP Extension Protocols: where they come from and what they show.
//!
//! Nothing of them is part of this repository. They are read from a folder that the user names,
//! or from a clone that [`Sources::find`] makes.

mod clone;
mod entities;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use roxmltree::Node;

use crate::Result;
use crate::spec::{Block, BlockKind, Document, Section, Spec, schema_namespaces};

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
    pub(crate) fn read(&self, number: u16) -> Result<Document> {
        let path = self.dir.join(format!("xep-{number:04}.xml"));
        read_xep(number, &path, &self.entities)
            .map_err(|error| format!("{}: {error}", path.display()).into())
    }
}

/// The XEP number in a file name such as `xep-0030.xml`.
fn number(file_name: &str) -> Option<u16> {
    let digits = file_name.strip_prefix("xep-")?.strip_suffix(".xml")?;
    let is_number = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

fn read_xep(number: u16, path: &Path, shared_entities: &str) -> Result<Document> {
    let source = fs::read_to_string(path)?;
    parse_xep(number, &source, shared_entities)
}

fn parse_xep(number: u16, source: &str, shared_entities: &str) -> Result<Document> {
    let spec = Spec::Xep(number);
    let expanded = entities::expand(source, shared_entities)?;
    let document = roxmltree::Document::parse(&expanded)?;
    let header = |name: &str| {
        let found = document.descendants().find(|node| node.has_tag_name(name));
        one_line(&found.map(string_value).unwrap_or_default())
    };
    let mut blocks = Vec::new();
    let (mut examples, mut codes) = (0, 0);
    for node in document.descendants() {
        let (kind, count) = match node.tag_name().name() {
            "example" => (BlockKind::Example, &mut examples),
            "code" => (BlockKind::Code, &mut codes),
            _ => continue,
        };
        *count += 1;
        let caption = node.attribute("caption").unwrap_or_default();
        let text = string_value(node);
        blocks.push(Block::new(kind, *count, caption, section(spec, node), text));
    }
    // A schema of nothing but values defines no namespace of elements.
    let schemas = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Code && block.text.contains("element "));
    let mut defines: BTreeSet<_> = schemas
        .flat_map(|block| schema_namespaces(&block.text))
        .collect();
    if defines.is_empty() {
        defines = registered(&document);
    }
    Ok(Document {
        spec,
        title: header("title"),
        status: header("status"),
        defines,
        blocks,
    })
}

/// The section that a node stands in.
fn section(spec: Spec, node: Node<'_, '_>) -> Section {
    let is_section = |node: &Node<'_, '_>| {
        let level = node.tag_name().name().strip_prefix("section");
        level.is_some_and(|level| level.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut numbers = Vec::new();
    let mut found = Section::default();
    let mut anchor = None;
    for ancestor in node.ancestors().filter(is_section) {
        if numbers.is_empty() {
            found.title = one_line(ancestor.attribute("topic").unwrap_or_default());
        }
        anchor = anchor.or_else(|| ancestor.attribute("anchor"));
        let before = ancestor.prev_siblings().skip(1).filter(is_section);
        numbers.push((before.count() + 1).to_string());
    }
    numbers.reverse();
    found.number = numbers.join(".");
    let anchor = anchor.map(|anchor| format!("#{anchor}"));
    found.link = spec.address() + &anchor.unwrap_or_default();
    found
}

/// What a XEP tells the registrar of namespaces to list: the items of that section, else the words of its text that
/// look like namespaces.
fn registered(document: &roxmltree::Document<'_>) -> BTreeSet<String> {
    const ABOUT: [&str; 3] = [
        "Protocol Namespaces",
        "Protocol Namespace",
        "XMPP Registrar Namespaces",
    ];
    const BEGINNINGS: [&str; 4] = [
        "urn:xmpp:",
        "jabber:",
        "http://jabber.org/",
        "https://xmpp.org/",
    ];
    // The registries themselves, and the XEPs that say how they are kept.
    const PAGES: [&str; 3] = [
        "https://xmpp.org/registrar/",
        "http://www.xmpp.org/extensions/xep-",
        "https://xmpp.org/extensions/xep-",
    ];
    let sections = document.descendants().filter(|node| {
        let topic = node.attribute("topic").map(str::trim);
        topic.is_some_and(|topic| ABOUT.contains(&topic))
    });
    let mut found = BTreeSet::new();
    for section in sections {
        let text: Vec<_> = section
            .descendants()
            .filter_map(|node| node.text())
            .collect();
        let text = text.join(" ");
        let words = text.split(|c: char| c.is_whitespace() || "\"'<>()[],;".contains(c));
        let words = words.map(|word| word.trim_end_matches('.'));
        found.extend(
            words
                .filter(|word| {
                    let begins = |with: &[&str]| with.iter().any(|with| word.starts_with(with));
                    begins(&BEGINNINGS) && !begins(&PAGES)
                })
                .map(str::to_owned),
        );
    }
    found
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All text below a node, as XPath understands it.
fn string_value(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(Node::is_text)
        .filter_map(|text| text.text())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARED: &str = "<!ENTITY IQ \"&lt;iq/&gt;\">\n<!ENTITY ns 'urn:shared'>";

    fn xep(subset: &str, body: &str) -> Document {
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
    fn knows_where_a_block_stands() {
        let xep = xep(
            "",
            "<section1 topic='a' anchor='one'/><section1 topic='b' anchor='two'>\
             <section2 topic='c\n &ns;'><p><example/></p></section2></section1><code/>",
        );
        let section = |number: &str, title: &str, anchor: &str| Section {
            number: number.to_owned(),
            title: title.to_owned(),
            link: format!("https://xmpp.org/extensions/xep-9999.html{anchor}"),
        };
        assert_eq!(
            xep.blocks[0].section,
            section("2.1", "c urn:shared", "#two")
        );
        assert_eq!(xep.blocks[1].section, section("", "", ""));
    }

    #[test]
    fn knows_what_a_xep_defines() {
        let registrar = "<section2 topic='Protocol Namespaces'><p>See <link>http://example.org/</link> \
                         and https://xmpp.org/registrar/namespaces.html \
                         (https://xmpp.org/extensions/xep-0053.html).\
                         <ul><li>urn:xmpp:tea:0</li></ul> jabber:iq:tea.</p></section2>";
        let schema = "<code>&lt;xs:schema targetNamespace='urn:shared'>&lt;xs:element name=''/></code>\
                      <code>&lt;xs:schema targetNamespace='a'>&lt;xs:simpleType name=''/></code>";
        let defines = |body: &str| Vec::from_iter(xep("", body).defines);
        assert_eq!(defines(registrar), ["jabber:iq:tea", "urn:xmpp:tea:0"]);
        assert_eq!(defines(&(registrar.to_owned() + schema)), ["urn:shared"]);
        assert!(defines("<code>targetNamespace</code>").is_empty());
    }

    #[test]
    fn takes_the_number_from_the_file_name() {
        assert_eq!(number("xep-0030.xml"), Some(30));
        for other in ["xep-template.xml", "xep-30.xml", "xep-+030.xml", "xep.ent"] {
            assert_eq!(number(other), None, "{other}");
        }
    }

    #[test]
    fn refuses_a_named_folder_without_sources() {
        let error = Sources::find(Some(PathBuf::from(env!("CARGO_MANIFEST_DIR"))));
        assert!(error.is_err_and(|e| e.to_string().contains("no xep-NNNN.xml")));
    }
}
