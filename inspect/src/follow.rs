//! A file that grows: what of it is whole, each root once.

use std::collections::BTreeSet;

use crate::cut::{self, BothSides, Cut, Direction, Root, RootKind};
use crate::scan;

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
        // What is neither a log nor XML may yet become a log.
        let is_log = roots.iter().any(|root| root.log.is_some());
        let first = text.trim_ascii_start();
        let is_xml = first.starts_with(b"<") || first.starts_with("\u{feff}".as_bytes());
        if !is_log && !is_xml {
            return Ok(Vec::new());
        }
        // The last line of a log may be there in part.
        if is_log && !text.ends_with(b"\n") {
            let end = text.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
            roots = cut::roots(&text[..end])?.roots;
            roots.retain(|root| root.log.is_some());
        }
        let key = |root: &Root<'_>| {
            let side = root.log.as_ref();
            (
                side.map(|log| (log.session.clone(), log.direction)),
                root.start,
            )
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
                RootKind::Unreadable(error) => is_last && is_unfinished(&root.text, error.offset()),
            };
            if !may_go_on && self.seen.insert((side, start)) {
                whole.push(root);
            }
        }
        whole.reverse();
        Ok(whole)
    }
}

/// Whether an error there may be for want of what is still to come: at the end, or in markup that has no end yet.
fn is_unfinished(text: &str, offset: usize) -> bool {
    let upto = text.get(..=offset).unwrap_or(text);
    let markup = upto.rfind('<').map(|start| scan::next_mark(text, start));
    offset >= text.trim_ascii_end().len() || matches!(markup, Some(Err(_)))
}
