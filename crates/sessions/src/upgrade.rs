//! Upgrades: a client that knows the password computes the hash that a server needs for another mechanism.
//!
//! The offered upgrades are in [`sasl2::Authentication::upgrades`](crate::sasl2::Authentication::upgrades), those that a client
//! wants in [`sasl2::Authenticate::upgrades`](crate::sasl2::Authenticate::upgrades). Each is a [task](crate::sasl2::Continue).
//!
//! [XEP-0480, SASL Upgrade Tasks](https://xmpp.org/extensions/xep-0480.html)

use alloc::format;
use alloc::string::String;

use xmpp_stream_errors::sasl::Mechanism;
use xmpp_xml::{Extra, Xml, trim};

use crate::sasl2::Data;

/// The namespace of the names of upgrades.
pub const NS: &str = "urn:xmpp:sasl:upgrade:0";

/// The namespace of the steps of an upgrade to a SCRAM mechanism.
pub const SCRAM_NS: &str = "urn:xmpp:scram-upgrade:0";

/// In [`sasl2::Authentication`](crate::sasl2::Authentication), an offered upgrade; in
/// [`sasl2::Authenticate`](crate::sasl2::Authenticate), one that the client wants to perform.
///
/// [XEP-0480 §2.1](https://xmpp.org/extensions/xep-0480.html#disco),
/// [§2.2](https://xmpp.org/extensions/xep-0480.html#request)
///
/// ```
/// use xmpp_sessions::upgrade::Upgrade;
/// use xmpp_stream_errors::sasl::Mechanism;
///
/// let upgrade = Upgrade::to(&Mechanism::ScramSha256Plus);
/// assert_eq!(upgrade.task, "UPGR-SCRAM-SHA-256");
/// assert_eq!(upgrade.mechanism(), Some(Mechanism::ScramSha256));
/// ```
#[doc(alias("XEP-0480", "XEP0480", "0480"))]
#[doc(alias("urn:xmpp:sasl:upgrade:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "upgrade", new = "The upgrade by this task.")]
#[non_exhaustive]
pub struct Upgrade {
    /// The name of the task, which starts with `UPGR-`.
    #[xml(text)]
    pub task: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::TaskData`](crate::sasl2::TaskData) from the server: the parameters for hashing the password.
///
/// [XEP-0480 §3](https://xmpp.org/extensions/xep-0480.html#scram)
#[doc(alias("XEP-0480", "XEP0480", "0480"))]
#[doc(alias("urn:xmpp:scram-upgrade:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = SCRAM_NS, name = "salt", derive(Debug, PartialEq, Eq))]
#[xml(new = "Hashing with this salt and number of iterations.", parameters = [iterations, salt])]
#[non_exhaustive]
pub struct Salt {
    /// The number of iterations. Less than [`MIN_ITERATIONS`](Self::MIN_ITERATIONS) would make it easy to crack the password
    /// if the hash leaks: see [`is_strong_enough`](Self::is_strong_enough).
    #[xml(attribute)]
    pub iterations: u32,
    /// The salt; not empty.
    #[xml(text)]
    pub salt: Data,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::TaskData`](crate::sasl2::TaskData) from the client: the hash, as valuable as a password for the mechanism.
///
/// [XEP-0480 §3](https://xmpp.org/extensions/xep-0480.html#scram)
#[doc(alias("XEP-0480", "XEP0480", "0480"))]
#[doc(alias("urn:xmpp:scram-upgrade:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = SCRAM_NS, name = "hash", new = "A step with this hash.")]
#[non_exhaustive]
pub struct Hash {
    /// The `SaltedPassword` of [RFC 5802 §3](https://www.rfc-editor.org/rfc/rfc5802#section-3); not empty.
    #[xml(text)]
    pub salted_password: Data,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Upgrade {
    /// An upgrade to this mechanism, with [its task](task_for).
    #[must_use]
    pub fn to(mechanism: &Mechanism) -> Self {
        Self::new(task_for(mechanism))
    }

    /// The mechanism. `None` if the task is of another kind.
    #[must_use]
    pub fn mechanism(&self) -> Option<Mechanism> {
        mechanism_of(trim(&self.task))
    }
}

impl Salt {
    /// The minimum number of iterations.
    ///
    /// [RFC 7677 §4](https://www.rfc-editor.org/rfc/rfc7677#section-4)
    pub const MIN_ITERATIONS: u32 = 4096;

    /// Whether a client may hash its password with these parameters: there are enough iterations, and a salt.
    #[must_use]
    pub fn is_strong_enough(&self) -> bool {
        self.iterations >= Self::MIN_ITERATIONS && !self.salt.0.is_empty()
    }
}

/// The name of the task that upgrades to this mechanism. It is the same with and without channel binding.
///
/// [XEP-0480 §2.1](https://xmpp.org/extensions/xep-0480.html#disco)
///
/// ```
/// use xmpp_sessions::upgrade::{mechanism_of, task_for};
/// use xmpp_stream_errors::sasl::Mechanism;
///
/// assert_eq!(task_for(&Mechanism::ScramSha256Plus), "UPGR-SCRAM-SHA-256");
/// assert_eq!(mechanism_of("UPGR-SCRAM-SHA-256"), Some(Mechanism::ScramSha256));
/// assert_eq!(mechanism_of("TOTP"), None);
/// ```
#[must_use]
pub fn task_for(mechanism: &Mechanism) -> String {
    let name = mechanism.as_str();
    format!("UPGR-{}", name.strip_suffix("-PLUS").unwrap_or(name))
}

/// The mechanism that this task upgrades to. `None` if the task is of another kind.
///
/// [XEP-0480 §2.1](https://xmpp.org/extensions/xep-0480.html#disco)
#[must_use]
pub fn mechanism_of(task: &str) -> Option<Mechanism> {
    let name = task.strip_prefix("UPGR-")?;
    (!name.is_empty()).then(|| Mechanism::from(name))
}
