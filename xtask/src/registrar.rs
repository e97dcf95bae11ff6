//! The types for registered forms against what the XEPs register: the names, types and options of fields.
//!
//! A XEP submits fields for a `FORM_TYPE` in a block of code, in the form that XEP-0068 §8.1.1 gives. Every field that
//! is submitted for one of our types must be there, every field of ours must have been submitted, and its type and
//! options must be the same. `testdata/registrar.toml` lists where that is not so, with the reasons.
//!
//! Beside that, every form in an example that one of our types is for must be read by it and come back as it was.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use roxmltree::{Document, Node};
use serde::Deserialize;
use xmpp_stanzas::data_forms::form::Form;
use xmpp_stanzas::data_forms::form_type::FormEntry;
use xmpp_stanzas::forms;
use xmpp_stanzas::xml::{self, RawElement};

use crate::corpus::Corpus;
use crate::example::{self, Content, Piece};
use crate::spec::{Block, Document as Source, Spec};
use crate::table::Table;
use crate::{Result, workspace};

/// What came of the comparison.
#[derive(Debug)]
pub(crate) struct Report {
    /// A row for each form type.
    pub(crate) table: Table<1, 4>,
    /// The differences that are not listed, and the listed ones that are not there.
    pub(crate) unexpected: Vec<String>,
}

/// Compares all form types with all XEPs that there are.
///
/// # Errors
/// The list of differences cannot be read.
pub(crate) fn check(corpus: &Corpus) -> Result<Report> {
    let xeps = || {
        let documents = corpus.documents.iter();
        documents.filter_map(|document| match document.spec {
            Spec::Xep(number) => Some((number, document)),
            Spec::Rfc(_) => None,
        })
    };
    let listed = fs::read_to_string(workspace().join("testdata/registrar.toml"))?;
    let mut check = Check::new(&listed, xeps().map(|(number, _)| number).collect())
        .map_err(|error| format!("testdata/registrar.toml: {error}"))?;
    for (number, document) in xeps() {
        check.xep(number, document);
    }
    let headings = ["fields", "registered", "options", "examples"];
    let mut table = Table::new(["form"], headings);
    for entry in forms() {
        let name = entry.type_name().trim_start_matches("xmpp_");
        table.row([name.to_owned()], check.compare(entry));
    }
    Ok(Report {
        table,
        unexpected: check.finish(),
    })
}

/// A field as a XEP submits it.
#[derive(Debug, PartialEq, Eq)]
struct Field {
    xep: u16,
    var: String,
    /// Absent where the submission does not tell.
    kind: Option<String>,
    options: Vec<String>,
}

/// A comparison under way.
#[derive(Debug)]
struct Check {
    listed: Listed,
    /// The XEPs that there are.
    numbers: BTreeSet<u16>,
    /// What is submitted for a `FORM_TYPE`.
    registered: BTreeMap<String, Vec<Field>>,
    /// How many forms of the examples were read as a type, by its name.
    examples: BTreeMap<&'static str, usize>,
    unexpected: Vec<String>,
}

impl Check {
    fn new(listed: &str, numbers: BTreeSet<u16>) -> Result<Self> {
        Ok(Self {
            listed: Listed::read(listed)?,
            numbers,
            registered: BTreeMap::new(),
            examples: BTreeMap::new(),
            unexpected: Vec::new(),
        })
    }

    /// Takes note of what a XEP submits, and reads the forms of its examples.
    fn xep(&mut self, number: u16, document: &Source) {
        for block in &document.blocks {
            if block.text.contains("<form_type>") {
                self.submission(number, block);
            }
        }
        if document.spec.is_original() {
            for (block, content) in example::contents(document) {
                self.example(
                    &format!("{} {} {}", document.spec, block.kind, block.index),
                    &content,
                );
            }
        }
    }

