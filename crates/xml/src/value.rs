//! Values: the types of attributes and of text content.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use core::fmt::{self, Write};

use crate::chars;
use crate::field::{AnyValue, By, ValueSlot};

/// The text of [`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue) for an expected XMPP address.
pub const JID_EXPECTED: &str = "an XMPP address";

/// A type with a textual form: the value of an attribute or the text of an element.
///
/// ```
/// use xmpp_xml::{InvalidValue, Value};
///
/// struct Percent(u8);
///
/// impl Value for Percent {
///     const EXPECTED: &'static str = "a number from 0 to 100";
///
///     fn parse(text: &str) -> Result<Self, InvalidValue> {
///         match u8::parse(text) {
///             Ok(n @ 0..=100) => Ok(Self(n)),
///             _ => Err(InvalidValue::new()),
///         }
///     }
///
///     fn write(&self, out: &mut dyn core::fmt::Write) -> core::fmt::Result {
///         self.0.write(out)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value that stands in an attribute or as a text",
    label = "needs a textual form: `xmpp_xml::Value`",
    note = "bytes are `Base64` or `Hex`, a moment is `DateTime` (which converts to and from `SystemTime`), words are an enum that derives `Xml`",
    note = "an element of a type of its own stands in a `#[xml(child)]`"
)]
pub trait Value: Sized {
    /// The expected form, as words that complete the sentence "… is not".
    const EXPECTED: &'static str;

    /// Examples of valid texts, for generators of test data: ordinary ones, the ends of the range, unusual spellings. Empty
    /// if any text is valid.
    const EXAMPLES: &'static [&'static str] = &[];

    /// Whether the text is a [secret](crate::Secret), which tools do not show.
    const IS_SECRET: bool = false;

    /// Parses the text, which is decoded already. Handling surrounding white space is up to the type; most allow it.
    ///
    /// # Errors
    /// The text is not valid for the type.
    fn parse(text: &str) -> Result<Self, InvalidValue>;

    /// The value that represents an invalid text when invalid values are kept
    /// ([`Invalid::Keep`](crate::Invalid::Keep)). `None`, the default: the field reads as `None`.
    ///
    /// For types where `None` has a meaning that an invalid value must not take on. The value must write the text unchanged
    /// and must not equal any valid value.
    fn invalid(text: &str) -> Option<Self> {
        let _ = text;
        None
    }

    /// Writes the canonical text, unescaped.
    ///
    /// # Errors
    /// Only those of `out`.
    fn write(&self, out: &mut dyn Write) -> fmt::Result;

    /// The canonical text if the value stores it: the same as [`write`](Self::write) writes, only faster.
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// Whether `text`, from which this value was parsed, is exactly what [`write`](Self::write) would write. If not, it is
    /// remembered as the spelling of the value.
    fn is_canonical(&self, text: &str) -> bool {
        let mut rest = Expect(text);
        self.write(&mut rest).is_ok() && rest.0.is_empty()
    }

    /// The canonical text.
    fn to_text(&self) -> String {
        let mut out = String::new();
        let _ = self.write(&mut out);
        out
    }
}

/// Takes what is written as long as it is what was expected.
struct Expect<'a>(&'a str);

impl Write for Expect<'_> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(s).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// The error of a text that is not valid for a [`Value`], perhaps with a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct InvalidValue {
    reason: Box<str>,
}

impl InvalidValue {
    /// An error without a reason.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An error with a reason: what part of the text is wrong, and how.
    #[cold]
    #[must_use]
    pub fn because(reason: &dyn fmt::Display) -> Self {
        Self {
            reason: reason.to_string().into_boxed_str(),
        }
    }

    /// The reason; empty if there is none.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason() {
            "" => f.write_str("not of the form that was expected"),
            reason => f.write_str(reason),
        }
    }
}

impl core::error::Error for InvalidValue {}

impl Value for String {
    const EXPECTED: &'static str = "text";

    #[inline]
    fn parse(text: &str) -> Result<Self, InvalidValue> {
        Ok(Self::from(text))
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self)
    }

    fn as_text(&self) -> Option<&str> {
        Some(self)
    }

    #[inline]
    fn is_canonical(&self, _: &str) -> bool {
        true
    }
}

impl Value for Box<str> {
    const EXPECTED: &'static str = "text";

    #[inline]
    fn parse(text: &str) -> Result<Self, InvalidValue> {
        Ok(Self::from(text))
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self)
    }

    fn as_text(&self) -> Option<&str> {
        Some(self)
    }

    #[inline]
    fn is_canonical(&self, _: &str) -> bool {
        true
    }
}

