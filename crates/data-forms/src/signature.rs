//! Forms signed with credentials other than those of the account (OAuth 1.0, RFC 5849).
//!
//! ```
//! use xmpp_data_forms::form::Form;
//! use xmpp_data_forms::signature::Signature;
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='form'>\
//!      <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:xdata:signature:oauth1</value></field>\
//!      <field var='oauth_signature_method' type='hidden'><value>HMAC-SHA1</value></field>\
//!      <field var='UserName' type='text-single'/></x>",
//! )?;
//! let mut signature: Signature = form.parse()?;
//! assert_eq!(signature.method.as_deref(), Some("HMAC-SHA1"));
//! signature.form.set_value("UserName", "hatter");
//! signature.nonce = Some("3df5".into());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0348, Signing Forms](https://xmpp.org/extensions/xep-0348.html)

use alloc::string::String;

use xmpp_xml::Secret;

use crate::FormType;
use crate::form::Form;

/// The fields of a signed form besides its own. `None` means that a field is not filled in.
///
/// [XEP-0348 §8.1](https://xmpp.org/extensions/xep-0348.html#fieldstandardization)
#[doc(alias("XEP-0348", "XEP0348", "0348"))]
#[doc(alias("urn:xmpp:xdata:signature:oauth1"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:xdata:signature:oauth1", crate = crate)]
#[non_exhaustive]
pub struct Signature {
    /// The version of the protocol: `1.0`.
    #[form(var = "oauth_version", kind = "hidden", strict)]
    pub version: Option<String>,
    /// The signature method: `HMAC-SHA1`, `RSA-SHA1`, or `PLAINTEXT`, which proves nothing.
    #[form(var = "oauth_signature_method", kind = "hidden", strict)]
    pub method: Option<String>,
    /// The token that the form was generated with.
    #[form(var = "oauth_token", kind = "hidden", strict)]
    pub token: Option<Secret<String>>,
    /// The secret of the token.
    #[form(var = "oauth_token_secret", kind = "hidden", strict)]
    pub token_secret: Option<Secret<String>>,
    /// A nonce: a string that the signer never uses again.
    #[form(var = "oauth_nonce", kind = "hidden", strict)]
    pub nonce: Option<String>,
    /// The time of signing, in seconds since 1970.
    #[form(var = "oauth_timestamp", kind = "hidden", strict)]
    pub timestamp: Option<u64>,
    /// The key that identifies the signer.
    #[form(var = "oauth_consumer_key", kind = "hidden", strict)]
    pub consumer_key: Option<String>,
    /// The signature.
    #[form(var = "oauth_signature", kind = "hidden", strict)]
    pub signature: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
