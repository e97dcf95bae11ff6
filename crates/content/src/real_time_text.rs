//! Real-time text: a message as it is being typed.
//!
//! ```
//! use xmpp_content::real_time_text::{Receiver, Rtt};
//!
//! let mut receiver = Receiver::new(1000);
//! for xml in [
//!     "<rtt xmlns='urn:xmpp:rtt:0' seq='7' event='new'><t>Helo 🫖</t></rtt>",
//!     "<rtt xmlns='urn:xmpp:rtt:0' seq='8'><e n='2'/><w n='300'/><t p='3'>l</t></rtt>",
//! ] {
//!     assert!(receiver.receive(&xmpp_xml::from_str::<Rtt>(xml)?));
//! }
//! assert_eq!(receiver.text().as_deref(), Some("Hello"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0301, In-Band Real Time Text](https://xmpp.org/extensions/xep-0301.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:rtt:0";

/// Changes to a message that is being typed; at most one in a stanza. The body of the final message supersedes it.
///
/// An invalid action is always an error, as later ones would apply to a different text.
///
/// [XEP-0301 §4.1](https://xmpp.org/extensions/xep-0301.html#rtt_element)
#[doc(alias("XEP-0301", "XEP0301", "0301"))]
#[doc(alias("urn:xmpp:rtt:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rtt", derive(Debug, PartialEq, Eq))]
#[xml(new = "An edit so far without actions.", with)]
#[non_exhaustive]
pub struct Rtt {
    /// The sequence number, below 2³¹: one more than the last, or any number with [`Event::New`] and [`Event::Reset`].
    #[xml(attribute = "seq")]
    pub sequence: u32,
    /// The event.
    #[xml(attribute, default)]
    pub event: Event,
    /// The `id` of the message that is being corrected (XEP-0308). `None` for a new message.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The actions in their order. Empty with [`Event::Init`] and [`Event::Cancel`].
    #[xml(child, strict)]
    pub actions: Vec<Action>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The event that an [`Rtt`] signals.
///
/// [XEP-0301 §4.2.2](https://xmpp.org/extensions/xep-0301.html#event)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Event {
    /// `new`: begins a new message.
    New,
    /// `reset`: begins the message again, to resynchronize.
    Reset,
    /// `edit`: changes the current message.
    #[default]
    Edit,
    /// `init`: activates real-time text.
    Init,
    /// `cancel`: deactivates real-time text.
    Cancel,
    /// Another, to be ignored.
    #[xml(other)]
    Other(OtherToken),
}

/// An action on the text.
///
/// [XEP-0301 §4.6](https://xmpp.org/extensions/xep-0301.html#realtime_text_actions)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Action {
    /// Inserts text.
    Insert(Insert),
    /// Erases text.
    Erase(Erase),
    /// Waits for some time.
    Wait(Wait),
    /// Another, to be ignored.
    Other(RawElement),
}

