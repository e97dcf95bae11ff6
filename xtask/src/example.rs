//! What one example of a specification consists of.
//!
//! An example stands in the middle of a stream. It shows one stanza or several, or a part of
//! one, or the beginning or end of the stream, perhaps with a few words between. [`read`] takes
//! it apart into texts that a parser of single elements can be given.

use core::fmt;
use core::ops::Range;

use roxmltree::{Document, Node};

use crate::scan::{self, MarkKind};
use crate::scope::{STANZAS, STREAMS, Scope};
use crate::spec::{Block, BlockKind, Document as Source, Spec};
use crate::verdict::closed;

/// What a text was found to be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content<'a> {
    /// XML, with what else there was between the elements left out. Never empty.
    Pieces(Vec<Piece<'a>>),
    NotXml(NotXml),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Element(Element<'a>),
    /// A start tag whose end is not in the example.
    StreamHeader(Element<'a>),
    StreamEnd,
}

/// Why a text has no pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotXml {
    /// There are no tags: an address, a date, SDP, a diagram.
    Prose,
    /// An HTTP request or response without XML in its body.
    Http,
    /// There are tags, but the text is not well-formed.
    Malformed(String),
}

impl fmt::Display for NotXml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prose => f.write_str("prose"),
            Self::Http => f.write_str("HTTP"),
            Self::Malformed(error) => write!(f, "not well-formed: {error}"),
        }
    }
}

/// One element (or the start tag of one) as it stands in an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element<'a> {
    /// As the XEP has it.
    pub(crate) text: &'a str,
    /// The declarations that the element has around it.
    pub(crate) scope: Scope,
    pub(crate) namespace: String,
    pub(crate) name: String,
}

/// The namespaces that specifications leave out where they show a part of something larger: the names of
/// the parts and what they are parts of.
const OMITTED: &[(Spec, &[&str], &str)] = &[
    (Spec::Rfc(6121), &["item"], "jabber:iq:roster"),
    (
        Spec::Rfc(8600),
        &["configure"],
        "http://jabber.org/protocol/pubsub",
    ),
    (Spec::Xep(57), &["item"], "jabber:iq:roster"),
    (
        Spec::Xep(62),
        &["condition", "rule", "ruleset"],
        "http://jabber.org/protocol/filter",
    ),
    (
        Spec::Xep(96),
        &["range"],
        "http://jabber.org/protocol/si/profile/file-transfer",
    ),
    (Spec::Xep(109), &["end", "start"], "urn:xmpp:ooo:0"),
    (Spec::Xep(114), &["handshake"], "jabber:component:accept"),
    (Spec::Xep(122), &["field"], "jabber:x:data"),
    (Spec::Xep(137), &["field"], "jabber:x:data"),
    (Spec::Xep(154), &["field"], "jabber:x:data"),
    (
        Spec::Xep(180),
        &["payload-type"],
        "urn:xmpp:jingle:apps:rtp:1",
    ),
    (
        Spec::Xep(198),
        &["a", "enable", "enabled", "r"],
        "urn:xmpp:sm:3",
    ),
    (
        Spec::Xep(204),
        &["feature"],
        "http://jabber.org/protocol/disco#info",
    ),
    (
        Spec::Xep(204),
        &["item"],
        "http://www.xmpp.org/extensions/xep-0204.html#ns-data-sync",
    ),
    (Spec::Xep(240), &["link"], "http://www.w3.org/1999/xhtml"),
    (
        Spec::Xep(278),
        &["channel"],
        "http://jabber.org/protocol/jinglenodes#channel",
    ),
    (Spec::Xep(292), &["DESC", "JABBERID"], "vcard-temp"),
    (
        Spec::Xep(292),
        &["impp", "note"],
        "urn:ietf:params:xml:ns:vcard-4.0",
    ),
    (Spec::Xep(331), &["field"], "jabber:x:data"),
    (
        Spec::Xep(369),
        &["items"],
        "http://jabber.org/protocol/pubsub",
    ),
    (
        Spec::Xep(378),
        &["feature"],
        "http://jabber.org/protocol/disco#info",
    ),
    (
        Spec::Xep(404),
        &["items"],
        "http://jabber.org/protocol/pubsub",
    ),
    (Spec::Xep(405), &["item"], "jabber:iq:roster"),
    (
        Spec::Xep(406),
        &["items"],
        "http://jabber.org/protocol/pubsub",
    ),
    (
        Spec::Xep(420),
        &["from", "rpad", "time", "to"],
        "urn:xmpp:sce:1",
    ),
    (Spec::Xep(472), &["link"], "http://www.w3.org/2005/Atom"),
    (Spec::Xep(475), &["sign-data"], "urn:xmpp:pubsub-signing:0"),
    (Spec::Xep(501), &["link"], "http://www.w3.org/2005/Atom"),
    (Spec::Xep(517), &["content"], "urn:xmpp:jingle:1"),
    (
        Spec::Xep(517),
        &["feature"],
        "http://jabber.org/protocol/disco#info",
    ),
    // What is submitted to a registry is in no namespace.
    (Spec::Xep(347), &["param"], ""),
    (Spec::Xep(348), &["form_type"], ""),
    (Spec::Xep(493), &["scope"], ""),
    (Spec::Xep(500), &["form_type"], ""),
];

