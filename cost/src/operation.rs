//! What programs do with an input.

use core::any::Any;
use core::fmt;

use minidom::Element as Dom;
use rxml::parser::EventMetrics;
use rxml::{AttrMap, Event, Namespace};
use serde_json::{Deserializer, Serializer};
use xmpp_stanzas::core_stanzas::{Iq, Message, Presence, Stanza};
use xmpp_stanzas::data_forms::form::Form;
use xmpp_stanzas::disco::info;
use xmpp_stanzas::xml::registry::Entry;
use xmpp_stanzas::xml::{
    Content, Element, Extra, Invalid, Limits, Node, Options, RawElement, Report, Writer,
    first_element, from_slice, read_with, to_string,
};
use xso::{AsXml, FromXml};

/// What came of an operation.
#[expect(clippy::exhaustive_structs, reason = "tests make them")]
pub struct Outcome {
    /// What it made, to be dropped outside of the measurement.
    pub value: Box<dyn Any>,
    /// Whether it succeeded.
    pub accepted: bool,
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("accepted", &self.accepted)
            .finish_non_exhaustive()
    }
}

impl Outcome {
    pub(crate) fn nothing() -> Self {
        Self {
            value: Box::new(()),
            accepted: false,
        }
    }

    /// One that succeeded.
    pub fn of<T: 'static>(value: T) -> Self {
        Self {
            value: Box::new(value),
            accepted: true,
        }
    }

    /// As the result tells.
    pub fn result<T: 'static, E: 'static>(value: Result<T, E>) -> Self {
        Self {
            accepted: value.is_ok(),
            value: Box::new(value),
        }
    }
}

/// What is measured.
pub type Run = Box<dyn FnOnce() -> Outcome>;

type Prepare = Box<dyn Fn(&str) -> Option<Run> + Send + Sync>;

/// Something that a program does.
pub struct Operation {
    /// What it is.
    pub name: String,
    /// Makes ready for an input, which is not measured; nothing where the input cannot come so far.
    pub prepare: Prepare,
    /// How large what it takes is, where that is not the text.
    pub(crate) size: Option<fn(&str) -> Option<usize>>,
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl Operation {
    /// An operation that makes ready by `prepare`.
    pub fn new(
        name: impl Into<String>,
        prepare: impl Fn(&str) -> Option<Run> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            prepare: Box::new(prepare),
            size: None,
        }
    }

    fn sized(mut self, size: fn(&str) -> Option<usize>) -> Self {
        self.size = Some(size);
        self
    }
}

/// How large a tree of minidom is, which has a copy of its namespace in each element.
fn weight(tree: &Dom) -> usize {
    let mut sum = 0;
    let mut left = vec![tree];
    while let Some(element) = left.pop() {
        sum += 64 + element.name().len() + element.ns().len();
        for ((namespace, name), value) in element.attrs() {
            sum += 32 + namespace.as_str().len() + name.len() + value.len();
        }
        sum += element.texts().map(str::len).sum::<usize>();
        left.extend(element.children());
    }
    sum
}

/// The options of all readings: as in a file, so that comments cost what they cost, and without bounds on sizes and on the
/// length of a name, so that what would grow with them is seen to.
fn options() -> Options {
    let mut limits = Limits::file();
    limits.name = Limits::highest().name;
    Options::file().limits(limits)
}

fn lenient() -> Options {
    options().invalid(Invalid::Keep)
}

fn raw(text: &str) -> Option<RawElement> {
    RawElement::read_with(text.as_bytes(), &options()).ok()
}

/// An operation on a raw element.
fn on_raw(
    name: &str,
    run: impl Fn(RawElement) -> Outcome + Send + Sync + Copy + 'static,
) -> Operation {
    Operation::new(format!("opaque: {name}"), move |text| {
        let element = raw(text)?;
        Some(Box::new(move || run(element)))
    })
}

/// Every element in it, without recursion.
fn each(node: Node<'_>, mut visit: impl FnMut(Node<'_>)) {
    let mut left = vec![node];
    while let Some(node) = left.pop() {
        visit(node);
        left.extend(node.children());
    }
}

/// The text with the same infoset, spelt otherwise at the very end.
fn respelt(text: &str) -> Option<String> {
    let text = text.trim_end();
    text.strip_suffix('>').map(|start| format!("{start} >"))
}

