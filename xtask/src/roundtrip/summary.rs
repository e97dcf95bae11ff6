//! What came of all roots, put together.

use core::fmt::Write as _;
use std::collections::BTreeMap;

use crate::verdict::{Outcome, Verdict};

#[derive(Debug, Default)]
pub(super) struct Summary {
    outcomes: BTreeMap<Outcome, usize>,
    typed: usize,
    /// In how many roots there was something of a namespace without a type.
    opaque: BTreeMap<String, usize>,
    /// How many roots were refused for a reason.
    refused: BTreeMap<String, usize>,
    /// Files that are none of the forms, and why.
    unread: Vec<String>,
    /// Entries of logs that are start tags alone.
    pub(super) start_tags: usize,
    /// Entries that a log cut off itself.
    pub(super) cut_off: usize,
}

impl Summary {
    pub(super) fn add(&mut self, verdict: &Verdict) {
        *self.outcomes.entry(verdict.outcome()).or_default() += 1;
        self.typed += usize::from(verdict.is_typed());
        let mut namespaces: Vec<_> = verdict.opaque.iter().map(|part| &part.namespace).collect();
        namespaces.sort_unstable();
        namespaces.dedup();
        for namespace in namespaces {
            *self.opaque.entry(namespace.clone()).or_default() += 1;
        }
        if let Some(refusal) = verdict.refused.first() {
            *self.refused.entry(kind(&refusal.message)).or_default() += 1;
        }
    }

    pub(super) fn unread(&mut self, file: &str, problem: &str) {
        self.unread.push(format!("{file}: {problem}"));
    }

    /// Whether all files were read, and all roots came back as they were.
    pub(super) fn is_lossless(&self) -> bool {
        let good = [Outcome::Untyped, Outcome::Opaque, Outcome::Understood];
        self.unread.is_empty() && self.outcomes.keys().all(|outcome| good.contains(outcome))
    }

    pub(super) fn print(&self) {
        eprint!("{}", self.text());
    }

    fn text(&self) -> String {
        let mut text = String::new();
        let mut line = |count: usize, what: &str| _ = writeln!(text, "{count:>7}  {what}");
        let of = |outcome| self.outcomes.get(&outcome).copied().unwrap_or_default();
        line(self.outcomes.values().sum(), "roots");
        line(
            of(Outcome::Understood),
            "understood, down to the last element",
        );
        line(
            self.typed,
            "typed: everything in namespaces of ours is in named fields",
        );
        for (outcome, what) in [
            (
                Outcome::Opaque,
                "opaque: as it should be, but for namespaces without a type",
            ),
            (Outcome::Untyped, "with something of ours that has no field"),
            (Outcome::Refused, "refused"),
            (Outcome::NotWellFormed, "not well-formed"),
            (Outcome::Lossy, "lossy"),
        ] {
            if of(outcome) > 0 {
                line(of(outcome), what);
            }
        }
        if self.start_tags > 0 {
            line(
                self.start_tags,
                "start tags alone, left: Prosody logs whole stanzas with mod_stanza_debug",
            );
        }
        if self.cut_off > 0 {
            line(self.cut_off, "entries that the log cut off, left");
        }
        for (title, counts) in [
            ("opaque, by namespace:", &self.opaque),
            ("refused, by reason:", &self.refused),
        ] {
            let mut counts: Vec<_> = counts.iter().collect();
            counts.sort_by_key(|(name, count)| (core::cmp::Reverse(**count), *name));
            if !counts.is_empty() {
                _ = writeln!(text, "{title}");
            }
            for (name, count) in counts {
                let name = if name.is_empty() {
                    "no namespace"
                } else {
                    name
                };
                _ = writeln!(text, "{count:>7}  {name}");
            }
        }
        for unread in &self.unread {
            _ = writeln!(text, "not read: {unread}");
        }
        text
    }
}

/// A reason without the value that it is about, so that like is counted with like.
fn kind(message: &str) -> String {
    let value = message
        .strip_prefix('`')
        .and_then(|rest| rest.split_once("` is not "));
    match value {
        Some((_, rest)) => {
            let rest = rest.split_once(" (at byte").map_or(rest, |(rest, _)| rest);
            format!("… is not {rest}")
        }
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_like_with_like() {
        let mut summary = Summary::default();
        for text in [
            "<message xmlns='jabber:client' to='@a'/>",
            "<message xmlns='jabber:client' to='@bc'/>",
            "<iq xmlns='jabber:client' type='get'/>",
            "<message xmlns='jabber:client'><a xmlns='b'><c/></a><d xmlns='b'/></message>",
            "<message xmlns='jabber:client'/>",
            "<a>",
        ] {
            summary.add(&Verdict::of_text(text));
        }
        summary.unread("a.log", "both directions");
        summary.start_tags = 2;
        let text = summary.text();
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        for line in [
            "6  roots",
            "1  understood, down to the last element",
            "2  typed: everything in namespaces of ours is in named fields",
            "1  opaque: as it should be, but for namespaces without a type",
            "3  refused",
            "1  not well-formed",
            "1  b",
            "2  … is not an XMPP address: localpart is empty",
            "1  `iq` lacks the attribute `id`",
            "not read: a.log: both directions",
        ] {
            assert!(lines.contains(&line), "{line:?} is not in\n{text}");
        }
        assert!(!summary.is_lossless());
        assert!(text.contains("2  start tags alone"), "{text}");
    }
}
