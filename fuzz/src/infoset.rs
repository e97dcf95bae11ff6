//! What several XML parsers make of the same bytes, in a form in which it can be compared.

use core::fmt::Display;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as QuickEvent};
use quick_xml::name::{NamespaceResolver, ResolveResult};
use quick_xml::reader::NsReader;
use rxml::Parse as _;
use xmpp_stanzas::xml::{Content, Error, Node, Options, RawElement};

/// A namespace, empty for none, and a local name.
type Name = (String, String);

/// An element is the list of these for it and for all that is in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// The attributes are sorted.
    Start(Name, Vec<(Name, String)>),
    /// All of the text between two tags.
    Text(String),
    End,
}

pub(crate) type Outcome<E = String> = Result<Vec<Event>, E>;

fn text(events: &mut Vec<Event>, text: &str) {
    match events.last_mut() {
        _ if text.is_empty() => {}
        Some(Event::Text(before)) => before.push_str(text),
        _ => events.push(Event::Text(text.to_owned())),
    }
}

fn start(events: &mut Vec<Event>, name: Name, attributes: impl Iterator<Item = (Name, String)>) {
    let mut attributes: Vec<_> = attributes.collect();
    attributes.sort_unstable();
    events.push(Event::Start(name, attributes));
}

fn name(namespace: &str, local: &str) -> Name {
    (namespace.to_owned(), local.to_owned())
}

fn told<E: Display>(error: E) -> String {
    error.to_string()
}

pub(crate) fn ours(input: &[u8], options: &Options) -> Outcome<Error> {
    let element = RawElement::read_with(input, options)?;
    let mut events = Vec::new();
    node(&mut events, element.node());
    Ok(events)
}

/// As deep as the limits allow.
fn node(events: &mut Vec<Event>, element: Node<'_>) {
    let attributes = element
        .attributes()
        .map(|a| (name(&a.namespace, a.name), a.value.into_owned()));
    start(
        events,
        name(&element.namespace(), element.name()),
        attributes,
    );
    for content in element.content() {
        match content {
            Content::Element(child) => node(events, child),
            Content::Text(characters) => text(events, &characters),
        }
    }
    events.push(Event::End);
}

/// The input with its line ends normalised (XML 1.0 §2.11). Left to themselves, roxmltree keeps a CR that `&#10;`
/// follows, and rxml refuses or loses one that stands alone in an attribute value.
pub(crate) fn line_ends(input: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(input.len());
    for (at, &byte) in input.iter().enumerate() {
        match byte {
            b'\r' if input.get(at + 1) == Some(&b'\n') => {}
            b'\r' => out.push(b'\n'),
            _ => out.push(byte),
        }
    }
    out
}

pub(crate) fn roxmltree(input: &str) -> Outcome {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let document = roxmltree::Document::parse_with_options(input, options).map_err(told)?;
    let mut events = Vec::new();
    let mut open = vec![];
    let mut next = Some(document.root_element());
    loop {
        match next {
            Some(node) if node.is_element() => {
                let tag = node.tag_name();
                let attributes = node.attributes().map(|a| {
                    let namespace = a.namespace().unwrap_or_default();
                    (name(namespace, a.name()), a.value().to_owned())
                });
                let namespace = tag.namespace().unwrap_or_default();
                start(&mut events, name(namespace, tag.name()), attributes);
                next = node.first_child();
                open.push(node);
            }
            Some(node) => {
                if node.is_text() {
                    text(&mut events, node.text().unwrap_or_default());
                }
                next = node.next_sibling();
            }
            None => {
                events.push(Event::End);
                let ended = open.pop();
                if open.is_empty() {
                    return Ok(events);
                }
                next = ended.and_then(|node| node.next_sibling());
            }
        }
    }
}

pub(crate) fn rxml(mut input: &[u8]) -> Outcome {
    let mut parser = rxml::Parser::new();
    let mut events = Vec::new();
    loop {
        match parser.parse(&mut input, true) {
            Ok(None) => return Ok(events),
            Ok(Some(rxml::Event::XmlDeclaration(..))) => {}
            Ok(Some(rxml::Event::StartElement(_, (namespace, local), attributes))) => {
                let attributes = attributes
                    .into_iter()
                    .map(|((namespace, local), value)| (name(&namespace, &local), value));
                start(&mut events, name(&namespace, &local), attributes);
            }
            Ok(Some(rxml::Event::EndElement(_))) => events.push(Event::End),
            Ok(Some(rxml::Event::Text(_, characters))) => text(&mut events, &characters),
            Err(error) => return Err(format!("{error:?}")),
        }
    }
}

pub(crate) fn quick_xml(input: &str) -> Outcome {
    let mut reader = NsReader::from_str(input);
    let config = reader.config_mut();
    config.check_comments = true;
    config.expand_empty_elements = true;
    let mut events = Vec::new();
    let mut depth = 0_usize;
    let mut roots = 0;
    loop {
        let event = reader.read_event().map_err(told)?;
        match event {
            QuickEvent::Start(tag) => {
                roots += usize::from(depth == 0);
                depth += 1;
                quick_start(&mut events, &tag, reader.resolver())?;
            }
            QuickEvent::End(_) => {
                depth -= 1;
                events.push(Event::End);
            }
            QuickEvent::Text(characters) => {
                let content = characters.xml10_content();
                if depth > 0 {
                    text(&mut events, &content);
                } else if !content.trim_matches([' ', '\t', '\n']).is_empty() {
                    return Err("text outside of the root".to_owned());
                }
            }
            QuickEvent::CData(section) if depth > 0 => {
                text(&mut events, &section.xml10_content());
            }
            QuickEvent::GeneralRef(reference) if depth > 0 => {
                let character = match reference.resolve_char_ref().map_err(told)? {
                    Some(character) => character.to_string(),
                    None => {
                        let known = quick_xml::escape::resolve_predefined_entity(&reference);
                        known.ok_or("an unknown entity")?.to_owned()
                    }
                };
                text(&mut events, &character);
            }
            QuickEvent::CData(_) | QuickEvent::GeneralRef(_) => {
                return Err("text outside of the root".to_owned());
            }
            QuickEvent::Eof if roots == 1 && depth == 0 => return Ok(events),
            QuickEvent::Eof => return Err("not one root".to_owned()),
            _ => {}
        }
    }
}

fn quick_start(
    events: &mut Vec<Event>,
    tag: &BytesStart<'_>,
    resolver: &NamespaceResolver,
) -> Result<(), String> {
    let namespace = |result: ResolveResult<'_>| match result {
        // As it stands in the input.
        ResolveResult::Bound(namespace) => {
            let namespace = namespace
                .0
                .replace("\r\n", " ")
                .replace(['\r', '\n', '\t'], " ");
            let namespace = quick_xml::escape::unescape(&namespace);
            namespace.map(String::from).map_err(told)
        }
        ResolveResult::Unbound => Ok(String::new()),
        ResolveResult::Unknown(prefix) => Err(format!("the prefix {prefix} is unknown")),
    };
    let (bound, local) = resolver.resolve_element(tag.name());
    let tag_name = (namespace(bound)?, local.as_ref().to_owned());
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(told)?;
        // Left to itself, quick-xml does not look at that of a declaration.
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(told)?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let (bound, local) = resolver.resolve_attribute(attribute.key);
        let key = (namespace(bound)?, local.as_ref().to_owned());
        attributes.push((key, value.into_owned()));
    }
    start(events, tag_name, attributes.into_iter());
    Ok(())
}
