//! What the types for files promise, seen from outside.

mod bytestreams;
mod forms;
mod sharing;
mod stickers;
mod stream_initiation;
mod upload;
mod url_data;
