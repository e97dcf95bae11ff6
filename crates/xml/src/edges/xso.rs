//! The traits of [xso] for every type, for use with tokio-xmpp without conversion.
//!
//! The derive implements [`FromXml`] and [`AsXml`] with the items of this module:
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
//! let buoy: Buoy = xso::from_bytes(b"<buoy xmlns='urn:example:sea' number='+7' colour='red'/>")?;
//! assert_eq!((buoy.number, buoy.extra.attribute("", "colour")), (7, Some("red")));
//! assert_eq!(xso::to_vec(&buoy)?, b"<buoy xmlns='urn:example:sea' number='+7' colour='red'/>");
//! # Ok::<(), xso::error::Error>(())
//! ```
//!
//! The exchange is through text: a [`Builder`] collects the events as text and reads that, and [`Items`] are those of the
//! written text. So the infoset is preserved, including unknown attributes and children, order and spelling. Prefixes and
//! the order of attributes, which are not part of it, are lost in rxml.
//!
//! An element with another name is a [mismatch](FromEventsError::Mismatch), so xso tries the next type. One with the right
//! name that cannot be read is a [`TextParseError`](::xso::error::Error::TextParseError) with our [`Error`] in it. Names
//! with a character from U+FDF0 to U+FFFD, which rxml does not support, cannot be written.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use ::xso::error::{Error as Invalid, FromEventsError};
use ::xso::fromxml::XmlNameMatcher;
use ::xso::{AsXml, FromEventsBuilder, FromXml, Item};
use rxml::{AttrMap, Event, Namespace, NcNameStr, QName};

use crate::element::{Element, Locals, Names, Namespaces};
use crate::error::{Error, ErrorKind};
use crate::node::Node;
use crate::options::{Invalid as KeepInvalid, Limits, Options};
use crate::parser::{self, Extent, Parsed};
use crate::raw::RawElement;
use crate::read::Report;
use crate::tape::{Document, Kind, NONE, XML_NAMESPACE};
use crate::writer::resolved::Resolved;

/// Reads a `T` from events, with the default [`Options`] except for the [size](Limits::client), since events are in memory
/// already.
///
/// Exceeding a limit is an error as soon as it is known, not only at the end of the element.
#[derive(Debug)]
pub struct Builder<T> {
    text: Resolved,
    value: PhantomData<fn() -> T>,
}

impl<T: Element> Builder<T> {
    /// Takes an event down, and returns whether the element is complete.
    fn take(&mut self, event: Event) -> bool {
        match event {
            Event::XmlDeclaration(..) => {}
            Event::StartElement(_, name, attributes) => self.start(&name, &attributes),
            Event::Text(_, text) => self.text.text(&text),
            Event::EndElement(_) => return self.text.end(),
        }
        // Nothing more need be waited for.
        self.text.has_failed()
    }

    fn start(&mut self, (namespace, name): &QName, attributes: &AttrMap) {
        let namespace =
            (*namespace != *self.text.namespace()).then(|| String::from(namespace.as_str()));
        self.text.start(namespace, name, attributes);
    }

    fn finish(&mut self, options: &Options, report: &mut Report) -> Result<T, Invalid> {
        self.text.read(options, report).map_err(Into::into)
    }
}

impl<T: Element> FromEventsBuilder for Builder<T> {
    type Output = T;

    fn feed(&mut self, event: Event, _: &::xso::Context<'_>) -> Result<Option<T>, Invalid> {
        match self.take(event) {
            false => Ok(None),
            true => self
                .finish(&Options::new(), &mut Report::default())
                .map(Some),
        }
    }
}

/// A value read with invalid values [kept](KeepInvalid::Keep), and the report on them: use it in place of the type itself
/// where servers deliver what strangers have sent.
///
/// ```
/// # use xmpp_xml::{Extra, Xml};
/// # #[derive(Clone, Debug, PartialEq, Xml)]
/// # #[xml(namespace = "urn:example:sea", name = "buoy")]
/// # struct Buoy { #[xml(attribute)] number: Option<u16>, #[xml(extra)] extra: Extra }
/// use xmpp_xml::edges::xso::Lenient;
///
/// let read: Lenient<Buoy> = xso::from_bytes(b"<buoy xmlns='urn:example:sea' number='red'/>")?;
/// assert_eq!(read.value.number, None);
/// assert_eq!(read.report.problems[0].path(), "/buoy/@number");
/// # Ok::<(), xso::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lenient<T> {
    /// The value.
    pub value: T,
    /// The problems and untyped parts that the reader found.
    pub report: Report,
}

/// Reads a [`Lenient`] from events.
#[derive(Debug)]
pub struct LenientBuilder<T>(Builder<T>);

impl<T: Element> FromEventsBuilder for LenientBuilder<T> {
    type Output = Lenient<T>;

