//! The documents of the project whose code is compiled and run with the tests.

/// The README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct Readme;
