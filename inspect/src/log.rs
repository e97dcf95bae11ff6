//! The debug logs of servers, as captures of many streams.
//!
//! - Prosody with `mod_stanza_debug`: `Nov 25 12:00:00 c2s55aa71e0⇥debug⇥RECV: <iq …/>`. What it logs without that module
//!   (`Received[c2s]: <iq …>`) are start tags alone, which are counted and left.
//! - ejabberd, and what came of it: `… [debug] (tls|<0.560.0>) Received XML on stream = <<"<iq …/>">>`, with what was read
//!   from the socket as a term of Erlang. A stanza may be in several of these.

use core::str::Chars;
use std::collections::BTreeMap;

/// What one side of one session sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stream {
    /// The session, as the log calls it.
    pub(crate) session: String,
    pub(crate) direction: Direction,
    /// All that was sent, put together.
    pub(crate) text: String,
    /// Where each entry of the log begins in the text, and its line in the log, from 1.
    pub(crate) entries: Vec<(usize, usize)>,
}

impl Stream {
    /// The line of the log that has the byte of the text.
    pub(crate) fn line(&self, at: usize) -> usize {
        let behind = self.entries.partition_point(|(start, _)| *start <= at);
        let entry = behind.checked_sub(1).and_then(|at| self.entries.get(at));
        entry.map_or(1, |(_, line)| *line)
    }

    /// Where the first entry behind the byte begins.
    pub(crate) fn next_entry(&self, at: usize) -> Option<usize> {
        let behind = self.entries.partition_point(|(start, _)| *start <= at);
        self.entries.get(behind).map(|(start, _)| *start)
    }
}

/// As the server sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "there is no third direction")]
pub enum Direction {
    Received,
    Sent,
}

/// What a log has.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Log {
    pub(crate) streams: Vec<Stream>,
    /// Where each of them is.
    known: BTreeMap<(String, Direction), usize>,
    /// How many entries were start tags alone.
    pub(crate) start_tags: usize,
    /// The lines of entries that cannot be read, for the log itself cut them off.
    pub(crate) unreadable: Vec<usize>,
}

impl Log {
    /// Reads a log; `None` where a text is none of those known.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut log = Self::default();
        let is_prosody = text
            .lines()
            .take(100)
            .any(|line| prosody_entry(line).is_some());
        if is_prosody {
            log.read_prosody(text);
            return Some(log);
        }
        let is_ejabberd = text.lines().any(|line| ejabberd_entry(line).is_some());
        is_ejabberd.then(|| {
            log.read_ejabberd(text);
            log
        })
    }

    fn add(&mut self, session: &str, direction: Direction, line: usize, text: &str) {
        let key = (session.to_owned(), direction);
        let streams = &mut self.streams;
        let at = *self.known.entry(key).or_insert_with(|| {
            streams.push(Stream {
                session: session.to_owned(),
                direction,
                text: String::new(),
                entries: Vec::new(),
            });
            streams.len() - 1
        });
        let Some(stream) = self.streams.get_mut(at) else {
            return;
        };
        stream.entries.push((stream.text.len(), line));
        stream.text += text;
    }

    fn read_prosody(&mut self, text: &str) {
        // The entry that goes on as long as the lines do not begin another.
        let mut open: Option<(&str, Direction, usize, String)> = None;
        for (line, number) in text.lines().zip(1..) {
            let Some((session, message)) = prosody_entry(line) else {
                if let Some((.., message)) = &mut open {
                    message.push('\n');
                    *message += line;
                }
                continue;
            };
            if let Some((session, direction, line, message)) = open.take() {
                self.add(session, direction, line, &message);
            }
            let directions = [("RECV: ", Direction::Received), ("SEND: ", Direction::Sent)];
            let found = directions
                .into_iter()
                .find_map(|(word, direction)| Some((direction, message.strip_prefix(word)?)));
            match found {
                Some((direction, sent)) => {
                    open = Some((session, direction, number, sent.to_owned()));
                }
                None if message.starts_with("Received[") || message.starts_with("Sending[") => {
                    self.start_tags += 1;
                }
                None => {}
            }
        }
        if let Some((session, direction, line, message)) = open {
            self.add(session, direction, line, &message);
        }
    }

    fn read_ejabberd(&mut self, text: &str) {
        let mut start = 0;
        for (line, number) in text.split_inclusive('\n').zip(1..) {
            if let Some((session, direction, at)) = ejabberd_entry(line) {
                match Term::bytes(&text[start + at..]).map(String::from_utf8) {
                    Some(Ok(sent)) => self.add(session, direction, number, &sent),
                    _ => self.unreadable.push(number),
                }
            }
            start += line.len();
        }
    }
}

