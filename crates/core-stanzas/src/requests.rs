//! Tracking of pending requests.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;

use crate::iq::Iq;

/// The requests that an account has sent and that are still unanswered, each with a value that determines what
/// happens to the answer: a channel, a callback, the name of a state.
///
/// An answer is matched to its request by `id` and sender together: from anybody but the recipient of the request it is
/// forged, and the request stays pending. Nothing is sent or timed here. A request that is never answered stays until
/// it is [given up](Self::retain).
///
/// ```
/// use xmpp_core_stanzas::{Iq, IqKind, Requests};
/// use xmpp_jid::Jid;
///
/// let mut requests = Requests::new(Jid::new("ada@example.com/desk")?);
/// let request = Iq::new(IqKind::Get, "7").with_to(Jid::new("tea.example")?);
/// assert!(requests.sent(&request, "the menu").is_ok());
///
/// let forged = Iq::new(IqKind::Result, "7").with_from(Jid::new("eve@example.net")?);
/// assert_eq!(requests.answered(&forged), None);
/// let answer = Iq::new(IqKind::Result, "7").with_from(Jid::new("tea.example")?);
/// assert_eq!(requests.answered(&answer), Some("the menu"));
/// assert_eq!(requests.answered(&answer), None);
/// # Ok::<(), xmpp_jid::JidError>(())
/// ```
///
/// [RFC 6120, section 8.1.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.3),
/// [section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3)
#[derive(Clone, Debug)]
pub struct Requests<T> {
    account: Jid,
    /// By the `id`. Several of one `id` were sent to different addresses.
    waiting: BTreeMap<String, Vec<(Option<Jid>, T)>>,
}

impl<T> Requests<T> {
    /// No pending requests. `account` is the stream's own address: a client's full JID, a component's domain.
    #[must_use]
    pub fn new(account: impl Into<Jid>) -> Self {
        Self {
            account: account.into(),
            waiting: BTreeMap::new(),
        }
    }

    /// Adds a request that is being sent, with the value for its answer.
    ///
    /// # Errors
    /// Returns the value if the iq is not a request, has no `id`, or has the `id` of another pending request to the same
    /// address, which would make their answers indistinguishable. Such a request should not be sent.
    pub fn sent(&mut self, request: &Iq, then: T) -> Result<(), T> {
        let Some(id) = request.id.as_ref().filter(|_| request.is_request()) else {
            return Err(then);
        };
        let waiting = self.waiting.entry(id.clone()).or_default();
        if waiting.iter().any(|(to, _)| *to == request.to) {
            return Err(then);
        }
        waiting.push((request.to.clone(), then));
        Ok(())
    }

    /// Removes the request that this iq answers and returns its value. `None` if the iq is not an answer, and if no request
    /// is pending for it or it comes from somebody else; RFC 6120 says to ignore such an iq.
    pub fn answered(&mut self, answer: &Iq) -> Option<T> {
        let id = answer.id.as_ref().filter(|_| answer.is_answer())?;
        let waiting = self.waiting.get_mut(id)?;
        let is_from = |(to, _): &(Option<Jid>, T)| answer.is_from(to.as_ref(), &self.account);
        let place = waiting.iter().position(is_from)?;
        let (_, then) = waiting.swap_remove(place);
        if waiting.is_empty() {
            self.waiting.remove(id);
        }
        Some(then)
    }

    /// Drops the requests for which `keep` returns `false`, for example those that are overdue. It is passed the `id`, the
    /// recipient (`None` for the account's own server), and the value.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, Option<&Jid>, &mut T) -> bool) {
        self.waiting.retain(|id, waiting| {
            waiting.retain_mut(|(to, then)| keep(id, to.as_ref(), then));
            !waiting.is_empty()
        });
    }

    /// The number of pending requests.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.values().map(Vec::len).sum()
    }

    /// Whether no request is pending.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}
