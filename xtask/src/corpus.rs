//! Everything that a run reads: the specifications, and whose each namespace is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::example::{self, Content, Piece};
use crate::fitting::is_claimed;
use crate::scope::{STANZAS, STREAMS, XML};
use crate::spec::{Document, Spec};
use crate::{Result, library, rfcs, workspace, xeps};

/// Where the specifications are, as the user says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// The folder of XEPs; else as [`xeps::Sources::find`] says.
    pub(crate) xeps: Option<PathBuf>,
    /// The folder of RFCs; else as [`rfcs::Sources::find`] says.
    pub(crate) rfcs: Option<PathBuf>,
}

/// All specifications that there are to be read.
#[derive(Debug)]
pub(crate) struct Corpus {
    /// In order: the RFCs first.
    pub(crate) documents: Vec<Document>,
    /// The namespaces of each document that are its own; if it has none, those of others that it shows.
    own: BTreeMap<Spec, BTreeSet<String>>,
    /// The first document that each namespace is of.
    owners: BTreeMap<String, Spec>,
}

impl Corpus {
    /// Finds and reads them; `None` where there are no XEPs, which the user has been told then.
    ///
    /// # Errors
    /// A folder that was named has none, or one of them cannot be read.
    pub(crate) fn find(places: &Places) -> Result<Option<Self>> {
        FOREIGN.as_ref().map_err(String::clone)?;
        let Some(xeps) = xeps::Sources::find(places.xeps.clone())? else {
            return Ok(None);
        };
        let mut documents = match rfcs::Sources::find(places.rfcs.clone())? {
            Some(rfcs) => rfcs.read()?,
            None => Vec::new(),
        };
        for number in xeps.numbers() {
            documents.push(xeps.read(number)?);
        }
        Ok(Some(Self::of(documents)))
    }

    pub(crate) fn of(documents: Vec<Document>) -> Self {
        let mut corpus = Self {
            documents: Vec::new(),
            own: BTreeMap::new(),
            owners: BTreeMap::new(),
        };
        let (saying, silent): (Vec<_>, Vec<_>) = documents
            .iter()
            .partition(|source| !source.defines.is_empty());
        for document in saying {
            let mut own = document.defines.clone();
            let features = features_alone(document);
            own.retain(|namespace| !features.contains(namespace));
            corpus.add(document.spec, own);
        }
        // One that does not say what it defines defines what it shows and nobody else has.
        let defined: BTreeSet<String> = corpus.owners.keys().cloned().collect();
        for document in silent {
            let mut shown = namespaces_shown(document);
            shown.retain(|namespace| {
                !is_of_the_stream(namespace) && foreign_reason(namespace).is_none()
            });
            let own: BTreeSet<_> = shown.difference(&defined).cloned().collect();
            if own.is_empty() {
                corpus.own.insert(document.spec, shown);
            } else {
                corpus.add(document.spec, own);
            }
        }
        corpus.documents = documents;
        corpus
    }

    fn add(&mut self, spec: Spec, namespaces: BTreeSet<String>) {
        for namespace in &namespaces {
            self.owners.entry(namespace.clone()).or_insert(spec);
        }
        self.own.insert(spec, namespaces);
    }

    /// Whether these are about all specifications that there are.
    pub(crate) fn is_whole(&self) -> bool {
        let rfcs = self
            .documents
            .iter()
            .filter(|source| matches!(source.spec, Spec::Rfc(_)));
        let count = rfcs.count();
        count > 0 && self.documents.len() - count >= 500
    }

    /// The specification that defines a namespace, the first if there are several.
    pub(crate) fn owner(&self, namespace: &str) -> Option<Spec> {
        self.owners.get(namespace).copied()
    }

    /// The namespaces of a specification that no type is in, and that are not of others.
    pub(crate) fn unclaimed(&self, spec: Spec) -> impl Iterator<Item = &str> {
        let own = self.own.get(&spec).into_iter().flatten();
        own.map(String::as_str)
            .filter(|namespace| !is_claimed(namespace) && foreign_reason(namespace).is_none())
    }

    /// Whether a specification shows any namespace but those of streams and stanzas.
    pub(crate) fn has_namespaces(&self, spec: Spec) -> bool {
        self.own.get(&spec).is_some_and(|own| !own.is_empty())
    }
}

