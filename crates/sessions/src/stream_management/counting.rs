//! Counting stanzas modulo 2³².

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::fmt;

use xmpp_core_stanzas::Stanza;
use xmpp_stream_errors::error::{Condition, StreamError};
use xmpp_xml::RawElement;

use super::{Ack, Enabled, HandledCountTooHigh, Request, Resume};

/// The outgoing stanzas that are not yet acknowledged, in order, with the count of those that are.
///
/// A client starts it when it sends [`Enable`](super::Enable), a server when it sends [`Enabled`], and neither starts again
/// when a stream is resumed. `T` is what has to be resent, such as a text or a stanza.
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

    /// Restores a saved state: the last acknowledged count, and the stanzas sent since.
    #[must_use]
    pub fn restore(acknowledged: u32, pending: impl IntoIterator<Item = T>) -> Self {
        Self {
            acknowledged,
            pending: pending.into_iter().collect(),
        }
    }

    /// Counts a stanza that is about to be sent. Only messages, presence and iqs are counted; do not count
    /// [resent](Self::iter) ones again.
    pub fn push(&mut self, stanza: T) {
        self.pending.push_back(stanza);
    }

    /// Processes the `h` of an [`Ack`], a [`Resumed`](super::Resumed) or a [`Failed`](super::Failed), and returns the stanzas
    /// that are newly acknowledged.
    ///
    /// # Errors
    /// The count is impossible: it acknowledges stanzas that were not sent, or is lower than an earlier
    /// one. Nothing is acknowledged then, and the stream should be closed with the
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

    /// The unacknowledged stanzas, oldest first. After a resumption, once its count has been
    /// [processed](Self::acknowledge), resend them unchanged. If the stream is lost, they may or may not have been
    /// handled.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        self.pending.iter()
    }

    /// The number of unacknowledged stanzas.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pending.len()
    }

    /// Whether all stanzas have been acknowledged.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }

    /// The last acknowledged count, modulo 2³².
    #[must_use]
    pub const fn acknowledged(&self) -> u32 {
        self.acknowledged
    }

    /// The number of stanzas sent, modulo 2³².
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

/// The unacknowledged stanzas, for a new session.
impl<T> IntoIterator for Outbound<T> {
    type Item = T;
    type IntoIter = alloc::collections::vec_deque::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.pending.into_iter()
    }
}

/// The number of incoming stanzas that have been handled, modulo 2³².
///
/// A client starts it when it receives [`Enabled`], a server when it receives [`Enable`](super::Enable), and neither starts
/// again when a stream is resumed.
///
/// [XEP-0198 §4](https://xmpp.org/extensions/xep-0198.html#acking)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Inbound {
    handled: u32,
}

impl Inbound {
    /// Nothing has been handled.
    #[must_use]
    pub const fn new() -> Self {
        Self { handled: 0 }
    }

    /// Restores a saved state.
    #[must_use]
    pub const fn restore(handled: u32) -> Self {
        Self { handled }
    }

    /// Counts an element that has been handled, if it is a stanza, and returns whether it is one. An element counts as handled
    /// once this side takes responsibility for it: it is processed, stored or passed on, or refused with an error.
    pub fn count(&mut self, element: &RawElement) -> bool {
        let is_stanza = element.is_a::<Stanza>();
        if is_stanza {
            self.handled = self.handled.wrapping_add(1);
        }
        is_stanza
    }

    /// The number of handled stanzas.
    #[must_use]
    pub const fn handled(&self) -> u32 {
        self.handled
    }

    /// The answer to this request.
    #[must_use]
    pub fn answer(&self, request: &Request) -> Ack {
        request.ack(self.handled)
    }

    /// A request to resume the stream that was enabled with `enabled` and has this count. `None` if it cannot be resumed.
    #[must_use]
    pub fn resume(&self, enabled: &Enabled) -> Option<Resume> {
        let mut resume = Resume::new(enabled.resumption_id()?, self.handled);
        resume.version = enabled.version;
        Some(resume)
    }
}

/// A count that the peer cannot have reached.
///
/// [XEP-0198 §6](https://xmpp.org/extensions/xep-0198.html#errors)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ImpossibleCount {
    /// The count.
    pub h: u32,
    /// The previous count.
    pub acknowledged: u32,
    /// The number of stanzas sent, modulo 2³².
    pub sent: u32,
}

impl ImpossibleCount {
    /// Whether the count is too high. Otherwise it is lower than the previous one. As counts wrap around, the nearer of both
    /// explanations is used.
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

/// The stream error that answers such a count: an undefined condition, with a [`HandledCountTooHigh`] if the count is
/// too high. The specification does not name the other case.
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
