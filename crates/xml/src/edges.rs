//! Where the derive meets the optional edges: each adds a few lines to every type, and nothing when it is off.
//!
//! The features are evaluated here, never in the crate that derives.

/// What every element type gets from the edges.
#[doc(hidden)]
#[macro_export]
macro_rules! __element {
    ($type:ty) => {};
}

/// What every enum of tokens gets from the edges.
#[doc(hidden)]
#[macro_export]
macro_rules! __token {
    ($type:ty) => {};
}
