use xmpp_core_stanzas::{Iq, IqKind};
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_pubsub::pubsub::{
    Action, Affiliation, Affiliations, Configure, Create, DefaultOptions, Item, Items, NS, Options,
    Publish, PublishOptions, Pubsub, Retract, Subscribe, SubscribeOptions, Subscription,
    Subscriptions, Unsubscribe,
};
use xmpp_pubsub::{AffiliationState, SubscriptionState};
use xmpp_vocabulary::headers::{Header, Headers};
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, RawElement, Report};

use crate::{Wind, jid};

/// What stands in `<pubsub/>`.
fn written(pubsub: &Pubsub) -> String {
    let text = xmpp_xml::to_string(pubsub).unwrap();
    let start = format!("<pubsub xmlns='{NS}'>");
    let inner = text.strip_prefix(&start).unwrap();
    let inner = inner.strip_suffix("</pubsub>").unwrap().to_owned();
    assert_eq!(&assert_typed::<Pubsub>(&text), pubsub);
    inner
}

fn form(var: &str, value: &str) -> Form {
    let mut form = Form::new(FormKind::Submit);
    form.set_value(var, value);
    form
}

const FORM: &str =
    "<x xmlns='jabber:x:data' type='submit'><field var='v'><value>1</value></field></x>";

#[test]
fn writes_each_action_as_the_specification_has_it() {
    let pilot = || jid("pilot@airfield.example");
    let cases: [(Action, &str); 18] = [
        (Affiliations::new().into(), "<affiliations/>"),
        (
            Affiliations::of_node("n").into(),
            "<affiliations node='n'/>",
        ),
        (Create::new("n").into(), "<create node='n'/>"),
        (Create::instant().into(), "<create/>"),
        (DefaultOptions::new().into(), "<default/>"),
        (DefaultOptions::of_node("n").into(), "<default node='n'/>"),
        (Items::new("n").into(), "<items node='n'/>"),
        (
            Items::latest("n", 2).into(),
            "<items node='n' max_items='2'/>",
        ),
        (
            Publish::new("n", vec![Item::new(), Item::of_id("1")]).into(),
            "<publish node='n'><item/><item id='1'/></publish>",
        ),
        (
            Retract::new("n", vec![Item::of_id("1"), Item::of_id("2")]).into(),
            "<retract node='n'><item id='1'/><item id='2'/></retract>",
        ),
        (
            Subscribe::new("n", pilot()).into(),
            "<subscribe node='n' jid='pilot@airfield.example'/>",
        ),
        (
            Subscribe::to_root(pilot()).into(),
            "<subscribe jid='pilot@airfield.example'/>",
        ),
        (
            Subscription::new("n", pilot(), SubscriptionState::Pending).into(),
            "<subscription node='n' jid='pilot@airfield.example' subscription='pending'/>",
        ),
        (Subscriptions::new().into(), "<subscriptions/>"),
        (
            Subscriptions::of_node("n").into(),
            "<subscriptions node='n'/>",
        ),
        (
            Unsubscribe::new("n", pilot()).into(),
            "<unsubscribe node='n' jid='pilot@airfield.example'/>",
        ),
        (
            Affiliation::of_node("n", AffiliationState::PublishOnly).into(),
            "<affiliation node='n' affiliation='publish-only'/>",
        ),
        (
            Affiliation::new(AffiliationState::from("mascot")).into(),
            "<affiliation affiliation='mascot'/>",
        ),
    ];
    for (action, text) in cases {
        let pubsub = Pubsub::new(action.clone());
        assert_eq!(written(&pubsub), text);
        assert_eq!(pubsub.action(), Some(&action));
    }
}

#[test]
fn writes_what_goes_along_behind_the_action() {
    let subscribe = Subscribe::to_root(jid("a.example"));
    assert_eq!(
        written(&Pubsub::new(Create::new("n")).with_configure(Configure::new(form("v", "1")))),
        format!("<create node='n'/><configure>{FORM}</configure>")
    );
    let options = Options::of_new_subscription(form("v", "1"));
    assert_eq!(
        written(&Pubsub::new(subscribe).with_options(options)),
        format!("<subscribe jid='a.example'/><options>{FORM}</options>")
    );
    let publish = Publish::new("n", Vec::new());
    let demands = PublishOptions::new(form("v", "1"));
    assert_eq!(
        written(&Pubsub::new(publish).with_publish_options(demands)),
        format!("<publish node='n'/><publish-options>{FORM}</publish-options>")
    );
    assert_eq!(
        written(&Pubsub::new(Items::new("n")).with_set(ResultSet::first_page(9))),
        "<items node='n'/><set xmlns='http://jabber.org/protocol/rsm'><max>9</max></set>"
    );
    assert_eq!(
        written(&Pubsub::of_options(Options::new("n", jid("a.example")))),
        "<options node='n' jid='a.example'/>"
    );
}