/// `xs:boolean`: `true` and `1`, `false` and `0`, with optional white space around it. Written as a word.
impl Value for bool {
    const EXPECTED: &'static str = "a boolean (`true`, `false`, `1` or `0`)";
    const EXAMPLES: &'static [&'static str] = &["true", "false", "1", "0"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        match chars::trim(text) {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err(InvalidValue::new()),
        }
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(if *self { "true" } else { "false" })
    }

    fn as_text(&self) -> Option<&str> {
        Some(if *self { "true" } else { "false" })
    }
}

macro_rules! integers {
    ($($type:ty, $expected:literal, $examples:expr;)*) => {$(
        /// An integer of XML Schema: an optional sign and digits, with optional white space around it.
        impl Value for $type {
            const EXPECTED: &'static str = $expected;
            const EXAMPLES: &'static [&'static str] = &$examples;

            fn parse(text: &str) -> Result<Self, InvalidValue> {
                // Nearly all are digits and nothing else.
                if let Ok(value) = text.parse() {
                    return Ok(value);
                }
                let digits = chars::trim(text);
                // A lexical `-0` is a zero for every type.
                let digits = match digits.strip_prefix('-') {
                    Some(zeros) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => zeros,
                    _ => digits,
                };
                digits.parse().map_err(|_| InvalidValue::new())
            }

            fn write(&self, out: &mut dyn Write) -> fmt::Result {
                write_integer(i128::from(*self), out)
            }

            fn is_canonical(&self, text: &str) -> bool {
                match text.as_bytes() {
                    [b'0'] => true,
                    [b'1'..=b'9', .., last] | [b'-', b'1'..=b'9', .., last] => last.is_ascii_digit(),
                    [b'1'..=b'9'] | [b'-', b'1'..=b'9'] => true,
                    _ => false,
                }
            }
        }
    )*};
}

/// Writes an integer of at most 64 bits, in one piece.
fn write_integer(number: i128, out: &mut dyn Write) -> fmt::Result {
    let mut rest = number.unsigned_abs() as u64;
    let mut text = [b'-'; 20];
    let mut start = text.len();
    for place in text.iter_mut().rev() {
        *place = b'0' + (rest % 10) as u8;
        start -= 1;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    // The sign stands there already.
    let written = text.get(start.saturating_sub(usize::from(number < 0))..);
    let written = written.and_then(|text| core::str::from_utf8(text).ok());
    out.write_str(written.ok_or(fmt::Error)?)
}

integers! {
    u8, "an integer from 0 to 255", ["0", "255", "+7"];
    u16, "an integer from 0 to 65535", ["0", "65535", "007"];
    u32, "an integer from 0 to 4294967295", ["0", "4294967295", " 7 "];
    u64, "an integer from 0 to 18446744073709551615", ["0", "18446744073709551615", "7"];
    i8, "an integer from -128 to 127", ["0", "127", "-128"];
    i16, "an integer from -32768 to 32767", ["0", "32767", "-32768"];
    i32, "an integer from -2147483648 to 2147483647", ["0", "2147483647", "-2147483648"];
    i64, "an integer from -9223372036854775808 to 9223372036854775807", ["0", "9223372036854775807", "-9223372036854775808"];
}

/// The text of a token without a variant of its own in its enum.
///
/// Only made by parsing, through the enum's `From<&str>`, so it never holds a token that has a variant.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OtherToken(Box<str>);

impl OtherToken {
    #[doc(hidden)]
    #[must_use]
    pub fn __new(text: &str) -> Self {
        Self(Box::from(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OtherToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for OtherToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An enum of tokens; implemented by the derive.
///
/// It is a [`Value`]; a closed one can also be the namespace or the name of an element.
pub trait Token: Sized {
    /// The tokens with a variant, in the order of the variants.
    const TOKENS: &'static [&'static str];

    /// Whether unknown tokens are kept in a catch-all variant.
    const OPEN: bool;

    /// The text of the token.
    fn as_token(&self) -> &str;

    /// The index of the token in [`TOKENS`](Self::TOKENS); `None` for an unknown token.
    fn position(&self) -> Option<usize>;

    #[doc(hidden)]
    const __EXPECTED: &'static str = "a token";

    #[doc(hidden)]
    const __EXAMPLES: &'static [&'static str] = Self::TOKENS;

    #[doc(hidden)]
    const __IGNORE_CASE: bool = false;

    /// The token at this index, or the unknown one with this text if there can be any.
    #[doc(hidden)]
    fn __at(position: Option<usize>, text: &str) -> Option<Self>;
}

/// Implements [`FromStr`](core::str::FromStr) and [`Display`](core::fmt::Display) for types that implement [`Value`] by
/// hand: the texts are those of [`Value::parse`] and [`Value::write`].
///
/// ```
/// use core::fmt;
///
/// use xmpp_xml::{InvalidValue, Value};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
/// struct Percent(u8);
///
/// impl Value for Percent {
///     const EXPECTED: &'static str = "a number from 0 to 100";
///
///     fn parse(text: &str) -> Result<Self, InvalidValue> {
///         match u8::parse(text)? {
///             n @ 0..=100 => Ok(Self(n)),
///             _ => Err(InvalidValue::new()),
///         }
///     }
///
///     fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
///         self.0.write(out)
///     }
/// }
///
/// xmpp_xml::text_traits!(Percent);
///
/// assert_eq!("42".parse(), Ok(Percent(42)));
/// assert_eq!(Percent(7).to_string(), "7");
/// assert!("101".parse::<Percent>().is_err());
/// ```
#[macro_export]
macro_rules! text_traits {
    ($($type:ty),+ $(,)?) => {$(
        impl ::core::str::FromStr for $type {
            type Err = $crate::InvalidValue;

            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::InvalidValue> {
                <Self as $crate::Value>::parse(text)
            }
        }

        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::Value::write(self, f)
            }
        }
    )+};
}

/// The textual form of a type: its [`Value`] implementation as data, for tools.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct TextForm {
    /// [`Value::EXPECTED`].
    pub expected: &'static str,
    /// [`Value::EXAMPLES`].
    pub examples: &'static [&'static str],
    /// [`Value::IS_SECRET`].
    pub is_secret: bool,
    /// Parses a text as the type, and passes the value on if it is valid.
    read: fn(&str, &mut Show<'_>) -> Fit,
}

