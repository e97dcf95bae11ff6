//! Security labels: how sensitive a message is, and so who may read it.
//!
//! A message has at most one [`SecurityLabel`], which [`SecurityLabel::of`] reads; a [`catalog`] lists those that a user may
//! choose from. What a label means is defined by a security policy that both sides know.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_encryption::labels::{Color, SecurityLabel};
//!
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client'><body>Attack at noon</body>\
//!        <securitylabel xmlns='urn:xmpp:sec-label:0'>\
//!          <displaymarking fgcolor='Yellow' bgcolor='#7f0000'>MOST SECRET</displaymarking>\
//!          <label><esssecuritylabel xmlns='urn:xmpp:sec-label:ess:0'>MQYCAQQGASk=</esssecuritylabel></label>\
//!        </securitylabel></message>",
//! )?;
//! let label = SecurityLabel::of(&message)?.expect("a label");
//! let marking = label.display_marking.expect("a marking");
//! assert_eq!(marking.text, "MOST SECRET");
//! assert_eq!(marking.foreground(), Color::Yellow);
//! assert_eq!(marking.background().rgb(), Some([0x7F, 0, 0]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0258, Security Labels in XMPP](https://xmpp.org/extensions/xep-0258.html)

pub mod catalog;
pub mod ess;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_core_stanzas::Message;
use xmpp_xml::{Error, Extra, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of clients, servers and rooms that support this.
pub const NS: &str = "urn:xmpp:sec-label:0";

/// How sensitive a message is.
///
/// A message without one has the default label of the policy, if any. Labels do not belong in presence or errors.
///
/// [XEP-0258 §3](https://xmpp.org/extensions/xep-0258.html#protocol)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "securitylabel", derive(Debug, PartialEq, Eq))]
#[xml(new = "A label without a display marking.", with)]
#[non_exhaustive]
pub struct SecurityLabel {
    /// The marking to display prominently with the message. `None` if the policy has none for the label.
    #[xml(child)]
    pub display_marking: Option<DisplayMarking>,
    /// The label under the sender's security policy.
    #[xml(child)]
    pub label: Label,
    /// Equivalent labels under other policies, for recipients who do not know the sender's.
    #[xml(child, strict)]
    pub equivalent_labels: Vec<EquivalentLabel>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SecurityLabel {
    /// The label of a message. `None` means that the message has no label, so that the default of the policy applies; it is
    /// always `None` for messages of type `error`.
    ///
    /// # Errors
    /// The label is invalid, or there are several, of which one might be checked and another shown. Such a message must not
    /// be treated like one without a label.
    pub fn of(message: &Message) -> Result<Option<Self>, LabelError> {
        let mut labels = message.payloads_of::<Self>();
        let first = labels.next().transpose()?;
        match labels.next() {
            None => Ok(first),
            Some(_) => Err(LabelError::Several),
        }
    }
}

/// Why the label of a message cannot be determined.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LabelError {
    /// The label is invalid.
    Invalid(Error),
    /// The message has several labels.
    Several,
}

impl From<Error> for LabelError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for LabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => error.fmt(f),
            Self::Several => f.write_str("the message has several security labels"),
        }
    }
}

impl core::error::Error for LabelError {}

/// The marking to display prominently with a message, for clients that do not know the policy.
///
/// The sender chooses text and colours, and so may make it hard to read: see [`is_readable`](Self::is_readable).
///
/// [XEP-0258 §3](https://xmpp.org/extensions/xep-0258.html#protocol)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "displaymarking", derive(Debug, PartialEq, Eq))]
#[xml(new = "A marking with this text, black on white.", with)]
#[non_exhaustive]
pub struct DisplayMarking {
    /// The colour of the text: see [`foreground`](Self::foreground). `None` means black.
    #[xml(attribute = "fgcolor")]
    pub foreground_color: Option<Color>,
    /// The colour behind it: see [`background`](Self::background). `None` means white.
    #[xml(attribute = "bgcolor")]
    pub background_color: Option<Color>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl DisplayMarking {
    /// The colour of the text.
    #[must_use]
    pub fn foreground(&self) -> Color {
        self.foreground_color.clone().unwrap_or(Color::Black)
    }

    /// The colour behind the text.
    #[must_use]
    pub fn background(&self) -> Color {
        self.background_color.clone().unwrap_or(Color::White)
    }

    /// Whether the text is legible on the background: their contrast ratio is at least 3:1, as [WCAG
    /// 2](https://www.w3.org/TR/WCAG22/#contrast-minimum) demands of large text. If `false`, also for unknown colours, show
    /// black on white.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        let luminance = |color: Color| color.rgb().map(luminance);
        match (luminance(self.foreground()), luminance(self.background())) {
            (Some(one), Some(other)) => {
                let (light, dark) = (one.max(other), one.min(other));
                // (L1 + 0.05) / (L2 + 0.05) >= 3, in ten-thousandths.
                light + 500 >= 3 * (dark + 500)
            }
            _ => false,
        }
    }
}

