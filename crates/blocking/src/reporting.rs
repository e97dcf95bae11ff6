//! Abuse reports to the server, with the reason for blocking somebody.
//!
//! ```
//! use xmpp_blocking::command::{Block, Item};
//! use xmpp_blocking::reporting::{Reason, Report};
//! use xmpp_jid::Jid;
//!
//! let report = Report::new(Reason::Spam).with_text("Never came trouble to my house like this.");
//! let item = Item::new(Jid::new("romeo@example.net")?).with_report(&report)?;
//! assert_eq!(item.report()?.expect("a report").reason(), Some(&Reason::Spam));
//! let block = Block::from_iter([item]);
//! # assert!(xmpp_xml::to_string(&block)?.contains("reason='urn:xmpp:reporting:spam'"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0377, Blocking Command Reports](https://xmpp.org/extensions/xep-0377.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_vocabulary::stanza_id::StanzaId;
use xmpp_xml::{Extra, LanguageTag, OtherToken, Xml};

/// The namespace, which is also the feature of servers that accept reports.
pub const NS: &str = "urn:xmpp:reporting:1";

/// The namespace before 2021, and the feature of servers that only support that.
pub const NS_0: &str = "urn:xmpp:reporting:0";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0377 §11.1](https://xmpp.org/extensions/xep-0377.html#registrar-ns)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`], where the reason is an attribute.
    #[default]
    #[xml(token = "urn:xmpp:reporting:1")]
    One,
    /// [`NS_0`], where the reason is an element.
    #[xml(token = "urn:xmpp:reporting:0")]
    Zero,
}

/// In an item of a [`Block`](crate::command::Block): the reason for blocking the JID.
///
/// A server blocks the JID whatever the report: [`Item::report`](crate::command::Item::report) reads it separately
/// from the item.
///
/// [XEP-0377 §4](https://xmpp.org/extensions/xep-0377.html#payload)
#[doc(alias("XEP-0377", "XEP0377", "0377"))]
#[doc(alias("urn:xmpp:reporting:1", "urn:xmpp:reporting:0"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "report", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Report {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The reason, in [`Version::One`]. Required by the specification; [`reason`](Self::reason) supports both versions.
    #[xml(attribute = "reason")]
    pub reason_urn: Option<Reason>,
    /// Whether the reason is spam, in [`Version::Zero`].
    #[xml(flag = "spam")]
    pub is_spam: bool,
    /// Whether the reason is abuse, in [`Version::Zero`].
    #[xml(flag = "abuse")]
    pub is_abuse: bool,
    /// The reported messages, by their stanza ID in the account's archive.
    ///
    /// [XEP-0377 §6](https://xmpp.org/extensions/xep-0377.html#blocking)
    #[xml(child)]
    pub stanza_ids: Vec<StanzaId>,
    /// The user's comment, once for each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// Whether the user agrees to forwarding the report to the JID's domain.
    ///
    /// [XEP-0377 §5](https://xmpp.org/extensions/xep-0377.html#processing)
    #[xml(flag = "report-origin")]
    pub is_report_origin: bool,
    /// Whether the user agrees to forwarding the report to third parties, such as maintainers of block lists.
    ///
    /// [XEP-0377 §5](https://xmpp.org/extensions/xep-0377.html#processing)
    #[xml(flag = "third-party")]
    pub is_third_party: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Report {
    /// A report with this reason.
    #[must_use]
    pub fn new(reason: Reason) -> Self {
        Self {
            reason_urn: Some(reason),
            ..Self::default()
        }
    }

    /// The same report, with a text in the language in scope.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        self.texts.push(Text::new(text));
        self
    }

    /// The reason, in either version. `None` if there is none, or if there are several.
    #[must_use]
    pub fn reason(&self) -> Option<&Reason> {
        let mut stated = [
            self.reason_urn.as_ref(),
            self.is_spam.then_some(&Reason::Spam),
            self.is_abuse.then_some(&Reason::Abuse),
        ]
        .into_iter()
        .flatten();
        let first = stated.next()?;
        stated.all(|other| other == first).then_some(first)
    }
}

/// A reason for a report, by its URN.
///
/// [XEP-0377 §11.4](https://xmpp.org/extensions/xep-0377.html#registrar-reasons)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Reason {
    /// `urn:xmpp:reporting:spam`: unwanted messages.
    #[xml(token = "urn:xmpp:reporting:spam")]
    Spam,
    /// `urn:xmpp:reporting:abuse`: other abuse.
    #[xml(token = "urn:xmpp:reporting:abuse")]
    Abuse,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A user's comment on a report.
///
/// [XEP-0377 §4](https://xmpp.org/extensions/xep-0377.html#payload)
#[doc(alias("XEP-0377", "XEP0377", "0377"))]
#[doc(alias("urn:xmpp:reporting:1", "urn:xmpp:reporting:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_0], name = "text", derive(Debug, PartialEq, Eq))]
#[xml(new = "A comment in the language in scope.", parameters = [text], with)]
#[non_exhaustive]
pub struct Text {
    /// The language. `None` means the one in scope.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
