//! Reading sensors: a request, its acceptance, and the values in messages that follow.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//! use xmpp_things::sensor_data::Fields;
//!
//! let device = Jid::new("device@example.org")?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='device@example.org'>\
//!      <fields xmlns='urn:xmpp:iot:sensordata' seqnr='1' done='true'><node nodeId='Device01'>\
//!      <timestamp value='2013-03-07T16:24:30'><numeric name='Temperature' momentary='true' value='23.4' unit='°C'/>\
//!      </timestamp></node></fields></message>",
//! )?;
//! let fields = Fields::of(&message, &device)?.expect("values of the device");
//! assert_eq!(fields.nodes[0].timestamps[0].fields[0].number(), Some(23.4));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0323, Internet of Things - Sensor Data](https://xmpp.org/extensions/xep-0323.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, Xml};

use crate::vouched;

/// The namespace, which is also the feature of those that can be read.
pub const NS: &str = "urn:xmpp:iot:sensordata";

/// In an iq of type `get`, asks for values. The answer is an [`Accepted`], and the values come in messages.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "req"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "req")]
#[xml(new = "Asks for nothing yet.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Request {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Whether it is about a value as it is now.
    #[xml(attribute, default)]
    pub momentary: bool,
    /// Whether it is about a peak, such as a highest or lowest value.
    #[xml(attribute, default)]
    pub peak: bool,
    /// Whether it is about a status.
    #[xml(attribute, default)]
    pub status: bool,
    /// Whether it is about a value that was computed.
    #[xml(attribute, default)]
    pub computed: bool,
    /// Whether it identifies the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// Whether it is about a value at the end of a second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Whether it is about a value at the end of a minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Whether it is about a value at the end of an hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Whether it is about a value at the end of a day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Whether it is about a value at the end of a week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Whether it is about a value at the end of a month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Whether it is about a value at the end of a quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Whether it is about a value at the end of a year.
    #[xml(attribute = "historicalYear", default)]
    pub historical_year: bool,
    /// Whether it is about a value at the end of another period.
    #[xml(attribute = "historicalOther", default)]
    pub historical_other: bool,
    /// Whether it is about all of these.
    #[xml(attribute, default)]
    pub all: bool,
    /// Whether it is about all values of the past.
    #[xml(attribute, default)]
    pub historical: bool,
    /// From when on: an `xs:dateTime`, which may lack a time zone. `None` means without a limit.
    #[xml(attribute)]
    pub from: Option<String>,
    /// Until when. `None` means without a limit.
    #[xml(attribute)]
    pub to: Option<String>,
    /// When to read. `None` means now.
    #[xml(attribute)]
    pub when: Option<String>,
    /// The tokens of the service, one for each provisioning server, with spaces between them. `None` where there is no
    /// service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Option<String>,
    /// The tokens of the device. `None` where there are none.
    #[xml(attribute = "deviceToken")]
    pub device_token: Option<String>,
    /// The tokens of the user. `None` where there is no user.
    #[xml(attribute = "userToken")]
    pub user_token: Option<String>,
    /// The nodes. None means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The names of the values that are of interest, which is a hint. None means all.
    #[xml(child, strict)]
    pub fields: Vec<FieldName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node of a device; in [`Fields`], with its values.
