//! Software information, as a form in disco#info.
//!
//! ```
//! use xmpp_data_forms::form::Form;
//! use xmpp_entity::software::SoftwareInfo;
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='result'>\
//!      <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:dataforms:softwareinfo</value></field>\
//!      <field var='software'><value>Exodus</value></field></x>",
//! )?;
//! let info: SoftwareInfo = form.parse()?;
//! assert_eq!(info.software.as_deref(), Some("Exodus"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0232, Software Information](https://xmpp.org/extensions/xep-0232.html)

use alloc::string::String;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;

/// Software information. `None` means not specified.
///
/// [XEP-0232 §5.1](https://xmpp.org/extensions/xep-0232.html#registrar-formtype)
#[doc(alias("XEP-0232", "XEP0232", "0232"))]
#[doc(alias("urn:xmpp:dataforms:softwareinfo"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:dataforms:softwareinfo")]
#[non_exhaustive]
pub struct SoftwareInfo {
    /// The URL of an icon. The field may have a media element instead.
    #[form(var = "icon", kind = "text-single")]
    pub icon: Option<String>,
    /// The operating system.
    #[form(var = "os", kind = "text-single")]
    pub os: Option<String>,
    /// The version of the operating system.
    #[form(var = "os_version", kind = "text-single")]
    pub os_version: Option<String>,
    /// The name of the software.
    #[form(var = "software", kind = "text-single")]
    pub software: Option<String>,
    /// The version of the software.
    #[form(var = "software_version", kind = "text-single")]
    pub software_version: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
