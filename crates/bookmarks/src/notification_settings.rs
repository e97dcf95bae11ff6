//! When the user wants to be notified of messages in a chat.
//!
//! [XEP-0492, Chat notification settings](https://xmpp.org/extensions/xep-0492.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:notification-settings:1";

/// The settings for a chat, in an element that says which, such as the [extensions](crate::conference::Extensions) of a
/// bookmark: one for all clients, and others for those of a certain identity.
///
/// [XEP-0492 §2.1](https://xmpp.org/extensions/xep-0492.html#notify)
#[doc(alias("XEP-0492", "XEP0492", "0492"))]
#[doc(alias("urn:xmpp:notification-settings:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "notify")]
#[xml(new = "No settings: what is usual.", with)]
#[non_exhaustive]
pub struct Notify {
    /// The settings: see [`setting`](Self::setting).
    #[xml(child)]
    pub settings: Vec<Setting>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Notify {
    /// The setting for a client of this identity in service discovery: the one for its category and type, else the one for its
    /// category, else the one for all. `None` where none of these is set: then one is notified always in chats of two
    /// and private rooms, and on a mention in public ones.
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

/// When to notify, for some clients or all.
///
/// [XEP-0492 §2.2](https://xmpp.org/extensions/xep-0492.html#identities)
#[doc(alias("XEP-0492", "XEP0492", "0492"))]
#[doc(alias("urn:xmpp:notification-settings:1", "always", "on-mention"))]
#[doc(alias("never"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "For all clients.", with)]
#[non_exhaustive]
pub struct Setting {
    /// When: the name of the element.
    #[xml(name)]
    pub level: Level,
    /// The category of the identity that the setting is for; `None` for clients of any.
    #[xml(attribute = "identity-category")]
    pub identity_category: Option<String>,
    /// The type of the identity that the setting is for, which needs a category; `None` for any.
    #[xml(attribute = "identity-type")]
    pub identity_type: Option<String>,
    /// Finer settings, which clients that do not know them leave alone; `None` where there are none.
    #[xml(child)]
    pub advanced: Option<Advanced>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// When to notify.
///
/// [XEP-0492 §2.1](https://xmpp.org/extensions/xep-0492.html#notify)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Level {
    /// `always`: of every message.
    Always,
    /// `on-mention`: of those that mention or answer the user.
    OnMention,
    /// `never`: of none.
    Never,
    /// At other times.
    #[xml(other)]
    Other(OtherToken),
}

/// Finer settings, in namespaces of their own.
///
/// [XEP-0492 §2.3](https://xmpp.org/extensions/xep-0492.html#advanced)
#[doc(alias("XEP-0492", "XEP0492", "0492"))]
#[doc(alias("urn:xmpp:notification-settings:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "advanced")]
#[xml(new = "No finer settings.", with)]
#[non_exhaustive]
pub struct Advanced {
    /// The settings.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
