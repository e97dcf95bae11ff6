//! Stream initiation: negotiating a bytestream and its purpose. Superseded by Jingle.
//!
//! [XEP-0095, Stream Initiation](https://xmpp.org/extensions/xep-0095.html)

pub mod errors;
pub mod file_transfer;

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::feature_negotiation::Feature;
use xmpp_data_forms::form::{Choice, Field, FieldKind, Form, FormKind};
use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace, and the feature of an entity that supports this.
pub const NS: &str = "http://jabber.org/protocol/si";

/// The field with the stream methods to choose from.
pub const STREAM_METHOD: &str = "stream-method";

/// Offers a stream, in an iq of type `set`. The result is an [`Acceptance`].
///
/// [XEP-0095 §4.1](https://xmpp.org/extensions/xep-0095.html#def-si)
#[doc(alias("XEP-0095", "XEP0095", "0095"))]
#[doc(alias("http://jabber.org/protocol/si", "si"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "si", derive(Debug, PartialEq, Eq))]
#[xml(new = "A stream for this profile, whose element is to be added.", parameters = [id, profile], with)]
#[non_exhaustive]
pub struct Offer {
    /// The identifier of the stream.
    #[xml(attribute)]
    pub id: String,
    /// The media type of the data. `None` means `application/octet-stream`.
    #[xml(attribute = "mime-type")]
    pub mime_type: Option<String>,
    /// The purpose of the stream: the namespace of the profile, such as [`file_transfer::NS`].
    #[xml(attribute)]
    pub profile: String,
    /// The data required by the profile: one element, in its namespace.
    #[xml(child)]
    pub details: Vec<Detail>,
    /// The offered stream methods: see [`stream_methods`](Self::stream_methods). `None` means the one that the
    /// profile requires.
    #[xml(child, strict)]
    pub feature: Option<Feature>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Offer {
    /// An offer of a file, with these methods.
    ///
    /// ```
    /// use xmpp_files::stream_initiation::{Offer, file_transfer::File};
    /// use xmpp_files::bytestreams;
    ///
    /// let offer = Offer::of_file("a0", File::new().with_name("tides.txt").with_size(1022u64), [bytestreams::NS]);
    /// let answer = offer.accept(bytestreams::NS).unwrap();
    /// assert_eq!(answer.stream_method(&offer), Some(bytestreams::NS));
    /// ```
    ///
    /// [XEP-0096 §3](https://xmpp.org/extensions/xep-0096.html#protocol)
    #[must_use]
    pub fn of_file<'a>(
        id: &str,
        file: file_transfer::File,
        methods: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut field = Field::new(STREAM_METHOD, FieldKind::ListSingle);
        field.options = methods.into_iter().map(Choice::new).collect();
        let mut form = Form::new(FormKind::Form);
        form.fields.push(field);
        Self::new(id, file_transfer::NS)
            .with_details([Detail::File(file)])
            .with_feature(Feature::new(form))
    }

    /// The offered stream methods by namespace, in order. Empty if the profile requires a certain one.
    pub fn stream_methods(&self) -> impl Iterator<Item = &str> {
        let field = self.feature.as_ref();
        let field = field.and_then(|feature| feature.form.field(STREAM_METHOD));
        field
            .into_iter()
            .flat_map(|field| &field.options)
            .filter_map(|choice| choice.value.as_deref())
    }

    /// The answer that accepts the offer with this method. `None` if the method is not offered.
    #[must_use]
    pub fn accept(&self, method: &str) -> Option<Acceptance> {
        if !self.stream_methods().any(|offered| offered == method) {
            return None;
        }
        let mut field = Field::untyped(STREAM_METHOD);
        field.set_value(method);
        let mut form = Form::new(FormKind::Submit);
        form.fields.push(field);
        Some(Acceptance::new().with_feature(Feature::new(form)))
    }
}

/// The acceptance of an [`Offer`], in an iq of type `result`.
///
/// [XEP-0095 §4.1](https://xmpp.org/extensions/xep-0095.html#def-si)
#[doc(alias("XEP-0095", "XEP0095", "0095"))]
#[doc(alias("http://jabber.org/protocol/si", "si"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "si", derive(Debug, PartialEq, Eq))]
#[xml(new = "Acceptance with the method that the profile requires.", with)]
#[non_exhaustive]
pub struct Acceptance {
    /// The identifier of the stream, which should not be repeated here. Usually `None`.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The media type, which should not be repeated here. Usually `None`.
    #[xml(attribute = "mime-type")]
    pub mime_type: Option<String>,
    /// The namespace of the profile, which should not be repeated here. Usually `None`.
    #[xml(attribute)]
    pub profile: Option<String>,
    /// The profile's answer, if any.
    #[xml(child)]
    pub details: Vec<Detail>,
    /// The chosen stream method: see [`stream_method`](Self::stream_method). `None` means the one that the profile
    /// requires.
    #[xml(child, strict)]
    pub feature: Option<Feature>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Acceptance {
    /// The chosen stream method. `None` if there is no choice, or it is not one of the offered ones.
    #[must_use]
    pub fn stream_method<'a>(&self, offer: &'a Offer) -> Option<&'a str> {
        let chosen = self.feature.as_ref()?.form.value(STREAM_METHOD)?;
        offer.stream_methods().find(|offered| *offered == chosen)
    }
}

/// The element of a profile.
///
/// [XEP-0095 §5.1](https://xmpp.org/extensions/xep-0095.html#impl-profiles)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Detail {
    /// A file.
    File(file_transfer::File),
    /// An element of another profile.
    Other(RawElement),
}
