//! vCards in the widely supported format: an XML form of vCard 3.0 that predates the standard one.
//!
//! [XEP-0054, vcard-temp](https://xmpp.org/extensions/xep-0054.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, Xml};

use crate::{Decimal, Position};

/// The namespace, and the feature of an entity that supports it.
pub const NS: &str = "vcard-temp";

/// A request for a vCard: without a recipient the user's own, otherwise that of the recipient's bare JID.
///
/// [XEP-0054 §3.1](https://xmpp.org/extensions/xep-0054.html#usecases)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "vCard"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "vCard", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Data about a person or other object. In an answer, an empty one means that there is none.
///
/// A vCard is always published as a whole. To change a part of it, read it, change it, and write it back; unknown parts
/// are preserved.
///
/// [XEP-0054 §3.1](https://xmpp.org/extensions/xep-0054.html#usecases)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "vCard", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An empty vCard, which removes existing data when published: there are no partial updates.",
    with
)]
#[non_exhaustive]
pub struct VCard {
    /// The version of the format, `3.0` or `2.0`. `None` if not specified.
    #[xml(attribute)]
    pub version: Option<String>,
    /// The version in the place that the DTD defines, which is hardly ever used. `None` if not specified.
    #[xml(child_text = "VERSION")]
    pub version_element: Option<String>,
    /// The formatted name. `None` if not specified.
    #[xml(child_text = "FN")]
    pub full_name: Option<String>,
    /// The name in parts. `None` if not specified.
    #[xml(child)]
    pub name: Option<Name>,
    /// The nicknames. An element may contain several, separated by commas.
    #[xml(child_text = "NICKNAME")]
    pub nicknames: Vec<String>,
    /// Photos, the first of which is the avatar ([`vcard_avatar`](crate::vcard_avatar)).
    #[xml(child)]
    pub photos: Vec<Photo>,
    /// The birthday, in its original spelling: `1815-12-10` if it follows ISO 8601.
    #[xml(child_text = "BDAY")]
    pub birthdays: Vec<String>,
    /// Postal addresses.
    #[xml(child)]
    pub addresses: Vec<Address>,
    /// Postal addresses as printed on letters.
    #[xml(child)]
    pub labels: Vec<Label>,
    /// Telephone numbers.
    #[xml(child)]
    pub telephones: Vec<Telephone>,
    /// Email addresses.
    #[xml(child)]
    pub emails: Vec<Email>,
    /// JIDs, in their original spelling: validate them with [`Jid::new`](xmpp_jid::Jid::new).
    /// They are claims of the owner of the vCard, and not verified.
    #[xml(child_text = "JABBERID")]
    pub jids: Vec<String>,
    /// Mail clients.
    #[xml(child_text = "MAILER")]
    pub mailers: Vec<String>,
    /// Time zones: UTC offsets if they follow ISO 8601.
    #[xml(child_text = "TZ")]
    pub time_zones: Vec<String>,
    /// Geographic positions.
    #[xml(child)]
    pub positions: Vec<Geo>,
    /// Job titles.
    #[xml(child_text = "TITLE")]
    pub titles: Vec<String>,
    /// Roles in the organization.
    #[xml(child_text = "ROLE")]
    pub roles: Vec<String>,
    /// Logos of the organization.
    #[xml(child)]
    pub logos: Vec<Logo>,
    /// Agents of the person.
    #[xml(child)]
    pub agents: Vec<Agent>,
    /// Organizations.
    #[xml(child)]
    pub organizations: Vec<Organization>,
    /// Keywords.
    #[xml(child)]
    pub categories: Vec<Categories>,
    /// Comments.
    #[xml(child_text = "NOTE")]
    pub notes: Vec<String>,
    /// The software that created the vCard.
    #[xml(child_text = "PRODID")]
    pub products: Vec<String>,
    /// The time of the last change: a date and time in UTC if it follows ISO 8601.
    #[xml(child_text = "REV")]
    pub revisions: Vec<String>,
    /// The sort key of the name.
    #[xml(child_text = "SORT-STRING")]
    pub sort_strings: Vec<String>,
    /// The pronunciation of the name.
    #[xml(child)]
    pub sounds: Vec<Sound>,
    /// The unique identifier of the vCard.
    #[xml(child_text = "UID")]
    pub uids: Vec<String>,
    /// Web pages.
    #[xml(child_text = "URL")]
    pub urls: Vec<String>,
    /// The privacy class of the vCard. It is not binding: a vCard is public.
    #[xml(child)]
    pub classes: Vec<Class>,
    /// Public keys.
    #[xml(child)]
    pub keys: Vec<Key>,
    /// A description in free text.
    #[xml(child_text = "DESC")]
    pub descriptions: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A name in parts. A part may contain several words, separated by commas.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "N"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "N", derive(Debug, PartialEq, Eq))]
