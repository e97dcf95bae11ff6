//! Profiles as data forms, published as a whole or field by field: before vCard 4.0.
//!
//! ```
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_profile::form_profile::{Fields, Profile};
//!
//! let mut fields = Fields::new(FormKind::Submit);
//! fields.nickname = Some("Hatter".into());
//! let profile = Profile::new().with_form(fields.submit());
//! let read = profile.fields()?.expect("fields");
//! assert_eq!(read.nickname.as_deref(), Some("Hatter"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0154, User Profile](https://xmpp.org/extensions/xep-0154.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, Xml};

/// The namespace, which is also the node and the feature of entities that have a profile.
pub const NS: &str = "urn:xmpp:tmp:profile";

/// In an iq of type `get`, requests a profile; the result has it. In one of type `set`, and published in the node [`NS`]: a
/// profile, or the fields of it that have changed.
///
/// [XEP-0154 §4](https://xmpp.org/extensions/xep-0154.html#producer)
#[doc(alias("XEP-0154", "XEP0154", "0154"))]
#[doc(alias("urn:xmpp:tmp:profile"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "profile", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests a profile.", with)]
#[non_exhaustive]
pub struct Profile {
    /// The form with the fields. `None` in a request.
    #[xml(child)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Profile {
    /// The fields, whatever the `FORM_TYPE` is, since published fields have none. `None` if there is no form.
    ///
    /// # Errors
    /// The value of a field is invalid, or there are several where one is allowed.
    pub fn fields(&self) -> Result<Option<Fields>, Error> {
        self.form.as_ref().map(Fields::from_fields).transpose()
    }
}

