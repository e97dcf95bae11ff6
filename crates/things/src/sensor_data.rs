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
use xmpp_xml::{Error, Extra, Secret, Xml};

use crate::vouched;

/// The namespace, which is also the feature of readable devices.
pub const NS: &str = "urn:xmpp:iot:sensordata";

/// Requests sensor values, in an iq of type `get`. The answer is an [`Accepted`]; the values follow in messages.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "req"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "req", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request without any data yet.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Request {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Momentary values.
    #[xml(attribute, default)]
    pub momentary: bool,
    /// Peak values, such as a minimum or maximum.
    #[xml(attribute, default)]
    pub peak: bool,
    /// Status values.
    #[xml(attribute, default)]
    pub status: bool,
    /// Computed values.
    #[xml(attribute, default)]
    pub computed: bool,
    /// Identity values, which identify the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// Historical values at the end of each second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Historical values at the end of each minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Historical values at the end of each hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Historical values at the end of each day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Historical values at the end of each week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Historical values at the end of each month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Historical values at the end of each quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Historical values at the end of each year.
    #[xml(attribute = "historicalYear", default)]
    pub historical_year: bool,
    /// Historical values of other periods.
    #[xml(attribute = "historicalOther", default)]
    pub historical_other: bool,
    /// All of these kinds.
    #[xml(attribute, default)]
    pub all: bool,
    /// All historical values.
    #[xml(attribute, default)]
    pub historical: bool,
    /// The start of the period of interest: an `xs:dateTime`, which may lack a time zone. `None` means no limit.
    #[xml(attribute)]
    pub from: Option<String>,
    /// The end of the period of interest. `None` means no limit.
    #[xml(attribute)]
    pub to: Option<String>,
    /// When to read. `None` means now.
    #[xml(attribute)]
    pub when: Option<String>,
    /// The service's tokens, one for each provisioning server, separated by spaces. `None` if there is no service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Option<Secret<String>>,
    /// The device's tokens, separated by spaces. `None` if there are none.
    #[xml(attribute = "deviceToken")]
    pub device_token: Option<Secret<String>>,
    /// The user's tokens, separated by spaces. `None` if there is no user.
    #[xml(attribute = "userToken")]
    pub user_token: Option<Secret<String>>,
    /// The nodes. Empty means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The names of the fields of interest, as a hint. Empty means all.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "node", derive(Debug, PartialEq, Eq))]
#[xml(new = "The node of this identifier.", with)]
#[non_exhaustive]
pub struct Node {
    /// The identifier of the node.
    #[xml(attribute = "nodeId")]
    pub node_id: String,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// The values, by timestamp. Empty in a request.
    #[xml(child)]
    pub timestamps: Vec<Timestamp>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The name of a field.
///
/// [XEP-0323 §3.6](https://xmpp.org/extensions/xep-0323.html#readfields)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "field"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "field", derive(Debug, PartialEq, Eq))]
#[xml(new = "The name of this field.")]
#[non_exhaustive]
pub struct FieldName {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`Request`]: it is accepted, and the values will follow.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "accepted", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request is accepted.", with)]
#[non_exhaustive]
pub struct Accepted {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Whether reading is queued; the device announces its beginning with a [`Started`].
    #[xml(attribute, default)]
    pub queued: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Announces that a queued reading has begun, in a message.
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "started", derive(Debug, PartialEq, Eq))]
#[xml(new = "Reading for the request with this number has begun.")]
#[non_exhaustive]
pub struct Started {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Cancels a request, in an iq of type `get`. The answer is a [`Cancelled`].
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "cancel", derive(Debug, PartialEq, Eq))]
#[xml(new = "Cancels the request with this number.")]
#[non_exhaustive]
pub struct Cancel {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`Cancel`]: the request was cancelled.
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "cancelled", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request with this number was cancelled.")]
#[non_exhaustive]
pub struct Cancelled {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Announces that there are no more values, in a message.
///
/// [XEP-0323 §10](https://xmpp.org/extensions/xep-0323.html#schema)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "done", derive(Debug, PartialEq, Eq))]
#[xml(new = "The end of the values for the request with this number.")]
#[non_exhaustive]
pub struct Done {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Sensor values, in a message. More messages may follow until one is [done](Self::done). Read them with [`of`](Self::of),
/// which checks the sender.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "fields", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of values.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Fields {
    /// The sequence number of the request, chosen by its sender.
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
    /// The values in a message from the `device` that was asked. `None` if the message is something else, is from another
    /// sender, or has several such elements. [`seqnr`](Self::seqnr) identifies the request.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(message: &Message, device: &Jid) -> Result<Option<Self>, Error> {
        vouched::payload(message, device)
    }
}

/// The values of one point in time.
///
/// [XEP-0323 §3.1](https://xmpp.org/extensions/xep-0323.html#readmomentary)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "timestamp", derive(Debug, PartialEq, Eq))]
#[xml(new = "The values of this time.", with)]
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

