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
            seen,
        }
    }

    /// A file of [`TRAFFIC`].
    ///
    /// # Panics
    /// If there is none of that name.
    pub fn file(name: &str) -> Self {
        let found = TRAFFIC.iter().find(|(file, ..)| *file == name);
        let (_, xml, _) = found.unwrap_or_else(|| panic!("no input named {name}"));
        Self::new(name, xml)
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

macro_rules! traffic {
    ($($name:literal * $times:literal,)*) => {
        /// Name, text and weight of the files in `inputs/`. The weights make a mix such as a
        /// client sees: 68 stanzas of 413 bytes on average.
        pub const TRAFFIC: &[(&str, &str, usize)] =
            &[$(($name, include_str!(concat!("../inputs/", $name, ".xml")), $times),)*];
    };
}

traffic! {
    "chat" * 10,
    "presence" * 14,
    "muc-presence" * 14,
    "pubsub-event" * 3,
    "ping" * 8,
    "iq-result" * 10,
    "disco-info-get" * 2,
    "disco-info-result" * 2,
    "stanza-error" * 2,
    "roster" * 1,
    "form" * 1,
    "jingle" * 1,
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
    Input::new("wide", &xml)
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
