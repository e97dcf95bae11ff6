//! Avatars published through personal eventing: the image at one node, its metadata at another.
//!
//! The metadata claims hash, size and media type of an image. [`Info::describes`] compares the first two with the actual
//! image. Read notifications with [`PersonalEvent::all_of`](crate::PersonalEvent::all_of), which checks their sender.
//!
//! [XEP-0084, User Avatar](https://xmpp.org/extensions/xep-0084.html)

use alloc::string::String;
use alloc::vec::Vec;

use sha1::{Digest as _, Sha1};
use xmpp_xml::{Base64, Extra, Hex, RawElement, Value as _, Xml};

/// The namespace of images, and the node with the image.
pub const DATA: &str = "urn:xmpp:avatar:data";

/// The namespace of metadata, and the node with the metadata.
pub const METADATA: &str = "urn:xmpp:avatar:metadata";

/// The media type in which every avatar must be published at [`DATA`].
pub const PNG: &str = "image/png";

/// The SHA-1 hash of an image: of its bytes, not of the base64.
///
/// As text, it is the identifier of the items at both nodes, and what presence advertises
/// ([`vcard_avatar::Update`](crate::vcard_avatar::Update)).
///
/// ```
/// use xmpp_profile::avatar;
///
/// assert_eq!(avatar::hash(b"abc").to_string(), "a9993e364706816aba3e25717850c26c9cd0d89d");
/// ```
///
/// [XEP-0084 §3.1](https://xmpp.org/extensions/xep-0084.html#process-pubdata),
/// [XEP-0153 §3.1](https://xmpp.org/extensions/xep-0153.html#publish)
#[must_use]
pub fn hash(image: &[u8]) -> Hex {
    Hex(Sha1::digest(image).to_vec())
}

/// An image, in the format `image/png`.
///
/// [XEP-0084 §4.1](https://xmpp.org/extensions/xep-0084.html#proto-data)
#[doc(alias("XEP-0084", "XEP0084", "0084"))]
#[doc(alias("urn:xmpp:avatar:data"))]
#[derive(Clone, Xml)]
#[xml(namespace = DATA, name = "data", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this image.")]
#[non_exhaustive]
pub struct Data {
    /// The bytes of the image. [`Info::describes`] compares them with the metadata.
    #[xml(text)]
    pub content: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The metadata of an account's avatar: one image, in one or more formats.
///
/// [XEP-0084 §4.2](https://xmpp.org/extensions/xep-0084.html#proto-meta)
#[doc(alias("XEP-0084", "XEP0084", "0084"))]
#[doc(alias("urn:xmpp:avatar:metadata"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = METADATA, name = "metadata", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Metadata {
    /// The formats, one of which must be [`PNG`] at the node [`DATA`]. Empty if there is no avatar: see
    /// [`is_disabled`](Self::is_disabled).
    #[xml(child)]
    pub infos: Vec<Info>,
    /// Third-party locations of the image, for clients that support the service.
    #[xml(child)]
    pub pointers: Vec<Pointer>,
    /// Marks that there is no avatar, in the format of older clients.
    #[xml(flag)]
    pub stop: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Metadata {
    /// The avatar in these formats. If empty, the same as [`disabled`](Self::disabled).
    #[must_use]
    pub fn of(infos: impl IntoIterator<Item = Info>) -> Self {
        Self {
            infos: infos.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The user has no avatar.
    ///
    /// [XEP-0084 §3.5](https://xmpp.org/extensions/xep-0084.html#pub-disable)
    #[must_use]
    pub fn disabled() -> Self {
        Self::default()
    }

    /// The same metadata with one more pointer.
    #[must_use]
    pub fn with_pointer(mut self, pointer: Pointer) -> Self {
        self.pointers.push(pointer);
        self
    }

    /// Whether there is no avatar. `false` if there is any unknown child element, which might
    /// describe an image; then keep the previous avatar.
    #[must_use]
    pub fn is_disabled(&self) -> bool {
        self.stop
            || (self.infos.is_empty()
                && self.pointers.is_empty()
                && self.extra.children().next().is_none())
    }

    /// The format whose image is the item `id` at the node [`DATA`]. `None` if all are elsewhere.
    #[must_use]
    pub fn published(&self) -> Option<&Info> {
        self.infos.iter().find(|info| info.url.is_none())
    }
}

/// One format of an avatar, and where to get it.
///
/// All of it is claimed by the publisher. An image at a [`url`](Self::url) comes from a third party, which learns
/// who requests it.
///
/// [XEP-0084 §4.2.1](https://xmpp.org/extensions/xep-0084.html#proto-info)
#[doc(alias("XEP-0084", "XEP0084", "0084"))]
#[doc(alias("urn:xmpp:avatar:metadata"))]
#[derive(Clone, Xml)]
#[xml(namespace = METADATA, name = "info", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An image with this size in bytes, hash and media type.",
    parameters = [bytes, id, kind],
    with
)]
#[non_exhaustive]
pub struct Info {
    /// The size of the image in bytes.
    #[xml(attribute)]
    pub bytes: u32,
    /// The height in pixels. `None` if unknown.
    #[xml(attribute)]
    pub height: Option<u16>,
    /// The SHA-1 hash of the image in hexadecimal. Without a [`url`](Self::url), it is also the identifier of the item at [`DATA`]
    /// with the image.
    #[xml(attribute)]
    pub id: String,
    /// The media type, of an image or video.
    #[xml(attribute = "type")]
    pub kind: String,
    /// The URL of the image. `None` means that it is at the node [`DATA`] of the same account.
    #[xml(attribute)]
    pub url: Option<String>,
    /// The width in pixels. `None` if unknown.
    #[xml(attribute)]
    pub width: Option<u16>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Info {
    /// This image, which must be a PNG, at the node [`DATA`], with its hash and size. `None` if it has
    /// 4 GiB or more.
    #[must_use]
    pub fn of_png(image: &[u8]) -> Option<Self> {
        let bytes = u32::try_from(image.len()).ok()?;
        Some(Self::new(bytes, hash(image).to_text(), PNG))
    }

    /// Whether an image is the announced one: it has this size and this hash. The hash is compared
    /// case-insensitively.
    ///
    /// [XEP-0084 §4.2.1](https://xmpp.org/extensions/xep-0084.html#proto-info)
    #[must_use]
    pub fn describes(&self, image: &[u8]) -> bool {
        u32::try_from(image.len()) == Ok(self.bytes)
            && Hex::parse(&self.id).is_ok_and(|id| id == hash(image))
    }
}

/// A location of an avatar at a third-party service.
///
/// [XEP-0084 §4.2.2](https://xmpp.org/extensions/xep-0084.html#proto-pointer)
#[doc(alias("XEP-0084", "XEP0084", "0084"))]
#[doc(alias("urn:xmpp:avatar:metadata"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = METADATA, name = "pointer", derive(Debug, PartialEq, Eq))]
#[xml(new = "A pointer to this location.", parameters = [places], with)]
#[non_exhaustive]
pub struct Pointer {
    /// The size of the image in bytes. `None` if unknown.
    #[xml(attribute)]
    pub bytes: Option<u32>,
    /// The height in pixels. `None` if unknown.
    #[xml(attribute)]
    pub height: Option<u16>,
    /// The SHA-1 hash of the image in hexadecimal. `None` if unknown.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The media type. `None` if unknown.
    #[xml(attribute = "type")]
    pub kind: Option<String>,
    /// The width in pixels. `None` if unknown.
    #[xml(attribute)]
    pub width: Option<u16>,
    /// The element of the service.
    #[xml(child)]
    pub places: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
