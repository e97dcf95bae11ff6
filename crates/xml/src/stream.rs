//! Splitting a stream into its start tag, elements and end tag, as bytes arrive.
//!
//! This does no I/O. Each byte is looked at a fixed number of times, however the input is chunked, and only the current,
//! incomplete element is kept, with its open start tags.
//!
//! Events, errors and their positions do not depend on how the input is chunked. An error is reported as soon as it is certain: in
//! a start tag with the first byte that is not allowed or, if it takes the whole tag, at its end; elsewhere at the next tag.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use crate::chars::{self, SPACE, TAG_STOP, is};
use crate::error::{Error, ErrorKind};
use crate::node::Node;
use crate::options::{Limit, Options};
use crate::parser::{self, Extent, Outlook};
use crate::raw::RawElement;
use crate::reader::Memory;
use crate::tape::Scope;

/// An event of a [`Splitter`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6120 §4 has nothing else at the top level of a stream"
)]
pub enum Event {
    /// The start tag of the stream, verbatim, without a preceding XML declaration.
    Opened(Box<str>),
    /// A top-level element: a stanza, the features, an error, a step of a negotiation. When written, it declares the
    /// namespaces of the stream that it uses.
    Element(RawElement),
    /// White space between elements, which keeps the connection alive (RFC 6120 §4.6.1).
    KeepAlive,
    /// The end tag of the stream, which is the last event.
    Closed,
}

/// Splits a stream (RFC 6120 §4) into events.
///
/// After the [end tag](Event::Closed) of the stream, its sender sends no more data
/// ([RFC 6120 §4.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.4)). Anything that follows belongs to no stream: it
/// is discarded unread, and is not an error.
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
    /// How many bytes may come in one by one before there is anything to do but to see that they [stay](Self::stays); all
    /// that has come in has been looked at then. 0 says nothing.
    quiet: usize,
    /// Behind the last tag or run of text that is there as a whole, and how far `outlook` has come.
    token: usize,
    seen: usize,
    /// Looks over what begins at `start` while it is not there as a whole.
    outlook: Option<Outlook>,
    /// What the start tag declares, shared by all elements that rely on it.
    scope: Option<Arc<Scope>>,
    /// The name of the stream as its tags have it, and its namespace and local name.
    name: Box<str>,
    expanded: (Box<str>, Box<str>),
    lang: Option<Box<str>>,
    failed: Option<Error>,
    /// The memory of the element that came out last.
    memory: Memory,
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
    /// In a start tag, from its first byte after the `<`, outside of what is below.
    StartTag,
    /// In a start tag, behind a `/`.
    Slash,
    /// In a start tag, between a `=` and the value.
    Equals,
    /// In a start tag, right behind a value.
    Quote,
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
const XML: &[u8] = b"<?xml";
/// What may begin with `<!` in XML.
const MARKUP: &[&[u8]] = &[b"<!--", b"<!DOCTYPE", CDATA];

/// How much room for what comes in is kept when there is nothing.
const KEPT: usize = 8 << 10;

impl Splitter {
    /// A splitter at the start of a stream. The options for comments and declarations have no effect: a stream has no
    /// comments, and may have one XML declaration at its start. [`Limits::bytes`](crate::Limits::bytes) applies to each element.
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

    /// Adds bytes as they arrive, for [`next_event`](Self::next_event).
    #[inline]
    pub fn feed(&mut self, bytes: &[u8]) {
        match bytes {
            [byte] if self.quiet > 0 && self.stays(*byte) => {
                self.buffer.push(*byte);
                self.at += 1;
                self.quiet -= 1;
                return;
            }
            _ => self.quiet = 0,
        }
        if self.stage == Stage::Closed {
            return;
        }
        // What has gone out is let go when it is the greater part, so that each byte moves once on average.
        if self.start > self.buffer.len() / 2 {
            self.buffer.drain(..self.start);
            self.offset += self.start;
            self.at -= self.start;
            self.token -= self.start;
            self.seen -= self.start;
            self.start = 0;
            // What a large element took is given back here where something always waits behind what goes out.
            let room = KEPT.max(2 * (self.buffer.len() + bytes.len()));
            if self.buffer.capacity() / 2 > room {
                self.buffer.shrink_to(room);
            }
        }
        match bytes {
            [byte] => self.buffer.push(*byte),
            _ => self.buffer.extend_from_slice(bytes),
        }
    }