/// The session and the message of an entry in a log of Prosody: `[date] session⇥level⇥message`.
fn prosody_entry(line: &str) -> Option<(&str, &str)> {
    let mut columns = line.splitn(3, '\t');
    let (source, level, message) = (columns.next()?, columns.next()?, columns.next()?);
    let session = source.split_whitespace().next_back()?;
    let is_level = ["debug", "info", "warn", "error"].contains(&level.trim());
    (is_level && !session.contains('<')).then_some((session, message))
}

/// The session of an entry in a log of ejabberd, and where the term begins that was sent.
fn ejabberd_entry(line: &str) -> Option<(&str, Direction, usize)> {
    const MARKS: [(&str, Direction); 2] = [
        ("Received XML on stream = ", Direction::Received),
        ("Send XML on stream = ", Direction::Sent),
    ];
    let (mark, direction) = MARKS.into_iter().find(|(mark, _)| line.contains(mark))?;
    let at = line.find(mark)?;
    let before = &line[..at];
    let session = before.rfind("<0.").and_then(|start| {
        let end = before[start..].find('>')?;
        before.get(start..=start + end)
    });
    Some((session.unwrap_or_default(), direction, at + mark.len()))
}

/// A reader of the terms in which Erlang shows bytes.
struct Term<'a> {
    rest: Chars<'a>,
    bytes: Vec<u8>,
}

