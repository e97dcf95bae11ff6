//! Lossless reading and writing of XMPP's XML as typed structs.
//!
//! The foundation of the payload crates: a reader of the restricted XML that RFC 6120 §11 allows, a writer that can only
//! produce well-formed XML, [`RawElement`] for one element verbatim, and the traits that [`#[derive(Xml)]`](Xml)
//! implements.
//!
//! # The contract
//! For every element that a type accepts, writing what was read gives an element with the same infoset: every attribute
//! and child element, known or not, in its order, and every value in its original spelling. What has no field in a type is
//! kept in its [`Extra`].
//!
//! ```
//! use xmpp_xml::{Extra, Xml};
//!
//! /// Where somebody is.
//! #[derive(Clone, Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:place", name = "place")]
//! struct Place {
//!     /// Metres above the sea; `None` if not measured.
//!     #[xml(attribute)]
//!     height: Option<i32>,
//!     #[xml(child_text = "name")]
//!     name: String,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! let source = "<place xmlns='urn:example:place' height='+8' planet='earth'><name>Utrecht</name><moon/></place>";
//! let mut place: Place = xmpp_xml::from_str(source)?;
//! assert_eq!(place.height, Some(8));
//! assert_eq!(place.extra.attribute("", "planet"), Some("earth"));
//!
//! place.name = "Delft".into();
//! assert_eq!(
//!     xmpp_xml::to_string(&place)?,
//!     "<place xmlns='urn:example:place' height='+8' planet='earth'><name>Delft</name><moon/></place>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod binary;
mod build;
mod chars;
mod check;
mod compare;
mod cost;
mod date_time;
mod decode;
pub mod edges;
mod element;
mod error;
mod extra;
mod field;
mod infoset;
mod language;
mod log;
mod moment;
pub mod namespace;
mod net;
mod node;
mod options;
mod parser;
pub mod payloads;
mod raw;
mod read;
mod reader;
pub mod registry;
pub mod rescope;
mod secret;
pub mod stream;
mod tape;
pub mod testing;
mod token;
mod value;
mod writer;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

pub use crate::binary::{Base64, Hex};
pub use crate::build::ElementBuilder;
pub use crate::chars::trim;
pub use crate::date_time::{Date, DateTime, Time, TimeZone};
pub use crate::element::{
    AttributeField, ChildContent, ChildField, Choice, Description, Element, Locals, Names,
    Namespaces, Occurs, TextField,
};
pub use crate::error::{Error, ErrorKind};
pub use crate::extra::{Extra, ExtraAttribute};
pub use crate::language::LanguageTag;
pub use crate::log::for_log;
#[cfg(any(feature = "std", feature = "jiff"))]
#[cfg_attr(docsrs, doc(cfg(any(feature = "std", feature = "jiff"))))]
pub use crate::moment::OutOfRange;
pub use crate::node::{Attribute, Content, Node};
pub use crate::options::{Invalid, Limit, Limits, Options};
pub use crate::raw::RawElement;
pub use crate::read::{Context, Report, Untyped};
pub use crate::reader::ElementReader;
pub use crate::secret::{Secret, constant_time_eq};
pub use crate::value::{Fit, InvalidValue, JID_EXPECTED, OtherToken, TextForm, Token, Value};
pub use crate::writer::Writer;
pub use xmpp_xml_derive::Xml;

use crate::parser::{Extent, Parsed};
use crate::tape::Document;

/// What the derive's code calls. Not part of the interface.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "__cost")]
    pub use crate::cost::steps;
    pub use crate::registry::Unplaced;
    #[cfg(feature = "xso")]
    pub use ::{rxml, xso};
    #[cfg(feature = "arbitrary")]
    pub use ::arbitrary;
    #[cfg(feature = "minidom")]
    pub use ::minidom;
    #[cfg(feature = "proptest")]
    pub use ::proptest;
    pub use alloc::vec::Vec;

    pub mod compare {
        pub use crate::compare::{
            Compared, Field, Shown, Visitor, Way, equal, given, optional, show,
        };
    }

    pub mod check {
        pub use crate::check::{choice, element};
    }

    pub mod read {
        pub use crate::field::{By, Defaulted, ElementSlot, ValueSlot};
        pub use crate::read::{
            Attribute, Slot, Slots, choice, element, incomplete, told, wrong_element,
        };
    }

    pub mod token {
        pub use crate::token::{parse, text};
    }

    pub mod write {
        pub use crate::field::{AnyValue, Elements, Values};
        pub use crate::writer::element::{Parts, Source, defaulted, element, fixed, optional};
    }
}

