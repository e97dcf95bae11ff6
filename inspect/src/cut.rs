//! Cuts the roots out of what is to be looked at: elements one after the other, what one side of a stream sent, the debug log
//! of a server.

use std::borrow::Cow;

use serde::Serialize;
use xmpp_stanzas::xml::{Error, ErrorKind, Options, first_element};

pub use crate::log::Direction;
use crate::log::{Log, Stream};
use crate::scan::StartTag;
use crate::scope::{EMPTY, STANZAS, Scope};
pub use crate::stream::BothSides;
use crate::stream::{self, Sent, SentKind};

/// What an input has.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Cut<'a> {
    /// In the order in which they stand; those of a log by their lines.
    pub roots: Vec<Root<'a>>,
    /// How many entries of a log are start tags alone.
    pub start_tags: usize,
    /// How many entries a log has cut off itself.
    pub cut_off: usize,
}

/// One root of an input.
#[derive(Debug)]
#[non_exhaustive]
pub struct Root<'a> {
    /// What it is.
    pub kind: RootKind,
    /// As it stands, without what was declared around it; what is broken goes on to the end of the input.
    pub text: Cow<'a, str>,
    /// Its byte in the input; in a log its byte in all that this side of the session sent.
    pub start: usize,
    /// The declarations around it.
    pub scope: Scope,
    /// In a log: where it is.
    pub log: Option<InLog>,
}

/// What a [`Root`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "who reads a root has to know them all"
)]
pub enum RootKind {
    /// A whole element, well-formed as far as its tags tell.
    Element,
    /// The header of a stream: a start tag without its end.
    Header,
    /// What is no element, in words.
    Broken(Cow<'static, str>),
    /// What the reader refuses; its offset counts from the beginning of the root.
    Unreadable(Error),
}

/// Where in a log a root is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct InLog {
    /// The line on which the entry begins, from 1.
    pub line: usize,
    /// The session, as the log calls it.
    pub session: String,
    /// Who sent it, as the server sees it.
    pub direction: Direction,
}

/// A root with the declarations around it that it uses, so that it can stand alone.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Alone<'a> {
    /// The text of the element.
    pub text: Cow<'a, str>,
    /// Where declarations were added, and how many bytes of them.
    name_end: usize,
    added: usize,
}

impl Alone<'_> {
    /// The byte of the root that is at this byte of the element that stands alone.
    #[must_use]
    pub fn origin(&self, offset: usize) -> usize {
        if offset > self.name_end {
            offset.saturating_sub(self.added).max(self.name_end)
        } else {
            offset
        }
    }
}

impl Root<'_> {
    /// The root as an element by itself; the header of a stream with an end.
    #[must_use]
    pub fn alone(&self) -> Alone<'_> {
        let text = match self.kind {
            RootKind::Header => return Alone::unchanged(stream::closed(&self.text).into()),
            _ => &*self.text,
        };
        let alone = self.scope.declare_in(text);
        match StartTag::at(text) {
            Some(tag) if alone.len() > text.len() => Alone {
                name_end: tag.name_end,
                added: alone.len() - text.len(),
                text: alone.into(),
            },
            _ => Alone::unchanged(text.into()),
        }
    }
}

impl<'a> Alone<'a> {
    /// An element that needs nothing added.
    pub(crate) fn of(text: &'a str) -> Self {
        Self::unchanged(text.into())
    }

    fn unchanged(text: Cow<'a, str>) -> Self {
        Self {
            text,
            name_end: usize::MAX,
            added: 0,
        }
    }
}

/// The roots of an input, whatever it is.
///
/// # Errors
/// It has both sides of a stream.
pub fn roots(text: &[u8]) -> Result<Cut<'_>, BothSides> {
    let Ok(readable) = core::str::from_utf8(text) else {
        return Ok(Cut::of(elements(text)));
    };
    if let Some(log) = Log::read(readable) {
        return Ok(Cut {
            roots: log_roots(&log),
            start_tags: log.start_tags,
            cut_off: log.unreadable.len(),
        });
    }
    if stream::is_capture(readable) {
        let sent = stream::sent(readable, &Scope::stream(STANZAS[0]))?;
        return Ok(Cut::of(sent.into_iter().map(Root::of).collect()));
    }
    Ok(Cut::of(elements(text)))
}

impl<'a> Cut<'a> {
    fn of(roots: Vec<Root<'a>>) -> Self {
        Self {
            roots,
            ..Self::default()
        }
    }
}

