//! The elements of a stream that was captured: what one side sent, with the headers of its streams, perhaps cut off at the
//! end.

use roxmltree::Document;

use crate::scan::{self, Mark, MarkKind, StartTag};
use crate::scope::{STREAMS, Scope};

/// The header of a stream without the XML declaration and what is around it.
#[must_use]
pub fn start_tag(header: &str) -> &str {
    header
        .split_once("?>")
        .map_or(header, |(_, tag)| tag)
        .trim()
}

/// The header of a stream as a whole element: with its end.
#[must_use]
pub fn closed(header: &str) -> String {
    let tag = start_tag(header);
    if tag.ends_with("/>") {
        return tag.to_owned();
    }
    let name = tag.split([' ', '\t', '\r', '\n', '>']).next();
    let name = name.and_then(|name| name.get(1..)).unwrap_or_default();
    format!("{tag}</{name}>")
}

/// Something that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sent<'a> {
    pub(crate) kind: SentKind,
    /// As it was sent.
    pub(crate) text: &'a str,
    /// Where it begins in the capture.
    pub(crate) start: usize,
    /// The declarations that it has around it.
    pub(crate) scope: Scope,
}

impl Sent<'_> {
    /// The declarations around what follows.
    pub(crate) fn scope_behind(&self) -> Scope {
        match self.kind {
            SentKind::Header => inside(self.text).unwrap_or_else(|| self.scope.clone()),
            SentKind::Element | SentKind::Broken(_) => self.scope.clone(),
        }
    }
}

/// The declarations in the stream that a tag opens; `None` where it is not well-formed.
fn inside(tag: &str) -> Option<Scope> {
    let tag = closed(tag);
    let document = Document::parse(&tag).ok()?;
    Some(Scope::stream("").inside(document.root_element()))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SentKind {
    Header,
    Element,
    /// What is no markup, or ends nothing, or has no end.
    Broken(&'static str),
}

/// Whether a text is a capture: the first thing in it is the header of a stream, which is not closed in the same tag.
pub(crate) fn is_capture(text: &str) -> bool {
    let mut at = 0;
    while let Ok(Some(mark)) = scan::next_mark(text, at) {
        match mark.kind {
            MarkKind::Other => at = mark.end,
            MarkKind::StartTag => return is_header(text, mark),
            MarkKind::EmptyTag | MarkKind::EndTag => return false,
        }
    }
    false
}

fn is_header(text: &str, mark: Mark<'_>) -> bool {
    is_stream(mark.name) && text[mark.start..mark.end].contains(STREAMS)
}

fn is_stream(name: &str) -> bool {
    name == "stream" || name.ends_with(":stream")
}

/// What was sent, in order. `scope` is what is declared where the capture begins without a header.
///
/// # Errors
/// There is what only the one side sends, and what only the other side does.
pub(crate) fn sent<'a>(text: &'a str, scope: &Scope) -> Result<Vec<Sent<'a>>, BothSides> {
    let mut sent = Vec::new();
    let mut sides = Sides::default();
    let mut scope = scope.clone();
    let mut at = 0;
    loop {
        let broken = |start: usize, why| Sent {
            kind: SentKind::Broken(why),
            text: &text[start..],
            start,
            scope: scope.clone(),
        };
        let next = scan::next_mark(text, at);
        let start = match &next {
            Ok(Some(mark)) => mark.start,
            Ok(None) => text.len(),
            Err(unfinished) => unfinished.start,
        };
        let between = &text[at..start];
        if !between
            .trim_matches(|c: char| c.is_whitespace() || c == '\0')
            .is_empty()
        {
            sent.push(broken(at, "text between the elements of a stream"));
            return Ok(sent);
        }
        let mark = match next {
            Ok(Some(mark)) => mark,
            Ok(None) => return Ok(sent),
            Err(unfinished) => {
                sent.push(broken(unfinished.start, "it is cut off"));
                return Ok(sent);
            }
        };
        match mark.kind {
            MarkKind::Other => at = mark.end,
            MarkKind::EndTag if is_stream(mark.name) => at = mark.end,
            MarkKind::EndTag => {
                sent.push(broken(mark.start, "an end tag without its start tag"));
                return Ok(sent);
            }
            MarkKind::StartTag if is_header(text, mark) => {
                let tag = &text[mark.start..mark.end];
                let Some(inner) = inside(tag) else {
                    sent.push(broken(mark.start, "a header that is not well-formed"));
                    return Ok(sent);
                };
                let answers = StartTag::at(tag).is_some_and(|tag| tag.has("id"));
                sides.saw(answers, mark.start)?;
                sent.push(Sent {
                    kind: SentKind::Header,
                    text: tag,
                    start: mark.start,
                    scope: Scope::stream(""),
                });
                scope = inner;
                at = mark.end;
            }
            MarkKind::StartTag | MarkKind::EmptyTag => {
                let Some(end) = scan::element_end(text, mark) else {
                    sent.push(broken(mark.start, "it is cut off"));
                    return Ok(sent);
                };
                let element = &text[mark.start..end];
                if let Some(answers) = side(mark.name, element) {
                    sides.saw(answers, mark.start)?;
                }
                sent.push(Sent {
                    kind: SentKind::Element,
                    text: element,
                    start: mark.start,
                    scope: scope.clone(),
                });
                at = end;
            }
        }
    }
}

