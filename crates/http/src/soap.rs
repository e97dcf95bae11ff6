//! SOAP in stanzas.
//!
//! ```
//! use xmpp_http::soap::{Envelope, FaultCode};
//!
//! let envelope: Envelope = xmpp_xml::from_str(
//!     "<env:Envelope xmlns:env='http://www.w3.org/2003/05/soap-envelope'><env:Body><env:Fault>\
//!        <env:Code><env:Value>env:Sender</env:Value></env:Code>\
//!        <env:Reason><env:Text xml:lang='en'>No such mill</env:Text></env:Reason>\
//!      </env:Fault></env:Body></env:Envelope>",
//! )?;
//! let fault = envelope.body.fault.as_ref().expect("a fault");
//! assert_eq!(fault.code.kind(), FaultCode::Sender);
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0072, SOAP Over XMPP](https://xmpp.org/extensions/xep-0072.html), with
//! [SOAP Version 1.2 Part 1](https://www.w3.org/TR/soap12-part1/)

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, LanguageTag, OtherToken, RawElement, Value, Xml, trim};

/// The namespace of SOAP 1.2.
pub const NS: &str = "http://www.w3.org/2003/05/soap-envelope";

/// The namespace of [`FaultCondition`].
pub const NS_FAULT: &str = "http://jabber.org/protocol/soap#fault";

/// The feature of an entity that supports this.
pub const FEATURE: &str = "http://jabber.org/protocol/soap";