    /// Takes note of a block, in which there may be several submissions.
    fn submission(&mut self, xep: u16, block: &Block) {
        let mut text = format!("<submissions>{}</submissions>", block.text);
        for repair in &mut self.listed.repair {
            if repair.xep == xep && repair.sha256 == block.sha256 {
                text = text.replacen(&repair.from, &repair.to, 1);
                repair.has_occurred = true;
            }
        }
        let document = match Document::parse(&text) {
            Ok(document) => document,
            // Those of others need not be mended.
            Err(_) if !forms().any(|entry| text.contains(entry.form_type)) => return,
            Err(error) => {
                let Block { kind, index, .. } = block;
                let what = format!(
                    "XEP-{xep:04} {kind} {index}: {error}, sha256 = {:?}",
                    block.sha256
                );
                self.unexpected.push(what);
                return;
            }
        };
        for submission in children(document.root_element(), "form_type") {
            let Some(form_type) = children(submission, "name").find_map(text_of) else {
                continue;
            };
            let fields = children(submission, "field").filter_map(|field| read_field(xep, field));
            let registered = self.registered.entry(form_type.to_owned()).or_default();
            registered.extend(fields);
        }
    }

    /// Reads the forms in an example.
    fn example(&mut self, place: &str, content: &Content<'_>) {
        let Content::Pieces(pieces) = content else {
            return;
        };
        for piece in pieces {
            if let Piece::Element(element) = piece
                && let Ok(element) = element.standalone_without_elisions().parse::<RawElement>()
            {
                visit(element.node(), &mut |form| self.form(place, form));
            }
        }
    }

    /// Reads a form as each type that is for its `FORM_TYPE`.
    fn form(&mut self, place: &str, form: &Form) {
        let form_type = form.form_type().map(str::trim);
        for entry in forms().filter(|entry| form_type == Some(entry.form_type)) {
            let name = entry.type_name();
            match entry.round_trip(form) {
                Ok(back) if back == *form => *self.examples.entry(name).or_default() += 1,
                Ok(_) => self.unexpected.push(format!("{place}: {name} changes it")),
                Err(error) => self.unexpected.push(format!("{place}: {name}: {error}")),
            }
        }
    }

    /// Compares a type with what is registered; gives the numbers of its row.
    fn compare(&mut self, entry: &FormEntry) -> [usize; 4] {
        let name = entry.type_name();
        let form_type = self.listed.form_type(entry).to_owned();
        let registered = self.registered.remove(&form_type).unwrap_or_default();
        for field in &registered {
            let place = Place {
                name,
                var: &field.var,
                xep: Some(field.xep),
            };
            let Some(ours) = entry.field(&field.var) else {
                self.differs(Kind::Lacking, &place, "not there");
                continue;
            };
            if field
                .kind
                .as_ref()
                .is_some_and(|kind| kind != ours.kind.as_str())
            {
                let said = format!("ours is {}, registered is {field:?}", ours.kind);
                self.differs(Kind::OtherType, &place, &said);
            }
        }
        let mut numbers = [entry.fields.len(), 0, 0, 0];
        for ours in entry.fields {
            let place = Place {
                name,
                var: ours.var,
                xep: None,
            };
            let theirs: Vec<_> = registered
                .iter()
                .filter(|field| field.var == ours.var)
                .collect();
            if theirs.is_empty() {
                self.differs(Kind::Unregistered, &place, "in no submission");
                continue;
            }
            let options = theirs.iter().flat_map(|field| &field.options);
            let options: BTreeSet<_> = options.map(String::as_str).collect();
            // Where a form lists its own, none are registered.
            if !options.is_empty() && options != ours.options.iter().copied().collect() {
                let said = format!("ours are {:?}, registered are {options:?}", ours.options);
                self.differs(Kind::OtherOptions, &place, &said);
            }
            numbers[1] += 1;
            numbers[2] += options.len();
        }
        numbers[3] = self.examples.get(name).copied().unwrap_or_default();
        self.registered.insert(form_type, registered);
        numbers
    }

