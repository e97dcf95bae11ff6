//! What the vocabularies promise, seen from outside.

mod bits_of_binary;
mod delay;
mod forwarded;
mod hashes;
mod headers;
mod legacy_hashes;
mod nickname;
mod result_set;
mod thumbnails;
