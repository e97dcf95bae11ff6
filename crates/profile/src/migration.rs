//! Conversion from vcard-temp to vCard 4.0.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_jid::uri::XmppUri;
use xmpp_xml::{Base64, trim};

use crate::vcard_temp;
use crate::vcard4::{
    Parameter, ParameterName, Parameters, Property, PropertyName, VCard, Value, ValueName,
};

/// Converts to a vCard 4.0 as far as possible. Left out are CLASS, LABEL, MAILER and VERSION, types that
/// vCard 4.0 does not have (such as DOM or ISDN), nested vCards, invalid JIDs, and unknown
/// elements.
///
/// A photo becomes a `data` URI, a JID an `xmpp` URI, and an international telephone number a `tel` URI; others become
/// text.
///
/// [XEP-0292 §11](https://xmpp.org/extensions/xep-0292.html#mapping)
impl From<&vcard_temp::VCard> for VCard {
    fn from(card: &vcard_temp::VCard) -> Self {
        use PropertyName as P;
        let mut properties = Vec::new();
        let texts = |name: PropertyName, texts: &[String]| -> Vec<Property> {
            let property = |text: &String| Property::text(name.clone(), text.as_str());
            texts.iter().map(property).collect()
        };
        properties.extend(texts(P::FormattedName, card.full_name.as_slice()));
        properties.extend(card.name.as_ref().map(|n| name(n, &card.sort_strings)));
        properties.extend(texts(P::Nickname, &card.nicknames));
        for photo in &card.photos {
            let kind = photo.kind.as_deref().unwrap_or_default();
            properties.extend(media(P::Photo, &photo.uri, kind, &photo.content));
        }
        for date in &card.birthdays {
            let date = trim(date);
            let is_date = date.starts_with(|c: char| c.is_ascii_digit() || c == '-');
            let kind = match (is_date, date.contains('T')) {
                (true, true) => ValueName::DateTime,
                (true, false) => ValueName::Date,
                (false, _) => ValueName::Text,
            };
            properties.push(Property::new(P::Birthday, [Value::new(kind, date)]));
        }
        properties.extend(card.addresses.iter().map(address));
        properties.extend(card.telephones.iter().filter_map(telephone));
        for email in &card.emails {
            if let Some(text) = &email.address {
                let property = Property::text(P::Email, text.as_str());
                let types = [("home", email.is_home), ("work", email.is_work)];
                properties.push(with(property, &types, email.is_preferred));
            }
        }
        for jid in &card.jids {
            let uri = Jid::new(trim(jid))
                .ok()
                .and_then(|jid| XmppUri::to(&jid).ok());
            properties.extend(uri.map(|uri| Property::uri(P::InstantMessaging, uri.as_str())));
        }
        properties.extend(texts(P::TimeZone, &card.time_zones));
        for geo in &card.positions {
            if let Some(position) = geo.position() {
                let uri = format!("geo:{},{}", position.latitude, position.longitude);
                properties.push(Property::uri(P::Position, uri));
            }
        }
        properties.extend(texts(P::Title, &card.titles));
        properties.extend(texts(P::Role, &card.roles));
        for logo in &card.logos {
            let kind = logo.kind.as_deref().unwrap_or_default();
            properties.extend(media(P::Logo, &logo.uri, kind, &logo.content));
        }
        for agent in &card.agents {
            let property =
                |uri: &String| Property::uri(P::Related, uri.as_str()).with_type("agent");
            properties.extend(agent.uri.as_ref().map(property));
        }
        let list = |name, texts: &mut dyn Iterator<Item = &String>| {
            let values = texts.map(|text| Value::new(ValueName::Text, text.as_str()));
            Property::new(name, values.collect::<Vec<_>>())
        };
        for organization in &card.organizations {
            let mut parts = organization.name.iter().chain(&organization.units);
            properties.push(list(P::Organization, &mut parts));
        }
        for categories in &card.categories {
            properties.push(list(P::Categories, &mut categories.keywords.iter()));
        }
        properties.extend(texts(P::Note, &card.notes));
        properties.extend(texts(P::Product, &card.products));
        for moment in &card.revisions {
            let moment = Value::new(ValueName::Timestamp, moment.as_str());
            properties.push(Property::new(P::Revision, [moment]));
        }
        for sound in &card.sounds {
            properties.extend(media(P::Sound, &sound.uri, "audio/basic", &sound.content));
        }
        for identifier in &card.uids {
            let make = if identifier.contains(':') {
                Property::uri
            } else {
                Property::text
            };
            properties.push(make(P::Identifier, identifier.clone()));
        }
        for url in &card.urls {
            properties.push(Property::uri(P::Url, url.as_str()));
        }
        for key in &card.keys {
            properties.extend(texts(P::Key, key.credential.as_slice()));
        }
        properties.extend(texts(P::Note, &card.descriptions));
        Self::new().with_properties(properties)
    }
}

