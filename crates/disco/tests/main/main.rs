//! Service discovery through the public face of the crate.

mod caps;
mod info;
mod items;
