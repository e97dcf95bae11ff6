//! The namespaces that XML itself reserves.

/// Bound to the prefix `xml`: the namespace of `xml:lang`.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Bound to the prefix `xmlns`; no name can be in it.
pub const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
