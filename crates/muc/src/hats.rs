//! Custom roles that a room defines: a presenter, a teacher, a support agent.
//!
//! A room without support for hats may forward hats that its occupants forged, so [`Hats::of`] checks the features of the
//! room.
//!
//! ```
//! use xmpp_core_stanzas::Presence;
//! use xmpp_jid::{BareJid, Jid};
//! use xmpp_muc::hats::{self, Hats};
//!
//! let room = "meeting@rooms.example".parse()?;
//! let presence: Presence = xmpp_xml::from_str(
//!     "<presence xmlns='jabber:client' from='meeting@rooms.example/Harry'><hats xmlns='urn:xmpp:hats:0'>\
//!      <hat title='Host' uri='http://schemas.example/hats#host' hue='327.25'/></hats></presence>",
//! )?;
//! let hats = Hats::of(&presence, &room, [hats::NS]).expect("the room says so");
//! assert_eq!(hats.hats[0].title.as_deref(), Some("Host"));
//! assert_eq!(hats.hats[0].hue_angle(), Some(327.25));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0317, Hats](https://xmpp.org/extensions/xep-0317.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Presence;
use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Extra, LanguageTag, RawElement, Xml};

use crate::vouched;

/// The namespace, which is also the feature of rooms that support this.
pub const NS: &str = "urn:xmpp:hats:0";

/// The namespace, and the feature, of the earlier protocol of Prosody.
pub const NS_PROSODY: &str = "xmpp:prosody.im/protocol/hats:1";

/// The node of the command that creates a hat or changes an existing one.
///
/// [XEP-0317 §3.2](https://xmpp.org/extensions/xep-0317.html#create)
pub const CREATE: &str = "urn:xmpp:hats:commands:create";
/// The node of the command that destroys a hat and removes it from all users.
///
/// [XEP-0317 §3.3](https://xmpp.org/extensions/xep-0317.html#destroy)
pub const DESTROY: &str = "urn:xmpp:hats:commands:destroy";
/// The node of the command that lists the existing hats.
///
/// [XEP-0317 §3.4](https://xmpp.org/extensions/xep-0317.html)
pub const LIST: &str = "urn:xmpp:hats:commands:list";
/// The node of the command that assigns a hat to a user.
///
/// [XEP-0317 §3.5](https://xmpp.org/extensions/xep-0317.html#add)
pub const ASSIGN: &str = "urn:xmpp:hats:commands:assign";
/// The node of the command that removes a hat from a user.
///
/// [XEP-0317 §3.6](https://xmpp.org/extensions/xep-0317.html#remove)
pub const UNASSIGN: &str = "urn:xmpp:hats:commands:unassign";
/// The node of the command that lists the assigned hats.
///
/// [XEP-0317 §3.7](https://xmpp.org/extensions/xep-0317.html)
pub const LIST_ASSIGNED: &str = "urn:xmpp:hats:commands:list-assigned";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0317](https://xmpp.org/extensions/xep-0317.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// `urn:xmpp:hats:0`, the current one.
    #[default]
    #[xml(token = "urn:xmpp:hats:0")]
    V0,
    /// `xmpp:prosody.im/protocol/hats:1`, the earlier protocol of Prosody.
    #[xml(token = "xmpp:prosody.im/protocol/hats:1")]
    Prosody,
}

/// The hats of an occupant, in presence from a room.
///
/// Clients should read it with [`of`](Self::of), which checks that the room supports hats, and so removes forged ones.
///
/// [XEP-0317 §3.1](https://xmpp.org/extensions/xep-0317.html#presence)
#[doc(alias("XEP-0317", "XEP0317", "0317"))]
#[doc(alias("urn:xmpp:hats:0", "xmpp:prosody.im/protocol/hats:1"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "hats", new = "A list of these hats, in the current vocabulary.", parameters = [hats])]
#[non_exhaustive]
pub struct Hats {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace, default)]
    pub version: Version,
    /// The hats.
    #[xml(child)]
    pub hats: Vec<Hat>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Hats {
    /// The hats of the occupant of `room` that a presence is from. `None` if the presence is from elsewhere, if it has
    /// several such elements, or if their namespace, [`NS`] or [`NS_PROSODY`], is not among the features of the room: a room
    /// may forward elements of the other namespace that its occupants forged.
    #[must_use]
    pub fn of<'f>(
        presence: &Presence,
        room: &BareJid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        if presence.is_error() {
            return None;
        }
        let from = presence.from.as_ref();
        vouched::payload(&presence.payloads, from, room, features, &[NS, NS_PROSODY])
    }
}

/// A hat.
///
/// [XEP-0317 §3.1](https://xmpp.org/extensions/xep-0317.html#presence)
#[doc(alias("XEP-0317", "XEP0317", "0317"))]
#[doc(alias("urn:xmpp:hats:0", "xmpp:prosody.im/protocol/hats:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_PROSODY], name = "hat", derive(Debug, PartialEq, Eq))]
#[xml(new = "The hat with this URI and title.", parameters = [uri, title], with)]
#[non_exhaustive]
pub struct Hat {
    /// The title. Required by the specification.
    #[xml(attribute)]
    pub title: Option<String>,
    /// The identifier of the hat: a URI. Required by the specification; some rooms used to omit it.
    #[xml(attribute)]
    pub uri: Option<String>,
    /// Its colour as an angle in degrees ([XEP-0392](https://xmpp.org/extensions/xep-0392.html)): see
    /// [`hue_angle`](Self::hue_angle). `None` leaves the colour to the client.
    #[xml(attribute)]
    pub hue: Option<String>,
    /// The language of the [`title`](Self::title). `None` means that of the presence.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// Further payloads about the hat.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Hat {
    /// The colour as an angle in degrees, from 0 to 360. `None` if there is no [`hue`](Self::hue), or it is not such a
    /// number.
    #[must_use]
    pub fn hue_angle(&self) -> Option<f64> {
        let angle: f64 = self.hue.as_deref()?.trim_ascii().parse().ok()?;
        (0.0..=360.0).contains(&angle).then_some(angle)
    }
}

/// The form of the commands and their results. In a list, each row has these fields.
///
/// [XEP-0317 §3.8](https://xmpp.org/extensions/xep-0317.html#registrar-formtype)
#[doc(alias("XEP-0317", "XEP0317", "0317"))]
#[doc(alias("urn:xmpp:hats:commands"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:hats:commands")]
#[non_exhaustive]
pub struct Command {
    /// The user who gets or loses the hat. `None` if the command is about the hat itself.
    #[form(var = "hats#jid", kind = "text-single", strict)]
    pub jid: Option<Jid>,
    /// The title of the hat. `None` if the command refers to an existing one.
    #[form(var = "hats#title", kind = "text-single")]
    pub title: Option<String>,
    /// The identifier of the hat: a URI.
    #[form(var = "hats#uri", kind = "text-single", strict)]
    pub uri: Option<String>,
    /// Its colour; see [`Hat::hue`].
    #[form(var = "hats#hue", kind = "text-single")]
    pub hue: Option<String>,
    /// A value that changes with the list of hats. It is registered here and used in
    /// [`RoomInfo`](crate::forms::RoomInfo::hats_hash).
    #[form(var = "hats#hash", kind = "text-single")]
    pub hash: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
