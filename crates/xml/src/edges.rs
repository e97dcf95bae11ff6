//! Where the derive meets the optional edges: each adds a few lines to every type, and nothing when it is off.
//!
//! The features are evaluated here, never in the crate that derives.

/// What every element type gets from the edges.
#[doc(hidden)]
#[macro_export]
macro_rules! __element {
    ($type:ty) => {
        $crate::__arbitrary_element!($type);
        $crate::__minidom!($type);
        $crate::__xso!($type);
    };
}

/// What every enum of tokens gets from the edges.
#[doc(hidden)]
#[macro_export]
macro_rules! __token {
    ($type:ty) => {
        $crate::__arbitrary_token!($type);
    };
}

/// What every struct gets from the edges inside of its `impl Element`.
#[doc(hidden)]
#[macro_export]
macro_rules! __fields {
    ($($field:ident),*) => {
        $crate::__exchange_fields!($($field),*);
    };
}

/// What every choice gets from the edges inside of its `impl Element`.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants {
    ($($variant:ident),*) => {
        $crate::__exchange_variants!($($variant),*);
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
                $crate::arbitrary::element(u)
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
                $crate::arbitrary::value(u)
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
    ($($variant:ident),*) => {
        fn __exchange(&mut self, other: &mut Self, index: usize) -> bool {
            match (self, other) {
                $((Self::$variant(one), Self::$variant(other)) => {
                    $crate::Element::__exchange(one, other, index)
                })*
                (one, other) => {
                    ::core::mem::swap(one, other);
                    index == 0
                }
            }
        }
    };
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __exchange_variants {
    ($($variant:ident),*) => {};
}

// With their features on, these stand in the modules of the same names.

#[cfg(not(feature = "minidom"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __minidom {
    ($type:ty) => {};
}

#[cfg(not(feature = "xso"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __xso {
    ($type:ty) => {};
}
