//! Which parts of a message are there only for those who do not understand the rest of it.
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

/// The namespace that some clients wrote beside a [reply](crate::reply), and a few still write.
pub const NS_LEGACY: &str = "urn:xmpp:feature-fallback:0";

/// Parts of a message can be left out by who understands some other specification.
///
/// Where nothing is said of which parts, it is all of the body and the subject: see [`is_all`](Self::is_all). Therefore a
/// region that is invalid makes it an error.
///
/// [XEP-0428 §2](https://xmpp.org/extensions/xep-0428.html#overview)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "fallback")]
#[xml(with)]
#[non_exhaustive]
pub struct Fallback {
    /// The namespace: that of the specification, or the one beside it.
    #[xml(namespace)]
    pub namespace: FallbackNamespace,
    /// What has to be understood to leave the parts out: mostly the namespace of a specification. `None` where it is not
    /// said, as before 2022.
    #[xml(attribute = "for")]
    pub protocol: Option<String>,
    /// Which parts.
    #[xml(child, strict)]
    pub regions: Vec<Region>,
    /// What this type does not name, in place.
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

/// A part of the body or of the subject.
///
/// [XEP-0428 §2](https://xmpp.org/extensions/xep-0428.html#overview)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_LEGACY])]
#[xml(new = "All of it.", with)]
#[non_exhaustive]
pub struct Region {
    /// Of what it is a part: the name of the element.
    #[xml(name)]
    pub part: Part,
    /// Where it begins, in code points from 0. `None` for the beginning of the text.
    #[xml(attribute, strict)]
    pub start: Option<u32>,
    /// Where it ends: the position behind its last code point. `None` for the end of the text.
    #[xml(attribute, strict)]
    pub end: Option<u32>,
    /// What this type does not name, in place.
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
    /// For everything in the message, without saying what it stands for.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// For all of the message, where this protocol is understood.
    #[must_use]
    pub fn of(protocol: &str) -> Self {
        Self::new().with_protocol(protocol)
    }

    /// Whether all of the body and the subject is meant: nothing is said of parts. `false` as soon as there is something
    /// here that was not understood.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.regions.is_empty() && self.extra.children().next().is_none()
    }

    /// The parts of `text`, which is the body or the subject of the message, in code points. Empty where it has none.
    /// `None` where a region is not within the text.
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

/// What there is to show of `text`, the body or the subject of a message: all but what is a fallback for a protocol that
/// is understood.
///
/// A fallback that says of nothing what it stands for is shown, and so is one with a region that is not within the text:
/// rather too much than too little. The time that it takes grows with the text and with the number of regions, not with
/// their product.
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
