//! Formatted text: an XHTML version of the body.
//!
//! The content of a body is kept exactly as it was sent, and nothing is removed from it: whoever displays it has to
//! sanitize it. [`check`] tests whether a body stays within the subset that XEP-0071 recommends.
//!
//! ```
//! use xmpp_content::xhtml::{self, Html, Images};
//!
//! let html: Html = xmpp_xml::from_str(
//!     "<html xmlns='http://jabber.org/protocol/xhtml-im'>\
//!      <body xmlns='http://www.w3.org/1999/xhtml'>Some <em>tea</em>?</body>\
//!      <body xmlns='http://www.w3.org/1999/xhtml' xml:lang='de'><a href='javascript:0'>Tee</a>?</body></html>",
//! )?;
//! let body = html.body(&[]).expect("one without a language");
//! assert_eq!(xhtml::check(body.node(), Images::Embedded), Ok(()));
//! let german = html.body(&["de-AT".into()]).expect("one in German");
//! assert!(xhtml::check(german.node(), Images::Embedded).is_err());
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0071, XHTML-IM](https://xmpp.org/extensions/xep-0071.html)

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use xmpp_xml::namespace::XML;
use xmpp_xml::{Attribute, Content, Extra, LanguageTag, Node, RawElement, Xml, for_log};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "http://jabber.org/protocol/xhtml-im";

/// The namespace of the bodies and of what is in them.
pub const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The formatted version of a message's body or a presence's status. It should say the same as the plain text, but need
/// not.
///
/// [XEP-0071 §5](https://xmpp.org/extensions/xep-0071.html#wrapper)
#[doc(alias("XEP-0071", "XEP0071", "0071"))]
#[doc(alias("http://jabber.org/protocol/xhtml-im"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "html", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty document, without a body.", with)]
#[non_exhaustive]
pub struct Html {
    /// The bodies, one for each language: elements `body` of the namespace [`XHTML`], exactly as they were sent.
    #[xml(child)]
    pub bodies: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Html {
    /// The body in the preferred language, most preferred first: for each, a body with that tag or else in another
    /// variety of the language. If there is none, the body without a language, or else the first. `None` if there is no
    /// body.
    #[must_use]
    pub fn body(&self, preferred: &[LanguageTag]) -> Option<&RawElement> {
        let bodies = || self.bodies.iter().filter(|body| body.is(XHTML, "body"));
        let with = |meets: &dyn Fn(Option<LanguageTag>) -> bool| {
            bodies().find(|body| meets(language(body.node())))
        };
        let wished = preferred.iter().find_map(|wish| {
            with(&|lang| lang.as_ref() == Some(wish))
                .or_else(|| with(&|lang| lang.is_some_and(|lang| lang.same_language(wish))))
        });
        wished
            .or_else(|| with(&|lang| lang.is_none()))
            .or_else(|| bodies().next())
    }
}

/// The `xml:lang` of an element. `None` if it inherits its language.
#[must_use]
pub fn language(element: Node<'_>) -> Option<LanguageTag> {
    let text = element.attribute_in(XML, "lang")?;
    Some(LanguageTag::new(&text))
}

/// The text of a body without its markup, with a line feed for each `br`.
#[must_use]
pub fn text(body: Node<'_>) -> String {
    let mut text = String::new();
    let mut open = vec![body.content()];
    while let Some(content) = open.last_mut() {
        match content.next() {
            Some(Content::Text(part)) => text.push_str(&part),
            Some(Content::Element(element)) if element.is(XHTML, "br") => text.push('\n'),
            Some(Content::Element(element)) => open.push(element.content()),
            None => {
                open.pop();
            }
        }
    }
    text
}

/// Which images a body may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Images {
    /// Only those transferred over XMPP, as [bits of binary](https://xmpp.org/extensions/xep-0231.html).
    Embedded,
    /// Also those on the web. Fetching one reveals to its server when and from where the message is read.
    Remote,
}

/// Why a body is outside of the recommended subset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Violation {
    /// An element with this local name is not allowed, or is in another namespace.
    Element(String),
    /// An element, given first, has an attribute that is not allowed.
    Attribute(String, String),
    /// A style property is not allowed, or has a value that might load or run something.
    Style(String),
    /// A link or image has a URI that is not allowed.
    Address(String),
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Element(name) => write!(f, "the element `{}` is not allowed", for_log(name)),
            Self::Attribute(element, name) => {
                let (element, name) = (for_log(element), for_log(name));
                write!(
                    f,
                    "the attribute `{name}` of `{element}` is not recommended"
                )
            }
            Self::Style(property) => {
                write!(f, "the style `{}` is not allowed", for_log(property))
            }
            Self::Address(text) => write!(f, "the URI `{}` is not allowed", for_log(text)),
        }
    }
}

