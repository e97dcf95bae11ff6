//! A stream taken apart: bytes go in as they arrive, its opening, its elements and its close come out.
//!
//! No input or output happens here. Each byte is looked at a fixed number of times, however the input is cut, and no
//! more is kept than one element that is not complete.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use crate::chars::{self, SPACE, is};
use crate::error::{Error, ErrorKind};
use crate::node::Node;
use crate::options::{Limit, Options};
use crate::parser::{self, Extent};
use crate::raw::RawElement;
use crate::tape::Scope;

/// What comes out of a [`Splitter`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6120 §4 has nothing else at the top level of a stream"
)]
pub enum Event {
    /// The start tag of the stream, as it stands, without an XML declaration before it.
    Opened(Box<str>),
    /// A child of the stream: a stanza, the features, an error, a step of a negotiation. Namespaces that the stream
    /// declares are declared on it where it uses them.
    Element(RawElement),
    /// White space between elements, which keeps the connection alive (RFC 6120 §4.6.1).
    KeepAlive,
    /// The end tag of the stream.
    Closed,
}

/// Takes a stream (RFC 6120 §4) apart.
///
/// ```
/// use xmpp_xml::stream::{Event, Splitter};
///
/// let mut splitter = Splitter::default();
/// splitter.feed(b"<?xml version='1.0'?><stream:stream xmlns='jabber:client' version='1.0' ");
/// assert_eq!(splitter.next_event()?, None);
///
/// splitter.feed(b"xmlns:stream='http://etherx.jabber.org/streams'><presence/> <iq ");
/// assert!(matches!(splitter.next_event()?, Some(Event::Opened(_))));
/// let Some(Event::Element(presence)) = splitter.next_event()? else { panic!() };
/// assert_eq!(presence.to_string(), "<presence xmlns='jabber:client'/>");
/// assert_eq!(splitter.next_event()?, Some(Event::KeepAlive));
/// assert_eq!(splitter.next_event()?, None);
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Splitter {
    options: Options,
    /// What has come in and not gone out.
    buffer: Vec<u8>,
    /// How much of the buffer has gone out.
    start: usize,
    /// Where to go on looking for the end of what begins at `start`.
    at: usize,
    /// How many bytes have gone out of the buffer before its first.
    offset: usize,
    stage: Stage,
    scan: Scan,
    /// What the start tag declares, shared by all elements that rely on it.
    scope: Option<Arc<Scope>>,
    name: Box<str>,
    lang: Option<Box<str>>,
    failed: Option<Error>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// Before the start tag; an XML declaration may come, at the very start.
    #[default]
    Start,
    /// After the XML declaration.
    Declared,
    /// Between the start tag and the end tag.
    Open,
    /// After a start tag that is the end tag too.
    Empty,
    /// After the end tag.
    Closed,
}

/// Where the search for the end of an element is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Scan {
    place: Place,
    depth: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// At text, or at the `<` that begins something.
    #[default]
    Content,
    /// In a start tag, from its first byte after the `<`.
    StartTag,
    /// In an end tag; at the depth 0 that of the stream.
    EndTag,
    /// In the XML declaration, or what stands in its place.
    Declaration,
    /// In an attribute value of a start tag with this quote.
    Value(u8),
    /// In a CDATA section.
    Cdata,
}

const CDATA: &[u8] = b"<![CDATA[";

/// How much room for what comes in is kept when there is nothing.
const KEPT: usize = 8 << 10;

