//! Content rating labels: the kind of content to expect from a service, a room or an account.
//!
//! ```
//! use xmpp_administration::content_rating::{ContentRating, Label};
//!
//! let rating: ContentRating = xmpp_xml::from_str(
//!     "<content-rating xmlns='urn:xmpp:crl:0'>\
//!      <simple-label type='http://ratings.example'>tea</simple-label></content-rating>",
//! )?;
//! assert!(rating.is_understood());
//! assert_eq!(rating.labels[0].to_line(), "http://ratings.example tea");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0456, Content Rating Labels](https://xmpp.org/extensions/xep-0456.html)

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:crl:0";

/// The content rating labels of an entity.
///
/// [XEP-0456 §4](https://xmpp.org/extensions/xep-0456.html#model)
#[doc(alias("XEP-0456", "XEP0456", "0456"))]
#[doc(alias("urn:xmpp:crl:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "content-rating", derive(Debug, PartialEq, Eq))]
#[xml(new = "A rating with these labels.", parameters = [labels], with)]
#[non_exhaustive]
pub struct ContentRating {
    /// The labels.
    #[xml(child, strict)]
    pub labels: Vec<Label>,
    /// Other kinds of labels, defined by other specifications.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ContentRating {
    /// Whether all labels are [simple ones](Self::labels). Strict clients treat labels that they do not understand like the
    /// worst possible rating.
    ///
    /// [XEP-0456 §6](https://xmpp.org/extensions/xep-0456.html#rules)
    #[must_use]
    pub fn is_understood(&self) -> bool {
        self.payloads.is_empty() && self.extra.children().next().is_none()
    }
}

/// A label.
///
/// [XEP-0456 §4](https://xmpp.org/extensions/xep-0456.html#model)
#[doc(alias("XEP-0456", "XEP0456", "0456"))]
#[doc(alias("urn:xmpp:crl:0", "simple-label"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "simple-label", derive(Debug, PartialEq, Eq))]
#[xml(new = "The label of this type and text.", parameters = [kind, text])]
#[non_exhaustive]
pub struct Label {
    /// The URI of the labelling scheme, which defines format and meaning of the [text](Self::text).
    #[xml(attribute = "type")]
    pub kind: String,
    /// The label, without control characters.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Label {
    /// Parses a label from a line of text. `None` if the line has no space, or contains a control character.
    ///
    /// [XEP-0456 §4.1](https://xmpp.org/extensions/xep-0456.html#plain-text)
    #[must_use]
    pub fn of_line(line: &str) -> Option<Self> {
        let (kind, text) = line.split_once(' ')?;
        let is_clean = !kind.is_empty() && !line.chars().any(char::is_control);
        is_clean.then(|| Self::new(kind, text))
    }

    /// The label as a line of text.
    ///
    /// [XEP-0456 §4.1](https://xmpp.org/extensions/xep-0456.html#plain-text)
    #[must_use]
    pub fn to_line(&self) -> String {
        format!("{} {}", self.kind, self.text)
    }
}

/// The labels of an entity as lines of text: a form that extends its disco#info.
///
/// [XEP-0456 §5.1](https://xmpp.org/extensions/xep-0456.html#publish)
#[doc(alias("XEP-0456", "XEP0456", "0456"))]
#[doc(alias("urn:xmpp:crl:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Rating {
    /// One line per label: [`labels`](Self::labels) parses them.
    #[form(var = "urn:xmpp:crl:0#simple-labels", kind = "text-multi")]
    pub lines: Vec<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Rating {
    /// The labels. `None` for each line that is not a label.
    pub fn labels(&self) -> impl Iterator<Item = Option<Label>> {
        self.lines.iter().map(|line| Label::of_line(line))
    }
}
