//! Alerts of the Common Alerting Protocol: warnings of severe weather, fire and other hazards.
//!
//! ```
//! use xmpp_content::alert::{Alert, MessageType, Status};
//! use xmpp_xml::DateTime;
//!
//! let alert: Alert = xmpp_xml::from_str(
//!     "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>T7</identifier>\
//!        <sender>harbour@sea.example</sender><sent>2026-02-03T04:05:06+01:00</sent><status>Exercise</status>\
//!        <msgType>Alert</msgType><scope>Public</scope>\
//!        <info><category>Met</category><event>Spring tide</event><urgency>Expected</urgency>\
//!          <severity>Moderate</severity><certainty>Likely</certainty><expires>2026-02-03T10:00:00+01:00</expires>\
//!          <area><areaDesc>The pier</areaDesc><circle>52.4,4.5 1.5</circle></area></info></alert>",
//! )?;
//! assert_eq!((alert.status.clone(), alert.message_type.clone()), (Status::Exercise, MessageType::Alert));
//! assert!(!alert.is_actual());
//!
//! let later: DateTime = "2026-02-03T09:00:01Z".parse()?;
//! assert!(alert.infos[0].is_expired_at(&later));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0127, Common Alerting Protocol (CAP) Over XMPP](https://xmpp.org/extensions/xep-0127.html);
//! [CAP 1.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html), and its versions 1.0 and 1.1

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, DateTime, Extra, LanguageTag, OtherToken, Secret, Xml};

/// The namespace of CAP 1.0, which XEP-0127 shows.
pub const NS_1_0: &str = "http://www.incident.com/cap/1.0";

/// The namespace of CAP 1.1.
pub const NS_1_1: &str = "urn:oasis:names:tc:emergency:cap:1.1";

/// The namespace of CAP 1.2.
pub const NS_1_2: &str = "urn:oasis:names:tc:emergency:cap:1.2";

/// The version of CAP, by its namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS_1_2`]
    #[default]
    #[xml(token = "urn:oasis:names:tc:emergency:cap:1.2")]
    OneTwo,
    /// [`NS_1_1`]
    #[xml(token = "urn:oasis:names:tc:emergency:cap:1.1")]
    OneOne,
    /// [`NS_1_0`]
    #[xml(token = "http://www.incident.com/cap/1.0")]
    OneZero,
}

/// An alert, or a message about earlier ones.
///
/// The [`sender`](Self::sender) is not verified: that is up to the stanza and to signatures.
///
/// [CAP §3.2.1](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Xml)]
#[xml(name = "alert", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An alert without any details yet.",
    parameters = [version, identifier, sender, sent, status, message_type],
    with
)]
#[non_exhaustive]
pub struct Alert {
    /// The version of CAP.
    #[xml(namespace)]
    pub version: Version,
    /// The identifier of the alert, unique for the sender.
    #[xml(child_text)]
    pub identifier: String,
    /// The sender of the alert: a globally unique name.
    #[xml(child_text)]
    pub sender: String,
    /// When it was sent.
    #[xml(child_text)]
    pub sent: DateTime,
    /// The status: see [`is_actual`](Self::is_actual).
    #[xml(child_text)]
    pub status: Status,
    /// The type of the alert.
    #[xml(child_text = "msgType")]
    pub message_type: MessageType,
    /// In CAP 1.0, a code that authorizes the alert. `None` if not specified.
    #[xml(child_text)]
    pub password: Option<Secret<String>>,
    /// The human-readable source of the alert. `None` if not specified.
    #[xml(child_text)]
    pub source: Option<String>,
    /// The scope of distribution. Required; `None` is an error of the sender.
    #[xml(child_text, strict)]
    pub scope: Option<Scope>,
    /// The rule for [`Restricted`](Scope::Restricted) alerts. `None` if not specified.
    #[xml(child_text, strict)]
    pub restriction: Option<String>,
    /// The recipients of [`Private`](Scope::Private) alerts, separated by white space and quoted if they contain
    /// white space. `None` if not specified.
    #[xml(child_text, strict)]
    pub addresses: Option<String>,
    /// Codes for the handling of the alert.
    #[xml(child_text = "code")]
    pub codes: Vec<String>,
    /// A note on the purpose of the alert, usually for an exercise or error. `None` if not specified.
    #[xml(child_text)]
    pub note: Option<String>,
    /// The earlier alerts that it updates or cancels, each as sender, identifier and time separated by commas; several are
    /// separated by white space. `None` if not specified.
    #[xml(child_text, strict)]
    pub references: Option<String>,
    /// The related incidents, separated by white space. `None` if not specified.
    #[xml(child_text)]
    pub incidents: Option<String>,
    /// The information, once for each language and each different area.
    #[xml(child)]
    pub infos: Vec<Info>,
    /// Unknown attributes and child elements, in place; a signature is among them.
    #[xml(extra)]
    pub extra: Extra,
}

