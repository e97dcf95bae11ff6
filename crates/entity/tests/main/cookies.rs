use xmpp_entity::cookies::{CookieName, SetCookies};
use xmpp_entity::poke::{Method, Poke};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, Report, read_with};

#[test]
fn takes_no_program_for_a_value() {
    let source = |js: &str| {
        format!("<set-cookies xmlns='urn:xmpp:tmp:cookies'><rm js='{js}'>exec()</rm></set-cookies>")
    };
    let set: SetCookies = assert_typed(&source("1"));
    assert!(set.cookies[0].is_program);
    assert_eq!(set.cookies[0].name, CookieName::from("rm"));
    let options = Options::new().invalid(Invalid::Keep);
    let kept: SetCookies =
        read_with(source("root").as_bytes(), &options, &mut Report::default()).unwrap();
    assert!(kept.cookies.is_empty() && kept.extra.children().count() == 1);
}

#[test]
fn pokes_by_registered_methods_and_others() {
    let poke: Poke = assert_typed("<poke xmlns='http://jabber.org/protocol/poke' method='dna'/>");
    assert_eq!(poke, Poke::new().with_method(Method::Dna));
    let poke: Poke =
        assert_typed("<poke xmlns='http://jabber.org/protocol/poke' method='tickle'/>");
    assert_eq!(poke.method.unwrap().as_str(), "tickle");
}