impl Splitter {
    /// At the start of a stream. Of the options, comments and declarations are not up to them: a stream has no
    /// comments, and one XML declaration at its start. The limit of bytes is that of each element.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let options = Options {
            skip_comments: false,
            skip_declaration: false,
            ..options
        };
        Self {
            options,
            ..Self::default()
        }
    }

    /// Takes in bytes as they arrive. They are looked at by [`next_event`](Self::next_event).
    #[inline]
    pub fn feed(&mut self, bytes: &[u8]) {
        // What has gone out is let go when it is the greater part, so that each byte moves once on average.
        if self.start > self.buffer.len() / 2 {
            self.buffer.drain(..self.start);
            self.offset += self.start;
            self.at -= self.start;
            self.start = 0;
        }
        self.buffer.extend_from_slice(bytes);
    }

    /// What comes next in the stream; nothing when more bytes are needed for it.
    ///
    /// # Errors
    /// The stream is not as it must be; [`ErrorKind::stream_condition`] names the stream error that answers it. The offset
    /// is the byte in the stream. There is no going on after an error: it is told again.
    #[inline]
    pub fn next_event(&mut self) -> Result<Option<Event>, Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        if self.goes_on() {
            return Ok(None);
        }
        self.advance()
            .inspect_err(|error| self.failed = Some(error.clone()))
    }

    /// Whether the little that has come in is no end of anything: the short way for a stream that comes in byte by byte.
    #[inline]
    fn goes_on(&mut self) -> bool {
        let stops = match self.scan.place {
            Place::Content if self.scan.depth > 0 => [b'<'; 3],
            Place::Value(quote) => [quote; 3],
            Place::StartTag => [b'>', b'\'', b'"'],
            Place::EndTag => [b'>'; 3],
            _ => return false,
        };
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        if rest.len() > 8
            || self.buffer.len() - self.start > self.options.limits.bytes
            || rest.iter().any(|b| stops.contains(b))
        {
            return false;
        }
        self.at = self.buffer.len();
        true
    }

    /// How many bytes of the stream have come out as events, those before a [restart](Self::restart) included.
    #[must_use]
    pub fn position(&self) -> usize {
        self.offset + self.start
    }

    /// The language of the stream, which its elements have where they tell no other (RFC 6120 §4.7.4).
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// Expects a new stream from here on, as after TLS and SASL (RFC 6120 §4.3.3). Bytes that have not gone out belong
    /// to it.
    pub fn restart(&mut self) {
        let mut fresh = Self::new(self.options);
        fresh.offset = self.position();
        fresh.buffer = self.buffer.split_off(self.start);
        *self = fresh;
    }

    /// Says that no more bytes will come.
    ///
    /// # Errors
    /// The stream has not been closed.
    pub fn finish(&self) -> Result<(), Error> {
        match self.stage {
            Stage::Closed => Ok(()),
            _ => Err(self.error(self.buffer.len(), ErrorKind::UnexpectedEnd)),
        }
    }

    fn advance(&mut self) -> Result<Option<Event>, Error> {
        if self.stage == Stage::Empty {
            self.stage = Stage::Closed;
            return Ok(Some(Event::Closed));
        }
        if self.scan == Scan::default() && self.space() {
            return Ok(Some(Event::KeepAlive));
        }
        let Some(&first) = self.buffer.get(self.at) else {
            return Ok(None);
        };
        if self.scan == Scan::default() {
            match (first, self.stage) {
                (b'<', Stage::Closed) => {
                    return Err(self.error(self.at, ErrorKind::TrailingContent));
                }
                (b'<', _) => {}
                (_, Stage::Open) => return Err(self.error(self.at, ErrorKind::TextInStream)),
                _ => return Err(self.error(self.at, ErrorKind::TextOutsideRoot)),
            }
        }
        let at_end_tag = match self.scan {
            Scan {
                place: Place::Content,
                depth: 0,
            } => self.ahead(b"</"),
            scan => {
                scan == Scan {
                    place: Place::EndTag,
                    depth: 0,
                }
            }
        };
        match self.stage {
            Stage::Start | Stage::Declared => self.opening(),
            Stage::Open if at_end_tag => self.closing(),
            _ => self.element(),
        }
    }

    /// Steps over white space; says whether it keeps an open stream alive.
    fn space(&mut self) -> bool {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let len = rest.iter().take_while(|b| is(**b, SPACE)).count();
        if len == 0 {
            return false;
        }
        self.gone_to(self.at + len);
        if self.stage == Stage::Start {
            // An XML declaration stands at the very start or not at all.
            self.stage = Stage::Declared;
        }
        self.stage == Stage::Open
    }

    fn gone_to(&mut self, end: usize) {
        self.start = end;
        self.at = end;
        if end == self.buffer.len() {
            // Nothing is left: what a large element took is given back.
            self.offset += end;
            self.buffer.clear();
            self.buffer.shrink_to(KEPT);
            self.start = 0;
            self.at = 0;
        }
    }

    fn ahead(&self, literal: &[u8]) -> bool {
        self.buffer
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(literal))
    }

    #[cold]
    fn error(&self, at: usize, kind: ErrorKind) -> Error {
        Error::new(kind).at(String::new(), self.offset + at)
    }

    /// The XML declaration and the start tag.
    fn opening(&mut self) -> Result<Option<Event>, Error> {
        let is_declaration = match self.scan.place {
            Place::Content => self.ahead(b"<?"),
            place => place == Place::Declaration,
        };
        if is_declaration {
            return self.declaration();
        }
        let Some(tag) = self.tag_end()? else {
            return self.wait();
        };
        let tag = self.start..tag;
        let text = self.text(tag.clone())?;
        let parsed = parser::parse_str(text, &self.options, Extent::StartTag)
            .map_err(|e| self.shifted(e, self.start))?;
        let document = parsed.document(text);
        let node = Node::root(document);
        let opened = Box::from(text);
        let text_is_empty = text.ends_with("/>");
        let scope = Arc::new(Scope::of(node.declarations()));
        let lang = node
            .attribute_in(crate::namespace::XML, "lang")
            .map(|l| Box::from(&*l));
        let name = node.record().map_or("", |r| {
            document.span(r.start, r.start + u32::from(r.name_len))
        });
        self.name = Box::from(name);
        self.scope = Some(scope);
        self.lang = lang;
        self.stage = if text_is_empty {
            Stage::Empty
        } else {
            Stage::Open
        };
        self.gone_to(tag.end);
        self.scan = Scan::default();
        Ok(Some(Event::Opened(opened)))
    }

    /// Nothing comes out yet; what has come in must not grow without bound.
    fn wait(&self) -> Result<Option<Event>, Error> {
        let max = self.options.limits.bytes;
        if self.buffer.len() - self.start > max {
            return Err(self.error(
                self.start + max,
                ErrorKind::LimitExceeded {
                    limit: Limit::Bytes,
                    max,
                },
            ));
        }
        Ok(None)
    }

    /// The XML declaration.
    fn declaration(&mut self) -> Result<Option<Event>, Error> {
        self.scan.place = Place::Declaration;
        loop {
            if !self.find(b'>') {
                return self.wait();
            }
            if self
                .buffer
                .get(self.start..self.at)
                .is_some_and(|d| d.ends_with(b"?>"))
            {
                break;
            }
        }
        let mut text = String::from(self.text(self.start..self.at)?);
        if self.stage == Stage::Declared {
            let kind = if text.starts_with("<?xml ") {
                ErrorKind::XmlDeclaration
            } else {
                ErrorKind::ProcessingInstruction
            };
            return Err(self.error(self.start, kind));
        }
        // The reader knows what may stand in one; it needs an element after it.
        text.push_str("<a/>");
        let options = Options {
            skip_declaration: true,
            ..self.options
        };
        parser::parse_str(&text, &options, Extent::Document)
            .map_err(|e| self.shifted(e, self.start))?;
        self.stage = Stage::Declared;
        self.scan = Scan::default();
        self.gone_to(self.at);
        self.advance()
    }

    /// Goes on to behind the next such byte, or to the end of what has come in; says whether it was found.
    fn find(&mut self, byte: u8) -> bool {
        let found = chars::find(self.buffer.get(self.at..).unwrap_or_default(), byte);
        self.at = found.map_or(self.buffer.len(), |n| self.at + n + 1);
        found.is_some()
    }

    fn text(&self, range: Range<usize>) -> Result<&str, Error> {
        let start = range.start;
        core::str::from_utf8(self.buffer.get(range).unwrap_or_default())
            .map_err(|e| self.error(start + e.valid_up_to(), ErrorKind::NotUtf8))
    }

    /// An error of what stands at `start`.
    #[cold]
    fn shifted(&self, error: Error, start: usize) -> Error {
        let path = String::from(error.path());
        let offset = self.offset + start + error.offset();
        error.at(path, offset)
    }

    /// The end tag of the stream.
    fn closing(&mut self) -> Result<Option<Event>, Error> {
        self.scan.place = Place::EndTag;
        if !self.find(b'>') {
            return self.wait();
        }
        let tag = self.text(self.start..self.at)?;
        let name = tag.get(2..tag.len() - 1).unwrap_or_default();
        if name.trim_end_matches([' ', '\t', '\n', '\r']) != &*self.name {
            let expected = self.name.clone();
            return Err(self.error(self.start, ErrorKind::MismatchedEndTag { expected }));
        }
        self.stage = Stage::Closed;
        self.scan = Scan::default();
        self.gone_to(self.at);
        Ok(Some(Event::Closed))
    }

    /// The end of the start tag that begins at `start`, if it has come in.
    fn tag_end(&mut self) -> Result<Option<usize>, Error> {
        if self.scan.place == Place::Content {
            match self.buffer.get(self.at + 1) {
                None => return Ok(None),
                Some(b'!' | b'/') => return self.refuse_markup().map(|()| None),
                Some(_) => {
                    self.scan.place = Place::StartTag;
                    self.at += 1;
                }
            }
        }
        while self.at < self.buffer.len() {
            self.step()?;
            if self.scan.place == Place::Content {
                return Ok(Some(self.at));
            }
        }
        Ok(None)
    }

    /// A child of the stream.
    fn element(&mut self) -> Result<Option<Event>, Error> {
        while self.at < self.buffer.len() {
            let before = (self.at, self.scan);
            let step = self.step();
            let max = self.options.limits.bytes;
            if self.at - self.start > max {
                let kind = ErrorKind::LimitExceeded {
                    limit: Limit::Bytes,
                    max,
                };
                return Err(self.error(self.start + max, kind));
            }
            step?;
            if (self.at, self.scan) == before {
                break;
            }
            if self.scan == Scan::default() {
                return self.read(self.start..self.at).map(Some);
            }
        }
        self.wait()
    }

    /// Goes on in the search for the end of an element; stays where it is when it needs to see more.
    fn step(&mut self) -> Result<(), Error> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let end = self.buffer.len();
        match self.scan.place {
            Place::Content => {
                self.at = chars::find(rest, b'<').map_or(end, |n| self.at + n);
                match self.buffer.get(self.at + 1) {
                    None => {}
                    Some(b'/') => {
                        self.scan.place = Place::EndTag;
                        self.at += 2;
                    }
                    Some(b'!') => {
                        let rest = self.buffer.get(self.at..).unwrap_or_default();
                        if rest.starts_with(CDATA) && self.scan.depth > 0 {
                            self.scan.place = Place::Cdata;
                            self.at += CDATA.len();
                        } else if !(CDATA.starts_with(rest) && self.scan.depth > 0) {
                            return self.refuse_markup();
                        }
                    }
                    Some(b'?') => return self.refuse_markup(),
                    Some(_) => {
                        self.scan.place = Place::StartTag;
                        self.at += 1;
                    }
                }
            }
            Place::StartTag => {
                let found = rest.iter().position(|b| matches!(b, b'>' | b'\'' | b'"'));
                self.at = found.map_or(end, |n| self.at + n + 1);
                match found.and_then(|n| rest.get(n)) {
                    None => {}
                    Some(b'>') => {
                        let is_empty = self.at >= 2 && self.buffer.get(self.at - 2) == Some(&b'/');
                        self.scan.place = Place::Content;
                        // The start tag of the stream itself is looked for at the depth 0 as well.
                        if !is_empty && self.stage == Stage::Open {
                            self.scan.depth += 1;
                            let max = self.options.limits.depth;
                            if self.scan.depth > max {
                                let kind = ErrorKind::LimitExceeded {
                                    limit: Limit::Depth,
                                    max,
                                };
                                return Err(self.error(self.at - 1, kind));
                            }
                        }
                    }
                    Some(quote) => self.scan.place = Place::Value(*quote),
                }
            }
            Place::Value(quote) => match chars::find(rest, quote) {
                None => self.at = end,
                Some(n) => {
                    self.at += n + 1;
                    self.scan.place = Place::StartTag;
                }
            },
            Place::EndTag => match chars::find(rest, b'>') {
                None => self.at = end,
                Some(n) => {
                    self.at += n + 1;
                    self.scan.place = Place::Content;
                    self.scan.depth = self.scan.depth.saturating_sub(1);
                }
            },
            // Its end is looked for where it is read.
            Place::Declaration => {}
            Place::Cdata => match chars::find(rest, b'>') {
                None => self.at = end,
                Some(n) => {
                    self.at += n + 1;
                    let before = self.buffer.get(self.start..self.at).unwrap_or_default();
                    if before.ends_with(b"]]>") {
                        self.scan.place = Place::Content;
                    }
                }
            },
        }
        Ok(())
    }

    /// Markup that begins with `<!` or `<?`, or an end tag where there is nothing to end, is an error; which one, is not
    /// said before enough of it has come in.
    #[cold]
    fn refuse_markup(&self) -> Result<(), Error> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let kind = match rest {
            [_, b'/', ..] => ErrorKind::UnexpectedCharacter,
            [_, b'?', b'x', b'm', b'l', b, ..] if is(*b, SPACE) => ErrorKind::XmlDeclaration,
            _ if b"<?xml".starts_with(rest) => return Ok(()),
            [_, b'?', ..] => ErrorKind::ProcessingInstruction,
            [_, b'!'] => return Ok(()),
            [_, b'!', b'-', ..] => ErrorKind::Comment,
            [_, b'!', b'D', ..] => ErrorKind::DocumentType,
            [_, b'!', b'[', ..] => ErrorKind::UnexpectedCdata,
            _ => ErrorKind::UnexpectedCharacter,
        };
        Err(self.error(self.at, kind))
    }

    /// Reads the element that stands there, within what the stream declares.
    fn read(&mut self, range: Range<usize>) -> Result<Event, Error> {
        let max = self.options.limits.bytes;
        if range.len() > max {
            let kind = ErrorKind::LimitExceeded {
                limit: Limit::Bytes,
                max,
            };
            return Err(self.error(range.start + max, kind));
        }
        let text = self.text(range.clone())?;
        let scope = self.scope.clone();
        let read = parser::parse_within(text, scope, &self.options, Extent::Document)
            .map(|parsed| RawElement::of(Box::from(text), parsed))
            .map_err(|e| self.shifted(e, range.start));
        self.gone_to(range.end);
        read.map(Event::Element)
    }
}
