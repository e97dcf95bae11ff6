//! Bytes as text: base64 and hexadecimal.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::chars::{self, SPACE, is};
use crate::value::{InvalidValue, Value};

/// Writes padding, and reads what others write: with or without padding, with bits left over in the last character.
const ENGINE: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Bytes in base64 (RFC 4648 §4). White space in it is ignored when reading; it is written on one line.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "bytes are all there can be")]
pub struct Base64(pub Vec<u8>);

impl Value for Base64 {
    const EXPECTED: &'static str = "base64";
    const EXAMPLES: &'static [&'static str] = &["", "AQID", "AQ==", "AQ", " AQ\nID "];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let decoded = if text.bytes().any(|b| is(b, SPACE)) {
            let dense: Vec<u8> = text.bytes().filter(|&b| !is(b, SPACE)).collect();
            ENGINE.decode(dense)
        } else {
            ENGINE.decode(text)
        };
        decoded.map(Self).map_err(|e| InvalidValue::because(&e))
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        // A multiple of three bytes at a time, so that only the last part has padding.
        let mut buffer = [0; 1024];
        for part in self.0.chunks(768) {
            let len = ENGINE
                .encode_slice(part, &mut buffer)
                .map_err(|_| fmt::Error)?;
            let text = buffer.get(..len).and_then(|b| core::str::from_utf8(b).ok());
            out.write_str(text.ok_or(fmt::Error)?)?;
        }
        Ok(())
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// Bytes in hexadecimal, read in upper or lower case and written in lower case.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "bytes are all there can be")]
pub struct Hex(pub Vec<u8>);

impl Value for Hex {
    const EXPECTED: &'static str = "hexadecimal digits, two for each byte";
    const EXAMPLES: &'static [&'static str] = &["", "00ff", "00FF"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let digit = |b: u8| char::from(b).to_digit(16);
        chars::trim(text)
            .as_bytes()
            .chunks(2)
            .map(|pair| match pair {
                [high, low] => digit(*high)
                    .zip(digit(*low))
                    .map(|(h, l)| (h << 4 | l) as u8),
                _ => None,
            })
            .collect::<Option<Vec<u8>>>()
            .map(Self)
            .ok_or_else(InvalidValue::new)
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default() as u8;
        let mut buffer = [0; 128];
        for part in self.0.chunks(64) {
            for (pair, byte) in buffer.chunks_exact_mut(2).zip(part) {
                pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
            }
            let text = buffer.get(..2 * part.len());
            let text = text.and_then(|text| core::str::from_utf8(text).ok());
            out.write_str(text.ok_or(fmt::Error)?)?;
        }
        Ok(())
    }
}

impl From<Vec<u8>> for Hex {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// Bytes as text, as far as anybody would read them; else how many there are.
fn shown(
    name: &str,
    bytes: &[u8],
    text: &dyn fmt::Display,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    const MOST: usize = 32;
    if bytes.len() > MOST {
        write!(f, "{name}({} bytes)", bytes.len())
    } else {
        write!(f, "{name}({text})")
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        shown("Base64", &self.0, self, f)
    }
}

impl fmt::Debug for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        shown("Hex", &self.0, self, f)
    }
}

crate::text_traits!(Base64, Hex);

impl From<Base64> for String {
    fn from(bytes: Base64) -> Self {
        bytes.to_text()
    }
}
