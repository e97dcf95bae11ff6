//! Searching for rooms and other channels across many services.
//!
//! ```
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_muc::channel_search::{Found, Parameters, Search, SortKey, Version};
//! use xmpp_vocabulary::result_set::ResultSet;
//!
//! let mut parameters = Parameters::new(FormKind::Submit);
//! parameters.text = Some("tea".into());
//! parameters.key = Some(SortKey::Address);
//! let search = Search::new(Version::V0).with_parameters(&parameters).with_set(ResultSet::first_page(5));
//! assert!(xmpp_xml::to_string(&search)?.starts_with("<search xmlns='urn:xmpp:channel-search:0:search'>"));
//!
//! let found: Found = xmpp_xml::from_str(
//!     "<result xmlns='urn:xmpp:channel-search:0:search'><item address='tea@rooms.example'><name>Tea</name>\
//!      <nusers>10</nusers><is-open/></item></result>",
//! )?;
//! assert_eq!(found.items[0].users, Some(10));
//! assert!(found.items[0].is_open());
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0433, Extended Channel Search](https://xmpp.org/extensions/xep-0433.html)

pub mod errors;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{FORM_TYPE, Form};
use xmpp_data_forms::form_type::FormError;
use xmpp_jid::Jid;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{Extra, InvalidValue, LanguageTag, OtherToken, Value, Xml};

/// The namespace, which is also the feature of services that support this.
pub const NS: &str = "urn:xmpp:channel-search:0:search";

/// The namespace of the predecessor, which most services still use: that of the search engine Muclumbus.
pub const NS_MUCLUMBUS: &str = "https://xmlns.zombofant.net/muclumbus/search/1.0";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0433](https://xmpp.org/extensions/xep-0433.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// `urn:xmpp:channel-search:0:search`, the current one.
    #[default]
    #[xml(token = "urn:xmpp:channel-search:0:search")]
    V0,
    /// `https://xmlns.zombofant.net/muclumbus/search/1.0`: values such as orders have no namespace, and one field has another
    /// name ([`in_addr`](Parameters::in_addr)).
    #[xml(token = "https://xmlns.zombofant.net/muclumbus/search/1.0")]
    Muclumbus,
}

impl Version {
    /// The `FORM_TYPE` of [`Parameters`].
    const fn form_type(self) -> &'static str {
        match self {
            Self::V0 => Parameters::FORM_TYPE,
            Self::Muclumbus => "https://xmlns.zombofant.net/muclumbus/search/1.0#params",
        }
    }
}

/// In an iq of type `get`, requests the form if it is empty, and otherwise channels, which are returned in a [`Found`]; the
/// result of an empty one has the form.
///
/// [XEP-0433 §4.2](https://xmpp.org/extensions/xep-0433.html#usecases-search)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:search"))]
#[doc(alias("https://xmlns.zombofant.net/muclumbus/search/1.0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(
    name = "search",
    new = "Asks for the form, in this version of the protocol.",
    with
)]
#[non_exhaustive]
pub struct Search {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The requested page. `None` leaves it to the service.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// The search parameters; read them with [`parameters`](Self::parameters). `None` requests the form.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Search {
    /// The same search for these channels.
    #[must_use]
    pub fn with_parameters(mut self, parameters: &Parameters) -> Self {
        let mut form = parameters.submit();
        form.set_value(FORM_TYPE, self.version.form_type());
        self.form = Some(form);
        self
    }

    /// The search parameters. `None` in a request for the form.
    ///
    /// # Errors
    /// The form does not have the `FORM_TYPE` of the version, or a field has a value that is invalid for its type.
    pub fn parameters(&self) -> Result<Option<Parameters>, FormError> {
        let Some(form) = &self.form else {
            return Ok(None);
        };
        let (expected, found) = (self.version.form_type(), form.form_type());
        if found.map(str::trim_ascii) != Some(expected) {
            return Err(FormError::WrongFormType {
                expected,
                found: found.map(Into::into),
            });
        }
        Ok(Some(Parameters::from_fields(form)?))
    }
}

/// The result of a [`Search`]: the channels found.
///
/// [XEP-0433 §4.2.2.1](https://xmpp.org/extensions/xep-0433.html#usecase-search-request-success)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:search"))]
#[doc(alias("https://xmlns.zombofant.net/muclumbus/search/1.0", "result"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "result", derive(Debug, PartialEq, Eq))]
#[xml(new = "A result with these channels, in this version of the protocol.", parameters = [version, items], with)]
#[non_exhaustive]
pub struct Found {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The channels.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Which page this is. `None` if these are all channels.
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A channel in a search result. The service's data may be out of date; `None` means unknown.
///
/// [XEP-0433 §6.2](https://xmpp.org/extensions/xep-0433.html#impl-resultitemformat)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:search"))]
#[doc(alias("https://xmlns.zombofant.net/muclumbus/search/1.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_MUCLUMBUS], name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "The channel with this JID.", with)]
#[non_exhaustive]
pub struct Item {
    /// The JID of the channel.
    #[xml(attribute)]
    pub address: Jid,
    /// The name.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// The description.
    #[xml(child_text = "description")]
    pub description: Option<String>,
    /// The main language.
    #[xml(child_text = "language")]
    pub language: Option<LanguageTag>,
    /// The number of users, `nusers`.
    #[xml(child_text = "nusers")]
    pub users: Option<u64>,
    /// The kind of channel.
    #[xml(child_text = "service-type")]
    pub service_type: Option<ServiceType>,
    /// Whether it can be joined without an invitation or a password: see [`is_open`](Self::is_open).
    #[xml(child_text = "is-open")]
    pub open: Option<Open>,
    /// Who can see the real JIDs of the users.
    #[xml(child_text = "anonymity-mode")]
    pub anonymity: Option<Anonymity>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// Whether the channel can be joined without an invitation or a password, according to the service.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open == Some(Open(true))
    }
}

