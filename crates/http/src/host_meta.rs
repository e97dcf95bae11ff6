//! The document of a domain by which clients find connections to its server: `/.well-known/host-meta`, fetched over
//! HTTPS.
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
//! // One that is not protected by TLS is left out.
//! let connections: Vec<_> = meta.connections().collect();
//! assert_eq!(connections, [(ConnectionKind::WebSocket, "wss://tea.example/ws")]);
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! A file begins with an XML declaration, which [`xmpp_xml::Options::skip_declaration`] reads over.
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

/// What a domain says of itself.
///
/// [XRD 1.0 §2](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html#xrd.document)
#[doc(alias("XEP-0156", "XEP0156", "0156"))]
#[doc(alias("http://docs.oasis-open.org/ns/xri/xrd-1.0", "XRD"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "XRD")]
#[xml(new = "Nothing.", with)]
#[non_exhaustive]
pub struct HostMeta {
    /// When it is to be fetched again. `None` leaves that to HTTP.
    #[xml(child_text = "Expires")]
    pub expires: Option<DateTime>,
    /// The URI of what it is about. `None` means the domain.
    #[xml(child_text = "Subject")]
    pub subject: Option<String>,
    /// Other URIs of what it is about.
    #[xml(child_text = "Alias")]
    pub aliases: Vec<String>,
    /// Properties of what it is about.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// What it is linked to.
    #[xml(child)]
    pub links: Vec<Link>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a domain is linked to.
///
/// [XRD 1.0 §2.6](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html#element.link)
#[doc(alias("XEP-0156", "XEP0156", "0156"))]
#[doc(alias("http://docs.oasis-open.org/ns/xri/xrd-1.0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Link")]
#[xml(new = "To this URI, by this relation.", parameters = [rel, href], with)]
#[non_exhaustive]
pub struct Link {
    /// The URI. `None` if there is a template.
    #[xml(attribute)]
    pub href: Option<String>,
    /// What it is to the domain. `None` if unstated.
    #[xml(attribute)]
    pub rel: Option<Relation>,
    /// The template of a URI (RFC 6415 §4.2). `None` if there is a URI.
    #[xml(attribute)]
    pub template: Option<String>,
    /// The media type of what is there. `None` if unstated.
    #[xml(attribute = "type")]
    pub media_type: Option<String>,
    /// The titles, for people to read, one for each language.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// Properties of the link.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The title of a link, for people to read.
///
/// [XRD 1.0 §2.6.1](https://docs.oasis-open.org/xri/xrd/v1.0/xrd-1.0.html#element.title)
#[doc(alias("XEP-0156", "XEP0156", "0156"))]
#[doc(alias("http://docs.oasis-open.org/ns/xri/xrd-1.0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Title")]
#[xml(new = "This title, of no stated language.", with)]
#[non_exhaustive]
pub struct Title {
    /// The language. `None` means that of what is around it.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Property")]
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

/// What a link is to a domain.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Relation {
    /// `urn:xmpp:alt-connections:xbosh`: BOSH (XEP-0206).
    #[xml(token = "urn:xmpp:alt-connections:xbosh")]
    Bosh,
    /// `urn:xmpp:alt-connections:websocket`: WebSocket (RFC 7395).
    #[xml(token = "urn:xmpp:alt-connections:websocket")]
    WebSocket,
    /// `urn:xmpp:alt-connections:httppoll`: HTTP Polling (XEP-0025), which nobody has any longer.
    #[xml(token = "urn:xmpp:alt-connections:httppoll")]
    HttpPolling,
    /// Another: a URI, or a name of the registry of link relations.
    #[xml(other)]
    Other(OtherToken),
}

/// A way to connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConnectionKind {
    /// Over BOSH, at an `https:` URI.
    Bosh,
    /// Over WebSocket, at a `wss:` URI.
    WebSocket,
}

impl HostMeta {
    /// The ways to connect and their URIs, whose order means nothing. Those that TLS does not protect are left out, as
    /// [XEP-0156 §2.2](https://xmpp.org/extensions/xep-0156.html#httpbizrules) demands.
    ///
    /// They are to be believed only if the document was fetched over HTTPS, and used only if the methods of RFC 6120 have
    /// failed. A certificate for the host of the URI will do, or one for the domain.
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
