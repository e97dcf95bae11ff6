//! The registry: what tools need to know about a type to work with it without naming it.
//!
//! Each area lists its elements in [`registry!`](crate::registry!), one per line; the facade combines the lists. Tools
//! look up an element by namespace, name and [`Place`], and an iq gives an element as a type only where that type
//! is registered.
//!
//! A list is a `const`, and an [`Entry`] is data and two small functions, compiled only where the list is used.

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

/// Lists the elements of an area, and declares where their types may stand.
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
/// A type is listed once, by the crate that defines it.
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

/// The fallback for types that no [`registry!`](crate::registry!) lists.
#[doc(hidden)]
pub trait Unplaced {
    /// Where the element may stand.
    const XML_PLACES: Option<&'static [Place]> = None;
}

impl<T> Unplaced for T {}

/// One element type: where it is specified, where it may stand, and how to process it.
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
    /// At the top level of a stream: a stanza.
    Stanza,
    /// In an iq of type `get`, or in an error that repeats it.
    IqGet,
    /// In an iq of type `set`, or in an error that repeats it.
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
    /// At the top level of a stream, but not a stanza: a nonza.
    Nonza,
    /// Only in another element.
    Nested,
}

/// The result of reading an element as its type and writing it back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RoundTrip {
    /// The output.
    pub xml: String,
    /// The problems and untyped parts that the reader found.
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

    /// The structure of the element.
    #[must_use]
    pub fn description(&self) -> &'static Description {
        (self.description)()
    }

    /// The path of the Rust type.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        (self.type_name)()
    }

    /// Whether the element has a name of the type.
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
    /// Same as [`RawElement::parse_with`].
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

    /// Generates an element of the type, as it might come from others.
    ///
    /// # Errors
    /// Generation failed: see [`arbitrary::element`].
    #[cfg(feature = "arbitrary")]
    pub fn arbitrary(&self, u: &mut Unstructured<'_>) -> ::arbitrary::Result<String> {
        (self.arbitrary)(u)
    }

    /// Generates an element of the type and checks the contract: it can be read, the output has the same infoset and reads
    /// as an equal value, and this still holds after changing any field.
    ///
    /// # Errors
    /// The contract is broken, or generation failed; for the latter see [`arbitrary::element`].
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
