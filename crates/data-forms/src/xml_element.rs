//! XML as the value of a field.
//!
//! [XEP-0315, Data Forms XML Element](https://xmpp.org/extensions/xep-0315.html)

use alloc::vec::Vec;

use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:xml-element";

/// XML in a [`Field`](crate::form::Field), usually a hidden one: among its
/// [`payloads`](crate::form::Field::payloads).
///
/// ```
/// use xmpp_data_forms::form::Field;
/// use xmpp_data_forms::xml_element::Wrapper;
///
/// let field: Field = xmpp_xml::from_str(
///     "<field xmlns='jabber:x:data' type='hidden' var='tides'>\
///        <wrapper xmlns='urn:xmpp:xml-element'><tide xmlns='urn:example:tide' at='6'/></wrapper></field>",
/// )?;
/// let xml: Wrapper = field.payloads[0].parse()?;
/// assert!(xml.content[0].is("urn:example:tide", "tide"));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [XEP-0315 §2](https://xmpp.org/extensions/xep-0315.html#xml-element)
#[doc(alias("XEP-0315", "XEP0315", "0315"))]
#[doc(alias("urn:xmpp:xml-element"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "wrapper", derive(Debug, PartialEq, Eq))]
#[xml(new = "Wraps this XML.", parameters = [content])]
#[non_exhaustive]
pub struct Wrapper {
    /// The XML.
    #[xml(child)]
    pub content: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