/// A SOAP message.
///
/// [SOAP 1.2 Part 1 §5.1](https://www.w3.org/TR/soap12-part1/#soapenv)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "Envelope", derive(Debug, PartialEq, Eq))]
#[xml(new = "A message with this body, without a header.", with)]
#[non_exhaustive]
pub struct Envelope {
    /// The header. `None` if there is none.
    #[xml(child, strict)]
    pub header: Option<Header>,
    /// The body of a SOAP message, for its ultimate receiver.
    #[xml(child)]
    pub body: Body,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The header of a SOAP message: blocks for the nodes on its path.
///
/// [SOAP 1.2 Part 1 §5.2](https://www.w3.org/TR/soap12-part1/#soaphead)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Header", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty element.", with)]
#[non_exhaustive]
pub struct Header {
    /// The supported versions of SOAP, together with a fault with [`FaultCode::VersionMismatch`]. `None` otherwise.
    #[xml(child)]
    pub upgrade: Option<Upgrade>,
    /// The blocks that were not understood, together with a fault with [`FaultCode::MustUnderstand`].
    #[xml(child)]
    pub not_understood: Vec<NotUnderstood>,
    /// The application-defined blocks.
    #[xml(child)]
    pub blocks: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Header {
    /// The blocks that the receiver must understand. If it does not, it must not process the message, and answers with
    /// [`FaultCode::MustUnderstand`].
    ///
    /// These are the blocks with `mustUnderstand` whose role is the ultimate receiver or the next node. Blocks for other
    /// roles are not included.
    ///
    /// [SOAP 1.2 Part 1 §5.2.3](https://www.w3.org/TR/soap12-part1/#soapmu)
    pub fn mandatory(&self) -> impl Iterator<Item = &RawElement> {
        self.blocks.iter().filter(|block| {
            let node = block.node();
            let role = node.attribute_in(NS, "role").unwrap_or_default();
            let is_own = matches!(
                trim(&role),
                "" | "http://www.w3.org/2003/05/soap-envelope/role/next"
                    | "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver"
            );
            let must = node.attribute_in(NS, "mustUnderstand");
            is_own && must.is_some_and(|must| bool::parse(&must) != Ok(false))
        })
    }
}

/// A header block that was not understood.
///
/// [SOAP 1.2 Part 1 §5.4.8](https://www.w3.org/TR/soap12-part1/#soapnotunderstood)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "NotUnderstood", derive(Debug, PartialEq, Eq))]
#[xml(new = "The block of this qualified name, whose prefix must be in scope.")]
#[non_exhaustive]
pub struct NotUnderstood {
    /// The qualified name of the block; its prefix is declared here or on an ancestor.
    #[xml(attribute)]
    pub qname: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The supported versions of SOAP, in order of preference.
///
/// [SOAP 1.2 Part 1 §5.4.7](https://www.w3.org/TR/soap12-part1/#soapupgrade)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Upgrade", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list.", with)]
#[non_exhaustive]
pub struct Upgrade {
    /// The versions.
    #[xml(child)]
    pub envelopes: Vec<SupportedEnvelope>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A supported version of SOAP, identified by the name of its envelope.
///
/// [SOAP 1.2 Part 1 §5.4.7](https://www.w3.org/TR/soap12-part1/#soapupgrade)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "SupportedEnvelope", derive(Debug, PartialEq, Eq))]
#[xml(new = "The envelope of this qualified name, whose prefix must be in scope.")]
#[non_exhaustive]
pub struct SupportedEnvelope {
    /// The qualified name of the envelope; its prefix is declared here or on an ancestor.
    #[xml(attribute)]
    pub qname: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The body of a SOAP message, for its ultimate receiver.
///
/// [SOAP 1.2 Part 1 §5.3](https://www.w3.org/TR/soap12-part1/#soapbody)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Body", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty element.", with)]
#[non_exhaustive]
pub struct Body {
    /// The fault. `None` if there is none.
    #[xml(child, strict)]
    pub fault: Option<Fault>,
    /// The payloads.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A SOAP fault.
///
/// [SOAP 1.2 Part 1 §5.4](https://www.w3.org/TR/soap12-part1/#soapfault)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "Fault", derive(Debug, PartialEq, Eq))]
#[xml(new = "A fault with this code and reason.", with)]
#[non_exhaustive]
pub struct Fault {
    /// The machine-readable code.
    #[xml(child)]
    pub code: Code,
    /// The human-readable reason.
    #[xml(child)]
    pub reason: Reason,
    /// The URI of the SOAP node that caused the fault. `None` means the ultimate receiver.
    #[xml(child_text = "Node")]
    pub node: Option<String>,
    /// The URI of the role that the node had. `None` if not specified.
    #[xml(child_text = "Role")]
    pub role: Option<String>,
    /// Application-specific details. `None` if there are none.
    #[xml(child)]
    pub detail: Option<Detail>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The machine-readable code of a fault.
///
/// [SOAP 1.2 Part 1 §5.4.1](https://www.w3.org/TR/soap12-part1/#faultcodeelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "Code", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The code of this qualified name, whose prefix must be in scope.",
    with
)]
#[non_exhaustive]
pub struct Code {
    /// The code as a qualified name, whose prefix for [`NS`] is declared here or on an ancestor: [`kind`](Self::kind) parses
    /// it.
    #[xml(child_text = "Value")]
    pub value: String,
    /// The more specific code. `None` if not specified.
    #[xml(child)]
    pub subcode: Option<Box<Subcode>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Code {
    /// The code, regardless of its prefix: codes are always in the SOAP namespace.
    #[must_use]
    pub fn kind(&self) -> FaultCode {
        let text = trim(&self.value);
        FaultCode::from(text.rsplit_once(':').map_or(text, |(_, local)| local))
    }
}

/// An application-specific code of a fault.
///
/// [SOAP 1.2 Part 1 §5.4.1](https://www.w3.org/TR/soap12-part1/#faultsubcodeelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "Subcode", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The code of this qualified name, whose prefix must be in scope.",
    with
)]
#[non_exhaustive]
pub struct Subcode {
    /// The code as a qualified name, whose prefix is declared here or on an ancestor.
    #[xml(child_text = "Value")]
    pub value: String,
    /// The even more specific code. `None` if not specified.
    #[xml(child)]
    pub subcode: Option<Box<Self>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The human-readable reason of a fault.
///
/// [SOAP 1.2 Part 1 §5.4.2](https://www.w3.org/TR/soap12-part1/#faultstringelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Reason", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reason in these languages.", parameters = [texts], with)]
#[non_exhaustive]
pub struct Reason {
    /// The texts, one for each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The reason of a fault in one language.
///
/// [SOAP 1.2 Part 1 §5.4.2.1](https://www.w3.org/TR/soap12-part1/#reasontextelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "Text", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reason in an unspecified language.", with)]
#[non_exhaustive]
pub struct Text {
    /// The language. `None`, which SOAP forbids, inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Application-specific details of a fault.
///
/// [SOAP 1.2 Part 1 §5.4.5](https://www.w3.org/TR/soap12-part1/#faultdetailelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Detail", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty element.", with)]
#[non_exhaustive]
pub struct Detail {
    /// The details.
    #[xml(child)]
    pub entries: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Application-specific condition of a stanza error with `undefined-condition`: the code of the fault in the envelope.
///
/// [XEP-0072 §6](https://xmpp.org/extensions/xep-0072.html#errors)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://jabber.org/protocol/soap#fault", "VersionMismatch"))]
#[doc(alias("MustUnderstand", "DataEncodingUnknown", "Sender", "Receiver"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_FAULT, derive(Debug, PartialEq, Eq))]
#[xml(new = "The condition for this code.")]
#[non_exhaustive]
pub struct FaultCondition {
    /// The code: the name of the element.
    #[xml(name)]
    pub code: FaultCode,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The kinds of fault codes.
///
/// [SOAP 1.2 Part 1 §5.4.6](https://www.w3.org/TR/soap12-part1/#faultcodes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum FaultCode {
    /// `VersionMismatch`: the envelope has an unsupported version of SOAP.
    #[xml(token = "VersionMismatch")]
    VersionMismatch,
    /// `MustUnderstand`: a mandatory block was not understood.
    #[xml(token = "MustUnderstand")]
    MustUnderstand,
    /// `DataEncodingUnknown`: an encoding is not supported.
    #[xml(token = "DataEncodingUnknown")]
    DataEncodingUnknown,
    /// `Sender`: the message was incorrect.
    #[xml(token = "Sender")]
    Sender,
    /// `Receiver`: the receiver could not process the message.
    #[xml(token = "Receiver")]
    Receiver,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
