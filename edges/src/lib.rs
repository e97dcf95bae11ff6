//! The documents of the project whose code is compiled and run with the tests.

/// The README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct Readme;

/// For those who know xmpp-parsers.
#[cfg(doctest)]
#[doc = include_str!("../../docs/coming-from-xmpp-parsers.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct ComingFromXmppParsers;

/// For servers, components and gateways.
#[cfg(doctest)]
#[doc = include_str!("../../docs/servers-and-gateways.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct ServersAndGateways;

/// For testers.
#[cfg(doctest)]
#[doc = include_str!("../../docs/testing.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct Testing;

/// For authors of extensions.
#[cfg(doctest)]
#[doc = include_str!("../../docs/extensions.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct Extensions;
