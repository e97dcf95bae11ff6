//! The command element, in requests and results.
//!
//! [XEP-0050, Ad-Hoc Commands](https://xmpp.org/extensions/xep-0050.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_xml::{Element, Error, Extra, LanguageTag, OtherToken, RawElement, Xml, payloads};

/// The namespace, the feature of an entity with commands and of each command, and the disco#items node whose items are
/// the commands.
pub const NS: &str = "http://jabber.org/protocol/commands";

/// In an iq of type `set`, an action on a command; in the result, the state of its execution and the next stage.
///
/// All stages of an execution form a session, identified by the responder.
///
/// [XEP-0050 §4.1](https://xmpp.org/extensions/xep-0050.html#desc-command)
#[doc(alias("XEP-0050", "XEP0050", "0050"))]
#[doc(alias("http://jabber.org/protocol/commands"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "command", derive(Debug, PartialEq, Eq))]
#[xml(new = "Starts a session of the command at this node.", with)]
#[non_exhaustive]
pub struct Command {
    /// In a request, the action. `None` means [`Action::Execute`]. Without meaning in a result.
    #[xml(attribute)]
    pub action: Option<Action>,
    /// The node of the command, as in disco#items.
    #[xml(attribute)]
    pub node: String,
    /// The session identifier. `None` in the request that starts the session.
    #[xml(attribute = "sessionid")]
    pub session_id: Option<String>,
    /// In a result, the state of the execution. `None` if not specified. Without meaning in a request.
    #[xml(attribute)]
    pub status: Option<Status>,
    /// In a request, the preferred language; in a result, that of the texts. `None` means that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// In a result, the actions allowed next. `None` in the last result, and if there is only one stage.
    #[xml(child, strict)]
    pub actions: Option<Actions>,
    /// In a result, notes to the user.
    #[xml(child)]
    pub notes: Vec<Note>,
    /// The payloads: usually a form, but any namespace is allowed. The first takes precedence over the
    /// others.
    ///
    /// [XEP-0050 §3.5](https://xmpp.org/extensions/xep-0050.html#impl-payloads)
    #[xml(child, strict)]
    pub payloads: Vec<Payload>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Command {
    /// The next message of the same session, without content: the next request, or the result of this one.
    ///
    /// The result for the request that started the session needs a [`session_id`](Self::session_id).
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

    /// The same command with this form, replacing the first one, or appended if there is none.
    #[must_use]
    pub fn with_form(mut self, form: Form) -> Self {
        match self.form_mut() {
            Some(old) => *old = form,
            None => self.payloads.push(Payload::Form(form)),
        }
        self
    }

    /// The same command with one more payload.
    ///
    /// # Errors
    /// The payload contains something that XML cannot carry, or has the name of a form but is not one.
    pub fn with_payload<T: Element>(mut self, payload: &T) -> Result<Self, Error> {
        let payload = RawElement::from_element(payload)?;
        self.payloads.push(payload.parse()?);
        Ok(self)
    }

    /// The first form. `None` if there is none.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.payloads.iter().find_map(|payload| match payload {
            Payload::Form(form) => Some(form),
            Payload::Other(_) => None,
        })
    }

    /// Like [`form`](Self::form), for modification.
    #[must_use]
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.payloads.iter_mut().find_map(|payload| match payload {
            Payload::Form(form) => Some(form),
            Payload::Other(_) => None,
        })
    }

    /// The first payload that is a `T`, parsed; for forms use [`form`](Self::form). `None` if there is
    /// none.
    ///
    /// # Errors
    /// The payload is there, but something that `T` requires is missing or invalid. The path of the error begins at
    /// `/command`; its offset counts from the start of the payload.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        let raw = self.payloads.iter().filter_map(|payload| match payload {
            Payload::Other(raw) => Some(raw),
            Payload::Form(_) => None,
        });
        payloads::first(raw, "/command")
    }

    /// The action that [`Action::Execute`] would stand for next: as given by [`actions`](Self::actions), or else
    /// [`Action::Complete`].
    ///
    /// [XEP-0050 §3.4](https://xmpp.org/extensions/xep-0050.html#impl-actions)
    #[must_use]
    pub fn meaning_of_execute(&self) -> Action {
        match &self.actions {
            Some(actions) => actions.meaning_of_execute(),
            None => Action::Complete,
        }
    }

    /// Whether the next request may have this action: [`Action::Cancel`] always, those in [`actions`](Self::actions), and
    /// [`Action::Execute`] if it stands for one of these. Without `actions` there is a single stage, which can be
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

    /// Whether the command has failed: it is completed, with a note of the kind [`NoteKind::Error`].
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
    /// A form to fill in, a submission, or data. One that is [cancelled] counts as a submission.
    ///
    /// [XEP-0050 §3.5.1](https://xmpp.org/extensions/xep-0050.html#impl-forms)
    ///
    /// [cancelled]: xmpp_data_forms::form::FormKind::Cancel
    Form(Form),
    /// Any other.
    Other(RawElement),
}