/// Adds the types and the preference to a property.
fn with(property: Property, types: &[(&str, bool)], is_preferred: bool) -> Property {
    let types = types.iter().filter(|(_, is_one)| *is_one);
    let mut property = types.fold(property, |property, (kind, _)| property.with_type(kind));
    if is_preferred {
        let one = Parameter::new(
            ParameterName::Preference,
            [Value::new(ValueName::Integer, "1")],
        );
        let parameters = property.parameters.get_or_insert_default();
        parameters.parameters.push(one);
    }
    property
}

/// The parts that are not `None`.
fn parts(parts: [(ValueName, &Option<String>); 7]) -> Vec<Value> {
    let part = |(name, text): (ValueName, &Option<String>)| {
        text.as_ref().map(|text| Value::new(name, text.as_str()))
    };
    parts.into_iter().filter_map(part).collect()
}

fn name(name: &vcard_temp::Name, sort_strings: &[String]) -> Property {
    use ValueName as V;
    let values = parts([
        (V::Surname, &name.family),
        (V::Given, &name.given),
        (V::Additional, &name.middle),
        (V::Prefix, &name.prefix),
        (V::Suffix, &name.suffix),
        (V::Text, &None),
        (V::Text, &None),
    ]);
    let property = Property::new(PropertyName::Name, values);
    if sort_strings.is_empty() {
        return property;
    }
    let texts = sort_strings
        .iter()
        .map(|text| Value::new(V::Text, text.as_str()));
    let sort_as = Parameter::new(ParameterName::SortAs, texts);
    property.with_parameters(Parameters::new([sort_as]))
}

fn address(address: &vcard_temp::Address) -> Property {
    use ValueName as V;
    let values = parts([
        (V::PostOfficeBox, &address.post_office_box),
        (V::Extended, &address.extended),
        (V::Street, &address.street),
        (V::Locality, &address.locality),
        (V::Region, &address.region),
        (V::PostalCode, &address.postal_code),
        (V::Country, &address.country),
    ]);
    let types = [("home", address.is_home), ("work", address.is_work)];
    let property = Property::new(PropertyName::Address, values);
    with(property, &types, address.is_preferred)
}

fn telephone(telephone: &vcard_temp::Telephone) -> Option<Property> {
    let number = trim(telephone.number.as_deref()?);
    let is_international = number.strip_prefix('+').is_some_and(|rest| {
        rest.chars()
            .all(|c| c.is_ascii_digit() || " -.()".contains(c))
    });
    let property = if is_international {
        let number: String = number.chars().filter(|c| *c != ' ').collect();
        Property::uri(PropertyName::Telephone, format!("tel:{number}"))
    } else {
        Property::text(PropertyName::Telephone, number)
    };
    let types = [
        ("home", telephone.is_home),
        ("work", telephone.is_work),
        ("voice", telephone.is_voice),
        ("fax", telephone.is_fax),
        ("pager", telephone.is_pager),
        ("cell", telephone.is_cell),
        ("video", telephone.is_video),
    ];
    Some(with(property, &types, telephone.is_preferred))
}

/// A reference to external media, or else the included content. `None` if there is neither.
fn media(
    name: PropertyName,
    uri: &Option<String>,
    kind: &str,
    content: &Option<Base64>,
) -> Option<Property> {
    let uri = match (uri, content) {
        (Some(uri), _) => uri.clone(),
        (None, Some(content)) if !content.0.is_empty() => {
            // Anything else could end the media type early, and put something before the image.
            let is_type = |b: u8| b.is_ascii_alphanumeric() || b"!#$&-^_.+/".contains(&b);
            let kind = trim(kind);
            let kind = if kind.bytes().all(is_type) { kind } else { "" };
            format!("data:{kind};base64,{content}")
        }
        (None, _) => return None,
    };
    Some(Property::uri(name, uri))
}
