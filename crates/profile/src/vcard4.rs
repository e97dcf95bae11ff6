//! vCards 4.0: what is known of a person, a group or a thing, as properties in their order.
//!
//! One's own vCard is published at the node [`NODE`], what one has written down of contacts is kept at [`CONTACTS`], each
//! under the bare JID of the contact.
//!
//! ```
//! use xmpp_profile::vcard4::{Property, PropertyName, VCard, ValueName};
//!
//! let card: VCard = xmpp_xml::from_str(
//!     "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>\
//!        <fn><text>Ada</text></fn>\
//!        <tel><parameters><type><text>work</text></type></parameters><uri>tel:+44-1</uri></tel>\
//!        <tel><parameters><pref><integer>1</integer></pref></parameters><uri>tel:+44-2</uri></tel>\
//!      </vcard>",
//! )?;
//! let telephone = card.preferred(&PropertyName::Telephone).unwrap();
//! assert_eq!(telephone.value(&ValueName::Uri), Some("tel:+44-2"));
//!
//! let card = VCard::new().with_properties([
//!     Property::text(PropertyName::FormattedName, "Ada"),
//!     Property::uri(PropertyName::Telephone, "tel:+44-1").with_type("work"),
//! ]);
//! assert!(xmpp_xml::to_string(&card)?.ends_with("<uri>tel:+44-1</uri></tel></vcard>"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0292, vCard4 Over XMPP](https://xmpp.org/extensions/xep-0292.html),
//! [RFC 6351, xCard](https://www.rfc-editor.org/rfc/rfc6351), [RFC 6350, vCard](https://www.rfc-editor.org/rfc/rfc6350)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Xml, trim};

/// The namespace, and the feature of an entity that supports it.
pub const NS: &str = "urn:ietf:params:xml:ns:vcard-4.0";

/// The node at which an account publishes its own vCard.
pub const NODE: &str = "urn:xmpp:vcard4";

/// The node at which an account keeps vCards of its contacts, for itself alone.
pub const CONTACTS: &str = "urn:xmpp:contacts";

/// What is known of a person, a group or a thing.
///
/// A vCard is always published as a whole. To change a part of it, read it, change that, and write it back; what is not known
/// here is kept on the way.
///
/// [XEP-0292 §3](https://xmpp.org/extensions/xep-0292.html#reuse),
/// [RFC 6351 §3](https://www.rfc-editor.org/rfc/rfc6351#section-3)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "vcard")]
#[xml(new = "Nothing is known. Published, it removes what there was.")]
#[non_exhaustive]
pub struct VCard {
    /// The properties, alone and in groups.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A property, or several that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a vCard has properties, and groups of them"
)]
pub enum Item {
    /// Several that belong together.
    Group(Group),
    /// One.
    Property(Property),
}

