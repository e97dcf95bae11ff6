use xmpp_vocabulary::nickname::Nickname;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::to_string;

#[test]
fn keeps_every_character() {
    let nick: Nickname = assert_typed(
        "<nick xmlns='http://jabber.org/protocol/nick'> Ал&#xE8; <![CDATA[<3]]> </nick>",
    );
    assert_eq!(nick.text, " Алè <3 ");
    assert_eq!(nick, Nickname::new(" Алè <3 "));
}

#[test]
fn reads_an_empty_one_as_none() {
    let nick: Nickname = assert_typed("<nick xmlns='http://jabber.org/protocol/nick'/>");
    assert_eq!(nick.text, "");
    assert_eq!(
        to_string(&nick).expect("it can be written"),
        "<nick xmlns='http://jabber.org/protocol/nick'/>"
    );
}
