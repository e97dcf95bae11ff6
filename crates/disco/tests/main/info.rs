use xmpp_data_forms::form::{Form, FormKind};
use xmpp_disco::info::{Feature, Identity, NS, Request, Response};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, LanguageTag, Options, RawElement, Report};

const BAKERY: &str = "<query xmlns='http://jabber.org/protocol/disco#info' node='oven'>\
    <identity category='store' type='generic' name='The Bakery' xml:lang='en'/>\
    <identity category='store' type='generic' name='Die Bäckerei' xml:lang='de'/>\
    <feature var='http://jabber.org/protocol/disco#info'/>\
    <feature var='urn:example:bread'/>\
    <x xmlns='jabber:x:data' type='result'>\
    <field var='FORM_TYPE' type='hidden'><value>urn:example:bread:info</value></field>\
    <field var='loaves'><value>12</value></field>\
    </x>\
    </query>";

#[test]
fn reads_all_that_an_answer_has() {
    let answer: Response = assert_typed(BAKERY);
    assert_eq!(answer.node.as_deref(), Some("oven"));
    let [english, german] = answer.identities.as_slice() else {
        panic!("{:?}", answer.identities);
    };
    assert_eq!((&*english.category, &*english.kind), ("store", "generic"));
    assert_eq!(english.name.as_deref(), Some("The Bakery"));
    assert_eq!(german.lang, Some(LanguageTag::new("de")));
    assert_eq!(
        answer.features,
        [Feature::new(NS), Feature::new("urn:example:bread")]
    );
    assert_eq!(answer.forms.len(), 1);
}

#[test]
fn finds_identities_features_and_forms() {
    let answer: Response = assert_typed(BAKERY);
    assert!(answer.has_identity("store", "generic"));
    assert!(!answer.has_identity("store", "berkeley"));
    assert!(answer.has_feature(NS));
    assert!(!answer.has_feature("urn:example"));
    let form = answer.form("urn:example:bread:info").unwrap();
    assert_eq!(form.value("loaves"), Some("12"));
    assert_eq!(answer.form("urn:example:cake"), None);
}

#[test]
fn writes_what_was_built() {
    let mut answer = Request::of_node("oven").response();
    for (lang, name) in [("en", "The Bakery"), ("de", "Die Bäckerei")] {
        let mut identity = Identity::new("store", "generic");
        identity.name = Some(name.into());
        identity.lang = Some(lang.into());
        answer.identities.push(identity);
    }
    answer.features = [NS, "urn:example:bread"].map(Feature::new).into();
    let mut form = Form::of_type(FormKind::Result, "urn:example:bread:info");
    form.set_value("loaves", "12");
    answer.forms.push(form);
    let read: Response = assert_typed(BAKERY);
    assert_eq!(answer, read);
    assert_eq!(
        xmpp_xml::from_str(&xmpp_xml::to_string(&answer).unwrap()),
        Ok(read)
    );
}

#[test]
fn tells_an_absent_node_from_an_empty_one() {
    let absent: Request = assert_typed("<query xmlns='http://jabber.org/protocol/disco#info'/>");
    assert_eq!(absent, Request::new());
    let empty: Request =
        assert_typed("<query xmlns='http://jabber.org/protocol/disco#info' node=''/>");
    assert_eq!(empty, Request::of_node(""));
    assert_eq!(empty.response().node.as_deref(), Some(""));
    assert_eq!(Request::new().response(), Response::new());
}

#[test]
fn keeps_the_order_and_what_is_foreign_when_something_changes() {
    let mut answer: Response = assert_lossless(
        "<query xmlns='http://jabber.org/protocol/disco#info' v='2'>\
         <feature var='b'/><map xmlns='urn:example:map'/>\
         <identity category='server' type='im' hint='h'/><feature var='a'/>\
         </query>",
    );
    answer.identities[0].name = Some("s".into());
    answer.features.push(Feature::new("c"));
    assert_eq!(
        xmpp_xml::to_string(&answer).unwrap(),
        "<query xmlns='http://jabber.org/protocol/disco#info' v='2'>\
         <feature var='b'/><map xmlns='urn:example:map'/>\
         <identity category='server' type='im' name='s' hint='h'/><feature var='a'/>\
         <feature var='c'/></query>"
    );
}

#[test]
fn keeps_duplicates() {
    let answer: Response = assert_typed(
        "<query xmlns='http://jabber.org/protocol/disco#info'>\
         <identity category='a' type='b'/><identity category='a' type='b'/>\
         <feature var='f'/><feature var='f'/></query>",
    );
    assert_eq!((answer.identities.len(), answer.features.len()), (2, 2));
}

#[test]
fn rejects_parts_that_say_nothing() {
    for (part, name) in [
        ("<identity type='pc'/>", "category"),
        ("<identity category='client'/>", "type"),
        ("<feature/>", "var"),
    ] {
        let source = format!("<query xmlns='{NS}'>{part}</query>");
        let error = xmpp_xml::from_str::<Response>(&source).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::MissingAttribute { name: found, .. } if *found == name),
            "{error:?}"
        );
    }
}

#[test]
fn says_where_an_identity_lacks_something_and_keeps_the_rest_when_told_to() {
    let source = "<query xmlns='http://jabber.org/protocol/disco#info'>\
         <identity type='coucou'/><identity category='client' type='pc'/></query>";
    let missing = ErrorKind::MissingAttribute {
        element: "identity",
        name: "category",
    };
    let error = xmpp_xml::from_str::<Response>(source).expect_err("an identity has a category");
    assert_eq!(
        (error.kind(), error.path()),
        (&missing, "/query/identity[1]")
    );

    let options = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let kept: Response =
        xmpp_xml::read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
    assert_eq!(report.problems, [error]);
    assert_eq!(kept.identities, [Identity::new("client", "pc")]);
    assert_eq!(
        xmpp_xml::to_string(&kept).unwrap().parse::<RawElement>(),
        source.parse()
    );
}
