//! Decimal numbers.

use alloc::boxed::Box;
use alloc::format;
use core::fmt::{self, Write};
use core::str::FromStr;

use xmpp_xml::{InvalidValue, Value, trim};

/// A decimal number in its original spelling: `-104.99`.
///
/// Accepts `xs:decimal`, and numbers with an exponent, which some clients send. Equality compares the
/// text; use [`to_f64`](Self::to_f64) to compare numbers.
///
/// ```
/// use xmpp_profile::Decimal;
///
/// let latitude: Decimal = "39.750".parse()?;
/// assert_eq!(latitude.to_f64(), 39.75);
/// assert_eq!(latitude.as_str(), "39.750");
/// assert_eq!(Decimal::new(-0.5).unwrap().as_str(), "-0.5");
/// assert!("NaN".parse::<Decimal>().is_err());
/// # Ok::<(), xmpp_xml::InvalidValue>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(Box<str>);

impl Decimal {
    /// The shortest text for this number. `None` if it is infinite or not a number.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        number
            .is_finite()
            .then(|| Self(format!("{number}").into_boxed_str()))
    }

    /// The nearest floating-point number.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or_default()
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// White space around it is ignored.
impl Value for Decimal {
    const EXPECTED: &'static str = "a decimal number";
    const EXAMPLES: &'static [&'static str] =
        &["0", "-104.99", "+8.", ".50", "1e-7", "179.9999999999"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let text = trim(text);
        // Else the words for what is infinite or no number are read, too.
        let is_number = text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E'));
        match text.parse::<f64>() {
            Ok(number) if is_number && number.is_finite() => Ok(Self(Box::from(text))),
            _ => Err(InvalidValue::new()),
        }
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.0)
    }
}

xmpp_xml::__serde_value!(Decimal);

impl FromStr for Decimal {
    type Err = InvalidValue;

    fn from_str(text: &str) -> Result<Self, InvalidValue> {
        Self::parse(text)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A position in WGS 84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Position {
    /// The latitude in degrees north, −90 to 90.
    pub latitude: f64,
    /// The longitude in degrees east, −180 to 180.
    pub longitude: f64,
}

impl Position {
    /// The position with this latitude and longitude, in degrees. `None` if there is no such position.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let is_one = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        is_one.then_some(Self {
            latitude,
            longitude,
        })
    }
}
