//! Notification settings: when to notify the user of messages in a chat.
//!
//! [XEP-0492, Chat notification settings](https://xmpp.org/extensions/xep-0492.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:notification-settings:1";

/// The settings for a chat, in an element that identifies it, such as the [extensions](crate::conference::Extensions) of a
/// bookmark: one for all clients, and others for those with certain identities.
///
/// [XEP-0492 §2.1](https://xmpp.org/extensions/xep-0492.html#notify)
#[doc(alias("XEP-0492", "XEP0492", "0492"))]
#[doc(alias("urn:xmpp:notification-settings:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "notify", derive(Debug, PartialEq, Eq))]
#[xml(new = "No settings: the defaults.", with)]
#[non_exhaustive]
pub struct Notify {
    /// The settings: see [`setting`](Self::setting).
    #[xml(child)]
    pub settings: Vec<Setting>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Notify {
    /// The setting for a client with this disco#info identity: the one for its category and type, else the one for its
    /// category, else the one for all. `None` if none of these is set; the default is to notify always in one-to-one chats
    /// and private rooms, and on mention in public ones.
    ///
    /// ```
    /// use xmpp_bookmarks::notification_settings::{Level, Notify, Setting};
    ///
    /// let phone = Setting::new(Level::OnMention).with_identity_category("client").with_identity_type("phone");
    /// let notify = Notify::new().with_settings([phone, Setting::new(Level::Always)]);
    /// assert_eq!(notify.setting("client", "phone").unwrap().level, Level::OnMention);
    /// assert_eq!(notify.setting("client", "pc").unwrap().level, Level::Always);
    /// ```
    ///
    /// [XEP-0492 §3](https://xmpp.org/extensions/xep-0492.html#rules)
    #[must_use]
    pub fn setting(&self, category: &str, kind: &str) -> Option<&Setting> {
        let wanted = [
            (Some(category), Some(kind)),
            (Some(category), None),
            (None, None),
        ];
        wanted.into_iter().find_map(|wanted| {
            self.settings.iter().find(|setting| {
                let identity = (&setting.identity_category, &setting.identity_type);
                (identity.0.as_deref(), identity.1.as_deref()) == wanted
            })
        })
    }
}

/// A setting, for some clients or all.
///
/// [XEP-0492 §2.2](https://xmpp.org/extensions/xep-0492.html#identities)
#[doc(alias("XEP-0492", "XEP0492", "0492"))]
#[doc(alias("urn:xmpp:notification-settings:1", "always", "on-mention"))]
#[doc(alias("never"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A setting for all clients.", with)]
#[non_exhaustive]
pub struct Setting {
    /// The level, which is the name of the element.
    #[xml(name)]
    pub level: Level,
    /// The identity category of the clients. `None` means any.
    #[xml(attribute = "identity-category")]
    pub identity_category: Option<String>,
    /// The identity type of the clients, which requires a category. `None` means any.
    #[xml(attribute = "identity-type")]
    pub identity_type: Option<String>,
    /// More specific settings, which clients leave unchanged if unknown. `None` if there are none.
    #[xml(child)]
    pub advanced: Option<Advanced>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// When to notify.
///
/// [XEP-0492 §2.1](https://xmpp.org/extensions/xep-0492.html#notify)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Level {
    /// `always`: for every message.
    Always,
    /// `on-mention`: for messages that mention the user or reply to them.
    OnMention,
    /// `never`: for no message.
    Never,
    /// At other times.
    #[xml(other)]
    Other(OtherToken),
}

/// More specific settings, in namespaces of their own.
///
/// [XEP-0492 §2.3](https://xmpp.org/extensions/xep-0492.html#advanced)
#[doc(alias("XEP-0492", "XEP0492", "0492"))]
#[doc(alias("urn:xmpp:notification-settings:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "advanced", derive(Debug, PartialEq, Eq))]
#[xml(new = "No settings.", with)]
#[non_exhaustive]
pub struct Advanced {
    /// The settings.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