/// The specifications whose examples stand in another stream than that of a client, and the namespace of what is in it.
const CONTENT: [(Spec, &str); 1] = [(Spec::Xep(220), "jabber:server")];

/// The scope in which the examples of a specification stand.
fn outer_scope(spec: Spec) -> Scope {
    let other = CONTENT.iter().find(|(known, _)| *known == spec);
    Scope::stream(other.map_or(CLIENT, |(_, content)| content))
}

/// What a specification shows: its examples, and of its code blocks those that hold payloads.
///
/// An RFC opens a stream in one example and goes on in it in the next, up to the end of the section (`9.1`, whatever
/// parts it has).
pub(crate) fn contents(source: &Source) -> impl Iterator<Item = (&Block, Content<'_>)> {
    let mut open = (String::new(), outer_scope(source.spec));
    source.blocks.iter().filter_map(move |block| {
        let section = match source.spec {
            Spec::Xep(_) => String::new(),
            Spec::Rfc(_) => {
                let parts: Vec<_> = block.section.number.split('.').take(2).collect();
                parts.join(".")
            }
        };
        let is_in_open = matches!(source.spec, Spec::Rfc(_)) && section == open.0;
        let scope = if is_in_open {
            open.1.clone()
        } else {
            outer_scope(source.spec)
        };
        let (content, inner) = read(source.spec, &block.text, scope);
        open = (section, inner);
        (block.kind == BlockKind::Example || is_payload(&content)).then_some((block, content))
    })
}

/// Takes an example, or a code block, of a specification apart. It begins in `scope`; tells also that in which it ends.
fn read(spec: Spec, text: &str, scope: Scope) -> (Content<'_>, Scope) {
    if is_http(text) {
        return match http_body(text).map(|body| read(spec, body, scope.clone())) {
            Some((Content::Pieces(pieces), inner)) => (Content::Pieces(pieces), inner),
            _ => (Content::NotXml(NotXml::Http), scope),
        };
    }
    let mut inner = scope.clone();
    let content = match pieces(text, &mut inner) {
        Ok(pieces) if pieces.is_empty() => Content::NotXml(NotXml::Prose),
        Ok(mut pieces) => {
            for piece in &mut pieces {
                if let Piece::Element(element) = piece {
                    element.supply_namespace(spec);
                }
            }
            return (Content::Pieces(pieces), inner);
        }
        Err(_) if !has_tags(text) => Content::NotXml(NotXml::Prose),
        Err(error) => Content::NotXml(NotXml::Malformed(error)),
    };
    (content, scope)
}

