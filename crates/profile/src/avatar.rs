//! Avatars that are published through personal eventing: the image at one node, what it is like at another.
//!
//! An image has three claims: its hash, its size and its type. [`Info::describes`] compares the first two with what has
//! arrived. Notifications are read by [`PersonalEvent::all_of`](crate::PersonalEvent::all_of), which looks at their sender.
//!
//! [XEP-0084, User Avatar](https://xmpp.org/extensions/xep-0084.html)

use alloc::string::String;
use alloc::vec::Vec;

use sha1::{Digest as _, Sha1};
use xmpp_xml::{Base64, Extra, Hex, RawElement, Value as _, Xml};

/// The namespace of images, and the node that they are published at.
pub const DATA: &str = "urn:xmpp:avatar:data";

/// The namespace of what images are like, and the node that it is published at.
pub const METADATA: &str = "urn:xmpp:avatar:metadata";

/// The media type that every avatar is published in at [`DATA`].
pub const PNG: &str = "image/png";

/// The SHA-1 hash of an image: of its bytes, not of their base64.
///
/// Its text is the identifier of the items at both nodes, and what presence advertises
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = DATA, name = "data")]
#[xml(new = "This image.")]
#[non_exhaustive]
pub struct Data {
    /// The bytes of the image. [`Info::describes`] compares them with what was announced.
    #[xml(text)]
    pub content: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The avatar of an account: one image, in each format that it can be had in.
///
/// [XEP-0084 §4.2](https://xmpp.org/extensions/xep-0084.html#proto-meta)
#[doc(alias("XEP-0084", "XEP0084", "0084"))]
#[doc(alias("urn:xmpp:avatar:metadata"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = METADATA, name = "metadata")]
#[non_exhaustive]
pub struct Metadata {
    /// The formats, one of which must be [`PNG`] at the node [`DATA`]. Empty where there is no avatar: see
    /// [`is_disabled`](Self::is_disabled).
    #[xml(child)]
    pub infos: Vec<Info>,
    /// Where else the image can be had, for programs that know the service.
    #[xml(child)]
    pub pointers: Vec<Pointer>,
    /// There is no avatar, as older programs say it.
    #[xml(flag)]
    pub stop: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Metadata {
    /// The avatar in these formats. Without any, it is the same as [`disabled`](Self::disabled).
    #[must_use]
    pub fn of(infos: impl IntoIterator<Item = Info>) -> Self {
        Self {
            infos: infos.into_iter().collect(),
            ..Self::default()
        }
    }

    /// There is no avatar any more.
    ///
    /// [XEP-0084 §3.5](https://xmpp.org/extensions/xep-0084.html#pub-disable)
    #[must_use]
    pub fn disabled() -> Self {
        Self::default()
    }

    /// The same with this pointer after those that are there.
    #[must_use]
    pub fn with_pointer(mut self, pointer: Pointer) -> Self {
        self.pointers.push(pointer);
        self
    }

    /// Whether there is no avatar. It is not so where there is any child element that is not understood: that one may well
    /// describe an image, so what was shown before may stay.
    #[must_use]
    pub fn is_disabled(&self) -> bool {
        self.stop
            || (self.infos.is_empty()
                && self.pointers.is_empty()
                && self.extra.children().next().is_none())
    }

    /// The format whose image is the item `id` at the node [`DATA`]. `None` where all are elsewhere.
    #[must_use]
    pub fn published(&self) -> Option<&Info> {
        self.infos.iter().find(|info| info.url.is_none())
    }
}

/// One format of an avatar, and where to get it.
///
/// All of it is what the publisher says. An image that comes from a [`url`](Self::url) comes from somebody else, who learns
/// who asks for it.
///
/// [XEP-0084 §4.2.1](https://xmpp.org/extensions/xep-0084.html#proto-info)
#[doc(alias("XEP-0084", "XEP0084", "0084"))]
#[doc(alias("urn:xmpp:avatar:metadata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = METADATA, name = "info")]
#[xml(
    new = "An image of so many bytes, with this hash, of this media type.",
    parameters = [bytes, id, kind],
    with
)]
#[non_exhaustive]
pub struct Info {
    /// The size of the image in bytes.
    #[xml(attribute)]
    pub bytes: u32,
    /// The height in pixels. `None` means it is not known.
    #[xml(attribute)]
    pub height: Option<u16>,
    /// The SHA-1 hash of the image in hexadecimal digits. Without a [`url`](Self::url), also the item at [`DATA`] that has
    /// the image.
    #[xml(attribute)]
    pub id: String,
    /// The media type: of images, or of videos.
    #[xml(attribute = "type")]
    pub kind: String,
    /// Where the image can be had by HTTP. `None` means it is at the node [`DATA`] of the same account.
    #[xml(attribute)]
    pub url: Option<String>,
    /// The width in pixels. `None` means it is not known.
    #[xml(attribute)]
    pub width: Option<u16>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Info {
    /// This image, which is a PNG, at the node [`DATA`]: its hash and its size are taken from the bytes. `None` where it has
    /// 4 GiB or more.
    #[must_use]
    pub fn of_png(image: &[u8]) -> Option<Self> {
        let bytes = u32::try_from(image.len()).ok()?;
        Some(Self::new(bytes, hash(image).to_text(), PNG))
    }

    /// Whether an image is the one that was announced: it has this size and this hash. The digits of the hash may be of
    /// either case.
    ///
    /// [XEP-0084 §4.2.1](https://xmpp.org/extensions/xep-0084.html#proto-info)
    #[must_use]
    pub fn describes(&self, image: &[u8]) -> bool {
        u32::try_from(image.len()) == Ok(self.bytes)
            && Hex::parse(&self.id).is_ok_and(|id| id == hash(image))
    }
}

/// Where an avatar can be had from a service that only some programs know.
///
/// [XEP-0084 §4.2.2](https://xmpp.org/extensions/xep-0084.html#proto-pointer)
#[doc(alias("XEP-0084", "XEP0084", "0084"))]
#[doc(alias("urn:xmpp:avatar:metadata"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = METADATA, name = "pointer")]
#[xml(new = "At this place.", parameters = [places], with)]
#[non_exhaustive]
pub struct Pointer {
    /// The size of the image in bytes. `None` means it is not known.
    #[xml(attribute)]
    pub bytes: Option<u32>,
    /// The height in pixels. `None` means it is not known.
    #[xml(attribute)]
    pub height: Option<u16>,
    /// The SHA-1 hash of the image in hexadecimal digits. `None` means it is not known.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The media type. `None` means it is not known.
    #[xml(attribute = "type")]
    pub kind: Option<String>,
    /// The width in pixels. `None` means it is not known.
    #[xml(attribute)]
    pub width: Option<u16>,
    /// What the service has of its own: one element.
    #[xml(child)]
    pub places: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
