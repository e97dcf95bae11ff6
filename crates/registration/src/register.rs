//! What a host wants to know, and what it is told.
//!
//! [XEP-0077, In-Band Registration](https://xmpp.org/extensions/xep-0077.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_xml::{Element, Error, Extra, RawElement, Secret, Xml, payloads};

/// The namespace, the feature of an entity that one can register with, and the `FORM_TYPE` of the form.
pub const NS: &str = "jabber:iq:register";

/// The namespace of what sends somebody to the web: XEP-0066.
const OUT_OF_BAND: &str = "jabber:x:oob";

/// In an iq of type `get`, and then empty, asks what the host wants to know. The answer has each of these fields, empty
/// or, of somebody who is registered, with what is known. In an iq of type `set`, the fields filled in, a new password,
/// or the end of the registration.
///
/// A field that is absent is not asked for or not told, which an empty one is: it is there as an empty text. All are
/// texts in no set form.
///
/// A form has precedence over the fields, and the fields over a [redirection](Self::redirect_url); whoever answers
/// sends the form or the fields and not both.
///
/// [XEP-0077 §3](https://xmpp.org/extensions/xep-0077.html#usecases)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("jabber:iq:register"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Asks what the host wants to know.")]
#[non_exhaustive]
pub struct Query {
    /// Answer: whether whoever asks is registered.
    #[xml(flag = "registered")]
    pub registered: bool,
    /// Answer: what people should know who fill this in. Absent where there is nothing to say.
    #[xml(child_text = "instructions")]
    pub instructions: Option<String>,
    /// The name of the account.
    #[xml(child_text = "username", strict)]
    pub username: Option<String>,
    /// What friends call the person.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The password. An empty one in an iq of type `set` changes nothing.
    #[xml(child_text = "password", strict)]
    pub password: Option<Secret<String>>,
    /// The full name of the person.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// Their given name.
    #[xml(child_text = "first")]
    pub first: Option<String>,
    /// Their family name.
    #[xml(child_text = "last")]
    pub last: Option<String>,
    /// Their email address.
    #[xml(child_text = "email")]
    pub email: Option<String>,
    /// The street that they live in.
    #[xml(child_text = "address")]
    pub address: Option<String>,
    /// The place that they live in.
    #[xml(child_text = "city")]
    pub city: Option<String>,
    /// The region that they live in.
    #[xml(child_text = "state")]
    pub state: Option<String>,
    /// The postal code.
    #[xml(child_text = "zip")]
    pub zip: Option<String>,
    /// Their telephone number.
    #[xml(child_text = "phone")]
    pub phone: Option<String>,
    /// A page on the web about them.
    #[xml(child_text = "url")]
    pub url: Option<String>,
    /// Some date.
    #[xml(child_text = "date")]
    pub date: Option<String>,
    /// Anything. Of old.
    #[xml(child_text = "misc")]
    pub misc: Option<String>,
    /// Anything. Of old.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// What ties the answer to the question, to be given back as it is. Of old.
    ///
    /// [XEP-0077 §7](https://xmpp.org/extensions/xep-0077.html#key)
    #[xml(child_text = "key")]
    pub key: Option<String>,
    /// In an iq of type `set`, whether the registration ends. There may be nothing beside it.
    #[xml(flag = "remove")]
    pub remove: bool,
    /// The form, which may ask for more than the fields: a [`Registration`](crate::forms::Registration), or in an error
    /// also a [`Cancellation`](crate::forms::Cancellation) or [`PasswordChange`](crate::forms::PasswordChange) to fill
    /// in first. Absent where there is none.
    ///
    /// [XEP-0077 §4](https://xmpp.org/extensions/xep-0077.html#extensibility)
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// What other specifications put in, such as where else to register:
    /// [`redirect_url`](Self::redirect_url) finds that.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Registers by these two, or changes the password of one who is registered.
    ///
    /// [XEP-0077 §3.3](https://xmpp.org/extensions/xep-0077.html#usecases-changepw)
    #[must_use]
    pub fn with_password(username: &str, password: &str) -> Self {
        Self {
            username: Some(String::from(username)),
            password: Some(password.into()),
            ..Self::default()
        }
    }

    /// Shows a form, or answers by it.
    #[must_use]
    pub fn with_form(form: Form) -> Self {
        Self {
            form: Some(form),
            ..Self::default()
        }
    }

    /// Ends the registration.
    ///
    /// [XEP-0077 §3.2](https://xmpp.org/extensions/xep-0077.html#usecases-cancel)
    #[must_use]
    pub fn remove() -> Self {
        Self {
            remove: true,
            ..Self::default()
        }
    }

    /// The fields that are there, by the name of the element and in the order in which this type declares them: in an
    /// answer, what is wanted, with what is known.
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

    /// Where on the web to register instead, or as well: the URL of the first out-of-band element. Absent where there is
    /// none.
    ///
    /// [XEP-0077 §5](https://xmpp.org/extensions/xep-0077.html#redirect)
    #[must_use]
    pub fn redirect_url(&self) -> Option<String> {
        let out_of_band = self.payloads.iter().find(|raw| raw.is(OUT_OF_BAND, "x"))?;
        let url = out_of_band.node().child(OUT_OF_BAND, "url")?;
        Some(String::from(xmpp_xml::trim(&url.text())))
    }

    /// The first payload that is a `T`, read as one. Absent when there is none.
    ///
    /// # Errors
    /// The payload is there but something that `T` needs is absent or invalid. The path of the error begins at `/query`,
    /// its offset counts from the start of the payload.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/query")
    }
}
