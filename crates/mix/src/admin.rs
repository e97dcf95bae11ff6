//! The configuration of a channel.
//!
//! ```
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_jid::Jid;
//! use xmpp_mix::admin::{Configuration, Group};
//!
//! let mut configuration = Configuration::new(FormKind::Submit);
//! configuration.owners.push(Jid::new("hecate@shakespeare.example")?);
//! configuration.messages_subscription = Some(Group::Allowed);
//! assert_eq!(configuration.to_form().value("Messages Node Subscription"), Some("allowed"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0406, Mediated Information eXchange (MIX): MIX Administration](https://xmpp.org/extensions/xep-0406.html)

use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{DateTime, OtherToken, Xml};

/// The namespace, and the `FORM_TYPE` of a [`Configuration`].
pub const NS: &str = "urn:xmpp:mix:admin:0";

/// The configuration of a channel: the payload of the item of [`CONFIGURATION`](crate::node::CONFIGURATION). `None` means the
/// default; when something is changed, that it stays as it is.
///
/// [XEP-0406 §2.4](https://xmpp.org/extensions/xep-0406.html#config-node)
#[doc(alias("XEP-0406", "XEP0406", "0406"))]
#[doc(alias("urn:xmpp:mix:admin:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Configuration {
    /// Who made the last change, which the channel fills in.
    #[form(var = "Last Change Made By", kind = "jid-single")]
    pub last_change_by: Option<Jid>,
    /// The owners, one of whom there must be at least.
    #[form(var = "Owner", kind = "jid-multi", strict)]
    pub owners: Vec<Jid>,
    /// The administrators.
    #[form(var = "Administrator", kind = "jid-multi", strict)]
    pub administrators: Vec<Jid>,
    /// When the channel is destroyed. By default never.
    #[form(var = "End of Life", kind = "text-single", strict)]
    pub end_of_life: Option<DateTime>,
    /// The nodes that there are, beside the configuration. By default all.
    #[form(var = "Nodes Present", kind = "list-multi", strict)]
    pub nodes: Vec<ChannelNode>,
    /// Who may subscribe to messages. By default [`Group::Participants`].
    #[form(var = "Messages Node Subscription", kind = "list-single", strict)]
    pub messages_subscription: Option<Group>,
    /// Who may subscribe to presence. By default [`Group::Participants`].
    #[form(var = "Presence Node Subscription", kind = "list-single", strict)]
    pub presence_subscription: Option<Group>,
    /// Who may subscribe to the participants. By default [`Group::Participants`].
    #[form(var = "Participants Node Subscription", kind = "list-single", strict)]
    pub participants_subscription: Option<Group>,
    /// Who may subscribe to the information. By default [`Group::Participants`].
    #[form(var = "Information Node Subscription", kind = "list-single", strict)]
    pub information_subscription: Option<Group>,
    /// Who may subscribe to the list of those who are allowed. By default [`Group::Admins`].
    #[form(var = "Allowed Node Subscription", kind = "list-single", strict)]
    pub allowed_subscription: Option<Group>,
    /// Who may subscribe to the list of those who are banned. By default [`Group::Admins`].
    #[form(var = "Banned Node Subscription", kind = "list-single", strict)]
    pub banned_subscription: Option<Group>,
    /// Who may read the configuration and subscribe to it. By default [`Group::Owners`].
    #[form(var = "Configuration Node Access", kind = "list-single", strict)]
    pub configuration_access: Option<Group>,
    /// Who may change the information. By default [`Group::Admins`].
    #[form(var = "Information Node Update Rights", kind = "list-single", strict)]
    pub information_update: Option<Group>,
    /// Who may change the avatar. By default [`Group::Admins`].
    #[form(var = "Avatar Nodes Update Rights", kind = "list-single", strict)]
    pub avatar_update: Option<Group>,
    /// Whether anybody may share presence with the channel, not only participants. By default not.
    #[form(var = "Open Presence", kind = "boolean", strict)]
    pub open_presence: Option<bool>,
    /// Whether participants have to share their presence. By default not.
    #[form(var = "Participants Must Provide Presence", kind = "boolean")]
    pub must_provide_presence: Option<bool>,
    /// Whether participants may retract their own messages. By default not.
    #[form(var = "User Message Retraction", kind = "boolean")]
    pub user_retraction: Option<bool>,
    /// Who may retract anybody's messages. By default [`Group::Owners`].
    #[form(
        var = "Administrator Message Retraction Rights",
        kind = "list-single",
        strict
    )]
    pub administrator_retraction: Option<Group>,
    /// Whether participants may invite others. By default not.
    #[form(
        var = "Participation Addition by Invitation from Participant",
        kind = "boolean"
    )]
    pub invitation_by_participant: Option<bool>,
    /// Whether participants may send each other private messages. By default they may.
    #[form(var = "Private Messages", kind = "boolean", strict)]
    pub private_messages: Option<bool>,
    /// The opposite of [`private_messages`](Self::private_messages), as the examples have it.
    #[form(var = "No Private Messages", kind = "boolean", strict)]
    pub no_private_messages: Option<bool>,
    /// Whether participants have to have nicknames. By default they have.
    #[form(var = "Mandatory Nicks", kind = "boolean")]
    pub mandatory_nicks: Option<bool>,
    /// Whether the channel hides addresses ([XEP-0404 §2.2](https://xmpp.org/extensions/xep-0404.html#proxy-jid-services)), in the examples
    /// alone.
    #[form(var = "JID Visibility", kind = "list-single", strict)]
    pub jid_visibility: Option<Visibility>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Whom something is allowed: each group has the ones before it in it.
///
/// [XEP-0406 §2.1](https://xmpp.org/extensions/xep-0406.html#roles)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Group {
    /// `nobody`
    Nobody,
    /// `owners`
    Owners,
    /// `admins`: administrators.
    Admins,
    /// `participants`
    Participants,
    /// `allowed`: who may be a participant.
    Allowed,
    /// `anyone`: everybody, whether banned or not.
    Anyone,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A node of a channel.
///
/// [XEP-0406 §2.4](https://xmpp.org/extensions/xep-0406.html#config-node)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ChannelNode {
    /// `participants`: [`PARTICIPANTS`](crate::node::PARTICIPANTS).
    Participants,
    /// `presence`: [`PRESENCE`](crate::node::PRESENCE).
    Presence,
    /// `information`: [`INFORMATION`](crate::node::INFORMATION).
    Information,
    /// `allowed`: [`ALLOWED`](crate::node::ALLOWED).
    Allowed,
    /// `banned`: [`BANNED`](crate::node::BANNED).
    Banned,
    /// `jidmap-visible`: [`JID_MAP`](crate::node::JID_MAP).
    JidmapVisible,
    /// `avatar`: the two nodes of an avatar.
    Avatar,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether a channel hides the addresses of its participants. The specification names one of the words, in an example.
///
/// [XEP-0406 §3.2](https://xmpp.org/extensions/xep-0406.html#usecases-admin)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Visibility {
    /// `jid-mandatory-visible`: it shows all.
    JidMandatoryVisible,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
