//! What the vocabularies promise, seen from outside.

mod bits_of_binary;
mod characters;
mod delay;
mod file_names;
mod forwarded;
mod hashes;
mod headers;
mod hints;
mod legacy_hashes;
mod nickname;
mod oauth;
mod occupant_id;
mod order;
mod reference;
mod result_set;
mod stanza_id;
mod thumbnails;
