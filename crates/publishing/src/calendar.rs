//! Calendar events: time and place, invitees, and their responses.
//!
//! ```
//! use xmpp_publishing::calendar::{Event, Rsvp, Attending, Answer, Attendees};
//! use xmpp_data_forms::FormType;
//! use xmpp_data_forms::form::FormKind;
//!
//! let mut event = Event::new("Picnic", "2026-06-01T12:00:00Z".parse()?, "2026-06-01T15:00:00Z".parse()?);
//! assert_eq!(
//!     xmpp_xml::to_string(&event)?,
//!     "<event xmlns='urn:xmpp:calendar-events:0'><name>Picnic</name>\
//!      <start>2026-06-01T12:00:00Z</start><end>2026-06-01T15:00:00Z</end></event>"
//! );
//!
//! let mut answer = Answer::new(FormKind::Submit);
//! answer.attending = Some(Attending::Yes);
//! answer.participants = Some("3".into());
//! let rsvp = Rsvp::of(&answer);
//!
//! // How the service counts the answers.
//! let answers = [rsvp.answer()?.expect("an answer")];
//! assert_eq!(Attendees::of(&answers), Attendees::new(3));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0471, Calendar Events](https://xmpp.org/extensions/xep-0471.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_files::sharing::FileSharing;
use xmpp_files::url_data::UrlData;
use xmpp_jid::Jid;
use xmpp_muc::invitation::Invitation;
use xmpp_profile::location::Location as Place;
use xmpp_xml::{DateTime, Error, Extra, LanguageTag, OtherToken, RawElement, Xml, trim};

/// The namespace, which is also the node of an account's own calendar, the prefix (followed by a slash) of other event
/// nodes, and the feature of clients and services that support this.
pub const NS: &str = "urn:xmpp:calendar-events:0";

/// The prefix of the names of invitee nodes.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_invitees)
pub const INVITEES: &str = "urn:xmpp:calendar-events:invitees:0/";

/// An event.
///
/// [XEP-0471 §4.1](https://xmpp.org/extensions/xep-0471.html#simple-event)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "event", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Event {
    /// The names, one for each language; at least one.
    #[xml(child)]
    pub names: Vec<Name>,
    /// When the event begins.
    #[xml(child_text = "start")]
    pub start: DateTime,
    /// When the event ends.
    #[xml(child_text = "end")]
    pub end: DateTime,
    /// A picture of the event. `None` if there is none.
    #[xml(child)]
    pub head_picture: Option<HeadPicture>,
    /// The description, one for each type and language.
    #[xml(child)]
    pub descriptions: Vec<Description>,
    /// The categories of the event.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The locations. If there are several, each has an identifier.
    #[xml(child)]
    pub locations: Vec<Location>,
    /// The response form for invitees, one for each language.
    #[xml(child)]
    pub rsvps: Vec<Rsvp>,
    /// Linked nodes: see [`link`](Self::link).
    #[xml(child)]
    pub links: Vec<NodeLink>,
    /// Attached files. `None` if there are none.
    #[xml(child)]
    pub files: Option<Files>,
    /// Further information. `None` if there is none.
    #[xml(child)]
    pub details: Option<ExtraData>,
    /// The event of another calendar that this one refers to. `None` if it is not such a reference.
    #[xml(child)]
    pub external: Option<External>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Event {
    /// The event with this name, from `start` to `end`.
    #[must_use]
    pub fn new(name: impl Into<String>, start: DateTime, end: DateTime) -> Self {
        Self {
            names: alloc::vec![Name::new(name)],
            start,
            end,
            head_picture: None,
            descriptions: Vec::new(),
            categories: Vec::new(),
            locations: Vec::new(),
            rsvps: Vec::new(),
            links: Vec::new(),
            files: None,
            details: None,
            external: None,
            extra: Extra::new(),
        }
    }

    /// The linked node with this role. `None` if there is none.
    #[must_use]
    pub fn link(&self, role: &LinkRole) -> Option<&NodeLink> {
        self.links.iter().find(|link| link.role == *role)
    }
}

