//! HTTP requests and responses in stanzas.
//!
//! [XEP-0332, HTTP over XMPP transport](https://xmpp.org/extensions/xep-0332.html)

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_jingle::session::Jingle;
use xmpp_vocabulary::headers::Headers;
use xmpp_xml::{Base64, Extra, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of an entity that supports this.
pub const NS: &str = "urn:xmpp:http";

/// An HTTP request, in an iq of type `set`.
///
/// [XEP-0332 §4.1](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http", "req"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "req", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request of this method, resource and version, without headers.", parameters = [method, resource, version], with)]
#[non_exhaustive]
pub struct Request {
    /// Whether the response may be sent as an in-band bytestream; see [`may_use_ibb`](Self::may_use_ibb). `None` means
    /// `true`.
    #[xml(attribute, strict)]
    pub ibb: Option<bool>,
    /// Whether the response may be sent by Jingle; see [`may_use_jingle`](Self::may_use_jingle). `None` means `true`.
    #[xml(attribute, strict)]
    pub jingle: Option<bool>,
    /// The maximum size of a [`Chunk`] of the response in bytes, 256 to 65,536. `None` leaves it to the server.
    #[xml(attribute = "maxChunkSize", strict)]
    pub max_chunk_size: Option<u32>,
    /// The HTTP method.
    #[xml(attribute)]
    pub method: Method,
    /// The request target: a path with query, or `*`.
    #[xml(attribute)]
    pub resource: String,
    /// Whether the response may be sent as a published stream; see [`may_use_sipub`](Self::may_use_sipub). `None` means
    /// `true`.
    #[xml(attribute, strict)]
    pub sipub: Option<bool>,
    /// The version of HTTP, such as `1.1`.
    #[xml(attribute)]
    pub version: String,
    /// The headers. `None` if there are none.
    #[xml(child, strict)]
    pub headers: Option<Headers>,
    /// The content. `None` if there is none.
    #[xml(child, strict)]
    pub data: Option<Data>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// Whether the response may be sent as an in-band bytestream, which is the default.
    #[must_use]
    pub fn may_use_ibb(&self) -> bool {
        self.ibb.unwrap_or(true)
    }

    /// Whether the response may be sent by Jingle, which is the default.
    #[must_use]
    pub fn may_use_jingle(&self) -> bool {
        self.jingle.unwrap_or(true)
    }

    /// Whether the response may be sent as a published stream, which is the default.
    #[must_use]
    pub fn may_use_sipub(&self) -> bool {
        self.sipub.unwrap_or(true)
    }
}

/// An HTTP response of any status, in an iq of type `result`.
///
/// [XEP-0332 §4.1](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http", "resp"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "resp", derive(Debug, PartialEq, Eq))]
#[xml(new = "The response of this version and status, without headers.", parameters = [version, status], with)]
#[non_exhaustive]
pub struct Response {
    /// The status code, such as 200.
    #[xml(attribute = "statusCode")]
    pub status: u16,
    /// The reason phrase. `None` if not specified.
    #[xml(attribute = "statusMessage")]
    pub message: Option<String>,
    /// The version of HTTP, such as `1.1`.
    #[xml(attribute)]
    pub version: String,
    /// The headers. `None` if there are none.
    #[xml(child, strict)]
    pub headers: Option<Headers>,
    /// The content. `None` if there is none.
    #[xml(child, strict)]
    pub data: Option<Data>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The content of a request or response, or a reference to it.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "data", derive(Debug, PartialEq, Eq))]
