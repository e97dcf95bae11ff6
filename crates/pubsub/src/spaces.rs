//! Spaces: related rooms and other entities, listed as the items of a node.
//!
//! An entity can claim to belong to any space; only the items of the node confirm it.
//!
//! [XEP-0503, Server-side Spaces](https://xmpp.org/extensions/xep-0503.html)

use alloc::string::String;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;

/// The type of nodes that are spaces, and the feature of entities that belong to one.
pub const NS: &str = "urn:xmpp:spaces:0";

/// The identifier of the item with the avatar of a space.
///
/// [XEP-0503 §5.2.1](https://xmpp.org/extensions/xep-0503.html#space-images)
pub const AVATAR: &str = "urn:xmpp:spaces:avatar:metadata:0";

/// The identifier of the item with the banner of a space.
///
/// [XEP-0503 §5.2.1](https://xmpp.org/extensions/xep-0503.html#space-images)
pub const BANNER: &str = "urn:xmpp:spaces:banner:metadata:0";

/// The space that an entity claims to belong to: a form in its disco#info.
///
/// ```
/// use xmpp_data_forms::form::Form;
/// use xmpp_pubsub::spaces::Membership;
///
/// let form: Form = xmpp_xml::from_str(
///     "<x xmlns='jabber:x:data' type='result'>\
///      <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:spaces:0</value></field>\
///      <field var='parent'><value>xmpp:pubsub.example?;node=dev</value></field></x>",
/// )?;
/// let membership: Membership = form.parse()?;
/// assert_eq!(membership.parent.as_deref(), Some("xmpp:pubsub.example?;node=dev"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [XEP-0503 §5.5](https://xmpp.org/extensions/xep-0503.html#membership-advertising)
#[doc(alias("XEP-0503", "XEP0503", "0503"))]
#[doc(alias("urn:xmpp:spaces:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Membership {
    /// The URI of the node. `None` if not specified.
    #[form(var = "parent", kind = "text-single")]
    pub parent: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