/// Whether only the side that is asked sends such an element (`true`), or only the one that asks.
fn side(name: &str, element: &str) -> Option<bool> {
    let is_of =
        |namespace: &str| element.contains(&format!("urn:ietf:params:xml:ns:xmpp-{namespace}"));
    match name.rsplit_once(':').map_or(name, |(_, local)| local) {
        "features" if name != "features" => Some(true),
        "proceed" if is_of("tls") => Some(true),
        "challenge" | "success" if is_of("sasl") => Some(true),
        "starttls" if is_of("tls") => Some(false),
        "auth" | "response" if is_of("sasl") => Some(false),
        _ => None,
    }
}

/// Where there was what only one side sends.
#[derive(Debug, Default)]
struct Sides {
    asking: Option<usize>,
    answering: Option<usize>,
}

impl Sides {
    fn saw(&mut self, answers: bool, at: usize) -> Result<(), BothSides> {
        let seen = if answers {
            &mut self.answering
        } else {
            &mut self.asking
        };
        seen.get_or_insert(at);
        match (self.asking, self.answering) {
            (Some(asking), Some(answering)) => Err(BothSides { asking, answering }),
            _ => Ok(()),
        }
    }
}

/// Both sides of a connection are in one text, where nothing says whose is what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BothSides {
    asking: usize,
    answering: usize,
}

impl core::error::Error for BothSides {}

impl core::fmt::Display for BothSides {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "both directions of a connection are in one file: what stands at byte {} is sent by the side that opens it, \
             what stands at byte {} by the side that answers. Their streams cannot be told apart; put each direction \
             into a file of its own",
            self.asking, self.answering
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: &str = "<stream:stream xmlns='jabber:client' to='tea.example' \
                        xmlns:stream='http://etherx.jabber.org/streams'>";
    const ANSWER: &str = "<stream:stream xmlns='jabber:client' id='7' \
                          xmlns:stream='http://etherx.jabber.org/streams'>";

    fn kinds(text: &str) -> Vec<SentKind> {
        let sent = sent(text, &Scope::stream("jabber:client")).expect("one side");
        sent.iter().map(|sent| sent.kind).collect()
    }

    #[test]
    fn takes_a_stream_apart_that_is_opened_again_and_never_closed() {
        use SentKind::{Broken, Element, Header};
        for (text, expected) in [
            (
                format!("{OPEN}<a/> <iq>\n</iq>"),
                &[Header, Element, Element][..],
            ),
            (
                format!(
                    "<?xml version='1.0'?>{OPEN}<a/><?xml version='1.0'?>{OPEN}<b/></stream:stream>"
                ),
                &[Header, Element, Header, Element],
            ),
            (
                format!("{OPEN}<iq><a/>"),
                &[Header, Broken("it is cut off")],
            ),
            (format!("{OPEN}<iq"), &[Header, Broken("it is cut off")]),
            (
                format!("{OPEN}</iq><a/>"),
                &[Header, Broken("an end tag without its start tag")],
            ),
            (
                format!("{OPEN}tea<a/>"),
                &[Header, Broken("text between the elements of a stream")],
            ),
            ("<iq/><stream:features/>".to_owned(), &[Element, Element]),
        ] {
            assert_eq!(kinds(&text), expected, "{text}");
        }
    }

    #[test]
    fn what_was_sent_has_the_declarations_of_its_header() {
        let text = format!("{}<p:a/>", OPEN.replace("xmlns=", "xmlns:p='q' xmlns="));
        let sent = sent(&text, &Scope::stream("")).expect("one side");
        let declared: Vec<_> = sent[1].scope.iter().collect();
        assert!(declared.contains(&("p", "q")) && declared.contains(&("", "jabber:client")));
        assert_eq!(&text[sent[1].start..], "<p:a/>");
    }

    #[test]
    fn knows_a_capture() {
        for (text, expected) in [
            (OPEN.to_owned(), true),
            (format!("<?xml version='1.0'?>\n<!-- a -->{OPEN}"), true),
            (OPEN.replace("'>", "'/>"), false),
            ("<stream><a/></stream>".to_owned(), false),
            ("<iq/>".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(is_capture(&text), expected, "{text}");
        }
    }

    #[test]
    fn refuses_both_sides_in_one_text() {
        let tls = "xmlns='urn:ietf:params:xml:ns:xmpp-tls'";
        for text in [
            format!("{OPEN}{ANSWER}"),
            format!("{OPEN}<stream:features/>"),
            format!("{ANSWER}<stream:features/><starttls {tls}/>"),
        ] {
            let error = sent(&text, &Scope::stream("")).expect_err(&text);
            assert!(error.to_string().contains("both directions"), "{error}");
        }
        for text in [
            format!("{OPEN}<starttls {tls}/>{OPEN}"),
            format!("{ANSWER}<stream:features/><proceed {tls}/>{ANSWER}"),
        ] {
            assert!(sent(&text, &Scope::stream("")).is_ok(), "{text}");
        }
    }
}
