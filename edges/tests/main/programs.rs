//! Programs that people write: an echo bot over tokio-xmpp, a component and a gateway on plain sockets, each talked to over a
//! connection of this machine with itself.

mod component;
mod echo;
mod gateway;
mod link;
