//! Events of a calendar: what happens when and where, who is invited, and who comes.
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

/// The namespace, the node of an account's own calendar, what the names of other nodes of events begin with (and a slash
/// behind it), and the feature of clients and services that support this.
pub const NS: &str = "urn:xmpp:calendar-events:0";

/// What the names of nodes of invitees begin with.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_invitees)
pub const INVITEES: &str = "urn:xmpp:calendar-events:invitees:0/";

/// An event.
///
/// [XEP-0471 §4.1](https://xmpp.org/extensions/xep-0471.html#simple-event)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "event")]
#[xml(with)]
#[non_exhaustive]
pub struct Event {
    /// What it is called: one name at least, and one for each language.
    #[xml(child)]
    pub names: Vec<Name>,
    /// When it begins.
    #[xml(child_text = "start")]
    pub start: DateTime,
    /// When it ends.
    #[xml(child_text = "end")]
    pub end: DateTime,
    /// A picture of it. `None` if there is none.
    #[xml(child)]
    pub head_picture: Option<HeadPicture>,
    /// What there is to say about it, one for each type and language.
    #[xml(child)]
    pub descriptions: Vec<Description>,
    /// What sort of event it is.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// Where it is. If there are several, each has an identifier.
    #[xml(child)]
    pub locations: Vec<Location>,
    /// The form by which those who are invited answer, one for each language.
    #[xml(child)]
    pub rsvps: Vec<Rsvp>,
    /// Nodes that belong to it: see [`link`](Self::link).
    #[xml(child)]
    pub links: Vec<NodeLink>,
    /// Files that belong to it. `None` if there are none.
    #[xml(child)]
    pub files: Option<Files>,
    /// What else there is to know. `None` if there is nothing.
    #[xml(child)]
    pub details: Option<ExtraData>,
    /// The event of another calendar that this one stands for. `None` if it is an event itself.
    #[xml(child)]
    pub external: Option<External>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Event {
    /// The event of this name, from `start` to `end`.
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

    /// The node that belongs to it in this way. `None` if there is none.
    #[must_use]
    pub fn link(&self, role: &LinkRole) -> Option<&NodeLink> {
        self.links.iter().find(|link| link.role == *role)
    }
}

/// What an event or an online meeting is called.
///
/// [XEP-0471 §4.1](https://xmpp.org/extensions/xep-0471.html#simple-event)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "name")]
#[xml(new = "This name, of no stated language.", parameters = [text], with)]
#[non_exhaustive]
pub struct Name {
    /// The language. `None` means that of what is around it.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "head-picture")]
#[xml(new = "This picture.")]
#[non_exhaustive]
pub struct HeadPicture {
    /// The picture.
    #[xml(child)]
    pub file: FileSharing,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What there is to say about an event.
///
/// [XEP-0471 §6.2](https://xmpp.org/extensions/xep-0471.html#description)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "description")]
#[xml(with)]
#[non_exhaustive]
pub struct Description {
    /// The language. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What it is. `None`, which the XEP forbids, is plain text.
    #[xml(attribute = "type")]
    pub kind: Option<DescriptionKind>,
    /// The text, if it is plain. `None` if there is none.
    #[xml(text)]
    pub text: Option<String>,
    /// The `div` of XHTML, to be sanitized before it is shown. `None` if it is plain text.
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

