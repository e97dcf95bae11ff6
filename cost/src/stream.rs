//! Streams: what the splitter costs, however the bytes come in.

use xmpp_stanzas::xml::stream::{Event, Splitter};
use xmpp_stanzas::xml::{Limits, Options};

use crate::grammar::{Caps, fill};
use crate::operation::{Operation, Outcome};

/// The start tags of streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    Plain,
    /// With as many declarations as may be.
    Declarations,
    /// With a long namespace name, which a stanza may use.
    Long,
    /// With one whose name is encoded.
    Encoded,
}

pub(crate) const HEADERS: [(Header, &str); 4] = [
    (Header::Plain, "a plain header"),
    (Header::Declarations, "many declarations"),
    (Header::Long, "a long namespace"),
    (Header::Encoded, "an encoded namespace"),
];

impl Header {
    /// The start tag, of about `n` bytes if it is not plain.
    fn start(self, n: usize, caps: &Caps) -> String {
        let declarations = match self {
            Self::Plain => String::new(),
            Self::Declarations => {
                let count = caps.prefixes;
                (0..count)
                    .map(|i| format!(" xmlns:p{i}='{}{i}'", "u".repeat(n / count)))
                    .collect()
            }
            Self::Long => format!(" xmlns:p0='{}'", "u".repeat(n)),
            Self::Encoded => format!(" xmlns:p0='{}'", "&#117;".repeat(n / 6)),
        };
        format!(
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'{declarations}>"
        )
    }
}

/// The stanza of a number.
type Stanza = fn(usize) -> String;

/// The stanzas of a stream of many.
const STANZAS: [(&str, Stanza); 7] = [
    ("empty", |_| "<a/>".into()),
    ("prefixed", |_| "<p0:a/>".into()),
    ("with a prefixed child", |_| "<a><p0:b/></a>".into()),
    ("with a prefixed attribute", |_| "<a p0:b=''/>".into()),
    ("different", |i| format!("<a{i} xmlns='urn:{i}'/>")),
    ("keep-alives", |_| "<a/> \n".into()),
    ("text", |i| {
        format!("<message id='{i}'><body>x</body></message>")
    }),
];

/// A stream of about `n` bytes.
pub(crate) type Make = Box<dyn Fn(usize, &Caps) -> String + Send + Sync>;

/// The families of streams: names, and the whole text of a stream.
pub(crate) fn streams() -> Vec<(String, Make)> {
    let mut all: Vec<(String, Make)> = Vec::new();
    for (header, headed) in HEADERS {
        for (name, stanza) in STANZAS {
            if header == Header::Plain && name.contains("prefixed") {
                continue;
            }
            all.push((
                format!("stream/many stanzas, {name}, after {headed}"),
                Box::new(move |n, caps| {
                    let start = header.start(n / 2, caps);
                    format!("{start}{}</stream:stream>", fill(n / 2, stanza))
                }),
            ));
        }
    }
    all.push((
        "stream/large and small stanzas".into(),
        Box::new(|n, caps| {
            let large = format!("<a>{}</a>", "x".repeat(n / 4));
            let start = Header::Plain.start(0, caps);
            format!(
                "{start}{large}{0}{large}{0}</stream:stream>",
                fill(n / 4, |_| "<a/>".into())
            )
        }),
    ));
    all.push((
        "stream/white space".into(),
        Box::new(|n, caps| {
            format!(
                "{}{}</stream:stream>",
                Header::Plain.start(0, caps),
                " ".repeat(n)
            )
        }),
    ));
    all.push((
        "stream/long end tag".into(),
        Box::new(|n, caps| {
            format!(
                "{}</stream:stream{}>",
                Header::Plain.start(0, caps),
                " ".repeat(n)
            )
        }),
    ));
    all.push((
        "stream/long declaration".into(),
        Box::new(|n, caps| {
            format!(
                "<?xml version='1.0'{}?>{}",
                " ".repeat(n),
                Header::Plain.start(0, caps)
            )
        }),
    ));
    all.push((
        "stream/declaration of ends".into(),
        Box::new(|n, _| format!("<?xml {}", ">".repeat(n))),
    ));
    all.push((
        "stream/white space before".into(),
        Box::new(|n, caps| format!("{}{}", " ".repeat(n), Header::Plain.start(0, caps))),
    ));
    all.push((
        "stream/unended stanza".into(),
        Box::new(|n, caps| format!("{}<a b='{}", Header::Plain.start(0, caps), ">".repeat(n))),
    ));
    all.push((
        "stream/unended markup".into(),
        Box::new(|n, caps| {
            format!(
                "{}<a>{}<![CDA",
                Header::Plain.start(0, caps),
                "]]>".repeat(n / 3)
            )
        }),
    ));
    all
}

/// An element as the only stanza of a stream.
pub(crate) fn around(element: &str, header: Header, caps: &Caps) -> String {
    format!("{}{element}</stream:stream>", header.start(600, caps))
}

/// Splitting a stream that comes in pieces of so many bytes.
fn split(piece: usize, hold: bool) -> Operation {
    let name = match piece {
        1 => "1 byte".to_owned(),
        n if n >= 1024 => format!("{} KB", n / 1024),
        n => format!("{n} bytes"),
    };
    let held = if hold { ", the events kept" } else { "" };
    Operation::new(
        format!("stream: split in pieces of {name}{held}"),
        move |text| {
            let text = text.to_owned();
            Some(Box::new(move || {
                let mut limits = Limits::default();
                limits.name = Limits::highest().name;
                let mut splitter = Splitter::new(Options::new().limits(limits));
                let mut events: Vec<Event> = Vec::new();
                let mut accepted = true;
                'pieces: for piece in text.as_bytes().chunks(piece) {
                    splitter.feed(piece);
                    loop {
                        match splitter.next_event() {
                            Ok(Some(event)) if hold => events.push(event),
                            Ok(Some(_)) => {}
                            Ok(None) => break,
                            Err(_) => {
                                accepted = false;
                                break 'pieces;
                            }
                        }
                    }
                }
                Outcome {
                    accepted: accepted && splitter.finish().is_ok(),
                    value: Box::new((splitter, events)),
                }
            }))
        },
    )
}

/// The operations on streams.
#[must_use]
pub(crate) fn operations() -> Vec<Operation> {
    let mut all: Vec<Operation> = [1, 7, 4 << 10, 64 << 10]
        .map(|piece| split(piece, false))
        .into();
    all.push(split(4 << 10, true));
    all
}
