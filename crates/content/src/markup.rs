//! Which parts of a body are emphasized, quoted, code or a list: the markup apart from the text.
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

/// The markup of a body, one for each language that has some.
///
/// [XEP-0394 §4](https://xmpp.org/extensions/xep-0394.html#usecases)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "markup")]
#[xml(new = "This markup.", parameters = [pieces], with)]
#[non_exhaustive]
pub struct Markup {
    /// The language of the body that it is for. `None` for that without one.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What is marked. Pieces may be within each other, and should not overlap.
    #[xml(child)]
    pub pieces: Vec<Piece>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A part of a body, and what it is.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Piece {
    /// Text within a line.
    Span(Span),
    /// A block of code.
    CodeBlock(CodeBlock),
    /// A list.
    List(List),
    /// A quotation.
    Quote(Quote),
    /// Another, to be passed over.
    Other(RawElement),
}

/// Text within a line: emphasized, code or deleted.
///
/// [XEP-0394 §4.1](https://xmpp.org/extensions/xep-0394.html#usecases-inline)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "span")]
#[xml(
    new = "From the first position to before the second, in code points, and nothing special yet.",
    with
)]
#[non_exhaustive]
pub struct Span {
    /// Where it begins, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// Where it ends: the position behind its last code point.
    #[xml(attribute)]
    pub end: u32,
    /// Whether it is emphasized, such as by italics.
    #[xml(flag = "emphasis")]
    pub is_emphasis: bool,
    /// Whether it is strongly emphasized, such as by bold type.
    #[xml(flag = "strong")]
    pub is_strong: bool,
    /// Whether it is code.
    #[xml(flag = "code")]
    pub is_code: bool,
    /// Whether it has been deleted, and is shown struck through.
    #[xml(flag = "deleted")]
    pub is_deleted: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A block of code.
///
/// [XEP-0394 §4.2](https://xmpp.org/extensions/xep-0394.html#usecases-code)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bcode")]
#[xml(
    new = "From the first position to before the second, in code points.",
    with
)]
#[non_exhaustive]
pub struct CodeBlock {
    /// Where it begins, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// Where it ends: the position behind its last code point.
    #[xml(attribute)]
    pub end: u32,
    /// The language of the code, by a name that nobody has fixed. `None` where it is not said.
    #[xml(attribute)]
    pub language: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A list. The text of its items is the body's, with the bullets or numbers that stand there.
///
/// [XEP-0394 §4.3](https://xmpp.org/extensions/xep-0394.html#usecases-itemized)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "list")]
#[xml(new = "From the first position to before the second, in code points, with items that begin there.", parameters = [start, end, items], with)]
#[non_exhaustive]
pub struct List {
    /// Where it begins, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// Where it ends: the position behind its last code point.
    #[xml(attribute)]
    pub end: u32,
    /// Whether the items have an order, as by numbers.
    #[xml(attribute, default)]
    pub ordered: bool,
    /// The items. The first begins where the list does.
    #[xml(child)]
    pub items: Vec<ListItem>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An item of a list, which ends where the next begins, or the list ends.
///
/// [XEP-0394 §4.3](https://xmpp.org/extensions/xep-0394.html#usecases-itemized)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "li")]
#[xml(new = "An item that begins here, in code points.")]
#[non_exhaustive]
pub struct ListItem {
    /// Where it begins, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A quotation, which may be within another.
///
/// [XEP-0394 §4.4](https://xmpp.org/extensions/xep-0394.html#usecases-blockquote)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bquote")]
#[xml(new = "From the first position to before the second, in code points.")]
#[non_exhaustive]
pub struct Quote {
    /// Where it begins, in code points from 0.
    #[xml(attribute)]
    pub start: u32,
    /// Where it ends: the position behind its last code point.
    #[xml(attribute)]
    pub end: u32,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

macro_rules! part_of {
    ($($name:ident),*) => {
        $(
            impl $name {
                /// The part of the body that is meant. `None` where it is not within the body.
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
    /// The parts of the body that the items are. `None` where an item or the list is not within the body, where the
    /// items are not in their order, and where the first does not begin with the list.
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
