//! Moods, activities, tunes and games: open words, and what stops publishing.

use xmpp_profile::activity::{self, Activity, Category, Doing, General, Specific};
use xmpp_profile::game::Game;
use xmpp_profile::mood::{self, Feeling, Mood};
use xmpp_profile::tune::Tune;
use xmpp_profile::{Text, burner, reach};
use xmpp_xml::{Error, Token, from_str, to_string};

#[test]
fn has_every_registered_word() {
    assert_eq!(Feeling::TOKENS.len(), 84);
    assert_eq!(Category::TOKENS.len(), 12);
    assert_eq!(Doing::TOKENS.len(), 67);
    assert_eq!(Feeling::from("in_awe"), Feeling::InAwe);
    assert_eq!(Doing::from("other"), Doing::SomethingElse);
}

#[test]
fn keeps_a_word_that_nobody_has_registered() -> Result<(), Error> {
    let source = format!("<mood xmlns='{}'><hangry/></mood>", mood::NS);
    let mood: Mood = from_str(&source)?;
    assert_eq!(mood.feeling().map(Feeling::as_str), Some("hangry"));
    assert_eq!(to_string(&mood)?, source);
    Ok(())
}

#[test]
fn a_text_is_not_a_feeling() -> Result<(), Error> {
    let mood: Mood = from_str(&format!(
        "<mood xmlns='{}'><text>So</text><happy/></mood>",
        mood::NS
    ))?;
    assert_eq!(mood.feeling(), Some(&Feeling::Happy));
    assert_eq!((mood.values.len(), mood.texts[0].text.as_str()), (1, "So"));
    let mood = Mood::new(Feeling::Lost).with_texts([Text::new("Where?").with_lang("en".into())]);
    assert_eq!(
        to_string(&mood)?,
        format!(
            "<mood xmlns='{}'><lost/><text xml:lang='en'>Where?</text></mood>",
            mood::NS
        )
    );
    Ok(())
}

#[test]
fn an_activity_has_a_general_and_a_particular_name() -> Result<(), Error> {
    let activity = Activity::new(
        General::new(Category::Relaxing).with_specifics([Specific::new(Doing::Gardening)]),
    )
    .with_texts([Text::new("Roses")]);
    let written = to_string(&activity)?;
    assert_eq!(
        written,
        format!(
            "<activity xmlns='{}'><relaxing><gardening/></relaxing><text>Roses</text></activity>",
            activity::NS
        )
    );
    let read: Activity = from_str(&written)?;
    assert_eq!(
        (read.category(), read.doing()),
        (Some(&Category::Relaxing), Some(&Doing::Gardening))
    );
    assert_eq!(read, activity);
    Ok(())
}

#[test]
fn something_of_another_namespace_is_a_detail() -> Result<(), Error> {
    let activity: Activity = from_str(&format!(
        "<activity xmlns='{}'><relaxing><tan xmlns='urn:example:sun'/></relaxing></activity>",
        activity::NS
    ))?;
    assert_eq!(activity.doing(), None);
    assert_eq!(activity.generals[0].details[0].name(), "tan");
    Ok(())
}

#[test]
fn only_an_empty_element_stops_publishing() -> Result<(), Error> {
    for (content, is_stop) in [
        ("", true),
        (" ", true),
        ("<x xmlns='urn:example:x'/>", false),
        ("<text/>", false),
    ] {
        let mood: Mood = from_str(&format!("<mood xmlns='{}'>{content}</mood>", mood::NS))?;
        assert_eq!(mood.is_stop(), is_stop, "{content}");
        let activity: Activity = from_str(&format!(
            "<activity xmlns='{}'>{content}</activity>",
            activity::NS
        ))?;
        assert_eq!(activity.is_stop(), is_stop, "{content}");
        let tune: Tune = from_str(&format!(
            "<tune xmlns='http://jabber.org/protocol/tune'>{content}</tune>"
        ))?;
        assert_eq!(tune.is_stop(), is_stop, "{content}");
        let game: Game = from_str(&format!("<game xmlns='urn:xmpp:gaming:0'>{content}</game>"))?;
        assert_eq!(game.is_stop(), is_stop, "{content}");
    }
    assert!(
        Mood::stop().is_stop()
            && Activity::stop().is_stop()
            && Tune::stop().is_stop()
            && Game::stop().is_stop()
    );
    assert!(!Tune::new("Soup").is_stop() && !Game::new("Chess").is_stop());
    let (tune, _) = crate::keep::<Tune>(
        "<tune xmlns='http://jabber.org/protocol/tune'><length>long</length></tune>",
    )?;
    assert!(tune.length.is_none() && !tune.is_stop());
    Ok(())
}

#[test]
fn addresses_keep_their_order() -> Result<(), Error> {
    let reach = reach::Reach::new().with_addresses([
        reach::Address::new("sip:a@b.example"),
        reach::Address::new("tel:+1").with_descriptions([reach::Description::new("Desk")]),
    ]);
    let read: reach::Reach = from_str(&to_string(&reach)?)?;
    assert_eq!(read, reach);
    assert_eq!(read.addresses[1].descriptions[0].text, "Desk");
    Ok(())
}

#[test]
fn a_temporary_address_is_an_address() {
    let identity = |jid: &str| {
        from_str::<burner::Identity>(&format!(
            "<identity xmlns='{}'><jid>{jid}</jid></identity>",
            burner::NS
        ))
    };
    assert!(identity("x@b.example").is_ok_and(|identity| identity.jid.is_bare()));
    assert!(identity("x:1@b.example").is_err());
    assert!(identity("").is_err());
}