/// Properties that belong together, such as an address and its label.
///
/// [RFC 6351 §5.2](https://www.rfc-editor.org/rfc/rfc6351#section-5.2)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "group")]
#[xml(new = "These, under this name.", parameters = [name, properties])]
#[non_exhaustive]
pub struct Group {
    /// The name of the group.
    #[xml(attribute)]
    pub name: String,
    /// The properties.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One thing that is known.
///
/// [RFC 6351 §5](https://www.rfc-editor.org/rfc/rfc6351#section-5), [RFC 6350 §6](https://www.rfc-editor.org/rfc/rfc6350#section-6)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "These values.", parameters = [name, values], with)]
#[non_exhaustive]
pub struct Property {
    /// What it is: the name of the element.
    #[xml(name)]
    pub name: PropertyName,
    /// What is said about it. `None` means nothing.
    #[xml(child)]
    pub parameters: Option<Parameters>,
    /// Its values, or the parts of one.
    #[xml(child)]
    pub values: Vec<Value>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is said about a [`Property`].
///
/// [RFC 6351 §5.1](https://www.rfc-editor.org/rfc/rfc6351#section-5.1)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "parameters")]
#[xml(new = "These.", parameters = [parameters])]
#[non_exhaustive]
pub struct Parameters {
    /// The parameters, each of which should be there once.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One thing that is said about a [`Property`].
///
/// [RFC 6351 §5.1](https://www.rfc-editor.org/rfc/rfc6351#section-5.1), [RFC 6350 §5](https://www.rfc-editor.org/rfc/rfc6350#section-5)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0", "altid", "author"))]
#[doc(alias("author-name", "calscale", "cc", "created", "derived", "geo"))]
#[doc(alias("index", "jsptr", "label", "language", "level", "mediatype"))]
#[doc(alias("phonetic", "pid", "pref", "propid", "script", "service-type"))]
#[doc(alias("sort-as", "type", "tz", "username"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "These values.", parameters = [name, values], with)]
#[non_exhaustive]
pub struct Parameter {
    /// What it is: the name of the element.
    #[xml(name)]
    pub name: ParameterName,
    /// The text that some write in the place of a value; white space at most where there are values.
    #[xml(text)]
    pub text: Option<String>,
    /// The values.
    #[xml(child)]
    pub values: Vec<Value>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A value, or a part of one: a text under the name of its type, or of the part.
///
/// [RFC 6351 §4](https://www.rfc-editor.org/rfc/rfc6351#section-4)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0", "boolean", "date"))]
#[doc(alias("date-and-or-time", "date-time", "float", "integer"))]
#[doc(alias("language-tag", "text", "time", "timestamp", "unknown", "uri"))]
#[doc(alias("utc-offset", "surname", "given", "additional", "prefix"))]
#[doc(alias("suffix", "pobox", "ext", "street", "locality", "region"))]
#[doc(alias("code", "country", "sex", "identity", "sourceid"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "This text.", parameters = [name, text], with)]
#[non_exhaustive]
pub struct Value {
    /// The type, or the part: the name of the element.
    #[xml(name)]
    pub name: ValueName,
    /// The text. `None` means that it is empty, as parts of names and addresses often are, or that it stands in
    /// [`values`](Self::values).
    #[xml(text)]
    pub text: Option<String>,
    /// A value in the place of the text, as some write the sex.
    #[xml(child)]
    pub values: Vec<Self>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl VCard {
    /// The same with these properties after those that are there.
    #[must_use]
    pub fn with_properties(mut self, properties: impl IntoIterator<Item = Property>) -> Self {
        self.items
            .extend(properties.into_iter().map(Item::Property));
        self
    }

    /// All properties, those in groups as well.
    pub fn properties(&self) -> impl Iterator<Item = &Property> {
        self.items.iter().flat_map(|item| match item {
            Item::Group(group) => group.properties.as_slice(),
            Item::Property(property) => core::slice::from_ref(property),
        })
    }

    /// The properties of this name.
    pub fn named<'c>(&'c self, name: &'c PropertyName) -> impl Iterator<Item = &'c Property> {
        self.properties()
            .filter(move |property| property.name == *name)
    }

    /// The property of this name that is preferred most, or the first of several. `None` means that there is none.
    ///
    /// [RFC 6350 §5.3](https://www.rfc-editor.org/rfc/rfc6350#section-5.3)
    #[must_use]
    pub fn preferred(&self, name: &PropertyName) -> Option<&Property> {
        self.properties()
            .filter(|property| property.name == *name)
            .min_by_key(|property| property.preference().unwrap_or(u8::MAX))
    }
}

impl Property {
    /// A property with this text.
    #[must_use]
    pub fn text(name: PropertyName, text: impl Into<String>) -> Self {
        Self::new(name, [Value::new(ValueName::Text, text)])
    }

    /// A property with this URI.
    #[must_use]
    pub fn uri(name: PropertyName, uri: impl Into<String>) -> Self {
        Self::new(name, [Value::new(ValueName::Uri, uri)])
    }