/// The text with another infoset, different at the very end.
fn nearly(text: &str) -> Option<String> {
    let text = text.trim_end();
    let end = text.rfind("</")?;
    Some(format!(
        "{}<other xmlns='urn:other'/>{}",
        &text[..end],
        &text[end..]
    ))
}

/// The operations on elements as they stand.
#[must_use]
pub fn opaque() -> Vec<Operation> {
    vec![
        Operation::new("opaque: read", |text| {
            let text = text.to_owned();
            Some(Box::new(move || {
                Outcome::result(RawElement::read_with(text.as_bytes(), &options()))
            }))
        }),
        Operation::new("opaque: read the first element", |text| {
            let text = text.to_owned();
            Some(Box::new(move || {
                Outcome::result(first_element(&text, &options()))
            }))
        }),
        Operation::new("opaque: show the error", |text| {
            let error = RawElement::read_with(text.as_bytes(), &Options::new()).err()?;
            Some(Box::new(move || {
                Outcome::of((error.clone(), format!("{error} {error:?}")))
            }))
        }),
        on_raw("clone", |element| Outcome::of((element.clone(), element))),
        on_raw("drop", |element| {
            drop(element);
            Outcome::of(())
        }),
        on_raw("drop a clone", |element| {
            drop(element.clone());
            Outcome::of(element)
        }),
        on_raw("Debug", |element| {
            Outcome::of((format!("{element:?}"), element))
        }),
        on_raw("Display", |element| {
            Outcome::of((element.to_string(), element))
        }),
        on_raw("canonical", |element| {
            Outcome::of((element.canonical(), element))
        }),
        on_raw("write", |element| {
            Outcome::of((to_string(&element), element))
        }),
        on_raw("write inside of a stream", |element| {
            let prefixes = [("stream", "http://etherx.jabber.org/streams")];
            let mut writer = Writer::new().within("jabber:client", &prefixes);
            writer.element(&element);
            Outcome::of((writer.finish(), element))
        }),
        Operation::new("opaque: compare, equal and read anew", |text| {
            let (a, b) = (raw(text)?, raw(text)?);
            Some(Box::new(move || Outcome {
                accepted: a == b,
                value: Box::new((a, b)),
            }))
        }),
        Operation::new("opaque: compare with a clone", |text| {
            let a = raw(text)?;
            let b = a.clone();
            Some(Box::new(move || Outcome {
                accepted: a == b,
                value: Box::new((a, b)),
            }))
        }),
        Operation::new("opaque: compare, equal and respelt", |text| {
            let (a, b) = (raw(text)?, raw(&respelt(text)?)?);
            Some(Box::new(move || Outcome {
                accepted: a == b,
                value: Box::new((a, b)),
            }))
        }),
        Operation::new("opaque: compare, nearly equal", |text| {
            let (a, b) = (raw(text)?, raw(&nearly(text)?)?);
            Some(Box::new(move || Outcome {
                accepted: a != b,
                value: Box::new((a, b)),
            }))
        }),
        on_raw("look for children by name", |element| {
            let mut found = 0;
            each(element.node(), |node| {
                found += node
                    .children()
                    .filter(|c| c.is("urn:example:none", "a"))
                    .count();
                found += usize::from(node.child("urn:example:a", "a").is_some());
            });
            Outcome::of((found, element))
        }),
        on_raw("look for attributes by name", |element| {
            let mut found = 0;
            each(element.node(), |node| {
                found += usize::from(node.attribute("none").is_some());
                found += usize::from(node.attribute_in("urn:example:none", "a1").is_some());
            });
            Outcome::of((found, element))
        }),
        on_raw("walk over all of it", |element| {
            let mut found = 0;
            each(element.node(), |node| {
                found += node.name().len() + node.prefix().len() + node.offset();
                found += node.attributes().map(|a| a.value.len()).sum::<usize>();
                for part in node.content() {
                    if let Content::Text(text) = part {
                        found += text.len();
                    }
                }
                found += node.text().len();
            });
            Outcome::of((found, element))
        }),
        on_raw("take out each child", |element| {
            let children: Vec<RawElement> =
                element.node().children().map(RawElement::from).collect();
            Outcome::of((children, element))
        }),
        on_raw("path of the last element", |element| {
            let mut last = None;
            each(element.node(), |node| last = last.max(Some(node.offset())));
            let mut path = None;
            each(element.node(), |node| {
                if Some(node.offset()) == last {
                    path = Some(node.path());
                }
            });
            Outcome::of((path, element))
        }),
        on_raw("read as another type", |element| {
            let read = element.parse::<info::Response>();
            Outcome::of((read.err(), element))
        }),
        on_raw("to JSON", |element| {
            Outcome::of((serde_json::to_string(&element).ok(), element))
        }),
        Operation::new("opaque: from JSON", |text| {
            let json = serde_json::to_string(&raw(text)?).ok()?;
            Some(Box::new(move || {
                Outcome::result(serde_json::from_str::<RawElement>(&json))
            }))
        }),
        on_raw("to minidom", |element| {
            Outcome::result(Dom::try_from(&element).map(|tree| (tree, element)))
        }),
        Operation::new("opaque: from minidom", |text| {
            let tree = Dom::try_from(&raw(text)?).ok()?;
            Some(Box::new(move || {
                Outcome::result(RawElement::try_from(&tree))
            }))
        })
        .sized(|text| Some(weight(&Dom::try_from(&raw(text)?).ok()?))),
        on_raw("to xso", |element| {
            let mut items = 0;
            let mut accepted = true;
            match element.as_xml_iter() {
                Ok(all) => all.for_each(|item| {
                    items += 1;
                    accepted &= item.is_ok();
                }),
                Err(_) => accepted = false,
            }
            Outcome {
                accepted,
                value: Box::new((items, element)),
            }
        }),
        Operation::new("opaque: from xso", |text| {
            let events = events(&raw(text)?)?;
            Some(Box::new(move || feed::<RawElement>(events)))
        }),
    ]
}

