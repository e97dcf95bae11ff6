//! Emoji as an answer to a message.
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

/// All reactions of the sender to a message, in the place of those that they sent before.
///
/// [`is_same`](crate::sender::is_same) says whether those before are by the same sender. One that comes
/// [late](xmpp_vocabulary::delay) does not replace what was sent after it.
///
/// [XEP-0444 §3](https://xmpp.org/extensions/xep-0444.html#sending-reactions)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reactions")]
#[xml(new = "These reactions to the message with this identifier; with none, those before are taken back.", parameters = [id, reactions])]
#[non_exhaustive]
pub struct Reactions {
    /// The identifier of the message, by which [`reference_id`](crate::identity::reference_id) speaks of it.
    #[xml(attribute)]
    pub id: String,
    /// The reactions, of which each should be one emoji. An empty list takes back those before.
    #[xml(child_text = "reaction")]
    pub reactions: Vec<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reactions {
    /// The reactions in their order, each once: one that is repeated does not count again.
    ///
    /// [XEP-0444 §4](https://xmpp.org/extensions/xep-0444.html#rules)
    pub fn distinct(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        let all = self.reactions.iter().map(String::as_str);
        all.filter(move |reaction| seen.insert(*reaction))
    }
}

/// Which reactions an entity accepts, among what it says of itself in answer to disco#info.
///
/// Absence means that there is no such restriction, so a value that is invalid is always an error.
///
/// [XEP-0444 §2.2](https://xmpp.org/extensions/xep-0444.html#disco-restricted)
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:reactions:0:restrictions")]
#[non_exhaustive]
pub struct Restrictions {
    /// How many reactions to one message anybody may have. `None` for any number.
    #[form(var = "max_reactions_per_user", kind = "text-single", strict)]
    pub max_reactions_per_user: Option<u32>,
    /// The emoji that are accepted. All, where there is no such field.
    #[form(var = "allowlist", kind = "text-multi", strict)]
    pub allow_list: Vec<String>,
    /// The form that has all of this and what is not named here.
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
