//! Data policies: how a service handles the data of its users.
//!
//! ```
//! use xmpp_administration::data_policy::{DataPolicy, Hours};
//! use xmpp_data_forms::form::Form;
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='result'>\
//!      <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:data-policy:0</value></field>\
//!      <field var='data_retention' type='text-single'><value>48</value></field></x>",
//! )?;
//! let policy: DataPolicy = form.parse()?;
//! assert_eq!(policy.data_retention, Some(Hours::AtMost(48)));
//! assert_eq!(policy.data_deletion, None); // users cannot delete their data
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0504, Data Policy](https://xmpp.org/extensions/xep-0504.html)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{InvalidValue, OtherToken, Value, Xml};

/// The `FORM_TYPE` of the policy for one identity of a service, given by category and type, such as for one of the networks
/// of a gateway. Its fields are those of a [`DataPolicy`], which [`FormType::from_fields`] reads.
///
/// ```
/// use xmpp_administration::data_policy::form_type_of;
///
/// assert_eq!(form_type_of("gateway", "smtp"), "urn:xmpp:data-policy:identity:gateway:smtp:0");
/// ```
///
/// [XEP-0504 §3](https://xmpp.org/extensions/xep-0504.html#data_policy)
#[must_use]
pub fn form_type_of(category: &str, kind: &str) -> String {
    alloc::format!("urn:xmpp:data-policy:identity:{category}:{kind}:0")
}

/// The data policy of a service: a form that extends its disco#info. `None` means unspecified, which counts as "no" for
/// yes-or-no questions.
///
/// [XEP-0504 §3](https://xmpp.org/extensions/xep-0504.html#data_policy)
#[doc(alias("XEP-0504", "XEP0504", "0504"))]
#[doc(alias("urn:xmpp:data-policy:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:data-policy:0")]
#[non_exhaustive]
pub struct DataPolicy {
    /// How the service handles the credentials of its users.
    #[form(var = "auth_data", kind = "list-single")]
    pub auth_data: Option<AuthData>,
    /// How data is transmitted to and from another network.
    #[form(var = "data_transmission", kind = "list-single")]
    pub data_transmission: Option<DataTransmission>,
    /// The encryption algorithm used in transit.
    #[form(var = "encryption_algorithm", kind = "text-single")]
    pub encryption_algorithm: Option<String>,
    /// How long data is kept.
    #[form(var = "data_retention", kind = "text-single", strict)]
    pub data_retention: Option<Hours>,
    /// Whether users can delete their data.
    #[form(var = "data_deletion", kind = "boolean")]
    pub data_deletion: Option<bool>,
    /// Whether stored data is encrypted.
    #[form(var = "encryption_at_rest", kind = "boolean")]
    pub encryption_at_rest: Option<bool>,
    /// The URI of the terms of service.
    #[form(var = "tos", kind = "text-single")]
    pub terms_of_service: Option<String>,
    /// Whether users can export all of their data.
    #[form(var = "data_export", kind = "boolean")]
    pub data_export: Option<bool>,
    /// Who can access data.
    #[form(var = "access_policy", kind = "list-multi")]
    pub access_policy: Vec<AccessPolicy>,
    /// Whether users can erase their account with all of its data.
    #[form(var = "full_erasure", kind = "boolean")]
    pub full_erasure: Option<bool>,
    /// The maximum time between backups in hours. 0 means that there are no backups.
    #[form(var = "backup_frequency", kind = "text-single")]
    pub backup_frequency: Option<u64>,
    /// How long backups are kept.
    #[form(var = "backup_retention", kind = "text-single", strict)]
    pub backup_retention: Option<Hours>,
    /// Further human-readable information.
    #[form(var = "extra_info", kind = "text-multi")]
    pub extra_info: Vec<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// How the service handles the credentials of its users.
///
/// [XEP-0504 §3.1](https://xmpp.org/extensions/xep-0504.html#auth_mechanism)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AuthData {
    /// `no_auth`: no credentials are needed.
    #[xml(token = "no_auth")]
    NoAuth,
    /// `plain`: the service receives the credentials in plain text.
    Plain,
    /// `hidden`: the service cannot see the credentials.
    Hidden,
    /// `restricted`: the service gets access of limited scope and duration.
    Restricted,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// How data is transmitted to and from another network.
///
/// [XEP-0504 §3.2](https://xmpp.org/extensions/xep-0504.html#encryption)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum DataTransmission {
    /// `plain`: unencrypted.
    Plain,
    /// `encrypted`: encrypted in transit, but readable by both services.
    Encrypted,
    /// `e2e`: encrypted between this service and the recipient.
    #[xml(token = "e2e")]
    EndToEnd,
    /// `gre`: encrypted between the two users.
    #[xml(token = "gre")]
    GatewayRelayed,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Who can access the data of users.
///
/// [XEP-0504 §3.9](https://xmpp.org/extensions/xep-0504.html#access_policy)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AccessPolicy {
    /// `admins`: the administrators.
    Admins,
    /// `moderators`: moderators, within what they moderate.
    Moderators,
    /// `organization_member`: all members of the organization that runs the service.
    #[xml(token = "organization_member")]
    OrganizationMember,
    /// `government`: authorities, as required by law.
    Government,
    /// `advertisers`: advertisers.
    Advertisers,
    /// `partners`: contractual partners of the organization.
    Partners,
    /// `none`: nobody; valid only as the sole value.
    None,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A retention period.
///
/// [XEP-0504 §3.3](https://xmpp.org/extensions/xep-0504.html#retention)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hours {
    /// At most this many hours. 0 means not at all.
    AtMost(u64),
    /// `infinite`: for ever.
    Infinite,
    /// `unknown`: for an unknown time.
    Unknown,
}

impl Value for Hours {
    const EXPECTED: &'static str = "a number of hours, `infinite` or `unknown`";
    const EXAMPLES: &'static [&'static str] = &["0", "24", " 007 ", "infinite", "unknown"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        match text.trim_ascii() {
            "infinite" => Ok(Self::Infinite),
            "unknown" => Ok(Self::Unknown),
            number => u64::parse(number).map(Self::AtMost),
        }
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::AtMost(hours) => hours.write(out),
            Self::Infinite => out.write_str("infinite"),
            Self::Unknown => out.write_str("unknown"),
        }
    }
}

xmpp_xml::text_traits!(Hours);
