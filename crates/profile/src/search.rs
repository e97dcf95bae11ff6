//! Searching a directory, most often for people.
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

/// The namespace, the feature of a directory, and the type of its forms.
pub const NS: &str = "jabber:iq:search";

/// In an iq of type `get`, and then empty, asks which fields can be searched; the answer has them, empty or with what is
/// known. In an iq of type `set`, searches; the answer has what was found.
///
/// A directory that asks for more than the fields has a [`form`](Self::form), which searches and answers alike.
///
/// [XEP-0055 §2.1](https://xmpp.org/extensions/xep-0055.html#usecases-search)
#[doc(alias("XEP-0055", "XEP0055", "0055"))]
#[doc(alias("jabber:iq:search"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks for the fields; as an answer, nothing was found.", with)]
#[non_exhaustive]
pub struct Query {
    /// Answer: what people should know who fill this in. `None` means that there is nothing to say.
    #[xml(child_text)]
    pub instructions: Option<String>,
    /// The given name. `None` means that it is not asked for, or does not matter; so with the fields that follow.
    #[xml(child_text, strict)]
    pub first: Option<String>,
    /// The family name.
    #[xml(child_text, strict)]
    pub last: Option<String>,
    /// What friends call the person.
    #[xml(child_text, strict)]
    pub nick: Option<String>,
    /// The email address.
    #[xml(child_text, strict)]
    pub email: Option<String>,
    /// What was found.
    #[xml(child)]
    pub items: Vec<Item>,
    /// The form: to fill in, filled in ([`Search`]), or with what was found. `None` means that the fields are all there is.
    ///
    /// [XEP-0055 §3](https://xmpp.org/extensions/xep-0055.html#extensibility)
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Which page of what was found is wanted, or which one this is. `None` means all of it.
    ///
    /// [XEP-0059 §2.1](https://xmpp.org/extensions/xep-0059.html#limit)
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Somebody who was found.
///
/// [XEP-0055 §2.1](https://xmpp.org/extensions/xep-0055.html#usecases-search)
#[doc(alias("XEP-0055", "XEP0055", "0055"))]
#[doc(alias("jabber:iq:search"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "This address, of which nothing else is known.", with)]
#[non_exhaustive]
pub struct Item {
    /// The address.
    #[xml(attribute)]
    pub jid: Jid,
    /// The given name. `None` means not known, as with the fields that follow.
    #[xml(child_text)]
    pub first: Option<String>,
    /// The family name.
    #[xml(child_text)]
    pub last: Option<String>,
    /// What friends call the person.
    #[xml(child_text)]
    pub nick: Option<String>,
    /// The email address.
    #[xml(child_text)]
    pub email: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What to search for, as a form. Directories have fields of their own beside these; they are in [`form`](Self::form), and
/// so are the rows of what was found.
///
/// `None` means that the field is not asked for, or does not matter.
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
    /// What friends call the person.
    #[form(var = "nick", kind = "text-single", strict)]
    pub nick: Option<String>,
    /// The email address.
    #[form(var = "email", kind = "text-single", strict)]
    pub email: Option<String>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