#[xml(new = "A family name and a given name.", parameters = [given, family], with)]
#[non_exhaustive]
pub struct Name {
    /// The family name. `None` if not specified, as for all fields that follow.
    #[xml(child_text = "FAMILY")]
    pub family: Option<String>,
    /// The given name.
    #[xml(child_text = "GIVEN")]
    pub given: Option<String>,
    /// The middle name.
    #[xml(child_text = "MIDDLE")]
    pub middle: Option<String>,
    /// The honorific prefix, such as a title.
    #[xml(child_text = "PREFIX")]
    pub prefix: Option<String>,
    /// The honorific suffix.
    #[xml(child_text = "SUFFIX")]
    pub suffix: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A photo of the person.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "PHOTO", derive(Debug, PartialEq, Eq))]
#[xml(new = "An image with this media type.", parameters = [kind, content], with)]
#[non_exhaustive]
pub struct Photo {
    /// The media type; a hint, as the actual type follows from the bytes. `None` if not specified.
    #[xml(child_text = "TYPE")]
    pub kind: Option<String>,
    /// The bytes of the image. `None` if it is [external](Self::uri).
    #[xml(child_text = "BINVAL")]
    pub content: Option<Base64>,
    /// The URI of the image. `None` if it is [included](Self::content).
    #[xml(child_text = "EXTVAL")]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A logo.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "LOGO", derive(Debug, PartialEq, Eq))]
#[xml(new = "An image with this media type.", parameters = [kind, content], with)]
#[non_exhaustive]
pub struct Logo {
    /// The media type; a hint, as the actual type follows from the bytes. `None` if not specified.
    #[xml(child_text = "TYPE")]
    pub kind: Option<String>,
    /// The bytes of the image. `None` if it is [external](Self::uri).
    #[xml(child_text = "BINVAL")]
    pub content: Option<Base64>,
    /// The URI of the image. `None` if it is [included](Self::content).
    #[xml(child_text = "EXTVAL")]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A postal address. A part may contain several values, separated by commas.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "ADR"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "ADR", derive(Debug, PartialEq, Eq))]
#[xml(new = "An address without parts.", with)]
#[non_exhaustive]
pub struct Address {
    /// Whether it is a home address.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// Whether it is a work address.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// Whether it is for letters.
    #[xml(flag = "POSTAL")]
    pub is_postal: bool,
    /// Whether it is for parcels.
    #[xml(flag = "PARCEL")]
    pub is_parcel: bool,
    /// Whether it is for domestic mail.
    #[xml(flag = "DOM")]
    pub is_domestic: bool,
    /// Whether it is for international mail.
    #[xml(flag = "INTL")]
    pub is_international: bool,
    /// Whether it is the preferred address.
    #[xml(flag = "PREF")]
    pub is_preferred: bool,
    /// The post office box. `None` if not specified, as for all fields that follow.
    #[xml(child_text = "POBOX")]
    pub post_office_box: Option<String>,
    /// The extended address, such as an apartment.
    #[xml(child_text = "EXTADD")]
    pub extended: Option<String>,
    /// Street and number.
    #[xml(child_text = "STREET")]
    pub street: Option<String>,
    /// The town or village.
    #[xml(child_text = "LOCALITY")]
    pub locality: Option<String>,
    /// The region.
    #[xml(child_text = "REGION")]
    pub region: Option<String>,
    /// The postal code.
    #[xml(child_text = "PCODE")]
    pub postal_code: Option<String>,
    /// The country.
    #[xml(child_text = "CTRY")]
    pub country: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A postal address as printed on letters.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "LABEL", derive(Debug, PartialEq, Eq))]
#[xml(new = "An address in these lines.", parameters = [lines], with)]
#[non_exhaustive]
pub struct Label {
    /// Whether it is a home address.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// Whether it is a work address.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// Whether it is for letters.
    #[xml(flag = "POSTAL")]
    pub is_postal: bool,
    /// Whether it is for parcels.
    #[xml(flag = "PARCEL")]
    pub is_parcel: bool,
    /// Whether it is for domestic mail.
    #[xml(flag = "DOM")]
    pub is_domestic: bool,
    /// Whether it is for international mail.
    #[xml(flag = "INTL")]
    pub is_international: bool,
    /// Whether it is the preferred address.
    #[xml(flag = "PREF")]
    pub is_preferred: bool,
    /// The lines.
    #[xml(child_text = "LINE")]
    pub lines: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A telephone number.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "TEL"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "TEL", derive(Debug, PartialEq, Eq))]