type Events = Vec<Event>;

/// An element as the events that rxml would make of it.
fn events(element: &RawElement) -> Option<Events> {
    let mut events: Events = Vec::new();
    let mut start = None;
    for item in element.as_xml_iter().ok()? {
        match item.ok()? {
            xso::Item::XmlDeclaration(_) => {}
            xso::Item::ElementHeadStart(namespace, name) => {
                let namespace = Namespace::from(namespace.as_str().to_owned());
                start = Some(((namespace, name.into_owned()), AttrMap::new()));
            }
            xso::Item::Attribute(namespace, name, value) => {
                let namespace = Namespace::from(namespace.as_str().to_owned());
                let (_, attributes) = start.as_mut()?;
                attributes.insert(namespace, name.into_owned(), value.into_owned());
            }
            xso::Item::ElementHeadEnd => {
                let (name, attributes) = start.take()?;
                events.push(Event::StartElement(EventMetrics::zero(), name, attributes));
            }
            xso::Item::Text(text) => {
                events.push(Event::Text(EventMetrics::zero(), text.into_owned()));
            }
            xso::Item::ElementFoot => events.push(Event::EndElement(EventMetrics::zero())),
        }
    }
    Some(events)
}

/// Builds a value from events.
fn feed<T: FromXml + 'static>(events: Events) -> Outcome {
    use xso::FromEventsBuilder as _;
    let context = xso::Context::empty();
    let mut events = events.into_iter();
    let Some(Event::StartElement(_, name, attributes)) = events.next() else {
        return Outcome::nothing();
    };
    let Ok(mut builder) = T::from_events(name, attributes, &context) else {
        return Outcome::nothing();
    };
    for event in events {
        match builder.feed(event, &context) {
            Ok(None) => {}
            Ok(Some(value)) => return Outcome::of(value),
            Err(error) => return Outcome::result::<(), _>(Err(error)),
        }
    }
    Outcome::nothing()
}

/// A type with all that the derive gives one.
pub trait Full:
    Element
    + Clone
    + PartialEq
    + fmt::Debug
    + serde_json_bounds::Both
    + FromXml
    + AsXml
    + for<'a> TryFrom<&'a Dom>
    + 'static
{
    /// What it does not name.
    fn extra(&self) -> &Extra;
    /// The same, to be changed.
    fn extra_mut(&mut self) -> &mut Extra;
}

