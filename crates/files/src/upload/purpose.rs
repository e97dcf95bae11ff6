//! What an uploaded file is for, on which it depends how long it is kept.
//!
//! [XEP-0363 §5, Upload purpose](https://xmpp.org/extensions/xep-0363.html#purpose)

use alloc::format;
use alloc::string::String;

use xmpp_xml::{DateTime, Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:http:upload:purpose:0";

/// What a file is for.
///
/// [XEP-0363 §5](https://xmpp.org/extensions/xep-0363.html#purpose)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:purpose:0", "message", "profile"))]
#[doc(alias("ephemeral", "permanent"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "This, without a moment at which the file must be gone.", with)]
#[non_exhaustive]
pub struct Purpose {
    /// Which purpose: the name of the element.
    #[xml(name)]
    pub kind: Kind,
    /// From when on the file must not be had any longer; required for [`Kind::Ephemeral`]. `None` leaves that to the service.
    #[xml(attribute = "expire-before", strict)]
    pub expire_before: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Purpose {
    /// A file that must not be had any longer from this moment on.
    ///
    /// [XEP-0363 §5.3](https://xmpp.org/extensions/xep-0363.html#purpose-ephemeral)
    #[must_use]
    pub fn ephemeral(expire_before: DateTime) -> Self {
        Self::new(Kind::Ephemeral).with_expire_before(expire_before)
    }
}

/// What a file may be for.
///
/// [XEP-0363 §5](https://xmpp.org/extensions/xep-0363.html#purpose)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Kind {
    /// `message`: to be downloaded once by each device of the recipients.
    #[default]
    Message,
    /// `profile`: a picture of somebody, small and kept for long.
    Profile,
    /// `ephemeral`: to be gone from a certain moment on.
    Ephemeral,
    /// `permanent`: to be kept for good.
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
