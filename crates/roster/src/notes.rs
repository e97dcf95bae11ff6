//! What a user has written down about contacts, for themselves alone.
//!
//! It is kept in private storage (XEP-0049), always as a whole.
//!
//! [XEP-0145, Annotations](https://xmpp.org/extensions/xep-0145.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, Xml};

/// The namespace.
pub const NS: &str = "storage:rosternotes";

/// All notes; empty also where they are asked for.
///
/// [XEP-0145 §2](https://xmpp.org/extensions/xep-0145.html#ns_storage_notes)
#[doc(alias("XEP-0145", "XEP0145", "0145"))]
#[doc(alias("storage:rosternotes", "storage"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "storage")]
#[xml(new = "Asks for the notes. Stored, it removes what there was.", with)]
#[non_exhaustive]
pub struct Notes {
    /// The notes: one at most about each address.
    #[xml(child)]
    pub notes: Vec<Note>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A note about a contact.
///
/// [XEP-0145 §2](https://xmpp.org/extensions/xep-0145.html#ns_storage_notes)
#[doc(alias("XEP-0145", "XEP0145", "0145"))]
#[doc(alias("storage:rosternotes"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "note")]
#[xml(new = "This text about this address.", parameters = [jid, text], with)]
#[non_exhaustive]
pub struct Note {
    /// The address of the contact, which should be a bare one.
    #[xml(attribute)]
    pub jid: Jid,
    /// When the note was made, which should be in UTC. `None` means not said.
    #[xml(attribute = "cdate")]
    pub created: Option<DateTime>,
    /// When the note was changed last, which should be in UTC. `None` means not said.
    #[xml(attribute = "mdate")]
    pub modified: Option<DateTime>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Notes {
    /// The note about an address. `None` means that there is none.
    #[must_use]
    pub fn about(&self, jid: &Jid) -> Option<&Note> {
        self.notes.iter().find(|note| note.jid == *jid)
    }

    /// Puts a note in the place of that about the same address, or after all others if there is none.
    pub fn set(&mut self, note: Note) {
        match self.notes.iter_mut().find(|old| old.jid == note.jid) {
            Some(old) => *old = note,
            None => self.notes.push(note),
        }
    }
}
