//! Values: what they read, what they refuse, and how they are written.

use xmpp_xml::{Base64, Date, DateTime, Hex, LanguageTag, Secret, Time, TimeZone, Value};

#[track_caller]
fn reads<T: Value + PartialEq + core::fmt::Debug>(text: &str, value: T, canonical: &str) {
    assert_eq!(T::parse(text).as_ref(), Ok(&value), "{text}");
    assert_eq!(value.to_text(), canonical);
    assert_eq!(value.is_canonical(text), text == canonical, "{text}");
    assert_eq!(T::parse(canonical).as_ref(), Ok(&value));
}

#[test]
fn booleans() {
    for (text, value) in [
        ("true", true),
        ("1", true),
        (" 1\n", true),
        ("false", false),
        ("0", false),
    ] {
        reads(text, value, if value { "true" } else { "false" });
    }
    for text in ["", "True", "yes", "01", "t rue"] {
        assert!(bool::parse(text).is_err(), "{text}");
    }
}

#[test]
fn integers() {
    reads("0", 0u8, "0");
    reads("+255", 255u8, "255");
    reads(" 007 ", 7u8, "7");
    reads("-0", 0u8, "0");
    reads("-128", -128i8, "-128");
    reads("18446744073709551615", u64::MAX, "18446744073709551615");
    for text in [
        "", "-", "+", "256", "1\u{C}", "1\u{A0}", "-1", "1.0", "0x1", "1 2", "１",
    ] {
        assert!(u8::parse(text).is_err(), "{text}");
    }
}

#[test]
fn dates_and_times_keep_their_text() {
    for text in [
        "1969-07-21T02:56:15Z",
        "1969-07-20T21:56:15-05:00",
        "2006-12-19T17:58:35.123456789012+05:30",
        "2016-12-31T23:59:60Z",
        "2000-02-29T00:00:00+00:00",
        "0000-01-01T00:00:00-00:00",
    ] {
        let moment = DateTime::parse(text).unwrap();
        assert_eq!(moment.to_text(), text);
        assert!(moment.is_canonical(text) && !moment.is_canonical(" "));
    }
    for text in [
        "",
        "1969-07-21",
        "1969-07-21T02:56:15",
        "1969-07-21 02:56:15Z",
        "1969-7-21T02:56:15Z",
        "1969-02-29T02:56:15Z",
        "1969-13-01T02:56:15Z",
        "1969-07-21T24:00:00Z",
        "1969-07-21T02:56:15.Z",
        "1969-07-21T02:56:15z",
        "1969-07-21T02:56:15+5:30",
        "1969-07-21T02:56:15+05:60",
        "1969-07-21T02:56:15ZZ",
        "+969-07-21T02:56:15Z",
        "1969-07-21T02:56:15Zü",
        "19690721T02:56:15",
    ] {
        assert!(DateTime::parse(text).is_err(), "{text}");
    }
}

#[test]
fn time_zones_are_minutes() {
    for (text, minutes, canonical) in [
        ("Z", 0, "Z"),
        ("+00:00", 0, "Z"),
        ("-00:00", 0, "Z"),
        ("\n+05:30 ", 330, "+05:30"),
        ("-00:01", -1, "-00:01"),
        ("-23:59", -1439, "-23:59"),
    ] {
        let zone = TimeZone::parse(text).unwrap();
        assert_eq!(TimeZone::new(minutes), Some(zone), "{text}");
        assert_eq!((zone.offset(), &*zone.to_text()), (minutes, canonical));
    }
    for text in [
        "", "z", "+5:30", "05:30", "+24:00", "+05:60", "+05:30Z", "Z Z",
    ] {
        assert!(TimeZone::parse(text).is_err(), "{text}");
    }
    for minutes in [1440, -1440, i16::MIN] {
        assert_eq!(TimeZone::new(minutes), None);
    }
}

#[test]
fn an_offset_without_its_colon_is_read_and_not_made() {
    let text = "2018-11-27T10:00:00.5+0530";
    let moment = DateTime::parse(text).unwrap();
    assert_eq!((moment.offset(), moment.as_str()), (330, text));
    let proper = DateTime::parse("2018-11-27T10:00:00.5+05:30").unwrap();
    assert_eq!(moment.unix_nanoseconds(), proper.unix_nanoseconds());
    assert_eq!(Time::parse("10:00:00-0130").unwrap().offset(), Some(-90));
    let zone = TimeZone::parse("-0600").unwrap();
    assert_eq!((zone.offset(), zone.to_text().as_str()), (-360, "-06:00"));
    for text in ["+053", "+05300", "+2400", "+0060", "+05-30", "0530"] {
        assert!(TimeZone::parse(text).is_err(), "{text}");
    }
    assert!(text.parse::<DateTime>().is_err());
    assert!("10:00:00-0130".parse::<Time>().is_err());
    assert!(" +0000 ".parse::<TimeZone>().is_err());
    assert!("+00:00".parse::<TimeZone>().is_ok());
    assert!("2018-1127".parse::<Date>().is_err());
}

