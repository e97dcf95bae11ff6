//! Requests that wait for their answers.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;

use crate::iq::Iq;

/// The requests that an account has sent and that have not been answered, each with what is to become of its answer: a
/// channel, a callback, the name of a state.
///
/// An answer belongs to a request by its `id` and its sender together: from anybody but the one who was asked it is
/// forged, and the request goes on waiting. Nothing is sent or timed in here. A request that is never answered stays until
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
    /// No requests yet, of the account that the stream belongs to: the full JID of a client, the domain of a component.
    #[must_use]
    pub fn new(account: impl Into<Jid>) -> Self {
        Self {
            account: account.into(),
            waiting: BTreeMap::new(),
        }
    }

    /// A request that is sent, with what is to become of its answer.
    ///
    /// # Errors
    /// What was to become of it comes back: the iq is no request, has no `id`, or has that of another request to the same
    /// address which waits, so that nobody could tell their answers apart. Such a request should not be sent.
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

    /// What is to become of an answer, which is no longer waited for then. `None` for an iq that is no answer, and for one
    /// that nobody waits for or that comes from somebody else: RFC 6120 has it ignored.
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

    /// Gives up the requests for which `keep` is false, for example those that have waited for too long; it gets the `id`, the
    /// recipient, which is `None` for the account's own server, and what is to become of the answer.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, Option<&Jid>, &mut T) -> bool) {
        self.waiting.retain(|id, waiting| {
            waiting.retain_mut(|(to, then)| keep(id, to.as_ref(), then));
            !waiting.is_empty()
        });
    }

    /// How many wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.values().map(Vec::len).sum()
    }

    /// Whether none waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}
