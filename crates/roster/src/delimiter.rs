//! Nested roster groups: the delimiter between their names.
//!
//! [XEP-0083, Nested Roster Groups](https://xmpp.org/extensions/xep-0083.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "roster:delimiter";

/// The delimiter between the names of nested groups, in private XML storage
/// ([XEP-0049](https://xmpp.org/extensions/xep-0049.html)).
///
/// ```
/// use xmpp_roster::delimiter::Delimiter;
///
/// let colons = Delimiter::new().with_text("::");
/// assert_eq!(colons.split("Tea::Guests").collect::<Vec<_>>(), ["Tea", "Guests"]);
/// let letter = Delimiter::new().with_text("e");
/// assert_eq!(letter.split("Tea").collect::<Vec<_>>(), ["Tea"]);
/// ```
///
/// [XEP-0083 §2](https://xmpp.org/extensions/xep-0083.html#namespace)
#[doc(alias("XEP-0083", "XEP0083", "0083"))]
#[doc(alias("roster:delimiter", "roster"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "roster", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An empty element: groups are not nested. Also the request for the stored delimiter.",
    with
)]
#[non_exhaustive]
pub struct Delimiter {
    /// The stored text; [`effective`](Self::effective) interprets it. `None` means no delimiter.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Delimiter {
    /// The delimiter in effect. `None` if groups are not nested: there is no delimiter, or it is a single letter or digit, which
    /// would split ordinary names.
    #[must_use]
    pub fn effective(&self) -> Option<&str> {
        let text = self.text.as_deref()?;
        let is_word = text.len() == 1 && text.bytes().all(|b| b.is_ascii_alphanumeric());
        (!text.is_empty() && !is_word).then_some(text)
    }

    /// The names of the nested groups that a contact's group stands for, outermost first. A single name, the group's own, if
    /// groups are not nested.
    pub fn split<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a str> {
        let delimiter = self.effective();
        let mut rest = Some(group);
        core::iter::from_fn(move || {
            let whole = rest?;
            match delimiter.and_then(|delimiter| whole.split_once(delimiter)) {
                Some((name, inner)) => {
                    rest = Some(inner);
                    Some(name)
                }
                None => rest.take(),
            }
        })
    }
}
