//! Service discovery through the public face of the crate.

mod caps;
mod caps2;
mod filter;
mod info;
mod items;