#[test]
fn moments_are_compared_by_number() {
    let at = |text| DateTime::parse(text).unwrap();
    assert_eq!(at("1970-01-01T00:00:00Z").unix_seconds(), 0);
    assert_eq!(at("1969-07-21T02:56:15Z").unix_seconds(), -14_159_025);
    assert_eq!(at("1969-07-20T21:56:15-05:00").unix_seconds(), -14_159_025);
    assert_eq!(
        at("2006-12-19T17:58:35.5+05:30").unix_nanoseconds(),
        1_166_531_315_500_000_000
    );
    assert_ne!(at("1970-01-01T00:00:00Z"), at("1970-01-01T00:00:00+00:00"));
    for seconds in [0, -1, 86_399, 951_827_696, 253_402_300_799, -62_167_219_200] {
        assert_eq!(
            DateTime::from_unix_seconds(seconds).unwrap().unix_seconds(),
            seconds
        );
    }
    assert_eq!(DateTime::from_unix_seconds(i64::MAX), None);
    assert_eq!(DateTime::from_unix_seconds(253_402_300_800), None);
    let parts = at("2006-12-19T17:58:35.123-01:30");
    assert_eq!(
        (
            parts.date().year(),
            parts.date().month(),
            parts.date().day()
        ),
        (2006, 12, 19)
    );
    assert_eq!((parts.hour(), parts.minute(), parts.second()), (17, 58, 35));
    assert_eq!((parts.nanosecond(), parts.offset()), (123_000_000, -90));
}

#[test]
fn dates_and_times_alone() {
    reads(
        " 1969-07-21 ",
        Date::new(1969, 7, 21).unwrap(),
        "1969-07-21",
    );
    assert_eq!(Date::new(1900, 2, 29), None);
    let time = Time::parse("02:56:15.1").unwrap();
    assert_eq!((time.hour(), time.minute(), time.second()), (2, 56, 15));
    assert_eq!((time.nanosecond(), time.offset()), (100_000_000, None));
    assert_eq!(Time::parse("02:56:15-00:30").unwrap().offset(), Some(-30));
    assert!(Time::parse("2:56:15").is_err() && Time::parse("02:56").is_err());
}

#[test]
fn binary() {
    reads("AQID", Base64(vec![1, 2, 3]), "AQID");
    reads(" AQ\r\nID\t", Base64(vec![1, 2, 3]), "AQID");
    reads("AQ==", Base64(vec![1]), "AQ==");
    reads("AQ", Base64(vec![1]), "AQ==");
    reads("AR==", Base64(vec![1]), "AQ==");
    reads("", Base64(Vec::new()), "");
    for text in ["A", "A===", "AQ=", "A?==", "AQID=AQ", "=", "ü"] {
        assert!(Base64::parse(text).is_err() || text == "AQ=", "{text}");
    }
    let long: Vec<u8> = (0..5000).map(|n| n as u8).collect();
    let text = Base64(long.clone()).to_text();
    assert_eq!(Base64::parse(&text), Ok(Base64(long)));
    reads("00ff10", Hex(vec![0, 255, 16]), "00ff10");
    reads(" 00FF10", Hex(vec![0, 255, 16]), "00ff10");
    for text in ["0", "0g", "0 0", "é"] {
        assert!(Hex::parse(text).is_err(), "{text}");
    }
}

#[test]
fn languages() {
    for text in ["en", "en_US", "", "x-klingon", " de "] {
        assert_eq!(LanguageTag::parse(text).unwrap().as_str(), text);
    }
    assert!(LanguageTag::new("de-AT").same_language(&LanguageTag::new("DE")));
    assert!(LanguageTag::new("de-AT").is_well_formed());
    assert!(!LanguageTag::new("en_US").is_well_formed() && !LanguageTag::new("").is_well_formed());
}

#[test]
fn shows_no_secret_in_debug() {
    let secret: Secret<String> = "c\u{e9}leste".into();
    assert_eq!(
        format!("{secret:?} {:?}", Some(&secret)),
        "Secret(…) Some(Secret(…))"
    );
    assert_eq!(secret.as_text(), Some("c\u{e9}leste"));
    // Nor in what is wrong with one.
    let error = Secret::<Base64>::parse("dGVhIQ=!").unwrap_err();
    assert_eq!(error.reason(), "");
    let key = Secret::<Base64>::parse("dGVh").expect("base64");
    assert_eq!(key.0.0, b"tea");
    assert_eq!(key.to_text(), "dGVh");
}

