//! vCards 4.0: data about a person, group or thing, as properties in order.
//!
//! A user's own vCard is published at the node [`NODE`], vCards of contacts are stored at [`CONTACTS`], each
//! under the contact's bare JID.
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

/// The node of an account's own vCard.
pub const NODE: &str = "urn:xmpp:vcard4";

/// The private node with an account's vCards of its contacts.
pub const CONTACTS: &str = "urn:xmpp:contacts";

/// Data about a person, group or thing.
///
/// A vCard is always published as a whole. To change a part of it, read it, change it, and write it back; unknown parts
/// are preserved.
///
/// [XEP-0292 §3](https://xmpp.org/extensions/xep-0292.html#reuse),
/// [RFC 6351 §3](https://www.rfc-editor.org/rfc/rfc6351#section-3)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "vcard", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty vCard, which removes existing data when published.")]
#[non_exhaustive]
pub struct VCard {
    /// The properties, single and in groups.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A property, or a group of them.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a vCard has properties, and groups of them"
)]
pub enum Item {
    /// A group.
    Group(Group),
    /// A single property.
    Property(Property),
}

/// Properties that belong together, such as an address and its label.
///
/// [RFC 6351 §5.2](https://www.rfc-editor.org/rfc/rfc6351#section-5.2)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "group", derive(Debug, PartialEq, Eq))]
#[xml(new = "A group with this name and these properties.", parameters = [name, properties])]
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