impl Term<'_> {
    /// The bytes of the term at the beginning of a text: a binary, a string, or a list of these. `None` for
    /// another, and one that is cut off.
    fn bytes(text: &str) -> Option<Vec<u8>> {
        // Some that write logs put text in quotes and that is all.
        let line = text.lines().next().unwrap_or_default();
        let bare = line
            .strip_prefix("<<\"")
            .and_then(|line| line.strip_suffix("\">>"));
        let bare = bare.or_else(|| line.strip_prefix('"')?.strip_suffix('"'));
        let mut term = Term {
            rest: text.chars(),
            bytes: Vec::new(),
        };
        let read = term.term().map(|()| term.bytes);
        match bare {
            Some(bare) if bare.replace("\\\"", "").contains('"') => Some(bare.as_bytes().to_vec()),
            _ => read,
        }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn skip_white(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.rest.next();
        }
    }

    fn take(&mut self, text: &str) -> Option<()> {
        let rest = self.rest.as_str().strip_prefix(text)?;
        self.rest = rest.chars();
        Some(())
    }

    fn term(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.skip_white();
            match self.peek()? {
                '[' => {
                    self.rest.next();
                    depth += 1;
                }
                ']' => {
                    self.rest.next();
                    depth = depth.checked_sub(1)?;
                }
                ',' => _ = self.rest.next(),
                '<' => self.binary()?,
                '"' => self.string()?,
                c if c.is_ascii_digit() => self.number()?,
                _ => return None,
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// `<<"…">>`, `<<"…"/utf8>>`, `<<"…" "…">>`, `<<60,47,62>>`.
    fn binary(&mut self) -> Option<()> {
        self.take("<<")?;
        loop {
            self.skip_white();
            if self.take(">>").is_some() {
                return Some(());
            }
            match self.peek()? {
                '"' => self.string()?,
                ',' => _ = self.rest.next(),
                c if c.is_ascii_digit() => self.number()?,
                _ => return None,
            }
        }
    }

    fn number(&mut self) -> Option<()> {
        let mut number = 0_u32;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            number = number.checked_mul(10)?.checked_add(digit)?;
            self.rest.next();
        }
        self.bytes.push(u8::try_from(number).ok()?);
        Some(())
    }

    /// A string. Its characters are bytes, unless it says that they are characters or they can only be such.
    fn string(&mut self) -> Option<()> {
        self.take("\"")?;
        let mut text = String::new();
        loop {
            match self.rest.next()? {
                '"' => break,
                '\\' => text.push(self.escape()?),
                // It would be escaped: this was cut off.
                '\n' => return None,
                c => text.push(c),
            }
        }
        let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c).ok()).collect();
        match bytes.filter(|bytes| core::str::from_utf8(bytes).is_ok()) {
            Some(bytes) if self.take("/utf8").is_none() => self.bytes.extend(bytes),
            _ => {
                let _ = self.take("/utf8");
                self.bytes.extend(text.as_bytes());
            }
        }
        Some(())
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.rest.next()? {
            'b' => '\u{8}',
            'd' => '\u{7f}',
            'e' => '\u{1b}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            's' => ' ',
            't' => '\t',
            'v' => '\u{b}',
            'x' => {
                self.take("{")?;
                let (hex, _) = self.rest.as_str().split_once('}')?;
                let c = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)?;
                for _ in 0..=hex.len() {
                    self.rest.next();
                }
                c
            }
            first @ '0'..='7' => {
                let mut octal = first.to_digit(8)?;
                for _ in 0..2 {
                    if let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) {
                        octal = octal * 8 + digit;
                        self.rest.next();
                    }
                }
                char::from_u32(octal)?
            }
            other => other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn streams(log: &str) -> Vec<(String, Direction, String)> {
        let log = Log::read(log).expect("it is a log");
        let streams = log.streams.into_iter();
        streams
            .map(|stream| (stream.session, stream.direction, stream.text))
            .collect()
    }

    #[test]
    fn reads_prosody() {
        let log = "Nov 25 12:00:00 general\tinfo\tHello and welcome\n\
                   Nov 25 12:00:01 c2s1\tdebug\tRECV: <iq id='1'\n  type='get'/>\n\
                   Nov 25 12:00:01 c2s1\tdebug\tReceived[c2s]: <iq id='1' type='get'>\n\
                   c2s1\tdebug\tSEND: <iq id='1'/>\n\
                   c2s2\tdebug\tRECV: <presence/>\n\
                   c2s1\tdebug\tRECV: <message/>";
        use Direction::{Received, Sent};
        let stream =
            |session: &str, direction, text: &str| (session.to_owned(), direction, text.to_owned());
        assert_eq!(
            streams(log),
            [
                stream("c2s1", Received, "<iq id='1'\n  type='get'/><message/>"),
                stream("c2s1", Sent, "<iq id='1'/>"),
                stream("c2s2", Received, "<presence/>"),
            ]
        );
        let log = Log::read(log).expect("it is a log");
        assert_eq!(log.start_tags, 1);
        let first = &log.streams[0];
        let lines = [0, 24, 25, 30].map(|at| first.line(at));
        assert_eq!(lines, [2, 2, 7, 7]);
        assert_eq!(
            (first.next_entry(0), first.next_entry(25)),
            (Some(25), None)
        );
    }

    #[test]
    fn reads_ejabberd() {
        let log = "2026-11-25 12:00:00.000 [info] <0.1.0>@ejabberd_app:start:1 ejabberd is started\n\
                   2026-11-25 12:00:01.000 [debug] <0.9.0>@xmpp_socket:parse:1 (tls|<0.9.0>) \
                   Received XML on stream = <<\"<iq id=\\\"1\\\"\">>\n\
                   2026-11-25 12:00:01.000 [debug] (tls|<0.9.0>) Received XML on stream = <<\"\\n/>\">>\n\
                   2026-11-25 12:00:02.000 [debug] <0.9.0>@ejabberd_c2s:send_text:1 Send XML on stream = <<\"<a/>\">>\n";
        let session = "<0.9.0>".to_owned();
        let expected = [
            (
                session.clone(),
                Direction::Received,
                "<iq id=\"1\"\n/>".to_owned(),
            ),
            (session, Direction::Sent, "<a/>".to_owned()),
        ];
        assert_eq!(streams(log), expected);
    }

    #[test]
    fn reads_the_terms_of_erlang() {
        for (term, expected) in [
            (r#"<<"a">> and more"#, Some("a")),
            (r#"<<"\"\\\t\101\x{e9}">>"#, Some("\"\\\tA\u{e9}")),
            ("<<\"a\"\n    \"b\">>", Some("ab")),
            ("<<60,195,169>>", Some("<é")),
            (r#"<<"é"/utf8>>"#, Some("é")),
            // Bytes, each shown as a character.
            ("<<\"\u{c3}\u{a9}\">>", Some("é")),
            // Characters, though nothing says so.
            (r#"<<"é☕">>"#, Some("é☕")),
            (r#""a""#, Some("a")),
            (r#"[<<"a">>,["b",99]]"#, Some("abc")),
            // Not written as a term at all.
            (r#""<a b="c"/>""#, Some(r#"<a b="c"/>"#)),
            (r#"<<"<a b="c"/>">>"#, Some(r#"<a b="c"/>"#)),
            (r#"<<"a"..."#, None),
            (r#"<<"a"#, None),
            ("<<1,2,...>>", None),
            ("{xmlel,<<>>}", None),
            ("[", None),
            ("<<300>>", None),
        ] {
            let read = Term::bytes(term).and_then(|bytes| String::from_utf8(bytes).ok());
            assert_eq!(read.as_deref(), expected, "{term}");
        }
    }

    #[test]
    fn knows_what_is_no_log() {
        for text in ["", "<iq/>", "<a>\tdebug\t</a>", "some words"] {
            assert_eq!(Log::read(text).map(|log| log.streams.len()), None, "{text}");
        }
    }

    #[test]
    fn tells_what_the_log_cut_off() {
        let log = "[debug] (tcp|<0.9.0>) Received XML on stream = <<\"<a\"...\n\
                   [debug] (tcp|<0.9.0>) Received XML on stream = <<\"<b/>\">>\n";
        let log = Log::read(log).expect("it is a log");
        assert_eq!(log.unreadable, [1]);
        assert_eq!(log.streams[0].text, "<b/>");
    }
}
