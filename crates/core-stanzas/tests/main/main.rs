//! Stanzas through the public face of the crate.

mod answer;
mod error;
mod iq;
mod language;
mod made;
mod message;
mod namespace;
mod payload;
mod presence;
mod reply;
mod requests;

use xmpp_core_stanzas::Stanza;
use xmpp_jid::Jid;
use xmpp_xml::{Element, ErrorKind, Invalid, LanguageTag, Options, RawElement, Report};

#[track_caller]
fn jid(text: &str) -> Jid {
    Jid::new(text).unwrap()
}

fn languages(tags: &[&str]) -> Vec<LanguageTag> {
    tags.iter().map(|tag| LanguageTag::new(tag)).collect()
}

#[track_caller]
fn raw(source: &str) -> RawElement {
    source.parse().unwrap()
}

/// Why a source is refused, and where.
#[track_caller]
fn refusal<T: Element + core::fmt::Debug>(source: &str) -> (ErrorKind, String) {
    let error = xmpp_xml::from_str::<T>(source).unwrap_err();
    (error.kind().clone(), error.path().to_owned())
}

/// Reads what has invalid values by keeping them, which must be lossless; gives the paths of the problems too.
#[track_caller]
fn keep(source: &str) -> (Stanza, Vec<String>) {
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let stanza: Stanza = xmpp_xml::read_with(source.as_bytes(), &options, &mut report).unwrap();
    let written = xmpp_xml::to_string(&stanza).unwrap();
    assert_eq!(raw(&written), raw(source));
    let paths = report.problems.iter().map(|e| e.path().to_owned());
    (stanza, paths.collect())
}
