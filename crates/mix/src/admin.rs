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

/// The configuration of a channel: the payload of the item of [`CONFIGURATION`](crate::node::CONFIGURATION). `None` means
/// the default; in a change, that the value stays as it is.
///
/// [XEP-0406 §2.4](https://xmpp.org/extensions/xep-0406.html#config-node)
#[doc(alias("XEP-0406", "XEP0406", "0406"))]
#[doc(alias("urn:xmpp:mix:admin:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Configuration {
    /// Who made the last change; filled in by the channel.
    #[form(var = "Last Change Made By", kind = "jid-single")]
    pub last_change_by: Option<Jid>,
    /// The owners, at least one.
    #[form(var = "Owner", kind = "jid-multi", strict)]
    pub owners: Vec<Jid>,
    /// The administrators.
    #[form(var = "Administrator", kind = "jid-multi", strict)]
    pub administrators: Vec<Jid>,
    /// When the channel is destroyed. `None` means never.
    #[form(var = "End of Life", kind = "text-single", strict)]
    pub end_of_life: Option<DateTime>,
    /// The nodes of the channel besides the configuration. By default all.
    #[form(var = "Nodes Present", kind = "list-multi", strict)]
    pub nodes: Vec<ChannelNode>,
    /// Who may subscribe to messages. By default [`Group::Participants`].
    #[form(var = "Messages Node Subscription", kind = "list-single", strict)]
    pub messages_subscription: Option<Group>,
    /// Who may subscribe to presence. By default [`Group::Participants`].
    #[form(var = "Presence Node Subscription", kind = "list-single", strict)]
    pub presence_subscription: Option<Group>,
    /// Who may subscribe to the list of participants. By default [`Group::Participants`].
    #[form(var = "Participants Node Subscription", kind = "list-single", strict)]
    pub participants_subscription: Option<Group>,
    /// Who may subscribe to the information. By default [`Group::Participants`].
    #[form(var = "Information Node Subscription", kind = "list-single", strict)]
    pub information_subscription: Option<Group>,
    /// Who may subscribe to the list of allowed users. By default [`Group::Admins`].
    #[form(var = "Allowed Node Subscription", kind = "list-single", strict)]
    pub allowed_subscription: Option<Group>,
    /// Who may subscribe to the list of banned users. By default [`Group::Admins`].
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
    /// Whether anybody may share presence with the channel, not only participants. Default: `false`.
    #[form(var = "Open Presence", kind = "boolean", strict)]
    pub open_presence: Option<bool>,
    /// Whether participants have to share their presence. Default: `false`.
    #[form(var = "Participants Must Provide Presence", kind = "boolean", strict)]
    pub must_provide_presence: Option<bool>,
    /// Whether participants may retract their own messages. Default: `false`.
    #[form(var = "User Message Retraction", kind = "boolean", strict)]
    pub user_retraction: Option<bool>,
    /// Who may retract anybody's messages. By default [`Group::Owners`].
    #[form(
        var = "Administrator Message Retraction Rights",
        kind = "list-single",
        strict
    )]
    pub administrator_retraction: Option<Group>,
    /// Whether participants may invite others. Default: `false`.
    #[form(
        var = "Participation Addition by Invitation from Participant",
        kind = "boolean",
        strict
    )]
    pub invitation_by_participant: Option<bool>,
    /// Whether participants may send each other private messages. Default: `true`.
    #[form(var = "Private Messages", kind = "boolean", strict)]
    pub private_messages: Option<bool>,
    /// The opposite of [`private_messages`](Self::private_messages), used in the XEP's examples.
    #[form(var = "No Private Messages", kind = "boolean", strict)]
    pub no_private_messages: Option<bool>,
    /// Whether participants must have nicknames. Default: `true`.
    #[form(var = "Mandatory Nicks", kind = "boolean", strict)]
    pub mandatory_nicks: Option<bool>,
    /// Whether the channel hides addresses ([XEP-0404 §2.2](https://xmpp.org/extensions/xep-0404.html#proxy-jid-services)),
    /// which occurs only in the XEP's examples.
    #[form(var = "JID Visibility", kind = "list-single", strict)]
    pub jid_visibility: Option<Visibility>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// A group of users with a permission; each group includes the ones before it.
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
    /// `allowed`: everybody who may become a participant.
    Allowed,
    /// `anyone`: everybody, even if banned.
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

/// Whether a channel hides the addresses of its participants. The XEP shows only one value, in an example.
///
/// [XEP-0406 §3.2](https://xmpp.org/extensions/xep-0406.html#usecases-admin)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Visibility {
    /// `jid-mandatory-visible`: all addresses are visible.
    JidMandatoryVisible,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
