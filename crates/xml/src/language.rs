//! Language tags: the value of `xml:lang`.

use alloc::boxed::Box;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt::{self, Write};
use core::hash::{Hash, Hasher};

use crate::value::{InvalidValue, Value};

/// A language tag (BCP 47), as in `xml:lang`. Any text is accepted and kept unchanged, since tags such as `en_US` are
/// common on the wire.
///
/// Equality compares the text; use [`same_language`](Self::same_language) to select a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Repr);

/// The text of a tag: in place, without an allocation, where there is room for it, as there is for most.
#[derive(Clone)]
enum Repr {
    Short { len: u8, bytes: [u8; SHORT] },
    Long(Box<str>),
}

/// As much as there is room for beside what a long text takes.
const SHORT: usize = 14;

impl LanguageTag {
    /// A tag with this text. An empty one means "no language" and overrides an inherited one (XML 1.0 §2.12).
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut bytes = [0; SHORT];
        Self(match bytes.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                let len = text.len() as u8;
                Repr::Short { len, bytes }
            }
            None => Repr::Long(Box::from(text)),
        })
    }

    /// The text of the tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The primary language, which is the part before the first `-` (or `_`): `de` in `de-AT`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.as_str().split(['-', '_']).next().unwrap_or_default()
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
        self.as_str().split('-').all(is_subtag)
            && self.primary().bytes().all(|b| b.is_ascii_alphabetic())
    }
}

impl Repr {
    fn as_str(&self) -> &str {
        match self {
            Self::Short { len, bytes } => {
                let bytes = bytes.get(..usize::from(*len)).unwrap_or_default();
                core::str::from_utf8(bytes).unwrap_or_default()
            }
            Self::Long(text) => text,
        }
    }
}

impl Default for LanguageTag {
    fn default() -> Self {
        Self::new("")
    }
}

impl fmt::Debug for Repr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Repr {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Repr {}

impl PartialOrd for Repr {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Repr {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Repr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Value for LanguageTag {
    const EXPECTED: &'static str = "a language tag";
    const EXAMPLES: &'static [&'static str] = &["en", "de-AT", "", "en_US"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        Ok(Self::new(text))
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self.as_str())
    }

    fn as_text(&self) -> Option<&str> {
        Some(self.as_str())
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
        Self::new(&text)
    }
}

crate::text_traits!(LanguageTag);