#[test]
fn publishes_with_the_options_for_public_and_for_private_data() {
    let form_type = "<field var='FORM_TYPE' type='hidden'>\
         <value>http://jabber.org/protocol/pubsub#publish-options</value></field>";
    let persists = "<field var='pubsub#persist_items'><value>true</value></field>";
    for (options, rest) in [
        (
            PublishOptions::public_data("presence"),
            "<field var='pubsub#send_last_published_item'><value>never</value></field>\
             <field var='pubsub#access_model'><value>presence</value></field>",
        ),
        (
            PublishOptions::private_data(),
            "<field var='pubsub#access_model'><value>whitelist</value></field>",
        ),
    ] {
        assert_eq!(
            xmpp_xml::to_string(&options).unwrap(),
            format!(
                "<publish-options xmlns='{NS}'><x xmlns='jabber:x:data' type='submit'>\
                 {form_type}{persists}{rest}</x></publish-options>"
            )
        );
        let form = options.form.unwrap();
        assert_eq!(form.form_type(), Some(xmpp_pubsub::pubsub::PUBLISH_OPTIONS));
        assert_eq!(form.get("pubsub#persist_items"), Ok(Some(true)));
    }
}

#[test]
fn reads_the_payload_of_an_item_as_a_type() {
    let item: Item = assert_typed(
        "<item xmlns='http://jabber.org/protocol/pubsub' id='1' publisher='Tower@Airfield.example/roof'>\
         <wind xmlns='urn:example:weather' knots='007'/>\
         <headers xmlns='http://jabber.org/protocol/shim'><header name='Start'>now</header></headers>\
         </item>",
    );
    assert_eq!(item.id.as_deref(), Some("1"));
    assert_eq!(item.publisher, Some(jid("tower@airfield.example/roof")));
    assert_eq!(item.payload::<Wind>().unwrap().unwrap().knots, 7);
    let headers = item.payload::<Headers>().unwrap().unwrap();
    assert_eq!(headers.get("Start"), Some("now"));
    assert_eq!(item.payload::<Form>(), Ok(None));
}

#[test]
fn tells_where_a_payload_is_wrong() {
    let item: Item = assert_typed(
        "<item xmlns='http://jabber.org/protocol/pubsub'><wind xmlns='urn:example:weather' knots='many'/></item>",
    );
    let error = item.payload::<Wind>().unwrap_err();
    assert_eq!(error.path(), "/item/wind/@knots");
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if &**value == "many"));
}

#[test]
fn keeps_all_else_when_one_payload_is_changed() {
    let mut pubsub: Pubsub = assert_lossless(
        "<pubsub xmlns='http://jabber.org/protocol/pubsub'>\
         <items node='weather' seen='1'>\
         <item id='1'><note xmlns='urn:example:note'>\u{fc}</note><wind xmlns='urn:example:weather' knots='1'/>?</item>\
         <more xmlns='urn:example:more'/><item id='2'><wind xmlns='urn:example:weather' knots='02'/></item>\
         </items></pubsub>",
    );
    let Some(Action::Items(items)) = pubsub.actions.first_mut() else {
        panic!("{pubsub:?}");
    };
    items.items[0].set_payload(&Wind::new(30)).unwrap();
    let headers: Headers = [Header::new("Start", "now")].into_iter().collect();
    items.items[1].set_payload(&headers).unwrap();
    assert_eq!(
        xmpp_xml::to_string(&pubsub).unwrap(),
        "<pubsub xmlns='http://jabber.org/protocol/pubsub'>\
         <items node='weather' seen='1'>\
         <item id='1'><note xmlns='urn:example:note'>\u{fc}</note><wind xmlns='urn:example:weather' knots='30'/>?</item>\
         <more xmlns='urn:example:more'/><item id='2'><wind xmlns='urn:example:weather' knots='02'/>\
         <headers xmlns='http://jabber.org/protocol/shim'><header name='Start'>now</header></headers></item>\
         </items></pubsub>"
    );
}

#[test]
fn finds_the_items_of_each_node_of_a_collection() {
    let pubsub: Pubsub = assert_typed(
        "<pubsub xmlns='http://jabber.org/protocol/pubsub'>\
         <items node='a'><item id='1'/></items><items node='b'><item id='2'/></items>\
         <items><item id='3'/></items><items node='a'><item id='4'/></items></pubsub>",
    );
    let ids = |node| -> Vec<_> {
        pubsub
            .items(node)
            .filter_map(|item| item.id.as_deref())
            .collect()
    };
    assert_eq!(pubsub.actions.len(), 4);
    assert_eq!(ids("a"), ["1", "4"]);
    assert_eq!(ids("b"), ["2"]);
    assert_eq!(ids(""), [""; 0]);
}

#[test]
fn keeps_what_goes_along_where_it_stood() {
    let source = "<pubsub xmlns='http://jabber.org/protocol/pubsub'>\
         <options><x xmlns='jabber:x:data' type='submit'/></options>\
         <order xmlns='urn:example:order'/><subscribe jid='Pilot@Airfield.example' node=''/></pubsub>";
    let mut pubsub: Pubsub = assert_lossless(source);
    let Some(Action::Subscribe(subscribe)) = pubsub.actions.first_mut() else {
        panic!("{pubsub:?}");
    };
    assert_eq!(subscribe.node.as_deref(), Some(""));
    subscribe.node = Some("weather".into());
    assert_eq!(
        xmpp_xml::to_string(&pubsub)
            .unwrap()
            .parse::<RawElement>()
            .unwrap(),
        source.replace("node=''", "node='weather'").parse().unwrap()
    );
}

