//! Counting stanzas modulo 2³².

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::fmt;

use xmpp_core_stanzas::Stanza;
use xmpp_stream_errors::error::{Condition, StreamError};
use xmpp_xml::RawElement;

use super::{Ack, Enabled, HandledCountTooHigh, Request, Resume};

/// The stanzas that were sent and are not known to have been handled, in their order, with the count of those that are.
///
/// A client begins it when it sends [`Enable`](super::Enable), a server when it sends [`Enabled`], and neither begins anew when a
/// stream is resumed. What `T` is, a text or a stanza, is left to the caller; it is what has to be sent again.
///
/// [XEP-0198 §4](https://xmpp.org/extensions/xep-0198.html#acking)
///
/// ```
/// use xmpp_sessions::stream_management::Outbound;
///
/// let mut outbound = Outbound::new();
/// for stanza in ["one", "two", "three"] {
///     outbound.push(stanza);
/// }
/// assert_eq!(outbound.acknowledge(2)?, ["one", "two"]);
/// assert_eq!(outbound.acknowledge(2)?, [""; 0]);
/// assert!(outbound.acknowledge(4).unwrap_err().is_too_high());
/// assert!(outbound.iter().eq(&["three"]));
/// # Ok::<(), xmpp_sessions::stream_management::ImpossibleCount>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outbound<T> {
    acknowledged: u32,
    pending: VecDeque<T>,
}

impl<T> Outbound<T> {
    /// Nothing has been sent.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            acknowledged: 0,
            pending: VecDeque::new(),
        }
    }

    /// As it was when it was put away: the count that was acknowledged last, and what was sent after that.
    #[must_use]
    pub fn restore(acknowledged: u32, pending: impl IntoIterator<Item = T>) -> Self {
        Self {
            acknowledged,
            pending: pending.into_iter().collect(),
        }
    }

    /// Counts a stanza that is about to be sent. Only messages, presence and iqs are counted; what is
    /// [sent again](Self::iter) has been counted already.
    pub fn push(&mut self, stanza: T) {
        self.pending.push_back(stanza);
    }

    /// Takes in the `h` of an [`Ack`], a [`Resumed`](super::Resumed) or a [`Failed`](super::Failed), and gives the stanzas
    /// that were handled since the one before.
    ///
    /// # Errors
    /// The other side cannot have handled so many: it acknowledges stanzas that it was not sent, or takes back what it has
    /// acknowledged. Nothing is acknowledged by that, and the stream should be closed with the
    /// [`StreamError`] that is made from it.
    pub fn acknowledge(&mut self, h: u32) -> Result<Vec<T>, ImpossibleCount> {
        let handled = usize::try_from(h.wrapping_sub(self.acknowledged)).unwrap_or(usize::MAX);
        if handled > self.pending.len() {
            return Err(ImpossibleCount {
                h,
                acknowledged: self.acknowledged,
                sent: self.sent(),
            });
        }
        self.acknowledged = h;
        Ok(self.pending.drain(..handled).collect())
    }

    /// The stanzas that are not known to have been handled, the first one first. After a resumption, and once its count has been
    /// [taken in](Self::acknowledge), they are sent again as they stand. Where the stream is lost, they may have got
    /// through or not.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        self.pending.iter()
    }

    /// How many there are of these.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pending.len()
    }

    /// Whether all that was sent is known to have been handled.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }

    /// The count that was acknowledged last, modulo 2³².
    #[must_use]
    pub const fn acknowledged(&self) -> u32 {
        self.acknowledged
    }

    /// How many stanzas have been sent, modulo 2³².
    #[must_use]
    pub fn sent(&self) -> u32 {
        // What is cut off are multiples of 2³².
        self.acknowledged.wrapping_add(self.pending.len() as u32)
    }
}

impl<T> Default for Outbound<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// The stanzas that are not known to have been handled, for a new session.
impl<T> IntoIterator for Outbound<T> {
    type Item = T;
    type IntoIter = alloc::collections::vec_deque::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.pending.into_iter()
    }
}

/// How many stanzas of the other side have been handled, modulo 2³².
///
/// A client begins it when [`Enabled`] has come in, a server when [`Enable`](super::Enable) has, and neither begins anew when
/// a stream is resumed.
///
/// [XEP-0198 §4](https://xmpp.org/extensions/xep-0198.html#acking)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inbound {
    handled: u32,
}

impl Inbound {
    /// Nothing has been handled.
    #[must_use]
    pub const fn new() -> Self {
        Self { handled: 0 }
    }

    /// As it was when it was put away.
    #[must_use]
    pub const fn restore(handled: u32) -> Self {
        Self { handled }
    }

    /// Counts an element of the stream that has been handled, if it is a stanza, and says whether it is one. An element counts
    /// once this side answers for it: it is processed, stored or passed on. One that is refused with an error counts, too.
    pub fn count(&mut self, element: &RawElement) -> bool {
        let is_stanza = element.is_a::<Stanza>();
        if is_stanza {
            self.handled = self.handled.wrapping_add(1);
        }
        is_stanza
    }

    /// How many have been handled.
    #[must_use]
    pub const fn handled(&self) -> u32 {
        self.handled
    }

    /// The answer to this request.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Ack {
        request.ack(self.handled)
    }

    /// Asks for the stream of which this is the count and which was enabled like this. `None` when it cannot be resumed.
    #[must_use]
    pub fn resume(&self, enabled: &Enabled) -> Option<Resume> {
        let mut resume = Resume::new(enabled.resumption_id()?, self.handled);
        resume.version = enabled.version;
        Some(resume)
    }
}

/// A count that the other side cannot have come to.
///
/// [XEP-0198 §6](https://xmpp.org/extensions/xep-0198.html#errors)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ImpossibleCount {
    /// The count.
    pub h: u32,
    /// The count before it.
    pub acknowledged: u32,
    /// How many stanzas had been sent, modulo 2³².
    pub sent: u32,
}

impl ImpossibleCount {
    /// Whether more is acknowledged than was sent. Else the count is lower than the one before it. As counts go round, it is
    /// the nearer of both.
    #[must_use]
    pub const fn is_too_high(&self) -> bool {
        self.h.wrapping_sub(self.sent) <= self.acknowledged.wrapping_sub(self.h)
    }
}

impl fmt::Display for ImpossibleCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_too_high() {
            write!(
                f,
                "{} stanzas are acknowledged, and {} have been sent",
                self.h, self.sent
            )
        } else {
            write!(
                f,
                "{} stanzas are acknowledged, and {} had been before",
                self.h, self.acknowledged
            )
        }
    }
}

impl core::error::Error for ImpossibleCount {}

impl From<&ImpossibleCount> for HandledCountTooHigh {
    fn from(count: &ImpossibleCount) -> Self {
        Self::new().with_h(count.h).with_send_count(count.sent)
    }
}

/// The stream error that answers such a count: of an undefined condition, with a [`HandledCountTooHigh`] where the count is
/// too high. For one that goes back the specification has no name.
impl From<&ImpossibleCount> for StreamError {
    fn from(count: &ImpossibleCount) -> Self {
        let mut error = Self::new(Condition::UndefinedCondition);
        if count.is_too_high() {
            // Numbers can always be written.
            error
                .application
                .extend(RawElement::from_element(&HandledCountTooHigh::from(count)).ok());
        }
        error
    }
}

impl From<ImpossibleCount> for StreamError {
    fn from(count: ImpossibleCount) -> Self {
        Self::from(&count)
    }
}
