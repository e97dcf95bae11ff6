//! Percent-encoding.
//!
//! [RFC 3986, section 2.1](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)

use alloc::string::String;

/// Whether a byte stands for itself wherever in a URI it is.
///
/// [RFC 3986, section 2.3](https://www.rfc-editor.org/rfc/rfc3986#section-2.3)
pub(crate) fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// The octet that two hexadecimal digits are.
pub(crate) fn octet(high: u8, low: u8) -> Option<u8> {
    let digit = |byte| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? << 4 | digit(low)?).ok()
}

/// Writes an octet encoded.
pub(crate) fn push(octet: u8, out: &mut String) {
    out.push('%');
    out.push(digit(octet >> 4));
    out.push(digit(octet & 0xf));
}

fn digit(value: u8) -> char {
    char::from_digit(value.into(), 16)
        .unwrap_or_default()
        .to_ascii_uppercase()
}
