//! Who is meant to be called by a message: a person, or all of some kind.
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

/// Somebody is mentioned, and should be called. There may be several in a message; who gets one should see that it is
/// there, even where nothing in the body shows it.
///
/// [XEP-0513 §3](https://xmpp.org/extensions/xep-0513.html#usecases)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "mention")]
#[xml(new = "Of nobody yet.", with)]
#[non_exhaustive]
pub struct Mention {
    /// All of which kind are mentioned. `None` for a single person.
    #[xml(attribute = "mentions")]
    pub group: Option<Group>,
    /// The person, by the identifier in the room ([`OccupantId`](xmpp_vocabulary::occupant_id::OccupantId)). `None` for a
    /// group, and where there are no such identifiers.
    #[xml(attribute = "occupantid")]
    pub occupant_id: Option<String>,
    /// The person, by the address. `None` for a group, and in a room that has identifiers.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Which room, space, server or hat the group is of, as a URI. `None` for those of the room that the message is in.
    #[xml(attribute)]
    pub uri: Option<String>,
    /// Where the part of the body begins that mentions them, in code points from 0. `None` where none does.
    #[xml(attribute)]
    pub begin: Option<u32>,
    /// Where that part ends: the position behind its last code point. `None` where none does.
    #[xml(attribute)]
    pub end: Option<u32>,
    /// The language of the body that is meant. `None` for that without one.
    #[xml(attribute = "hreflang")]
    pub body_lang: Option<LanguageTag>,
    /// Whether only those should be called who are there just now.
    #[xml(flag = "active")]
    pub is_active: bool,
    /// Whether nobody should be called: it only says who is meant.
    #[xml(flag = "noping")]
    pub is_silent: bool,
    /// What other specifications say of it.
    #[xml(child)]
    pub modifiers: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Mention {
    /// An occupant of a room, by the identifier there.
    #[must_use]
    pub fn of_occupant(id: impl Into<String>) -> Self {
        Self::new().with_occupant_id(id)
    }

    /// The part of the body that mentions them. `None` where there is none, or it is not within the body.
    #[must_use]
    pub fn part_of<'b>(&self, body: &'b str) -> Option<&'b str> {
        characters::slice(body, self.begin?..self.end?)
    }
}

/// All of which kind are mentioned. The token is also the feature of who supports it, except that those of a role or an
/// affiliation have [`ASSOCIATIONS`] together.
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
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// The feature of who supports groups by role and affiliation.
pub const ASSOCIATIONS: &str = "urn:xmpp:mentions:0#associations";

/// Asks a room who may mention whom, answers that, or sets it.
///
/// [XEP-0513 §3.6](https://xmpp.org/extensions/xep-0513.html#permissions)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks who may mention whom.", with)]
#[non_exhaustive]
pub struct Query {
    /// Who may: see [`Permissions`]. `None` in a request.
    #[xml(child)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Who may mention whom in a room. The room also sends what has changed as a form in a message, and says it among its
/// `muc#roominfo`.
///
/// `None` means that nothing was said, so that anybody may, and therefore an invalid value is always an error.
///
/// [XEP-0513 §3.6](https://xmpp.org/extensions/xep-0513.html#permissions)
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:mentions:0")]
#[non_exhaustive]
pub struct Permissions {
    /// How many mentions there may be in a message. One with more is to be read as if it had none.
    #[form(var = "mentions#count", kind = "text-single", strict)]
    pub count: Option<u32>,
    /// Who may mention a single person.
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
    /// Who may mention all of a role or an affiliation.
    #[form(var = "mentions#associations", kind = "list-single", options, strict)]
    pub associations: Option<Who>,
    /// Who may mention all who have a hat.
    #[form(var = "mentions#hats", kind = "list-single", options, strict)]
    pub hats: Option<Who>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// Who may do something in a room.
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
    /// Another: nobody, as long as one does not know better.
    #[xml(other)]
    Other(OtherToken),
}
