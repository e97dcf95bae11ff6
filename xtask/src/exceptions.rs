//! The examples that are known to be faulty: `testdata/xeps/xep-NNNN.toml`, `testdata/rfcs/rfcNNNN.toml`.
//!
//! ```toml
//! [[exception]]
//! sha256 = "…"             # of the example's text
//! example = 9              # or code = 9: where it was found, for the reader
//! element = 2              # optional: which of its elements; else any of them
//! kind = "stanza-fault"
//! error = "…"              # optional: what the error has to say
//! reason = "the iq has no id"
//! ```
//!
//! A run fails for a fault that is not listed, and for a listed one that does not occur: it was
//! mended, here or in the XEP, and nobody should go on believing in it.

use core::fmt;
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::spec::{Block, Spec};

/// What is wrong with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FaultKind {
    /// It shows XML, but not well-formed XML.
    NotWellFormed,
    /// A stanza that is refused as a stanza: without an `id`, with an unknown `type`.
    StanzaFault,
    /// A payload of a type that we have, refused by it.
    PayloadFault,
    /// Elements or attributes of a namespace that we claim which have no named field.
    Untyped,
    /// An element of a namespace that no specification defines, in an example of one that has to be understood.
    Opaque,
    /// Something did not come back. Nothing excuses that, so it cannot be listed.
    #[serde(skip_deserializing)]
    Loss,
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotWellFormed => "not-well-formed",
            Self::StanzaFault => "stanza-fault",
            Self::PayloadFault => "payload-fault",
            Self::Untyped => "untyped",
            Self::Opaque => "opaque",
            Self::Loss => "loss",
        })
    }
}

/// A fault that occurred.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault<'a> {
    pub(crate) spec: Spec,
    pub(crate) block: &'a Block,
    /// Which element of the block, from 1; `None` for a fault of the whole block.
    pub(crate) element: Option<usize>,
    pub(crate) kind: FaultKind,
    pub(crate) error: &'a str,
}

/// A fault as an entry that can be pasted into the file of its XEP once somebody has judged it.
impl fmt::Display for Fault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.block.kind;
        let (file, caption) = (file_name(self.spec), &self.block.caption);
        writeln!(f, "# {file}, {caption}: {}", self.error)?;
        writeln!(f, "[[exception]]")?;
        writeln!(f, "sha256 = \"{}\"", self.block.sha256)?;
        writeln!(f, "{place} = {}", self.block.index)?;
        if let Some(element) = self.element {
            writeln!(f, "element = {element}")?;
        }
        writeln!(f, "kind = \"{}\"", self.kind)?;
        writeln!(f, "reason = \"\"")
    }
}

/// One listed fault.
#[derive(Debug)]
pub(crate) struct Exception {
    spec: Spec,
    entry: Entry,
    has_occurred: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    exception: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    sha256: String,
    example: Option<usize>,
    code: Option<usize>,
    element: Option<usize>,
    kind: FaultKind,
    error: Option<String>,
    reason: String,
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Entry { kind, reason, .. } = &self.entry;
        write!(f, "{}: ", file_name(self.spec))?;
        match (self.entry.example, self.entry.code) {
            (Some(index), _) => write!(f, "example {index}")?,
            (None, Some(index)) => write!(f, "code {index}")?,
            (None, None) => write!(f, "{}", self.entry.sha256)?,
        }
        if let Some(element) = self.entry.element {
            write!(f, ", element {element}")?;
        }
        write!(f, ": {kind} ({reason})")
    }
}

/// All listed faults, and which of them have occurred.
#[derive(Debug, Default)]
pub(crate) struct Exceptions(Vec<Exception>);