/// The fields of a profile.
///
/// [XEP-0154 §6](https://xmpp.org/extensions/xep-0154.html#fields)
#[doc(alias("XEP-0154", "XEP0154", "0154"))]
#[doc(alias("urn:xmpp:tmp:profile"))]
#[derive(Clone, Debug, PartialEq, FormType)]
#[form(form_type = "urn:xmpp:tmp:profile")]
#[non_exhaustive]
pub struct Fields {
    /// The name of something other than a person, such as a server; only in the examples. `None` if not specified.
    #[form(var = "common_name", kind = "text-single")]
    pub common_name: Option<String>,
    /// The display name, also called the full name. `None` if not specified.
    #[form(var = "display_name", kind = "text-single")]
    pub display_name: Option<String>,
    /// A short form of the given name, used by friends. `None` if not specified.
    #[form(var = "familiar_name", kind = "text-single")]
    pub familiar_name: Option<String>,
    /// The family name. `None` if not specified.
    #[form(var = "family_name", kind = "text-single")]
    pub family_name: Option<String>,
    /// The given name. `None` if not specified.
    #[form(var = "given_name", kind = "text-single")]
    pub given_name: Option<String>,
    /// The middle name, or its initial. `None` if not specified.
    #[form(var = "middle_name", kind = "text-single")]
    pub middle_name: Option<String>,
    /// The prefix of the name, such as a title. `None` if not specified.
    #[form(var = "name_prefix", kind = "text-single")]
    pub name_prefix: Option<String>,
    /// The suffix of the name, such as `Jr`. `None` if not specified.
    #[form(var = "name_suffix", kind = "text-single")]
    pub name_suffix: Option<String>,
    /// The nickname. `None` if not specified.
    #[form(var = "nickname", kind = "text-single")]
    pub nickname: Option<String>,
    /// The patronymic. `None` if not specified.
    #[form(var = "patronymic", kind = "text-single")]
    pub patronymic: Option<String>,
    /// The country. `None` if not specified.
    #[form(var = "country", kind = "text-single")]
    pub country: Option<String>,
    /// The country, at home. `None` if not specified.
    #[form(var = "home_country", kind = "text-single")]
    pub home_country: Option<String>,
    /// The country, at work. `None` if not specified.
    #[form(var = "work_country", kind = "text-single")]
    pub work_country: Option<String>,
    /// The region of the country. `None` if not specified.
    #[form(var = "region", kind = "text-single")]
    pub region: Option<String>,
    /// The region of the country, at home. `None` if not specified.
    #[form(var = "home_region", kind = "text-single")]
    pub home_region: Option<String>,
    /// The region of the country, at work. `None` if not specified.
    #[form(var = "work_region", kind = "text-single")]
    pub work_region: Option<String>,
    /// The city, town or village. `None` if not specified.
    #[form(var = "locality", kind = "text-single")]
    pub locality: Option<String>,
    /// The city, town or village, at home. `None` if not specified.
    #[form(var = "home_locality", kind = "text-single")]
    pub home_locality: Option<String>,
    /// The city, town or village, at work. `None` if not specified.
    #[form(var = "work_locality", kind = "text-single")]
    pub work_locality: Option<String>,
    /// The district or neighbourhood. `None` if not specified.
    #[form(var = "area", kind = "text-single")]
    pub area: Option<String>,
    /// The district or neighbourhood, at home. `None` if not specified.
    #[form(var = "home_area", kind = "text-single")]
    pub home_area: Option<String>,
    /// The district or neighbourhood, at work. `None` if not specified.
    #[form(var = "work_area", kind = "text-single")]
    pub work_area: Option<String>,
    /// The street and number. `None` if not specified.
    #[form(var = "street", kind = "text-single")]
    pub street: Option<String>,
    /// The street and number, at home. `None` if not specified.
    #[form(var = "home_street", kind = "text-single")]
    pub home_street: Option<String>,
    /// The street and number, at work. `None` if not specified.
    #[form(var = "work_street", kind = "text-single")]
    pub work_street: Option<String>,
    /// The building. `None` if not specified.
    #[form(var = "building", kind = "text-single")]
    pub building: Option<String>,
    /// The building, at home. `None` if not specified.
    #[form(var = "home_building", kind = "text-single")]
    pub home_building: Option<String>,
    /// The building, at work. `None` if not specified.
    #[form(var = "work_building", kind = "text-single")]
    pub work_building: Option<String>,
    /// The floor. `None` if not specified.
    #[form(var = "floor", kind = "text-single")]
    pub floor: Option<String>,
    /// The floor, at home. `None` if not specified.
    #[form(var = "home_floor", kind = "text-single")]
    pub home_floor: Option<String>,
    /// The floor, at work. `None` if not specified.
    #[form(var = "work_floor", kind = "text-single")]
    pub work_floor: Option<String>,
    /// The room. `None` if not specified.
    #[form(var = "room", kind = "text-single")]
    pub room: Option<String>,
    /// The room, at home. `None` if not specified.
    #[form(var = "home_room", kind = "text-single")]
    pub home_room: Option<String>,
    /// The room, at work. `None` if not specified.
    #[form(var = "work_room", kind = "text-single")]
    pub work_room: Option<String>,
    /// The post office box. `None` if not specified.
    #[form(var = "postalbox", kind = "text-single")]
    pub postal_box: Option<String>,
    /// The post office box, at home. `None` if not specified.
    #[form(var = "home_postalbox", kind = "text-single")]
    pub home_postal_box: Option<String>,
    /// The post office box, at work. `None` if not specified.
    #[form(var = "work_postalbox", kind = "text-single")]
    pub work_postal_box: Option<String>,
    /// The postal code. `None` if not specified.
    #[form(var = "postalcode", kind = "text-single")]
    pub postal_code: Option<String>,
    /// The postal code, at home. `None` if not specified.
    #[form(var = "home_postalcode", kind = "text-single")]
    pub home_postal_code: Option<String>,
    /// The postal code, at work. `None` if not specified.
    #[form(var = "work_postalcode", kind = "text-single")]
    pub work_postal_code: Option<String>,
    /// The complete address, one line per value.
    #[form(var = "postaladdress", kind = "text-multi")]
    pub postal_address: Vec<String>,
    /// The complete home address, one line per value.
    #[form(var = "home_postaladdress", kind = "text-multi")]
    pub home_postal_address: Vec<String>,
    /// The complete work address, one line per value.
    #[form(var = "work_postaladdress", kind = "text-multi")]
    pub work_postal_address: Vec<String>,
    /// The altitude, in metres above sea level. `None` if not specified.
    #[form(var = "alt", kind = "text-single")]
    pub altitude: Option<f64>,
    /// The latitude, in degrees north. `None` if not specified.
    #[form(var = "lat", kind = "text-single")]
    pub latitude: Option<f64>,
    /// The longitude, in degrees east. `None` if not specified.
    #[form(var = "lon", kind = "text-single")]
    pub longitude: Option<f64>,
    /// The fax number. `None` if not specified.
    #[form(var = "fax", kind = "text-single")]
    pub fax: Option<String>,
    /// The fax number, at home. `None` if not specified.
    #[form(var = "home_fax", kind = "text-single")]
    pub home_fax: Option<String>,
    /// The fax number, at work. `None` if not specified.
    #[form(var = "work_fax", kind = "text-single")]
    pub work_fax: Option<String>,
    /// The landline number. `None` if not specified.
    #[form(var = "landline", kind = "text-single")]
    pub landline: Option<String>,
    /// The landline number, at home. `None` if not specified.
    #[form(var = "home_landline", kind = "text-single")]
    pub home_landline: Option<String>,
    /// The landline number, at work. `None` if not specified.
    #[form(var = "work_landline", kind = "text-single")]
    pub work_landline: Option<String>,
    /// The mobile number. `None` if not specified.
    #[form(var = "mobile", kind = "text-single")]
    pub mobile: Option<String>,
    /// The mobile number, at home. `None` if not specified.
    #[form(var = "home_mobile", kind = "text-single")]
    pub home_mobile: Option<String>,
    /// The mobile number, at work. `None` if not specified.
    #[form(var = "work_mobile", kind = "text-single")]
    pub work_mobile: Option<String>,
    /// The pager number. `None` if not specified.
    #[form(var = "pager", kind = "text-single")]
    pub pager: Option<String>,
    /// The pager number, at home. `None` if not specified.
    #[form(var = "home_pager", kind = "text-single")]
    pub home_pager: Option<String>,
    /// The pager number, at work. `None` if not specified.
    #[form(var = "work_pager", kind = "text-single")]
    pub work_pager: Option<String>,
    /// The landline number, under the name that the examples use. `None` if not specified.
    #[form(var = "landline_phone", kind = "text-single")]
    pub landline_phone: Option<String>,
    /// The mobile number, under the name that the examples use. `None` if not specified.
    #[form(var = "mobile_phone", kind = "text-single")]
    pub mobile_phone: Option<String>,
    /// The SIP address. `None` if not specified.
    #[form(var = "sip_address", kind = "text-single")]
    pub sip_address: Option<String>,
    /// The Skype name. `None` if not specified.
    #[form(var = "skype_address", kind = "text-single")]
    pub skype_address: Option<String>,
    /// The videophone number. `None` if not specified.
    #[form(var = "video_phone", kind = "text-single")]
    pub video_phone: Option<String>,
    /// The AIM screen name. `None` if not specified.
    #[form(var = "aim_id", kind = "text-single")]
    pub aim_id: Option<String>,
    /// Email addresses.
    #[form(var = "email", kind = "text-multi")]
    pub email: Vec<String>,
    /// The ICQ number. `None` if not specified.
    #[form(var = "icq_id", kind = "text-single")]
    pub icq_id: Option<String>,
    /// JIDs.
    #[form(var = "jid", kind = "jid-multi")]
    pub jid: Vec<Jid>,
    /// The MSN address. `None` if not specified.
    #[form(var = "msn_id", kind = "text-single")]
    pub msn_id: Option<String>,
    /// The Yahoo name. `None` if not specified.
    #[form(var = "yahoo_id", kind = "text-single")]
    pub yahoo_id: Option<String>,
    /// The URL of an image for display. `None` if not specified.
    #[form(var = "avatar_url", kind = "text-single")]
    pub avatar_url: Option<String>,
    /// URLs of biographies.
    #[form(var = "bio", kind = "text-multi")]
    pub bio: Vec<String>,
    /// The URL of a FOAF description. `None` if not specified.
    #[form(var = "foaf_url", kind = "text-single")]
    pub foaf_url: Option<String>,
    /// The URL of the home page. `None` if not specified.
    #[form(var = "homepage", kind = "text-single")]
    pub homepage: Option<String>,
    /// The OpenID. `None` if not specified.
    #[form(var = "openid", kind = "text-single")]
    pub openid: Option<String>,
    /// URLs of photographs.
    #[form(var = "photo_url", kind = "text-multi")]
    pub photo_url: Vec<String>,
    /// The URL of a list of publications. `None` if not specified.
    #[form(var = "publications", kind = "text-single")]
    pub publications: Option<String>,
    /// The URL of a curriculum vitae. `None` if not specified.
    #[form(var = "resume", kind = "text-single")]
    pub resume: Option<String>,
    /// The URL of a page with the status. `None` if not specified.
    #[form(var = "status_url", kind = "text-single")]
    pub status_url: Option<String>,
    /// The URL of the organization. `None` if not specified.
    #[form(var = "org_url", kind = "text-single")]
    pub org_url: Option<String>,
    /// The URL of the weblog. `None` if not specified.
    #[form(var = "weblog", kind = "text-single")]
    pub weblog: Option<String>,
    /// Alternative contacts.
    #[form(var = "alt_contact", kind = "text-multi")]
    pub alternative_contacts: Vec<String>,
    /// The affiliation with the organization, such as student. `None` if not specified.
    #[form(var = "affiliation", kind = "text-single")]
    pub affiliation: Option<String>,
    /// The assistant. `None` if not specified.
    #[form(var = "assistant", kind = "text-single")]
    pub assistant: Option<String>,
    /// The kind of business. `None` if not specified.
    #[form(var = "business_category", kind = "text-single")]
    pub business_category: Option<String>,
    /// The name of the department. `None` if not specified.
    #[form(var = "department_name", kind = "text-single")]
    pub department_name: Option<String>,
    /// The number of the department. `None` if not specified.
    #[form(var = "department_number", kind = "text-single")]
    pub department_number: Option<String>,
    /// The employee number. `None` if not specified.
    #[form(var = "employee_number", kind = "text-single")]
    pub employee_number: Option<String>,
    /// The kind of employment. `None` if not specified.
    #[form(var = "employee_type", kind = "text-single")]
    pub employee_type: Option<String>,
    /// The title of the position. `None` if not specified.
    #[form(var = "job_title", kind = "text-single")]
    pub job_title: Option<String>,
    /// The manager. `None` if not specified.
    #[form(var = "manager", kind = "text-single")]
    pub manager: Option<String>,
    /// The name of the organization. `None` if not specified.
    #[form(var = "org_name", kind = "text-single")]
    pub org_name: Option<String>,
    /// Roles within the organization.
    #[form(var = "org_role", kind = "text-multi")]
    pub org_roles: Vec<String>,
    /// The part of the organization. `None` if not specified.
    #[form(var = "org_unit", kind = "text-single")]
    pub org_unit: Option<String>,
    /// The relation to the main organization. `None` if not specified.
    #[form(var = "primary_affiliation", kind = "text-single")]
    pub primary_affiliation: Option<String>,
    /// The name of the main organization. `None` if not specified.
    #[form(var = "primary_org_name", kind = "text-single")]
    pub primary_org_name: Option<String>,
    /// The role within the main organization. `None` if not specified.
    #[form(var = "primary_org_role", kind = "text-single")]
    pub primary_org_role: Option<String>,
    /// The main part of the organization. `None` if not specified.
    #[form(var = "primary_org_unit", kind = "text-single")]
    pub primary_org_unit: Option<String>,
    /// The user name on the organization's systems. `None` if not specified.
    #[form(var = "system_username", kind = "text-single")]
    pub system_username: Option<String>,
    /// Teams.
    #[form(var = "teams", kind = "text-multi")]
    pub teams: Vec<String>,
    /// The address of the workstation. `None` if not specified.
    #[form(var = "workstation", kind = "text-single")]
    pub workstation: Option<String>,
    /// The day of the month of birth, from 1 to 31. `None` if not specified.
    #[form(var = "birth_dayofmonth", kind = "text-single")]
    pub birth_day: Option<String>,
    /// The month of birth, from 1 to 12. `None` if not specified.
    #[form(var = "birth_month", kind = "text-single")]
    pub birth_month: Option<String>,
    /// The year of birth. `None` if not specified.
    #[form(var = "birth_year", kind = "text-single")]
    pub birth_year: Option<String>,
    /// A description of the person. `None` if not specified.
    #[form(var = "description", kind = "text-single")]
    pub description: Option<String>,
    /// The colour of the eyes. `None` if not specified.
    #[form(var = "eye_color", kind = "text-single")]
    pub eye_color: Option<String>,
    /// The gender. `None` if not specified.
    #[form(var = "gender", kind = "text-single")]
    pub gender: Option<String>,
    /// The colour of the hair. `None` if not specified.
    #[form(var = "hair_color", kind = "text-single")]
    pub hair_color: Option<String>,
    /// The height, in centimetres. `None` if not specified.
    #[form(var = "height", kind = "text-single")]
    pub height: Option<String>,
    /// The weight, in kilograms. `None` if not specified.
    #[form(var = "weight", kind = "text-single")]
    pub weight: Option<String>,
    /// Areas of expertise.
    #[form(var = "expertise", kind = "text-multi")]
    pub expertise: Vec<String>,
    /// An image for display, in base64. `None` if not specified.
    #[form(var = "avatar_data", kind = "text-single")]
    pub avatar_data: Option<String>,
    /// Clubs.
    #[form(var = "clubs", kind = "text-multi")]
    pub clubs: Vec<String>,
    /// Dietary preferences.
    #[form(var = "dietary_preferences", kind = "text-multi")]
    pub dietary_preferences: Vec<String>,
    /// Hobbies.
    #[form(var = "hobby", kind = "text-multi")]
    pub hobbies: Vec<String>,
    /// Interests.
    #[form(var = "interest", kind = "text-multi")]
    pub interests: Vec<String>,
    /// Languages that the person speaks less well.
    #[form(var = "languages_lesswell", kind = "text-multi")]
    pub languages_less_well: Vec<String>,
    /// Languages that the person speaks well.
    #[form(var = "languages_well", kind = "text-multi")]
    pub languages_well: Vec<String>,
    /// The licence plate number of the car. `None` if not specified.
    #[form(var = "car_license_number", kind = "text-single")]
    pub car_license_number: Option<String>,
    /// The marital status. `None` if not specified.
    #[form(var = "marital_status", kind = "text-single")]
    pub marital_status: Option<String>,
    /// The Myers–Briggs personality type. `None` if not specified.
    #[form(var = "mbti", kind = "text-single")]
    pub mbti: Option<String>,
    /// A photograph, in base64. `None` if not specified.
    #[form(var = "photo_data", kind = "text-single")]
    pub photo_data: Option<String>,
    /// The profession. `None` if not specified.
    #[form(var = "profession", kind = "text-single")]
    pub profession: Option<String>,
    /// The religion. `None` if not specified.
    #[form(var = "religion", kind = "text-single")]
    pub religion: Option<String>,
    /// The sexual orientation. `None` if not specified.
    #[form(var = "sexual_orientation", kind = "text-single")]
    pub sexual_orientation: Option<String>,
    /// Whether the person smokes. `None` if not specified.
    #[form(var = "smoker", kind = "text-single")]
    pub smoker: Option<String>,
    /// The wish list.
    #[form(var = "wishlist", kind = "text-multi")]
    pub wishlist: Vec<String>,
    /// The sign of the Chinese zodiac. `None` if not specified.
    #[form(var = "zodiac_chinese", kind = "text-single")]
    pub zodiac_chinese: Option<String>,
    /// The sign of the Western zodiac. `None` if not specified.
    #[form(var = "zodiac_western", kind = "text-single")]
    pub zodiac_western: Option<String>,
    /// The OpenPGP key. `None` if not specified.
    #[form(var = "pgpkey", kind = "text-single")]
    pub pgp_key: Option<String>,
    /// The fingerprint of the OpenPGP key. `None` if not specified.
    #[form(var = "pgp_fingerprint", kind = "text-single")]
    pub pgp_fingerprint: Option<String>,
    /// The ID of the OpenPGP key. `None` if not specified.
    #[form(var = "pgpkey_id", kind = "text-single")]
    pub pgp_key_id: Option<String>,
    /// The MD5 fingerprint of the certificate. `None` if not specified.
    #[form(var = "x509_fingerprint_md5", kind = "text-single")]
    pub x509_fingerprint_md5: Option<String>,
    /// The SHA-1 fingerprint of the certificate. `None` if not specified.
    #[form(var = "x509_fingerprint_sha1", kind = "text-single")]
    pub x509_fingerprint_sha1: Option<String>,
    /// Favourite authors.
    #[form(var = "fav_authors", kind = "text-multi")]
    pub fav_authors: Vec<String>,
    /// Favourite athletes.
    #[form(var = "fav_athletes", kind = "text-multi")]
    pub fav_athletes: Vec<String>,
    /// Favourite beverages.
    #[form(var = "favorite_beverages", kind = "text-multi")]
    pub favorite_beverages: Vec<String>,
    /// Favourite charities.
    #[form(var = "fav_charities", kind = "text-multi")]
    pub fav_charities: Vec<String>,
    /// Favourite rooms.
    #[form(var = "fav_chatrooms", kind = "text-multi")]
    pub fav_chatrooms: Vec<String>,
    /// Favourite drinks.
    #[form(var = "fav_drinks", kind = "text-multi")]
    pub fav_drinks: Vec<String>,
    /// Favourite foods.
    #[form(var = "fav_foods", kind = "text-multi")]
    pub fav_foods: Vec<String>,
    /// Favourite games.
    #[form(var = "fav_games", kind = "text-multi")]
    pub fav_games: Vec<String>,
    /// Favourite films.
    #[form(var = "fav_movies", kind = "text-multi")]
    pub fav_movies: Vec<String>,
    /// Favourite music.
    #[form(var = "fav_music", kind = "text-multi")]
    pub fav_music: Vec<String>,
    /// Favourite quotations.
    #[form(var = "fav_quotes", kind = "text-multi")]
    pub fav_quotes: Vec<String>,
    /// Favourite sports teams.
    #[form(var = "fav_teams", kind = "text-multi")]
    pub fav_teams: Vec<String>,
    /// Favourite television shows.
    #[form(var = "fav_tv", kind = "text-multi")]
    pub fav_tv: Vec<String>,
    /// Places where the person has lived.
    #[form(var = "places_lived", kind = "text-multi")]
    pub places_lived: Vec<String>,
    /// Schools that the person has attended.
    #[form(var = "schools", kind = "text-multi")]
    pub schools: Vec<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