/// The name of an event or an online meeting.
///
/// [XEP-0471 §4.1](https://xmpp.org/extensions/xep-0471.html#simple-event)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "name", derive(Debug, PartialEq, Eq))]
#[xml(new = "A name in an unspecified language.", parameters = [text], with)]
#[non_exhaustive]
pub struct Name {
    /// The language. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The name. `None` if it is empty.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A picture of an event.
///
/// [XEP-0471 §6.1](https://xmpp.org/extensions/xep-0471.html#head-picture)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "head-picture", derive(Debug, PartialEq, Eq))]
#[xml(new = "A picture with this source.")]
#[non_exhaustive]
pub struct HeadPicture {
    /// The picture.
    #[xml(child)]
    pub file: FileSharing,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The description of an event.
///
/// [XEP-0471 §6.2](https://xmpp.org/extensions/xep-0471.html#description)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "description", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Description {
    /// The language. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The type. `None`, which the XEP forbids, means plain text.
    #[xml(attribute = "type")]
    pub kind: Option<DescriptionKind>,
    /// The plain text. `None` if there is none.
    #[xml(text)]
    pub text: Option<String>,
    /// The XHTML `div`, to be sanitized before it is shown. `None` for plain text.
    #[xml(child)]
    pub div: Option<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Description {
    /// Plain text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            kind: Some(DescriptionKind::Text),
            text: Some(text.into()),
            ..Self::default()
        }
    }

    /// An XHTML description, as a `div`.
    #[must_use]
    pub fn xhtml(div: RawElement) -> Self {
        Self {
            kind: Some(DescriptionKind::Xhtml),
            div: Some(div),
            ..Self::default()
        }
    }
}

/// The type of a [`Description`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum DescriptionKind {
    /// `text`: plain text.
    Text,
    /// `xhtml`: an XHTML `div`.
    Xhtml,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The categories of the event.
