//! Stream features.
//!
//! [RFC 6120 §4.3.2, Stream Features Format](https://www.rfc-editor.org/rfc/rfc6120#section-4.3.2)

use alloc::vec::Vec;

use xmpp_xml::{Element, Error, Extra, RawElement, Xml, payloads};

use crate::bind;
use crate::dialback;
use crate::sasl::Mechanisms;
use crate::session::Session;
use crate::stream;
use crate::tls::StartTls;

/// The namespace: that of the stream itself.
pub const NS: &str = stream::NS;

/// The features of a stream that its initiator can, or must, negotiate now. Empty if there are none left.
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("http://etherx.jabber.org/streams"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "features", prefix = "stream", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of features.")]
#[non_exhaustive]
pub struct Features {
    /// The features, in order.
    #[xml(child)]
    pub features: Vec<Feature>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A feature of a stream.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Feature {
    /// STARTTLS.
    StartTls(StartTls),
    /// SASL authentication.
    Mechanisms(Mechanisms),
    /// Resource binding.
    Bind(bind::Feature),
    /// Session establishment of RFC 3921.
    Session(Session),
    /// Server dialback.
    Dialback(dialback::Feature),
    /// A feature of another specification.
    Other(RawElement),
}

impl Features {
    /// The STARTTLS feature, if offered.
    #[must_use]
    pub fn start_tls(&self) -> Option<&StartTls> {
        self.features.iter().find_map(|f| match f {
            Feature::StartTls(x) => Some(x),
            _ => None,
        })
    }

    /// The SASL mechanisms, if offered.
    #[must_use]
    pub fn mechanisms(&self) -> Option<&Mechanisms> {
        self.features.iter().find_map(|f| match f {
            Feature::Mechanisms(x) => Some(x),
            _ => None,
        })
    }

    /// The resource binding feature, if offered.
    #[must_use]
    pub fn bind(&self) -> Option<&bind::Feature> {
        self.features.iter().find_map(|f| match f {
            Feature::Bind(x) => Some(x),
            _ => None,
        })
    }

    /// The session establishment feature, if offered.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.features.iter().find_map(|f| match f {
            Feature::Session(x) => Some(x),
            _ => None,
        })
    }

    /// The server dialback feature with support for errors, if offered. In the older form, dialback is offered in the
    /// [header](crate::stream::Header::offers_dialback).
    #[must_use]
    pub fn dialback(&self) -> Option<&dialback::Feature> {
        self.features.iter().find_map(|f| match f {
            Feature::Dialback(x) => Some(x),
            _ => None,
        })
    }

    /// The first feature of another specification that is a `T`, parsed.
    ///
    /// # Errors
    /// There is such a feature, but it is invalid.
    pub fn other<T: Element>(&self) -> Result<Option<T>, Error> {
        let raw = self.features.iter().filter_map(|feature| match feature {
            Feature::Other(raw) => Some(raw),
            _ => None,
        });
        payloads::first(raw, "")
    }
}

impl FromIterator<Feature> for Features {
    fn from_iter<I: IntoIterator<Item = Feature>>(features: I) -> Self {
        Self {
            features: features.into_iter().collect(),
            extra: Extra::new(),
        }
    }
}
