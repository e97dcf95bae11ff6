//! Conversions to forms other than XML text: JSON, minidom trees, the traits of xso, generated values for tests.
//!
//! Each is behind a feature of its own, and adds a few lines to every type. The modules are in here so that
//! `use xmpp_xml::*` does not shadow the crates of the same names.

// The features are evaluated here, never in the crate that derives.

#[cfg(feature = "arbitrary")]
#[cfg_attr(docsrs, doc(cfg(feature = "arbitrary")))]
pub mod arbitrary;
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub mod json;
#[cfg(feature = "minidom")]
#[cfg_attr(docsrs, doc(cfg(feature = "minidom")))]
pub mod minidom;
#[cfg(feature = "proptest")]
#[cfg_attr(docsrs, doc(cfg(feature = "proptest")))]
pub mod proptest;
#[cfg(feature = "xso")]
#[cfg_attr(docsrs, doc(cfg(feature = "xso")))]
pub mod xso;

/// What every element type gets from the edges.
#[cfg(any(
    feature = "arbitrary",
    feature = "minidom",
    feature = "serde",
    feature = "xso"
))]
#[doc(hidden)]
#[macro_export]
macro_rules! __element {
    ($type:ty) => {
        $crate::__arbitrary_element!($type);
        $crate::__minidom!($type);
        $crate::__proptest!($type, any_element);
        $crate::__serde_element!($type);
        $crate::__xso!($type);
    };
}

/// Nothing to add.
#[cfg(not(any(
    feature = "arbitrary",
    feature = "minidom",
    feature = "serde",
    feature = "xso"
)))]
#[doc(hidden)]
#[macro_export]
macro_rules! __element {
    ($type:ty) => {};
}

/// What every enum of tokens gets from the edges.
#[doc(hidden)]
#[macro_export]
macro_rules! __token {
    ($type:ty) => {
        $crate::__arbitrary_token!($type);
        $crate::__proptest!($type, any_value);
        $crate::__serde_value!($type);
    };
}

/// What every struct gets from the edges inside its `impl Element`.
#[doc(hidden)]
#[macro_export]
macro_rules! __fields {
    ($($field:ident),*) => {
        $crate::__exchange_fields!($($field),*);
    };
}

/// What every choice gets from the edges inside its `impl Element`.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants {
    ($($variant:ident $({ $($fields:tt)* })?),*) => {
        $crate::__exchange_variants!($($variant $({ $($fields)* })?),*);
    };
}

#[cfg(feature = "arbitrary")]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary_element {
    ($type:ty) => {
        #[automatically_derived]
        impl<'a> $crate::__private::arbitrary::Arbitrary<'a> for $type {
            fn arbitrary(
                u: &mut $crate::__private::arbitrary::Unstructured<'a>,
            ) -> $crate::__private::arbitrary::Result<Self> {
                $crate::edges::arbitrary::element(u)
            }
        }
    };
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary_element {
    ($type:ty) => {};
}

#[cfg(feature = "arbitrary")]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary_token {
    ($type:ty) => {
        #[automatically_derived]
        impl<'a> $crate::__private::arbitrary::Arbitrary<'a> for $type {
            fn arbitrary(
                u: &mut $crate::__private::arbitrary::Unstructured<'a>,
            ) -> $crate::__private::arbitrary::Result<Self> {
                $crate::edges::arbitrary::value(u)
            }
        }
    };
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary_token {
    ($type:ty) => {};
}

#[cfg(feature = "arbitrary")]
#[doc(hidden)]
#[macro_export]
macro_rules! __exchange_fields {
    ($($field:ident),*) => {
        fn __exchange(&mut self, other: &mut Self, index: usize) -> bool {
            let mut fields = 0..;
            $(if fields.next() == ::core::option::Option::Some(index) {
                ::core::mem::swap(&mut self.$field, &mut other.$field);
                return true;
            })*
            false
        }
    };
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __exchange_fields {
    ($($field:ident),*) => {};
}

#[cfg(feature = "arbitrary")]
#[doc(hidden)]
#[macro_export]
macro_rules! __exchange_variants {
    ($($variant:ident $({ $($field:ident $one:ident $other:ident),* })?),*) => {
        fn __exchange(&mut self, other: &mut Self, index: usize) -> bool {
            match (self, other) {
                $($crate::__exchange_pattern!($variant one other $({ $($field $one $other),* })?) => {
                    $crate::__exchange_with!(one other index $({ $($one $other),* })?)
                })*
                (one, other) => {
                    ::core::mem::swap(one, other);
                    index == 0
                }
            }
        }
    };
}

/// Both values are of the same variant.
#[cfg(feature = "arbitrary")]
#[doc(hidden)]
#[macro_export]
macro_rules! __exchange_pattern {
    ($variant:ident $element:ident $second:ident) => {
        (Self::$variant($element), Self::$variant($second))
    };
    ($variant:ident $element:ident $second:ident { $($field:ident $one:ident $other:ident),* }) => {
        (Self::$variant { $($field: $one),* }, Self::$variant { $($field: $other),* })
    };
}

#[cfg(feature = "arbitrary")]
#[doc(hidden)]
#[macro_export]
macro_rules! __exchange_with {
    ($element:ident $second:ident $index:ident) => {
        $crate::Element::__exchange($element, $second, $index)
    };
    ($element:ident $second:ident $index:ident { $($one:ident $other:ident),* }) => {{
        let mut fields = 0..;
        $(if fields.next() == ::core::option::Option::Some($index) {
            ::core::mem::swap($one, $other);
            return true;
        })*
        false
    }};
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __exchange_variants {
    ($($variant:ident $({ $($fields:tt)* })?),*) => {};
}

// With their features on, these are in the modules of the same names.

#[cfg(not(feature = "minidom"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __minidom {
    ($type:ty) => {};
}

#[cfg(not(feature = "proptest"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __proptest {
    ($type:ty, $any:ident) => {};
}

#[cfg(not(feature = "xso"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __xso {
    ($type:ty) => {};
}

#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_element {
    ($type:ty) => {
        #[automatically_derived]
        impl $crate::edges::json::__core::Serialize for $type {
            fn serialize<S: $crate::edges::json::__core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::edges::json::serialize(self, serializer)
            }
        }

        #[automatically_derived]
        impl<'de> $crate::edges::json::__core::Deserialize<'de> for $type {
            fn deserialize<D: $crate::edges::json::__core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::edges::json::deserialize(deserializer)
            }
        }
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_element {
    ($type:ty) => {};
}

/// For types of values that are not made by the derive, too.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_value {
    ($type:ty) => {
        #[automatically_derived]
        impl $crate::edges::json::__core::Serialize for $type {
            fn serialize<S: $crate::edges::json::__core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::edges::json::__serialize_value(self, serializer)
            }
        }

        #[automatically_derived]
        impl<'de> $crate::edges::json::__core::Deserialize<'de> for $type {
            fn deserialize<D: $crate::edges::json::__core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::edges::json::__deserialize_value(deserializer)
            }
        }
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_value {
    ($type:ty) => {};
}
