//! Private notes about contacts.
//!
//! They are stored in private storage (XEP-0049), always as a whole.
//!
//! [XEP-0145, Annotations](https://xmpp.org/extensions/xep-0145.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, Xml};

/// The namespace.
pub const NS: &str = "storage:rosternotes";

/// All notes; also, while empty, the request for them.
///
/// [XEP-0145 §2](https://xmpp.org/extensions/xep-0145.html#ns_storage_notes)
#[doc(alias("XEP-0145", "XEP0145", "0145"))]
#[doc(alias("storage:rosternotes", "storage"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "storage", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A request for the notes. If stored, it removes all notes.",
    with
)]
#[non_exhaustive]
pub struct Notes {
    /// The notes: at most one for each JID.
    #[xml(child)]
    pub notes: Vec<Note>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A note about a contact.
///
/// [XEP-0145 §2](https://xmpp.org/extensions/xep-0145.html#ns_storage_notes)
#[doc(alias("XEP-0145", "XEP0145", "0145"))]
#[doc(alias("storage:rosternotes"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "note", derive(Debug, PartialEq, Eq))]
#[xml(new = "A note on this JID.", parameters = [jid, text], with)]
#[non_exhaustive]
pub struct Note {
    /// The JID of the contact, which should be bare.
    #[xml(attribute)]
    pub jid: Jid,
    /// The creation time, which should be in UTC. `None` if not specified.
    #[xml(attribute = "cdate")]
    pub created: Option<DateTime>,
    /// The time of the last change, which should be in UTC. `None` if not specified.
    #[xml(attribute = "mdate")]
    pub modified: Option<DateTime>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Notes {
    /// The note about a JID. `None` if there is none.
    #[must_use]
    pub fn about(&self, jid: &Jid) -> Option<&Note> {
        self.notes.iter().find(|note| note.jid == *jid)
    }

    /// Replaces the note about the same JID, or appends it if there is none.
    pub fn set(&mut self, note: Note) {
        match self.notes.iter_mut().find(|old| old.jid == note.jid) {
            Some(old) => *old = note,
            None => self.notes.push(note),
        }
    }
}