/// A field: a value with its name. The name of the element is its type.
///
/// [XEP-0323 §5.4](https://xmpp.org/extensions/xep-0323.html#fieldvaluetypes)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "boolean", "date", "dateTime"))]
#[doc(alias("duration", "enum", "int", "long", "numeric", "string", "time"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The value of this type and name.", parameters = [kind, name, value], with)]
#[non_exhaustive]
pub struct Field {
    /// The type of the value.
    #[xml(name)]
    pub kind: FieldKind,
    /// The name of the field.
    #[xml(attribute)]
    pub name: String,
    /// The value as text: [`number`](Self::number) and [`boolean`](Self::boolean) parse it.
    #[xml(attribute)]
    pub value: String,
    /// The unit of a [`FieldKind::Numeric`], which requires one. `None` for other types.
    #[xml(attribute)]
    pub unit: Option<String>,
    /// The name of the enumeration of a [`FieldKind::Enum`], which requires one. `None` for other types.
    #[xml(attribute = "dataType")]
    pub data_type: Option<String>,
    /// Whether it is the current value.
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
    /// Identity values, which identify the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// The name that the XEP's example uses for [`identity`](Self::identity).
    #[xml(attribute, default)]
    pub identification: bool,
    /// Whether it is a historical value, at the end of a second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Whether it is a historical value, at the end of a minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Whether it is a historical value, at the end of an hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Whether it is a historical value, at the end of a day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Whether it is a historical value, at the end of a week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Whether it is a historical value, at the end of a month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Whether it is a historical value, at the end of a quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Whether it is a historical value, at the end of a year.
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
    /// Whether the value was estimated automatically.
    #[xml(attribute = "automaticEstimate", default)]
    pub automatic_estimate: bool,
    /// Whether the value was estimated manually.
    #[xml(attribute = "manualEstimate", default)]
    pub manual_estimate: bool,
    /// Whether the value was read manually.
    #[xml(attribute = "manualReadout", default)]
    pub manual_readout: bool,
    /// Whether the value was read automatically.
    #[xml(attribute = "automaticReadout", default)]
    pub automatic_readout: bool,
    /// Whether the timestamp deviates by more than is allowed.
    #[xml(attribute = "timeOffset", default)]
    pub time_offset: bool,
    /// Whether there was a warning.
    #[xml(attribute, default)]
    pub warning: bool,
    /// Whether there was an error.
    #[xml(attribute, default)]
    pub error: bool,
    /// Whether the value was signed by an operator.
    #[xml(attribute, default)]
    pub signed: bool,
    /// Whether it has been invoiced.
    #[xml(attribute, default)]
    pub invoiced: bool,
    /// Whether the value ends a series, for example because a meter was replaced.
    #[xml(attribute = "endOfSeries", default)]
    pub end_of_series: bool,
    /// Whether there was a power failure.
    #[xml(attribute = "powerFailure", default)]
    pub power_failure: bool,
    /// Whether the invoice has been confirmed.
    #[xml(attribute = "invoiceConfirmed", default)]
    pub invoice_confirmed: bool,
    /// The language module for [localized names](Self::string_ids). `None` if there are none.
    #[xml(attribute)]
    pub module: Option<String>,
    /// The string IDs from which the localized name is composed. `None` if there are none.
    #[xml(attribute = "stringIds")]
    pub string_ids: Option<String>,
    /// Whether the field can be set, with a control parameter of the same name. `None` if not specified.
    #[xml(attribute)]
    pub writable: Option<bool>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Field {
    /// The value as a number. `None` if the type is not numeric, or the value is invalid.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self.kind {
            FieldKind::Numeric | FieldKind::Int | FieldKind::Long => {
                self.value.trim_ascii().parse().ok()
            }
            _ => None,
        }
    }

    /// The value of a [`FieldKind::Boolean`]. `None` for other types, or if the value is invalid.
    #[must_use]
    pub fn boolean(&self) -> Option<bool> {
        match (self.kind, self.value.trim_ascii()) {
            (FieldKind::Boolean, "true" | "1") => Some(true),
            (FieldKind::Boolean, "false" | "0") => Some(false),
            _ => None,
        }
    }
}

/// The type of a field.
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
    /// `duration`: a duration
    #[xml(token = "duration")]
    Duration,
    /// `enum`: a value of an enumeration
    #[xml(token = "enum")]
    Enum,
    /// `int`: a 32-bit integer
    #[xml(token = "int")]
    Int,
    /// `long`: a 64-bit integer
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

/// Errors of reading, in a message.
///
/// [XEP-0323 §3.2](https://xmpp.org/extensions/xep-0323.html#readoutfailure)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "failure", derive(Debug, PartialEq, Eq))]
#[xml(new = "A failure, so far without errors.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Failure {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Whether there will be no more values.
    #[xml(attribute, default)]
    pub done: bool,
    /// The errors.
    #[xml(child)]
    pub errors: Vec<NodeError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An error of reading a node.
///
/// [XEP-0323 §3.2](https://xmpp.org/extensions/xep-0323.html#readoutfailure)
#[doc(alias("XEP-0323", "XEP0323", "0323"))]
#[doc(alias("urn:xmpp:iot:sensordata", "error"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "error", derive(Debug, PartialEq, Eq))]
#[xml(new = "An error of reading a node at this time.", parameters = [node_id, timestamp, text], with)]
#[non_exhaustive]
pub struct NodeError {
    /// The identifier of the node. `None` in a [`Rejected`].
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// The time of the failed reading: an `xs:dateTime`, which may lack a time zone. `None` in a [`Rejected`].
    #[xml(attribute)]
    pub timestamp: Option<String>,
    /// The human-readable reason.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The rejection of a [`Request`] before 2013, in an error. Later versions use ordinary stanza errors.
///
/// [XEP-0324 §3.3.1](https://xmpp.org/extensions/xep-0324.html#rejectingreadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:sensordata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rejected", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request is rejected.", parameters = [seqnr], with)]
#[non_exhaustive]
pub struct Rejected {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// The human-readable reason.
    #[xml(child)]
    pub errors: Vec<NodeError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
