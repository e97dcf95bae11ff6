//! Safety-relevant parts of URIs.

use alloc::borrow::Cow;

/// The scheme of a URI (RFC 3986 §3.1), in its original spelling. `None` if there is none, as in a relative reference.
pub(crate) fn scheme(uri: &str) -> Option<&str> {
    let (scheme, _) = uri.trim_ascii_start().split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

/// Whether a URI has this scheme, ignoring case.
pub(crate) fn is_of(uri: &str, wanted: &str) -> bool {
    scheme(uri).is_some_and(|scheme| scheme.eq_ignore_ascii_case(wanted))
}

/// A text without line breaks, so that it stays a single HTTP header.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\r', '\n']) {
        Cow::Owned(text.chars().filter(|c| !matches!(c, '\r' | '\n')).collect())
    } else {
        Cow::Borrowed(text)
    }
}