/// The names among those that a document defines which have no type since they are the names of features and no more: its
/// examples have them as such, and nothing is in them. What there is to have for one is a constant, so there has to be one.
fn features_alone(document: &Document) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = document.defines.clone();
    names.retain(|name| !is_claimed(name) && foreign_reason(name).is_none());
    let is_feature = |name: &String| {
        let features = ["'", "\""].map(|quote| format!("<feature var={quote}{name}{quote}"));
        let mut examples = document.blocks.iter().map(|block| &block.text);
        examples.any(|text| features.iter().any(|feature| text.contains(feature)))
    };
    names.retain(is_feature);
    if !names.is_empty() {
        let shown = namespaces_shown(document);
        names.retain(|name| !shown.contains(name) && library::has_constant(name));
    }
    names
}

/// The namespaces of the elements and attributes in the examples of a document.
fn namespaces_shown(document: &Document) -> BTreeSet<String> {
    let mut shown = BTreeSet::new();
    for (_, content) in example::contents(document) {
        let Content::Pieces(pieces) = content else {
            continue;
        };
        for piece in pieces {
            if let Piece::Element(element) = piece
                && let Ok(document) = roxmltree::Document::parse(&element.standalone())
            {
                for node in document.descendants().filter(roxmltree::Node::is_element) {
                    let attributes = node.attributes().filter_map(|a| a.namespace());
                    let namespaces = attributes.chain(node.tag_name().namespace());
                    shown.extend(namespaces.map(str::to_owned));
                }
            }
        }
    }
    shown
}

fn is_of_the_stream(namespace: &str) -> bool {
    namespace == XML || namespace == STREAMS || STANZAS.contains(&namespace)
}

/// The namespaces that no type will ever be for: `testdata/foreign.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Foreign {
    namespace: Vec<ForeignNamespace>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ForeignNamespace {
    /// The namespace; or with a `*` at its end all that begin so.
    name: String,
    /// What it is, and why it is none of ours.
    reason: String,
}

impl ForeignNamespace {
    fn is(&self, namespace: &str) -> bool {
        match self.name.strip_suffix('*') {
            Some(beginning) => namespace.starts_with(beginning),
            None => namespace == self.name,
        }
    }
}

/// What is listed; nothing where the list cannot be read, which [`Corpus::find`] says.
fn foreign() -> &'static [ForeignNamespace] {
    FOREIGN.as_deref().unwrap_or_default()
}

static FOREIGN: LazyLock<core::result::Result<Vec<ForeignNamespace>, String>> =
    LazyLock::new(|| {
        let path = workspace().join("testdata/foreign.toml");
        read_foreign(&path).map_err(|error| format!("{}: {error}", path.display()))
    });

fn read_foreign(path: &Path) -> Result<Vec<ForeignNamespace>> {
    let foreign: Foreign = toml::from_str(&fs::read_to_string(path)?)?;
    if let Some(silent) = foreign
        .namespace
        .iter()
        .find(|listed| listed.reason.trim().is_empty())
    {
        return Err(format!("no reason is given for {:?}", silent.name).into());
    }
    Ok(foreign.namespace)
}

/// Why no type will ever be for a namespace, if that is listed.
pub(crate) fn foreign_reason(namespace: &str) -> Option<&'static str> {
    let listed = foreign().iter().find(|listed| listed.is(namespace))?;
    Some(&listed.reason)
}