impl Alert {
    /// Whether people must act on it. All others are exercises, tests and drafts, or for machines.
    #[must_use]
    pub fn is_actual(&self) -> bool {
        self.status == Status::Actual
    }
}

/// The status of an [`Alert`].
///
/// [CAP §3.2.1](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `Actual`: to be acted on.
    #[xml(token = "Actual")]
    Actual,
    /// `Exercise`: only for those who take part in an exercise.
    #[xml(token = "Exercise")]
    Exercise,
    /// `System`: for the alerting network itself.
    #[xml(token = "System")]
    System,
    /// `Test`: to be ignored.
    #[xml(token = "Test")]
    Test,
    /// `Draft`: not to be acted on.
    #[xml(token = "Draft")]
    Draft,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of an [`Alert`].
///
/// [CAP §3.2.1](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum MessageType {
    /// `Alert`: a new alert.
    #[xml(token = "Alert")]
    Alert,
    /// `Update`: replaces earlier alerts.
    #[xml(token = "Update")]
    Update,
    /// `Cancel`: cancels earlier alerts.
    #[xml(token = "Cancel")]
    Cancel,
    /// `Ack`: acknowledges earlier alerts.
    #[xml(token = "Ack")]
    Ack,
    /// `Error`: rejects earlier alerts.
    #[xml(token = "Error")]
    Error,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The scope of distribution of an [`Alert`].
///
/// [CAP §3.2.1](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Scope {
    /// `Public`: for everybody.
    #[xml(token = "Public")]
    Public,
    /// `Restricted`: according to the [rule](Alert::restriction).
    #[xml(token = "Restricted")]
    Restricted,
    /// `Private`: for its [recipients](Alert::addresses).
    #[xml(token = "Private")]
    Private,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Information about an event.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = "info", derive(Debug, PartialEq, Eq))]
