//! SOCKS5 bytestreams: TCP or UDP, direct or through a proxy.
//!
//! The corresponding Jingle transport is [`xmpp_jingle::socks5`].
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

/// The feature of an entity that also supports UDP.
pub const FEATURE_UDP: &str = "http://jabber.org/protocol/bytestreams#udp";

/// The category of a proxy's disco#info identity.
pub const CATEGORY: &str = "proxy";

/// The type of that identity.
pub const KIND: &str = "bytestreams";

/// A step in the negotiation of a bytestream, determined by its content and the stanza:
///
/// | in | from | to | has |
/// |---|---|---|---|
/// | get | requester | proxy | nothing: requests its address |
/// | result | proxy | requester | its stream host |
/// | set | requester | target | `sid` and stream hosts: offers to connect to one of them |
/// | result | target | requester | the stream host that was used |
/// | set | requester | proxy | `sid` and the party to connect with |
///
/// [XEP-0065 §8.1](https://xmpp.org/extensions/xep-0065.html#desc-query)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for a proxy's address.", with)]
#[non_exhaustive]
pub struct Query {
    /// The destination to request from a stream host, if the target cannot compute it since a room hides the JIDs. `None`
    /// means the [`destination`] of the two parties.
    ///
    /// [XEP-0065 §6](https://xmpp.org/extensions/xep-0065.html#muc)
    #[xml(attribute)]
    pub dstaddr: Option<String>,
    /// The transport protocol. Defaults to [`Mode::Tcp`].
    #[xml(attribute, default)]
    pub mode: Mode,
    /// The identifier of the bytestream, chosen by the requester. `None` in requests for a proxy's address and their results.
    #[xml(attribute)]
    pub sid: Option<String>,
    /// The stream hosts, in order of preference.
    #[xml(child)]
    pub stream_hosts: Vec<StreamHost>,
    /// The stream host that the target connected to: see [`used_host`](Self::used_host). `None` outside of results.
    #[xml(child, strict)]
    pub stream_host_used: Option<StreamHostUsed>,
    /// The target that a proxy is to connect the sender with. `None` otherwise.
    #[xml(child_text = "activate", strict)]
    pub activate: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// An offer to the target to connect to one of these.
    ///
    /// [XEP-0065 §5.3](https://xmpp.org/extensions/xep-0065.html#mediated-proto)
    #[must_use]
    pub fn offer(sid: &str, stream_hosts: Vec<StreamHost>) -> Self {
        Self {
            stream_hosts,
            ..Self::new().with_sid(sid)
        }
    }

    /// The answer to an offer: the target has connected to this stream host.
    ///
    /// [XEP-0065 §5.3.3](https://xmpp.org/extensions/xep-0065.html#mediated-proto-ack)
    #[must_use]
    pub fn used(sid: &str, stream_host: impl Into<Jid>) -> Self {
        Self::new()
            .with_sid(sid)
            .with_stream_host_used(StreamHostUsed::new(stream_host))
    }

    /// A request to a proxy to connect the sender with the target.
    ///
    /// [XEP-0065 §5.3.5](https://xmpp.org/extensions/xep-0065.html#mediated-proto-activation)
    #[must_use]
    pub fn activation(sid: &str, target: impl Into<Jid>) -> Self {
        Self::new().with_sid(sid).with_activate(target)
    }

    /// The stream host in this answer, with its address from the offer. `None` if there is none, or one
    /// that was not offered: the target cannot have connected to that.
    #[must_use]
    pub fn used_host<'a>(&self, offer: &'a Self) -> Option<&'a StreamHost> {
        let used = self.stream_host_used.as_ref()?;
        let offered = &offer.stream_hosts;
        offered.iter().find(|host| host.jid == used.jid)
    }
}

/// A host to connect to: a party itself or a proxy.
///
/// [XEP-0065 §8.2](https://xmpp.org/extensions/xep-0065.html#desc-streamhost)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "streamhost", derive(Debug, PartialEq, Eq))]
#[xml(new = "The stream host with this JID, at this host and the SOCKS port.", parameters = [jid, host], with)]
#[non_exhaustive]
pub struct StreamHost {
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub host: String,
    /// The JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// The port. `None` means the SOCKS port, 1080.
    #[xml(attribute, strict)]
    pub port: Option<u16>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The stream host that a target connected to.
///
/// [XEP-0065 §8.3](https://xmpp.org/extensions/xep-0065.html#desc-streamhost-used)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "streamhost-used", derive(Debug, PartialEq, Eq))]
#[xml(new = "The stream host with this JID.")]
#[non_exhaustive]
pub struct StreamHostUsed {
    /// Its JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message from a stream host: the first packet over UDP has been received.
///
/// [XEP-0065 §8.5](https://xmpp.org/extensions/xep-0065.html#desc-udpsuccess)
#[doc(alias("XEP-0065", "XEP0065", "0065"))]
#[doc(alias("http://jabber.org/protocol/bytestreams"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "udpsuccess", derive(Debug, PartialEq, Eq))]
#[xml(new = "A packet for this destination has been received.")]
#[non_exhaustive]
pub struct UdpSuccess {
    /// The destination in the packet: see [`destination`].
    #[xml(attribute)]
    pub dstaddr: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The destination that both parties request from a stream host, as if it were a host name: the SHA-1 of the identifier of
/// the bytestream, the requester's JID and the target's, in hexadecimal. The JIDs are those of the iq stanzas, in their
/// normal form. `None` if one is invalid.
///
/// It distinguishes bytestreams, but is not a secret: anybody who sees the stanzas can compute it.
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
