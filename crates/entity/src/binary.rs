//! XML as bits, each of which is an element.
//!
//! The specification is a joke. There are types for its elements, so that they can be recognised.
//!
//! ```
//! use xmpp_entity::binary::{decode, encode};
//!
//! let bits = encode(b"<");
//! let written: String = bits.iter().map(|bit| xmpp_xml::to_string(bit).unwrap()).collect();
//! assert_eq!(written.matches("<one ").count(), 4);
//! assert_eq!(decode(&bits).as_deref(), Some(&b"<"[..]));
//! ```
//!
//! [XEP-0239, Binary XMPP](https://xmpp.org/extensions/xep-0239.html)

use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:bxmpp";

/// A bit.
///
/// [XEP-0239 §2](https://xmpp.org/extensions/xep-0239.html)
#[doc(alias("XEP-0239", "XEP0239", "0239"))]
#[doc(alias("urn:xmpp:bxmpp", "zero", "one"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A bit of this value.")]
#[non_exhaustive]
pub struct Bit {
    /// The value: the name of the element.
    #[xml(name)]
    pub value: Digit,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The value of a [`Bit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(clippy::exhaustive_enums, reason = "a bit has two values")]
pub enum Digit {
    /// `zero`
    Zero,
    /// `one`
    One,
}

/// The bits of bytes, eight of each, the highest first.
#[must_use]
pub fn encode(bytes: &[u8]) -> Vec<Bit> {
    let bit = |byte: u8, place: u32| match byte.wrapping_shr(place) & 1 {
        0 => Bit::new(Digit::Zero),
        _ => Bit::new(Digit::One),
    };
    let bits = |byte: &u8| {
        let byte = *byte;
        (0..8).rev().map(move |place| bit(byte, place))
    };
    bytes.iter().flat_map(bits).collect()
}

/// The bytes of bits. `None` if bits are missing at the end.
#[must_use]
pub fn decode(bits: &[Bit]) -> Option<Vec<u8>> {
    let byte = |bits: &[Bit]| {
        bits.iter().fold(0_u8, |byte, bit| {
            byte.wrapping_shl(1) | u8::from(bit.value == Digit::One)
        })
    };
    let bytes = bits.chunks_exact(8);
    bytes
        .remainder()
        .is_empty()
        .then(|| bytes.map(byte).collect())
}
