//! Streams: the same events however the bytes are cut, and the same elements as in a document.

use core::hash::{BuildHasher, BuildHasherDefault};
use std::hash::DefaultHasher;

use xmpp_stanzas::xml::stream::{Event, Splitter};
use xmpp_stanzas::xml::{Error, Node, Options, RawElement};

/// What comes out of a stream, how it ended, and how many bytes of it have come out.
type Events = (Vec<Event>, Result<(), Error>, usize);

/// The same bytes make the same events in whatever pieces they come, and those are what a document of these bytes has.
pub fn splitter(data: &[u8]) {
    let whole = split([data]);
    assert_eq!(whole, split(data.chunks(1)), "byte by byte");
    // Pieces that are the same each time, and others for other bytes.
    let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(data);
    let mut rest = data;
    let mut state = hash;
    let pieces = core::iter::from_fn(|| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let len = ((state >> 59) as usize + 1).min(rest.len());
        let (piece, after) = rest.split_at(len);
        rest = after;
        (len > 0).then_some(piece)
    });
    assert_eq!(whole, split(pieces), "in pieces of up to 32 bytes");
    against_document(data, &whole);
}

fn split<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Events {
    let mut splitter = Splitter::new(Options::default());
    let mut events = Vec::new();
    for piece in pieces {
        splitter.feed(piece);
        loop {
            match splitter.next_event() {
                Ok(None) => break,
                // One for each run of white space that comes in.
                Ok(Some(Event::KeepAlive)) if events.last() == Some(&Event::KeepAlive) => {}
                Ok(Some(event)) => events.push(event),
                Err(error) => {
                    assert_eq!(splitter.next_event().as_ref(), Err(&error), "again");
                    return (events, Err(error), splitter.position());
                }
            }
        }
    }
    (events, splitter.finish(), splitter.position())
}

/// A stream that has come to its end is a document, and the other way round where there is no text in it.
fn against_document(data: &[u8], (events, end, position): &Events) {
    // What is behind the end of a stream is no part of it.
    let data = if end.is_ok() {
        &data[..*position]
    } else {
        data
    };
    let mut options = Options::default();
    options.skip_declaration = true;
    let document = RawElement::read_with(data, &options);
    let elements = events.iter().filter_map(|event| match event {
        Event::Element(element) => Some(element),
        _ => None,
    });
    let Ok(document) = document else {
        assert!(end.is_err(), "a stream that has been closed is no document");
        return;
    };
    if end.is_ok() {
        let children: Vec<_> = document.node().children().map(RawElement::from).collect();
        assert!(elements.eq(&children), "{events:?} is not {children:?}");
    }
    // Between its elements, a stream has white space as it is, and no byte order mark before them (RFC 6120 §11.6).
    let is_spelt = data.contains(&b'&') || data.windows(2).any(|two| two == b"<!");
    let is_marked = data.starts_with("\u{FEFF}".as_bytes());
    let root = document.node();
    let is_root = |child: Node<'_>| child.is(&root.namespace(), root.name());
    let is_plain = root.text().trim_ascii().is_empty() && !root.children().any(is_root);
    let is_stream = !is_spelt && !is_marked && is_plain;
    assert!(!is_stream || end.is_ok(), "{end:?}");
}
