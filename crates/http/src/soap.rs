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

/// A message of SOAP.
///
/// [SOAP 1.2 Part 1 §5.1](https://www.w3.org/TR/soap12-part1/#soapenv)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Envelope")]
#[xml(new = "This body, without a header.", with)]
#[non_exhaustive]
pub struct Envelope {
    /// What is said to those whom the message passes. `None` if nothing is.
    #[xml(child, strict)]
    pub header: Option<Header>,
    /// What is said to the recipient.
    #[xml(child)]
    pub body: Body,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is said to those whom a message passes.
///
/// [SOAP 1.2 Part 1 §5.2](https://www.w3.org/TR/soap12-part1/#soaphead)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Header")]
#[xml(new = "Nothing.", with)]
#[non_exhaustive]
pub struct Header {
    /// The versions of SOAP that are supported, beside a fault with [`FaultCode::VersionMismatch`]. `None` elsewhere.
    #[xml(child)]
    pub upgrade: Option<Upgrade>,
    /// The blocks that were not understood, beside a fault with [`FaultCode::MustUnderstand`].
    #[xml(child)]
    pub not_understood: Vec<NotUnderstood>,
    /// The blocks of others.
    #[xml(child)]
    pub blocks: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Header {
    /// The blocks that have to be understood by the recipient: if it does not, it processes nothing of the message, and
    /// answers with [`FaultCode::MustUnderstand`].
    ///
    /// These are blocks with `mustUnderstand` for the recipient or for whoever comes next. Those for other roles are not
    /// among them.
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

/// A block of a header that was not understood.
///
/// [SOAP 1.2 Part 1 §5.4.8](https://www.w3.org/TR/soap12-part1/#soapnotunderstood)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "NotUnderstood")]
#[xml(new = "The block of this qualified name, whose prefix must be in scope.")]
#[non_exhaustive]
pub struct NotUnderstood {
    /// The name of the block, with a prefix that is declared here or further out.
    #[xml(attribute)]
    pub qname: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The versions of SOAP that are supported, the best first.
///
/// [SOAP 1.2 Part 1 §5.4.7](https://www.w3.org/TR/soap12-part1/#soapupgrade)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Upgrade")]
#[xml(new = "None.", with)]
#[non_exhaustive]
pub struct Upgrade {
    /// The versions.
    #[xml(child)]
    pub envelopes: Vec<SupportedEnvelope>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A version of SOAP, by the name of its envelope.
///
/// [SOAP 1.2 Part 1 §5.4.7](https://www.w3.org/TR/soap12-part1/#soapupgrade)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "SupportedEnvelope")]
#[xml(new = "The envelope of this qualified name, whose prefix must be in scope.")]
#[non_exhaustive]
pub struct SupportedEnvelope {
    /// The name of the envelope, with a prefix that is declared here or further out.
    #[xml(attribute)]
    pub qname: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is said to the recipient.
///
/// [SOAP 1.2 Part 1 §5.3](https://www.w3.org/TR/soap12-part1/#soapbody)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Body")]
#[xml(new = "Nothing.", with)]
#[non_exhaustive]
pub struct Body {
    /// What went wrong. `None` if nothing did.
    #[xml(child, strict)]
    pub fault: Option<Fault>,
    /// The payloads.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What went wrong.
///
/// [SOAP 1.2 Part 1 §5.4](https://www.w3.org/TR/soap12-part1/#soapfault)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Fault")]
#[xml(new = "This fault for this reason.", with)]
#[non_exhaustive]
pub struct Fault {
    /// What, for programs.
    #[xml(child)]
    pub code: Code,
    /// What, for people.
    #[xml(child)]
    pub reason: Reason,
    /// The URI of the node where it went wrong. `None` means the recipient.
    #[xml(child_text = "Node")]
    pub node: Option<String>,
    /// The URI of the role that the node had. `None` if unstated.
    #[xml(child_text = "Role")]
    pub role: Option<String>,
    /// What the application adds. `None` if it adds nothing.
    #[xml(child)]
    pub detail: Option<Detail>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What went wrong, for programs.
///
/// [SOAP 1.2 Part 1 §5.4.1](https://www.w3.org/TR/soap12-part1/#faultcodeelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Code")]
#[xml(
    new = "The code of this qualified name, whose prefix must be in scope.",
    with
)]
#[non_exhaustive]
pub struct Code {
    /// The code, with a prefix for [`NS`] that is declared here or further out: [`kind`](Self::kind) reads it.
    #[xml(child_text = "Value")]
    pub value: String,
    /// What it was in particular. `None` if unstated.
    #[xml(child)]
    pub subcode: Option<Box<Subcode>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Code {
    /// The code, whatever its prefix: a code can only be of the namespace of SOAP.
    #[must_use]
    pub fn kind(&self) -> FaultCode {
        let text = trim(&self.value);
        FaultCode::from(text.rsplit_once(':').map_or(text, |(_, local)| local))
    }
}

/// What went wrong in particular.
///
/// [SOAP 1.2 Part 1 §5.4.1](https://www.w3.org/TR/soap12-part1/#faultsubcodeelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Subcode")]
#[xml(
    new = "The code of this qualified name, whose prefix must be in scope.",
    with
)]
#[non_exhaustive]
pub struct Subcode {
    /// The code of the application, with a prefix that is declared here or further out.
    #[xml(child_text = "Value")]
    pub value: String,
    /// What it was still more in particular. `None` if unstated.
    #[xml(child)]
    pub subcode: Option<Box<Self>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What went wrong, for people.
///
/// [SOAP 1.2 Part 1 §5.4.2](https://www.w3.org/TR/soap12-part1/#faultstringelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Reason")]
#[xml(new = "These texts.", parameters = [texts], with)]
#[non_exhaustive]
pub struct Reason {
    /// The texts, one for each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What went wrong, in a language.
///
/// [SOAP 1.2 Part 1 §5.4.2.1](https://www.w3.org/TR/soap12-part1/#reasontextelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Text")]
#[xml(new = "This text, of no stated language.", with)]
#[non_exhaustive]
pub struct Text {
    /// The language. `None`, which SOAP forbids, means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What an application says of a fault.
///
/// [SOAP 1.2 Part 1 §5.4.5](https://www.w3.org/TR/soap12-part1/#faultdetailelement)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://www.w3.org/2003/05/soap-envelope"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Detail")]
#[xml(new = "Nothing.", with)]
#[non_exhaustive]
pub struct Detail {
    /// What it says.
    #[xml(child)]
    pub entries: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stanza error with `undefined-condition`: the code of the fault in the envelope beside it.
///
/// [XEP-0072 §6](https://xmpp.org/extensions/xep-0072.html#errors)
#[doc(alias("XEP-0072", "XEP0072", "0072"))]
#[doc(alias("http://jabber.org/protocol/soap#fault", "VersionMismatch"))]
#[doc(alias("MustUnderstand", "DataEncodingUnknown", "Sender", "Receiver"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS_FAULT)]
#[xml(new = "This one.")]
#[non_exhaustive]
pub struct FaultCondition {
    /// Which: the name of the element.
    #[xml(name)]
    pub code: FaultCode,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What can go wrong.
///
/// [SOAP 1.2 Part 1 §5.4.6](https://www.w3.org/TR/soap12-part1/#faultcodes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum FaultCode {
    /// `VersionMismatch`: the envelope is of another version of SOAP.
    #[xml(token = "VersionMismatch")]
    VersionMismatch,
    /// `MustUnderstand`: a block that must be understood is not.
    #[xml(token = "MustUnderstand")]
    MustUnderstand,
    /// `DataEncodingUnknown`: an encoding is not supported.
    #[xml(token = "DataEncodingUnknown")]
    DataEncodingUnknown,
    /// `Sender`: the message is at fault.
    #[xml(token = "Sender")]
    Sender,
    /// `Receiver`: the recipient is at fault.
    #[xml(token = "Receiver")]
    Receiver,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
