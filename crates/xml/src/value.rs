//! Values: what stands in an attribute or as the text of an element.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use core::fmt::{self, Write};

use crate::chars;
use crate::field::AnyValue;

/// What [`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue) says was expected of an XMPP address.
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
    /// What the text must be, as words that end the sentence "… is not".
    const EXPECTED: &'static str;

    /// Some texts that are of the form, for tools that make up values: ordinary ones, the ends of the range, odd
    /// spellings. Empty where any text will do.
    const EXAMPLES: &'static [&'static str] = &[];

    /// Whether the text is a [secret](crate::Secret), which tools do not show.
    const IS_SECRET: bool = false;

    /// Reads the text, which is decoded already. White space around it is the type's to allow: most do.
    ///
    /// # Errors
    /// The text does not have the form.
    fn parse(text: &str) -> Result<Self, InvalidValue>;

    /// The value that stands for a text that does not have the form, where such are kept
    /// ([`Invalid::Keep`](crate::Invalid::Keep)). `None`, the default: the field reads as absent.
    ///
    /// For values whose absence has a meaning that an invalid one must not take on. It must write the text unchanged,
    /// and never equal a value that is valid.
    fn invalid(text: &str) -> Option<Self> {
        let _ = text;
        None
    }

    /// Writes the canonical text; escaping is not its business.
    ///
    /// # Errors
    /// Only what `out` says.
    fn write(&self, out: &mut dyn Write) -> fmt::Result;

    /// The canonical text, where the value has it at hand: just what [`write`](Self::write) would write, only quicker.
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// Whether `text`, which this value was read from, is just what [`write`](Self::write) would write. Where it is not, it
    /// is remembered as the spelling of the value.
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

/// A text is not of the form that a [`Value`] has, and perhaps why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvalidValue {
    reason: Box<str>,
}

impl InvalidValue {
    /// Without a reason beyond what was expected.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a reason: what part of the text is wrong, and how.
    #[cold]
    #[must_use]
    pub fn because(reason: &dyn fmt::Display) -> Self {
        Self {
            reason: reason.to_string().into_boxed_str(),
        }
    }

    /// The reason; empty where none was given.
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

/// `xs:boolean`: `true` and `1`, `false` and `0`, with white space around it. Written as a word.
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
        /// As in XML Schema: an optional sign, digits, white space around it.
        impl Value for $type {
            const EXPECTED: &'static str = $expected;
            const EXAMPLES: &'static [&'static str] = &$examples;

            fn parse(text: &str) -> Result<Self, InvalidValue> {
                let digits = chars::trim(text);
                // A lexical `-0` is a zero for every type.
                let digits = match digits.strip_prefix('-') {
                    Some(zeros) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => zeros,
                    _ => digits,
                };
                digits.parse().map_err(|_| InvalidValue::new())
            }

            fn write(&self, out: &mut dyn Write) -> fmt::Result {
                write!(out, "{self}")
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

/// The text of a token that an enum of tokens does not name.
///
/// Only reading makes one, by way of the enum's `From<&str>`, so a token that has a variant of its own
/// is never in here.
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

/// An enum of tokens: made by the derive.
///
/// It is a [`Value`]; a closed one can also stand for the namespaces or the names of an element.
pub trait Token: Value {
    /// The tokens that have a variant, in the order of the variants.
    const TOKENS: &'static [&'static str];

    /// Whether other tokens are kept in a catch-all variant.
    const OPEN: bool;

    /// The text of the token.
    fn as_token(&self) -> &str;

    /// The place of the token among [`TOKENS`](Self::TOKENS); absent for one that is not listed.
    fn position(&self) -> Option<usize>;
}

/// The form of a text: what a [`Value`] says of itself, for tools.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Form {
    /// [`Value::EXPECTED`].
    pub expected: &'static str,
    /// [`Value::EXAMPLES`].
    pub examples: &'static [&'static str],
    /// [`Value::IS_SECRET`].
    pub is_secret: bool,
    /// Reads a text as the type, and shows the value if it is of the form.
    read: fn(&str, &mut Show<'_>) -> Fit,
}

/// What is shown the value that a text reads as.
type Show<'s> = dyn FnMut(&dyn AnyValue) + 's;

/// What a text is to a [`Form`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "there is nothing else to a text")]
pub enum Fit {
    /// Of the form, and a value that is written as no text at all.
    Empty,
    /// Of the form.
    Valid,
    /// Not of the form; a value stands for it where such are kept ([`Value::invalid`]).
    Kept,
    /// Not of the form.
    Invalid,
}

impl Form {
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

    /// What the type makes of a text.
    #[must_use]
    pub fn judge(&self, text: &str) -> Fit {
        let mut is_empty = false;
        let fit = (self.read)(text, &mut |value| {
            is_empty = value.put(&mut Expect("")).is_ok();
        });
        if is_empty { Fit::Empty } else { fit }
    }

    /// Whether a text is of the form.
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        (self.read)(text, &mut |_| ()) == Fit::Valid
    }

    /// Whether a value stands for a text that is not of the form, where such are kept: [`Value::invalid`].
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
    match T::parse(text) {
        Ok(value) => {
            show(&value);
            Fit::Valid
        }
        Err(_) if T::invalid(text).is_some() => Fit::Kept,
        Err(_) => Fit::Invalid,
    }
}
