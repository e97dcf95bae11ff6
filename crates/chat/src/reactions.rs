//! Emoji reactions to a message.
//!
//! [XEP-0444, Message Reactions](https://xmpp.org/extensions/xep-0444.html)

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:reactions:0";

/// The sender's reactions to a message. They replace all that the same sender sent before.
///
/// [`is_same`](crate::sender::is_same) decides whether the sender is the same. [Delayed](xmpp_vocabulary::delay)
/// reactions do not replace newer ones.
///
/// [XEP-0444 §3](https://xmpp.org/extensions/xep-0444.html#sending-reactions)
#[doc(alias("XEP-0444", "XEP0444", "0444"))]
#[doc(alias("urn:xmpp:reactions:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reactions", derive(Debug, PartialEq, Eq))]
#[xml(new = "Reacts to the message with this identifier. An empty list removes all reactions.", parameters = [id, reactions])]
#[non_exhaustive]
pub struct Reactions {
    /// The identifier of the message: see [`reference_id`](crate::identity::reference_id).
    #[xml(attribute)]
    pub id: String,
    /// The reactions, each of which should be one emoji. An empty list removes all.
    #[xml(child_text = "reaction")]
    pub reactions: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reactions {
    /// The reactions in their order, without duplicates.
    ///
    /// [XEP-0444 §4](https://xmpp.org/extensions/xep-0444.html#rules)
    pub fn distinct(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        let all = self.reactions.iter().map(String::as_str);
        all.filter(move |reaction| seen.insert(*reaction))
    }
}

/// The restrictions on reactions that an entity advertises in its disco#info.
///
/// A missing field means no restriction, so an invalid value is always an error.
///
/// [XEP-0444 §2.2](https://xmpp.org/extensions/xep-0444.html#disco-restricted)
#[doc(alias("XEP-0444", "XEP0444", "0444"))]
#[doc(alias("urn:xmpp:reactions:0:restrictions"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:reactions:0:restrictions")]
#[non_exhaustive]
pub struct Restrictions {
    /// The maximum number of reactions of one user to a message. `None` means any number.
    #[form(var = "max_reactions_per_user", kind = "text-single", strict)]
    pub max_reactions_per_user: Option<u32>,
    /// The emoji that are accepted. Without this field, all are.
    #[form(var = "allowlist", kind = "text-multi", strict)]
    pub allow_list: Vec<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Restrictions {
    /// Whether these reactions are accepted.
    #[must_use]
    pub fn allow(&self, reactions: &Reactions) -> bool {
        let lists = self.form.field(Self::ALLOW_LIST).is_some() || !self.allow_list.is_empty();
        let listed: BTreeSet<_> = self.allow_list.iter().map(String::as_str).collect();
        let count = reactions.distinct().count();
        let max = self.max_reactions_per_user;
        max.is_none_or(|max| u32::try_from(count).is_ok_and(|count| count <= max))
            && (!lists
                || reactions
                    .distinct()
                    .all(|reaction| listed.contains(reaction)))
    }
}
