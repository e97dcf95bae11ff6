//! Mentions of people and groups, who are notified of the message.
//!
//! ```
//! use xmpp_content::mention::{Group, Mention};
//!
//! let mention: Mention = xmpp_xml::from_str(
//!     "<mention xmlns='urn:xmpp:mentions:0' mentions='urn:xmpp:mentions:0#channel'><active/></mention>",
//! )?;
//! assert_eq!(mention.group, Some(Group::Channel));
//! assert!(mention.is_active);
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0513, Explicit Mentions](https://xmpp.org/extensions/xep-0513.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_vocabulary::characters;
use xmpp_xml::{Extra, LanguageTag, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of clients and rooms that support this.
pub const NS: &str = "urn:xmpp:mentions:0";

/// Mentions a person or a group. There may be several in a message. A client should let the user list them, since the
/// body need not show them.
///
/// [XEP-0513 §3](https://xmpp.org/extensions/xep-0513.html#usecases)
#[doc(alias("XEP-0513", "XEP0513", "0513"))]
#[doc(alias("urn:xmpp:mentions:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "mention", derive(Debug, PartialEq, Eq))]
#[xml(new = "A mention, so far of nobody.", with)]
#[non_exhaustive]
pub struct Mention {
    /// The kind of group mentioned. `None` for a person.
    #[xml(attribute = "mentions")]
    pub group: Option<Group>,
    /// The occupant id of the person ([`OccupantId`](xmpp_vocabulary::occupant_id::OccupantId)). `None` for a group,
    /// and where there are no occupant ids.
    #[xml(attribute = "occupantid")]
    pub occupant_id: Option<String>,
    /// The JID of the person. `None` for a group, and in a room with occupant ids.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The URI of the room, space, server or hat that defines the group. `None` means the room of the message.
    #[xml(attribute)]
    pub uri: Option<String>,
    /// The start of the mention in the body, in code points from 0. `None` if the body does not contain it.
    #[xml(attribute)]
    pub begin: Option<u32>,
    /// The end of the mention in the body: the position after its last code point. `None` if the body does not contain it.
    #[xml(attribute)]
    pub end: Option<u32>,
    /// The language of the body that is meant. `None` means the body without a language.
    #[xml(attribute = "hreflang")]
    pub body_lang: Option<LanguageTag>,
    /// Whether to notify only those who are active.
    #[xml(flag = "active")]
    pub is_active: bool,
    /// Whether to notify nobody: the mention only says who is meant.
    #[xml(flag = "noping")]
    pub is_silent: bool,
    /// Modifiers of other specifications.
    #[xml(child)]
    pub modifiers: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Mention {
    /// Mentions an occupant of a room by occupant id.
    #[must_use]
    pub fn of_occupant(id: impl Into<String>) -> Self {
        Self::new().with_occupant_id(id)
    }

    /// The part of the body that is the mention. `None` if there is none or it is out of range.
    #[must_use]
    pub fn part_of<'b>(&self, body: &'b str) -> Option<&'b str> {
        characters::slice(body, self.begin?..self.end?)
    }
}

/// A kind of group. The token is also the feature of who supports it; roles and affiliations share the feature
/// [`ASSOCIATIONS`].
///
/// [XEP-0513 §3.2](https://xmpp.org/extensions/xep-0513.html#groups)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Group {
    /// The occupants of a room.
    #[xml(token = "urn:xmpp:mentions:0#channel")]
    Channel,
    /// The members of a space.
    #[xml(token = "urn:xmpp:mentions:0#space")]
    Space,
    /// The users of a server.
    #[xml(token = "urn:xmpp:mentions:0#server")]
    Server,
    /// The moderators of a room.
    #[xml(token = "urn:xmpp:mentions:0#moderators")]
    Moderators,
    /// The participants of a room.
    #[xml(token = "urn:xmpp:mentions:0#participants")]
    Participants,
    /// The visitors of a room.
    #[xml(token = "urn:xmpp:mentions:0#visitors")]
    Visitors,
    /// The owners of a room.
    #[xml(token = "urn:xmpp:mentions:0#owner")]
    Owner,
    /// The admins of a room.
    #[xml(token = "urn:xmpp:mentions:0#admin")]
    Admin,
    /// The members of a room.
    #[xml(token = "urn:xmpp:mentions:0#member")]
    Member,
    /// Those without an affiliation to a room.
    #[xml(token = "urn:xmpp:mentions:0#none")]
    None,
    /// Those who have a hat.
    #[xml(token = "urn:xmpp:mentions:0#hats")]
    Hats,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The feature of who supports mentioning roles and affiliations.
pub const ASSOCIATIONS: &str = "urn:xmpp:mentions:0#associations";

/// Gets or sets the permissions for mentions in a room.
///
/// [XEP-0513 §3.6](https://xmpp.org/extensions/xep-0513.html#permissions)
#[doc(alias("XEP-0513", "XEP0513", "0513"))]
#[doc(alias("urn:xmpp:mentions:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks for the permissions.", with)]
#[non_exhaustive]
pub struct Query {
    /// The form with the [`Permissions`]. `None` in a request.
    #[xml(child)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The permissions for mentions in a room. When they change, the room sends them as a form in a message; they are also
/// part of its `muc#roominfo`.
///
/// `None` means unspecified, hence anybody; so an invalid value is always an error.
///
/// [XEP-0513 §3.6](https://xmpp.org/extensions/xep-0513.html#permissions)
#[doc(alias("XEP-0513", "XEP0513", "0513"))]
#[doc(alias("urn:xmpp:mentions:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:mentions:0")]
#[non_exhaustive]
pub struct Permissions {
    /// The maximum number of mentions in a message. If there are more, all are ignored.
    #[form(var = "mentions#count", kind = "text-single", strict)]
    pub count: Option<u32>,
    /// Who may mention individuals.
    #[form(var = "mentions#individual", kind = "list-single", options, strict)]
    pub individual: Option<Who>,
    /// Who may mention all occupants.
    #[form(var = "mentions#channel", kind = "list-single", options, strict)]
    pub channel: Option<Who>,
    /// Who may mention the members of a space.
    #[form(var = "mentions#space", kind = "list-single", options, strict)]
    pub space: Option<Who>,
    /// Who may mention the users of a server.
    #[form(var = "mentions#server", kind = "list-single", options, strict)]
    pub server: Option<Who>,
    /// Who may mention roles and affiliations.
    #[form(var = "mentions#associations", kind = "list-single", options, strict)]
    pub associations: Option<Who>,
    /// Who may mention the holders of a hat.
    #[form(var = "mentions#hats", kind = "list-single", options, strict)]
    pub hats: Option<Who>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Who has a permission.
///
/// [XEP-0513 §3.6](https://xmpp.org/extensions/xep-0513.html#permissions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Who {
    /// `participants`: participants and moderators.
    Participants,
    /// `moderators`
    Moderators,
    /// `none`: nobody.
    None,
    /// Another, to be treated as nobody.
    #[xml(other)]
    Other(OtherToken),
}
