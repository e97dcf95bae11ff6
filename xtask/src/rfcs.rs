//! The RFCs that XMPP is built on: where they come from and what they show.
//!
//! They are plain text, cut into pages. Nothing of them is part of this repository; they are read from a folder that
//! the user names, or from where [`Sources::find`] fetches them to.

mod fetch;

use std::path::PathBuf;
use std::{env, fs};

use crate::Result;
use crate::scan::{self, MarkKind};
use crate::spec::{Block, BlockKind, Document, Section, Spec, schema_namespaces};

/// The RFCs that the run is over, each with the SHA-256 of the text that the RFC Editor published. They never change.
const RFCS: [(u16, &str); 7] = [
    (
        3920,
        "7387bd50f08bad9502aefff892194b58e9adda61a58e6a2348b2a773aecc598f",
    ),
    (
        3921,
        "0b77384bb7506d66b1ef366391fa89cf843b8796b0bc09fdb56fcd89e47e2e2a",
    ),
    (
        6120,
        "a64e922cba1b4b69bfc96192e59692efdb296c828800870ffb35c1fb7aad2ee8",
    ),
    (
        6121,
        "f3eda13791fe2f1f1f7c9b3993aaf6e0082dff30037c225080ca8da34d74c414",
    ),
    (
        7395,
        "92ff2b6608bd158d1ebffea7dbb4e3600ba6a47e49d1c8a050575cfd2eb5934b",
    ),
    (
        7622,
        "7f3fd4d5399403d7b364d4831a44d54be8752564e38142248d559c2168532b83",
    ),
    (
        8600,
        "754642d92ecb09ba0088e67fdf95b31df7e6996960ea9603270729459133e4de",
    ),
];

/// A folder of RFCs as plain text, each named `rfcNNNN.txt`.
#[derive(Debug)]
pub(crate) struct Sources {
    dir: PathBuf,
}

impl Sources {
    /// Finds the texts: in the folder that was named, else in the one that `RFCS_DIR` names, else they are fetched.
    ///
    /// `None` when they cannot be fetched, which the user is told: the run goes on without RFCs.
    ///
    /// # Errors
    /// A folder that was named and lacks one of them.
    pub(crate) fn find(named: Option<PathBuf>) -> Result<Option<Self>> {
        let named = named.or_else(|| env::var_os("RFCS_DIR").map(PathBuf::from));
        if let Some(dir) = named {
            for (number, _) in RFCS {
                let path = dir.join(file_name(number));
                if !path.is_file() {
                    return Err(format!("{}: no such file", path.display()).into());
                }
            }
            return Ok(Some(Self { dir }));
        }
        match fetch::ensure(&RFCS) {
            Ok(dir) => Ok(Some(Self { dir })),
            Err(error) => {
                eprintln!("rfcs: no RFC texts: {error}");
                eprintln!("rfcs: going on without them; name a folder with --rfcs or RFCS_DIR");
                Ok(None)
            }
        }
    }

    /// Reads all of them.
    ///
    /// # Errors
    /// A file is missing, or is no RFC.
    pub(crate) fn read(&self) -> Result<Vec<Document>> {
        let read = |(number, _)| {
            let path = self.dir.join(file_name(number));
            let in_path = |error| format!("{}: {error}", path.display());
            let text = fs::read_to_string(&path).map_err(in_path)?;
            Ok(parse_rfc(number, &text))
        };
        RFCS.into_iter().map(read).collect()
    }
}

fn file_name(number: u16) -> String {
    format!("rfc{number}.txt")
}

fn parse_rfc(number: u16, text: &str) -> Document {
    let spec = Spec::Rfc(number);
    let status = text.lines().find_map(|line| {
        let category = line.strip_prefix("Category: ")?;
        category.split("  ").next().map(str::trim)
    });
    let lines = lines(text);
    let mut blocks = Vec::new();
    let (mut examples, mut codes) = (0, 0);
    let mut section = Section::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some((number, title)) = heading(line.text) {
            section = Section {
                link: format!("{}#{}", spec.address(), anchor(number)),
                number: number.to_owned(),
                title: title.to_owned(),
            };
        } else if begins_block(&lines, at) {
            let (text, end) = block(&lines, at);
            at = end;
            if !is_prose(&text) {
                let (kind, count) = if schema_namespaces(&text).next().is_some() {
                    (BlockKind::Code, &mut codes)
                } else {
                    (BlockKind::Example, &mut examples)
                };
                *count += 1;
                blocks.push(Block::new(kind, *count, "", section.clone(), text));
            }
            continue;
        }
        at += 1;
    }
    Document {
        spec,
        title: title(text).unwrap_or_default(),
        status: status.unwrap_or_default().to_owned(),
        defines: schema_namespaces(text).collect(),
        blocks,
    }
}