/// Reads a single element as a `T`, with the default [`Options`]. White space around it is allowed.
///
/// # Errors
/// The input is not well-formed or exceeds the limits; it is another element than those of `T`
/// ([`Error::is_wrong_element`]); or something that `T` requires is missing or invalid.
pub fn from_str<T: Element>(input: &str) -> Result<T, Error> {
    let parsed = parser::parse_str(input, &Options::DEFAULT, Extent::Document)?;
    plain(input, parsed)
}

/// Like [`from_str`], for bytes.
///
/// # Errors
/// Same as [`from_str`]; also if the input is not UTF-8.
pub fn from_slice<T: Element>(input: &[u8]) -> Result<T, Error> {
    let options = &Options::DEFAULT;
    let text = parser::text_of(input, options)?;
    let parsed = parser::parse_str(text, options, Extent::Document)?;
    plain(text, parsed)
}

/// The root of a tape as a `T`, by the default options.
fn plain<T: Element>(text: &str, parsed: Parsed) -> Result<T, Error> {
    // What takes any child keeps it as it stands, so that the tape will be needed.
    if parsed.has_elements() && T::description().takes_any {
        let tape = parsed.keep_nearly(text);
        let root = Node::root(Document::of(&tape));
        return read::root(&root, &mut Context::of_input(&tape.input));
    }
    let root = Node::root(parsed.document(text));
    read::root(&root, &mut Context::of_input(&parsed.input))
}

/// Like [`from_slice`], with these options; problems and untyped parts are added to `report`.
///
/// # Errors
/// Same as [`from_slice`].
pub fn read_with<T: Element>(
    input: &[u8],
    options: &Options,
    report: &mut Report,
) -> Result<T, Error> {
    let (text, parsed) = parser::parse(input, options, Extent::Document)?;
    let root = Node::root(parsed.document(text));
    read::root_with(&root, options, report)
}

/// Reads a start tag on its own, such as a stream header, as an element without content.
///
/// With [`Options::skip_declaration`], an XML declaration may precede it.
///
/// # Errors
/// Same as [`read_with`].
pub fn read_start_tag<T: Element>(
    input: &[u8],
    options: &Options,
    report: &mut Report,
) -> Result<T, Error> {
    let (text, parsed) = parser::parse(input, options, Extent::StartTag)?;
    let root = Node::root(parsed.document(text));
    read::root_with(&root, options, report)
}

/// Reads the first element of an input verbatim, and returns the number of bytes consumed, including the white space
/// and comments before it.
///
/// The rest of the input is not looked at, so this splits a file with several roots; [`Limits::bytes`] applies to each root.
///
/// # Errors
/// The input does not begin with a well-formed element within the limits; [`ErrorKind::NoRoot`] if nothing is left.
pub fn first_element(input: &str, options: &Options) -> Result<(RawElement, usize), Error> {
    let parsed = parser::parse_str(input, options, Extent::Element)?;
    let end = parsed.records.first().map_or(0, |root| root.end as usize);
    let text = Box::from(input.get(..end).unwrap_or_default());
    Ok((RawElement::of(text, parsed), end))
}

/// Writes an element as a string.
///
/// # Errors
/// A value has something that XML cannot carry.
pub fn to_string<T: Element>(element: &T) -> Result<String, Error> {
    let mut writer = Writer::with_capacity(256);
    element.write(&mut writer);
    writer.finish()
}

/// Writes an element as bytes.
///
/// # Errors
/// Same as [`to_string`].
pub fn to_vec<T: Element>(element: &T) -> Result<Vec<u8>, Error> {
    to_string(element).map(String::into_bytes)
}

/// Writes the start tag of an element without its content, such as a stream header.
///
/// # Errors
/// Same as [`to_string`].
pub fn to_start_tag<T: Element>(element: &T) -> Result<String, Error> {
    let mut text = to_string(element)?;
    let mut quote = None;
    let end = text.bytes().position(|b| match (quote, b) {
        (None, b'>') => true,
        (None, b'\'' | b'"') => {
            quote = Some(b);
            false
        }
        (Some(open), _) if open == b => {
            quote = None;
            false
        }
        _ => false,
    });
    text.truncate(end.unwrap_or_default());
    // Outside of quotes, only that of an empty element stands before the end.
    if text.ends_with('/') {
        text.pop();
    }
    text.push('>');
    Ok(text)
}

/// Appends an element to `out`.
///
/// # Errors
/// Same as [`to_string`]; nothing has been written to `out` then. An error of `out` itself is the inner [`fmt::Error`].
pub fn to_writer<T: Element>(element: &T, out: &mut dyn fmt::Write) -> Result<fmt::Result, Error> {
    to_string(element).map(|text| out.write_str(&text))
}
