//! The registry: what a tool needs to know of a type to work with it without naming it.
//!
//! Each area lists its elements by [`registry!`](crate::registry!), one line each; the facade puts the lists together.
//! Tools look an element up by namespace, name and [`Place`], and an iq gives an element as a type only where that type
//! may stand.
//!
//! A list is a `const`, and an [`Entry`] is data and two small functions: they are compiled where somebody uses the list, and
//! nowhere else.

use alloc::string::String;

#[cfg(feature = "arbitrary")]
use ::arbitrary::Unstructured;

#[cfg(feature = "arbitrary")]
use crate::edges::arbitrary::{self, Broken};
use crate::element::{Description, Element};
use crate::error::Error;
use crate::node::Node;
use crate::options::Options;
use crate::raw::RawElement;
use crate::read::{self, Context, Report};
use crate::writer::Writer;

/// Lists the elements of an area, and lets their types know where they may stand.
///
/// ```
/// use xmpp_xml::registry::{Entry, Place};
/// use xmpp_xml::{Element, Extra, Xml};
///
/// /// A question about the tides.
/// #[derive(Clone, Debug, PartialEq, Xml)]
/// #[xml(namespace = "urn:example:tides", name = "query")]
/// pub struct Request {
///     #[xml(extra)]
///     extra: Extra,
/// }
///
/// xmpp_xml::registry! {
///     /// The elements of this area.
///     pub const REGISTRY: &[Entry] = &[
///         Entry::of::<Request>("urn:example:tides", "1", &[Place::IqGet]),
///     ];
/// }
///
/// assert_eq!(Request::description().places, Some(REGISTRY[0].places));
/// ```
///
/// A type is listed by the crate that it is of, and once.
#[macro_export]
macro_rules! registry {
    (
        $(#[$meta:meta])*
        $vis:vis const $name:ident: &[$entry:ident] = &[
            $($of_entry:ident::of::<$of:ty>(
                $spec:expr,
                $section:expr,
                $places:expr $(,)?
            )),* $(,)?
        ];
    ) => {
        $(#[$meta])*
        $vis const $name: &[$entry] = &[
            $($of_entry::of::<$of>($spec, $section, $places)),*
        ];

        $(
            impl $of {
                // Goes before that of `Unplaced`, which the derive would take else.
                pub(crate) const XML_PLACES: ::core::option::Option<&'static [$crate::registry::Place]> =
                    ::core::option::Option::Some($places);
            }
        )*
    };
}

/// Stands in for what [`registry!`](crate::registry!) says of a type where that says nothing.
#[doc(hidden)]
pub trait Unplaced {
    /// Where the element may stand.
    const XML_PLACES: Option<&'static [Place]> = None;
}

impl<T> Unplaced for T {}

/// One element type: where it comes from, where it may stand, and how to work with it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// The specification: `XEP-0030`, `RFC 6120`.
    pub spec: &'static str,
    /// The section of the specification that defines the element, by its number.
    pub section: &'static str,
    /// Where the element may stand.
    pub places: &'static [Place],
    description: fn() -> &'static Description,
    type_name: fn() -> &'static str,
    rewrite: fn(Node<'_>, &mut Context<'_>, &mut Writer) -> Result<(), Error>,
    #[cfg(feature = "arbitrary")]
    arbitrary: fn(&mut Unstructured<'_>) -> ::arbitrary::Result<String>,
    #[cfg(feature = "arbitrary")]
    probe: fn(&mut Unstructured<'_>) -> Result<(), Broken>,
}

/// Where an element may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A stanza itself, at the top level of a stream.
    Stanza,
    /// In an iq of type `get`, or of type `error` that repeats it.
    IqGet,
    /// In an iq of type `set`, or of type `error` that repeats it.
    IqSet,
    /// In an iq of type `result`.
    IqResult,
    /// In a message.
    Message,
    /// In a presence.
    Presence,
    /// In a stanza error, as an application-specific condition.
    StanzaError,
    /// Among the features of a stream.
    StreamFeature,
    /// In a stream error, as an application-specific condition.
    StreamError,
    /// At the top level of a stream, and no stanza.
    Nonza,
    /// In another element only.
    Nested,
}

/// What came of reading an element as its type and writing it back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RoundTrip {
    /// What was written.
    pub xml: String,
    /// What the reader found beside the value.
    pub report: Report,
}

impl Entry {
    /// The entry of a type.
    #[must_use]
    pub const fn of<T: Element + PartialEq>(
        spec: &'static str,
        section: &'static str,
        places: &'static [Place],
    ) -> Self {
        Self {
            spec,
            section,
            places,
            description: T::description,
            type_name: core::any::type_name::<T>,
            rewrite: rewrite::<T>,
            #[cfg(feature = "arbitrary")]
            arbitrary: arbitrary::xml::<T>,
            #[cfg(feature = "arbitrary")]
            probe: arbitrary::probe::<T>,
        }
    }

    /// What the element is made of.
    #[must_use]
    pub fn description(&self) -> &'static Description {
        (self.description)()
    }

    /// The path of the Rust type.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        (self.type_name)()
    }

    /// Whether the name of the element is one of the type's.
    #[must_use]
    pub fn matches(&self, node: &Node<'_>) -> bool {
        self.description().names.matches_alone(node)
    }

    /// Whether the element may stand there.
    #[must_use]
    pub fn stands_in(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    /// Reads the element as the type and writes it back.
    ///
    /// # Errors
    /// Those of [`RawElement::parse_with`].
    pub fn round_trip(&self, element: &RawElement, options: &Options) -> Result<RoundTrip, Error> {
        let mut report = Report::default();
        let mut writer = Writer::with_capacity(256);
        let node = element.node();
        let context = &mut Context::new(options, &mut report);
        read::root_by(&node, context, self.description(), |context| {
            (self.rewrite)(node, context, &mut writer)
        })?;
        Ok(RoundTrip {
            xml: writer.finish()?,
            report,
        })
    }

    /// Makes up an element of the type, as the text that others might send.
    ///
    /// # Errors
    /// Nothing can be made up: see [`arbitrary::element`].
    #[cfg(feature = "arbitrary")]
    pub fn arbitrary(&self, u: &mut Unstructured<'_>) -> ::arbitrary::Result<String> {
        (self.arbitrary)(u)
    }

    /// Makes up an element of the type and sees whether it keeps what the type promises: it is read, what is written
    /// has the same infoset, that reads as an equal value, and so it is once a field has been changed, whichever.
    ///
    /// # Errors
    /// It does not; or nothing can be made up, see [`arbitrary::element`].
    #[cfg(feature = "arbitrary")]
    pub fn probe(&self, u: &mut Unstructured<'_>) -> Result<(), Broken> {
        (self.probe)(u)
    }
}

/// Reads an element as a `T` and writes it.
fn rewrite<T: Element>(
    node: Node<'_>,
    context: &mut Context<'_>,
    writer: &mut Writer,
) -> Result<(), Error> {
    T::read(node, context).map(|value| value.write(writer))
}
