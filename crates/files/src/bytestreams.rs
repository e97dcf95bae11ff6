//! Bytes over TCP or UDP, straight or through a proxy, by way of SOCKS5.
//!
//! Jingle's way to agree on the same is [`xmpp_jingle::socks5`].
//!
//! [XEP-0065, SOCKS5 Bytestreams](https://xmpp.org/extensions/xep-0065.html)

use alloc::string::String;
use alloc::vec::Vec;

use sha1::{Digest as _, Sha1};
use xmpp_jid::Jid;
use xmpp_jingle::socks5::Mode;
use xmpp_xml::{Extra, Hex, Value as _, Xml};

/// The namespace, and the feature of an entity that supports this.
pub const NS: &str = "http://jabber.org/protocol/bytestreams";

/// The feature of an entity that supports UDP as well.
pub const FEATURE_UDP: &str = "http://jabber.org/protocol/bytestreams#udp";

/// The category of the identity that a proxy has in service discovery.
pub const CATEGORY: &str = "proxy";

/// The type of that identity.
pub const KIND: &str = "bytestreams";

/// A step on the way to a bytestream. Which, its content and the stanza say:
///
/// | in | from | to | has |
/// |---|---|---|---|
/// | get | requester | proxy | nothing: where can it be reached? |
/// | result | proxy | requester | its stream host |
/// | set | requester | target | `sid` and stream hosts: connect to one of them |
/// | result | target | requester | the stream host that was used |
/// | set | requester | proxy | `sid` and whom to connect with |
///
/// [XEP-0065 §8.1](https://xmpp.org/extensions/xep-0065.html#desc-query)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks a proxy where it can be reached.", with)]
#[non_exhaustive]
pub struct Query {
    /// What to ask a stream host for, where the target cannot compute it since a room hides the addresses; `None` for the
    /// [`destination`] of the two parties.
    ///
    /// [XEP-0065 §6](https://xmpp.org/extensions/xep-0065.html#muc)
    #[xml(attribute)]
    pub dstaddr: Option<String>,
    /// What the bytes travel over; [`Mode::Tcp`] if not stated.
    #[xml(attribute, default)]
    pub mode: Mode,
    /// The identifier of the bytestream, which the requester has chosen. `None` in questions to a proxy and answers to them.
    #[xml(attribute)]
    pub sid: Option<String>,
    /// Where to connect to, the best first.
    #[xml(child)]
    pub stream_hosts: Vec<StreamHost>,
    /// The stream host that the target has connected to: see [`used_host`](Self::used_host). `None` outside of answers.
    #[xml(child, strict)]
    pub stream_host_used: Option<StreamHostUsed>,
    /// The target that a proxy is to connect the sender with; `None` unless that is asked.
    #[xml(child_text = "activate", strict)]
    pub activate: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Asks the target to connect to one of these.
    ///
    /// [XEP-0065 §5.3](https://xmpp.org/extensions/xep-0065.html#mediated-proto)
    #[must_use]
    pub fn offer(sid: &str, stream_hosts: Vec<StreamHost>) -> Self {
        Self {
            stream_hosts,
            ..Self::new().with_sid(sid)
        }
    }

    /// Answers an offer: the target has connected to this stream host.
    ///
    /// [XEP-0065 §5.3.3](https://xmpp.org/extensions/xep-0065.html#mediated-proto-ack)
    #[must_use]
    pub fn used(sid: &str, stream_host: impl Into<Jid>) -> Self {
        Self::new()
            .with_sid(sid)
            .with_stream_host_used(StreamHostUsed::new(stream_host))
    }

    /// Asks a proxy to connect the sender with the target.
    ///
    /// [XEP-0065 §5.3.5](https://xmpp.org/extensions/xep-0065.html#mediated-proto-activation)
    #[must_use]
    pub fn activation(sid: &str, target: impl Into<Jid>) -> Self {
        Self::new().with_sid(sid).with_activate(target)
    }

    /// The stream host that this answer names, with the address that was offered for it. `None` where it names none, or one
    /// that was not offered: the target cannot have reached that.
    #[must_use]
    pub fn used_host<'a>(&self, offer: &'a Self) -> Option<&'a StreamHost> {
        let used = self.stream_host_used.as_ref()?;
        let offered = &offer.stream_hosts;
        offered.iter().find(|host| host.jid == used.jid)
    }
}

/// Who a party can be reached by: itself or a proxy.
///
/// [XEP-0065 §8.2](https://xmpp.org/extensions/xep-0065.html#desc-streamhost)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "streamhost")]
#[xml(new = "The stream host of this JID, at this host and the port of SOCKS.", parameters = [jid, host], with)]
#[non_exhaustive]
pub struct StreamHost {
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub host: String,
    /// The JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// The port; `None` for that of SOCKS, 1080.
    #[xml(attribute, strict)]
    pub port: Option<u16>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The stream host that a target has connected to.
///
/// [XEP-0065 §8.3](https://xmpp.org/extensions/xep-0065.html#desc-streamhost-used)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "streamhost-used")]
#[xml(new = "The stream host of this JID.")]
#[non_exhaustive]
pub struct StreamHostUsed {
    /// Its JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message from a stream host: the first packet over UDP has come in.
///
/// [XEP-0065 §8.5](https://xmpp.org/extensions/xep-0065.html#desc-udpsuccess)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "udpsuccess")]
#[xml(new = "A packet for this destination has come in.")]
#[non_exhaustive]
pub struct UdpSuccess {
    /// The destination that the packet named: see [`destination`].
    #[xml(attribute)]
    pub dstaddr: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What both parties ask a stream host for, as if it were a host name: the SHA-1 of the identifier of the bytestream, the
/// requester's JID and the target's, in hexadecimal digits. The JIDs are those between which the iq stanzas go, in their
/// normal form. `None` where one is not valid.
///
/// It keeps bytestreams apart and no secret: whoever reads along can compute it, too.
///
/// ```
/// use xmpp_files::bytestreams::destination;
/// use xmpp_jid::Jid;
///
/// let requester = Jid::new("Requester@example.com/foo")?;
/// let target = Jid::new("target@example.org/bar")?;
/// assert_eq!(
///     destination("vxf9n471bn46", &requester, &target).as_deref(),
///     Some("98b8d688d0f5d895fd41c5e7309a2e9e33ba32ff")
/// );
/// # Ok::<(), xmpp_jid::JidError>(())
/// ```
///
/// [XEP-0065 §5.3.2](https://xmpp.org/extensions/xep-0065.html#mediated-proto-establish)
#[must_use]
pub fn destination(sid: &str, requester: &Jid, target: &Jid) -> Option<String> {
    if !requester.is_valid() || !target.is_valid() {
        return None;
    }
    let mut sha1 = Sha1::new();
    for part in [sid, requester.normalized(), target.normalized()] {
        sha1.update(part.as_bytes());
    }
    Some(Hex(sha1.finalize().to_vec()).to_text())
}
