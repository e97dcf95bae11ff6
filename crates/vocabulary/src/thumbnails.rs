//! Thumbnails of files, calls and the like.
//!
//! [XEP-0264, Jingle Content Thumbnails](https://xmpp.org/extensions/xep-0264.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

use crate::bits_of_binary::ContentId;

/// The namespace.
pub const NS: &str = "urn:xmpp:thumbs:1";

/// A thumbnail, at one location and in one size. Several of the same object differ in these.
///
/// [XEP-0264 §4](https://xmpp.org/extensions/xep-0264.html#thumbnail_element)
#[doc(alias("XEP-0264", "XEP0264", "0264"))]
#[doc(alias("urn:xmpp:thumbs:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "thumbnail", derive(Debug, PartialEq, Eq))]
#[xml(new = "The thumbnail at the URI `uri`.", with)]
#[non_exhaustive]
pub struct Thumbnail {
    /// The display height in pixels, as claimed by the sender. `None` if not specified. The image itself may have another:
    /// see [`size_within`](Self::size_within).
    #[xml(attribute)]
    pub height: Option<u16>,
    /// The media type, with its parameters (RFC 2045). `None` if not specified.
    #[xml(attribute = "media-type")]
    pub media_type: Option<String>,
    /// The URI of the image, usually with the scheme `cid:` (see [`content_id`](Self::content_id)), `https:` or `http:`.
    /// Fetching one of the latter two reveals the recipient's address to a server of the sender's choice.
    #[xml(attribute)]
    pub uri: String,
    /// The display width in pixels; see [`height`](Self::height).
    #[xml(attribute)]
    pub width: Option<u16>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Thumbnail {
    /// The identifier for requesting the image as [Bits of Binary](crate::bits_of_binary). `None` for a URI with
    /// another scheme than `cid:`.
    ///
    /// ```
    /// use xmpp_vocabulary::thumbnails::Thumbnail;
    ///
    /// let thumbnail = Thumbnail::new("cid:sha1+0a2f@bob.xmpp.org");
    /// assert_eq!(thumbnail.content_id().unwrap().as_str(), "sha1+0a2f@bob.xmpp.org");
    /// assert_eq!(Thumbnail::new("https://mill.example/t.png").content_id(), None);
    /// ```
    #[must_use]
    pub fn content_id(&self) -> Option<ContentId> {
        let (scheme, id) = self.uri.trim_ascii().split_once(':')?;
        scheme
            .eq_ignore_ascii_case("cid")
            .then(|| ContentId::new(id))
    }

    /// Width and height in pixels of the area to reserve for the image: the claimed size, scaled down to at most
    /// `width` by `height`. `None` unless both are specified and neither is 0.
    ///
    /// Allocate memory for the image according to its actual size.
    ///
    /// ```
    /// use xmpp_vocabulary::thumbnails::Thumbnail;
    ///
    /// let huge = Thumbnail::new("cid:a@b").with_width(60_000).with_height(30_000);
    /// assert_eq!(huge.size_within(128, 128), Some((128, 64)));
    /// ```
    ///
    /// [XEP-0264 §5](https://xmpp.org/extensions/xep-0264.html#security)
    #[must_use]
    pub fn size_within(&self, width: u16, height: u16) -> Option<(u16, u16)> {
        let (own_width, own_height) = (self.width?, self.height?);
        if own_width == 0 || own_height == 0 {
            return None;
        }
        if own_width <= width && own_height <= height {
            return Some((own_width, own_height));
        }
        let [w, h] = [own_width, own_height].map(u64::from);
        let [max_w, max_h] = [width, height].map(u64::from);
        // The narrower of the two bounds decides; a picture keeps one pixel at least.
        let (w, h) = if w * max_h >= h * max_w {
            (max_w, (h * max_w / w).max(1))
        } else {
            ((w * max_h / h).max(1), max_h)
        };
        let within = |n: u64, max: u16| u16::try_from(n).map_or(max, |n| n.min(max));
        Some((within(w, width), within(h, height)))
    }
}
