//! What is not shown: passwords, tokens, keys.
//!
//! Where an element is read as its type, the type knows its secrets. Elsewhere, in what no type names and in what is not
//! well-formed, the names under which any type has a secret say what may be one.

use core::ops::Range;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use xmpp_stanzas::registry;
use xmpp_stanzas::xml::{ChildContent, Description, Names, TextForm};

use crate::scan::{self, MarkKind};
use crate::spans;

/// What stands for a secret.
pub(crate) const MARK: &str = "…";

/// Names of secrets whether a type has them or not.
const ALWAYS: [&str; 6] = ["key", "passphrase", "password", "passwd", "secret", "token"];

/// Whether an attribute, or the text of an element, of this local name may be a secret.
pub(crate) fn is_name(name: &str) -> bool {
    static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let mut names = BTreeSet::from(ALWAYS);
        for entry in registry() {
            add(entry.description(), &mut names);
        }
        names
    });
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    NAMES.contains(local)
}

fn add(description: &Description, all: &mut BTreeSet<&'static str>) {
    let mut names_of = |names: &Names| names.each(&mut |_, name| _ = all.insert(name));
    if description
        .text
        .as_ref()
        .is_some_and(|text| text.form.is_secret)
    {
        names_of(&description.names);
    }
    for child in description.children {
        if matches!(child.content, ChildContent::Text(form) if form.is_secret) {
            names_of(&child.names);
        }
    }
    let attributes = description.attributes.iter();
    all.extend(attributes.filter(|a| a.form.is_secret).map(|a| a.name));
}

/// A text that says nothing and is still of the form.
pub(crate) fn stand_in(form: Option<&TextForm>) -> &'static str {
    let Some(form) = form else {
        return MARK;
    };
    let texts = [MARK, "", "0", "="].into_iter();
    let mut texts = texts.chain(form.examples.iter().copied());
    texts.find(|text| form.accepts(text)).unwrap_or(MARK)
}

/// What may be a secret in a text that is not well-formed, by the names.
pub(crate) fn by_names(text: &str) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    let mut at = 0;
    loop {
        let (start, end, is_start) = match scan::next_mark(text, at) {
            Ok(Some(mark)) => {
                let is_start = matches!(mark.kind, MarkKind::StartTag | MarkKind::EmptyTag);
                (mark.start, mark.end, is_start)
            }
            Ok(None) => return hidden,
            Err(unfinished) => (unfinished.start, text.len(), true),
        };
        let tag = &text[start..end];
        if is_start {
            let attributes = spans::attributes(tag).into_iter();
            let secret = attributes.filter(|attribute| is_name(attribute.name));
            hidden.extend(secret.map(|a| start + a.value.start..start + a.value.end));
            let name = tag.get(1..).unwrap_or_default();
            let name = name.split([' ', '\t', '\r', '\n', '/', '>']).next();
            if name.is_some_and(is_name) && !tag.ends_with("/>") {
                hidden.push(end..content_end(text, end));
            }
        }
        at = end;
    }
}

/// Where the text that begins here ends: at the next tag. CDATA sections and comments are part of it.
fn content_end(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        match scan::next_mark(text, at) {
            Ok(Some(mark)) if mark.kind == MarkKind::Other => at = mark.end,
            Ok(Some(mark)) => return mark.start,
            Err(cut) if !text[cut.start..].starts_with("<!") => return cut.start,
            Ok(None) | Err(_) => return text.len(),
        }
    }
}
