//! The command, in requests and in answers.
//!
//! [XEP-0050, Ad-Hoc Commands](https://xmpp.org/extensions/xep-0050.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_xml::{Element, Error, Extra, LanguageTag, OtherToken, RawElement, Xml, payloads};

/// The namespace, the feature of an entity that has commands and of each command, and the node of service discovery
/// whose items are the commands.
pub const NS: &str = "http://jabber.org/protocol/commands";

/// In an iq of type `set`, what is to be done with a command; in the answer, how far it has got and what comes next.
///
/// All stages of one execution are a session, which the responder names.
///
/// [XEP-0050 §4.1](https://xmpp.org/extensions/xep-0050.html#desc-command)
#[doc(alias("XEP-0050", "XEP0050", "0050"))]
#[doc(alias("http://jabber.org/protocol/commands"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "command")]
#[xml(new = "Begins a session of the command at this node.", with)]
#[non_exhaustive]
pub struct Command {
    /// Request: what to do. Absent for [`Action::Execute`]. In an answer it says nothing.
    #[xml(attribute)]
    pub action: Option<Action>,
    /// Which command: the node that service discovery has for it.
    #[xml(attribute)]
    pub node: String,
    /// Which session. Absent in the request that begins one.
    #[xml(attribute = "sessionid")]
    pub session_id: Option<String>,
    /// Answer: how far the command has got. Absent when not told. In a request it says nothing.
    #[xml(attribute)]
    pub status: Option<Status>,
    /// Request: the language that is wanted; answer: that of the texts here. Absent for that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// Answer: what the next request may do. Absent in the last answer, and where there is one stage only.
    #[xml(child, strict)]
    pub actions: Option<Actions>,
    /// Answer: what there is to say, to be read by people.
    #[xml(child)]
    pub notes: Vec<Note>,
    /// What the command is about: a form most often, and in any other namespace. The first has precedence over those
    /// behind it.
    ///
    /// [XEP-0050 §3.5](https://xmpp.org/extensions/xep-0050.html#impl-payloads)
    #[xml(child, strict)]
    pub payloads: Vec<Payload>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Command {
    /// What follows in the same session, without anything else yet: the next request, or the answer to this one.
    ///
    /// The answer to the request that began the session needs a [`session_id`](Self::session_id).
    #[must_use]
    pub fn follow_up(&self) -> Self {
        Self {
            session_id: self.session_id.clone(),
            ..Self::new(&self.node)
        }
    }

    /// The same command with one more note.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.notes.push(note);
        self
    }

    /// The same command with this form in the place of the first, or behind all other payloads if there is none.
    #[must_use]
    pub fn with_form(mut self, form: Form) -> Self {
        match self.form_mut() {
            Some(old) => *old = form,
            None => self.payloads.push(Payload::Form(form)),
        }
        self
    }

    /// The same command with one more payload, behind all others.
    ///
    /// # Errors
    /// The payload has something that XML cannot carry; or it has the name of a form and is none.
    pub fn with_payload<T: Element>(mut self, payload: &T) -> Result<Self, Error> {
        let payload = RawElement::from_element(payload)?;
        self.payloads.push(payload.parse()?);
        Ok(self)
    }

    /// The first form. Absent where there is none.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.payloads.iter().find_map(|payload| match payload {
            Payload::Form(form) => Some(form),
            Payload::Other(_) => None,
        })
    }

    /// As [`form`](Self::form), to be changed.
    #[must_use]
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.payloads.iter_mut().find_map(|payload| match payload {
            Payload::Form(form) => Some(form),
            Payload::Other(_) => None,
        })
    }

    /// The first payload that is a `T`, read as one; forms are found by [`form`](Self::form). Absent when there is
    /// none.
    ///
    /// # Errors
    /// The payload is there but something that `T` needs is absent or invalid. The path of the error begins at
    /// `/command`, its offset counts from the start of the payload.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        let raw = self.payloads.iter().filter_map(|payload| match payload {
            Payload::Other(raw) => Some(raw),
            Payload::Form(_) => None,
        });
        payloads::first(raw, "/command")
    }

    /// What [`Action::Execute`] would do next: what [`actions`](Self::actions) say, or else [`Action::Complete`].
    ///
    /// [XEP-0050 §3.4](https://xmpp.org/extensions/xep-0050.html#impl-actions)
    #[must_use]
    pub fn meaning_of_execute(&self) -> Action {
        match &self.actions {
            Some(actions) => actions.meaning_of_execute(),
            None => Action::Complete,
        }
    }

    /// Whether the next request may do this: [`Action::Cancel`] always, what [`actions`](Self::actions) name, and
    /// [`Action::Execute`] where it means one of these. Where there are no actions, there is one stage, which can be
    /// completed.
    ///
    /// [XEP-0050 §3.4](https://xmpp.org/extensions/xep-0050.html#impl-actions)
    #[must_use]
    pub fn allows(&self, action: &Action) -> bool {
        match (&self.actions, action) {
            (Some(actions), _) => actions.allows(action),
            (None, Action::Cancel | Action::Complete | Action::Execute) => true,
            (None, _) => false,
        }
    }

    /// Whether the command has come to its end in vain: completed, with a note of the kind [`NoteKind::Error`].
    ///
    /// [XEP-0050 §3.6](https://xmpp.org/extensions/xep-0050.html#impl-commands)
    #[must_use]
    pub fn has_failed(&self) -> bool {
        let is_error = |note: &Note| note.kind == NoteKind::Error;
        self.status == Some(Status::Completed) && self.notes.iter().any(is_error)
    }
}