#[test]
fn shows_values_as_their_text_in_debug() {
    let moment = DateTime::parse("1969-07-21T02:56:15Z").expect("a moment");
    assert_eq!(format!("{moment:?}"), "1969-07-21T02:56:15Z");
    assert_eq!(format!("{:?}", Base64(b"tea".to_vec())), "Base64(dGVh)");
    assert_eq!(format!("{:?}", Hex(vec![7; 33])), "Hex(33 bytes)");
}

#[test]
fn addresses_of_the_internet() {
    use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

    let v4 = Ipv4Addr::new(192, 0, 2, 1);
    reads(" 192.0.2.1 ", v4, "192.0.2.1");
    reads("192.0.2.1", IpAddr::from(v4), "192.0.2.1");
    let v6 = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1);
    reads("2001:DB8:0::1", v6, "2001:db8::1");
    reads("2001:db8::1", IpAddr::from(v6), "2001:db8::1");
    for text in ["", "192.0.2", "192.0.2.01", "[::1]", "::1%eth0", "::g"] {
        assert!(IpAddr::parse(text).is_err(), "{text}");
    }
}

#[test]
fn fractions() {
    reads("0", 0.0, "0");
    reads("-1.50", -1.5, "-1.5");
    reads(" +6.02E2 ", 602.0, "602");
    reads("INF", f64::INFINITY, "INF");
    reads("-INF", f64::NEG_INFINITY, "-INF");
    reads("5e-324", 5e-324, &5e-324.to_string());
    for text in [
        "", "NaN", "inf", "infinity", "1e999", "1,5", "0x1", "1 2", ".",
    ] {
        assert!(f64::parse(text).is_err(), "{text}");
    }
}

#[test]
fn moments_by_their_nanoseconds() {
    for (nanoseconds, text) in [
        (0, "1970-01-01T00:00:00Z"),
        (1, "1970-01-01T00:00:00.000000001Z"),
        (-1_000, "1969-12-31T23:59:59.999999Z"),
        (1_234_000_000, "1970-01-01T00:00:01.234Z"),
        (253_402_300_799_999_000_000, "9999-12-31T23:59:59.999Z"),
    ] {
        let moment = DateTime::from_unix_nanoseconds(nanoseconds).expect(text);
        assert_eq!(moment.as_str(), text);
        assert_eq!(moment.unix_nanoseconds(), nanoseconds);
    }
    for nanoseconds in [
        253_402_300_800_000_000_000,
        -62_167_219_200_000_000_001,
        i128::MIN,
        i128::MAX,
    ] {
        assert_eq!(DateTime::from_unix_nanoseconds(nanoseconds), None);
    }
}

#[cfg(feature = "std")]
#[test]
fn moments_of_the_system_both_ways() {
    use core::time::Duration;
    use std::time::{SystemTime, UNIX_EPOCH};

    for text in [
        "1969-07-21T02:56:15.5Z",
        "2026-11-27T14:00:00.000000001Z",
        "1970-01-01T00:00:00Z",
    ] {
        let moment = DateTime::parse(text).expect(text);
        let time = SystemTime::try_from(&moment).expect(text);
        let back = DateTime::try_from(time).expect(text);
        assert_eq!(back.unix_nanoseconds(), moment.unix_nanoseconds(), "{text}");
    }
    let zoned = DateTime::parse("1970-01-01T01:00:00+01:00").expect("a moment");
    assert_eq!(SystemTime::try_from(&zoned), Ok(UNIX_EPOCH));
    assert_eq!(SystemTime::try_from(zoned), Ok(UNIX_EPOCH));
    let year = Duration::from_secs(366 * 86_400);
    assert!(DateTime::try_from(UNIX_EPOCH + year * 9000).is_err());
    assert!(DateTime::try_from(UNIX_EPOCH - year * 2000).is_err());
}

#[cfg(feature = "jiff")]
#[test]
fn moments_of_jiff_both_ways() {
    for text in [
        "1969-07-21T02:56:15.5Z",
        "2026-11-27T14:00:00.000000001+05:30",
    ] {
        let moment = DateTime::parse(text).expect(text);
        let time = jiff::Timestamp::try_from(&moment).expect(text);
        let back = DateTime::try_from(time).expect(text);
        assert_eq!(back.unix_nanoseconds(), moment.unix_nanoseconds(), "{text}");
    }
    assert!(DateTime::try_from(jiff::Timestamp::MIN).is_err());
}

#[test]
fn compares_secrets_by_all_of_their_bytes() {
    use xmpp_xml::constant_time_eq;

    assert!(constant_time_eq(b"", b"") && constant_time_eq(b"tea", b"tea"));
    for other in ["", "t", "te", "teA", "Tea", "team"] {
        assert!(!constant_time_eq(b"tea", other.as_bytes()), "{other}");
        assert!(!constant_time_eq(other.as_bytes(), b"tea"), "{other}");
    }
}
