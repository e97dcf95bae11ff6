//! Steps of work, counted for the tests that hold every cost to be linear.
//!
//! What looks at bytes or records calls [`step`] with how many. Without the feature `__cost`, which is for tests alone,
//! that is nothing.

#[cfg(feature = "__cost")]
extern crate std;

#[cfg(feature = "__cost")]
std::thread_local! {
    static STEPS: core::cell::Cell<u64> = const { core::cell::Cell::new(0) };
}

/// Counts `n` bytes or records that are looked at.
#[inline(always)]
pub(crate) fn step(n: usize) {
    #[cfg(feature = "__cost")]
    STEPS.with(|steps| steps.set(steps.get().wrapping_add(n as u64)));
    #[cfg(not(feature = "__cost"))]
    let _ = n;
}

/// The steps that this thread has taken so far.
#[cfg(feature = "__cost")]
#[must_use]
pub fn steps() -> u64 {
    STEPS.with(core::cell::Cell::get)
}
