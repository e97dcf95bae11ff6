//! Remote procedure calls: XML-RPC in iq stanzas.
//!
//! A [`call`] and its response contain [`value`]s.
//!
//! ```
//! use xmpp_rpc::call::{MethodCall, MethodResponse, Query};
//! use xmpp_rpc::value::Value;
//!
//! let call = Query::from(MethodCall::new("tea.brew", vec![Value::from(3), Value::from("Assam")]));
//! assert_eq!(
//!     xmpp_xml::to_string(&call)?,
//!     "<query xmlns='jabber:iq:rpc'><methodCall><methodName>tea.brew</methodName><params>\
//!      <param><value><int>3</int></value></param>\
//!      <param><value><string>Assam</string></value></param></params></methodCall></query>"
//! );
//!
//! let answer: Query = xmpp_xml::from_str(
//!     "<query xmlns='jabber:iq:rpc'><methodResponse><params>\
//!      <param><value><boolean>1</boolean></value></param></params></methodResponse></query>",
//! )?;
//! let response = answer.response.unwrap();
//! assert_eq!(response.value().and_then(Value::as_bool), Some(true));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]
#![doc = include_str!("index.md")]

extern crate alloc;

pub mod call;
pub mod value;

pub use crate::call::{Fault, MethodCall, MethodResponse, Param, Params, Query};
pub use crate::value::{Data, Value};

use xmpp_xml::registry::{Entry, Place};

/// The namespace, and the feature of an entity that accepts calls.
///
/// [XEP-0009, Jabber-RPC](https://xmpp.org/extensions/xep-0009.html)
pub const NS: &str = "jabber:iq:rpc";

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<Query>("XEP-0009", "2", &[Place::IqSet, Place::IqResult]),
        Entry::of::<MethodCall>("XEP-0009", "2", &[Place::Nested]),
        Entry::of::<MethodResponse>("XEP-0009", "2", &[Place::Nested]),
        Entry::of::<Params>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<Param>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<Fault>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<Value>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Integer>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Text>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Double>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Boolean>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Binary>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::DateTime>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Array>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::ArrayData>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Struct>("XEP-0009", "8", &[Place::Nested]),
        Entry::of::<value::Member>("XEP-0009", "8", &[Place::Nested]),
    ];
}