/// Whether a channel is open. XEP-0433 has a boolean here in its text, but an empty element in its examples, which means
/// `true`.
///
/// [XEP-0433 §6.2](https://xmpp.org/extensions/xep-0433.html#impl-resultitemformat)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "it is a boolean")]
pub struct Open(pub bool);

impl Value for Open {
    const EXPECTED: &'static str = "a boolean or nothing";
    const EXAMPLES: &'static [&'static str] = &["true", "false", "1", "0", "", " "];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        match text.trim_ascii() {
            "" => Ok(Self(true)),
            text => bool::parse(text).map(Self),
        }
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.0.write(out)
    }
}

xmpp_xml::text_traits!(Open);

/// A kind of channel.
///
/// [XEP-0433 §6.2](https://xmpp.org/extensions/xep-0433.html#impl-resultitemformat)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ServiceType {
    /// `xep-0045`: a room of multi-user chat.
    #[xml(token = "xep-0045")]
    Muc,
    /// `xep-0369`: a channel of MIX.
    #[xml(token = "xep-0369")]
    Mix,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Who can see the real JIDs of the users of a channel.
///
/// [XEP-0433 §6.2](https://xmpp.org/extensions/xep-0433.html#impl-resultitemformat)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Anonymity {
    /// `{urn:xmpp:channel-search:0:anonymity}none`: all users.
    #[xml(token = "{urn:xmpp:channel-search:0:anonymity}none")]
    None,
    /// `muc_semianonymous`: only moderators.
    #[xml(token = "muc_semianonymous")]
    SemiAnonymous,
    /// Any other; treat it as [`None`](Self::None) or query the channel itself.
    #[xml(other)]
    Other(OtherToken),
}

/// The search parameters.
///
/// [XEP-0433 §6.1](https://xmpp.org/extensions/xep-0433.html#impl-searchformfields)
#[doc(alias("XEP-0433", "XEP0433", "0433"))]
#[doc(alias("urn:xmpp:channel-search:0:search-params"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:channel-search:0:search-params")]
#[non_exhaustive]
pub struct Parameters {
    /// The search terms, `q`. `None` if [`all`](Self::all) is set.
    #[form(var = "q", kind = "text-single", strict)]
    pub text: Option<String>,
    /// Whether to return all channels. `None` means no.
    #[form(var = "all", kind = "boolean")]
    pub all: Option<bool>,
    /// Whether to search JIDs. `None` leaves it to the service.
    #[form(var = "sinaddress", kind = "boolean")]
    pub in_address: Option<bool>,
    /// Same as [`in_address`](Self::in_address), under the name of the field in the example of XEP-0433 and in
    /// [`Version::Muclumbus`].
    #[form(var = "sinaddr", kind = "boolean")]
    pub in_addr: Option<bool>,
    /// Whether to search names. `None` leaves it to the service.
    #[form(var = "sinname", kind = "boolean")]
    pub in_name: Option<bool>,
    /// Whether to search descriptions. `None` leaves it to the service.
    #[form(var = "sindescription", kind = "boolean")]
    pub in_description: Option<bool>,
    /// The minimum number of users; only in the examples of XEP-0433. `None` leaves it to the service.
    #[form(var = "min_users", kind = "text-single")]
    pub min_users: Option<u64>,
    /// The wanted kinds of channels.
    #[form(var = "types", kind = "list-multi", options = ["xep-0045", "xep-0369"])]
    pub types: Vec<ServiceType>,
    /// The order of the results. `None` leaves it to the service.
    #[form(
        var = "key",
        kind = "list-single",
        options = [
            "{urn:xmpp:channel-search:0:order}nusers",
            "{urn:xmpp:channel-search:0:order}address",
        ]
    )]
    pub key: Option<SortKey>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The order of the results.
///
/// [XEP-0433 §6.1](https://xmpp.org/extensions/xep-0433.html#impl-searchformfields)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SortKey {
    /// `{urn:xmpp:channel-search:0:order}nusers`: by number of users, descending. Across pages, channels may be missing or
    /// repeated.
    #[xml(token = "{urn:xmpp:channel-search:0:order}nusers")]
    Users,
    /// `{urn:xmpp:channel-search:0:order}address`: by JID, so that each channel occurs exactly once.
    #[xml(token = "{urn:xmpp:channel-search:0:order}address")]
    Address,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