#[xml(new = "A telephone number without a type.", parameters = [number], with)]
#[non_exhaustive]
pub struct Telephone {
    /// Whether it is a home number.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// Whether it is a work number.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// Whether it is for voice calls.
    #[xml(flag = "VOICE")]
    pub is_voice: bool,
    /// Whether it is a fax number.
    #[xml(flag = "FAX")]
    pub is_fax: bool,
    /// Whether it is a pager.
    #[xml(flag = "PAGER")]
    pub is_pager: bool,
    /// Whether it is a voice mailbox.
    #[xml(flag = "MSG")]
    pub is_messaging: bool,
    /// Whether it is a mobile number.
    #[xml(flag = "CELL")]
    pub is_cell: bool,
    /// Whether it is for video calls.
    #[xml(flag = "VIDEO")]
    pub is_video: bool,
    /// Whether it is a bulletin board system.
    #[xml(flag = "BBS")]
    pub is_bulletin_board: bool,
    /// Whether it is a modem.
    #[xml(flag = "MODEM")]
    pub is_modem: bool,
    /// Whether it is an ISDN number.
    #[xml(flag = "ISDN")]
    pub is_isdn: bool,
    /// Whether it belongs to a personal communication service.
    #[xml(flag = "PCS")]
    pub is_pcs: bool,
    /// Whether it is the preferred number.
    #[xml(flag = "PREF")]
    pub is_preferred: bool,
    /// The number; possibly empty. `None` if not specified.
    #[xml(child_text = "NUMBER")]
    pub number: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An email address.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "EMAIL", derive(Debug, PartialEq, Eq))]
#[xml(new = "An email address without a type.", parameters = [address], with)]
#[non_exhaustive]
pub struct Email {
    /// Whether it is a home address.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// Whether it is a work address.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// Whether it is an internet address, as most are.
    #[xml(flag = "INTERNET")]
    pub is_internet: bool,
    /// Whether it is the preferred address.
    #[xml(flag = "PREF")]
    pub is_preferred: bool,
    /// Whether it is an X.400 address.
    #[xml(flag = "X400")]
    pub is_x400: bool,
    /// The address. `None` if not specified.
    #[xml(child_text = "USERID")]
    pub address: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A geographic position, in its original spelling: [`position`](Self::position) parses it.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "GEO", derive(Debug, PartialEq, Eq))]
#[xml(new = "The position with this latitude and longitude, in degrees.", parameters = [latitude, longitude], with)]
#[non_exhaustive]
pub struct Geo {
    /// The latitude in degrees north. `None` if not specified.
    #[xml(child_text = "LAT")]
    pub latitude: Option<String>,
    /// The longitude in degrees east. `None` if not specified.
    #[xml(child_text = "LON")]
    pub longitude: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Geo {
    /// The parsed position. `None` if a value is not a number, or there is no such position.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let degrees = |text: &Option<String>| {
            let number: Decimal = text.as_deref()?.parse().ok()?;
            Some(number.to_f64())
        };
        Position::new(degrees(&self.latitude)?, degrees(&self.longitude)?)
    }
}

/// An agent of the person.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "AGENT", derive(Debug, PartialEq, Eq))]
#[xml(new = "An agent without a vCard.", with)]
#[non_exhaustive]
pub struct Agent {
    /// The agent's vCard: at most one.
    #[xml(child)]
    pub cards: Vec<VCard>,
    /// The URI of the agent's vCard. `None` if it is [included](Self::cards).
    #[xml(child_text = "EXTVAL")]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An organization, and the person's unit in it.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "ORG"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "ORG", derive(Debug, PartialEq, Eq))]
#[xml(new = "The organization with this name.", parameters = [name], with)]
#[non_exhaustive]
pub struct Organization {
    /// The name. `None` if not specified.
    #[xml(child_text = "ORGNAME")]
    pub name: Option<String>,
    /// The units, from larger to smaller.
    #[xml(child_text = "ORGUNIT")]
    pub units: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Keywords.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "CATEGORIES", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these keywords.", parameters = [keywords], with)]
#[non_exhaustive]
pub struct Categories {
    /// The keywords.
    #[xml(child_text = "KEYWORD")]
    pub keywords: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The pronunciation of a name, in one of three forms.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "SOUND", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty element; set one of its forms.", with)]
#[non_exhaustive]
pub struct Sound {
    /// In phonetic spelling. `None` in one of the other forms, as for all fields that follow.
    #[xml(child_text = "PHONETIC")]
    pub phonetic: Option<String>,
    /// The bytes of a recording.
    #[xml(child_text = "BINVAL")]
    pub content: Option<Base64>,
    /// The URI of a recording.
    #[xml(child_text = "EXTVAL")]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A privacy class: one of three.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "CLASS", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty element; set one of the classes.", with)]
#[non_exhaustive]
pub struct Class {
    /// Whether it is `PUBLIC`.
    #[xml(flag = "PUBLIC")]
    pub is_public: bool,
    /// Whether it is `PRIVATE`.
    #[xml(flag = "PRIVATE")]
    pub is_private: bool,
    /// Whether it is `CONFIDENTIAL`.
    #[xml(flag = "CONFIDENTIAL")]
    pub is_confidential: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A public key or certificate. Its presence here does not prove that it belongs to the person.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "KEY", derive(Debug, PartialEq, Eq))]
#[xml(new = "A key of an unspecified type.", parameters = [credential], with)]
#[non_exhaustive]
pub struct Key {
    /// The type of key. `None` if not specified.
    #[xml(child_text = "TYPE")]
    pub kind: Option<String>,
    /// The key. `None` if not specified.
    #[xml(child_text = "CRED")]
    pub credential: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
