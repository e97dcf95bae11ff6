//! The libraries that we compare with, each by the quickest way that its public interface has.

pub(crate) mod disco;
pub(crate) mod instant_xml;
pub(crate) mod minidom;
pub(crate) mod quick_xml;
pub(crate) mod roxmltree;
pub(crate) mod rxml;
pub(crate) mod tokio_xmpp;
pub(crate) mod xmpp_parsers;

/// For the readers that want a `str`; checking the UTF-8 is part of their work.
fn text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).expect("inputs are UTF-8")
}
