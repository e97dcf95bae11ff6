//! IP addresses and floating-point numbers as values.

use core::fmt::{self, Write};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::chars;
use crate::value::{InvalidValue, Value};

macro_rules! addresses {
    ($($type:ty, $expected:literal, $examples:expr;)*) => {$(
        /// White space around it is allowed.
        impl Value for $type {
            const EXPECTED: &'static str = $expected;
            const EXAMPLES: &'static [&'static str] = &$examples;

            fn parse(text: &str) -> Result<Self, InvalidValue> {
                chars::trim(text).parse().map_err(|_| InvalidValue::new())
            }

            fn write(&self, out: &mut dyn Write) -> fmt::Result {
                write!(out, "{self}")
            }
        }
    )*};
}

addresses! {
    IpAddr, "an IP address", ["192.0.2.1", "2001:db8::1", "2001:DB8:0::1"];
    Ipv4Addr, "an IPv4 address", ["192.0.2.1", "255.255.255.255"];
    Ipv6Addr, "an IPv6 address", ["2001:db8::1", "::ffff:192.0.2.1", "2001:DB8:0::1"];
}

/// `xs:double` without `NaN`, which would not equal itself: a decimal number with an optional exponent, `INF` or `-INF`,
/// with optional white space around it. A number too large for the type is invalid.
impl Value for f64 {
    const EXPECTED: &'static str = "a number";
    const EXAMPLES: &'static [&'static str] = &["0", "-1.5", "6.02E23", "INF", " 7.0 "];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let text = chars::trim(text);
        match text {
            "INF" => return Ok(Self::INFINITY),
            "-INF" => return Ok(Self::NEG_INFINITY),
            _ => {}
        }
        // Rust has words for some numbers, too.
        let is_number = text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E'));
        match text.parse::<Self>() {
            Ok(number) if is_number && number.is_finite() => Ok(number),
            _ => Err(InvalidValue::new()),
        }
    }

    /// NaN is written as `NaN`, which is invalid when read.
    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        match *self {
            Self::INFINITY => out.write_str("INF"),
            Self::NEG_INFINITY => out.write_str("-INF"),
            number => write!(out, "{number}"),
        }
    }
}
