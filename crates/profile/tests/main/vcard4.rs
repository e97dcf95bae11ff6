//! Properties of vCards 4.0, with their parameters and their order.

use xmpp_profile::vcard4::{
    Group, Item, NS, Parameter, ParameterName, Parameters, Property, PropertyName, VCard, Value,
    ValueName,
};
use xmpp_xml::{Error, from_str, to_string};

fn card(content: &str) -> Result<VCard, Error> {
    from_str(&format!("<vcard xmlns='{NS}'>{content}</vcard>"))
}

#[test]
fn keeps_properties_and_groups_in_their_order() -> Result<(), Error> {
    let content = "<note><text>1</text></note><group name='g'><tel><uri>tel:2</uri></tel><note><text>3</text></note></group>\
                   <x-own><text>4</text></x-own><note><text>5</text></note>";
    let card = card(content)?;
    let names: Vec<_> = card
        .properties()
        .map(|property| property.name.as_str())
        .collect();
    assert_eq!(names, ["note", "tel", "note", "x-own", "note"]);
    assert!(matches!(&card.items[1], Item::Group(group) if group.name == "g"));
    let notes: Vec<_> = card
        .named(&PropertyName::Note)
        .filter_map(|note| note.value(&ValueName::Text))
        .collect();
    assert_eq!(notes, ["1", "3", "5"]);
    assert_eq!(
        to_string(&card)?,
        format!("<vcard xmlns='{NS}'>{content}</vcard>")
    );
    Ok(())
}

#[test]
fn a_change_leaves_the_rest_as_it_was() -> Result<(), Error> {
    let content =
        "<fn><text>A</text></fn><x-own kind='1'><y/></x-own><n><surname>B</surname><given/></n>";
    let mut card = card(content)?;
    let Item::Property(name) = &mut card.items[0] else {
        panic!("not a property");
    };
    name.values[0].text = Some("C".into());
    assert_eq!(
        to_string(&card)?,
        format!(
            "<vcard xmlns='{NS}'>{}</vcard>",
            content.replace(">A<", ">C<")
        )
    );
    Ok(())
}

#[test]
fn reads_a_preference_in_each_way_that_it_is_written() -> Result<(), Error> {
    for (pref, wanted) in [
        ("<integer>1</integer>", Some(1)),
        ("<integer> 100 </integer>", Some(100)),
        ("\n<integer>7</integer>\n", Some(7)),
        ("1", Some(1)),
        (" 2 ", Some(2)),
        ("0", None),
        ("101", None),
        ("300", None),
        ("<integer>first</integer>", None),
        ("", None),
    ] {
        let card = card(&format!(
            "<lang><parameters><pref>{pref}</pref></parameters></lang>"
        ))?;
        let property = card.named(&PropertyName::ContactLanguage).next();
        assert_eq!(property.map(Property::preference), Some(wanted), "{pref}");
    }
    Ok(())
}

#[test]
fn prefers_the_lowest_number_then_the_first() -> Result<(), Error> {
    let tel = |uri, pref: Option<u8>| {
        let property = Property::uri(PropertyName::Telephone, uri);
        match pref {
            None => property,
            Some(pref) => {
                let value = Value::new(ValueName::Integer, pref.to_string());
                property.with_parameters(Parameters::new([Parameter::new(
                    ParameterName::Preference,
                    [value],
                )]))
            }
        }
    };
    let preferred = |properties: Vec<Property>| {
        let card = VCard::new().with_properties(properties);
        let found = card.preferred(&PropertyName::Telephone);
        found.and_then(|property| property.value(&ValueName::Uri).map(str::to_owned))
    };
    assert_eq!(preferred(vec![]), None);
    assert_eq!(
        preferred(vec![tel("1", None), tel("2", None)]).as_deref(),
        Some("1")
    );
    assert_eq!(
        preferred(vec![tel("1", None), tel("2", Some(100))]).as_deref(),
        Some("2")
    );
    assert_eq!(
        preferred(vec![
            tel("1", Some(2)),
            tel("2", Some(1)),
            tel("3", Some(1))
        ])
        .as_deref(),
        Some("2")
    );
    Ok(())
}

#[test]
fn a_type_is_added_to_those_that_are_there() -> Result<(), Error> {
    let property = Property::uri(PropertyName::Telephone, "tel:1")
        .with_type("work")
        .with_type("voice");
    assert!(
        property.is_of_type("WORK") && property.is_of_type("voice") && !property.is_of_type("home")
    );
    assert_eq!(
        to_string(&property)?,
        format!(
            "<tel xmlns='{NS}'><parameters><type><text>work</text><text>voice</text></type></parameters><uri>tel:1</uri></tel>"
        )
    );
    Ok(())
}

#[test]
fn the_sex_is_read_in_both_ways_that_it_is_written() -> Result<(), Error> {
    for sex in [
        "<sex>F</sex>",
        "<sex><text>F</text></sex>",
        "<sex>\n <text>F</text>\n</sex>",
    ] {
        let content = format!("<gender>{sex}<identity>queen</identity></gender>");
        let card = card(&content)?;
        let gender = card.named(&PropertyName::Gender).next().unwrap();
        assert_eq!(gender.value(&ValueName::Sex), Some("F"), "{sex}");
        assert_eq!(gender.value(&ValueName::Identity), Some("queen"));
        assert_eq!(gender.value(&ValueName::Text), None);
    }
    Ok(())
}

#[test]
fn an_empty_part_is_a_part() -> Result<(), Error> {
    let content = "<n><surname/><given>Ada</given></n>";
    let card = card(content)?;
    let name = card.named(&PropertyName::Name).next().unwrap();
    assert_eq!(name.value(&ValueName::Surname), Some(""));
    assert_eq!(name.value(&ValueName::Prefix), None);
    assert_eq!(
        to_string(&card)?,
        format!("<vcard xmlns='{NS}'>{content}</vcard>")
    );
    Ok(())
}

#[test]
fn a_group_needs_a_name() {
    assert!(card("<group/>").is_err());
    assert!(card("<group name=''/>").is_ok());
    let group = Group::new("g", [Property::text(PropertyName::Note, "x")]);
    assert!(to_string(&group).is_ok_and(|text| text.contains("name='g'")));
}
