//! What reading and writing XMPP costs here and with the peers, on the same bytes in one run.
//!
//! A [`Contender`] turns a [`Task`] and an [`Input`] into a [`Job`], a closure that does the work
//! once; a [`Case`] is a task with the inputs it runs over. The programs of this package differ
//! only in what they measure of a job: `ratios` the time, `allocations` the memory, and the
//! criterion bench the time in detail. One more contender is a module and a line in [`CONTENDERS`].

mod cases;
mod contender;
mod conversation;
mod inputs;
mod ours;
mod peers;
mod promises;
mod table;
mod timing;

pub use cases::{CASES, Case, GROWTH, Growth, SIZES};
pub use contender::{CONTENDERS, Contender, Entry, Job, Task};
pub use conversation::{Conversation, SPEAKERS, Speaker, long_stream};
pub use inputs::{File, Input, TRAFFIC, deep, stream, wide, wide_in_stream};
pub use promises::{AS_FAST_AS_MEMORY, OURS, PROMISES, Promise, STEADY};
pub use table::Table;
pub use timing::{Pace, Timing, race};

/// The contenders that ratios refer to: the first of them that takes part.
pub const REFERENCES: &[&str] = &["xmpp-parsers", "rxml"];
