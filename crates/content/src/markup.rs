//! Markup of the body, separate from its text: emphasis, code, lists and quotes.
//!
//! ```
//! use xmpp_content::markup::{Markup, Span};
//!
//! let body = "🫖 is there really no tea?";
//! let markup = Markup::new([Span::new(11, 17).with_emphasis(true).into()]);
//! let xml = xmpp_xml::to_string(&markup)?;
//! assert_eq!(
//!     xml,
//!     "<markup xmlns='urn:xmpp:markup:0'><span start='11' end='17'><emphasis/></span></markup>"
//! );
//! assert_eq!(Span::new(11, 17).part_of(body), Some("really"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0394, Message Markup](https://xmpp.org/extensions/xep-0394.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_vocabulary::characters;
use xmpp_xml::{Extra, LanguageTag, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:markup:0";

/// The markup of a body. There may be one for each language.
///
/// [XEP-0394 §4](https://xmpp.org/extensions/xep-0394.html#usecases)
#[doc(alias("XEP-0394", "XEP0394", "0394"))]
#[doc(alias("urn:xmpp:markup:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "markup", derive(Debug, PartialEq, Eq))]
#[xml(new = "Markup of these pieces.", parameters = [pieces], with)]
#[non_exhaustive]
pub struct Markup {
    /// The language of the body that it applies to. `None` means the body without a language.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The spans and blocks. They may be nested, but should not overlap.
    #[xml(child)]
    pub pieces: Vec<Piece>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A span or block of the body.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Piece {
    /// Inline markup.
    Span(Span),
    /// A code block.
    CodeBlock(CodeBlock),
    /// A list.
    List(List),
    /// A block quote.
    Quote(Quote),
    /// An unknown element, to be ignored.
    Other(RawElement),
}

/// Inline markup: emphasis, code or deletion.
///
/// [XEP-0394 §4.1](https://xmpp.org/extensions/xep-0394.html#usecases-inline)
#[doc(alias("XEP-0394", "XEP0394", "0394"))]
#[doc(alias("urn:xmpp:markup:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "span", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A span over this range of code points, so far without any effect.",
    with
)]
#[non_exhaustive]
pub struct Span {
    /// The start, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// The end: the position after the last code point.
    #[xml(attribute)]
    pub end: u32,
    /// Whether it is emphasized, usually by italics.
    #[xml(flag = "emphasis")]
    pub is_emphasis: bool,
    /// Whether it is strongly emphasized, usually by bold type.
    #[xml(flag = "strong")]
    pub is_strong: bool,
    /// Whether it is code.
    #[xml(flag = "code")]
    pub is_code: bool,
    /// Whether it is deleted, usually shown struck through.
    #[xml(flag = "deleted")]
    pub is_deleted: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A code block.
///
/// [XEP-0394 §4.2](https://xmpp.org/extensions/xep-0394.html#usecases-code)
#[doc(alias("XEP-0394", "XEP0394", "0394"))]
#[doc(alias("urn:xmpp:markup:0", "bcode"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "bcode", derive(Debug, PartialEq, Eq))]
#[xml(new = "A code block over this range of code points.", with)]
#[non_exhaustive]
pub struct CodeBlock {
    /// The start, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// The end: the position after the last code point.
    #[xml(attribute)]
    pub end: u32,
    /// The programming language; names are not standardized. `None` if not specified.
    #[xml(attribute)]
    pub language: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A list. Bullets or numbers in the body are part of its text.
///
/// [XEP-0394 §4.3](https://xmpp.org/extensions/xep-0394.html#usecases-itemized)
#[doc(alias("XEP-0394", "XEP0394", "0394"))]
#[doc(alias("urn:xmpp:markup:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "list", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these items, over this range of code points.", parameters = [start, end, items], with)]
#[non_exhaustive]
pub struct List {
    /// The start, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// The end: the position after the last code point.
    #[xml(attribute)]
    pub end: u32,
    /// Whether the list is ordered, such as numbered.
    #[xml(attribute, default)]
    pub ordered: bool,
    /// The items. The first must start where the list does.
    #[xml(child)]
    pub items: Vec<ListItem>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A list item, which ends at the start of the next or at the end of the list.
///
/// [XEP-0394 §4.3](https://xmpp.org/extensions/xep-0394.html#usecases-itemized)
#[doc(alias("XEP-0394", "XEP0394", "0394"))]
#[doc(alias("urn:xmpp:markup:0", "li"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "li", derive(Debug, PartialEq, Eq))]
#[xml(new = "An item that starts at this code point.")]
#[non_exhaustive]
pub struct ListItem {
    /// The start, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A block quote, which may be nested in another.
///
/// [XEP-0394 §4.4](https://xmpp.org/extensions/xep-0394.html#usecases-blockquote)
#[doc(alias("XEP-0394", "XEP0394", "0394"))]
#[doc(alias("urn:xmpp:markup:0", "bquote"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "bquote", derive(Debug, PartialEq, Eq))]
#[xml(new = "A quote over this range of code points.")]
#[non_exhaustive]
pub struct Quote {
    /// The start, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// The end: the position after the last code point.
    #[xml(attribute)]
    pub end: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

macro_rules! part_of {
    ($($name:ident),*) => {
        $(
            impl $name {
                /// The part of the body that it applies to. `None` if it is out of range.
                #[must_use]
                pub fn part_of<'b>(&self, body: &'b str) -> Option<&'b str> {
                    characters::slice(body, self.start..self.end)
                }
            }
        )*
    };
}

part_of!(Span, CodeBlock, List, Quote);

impl List {
    /// The texts of the items. `None` if the list or an item is out of range, if the items are not in ascending order,
    /// or if the first does not start where the list does.
    #[must_use]
    pub fn items_of<'b>(&self, body: &'b str) -> Option<Vec<&'b str>> {
        let list = self.part_of(body)?;
        let mut parts = Vec::with_capacity(self.items.len());
        let mut starts = self.items.iter().map(|item| item.start);
        let Some(first) = starts.next() else {
            return Some(parts);
        };
        if first != self.start {
            return None;
        }
        let (mut rest, mut at) = (list, first);
        for start in starts {
            let end = characters::offset(rest, start.checked_sub(at)?)?;
            let (item, behind) = rest.split_at_checked(end)?;
            parts.push(item);
            (rest, at) = (behind, start);
        }
        parts.push(rest);
        Some(parts)
    }
}