/// The bounds of serde, under one name.
pub mod serde_json_bounds {
    /// Goes to JSON and comes from it.
    pub trait Both: Sized {
        /// As JSON.
        fn to_json(&self) -> Option<String>;
        /// From JSON.
        fn from_json(json: &str) -> Option<Self>;
    }
}

macro_rules! full {
    ($($type:ty),* $(,)?) => {$(
        impl serde_json_bounds::Both for $type {
            fn to_json(&self) -> Option<String> {
                serde_json::to_string(self).ok()
            }
            fn from_json(json: &str) -> Option<Self> {
                serde_json::from_str(json).ok()
            }
        }
        impl Full for $type {
            fn extra(&self) -> &Extra {
                &self.extra
            }
            fn extra_mut(&mut self) -> &mut Extra {
                &mut self.extra
            }
        }
    )*};
}

full!(
    Iq,
    Message,
    Presence,
    Form,
    info::Response,
    crate::shapes::Shapes,
    xmpp_stanzas::roster::list::Roster,
    xmpp_stanzas::pubsub::event::Event,
    xmpp_stanzas::jingle::session::Jingle,
    xmpp_stanzas::streams::features::Features,
);

/// The value that an input reads as, strictly or else with what is invalid kept.
fn value<T: Full>(text: &str) -> Option<T> {
    read_with(text.as_bytes(), &lenient(), &mut Report::default()).ok()
}

fn on_value<T: Full>(name: &str, run: fn(T) -> Outcome) -> Operation {
    Operation::new(format!("typed: {name}"), move |text| {
        let value = value::<T>(text)?;
        Some(Box::new(move || run(value)))
    })
}

/// The operations on a typed value.
#[must_use]
pub fn typed<T: Full>() -> Vec<Operation> {
    vec![
        Operation::new("typed: read", |text| {
            let text = text.to_owned();
            Some(Box::new(move || {
                Outcome::result(from_slice::<T>(text.as_bytes()))
            }))
        }),
        Operation::new("typed: read with a report", |text| {
            let text = text.to_owned();
            Some(Box::new(move || {
                let mut report = Report::default();
                let value = read_with::<T>(text.as_bytes(), &lenient(), &mut report);
                Outcome {
                    accepted: value.is_ok(),
                    value: Box::new((value, report)),
                }
            }))
        }),
        Operation::new("typed: read out of what was read as it stands", |text| {
            let element = raw(text)?;
            Some(Box::new(move || {
                let value = element.parse::<T>();
                Outcome {
                    accepted: value.is_ok(),
                    value: Box::new((value, element)),
                }
            }))
        }),
        on_value::<T>("clone", |value| Outcome::of((value.clone(), value))),
        on_value::<T>("drop", |value| {
            drop(value);
            Outcome::of(())
        }),
        on_value::<T>("Debug", |value| Outcome::of((format!("{value:?}"), value))),
        on_value::<T>("write", |value| {
            Outcome::result(to_string(&value).map(|text| (text, value)))
        }),
        on_value::<T>("take down as raw", |value| {
            Outcome::result(RawElement::from_element(&value).map(|raw| (raw, value)))
        }),
        on_value::<T>("change and write", |mut value| {
            let _ = value
                .extra_mut()
                .set_attribute("urn:example:changed", "changed", "1");
            value
                .extra_mut()
                .push(RawElement::from_element(&changed()).unwrap_or_else(|_| changed()));
            Outcome::result(to_string(&value).map(|text| (text, value)))
        }),
        on_value::<T>("normalize and write", |mut value| {
            value.extra_mut().normalize();
            Outcome::result(to_string(&value).map(|text| (text, value)))
        }),
        on_value::<T>("look into what is unknown", |value| {
            let extra = value.extra();
            let found = (
                extra.is_empty(),
                extra.attribute("urn:example:none", "a").is_some(),
                extra
                    .children()
                    .filter(|c| c.is("urn:example:none", "a"))
                    .count(),
                extra.child::<Form>().is_ok(),
                extra.texts().count(),
            );
            Outcome::of((found, value))
        }),
        Operation::new("typed: compare, equal", |text| {
            let (a, b) = (value::<T>(text)?, value::<T>(text)?);
            Some(Box::new(move || Outcome {
                accepted: a == b,
                value: Box::new((a, b)),
            }))
        }),
        Operation::new("typed: compare, nearly equal", |text| {
            let (a, b) = (value::<T>(text)?, value::<T>(&nearly(text)?)?);
            Some(Box::new(move || Outcome {
                accepted: a != b,
                value: Box::new((a, b)),
            }))
        }),
        on_value::<T>("to JSON", |value| {
            let json = value.to_json();
            Outcome {
                accepted: json.is_some(),
                value: Box::new((json, value)),
            }
        }),
        Operation::new("typed: from JSON", |text| {
            let json = value::<T>(text)?.to_json()?;
            Some(Box::new(move || {
                let value = T::from_json(&json);
                Outcome {
                    accepted: value.is_some(),
                    value: Box::new(value),
                }
            }))
        }),
        on_value::<T>("to minidom", |value| {
            let tree = xmpp_xml::edges::minidom::to_element(&value);
            Outcome {
                accepted: tree.is_ok(),
                value: Box::new((tree, value)),
            }
        }),
        Operation::new("typed: from minidom", |text| {
            let tree = xmpp_xml::edges::minidom::to_element(&value::<T>(text)?).ok()?;
            Some(Box::new(move || {
                Outcome::result(xmpp_xml::edges::minidom::from_element::<T>(&tree))
            }))
        })
        .sized(|text| {
            Some(weight(
                &xmpp_xml::edges::minidom::to_element(&value::<T>(text)?).ok()?,
            ))
        }),
        on_value::<T>("to xso", |value| {
            let mut accepted = true;
            match value.as_xml_iter() {
                Ok(items) => items.for_each(|item| accepted &= item.is_ok()),
                Err(_) => accepted = false,
            }
            Outcome {
                accepted,
                value: Box::new(value),
            }
        }),
        Operation::new("typed: from xso", |text| {
            let events = events(&raw(text)?)?;
            Some(Box::new(move || feed::<T>(events)))
        }),
    ]
}