    /// Whether a byte that comes next changes nothing but how much has come in. It is what [`step`](Self::step) would find.
    #[inline]
    fn stays(&self, byte: u8) -> bool {
        if let Place::Value(quote) = self.scan.place {
            return byte != quote && byte != b'<';
        }
        match self.scan.place {
            Place::StartTag => !is(byte, TAG_STOP),
            Place::EndTag => !matches!(byte, b'>' | b'<'),
            Place::Content => byte != b'<' && self.scan.depth > 0,
            _ => false,
        }
    }

    /// The next event. `None` if more bytes are needed.
    ///
    /// # Errors
    /// The stream violates the rules; [`ErrorKind::stream_condition`] names the stream error to answer with. The offset
    /// is that in the stream. Errors are final: later calls return the same one.
    #[inline]
    pub fn next_event(&mut self) -> Result<Option<Event>, Error> {
        if self.quiet > 0 {
            return Ok(None);
        }
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        if !self.goes_on() {
            let event = self
                .advance()
                .inspect_err(|error| self.failed = Some(error.clone()))?;
            if event.is_some() {
                return Ok(event);
            }
        }
        if self.at == self.buffer.len() && self.stage == Stage::Open {
            self.quiet = self
                .options
                .limits
                .bytes
                .saturating_sub(self.at - self.start);
        }
        Ok(None)
    }

    /// Whether the one byte that has come in goes on within a tag: the short way for a stream that comes in byte by byte. It
    /// goes where [`step`](Self::step) goes.
    #[inline]
    fn goes_on(&mut self) -> bool {
        let Some([byte]) = self.buffer.get(self.at..) else {
            return false;
        };
        let place = match (self.scan.place, *byte) {
            (Place::StartTag, b'=') => Place::Equals,
            (Place::Equals, quote @ (b'\'' | b'"')) => Place::Value(quote),
            (Place::Value(quote), b) if b == quote => Place::Quote,
            (Place::Quote, b) if is(b, SPACE) => Place::StartTag,
            _ => return false,
        };
        if self.buffer.len() - self.start > self.options.limits.bytes {
            return false;
        }
        self.scan.place = place;
        self.at += 1;
        true
    }

    /// The number of bytes that have been returned as events, including those before a restart.
    #[must_use]
    pub fn position(&self) -> usize {
        self.offset + self.start
    }

    /// The bytes that have not been returned as events yet.
    ///
    /// There must be none when the layer below the stream changes: see
    /// [`restart_after_tls`](Self::restart_after_tls).
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// The language of the stream, the default for its elements (RFC 6120 §4.7.4).
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// Expects a new stream within TLS (RFC 6120 §5.4.3.3), or within another new layer: a security layer of a SASL
    /// mechanism, or compression.
    ///
    /// [Buffered](Self::buffered) bytes arrived outside of that layer, so anybody on the path may have sent them; the peer
    /// must not send even white space there (RFC 6120 §5.3.2). Call this after the element that starts the layer
    /// (a server after `<starttls/>`, before it sends `<proceed/>`; a client after `<proceed/>`), and from then on
    /// [feed](Self::feed) only bytes that have come through the layer.
    ///
    /// # Errors
    /// [`ErrorKind::DataBeforeTls`]: something is buffered. It is never read: the stream has failed. Send the stream
    /// error unless TLS has begun, and close the connection. If the stream has failed before, the same error as then.
    pub fn restart_after_tls(&mut self) -> Result<(), Error> {
        if self.failed.is_none() && !self.buffered().is_empty() {
            self.quiet = 0;
            self.failed = Some(self.error(self.start, ErrorKind::DataBeforeTls));
        }
        match &self.failed {
            Some(error) => Err(error.clone()),
            None => {
                self.restart();
                Ok(())
            }
        }
    }

