//! vCards as most servers have them: an XML form of vCard 3.0 from before there was a standard one.
//!
//! [XEP-0054, vcard-temp](https://xmpp.org/extensions/xep-0054.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, Xml};

use crate::{Decimal, Position};

/// The namespace, and the feature of an entity that supports it.
pub const NS: &str = "vcard-temp";

/// Asks for a vCard: without a recipient for one's own, else for that of the recipient's bare JID.
///
/// [XEP-0054 §3.1](https://xmpp.org/extensions/xep-0054.html#usecases)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "vCard"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "vCard")]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is known of a person, or of whatever else has a vCard. An empty one answers that there is none.
///
/// A vCard is always published as a whole. To change a part of it, read it, change that, and write it back; what is not known
/// here is kept on the way.
///
/// [XEP-0054 §3.1](https://xmpp.org/extensions/xep-0054.html#usecases)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "vCard")]
#[xml(
    new = "Nothing is known. Published, it removes what there was: there are no partial updates.",
    with
)]
#[non_exhaustive]
pub struct VCard {
    /// The version of the format, `3.0` or `2.0`. `None` means not said.
    #[xml(attribute)]
    pub version: Option<String>,
    /// The version again, in the place that the DTD has for it and hardly anybody uses. `None` means not said.
    #[xml(child_text = "VERSION")]
    pub version_element: Option<String>,
    /// The name as it is shown. `None` means not said.
    #[xml(child_text = "FN")]
    pub full_name: Option<String>,
    /// The name in its parts. `None` means not said.
    #[xml(child)]
    pub name: Option<Name>,
    /// The nicknames. One element may have several, with commas between them.
    #[xml(child_text = "NICKNAME")]
    pub nicknames: Vec<String>,
    /// Pictures of the person, the first of which is the avatar ([`vcard_avatar`](crate::vcard_avatar)).
    #[xml(child)]
    pub photos: Vec<Photo>,
    /// The day of birth, as its owner has spelt it: `1815-12-10` if it follows ISO 8601.
    #[xml(child_text = "BDAY")]
    pub birthdays: Vec<String>,
    /// Postal addresses.
    #[xml(child)]
    pub addresses: Vec<Address>,
    /// Postal addresses as they are printed on letters.
    #[xml(child)]
    pub labels: Vec<Label>,
    /// Telephone numbers.
    #[xml(child)]
    pub telephones: Vec<Telephone>,
    /// Email addresses.
    #[xml(child)]
    pub emails: Vec<Email>,
    /// Addresses in XMPP, as their owner has spelt them: [`Jid::new`](xmpp_jid::Jid::new) checks one.
    /// That somebody writes an address here does not make it theirs.
    #[xml(child_text = "JABBERID")]
    pub jids: Vec<String>,
    /// The programs that the person reads mail with.
    #[xml(child_text = "MAILER")]
    pub mailers: Vec<String>,
    /// Time zones: offsets from UTC if they follow ISO 8601.
    #[xml(child_text = "TZ")]
    pub time_zones: Vec<String>,
    /// Positions on earth.
    #[xml(child)]
    pub positions: Vec<Geo>,
    /// Job titles.
    #[xml(child_text = "TITLE")]
    pub titles: Vec<String>,
    /// What the person does in the organization.
    #[xml(child_text = "ROLE")]
    pub roles: Vec<String>,
    /// Logos of the organization.
    #[xml(child)]
    pub logos: Vec<Logo>,
    /// People who act for the person.
    #[xml(child)]
    pub agents: Vec<Agent>,
    /// Organizations that the person belongs to.
    #[xml(child)]
    pub organizations: Vec<Organization>,
    /// Categories of the person.
    #[xml(child)]
    pub categories: Vec<Categories>,
    /// Comments.
    #[xml(child_text = "NOTE")]
    pub notes: Vec<String>,
    /// The program that made the vCard.
    #[xml(child_text = "PRODID")]
    pub products: Vec<String>,
    /// When the vCard was changed last: a date and time in UTC if it follows ISO 8601.
    #[xml(child_text = "REV")]
    pub revisions: Vec<String>,
    /// What the name is sorted by.
    #[xml(child_text = "SORT-STRING")]
    pub sort_strings: Vec<String>,
    /// How the name sounds.
    #[xml(child)]
    pub sounds: Vec<Sound>,
    /// What identifies the vCard.
    #[xml(child_text = "UID")]
    pub uids: Vec<String>,
    /// Pages on the web.
    #[xml(child_text = "URL")]
    pub urls: Vec<String>,
    /// How private the vCard is. Nobody is bound by it: a vCard is public.
    #[xml(child)]
    pub classes: Vec<Class>,
    /// Public keys.
    #[xml(child)]
    pub keys: Vec<Key>,
    /// Free text.
    #[xml(child_text = "DESC")]
    pub descriptions: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A name in its parts. Where a part has several words of a kind, there are commas between them.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "N"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "N")]
