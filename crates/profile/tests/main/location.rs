//! Numbers with a fraction, and positions.

use xmpp_profile::location::{Location, NS};
use xmpp_profile::vcard_temp::Geo;
use xmpp_profile::{Decimal, Position};
use xmpp_xml::{Error, Value as _, from_str, to_string};

fn location(content: &str) -> Result<Location, Error> {
    from_str(&format!("<geoloc xmlns='{NS}'>{content}</geoloc>"))
}

#[test]
fn keeps_the_digits_of_a_number() -> Result<(), Error> {
    let source = format!("<geoloc xmlns='{NS}'><lat>+51.7500</lat><lon> -0.0 </lon></geoloc>");
    let place: Location = from_str(&source)?;
    assert_eq!(place.latitude.as_ref().map(Decimal::to_f64), Some(51.75));
    assert_eq!(
        place.latitude.as_ref().map(Decimal::as_str),
        Some("+51.7500")
    );
    assert_eq!(to_string(&place)?, source);
    Ok(())
}

#[test]
fn rejects_what_is_no_number() {
    for text in [
        "",
        " ",
        "-",
        ".",
        "1,5",
        "0x1",
        "NaN",
        "inf",
        "-Infinity",
        "1e999",
        "1 2",
        "e",
        "1e",
        "−1",
        "１",
    ] {
        assert!(Decimal::parse(text).is_err(), "{text}");
    }
    for text in [
        "0",
        "-0",
        "1.",
        ".5",
        "+1",
        "1e-7",
        "1E5",
        " 7 ",
        "0000000000000000000000001",
    ] {
        assert!(Decimal::parse(text).is_ok(), "{text}");
    }
    assert!(Decimal::new(f64::NAN).is_none() && Decimal::new(f64::NEG_INFINITY).is_none());
    let smallest = Decimal::new(f64::MIN_POSITIVE).unwrap();
    assert!(!smallest.as_str().contains('e'));
    assert_eq!(smallest.to_f64(), f64::MIN_POSITIVE);
}

#[test]
fn a_position_is_on_earth() -> Result<(), Error> {
    for (latitude, longitude, is_one) in [
        ("90", "180", true),
        ("-90", "-180", true),
        ("0", "0", true),
        ("90.0000001", "0", false),
        ("-91", "0", false),
        ("0", "180.1", false),
        ("0", "-180.1", false),
        ("1e300", "0", false),
    ] {
        let content = format!("<lat>{latitude}</lat><lon>{longitude}</lon>");
        assert_eq!(
            location(&content)?.position().is_some(),
            is_one,
            "{content}"
        );
        assert_eq!(
            Geo::new(latitude, longitude).position().is_some(),
            is_one,
            "{content}"
        );
    }
    assert_eq!(location("<lat>1</lat>")?.position(), None);
    assert_eq!(location("<lon>1</lon>")?.position(), None);
    for empty in ["", "north"] {
        assert_eq!(Geo::new(empty, "1").position(), None);
    }
    assert!(Position::new(f64::NAN, 0.0).is_none());
    Ok(())
}

#[test]
fn a_position_is_by_the_datum_that_all_understand() -> Result<(), Error> {
    for (datum, is_one) in [
        ("WGS84", true),
        ("wgs 84", true),
        ("WGS-84", true),
        ("OSGB36", false),
        ("", false),
    ] {
        let place = location(&format!("<datum>{datum}</datum><lat>1</lat><lon>2</lon>"))?;
        assert_eq!(place.position().is_some(), is_one, "{datum}");
    }
    Ok(())
}

#[test]
fn a_position_comes_back() {
    let position = Position::new(-33.8568, 151.2153).unwrap();
    assert_eq!(Location::at(position).position(), Some(position));
}

#[test]
fn only_an_empty_place_stops_publishing() -> Result<(), Error> {
    assert!(location("")?.is_stop() && Location::stop().is_stop());
    let with_language = format!("<geoloc xmlns='{NS}' xml:lang='en'/>");
    assert!(from_str::<Location>(&with_language)?.is_stop());
    assert!(!location("<text/>")?.is_stop());
    assert!(!location("<planet/>")?.is_stop());
    let (kept, _) =
        crate::keep::<Location>(&format!("<geoloc xmlns='{NS}'><lat>north</lat></geoloc>"))?;
    assert!(kept.latitude.is_none() && !kept.is_stop());
    Ok(())
}
