//! The purpose of an uploaded file, which determines its lifetime.
//!
//! [XEP-0363 §5, Upload purpose](https://xmpp.org/extensions/xep-0363.html#purpose)

use alloc::format;
use alloc::string::String;

use xmpp_xml::{DateTime, Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:http:upload:purpose:0";

/// The purpose of a file.
///
/// [XEP-0363 §5](https://xmpp.org/extensions/xep-0363.html#purpose)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:purpose:0", "message", "profile"))]
#[doc(alias("ephemeral", "permanent"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A purpose without an expiry.", with)]
#[non_exhaustive]
pub struct Purpose {
    /// The kind of purpose, which is the name of the element.
    #[xml(name)]
    pub kind: Kind,
    /// The expiry of the file; required for [`Kind::Ephemeral`]. `None` leaves it to the service.
    #[xml(attribute = "expire-before", strict)]
    pub expire_before: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Purpose {
    /// A file that expires at this time.
    ///
    /// [XEP-0363 §5.3](https://xmpp.org/extensions/xep-0363.html#purpose-ephemeral)
    #[must_use]
    pub fn ephemeral(expire_before: DateTime) -> Self {
        Self::new(Kind::Ephemeral).with_expire_before(expire_before)
    }
}

/// A purpose of a file.
///
/// [XEP-0363 §5](https://xmpp.org/extensions/xep-0363.html#purpose)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Kind {
    /// `message`: downloaded once by each device of the recipients.
    #[default]
    Message,
    /// `profile`: an avatar, small and long-lived.
    Profile,
    /// `ephemeral`: deleted at a certain time.
    Ephemeral,
    /// `permanent`: kept permanently.
    Permanent,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Kind {
    /// The feature of an upload service that supports this purpose.
    ///
    /// ```
    /// use xmpp_files::upload::purpose::Kind;
    ///
    /// assert_eq!(Kind::Profile.feature(), "urn:xmpp:http:upload:purpose:0#profile");
    /// ```
    #[must_use]
    pub fn feature(&self) -> String {
        format!("{NS}#{self}")
    }
}
