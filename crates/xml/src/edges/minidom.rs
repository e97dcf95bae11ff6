//! Conversion from and to [minidom] trees.
//!
//! [`from_element`] reads any type from a [`minidom::Element`], [`to_element`] converts any value to one. The derive
//! implements [`TryFrom`] with both:
//!
//! ```
//! use xmpp_xml::{Extra, Xml};
//!
//! /// A place at sea.
//! #[derive(Clone, Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:sea", name = "buoy")]
//! struct Buoy {
//!     #[xml(attribute)]
//!     number: u16,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! let element = minidom::Element::builder("buoy", "urn:example:sea").append("red").build();
//! let error = Buoy::try_from(&element).unwrap_err();
//! assert_eq!(error.to_string(), "`buoy` lacks the attribute `number` at /buoy (byte 0)");
//!
//! let buoy = Buoy { number: 7, extra: Extra::new() };
//! let element = minidom::Element::try_from(buoy)?; // or a reference
//! assert_eq!(element.attr("number"), Some("7"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! A round trip through minidom preserves the infoset. Prefixes and the order of attributes, which are not part of it, are
//! lost, because minidom does not keep them.
//!
//! A tree built by other code may hold things that are not XML (control characters, names with spaces) or exceed
//! [`Limits`]. minidom panics when it writes some of that; here all of it is an error. The namespace declarations in
//! [`prefixes`](::minidom::Element::prefixes), on which minidom panics too, are ignored, since the names in the tree are
//! resolved already.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;

use ::minidom::Node as Part;
use rxml::{Namespace, NcName, NcNameStr};

use crate::element::Element;
use crate::error::{Error, ErrorKind};
use crate::namespace::XML;
use crate::node::{Attribute, Content, Node};
use crate::options::{Limit, Limits, Options};
use crate::raw::RawElement;
use crate::read::Report;
use crate::writer::resolved::Resolved;

/// Reads a tree as a `T`, with the default [`Options`] except for the [size](Limits::client).
///
/// # Errors
/// Same as [`from_str`](crate::from_str), and if the tree holds something that XML cannot carry. Offsets refer to an
/// internal text; paths are those of the tree.
pub fn from_element<T: Element>(element: &::minidom::Element) -> Result<T, Error> {
    from_element_with(element, &Options::new(), &mut Report::default())
}

/// Like [`from_element`], with these options; problems and untyped parts are added to `report`.
///
/// # Errors
/// Same as [`from_element`].
pub fn from_element_with<T: Element>(
    element: &::minidom::Element,
    options: &Options,
    report: &mut Report,
) -> Result<T, Error> {
    fn start<'e>(
        element: &'e ::minidom::Element,
        out: &mut Resolved,
    ) -> ::minidom::element::Nodes<'e> {
        let namespace = (!element.has_ns(out.namespace())).then(|| element.ns());
        out.start(namespace, element.name(), element.attrs());
        element.nodes()
    }

    let mut out = Resolved::new();
    let mut open = vec![start(element, &mut out)];
    while let Some(parts) = open.last_mut() {
        match parts.next() {
            Some(Part::Element(child)) => open.push(start(child, &mut out)),
            Some(Part::Text(text)) => out.text(text),
            None => {
                out.end();
                open.pop();
            }
        }
    }
    out.read(options, report)
}

/// Converts a value to a tree.
///
/// # Errors
/// The value contains something that XML cannot carry; the namespace names, of which minidom keeps a copy for each element
/// and attribute, would be out of proportion to it; it is deeper than the default [`Limits::depth`], where minidom would
/// overflow the stack; or it has a name that is valid in the fifth edition of XML 1.0 but not in minidom: one with a
/// character from U+FDF0 to U+FFFD.
pub fn to_element<T: Element>(value: &T) -> Result<::minidom::Element, Error> {
    tree(&RawElement::written(crate::to_string(value)?)?.node())
}

/// The tree of the element at `node`.
fn tree(node: &Node<'_>) -> Result<::minidom::Element, Error> {
    let mut outer = vec![];
    let mut room = Room::of(node);
    let (mut element, mut content) = (bare(node, &mut room)?, node.content());
    loop {
        match content.next() {
            Some(Content::Text(text)) => element.append_text(text),
            Some(Content::Element(child)) => {
                let max = Limits::default().depth;
                if outer.len() + 1 >= max {
                    let limit = Limit::Depth;
                    return Err(refused(&child, ErrorKind::LimitExceeded { limit, max }));
                }
                let child = (bare(&child, &mut room)?, child.content());
                outer.push((
                    core::mem::replace(&mut element, child.0),
                    core::mem::replace(&mut content, child.1),
                ));
            }
            None => {
                let Some((parent, rest)) = outer.pop() else {
                    return Ok(element);
                };
                let child = core::mem::replace(&mut element, parent);
                element.append_child(child);
                content = rest;
            }
        }
    }
}

