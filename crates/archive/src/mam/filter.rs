//! Which messages of an archive are wanted.

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{FORM_TYPE, Field, Form};
use xmpp_jid::Jid;
use xmpp_xml::DateTime;

/// The conditions of a query, all of which a message must meet. [`Query::with_filter`](super::Query::with_filter) puts them
/// into a query, [`Query::filter`](super::Query::filter) takes them out of one, in each version of the protocol.
///
/// [XEP-0313 §4.1](https://xmpp.org/extensions/xep-0313.html#filter)
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:mam:2")]
#[non_exhaustive]
pub struct Filter {
    /// With whom the message was exchanged; a bare JID stands for all of its resources. In the archive of a room, who has
    /// sent it. `None` means anybody.
    #[form(var = "with", kind = "jid-single", strict)]
    pub with: Option<Jid>,
    /// The earliest time at which the archive received it. `None` means the beginning of the archive.
    #[form(var = "start", kind = "text-single", strict)]
    pub start: Option<DateTime>,
    /// The latest time at which the archive received it. `None` means the end of the archive.
    #[form(var = "end", kind = "text-single", strict)]
    pub end: Option<DateTime>,
    /// It comes before the message with this id; the archive must be [`EXTENDED`](super::EXTENDED). `None` means the end of
    /// the archive.
    #[form(var = "before-id", kind = "text-single", strict)]
    pub before_id: Option<String>,
    /// It comes after the message with this id; the archive must be [`EXTENDED`](super::EXTENDED). `None` means the
    /// beginning of the archive.
    #[form(var = "after-id", kind = "text-single", strict)]
    pub after_id: Option<String>,
    /// It has one of these ids; the archive must be [`EXTENDED`](super::EXTENDED). None of them means any id.
    #[form(var = "ids", kind = "list-multi", strict)]
    pub ids: Vec<String>,
    /// Whether it may be from a room; the archive must have the feature [`GROUPCHAT_FIELD`](super::GROUPCHAT_FIELD).
    /// `None` leaves that to the archive.
    #[form(var = "include-groupchat", kind = "boolean", strict)]
    pub include_groupchat: Option<bool>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

impl Filter {
    /// The fields of the form that are not named here. An archive that does not know one of them must refuse the query
    /// with `feature-not-implemented`: it would send what was not asked for.
    ///
    /// [XEP-0313 §4.1.5](https://xmpp.org/extensions/xep-0313.html#query-form)
    pub fn other_fields(&self) -> impl Iterator<Item = &Field> {
        let is_known = |var: &str| var == FORM_TYPE || Self::FIELDS.iter().any(|f| f.var == var);
        let fields = self.form.fields.iter();
        fields.filter(move |field| !field.var.as_deref().is_some_and(is_known))
    }
}
