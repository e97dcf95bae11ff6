//! Helpers for testing types that derive [`Xml`](crate::Xml).

use alloc::format;

use crate::element::Element;
use crate::options::Options;
use crate::raw::RawElement;
use crate::read::Report;

/// Reads `source` as a `T`, writes it and reads the output; infoset and value must stay the same throughout.
///
/// Returns the value for further assertions.
///
/// # Panics
/// The source is not a `T`, or something was lost.
#[track_caller]
#[must_use]
#[expect(clippy::panic, reason = "this is what a test does when it fails")]
pub fn assert_lossless<T: Element + PartialEq + core::fmt::Debug>(source: &str) -> T {
    let fail = |what: &str, detail: &dyn core::fmt::Debug| -> ! {
        panic!("{what}: {detail:?}\nin {source}")
    };
    let raw =
        RawElement::from_slice(source.as_bytes()).unwrap_or_else(|e| fail("not well-formed", &e));
    let value: T = crate::from_str(source).unwrap_or_else(|e| fail("not read", &e));
    let written = crate::to_string(&value).unwrap_or_else(|e| fail("not written", &e));
    let again = RawElement::from_slice(written.as_bytes())
        .unwrap_or_else(|e| fail("written ill-formed", &e));
    assert_eq!(
        raw.canonical(),
        again.canonical(),
        "lost something of {source}\nin {written}"
    );
    let reread: T = crate::from_str(&written).unwrap_or_else(|e| fail("not read again", &e));
    assert_eq!(value, reread, "another value after writing {written}");
    // From a raw element, where the text has been made self-contained, it is the same.
    assert_eq!(
        raw.parse::<T>().as_ref(),
        Ok(&value),
        "another value from the raw element of {source}"
    );
    value
}

/// Like [`assert_lossless`]; also, every attribute and child element must have a field.
///
/// # Panics
/// Same as [`assert_lossless`], or something has no field.
#[track_caller]
#[must_use]
pub fn assert_typed<T: Element + PartialEq + core::fmt::Debug>(source: &str) -> T {
    let value = assert_lossless(source);
    let mut report = Report::default();
    let read: Result<T, _> = crate::read_with(source.as_bytes(), &Options::default(), &mut report);
    assert!(
        read.is_ok() && report.untyped.is_empty(),
        "{}",
        format!("untyped: {:#?}", report.untyped)
    );
    value
}
