//! Registration with a host.
//!
//! [XEP-0077, In-Band Registration](https://xmpp.org/extensions/xep-0077.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_xml::{Element, Error, Extra, RawElement, Secret, Xml, payloads};

/// The namespace, the feature of an entity that supports registration, and the `FORM_TYPE` of the form.
pub const NS: &str = "jabber:iq:register";

/// The namespace of out-of-band data (XEP-0066), for redirection to a web page.
const OUT_OF_BAND: &str = "jabber:x:oob";

/// In an iq of type `get`, and empty, a request for the required fields. The result has each of them, empty or, for a
/// registered user, with the current value. In an iq of type `set`, the completed fields, a new password,
/// or a request to unregister.
///
/// A field with `None` is not requested or not specified, unlike one with an empty text. All fields are texts in any
/// format.
///
/// A form takes precedence over the fields, and the fields over a [redirection](Self::redirect_url); a request of
/// type `set` contains the form or the fields, but not both.
///
/// [XEP-0077 §3](https://xmpp.org/extensions/xep-0077.html#usecases)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("jabber:iq:register"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the required fields.", with)]
#[non_exhaustive]
pub struct Query {
    /// In a result: whether the requester is registered.
    #[xml(flag = "registered")]
    pub registered: bool,
    /// In a result: instructions for the user. `None` if there are none.
    #[xml(child_text = "instructions")]
    pub instructions: Option<String>,
    /// The user name.
    #[xml(child_text = "username", strict)]
    pub username: Option<String>,
    /// The nickname.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The password. In an iq of type `set`, an empty one changes nothing.
    #[xml(child_text = "password", strict)]
    pub password: Option<Secret<String>>,
    /// The full name.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// The given name.
    #[xml(child_text = "first")]
    pub first: Option<String>,
    /// The family name.
    #[xml(child_text = "last")]
    pub last: Option<String>,
    /// The email address.
    #[xml(child_text = "email")]
    pub email: Option<String>,
    /// The street address.
    #[xml(child_text = "address")]
    pub address: Option<String>,
    /// The city.
    #[xml(child_text = "city")]
    pub city: Option<String>,
    /// The region.
    #[xml(child_text = "state")]
    pub state: Option<String>,
    /// The postal code.
    #[xml(child_text = "zip")]
    pub zip: Option<String>,
    /// The telephone number.
    #[xml(child_text = "phone")]
    pub phone: Option<String>,
    /// A web page.
    #[xml(child_text = "url")]
    pub url: Option<String>,
    /// Some date.
    #[xml(child_text = "date")]
    pub date: Option<String>,
    /// Any text. Obsolete.
    #[xml(child_text = "misc")]
    pub misc: Option<String>,
    /// Any text. Obsolete.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// A key that matches the answer to the request, to be returned unchanged. Obsolete.
    ///
    /// [XEP-0077 §7](https://xmpp.org/extensions/xep-0077.html#key)
    #[xml(child_text = "key")]
    pub key: Option<String>,
    /// In an iq of type `set`, whether to unregister. Nothing else is allowed beside it.
    #[xml(flag = "remove")]
    pub remove: bool,
    /// The form, which may have more fields: a [`Registration`](crate::forms::Registration); in an error also a
    /// [`Cancellation`](crate::forms::Cancellation) or [`PasswordChange`](crate::forms::PasswordChange) that must be
    /// submitted first. `None` if there is none.
    ///
    /// [XEP-0077 §4](https://xmpp.org/extensions/xep-0077.html#extensibility)
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Payloads of other specifications, such as a redirection:
    /// [`redirect_url`](Self::redirect_url) finds that.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Registers with this user name and password, or changes the password of a registered user.
    ///
    /// [XEP-0077 §3.3](https://xmpp.org/extensions/xep-0077.html#usecases-changepw)
    #[must_use]
    pub fn of_account(username: &str, password: &str) -> Self {
        Self {
            username: Some(String::from(username)),
            password: Some(password.into()),
            ..Self::default()
        }
    }

    /// Unregisters.
    ///
    /// [XEP-0077 §3.2](https://xmpp.org/extensions/xep-0077.html#usecases-cancel)
    #[must_use]
    pub fn remove() -> Self {
        Self {
            remove: true,
            ..Self::default()
        }
    }

    /// The fields that are present, by element name and in order of declaration: in a result, the required ones, with their
    /// current values.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("username", self.username.as_deref()),
            ("nick", self.nick.as_deref()),
            ("password", self.password.as_deref()),
            ("name", self.name.as_deref()),
            ("first", self.first.as_deref()),
            ("last", self.last.as_deref()),
            ("email", self.email.as_deref()),
            ("address", self.address.as_deref()),
            ("city", self.city.as_deref()),
            ("state", self.state.as_deref()),
            ("zip", self.zip.as_deref()),
            ("phone", self.phone.as_deref()),
            ("url", self.url.as_deref()),
            ("date", self.date.as_deref()),
            ("misc", self.misc.as_deref()),
            ("text", self.text.as_deref()),
            ("key", self.key.as_deref()),
        ];
        all.into_iter()
            .filter_map(|(name, field)| Some((name, field?)))
    }

    /// The URL of a web page for registering instead or in addition, from the first out-of-band element. `None` if there is
    /// none.
    ///
    /// [XEP-0077 §5](https://xmpp.org/extensions/xep-0077.html#redirect)
    #[must_use]
    pub fn redirect_url(&self) -> Option<String> {
        let out_of_band = self.payloads.iter().find(|raw| raw.is(OUT_OF_BAND, "x"))?;
        let url = out_of_band.node().child(OUT_OF_BAND, "url")?;
        Some(String::from(xmpp_xml::trim(&url.text())))
    }

    /// The first payload that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// The payload is there, but something that `T` requires is missing or invalid. The path of the error begins at `/query`;
    /// its offset counts from the start of the payload.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/query")
    }
}