/// What the header of each page calls the RFC.
fn title(text: &str) -> Option<String> {
    let (_, page) = text.split_once('\u{c}')?;
    let header = page.lines().map(str::trim).find(|line| !line.is_empty())?;
    let mut columns = header.split("  ").map(str::trim).filter(|c| !c.is_empty());
    columns.nth(1).map(str::to_owned)
}

/// The anchor of a section in the HTML that the RFC Editor makes of the text.
fn anchor(number: &str) -> String {
    let is_appendix = number.starts_with(|c: char| c.is_ascii_alphabetic());
    let kind = if is_appendix { "appendix" } else { "section" };
    format!("{kind}-{number}")
}

/// A line of the text without the page breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line<'a> {
    text: &'a str,
    /// Whether there was a page break before it. An example may go on behind one, and may also end there, as
    /// at a blank line.
    follows_break: bool,
}

/// The lines without page breaks: without the footer of each page, the header of the next, and what is blank
/// around them.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (number, page) in text.split('\u{c}').enumerate() {
        let mut rows: Vec<_> = page.lines().map(str::trim_end).collect();
        let drop_blank_end = |rows: &mut Vec<&str>| {
            while rows.last().is_some_and(|row| row.is_empty()) {
                rows.pop();
            }
        };
        drop_blank_end(&mut rows);
        if rows
            .last()
            .is_some_and(|row| row.ends_with(']') && row.contains("[Page "))
        {
            rows.pop();
            drop_blank_end(&mut rows);
        }
        let mut rows = rows.into_iter().peekable();
        if number > 0 {
            let is_blank = |row: &&str| row.is_empty();
            while rows.next_if(is_blank).is_some() {}
            rows.next();
            while rows.next_if(is_blank).is_some() {}
        }
        let first = lines.len();
        lines.extend(rows.map(|text| Line {
            text,
            follows_break: false,
        }));
        if let Some(line) = lines.get_mut(first) {
            line.follows_break = number > 0;
        }
    }
    lines
}

/// The number and title of a section, where a line is its heading.
fn heading(line: &str) -> Option<(&str, &str)> {
    let line = line.strip_prefix("Appendix ").unwrap_or(line);
    let (number, title) = line.split_once(' ')?;
    let number = number.strip_suffix('.').unwrap_or(number);
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = number.split('.');
    let first = parts.next()?;
    let is_letter = first.len() == 1 && first.bytes().all(|b| b.is_ascii_uppercase());
    let is_number = (is_part(first) || is_letter) && parts.all(is_part);
    let title = title.trim();
    (is_number && !title.is_empty() && !title.contains("...")).then_some((number, title))
}

/// Where what a line says begins: behind its indentation and the mark of who speaks, such as `C:` or `S2:`.
fn content_start(line: &str) -> usize {
    let start = line.len() - line.trim_start().len();
    let rest = &line[start..];
    let mark = rest.find(':').filter(|&end| {
        let (name, after) = (&rest[..end], &rest[end + 1..]);
        let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
        (1..=2).contains(&letters.len())
            && name.len() - letters.len() <= 1
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && (after.is_empty() || after.starts_with(' '))
    });
    match mark {
        Some(end) => {
            let after = &rest[end + 1..];
            start + end + 1 + (after.len() - after.trim_start().len())
        }
        None => start,
    }
}