/// How many more bytes of namespace names may be copied.
struct Room {
    left: usize,
    max: usize,
}

impl Room {
    /// In proportion to an element: more than the namespaces of XMPP ask for, even in elements of a few bytes each.
    fn of(node: &Node<'_>) -> Self {
        let max = (64 * node.source().len()).saturating_add(64 << 10);
        Self { left: max, max }
    }

    fn take(&mut self, node: &Node<'_>, namespace: &str) -> Result<(), Error> {
        let (limit, max) = (Limit::Memory, self.max);
        let left = self.left.checked_sub(namespace.len());
        self.left = left.ok_or_else(|| refused(node, ErrorKind::LimitExceeded { limit, max }))?;
        Ok(())
    }
}

/// The element at `node` with its attributes and without its content.
fn bare(node: &Node<'_>, room: &mut Room) -> Result<::minidom::Element, Error> {
    let name = node.name();
    room.take(node, node.namespace())?;
    // minidom takes any text for a name here and fails when it writes.
    if !name.is_ascii() && <&NcNameStr>::try_from(name).is_err() {
        return Err(unknown_name(node, name));
    }
    let mut element = ::minidom::Element::bare(name, node.namespace());
    for Attribute {
        namespace,
        name,
        value,
        ..
    } in node.attributes()
    {
        room.take(node, namespace)?;
        let namespace = match namespace {
            "" => Namespace::NONE,
            XML => Namespace::XML,
            other => Namespace::from(other.to_owned()),
        };
        let name = NcName::try_from(name).map_err(|_| unknown_name(node, name))?;
        element
            .attrs_mut()
            .insert(namespace, name, String::from(value));
    }
    Ok(element)
}

#[cold]
fn unknown_name(node: &Node<'_>, name: &str) -> Error {
    let name = Box::from(name);
    refused(node, ErrorKind::UnwritableName { name })
}

#[cold]
fn refused(node: &Node<'_>, kind: ErrorKind) -> Error {
    Error::new(kind).at(node.path(), node.offset())
}

impl TryFrom<&::minidom::Element> for RawElement {
    type Error = Error;

    /// Same as [`from_element`].
    fn try_from(element: &::minidom::Element) -> Result<Self, Error> {
        from_element(element)
    }
}

impl TryFrom<&RawElement> for ::minidom::Element {
    type Error = Error;

    /// Same as [`to_element`].
    fn try_from(element: &RawElement) -> Result<Self, Error> {
        tree(&element.node())
    }
}

impl TryFrom<::minidom::Element> for RawElement {
    type Error = Error;

    /// Same as [`from_element`].
    fn try_from(element: ::minidom::Element) -> Result<Self, Error> {
        from_element(&element)
    }
}

impl TryFrom<RawElement> for ::minidom::Element {
    type Error = Error;

    /// Same as [`to_element`].
    fn try_from(element: RawElement) -> Result<Self, Error> {
        tree(&element.node())
    }
}

/// What every element type gets from this module.
#[doc(hidden)]
#[macro_export]
macro_rules! __minidom {
    ($type:ty) => {
        #[automatically_derived]
        impl ::core::convert::TryFrom<&$crate::__private::minidom::Element> for $type {
            type Error = $crate::Error;

            fn try_from(
                element: &$crate::__private::minidom::Element,
            ) -> ::core::result::Result<Self, $crate::Error> {
                $crate::edges::minidom::from_element(element)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<$crate::__private::minidom::Element> for $type {
            type Error = $crate::Error;

            fn try_from(
                element: $crate::__private::minidom::Element,
            ) -> ::core::result::Result<Self, $crate::Error> {
                $crate::edges::minidom::from_element(&element)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<$type> for $crate::__private::minidom::Element {
            type Error = $crate::Error;

            fn try_from(value: $type) -> ::core::result::Result<Self, $crate::Error> {
                $crate::edges::minidom::to_element(&value)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&$type> for $crate::__private::minidom::Element {
            type Error = $crate::Error;

            fn try_from(value: &$type) -> ::core::result::Result<Self, $crate::Error> {
                $crate::edges::minidom::to_element(value)
            }
        }
    };
}