    /// Expects a new stream on the same layer: after SASL (RFC 6120 §6.4.6) with a mechanism that has no
    /// security layer. Otherwise use [`restart_after_tls`](Self::restart_after_tls).
    ///
    /// [Buffered](Self::buffered) bytes belong to the new stream: they arrived in the same way as those that will follow, and
    /// a client may send its header right after its last response, before it knows the outcome. A stream that
    /// has failed stays failed.
    pub fn restart_after_sasl(&mut self) {
        self.restart();
    }

    /// Starts over, for another connection with the same options: discards buffered bytes and an error, and resets
    /// [`position`](Self::position) to 0.
    pub fn restart_on_new_connection(&mut self) {
        *self = Self::new(self.options);
    }

    fn restart(&mut self) {
        if self.failed.is_some() {
            return;
        }
        let mut fresh = Self::new(self.options);
        fresh.offset = self.position();
        fresh.buffer = self.buffer.split_off(self.start);
        *self = fresh;
    }

    /// Signals that the connection has ended.
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
        match self.stage {
            Stage::Empty => return Ok(Some(self.closed())),
            Stage::Closed => return Ok(None),
            Stage::Start if self.scan == Scan::default() => match chars::is_wide(self.buffered()) {
                Some(false) => {}
                Some(true) => return Err(self.error(self.start, ErrorKind::NotUtf8)),
                None => return Ok(None),
            },
            _ => {}
        }
        if self.scan == Scan::default() && self.space() {
            return Ok(Some(Event::KeepAlive));
        }
        let Some(&first) = self.buffer.get(self.at) else {
            return Ok(None);
        };
        if self.scan == Scan::default() && first != b'<' {
            return self.refuse(self.at).map(|()| None);
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
        self.outlook = None;
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
        self.token = self.at;
        self.seen = self.at;
    }

