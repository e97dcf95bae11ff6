//! Alerts of the Common Alerting Protocol: warnings of weather, fire and other dangers.
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

use xmpp_xml::{Base64, DateTime, Extra, LanguageTag, OtherToken, Xml};

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

/// An alert, or what became of one.
///
/// Whether it is from who it says it is, is up to the [`sender`](Self::sender) of the stanza and to signatures.
///
/// [CAP §3.2.1](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "alert")]
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
    /// The identifier of the alert, among those of the sender.
    #[xml(child_text)]
    pub identifier: String,
    /// Who has sent the alert: a name, unique in the world.
    #[xml(child_text)]
    pub sender: String,
    /// When it was sent.
    #[xml(child_text)]
    pub sent: DateTime,
    /// What to do with it: see [`is_actual`](Self::is_actual).
    #[xml(child_text)]
    pub status: Status,
    /// What kind of alert it is.
    #[xml(child_text = "msgType")]
    pub message_type: MessageType,
    /// In CAP 1.0, a code that gives leave to send the alert. `None` if unspecified.
    #[xml(child_text)]
    pub password: Option<String>,
    /// Where the alert comes from, for people to read. `None` if unspecified.
    #[xml(child_text)]
    pub source: Option<String>,
    /// For whom it is. `None` is a mistake of the sender.
    #[xml(child_text, strict)]
    pub scope: Option<Scope>,
    /// The rule for [`Restricted`](Scope::Restricted) alerts. `None` if unspecified.
    #[xml(child_text, strict)]
    pub restriction: Option<String>,
    /// The recipients of [`Private`](Scope::Private) alerts, with white space between them and quotes around those that have
    /// white space. `None` if unspecified.
    #[xml(child_text, strict)]
    pub addresses: Option<String>,
    /// Codes for the handling of the alert.
    #[xml(child_text = "code")]
    pub codes: Vec<String>,
    /// A note on the purpose of the alert, most often of an exercise or error. `None` if unspecified.
    #[xml(child_text)]
    pub note: Option<String>,
    /// The earlier alerts that it updates or cancels, each as sender, identifier and time with commas between, and with white
    /// space between them. `None` if unspecified.
    #[xml(child_text, strict)]
    pub references: Option<String>,
    /// The incidents that it is about, with white space between them. `None` if unspecified.
    #[xml(child_text)]
    pub incidents: Option<String>,
    /// What is the matter, once for each language and for each area that differs.
    #[xml(child)]
    pub infos: Vec<Info>,
    /// What this type does not name, in place; a signature among it.
    #[xml(extra)]
    pub extra: Extra,
}

impl Alert {
    /// Whether people have to act on it. All others are exercises, tests and drafts, or for machines.
    #[must_use]
    pub fn is_actual(&self) -> bool {
        self.status == Status::Actual
    }
}

/// What to do with an [`Alert`].
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
    /// `System`: for the network of alerts.
    #[xml(token = "System")]
    System,
    /// `Test`: to be passed over.
    #[xml(token = "Test")]
    Test,
    /// `Draft`: not to be acted on.
    #[xml(token = "Draft")]
    Draft,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What kind of [`Alert`] it is.
///
/// [CAP §3.2.1](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum MessageType {
    /// `Alert`: something new.
    #[xml(token = "Alert")]
    Alert,
    /// `Update`: in the place of earlier alerts.
    #[xml(token = "Update")]
    Update,
    /// `Cancel`: earlier alerts no longer hold.
    #[xml(token = "Cancel")]
    Cancel,
    /// `Ack`: earlier alerts were received.
    #[xml(token = "Ack")]
    Ack,
    /// `Error`: earlier alerts were refused.
    #[xml(token = "Error")]
    Error,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// For whom an [`Alert`] is.
///
/// [CAP §3.2.1](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Scope {
    /// `Public`: for everybody.
    #[xml(token = "Public")]
    Public,
    /// `Restricted`: for those whom the [rule](Alert::restriction) allows.
    #[xml(token = "Restricted")]
    Restricted,
    /// `Private`: for its [recipients](Alert::addresses).
    #[xml(token = "Private")]
    Private,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What is the matter.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = "info")]