#[xml(new = "Information about this event.", with)]
#[non_exhaustive]
pub struct Info {
    /// The language of the texts. `None` means American English.
    #[xml(child_text)]
    pub language: Option<LanguageTag>,
    /// The categories.
    #[xml(child_text = "category")]
    pub categories: Vec<Category>,
    /// The event, human-readable.
    #[xml(child_text)]
    pub event: String,
    /// The recommended responses.
    #[xml(child_text = "responseType")]
    pub responses: Vec<Response>,
    /// The urgency. Required; `None` is an error of the sender, as for severity and certainty.
    #[xml(child_text, strict)]
    pub urgency: Option<Urgency>,
    /// The severity.
    #[xml(child_text, strict)]
    pub severity: Option<Severity>,
    /// The certainty.
    #[xml(child_text, strict)]
    pub certainty: Option<Certainty>,
    /// The intended audience, human-readable. `None` if not specified.
    #[xml(child_text)]
    pub audience: Option<String>,
    /// Codes of the event.
    #[xml(child)]
    pub event_codes: Vec<EventCode>,
    /// When the information takes effect. `None` means when the alert was [sent](Alert::sent).
    #[xml(child_text, strict)]
    pub effective: Option<DateTime>,
    /// When the event is expected to begin. `None` if not specified.
    #[xml(child_text)]
    pub onset: Option<DateTime>,
    /// When the information expires. `None` leaves that to the recipient.
    #[xml(child_text, strict)]
    pub expires: Option<DateTime>,
    /// The human-readable name of the sender. `None` if not specified.
    #[xml(child_text = "senderName")]
    pub sender_name: Option<String>,
    /// The headline. `None` if not specified.
    #[xml(child_text)]
    pub headline: Option<String>,
    /// A longer description of the event. `None` if not specified.
    #[xml(child_text)]
    pub description: Option<String>,
    /// Instructions, human-readable. `None` if not specified.
    #[xml(child_text)]
    pub instruction: Option<String>,
    /// A web page with further information. `None` if not specified.
    #[xml(child_text)]
    pub web: Option<String>,
    /// A contact for questions. `None` if not specified.
    #[xml(child_text)]
    pub contact: Option<String>,
    /// Further parameters agreed upon between systems.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// Images, audio and other files.
    #[xml(child)]
    pub resources: Vec<Resource>,
    /// The affected areas. Empty if not specified.
    #[xml(child, strict)]
    pub areas: Vec<Area>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Info {
    /// Whether the information has expired at this time; `false` if it has no expiry.
    #[must_use]
    pub fn is_expired_at(&self, now: &DateTime) -> bool {
        let expires = self.expires.as_ref().map(DateTime::unix_nanoseconds);
        expires.is_some_and(|expires| expires <= now.unix_nanoseconds())
    }
}

/// The category of an event.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Category {
    /// `Geo`: geophysical, including landslides.
    #[xml(token = "Geo")]
    Geo,
    /// `Met`: meteorological, including floods.
    #[xml(token = "Met")]
    Met,
    /// `Safety`: public safety.
    #[xml(token = "Safety")]
    Safety,
    /// `Security`: law enforcement, military and the like.
    #[xml(token = "Security")]
    Security,
    /// `Rescue`: rescue and recovery.
    #[xml(token = "Rescue")]
    Rescue,
    /// `Fire`: fire and its suppression.
    #[xml(token = "Fire")]
    Fire,
    /// `Health`: medicine and public health.
    #[xml(token = "Health")]
    Health,
    /// `Env`: pollution and other environmental hazards.
    #[xml(token = "Env")]
    Environment,
    /// `Transport`: public and private transportation.
    #[xml(token = "Transport")]
    Transport,
    /// `Infra`: utilities, telecommunication and other infrastructure.
    #[xml(token = "Infra")]
    Infrastructure,
    /// `CBRNE`: chemical, biological, radiological, nuclear or explosive threat or attack.
    #[xml(token = "CBRNE")]
    Cbrne,
    /// `Other`, and whatever is not registered.
    #[xml(other)]
    Other(OtherToken),
}