    fn differs(&mut self, kind: Kind, place: &Place<'_>, said: &str) {
        let numbers = &self.numbers;
        let listed = self.listed.exception.iter_mut().find(|exception| {
            exception.kind == kind && exception.is_about(place) && exception.applies(numbers)
        });
        match listed {
            Some(exception) => exception.has_occurred = true,
            None => self.unexpected.push(format!("{place}: {kind:?}: {said}")),
        }
    }

    /// What was not expected, with what is listed and was not there.
    fn finish(mut self) -> Vec<String> {
        let exceptions = self.listed.exception.iter();
        let exceptions = exceptions.filter(|e| !e.has_occurred && e.applies(&self.numbers));
        let left = exceptions.map(|exception| format!("{exception:?}"));
        let repairs = self.listed.repair.iter();
        let repairs = repairs.filter(|r| !r.has_occurred && self.numbers.contains(&r.xep));
        let left = left.chain(repairs.map(|repair| format!("{repair:?}")));
        let left = left.map(|what| format!("registrar.toml: listed but not found: {what}"));
        self.unexpected.extend(left);
        self.unexpected
    }
}

/// What a difference is about.
#[derive(Clone, Copy, Debug)]
struct Place<'a> {
    /// The path of the type.
    name: &'a str,
    var: &'a str,
    /// The XEP that has something else.
    xep: Option<u16>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.name, self.var)?;
        match self.xep {
            Some(xep) => write!(f, " of XEP-{xep:04}"),
            None => Ok(()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// A registered field is not there.
    Lacking,
    /// A field is registered with another type.
    OtherType,
    /// Other options are registered.
    OtherOptions,
    /// Nobody registers the field.
    Unregistered,
}

/// `testdata/registrar.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    repair: Vec<Repair>,
    borrowed: Vec<Borrowed>,
    exception: Vec<Exception>,
}

/// A submission that is no XML as it stands: what is put in the place of what.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Repair {
    xep: u16,
    /// Of the block of code.
    sha256: String,
    from: String,
    to: String,
    reason: String,
    #[serde(skip)]
    has_occurred: bool,
}

/// A type that has the fields of another `FORM_TYPE`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Borrowed {
    r#type: String,
    from: String,
    reason: String,
}

/// A difference that is as it should be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    kind: Kind,
    r#type: String,
    /// When absent, it is about all fields.
    var: Option<String>,
    /// The XEP that has something else; when absent, whichever.
    xep: Option<u16>,
    /// It is only expected where this XEP is not there.
    without: Option<u16>,
    reason: String,
    #[serde(skip)]
    has_occurred: bool,
}

impl Listed {
    fn read(text: &str) -> Result<Self> {
        let listed: Self = toml::from_str(text)?;
        let reasons = listed.exception.iter().map(|exception| &exception.reason);
        let reasons = reasons.chain(listed.repair.iter().map(|repair| &repair.reason));
        let mut reasons = reasons.chain(listed.borrowed.iter().map(|borrowed| &borrowed.reason));
        if reasons.any(|reason| reason.trim().is_empty()) {
            return Err("no reason is given".into());
        }
        Ok(listed)
    }

    /// The `FORM_TYPE` that the fields of a type are registered for.
    fn form_type<'a>(&'a self, entry: &FormEntry) -> &'a str {
        let mut borrowed = self.borrowed.iter();
        match borrowed.find(|borrowed| borrowed.r#type == entry.type_name()) {
            Some(borrowed) => &borrowed.from,
            None => entry.form_type,
        }
    }
}

impl Exception {
    fn is_about(&self, place: &Place<'_>) -> bool {
        self.r#type == place.name
            && self.var.as_ref().is_none_or(|var| var == place.var)
            && (self.xep.is_none() || self.xep == place.xep)
    }

    /// Whether the XEPs are there that it takes.
    fn applies(&self, numbers: &BTreeSet<u16>) -> bool {
        self.xep.is_none_or(|xep| numbers.contains(&xep))
            && self.without.is_none_or(|xep| !numbers.contains(&xep))
    }
}

