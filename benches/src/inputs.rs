use core::fmt::Write;

use crate::peers::roxmltree;

/// What a document holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) elements: usize,
    /// Without namespace declarations.
    pub(crate) attributes: usize,
}

/// One document to read, or to get the value from that is written.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Input {
    /// As the tables print it; for the files of `inputs/` their name.
    pub name: String,
    /// The document.
    pub xml: String,
    /// How many levels of elements [`deep`] made; 0 for all that is as shallow as stanzas are.
    pub(crate) depth: usize,
    /// How many of its payloads become types in the tasks that have them typed.
    pub(crate) typed: usize,
    /// What a contender must find in it.
    pub(crate) seen: Seen,
}

impl Input {
    fn new(name: &str, xml: &str) -> Self {
        let seen = roxmltree::count(xml.as_bytes());
        Self {
            name: name.to_owned(),
            xml: xml.to_owned(),
            depth: 0,
            typed: 0,
            seen,
        }
    }

    /// A file of [`TRAFFIC`].
    ///
    /// # Panics
    /// If there is none of that name.
    pub fn file(name: &str) -> Self {
        let found = TRAFFIC.iter().find(|file| file.name == name);
        let file = found.unwrap_or_else(|| panic!("no input named {name}"));
        Self {
            typed: file.typed,
            ..Self::new(name, file.xml)
        }
    }

    /// The payload of the disco#info answer, cut out of its stanza.
    ///
    /// # Panics
    /// If the file has none.
    pub fn disco_payload() -> Self {
        let stanza = Self::file("disco-info-result").xml;
        let start = stanza.find("<query").expect("a query in the answer");
        let end = stanza.rfind("</iq>").expect("the end of the answer");
        Self::new("disco-info-payload", &stanza[start..end])
    }

    /// The local name of the root.
    pub fn root(&self) -> &str {
        let end = self.xml.find([' ', '>']).expect("a start tag");
        &self.xml[1..end]
    }
}

/// A file of `inputs/`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct File {
    /// Without its extension.
    pub name: &'static str,
    /// What is in it.
    pub xml: &'static str,
    /// How often it comes in the mix.
    pub times: usize,
    /// See [`Input::typed`].
    typed: usize,
}

macro_rules! traffic {
    ($($name:literal * $times:literal, $typed:literal typed;)*) => {
        /// The files of `inputs/`. Their weights make a mix such as a client sees.
        pub const TRAFFIC: &[File] = &[$(File {
            name: $name,
            xml: include_str!(concat!("../inputs/", $name, ".xml")),
            times: $times,
            typed: $typed,
        },)*];
    };
}

traffic! {
    "chat" * 14, 2 typed;
    "presence" * 22, 1 typed;
    "muc-presence" * 20, 1 typed;
    "muc-list" * 1, 1 typed;
    "muc-config" * 1, 1 typed;
    "pubsub-event" * 3, 1 typed;
    "pubsub-config" * 1, 1 typed;
    "ping" * 14, 1 typed;
    "iq-result" * 16, 0 typed;
    "disco-info-get" * 2, 1 typed;
    "disco-info-result" * 2, 1 typed;
    "stanza-error" * 2, 0 typed;
    "roster" * 1, 1 typed;
    "form" * 1, 1 typed;
    "jingle" * 1, 1 typed;
}

/// Opens a stream, and declares what its stanzas are in.
const OPENING: &str = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' \
    xmlns:stream='http://etherx.jabber.org/streams' from='example.net' id='s1' version='1.0' xml:lang='en'>";
const CLOSE: &str = "</stream:stream>";

/// The mix of traffic as one stream.
pub fn stream() -> Input {
    let mut xml = String::from(OPENING);
    // As often as each comes, and well mixed.
    let most = TRAFFIC.iter().map(|file| file.times).max().unwrap_or(0);
    for round in 0..most {
        for file in TRAFFIC.iter().filter(|file| round < file.times) {
            xml.push_str(file.xml);
        }
    }
    xml.push_str(CLOSE);
    Input::new("stream", &xml)
}

/// A stream whose only stanza is as [`wide`].
pub fn wide_in_stream(bytes: usize) -> Input {
    let stanza = wide(bytes.saturating_sub(OPENING.len() + CLOSE.len()));
    let xml = [OPENING, &stanza.xml, CLOSE].concat();
    Input::new("wide-in-stream", &xml)
}

/// A disco#items answer of about `bytes` bytes: many small siblings with three attributes.
pub fn wide(bytes: usize) -> Input {
    let mut xml = String::from(
        "<iq xmlns='jabber:client' type='result' from='rooms.example.net' id='w1'>\
         <query xmlns='http://jabber.org/protocol/disco#items'>",
    );
    let mut item = 0;
    while xml.len() + 80 < bytes {
        write!(
            xml,
            "<item jid='room{item:06}@rooms.example.net' name='Room {item}' node='n'/>"
        )
        .expect("a String takes everything");
        item += 1;
    }
    xml.push_str("</query></iq>");
    Input {
        typed: 1,
        ..Input::new("wide", &xml)
    }
}

/// An iq of about `bytes` bytes whose payload is one chain of elements, each inside the other.
pub fn deep(bytes: usize) -> Input {
    let mut xml = String::from(
        "<iq xmlns='jabber:client' type='set' to='rooms.example.net' id='d1'>\
         <level xmlns='urn:example:levels'>",
    );
    let levels = bytes.saturating_sub(xml.len()) / 22;
    xml.push_str(&"<level at='1'>".repeat(levels));
    xml.push_str(&"</level>".repeat(levels));
    xml.push_str("</level></iq>");
    Input {
        depth: levels + 2,
        ..Input::new("deep", &xml)
    }
}