/// Whether a code block shows what goes over a stream. Most show a schema, a registry
/// submission, a diagram or a program.
fn is_payload(content: &Content<'_>) -> bool {
    let Content::Pieces(pieces) = content else {
        return false;
    };
    pieces.iter().any(|piece| match piece {
        Piece::StreamHeader(_) | Piece::StreamEnd => true,
        // Submissions to registries have no namespace, so they look as if they had one of these.
        Piece::Element(element) if STANZAS.contains(&element.namespace.as_str()) => {
            ["iq", "message", "presence"].contains(&element.name.as_str())
        }
        Piece::Element(element) => element.namespace != "http://www.w3.org/2001/XMLSchema",
    })
}

const CLIENT: &str = "jabber:client";

impl Element<'_> {
    /// The element with the declarations that it uses, so that it can stand alone.
    pub(crate) fn standalone(&self) -> String {
        self.scope.declare_in(self.text)
    }

    /// The same without the marks that something was left out, such as `[ ... ]`.
    ///
    /// They are ordinary text as far as XML is concerned, so this is for reading values.
    pub(crate) fn standalone_without_elisions(&self) -> String {
        let start = self.scope.content_start();
        let wrapped = self.scope.wrap(self.text);
        let Ok(document) = Document::parse(&wrapped) else {
            return self.standalone();
        };
        let mut kept = String::with_capacity(self.text.len());
        let mut end = 0;
        for node in document.descendants().filter(Node::is_text) {
            // Text in CDATA or with references is somebody's value and has another length here.
            let range = node.range().start - start..node.range().end - start;
            let source = &self.text[range.clone()];
            if node.text() == Some(source) && is_elision(source) {
                kept.push_str(&self.text[end..range.start]);
                end = range.end;
            }
        }
        kept.push_str(&self.text[end..]);
        self.scope.declare_in(&kept)
    }

    /// Gives the element the namespace that its specification leaves out.
    fn supply_namespace(&mut self, spec: Spec) {
        let omitted = OMITTED.iter().find(|(known, names, _)| {
            *known == spec && self.namespace == CLIENT && names.contains(&self.name.as_str())
        });
        if let Some((_, _, namespace)) = omitted {
            self.scope = Scope::stream(namespace);
            (*namespace).clone_into(&mut self.namespace);
        }
    }
}

/// The pieces of a text that begins in `scope`, which becomes that in which it ends.
fn pieces<'a>(text: &'a str, scope: &mut Scope) -> Result<Vec<Piece<'a>>, String> {
    let whole = elements(text, text, scope);
    let is_stream = |piece: &Piece<'_>| match piece {
        Piece::Element(element) => element.namespace == STREAMS && element.name == "stream",
        Piece::StreamHeader(_) | Piece::StreamEnd => true,
    };
    if let Ok(whole) = whole
        && !whole.iter().any(is_stream)
    {
        return Ok(whole);
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((mark, range)) = next_mark(rest)? {
        pieces.extend(elements(text, &rest[..range.start], scope)?);
        let tag = &rest[range.clone()];
        match mark {
            Mark::Declaration => {}
            Mark::StreamStart => {
                let (header, inner) = stream_header(text, tag, &Scope::stream(CLIENT))?;
                // Where that of streams is the default, all else is declared where it is used; what stands without
                // a namespace goes the other way.
                if inner.default_namespace() != STREAMS {
                    *scope = inner;
                }
                pieces.push(Piece::StreamHeader(header));
            }
            Mark::StreamEnd => pieces.push(Piece::StreamEnd),
        }
        rest = &rest[range.end..];
    }
    pieces.extend(elements(text, rest, scope)?);
    Ok(pieces)
}

/// What cannot stand between the elements of a document but stands between those of an example.
#[derive(Clone, Copy)]
enum Mark {
    Declaration,
    StreamStart,
    StreamEnd,
}

