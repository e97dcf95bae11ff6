//! What of a URI matters before anybody opens it.

use alloc::borrow::Cow;

/// The scheme of a URI (RFC 3986 §3.1), as it is spelt. `None` for what has none, such as a relative reference.
pub(crate) fn scheme(uri: &str) -> Option<&str> {
    let (scheme, _) = uri.trim_ascii_start().split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

/// Whether a URI is of this scheme; case does not matter.
pub(crate) fn is_of(uri: &str, wanted: &str) -> bool {
    scheme(uri).is_some_and(|scheme| scheme.eq_ignore_ascii_case(wanted))
}

/// A text without line breaks, so that what is a header of HTTP stays one.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\r', '\n']) {
        Cow::Owned(text.chars().filter(|c| !matches!(c, '\r' | '\n')).collect())
    } else {
        Cow::Borrowed(text)
    }
}