    /// This `div` of XHTML.
    #[must_use]
    pub fn xhtml(div: RawElement) -> Self {
        Self {
            kind: Some(DescriptionKind::Xhtml),
            div: Some(div),
            ..Self::default()
        }
    }
}

/// What a [`Description`] is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum DescriptionKind {
    /// `text`: plain text.
    Text,
    /// `xhtml`: a `div` of XHTML.
    Xhtml,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What sort of event it is.
///
/// [XEP-0471 §6.3](https://xmpp.org/extensions/xep-0471.html#categories)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "category")]
#[xml(new = "This category, of no stated language.", with)]
#[non_exhaustive]
pub struct Category {
    /// The language of the term. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The category, for people to read.
    #[xml(attribute)]
    pub term: String,
    /// Its item in Wikidata, such as `Q478515`. `None` if unstated.
    #[xml(attribute = "wd")]
    pub wikidata: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where an event is.
///
/// [XEP-0471 §6.4](https://xmpp.org/extensions/xep-0471.html#location)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "location")]
#[xml(new = "Nowhere yet.", with)]
#[non_exhaustive]
pub struct Location {
    /// The identifier; the main location has `main`. `None` if there is only one location.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Where on earth. `None` if it is only online.
    #[xml(child)]
    pub place: Option<Place>,
    /// Where online.
    #[xml(child)]
    pub online: Vec<Online>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where an event is online.
///
/// [XEP-0471 §6.4](https://xmpp.org/extensions/xep-0471.html#online_location)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "online")]
#[xml(new = "Without instructions yet.", with)]
#[non_exhaustive]
pub struct Online {
    /// What it is called, one name for each language.
    #[xml(child)]
    pub names: Vec<Name>,
    /// The room (XEP-0249). `None` if it is elsewhere.
    #[xml(child)]
    pub room: Option<Invitation>,
    /// The software. `None` if unstated.
    #[xml(child)]
    pub software: Option<Software>,
    /// The URL to join at (XEP-0103). `None` if there is none.
    #[xml(child)]
    pub url: Option<UrlData>,
    /// How to join, in words, one for each language.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "software")]
#[xml(new = "The software of this name.", with)]
#[non_exhaustive]
pub struct Software {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// Whether it has to be installed. `None` if unstated.
    #[xml(attribute = "need_install")]
    pub needs_installation: Option<bool>,
    /// The URL of its site. `None` if unstated.
    #[xml(attribute)]
    pub url: Option<String>,
    /// Its item in Wikidata. `None` if unstated.
    #[xml(attribute = "wd")]
    pub wikidata: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How to join an online meeting.
///
/// [XEP-0471 §6.4](https://xmpp.org/extensions/xep-0471.html#online_location)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "instructions")]
#[xml(new = "In these words, of no stated language.", parameters = [text], with)]
#[non_exhaustive]
pub struct Instructions {
    /// The language. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The words. `None` if there are none.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an event: the form by which those who are invited answer. Attached to it, or in a message to its publisher: an
/// answer.
///
/// [XEP-0471 §6.5](https://xmpp.org/extensions/xep-0471.html#RSVP)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rsvp")]
#[xml(new = "This form, of no stated language.", with)]
#[non_exhaustive]
pub struct Rsvp {
    /// The language of the form. `None` means that of what is around it.
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

