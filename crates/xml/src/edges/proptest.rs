//! Strategies for `proptest`. Feature `proptest`.
//!
//! They use the generators of [`arbitrary`] on bytes that proptest generates and shrinks: fewer and smaller bytes make
//! simpler elements.
//!
//! ```
//! use proptest::prelude::*;
//! use xmpp_xml::RawElement;
//! use xmpp_xml::edges::proptest::any_element;
//!
//! proptest! {
//!     # #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
//!     fn reads_what_it_writes(element in any_element::<RawElement>()) {
//!         prop_assert_eq!(element.to_string().parse(), Ok(element));
//!     }
//! }
//! # reads_what_it_writes();
//! ```

use alloc::vec::Vec;
use core::fmt::Debug;

use ::arbitrary::{Result, Unstructured};
use ::proptest::arbitrary::any;
use ::proptest::collection::vec;
use ::proptest::strategy::Strategy;

use super::arbitrary;
use crate::element::Element;
use crate::value::Value;

/// Any element of a type.
pub fn any_element<T: Element + Debug>() -> impl Strategy<Value = T> {
    from_bytes(arbitrary::element)
}

/// Any value of a type: see [`Value::EXAMPLES`].
pub fn any_value<T: Value + Debug>() -> impl Strategy<Value = T> {
    from_bytes(arbitrary::value)
}

fn from_bytes<T: Debug>(make: fn(&mut Unstructured<'_>) -> Result<T>) -> impl Strategy<Value = T> {
    vec(any::<u8>(), 0..768)
        .prop_filter_map("nothing that the type accepts", move |bytes: Vec<u8>| {
            make(&mut Unstructured::new(&bytes)).ok()
        })
}
