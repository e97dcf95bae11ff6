//! vCard-based avatars, whose hash is advertised in presence.
//!
//! [XEP-0153, vCard-Based Avatars](https://xmpp.org/extensions/xep-0153.html)

use xmpp_xml::{Extra, Hex, Xml};

use crate::avatar;
use crate::vcard_temp::{self, VCard};

/// The namespace.
pub const NS: &str = "vcard-temp:x:update";

/// The avatar of the sender of the presence.
///
/// A missing `photo` differs from an empty one, so there is no `new`: [`state`](Self::state) interprets them.
///
/// [XEP-0153 §4.1](https://xmpp.org/extensions/xep-0153.html#bizrules-presence)
#[doc(alias("XEP-0153", "XEP0153", "0153"))]
#[doc(alias("vcard-temp:x:update", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Update {
    /// The SHA-1 hash of the image. `None` means that the client is not ready to advertise one; empty means no
    /// avatar.
    #[xml(child_text)]
    pub photo: Option<Hex>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The meaning of an [`Update`].
///
/// [XEP-0153 §4.1](https://xmpp.org/extensions/xep-0153.html#bizrules-presence)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "XEP-0153 has these three")]
pub enum State<'u> {
    /// The client supports vCard-based avatars, but does not know the current one yet: keep the previous avatar.
    NotReady,
    /// There is no avatar.
    NoAvatar,
    /// The avatar has this SHA-1 hash.
    Avatar(&'u Hex),
}

impl Update {
    /// The client is not ready to advertise an avatar.
    #[must_use]
    pub fn not_ready() -> Self {
        Self::default()
    }

    /// There is no avatar.
    #[must_use]
    pub fn no_avatar() -> Self {
        Self::of_hash(Hex::default())
    }

    /// The avatar is this image. If it is empty, there is none.
    #[must_use]
    pub fn of_image(image: &[u8]) -> Self {
        match image {
            [] => Self::no_avatar(),
            _ => Self::of_hash(avatar::hash(image)),
        }
    }

    /// The avatar in the user's own vCard: the first photo that contains an image. If a photo could not be read, this is
    /// [`not_ready`](Self::not_ready).
    ///
    /// [XEP-0153 §4.4](https://xmpp.org/extensions/xep-0153.html#bizrules-reset)
    #[must_use]
    pub fn of_vcard(card: &VCard) -> Self {
        let image = card
            .photos
            .iter()
            .filter_map(|photo| photo.content.as_ref())
            .find(|content| !content.0.is_empty());
        let has = |extra: &Extra, name| extra.children().any(|c| c.is(vcard_temp::NS, name));
        match image {
            Some(image) => Self::of_image(&image.0),
            None if has(&card.extra, "PHOTO")
                || card.photos.iter().any(|p| has(&p.extra, "BINVAL")) =>
            {
                Self::not_ready()
            }
            None => Self::no_avatar(),
        }
    }

    /// The avatar with this hash.
    #[must_use]
    pub fn of_hash(hash: Hex) -> Self {
        Self {
            photo: Some(hash),
            extra: Extra::new(),
        }
    }

    /// The meaning of the update.
    #[must_use]
    pub fn state(&self) -> State<'_> {
        match &self.photo {
            None => State::NotReady,
            Some(hash) if hash.0.is_empty() => State::NoAvatar,
            Some(hash) => State::Avatar(hash),
        }
    }

    /// Whether an image, such as that in a vCard, is the advertised one.
    #[must_use]
    pub fn advertises(&self, image: &[u8]) -> bool {
        self.state() == State::Avatar(&avatar::hash(image))
    }
}
