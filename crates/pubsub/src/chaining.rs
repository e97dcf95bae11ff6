//! A node that republishes the items of another node.
//!
//! ```
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_jid::Jid;
//! use xmpp_pubsub::chaining::Chaining;
//!
//! let mut chaining = Chaining::new(FormKind::Submit);
//! chaining.remote_service = Some(Jid::new("notify.weather.example")?);
//! assert_eq!(chaining.to_form().value("remote-service"), Some("notify.weather.example"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0253, PubSub Chaining](https://xmpp.org/extensions/xep-0253.html)

use alloc::string::String;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;

/// The node of the command, and the `FORM_TYPE` of its form.
pub const NS: &str = "http://jabber.org/protocol/pubsub#chaining";

/// The link between a node and the one that it republishes.
///
/// [XEP-0253 §7.2](https://xmpp.org/extensions/xep-0253.html#registrar-formtype)
#[doc(alias("XEP-0253", "XEP0253", "0253"))]
#[doc(alias("http://jabber.org/protocol/pubsub#chaining"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Chaining {
    /// The republishing node. `None` before it is filled in.
    #[form(var = "local-node", kind = "text-single", strict)]
    pub local_node: Option<String>,
    /// The republished node. `None` before it is filled in.
    #[form(var = "remote-node", kind = "text-single", strict)]
    pub remote_node: Option<String>,
    /// The service of the republished node. `None` before it is filled in.
    #[form(var = "remote-service", kind = "jid-single", strict)]
    pub remote_service: Option<Jid>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
