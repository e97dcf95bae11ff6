//! Language tags: the value of `xml:lang`.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::{self, Write};

use crate::value::{InvalidValue, Value};

/// A language tag (BCP 47), as in `xml:lang`. Any text is accepted and kept unchanged, since tags such as `en_US` are
/// common on the wire.
///
/// Equality compares the text; use [`same_language`](Self::same_language) to select a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

impl LanguageTag {
    /// A tag with this text. An empty one means "no language" and overrides an inherited one (XML 1.0 §2.12).
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Box::from(text))
    }

    /// The text of the tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language, which is the part before the first `-` (or `_`): `de` in `de-AT`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split(['-', '_']).next().unwrap_or_default()
    }

    /// Whether both have the same primary language, ignoring case.
    #[must_use]
    pub fn same_language(&self, other: &Self) -> bool {
        self.primary().eq_ignore_ascii_case(other.primary())
    }

    /// Whether the text has the form of RFC 5646 §2.1: subtags of 1 to 8 letters and digits, joined by `-`.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let is_subtag =
            |s: &str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
        self.0.split('-').all(is_subtag) && self.primary().bytes().all(|b| b.is_ascii_alphabetic())
    }
}

impl Value for LanguageTag {
    const EXPECTED: &'static str = "a language tag";
    const EXAMPLES: &'static [&'static str] = &["en", "de-AT", "", "en_US"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        Ok(Self::new(text))
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.0)
    }

    fn as_text(&self) -> Option<&str> {
        Some(&self.0)
    }

    fn is_canonical(&self, _: &str) -> bool {
        true
    }
}

impl From<&str> for LanguageTag {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for LanguageTag {
    fn from(text: String) -> Self {
        Self(text.into_boxed_str())
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
