/// The contender whose promises these are.
pub const OURS: &str = "xmpp-stanzas";

/// How fast we are beside another contender in a case.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Promise {
    /// See [`Case::name`](crate::Case::name).
    pub case: &'static str,
    /// The contender of whom it is said.
    pub who: &'static str,
    /// Whom it is compared with.
    pub versus: &'static str,
    /// How many times faster at least.
    pub at_least: f64,
}

/// Cost grows in step with the input: at 10 MB, this part of the speed at 10 KB at least …
pub const STEADY: f64 = 0.3;

/// … or so many bytes a second, where copying is all there is to do and 10 KB fit a cache that
/// 10 MB do not.
pub const AS_FAST_AS_MEMORY: f64 = 1e9;

macro_rules! promises {
    ($($who:literal is $at_least:literal times $versus:literal in $($case:literal),*;)*) => {
        /// What must hold wherever it is measured.
        pub const PROMISES: &[Promise] = &[
            $($(Promise { case: $case, who: $who, versus: $versus, at_least: $at_least },)*)*
        ];
    };
}

promises! {
    "xmpp-stanzas" is 10.0 times "xmpp-parsers" in
        "read-mix-typed", "read-core-typed", "read-pubsub-typed", "read-muc-typed", "read-jingle-typed",
        "read-disco-typed", "read-payload",
        "write-mix-typed", "write-core-typed", "write-pubsub-typed", "write-muc-typed", "write-jingle-typed",
        "write-disco-typed", "write-payload";
    "xmpp-stanzas" is 2.0 times "instant-xml" in "read-disco-typed", "read-payload";
    "xmpp-stanzas" is 1.0 times "quick-xml serde" in "write-disco-typed", "write-payload";
    "xmpp-stanzas (xso)" is 1.0 times "xmpp-parsers" in
        "read-mix", "read-mix-typed", "write-mix", "write-mix-typed";
    "xmpp-stanzas (minidom)" is 1.0 times "xmpp-parsers (minidom)" in
        "read-mix", "read-mix-typed", "write-mix", "write-mix-typed";
    "xmpp-stanzas" is 5.0 times "rxml" in "split-pieces";
    "xmpp-stanzas" is 4.0 times "rxml" in "split-bytes";
}
