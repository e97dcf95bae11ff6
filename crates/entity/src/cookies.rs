//! Cookies that an entity asks others to include in all their stanzas.
//!
//! The specification is a joke: recipients must not do what it demands. There are types for its elements,
//! so that they can be recognised and removed.
//!
//! [XEP-0464, Cookies](https://xmpp.org/extensions/xep-0464.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of entities that are beyond help.
pub const NS: &str = "urn:xmpp:tmp:cookies";

/// Asks the recipient to store cookies.
///
/// [XEP-0464 §3.1](https://xmpp.org/extensions/xep-0464.html)
#[doc(alias("XEP-0464", "XEP0464", "0464"))]
#[doc(alias("urn:xmpp:tmp:cookies"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "set-cookies", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks the recipient to store these cookies.", parameters = [cookies])]
#[non_exhaustive]
pub struct SetCookies {
    /// The cookies.
    #[xml(child)]
    pub cookies: Vec<Cookie>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Cookies stored by the sender.
///
/// [XEP-0464 §3.4](https://xmpp.org/extensions/xep-0464.html)
#[doc(alias("XEP-0464", "XEP0464", "0464"))]
#[doc(alias("urn:xmpp:tmp:cookies"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "cookies", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these cookies.", parameters = [cookies])]
#[non_exhaustive]
pub struct Cookies {
    /// The cookies.
    #[xml(child)]
    pub cookies: Vec<Cookie>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A cookie.
///
/// [XEP-0464 §2](https://xmpp.org/extensions/xep-0464.html)
#[doc(alias("XEP-0464", "XEP0464", "0464"))]
#[doc(alias("urn:xmpp:tmp:cookies", "cohort"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A cookie without a value.", with)]
#[non_exhaustive]
pub struct Cookie {
    /// The name of the cookie: that of the element.
    #[xml(name)]
    pub name: CookieName,
    /// Whether the value is a program that generates the value. Never run it.
    #[xml(attribute = "js", default, strict)]
    pub is_program: bool,
    /// Who set the cookie. `None` in a [`SetCookies`], where it is the sender.
    #[xml(attribute, strict)]
    pub setter: Option<Jid>,
    /// The value. `None` if there is none.
    #[xml(text)]
    pub value: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The name of a [`Cookie`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum CookieName {
    /// `cohort`: the group that an entity is assigned to.
    Cohort,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
