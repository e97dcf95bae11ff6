//! Registered disco#info and disco#items nodes.
//!
//! [XEP-0045 §16.4](https://xmpp.org/extensions/xep-0045.html#registrar-nodes)

/// Of a client: the rooms that its user has joined.
pub const ROOMS: &str = "http://jabber.org/protocol/muc#rooms";
/// Of a room: the namespaces that it forwards, as features.
///
/// [XEP-0045 §18.1.1](https://xmpp.org/extensions/xep-0045.html#impl-service-traffic)
pub const TRAFFIC: &str = "http://jabber.org/protocol/muc#traffic";
/// Of a room: the nickname that is reserved for the requester, as the name of an identity.
///
/// [XEP-0045 §7.12](https://xmpp.org/extensions/xep-0045.html#reservednick)
pub const RESERVED_NICK: &str = "x-roomuser-item";
