//! Delayed delivery, in the format before 2007; superseded by [`delay`](crate::delay).
//!
//! [XEP-0091, Legacy Delayed Delivery](https://xmpp.org/extensions/xep-0091.html)

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write};

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, InvalidValue, Value, Xml};

/// The namespace.
pub const NS: &str = "jabber:x:delay";

/// Marks a stanza that was delivered with a delay.
///
/// [XEP-0091 §2](https://xmpp.org/extensions/xep-0091.html#protocol)
#[doc(alias("XEP-0091", "XEP0091", "0091"))]
#[doc(alias("jabber:x:delay", "x"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A delay since this time, without sender and reason.", parameters = [stamp])]
#[non_exhaustive]
pub struct LegacyDelay {
    /// The entity that originally sent the stanza or delayed it, such as a room. `None` if not specified.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The time at which the stanza was originally sent. Required; `None` only if the text is not a valid time and
    /// invalid values are [kept](xmpp_xml::Invalid::Keep).
    #[xml(attribute)]
    pub stamp: Option<LegacyStamp>,
    /// The reason for the delay, in words. `None` if not specified.
    #[xml(text)]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A time in UTC without hyphens and time zone: `20020910T23:08:25`.
///
/// The modern format is accepted, too, since it is seen on the wire.
///
/// ```
/// use xmpp_vocabulary::legacy_delay::LegacyStamp;
/// use xmpp_xml::Value;
///
/// let stamp = LegacyStamp::parse("19690721T02:56:15").unwrap();
/// assert_eq!(stamp.moment().as_str(), "1969-07-21T02:56:15Z");
/// ```
///
/// [XEP-0091 §4](https://xmpp.org/extensions/xep-0091.html#time)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LegacyStamp(DateTime);

impl LegacyStamp {
    /// The time, which is written in whole seconds.
    #[must_use]
    pub fn new(moment: DateTime) -> Self {
        Self(moment)
    }

    /// The time.
    #[must_use]
    pub fn moment(&self) -> &DateTime {
        &self.0
    }
}

impl Value for LegacyStamp {
    const EXPECTED: &'static str = "a date and time (`CCYYMMDDThh:mm:ss`)";

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let text = xmpp_xml::trim(text);
        let modern = || {
            let (year, rest) = text.split_at_checked(4)?;
            let (month, rest) = rest.split_at_checked(2)?;
            let (day, time) = rest.split_at_checked(2)?;
            let time = time.strip_suffix('Z').unwrap_or(time);
            format!("{year}-{month}-{day}{time}Z").parse().ok()
        };
        match modern() {
            Some(moment) => Ok(Self(moment)),
            None => text.parse().map(Self),
        }
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        let utc = DateTime::from_unix_seconds(self.0.unix_seconds());
        // A time zone can lead out of the years that there are: the local time is as near as it gets.
        let moment = utc.as_ref().unwrap_or(&self.0);
        let date = moment.date();
        write!(
            out,
            "{:04}{:02}{:02}T{:02}:{:02}:{:02}",
            date.year(),
            date.month(),
            date.day(),
            moment.hour(),
            moment.minute(),
            moment.second()
        )
    }
}

xmpp_xml::text_traits!(LegacyStamp);
