//! Parts of the body or subject that are a fallback for clients without support for some protocol.
//!
//! ```
//! use xmpp_chat::fallback::{Fallback, Part, visible};
//! use xmpp_chat::reply;
//!
//! let fallback: Fallback = xmpp_xml::from_str(
//!     "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body start='0' end='8'/></fallback>",
//! )?;
//! let body = "> 🫖 tea?\nPlease";
//! let understands = |protocol: &str| protocol == reply::NS;
//! assert_eq!(visible(body, Part::Body, &[fallback], understands), "\nPlease");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0428, Fallback Indication](https://xmpp.org/extensions/xep-0428.html)

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use xmpp_vocabulary::characters;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:fallback:0";

/// The namespace of an early draft, which some clients still use with [replies](crate::reply).
pub const NS_LEGACY: &str = "urn:xmpp:feature-fallback:0";

/// Marks parts of the body and subject as a fallback: a client that supports the protocol in question need not show
/// them.
///
/// Without any region, the fallback is all of the body and subject: see [`is_all`](Self::is_all). Therefore an invalid
/// region is always an error.
///
/// [XEP-0428 §2](https://xmpp.org/extensions/xep-0428.html#overview)
#[doc(alias("XEP-0428", "XEP0428", "0428"))]
#[doc(alias("urn:xmpp:fallback:0", "urn:xmpp:feature-fallback:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "fallback", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A fallback that is the whole message, for an unspecified protocol.",
    with
)]
#[non_exhaustive]
pub struct Fallback {
    /// The namespace: that of the specification or of its draft.
    #[xml(namespace, default)]
    pub namespace: FallbackNamespace,
    /// The protocol that the fallback is for, usually by its namespace. `None` if not specified, as before 2022.
    #[xml(attribute = "for")]
    pub protocol: Option<String>,
    /// The parts that are a fallback.
    #[xml(child, strict)]
    pub regions: Vec<Region>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The namespace of a [`Fallback`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "another namespace would be another element"
)]
pub enum FallbackNamespace {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:fallback:0")]
    Current,
    /// [`NS_LEGACY`]
    #[xml(token = "urn:xmpp:feature-fallback:0")]
    Legacy,
}

/// A range of the body or of the subject.
///
/// [XEP-0428 §2](https://xmpp.org/extensions/xep-0428.html#overview)
#[doc(alias("XEP-0428", "XEP0428", "0428"))]
#[doc(alias("urn:xmpp:fallback:0", "urn:xmpp:feature-fallback:0", "body"))]
#[doc(alias("subject"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_LEGACY], derive(Debug, PartialEq, Eq))]
#[xml(new = "The whole text.", with)]
#[non_exhaustive]
pub struct Region {
    /// Which text it is a range of: the name of the element.
    #[xml(name)]
    pub part: Part,
    /// The first position, in code points from 0. `None` means the beginning of the text.
    #[xml(attribute, strict)]
    pub start: Option<u32>,
    /// The end: the position after the last code point. `None` means the end of the text.
    #[xml(attribute, strict)]
    pub end: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A text of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the specification has these two, and takes all else for something unknown"
)]
pub enum Part {
    /// `body`
    Body,
    /// `subject`
    Subject,
}

impl Fallback {
    /// A fallback for this protocol, so far the whole message.
    #[must_use]
    pub fn of(protocol: &str) -> Self {
        Self::new().with_protocol(protocol)
    }

    /// A fallback for this protocol at the beginning of the body, such as a quotation before a reply: `prefix` is that
    /// beginning. `None` if it has more than 2³² code points.
    ///
    /// ```
    /// use xmpp_chat::fallback::{Fallback, Part, visible};
    /// use xmpp_chat::reply;
    ///
    /// let quotation = "> 🫖 tea?\n";
    /// let body = format!("{quotation}Please");
    /// let fallback = Fallback::of_prefix(reply::NS, quotation).expect("it is short");
    /// assert_eq!(visible(&body, Part::Body, [&fallback], |protocol| protocol == reply::NS), "Please");
    /// ```
    #[must_use]
    pub fn of_prefix(protocol: &str, prefix: &str) -> Option<Self> {
        let end = u32::try_from(characters::count(prefix)).ok()?;
        let region = Region::new(Part::Body).with_start(0).with_end(end);
        Some(Self::of(protocol).with_regions([region]))
    }

    /// Whether the whole body and subject are a fallback: there is no region, and no child that was not understood.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.regions.is_empty() && self.extra.children().next().is_none()
    }

    /// The ranges of `text`, the body or subject of the message, in code points. `None` if a region is out of range.
    #[must_use]
    pub fn ranges(&self, text: &str, part: Part) -> Option<Vec<Range<u32>>> {
        let end = u32::try_from(characters::count(text)).ok()?;
        self.ranges_up_to(end, part)
    }

    /// The same, of a text of this length.
    fn ranges_up_to(&self, end: u32, part: Part) -> Option<Vec<Range<u32>>> {
        if self.is_all() {
            return Some(core::iter::once(0..end).collect());
        }
        let regions = self.regions.iter().filter(|region| region.part == part);
        regions
            .map(|region| {
                let range = region.start.unwrap_or(0)..region.end.unwrap_or(end);
                (range.start <= range.end && range.end <= end).then_some(range)
            })
            .collect()
    }
}

/// The text to show of the body or subject of a message: without the fallbacks for protocols that the client supports,
/// which `understands` decides.
///
/// Fallbacks for an unspecified protocol and those with a region out of range are shown. The time grows with the length
/// of the text plus the number of regions.
///
/// [XEP-0428 §2](https://xmpp.org/extensions/xep-0428.html#overview)
#[must_use]
pub fn visible<'t, 'f>(
    text: &'t str,
    part: Part,
    fallbacks: impl IntoIterator<Item = &'f Fallback>,
    understands: impl Fn(&str) -> bool,
) -> Cow<'t, str> {
    let Ok(end) = u32::try_from(characters::count(text)) else {
        return Cow::Borrowed(text);
    };
    let understood = fallbacks
        .into_iter()
        .filter(|fallback| fallback.protocol.as_deref().is_some_and(&understands));
    let ranges: Vec<_> = understood
        .filter_map(|fallback| fallback.ranges_up_to(end, part))
        .flatten()
        .collect();
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    characters::without(text, ranges).map_or(Cow::Borrowed(text), Cow::Owned)
}
