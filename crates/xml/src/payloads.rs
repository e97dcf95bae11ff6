//! Elements kept verbatim until they are parsed on demand: the payloads of a stanza, the conditions of an error and the
//! like.
//!
//! ```
//! use xmpp_xml::{Extra, RawElement, Xml, payloads};
//!
//! #[derive(Clone, Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:sea", name = "buoy")]
//! struct Buoy {
//!     #[xml(attribute)]
//!     number: u16,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! let mut raw: Vec<RawElement> = vec!["<buoy xmlns='urn:example:sea' number='+7'/>".parse()?];
//! let mut buoy: Buoy = payloads::first(raw.iter(), "/message")?.expect("a buoy");
//! buoy.number = 8;
//! payloads::set(&mut raw, &buoy)?;
//! assert_eq!(raw[0].to_string(), "<buoy xmlns='urn:example:sea' number='8'/>");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::element::{Element, Names};
use crate::error::Error;
use crate::options::Options;
use crate::raw::RawElement;
use crate::read::Report;

/// The first of the elements that is a `T`, parsed. `None` if there is none. `parent` is the path of the element around
/// them: `/iq`, or empty if it does not matter.
///
/// # Errors
/// The element is there, but something that `T` requires is missing or invalid. The path of the error begins with
/// `parent`; its offset counts from the start of the element.
pub fn first<'a, T: Element>(
    elements: impl Iterator<Item = &'a RawElement> + Clone,
    parent: &str,
) -> Result<Option<T>, Error> {
    let found = elements
        .clone()
        .enumerate()
        .find(|(_, raw)| raw.is_a::<T>());
    let Some((at, raw)) = found else {
        return Ok(None);
    };
    raw.parse()
        .map(Some)
        .map_err(|error| Location::of(raw, at, elements, parent).error(error))
}

/// Like [`first`], with these options. Problems of the element that are kept are added to the report, with paths that
/// begin with `parent`, too.
///
/// # Errors
/// Same as [`first`]; if invalid values are kept, only something that `T` requires is an error.
pub fn first_with<'a, T: Element>(
    elements: impl Iterator<Item = &'a RawElement> + Clone,
    parent: &str,
    options: &Options,
    report: &mut Report,
) -> Result<Option<T>, Error> {
    let found = elements
        .clone()
        .enumerate()
        .find(|(_, raw)| raw.is_a::<T>());
    let Some((at, raw)) = found else {
        return Ok(None);
    };
    let mut own = Report::default();
    let value = raw.parse_with(options, &mut own);
    if value.is_ok() && own.problems.is_empty() && own.untyped.is_empty() {
        report.opaque.append(&mut own.opaque);
        return value.map(Some);
    }
    let location = Location::of(raw, at, elements, parent);
    let problems = own.problems.into_iter();
    report.problems.extend(problems.map(|e| location.error(e)));
    report
        .untyped
        .extend(own.untyped.into_iter().map(|mut untyped| {
            untyped.path = location.path(&untyped.path);
            untyped
        }));
    report.opaque.append(&mut own.opaque);
    value.map(Some).map_err(|error| location.error(error))
}

/// Where an element stands: what its path begins with in the whole parent, and how much of its own path that replaces.
struct Location(String, usize);

impl Location {
    #[cold]
    fn of<'a>(
        raw: &RawElement,
        at: usize,
        elements: impl Iterator<Item = &'a RawElement>,
        parent: &str,
    ) -> Self {
        let qualified = |raw: &RawElement| {
            let node = raw.node();
            match node.prefix() {
                "" => String::from(node.name()),
                prefix => format!("{prefix}:{}", node.name()),
            }
        };
        let name = qualified(raw);
        let (mut before, mut all) = (0, 0);
        for (index, _) in elements.enumerate().filter(|(_, e)| qualified(e) == name) {
            before += u32::from(index < at);
            all += 1;
        }
        if all == 1 {
            return Self(String::from(parent), 0);
        }
        Self(format!("{parent}/{name}[{}]", before + 1), 1 + name.len())
    }

    fn path(&self, own: &str) -> String {
        let Self(start, replaced) = self;
        format!("{start}{}", own.get(*replaced..).unwrap_or_default())
    }

    /// The error with the path that it would have had, had the whole parent been read.
    fn error(&self, error: Error) -> Error {
        let path = self.path(error.path());
        let offset = error.offset();
        error.at(path, offset)
    }
}

/// Replaces the first element with the same name, else the first that is a `T` with another name, or else appends
/// the element.
///
/// # Errors
/// The element contains something that XML cannot carry; nothing has changed then.
pub fn set<T: Element>(elements: &mut Vec<RawElement>, element: &T) -> Result<(), Error> {
    let element = RawElement::from_element(element)?;
    let same_name = |old: &RawElement| old.is(element.namespace(), element.name());
    // What any element is, says nothing.
    let same_type = |old: &RawElement| !is_any(&T::NAMES) && old.is_a::<T>();
    let place = elements.iter().position(same_name);
    let place = place.or_else(|| elements.iter().position(same_type));
    match place.and_then(|at| elements.get_mut(at)) {
        Some(old) => *old = element,
        None => elements.push(element),
    }
    Ok(())
}

fn is_any(names: &Names) -> bool {
    match names {
        Names::Of(..) => false,
        Names::Union(all) => all.iter().any(|names| is_any(names)),
        Names::Any => true,
    }
}