#[xml(new = "Data with this content.", parameters = [content])]
#[non_exhaustive]
pub struct Data {
    /// The content. `None`, which the XEP forbids, means empty content.
    #[xml(child, strict)]
    pub content: Option<Content>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The content of a request or response, or a reference to it.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Content {
    /// Text.
    Text(Text),
    /// XML.
    Xml(XmlContent),
    /// Bytes.
    Binary(Binary),
    /// Sent in messages with a [`Chunk`] each.
    Chunked(Chunked),
    /// Sent as an in-band bytestream; in responses only.
    InBand(InBand),
    /// Sent by Jingle; in responses only.
    Jingle(Box<Jingle>),
    /// Published as a stream (XEP-0137), or available in another way.
    Other(RawElement),
}

/// Content that is text.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "text", derive(Debug, PartialEq, Eq))]
#[xml(new = "Content with this text.")]
#[non_exhaustive]
pub struct Text {
    /// The text.
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Content that is XML.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http", "xml"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "xml", derive(Debug, PartialEq, Eq))]
#[xml(new = "Content with this document.", parameters = [root])]
#[non_exhaustive]
pub struct XmlContent {
    /// The root of the document. `None` if there is none.
    #[xml(child)]
    pub root: Option<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Content that is bytes.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http", "base64"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "base64", derive(Debug, PartialEq, Eq))]
#[xml(new = "Content with these bytes.")]
#[non_exhaustive]
pub struct Binary {
    /// The bytes.
    #[xml(text)]
    pub bytes: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Content sent in messages with a [`Chunk`] each: [`Assembly`] reassembles them.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http", "chunkedBase64"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "chunkedBase64", derive(Debug, PartialEq, Eq))]
#[xml(new = "Content in the chunks of this stream.")]
#[non_exhaustive]
pub struct Chunked {
    /// The identifier of the chunks.
    #[xml(attribute = "streamId")]
    pub stream_id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Content sent as an in-band bytestream.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http", "ibb"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "ibb", derive(Debug, PartialEq, Eq))]
#[xml(new = "Content in this bytestream.")]
#[non_exhaustive]
pub struct InBand {
    /// The identifier of the bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A chunk of the content of a request or response, in a message.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "chunk", derive(Debug, PartialEq, Eq))]
#[xml(new = "A chunk with these bytes that is not the last one.", parameters = [stream_id, number, bytes], with)]
#[non_exhaustive]
pub struct Chunk {
    /// Whether it is the last one; `false` by default.
    #[xml(attribute = "last", default, strict)]
    pub is_last: bool,
    /// The number of the chunk, from 0.
    #[xml(attribute = "nr")]
    pub number: u32,
    /// The identifier from [`Chunked`].
    #[xml(attribute = "streamId")]
    pub stream_id: String,
    /// The bytes.
    #[xml(text)]
    pub bytes: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks the sender of chunks to stop, in a message.
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[doc(alias("XEP-0332", "XEP0332", "0332"))]
#[doc(alias("urn:xmpp:http"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "close", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks the sender to stop this stream.")]
#[non_exhaustive]
pub struct Close {
    /// The identifier from [`Chunked`].
    #[xml(attribute = "streamId")]
    pub stream_id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An HTTP method, case-sensitive.
///
/// [XEP-0332 §4.1](https://xmpp.org/extensions/xep-0332.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Method {
    /// `OPTIONS`
    #[xml(token = "OPTIONS")]
    Options,
    /// `GET`
    #[xml(token = "GET")]
    Get,
    /// `HEAD`
    #[xml(token = "HEAD")]
    Head,
    /// `POST`
    #[xml(token = "POST")]
    Post,
    /// `PUT`
    #[xml(token = "PUT")]
    Put,
    /// `DELETE`
    #[xml(token = "DELETE")]
    Delete,
    /// `TRACE`
    #[xml(token = "TRACE")]
    Trace,
    /// `PATCH`
    #[xml(token = "PATCH")]
    Patch,
    /// Any other. `CONNECT` is not supported over XMPP.
    #[xml(other)]
    Other(OtherToken),
}

/// The maximum number of early chunks that an [`Assembly`] keeps.
const MAX_EARLY: usize = 64;

/// Reassembles the chunks of a content, even if they arrive out of order.
///
/// Chunks from other senders than the entity that announced them are ignored.
///
/// ```
/// use xmpp_http::transport::{Assembly, Chunk, Progress};
/// use xmpp_xml::Base64;
///
/// let server = "web@mill.example/1".parse()?;
/// let mut assembly = Assembly::new(&server, "s1", 1024);
/// let chunk = |number, bytes: &[u8]| Chunk::new("s1", number, Base64(bytes.to_vec()));
///
/// assert_eq!(assembly.push(Some(&server), &chunk(1, b"at noon").with_last(true)), Progress::More);
/// let stranger = "weasel@wood.example/den".parse()?;
/// assert_eq!(assembly.push(Some(&stranger), &chunk(0, b"never")), Progress::Unrelated);
/// assert_eq!(assembly.push(Some(&server), &chunk(0, b"high ")), Progress::Complete);
/// assert_eq!(assembly.bytes(), b"high at noon");
/// # Ok::<(), xmpp_jid::JidError>(())
/// ```
///
/// [XEP-0332 §4.2](https://xmpp.org/extensions/xep-0332.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assembly {
    from: Jid,
    stream_id: String,
    next: u32,
    limit: usize,
    bytes: Vec<u8>,
    early: Vec<Chunk>,
    early_bytes: usize,
    state: Progress,
}

/// The outcome of adding a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Progress {
    /// The chunk was added; more are expected.
    More,
    /// The content is complete.
    Complete,
    /// The chunk belongs to another stream or comes from another sender, and was ignored.
    Unrelated,
    /// A chunk is duplicated, missing, or comes after the last one: the content cannot be completed.
    OutOfOrder,
    /// The content exceeds the limit: send a [`Close`] to the sender.
    TooLong,
}

impl Assembly {
    /// An empty assembly for the stream announced by `from`, of at most `limit` bytes.
    #[must_use]
    pub fn new(from: &Jid, stream_id: &str, limit: usize) -> Self {
        Self {
            from: from.clone(),
            stream_id: stream_id.into(),
            next: 0,
            limit,
            bytes: Vec::new(),
            early: Vec::new(),
            early_bytes: 0,
            state: Progress::More,
        }
    }