/// Calls `found` with every form at or below the node that can be read.
fn visit(node: xml::Node<'_>, found: &mut dyn FnMut(&Form)) {
    if let Ok(form) = RawElement::from_node(&node).parse() {
        found(&form);
    }
    node.children().for_each(|child| visit(child, found));
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children()
        .filter(move |child| child.has_tag_name(name))
}

fn text_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.text().map(str::trim).filter(|text| !text.is_empty())
}

/// A field without a name is none. An option has its value in an element, or, as XEP-0248 has it, bare.
fn read_field(xep: u16, field: Node<'_, '_>) -> Option<Field> {
    let option = |option| {
        children(option, "value")
            .find_map(text_of)
            .or_else(|| text_of(option))
    };
    Some(Field {
        xep,
        var: field.attribute("var")?.to_owned(),
        kind: field.attribute("type").map(str::to_owned),
        options: children(field, "option")
            .filter_map(option)
            .map(str::to_owned)
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{BlockKind, Section};

    /// What is registered for the second form of multi-user chat, as it should be.
    const REQUEST: &str = "<form_type><name>http://jabber.org/protocol/muc#request</name>\
           <field var='muc#role' type='list-single'/>\
           <field var='muc#jid' type='jid-single'/>\
           <field var='muc#roomnick' type='text-single'/>\
           <field var='muc#request_allow' type='boolean'/>\
         </form_type>";
    const NOTHING: &str = "repair = []\nborrowed = []\nexception = []";

    fn xep(number: u16, text: &str) -> Source {
        let block = Block {
            kind: BlockKind::Code,
            index: 1,
            caption: String::new(),
            section: Section::default(),
            text: text.to_owned(),
            sha256: "5ca1e".to_owned(),
        };
        Source {
            spec: Spec::Xep(number),
            title: String::new(),
            status: String::new(),
            defines: BTreeSet::new(),
            blocks: vec![block],
        }
    }

    /// What is unexpected when these are the submissions, and this is listed.
    fn unexpected(listed: &str, submissions: &[&str]) -> Vec<String> {
        let numbers = (45..).take(submissions.len()).collect();
        let mut check = Check::new(listed, numbers).expect("the list is right");
        for (number, submission) in (45..).zip(submissions) {
            check.xep(number, &xep(number, submission));
        }
        check.compare(&xmpp_stanzas::muc::FORMS[1]);
        check.finish()
    }

    fn exception(lines: &str) -> String {
        format!(
            "repair = []\nborrowed = []\n[[exception]]\ntype = \"xmpp_muc::forms::VoiceRequest\"\n\
             reason = \"so it is\"\n{lines}"
        )
    }

    #[test]
    fn what_is_the_same_is_expected() {
        assert_eq!(unexpected(NOTHING, &[REQUEST]), [""; 0]);
        let halves = REQUEST
            .split_once("<field var='muc#jid'")
            .expect("it is there");
        let first = format!("{}</form_type>", halves.0);
        let name = "<form_type><name> http://jabber.org/protocol/muc#request\n</name>";
        let second = format!("{name}<field var='muc#jid'{}", halves.1);
        assert_eq!(unexpected(NOTHING, &[&first, &second]), [""; 0]);
        assert_eq!(
            unexpected(NOTHING, &[&format!("{first}\n{second}")]),
            [""; 0]
        );
    }

    #[test]
    fn every_difference_is_found_and_can_be_listed() {
        for (from, to, said, lines) in [
            (
                "</form_type>",
                "<field var='muc#hat' type='boolean'/></form_type>",
                "VoiceRequest, muc#hat of XEP-0045: Lacking",
                "kind = \"lacking\"\nvar = \"muc#hat\"",
            ),
            (
                "'jid-single'",
                "'jid-multi'",
                "VoiceRequest, muc#jid of XEP-0045: OtherType",
                "kind = \"other-type\"\nvar = \"muc#jid\"\nxep = 45",
            ),
            (
                "<field var='muc#jid' type='jid-single'/>",
                "",
                "VoiceRequest, muc#jid: Unregistered",
                "kind = \"unregistered\"\nvar = \"muc#jid\"",
            ),
            (
                "'list-single'/>",
                "'list-single'><option>participant</option></field>",
                "VoiceRequest, muc#role: OtherOptions",
                "kind = \"other-options\"\nvar = \"muc#role\"",
            ),
        ] {
            let submission = REQUEST.replace(from, to);
            let found = unexpected(NOTHING, &[&submission]);
            assert!(found.len() == 1 && found[0].contains(said), "{found:?}");
            assert_eq!(unexpected(&exception(lines), &[&submission]), [""; 0]);
            let left = unexpected(&exception(lines), &[REQUEST]);
            assert!(
                left.len() == 1 && left[0].contains("listed but not found"),
                "{left:?}"
            );
        }
    }

    #[test]
    fn a_misspelt_name_is_found_from_both_sides() {
        let found = unexpected(NOTHING, &[&REQUEST.replace("roomnick", "roomnik")]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn an_exception_without_a_xep_does_not_hold_where_it_is() {
        let lines = "kind = \"unregistered\"\nvar = \"muc#jid\"\nwithout = 46";
        let submission = REQUEST.replace("<field var='muc#jid' type='jid-single'/>", "");
        assert_eq!(unexpected(&exception(lines), &[&submission]), [""; 0]);
        let found = unexpected(&exception(lines), &[&submission, ""]);
        assert!(
            found.len() == 1 && found[0].contains("Unregistered"),
            "{found:?}"
        );
        assert_eq!(unexpected(&exception(lines), &[REQUEST, ""]), [""; 0]);
    }

    #[test]
    fn a_submission_that_is_not_well_formed_is_told_unless_mended_or_for_others() {
        let broken = REQUEST.replace("'jid-single'/>", "'jid-single'> label='Who'/>");
        let found = unexpected(NOTHING, &[&broken]);
        assert!(found[0].contains("sha256 = \"5ca1e\""), "{found:?}");
        let repair = "borrowed = []\nexception = []\n[[repair]]\nxep = 45\nsha256 = \"5ca1e\"\n\
             from = \"'jid-single'>\"\nto = \"'jid-single'\"\nreason = \"a stray bracket\"";
        assert_eq!(unexpected(repair, &[&broken]), [""; 0]);
        let others = broken.replace("muc#request", "lunch");
        let found = unexpected(NOTHING, &[&others, REQUEST]);
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_form_in_an_example_is_read() {
        let form = |role: &str| {
            format!(
                "<message><x xmlns='jabber:x:data' type='submit'>\
                   <field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field>\
                   <field var='muc#jid'><value>{role}</value></field></x></message>"
            )
        };
        assert_eq!(
            unexpected(NOTHING, &[REQUEST, &form("a@b.example")]).len(),
            0
        );
        let found = unexpected(NOTHING, &[REQUEST, &form("@b.example")]);
        assert_eq!(
            found.len(),
            0,
            "XEP-0046 is not one of the original scope: {found:?}"
        );
        let mut check = Check::new(NOTHING, BTreeSet::new()).expect("the list is right");
        check.xep(45, &xep(45, &form("a@b.example")));
        assert_eq!(check.compare(&xmpp_stanzas::muc::FORMS[1])[3], 1);
        check.xep(45, &xep(45, &form("@b.example")));
        let found = check
            .finish()
            .into_iter()
            .find(|what| what.contains("code 1"));
        assert!(found.is_some_and(|what| what.contains("VoiceRequest")));
    }

    #[test]
    fn the_list_gives_a_reason_for_everything() {
        let path = workspace().join("testdata/registrar.toml");
        let text = fs::read_to_string(path).expect("the list can be read");
        assert!(Listed::read(&text).is_ok());
        let lines = "kind = \"lacking\"";
        for (from, to) in [("so it is", " "), ("lacking", "missing"), ("kind", "what")] {
            assert!(
                Listed::read(&exception(lines).replace(from, to)).is_err(),
                "{from}"
            );
        }
    }
}