///
/// [XEP-0323 §3.5](https://xmpp.org/extensions/xep-0323.html#readmulti)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "node")]
#[xml(new = "The node of this identifier.", with)]
#[non_exhaustive]
pub struct Node {
    /// The identifier of the node.
    #[xml(attribute = "nodeId")]
    pub node_id: String,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// The values, by their time. None in a request.
    #[xml(child)]
    pub timestamps: Vec<Timestamp>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The name of a value.
///
/// [XEP-0323 §3.6](https://xmpp.org/extensions/xep-0323.html#readfields)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "field"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "field")]
#[xml(new = "This name.")]
#[non_exhaustive]
pub struct FieldName {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`Request`]: the values will come.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "accepted")]
#[xml(new = "The request is accepted.", with)]
#[non_exhaustive]
pub struct Accepted {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Whether the device will read later, which it says by a [`Started`].
    #[xml(attribute, default)]
    pub queued: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: the device has begun to read.
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "started")]
#[xml(new = "It has begun.")]
#[non_exhaustive]
pub struct Started {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`: do not read. The answer is a [`Cancelled`].
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "cancel")]
#[xml(new = "Do not read.")]
#[non_exhaustive]
pub struct Cancel {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`Cancel`]: the device does not read.
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "cancelled")]
#[xml(new = "It does not read.")]
#[non_exhaustive]
pub struct Cancelled {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: there will be no more values.
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "done")]
#[xml(new = "There are no more.")]
#[non_exhaustive]
pub struct Done {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: values. There may be more in others, until one is [done](Self::done). They are read by [`of`](Self::of),
/// which looks at who says so.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "fields")]
#[xml(new = "No values yet.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Fields {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Whether there will be no more values.
    #[xml(attribute, default)]
    pub done: bool,
    /// The nodes, with their values.
    #[xml(child)]
    pub nodes: Vec<Node>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Fields {
    /// The values in a message from the `device` that was asked. `None` where the message is something else or from somebody
    /// else, and where it has several of these. Which request they answer says [`seqnr`](Self::seqnr).
    ///
    /// # Errors
    /// Something in it is invalid.
    pub fn of(message: &Message, device: &Jid) -> Result<Option<Self>, Error> {
        vouched::payload(message, device)
    }
}

/// Values of one time.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "timestamp")]
#[xml(new = "Values of this time.", with)]
#[non_exhaustive]
pub struct Timestamp {
    /// The time: an `xs:dateTime`, which may lack a time zone.
    #[xml(attribute)]
    pub value: String,
    /// The values.
    #[xml(child)]
    pub fields: Vec<Field>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A value. What type it has is the name of the element.
///
/// [XEP-0323 §5.4](https://xmpp.org/extensions/xep-0323.html#fieldvaluetypes)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "boolean", "date", "dateTime"))]
#[doc(alias("duration", "enum", "int", "long", "numeric", "string", "time"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The value of this type and name.", parameters = [kind, name, value], with)]
#[non_exhaustive]
pub struct Field {
    /// The type of the value.
    #[xml(name)]
    pub kind: FieldKind,
    /// What it is the value of.
    #[xml(attribute)]
    pub name: String,
    /// The value, as it was written: [`number`](Self::number) and [`boolean`](Self::boolean) read it.
    #[xml(attribute)]
    pub value: String,
    /// The unit of a [`FieldKind::Numeric`], which requires one. `None` for other types.
    #[xml(attribute)]
    pub unit: Option<String>,
    /// What a [`FieldKind::Enum`] is one of, which requires that. `None` for other types.
    #[xml(attribute = "dataType")]
    pub data_type: Option<String>,
    /// Whether it is a value as it is now.
    #[xml(attribute, default)]
    pub momentary: bool,
    /// Whether it is a peak, such as a highest or lowest value.
    #[xml(attribute, default)]
    pub peak: bool,
    /// Whether it is a status.
    #[xml(attribute, default)]
    pub status: bool,
    /// Whether it is a value that was computed.
    #[xml(attribute, default)]
    pub computed: bool,
    /// Whether it identifies the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// As [`identity`](Self::identity), by the name that the example has for it.
    #[xml(attribute, default)]
    pub identification: bool,
    /// Whether it is a value at the end of a second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Whether it is a value at the end of a minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Whether it is a value at the end of an hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Whether it is a value at the end of a day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Whether it is a value at the end of a week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Whether it is a value at the end of a month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Whether it is a value at the end of a quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Whether it is a value at the end of a year.
    #[xml(attribute = "historicalYear", default)]
    pub historical_year: bool,
    /// Whether it is a value at the end of another period.
    #[xml(attribute = "historicalOther", default)]
    pub historical_other: bool,
    /// Whether there is no value.
    #[xml(attribute, default)]
    pub missing: bool,
    /// Whether the value is not final.
    #[xml(attribute = "inProgress", default)]
    pub in_progress: bool,
    /// Whether a machine has estimated it.
    #[xml(attribute = "automaticEstimate", default)]
    pub automatic_estimate: bool,
    /// Whether somebody has estimated it.
    #[xml(attribute = "manualEstimate", default)]
    pub manual_estimate: bool,
    /// Whether somebody has read it.
    #[xml(attribute = "manualReadout", default)]
    pub manual_readout: bool,
    /// Whether a machine has read it.
    #[xml(attribute = "automaticReadout", default)]
    pub automatic_readout: bool,
    /// Whether the time is off, by more than is allowed.
    #[xml(attribute = "timeOffset", default)]
    pub time_offset: bool,
    /// Whether there was a warning.
    #[xml(attribute, default)]
    pub warning: bool,
    /// Whether there was an error.
    #[xml(attribute, default)]
    pub error: bool,
    /// Whether an operator has signed it.
    #[xml(attribute, default)]
    pub signed: bool,
    /// Whether it has been invoiced.
    #[xml(attribute, default)]
    pub invoiced: bool,
    /// Whether it ends a series, as where a meter was replaced.
    #[xml(attribute = "endOfSeries", default)]
    pub end_of_series: bool,
    /// Whether there was no power.
    #[xml(attribute = "powerFailure", default)]
    pub power_failure: bool,
    /// Whether the invoice has been confirmed.
    #[xml(attribute = "invoiceConfirmed", default)]
    pub invoice_confirmed: bool,
    /// The module that has the [names in other languages](Self::string_ids). `None` where there are none.
    #[xml(attribute)]
    pub module: Option<String>,
    /// How the name is put together in other languages.
    #[xml(attribute = "stringIds")]
    pub string_ids: Option<String>,
    /// Whether it can be set, by a parameter of the same name. `None` where that is not said.
    #[xml(attribute)]
    pub writable: Option<bool>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Field {
    /// The value as a number. `None` where it is of a type that has none, or is written in another way.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self.kind {
            FieldKind::Numeric | FieldKind::Int | FieldKind::Long => {
                self.value.trim_ascii().parse().ok()
            }
            _ => None,
        }
    }

    /// The value of a [`FieldKind::Boolean`]. `None` where it is of another type, or is written in another way.
    #[must_use]
    pub fn boolean(&self) -> Option<bool> {
        match (self.kind, self.value.trim_ascii()) {
            (FieldKind::Boolean, "true" | "1") => Some(true),
            (FieldKind::Boolean, "false" | "0") => Some(false),
            _ => None,
        }
    }
}

/// The type of a value.
///
/// [XEP-0323 §5.4](https://xmpp.org/extensions/xep-0323.html#fieldvaluetypes)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum FieldKind {
    /// `boolean`: true or false
    #[xml(token = "boolean")]
    Boolean,
    /// `date`: a date
    #[xml(token = "date")]
    Date,
    /// `dateTime`: a date and time, which may lack a time zone
    #[xml(token = "dateTime")]
    DateTime,
    /// `duration`: a length of time
    #[xml(token = "duration")]
    Duration,
    /// `enum`: one of several words
    #[xml(token = "enum")]
    Enum,
    /// `int`: an integer of 32 bits
    #[xml(token = "int")]
    Int,
    /// `long`: an integer of 64 bits
    #[xml(token = "long")]
    Long,
    /// `numeric`: a number with a unit
    #[xml(token = "numeric")]
    Numeric,
    /// `string`: a text
    #[xml(token = "string")]
    String,
    /// `time`: a time of day
    #[xml(token = "time")]
    Time,
}

/// In a message: what could not be read.
///
/// [XEP-0323 §3.2](https://xmpp.org/extensions/xep-0323.html#readoutfailure)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "failure")]
#[xml(new = "Nothing yet.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Failure {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Whether there will be no more values.
    #[xml(attribute, default)]
    pub done: bool,
    /// What could not be read.
    #[xml(child)]
    pub errors: Vec<NodeError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why a node could not be read.
///
/// [XEP-0323 §3.2](https://xmpp.org/extensions/xep-0323.html#readoutfailure)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "error"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "error")]
#[xml(new = "Why a node could not be read at some time.", parameters = [node_id, timestamp, text], with)]
#[non_exhaustive]
pub struct NodeError {
    /// The identifier of the node. `None` in a [`Rejected`].
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// When it could not be read: an `xs:dateTime`, which may lack a time zone. `None` in a [`Rejected`].
    #[xml(attribute)]
    pub timestamp: Option<String>,
    /// Why, for people.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an error, as it was before 2013: a [`Request`] is rejected. It is an ordinary error now.
///
/// [XEP-0324 §3.3.1](https://xmpp.org/extensions/xep-0324.html#rejectingreadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rejected")]
#[xml(new = "The request is rejected.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Rejected {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Why, for people.
    #[xml(child)]
    pub errors: Vec<NodeError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