    /// Adds a chunk of a message from `from`. After any other outcome than [`Progress::More`] and
    /// [`Progress::Unrelated`], later calls return the same, and nothing is added.
    ///
    /// Up to 64 chunks that arrive early are kept; they count towards the limit.
    pub fn push(&mut self, from: Option<&Jid>, chunk: &Chunk) -> Progress {
        let is_related = chunk.stream_id == self.stream_id
            && from.is_some_and(|from| from.is_valid() && *from == self.from);
        if !is_related {
            return Progress::Unrelated;
        }
        if self.state == Progress::More {
            self.state = self.add(chunk);
        }
        self.state
    }

    fn add(&mut self, chunk: &Chunk) -> Progress {
        let held = self.bytes.len().saturating_add(self.early_bytes);
        if chunk.bytes.0.len() > self.limit.saturating_sub(held) {
            return Progress::TooLong;
        }
        let is_known = self.early.iter().any(|early| early.number == chunk.number);
        if chunk.number < self.next || is_known {
            return Progress::OutOfOrder;
        }
        if chunk.number > self.next {
            if self.early.len() == MAX_EARLY {
                return Progress::OutOfOrder;
            }
            self.early_bytes = self.early_bytes.saturating_add(chunk.bytes.0.len());
            self.early.push(chunk.clone());
            return Progress::More;
        }
        let mut progress = self.append(chunk);
        while progress == Progress::More {
            let found = self
                .early
                .iter()
                .position(|early| early.number == self.next);
            let Some(index) = found else {
                return Progress::More;
            };
            let early = self.early.swap_remove(index);
            self.early_bytes = self.early_bytes.saturating_sub(early.bytes.0.len());
            progress = self.append(&early);
        }
        progress
    }

    /// Adds the chunk that is next.
    fn append(&mut self, chunk: &Chunk) -> Progress {
        self.bytes.extend_from_slice(&chunk.bytes.0);
        match self.next.checked_add(1) {
            _ if chunk.is_last && self.early.is_empty() => Progress::Complete,
            Some(next) if !chunk.is_last => {
                self.next = next;
                Progress::More
            }
            _ => Progress::OutOfOrder,
        }
    }

    /// The contiguous bytes received so far, without early chunks.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of the content. `None` if it is not complete.
    #[must_use]
    pub fn into_content(self) -> Option<Vec<u8>> {
        (self.state == Progress::Complete).then_some(self.bytes)
    }
}