    fn feed(
        &mut self,
        event: Event,
        _: &::xso::Context<'_>,
    ) -> Result<Option<Lenient<T>>, Invalid> {
        if !self.0.take(event) {
            return Ok(None);
        }
        let mut report = Report::default();
        let options = Options::new().invalid(KeepInvalid::Keep);
        let value = self.0.finish(&options, &mut report)?;
        Ok(Some(Lenient { value, report }))
    }
}

impl<T: Element> FromXml for Lenient<T> {
    type Builder = LenientBuilder<T>;

    fn from_events(
        name: QName,
        attributes: AttrMap,
        _: &::xso::Context<'_>,
    ) -> Result<Self::Builder, FromEventsError> {
        from_events(name, attributes).map(LenientBuilder)
    }

    fn xml_name_matcher() -> XmlNameMatcher<'static> {
        name_matcher::<T>()
    }
}

/// The implementation of [`FromXml::from_events`] for any type.
///
/// # Errors
/// The element has another name than those of `T`, or cannot be represented in XML.
pub fn from_events<T: Element>(
    name: QName,
    attributes: AttrMap,
) -> Result<Builder<T>, FromEventsError> {
    if !T::NAMES.matches_name(&name.1, &|namespace: &str| name.0 == *namespace) {
        return Err(FromEventsError::Mismatch {
            name,
            attrs: attributes,
        });
    }
    let mut builder = Builder {
        text: Resolved::new(),
        value: PhantomData,
    };
    builder.start(&name, &attributes);
    if builder.text.has_failed() {
        builder.finish(&Options::new(), &mut Report::default())?;
    }
    Ok(builder)
}

/// The implementation of [`FromXml::xml_name_matcher`] for any type.
#[must_use]
pub fn name_matcher<T: Element>() -> XmlNameMatcher<'static> {
    matcher(&T::NAMES)
}

/// The narrowest that xso has for these names.
fn matcher(names: &Names) -> XmlNameMatcher<'static> {
    match *names {
        Names::Of(Namespaces::One(namespace), Locals::One(name)) => {
            XmlNameMatcher::Specific(namespace, name)
        }
        Names::Of(Namespaces::One(namespace), _) => XmlNameMatcher::InNamespace(namespace),
        Names::Union([first, rest @ ..]) => rest
            .iter()
            .fold(matcher(first), |all, names| all.superset(matcher(names))),
        _ => XmlNameMatcher::Any,
    }
}

/// The implementation of [`AsXml::as_xml_iter`] for any type.
///
/// # Errors
/// The value contains something that XML cannot carry.
pub fn items<T: Element>(value: &T) -> Result<Items<'_>, Invalid> {
    let text = crate::to_string(value)?;
    let options = Options::default().limits(Limits::highest());
    let parsed = parser::parse_str(&text, &options, Extent::Document)?;
    let root = Node::root(parsed.document(&text));
    check_names(&root)?;
    let cursor = Cursor::before(&root);
    Ok(Items {
        source: Source::Owned(text, Box::new(parsed)),
        cursor,
    })
}

/// Whether rxml knows all the names. It is asked before anything is written: tokio-xmpp cannot go on with a stream into
/// which half an element has gone.
fn check_names(root: &Node<'_>) -> Result<(), Error> {
    if root.source().is_ascii() {
        return Ok(());
    }
    let document = root.document;
    let end = root.record().map_or(0, |r| r.next);
    for index in root.index..end {
        let Some(record) = document.record(index) else {
            break;
        };
        if !matches!(record.kind, Kind::Element | Kind::Attribute) {
            continue;
        }
        let name = document.local(record);
        if !name.is_ascii() && <&NcNameStr>::try_from(name).is_err() {
            let name = Box::from(name);
            let kind = ErrorKind::UnwritableName { name };
            let path = document.path(root.index, index);
            return Err(Error::new(kind).at(path, record.start as usize));
        }
    }
    Ok(())
}

/// The events of an element, for xso.
pub struct Items<'x> {
    source: Source<'x>,
    cursor: Cursor,
}

enum Source<'x> {
    /// Of a raw element, which is text already.
    Borrowed(Document<'x>),
    /// Of a value, which has been written for this.
    Owned(String, Box<Parsed>),
}

impl<'x> Iterator for Items<'x> {
    type Item = Result<Item<'x>, Invalid>;

    fn next(&mut self) -> Option<Self::Item> {
        match &self.source {
            Source::Borrowed(document) => self.cursor.step(*document, |text| text, Cow::Borrowed),
            Source::Owned(text, parsed) => self.cursor.step(
                parsed.document(text),
                |text| Cow::Owned(text.into_owned()),
                |name| Cow::Owned(name.to_ncname()),
            ),
        }
    }
}

impl fmt::Debug for Items<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}

