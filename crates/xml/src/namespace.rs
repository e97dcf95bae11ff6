//! The namespaces reserved by XML itself.

/// The namespace of the prefix `xml`, as in `xml:lang`.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The namespace of the prefix `xmlns`; no name can be in it.
pub const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