/// The listed namespaces that are not among those which were met, or have a type by now.
pub(crate) fn stale_foreign<'a>(
    met: &'a BTreeSet<String>,
) -> impl Iterator<Item = &'static str> + use<'a> {
    let is_stale = |listed: &&ForeignNamespace| {
        let mut of_it = met.iter().filter(|namespace| listed.is(namespace));
        of_it.next().is_none() || is_claimed(&listed.name)
    };
    foreign()
        .iter()
        .filter(is_stale)
        .map(|listed| &*listed.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Block, BlockKind, Section};

    fn document(number: u16, defines: &[&str], example: &str) -> Document {
        let text = example.to_owned();
        let block = Block::new(BlockKind::Example, 1, "", Section::default(), text);
        Document {
            spec: Spec::Xep(number),
            title: String::new(),
            status: String::new(),
            defines: defines.iter().copied().map(str::to_owned).collect(),
            blocks: vec![block],
        }
    }

    #[test]
    fn a_namespace_is_of_the_first_that_defines_it_else_of_the_first_that_shows_it() {
        let corpus = Corpus::of(vec![
            document(1, &[], "<a xmlns='n:shown'><b xmlns='n:defined'/></a>"),
            document(2, &["n:defined"], "<a xmlns='n:by-the-way'/>"),
            document(3, &["n:defined", "urn:xmpp:ping"], ""),
            document(4, &[], "<a xmlns='n:shown'/>"),
        ]);
        for (namespace, owner) in [
            ("n:defined", Some(2)),
            ("n:shown", Some(1)),
            ("urn:xmpp:ping", Some(3)),
            // It may be of somebody whose source is not here.
            ("n:by-the-way", None),
        ] {
            assert_eq!(corpus.owner(namespace), owner.map(Spec::Xep), "{namespace}");
        }
        let unclaimed = |number| corpus.unclaimed(Spec::Xep(number)).collect::<Vec<_>>();
        assert_eq!(unclaimed(3), ["n:defined"]);
        assert_eq!(unclaimed(4), ["n:shown"]);
    }

    #[test]
    fn one_that_shows_only_namespaces_of_others_needs_those() {
        let corpus = Corpus::of(vec![
            document(1, &["n:a", "urn:xmpp:ping"], ""),
            document(2, &[], "<message><a xmlns='n:a'/></message>"),
            document(3, &[], "<iq><ping xmlns='urn:xmpp:ping'/></iq>"),
            document(
                4,
                &[],
                "<message xml:lang='en'><a xmlns='urn:example:a'/></message>",
            ),
        ]);
        let unclaimed = |number| corpus.unclaimed(Spec::Xep(number)).count();
        let has_namespaces = |number| corpus.has_namespaces(Spec::Xep(number));
        assert_eq!((has_namespaces(2), unclaimed(2)), (true, 1));
        assert_eq!((has_namespaces(3), unclaimed(3)), (true, 0));
        assert_eq!((has_namespaces(4), unclaimed(4)), (false, 0));
    }

    #[test]
    fn the_name_of_a_feature_needs_a_constant_and_no_type() {
        let known = "urn:xmpp:http:online-meetings:invite:0";
        let shown = |name: &str, other: &str| {
            format!(
                "<query xmlns='{other}'><feature var='{name}'/><feature var=\"{name}\"/></query>"
            )
        };
        for (name, example, is_unclaimed) in [
            (known, shown(known, "n:disco"), false),
            (known, "<query/>".to_owned(), true),
            (known, shown(known, known), true),
            ("n:feature", shown("n:feature", "n:disco"), true),
        ] {
            let corpus = Corpus::of(vec![document(1, &[name], &example)]);
            let unclaimed = corpus.unclaimed(Spec::Xep(1)).count();
            assert_eq!(unclaimed, usize::from(is_unclaimed), "{example}");
        }
    }

    #[test]
    fn what_is_foreign_is_listed_with_its_reason() {
        assert!(FOREIGN.is_ok(), "{:?}", FOREIGN.as_ref().err());
        for (namespace, expected) in [
            ("urn:example:tea", true),
            ("urn:exampl", false),
            ("http://www.w3.org/2000/svg", true),
            ("http://www.w3.org/2000/svg#", false),
            ("urn:xmpp:ping", false),
        ] {
            assert_eq!(foreign_reason(namespace).is_some(), expected, "{namespace}");
        }
    }

    #[test]
    fn what_nobody_shows_any_longer_has_to_be_taken_off_the_list() {
        let all: BTreeSet<String> = foreign()
            .iter()
            .map(|listed| listed.name.replace('*', "more"))
            .collect();
        assert_eq!(stale_foreign(&all).count(), 0);
        let mut fewer = all;
        assert!(fewer.remove("http://www.w3.org/2000/svg"));
        let stale: Vec<_> = stale_foreign(&fewer).collect();
        assert_eq!(stale, ["http://www.w3.org/2000/svg"]);
    }
}
