//! What bookmarks and private storage promise, seen from outside.

mod conference;
mod notification_settings;
mod private;