fn changed() -> RawElement {
    let made = info::Request::default();
    RawElement::from_element(&made).unwrap_or_else(|error| panic!("{error}"))
}

/// The operations on stanzas and their payloads.
#[must_use]
pub fn stanzas() -> Vec<Operation> {
    fn on_stanza(name: &str, run: fn(Stanza) -> Outcome) -> Operation {
        Operation::new(format!("stanza: {name}"), move |text| {
            let stanza =
                read_with::<Stanza>(text.as_bytes(), &lenient(), &mut Report::default()).ok()?;
            Some(Box::new(move || run(stanza)))
        })
    }
    vec![
        Operation::new("stanza: read", |text| {
            let text = text.to_owned();
            Some(Box::new(move || {
                Outcome::result(read_with::<Stanza>(
                    text.as_bytes(),
                    &options(),
                    &mut Report::default(),
                ))
            }))
        }),
        on_stanza("read a payload", |stanza| {
            let accepted = match &stanza {
                Stanza::Iq(iq) => iq.answer::<info::Response>().is_ok_and(|p| p.is_some()),
                Stanza::Message(message) => message.payload::<info::Response>().is_ok(),
                Stanza::Presence(presence) => presence.payload::<info::Response>().is_ok(),
            };
            Outcome {
                accepted,
                value: Box::new(stanza),
            }
        }),
        on_stanza("ask for a payload that is not there", |stanza| {
            let found = match &stanza {
                Stanza::Iq(iq) => iq.as_get::<Form>().is_ok_and(|p| p.is_some()),
                Stanza::Message(message) => message.has_payload::<Form>(),
                Stanza::Presence(presence) => presence.has_payload::<Form>(),
            };
            Outcome {
                accepted: !found,
                value: Box::new(stanza),
            }
        }),
        on_stanza("set a payload and write", |stanza| {
            let mut form = Form::new(xmpp_stanzas::data_forms::form::FormKind::Cancel);
            form.title = Some("changed".into());
            let text = match stanza {
                Stanza::Iq(mut iq) => iq.set_payload(&form).and_then(|()| to_string(&iq)),
                Stanza::Message(mut message) => message
                    .set_payload(&form)
                    .and_then(|()| to_string(&message)),
                Stanza::Presence(mut presence) => presence
                    .set_payload(&form)
                    .and_then(|()| to_string(&presence)),
            };
            Outcome::result(text)
        }),
        on_stanza("answer with an error", |stanza| {
            let answer = stanza.error_reply(xmpp_stanzas::core_stanzas::StanzaError::new(
                xmpp_stanzas::core_stanzas::Condition::BadRequest,
            ));
            Outcome::of((answer.map(|a| to_string(&a)), stanza))
        }),
        on_stanza("clone and compare", |stanza| {
            let other = stanza.clone();
            Outcome {
                accepted: other == stanza,
                value: Box::new((other, stanza)),
            }
        }),
        on_stanza("texts", |stanza| {
            let found = match &stanza {
                Stanza::Message(message) => (
                    message.body(&[]).map(str::len),
                    message.subject(&[]).map(str::len),
                ),
                Stanza::Presence(presence) => (presence.status(&[]).map(str::len), None),
                _ => (None, None),
            };
            Outcome::of((found, stanza))
        }),
    ]
}

