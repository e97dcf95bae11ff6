use crate::inputs;
use crate::ours;
use crate::peers::tokio_xmpp;

/// What came of a stream of stanzas that was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conversation {
    /// How many stanzas were read.
    pub stanzas: usize,
    /// Bytes that were written in answer; 0 where they are not counted.
    pub written: usize,
}

/// A library that talks over a stream.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Speaker {
    /// As the table prints it.
    pub name: &'static str,
    /// Reads every stanza of a stream that comes in pieces of so many bytes with its payloads as types, and writes it back to
    /// its sender.
    pub converse: fn(&[u8], usize) -> Conversation,
}

/// Everybody, in the order of the table.
pub const SPEAKERS: &[Speaker] = &[
    Speaker {
        name: "xmpp-stanzas",
        converse: ours::converse,
    },
    Speaker {
        name: "tokio-xmpp",
        converse: tokio_xmpp::converse,
    },
];

/// A stream of the mix with at least so many stanzas.
pub fn long_stream(stanzas: usize) -> String {
    let once = inputs::stream().xml;
    let start = once.find("<stream:stream").unwrap_or_default();
    let start = once[start..].find('>').map_or(0, |end| start + end + 1);
    let end = once.rfind("</").unwrap_or(once.len());
    let each: usize = inputs::TRAFFIC.iter().map(|file| file.times).sum();
    let mut stream = once[..start].to_owned();
    for _ in 0..stanzas.div_ceil(each) {
        stream.push_str(&once[start..end]);
    }
    stream.push_str(&once[end..]);
    stream
}