#[xml(new = "This event.", with)]
#[non_exhaustive]
pub struct Info {
    /// The language of the texts. `None` means American English.
    #[xml(child_text)]
    pub language: Option<LanguageTag>,
    /// The categories.
    #[xml(child_text = "category")]
    pub categories: Vec<Category>,
    /// What happens, for people to read.
    #[xml(child_text)]
    pub event: String,
    /// What to do.
    #[xml(child_text = "responseType")]
    pub responses: Vec<Response>,
    /// How soon to act. `None` is a mistake of the sender; so with severity and certainty.
    #[xml(child_text, strict)]
    pub urgency: Option<Urgency>,
    /// How bad it is.
    #[xml(child_text, strict)]
    pub severity: Option<Severity>,
    /// How sure it is.
    #[xml(child_text, strict)]
    pub certainty: Option<Certainty>,
    /// Whom it is for, for people to read. `None` if unspecified.
    #[xml(child_text)]
    pub audience: Option<String>,
    /// Codes of the event.
    #[xml(child)]
    pub event_codes: Vec<EventCode>,
    /// When the information takes effect. `None` means when the alert was [sent](Alert::sent).
    #[xml(child_text, strict)]
    pub effective: Option<DateTime>,
    /// When the event is expected to begin. `None` if unspecified.
    #[xml(child_text)]
    pub onset: Option<DateTime>,
    /// When the information expires. `None` leaves that to the recipient.
    #[xml(child_text, strict)]
    pub expires: Option<DateTime>,
    /// Who has sent it, for people to read. `None` if unspecified.
    #[xml(child_text = "senderName")]
    pub sender_name: Option<String>,
    /// The headline. `None` if unspecified.
    #[xml(child_text)]
    pub headline: Option<String>,
    /// The event at greater length. `None` if unspecified.
    #[xml(child_text)]
    pub description: Option<String>,
    /// What to do, for people to read. `None` if unspecified.
    #[xml(child_text)]
    pub instruction: Option<String>,
    /// A web page with more. `None` if unspecified.
    #[xml(child_text)]
    pub web: Option<String>,
    /// Whom to ask. `None` if unspecified.
    #[xml(child_text)]
    pub contact: Option<String>,
    /// What systems have agreed upon beyond this.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// Pictures, sounds and other files.
    #[xml(child)]
    pub resources: Vec<Resource>,
    /// Where it is. None of them means that it is not said.
    #[xml(child, strict)]
    pub areas: Vec<Area>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Info {
    /// Whether the information has expired at this time; false where it does not say when it does.
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
    /// `Geo`: of the earth, landslides among it.
    #[xml(token = "Geo")]
    Geo,
    /// `Met`: of the weather, floods among it.
    #[xml(token = "Met")]
    Met,
    /// `Safety`: public safety.
    #[xml(token = "Safety")]
    Safety,
    /// `Security`: police, military and the like.
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
    /// `Env`: pollution and other dangers of the environment.
    #[xml(token = "Env")]
    Environment,
    /// `Transport`: public and private transport.
    #[xml(token = "Transport")]
    Transport,
    /// `Infra`: supply, telecommunication and other infrastructure.
    #[xml(token = "Infra")]
    Infrastructure,
    /// `CBRNE`: chemical, biological, radiological, nuclear or explosive threat or attack.
    #[xml(token = "CBRNE")]
    Cbrne,
    /// `Other`, and whatever is not registered.
    #[xml(other)]
    Other(OtherToken),
}

/// What to do about an event.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Response {
    /// `Shelter`: take shelter.
    #[xml(token = "Shelter")]
    Shelter,
    /// `Evacuate`: leave.
    #[xml(token = "Evacuate")]
    Evacuate,
    /// `Prepare`: make preparations.
    #[xml(token = "Prepare")]
    Prepare,
    /// `Execute`: do what was planned.
    #[xml(token = "Execute")]
    Execute,
    /// `Avoid`: stay away.
    #[xml(token = "Avoid")]
    Avoid,
    /// `Monitor`: watch out for more information.
    #[xml(token = "Monitor")]
    Monitor,
    /// `Assess`: in CAP 1.1 and 1.2, evaluate the information; not to be used in public alerts.
    #[xml(token = "Assess")]
    Assess,
    /// `AllClear`: there is no danger any longer.
    #[xml(token = "AllClear")]
    AllClear,
    /// `None`: nothing.
    #[xml(token = "None")]
    None,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How soon to act.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Urgency {
    /// `Immediate`: at once.
    #[xml(token = "Immediate")]
    Immediate,
    /// `Expected`: within an hour.
    #[xml(token = "Expected")]
    Expected,
    /// `Future`: in the near future.
    #[xml(token = "Future")]
    Future,
    /// `Past`: no longer.
    #[xml(token = "Past")]
    Past,
    /// `Unknown`
    #[xml(token = "Unknown")]
    Unknown,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How bad an event is.
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
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How sure an event is.
///
/// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Certainty {
    /// `Observed`: it has happened, or happens now.
    #[xml(token = "Observed")]
    Observed,
    /// `Very Likely`, of CAP 1.0: as good as certain, and to be taken for [`Likely`](Self::Likely) since.
    #[xml(token = "Very Likely")]
    VeryLikely,
    /// `Likely`: more than even.
    #[xml(token = "Likely")]
    Likely,
    /// `Possible`: even or less.
    #[xml(token = "Possible")]
    Possible,
    /// `Unlikely`: not expected.
    #[xml(token = "Unlikely")]
    Unlikely,
    /// `Unknown`
    #[xml(token = "Unknown")]
    Unknown,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// A name with a value: `name=value` as the text in CAP 1.0, an element for each since.
macro_rules! pairs {
    ($($(#[$meta:meta])* pub struct $type:ident = $name:tt;)*) => {$(
        $(#[$meta])*
        ///
        /// [CAP §3.2.2](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
        #[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
        #[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = $name)]
        #[xml(new = "This value under this name.", parameters = [name, value])]
        #[non_exhaustive]
        pub struct $type {
            /// In CAP 1.0, name and value with `=` between them. `None` since: see [`pair`](Self::pair).
            #[xml(text)]
            pub text: Option<String>,
            /// The name: of the code, most often. `None` in CAP 1.0.
            #[xml(child_text = "valueName", strict)]
            pub name: Option<String>,
            /// The value. `None` in CAP 1.0.
            #[xml(child_text, strict)]
            pub value: Option<String>,
            /// What this type does not name, in place.
            #[xml(extra)]
            pub extra: Extra,
        }

        impl $type {
            /// Name and value, whichever version of CAP they are written in. `None` where one of them is missing.
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
    /// What systems have agreed upon.
    pub struct Parameter = "parameter";
    /// A code of an area.
    pub struct Geocode = "geocode";
}

/// A file that belongs to an alert.
///
/// [CAP §3.2.3](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = "resource")]
#[xml(new = "A file of which this is said.", with)]
#[non_exhaustive]
pub struct Resource {
    /// What it is, for people to read.
    #[xml(child_text = "resourceDesc")]
    pub description: String,
    /// The media type. `None` if unspecified.
    #[xml(child_text = "mimeType")]
    pub media_type: Option<String>,
    /// The size in bytes, about. `None` if unspecified.
    #[xml(child_text)]
    pub size: Option<u64>,
    /// Where it can be had. `None` if unspecified.
    #[xml(child_text)]
    pub uri: Option<String>,
    /// The file itself, since CAP 1.1. `None` where it has to be fetched.
    #[xml(child_text = "derefUri")]
    pub content: Option<Base64>,
    /// The SHA-1 of the file, in hexadecimal digits. `None` if unspecified.
    #[xml(child_text, strict)]
    pub digest: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where an event is: all that polygons, circles and codes say together.
///
/// Coordinates are latitude and longitude in degrees (WGS 84), with a comma between.
///
/// [CAP §3.2.4](https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html)
#[doc(alias("XEP-0127", "XEP0127", "0127"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.2"))]
#[doc(alias("urn:oasis:names:tc:emergency:cap:1.1"))]
#[doc(alias("http://www.incident.com/cap/1.0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS_1_2, NS_1_1, NS_1_0], name = "area")]
#[xml(new = "The area of which this is said.", with)]
#[non_exhaustive]
pub struct Area {
    /// The area, for people to read.
    #[xml(child_text = "areaDesc")]
    pub description: String,
    /// Polygons: the coordinates of each corner, with white space between them; the last is the first.
    #[xml(child_text = "polygon")]
    pub polygons: Vec<String>,
    /// Circles: the coordinates of the centre, white space and the radius in kilometres.
    #[xml(child_text = "circle")]
    pub circles: Vec<String>,
    /// Codes of the area.
    #[xml(child)]
    pub geocodes: Vec<Geocode>,
    /// The altitude in feet above sea level, or where it begins. `None` if unspecified.
    #[xml(child_text)]
    pub altitude: Option<String>,
    /// The altitude in feet where it ends. `None` if unspecified.
    #[xml(child_text)]
    pub ceiling: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