/// The lookups of data forms.
#[must_use]
pub fn forms() -> Vec<Operation> {
    vec![
        on_value::<Form>("look up the fields of a form", |form| {
            let found = (
                form.form_type().map(str::len),
                form.field("none").is_some(),
                form.value("none").is_some(),
                form.get::<bool>("none").is_ok(),
                form.get_all::<String>("FORM_TYPE").is_ok(),
                form.fields
                    .iter()
                    .filter_map(|f| f.text())
                    .map(|t| t.len())
                    .sum::<usize>(),
                form.fields
                    .iter()
                    .filter(|f| f.typed_value().is_ok())
                    .count(),
            );
            Outcome::of((found, form))
        }),
        on_value::<Form>("submit a form", |form| {
            Outcome::of((to_string(&form.submit()), form))
        }),
        on_value::<Form>("set the fields of a form", |mut form| {
            form.set_value("FORM_TYPE", "urn:example:form");
            form.set_values("a", ["1", "2"]);
            Outcome::of((to_string(&form), form))
        }),
        on_value::<Form>("read a registered form", |form| {
            let read: Vec<_> = xmpp_stanzas::forms()
                .map(|entry| entry.round_trip(&form))
                .collect();
            Outcome::of((read, form))
        }),
    ]
}

/// The operations on a type that is known by its entry alone.
#[must_use]
pub fn entry(entry: &'static Entry) -> Vec<Operation> {
    vec![
        Operation::new("registry: read and write", move |text| {
            let element = raw(text)?;
            Some(Box::new(move || {
                let trip = entry.round_trip(&element, &options());
                Outcome {
                    accepted: trip.is_ok(),
                    value: Box::new((trip, element)),
                }
            }))
        }),
        Operation::new(
            "registry: read, what is invalid kept, and write",
            move |text| {
                let element = raw(text)?;
                Some(Box::new(move || {
                    let trip = entry.round_trip(&element, &lenient());
                    Outcome {
                        accepted: trip.is_ok(),
                        value: Box::new((trip, element)),
                    }
                }))
            },
        ),
        Operation::new("registry: to JSON", move |text| {
            let element = raw(text)?;
            Some(Box::new(move || {
                let mut json = Vec::new();
                let written =
                    entry.serialize(&element, &lenient(), &mut Serializer::new(&mut json));
                Outcome {
                    accepted: written.is_ok(),
                    value: Box::new((json, element)),
                }
            }))
        }),
        Operation::new("registry: from JSON", move |text| {
            let element = raw(text)?;
            let mut json = Vec::new();
            entry
                .serialize(&element, &lenient(), &mut Serializer::new(&mut json))
                .ok()?;
            let json = String::from_utf8(json).ok()?;
            Some(Box::new(move || {
                Outcome::result(entry.deserialize(&mut Deserializer::from_str(&json)))
            }))
        }),
    ]
}

/// Reading as far as the reader can go at all.
#[must_use]
pub fn highest() -> Operation {
    Operation::new("opaque: read by the highest limits", |text| {
        let text = text.to_owned();
        Some(Box::new(move || {
            let options = options().limits(Limits::highest());
            Outcome::result(RawElement::read_with(text.as_bytes(), &options))
        }))
    })
}