/// A payload of a command.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Payload {
    /// A form to fill in, the answer to one, or data. One that is [cancelled] counts as an answer.
    ///
    /// [XEP-0050 §3.5.1](https://xmpp.org/extensions/xep-0050.html#impl-forms)
    ///
    /// [cancelled]: xmpp_data_forms::form::FormKind::Cancel
    Form(Form),
    /// Something else.
    Other(RawElement),
}

/// What the next request of a session may do. To cancel is always allowed and not named here.
///
/// [XEP-0050 §4.2](https://xmpp.org/extensions/xep-0050.html#desc-actions)
#[doc(alias("XEP-0050", "XEP0050", "0050"))]
#[doc(alias("http://jabber.org/protocol/commands"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "actions")]
#[xml(new = "Nothing is allowed yet but to cancel.", with)]
#[non_exhaustive]
pub struct Actions {
    /// What [`Action::Execute`] means, and what is suggested to people. Absent for [`Action::Next`], and then nothing
    /// is suggested.
    #[xml(attribute)]
    pub execute: Option<Action>,
    /// Whether it may go back to the stage before.
    #[xml(flag = "prev")]
    pub prev: bool,
    /// Whether it may go on to the next stage.
    #[xml(flag = "next")]
    pub next: bool,
    /// Whether it may complete the command.
    #[xml(flag = "complete")]
    pub complete: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Actions {
    /// What [`Action::Execute`] means: [`execute`](Self::execute), or else [`Action::Next`].
    ///
    /// [XEP-0050 §3.4](https://xmpp.org/extensions/xep-0050.html#impl-actions)
    #[must_use]
    pub fn meaning_of_execute(&self) -> Action {
        self.execute.clone().unwrap_or(Action::Next)
    }

    /// Whether this is allowed; [`Action::Execute`] where that which it means is.
    #[must_use]
    pub fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Cancel => true,
            Action::Complete => self.complete,
            Action::Next => self.next,
            Action::Prev => self.prev,
            Action::Execute => match self.meaning_of_execute() {
                Action::Execute => false,
                meant => self.allows(&meant),
            },
            Action::Other(_) => false,
        }
    }
}

/// What there is to say about a command, to be read by people.
///
/// [XEP-0050 §4.3](https://xmpp.org/extensions/xep-0050.html#desc-note)
#[doc(alias("XEP-0050", "XEP0050", "0050"))]
#[doc(alias("http://jabber.org/protocol/commands"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "note")]
#[xml(new = "A note of this kind.", parameters = [kind, text], with)]
#[non_exhaustive]
pub struct Note {
    /// How grave it is; absent for [`NoteKind::Info`].
    #[xml(attribute = "type", default)]
    pub kind: NoteKind,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What to do with a command.
///
/// [XEP-0050 §4.1](https://xmpp.org/extensions/xep-0050.html#desc-command)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `cancel`: gives it up, which ends the session.
    Cancel,
    /// `complete`: brings it to its end.
    Complete,
    /// `execute`: begins it, or does what [`Command::meaning_of_execute`] tells.
    Execute,
    /// `next`: goes on to the next stage.
    Next,
    /// `prev`: goes back to the stage before.
    Prev,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How far a command has got.
///
/// [XEP-0050 §4.1](https://xmpp.org/extensions/xep-0050.html#desc-command)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `canceled`: it was given up, and the session has ended.
    Canceled,
    /// `completed`: it has come to its end, well or [not](Command::has_failed), and so has the session.
    Completed,
    /// `executing`: there are more stages.
    Executing,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How grave a note is.
///
/// [XEP-0050 §4.3](https://xmpp.org/extensions/xep-0050.html#desc-note)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum NoteKind {
    /// `info`: it only informs.
    #[default]
    Info,
    /// `warn`: something is odd, though valid.
    Warn,
    /// `error`: something went wrong, and this is why.
    Error,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