    /// The same, with the parameter `type` saying that it is this, too.
    #[must_use]
    pub fn with_type(mut self, kind: &str) -> Self {
        let value = Value::new(ValueName::Text, kind);
        let parameters = &mut self.parameters.get_or_insert_default().parameters;
        match parameters
            .iter_mut()
            .find(|parameter| parameter.name == ParameterName::Kind)
        {
            Some(parameter) => parameter.values.push(value),
            None => parameters.push(Parameter::new(ParameterName::Kind, [value])),
        }
        self
    }

    /// The text of the first value of this type, or of this part. `None` means that there is none.
    #[must_use]
    pub fn value(&self, name: &ValueName) -> Option<&str> {
        let value = self.values.iter().find(|value| value.name == *name)?;
        Some(value.text())
    }

    /// The parameter of this name. `None` means that nothing of the kind is said.
    #[must_use]
    pub fn parameter(&self, name: &ParameterName) -> Option<&Parameter> {
        let parameters = &self.parameters.as_ref()?.parameters;
        parameters.iter().find(|parameter| parameter.name == *name)
    }

    /// Whether the parameter `type` says that it is this, such as `work`. Case does not matter.
    ///
    /// [RFC 6350 §5.6](https://www.rfc-editor.org/rfc/rfc6350#section-5.6)
    #[must_use]
    pub fn is_of_type(&self, kind: &str) -> bool {
        self.parameter(&ParameterName::Kind)
            .is_some_and(|parameter| {
                parameter
                    .texts()
                    .any(|text| text.eq_ignore_ascii_case(kind))
            })
    }