/// The relative luminance of a colour in ten-thousandths, by a curve of 2 for that of 2.4, which is near enough.
fn luminance([red, green, blue]: [u8; 3]) -> u32 {
    let linear = |value: u8| u32::from(value) * u32::from(value);
    (2126 * linear(red) + 7152 * linear(green) + 722 * linear(blue)) / (255 * 255)
}

/// A colour: an HTML colour name, case-insensitive, or `#` with six hexadecimal digits.
///
/// [XEP-0258 §9.1](https://xmpp.org/extensions/xep-0258.html#schema-sl)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Color {
    /// `aqua`
    Aqua,
    /// `black`
    Black,
    /// `blue`
    Blue,
    /// `fuchsia`
    Fuchsia,
    /// `gray`
    Gray,
    /// `green`
    Green,
    /// `lime`
    Lime,
    /// `maroon`
    Maroon,
    /// `navy`
    Navy,
    /// `olive`
    Olive,
    /// `orange`
    Orange,
    /// `purple`
    Purple,
    /// `red`
    Red,
    /// `silver`
    Silver,
    /// `teal`
    Teal,
    /// `white`
    White,
    /// `yellow`
    Yellow,
    /// Another colour: hexadecimal digits, or an unknown name.
    #[xml(other)]
    Other(OtherToken),
}

impl Color {
    /// The red, green and blue components. `None` if the colour is unknown.
    #[must_use]
    pub fn rgb(&self) -> Option<[u8; 3]> {
        Some(match self {
            Self::Aqua => [0, 255, 255],
            Self::Black => [0, 0, 0],
            Self::Blue => [0, 0, 255],
            Self::Fuchsia => [255, 0, 255],
            Self::Gray => [128, 128, 128],
            Self::Green => [0, 128, 0],
            Self::Lime => [0, 255, 0],
            Self::Maroon => [128, 0, 0],
            Self::Navy => [0, 0, 128],
            Self::Olive => [128, 128, 0],
            Self::Orange => [255, 165, 0],
            Self::Purple => [128, 0, 128],
            Self::Red => [255, 0, 0],
            Self::Silver => [192, 192, 192],
            Self::Teal => [0, 128, 128],
            Self::White => [255, 255, 255],
            Self::Yellow => [255, 255, 0],
            Self::Other(other) => return from_digits(other.as_str()),
        })
    }
}

/// Red, green and blue of `#rrggbb`. The schema of the specification misspells `fuchsia`, which is understood too.
fn from_digits(text: &str) -> Option<[u8; 3]> {
    if text.eq_ignore_ascii_case("fuschia") {
        return Color::Fuchsia.rgb();
    }
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

/// The label under the sender's security policy.
///
/// [XEP-0258 §3](https://xmpp.org/extensions/xep-0258.html#protocol)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "label", derive(Debug, PartialEq, Eq))]
#[xml(new = "The default of the policy.", with)]
#[non_exhaustive]
pub struct Label {
    /// The label itself. `None` means the default of the policy.
    #[xml(child, strict)]
    pub value: Option<LabelValue>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The label under another policy.
///
/// [XEP-0258 §3](https://xmpp.org/extensions/xep-0258.html#protocol)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "equivalentlabel", derive(Debug, PartialEq, Eq))]
#[xml(new = "An equivalent label.", parameters = [value])]
#[non_exhaustive]
pub struct EquivalentLabel {
    /// The label itself. `None` is an error of the sender: an equivalent label must not be empty.
    #[xml(child, strict)]
    pub value: Option<LabelValue>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A label in a particular format.
///
/// [XEP-0258 §3](https://xmpp.org/extensions/xep-0258.html#protocol)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum LabelValue {
    /// An ESS security label.
    Ess(ess::EssLabel),
    /// A label in another format.
    Other(RawElement),
}
