//! HTML, and XML shown in it.

use std::collections::BTreeMap;

use super::{OUTCOMES, words};
use crate::verdict::Outcome;

/// Text as HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

fn escape_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // What HTML has no way to carry.
            c if c.is_control() && c != '\n' && c != '\t' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// A whole page. `depth` is how many folders below that of the report it is.
pub(super) fn document(title: &str, depth: usize, body: &str) -> String {
    let root = "../".repeat(depth);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{}\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n\
         <link rel=\"stylesheet\" href=\"{root}style.css\">\n\
         <script src=\"{root}script.js\" defer></script>\n</head>\n<body>\n{body}</body>\n</html>\n",
        super::GENERATOR,
        escape(title)
    )
}

/// The shares of the outcomes as one bar.
pub(super) fn bar(outcomes: &BTreeMap<Outcome, usize>) -> String {
    let total: usize = outcomes.values().sum();
    if total == 0 {
        return "<span class=\"bar empty\" role=\"img\" aria-label=\"no elements\"></span>"
            .to_owned();
    }
    let mut parts = String::new();
    let mut said = Vec::new();
    for outcome in OUTCOMES {
        let Some(count) = outcomes.get(&outcome) else {
            continue;
        };
        let (class, name, _) = words(outcome);
        parts += &format!("<i class=\"{class}\" style=\"flex-grow:{count}\"></i>");
        said.push(format!("{count} {name}"));
    }
    let said = escape(&said.join(", "));
    format!(
        "<span class=\"bar\" role=\"img\" aria-label=\"{said}\" title=\"{said}\">{parts}</span>"
    )
}

/// What a byte of XML is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Text,
    Tag,
    Attribute,
    Value,
}

impl Part {
    fn class(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Tag => "t",
            Self::Attribute => "a",
            Self::Value => "v",
        }
    }
}

/// XML in colours, with marks at these bytes. What is no XML is shown as it is.
pub(super) fn xml(source: &str, spots: &[usize]) -> String {
    let parts = parts(source);
    let mut is_marked = vec![false; source.len()];
    for &spot in spots {
        let spot = source.floor_char_boundary(spot.min(source.len().saturating_sub(1)));
        let end = spot + length(&source[spot..]);
        is_marked[spot..end].fill(true);
    }
    let mut out = String::with_capacity(2 * source.len());
    let mut at = 0;
    let mut in_mark = false;
    while at < source.len() {
        let key = (is_marked[at], parts[at]);
        let run = (at..source.len()).take_while(|&next| (is_marked[next], parts[next]) == key);
        let mut end = at + run.count();
        while !source.is_char_boundary(end) {
            end += 1;
        }
        match (in_mark, key.0) {
            (false, true) => out.push_str("<mark>"),
            (true, false) => out.push_str("</mark>"),
            _ => {}
        }
        in_mark = key.0;
        let class = key.1.class();
        if class.is_empty() {
            escape_into(&source[at..end], &mut out);
        } else {
            out.push_str(&format!("<b class={class}>"));
            escape_into(&source[at..end], &mut out);
            out.push_str("</b>");
        }
        at = end;
    }
    if in_mark {
        out.push_str("</mark>");
    }
    out
}

/// How much of a text to mark: a tag, or a word.
fn length(text: &str) -> usize {
    if text.starts_with('<') {
        return text.find('>').map_or(text.len(), |at| at + 1);
    }
    let ends = |c: char| c.is_whitespace() || "<>'\"".contains(c);
    let first = text.chars().next().map_or(0, char::len_utf8);
    text.find(ends).unwrap_or(text.len()).max(first)
}

/// What each byte of a source is part of.
fn parts(source: &str) -> Vec<Part> {
    let mut parts = Vec::with_capacity(source.len());
    let mut part = Part::Text;
    let mut quote = 0;
    let mut is_named = false;
    for &byte in source.as_bytes() {
        let shown = match (part, byte) {
            (Part::Text, b'<') => {
                part = Part::Tag;
                is_named = false;
                Part::Tag
            }
            (Part::Text, _) => Part::Text,
            (Part::Value, byte) => {
                if byte == quote {
                    part = Part::Attribute;
                }
                Part::Value
            }
            (_, b'>') => {
                part = Part::Text;
                Part::Tag
            }
            (_, b'\'' | b'"') => {
                quote = byte;
                part = Part::Value;
                Part::Value
            }
            (Part::Tag, byte) if byte.is_ascii_whitespace() => {
                is_named = true;
                part = Part::Attribute;
                Part::Tag
            }
            (Part::Attribute, b'/' | b'?') if is_named => Part::Tag,
            (part, _) => part,
        };
        parts.push(shown);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escape("<a b='\"'>&\u{0}\n"),
            "&lt;a b='&quot;'&gt;&amp;\u{fffd}\n"
        );
    }

    #[test]
    fn colours_are_all_that_is_added() {
        let stripped = |html: &str| {
            let mut text = String::new();
            let mut rest = html;
            while let Some((before, after)) = rest.split_once('<') {
                text += before;
                rest = after.split_once('>').map_or("", |(_, after)| after);
            }
            text + rest
        };
        for source in [
            "<a xmlns='n' b=\"1\"><c/>é &amp; <!-- <x> --></a>",
            "no XML",
            "",
            "<",
            "<a b='",
            "<é ü='ß'>ö</é>",
            "a > b",
        ] {
            for spot in 0..=source.len() + 1 {
                let shown = xml(source, &[spot, 2]);
                assert_eq!(stripped(&shown), escape(source), "{source} {spot}");
                assert_eq!(
                    shown.matches("<mark>").count(),
                    shown.matches("</mark>").count()
                );
            }
        }
    }

    #[test]
    fn marks_the_tag_or_the_word_that_is_meant() {
        let source = "<a><b c='x y'/>text more</a>";
        for (at, marked) in [
            ("<b", "<b c='x y'/>"),
            ("x y", "x"),
            ("text", "text"),
            ("c=", "c="),
        ] {
            let spot = source.find(at).unwrap_or_default();
            let shown = xml(source, &[spot]);
            let mark = shown
                .split("<mark>")
                .nth(1)
                .and_then(|rest| rest.split("</mark>").next());
            let mark = mark.unwrap_or_default();
            let plain = mark.replace("</b>", "").replace("<b class=t>", "");
            let plain = plain.replace("<b class=a>", "").replace("<b class=v>", "");
            assert_eq!(plain, escape(marked), "{at}");
        }
    }

    #[test]
    fn a_bar_says_what_it_shows() {
        let outcomes = [(Outcome::Understood, 3), (Outcome::Refused, 1)].into();
        let bar = bar(&outcomes);
        assert!(
            bar.contains("aria-label=\"3 understood, 1 refused\""),
            "{bar}"
        );
        assert!(
            bar.contains("class=\"understood\" style=\"flex-grow:3\""),
            "{bar}"
        );
        assert!(super::bar(&BTreeMap::new()).contains("no elements"));
    }
}