/// Where on a tape the iterator is.
struct Cursor {
    index: u32,
    /// Where the element ends.
    stop: u32,
    /// Inside of a start tag: where its attributes end.
    head_end: Option<u32>,
    /// Where the innermost open element ends; 0 where none is open.
    end: u32,
    /// Where those around it end.
    outer: Vec<u32>,
    /// The namespace that was asked for last, and its number: it is most often asked for again.
    last: (u32, Namespace<'static>),
    /// All that have been asked for, which are shared.
    namespaces: BTreeMap<u32, Namespace<'static>>,
}

impl Cursor {
    /// Before an element.
    fn before(node: &Node<'_>) -> Self {
        Self {
            index: node.index,
            stop: node.record().map_or(0, |r| r.next),
            head_end: None,
            end: 0,
            outer: Vec::new(),
            last: (NONE, Namespace::NONE),
            namespaces: BTreeMap::new(),
        }
    }

    fn namespace(&mut self, document: &Document<'_>, declaration: u32) -> Namespace<'static> {
        let number = document.number(declaration);
        if number != self.last.0 {
            let namespace = match number {
                NONE => Namespace::NONE,
                XML_NAMESPACE => Namespace::XML,
                _ => {
                    let shared = self.namespaces.entry(number).or_insert_with(|| {
                        Namespace::from(String::from(document.namespace(declaration)))
                    });
                    shared.clone()
                }
            };
            self.last = (number, namespace);
        }
        self.last.1.clone()
    }

    /// The next part. `text` and `name` make what is borrowed from the document last as long as the parts do.
    #[inline]
    fn step<'d, 'x>(
        &mut self,
        document: Document<'d>,
        text: impl Fn(Cow<'d, str>) -> Cow<'x, str>,
        name: impl Fn(&'d NcNameStr) -> Cow<'x, NcNameStr>,
    ) -> Option<Result<Item<'x>, Invalid>> {
        let local = |record| match <&NcNameStr>::try_from(document.local(record)) {
            Ok(local) => Ok(name(local)),
            Err(error) => Err(Invalid::from(error)),
        };
        let in_head = self.head_end.is_some();
        if let Some(end) = self.head_end {
            while self.index < end {
                let record = document.record(self.index)?;
                self.index += 1;
                if record.kind == Kind::Attribute {
                    let namespace = match record.namespace {
                        NONE => Namespace::NONE,
                        other => self.namespace(&document, other),
                    };
                    let value = text(document.value(record));
                    let name = local(record);
                    return Some(name.map(|name| Item::Attribute(namespace, name, value)));
                }
            }
            self.head_end = None;
        }
        if self.end != 0 && self.index >= self.end {
            // The foot of an element without content stands for the end of its head, too.
            self.end = self.outer.pop().unwrap_or_default();
            return Some(Ok(Item::ElementFoot));
        }
        if in_head {
            return Some(Ok(Item::ElementHeadEnd));
        }
        let record = document
            .record(self.index)
            .filter(|_| self.index < self.stop)?;
        self.index += 1;
        if record.kind == Kind::Text {
            return Some(Ok(Item::Text(text(document.characters(record)))));
        }
        self.head_end = Some(self.index + u32::from(record.attributes));
        if self.end != 0 {
            self.outer.push(self.end);
        }
        self.end = record.next;
        let namespace = self.namespace(&document, record.namespace);
        Some(local(record).map(|name| Item::ElementHeadStart(namespace, name)))
    }
}

impl FromXml for RawElement {
    type Builder = Builder<Self>;

    fn from_events(
        name: QName,
        attributes: AttrMap,
        _: &::xso::Context<'_>,
    ) -> Result<Self::Builder, FromEventsError> {
        from_events(name, attributes)
    }
}

impl AsXml for RawElement {
    type ItemIter<'x> = Items<'x>;

    fn as_xml_iter(&self) -> Result<Items<'_>, Invalid> {
        let node = self.node();
        check_names(&node)?;
        Ok(Items {
            source: Source::Borrowed(node.document),
            cursor: Cursor::before(&node),
        })
    }
}

impl From<Error> for Invalid {
    fn from(error: Error) -> Self {
        Self::text_parse_error(error)
    }
}

/// What every element type gets from this module.
#[doc(hidden)]
#[macro_export]
macro_rules! __xso {
    ($type:ty) => {
        #[automatically_derived]
        impl $crate::__private::xso::FromXml for $type {
            type Builder = $crate::edges::xso::Builder<Self>;

            fn from_events(
                name: $crate::__private::rxml::QName,
                attributes: $crate::__private::rxml::AttrMap,
                _: &$crate::__private::xso::Context<'_>,
            ) -> ::core::result::Result<
                Self::Builder,
                $crate::__private::xso::error::FromEventsError,
            > {
                $crate::edges::xso::from_events(name, attributes)
            }

            fn xml_name_matcher() -> $crate::__private::xso::fromxml::XmlNameMatcher<'static> {
                $crate::edges::xso::name_matcher::<Self>()
            }
        }

        #[automatically_derived]
        impl $crate::__private::xso::AsXml for $type {
            type ItemIter<'x> = $crate::edges::xso::Items<'x>;

            fn as_xml_iter(
                &self,
            ) -> ::core::result::Result<Self::ItemIter<'_>, $crate::__private::xso::error::Error>
            {
                $crate::edges::xso::items(self)
            }
        }
    };
}
