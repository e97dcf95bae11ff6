//! Strategies for `proptest`. Feature `proptest`.
//!
//! They use the generators of [`arbitrary`] on bytes that proptest generates and shrinks: fewer and smaller bytes make
//! simpler elements.
//!
//! ```
//! use proptest::prelude::*;
//! use xmpp_xml::{Extra, Xml};
//!
//! /// A place at sea.
//! #[derive(Clone, Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:sea", name = "buoy")]
//! struct Buoy {
//!     #[xml(attribute)]
//!     number: u16,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! proptest! {
//!     # #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
//!     fn reads_what_it_writes(buoy: Buoy) {
//!         let written = xmpp_xml::to_string(&buoy).unwrap();
//!         prop_assert_eq!(xmpp_xml::from_str(&written), Ok(buoy));
//!     }
//! }
//! # reads_what_it_writes();
//! ```

use alloc::vec::Vec;
use core::fmt::Debug;

use ::arbitrary::Unstructured;
use ::proptest::arbitrary::any;
use ::proptest::collection::{VecStrategy, vec};
use ::proptest::strategy::{FilterMap, Strategy};

use super::arbitrary;
use crate::element::Element;
use crate::raw::RawElement;
use crate::value::Value;

/// The strategy for a type: makes its values up from bytes.
pub type Any<T> = FilterMap<VecStrategy<::proptest::num::u8::Any>, fn(Vec<u8>) -> Option<T>>;

/// Any element of a type, the same as `any::<T>()`.
pub fn any_element<T: Element + Debug>() -> Any<T> {
    from_bytes(|bytes| arbitrary::element(&mut Unstructured::new(&bytes)).ok())
}

/// Any value of a type: see [`Value::EXAMPLES`].
pub fn any_value<T: Value + Debug>() -> Any<T> {
    from_bytes(|bytes| arbitrary::value(&mut Unstructured::new(&bytes)).ok())
}

fn from_bytes<T: Debug>(make: fn(Vec<u8>) -> Option<T>) -> Any<T> {
    vec(any::<u8>(), 0..768).prop_filter_map("nothing that the type accepts", make)
}

impl ::proptest::arbitrary::Arbitrary for RawElement {
    type Parameters = ();
    type Strategy = Any<Self>;

    fn arbitrary_with((): ()) -> Any<Self> {
        any_element()
    }
}

/// What every type gets from this module, if it is `Debug`, as proptest asks. (A bound on a type without parameters is looked at
/// only where it is used, if it is for all lifetimes.)
#[doc(hidden)]
#[macro_export]
macro_rules! __proptest {
    ($type:ty, $any:ident) => {
        #[automatically_derived]
        impl $crate::__private::proptest::arbitrary::Arbitrary for $type
        where
            for<'d> $type: ::core::fmt::Debug,
        {
            type Parameters = ();
            type Strategy = $crate::edges::proptest::Any<Self>;

            fn arbitrary_with(_: ()) -> Self::Strategy {
                $crate::edges::proptest::$any()
            }
        }
    };
}