/// A recommended response to an event.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Response {
    /// `Shelter`: take shelter.
    #[xml(token = "Shelter")]
    Shelter,
    /// `Evacuate`: leave the area.
    #[xml(token = "Evacuate")]
    Evacuate,
    /// `Prepare`: make preparations.
    #[xml(token = "Prepare")]
    Prepare,
    /// `Execute`: carry out a planned activity.
    #[xml(token = "Execute")]
    Execute,
    /// `Avoid`: stay away.
    #[xml(token = "Avoid")]
    Avoid,
    /// `Monitor`: look for further information.
    #[xml(token = "Monitor")]
    Monitor,
    /// `Assess`: in CAP 1.1 and 1.2, evaluate the information; not to be used in public alerts.
    #[xml(token = "Assess")]
    Assess,
    /// `AllClear`: the danger is over.
    #[xml(token = "AllClear")]
    AllClear,
    /// `None`: nothing.
    #[xml(token = "None")]
    None,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The urgency of a response.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Urgency {
    /// `Immediate`: immediately.
    #[xml(token = "Immediate")]
    Immediate,
    /// `Expected`: within an hour.
    #[xml(token = "Expected")]
    Expected,
    /// `Future`: in the near future.
    #[xml(token = "Future")]
    Future,
    /// `Past`: no longer required.
    #[xml(token = "Past")]
    Past,
    /// `Unknown`
    #[xml(token = "Unknown")]
    Unknown,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The severity of an event.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Severity {
    /// `Extreme`
    #[xml(token = "Extreme")]
    Extreme,
    /// `Severe`
    #[xml(token = "Severe")]
    Severe,
    /// `Moderate`
    #[xml(token = "Moderate")]
    Moderate,
    /// `Minor`
    #[xml(token = "Minor")]
    Minor,
    /// `Unknown`
    #[xml(token = "Unknown")]
    Unknown,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The certainty of an event.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Certainty {
    /// `Observed`: it has happened, or is happening.
    #[xml(token = "Observed")]
    Observed,
    /// `Very Likely`, in CAP 1.0: almost certain; treated as [`Likely`](Self::Likely) in later versions.
    #[xml(token = "Very Likely")]
    VeryLikely,
    /// `Likely`: more than 50 %.
    #[xml(token = "Likely")]
    Likely,
    /// `Possible`: 50 % or less.
    #[xml(token = "Possible")]
    Possible,
    /// `Unlikely`: not expected.
    #[xml(token = "Unlikely")]
    Unlikely,
    /// `Unknown`
    #[xml(token = "Unknown")]
    Unknown,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A name with a value: text of the form `name=value` in CAP 1.0, an element for each in later versions.
macro_rules! pairs {
    ($($(#[$meta:meta])* pub struct $type:ident = $name:tt;)*) => {$(
        $(#[$meta])*
        ///
        /// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
        #[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
        #[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = $name)]
        #[xml(new = "A pair of this name and value.", parameters = [name, value])]
        #[non_exhaustive]
        pub struct $type {
            /// In CAP 1.0, name and value separated by `=`. `None` in later versions: see [`pair`](Self::pair).
            #[xml(text)]
            pub text: Option<String>,
            /// The name, usually of a code. `None` in CAP 1.0.
            #[xml(child_text = "valueName", strict)]
            pub name: Option<String>,
            /// The value. `None` in CAP 1.0.
            #[xml(child_text, strict)]
            pub value: Option<String>,
            /// Unknown attributes and child elements, in place.
            #[xml(extra)]
            pub extra: Extra,
        }

        impl $type {
            /// Name and value, in any version of CAP. `None` if one of them is missing.
            #[must_use]
            pub fn pair(&self) -> Option<(&str, &str)> {
                match (&self.name, &self.value) {
                    (Some(name), Some(value)) => Some((name, value)),
                    (None, None) => xmpp_xml::trim(self.text.as_deref()?).split_once('='),
                    _ => None,
                }
            }
        }
    )*};
}

pairs! {
    /// A code of an event.
    #[doc(alias("XEP-0127", "XEP0127", "0127"))]
    #[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
    #[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
    #[doc(alias("http://www.incident.com/cap/1.0"))]
    pub struct EventCode = "eventCode";
    /// A parameter agreed upon between systems.
    pub struct Parameter = "parameter";
    /// A code of an area.
    pub struct Geocode = "geocode";
}

/// A file attached to an alert.
///
/// [CAP §3.2.3](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = "resource", derive(Debug, PartialEq, Eq))]
#[xml(new = "A file with this description.", with)]
#[non_exhaustive]
pub struct Resource {
    /// A description of the content, human-readable.
    #[xml(child_text = "resourceDesc")]
    pub description: String,
    /// The media type. `None` if not specified.
    #[xml(child_text = "mimeType")]
    pub media_type: Option<String>,
    /// The approximate size in bytes. `None` if not specified.
    #[xml(child_text)]
    pub size: Option<u64>,
    /// The location of the file. `None` if not specified.
    #[xml(child_text)]
    pub uri: Option<String>,
    /// The file itself, since CAP 1.1. `None` if it must be downloaded.
    #[xml(child_text = "derefUri")]
    pub content: Option<Base64>,
    /// The SHA-1 of the file, in hexadecimal digits. `None` if not specified.
    #[xml(child_text, strict)]
    pub digest: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An affected area: everything within its polygons, circles and codes.
///
/// Coordinates are latitude and longitude in degrees (WGS 84), separated by a comma.
///
/// [CAP §3.2.4](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = "area", derive(Debug, PartialEq, Eq))]
#[xml(new = "The area with this description.", with)]
#[non_exhaustive]
pub struct Area {
    /// A description of the area, human-readable.
    #[xml(child_text = "areaDesc")]
    pub description: String,
    /// Polygons: the coordinates of the vertices, separated by white space; the last equals the first.
    #[xml(child_text = "polygon")]
    pub polygons: Vec<String>,
    /// Circles: the coordinates of the centre, white space and the radius in kilometres.
    #[xml(child_text = "circle")]
    pub circles: Vec<String>,
    /// Codes of the area.
    #[xml(child)]
    pub geocodes: Vec<Geocode>,
    /// The altitude in feet above sea level, or where it begins. `None` if not specified.
    #[xml(child_text)]
    pub altitude: Option<String>,
    /// The altitude in feet where it ends. `None` if not specified.
    #[xml(child_text)]
    pub ceiling: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