/// The actions that the next request of a session may have. [`Action::Cancel`] is always allowed and not listed.
///
/// [XEP-0050 §4.2](https://xmpp.org/extensions/xep-0050.html#desc-actions)
#[doc(alias("XEP-0050", "XEP0050", "0050"))]
#[doc(alias("http://jabber.org/protocol/commands"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "actions", derive(Debug, PartialEq, Eq))]
#[xml(new = "Allows only [`Action::Cancel`].", with)]
#[non_exhaustive]
pub struct Actions {
    /// The action that [`Action::Execute`] stands for, which is suggested to the user. `None` means [`Action::Next`], without
    /// a suggestion.
    #[xml(attribute)]
    pub execute: Option<Action>,
    /// Whether going back to the previous stage is allowed.
    #[xml(flag = "prev")]
    pub prev: bool,
    /// Whether going on to the next stage is allowed.
    #[xml(flag = "next")]
    pub next: bool,
    /// Whether completing the command is allowed.
    #[xml(flag = "complete")]
    pub complete: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Actions {
    /// The action that [`Action::Execute`] stands for: [`execute`](Self::execute), or else [`Action::Next`].
    ///
    /// [XEP-0050 §3.4](https://xmpp.org/extensions/xep-0050.html#impl-actions)
    #[must_use]
    pub fn meaning_of_execute(&self) -> Action {
        self.execute.clone().unwrap_or(Action::Next)
    }

    /// Whether this action is allowed; for [`Action::Execute`], whether the one that it stands for is.
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

/// A note to the user about a command.
///
/// [XEP-0050 §4.3](https://xmpp.org/extensions/xep-0050.html#desc-note)
#[doc(alias("XEP-0050", "XEP0050", "0050"))]
#[doc(alias("http://jabber.org/protocol/commands"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "note", derive(Debug, PartialEq, Eq))]
#[xml(new = "A note of this kind.", parameters = [kind, text], with)]
#[non_exhaustive]
pub struct Note {
    /// The severity. Defaults to [`NoteKind::Info`].
    #[xml(attribute = "type", default)]
    pub kind: NoteKind,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An action on a command.
///
/// [XEP-0050 §4.1](https://xmpp.org/extensions/xep-0050.html#desc-command)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `cancel`: cancels it, which ends the session.
    Cancel,
    /// `complete`: completes it.
    Complete,
    /// `execute`: starts it, or performs the action of [`Command::meaning_of_execute`].
    Execute,
    /// `next`: goes on to the next stage.
    Next,
    /// `prev`: goes back to the stage before.
    Prev,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The state of an execution.
///
/// [XEP-0050 §4.1](https://xmpp.org/extensions/xep-0050.html#desc-command)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `canceled`: it was cancelled, and the session has ended.
    Canceled,
    /// `completed`: it has completed, successfully or [not](Command::has_failed), and the session has ended.
    Completed,
    /// `executing`: there are more stages.
    Executing,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The severity of a note.
///
/// [XEP-0050 §4.3](https://xmpp.org/extensions/xep-0050.html#desc-note)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum NoteKind {
    /// `info`: information.
    #[default]
    Info,
    /// `warn`: a warning.
    Warn,
    /// `error`: the reason for an error.
    Error,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