impl Exceptions {
    /// Reads all files of a folder such as `testdata`, which may be missing.
    ///
    /// # Errors
    /// A file of another name, or one that does not have the form shown above.
    pub(crate) fn load(testdata: &Path) -> Result<Self> {
        let mut all = Self::default();
        for folder in ["rfcs", "xeps"] {
            let dir = testdata.join(folder);
            let entries = match fs::read_dir(&dir) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                entries => entries.map_err(|error| format!("{}: {error}", dir.display()))?,
            };
            for entry in entries {
                let path = entry?.path();
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                spec(folder, &name)
                    .ok_or_else(|| "not named rfcNNNN.toml or xep-NNNN.toml".into())
                    .and_then(|spec| all.add(spec, &fs::read_to_string(&path)?))
                    .map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        all.0.sort_by_key(|exception| exception.spec);
        Ok(all)
    }

    /// Adds the content of one file.
    fn add(&mut self, spec: Spec, content: &str) -> Result<()> {
        let file: File = toml::from_str(content)?;
        let mut seen = BTreeSet::new();
        for entry in file.exception {
            let is_hash = entry.sha256.len() == 64
                && entry
                    .sha256
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
            if !is_hash {
                return Err(format!("not a SHA-256 in lower-case hex: {}", entry.sha256).into());
            }
            if entry.reason.trim().is_empty() {
                return Err(format!("no reason is given for {}", entry.sha256).into());
            }
            if !seen.insert((entry.sha256.clone(), entry.element, entry.kind)) {
                return Err(format!("listed twice as {}: {}", entry.kind, entry.sha256).into());
            }
            self.0.push(Exception {
                spec,
                entry,
                has_occurred: false,
            });
        }
        Ok(())
    }

    /// The reason for a fault that is listed. It has now occurred.
    pub(crate) fn expect(&mut self, fault: &Fault<'_>) -> Option<&str> {
        let mut reason = None;
        for Exception {
            spec,
            entry,
            has_occurred,
        } in &mut self.0
        {
            if *spec == fault.spec
                && entry.sha256 == fault.block.sha256
                && entry.kind == fault.kind
                && (entry.element.is_none() || entry.element == fault.element)
                && entry
                    .error
                    .as_ref()
                    .is_none_or(|said| fault.error.contains(said))
            {
                *has_occurred = true;
                reason = Some(&*entry.reason);
            }
        }
        reason
    }

    /// The listed faults that have not occurred in these specifications.
    pub(crate) fn left_over(
        &self,
        specs: impl Fn(Spec) -> bool,
    ) -> impl Iterator<Item = &Exception> {
        let left = self.0.iter().filter(|exception| !exception.has_occurred);
        left.filter(move |exception| specs(exception.spec))
    }
}

fn file_name(spec: Spec) -> String {
    spec.file_stem() + ".toml"
}

/// The specification that a file is about, such as `xeps/xep-0030.toml`.
fn spec(folder: &str, name: &str) -> Option<Spec> {
    let spec = match folder {
        "rfcs" => Spec::Rfc(
            name.strip_prefix("rfc")?
                .strip_suffix(".toml")?
                .parse()
                .ok()?,
        ),
        _ => Spec::Xep(
            name.strip_prefix("xep-")?
                .strip_suffix(".toml")?
                .parse()
                .ok()?,
        ),
    };
    (file_name(spec) == name).then_some(spec)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{BlockKind, Section};

    const XEP: Spec = Spec::Xep(30);
    const HASH: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn block(sha256: &str) -> Block {
        Block {
            kind: BlockKind::Example,
            index: 9,
            caption: String::new(),
            section: Section::default(),
            text: String::new(),
            sha256: sha256.to_owned(),
        }
    }

    fn listed(lines: &str) -> Result<Exceptions> {
        let mut exceptions = Exceptions::default();
        exceptions.add(XEP, lines)?;
        Ok(exceptions)
    }

    fn entry(more: &str) -> String {
        format!(
            "[[exception]]\nsha256 = \"{HASH}\"\nkind = \"stanza-fault\"\n\
             reason = \"the iq has no id\"\n{more}\n"
        )
    }

    fn unused(exceptions: &Exceptions) -> Vec<String> {
        let left = exceptions.left_over(|_| true);
        left.map(ToString::to_string).collect()
    }

    #[test]
    fn a_listed_fault_is_expected_and_then_used() {
        let mut exceptions = listed(&entry("example = 9")).expect("the file is right");
        let said = "xep-0030.toml: example 9: stanza-fault (the iq has no id)";
        assert_eq!(unused(&exceptions), [said]);
        let fault = Fault {
            spec: XEP,
            block: &block(HASH),
            element: Some(2),
            kind: FaultKind::StanzaFault,
            error: "/iq: missing attribute id",
        };
        assert!(exceptions.expect(&fault).is_some());
        assert_eq!(
            exceptions.expect(&fault),
            Some("the iq has no id"),
            "a second element may have it too"
        );
        assert!(unused(&exceptions).is_empty());
    }

    #[test]
    fn another_fault_is_not_expected() {
        let block_listed = block(HASH);
        let block_other = block(&HASH.replace('b', "c"));
        let fault = Fault {
            spec: XEP,
            block: &block_listed,
            element: Some(2),
            kind: FaultKind::StanzaFault,
            error: "/iq: missing attribute id",
        };
        let others = [
            Fault {
                spec: Spec::Xep(31),
                ..fault
            },
            Fault {
                block: &block_other,
                ..fault
            },
            Fault {
                element: Some(1),
                ..fault
            },
            Fault {
                element: None,
                ..fault
            },
            Fault {
                kind: FaultKind::Untyped,
                ..fault
            },
            Fault {
                error: "/iq: missing attribute type",
                ..fault
            },
        ];
        let lines = entry("element = 2\nerror = \"attribute id\"");
        let mut exceptions = listed(&lines).expect("the file is right");
        for other in &others {
            assert!(exceptions.expect(other).is_none(), "{other:?}");
        }
        assert_eq!(unused(&exceptions).len(), 1);
        assert!(exceptions.expect(&fault).is_some());
    }

    #[test]
    fn what_a_run_does_not_look_for_is_not_left_over() {
        let exceptions = listed(&entry("")).expect("the file is right");
        let count = |spec| exceptions.left_over(|x| x == spec).count();
        assert_eq!(count(XEP), 1);
        assert_eq!(count(Spec::Rfc(30)), 0);
    }

    #[test]
    fn refuses_a_file_that_is_not_clear() {
        for (lines, said) in [
            (entry("exemple = 9"), "unknown field"),
            (
                entry("").replace("stanza-fault", "fault"),
                "unknown variant",
            ),
            (entry("").replace("stanza-fault", "loss"), "unknown variant"),
            (entry("").replace("reason", "error"), "missing field"),
            (entry("").replace("the iq has no id", " "), "no reason"),
            (entry("").replace(HASH, "ba78"), "not a SHA-256"),
            (
                entry("").replace(HASH, &HASH.to_uppercase()),
                "not a SHA-256",
            ),
            (entry("example = 1") + &entry("example = 2"), "listed twice"),
            (String::new(), "missing field"),
        ] {
            let error = listed(&lines)
                .expect_err("the file is not clear")
                .to_string();
            assert!(error.contains(said), "{error}");
        }
        assert!(listed(&(entry("element = 1") + &entry("element = 2"))).is_ok());
    }

    #[test]
    fn a_fault_is_shown_as_the_entry_that_would_list_it() {
        let fault = Fault {
            spec: XEP,
            block: &block(HASH),
            element: Some(1),
            kind: FaultKind::NotWellFormed,
            error: "line 7",
        };
        let shown = fault.to_string();
        let error = listed(&shown).expect_err("a reason is for somebody to give");
        assert!(error.to_string().contains("no reason"));
        let judged = shown.replace("reason = \"\"", "reason = \"a stray tag\"");
        let mut exceptions = listed(&judged).expect("the entry is complete");
        assert!(exceptions.expect(&fault).is_some());
    }

    #[test]
    fn takes_the_specification_from_the_file_name() {
        assert_eq!(spec("xeps", "xep-0030.toml"), Some(XEP));
        assert_eq!(spec("rfcs", "rfc6120.toml"), Some(Spec::Rfc(6120)));
        for (folder, other) in [
            ("xeps", "xep-30.toml"),
            ("xeps", "xep-0030.xml"),
            ("xeps", "xep-+030.toml"),
            ("xeps", "rfc6120.toml"),
            ("rfcs", "xep-0030.toml"),
            ("rfcs", "rfc06120.toml"),
            ("rfcs", "readme.md"),
        ] {
            assert_eq!(spec(folder, other), None, "{folder}/{other}");
        }
    }

    #[test]
    fn a_missing_folder_lists_nothing() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("no such folder");
        let exceptions = Exceptions::load(&dir).expect("a missing folder is no error");
        assert!(exceptions.0.is_empty());
    }
}
