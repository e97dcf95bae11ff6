//! Conversions from and to the instants of the standard library and of `jiff`.

use alloc::format;

use crate::date_time::DateTime;

impl DateTime {
    /// The instant this many nanoseconds after 1970-01-01T00:00:00Z, in UTC, with 0, 3, 6 or 9 digits of fraction as needed.
    /// `None` before the year 0 and after the year 9999.
    ///
    /// ```
    /// use xmpp_xml::DateTime;
    ///
    /// let moment = DateTime::from_unix_nanoseconds(1_500_000_000).expect("a moment in 1970");
    /// assert_eq!(moment.as_str(), "1970-01-01T00:00:01.500Z");
    /// assert_eq!(moment.unix_nanoseconds(), 1_500_000_000);
    /// ```
    #[must_use]
    pub fn from_unix_nanoseconds(nanoseconds: i128) -> Option<Self> {
        let second = nanoseconds.div_euclid(1_000_000_000);
        let fraction = nanoseconds.rem_euclid(1_000_000_000);
        let whole = Self::from_unix_seconds(i64::try_from(second).ok()?)?;
        let seconds = whole.as_str().strip_suffix('Z')?;
        let digits = match fraction {
            0 => return Some(whole),
            n if n % 1_000_000 == 0 => format!("{:03}", n / 1_000_000),
            n if n % 1000 == 0 => format!("{:06}", n / 1000),
            n => format!("{n:09}"),
        };
        format!("{seconds}.{digits}Z").parse().ok()
    }
}

/// An instant outside the range of the other type.
#[cfg(any(feature = "std", feature = "jiff"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OutOfRange;

#[cfg(any(feature = "std", feature = "jiff"))]
impl core::fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a moment out of range")
    }
}

#[cfg(any(feature = "std", feature = "jiff"))]
impl core::error::Error for OutOfRange {}

#[cfg(feature = "std")]
mod system_time {
    use core::time::Duration;
    use std::time::{SystemTime, UNIX_EPOCH};

    use super::{DateTime, OutOfRange};

    /// In UTC, as [`from_unix_nanoseconds`](DateTime::from_unix_nanoseconds) writes it.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime, UNIX_EPOCH};
    /// use xmpp_xml::DateTime;
    ///
    /// let moment = DateTime::try_from(UNIX_EPOCH + Duration::from_secs(86_400))?;
    /// assert_eq!(moment.as_str(), "1970-01-02T00:00:00Z");
    /// assert!(SystemTime::try_from(&moment)? < SystemTime::now());
    /// # Ok::<(), xmpp_xml::OutOfRange>(())
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "std")))]
    impl TryFrom<SystemTime> for DateTime {
        type Error = OutOfRange;

        fn try_from(time: SystemTime) -> Result<Self, OutOfRange> {
            let nanoseconds = match time.duration_since(UNIX_EPOCH) {
                Ok(after) => i128::try_from(after.as_nanos()),
                Err(before) => i128::try_from(before.duration().as_nanos()).map(|n| -n),
            };
            let nanoseconds = nanoseconds.map_err(|_| OutOfRange)?;
            Self::from_unix_nanoseconds(nanoseconds).ok_or(OutOfRange)
        }
    }

    /// The same instant. A leap second becomes the second after it; digits beyond nanoseconds are lost.
    #[cfg_attr(docsrs, doc(cfg(feature = "std")))]
    impl TryFrom<&DateTime> for SystemTime {
        type Error = OutOfRange;

        fn try_from(moment: &DateTime) -> Result<Self, OutOfRange> {
            let seconds = Duration::from_secs(moment.unix_seconds().unsigned_abs());
            let whole = if moment.unix_seconds() < 0 {
                UNIX_EPOCH.checked_sub(seconds)
            } else {
                UNIX_EPOCH.checked_add(seconds)
            };
            let fraction = Duration::from_nanos(moment.nanosecond().into());
            whole
                .and_then(|whole| whole.checked_add(fraction))
                .ok_or(OutOfRange)
        }
    }

    /// Same as by reference.
    #[cfg_attr(docsrs, doc(cfg(feature = "std")))]
    impl TryFrom<DateTime> for SystemTime {
        type Error = OutOfRange;

        fn try_from(moment: DateTime) -> Result<Self, OutOfRange> {
            Self::try_from(&moment)
        }
    }
}

#[cfg(feature = "jiff")]
mod timestamp {
    use jiff::Timestamp;

    use super::{DateTime, OutOfRange};

    /// In UTC, as [`from_unix_nanoseconds`](DateTime::from_unix_nanoseconds) writes it.
    #[cfg_attr(docsrs, doc(cfg(feature = "jiff")))]
    impl TryFrom<Timestamp> for DateTime {
        type Error = OutOfRange;

        fn try_from(time: Timestamp) -> Result<Self, OutOfRange> {
            Self::from_unix_nanoseconds(time.as_nanosecond()).ok_or(OutOfRange)
        }
    }

    /// The same instant. A leap second becomes the second after it; digits beyond nanoseconds are lost.
    #[cfg_attr(docsrs, doc(cfg(feature = "jiff")))]
    impl TryFrom<&DateTime> for Timestamp {
        type Error = OutOfRange;

        fn try_from(moment: &DateTime) -> Result<Self, OutOfRange> {
            Self::from_nanosecond(moment.unix_nanoseconds()).map_err(|_| OutOfRange)
        }
    }

    /// Same as by reference.
    #[cfg_attr(docsrs, doc(cfg(feature = "jiff")))]
    impl TryFrom<DateTime> for Timestamp {
        type Error = OutOfRange;

        fn try_from(moment: DateTime) -> Result<Self, OutOfRange> {
            Self::try_from(&moment)
        }
    }
}