///
/// [XEP-0471 §6.3](https://xmpp.org/extensions/xep-0471.html#categories)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "category", derive(Debug, PartialEq, Eq))]
#[xml(new = "A category in an unspecified language.", with)]
#[non_exhaustive]
pub struct Category {
    /// The language of the term. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The human-readable category.
    #[xml(attribute)]
    pub term: String,
    /// The Wikidata item of the category, such as `Q478515`. `None` if not specified.
    #[xml(attribute = "wd")]
    pub wikidata: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A location of an event.
///
/// [XEP-0471 §6.4](https://xmpp.org/extensions/xep-0471.html#location)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "location", derive(Debug, PartialEq, Eq))]
#[xml(new = "A location without details yet.", with)]
#[non_exhaustive]
pub struct Location {
    /// The identifier; the main location has `main`. `None` if there is only one location.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The physical location. `None` if it is online only.
    #[xml(child)]
    pub place: Option<Place>,
    /// The online meetings.
    #[xml(child)]
    pub online: Vec<Online>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An online meeting of an event.
///
/// [XEP-0471 §6.4](https://xmpp.org/extensions/xep-0471.html#online_location)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "online", derive(Debug, PartialEq, Eq))]
#[xml(new = "An online meeting without details yet.", with)]
#[non_exhaustive]
pub struct Online {
    /// The name, one for each language.
    #[xml(child)]
    pub names: Vec<Name>,
    /// The MUC room (XEP-0249). `None` if there is none.
    #[xml(child)]
    pub room: Option<Invitation>,
    /// The software. `None` if not specified.
    #[xml(child)]
    pub software: Option<Software>,
    /// The URL to join at (XEP-0103). `None` if there is none.
    #[xml(child)]
    pub url: Option<UrlData>,
    /// Human-readable instructions for joining, one for each language.
    #[xml(child)]
    pub instructions: Vec<Instructions>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The software of an online meeting.
///
/// [XEP-0471 §6.4](https://xmpp.org/extensions/xep-0471.html#online_location)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "software", derive(Debug, PartialEq, Eq))]
#[xml(new = "The software of this name.", with)]
#[non_exhaustive]
pub struct Software {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// Whether it has to be installed. `None` if not specified.
    #[xml(attribute = "need_install")]
    pub needs_installation: Option<bool>,
    /// The URL of the website. `None` if not specified.
    #[xml(attribute)]
    pub url: Option<String>,
    /// The Wikidata item. `None` if not specified.
    #[xml(attribute = "wd")]
    pub wikidata: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Instructions for joining an online meeting.
///
/// [XEP-0471 §6.4](https://xmpp.org/extensions/xep-0471.html#online_location)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "instructions", derive(Debug, PartialEq, Eq))]
#[xml(new = "Instructions in an unspecified language.", parameters = [text], with)]
#[non_exhaustive]
pub struct Instructions {
    /// The language. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The instructions. `None` if empty.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an event, the response form for invitees; as an attachment to the event or in a message to its publisher, a response.
///
/// [XEP-0471 §6.5](https://xmpp.org/extensions/xep-0471.html#RSVP)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rsvp", derive(Debug, PartialEq, Eq))]
#[xml(new = "A form in an unspecified language.", with)]
#[non_exhaustive]
pub struct Rsvp {
    /// The language of the form. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The form: [`answer`](Self::answer) reads it.
    #[xml(child)]
    pub form: Form,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Rsvp {
    /// This answer.
    #[must_use]
    pub fn of(answer: &Answer) -> Self {
        Self::new(answer.to_form())
    }

    /// The form as a response. `None` if it has another `FORM_TYPE`.
    ///
    /// # Errors
    /// A field has an invalid value.
    pub fn answer(&self) -> Result<Option<Answer>, Error> {
        if self.form.form_type() != Some(Answer::FORM_TYPE) {
            return Ok(None);
        }
        Answer::from_fields(&self.form).map(Some)
    }
}

/// The response to an invitation, or the form that requests it. Organizers may add fields of their own.
///
/// [XEP-0471 §6.5](https://xmpp.org/extensions/xep-0471.html#RSVP)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:rsvp:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:calendar-events:rsvp:0")]
#[non_exhaustive]
pub struct Answer {
    /// Whether the invitee attends. `None` means no.
    #[form(var = "attending", kind = "list-single", options)]
    pub attending: Option<Attending>,
    /// The number of participants, including the invitee, as text: [`party`](Self::party) parses it. `None` means 1.
    #[form(var = "participants_number", kind = "text-single")]
    pub participants: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Answer {
    /// The number of participants, including the invitee; 1 if the value is missing, zero, or not a whole number.
    ///
    /// [XEP-0471 §6.5](https://xmpp.org/extensions/xep-0471.html#rsvp_summarizing)
    #[must_use]
    pub fn party(&self) -> u64 {
        let number = self.participants.as_deref().map(trim);
        number
            .and_then(|text| text.parse().ok())
            .unwrap_or(1)
            .max(1)
    }
}

/// Whether an invitee attends.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Attending {
    /// `maybe`
    Maybe,
    /// `yes`
    Yes,
    /// `no`
    No,
    /// An option added by the organizer.
    #[xml(other)]
    Other(OtherToken),
}

/// In a [`Summary`](crate::summary::Summary): the number of attendees of an event.
///
/// [XEP-0471 §6.5](https://xmpp.org/extensions/xep-0471.html#rsvp_summarizing)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "attendees", derive(Debug, PartialEq, Eq))]
#[xml(new = "A number of confirmed attendees.", with)]
#[non_exhaustive]
pub struct Attendees {
    /// The confirmed number.
    #[xml(attribute)]
    pub confirmed: u64,
    /// The maximum number, including those who may attend. `None` means the confirmed number.
    #[xml(attribute)]
    pub max: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Attendees {
    /// Counts responses, which must be one per account.
    ///
    /// The sums saturate, since anybody can claim any number.
    #[must_use]
    pub fn of<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> Self {
        let (mut confirmed, mut max) = (0_u64, 0_u64);
        for answer in answers {
            match answer.attending {
                Some(Attending::Yes) => {
                    confirmed = confirmed.saturating_add(answer.party());
                    max = max.saturating_add(answer.party());
                }
                Some(Attending::Maybe) => max = max.saturating_add(answer.party()),
                _ => {}
            }
        }
        let attendees = Self::new(confirmed);
        if max == confirmed {
            attendees
        } else {
            attendees.with_max(max)
        }
    }
}

/// A node linked from an event.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_nodes)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0", "invitees", "comments", "blog"))]
#[doc(alias("schedule"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The node of this service.", parameters = [role, jid, node])]
#[non_exhaustive]
pub struct NodeLink {
    /// The role of the node: the name of the element.
    #[xml(name)]
    pub role: LinkRole,
    /// The JID of the service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The name of the node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The role of a node linked from an event.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_nodes)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a fifth would be an element of its own"
)]
pub enum LinkRole {
    /// `invitees`: the invitees, an [`Invitee`] each.
    Invitees,
    /// `comments`: comments on the event (XEP-0277).
    Comments,
    /// `blog`: news of the event (XEP-0277).
    Blog,
    /// `schedule`: the sub-events of the event.
    Schedule,
}

/// An invitee of an event.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_invitees)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "invitee", derive(Debug, PartialEq, Eq))]
#[xml(new = "The invitee with this address.", with)]
#[non_exhaustive]
pub struct Invitee {
    /// The JID of the invitee.
    #[xml(attribute)]
    pub jid: Jid,
    /// The name, human-readable. `None` if not specified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Files attached to an event.
///
/// [XEP-0471 §6.7](https://xmpp.org/extensions/xep-0471.html#attachments)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0", "attachments"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "attachments", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of files.", with)]
#[non_exhaustive]
pub struct Files {
    /// The files.
    #[xml(child)]
    pub files: Vec<FileSharing>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A form with further information about an event.
///
/// [XEP-0471 §6.8](https://xmpp.org/extensions/xep-0471.html#extra)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0", "extra"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "extra", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this form.")]
#[non_exhaustive]
pub struct ExtraData {
    /// The form: see [`Details`].
    #[xml(child)]
    pub form: Form,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Further information about an event.
///
/// [XEP-0471 §6.8](https://xmpp.org/extensions/xep-0471.html#extra)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:extra:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:calendar-events:extra:0")]
#[non_exhaustive]
pub struct Details {
    /// The URL of the website. `None` if not specified.
    #[form(var = "website", kind = "text-single")]
    pub website: Option<String>,
    /// The status of the event. `None` if not specified.
    #[form(var = "status", kind = "text-single")]
    pub status: Option<Status>,
    /// The spoken languages, as ISO 639 codes.
    #[form(var = "languages", kind = "list-multi")]
    pub languages: Vec<String>,
    /// Wheelchair accessibility. `None` if not specified.
    #[form(var = "accessibility:wheelchair", kind = "text-single")]
    pub wheelchair: Option<Access>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The status of an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `confirmed`: definite.
    Confirmed,
    /// `tentative`: not definite, or possibly at another time.
    Tentative,
    /// `cancelled`: will not take place.
    Cancelled,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The wheelchair accessibility of an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Access {
    /// `full`: fully accessible.
    Full,
    /// `partial`: partially accessible.
    Partial,
    /// `no`: not accessible.
    No,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A reference to an event of another calendar, which is authoritative: the elements beside it are only a copy of its name
/// and times.
///
/// [XEP-0471 §6.9](https://xmpp.org/extensions/xep-0471.html#external)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "external", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reference to this item.", parameters = [jid, node, item])]
#[non_exhaustive]
pub struct External {
    /// The ID of the item.
    #[xml(attribute)]
    pub item: String,
    /// The JID of the service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The name of the node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