/// Whether a block begins with this line: with markup behind a mark of who speaks, or as a paragraph.
fn begins_block(lines: &[Line<'_>], at: usize) -> bool {
    let line = lines[at];
    let start = content_start(line.text);
    let starts_markup = scan::next_mark(&line.text[start..], 0).map_or_else(
        |unfinished| unfinished.start == 0,
        |mark| mark.is_some_and(|mark| mark.start == 0),
    );
    let is_marked = line.text[..start].contains(':');
    let begins_paragraph = line.follows_break
        || at
            .checked_sub(1)
            .and_then(|before| lines.get(before))
            .is_none_or(|before| before.text.is_empty() || heading(before.text).is_some());
    starts_markup && line.text.starts_with(' ') && (is_marked || begins_paragraph)
}

/// The block that begins with a line, and the line behind it.
///
/// It goes on over blank lines and page breaks as long as an element or a tag is open, but not
/// beyond a paragraph of words, or a heading.
fn block(lines: &[Line<'_>], from: usize) -> (String, usize) {
    let mut text = String::new();
    let mut at = from;
    while let Some(line) = lines.get(at) {
        let ends_paragraph = line.text.is_empty() || line.follows_break;
        if at > from && ends_paragraph {
            let next = lines[at..].iter().find(|line| !line.text.is_empty());
            let goes_on = next.is_some_and(|next| {
                let indent = next.text.len() - next.text.trim_start().len();
                let start = content_start(next.text);
                heading(next.text).is_none()
                    && (indent > 3 || start > indent || next.text[start..].starts_with('<'))
            });
            if !goes_on || !is_open(&text) {
                break;
            }
        }
        if heading(line.text).is_some() {
            break;
        }
        let start = content_start(line.text);
        text.extend(line.text[..start].chars().map(|_| ' '));
        text += &line.text[start..];
        text.push('\n');
        at += 1;
    }
    (text.trim_end().to_owned() + "\n", at)
}

/// Whether an element, other than a stream, or a tag is open at the end of a text.
fn is_open(text: &str) -> bool {
    let mut open = 0_usize;
    let mut at = 0;
    loop {
        match scan::next_mark(text, at) {
            Err(_) => return true,
            Ok(None) => return open > 0,
            Ok(Some(mark)) => {
                match mark.kind {
                    _ if mark.name == "stream:stream" => {}
                    MarkKind::StartTag => open += 1,
                    MarkKind::EndTag => open = open.saturating_sub(1),
                    MarkKind::EmptyTag | MarkKind::Other => {}
                }
                at = mark.end;
            }
        }
    }
}

/// Whether a paragraph that begins with a tag is a sentence about it: `<presence/> stanzas are …`.
fn is_prose(text: &str) -> bool {
    let Ok(Some(first)) = scan::next_mark(text, 0) else {
        return false;
    };
    let line = text[first.end..].lines().next().unwrap_or_default();
    let is_part_of_tag = text[first.start..first.end].contains('\n');
    let words = line.split_whitespace();
    let are_words = |word: &str| {
        word.bytes()
            .all(|b| b.is_ascii_alphabetic() || b",.;".contains(&b))
    };
    let closes = text.contains(&format!("</{}", first.name));
    !is_part_of_tag && !closes && words.clone().count() > 1 && words.clone().take(1).all(are_words)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An RFC of these pages, laid out as the RFC Editor does.
    fn rfc(pages: &[&str]) -> Document {
        let mut text =
            String::from("\n\nCategory: Standards Track                       May 1865\n\n");
        for (page, number) in pages.iter().zip(1..) {
            if number > 1 {
                text +=
                    "\u{c}\nRFC 1865                   Tea: Core                    May 1865\n\n\n";
            }
            text += page;
            text += &format!(
                "\n\n\n\nHatter               Standards Track              [Page {number}]\n"
            );
        }
        parse_rfc(1865, &text)
    }

    /// The texts of the blocks, their white space made one space.
    fn texts(pages: &[&str]) -> Vec<String> {
        let blocks = rfc(pages).blocks;
        let words = |block: Block| block.text.split_whitespace().collect::<Vec<_>>().join(" ");
        blocks.into_iter().map(words).collect()
    }

    #[test]
    fn a_page_break_within_an_example_is_no_part_of_it() {
        for (pages, expected) in [
            (
                ["   <iq id='1'>\n     <a>", "     </a>\n   </iq>\n"],
                &["<iq id='1'> <a> </a> </iq>"][..],
            ),
            // In a tag, or at a blank line of the text.
            (
                ["   <iq\n      id='1'", "      type='get'/>"],
                &["<iq id='1' type='get'/>"],
            ),
            (
                ["   C: <iq>\n        <a/>\n", "\n      </iq>"],
                &["<iq> <a/> </iq>"],
            ),
            // Between two examples it ends one.
            (["   <iq/>", "   <iq/>"], &["<iq/>", "<iq/>"]),
            (["   <iq/>", "   Words."], &["<iq/>"]),
            // What is never closed ends with the words that follow.
            (["   <iq>\n     <a/>", "   Words."], &["<iq> <a/>"]),
        ] {
            assert_eq!(texts(&pages), expected, "{pages:?}");
        }
    }

    #[test]
    fn marks_of_who_speaks_are_no_part_of_an_example() {
        for (text, expected) in [
            (
                "   C: <a/>\n\n   S: <b>\n        C: x\n      </b>\n",
                &["<a/>", "<b> x </b>"][..],
            ),
            ("   S1: <a/>\n   UC: <b/>\n", &["<a/> <b/>"]),
            // A paragraph of words may end with one.
            ("   The client says:\n   C: <a/>\n", &["<a/>"]),
            ("   NOTE: <a/>\n   Romeo: <b/>\n", &[]),
            (
                "   C: <stream:stream\n        to='a'>\n   S: <stream:stream>\n",
                &["<stream:stream to='a'> <stream:stream>"],
            ),
        ] {
            assert_eq!(texts(&[text]), expected, "{text}");
        }
        let block = &rfc(&["   C: <a>\n      </a>"]).blocks[0];
        assert_eq!(block.text, "      <a>\n      </a>\n", "the columns stay");
    }

    #[test]
    fn sentences_about_elements_are_no_examples() {
        for text in [
            "   Words about\n   <iq/> elements.",
            "   <iq/> stanzas are questions.",
            "   <presence/> and <message/> are not.",
            "1.  <iq/> as a title",
            "   | <iq/> | in a table |",
            "   a < b",
        ] {
            assert_eq!(texts(&[text]), [""; 0], "{text}");
        }
        for text in [
            "   <body>Words and words</body>",
            "   <iq\n     id='1'/> words and words",
        ] {
            assert_eq!(texts(&[text]).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_schema_is_code() {
        let rfc = rfc(&[
            "   <xs:schema\n     targetNamespace='urn:tea'>\n\n     <xs:element/>\n   </xs:schema>\n\n   <iq/>\n",
        ]);
        let kinds: Vec<_> = rfc
            .blocks
            .iter()
            .map(|block| (block.kind, block.index))
            .collect();
        assert_eq!(kinds, [(BlockKind::Code, 1), (BlockKind::Example, 1)]);
        assert_eq!(Vec::from_iter(rfc.defines), ["urn:tea"]);
    }

    #[test]
    fn knows_where_an_example_stands() {
        let rfc = rfc(&[
            "   1.1.  Tea ........... 7\n\n1.  Tea\n\n1.1.  With Milk\n\n   <a/>\n",
            "Appendix B.  Cups\n\n   <b/>\n\nB.1.  Saucers\n\n   <c/>\n\n12 Monkeys\n",
        ]);
        assert_eq!(
            (rfc.title.as_str(), rfc.status.as_str()),
            ("Tea: Core", "Standards Track")
        );
        let sections: Vec<_> = rfc.blocks.into_iter().map(|block| block.section).collect();
        let section = |number: &str, title: &str, anchor: &str| Section {
            number: number.to_owned(),
            title: title.to_owned(),
            link: format!("https://www.rfc-editor.org/rfc/rfc1865#{anchor}"),
        };
        assert_eq!(
            sections,
            [
                section("1.1", "With Milk", "section-1.1"),
                section("B", "Cups", "appendix-B"),
                section("B.1", "Saucers", "appendix-B.1"),
            ]
        );
    }

    #[test]
    fn refuses_a_named_folder_without_rfcs() {
        let error = Sources::find(Some(PathBuf::from(env!("CARGO_MANIFEST_DIR"))));
        assert!(error.is_err_and(|error| error.to_string().contains("rfc3920.txt: no such file")));
    }
}
