use xmpp_data_forms::form::{Form, FormKind};
use xmpp_registration::register::Query;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Extra, Invalid, Options, Report, Xml, from_str, read_with};

use crate::written;

/// Where else to go.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "jabber:x:oob", name = "x")]
struct OutOfBand {
    #[xml(child_text = "url")]
    url: String,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn writes_what_somebody_asks_for() {
    assert_eq!(
        written(&Query::new()),
        "<query xmlns='jabber:iq:register'/>"
    );
    assert_eq!(
        written(&Query::of_account("wren", "two  words ")),
        "<query xmlns='jabber:iq:register'><username>wren</username><password>two  words </password></query>"
    );
    assert_eq!(
        written(&Query::new().with_form(Form::new(FormKind::Submit))),
        "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'/></query>"
    );
    assert_eq!(
        written(&Query::remove()),
        "<query xmlns='jabber:iq:register'><remove/></query>"
    );
}

#[test]
fn tells_a_field_that_is_absent_from_one_that_is_empty_or_filled() {
    let query: Query = assert_typed(
        "<query xmlns='jabber:iq:register'><username>wren</username><password/><email></email><nick> </nick></query>",
    );
    assert_eq!(query.username.as_deref(), Some("wren"));
    assert_eq!(query.password.as_deref(), Some(""));
    assert_eq!(query.email.as_deref(), Some(""));
    assert_eq!(query.nick.as_deref(), Some(" "));
    assert_eq!(query.name, None);
    assert!(!query.registered && !query.remove);
    assert_eq!(
        query.fields().collect::<Vec<_>>(),
        [
            ("username", "wren"),
            ("nick", " "),
            ("password", ""),
            ("email", "")
        ]
    );
}

#[test]
fn knows_every_field_by_its_name() {
    let names = [
        "username", "nick", "password", "name", "first", "last", "email", "address", "city",
        "state", "zip", "phone", "url", "date", "misc", "text", "key",
    ];
    let fields: String = names
        .map(|name| format!("<{name}>{name}!</{name}>"))
        .concat();
    let source = format!(
        "<query xmlns='jabber:iq:register'><registered/><instructions> Hello </instructions>{fields}</query>"
    );
    let query: Query = assert_typed(&source);
    assert_eq!(written(&query), source);
    assert!(query.registered);
    assert_eq!(query.instructions.as_deref(), Some(" Hello "));
    let found: Vec<_> = query.fields().collect();
    let texts = names.map(|name| format!("{name}!"));
    let expected: Vec<_> = names
        .into_iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(Query::new().fields().count(), 0);
}

#[test]
fn finds_where_else_to_register() {
    let source = "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='form'/>\
                  <x xmlns='jabber:x:oob'><url>\n https://library.example/join?a=1&amp;b=2 </url></x></query>";
    let query: Query = assert_typed(source);
    assert_eq!(
        query.redirect_url().as_deref(),
        Some("https://library.example/join?a=1&b=2")
    );
    assert!(query.form.is_some());
    let typed: OutOfBand = query.payload().expect("it is valid").expect("it is there");
    assert!(typed.url.starts_with('\n'));

    let none: Query = assert_typed(
        "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:oob'/><url>https://wren.example</url></query>",
    );
    assert_eq!(none.redirect_url(), None);
    let error = none.payload::<OutOfBand>().expect_err("there is no URL");
    assert_eq!(error.path(), "/query/x");
    assert_eq!(Query::new().payload::<OutOfBand>(), Ok(None));
}

#[test]
fn keeps_all_else_when_a_field_changes() {
    let mut query: Query = assert_lossless(
        "<query xmlns='jabber:iq:register' rev='1'><password> x</password><card xmlns='urn:example:desk'/>\
         <username max='12'>wren</username><registered/></query>",
    );
    query.username = Some("robin".into());
    query.email = Some(String::new());
    assert_eq!(
        written(&query),
        "<query xmlns='jabber:iq:register' rev='1'><password> x</password><email/>\
         <card xmlns='urn:example:desk'/><username max='12'>robin</username><registered/></query>"
    );
}

#[test]
fn rejects_a_field_that_is_there_twice() {
    let error = from_str::<Query>(
        "<query xmlns='jabber:iq:register'><username>wren</username><username/></query>",
    )
    .expect_err("there is one account");
    assert_eq!(
        error.kind(),
        &ErrorKind::RepeatedChild {
            element: "query",
            name: "username"
        }
    );
}

#[test]
fn does_not_choose_between_two_passwords_or_two_forms() {
    let options = Options::new().invalid(Invalid::Keep);
    for twice in [
        "<username>a</username>",
        "<password>a</password>",
        "<x xmlns='jabber:x:data' type='submit'/>",
    ] {
        let source = format!("<query xmlns='jabber:iq:register'>{twice}{twice}</query>");
        let read = read_with::<Query>(source.as_bytes(), &options, &mut Report::default());
        assert!(read.is_err(), "{source}");
    }
    let source = "<query xmlns='jabber:iq:register'><city>a</city><city>b</city></query>";
    let read = read_with::<Query>(source.as_bytes(), &options, &mut Report::default());
    assert_eq!(read.expect("it is kept").city.as_deref(), Some("a"));
}