/// The name in here, where no other forms are about.
pub(crate) use TextForm as Form;

/// What is shown the value that a text reads as.
type Show<'s> = dyn FnMut(&dyn AnyValue) + 's;

/// How a text fits a [`Form`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is nothing else to a text")]
pub enum Fit {
    /// Valid, and the value is written as an empty text.
    Empty,
    /// Valid.
    Valid,
    /// Invalid, but represented by a value if invalid values are kept ([`Value::invalid`]).
    Kept,
    /// Invalid.
    Invalid,
}

impl TextForm {
    /// The form of the texts of a type.
    #[must_use]
    pub const fn of<T: Value>() -> Self {
        Self {
            expected: T::EXPECTED,
            examples: T::EXAMPLES,
            is_secret: T::IS_SECRET,
            read: read::<T>,
        }
    }

    /// Judges a text.
    #[must_use]
    pub fn judge(&self, text: &str) -> Fit {
        let mut is_empty = false;
        let fit = (self.read)(text, &mut |value| {
            is_empty = value.put(&mut Expect("")).is_ok();
        });
        if is_empty { Fit::Empty } else { fit }
    }

    /// Whether a text is valid.
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        (self.read)(text, &mut |_| ()) == Fit::Valid
    }

    /// Whether an invalid text is represented by a value if invalid values are kept: [`Value::invalid`].
    #[must_use]
    pub fn keeps(&self, text: &str) -> bool {
        (self.read)(text, &mut |_| ()) == Fit::Kept
    }

    /// The text of the value that a text reads as, or that stands for one that is not of the form.
    #[cold]
    pub(crate) fn canonical(&self, text: &str) -> Option<String> {
        let mut canonical = None;
        let fit = (self.read)(text, &mut |value| canonical = Some(value.canonical()));
        match fit {
            Fit::Kept => Some(String::from(text)),
            _ => canonical,
        }
    }

    /// Whether a text reads as a value of the type.
    pub(crate) fn reads_as(&self, text: &str, value: &dyn AnyValue) -> bool {
        let mut is_same = false;
        let _ = (self.read)(text, &mut |read| {
            is_same = match (read.whole(), value.whole()) {
                (Some(a), Some(b)) => a == b,
                _ => read.canonical() == value.canonical(),
            };
        });
        is_same
    }
}

#[cold]
fn read<T: Value>(text: &str, show: &mut Show<'_>) -> Fit {
    let mut place: Option<T> = None;
    let fit = fit(&mut place, text);
    if let (Fit::Valid, Some(value)) = (fit, &place) {
        show(value);
    }
    fit
}

/// Reads a text into a place that is empty.
#[cold]
fn fit(place: &mut dyn ValueSlot, text: &str) -> Fit {
    if place.read(text, By::Form).is_ok() {
        Fit::Valid
    } else if place.read(text, By::Invalidity).is_ok() {
        Fit::Kept
    } else {
        Fit::Invalid
    }
}