#[test]
fn tells_options_that_must_be_set_from_those_that_may() {
    for (inner, expected) in [
        ("", None),
        ("<subscribe-options/>", Some(SubscribeOptions::new())),
        (
            "<subscribe-options><required/></subscribe-options>",
            Some(SubscribeOptions::required()),
        ),
    ] {
        let source = format!("<subscription xmlns='{NS}' jid='a.example'>{inner}</subscription>");
        let subscription: Subscription = assert_typed(&source);
        assert_eq!(subscription.subscribe_options, expected);
        assert_eq!(subscription.subscription, None);
    }
}

#[test]
fn reads_requests_that_lack_what_they_need() {
    // A service must be able to answer them with the error that says what is missing.
    for action in [
        "<publish/>",
        "<publish><item/></publish>",
        "<retract node='n'/>",
        "<retract><item/></retract>",
        "<subscribe/>",
        "<unsubscribe node='n'/>",
        "<options/>",
        "<items/>",
    ] {
        let _: Pubsub = assert_typed(&format!("<pubsub xmlns='{NS}'>{action}</pubsub>"));
    }
}

#[test]
fn tells_a_notify_that_is_absent_from_one_that_is_false() {
    for (attribute, expected) in [
        ("", None),
        (" notify='false'", Some(false)),
        (" notify='0'", Some(false)),
        (" notify=' 1 '", Some(true)),
    ] {
        let source = format!("<retract xmlns='{NS}' node='n'{attribute}><item id='1'/></retract>");
        assert_eq!(assert_typed::<Retract>(&source).notify, expected);
    }
}

#[test]
fn reads_affiliations_that_nobody_knows() {
    let source = format!("<affiliation xmlns='{NS}' node='n' affiliation='mascot'/>");
    let affiliation: Affiliation = assert_typed(&source);
    assert_eq!(affiliation.affiliation, AffiliationState::from("mascot"));
}

/// What a request cannot say clearly is no request for more.
#[test]
fn rejects_an_invalid_bound_or_condition_even_where_invalid_values_are_kept() {
    let options = xmpp_xml::Options::new().invalid(Invalid::Keep);
    let form = "<x xmlns='jabber:x:data' type='submit'/>";
    for (inner, path) in [
        (
            "<items node='n' max_items='-1'/>".into(),
            "items/@max_items",
        ),
        ("<items node='n' max_items=''/>".into(), "items/@max_items"),
        (
            "<retract node='n' notify='perhaps'><item id='1'/></retract>".into(),
            "retract/@notify",
        ),
        (
            format!("<create node='n'/><configure>{form}{form}</configure>"),
            "configure/x[2]",
        ),
        (
            format!("<publish node='n'/><publish-options>{form}{form}</publish-options>"),
            "publish-options/x[2]",
        ),
        (
            "<publish node='n'/><publish-options/><publish-options/>".into(),
            "publish-options[2]",
        ),
        (
            format!("<options node='n'>{form}{form}</options>"),
            "options/x[2]",
        ),
        (
            "<items node='n'/><set xmlns='http://jabber.org/protocol/rsm'/>\
             <set xmlns='http://jabber.org/protocol/rsm'/>"
                .into(),
            "set[2]",
        ),
        ("<subscription node='n'/>".into(), "subscription"),
    ] {
        let source = format!("<pubsub xmlns='{NS}'>{inner}</pubsub>");
        let strict = xmpp_xml::from_str::<Pubsub>(&source).expect_err(&source);
        assert_eq!(strict.path(), format!("/pubsub/{path}"));
        let mut report = Report::default();
        let kept = xmpp_xml::read_with::<Pubsub>(source.as_bytes(), &options, &mut report);
        assert_eq!(kept.expect_err(&source), strict);
    }
}

#[test]
fn rejects_what_may_stand_once_and_stands_twice() {
    for twice in ["<configure/>", "<options/>", "<publish-options/>"] {
        let source = format!("<pubsub xmlns='{NS}'>{twice}{twice}</pubsub>");
        let error = xmpp_xml::from_str::<Pubsub>(&source).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::RepeatedChild { .. }),
            "{error}"
        );
    }
}

#[test]
fn stands_in_an_iq() {
    let request = Pubsub::new(Items::latest("weather", 1));
    let iq = Iq::new(IqKind::Get, "i1").with_payload(&request).unwrap();
    let iq: Iq = assert_typed(&xmpp_xml::to_string(&iq).unwrap());
    assert_eq!(iq.as_get::<Pubsub>(), Ok(Some(request)));
    assert_eq!(iq.as_get::<xmpp_pubsub::owner::Pubsub>(), Ok(None));
    assert_eq!(iq.as_set::<Pubsub>(), Ok(None));
}
