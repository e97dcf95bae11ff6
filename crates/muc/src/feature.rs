//! Features that rooms and services tell of in service discovery.
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
/// The room sends a message to all with the `id` that it came with.
pub const STABLE_ID: &str = "http://jabber.org/protocol/muc#stable_id";

/// The room does not show up in the list of rooms.
pub const HIDDEN: &str = "muc_hidden";
/// Only members may enter.
pub const MEMBERS_ONLY: &str = "muc_membersonly";
/// Only those with voice may speak.
pub const MODERATED: &str = "muc_moderated";
/// All occupants may see the addresses of all.
pub const NON_ANONYMOUS: &str = "muc_nonanonymous";
/// Whoever is not banned may enter.
pub const OPEN: &str = "muc_open";
/// A password is needed to enter.
pub const PASSWORD_PROTECTED: &str = "muc_passwordprotected";
/// The room stays when the last occupant leaves.
pub const PERSISTENT: &str = "muc_persistent";
/// The room shows up in the list of rooms.
pub const PUBLIC: &str = "muc_public";
/// There is a list of rooms.
pub const ROOMS: &str = "muc_rooms";
/// Only moderators may see the addresses of all.
pub const SEMI_ANONYMOUS: &str = "muc_semianonymous";
/// The room ends when the last occupant leaves.
pub const TEMPORARY: &str = "muc_temporary";
/// Everybody may speak.
pub const UNMODERATED: &str = "muc_unmoderated";
/// No password is needed to enter.
pub const UNSECURED: &str = "muc_unsecured";