#[xml(new = "The given and the family name.", parameters = [given, family], with)]
#[non_exhaustive]
pub struct Name {
    /// The family name. `None` means not said, as with all that follow.
    #[xml(child_text = "FAMILY")]
    pub family: Option<String>,
    /// The given name.
    #[xml(child_text = "GIVEN")]
    pub given: Option<String>,
    /// The middle name.
    #[xml(child_text = "MIDDLE")]
    pub middle: Option<String>,
    /// What stands before the name, such as a title.
    #[xml(child_text = "PREFIX")]
    pub prefix: Option<String>,
    /// What stands behind the name.
    #[xml(child_text = "SUFFIX")]
    pub suffix: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A picture of the person.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "PHOTO")]
#[xml(new = "An image of a media type.", parameters = [kind, content], with)]
#[non_exhaustive]
pub struct Photo {
    /// The media type. It is a hint: what the bytes are, they say themselves. `None` means not said.
    #[xml(child_text = "TYPE")]
    pub kind: Option<String>,
    /// The bytes of the image. `None` means that it is [elsewhere](Self::uri).
    #[xml(child_text = "BINVAL")]
    pub content: Option<Base64>,
    /// Where the image is. `None` means that it is [here](Self::content).
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "LOGO")]
#[xml(new = "An image of a media type.", parameters = [kind, content], with)]
#[non_exhaustive]
pub struct Logo {
    /// The media type. It is a hint: what the bytes are, they say themselves. `None` means not said.
    #[xml(child_text = "TYPE")]
    pub kind: Option<String>,
    /// The bytes of the image. `None` means that it is [elsewhere](Self::uri).
    #[xml(child_text = "BINVAL")]
    pub content: Option<Base64>,
    /// Where the image is. `None` means that it is [here](Self::content).
    #[xml(child_text = "EXTVAL")]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A postal address. Where a part has several of a kind, there are commas between them.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "ADR"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "ADR")]
#[xml(new = "An address of which nothing is known.", with)]
#[non_exhaustive]
pub struct Address {
    /// At home.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// At work.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// For letters.
    #[xml(flag = "POSTAL")]
    pub is_postal: bool,
    /// For parcels.
    #[xml(flag = "PARCEL")]
    pub is_parcel: bool,
    /// For mail from the same country.
    #[xml(flag = "DOM")]
    pub is_domestic: bool,
    /// For mail from other countries.
    #[xml(flag = "INTL")]
    pub is_international: bool,
    /// The one to use first.
    #[xml(flag = "PREF")]
    pub is_preferred: bool,
    /// The post office box. `None` means not said, as with all that follow.
    #[xml(child_text = "POBOX")]
    pub post_office_box: Option<String>,
    /// What goes beyond the street, such as an apartment.
    #[xml(child_text = "EXTADD")]
    pub extended: Option<String>,
    /// The street and the number.
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

/// A postal address as it is printed on letters.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "LABEL")]
#[xml(new = "These lines.", parameters = [lines], with)]
#[non_exhaustive]
pub struct Label {
    /// At home.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// At work.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// For letters.
    #[xml(flag = "POSTAL")]
    pub is_postal: bool,
    /// For parcels.
    #[xml(flag = "PARCEL")]
    pub is_parcel: bool,
    /// For mail from the same country.
    #[xml(flag = "DOM")]
    pub is_domestic: bool,
    /// For mail from other countries.
    #[xml(flag = "INTL")]
    pub is_international: bool,
    /// The one to use first.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "TEL")]
#[xml(new = "This number.", parameters = [number], with)]
#[non_exhaustive]
pub struct Telephone {
    /// At home.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// At work.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// For voice.
    #[xml(flag = "VOICE")]
    pub is_voice: bool,
    /// A fax.
    #[xml(flag = "FAX")]
    pub is_fax: bool,
    /// A pager.
    #[xml(flag = "PAGER")]
    pub is_pager: bool,
    /// Takes messages.
    #[xml(flag = "MSG")]
    pub is_messaging: bool,
    /// A mobile telephone.
    #[xml(flag = "CELL")]
    pub is_cell: bool,
    /// For video.
    #[xml(flag = "VIDEO")]
    pub is_video: bool,
    /// A bulletin board.
    #[xml(flag = "BBS")]
    pub is_bulletin_board: bool,
    /// A modem.
    #[xml(flag = "MODEM")]
    pub is_modem: bool,
    /// ISDN.
    #[xml(flag = "ISDN")]
    pub is_isdn: bool,
    /// Personal communication services.
    #[xml(flag = "PCS")]
    pub is_pcs: bool,
    /// The one to use first.
    #[xml(flag = "PREF")]
    pub is_preferred: bool,
    /// The number, empty where there is none. `None` means not said.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "EMAIL")]
#[xml(new = "This address.", parameters = [address], with)]
#[non_exhaustive]
pub struct Email {
    /// At home.
    #[xml(flag = "HOME")]
    pub is_home: bool,
    /// At work.
    #[xml(flag = "WORK")]
    pub is_work: bool,
    /// An address of the internet, as most are.
    #[xml(flag = "INTERNET")]
    pub is_internet: bool,
    /// The one to use first.
    #[xml(flag = "PREF")]
    pub is_preferred: bool,
    /// An address of X.400.
    #[xml(flag = "X400")]
    pub is_x400: bool,
    /// The address. `None` means not said.
    #[xml(child_text = "USERID")]
    pub address: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A position on earth, as its owner has spelt it: [`position`](Self::position) has the numbers.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "GEO")]
#[xml(new = "At these degrees north and east.", parameters = [latitude, longitude], with)]
#[non_exhaustive]
pub struct Geo {
    /// Degrees north. `None` means not said.
    #[xml(child_text = "LAT")]
    pub latitude: Option<String>,
    /// Degrees east. `None` means not said.
    #[xml(child_text = "LON")]
    pub longitude: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Geo {
    /// The position, for a map. `None` means that one of the degrees is not a number, or that there is no such position.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let degrees = |text: &Option<String>| {
            let number: Decimal = text.as_deref()?.parse().ok()?;
            Some(number.to_f64())
        };
        Position::new(degrees(&self.latitude)?, degrees(&self.longitude)?)
    }
}

/// Somebody who acts for the person.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "AGENT")]
#[xml(new = "Nobody yet.", with)]
#[non_exhaustive]
pub struct Agent {
    /// Their vCard: one at most.
    #[xml(child)]
    pub cards: Vec<VCard>,
    /// Where their vCard is. `None` means that it is [here](Self::cards).
    #[xml(child_text = "EXTVAL")]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An organization, and the part of it that the person belongs to.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp", "ORG"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "ORG")]
#[xml(new = "The organization of this name.", parameters = [name], with)]
#[non_exhaustive]
pub struct Organization {
    /// Its name. `None` means not said.
    #[xml(child_text = "ORGNAME")]
    pub name: Option<String>,
    /// The units, the larger before the smaller.
    #[xml(child_text = "ORGUNIT")]
    pub units: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Categories, in words.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "CATEGORIES")]
#[xml(new = "These words.", parameters = [keywords], with)]
#[non_exhaustive]
pub struct Categories {
    /// The words.
    #[xml(child_text = "KEYWORD")]
    pub keywords: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How a name sounds: one of three.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "SOUND")]
#[xml(new = "No sound yet.", with)]
#[non_exhaustive]
pub struct Sound {
    /// In writing. `None` where it is one of the others, as with all that follow.
    #[xml(child_text = "PHONETIC")]
    pub phonetic: Option<String>,
    /// As the bytes of a recording.
    #[xml(child_text = "BINVAL")]
    pub content: Option<Base64>,
    /// As the address of a recording.
    #[xml(child_text = "EXTVAL")]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How private a vCard is: one of three.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "CLASS")]
#[xml(new = "No class yet.", with)]
#[non_exhaustive]
pub struct Class {
    /// It is for all.
    #[xml(flag = "PUBLIC")]
    pub is_public: bool,
    /// It is private.
    #[xml(flag = "PRIVATE")]
    pub is_private: bool,
    /// It is confidential.
    #[xml(flag = "CONFIDENTIAL")]
    pub is_confidential: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A public key, or a certificate. That it stands here does not make it the key of the person.
///
/// [XEP-0054 §9](https://xmpp.org/extensions/xep-0054.html#dtd)
#[doc(alias("XEP-0054", "XEP0054", "0054"))]
#[doc(alias("vcard-temp"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "KEY")]
#[xml(new = "This key.", parameters = [credential], with)]
#[non_exhaustive]
pub struct Key {
    /// What kind of key it is. `None` means not said.
    #[xml(child_text = "TYPE")]
    pub kind: Option<String>,
    /// The key. `None` means not said.
    #[xml(child_text = "CRED")]
    pub credential: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