    /// How much it is preferred among those of its name: 1 most, 100 least. `None` means less than any number does.
    ///
    /// [RFC 6350 §5.3](https://www.rfc-editor.org/rfc/rfc6350#section-5.3)
    #[must_use]
    pub fn preference(&self) -> Option<u8> {
        let text = self.parameter(&ParameterName::Preference)?.texts().next()?;
        text.parse()
            .ok()
            .filter(|number| (1..=100).contains(number))
    }
}

impl Parameter {
    /// The texts of the values, without white space around them; else the text that stands in their place.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let bare = self.text.as_deref().filter(|_| self.values.is_empty());
        let values = self.values.iter().map(Value::text);
        values.chain(bare).map(trim)
    }
}

impl Value {
    /// The text, wherever it stands; empty where there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        // Some write a value in the place of the text, and nobody one in that value.
        let inner = self.values.first().and_then(|value| value.text.as_deref());
        inner.or(self.text.as_deref()).unwrap_or_default()
    }
}

/// What a [`Property`] is.
///
/// [RFC 6350 §6](https://www.rfc-editor.org/rfc/rfc6350#section-6), and the
/// [registry](https://www.iana.org/assignments/vcard-elements/).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PropertyName {
    /// `adr`: a postal address, by its parts.
    #[xml(token = "adr")]
    Address,
    /// `anniversary`: the date of a marriage, or the like.
    Anniversary,
    /// `bday`: the date of birth.
    #[xml(token = "bday")]
    Birthday,
    /// `birthplace`: the place of birth (RFC 6474).
    #[xml(token = "birthplace")]
    BirthPlace,
    /// `caladruri`: where to send invitations to.
    #[xml(token = "caladruri")]
    CalendarAddress,
    /// `caluri`: a calendar.
    #[xml(token = "caluri")]
    Calendar,
    /// `categories`: words that the person or thing falls under.
    Categories,
    /// `clientpidmap`: which program counts by which number in `pid`.
    #[xml(token = "clientpidmap")]
    ClientPidMap,
    /// `contact-uri`: where to get in touch (RFC 8605).
    ContactUri,
    /// `created`: when the vCard was made (RFC 9554).
    Created,
    /// `deathdate`: the date of death (RFC 6474).
    #[xml(token = "deathdate")]
    DeathDate,
    /// `deathplace`: the place of death (RFC 6474).
    #[xml(token = "deathplace")]
    DeathPlace,
    /// `email`: an email address.
    Email,
    /// `expertise`: what the person knows about (RFC 6715).
    Expertise,
    /// `fburl`: when the person is busy.
    #[xml(token = "fburl")]
    FreeBusy,
    /// `fn`: the name as it is shown, which each vCard has.
    #[xml(token = "fn")]
    FormattedName,
    /// `gender`: the sex, and the gender in words.
    Gender,
    /// `geo`: a position, as a `geo` URI.
    #[xml(token = "geo")]
    Position,
    /// `gramgender`: the grammatical gender (RFC 9554).
    #[xml(token = "gramgender")]
    GrammaticalGender,
    /// `hobby`: what the person does for fun (RFC 6715).
    Hobby,
    /// `impp`: an address for instant messages, such as an `xmpp` URI.
    #[xml(token = "impp")]
    InstantMessaging,
    /// `interest`: what the person likes to watch or hear of (RFC 6715).
    Interest,
    /// `jsprop`: a property of JSContact (RFC 9555).
    #[xml(token = "jsprop")]
    JsContact,
    /// `key`: a public key, or where it is.
    Key,
    /// `kind`: what the vCard is about: `individual`, `group`, `org`, `location`, `application` (RFC 6473), `device` (RFC 6869).
    Kind,
    /// `lang`: a language in which to get in touch.
    #[xml(token = "lang")]
    ContactLanguage,
    /// `language`: the language of the vCard (RFC 9554).
    Language,
    /// `logo`: a logo.
    Logo,
    /// `member`: a member of the group.
    Member,
    /// `n`: the name, by its parts.
    #[xml(token = "n")]
    Name,
    /// `nickname`: nicknames.
    Nickname,
    /// `note`: a comment.
    Note,
    /// `org`: the organization, and then its units.
    #[xml(token = "org")]
    Organization,
    /// `org-directory`: a directory of the organization (RFC 6715).
    #[xml(token = "org-directory")]
    OrganizationDirectory,
    /// `photo`: a picture.
    Photo,
    /// `prodid`: the program that made the vCard.
    #[xml(token = "prodid")]
    Product,
    /// `pronouns`: the pronouns of the person (RFC 9554).
    Pronouns,
    /// `related`: somebody or something that it has to do with.
    Related,
    /// `rev`: when the vCard was changed last.
    #[xml(token = "rev")]
    Revision,
    /// `role`: what the person does in the organization.
    Role,
    /// `socialprofile`: an account elsewhere (RFC 9554).
    #[xml(token = "socialprofile")]
    SocialProfile,
    /// `sound`: how the name sounds.
    Sound,
    /// `source`: where a newer version of the vCard is.
    Source,
    /// `tel`: a telephone number.
    #[xml(token = "tel")]
    Telephone,
    /// `title`: a job title.
    Title,
    /// `tz`: the time zone.
    #[xml(token = "tz")]
    TimeZone,
    /// `uid`: what identifies the person or thing.
    #[xml(token = "uid")]
    Identifier,
    /// `url`: a page on the web.
    Url,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What a [`Parameter`] says.
///
/// [RFC 6350 §5](https://www.rfc-editor.org/rfc/rfc6350#section-5), and the
/// [registry](https://www.iana.org/assignments/vcard-elements/).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ParameterName {
    /// `altid`: properties with the same are one in several languages or scripts.
    #[xml(token = "altid")]
    AlternativeId,
    /// `author`: who wrote it, by a URI (RFC 9554).
    Author,
    /// `author-name`: who wrote it, by name (RFC 9554).
    AuthorName,
    /// `calscale`: the calendar of a date.
    #[xml(token = "calscale")]
    CalendarScale,
    /// `cc`: the country by its code (RFC 8605).
    #[xml(token = "cc")]
    CountryCode,
    /// `created`: when the property was made (RFC 9554).
    Created,
    /// `derived`: whether it is made of others (RFC 9554).
    Derived,
    /// `geo`: the position of an address.
    #[xml(token = "geo")]
    Position,
    /// `index`: its place among those of its kind (RFC 6715).
    Index,
    /// `jsptr`: where it belongs in JSContact (RFC 9555).
    #[xml(token = "jsptr")]
    JsPointer,
    /// `label`: an address as it is printed on letters.
    Label,
    /// `language`: the language.
    Language,
    /// `level`: how well, or how much (RFC 6715).
    Level,
    /// `mediatype`: the media type of what a URI leads to.
    #[xml(token = "mediatype")]
    MediaType,
    /// `phonetic`: how it sounds (RFC 9554).
    Phonetic,
    /// `pid`: which program counts it by which number.
    Pid,
    /// `pref`: how much it is preferred, 1 to 100: see [`Property::preference`].
    #[xml(token = "pref")]
    Preference,
    /// `propid`: what identifies the property (RFC 9554).
    #[xml(token = "propid")]
    PropertyId,
    /// `script`: the script (RFC 9554).
    Script,
    /// `service-type`: the service of an account (RFC 9554).
    ServiceType,
    /// `sort-as`: what a name is sorted by.
    SortAs,
    /// `type`: what kind it is: `home`, `work` and more.
    #[xml(token = "type")]
    Kind,
    /// `tz`: the time zone of an address.
    #[xml(token = "tz")]
    TimeZone,
    /// `username`: the name of an account (RFC 9554).
    #[xml(token = "username")]
    UserName,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of a [`Value`], or which part of one it is.
///
/// [RFC 6351 §4](https://www.rfc-editor.org/rfc/rfc6351#section-4), [§6](https://www.rfc-editor.org/rfc/rfc6351#section-6)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ValueName {
    /// `boolean`: `true` or `false`.
    Boolean,
    /// `date`: a date of ISO 8601, perhaps without its year, month or day.
    Date,
    /// `date-and-or-time`: a date, a time, or both.
    DateAndOrTime,
    /// `date-time`: a date and a time.
    DateTime,
    /// `float`: a number with a fraction.
    Float,
    /// `integer`: a whole number.
    Integer,
    /// `language-tag`: a language tag.
    LanguageTag,
    /// `text`: a text.
    Text,
    /// `time`: a time of day.
    Time,
    /// `timestamp`: a date and time that is complete.
    Timestamp,
    /// `unknown`: a value of which nobody has said the type.
    Unknown,
    /// `uri`: a URI.
    Uri,
    /// `utc-offset`: an offset from UTC.
    UtcOffset,
    /// `surname`: of a name: the family name.
    Surname,
    /// `given`: of a name: the given name.
    Given,
    /// `additional`: of a name: a middle name.
    Additional,
    /// `prefix`: of a name: what stands before it.
    Prefix,
    /// `suffix`: of a name: what stands behind it.
    Suffix,
    /// `pobox`: of an address: the post office box.
    #[xml(token = "pobox")]
    PostOfficeBox,
    /// `ext`: of an address: what goes beyond the street, such as an apartment.
    #[xml(token = "ext")]
    Extended,
    /// `street`: of an address: the street and the number.
    Street,
    /// `locality`: of an address: the town or village.
    Locality,
    /// `region`: of an address: the region.
    Region,
    /// `code`: of an address: the postal code.
    #[xml(token = "code")]
    PostalCode,
    /// `country`: of an address: the country.
    Country,
    /// `sex`: of a gender: `M`, `F`, `O` (other), `N` (none), `U` (unknown) or nothing.
    Sex,
    /// `identity`: of a gender: in words.
    Identity,
    /// `sourceid`: of a map of programs: the number.
    #[xml(token = "sourceid")]
    SourceId,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