/// The next of these in a text, and where it begins and ends.
fn next_mark(text: &str) -> Result<Option<(Mark, Range<usize>)>, String> {
    let mut at = 0;
    loop {
        let found = match scan::next_mark(text, at) {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(None),
            // What is before it may say better what is wrong.
            Err(unfinished) if text[unfinished.start..].starts_with("<stream:stream") => {
                return Err("a tag without end".to_owned());
            }
            Err(_) => return Ok(None),
        };
        let tag = &text[found.start..found.end];
        let is_stream = found.name == "stream:stream"
            || (found.name == "stream" || found.name.ends_with(":stream")) && tag.contains(STREAMS);
        let mark = match found.kind {
            MarkKind::Other if tag.starts_with("<?xml ") => Some(Mark::Declaration),
            MarkKind::StartTag | MarkKind::EmptyTag if is_stream => Some(Mark::StreamStart),
            MarkKind::EndTag if found.name == "stream" || found.name.ends_with(":stream") => {
                Some(Mark::StreamEnd)
            }
            _ => None,
        };
        if let Some(mark) = mark {
            return Ok(Some((mark, found.start..found.end)));
        }
        at = found.end;
    }
}

/// The elements in `part` of an example, text and comments between them left out.
fn elements<'a>(example: &str, part: &'a str, scope: &Scope) -> Result<Vec<Piece<'a>>, String> {
    let wrapped = scope.wrap(part);
    let document = parse(example, part, &wrapped)?;
    let start = scope.content_start();
    let elements = document.root_element().children().filter(Node::is_element);
    Ok(elements
        .map(|node| {
            let range = node.range().start - start..node.range().end - start;
            Piece::Element(element(&part[range], node, scope))
        })
        .collect())
}

/// The header that `tag` is, and the scope that it opens.
fn stream_header<'a>(
    example: &str,
    tag: &'a str,
    scope: &Scope,
) -> Result<(Element<'a>, Scope), String> {
    let wrapped = scope.wrap(&closed(tag));
    let document = parse(example, tag, &wrapped)?;
    let node = document
        .root_element()
        .first_element_child()
        .ok_or("no stream header")?;
    let inner = scope.clone().inside(node);
    Ok((element(tag, node, scope), inner))
}

fn element<'a>(text: &'a str, node: Node<'_, '_>, scope: &Scope) -> Element<'a> {
    Element {
        text,
        scope: scope.clone(),
        namespace: node.tag_name().namespace().unwrap_or_default().to_owned(),
        name: node.tag_name().name().to_owned(),
    }
}

/// Parses `part` of an example, already wrapped. An error tells the line within the example.
fn parse<'w>(example: &str, part: &str, wrapped: &'w str) -> Result<Document<'w>, String> {
    Document::parse(wrapped).map_err(|error| {
        let before = part.as_ptr().addr() - example.as_ptr().addr();
        let lines = example[..before].matches('\n').count();
        let line = lines + error.pos().row as usize;
        let message = error.to_string();
        let what = message
            .rsplit_once(" at ")
            .map_or(&*message, |(what, _)| what);
        format!("line {line}: {what}")
    })
}

/// What stands in place of bytes that no reader would look at.
const LEFT_OUT: &str = "base64 encoded SASL data";

/// Whether text says that something was left out: `...`, `[ ... ]`, `[ ... more items ... ]`, `[base64 encoded SASL data]`.
fn is_elision(text: &str) -> bool {
    let text = text.trim();
    let bracketed = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
        .map(str::trim);
    if bracketed == Some(LEFT_OUT) {
        return true;
    }
    let inner = bracketed.unwrap_or(text);
    let dots = ["...", "…"];
    dots.iter().any(|dots| inner.starts_with(dots)) && dots.iter().any(|dots| inner.ends_with(dots))
}

/// Whether a text begins as an HTTP request or response does.
fn is_http(text: &str) -> bool {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let version = "HTTP/";
    line.starts_with(version)
        || line
            .trim_end()
            .rsplit_once(' ')
            .is_some_and(|(_, last)| last.starts_with(version))
}

