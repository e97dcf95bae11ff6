//! Where the tags of a text are, for texts that no parser can be given whole: examples between words, streams without
//! an end, logs.

/// One piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mark<'a> {
    pub kind: MarkKind,
    /// The name in a tag, with its prefix; empty in other markup.
    pub name: &'a str,
    /// The byte of its `<`.
    pub start: usize,
    /// Behind its `>`.
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "there is no other markup")]
pub enum MarkKind {
    StartTag,
    EmptyTag,
    EndTag,
    /// A comment, an instruction, a declaration or CDATA.
    Other,
}

/// Markup that begins here and does not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unfinished {
    pub start: usize,
}

/// The first markup at or behind the byte `from`. A `<` that begins none is text.
///
/// # Errors
/// There is markup that does not end.
pub fn next_mark(text: &str, from: usize) -> Result<Option<Mark<'_>>, Unfinished> {
    let mut at = from;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = &text[start..];
        let until = |end: &str, kind| {
            let length = rest.find(end).ok_or(Unfinished { start })? + end.len();
            let name = match kind {
                MarkKind::EndTag => rest[2..length - 1].trim(),
                _ => "",
            };
            Ok(Some(Mark {
                kind,
                name,
                start,
                end: start + length,
            }))
        };
        match rest.as_bytes().get(1) {
            Some(b'!') if rest.starts_with("<!--") => return until("-->", MarkKind::Other),
            Some(b'!') if rest.starts_with("<![CDATA[") => return until("]]>", MarkKind::Other),
            Some(b'!') => return until(">", MarkKind::Other),
            Some(b'?') => return until("?>", MarkKind::Other),
            Some(b'/') => return until(">", MarkKind::EndTag),
            Some(&byte) if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 => {
                let tag = StartTag::at(rest).ok_or(Unfinished { start })?;
                let is_empty = rest[..tag.length].ends_with("/>");
                return Ok(Some(Mark {
                    kind: if is_empty {
                        MarkKind::EmptyTag
                    } else {
                        MarkKind::StartTag
                    },
                    name: &rest[1..tag.name_end],
                    start,
                    end: start + tag.length,
                }));
            }
            _ => at = start + 1,
        }
    }
    Ok(None)
}

/// The end of the element whose start tag is `first`; `None` where there is no such end.
#[must_use]
pub fn element_end(text: &str, first: Mark<'_>) -> Option<usize> {
    let mut depth = usize::from(first.kind == MarkKind::StartTag);
    let mut end = first.end;
    while depth > 0 {
        let mark = next_mark(text, end).ok()??;
        match mark.kind {
            MarkKind::StartTag => depth += 1,
            MarkKind::EndTag => depth -= 1,
            MarkKind::EmptyTag | MarkKind::Other => {}
        }
        end = mark.end;
    }
    Some(end)
}

/// The extent of a start tag.
#[derive(Debug)]
#[non_exhaustive]
pub struct StartTag<'a> {
    pub name_end: usize,
    pub length: usize,
    /// The names of the attributes and declarations.
    attributes: Vec<&'a str>,
}

impl<'a> StartTag<'a> {
    /// The start tag at the beginning of `text`.
    #[must_use]
    pub fn at(text: &'a str) -> Option<Self> {
        const AFTER_NAME: [char; 7] = [' ', '\t', '\r', '\n', '/', '>', '='];
        let name_end = text.find(AFTER_NAME)?;
        let mut attributes = Vec::new();
        let mut at = name_end;
        loop {
            let rest = &text[at..];
            match rest.chars().next()? {
                '>' => {
                    return Some(Self {
                        name_end,
                        length: at + 1,
                        attributes,
                    });
                }
                quote @ ('"' | '\'') => at += rest[1..].find(quote)? + 2,
                c if AFTER_NAME.contains(&c) => at += 1,
                _ => {
                    let length = rest.find(AFTER_NAME)?;
                    attributes.push(&rest[..length]);
                    at += length;
                }
            }
        }
    }

    /// Whether the tag has an attribute of this name, prefix and all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.attributes.contains(&name)
    }

    /// Whether the tag declares a prefix, or for the empty one the default namespace.
    #[must_use]
    pub fn declares(&self, prefix: &str) -> bool {
        self.attributes.iter().any(|name| match *name {
            "xmlns" => prefix.is_empty(),
            name => name.strip_prefix("xmlns:") == Some(prefix),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_markup_between_words() {
        let text = "a < b <3 <p:é x='>'>&lt;<![CDATA[<]]><!-- <d> --><e/></p:é ><?f <g?>";
        let mut seen = Vec::new();
        let mut at = 0;
        while let Ok(Some(mark)) = next_mark(text, at) {
            seen.push((mark.kind, mark.name, &text[mark.start..mark.end]));
            at = mark.end;
        }
        use MarkKind::{EmptyTag, EndTag, Other, StartTag};
        let expected = [
            (StartTag, "p:é", "<p:é x='>'>"),
            (Other, "", "<![CDATA[<]]>"),
            (Other, "", "<!-- <d> -->"),
            (EmptyTag, "e", "<e/>"),
            (EndTag, "p:é", "</p:é >"),
            (Other, "", "<?f <g?>"),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn knows_what_has_no_end() {
        for text in ["a<b", "a<b c='>", "a<!-- >", "a<![CDATA[>", "a</b", "a<?b>"] {
            assert_eq!(next_mark(text, 0), Err(Unfinished { start: 1 }), "{text}");
        }
        assert_eq!(next_mark("a < b", 0), Ok(None));
        assert_eq!(next_mark("<a/>", 9), Ok(None));
    }

    #[test]
    fn finds_the_end_of_an_element() {
        for (text, end) in [
            ("<a/><b/>", Some(4)),
            ("<a><a><b/></a></a><b/>", Some(18)),
            ("<a><!-- </a> --></a>", Some(20)),
            ("<a><b></a>", None),
            ("<a><b", None),
        ] {
            let first = next_mark(text, 0).unwrap().unwrap();
            assert_eq!(element_end(text, first), end, "{text}");
        }
    }
}