impl<'a> Root<'a> {
    fn of(sent: Sent<'a>) -> Self {
        Self {
            kind: match sent.kind {
                SentKind::Header => RootKind::Header,
                SentKind::Element => RootKind::Element,
                SentKind::Broken(why) => RootKind::Broken(why.into()),
            },
            text: sent.text.into(),
            start: sent.start,
            scope: sent.scope,
            log: None,
        }
    }

    fn into_log(self, stream: &Stream, from: usize) -> Root<'static> {
        let start = from + self.start;
        Root {
            kind: self.kind,
            text: self.text.into_owned().into(),
            start,
            scope: self.scope,
            log: Some(InLog {
                line: stream.line(start),
                session: stream.session.clone(),
                direction: stream.direction,
            }),
        }
    }
}

/// The roots of a log in the order of its lines.
fn log_roots(log: &Log) -> Vec<Root<'static>> {
    let mut roots = Vec::new();
    for stream in &log.streams {
        let mut scope = Scope::stream(STANZAS[0]);
        let mut from = 0;
        // What is broken breaks no other entry.
        while let Some(rest) = stream.text.get(from..).filter(|rest| !rest.is_empty()) {
            let sent = match stream::sent(rest, &scope) {
                Ok(sent) => sent,
                // The log says who sent what, so this is somebody's mistake, and to be seen.
                Err(error) => {
                    let root = Root {
                        kind: RootKind::Broken(error.to_string().into()),
                        text: rest.into(),
                        start: 0,
                        scope: scope.clone(),
                        log: None,
                    };
                    roots.push(root.into_log(stream, from));
                    break;
                }
            };
            let mut next = None;
            for sent in sent {
                let start = from + sent.start;
                scope.clone_from(&sent.scope_behind());
                if matches!(sent.kind, SentKind::Broken(_)) {
                    next = stream.next_entry(start);
                }
                let mut root = Root::of(sent);
                // What is broken ends where the next entry begins.
                if let (RootKind::Broken(_), Some(next)) = (&root.kind, next)
                    && let Cow::Borrowed(text) = root.text
                    && let Some(text) = text.get(..next - start)
                {
                    root.text = text.into();
                }
                roots.push(root.into_log(stream, from));
            }
            match next {
                Some(next) => from = next,
                None => break,
            }
        }
    }
    roots.sort_by_key(|root| root.log.as_ref().map(|log| log.line));
    roots
}

/// The elements of a text, up to the first that cannot be read.
#[must_use]
pub fn elements(text: &[u8]) -> Vec<Root<'_>> {
    let unreadable = |error: Error, text, start| Root {
        kind: RootKind::Unreadable(error),
        text,
        start,
        scope: EMPTY.clone(),
        log: None,
    };
    let text = match core::str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => {
            let error = Error::new(ErrorKind::NotUtf8).at(String::new(), error.valid_up_to());
            return vec![unreadable(error, String::from_utf8_lossy(text), 0)];
        }
    };
    let mut roots = Vec::new();
    let mut end = 0;
    loop {
        match first_element(&text[end..], &Options::file()) {
            Ok((_, length)) => {
                let start = end + start(&text[end..]);
                end += length;
                let text = &text[start..end];
                roots.push(Root {
                    kind: RootKind::Element,
                    scope: scope(text),
                    text: text.into(),
                    start,
                    log: None,
                });
            }
            Err(error) if *error.kind() == ErrorKind::NoRoot && !roots.is_empty() => return roots,
            Err(error) => {
                let skipped =
                    Some(start(&text[end..])).filter(|skipped| *skipped <= error.offset());
                let start = end + skipped.unwrap_or(0);
                let (path, offset) = (error.path().to_owned(), end + error.offset() - start);
                roots.push(unreadable(
                    error.at(path, offset),
                    text[start..].into(),
                    start,
                ));
                return roots;
            }
        }
    }
}

/// What is declared around an element that stands in no other. A stanza without a namespace stands in a client's stream.
fn scope(text: &str) -> Scope {
    let is_in_stream = StartTag::at(text).is_some_and(|tag| {
        ["iq", "message", "presence"].contains(&&text[1..tag.name_end]) && !tag.declares("")
    });
    if is_in_stream {
        Scope::default(STANZAS[0])
    } else {
        EMPTY.clone()
    }
}

/// Where the first root of a text begins: behind white space, comments and the XML declaration.
fn start(text: &str) -> usize {
    // A file may begin with a byte order mark.
    let mut rest = text.trim_start_matches('\u{feff}').trim_ascii_start();
    loop {
        let end = match rest.as_bytes() {
            [b'<', b'!', ..] => "-->",
            [b'<', b'?', ..] => "?>",
            _ => return text.len() - rest.len(),
        };
        rest = rest
            .split_once(end)
            .map_or("", |(_, rest)| rest)
            .trim_ascii_start();
    }
}
