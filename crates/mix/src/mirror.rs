//! The MUC service that mirrors the channels of a MIX service, and the reverse.
//!
//! ```
//! use xmpp_data_forms::form::Form;
//! use xmpp_mix::mirror::MucMirror;
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
//!      <value>urn:xmpp:mix:muc:0#muc-mirror</value></field><field var='muc-mirror' type='jid-single'>\
//!      <value>chat.shakespeare.example</value></field></x>",
//! )?;
//! let mirror: MucMirror = form.parse()?;
//! assert_eq!(mirror.service.expect("one"), "chat.shakespeare.example");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0408, Mediated Information eXchange (MIX): Co-existence with MUC](https://xmpp.org/extensions/xep-0408.html)

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;

/// The MUC service at which the channels are also rooms: a form that extends the disco#info of a MIX service.
///
/// [XEP-0408 §2](https://xmpp.org/extensions/xep-0408.html#mix-and-muc-together)
#[doc(alias("XEP-0408", "XEP0408", "0408"))]
#[doc(alias("urn:xmpp:mix:muc:0#muc-mirror"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:mix:muc:0#muc-mirror")]
#[non_exhaustive]
pub struct MucMirror {
    /// The JID of the MUC service. `None` if not specified.
    #[form(var = "muc-mirror", kind = "jid-single")]
    pub service: Option<Jid>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The MIX service at which the rooms are also channels: a form that extends the disco#info of a MUC service.
///
/// [XEP-0408 §2](https://xmpp.org/extensions/xep-0408.html#mix-and-muc-together)
#[doc(alias("XEP-0408", "XEP0408", "0408"))]
#[doc(alias("urn:xmpp:mix:muc:0#mix-mirror"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:mix:muc:0#mix-mirror")]
#[non_exhaustive]
pub struct MixMirror {
    /// The JID of the MIX service. `None` if not specified.
    #[form(var = "mix-mirror", kind = "jid-single")]
    pub service: Option<Jid>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
