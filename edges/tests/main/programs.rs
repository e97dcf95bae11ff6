//! Programs that people write: an echo bot and a room bot over tokio-xmpp, a component and a gateway on plain sockets, each talked to over a
//! connection of this machine with itself.

mod component;
mod echo;
mod gateway;
mod link;
mod room;
