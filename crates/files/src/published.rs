//! Metadata of a published file, as a form in disco#info.
//!
//! ```
//! use xmpp_data_forms::form::Form;
//! use xmpp_files::published::Description;
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='result'>\
//!      <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/files</value></field>\
//!      <field var='size'><value>1022</value></field></x>",
//! )?;
//! assert_eq!(form.parse::<Description>()?.size, Some(1022));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0135, File Sharing](https://xmpp.org/extensions/xep-0135.html)

use alloc::string::String;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;

/// The metadata of a published file. `None` means not specified.
///
/// [XEP-0135 §10.4](https://xmpp.org/extensions/xep-0135.html#registrar-formtype)
#[doc(alias("XEP-0135", "XEP0135", "0135"))]
#[doc(alias("http://jabber.org/protocol/files"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/files")]
#[non_exhaustive]
pub struct Description {
    /// The time of the last modification.
    #[form(var = "date", kind = "text-single")]
    pub date: Option<String>,
    /// A description.
    #[form(var = "description", kind = "text-single")]
    pub description: Option<String>,
    /// The MD5 digest.
    #[form(var = "hash", kind = "text-single")]
    pub hash: Option<String>,
    /// The media type.
    #[form(var = "mime-type", kind = "text-single")]
    pub media_type: Option<String>,
    /// The size in bytes.
    #[form(var = "size", kind = "text-single")]
    pub size: Option<u64>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
