//! User location.
//!
//! [XEP-0080, User Location](https://xmpp.org/extensions/xep-0080.html)

use alloc::string::String;

use xmpp_xml::{DateTime, Extra, LanguageTag, TimeZone, Xml};

use crate::{Decimal, Position};

/// The namespace, and the node of user locations.
pub const NS: &str = "http://jabber.org/protocol/geoloc";

/// A location, by coordinates, address, or both. An empty one means that the user has stopped publishing:
/// [`is_stop`](Self::is_stop).
///
/// The numbers are kept as written; [`position`](Self::position) validates the coordinates.
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
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "geoloc", derive(Debug, PartialEq, Eq))]
#[xml(new = "A location without data.", with)]
#[non_exhaustive]
pub struct Location {
    /// The language of the texts. `None` means the one in scope.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The horizontal accuracy in metres. `None` if not specified, as for all fields that follow.
    #[xml(child_text)]
    pub accuracy: Option<Decimal>,
    /// The altitude in metres above sea level; negative below.
    #[xml(child_text = "alt")]
    pub altitude: Option<Decimal>,
    /// The vertical accuracy in metres.
    #[xml(child_text = "altaccuracy")]
    pub altitude_accuracy: Option<Decimal>,
    /// A named area, such as a campus or a neighbourhood.
    #[xml(child_text)]
    pub area: Option<String>,
    /// The bearing, in degrees from true north.
    #[xml(child_text)]
    pub bearing: Option<Decimal>,
    /// The name of the building.
    #[xml(child_text)]
    pub building: Option<String>,
    /// The country.
    #[xml(child_text)]
    pub country: Option<String>,
    /// The ISO 3166 two-letter country code.
    #[xml(child_text = "countrycode")]
    pub country_code: Option<String>,
    /// The geodetic datum of the coordinates. `None` means WGS 84, the only one with general support.
    #[xml(child_text)]
    pub datum: Option<String>,
    /// A name or description of the place.
    #[xml(child_text)]
    pub description: Option<String>,
    /// The horizontal accuracy in minutes of arc. Deprecated: [`accuracy`](Self::accuracy) is in metres.
    #[xml(child_text)]
    pub error: Option<Decimal>,
    /// The floor of the building.
    #[xml(child_text)]
    pub floor: Option<String>,
    /// The latitude in degrees; north is positive.
    #[xml(child_text = "lat")]
    pub latitude: Option<Decimal>,
    /// The town or village.
    #[xml(child_text)]
    pub locality: Option<String>,
    /// The longitude in degrees; east is positive.
    #[xml(child_text = "lon")]
    pub longitude: Option<Decimal>,
    /// The postal code.
    #[xml(child_text = "postalcode")]
    pub postal_code: Option<String>,
    /// The administrative region, such as a state or province.
    #[xml(child_text)]
    pub region: Option<String>,
    /// The ISO 3166-2 code of the region.
    #[xml(child_text = "regioncode")]
    pub region_code: Option<String>,
    /// The room in the building.
    #[xml(child_text)]
    pub room: Option<String>,
    /// The speed in metres per second.
    #[xml(child_text)]
    pub speed: Option<Decimal>,
    /// The street, or an intersection.
    #[xml(child_text)]
    pub street: Option<String>,
    /// Further information about the place.
    #[xml(child_text)]
    pub text: Option<String>,
    /// When the coordinates were determined.
    #[xml(child_text)]
    pub timestamp: Option<DateTime>,
    /// The time zone of the place.
    #[xml(child_text = "tzo")]
    pub time_zone: Option<TimeZone>,
    /// A URI with more information about the place.
    #[xml(child_text)]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Location {
    /// The location at this position.
    #[must_use]
    pub fn at(position: Position) -> Self {
        Self {
            latitude: Decimal::new(position.latitude),
            longitude: Decimal::new(position.longitude),
            ..Self::default()
        }
    }

    /// The user has stopped publishing.
    ///
    /// [XEP-0080 §4.1](https://xmpp.org/extensions/xep-0080.html#usecases-pubsub)
    #[must_use]
    pub fn stop() -> Self {
        Self::default()
    }

    /// Whether the user has stopped publishing: there is no child element.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.extra.children().next().is_none()
            && Self {
                lang: None,
                extra: Extra::new(),
                ..self.clone()
            } == Self::default()
    }

    /// The validated coordinates. `None` if one of them is missing, if there is no such position, or if
    /// they are not in WGS 84.
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