    /// After the end of the stream; what has come in behind it is let go.
    fn closed(&mut self) -> Event {
        self.stage = Stage::Closed;
        self.scan = Scan::default();
        self.offset = self.position();
        self.buffer = Vec::new();
        self.start = 0;
        self.gone_to(0);
        Event::Closed
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
            return self.wait_for_more();
        };
        self.within_limit(tag - self.start)?;
        let tag = self.start..tag;
        let Ok(text) = self.text(tag.clone()) else {
            return self.refused(tag.end, self.start).map(|()| None);
        };
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
        let expanded = (Box::from(node.namespace()), Box::from(node.name()));
        self.name = Box::from(name);
        self.expanded = expanded;
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
        if self.buffered().len() > self.options.limits.bytes {
            return Err(self.too_long());
        }
        Ok(None)
    }

    #[cold]
    fn too_long(&self) -> Error {
        let max = self.options.limits.bytes;
        let limit = Limit::Bytes;
        self.error(self.start + max, ErrorKind::LimitExceeded { limit, max })
    }

    /// As [`wait`](Self::wait), after a look at what has come in of a tag or an element.
    fn wait_for_more(&mut self) -> Result<Option<Event>, Error> {
        if self.stage == Stage::Open {
            self.look_over()?;
        }
        self.within_limit(self.buffered().len())?;
        Ok(None)
    }

    /// That what begins at `start` is not longer than it may be; unless it is wrong before that.
    fn within_limit(&self, len: usize) -> Result<(), Error> {
        let max = self.options.limits.bytes;
        if len <= max {
            return Ok(());
        }
        self.judge(self.start + max)?;
        Err(self.too_long())
    }

    /// Looks over the tags and the text that have come in as a whole, of an element that has not.
    fn look_over(&mut self) -> Result<(), Error> {
        if self.seen == self.token {
            return Ok(());
        }
        let scope = || Outlook::new(self.scope.clone());
        let mut outlook = self.outlook.take().unwrap_or_else(scope);
        let header = (&*self.expanded.0, &*self.expanded.1);
        // Text ends at the `<` behind it.
        let is_shown = self.buffer.get(self.token) == Some(&b'<');
        let shown = self.token + usize::from(is_shown);
        let takes = self
            .text(self.seen..shown)
            .is_ok_and(|text| outlook.takes(text, self.token - self.seen, &self.options, header));
        if !takes {
            return self.refused(shown, self.seen);
        }
        self.seen = self.token;
        self.outlook = Some(outlook);
        Ok(())
    }

    /// The XML declaration.
    fn declaration(&mut self) -> Result<Option<Event>, Error> {
        if self.scan.place == Place::Content {
            let rest = self.buffer.get(self.start..).unwrap_or_default();
            let after = rest.strip_prefix(XML).and_then(<[u8]>::first);
            if !(after.is_some_and(|b| is(*b, SPACE)) && self.stage == Stage::Start) {
                self.markup(&[XML])?;
                return self.wait();
            }
            self.scan.place = Place::Declaration;
        }
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
        if self.at - self.start > self.options.limits.bytes {
            return Err(self.too_long());
        }
        let mut text = String::from(self.text(self.start..self.at)?);
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
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        // From the second byte on: the `<` it begins with is its own.
        let from = usize::from(self.at == self.start);
        let Some(len) = rest
            .iter()
            .skip(from)
            .position(|b| matches!(b, b'>' | b'<'))
        else {
            self.at = self.buffer.len();
            return self.wait();
        };
        self.at += from + len + 1;
        if self.at - self.start > self.options.limits.bytes {
            return Err(self.too_long());
        }
        let tag = self.buffer.get(self.start..self.at).unwrap_or_default();
        let after = tag
            .strip_prefix(b"</")
            .and_then(|tag| tag.strip_prefix(self.name.as_bytes()))
            .and_then(|tag| tag.strip_suffix(b">"));
        if after.is_some_and(|after| after.iter().all(|b| is(*b, SPACE))) {
            self.gone_to(self.at);
            return Ok(Some(self.closed()));
        }
        self.refuse_end_tag().map(|()| None)
    }

    /// What the reader has against the end tag from `start` to `at`, which is not that of the stream.
    #[cold]
    fn refuse_end_tag(&self) -> Result<(), Error> {
        let tag = self.text(self.start..self.at)?;
        let mut text = String::new();
        for part in ["<", &self.name, ">", tag] {
            text.push_str(part);
        }
        let before = text.len() - tag.len();
        let mut options = self.options;
        options.limits.bytes = usize::MAX;
        parser::parse_within(&text, self.scope.clone(), &options, Extent::Document).map_err(
            |error| {
                let path = String::from(error.path());
                let offset = self.offset + self.start + error.offset().saturating_sub(before);
                error.at(path, offset)
            },
        )?;
        Err(self.error(self.start, ErrorKind::UnexpectedCharacter))
    }

    /// The end of the start tag that begins at `start`, if it has come in.
    fn tag_end(&mut self) -> Result<Option<usize>, Error> {
        if self.scan.place == Place::Content {
            match self.buffer.get(self.at + 1) {
                None => return Ok(None),
                Some(b'!') => {
                    self.markup(MARKUP)?;
                    return Ok(None);
                }
                Some(b'/') => return self.refuse(self.at + 1).map(|()| None),
                Some(_) => {
                    self.scan.place = Place::StartTag;
                    self.at += 1;
                }
            }
        }
        while self.at < self.buffer.len() {
            let before = (self.at, self.scan);
            self.step()?;
            if self.scan.place == Place::Content {
                return Ok(Some(self.at));
            }
            if (self.at, self.scan) == before {
                break;
            }
        }
        Ok(None)
    }

    /// A child of the stream.
    fn element(&mut self) -> Result<Option<Event>, Error> {
        while self.at < self.buffer.len() {
            let before = (self.at, self.scan);
            let step = self.step();
            self.within_limit(self.at - self.start)?;
            step?;
            if (self.at, self.scan) == before {
                break;
            }
            if self.scan == Scan::default() {
                return self.read(self.start..self.at).map(Some);
            }
        }
        self.wait_for_more()
    }

    /// Goes on in the search for the end of an element; stays where it is when it needs to see more.
    fn step(&mut self) -> Result<(), Error> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let end = self.buffer.len();
        match self.scan.place {
            Place::Content => {
                let found = chars::find(rest, b'<');
                self.at = found.map_or(end, |n| self.at + n);
                if found.is_some() {
                    self.token = self.at;
                }
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
                        } else {
                            return self.markup(MARKUP);
                        }
                    }
                    Some(b'?') => return self.markup(&[XML]),
                    Some(_) => {
                        self.scan.place = Place::StartTag;
                        self.at += 1;
                    }
                }
            }
            Place::StartTag => {
                let mut rest = rest;
                let stop = loop {
                    let stop = rest.get(chars::tag_run(rest)..).unwrap_or_default();
                    match after_value(stop) {
                        Some(after) => rest = after,
                        None => break stop,
                    }
                };
                self.at = end - stop.len();
                if let Some(byte) = stop.first() {
                    self.tag_goes_on(Some(*byte))?;
                }
            }
            Place::Slash => match rest.first() {
                Some(b'>') => self.tag_ends(true)?,
                _ => return self.refuse(self.at),
            },
            Place::Equals => match rest.iter().position(|b| !is(*b, SPACE)) {
                None => self.at = end,
                Some(n) => {
                    self.at += n;
                    match rest.get(n) {
                        Some(quote @ (b'\'' | b'"')) => {
                            self.scan.place = Place::Value(*quote);
                            self.at += 1;
                        }
                        _ => return self.refuse(self.at),
                    }
                }
            },
            Place::Value(quote) => {
                let found = chars::find(rest, quote);
                let value = rest.get(..found.unwrap_or(rest.len())).unwrap_or_default();
                if let Some(n) = chars::find(value, b'<') {
                    self.at += n;
                    return self.refuse(self.at);
                }
                match found {
                    None => self.at = end,
                    Some(n) => {
                        self.at += n + 1;
                        self.scan.place = Place::Quote;
                    }
                }
            }
            Place::Quote => match rest.first() {
                Some(b) if is(*b, SPACE) => {
                    self.at += 1;
                    self.scan.place = Place::StartTag;
                }
                Some(b @ (b'>' | b'/')) => self.tag_goes_on(Some(*b))?,
                _ => return self.refuse(self.at),
            },
            Place::EndTag => match rest.iter().position(|b| matches!(b, b'>' | b'<')) {
                None => self.at = end,
                Some(n) => {
                    self.at += n;
                    if rest.get(n) == Some(&b'<') {
                        return self.refuse(self.at);
                    }
                    self.at += 1;
                    self.token = self.at;
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
                    let section = self.token + CDATA.len()..self.at;
                    let section = self.buffer.get(section).unwrap_or_default();
                    if section.ends_with(b"]]>") {
                        self.token = self.at;
                        self.scan.place = Place::Content;
                    }
                }
            },
        }
        Ok(())
    }

    /// At markup in a start tag.
    #[inline]
    fn tag_goes_on(&mut self, byte: Option<u8>) -> Result<(), Error> {
        self.scan.place = match byte {
            Some(b'=') => Place::Equals,
            Some(b'/') => Place::Slash,
            Some(b'>') => return self.tag_ends(false),
            _ => return self.refuse(self.at),
        };
        self.at += 1;
        Ok(())
    }

    /// At the `>` of a start tag.
    fn tag_ends(&mut self, is_empty: bool) -> Result<(), Error> {
        self.at += 1;
        self.token = self.at;
        self.scan.place = Place::Content;
        // The start tag of the stream itself is looked for at the depth 0 as well.
        if !is_empty && self.stage == Stage::Open {
            self.scan.depth += 1;
            if self.scan.depth > self.options.limits.depth {
                return self.refused(self.at, self.at - 1);
            }
        }
        Ok(())
    }

    /// Refuses the markup at `at`, if it has come in far enough to know that it is, or is not, one of these.
    #[cold]
    fn markup(&self, known: &[&[u8]]) -> Result<(), Error> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let common = |known: &[u8]| known.iter().zip(rest).take_while(|(a, b)| a == b).count();
        let len = known.iter().map(|k| common(k)).max().unwrap_or_default();
        // Behind the name of an XML declaration, one byte more is to be seen.
        let is_whole = |known: &&[u8]| known.len() == common(known) && *known != XML;
        match rest.get(len) {
            _ if known.iter().any(is_whole) => self.refused(self.at + len, self.at),
            None => Ok(()),
            Some(_) => self.refuse(self.at + len),
        }
    }

    /// Refuses the character at `at`, once all of it has come in, or what is wrong before it.
    #[cold]
    fn refuse(&self, at: usize) -> Result<(), Error> {
        let rest = self.buffer.get(at..).unwrap_or_default();
        let len = match rest.first() {
            Some(0xC0..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(0xF0..) => 4,
            _ => 1,
        };
        let character = rest.get(..len).unwrap_or(rest);
        match core::str::from_utf8(character) {
            Err(e) if e.error_len().is_none() => Ok(()),
            _ => self.refused(at + character.len(), at),
        }
    }

    /// The error of what begins at `start` and goes on at least to `end`: what the reader says or else that the character at
    /// `at` cannot stand there.
    #[cold]
    fn refused(&self, end: usize, at: usize) -> Result<(), Error> {
        self.within_limit(end - self.start)?;
        self.judge(end)?;
        Err(self.error(at, ErrorKind::UnexpectedCharacter))
    }

    /// What the reader has against the bytes from `start` to `end`, other than that they are no whole.
    #[cold]
    fn judge(&self, end: usize) -> Result<(), Error> {
        let bytes = self.buffer.get(self.start..end).unwrap_or_default();
        let (text, not_utf8) = match core::str::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(e) => (
                self.text(self.start..self.start + e.valid_up_to())?,
                e.error_len().map(|_| self.start + e.valid_up_to()),
            ),
        };
        let extent = if self.stage == Stage::Open {
            let name = (&*self.expanded.0, &*self.expanded.1);
            if parser::begins_with(text, self.scope.clone(), &self.options, name) {
                return Err(self.error(self.start, ErrorKind::SecondHeader));
            }
            Extent::Document
        } else {
            Extent::StartTag
        };
        let read = parser::parse_within(text, self.scope.clone(), &self.options, extent)
            .map_err(|e| self.shifted(e, self.start));
        let Err(error) = read else {
            return not_utf8.map_or(Ok(()), |at| Err(self.error(at, ErrorKind::NotUtf8)));
        };
        let at = error.offset() - self.offset;
        let rest = self.buffer.get(at..self.start + text.len());
        let is_whole = match error.kind() {
            ErrorKind::UnexpectedEnd | ErrorKind::NoRoot => false,
            // It may still become an XML declaration.
            ErrorKind::ProcessingInstruction => !rest.is_some_and(|rest| XML.starts_with(rest)),
            _ => true,
        };
        match not_utf8 {
            Some(at) if !is_whole => Err(self.error(at, ErrorKind::NotUtf8)),
            None if !is_whole => Ok(()),
            _ if *error.kind() == ErrorKind::TextOutsideRoot && self.stage == Stage::Open => {
                Err(self.error(at, ErrorKind::TextInStream))
            }
            _ => Err(error),
        }
    }

    /// Reads the element that stands there, within what the stream declares.
    fn read(&mut self, range: Range<usize>) -> Result<Event, Error> {
        let scope = self.scope.clone();
        // Borrowed apart from the text, which is a part of `self`, too.
        let mut memory = core::mem::take(&mut self.memory);
        let text = self.text(range.clone()).ok();
        let read = text.and_then(|text| memory.read(text, scope, &self.options).ok());
        self.memory = memory;
        let Some(element) = read else {
            return Err(self.refusal(range.end));
        };
        if element.is(&self.expanded.0, &self.expanded.1) {
            return Err(self.refusal(range.end));
        }
        self.gone_to(range.end);
        Ok(Event::Element(element))
    }

    /// The error of a whole element that has one.
    #[cold]
    fn refusal(&self, end: usize) -> Error {
        match self.refused(end, self.start) {
            Err(error) => error,
            Ok(()) => self.error(self.start, ErrorKind::UnexpectedCharacter),
        }
    }
}

/// What follows a plain value that begins right behind its `=`, if the value is there as a whole and something follows that
/// may: the short way for what is usual.
#[inline]
fn after_value(tag: &[u8]) -> Option<&[u8]> {
    let [b'=', quote @ (b'\'' | b'"'), ..] = tag else {
        return None;
    };
    let tag = tag.get(..u32::MAX as usize).unwrap_or(tag);
    let after = tag.get(chars::value_end(tag, 2, *quote)? as usize + 1..)?;
    let goes_on = match after.first()? {
        b'>' | b'/' => true,
        b => is(*b, SPACE),
    };
    goes_on.then_some(after)
}
