//! A message while it is being written, letter by letter.
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

/// What has changed in a message that is being written; one in a stanza. The body, when it comes, takes its place.
///
/// A change that is invalid is always an error: those after it would change something else.
///
/// [XEP-0301 §4.1](https://xmpp.org/extensions/xep-0301.html#rtt_element)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rtt")]
#[xml(new = "Nothing has changed yet.", with)]
#[non_exhaustive]
pub struct Rtt {
    /// The number of this one: one more than that of the last, or any for [`Event::New`] and [`Event::Reset`]. It is less
    /// than 2³¹.
    #[xml(attribute = "seq")]
    pub sequence: u32,
    /// What it is.
    #[xml(attribute, default)]
    pub event: Event,
    /// The `id` of the message that will be corrected (XEP-0308). `None` for a new message.
    #[xml(attribute)]
    pub id: Option<String>,
    /// What has changed, in its order. Empty with [`Event::Init`] and [`Event::Cancel`].
    #[xml(child, strict)]
    pub actions: Vec<Action>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What an [`Rtt`] is.
///
/// [XEP-0301 §4.2.2](https://xmpp.org/extensions/xep-0301.html#event)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Event {
    /// `new`: a message is begun.
    New,
    /// `reset`: the message is begun again, or sent once more for those who have missed something.
    Reset,
    /// `edit`: the message goes on.
    #[default]
    Edit,
    /// `init`: there will be messages that can be seen as they are written.
    Init,
    /// `cancel`: there will be none.
    Cancel,
    /// Another: to be passed over.
    #[xml(other)]
    Other(OtherToken),
}

/// A change.
///
/// [XEP-0301 §4.6](https://xmpp.org/extensions/xep-0301.html#realtime_text_actions)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Action {
    /// Text was put in.
    Insert(Insert),
    /// Text was taken out.
    Erase(Erase),
    /// Nothing happened for some time.
    Wait(Wait),
    /// Another: to be passed over.
    Other(RawElement),
}

/// Text was put in.
///
/// [XEP-0301 §4.6.3.1](https://xmpp.org/extensions/xep-0301.html#element_t_insert_text)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "t")]
#[xml(new = "This text, at the end.", parameters = [text], with)]
#[non_exhaustive]
pub struct Insert {
    /// Where, in code points from 0. One that is negative is the beginning, one that is too large the end; `None` is the end.
    #[xml(attribute = "p", strict)]
    pub position: Option<i64>,
    /// The text. `None` where nothing is put in.
    #[xml(text)]
    pub text: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Text was taken out.
///
/// [XEP-0301 §4.6.3.2](https://xmpp.org/extensions/xep-0301.html#element_e_erase_text)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "e")]
#[xml(new = "One character, before the end.", with)]
#[non_exhaustive]
pub struct Erase {
    /// Before which position, in code points from 0. One that is negative is the beginning, one that is too large the end;
    /// `None` is the end.
    #[xml(attribute = "p", strict)]
    pub position: Option<i64>,
    /// How many code points. A negative number is 0, and so many as there are is the most; `None` is 1.
    #[xml(attribute = "n", strict)]
    pub count: Option<i64>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Nothing happened for some time.
///
/// [XEP-0301 §4.6.3.3](https://xmpp.org/extensions/xep-0301.html#element_w_wait_interval)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "w")]
#[xml(new = "For so many milliseconds.", parameters = [milliseconds])]
#[non_exhaustive]
pub struct Wait {
    /// For how many milliseconds. A negative number is 0, and so is `None`; whoever plays it back need not wait so long.
    #[xml(attribute = "n")]
    pub milliseconds: Option<i64>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A message as far as it has been written, for one sender: makes it of what is received.
///
/// [XEP-0301 §4.7](https://xmpp.org/extensions/xep-0301.html#keeping_realtime_text_synchronized)
#[derive(Clone, Debug)]
pub struct Receiver {
    text: Vec<char>,
    max: usize,
    /// The number that has to come next. `None` where there is no message, or something was missed.
    next: Option<u32>,
    is_open: bool,
}

impl Receiver {
    /// There is no message yet. `max` is how many code points one may have: with a longer one, it is as if something had been
    /// missed. Each change takes time in proportion to that, whoever sends it.
    #[must_use]
    pub fn new(max: usize) -> Self {
        Self {
            text: Vec::new(),
            max,
            next: None,
            is_open: false,
        }
    }

    /// The message as far as it is known. `None` where there is none.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.is_open.then(|| self.text.iter().collect())
    }

    /// Whether nothing has been missed, so that the next change can be made.
    #[must_use]
    pub fn is_in_sync(&self) -> bool {
        self.next.is_some()
    }

    /// Makes the changes, of which the waits are passed over. `false` where they were not made: something has been missed, and
    /// the message stays as it is until it is begun again; or they are not of a kind that changes the message.
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

    /// The message has come as a body, or will not come: there is none any more.
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
