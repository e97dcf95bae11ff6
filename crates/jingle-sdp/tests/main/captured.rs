//! Offers and answers of browsers as they made them, each negotiated between two connections within one page. Candidates
//! have names of mDNS instead of addresses. `../captured/capture.html` makes them anew.

/// A description: who made it, what for, and its text.
pub(crate) struct Captured {
    pub(crate) browser: &'static str,
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
    pub(crate) is_answer: bool,
}

macro_rules! captured {
    ($($browser:literal: $($name:literal)*;)*) => {
        &[$($(
            Captured {
                browser: $browser,
                name: concat!($browser, "/", $name, "-offer"),
                text: include_str!(concat!("../captured/", $browser, "/", $name, "-offer.sdp")),
                is_answer: false,
            },
            Captured {
                browser: $browser,
                name: concat!($browser, "/", $name, "-answer"),
                text: include_str!(concat!("../captured/", $browser, "/", $name, "-answer.sdp")),
                is_answer: true,
            },
        )*)*]
    };
}

/// Each offer, followed by its answer.
///
/// | name | what is offered |
/// |---|---|
/// | `audio` | audio |
/// | `all` | audio, video and data channels, with candidates, `max-bundle` |
/// | `separate` | audio one way and video the other, with candidates, `max-compat` |
/// | `simulcast` | video in three layers |
/// | `data` | data channels, with candidates |
/// | `reversed` | video and audio, all codecs, the least preferred first |
pub(crate) const CAPTURED: &[Captured] = captured! {
    // Chromium 156
    "chromium": "audio" "all" "separate" "simulcast" "data" "reversed";
    // Firefox 153 ESR
    "firefox": "audio" "all" "separate" "simulcast" "data" "reversed";
};
