//! A file that grows: what of it is whole, each root once.

use std::collections::BTreeSet;

use crate::cut::{self, BothSides, Cut, Direction, Root, RootKind};

/// What of a growing file has been handed out.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Follower {
    seen: BTreeSet<(Option<(String, Direction)>, usize)>,
}

impl Follower {
    /// Nothing has been handed out yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The roots that are whole in what there is of the file now and that have not been handed out. What is cut off at the end
    /// may yet go on and is left for later.
    ///
    /// # Errors
    /// It has both sides of a stream.
    pub fn new_roots<'a>(&mut self, text: &'a [u8]) -> Result<Vec<Root<'a>>, BothSides> {
        // A character may be there in part.
        let text = match core::str::from_utf8(text) {
            Err(error) if error.error_len().is_none() => &text[..error.valid_up_to()],
            _ => text,
        };
        let Cut { mut roots, .. } = cut::roots(text)?;
        // The last line of a log may be there in part, and the last entry may go on in the next line.
        let is_log = roots.iter().any(|root| root.log.is_some());
        if is_log && !text.ends_with(b"\n") {
            let end = text.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
            roots = cut::roots(&text[..end])?.roots;
        }
        let key = |root: &Root<'_>| {
            let side = root.log.as_ref();
            (side.map(|log| (log.session.clone(), log.direction)), root.start)
        };
        // Of each side, what follows something shows that it does not go on.
        let mut open = BTreeSet::new();
        let mut whole = Vec::new();
        for root in roots.into_iter().rev() {
            let (side, start) = key(&root);
            let is_last = open.insert(side.clone());
            let may_go_on = match &root.kind {
                RootKind::Element | RootKind::Header => false,
                RootKind::Broken(_) => is_last,
                RootKind::Unreadable(error) => {
                    is_last && root.start + error.offset() >= text.trim_ascii_end().len()
                }
            };
            if !may_go_on && self.seen.insert((side, start)) {
                whole.push(root);
            }
        }
        whole.reverse();
        Ok(whole)
    }
}