/// Inserts text.
///
/// [XEP-0301 §4.6.3.1](https://xmpp.org/extensions/xep-0301.html#element_t_insert_text)
#[doc(alias("XEP-0301", "XEP0301", "0301"))]
#[doc(alias("urn:xmpp:rtt:0", "t"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "t", derive(Debug, PartialEq, Eq))]
#[xml(new = "Appends this text.", parameters = [text], with)]
#[non_exhaustive]
pub struct Insert {
    /// The position, in code points from 0, clipped to the text. `None` means the end.
    #[xml(attribute = "p", strict)]
    pub position: Option<i64>,
    /// The text to insert. `None` means nothing.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Erases text.
///
/// [XEP-0301 §4.6.3.2](https://xmpp.org/extensions/xep-0301.html#element_e_erase_text)
#[doc(alias("XEP-0301", "XEP0301", "0301"))]
#[doc(alias("urn:xmpp:rtt:0", "e"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "e", derive(Debug, PartialEq, Eq))]
#[xml(new = "Erases the last character.", with)]
#[non_exhaustive]
pub struct Erase {
    /// The position to erase before, in code points from 0, clipped to the text. `None` means the end.
    #[xml(attribute = "p", strict)]
    pub position: Option<i64>,
    /// The number of code points, clipped to those that there are. `None` means 1.
    #[xml(attribute = "n", strict)]
    pub count: Option<i64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Waits for some time.
///
/// [XEP-0301 §4.6.3.3](https://xmpp.org/extensions/xep-0301.html#element_w_wait_interval)
#[doc(alias("XEP-0301", "XEP0301", "0301"))]
#[doc(alias("urn:xmpp:rtt:0", "w"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "w", derive(Debug, PartialEq, Eq))]
#[xml(new = "Waits for this many milliseconds.", parameters = [milliseconds])]
#[non_exhaustive]
pub struct Wait {
    /// The number of milliseconds. A negative number and `None` mean 0. A recipient may wait less.
    #[xml(attribute = "n")]
    pub milliseconds: Option<i64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The receiving side for one sender: applies the actions to the text, and keeps track of synchronization.
///
/// [XEP-0301 §4.7](https://xmpp.org/extensions/xep-0301.html#keeping_realtime_text_synchronized)
#[derive(Clone, Debug)]
pub struct Receiver {
    text: Vec<char>,
    max: usize,
    /// The next sequence number. `None` if out of sync or without a message.
    next: Option<u32>,
    is_open: bool,
}

impl Receiver {
    /// A receiver without a message. `max` is the maximum length of a message in code points; one that would be longer
    /// is out of sync. Each action takes time in proportion to the length.
    #[must_use]
    pub fn new(max: usize) -> Self {
        Self {
            text: Vec::new(),
            max,
            next: None,
            is_open: false,
        }
    }

    /// The text so far. `None` if there is no message.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.is_open.then(|| self.text.iter().collect())
    }

    /// Whether the receiver is in sync, so that it accepts an [`Event::Edit`].
    #[must_use]
    pub fn is_in_sync(&self) -> bool {
        self.next.is_some()
    }

    /// Applies the actions at once, ignoring waits. `false` if they do not apply: the receiver is out of sync, and the
    /// text stays as it is until a new message or reset; or the event does not change the text.
    pub fn receive(&mut self, rtt: &Rtt) -> bool {
        match rtt.event {
            Event::New | Event::Reset => {
                self.text.clear();
                self.is_open = true;
            }
            Event::Edit if self.next == Some(rtt.sequence) => {}
            Event::Edit => {
                self.next = None;
                return false;
            }
            Event::Init | Event::Cancel | Event::Other(_) => return false,
        }
        let is_whole = rtt.actions.iter().all(|action| self.act(action));
        let next = rtt.sequence.checked_add(1).filter(|_| is_whole);
        self.next = next;
        is_whole
    }

    /// Ends the message, after its body was received or the sender has cancelled.
    pub fn finish(&mut self) {
        *self = Self::new(self.max);
    }

    /// Makes a change. `false` where the text would be too long.
    fn act(&mut self, action: &Action) -> bool {
        match action {
            Action::Insert(insert) => {
                let at = self.clip(insert.position);
                let text = insert.text.as_deref().unwrap_or_default();
                let room = self.max.saturating_sub(self.text.len());
                if text.chars().nth(room).is_some() {
                    return false;
                }
                self.text.splice(at..at, text.chars());
            }
            Action::Erase(erase) => {
                let end = self.clip(erase.position);
                let count = usize::try_from(erase.count.unwrap_or(1).max(0)).unwrap_or(usize::MAX);
                self.text.drain(end.saturating_sub(count)..end);
            }
            Action::Wait(_) | Action::Other(_) => {}
        }
        true
    }

    fn clip(&self, position: Option<i64>) -> usize {
        let end = self.text.len();
        position.map_or(end, |position| {
            usize::try_from(position.max(0)).map_or(end, |position| position.min(end))
        })
    }
}
