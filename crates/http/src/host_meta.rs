//! Host metadata, by which clients discover connection methods of a server: the document `/.well-known/host-meta` of its
//! domain, fetched over HTTPS.
//!
//! ```
//! use xmpp_http::host_meta::{ConnectionKind, HostMeta};
//!
//! let meta: HostMeta = xmpp_xml::from_str(
//!     "<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>\
//!        <Link rel='urn:xmpp:alt-connections:xbosh' href='http://tea.example/bosh'/>\
//!        <Link rel='urn:xmpp:alt-connections:websocket' href='wss://tea.example/ws'/>\
//!      </XRD>",
//! )?;
//! // Connections without TLS are omitted.
//! let connections: Vec<_> = meta.connections().collect();
//! assert_eq!(connections, [(ConnectionKind::WebSocket, "wss://tea.example/ws")]);
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! The file begins with an XML declaration, which [`xmpp_xml::Options::skip_declaration`] skips.
//!
//! [XEP-0156, Discovering Alternative XMPP Connection Methods](https://xmpp.org/extensions/xep-0156.html), with
//! [RFC 6415](https://www.rfc-editor.org/rfc/rfc6415) and
//! [XRD 1.0](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html)

#[cfg(feature = "json")]
mod json;

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{DateTime, Extra, LanguageTag, OtherToken, Xml, trim};

#[cfg(feature = "json")]
pub use self::json::JsonError;

/// The namespace.
pub const NS: &str = "http://docs.oasis-open.org/ns/xri/xrd-1.0";

/// The metadata of a domain.
///
/// [XRD 1.0 §2](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html#xrd.document)
#[doc(alias("XEP-0156", "XEP0156", "0156"))]
#[doc(alias("http://docs.oasis-open.org/ns/xri/xrd-1.0", "XRD"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "XRD", derive(Debug, PartialEq, Eq))]
#[xml(new = "Empty metadata.", with)]
#[non_exhaustive]
pub struct HostMeta {
    /// When the document expires. `None` leaves that to HTTP.
    #[xml(child_text = "Expires")]
    pub expires: Option<DateTime>,
    /// The URI of the subject. `None` means the domain.
    #[xml(child_text = "Subject")]
    pub subject: Option<String>,
    /// Other URIs of the subject.
    #[xml(child_text = "Alias")]
    pub aliases: Vec<String>,
    /// Properties of the subject.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// The links.
    #[xml(child)]
    pub links: Vec<Link>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A link of a domain.
///
/// [XRD 1.0 §2.6](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html#element.link)
#[doc(alias("XEP-0156", "XEP0156", "0156"))]
#[doc(alias("http://docs.oasis-open.org/ns/xri/xrd-1.0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Link", derive(Debug, PartialEq, Eq))]
#[xml(new = "A link to this URI, with this relation.", parameters = [rel, href], with)]
#[non_exhaustive]
pub struct Link {
    /// The URI. `None` if there is a template.
    #[xml(attribute)]
    pub href: Option<String>,
    /// The relation of the link. `None` if not specified.
    #[xml(attribute)]
    pub rel: Option<Relation>,
    /// The URI template (RFC 6415 §4.2). `None` if there is a URI.
    #[xml(attribute)]
    pub template: Option<String>,
    /// The media type of the linked resource. `None` if not specified.
    #[xml(attribute = "type")]
    pub media_type: Option<String>,
    /// The human-readable titles, one for each language.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// Properties of the link.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The human-readable title of a link.
///
/// [XRD 1.0 §2.6.1](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html#element.title)
#[doc(alias("XEP-0156", "XEP0156", "0156"))]
#[doc(alias("http://docs.oasis-open.org/ns/xri/xrd-1.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "Title", derive(Debug, PartialEq, Eq))]
#[xml(new = "A title in an unspecified language.", with)]
#[non_exhaustive]
pub struct Title {
    /// The language. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The title.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A property of a domain or link.
///
/// [XRD 1.0 §2.5](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html#element.property)
#[doc(alias("XEP-0156", "XEP0156", "0156"))]
#[doc(alias("http://docs.oasis-open.org/ns/xri/xrd-1.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "Property", derive(Debug, PartialEq, Eq))]
#[xml(new = "The property of this URI, without a value.", parameters = [kind], with)]
#[non_exhaustive]
pub struct Property {
    /// The URI of the property.
    #[xml(attribute = "type")]
    pub kind: String,
    /// The value. `None` if it is empty, or nil.
    #[xml(text)]
    pub value: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The relation of a link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Relation {
    /// `urn:xmpp:alt-connections:xbosh`: BOSH (XEP-0206).
    #[xml(token = "urn:xmpp:alt-connections:xbosh")]
    Bosh,
    /// `urn:xmpp:alt-connections:websocket`: WebSocket (RFC 7395).
    #[xml(token = "urn:xmpp:alt-connections:websocket")]
    WebSocket,
    /// `urn:xmpp:alt-connections:httppoll`: HTTP Polling (XEP-0025), which is obsolete.
    #[xml(token = "urn:xmpp:alt-connections:httppoll")]
    HttpPolling,
    /// Any other: a URI, or a registered link relation.
    #[xml(other)]
    Other(OtherToken),
}

/// A connection method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConnectionKind {
    /// Over BOSH, at an `https:` URI.
    Bosh,
    /// Over WebSocket, at a `wss:` URI.
    WebSocket,
}

impl HostMeta {
    /// The connection methods with their URIs, in no significant order. Those without TLS are omitted, as
    /// [XEP-0156 §2.2](https://xmpp.org/extensions/xep-0156.html#httpbizrules) requires.
    ///
    /// Trust them only if the document was fetched over HTTPS, and use them only if the methods of RFC 6120 have failed. The
    /// certificate of the connection may be for the host of the URI or for the domain.
    pub fn connections(&self) -> impl Iterator<Item = (ConnectionKind, &str)> {
        self.links.iter().filter_map(|link| {
            let (kind, scheme) = match link.rel.as_ref()? {
                Relation::Bosh => (ConnectionKind::Bosh, "https://"),
                Relation::WebSocket => (ConnectionKind::WebSocket, "wss://"),
                _ => return None,
            };
            let uri = trim(link.href.as_deref()?);
            let start = uri.get(..scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some((kind, uri))
        })
    }
}
