//! Which messages a server is to archive: XEP-0441.

use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

use super::{NS, NS_0, NS_1, NS_TMP, Version};

/// The node of the ad-hoc command by which a server may offer more than these preferences.
///
/// [XEP-0441 §2.2](https://xmpp.org/extensions/xep-0441.html#advanced-config)
pub const CONFIGURE: &str = "urn:xmpp:mam#configure";

/// In an iq of type `get`, and then empty, asks for the preferences; in one of type `set`, sets them all; the answer to
/// either has those that hold, which may differ from what was set.
///
/// [XEP-0441 §2.1](https://xmpp.org/extensions/xep-0441.html#config)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "prefs", with)]
#[non_exhaustive]
pub struct Preferences {
    /// The version of the protocol, by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// What to do with messages of those who are on neither list. `None` in a request for the preferences.
    #[xml(attribute)]
    pub default: Option<DefaultPolicy>,
    /// Whose messages to archive always. `None` means nobody's.
    #[xml(child, strict)]
    pub always: Option<Always>,
    /// Whose messages to archive never. `None` means nobody's.
    #[xml(child, strict)]
    pub never: Option<Never>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Preferences {
    /// Asks for the preferences, in the current version of the protocol.
    #[must_use]
    pub fn get() -> Self {
        Self::default()
    }

    /// Sets this policy and two empty lists, in the current version of the protocol.
    #[must_use]
    pub fn new(default: DefaultPolicy) -> Self {
        Self {
            default: Some(default),
            always: Some(Always::default()),
            never: Some(Never::default()),
            ..Self::default()
        }
    }
}

/// Whose messages to archive always.
///
/// [XEP-0441 §2.1.2](https://xmpp.org/extensions/xep-0441.html#config-always)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_1, NS_0, NS_TMP], name = "always")]
#[xml(new = "Those of these addresses.", parameters = [jids])]
#[non_exhaustive]
pub struct Always {
    /// The addresses; a bare one stands for all of its resources.
    #[xml(child_text = "jid")]
    pub jids: Vec<Jid>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Always {
    /// Whether somebody is on the list: the recipient of a message that the user sends, the sender of one that they
    /// receive.
    ///
    /// [XEP-0441 §2.3](https://xmpp.org/extensions/xep-0441.html#match)
    #[must_use]
    pub fn matches(&self, target: &Jid) -> bool {
        matches(&self.jids, target)
    }
}

/// Whose messages to archive never.
///
/// [XEP-0441 §2.1.3](https://xmpp.org/extensions/xep-0441.html#config-never)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_1, NS_0, NS_TMP], name = "never")]
#[xml(new = "Those of these addresses.", parameters = [jids])]
#[non_exhaustive]
pub struct Never {
    /// The addresses; a bare one stands for all of its resources. An invalid one costs the whole element: without it,
    /// messages would be archived that should not be.
    #[xml(child_text = "jid", strict)]
    pub jids: Vec<Jid>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Never {
    /// Whether somebody is on the list: the recipient of a message that the user sends, the sender of one that they
    /// receive.
    ///
    /// [XEP-0441 §2.3](https://xmpp.org/extensions/xep-0441.html#match)
    #[must_use]
    pub fn matches(&self, target: &Jid) -> bool {
        matches(&self.jids, target)
    }
}

fn matches(jids: &[Jid], target: &Jid) -> bool {
    let is_it = |jid: &Jid| jid == target || jid.is_valid() && jid.is_bare() && jid.bare_eq(target);
    jids.iter().any(is_it)
}

/// What to do with messages of those who are on neither list.
///
/// [XEP-0441 §2.1.1](https://xmpp.org/extensions/xep-0441.html#config-default)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum DefaultPolicy {
    /// `always`: archive them.
    Always,
    /// `never`: do not archive them.
    Never,
    /// `roster`: archive them if the bare JID is in the roster of the user.
    Roster,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
