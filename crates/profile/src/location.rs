//! Where on earth somebody or something is.
//!
//! [XEP-0080, User Location](https://xmpp.org/extensions/xep-0080.html)

use alloc::string::String;

use xmpp_xml::{DateTime, Extra, LanguageTag, TimeZone, Xml};

use crate::{Decimal, Position};

/// The namespace, and the node that it is published at.
pub const NS: &str = "http://jabber.org/protocol/geoloc";

/// A place, by its coordinates, its address, or both. An empty one means that nothing is published any more:
/// [`is_stop`](Self::is_stop).
///
/// The numbers are as they came; [`position`](Self::position) has those that can be put on a map.
///
/// ```
/// use xmpp_profile::location::Location;
///
/// let place: Location = xmpp_xml::from_str(
///     "<geoloc xmlns='http://jabber.org/protocol/geoloc'>\
///        <lat>45.44</lat><lon>12.33</lon><locality>Venezia</locality>\
///      </geoloc>",
/// )?;
/// let position = place.position().unwrap();
/// assert_eq!((position.latitude, position.longitude), (45.44, 12.33));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [XEP-0080 §3](https://xmpp.org/extensions/xep-0080.html#format)
#[doc(alias("XEP-0080", "XEP0080", "0080"))]
#[doc(alias("http://jabber.org/protocol/geoloc", "geoloc"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "geoloc")]
#[xml(new = "A place that nothing is known of yet.", with)]
#[non_exhaustive]
pub struct Location {
    /// The language of the texts. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// By how many metres the coordinates may be wrong. `None` means not said, as with all that follow.
    #[xml(child_text)]
    pub accuracy: Option<Decimal>,
    /// Metres above sea level, negative below.
    #[xml(child_text = "alt")]
    pub altitude: Option<Decimal>,
    /// By how many metres the altitude may be wrong.
    #[xml(child_text = "altaccuracy")]
    pub altitude_accuracy: Option<Decimal>,
    /// A named area, such as a campus or a neighbourhood.
    #[xml(child_text)]
    pub area: Option<String>,
    /// Where it is heading, in degrees from true north.
    #[xml(child_text)]
    pub bearing: Option<Decimal>,
    /// The building.
    #[xml(child_text)]
    pub building: Option<String>,
    /// The country.
    #[xml(child_text)]
    pub country: Option<String>,
    /// The country, as its ISO 3166 code of two letters.
    #[xml(child_text = "countrycode")]
    pub country_code: Option<String>,
    /// The geodetic datum of the coordinates. `None` means WGS 84, which is the only one that all understand.
    #[xml(child_text)]
    pub datum: Option<String>,
    /// A name of the place, or a description.
    #[xml(child_text)]
    pub description: Option<String>,
    /// By how many minutes of arc the coordinates may be wrong. Deprecated: [`accuracy`](Self::accuracy) is in metres.
    #[xml(child_text)]
    pub error: Option<Decimal>,
    /// The floor of the building.
    #[xml(child_text)]
    pub floor: Option<String>,
    /// Degrees north, negative in the south.
    #[xml(child_text = "lat")]
    pub latitude: Option<Decimal>,
    /// The town or village.
    #[xml(child_text)]
    pub locality: Option<String>,
    /// Degrees east, negative in the west.
    #[xml(child_text = "lon")]
    pub longitude: Option<Decimal>,
    /// The postal code.
    #[xml(child_text = "postalcode")]
    pub postal_code: Option<String>,
    /// The part of the country, such as a state or a province.
    #[xml(child_text)]
    pub region: Option<String>,
    /// The part of the country, as its ISO 3166-2 code.
    #[xml(child_text = "regioncode")]
    pub region_code: Option<String>,
    /// The room in the building.
    #[xml(child_text)]
    pub room: Option<String>,
    /// How fast it moves, in metres per second.
    #[xml(child_text)]
    pub speed: Option<Decimal>,
    /// The street, or a crossing of two.
    #[xml(child_text)]
    pub street: Option<String>,
    /// Anything else about the place.
    #[xml(child_text)]
    pub text: Option<String>,
    /// When the coordinates were taken.
    #[xml(child_text)]
    pub timestamp: Option<DateTime>,
    /// The time zone of the place.
    #[xml(child_text = "tzo")]
    pub time_zone: Option<TimeZone>,
    /// A URI of more about the place.
    #[xml(child_text)]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Location {
    /// The place at this position.
    #[must_use]
    pub fn at(position: Position) -> Self {
        Self {
            latitude: Decimal::new(position.latitude),
            longitude: Decimal::new(position.longitude),
            ..Self::default()
        }
    }

    /// Nothing is published any more.
    ///
    /// [XEP-0080 §4.1](https://xmpp.org/extensions/xep-0080.html#usecases-pubsub)
    #[must_use]
    pub fn stop() -> Self {
        Self::default()
    }

    /// Whether nothing is published any more: there is no child element at all.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.extra.children().next().is_none()
            && Self {
                lang: None,
                extra: Extra::new(),
                ..self.clone()
            } == Self::default()
    }

    /// The coordinates, for a map. `None` means that one of them is not known, that there is no such position, or that
    /// they are not by WGS 84.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let is_wgs_84 = self.datum.as_deref().is_none_or(|datum| {
            datum
                .chars()
                .filter(|c| !matches!(c, ' ' | '-' | '\t' | '\r' | '\n'))
                .map(|c| c.to_ascii_uppercase())
                .eq("WGS84".chars())
        });
        let (latitude, longitude) = self.latitude.as_ref().zip(self.longitude.as_ref())?;
        Position::new(latitude.to_f64(), longitude.to_f64()).filter(|_| is_wgs_84)
    }
}