    /// The form as an answer. `None` if it is a form of another type.
    ///
    /// # Errors
    /// A field has a value that is not of its type.
    pub fn answer(&self) -> Result<Option<Answer>, Error> {
        if self.form.form_type() != Some(Answer::FORM_TYPE) {
            return Ok(None);
        }
        Answer::from_fields(&self.form).map(Some)
    }
}

/// The answer to an invitation, and the form that asks for it. Organizers add fields of their own.
///
/// [XEP-0471 §6.5](https://xmpp.org/extensions/xep-0471.html#RSVP)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:rsvp:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:calendar-events:rsvp:0")]
#[non_exhaustive]
pub struct Answer {
    /// Whether they come. `None` means that they do not.
    #[form(var = "attending", kind = "list-single", options)]
    pub attending: Option<Attending>,
    /// With how many they come, themselves included: [`party`](Self::party) reads it. `None` means alone.
    #[form(var = "participants_number", kind = "text-single")]
    pub participants: Option<String>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Answer {
    /// How many they are, themselves included: 1 as well where what is written is no whole number, or less than that.
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

/// Whether somebody comes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Attending {
    /// `maybe`
    Maybe,
    /// `yes`
    Yes,
    /// `no`
    No,
    /// Something that an organizer has added.
    #[xml(other)]
    Other(OtherToken),
}

/// In a [`Summary`](crate::summary::Summary): how many come to an event.
///
/// [XEP-0471 §6.5](https://xmpp.org/extensions/xep-0471.html#rsvp_summarizing)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "attendees")]
#[xml(new = "So many for sure, and no others.", with)]
#[non_exhaustive]
pub struct Attendees {
    /// How many for sure.
    #[xml(attribute)]
    pub confirmed: u64,
    /// How many at most. `None` means as many as for sure.
    #[xml(attribute)]
    pub max: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Attendees {
    /// What these answers come to, one of each account.
    ///
    /// Anybody can claim to come with any number, so sums stop at the highest number there is.
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

/// A node that belongs to an event.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_nodes)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0", "invitees", "comments", "blog"))]
#[doc(alias("schedule"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The node of this service.", parameters = [role, jid, node])]
#[non_exhaustive]
pub struct NodeLink {
    /// What is at the node: the name of the element.
    #[xml(name)]
    pub role: LinkRole,
    /// The service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is at a node that belongs to an event.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_nodes)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a fifth would be an element of its own"
)]
pub enum LinkRole {
    /// `invitees`: those who are invited, an [`Invitee`] each.
    Invitees,
    /// `comments`: comments on the event (XEP-0277).
    Comments,
    /// `blog`: news of the event (XEP-0277).
    Blog,
    /// `schedule`: the events that it is made of.
    Schedule,
}

/// Somebody who is invited.
///
/// [XEP-0471 §6.6](https://xmpp.org/extensions/xep-0471.html#linked_invitees)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invitee")]
#[xml(new = "This address.", with)]
#[non_exhaustive]
pub struct Invitee {
    /// Who.
    #[xml(attribute)]
    pub jid: Jid,
    /// The name, for people to read. `None` if unstated.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Files that belong to an event.
///
/// [XEP-0471 §6.7](https://xmpp.org/extensions/xep-0471.html#attachments)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0", "attachments"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "attachments")]
#[xml(new = "None yet.", with)]
#[non_exhaustive]
pub struct Files {
    /// The files.
    #[xml(child)]
    pub files: Vec<FileSharing>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What else there is to know about an event: a form.
///
/// [XEP-0471 §6.8](https://xmpp.org/extensions/xep-0471.html#extra)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0", "extra"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "extra")]
#[xml(new = "This form.")]
#[non_exhaustive]
pub struct ExtraData {
    /// The form, of the type [`Details`].
    #[xml(child)]
    pub form: Form,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What else there is to know about an event.
///
/// [XEP-0471 §6.8](https://xmpp.org/extensions/xep-0471.html#extra)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:extra:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:calendar-events:extra:0")]
#[non_exhaustive]
pub struct Details {
    /// The URL of its site. `None` if unstated.
    #[form(var = "website", kind = "text-single")]
    pub website: Option<String>,
    /// Whether it will happen. `None` if unstated.
    #[form(var = "status", kind = "text-single")]
    pub status: Option<Status>,
    /// The languages that are spoken, as codes of ISO 639.
    #[form(var = "languages", kind = "list-multi")]
    pub languages: Vec<String>,
    /// Whether people in wheelchairs can come. `None` if unstated.
    #[form(var = "accessibility:wheelchair", kind = "text-single")]
    pub wheelchair: Option<Access>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Whether an event will happen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `confirmed`: for sure.
    Confirmed,
    /// `tentative`: perhaps, or at another time.
    Tentative,
    /// `cancelled`: it will not.
    Cancelled,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether people in wheelchairs can come.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Access {
    /// `full`: everywhere.
    Full,
    /// `partial`: not everywhere.
    Partial,
    /// `no`: they cannot.
    No,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The event of another calendar, which has all there is to know: what stands beside this are only its name and times, as
/// they were when it was taken over.
///
/// [XEP-0471 §6.9](https://xmpp.org/extensions/xep-0471.html#external)
#[doc(alias("XEP-0471", "XEP0471", "0471"))]
#[doc(alias("urn:xmpp:calendar-events:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "external")]
#[xml(new = "This item of that node.", parameters = [jid, node, item])]
#[non_exhaustive]
pub struct External {
    /// The identifier of the item.
    #[xml(attribute)]
    pub item: String,
    /// The service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
