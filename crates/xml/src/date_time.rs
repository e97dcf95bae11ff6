//! Dates and times in the profiles of XEP-0082.
//!
//! A type whose text has more information than its numbers keeps the text, so that offset and precision are preserved.
//!
//! An offset without its colon (`+0530`, allowed by ISO 8601 but not by XEP-0082) is seen on the wire and unambiguous, so
//! it is accepted, and written back as it was. [`FromStr`], which is for values that are made here, rejects it.
//!
//! [XEP-0082, XMPP Date and Time Profiles](https://xmpp.org/extensions/xep-0082.html)

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write};
use core::str::FromStr;

use crate::chars;
use crate::value::{InvalidValue, Value};

/// A date: `1969-07-21`.
///
/// [XEP-0082 §3.1](https://xmpp.org/extensions/xep-0082.html)
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A time of day, with an optional time zone: `02:56:15`, `02:56:15.123-01:00`.
///
/// Equality compares the text.
///
/// [XEP-0082 §3.3](https://xmpp.org/extensions/xep-0082.html)
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Time {
    text: Box<str>,
    clock: Clock,
}

/// A time zone, as the offset of local time from UTC: `-06:00`, `Z`.
///
/// [XEP-0082 §2.1](https://xmpp.org/extensions/xep-0082.html)
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeZone(i16);

/// A date and time with its offset from UTC: `1969-07-21T02:56:15Z`.
///
/// Equality compares the text; use [`unix_nanoseconds`](Self::unix_nanoseconds) to compare instants.
///
/// [XEP-0082 §3.2](https://xmpp.org/extensions/xep-0082.html)
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DateTime {
    text: Box<str>,
    date: Date,
    clock: Clock,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Clock {
    hour: u8,
    minute: u8,
    second: u8,
    nanosecond: u32,
    /// Minutes east of UTC.
    offset: Option<i16>,
}

impl Date {
    /// A date. `None` if there is no such day in the Gregorian calendar.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => return None,
        };
        (year <= 9999 && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// The year, 0 to 9999.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(&self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01.
    fn unix_days(self) -> i64 {
        // Years begin in March, so that the day that leap years add is the last.
        let (year, month, day) = (
            i64::from(self.year),
            i64::from(self.month),
            i64::from(self.day),
        );
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    fn from_unix_days(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }
}

impl Time {
    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        self.clock.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> u8 {
        self.clock.minute
    }

    /// The second, 0 to 60: 60 is a leap second.
    #[must_use]
    pub fn second(&self) -> u8 {
        self.clock.second
    }

    /// The fraction of the second in nanoseconds; digits beyond the ninth are only in the text.
    #[must_use]
    pub fn nanosecond(&self) -> u32 {
        self.clock.nanosecond
    }

    /// The offset from UTC in minutes, positive to the east; 0 for `Z`. `None` if there is no time zone.
    #[must_use]
    pub fn offset(&self) -> Option<i16> {
        self.clock.offset
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl DateTime {
    /// The instant this many seconds after 1970-01-01T00:00:00Z, in UTC and without a fraction. `None` before the year 0
    /// and after the year 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let date = Date::from_unix_days(seconds.div_euclid(86_400))?;
        let rest = seconds.rem_euclid(86_400);
        format!(
            "{date}T{:02}:{:02}:{:02}Z",
            rest / 3600,
            rest / 60 % 60,
            rest % 60
        )
        .parse()
        .ok()
    }

    /// The date, in the value's own time zone.
    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        self.clock.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> u8 {
        self.clock.minute
    }

    /// The second, 0 to 60: 60 is a leap second.
    #[must_use]
    pub fn second(&self) -> u8 {
        self.clock.second
    }

    /// The fraction of the second in nanoseconds; digits beyond the ninth are only in the text.
    #[must_use]
    pub fn nanosecond(&self) -> u32 {
        self.clock.nanosecond
    }

    /// The offset from UTC in minutes, positive to the east; 0 for `Z`.
    #[must_use]
    pub fn offset(&self) -> i16 {
        self.clock.offset.unwrap_or_default()
    }

    /// Seconds since 1970-01-01T00:00:00Z, not counting leap seconds.
    #[must_use]
    pub fn unix_seconds(&self) -> i64 {
        let clock = &self.clock;
        let minutes =
            i64::from(clock.hour) * 60 + i64::from(clock.minute) - i64::from(self.offset());
        self.date.unix_days() * 86_400 + minutes * 60 + i64::from(clock.second)
    }

    /// Nanoseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix_nanoseconds(&self) -> i128 {
        i128::from(self.unix_seconds()) * 1_000_000_000 + i128::from(self.clock.nanosecond)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl TimeZone {
    /// UTC.
    pub const UTC: Self = Self(0);

    /// The time zone this many minutes east of UTC. `None` if that is a day or more either way.
    #[must_use]
    pub fn new(minutes: i16) -> Option<Self> {
        (minutes.unsigned_abs() < 24 * 60).then_some(Self(minutes))
    }

    /// The offset from UTC in minutes, positive to the east, less than a day either way.
    #[must_use]
    pub fn offset(&self) -> i16 {
        self.0
    }
}

/// Takes the text apart from its start.
struct Scanner<'a>(&'a str);

impl Scanner<'_> {
    fn number(&mut self, digits: usize) -> Option<u16> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        number
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| number.parse().ok())?
    }

    fn literal(&mut self, literal: char) -> Option<()> {
        self.0 = self.0.strip_prefix(literal)?;
        Some(())
    }

    fn date(&mut self) -> Option<Date> {
        let year = self.number(4)?;
        self.literal('-')?;
        let month = self.number(2)?;
        self.literal('-')?;
        let day = self.number(2)?;
        Date::new(year, month as u8, day as u8)
    }

    fn clock(&mut self) -> Option<Clock> {
        let hour = self.number(2).filter(|h| *h < 24)?;
        self.literal(':')?;
        let minute = self.number(2).filter(|m| *m < 60)?;
        self.literal(':')?;
        let second = self.number(2).filter(|s| *s <= 60)?;
        let mut nanosecond = 0;
        if self.literal('.').is_some() {
            let len = self.0.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, rest) = self.0.split_at_checked(len).filter(|_| len > 0)?;
            self.0 = rest;
            let known = digits.bytes().chain(core::iter::repeat(b'0')).take(9);
            nanosecond = known.fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
        }
        let offset = self.offset()?;
        Some(Clock {
            hour: hour as u8,
            minute: minute as u8,
            second: second as u8,
            nanosecond,
            offset,
        })
    }

    /// The time zone: none, `Z`, or an offset.
    fn offset(&mut self) -> Option<Option<i16>> {
        let sign = match self.0.chars().next() {
            None => return Some(None),
            Some('Z') => {
                self.literal('Z')?;
                return Some(Some(0));
            }
            Some('+') => 1,
            Some('-') => -1,
            Some(_) => return None,
        };
        self.0 = self.0.get(1..)?;
        let hours = self.number(2).filter(|h| *h < 24)?;
        // Often forgotten.
        let _ = self.literal(':');
        let minutes = self.number(2).filter(|m| *m < 60)?;
        Some(Some(sign * (hours * 60 + minutes) as i16))
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

impl Value for Date {
    const EXPECTED: &'static str = "a date (`CCYY-MM-DD`)";
    const EXAMPLES: &'static [&'static str] = &["1969-07-21", "2000-02-29"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let mut scanner = Scanner(chars::trim(text));
        let date = scanner.date().filter(|_| scanner.end().is_some());
        date.ok_or_else(InvalidValue::new)
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Value for Time {
    const EXPECTED: &'static str = "a time (`hh:mm:ss[.sss][TZD]`)";
    const EXAMPLES: &'static [&'static str] = &["02:56:15", "23:59:60.5Z", "02:56:15-05:00"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let text = chars::trim(text);
        let mut scanner = Scanner(text);
        let clock = scanner.clock().filter(|_| scanner.end().is_some());
        clock
            .map(|clock| Self {
                text: Box::from(text),
                clock,
            })
            .ok_or_else(InvalidValue::new)
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.text)
    }

    fn as_text(&self) -> Option<&str> {
        Some(&self.text)
    }
}

