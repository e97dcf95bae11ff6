//! Secrets that do not show in logs.

use alloc::string::String;
use core::fmt::{self, Write};
use core::ops::Deref;

use crate::value::{InvalidValue, Value};

/// A password, token or key: a value that `Debug` does not show, to keep it out of logs.
///
/// It is read, written and compared as the value itself, in JSON too; the comparison is not constant-time. A
/// [`RawElement`](crate::RawElement), and anything else that is not read as a type, still shows the text that came in.
///
/// ```
/// use xmpp_xml::Secret;
///
/// let password: Secret<String> = "Calliope".into();
/// assert_eq!(format!("{password:?}"), "Secret(…)");
/// assert_eq!(&*password, "Calliope");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a value is all there can be")]
pub struct Secret<T>(pub T);

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Dereferences to what the value does: a `String` to its text.
impl<T: Deref> Deref for Secret<T> {
    type Target = T::Target;

    fn deref(&self) -> &T::Target {
        &self.0
    }
}

impl<T> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Secret<String> {
    fn from(text: &str) -> Self {
        Self(String::from(text))
    }
}

impl<T: Value> Value for Secret<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const EXAMPLES: &'static [&'static str] = T::EXAMPLES;
    const IS_SECRET: bool = true;

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        // The reason may cite the text.
        T::parse(text).map(Self).map_err(|_| InvalidValue::new())
    }

    fn invalid(text: &str) -> Option<Self> {
        T::invalid(text).map(Self)
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        self.0.write(out)
    }

    fn as_text(&self) -> Option<&str> {
        self.0.as_text()
    }

    #[inline]
    fn is_canonical(&self, text: &str) -> bool {
        self.0.is_canonical(text)
    }
}

/// Whether two secrets are the same, in a time that depends on their lengths alone.
#[must_use]
pub fn constant_time_eq(a: &[u8], b: &[u8]) -> bool {
    let differences = a.iter().zip(b).fold(0, |d, (a, b)| d | (a ^ b));
    a.len() == b.len() && differences == 0
}
