//! Features of rooms and services in service discovery.
//!
//! The namespaces of [`join`](crate::join::NS), [`invitation`](crate::invitation::NS) and [`unique`](crate::unique::NS)
//! are features too.
//!
//! [XEP-0045 §16.3](https://xmpp.org/extensions/xep-0045.html#registrar-features)

/// Registration by a form of the type `muc#register` is supported.
pub const REGISTER: &str = "http://jabber.org/protocol/muc#register";
/// Configuration by a form of the type `muc#roomconfig` is supported.
pub const ROOM_CONFIGURATION: &str = "http://jabber.org/protocol/muc#roomconfig";
/// Information by a form of the type `muc#roominfo` is supported.
pub const ROOM_INFORMATION: &str = "http://jabber.org/protocol/muc#roominfo";
/// The room preserves the `id` of messages that it reflects.
pub const STABLE_ID: &str = "http://jabber.org/protocol/muc#stable_id";

/// The room is not listed publicly.
pub const HIDDEN: &str = "muc_hidden";
/// Only members may join.
pub const MEMBERS_ONLY: &str = "muc_membersonly";
/// Only occupants with voice may speak.
pub const MODERATED: &str = "muc_moderated";
/// All occupants can see real JIDs.
pub const NON_ANONYMOUS: &str = "muc_nonanonymous";
/// Everybody who is not banned may join.
pub const OPEN: &str = "muc_open";
/// A password is required to join.
pub const PASSWORD_PROTECTED: &str = "muc_passwordprotected";
/// The room persists after the last occupant has left.
pub const PERSISTENT: &str = "muc_persistent";
/// The room is listed publicly.
pub const PUBLIC: &str = "muc_public";
/// The service lists its rooms.
pub const ROOMS: &str = "muc_rooms";
/// Only moderators can see real JIDs.
pub const SEMI_ANONYMOUS: &str = "muc_semianonymous";
/// The room is destroyed when the last occupant leaves.
pub const TEMPORARY: &str = "muc_temporary";
/// All occupants may speak.
pub const UNMODERATED: &str = "muc_unmoderated";
/// No password is required to join.
pub const UNSECURED: &str = "muc_unsecured";
