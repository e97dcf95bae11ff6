//! Channels that hide the addresses of their participants, and the preferences of participants.
//!
//! [XEP-0404, Mediated Information eXchange (MIX): JID Hidden Channels](https://xmpp.org/extensions/xep-0404.html)

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_data_forms::form_type::FormError;
use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:mix:anon:0";

/// The hidden address of a participant: the payload of an item of [`JID_MAP`](crate::node::JID_MAP). The item ID is the
/// stable participant ID.
///
/// [XEP-0404 §2.5](https://xmpp.org/extensions/xep-0404.html#concepts-nodes)
#[doc(alias("XEP-0404", "XEP0404", "0404"))]
#[doc(alias("urn:xmpp:mix:anon:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "participant", derive(Debug, PartialEq, Eq))]
#[xml(new = "The participant with this address.")]
#[non_exhaustive]
pub struct Participant {
    /// The address of the account.
    #[xml(child_text = "jid")]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The preferences of a participant. Empty in an iq of type `get` to a channel, whose result has the form to fill in. In an
/// iq of type `set`, it changes preferences; the result has all of them.
///
/// ```
/// use xmpp_data_forms::FormType as _;
/// use xmpp_data_forms::form::FormKind;
/// use xmpp_mix::privacy::{JidVisibility, Preferences, UserPreference};
///
/// let mut preferences = Preferences::new(FormKind::Submit);
/// preferences.jid_visibility = Some(JidVisibility::Never);
/// let set = UserPreference::set(&preferences);
/// assert_eq!(set.preferences()?.expect("some").jid_visibility, Some(JidVisibility::Never));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [XEP-0404 §3.1](https://xmpp.org/extensions/xep-0404.html#usecase-visibilty-pref)
#[doc(alias("XEP-0404", "XEP0404", "0404"))]
#[doc(alias("urn:xmpp:mix:anon:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "user-preference", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the form.", with)]
#[non_exhaustive]
pub struct UserPreference {
    /// The form, which [`preferences`](Self::preferences) reads. `None` in a request for it.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl UserPreference {
    /// A request to change these preferences.
    #[must_use]
    pub fn set(preferences: &Preferences) -> Self {
        Self::new().with_form(preferences.submit())
    }

    /// The preferences. `None` in a request for the form.
    ///
    /// # Errors
    /// The form has another `FORM_TYPE`, or a field has an invalid value.
    pub fn preferences(&self) -> Result<Option<Preferences>, FormError> {
        self.form.as_ref().map(Form::parse).transpose()
    }
}

/// The preferences of a participant. `None` means the default of the channel; in a change, that the value stays as it is.
///
/// [XEP-0404 §3.1](https://xmpp.org/extensions/xep-0404.html#usecase-visibilty-pref)
#[doc(alias("XEP-0404", "XEP0404", "0404"))]
#[doc(alias("urn:xmpp:mix:anon:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Preferences {
    /// Who may see the address.
    #[form(var = "JID Visibility", kind = "list-single", options, strict)]
    pub jid_visibility: Option<JidVisibility>,
    /// Whether others may send private messages.
    #[form(var = "Private Messages", kind = "list-single", options, strict)]
    pub private_messages: Option<Permission>,
    /// Whether others may ask for the vCard.
    #[form(var = "vCard", kind = "list-single", options, strict)]
    pub vcard: Option<Permission>,
    /// Whether others may see the presence.
    #[form(var = "Presence", kind = "list-single", options, strict)]
    pub presence: Option<Sharing>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Who may see the address of a participant.
///
/// [XEP-0404 §3.1](https://xmpp.org/extensions/xep-0404.html#usecase-visibilty-pref)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum JidVisibility {
    /// `default`: everybody, if the channel shows all addresses.
    Default,
    /// `never`: nobody, and the participant leaves the channel where it shows all addresses.
    Never,
    /// `always`: everybody, and the participant leaves the channel where it hides all addresses.
    Always,
    /// `prefer not`: everybody only if the channel shows all addresses.
    #[xml(token = "prefer not")]
    PreferNot,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether something is permitted.
///
/// [XEP-0404 §3.1](https://xmpp.org/extensions/xep-0404.html#usecase-visibilty-pref)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Permission {
    /// `allow`: permitted.
    Allow,
    /// `block`: not permitted.
    Block,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether presence is shared with a channel.
///
/// [XEP-0404 §3.1](https://xmpp.org/extensions/xep-0404.html#usecase-visibilty-pref)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Sharing {
    /// `share`: presence is shared.
    Share,
    /// `not share`: presence is not shared.
    #[xml(token = "not share")]
    NotShare,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