/// A property.
///
/// [RFC 6351 §5](https://www.rfc-editor.org/rfc/rfc6351#section-5), [RFC 6350 §6](https://www.rfc-editor.org/rfc/rfc6350#section-6)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A property with this name and these values.", parameters = [name, values], with)]
#[non_exhaustive]
pub struct Property {
    /// The name of the property, which is that of the element.
    #[xml(name)]
    pub name: PropertyName,
    /// The parameters. `None` if there are none.
    #[xml(child)]
    pub parameters: Option<Parameters>,
    /// The values, or the parts of a value.
    #[xml(child)]
    pub values: Vec<Value>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The parameters of a [`Property`].
///
/// [RFC 6351 §5.1](https://www.rfc-editor.org/rfc/rfc6351#section-5.1)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "parameters", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these parameters.", parameters = [parameters])]
#[non_exhaustive]
pub struct Parameters {
    /// The parameters, which should be unique.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A parameter of a [`Property`].
///
/// [RFC 6351 §5.1](https://www.rfc-editor.org/rfc/rfc6351#section-5.1), [RFC 6350 §5](https://www.rfc-editor.org/rfc/rfc6350#section-5)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0", "altid", "author"))]
#[doc(alias("author-name", "calscale", "cc", "created", "derived", "geo"))]
#[doc(alias("index", "jsptr", "label", "language", "level", "mediatype"))]
#[doc(alias("phonetic", "pid", "pref", "propid", "script", "service-type"))]
#[doc(alias("sort-as", "type", "tz", "username"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A parameter with this name and these values.", parameters = [name, values], with)]
#[non_exhaustive]
pub struct Parameter {
    /// The name of the parameter, which is that of the element.
    #[xml(name)]
    pub name: ParameterName,
    /// Text in place of a value, as sent by some clients; otherwise at most white space.
    #[xml(text)]
    pub text: Option<String>,
    /// The values.
    #[xml(child)]
    pub values: Vec<Value>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A value, or a part of one: a text named by its type, or by the part.
///
/// [RFC 6351 §4](https://www.rfc-editor.org/rfc/rfc6351#section-4)
#[doc(alias("XEP-0292", "XEP0292", "0292"))]
#[doc(alias("urn:ietf:params:xml:ns:vcard-4.0", "boolean", "date"))]
#[doc(alias("date-and-or-time", "date-time", "float", "integer"))]
#[doc(alias("language-tag", "text", "time", "timestamp", "unknown", "uri"))]
#[doc(alias("utc-offset", "surname", "given", "additional", "prefix"))]
#[doc(alias("suffix", "pobox", "ext", "street", "locality", "region"))]
#[doc(alias("code", "country", "sex", "identity", "sourceid"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A text of this type, or as this part.", parameters = [name, text], with)]
#[non_exhaustive]
pub struct Value {
    /// The type or part, which is the name of the element.
    #[xml(name)]
    pub name: ValueName,
    /// The text. `None` if it is empty, as parts of names and addresses often are, or if it is in
    /// [`values`](Self::values).
    #[xml(text)]
    pub text: Option<String>,
    /// An element in place of the text, as used by some clients for the sex.
    #[xml(child)]
    pub values: Vec<Self>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl VCard {
    /// The same vCard with these properties appended.
    #[must_use]
    pub fn with_properties(mut self, properties: impl IntoIterator<Item = Property>) -> Self {
        self.items
            .extend(properties.into_iter().map(Item::Property));
        self
    }

    /// All properties, including those in groups.
    pub fn properties(&self) -> impl Iterator<Item = &Property> {
        self.items.iter().flat_map(|item| match item {
            Item::Group(group) => group.properties.as_slice(),
            Item::Property(property) => core::slice::from_ref(property),
        })
    }

    /// The properties with this name.
    pub fn named<'c>(&'c self, name: &'c PropertyName) -> impl Iterator<Item = &'c Property> {
        self.properties()
            .filter(move |property| property.name == *name)
    }

    /// The most preferred property with this name, or the first of several. `None` if there is none.
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

    /// The same property with this value of the parameter `type` added.
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

    /// The text of the first value with this type or part. `None` if there is none.
    #[must_use]
    pub fn value(&self, name: &ValueName) -> Option<&str> {
        let value = self.values.iter().find(|value| value.name == *name)?;
        Some(value.text())
    }

    /// The parameter with this name. `None` if there is none.
    #[must_use]
    pub fn parameter(&self, name: &ParameterName) -> Option<&Parameter> {
        let parameters = &self.parameters.as_ref()?.parameters;
        parameters.iter().find(|parameter| parameter.name == *name)
    }

    /// Whether the parameter `type` has this value, such as `work`, ignoring case.
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

    /// The preference among properties with the same name: 1 is highest, 100 lowest. `None` is lower than any number.
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
    /// The texts of the values, without surrounding white space; otherwise the text in their place.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let bare = self.text.as_deref().filter(|_| self.values.is_empty());
        let values = self.values.iter().map(Value::text);
        values.chain(bare).map(trim)
    }
}

impl Value {
    /// The text, wherever it is; empty if there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        // Some write a value in the place of the text, and nobody one in that value.
        let inner = self.values.first().and_then(|value| value.text.as_deref());
        inner.or(self.text.as_deref()).unwrap_or_default()
    }
}

/// The name of a [`Property`].
///
/// [RFC 6350 §6](https://www.rfc-editor.org/rfc/rfc6350#section-6), and the
/// [registry](https://www.iana.org/assignments/vcard-elements/).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PropertyName {
    /// `adr`: a postal address, in parts.
    #[xml(token = "adr")]
    Address,
    /// `anniversary`: the date of marriage or the like.
    Anniversary,
    /// `bday`: the date of birth.
    #[xml(token = "bday")]
    Birthday,
    /// `birthplace`: the place of birth (RFC 6474).
    #[xml(token = "birthplace")]
    BirthPlace,
    /// `caladruri`: the address for invitations.
    #[xml(token = "caladruri")]
    CalendarAddress,
    /// `caluri`: a calendar.
    #[xml(token = "caluri")]
    Calendar,
    /// `categories`: keywords.
    Categories,
    /// `clientpidmap`: the clients that assigned the numbers in `pid`.
    #[xml(token = "clientpidmap")]
    ClientPidMap,
    /// `contact-uri`: a contact address (RFC 8605).
    ContactUri,
    /// `created`: the creation time of the vCard (RFC 9554).
    Created,
    /// `deathdate`: the date of death (RFC 6474).
    #[xml(token = "deathdate")]
    DeathDate,
    /// `deathplace`: the place of death (RFC 6474).
    #[xml(token = "deathplace")]
    DeathPlace,
    /// `email`: an email address.
    Email,
    /// `expertise`: fields of expertise (RFC 6715).
    Expertise,
    /// `fburl`: busy times.
    #[xml(token = "fburl")]
    FreeBusy,
    /// `fn`: the formatted name, required in each vCard.
    #[xml(token = "fn")]
    FormattedName,
    /// `gender`: the sex, and the gender identity in words.
    Gender,
    /// `geo`: a position, as a `geo` URI.
    #[xml(token = "geo")]
    Position,
    /// `gramgender`: the grammatical gender (RFC 9554).
    #[xml(token = "gramgender")]
    GrammaticalGender,
    /// `hobby`: a hobby (RFC 6715).
    Hobby,
    /// `impp`: an instant messaging address, such as an `xmpp` URI.
    #[xml(token = "impp")]
    InstantMessaging,
    /// `interest`: an interest (RFC 6715).
    Interest,
    /// `jsprop`: a property of JSContact (RFC 9555).
    #[xml(token = "jsprop")]
    JsContact,
    /// `key`: a public key, or its location.
    Key,
    /// `kind`: the kind of object: `individual`, `group`, `org`, `location`, `application` (RFC 6473), `device` (RFC 6869).
    Kind,
    /// `lang`: a language for contacting the person.
    #[xml(token = "lang")]
    ContactLanguage,
    /// `language`: the language of the vCard (RFC 9554).
    Language,
    /// `logo`: a logo.
    Logo,
    /// `member`: a member of the group.
    Member,
    /// `n`: the name, in parts.
    #[xml(token = "n")]
    Name,
    /// `nickname`: nicknames.
    Nickname,
    /// `note`: a comment.
    Note,
    /// `org`: the organization and its units.
    #[xml(token = "org")]
    Organization,
    /// `org-directory`: a directory of the organization (RFC 6715).
    #[xml(token = "org-directory")]
    OrganizationDirectory,
    /// `photo`: a photo.
    Photo,
    /// `prodid`: the software that created the vCard.
    #[xml(token = "prodid")]
    Product,
    /// `pronouns`: the pronouns of the person (RFC 9554).
    Pronouns,
    /// `related`: a related person or thing.
    Related,
    /// `rev`: the time of the last change.
    #[xml(token = "rev")]
    Revision,
    /// `role`: the role in the organization.
    Role,
    /// `socialprofile`: a social media account (RFC 9554).
    #[xml(token = "socialprofile")]
    SocialProfile,
    /// `sound`: the pronunciation of the name.
    Sound,
    /// `source`: the location of the latest version of the vCard.
    Source,
    /// `tel`: a telephone number.
    #[xml(token = "tel")]
    Telephone,
    /// `title`: a job title.
    Title,
    /// `tz`: the time zone.
    #[xml(token = "tz")]
    TimeZone,
    /// `uid`: the unique identifier of the object.
    #[xml(token = "uid")]
    Identifier,
    /// `url`: a web page.
    Url,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The name of a [`Parameter`].
///
/// [RFC 6350 §5](https://www.rfc-editor.org/rfc/rfc6350#section-5), and the
/// [registry](https://www.iana.org/assignments/vcard-elements/).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ParameterName {
    /// `altid`: shared by properties that are alternative representations, such as translations.
    #[xml(token = "altid")]
    AlternativeId,
    /// `author`: the author, as a URI (RFC 9554).
    Author,
    /// `author-name`: the name of the author (RFC 9554).
    AuthorName,
    /// `calscale`: the calendar of a date.
    #[xml(token = "calscale")]
    CalendarScale,
    /// `cc`: the country code (RFC 8605).
    #[xml(token = "cc")]
    CountryCode,
    /// `created`: the creation time of the property (RFC 9554).
    Created,
    /// `derived`: whether it is derived from other properties (RFC 9554).
    Derived,
    /// `geo`: the position of an address.
    #[xml(token = "geo")]
    Position,
    /// `index`: the position among properties with the same name (RFC 6715).
    Index,
    /// `jsptr`: the location in JSContact (RFC 9555).
    #[xml(token = "jsptr")]
    JsPointer,
    /// `label`: the address as printed on letters.
    Label,
    /// `language`: the language.
    Language,
    /// `level`: the level of expertise or interest (RFC 6715).
    Level,
    /// `mediatype`: the media type of the target of a URI.
    #[xml(token = "mediatype")]
    MediaType,
    /// `phonetic`: the phonetic system (RFC 9554).
    Phonetic,
    /// `pid`: the number assigned by a client, for synchronization.
    Pid,
    /// `pref`: the preference, 1 to 100: see [`Property::preference`].
    #[xml(token = "pref")]
    Preference,
    /// `propid`: the identifier of the property (RFC 9554).
    #[xml(token = "propid")]
    PropertyId,
    /// `script`: the script (RFC 9554).
    Script,
    /// `service-type`: the service of an account (RFC 9554).
    ServiceType,
    /// `sort-as`: the sort key of a name.
    SortAs,
    /// `type`: the type: `home`, `work` and more.
    #[xml(token = "type")]
    Kind,
    /// `tz`: the time zone of an address.
    #[xml(token = "tz")]
    TimeZone,
    /// `username`: the user name of an account (RFC 9554).
    #[xml(token = "username")]
    UserName,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of a [`Value`], or the part that it represents.
///
/// [RFC 6351 §4](https://www.rfc-editor.org/rfc/rfc6351#section-4), [§6](https://www.rfc-editor.org/rfc/rfc6351#section-6)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ValueName {
    /// `boolean`: `true` or `false`.
    Boolean,
    /// `date`: an ISO 8601 date, possibly without year, month or day.
    Date,
    /// `date-and-or-time`: a date, a time, or both.
    DateAndOrTime,
    /// `date-time`: a date and a time.
    DateTime,
    /// `float`: a floating-point number.
    Float,
    /// `integer`: an integer.
    Integer,
    /// `language-tag`: a language tag.
    LanguageTag,
    /// `text`: a text.
    Text,
    /// `time`: a time of day.
    Time,
    /// `timestamp`: a complete date and time.
    Timestamp,
    /// `unknown`: a value with an unspecified type.
    Unknown,
    /// `uri`: a URI.
    Uri,
    /// `utc-offset`: an offset from UTC.
    UtcOffset,
    /// `surname`: the family name, in a name.
    Surname,
    /// `given`: the given name, in a name.
    Given,
    /// `additional`: a middle name, in a name.
    Additional,
    /// `prefix`: the honorific prefix, in a name.
    Prefix,
    /// `suffix`: the honorific suffix, in a name.
    Suffix,
    /// `pobox`: the post office box, in an address.
    #[xml(token = "pobox")]
    PostOfficeBox,
    /// `ext`: the extended address, such as an apartment, in an address.
    #[xml(token = "ext")]
    Extended,
    /// `street`: street and number, in an address.
    Street,
    /// `locality`: the town or village, in an address.
    Locality,
    /// `region`: the region, in an address.
    Region,
    /// `code`: the postal code, in an address.
    #[xml(token = "code")]
    PostalCode,
    /// `country`: the country, in an address.
    Country,
    /// `sex`: `M`, `F`, `O` (other), `N` (none), `U` (unknown) or empty, in a gender.
    Sex,
    /// `identity`: the gender identity in words, in a gender.
    Identity,
    /// `sourceid`: the number, in a `clientpidmap`.
    #[xml(token = "sourceid")]
    SourceId,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
