//! Conversion between Jingle RTP sessions and SDP, as used by browsers.
//!
//! [`Sdp`] is a parsed session description. [`to_jingle`] maps it to Jingle contents, and [`to_sdp`] maps contents to SDP.
//! Whatever has no equivalent on the other side is listed in the result, so nothing is lost silently.
//!
//! ```
//! use xmpp_jingle::session::{Action, Creator, Description, Jingle};
//! use xmpp_jingle_sdp::{Origin, Sdp, to_jingle, to_sdp};
//!
//! let offer: Sdp = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
//!     m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=fingerprint:sha-256 4A:AD:B9\r\na=sendonly\r\na=rtcp-mux\r\n\
//!     a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1\r\na=rtcp-rsize\r\n".parse()?;
//!
//! let mapped = to_jingle(&offer, &Creator::Initiator);
//! let mut jingle = Jingle::new(Action::SessionInitiate, "s9");
//! jingle.contents = mapped.contents;
//! jingle.groups = mapped.groups;
//! let Some(Description::Rtp(audio)) = jingle.contents[0].description() else { panic!("no audio") };
//! assert_eq!(audio.payload_types[0].parameter("useinbandfec"), Some("1"));
//! assert_eq!(mapped.unmapped[0].line.to_string(), "a=rtcp-rsize");
//!
//! let written = to_sdp(&jingle.contents, &jingle.groups, &Creator::Initiator, &Origin::new(1, 2))?;
//! assert!(written.sdp.to_string().contains("a=fmtp:111 minptime=10;useinbandfec=1\r\n"));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # What is lost
//! A round trip from SDP to Jingle and back drops these lines of the offers of Chromium 156 and Firefox 153:
//!
//! | lines | meaning |
//! |---|---|
//! | `msid`, `msid-semantic` | The stream of a track. Chromium repeats it for each source (`ssrc`), which is kept. |
//! | `rid`, `simulcast` | Layers of video without sources of their own. |
//! | `bundle-only` | The medium exists only within its group. The group is kept, and the port becomes 9. |
//! | `ice-options` | Options such as `trickle`, which is implied in Jingle. `ice2` is written for the transport of XEP-0371. |
//! | `end-of-candidates` | Written for the transport of XEP-0371 only. |
//! | `rtcp` | The port of RTCP without ICE. |
//! | `rtcp-rsize`, `rtcp-xr` | Reduced-size and extended RTCP reports. |
//! | `max-message-size` | The maximum size of messages in data channels. |
//! | `network-id`, `network-cost` | The network of a candidate. The rest of the candidate is kept. |
//!
//! All of these are listed as [`unmapped`](Mapped::unmapped), so an application can transmit them in its own way. Lines that are
//! kept come back in another order, in the spelling of Jingle (`udp` for `UDP`), and session-level lines for each medium; rejected
//! media (port 0) are missing.
//!
//! A round trip from Jingle to SDP and back loses nothing of the XEPs below except what is listed as [unmapped](Written::unmapped)
//! and what only XML can express: identifiers and networks of candidates, the transport of XEP-0371 (which comes back as that of
//! XEP-0176), the creator of a content, streams of SCTP, and unknown attributes and elements.
//!
//! [XEP-0167 §6](https://xmpp.org/extensions/xep-0167.html#sdp), with XEP-0176, 0262, 0293, 0294, 0320, 0338, 0339, 0343,
//! 0371 and 0507
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

extern crate alloc;

mod candidate;
mod grammar;
mod jingle;
mod sdp;

pub use crate::candidate::{candidate_from_sdp, candidate_to_sdp};
pub use crate::grammar::{Line, Media, Sdp, SdpError};
pub use crate::jingle::{Mapped, Unmapped, to_jingle};
pub use crate::sdp::{Origin, Written, to_sdp};