impl core::error::Error for Violation {}

/// The elements that are recommended, with the attributes of each.
///
/// [XEP-0071 §7.8](https://xmpp.org/extensions/xep-0071.html#profile-summary)
const PROFILE: &[(&str, &[&str])] = &[
    ("a", &["href", "style", "type"]),
    ("blockquote", &["style"]),
    ("body", &["style"]),
    ("br", &[]),
    ("cite", &["style"]),
    ("em", &[]),
    ("img", &["alt", "height", "src", "style", "width"]),
    ("li", &["style"]),
    ("ol", &["style"]),
    ("p", &["style"]),
    ("span", &["style"]),
    ("strong", &[]),
    ("ul", &["style"]),
];

/// The properties of style that are recommended.
///
/// [XEP-0071 §7.6.1](https://xmpp.org/extensions/xep-0071.html#profile-style-properties)
const PROPERTIES: &[&str] = &[
    "background-color",
    "color",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "margin-left",
    "margin-right",
    "text-align",
    "text-decoration",
];

/// Checks that a body has only elements, attributes and style properties that XEP-0071 recommends, only `http`,
/// `https`, `mailto` and `xmpp` links, and only the given images. Such a body runs nothing and, with
/// [`Images::Embedded`], loads nothing.
///
/// Whether elements are nested as XHTML demands is not checked, nor are the size and depth of the body, for which the
/// reader has [limits](xmpp_xml::Limits).
///
/// # Errors
/// The first violation found.
///
/// [XEP-0071 §7](https://xmpp.org/extensions/xep-0071.html#profile),
/// [§11](https://xmpp.org/extensions/xep-0071.html#security)
pub fn check(body: Node<'_>, images: Images) -> Result<(), Violation> {
    if !body.is(XHTML, "body") {
        return Err(Violation::Element(body.name().to_owned()));
    }
    let mut waiting = vec![body];
    while let Some(element) = waiting.pop() {
        let name = element.name();
        let known = PROFILE.iter().find(|(known, _)| *known == name);
        let is_root = element.offset() == body.offset();
        let Some((_, attributes)) = known
            .filter(|_| element.namespace() == XHTML)
            .filter(|_| (name == "body") == is_root)
        else {
            return Err(Violation::Element(name.to_owned()));
        };
        for attribute in element.attributes() {
            check_attribute(name, attributes, &attribute, images)?;
        }
        waiting.extend(element.children());
    }
    Ok(())
}

fn check_attribute(
    element: &str,
    allowed: &[&str],
    attribute: &Attribute<'_>,
    images: Images,
) -> Result<(), Violation> {
    let (name, value) = (attribute.name, &*attribute.value);
    match attribute.namespace {
        XML if name == "lang" => return Ok(()),
        "" if allowed.contains(&name) => {}
        _ => return Err(Violation::Attribute(element.to_owned(), name.to_owned())),
    }
    let schemes: &[&str] = match (name, images) {
        ("style", _) => return check_style(value),
        ("href", _) => &["http", "https", "mailto", "xmpp"],
        ("src", Images::Embedded) => &["cid"],
        ("src", Images::Remote) => &["cid", "http", "https"],
        _ => return Ok(()),
    };
    let scheme = value.split_once(':').map(|(scheme, _)| scheme);
    let is_allowed = |scheme: &str| {
        schemes
            .iter()
            .any(|allowed| scheme.eq_ignore_ascii_case(allowed))
    };
    if scheme.is_some_and(is_allowed) {
        Ok(())
    } else {
        Err(Violation::Address(value.to_owned()))
    }
}

/// A value may have letters, digits, and what is needed for numbers, colours and names: nothing that escapes, and no
/// function but those that make a colour.
fn check_style(style: &str) -> Result<(), Violation> {
    for declaration in style.split(';') {
        if declaration.trim().is_empty() {
            continue;
        }
        let (property, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        let property = property.trim();
        let is_listed = PROPERTIES
            .iter()
            .any(|listed| property.eq_ignore_ascii_case(listed));
        let is_plain = |c: char| c.is_alphanumeric() || " \t\r\n#%.,'\"()+-!".contains(c);
        let calls = value.split('(').rev().skip(1);
        let makes_colour = |before: &str| {
            let name = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next();
            name.is_some_and(|name| {
                ["rgb", "rgba", "hsl", "hsla"]
                    .iter()
                    .any(|colour| name.eq_ignore_ascii_case(colour))
            })
        };
        if !is_listed || !value.chars().all(is_plain) || !calls.into_iter().all(makes_colour) {
            return Err(Violation::Style(property.to_owned()));
        }
    }
    Ok(())
}
