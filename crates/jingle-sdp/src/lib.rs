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
//!     m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sendonly\r\na=rtcp-mux\r\n\
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
//! On the way from SDP to Jingle and back, of what Chromium 156 and Firefox 153 say:
//!
//! | lines | |
//! |---|---|
//! | `msid`, `msid-semantic` | Which stream a track belongs to. Chromium says it for each source, too (`ssrc`), and that is kept. |
//! | `rid`, `simulcast` | Layers of video that are told apart without their sources. |
//! | `bundle-only` | That a medium is there within its group alone. The group is kept, and the port becomes 9. |
//! | `ice-options` | Such as `trickle`, which Jingle always has; `ice2` is written for the transport of XEP-0371. |
//! | `end-of-candidates` | Only the transport of XEP-0371 has it, and it is written for that one. |
//! | `rtcp` | The port of RTCP without ICE. |
//! | `rtcp-rsize`, `rtcp-xr` | Short and extended reports of RTCP. |
//! | `max-message-size` | The size of messages in data channels. |
//! | `network-id`, `network-cost` | In a candidate, which network it is of. The rest of the candidate is kept. |
//!
//! All of these are among the [`unmapped`](Mapped::unmapped) lines, so that an application that wants them can send them in its
//! own way. What is kept comes back in another order, as Jingle spells it (`udp` for `UDP`), and for each medium where
//! it stood once for the session; media that were refused (port 0) are not there.
//!
//! On the way from Jingle to SDP and back, nothing of the XEPs below is lost that is not [listed](Written::unmapped), but for
//! what only XML has: identifiers and networks of candidates, the transport of XEP-0371 (it comes back as that of
//! XEP-0176), who created a content, streams of SCTP, and unknown attributes and elements.
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
