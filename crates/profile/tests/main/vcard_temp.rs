//! vCards as most servers have them.

use xmpp_profile::vcard_temp::{Address, Agent, Email, Label, NS, Name, Telephone, VCard};
use xmpp_xml::{Error, from_str, to_string};

fn card(content: &str) -> Result<VCard, Error> {
    from_str(&format!("<vCard xmlns='{NS}'>{content}</vCard>"))
}

#[test]
fn keeps_the_order_of_properties_whatever_it_is() -> Result<(), Error> {
    let content = "<DESC>x</DESC><NICKNAME>a</NICKNAME><FN>B</FN><NICKNAME>c</NICKNAME><N><GIVEN>B</GIVEN><FAMILY/></N>\
                   <e:own xmlns:e='urn:example:e'/><TEL><NUMBER>1</NUMBER><HOME/></TEL><own/><EMAIL><USERID/></EMAIL>";
    let mut card = card(content)?;
    assert_eq!(card.nicknames, ["a", "c"]);
    assert!(card.telephones[0].is_home);
    card.full_name = Some("D".into());
    let wanted = content.replace(">B</FN>", ">D</FN>");
    assert_eq!(
        to_string(&card)?,
        format!("<vCard xmlns='{NS}'>{wanted}</vCard>")
    );
    Ok(())
}

#[test]
fn an_empty_part_is_not_one_that_is_not_there() -> Result<(), Error> {
    let name = card("<N><FAMILY>A</FAMILY><MIDDLE/></N>")?.name.unwrap();
    assert_eq!(
        (name.middle.as_deref(), name.suffix.as_deref()),
        (Some(""), None)
    );
    Ok(())
}

#[test]
fn a_name_in_other_capitals_is_another_name() -> Result<(), Error> {
    let card = card("<fn>a</fn><Tel/><NICKNAME>b</NICKNAME>")?;
    assert_eq!(
        (card.full_name, card.telephones.len(), card.nicknames.len()),
        (None, 0, 1)
    );
    Ok(())
}

#[test]
fn what_its_owner_has_misspelt_costs_nothing() -> Result<(), Error> {
    let card = card(
        "<BDAY>in May</BDAY><JABBERID>ask me</JABBERID><GEO><LAT/><LON/></GEO><TZ>here</TZ><REV>now</REV><TEL>1</TEL>",
    )?;
    assert_eq!(
        (card.birthdays[0].as_str(), card.jids[0].as_str()),
        ("in May", "ask me")
    );
    assert_eq!(card.positions[0].position(), None);
    assert_eq!(card.telephones[0].number, None);
    Ok(())
}

#[test]
fn base64_stays_as_it_was_spelt() -> Result<(), Error> {
    let source =
        format!("<vCard xmlns='{NS}'><PHOTO><BINVAL>\n  YW\n  Jj\n</BINVAL></PHOTO></vCard>");
    let card: VCard = from_str(&source)?;
    assert_eq!(
        card.photos[0]
            .content
            .as_ref()
            .map(|bytes| bytes.0.as_slice()),
        Some(&b"abc"[..])
    );
    assert_eq!(to_string(&card)?, source);
    Ok(())
}

#[test]
fn a_vcard_may_hold_a_vcard() -> Result<(), Error> {
    let inner = VCard::new().with_full_name("Rabbit");
    let outer = VCard::new().with_agents([Agent::new().with_cards([inner.clone()])]);
    let written = to_string(&outer)?;
    assert_eq!(
        written,
        format!("<vCard xmlns='{NS}'><AGENT><vCard><FN>Rabbit</FN></vCard></AGENT></vCard>")
    );
    assert_eq!(from_str::<VCard>(&written)?.agents[0].cards, [inner]);
    Ok(())
}

#[test]
fn many_vcards_inside_of_each_other_are_an_error_and_no_overflow() {
    let depth = 2000;
    let text = format!(
        "<vCard xmlns='{NS}'>{}{}</vCard>",
        "<AGENT><vCard>".repeat(depth),
        "</vCard></AGENT>".repeat(depth)
    );
    assert!(from_str::<VCard>(&text).is_err());
}

#[test]
fn writes_what_a_program_says() -> Result<(), Error> {
    let card = VCard::new()
        .with_name(Name::new("Ada", "Lovelace"))
        .with_telephones([Telephone::new("+44 1").with_work(true).with_voice(true)])
        .with_emails([Email::new("ada@a.example")
            .with_internet(true)
            .with_preferred(true)])
        .with_addresses([Address::new().with_home(true).with_locality("London")])
        .with_labels([Label::new(["London".to_owned()])]);
    assert_eq!(
        to_string(&card)?,
        format!(
            "<vCard xmlns='{NS}'><N><FAMILY>Lovelace</FAMILY><GIVEN>Ada</GIVEN></N>\
             <ADR><HOME/><LOCALITY>London</LOCALITY></ADR><LABEL><LINE>London</LINE></LABEL>\
             <TEL><WORK/><VOICE/><NUMBER>+44 1</NUMBER></TEL>\
             <EMAIL><INTERNET/><PREF/><USERID>ada@a.example</USERID></EMAIL></vCard>"
        )
    );
    Ok(())
}
