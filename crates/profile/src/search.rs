//! Searching a directory, usually for users.
//!
//! [XEP-0055, Jabber Search](https://xmpp.org/extensions/xep-0055.html), with the pages of
//! [XEP-0059, Result Set Management](https://xmpp.org/extensions/xep-0059.html#examples).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{Extra, Xml};

/// The namespace, the feature of a directory, and the `FORM_TYPE` of its forms.
pub const NS: &str = "jabber:iq:search";

/// In an iq of type `get`, and empty, a request for the searchable fields; the result has them, empty or with known
/// values. In an iq of type `set`, a search; the result has the matches.
///
/// A directory with further fields has a [`form`](Self::form), for both searches and results.
///
/// [XEP-0055 §2.1](https://xmpp.org/extensions/xep-0055.html#usecases-search)
#[doc(alias("XEP-0055", "XEP0055", "0055"))]
#[doc(alias("jabber:iq:search"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the fields, or a result without matches.", with)]
#[non_exhaustive]
pub struct Query {
    /// In a result: instructions for the user. `None` if there are none.
    #[xml(child_text)]
    pub instructions: Option<String>,
    /// The given name. `None` if not searchable or not searched for, as for the fields that follow.
    #[xml(child_text, strict)]
    pub first: Option<String>,
    /// The family name.
    #[xml(child_text, strict)]
    pub last: Option<String>,
    /// The nickname.
    #[xml(child_text, strict)]
    pub nick: Option<String>,
    /// The email address.
    #[xml(child_text, strict)]
    pub email: Option<String>,
    /// The matches.
    #[xml(child)]
    pub items: Vec<Item>,
    /// The form: to fill in, submitted ([`Search`]), or with the matches. `None` if there are no further fields.
    ///
    /// [XEP-0055 §3](https://xmpp.org/extensions/xep-0055.html#extensibility)
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// In a search, the wanted page of the matches; in the result, the returned one. `None` means all of them.
    ///
    /// [XEP-0059 §2.1](https://xmpp.org/extensions/xep-0059.html#limit)
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A matching user.
///
/// [XEP-0055 §2.1](https://xmpp.org/extensions/xep-0055.html#usecases-search)
#[doc(alias("XEP-0055", "XEP0055", "0055"))]
#[doc(alias("jabber:iq:search"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "The user with this JID, without further data.", with)]
#[non_exhaustive]
pub struct Item {
    /// The JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// The given name. `None` if unknown, as for the fields that follow.
    #[xml(child_text)]
    pub first: Option<String>,
    /// The family name.
    #[xml(child_text)]
    pub last: Option<String>,
    /// The nickname.
    #[xml(child_text)]
    pub nick: Option<String>,
    /// The email address.
    #[xml(child_text)]
    pub email: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The search fields as a form. Directories have further fields, which are in [`form`](Self::form), as are the rows with
/// the matches.
///
/// `None` means that a field is not searchable or not searched for.
///
/// [XEP-0055 §7.2](https://xmpp.org/extensions/xep-0055.html#registrar-formtypes)
#[doc(alias("XEP-0055", "XEP0055", "0055"))]
#[doc(alias("jabber:iq:search"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Search {
    /// The given name.
    #[form(var = "first", kind = "text-single", strict)]
    pub first: Option<String>,
    /// The family name.
    #[form(var = "last", kind = "text-single", strict)]
    pub last: Option<String>,
    /// The nickname.
    #[form(var = "nick", kind = "text-single", strict)]
    pub nick: Option<String>,
    /// The email address.
    #[form(var = "email", kind = "text-single", strict)]
    pub email: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