/// What stands behind the empty line of an HTTP request or response.
fn http_body(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let ends = ["\n\n", "\n\r\n"].into_iter();
    let ends = ends.filter_map(|end| Some(text.find(end)? + end.len()));
    text.get(ends.min()?..)
}

/// Whether there is anything that looks like a tag.
fn has_tags(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = &text[at + 1..];
        let name = rest.strip_prefix('/').unwrap_or(rest);
        name.starts_with(|c: char| c.is_alphabetic() || c == '?')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::infoset::{Fragment, difference};
    use crate::spec::Section;

    /// What an example of a XEP without a number of its own, or of this one, is.
    fn read(xep: u16, text: &str) -> Content<'_> {
        super::read(Spec::Xep(xep), text, outer_scope(Spec::Xep(xep))).0
    }

    /// The pieces as they are written, without what goes around them.
    fn texts(text: &str) -> Vec<String> {
        let Content::Pieces(pieces) = read(0, text) else {
            return Vec::new();
        };
        let shown = pieces.iter().map(|piece| match piece {
            Piece::Element(element) => element.text.to_owned(),
            Piece::StreamHeader(header) => format!("header {}", header.text),
            Piece::StreamEnd => "end".to_owned(),
        });
        shown.collect()
    }

    fn only_element(xep: u16, text: &str) -> Element<'_> {
        match read(xep, text) {
            Content::Pieces(pieces) => match pieces.as_slice() {
                [Piece::Element(element)] => element.clone(),
                other => panic!("not one element: {other:?}"),
            },
            Content::NotXml(why) => panic!("{why}"),
        }
    }

    #[test]
    fn takes_elements_from_between_words_and_comments() {
        for (text, pieces) in [
            ("\n<iq/>\n", &["<iq/>"][..]),
            ("<iq>\n <a/></iq> <a/>", &["<iq>\n <a/></iq>", "<a/>"]),
            ("C: <a/>\n\nS: <b>é</b>", &["<a/>", "<b>é</b>"]),
            ("<a/>\n[ ... ]\n<b/>>", &["<a/>", "<b/>"]),
            ("<!-- <a/> --><b/>", &["<b/>"]),
            ("<?xml version='1.0'?>\n<a/>", &["<a/>"]),
            (
                "<stream:features/><db:result/>",
                &["<stream:features/>", "<db:result/>"],
            ),
        ] {
            assert_eq!(texts(text), pieces, "{text}");
        }
    }

    #[test]
    fn takes_streams_apart() {
        let header = "<stream:stream to='>' xmlns:stream='http://etherx.jabber.org/streams'>";
        let header_piece = format!("header {header}");
        for (text, pieces) in [
            (header.to_owned(), &[header_piece.as_str()][..]),
            (
                format!("I: <?xml version='1.0'?>\n{header}\n<a/>"),
                &[&header_piece, "<a/>"],
            ),
            ("R: </stream:stream>".to_owned(), &["end"]),
            (
                "<a/></stream:stream >\n[ later ]\n<b/>".to_owned(),
                &["<a/>", "end", "<b/>"],
            ),
            (
                format!("{header}<a/></stream:stream>"),
                &[&header_piece, "<a/>", "end"],
            ),
        ] {
            assert_eq!(texts(&text), pieces, "{text}");
        }
    }

    #[test]
    fn what_stands_in_a_stream_has_the_namespaces_of_its_header() {
        let text = "<stream:stream xmlns='jabber:server' xmlns:p='n' \
                    xmlns:stream='http://etherx.jabber.org/streams'><iq><p:a/></iq>";
        let Content::Pieces(pieces) = read(0, text) else {
            panic!("the stream is well-formed");
        };
        let [Piece::StreamHeader(header), Piece::Element(iq)] = pieces.as_slice() else {
            panic!("not a header and an element: {pieces:?}");
        };
        assert_eq!(
            (header.namespace.as_str(), header.name.as_str()),
            (STREAMS, "stream")
        );
        assert_eq!(
            (iq.namespace.as_str(), iq.name.as_str()),
            ("jabber:server", "iq")
        );
        assert!(iq.standalone().contains("xmlns:p='n'"));
    }

    #[test]
    fn a_part_has_the_namespace_of_what_it_is_part_of() {
        for (xep, text, namespace) in [
            (0, "<field/>", "jabber:client"),
            (114, "<handshake/>", "jabber:component:accept"),
            (114, "<iq/>", "jabber:client"),
            (122, "<field/>", "jabber:x:data"),
            (122, "<field xmlns='n'/>", "n"),
            (122, "<x/>", "jabber:client"),
            (500, "<form_type/>", ""),
            (220, "<error/>", "jabber:server"),
        ] {
            let element = only_element(xep, text);
            assert_eq!(element.namespace, namespace, "{xep} {text}");
            let alone = element.standalone();
            let document = Document::parse(&alone).expect("it can stand alone");
            assert_eq!(
                document
                    .root_element()
                    .tag_name()
                    .namespace()
                    .unwrap_or_default(),
                namespace
            );
        }
    }

    #[test]
    fn tells_what_is_not_xml() {
        for text in [
            "",
            "1969-07-21T02:56:15Z",
            "xmpp:romeo@example.net?message;body=Hi&there",
            "A <--> B\n| <---",
            "a=rtcp-fb:96 < 3 & 4",
        ] {
            assert_eq!(read(0, text), Content::NotXml(NotXml::Prose), "{text}");
        }
        for text in [
            "\nPOST /bosh HTTP/1.1\nHost: example.net\n",
            "HTTP/1.1 200 OK\n\n{}",
            "HTTP/1.1 200 OK\n\n<body>",
        ] {
            assert_eq!(read(0, text), Content::NotXml(NotXml::Http), "{text}");
        }
        for text in [
            "\nPOST /bosh HTTP/1.1\nHost: example.net\n\n<body/>",
            "HTTP/1.1 200 OK\r\n\r\n<body/>\n\n",
        ] {
            assert_eq!(texts(text), ["<body/>"], "{text}");
        }
    }

    #[test]
    fn tells_the_line_of_what_is_not_well_formed() {
        for (text, said) in [
            ("<a>\n<b>\n</a>", "line 3: expected 'b' tag, not 'a'"),
            ("<a>", "line 1: expected 'a' tag, not 'end-of-text'"),
            (
                "<a/>\n</stream:stream>\n<b/>\n<p:c/>",
                "line 4: an unknown namespace prefix 'p'",
            ),
            ("<stream:stream to='", "a tag without end"),
            ("</a>", "line 1: expected 'end-of-text' tag, not 'a'"),
        ] {
            let malformed = NotXml::Malformed(said.to_owned());
            assert_eq!(read(0, text), Content::NotXml(malformed), "{text}");
        }
    }

    #[test]
    fn a_stream_that_an_rfc_opens_goes_on_to_the_end_of_the_section() {
        let header = "<stream:stream xmlns='jabber:server' xmlns:p='n' \
                      xmlns:stream='http://etherx.jabber.org/streams'>";
        let blocks = [
            ("9.2.1", header),
            ("9.2.2", "<p:a/>"),
            ("9.2.2", "<iq/></stream:stream>"),
            ("9.3", "<iq/>"),
        ];
        let source = |spec| Source {
            spec,
            title: String::new(),
            status: String::new(),
            defines: [].into(),
            blocks: blocks
                .iter()
                .map(|(number, text)| {
                    let section = Section {
                        number: (*number).to_owned(),
                        ..Section::default()
                    };
                    Block::new(BlockKind::Example, 1, "", section, (*text).to_owned())
                })
                .collect(),
        };
        let namespaces = |spec| {
            let source = source(spec);
            let mut seen = Vec::new();
            for (_, content) in contents(&source) {
                seen.push(match content {
                    Content::Pieces(pieces) => match pieces.into_iter().next() {
                        Some(Piece::Element(element)) => element.namespace,
                        Some(Piece::StreamHeader(_)) => "header".to_owned(),
                        other => format!("{other:?}"),
                    },
                    Content::NotXml(why) => why.to_string(),
                });
            }
            seen
        };
        assert_eq!(
            namespaces(Spec::Rfc(6120)),
            ["header", "n", "jabber:server", "jabber:client"]
        );
        assert_eq!(
            namespaces(Spec::Xep(1)),
            [
                "header",
                "not well-formed: line 1: an unknown namespace prefix 'p'",
                "jabber:client",
                "jabber:client"
            ]
        );
    }

    #[test]
    fn knows_payloads_from_other_code() {
        for (text, expected) in [
            ("<iq/>", true),
            ("<x xmlns='jabber:x:data'/>", true),
            ("<stream:features/>", true),
            ("</stream:stream>", true),
            ("<var><name/></var>", false),
            (
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>",
                false,
            ),
            ("v=0", false),
            ("<iq>", false),
        ] {
            assert_eq!(is_payload(&read(0, text)), expected, "{text}");
        }
    }

    #[test]
    fn an_element_can_stand_alone() {
        for (text, alone) in [
            ("<iq/>", "<iq xmlns='jabber:client'/>"),
            ("<iq\n id='1'/>", "<iq xmlns='jabber:client'\n id='1'/>"),
            ("<iq xmlns = 'n'/>", "<iq xmlns = 'n'/>"),
            ("<iq to='xmlns'/>", "<iq xmlns='jabber:client' to='xmlns'/>"),
            (
                "<x xmlns='n'>stream:</x>",
                "<x xmlns:stream='http://etherx.jabber.org/streams' xmlns='n'>stream:</x>",
            ),
            (
                "<db:a xmlns:db='n' xmlns='m'/>",
                "<db:a xmlns:db='n' xmlns='m'/>",
            ),
        ] {
            let element = only_element(0, text);
            assert_eq!(element.standalone(), alone);
            let cut = Fragment {
                scope: &element.scope,
                text,
            };
            assert_eq!(difference(cut, Fragment::alone(alone)), Ok(None), "{text}");
        }
    }

    #[test]
    fn leaves_elisions_out_where_they_stand_for_something() {
        for (text, left) in [
            ("<a xmlns='n'>\n ...\n <b/></a>", "<a xmlns='n'><b/></a>"),
            (
                "<a xmlns='n'><b/>[ ... ]<b/>…</a>",
                "<a xmlns='n'><b/><b/></a>",
            ),
            ("<a xmlns='n'><b>[...]</b></a>", "<a xmlns='n'><b></b></a>"),
            ("<a xmlns='n'>[ ... ITEMS ... ]</a>", "<a xmlns='n'></a>"),
            (
                "<a xmlns='n'>[base64 encoded SASL data]</a>",
                "<a xmlns='n'></a>",
            ),
            (
                "<a xmlns='n'>base64 encoded SASL data</a>",
                "<a xmlns='n'>base64 encoded SASL data</a>",
            ),
            ("<a xmlns='n'>.\n.\n.</a>", "<a xmlns='n'>.\n.\n.</a>"),
            ("<a xmlns='n'>Well...</a>", "<a xmlns='n'>Well...</a>"),
            ("<a xmlns='n'>A3...F6</a>", "<a xmlns='n'>A3...F6</a>"),
            ("<a xmlns='n'>[x]</a>", "<a xmlns='n'>[x]</a>"),
            ("<a xmlns='n' b='...'/>", "<a xmlns='n' b='...'/>"),
            (
                "<a xmlns='n'><![CDATA[...]]></a>",
                "<a xmlns='n'><![CDATA[...]]></a>",
            ),
        ] {
            let element = only_element(0, text);
            assert_eq!(element.standalone_without_elisions(), left);
        }
    }
}