impl Value for DateTime {
    const EXPECTED: &'static str = "a date and time (`CCYY-MM-DDThh:mm:ss[.sss]TZD`)";
    const EXAMPLES: &'static [&'static str] = &[
        "1969-07-21T02:56:15Z",
        "2006-12-19T17:58:35.123+05:30",
        "0000-01-01T00:00:00-00:00",
    ];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let text = chars::trim(text);
        let mut scanner = Scanner(text);
        let mut parts = || {
            let date = scanner.date()?;
            scanner.literal('T')?;
            let clock = scanner.clock().filter(|c| c.offset.is_some())?;
            scanner.end()?;
            Some(Self {
                text: Box::from(text),
                date,
                clock,
            })
        };
        parts().ok_or_else(InvalidValue::new)
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.text)
    }

    fn as_text(&self) -> Option<&str> {
        Some(&self.text)
    }
}

impl Value for TimeZone {
    const EXPECTED: &'static str = "a time zone (`Z` or `±hh:mm`)";
    const EXAMPLES: &'static [&'static str] = &["Z", "-06:00", "+05:30", "+00:00"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let mut scanner = Scanner(chars::trim(text));
        let offset = scanner.offset().filter(|_| scanner.end().is_some());
        offset.flatten().map(Self).ok_or_else(InvalidValue::new)
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        let minutes = self.0.unsigned_abs();
        match self.0 {
            0 => out.write_char('Z'),
            offset => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(out, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

/// Whether the text ends in an offset without its colon.
fn lacks_colon(text: &str) -> bool {
    match chars::trim(text).as_bytes() {
        [.., b'+' | b'-', a, b, c, d] => [a, b, c, d].into_iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

macro_rules! texts {
    ($($type:ty),*) => {$(
        impl FromStr for $type {
            type Err = InvalidValue;

            fn from_str(text: &str) -> Result<Self, InvalidValue> {
                if lacks_colon(text) {
                    return Err(InvalidValue::because(&"the offset lacks its colon"));
                }
                Self::parse(text)
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.write(f)
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.write(f)
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.to_text()
            }
        }
    )*};
}

texts!(Date, Time, DateTime, TimeZone);
