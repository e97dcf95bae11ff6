use xmpp_core_stanzas::Message;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_pubsub::event::{
    Association, Change, Collection, Configuration, Create, Delete, Event, Item, Items, Member, NS,
    Purge, Redirect, Retract, Subscription,
};
use xmpp_pubsub::{AssociationKind, SubscriptionState};
use xmpp_vocabulary::headers::{Headers, name};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{DateTime, ErrorKind, Value};

use crate::{Wind, jid};

#[test]
fn writes_each_change_as_the_specification_has_it() {
    let pilot = jid("pilot@airfield.example");
    let mut associate = Association::associate("a");
    associate.form = Some(Form::new(FormKind::Result));
    let mut old = Collection::new("c", Vec::new());
    old.members = vec![Member::new("a")];
    let item = Item::of_id("1").with_payload(&Wind::new(3)).unwrap();
    let cases: [(Change, &str); 12] = [
        (
            Collection::new("c", vec![associate, Association::dissociate("b")]).into(),
            "<collection node='c'><associate node='a'><x xmlns='jabber:x:data' type='result'/></associate>\
             <dissociate node='b'/></collection>",
        ),
        (
            old.into(),
            "<collection node='c'><node id='a'/></collection>",
        ),
        (Configuration::new("n").into(), "<configuration node='n'/>"),
        (
            Configuration::new("n")
                .with_form(Form::new(FormKind::Result))
                .into(),
            "<configuration node='n'><x xmlns='jabber:x:data' type='result'/></configuration>",
        ),
        (Create::new("n").into(), "<create node='n'/>"),
        (Delete::new("n").into(), "<delete node='n'/>"),
        (
            Delete::new("n")
                .with_redirect(Redirect::new("xmpp:a.example"))
                .into(),
            "<delete node='n'><redirect uri='xmpp:a.example'/></delete>",
        ),
        (Items::new("n").into(), "<items node='n'/>"),
        (
            Items::published("n", vec![item, Item::new()]).into(),
            "<items node='n'><item id='1'><wind xmlns='urn:example:weather' knots='3'/></item><item/></items>",
        ),
        (
            Items::retracted("n", vec![Retract::new("1"), Retract::new("2")]).into(),
            "<items node='n'><retract id='1'/><retract id='2'/></items>",
        ),
        (Purge::new("n").into(), "<purge node='n'/>"),
        (
            Subscription::new("n", pilot, SubscriptionState::None).into(),
            "<subscription node='n' jid='pilot@airfield.example' subscription='none'/>",
        ),
    ];
    for (change, text) in cases {
        let event = Event::new(change.clone());
        let text = format!("<event xmlns='{NS}'>{text}</event>");
        assert_eq!(xmpp_xml::to_string(&event).unwrap(), text);
        assert_eq!(assert_typed::<Event>(&text).change(), Some(&change));
    }
}

#[test]
fn finds_what_was_published_and_what_was_deleted() {
    let event: Event = assert_typed(
        "<event xmlns='http://jabber.org/protocol/pubsub#event'>\
         <items node='weather'><retract id='1'/><item id='2'><wind xmlns='urn:example:weather' knots='5'/></item>\
         <retract id='3'/></items><items node='slots'><item id='4'/></items></event>",
    );
    let winds: Vec<_> = event
        .items("weather")
        .map(|item| item.payload::<Wind>())
        .collect();
    assert_eq!(winds, [Ok(Some(Wind::new(5)))]);
    let gone: Vec<_> = event.retracts("weather").map(|r| r.id.as_str()).collect();
    assert_eq!(gone, ["1", "3"]);
    assert_eq!(event.items("slots").count(), 1);
    assert_eq!(event.retracts("slots").count(), 0);
    assert_eq!(event.items("menu").count(), 0);
}

#[test]
fn keeps_items_and_deletions_in_turn_when_one_is_added() {
    let source = "<event xmlns='http://jabber.org/protocol/pubsub#event'>\
         <items node='n'><retract id='1'/><item id='2'/><lock xmlns='urn:example:lock'/><retract id='3'/></items></event>";
    let mut event: Event = assert_lossless(source);
    let Some(Change::Items(items)) = event.changes.first_mut() else {
        panic!("{event:?}");
    };
    items.retracts.push(Retract::new("4"));
    assert_eq!(
        xmpp_xml::to_string(&event).unwrap(),
        source.replace("</items>", "<retract id='4'/></items>")
    );
}

#[test]
fn says_by_which_subscription_it_came() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client' from='news.airfield.example'>\
         <event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'><item id='1' node='n'/></items></event>\
         <headers xmlns='http://jabber.org/protocol/shim'><header name='SubID'>7</header>\
         <header name='Collection'>all</header><header name='SubID'>9</header></headers></message>",
    );
    let event = message.payload::<Event>().unwrap().unwrap();
    let item = event.items("n").next().unwrap();
    assert_eq!(item.node.as_deref(), Some("n"));
    let headers = message.payload::<Headers>().unwrap().unwrap();
    let subscriptions: Vec<_> = headers.all(name::SUBSCRIPTION_ID).collect();
    assert_eq!(subscriptions, ["7", "9"]);
    assert_eq!(headers.get(name::COLLECTION), Some("all"));
}

#[test]
fn keeps_the_spelling_of_when_a_subscription_ends() {
    let source = "<subscription xmlns='http://jabber.org/protocol/pubsub#event' node='n' \
         jid='Pilot@Airfield.example' expiry='2030-02-28T23:59:59.500+05:30'/>";
    let mut subscription: Subscription = assert_typed(source);
    assert_eq!(
        subscription.expiry,
        Some(DateTime::parse("2030-02-28T23:59:59.500+05:30").unwrap())
    );
    subscription.subscription = Some(SubscriptionState::Subscribed);
    let written = xmpp_xml::to_string(&subscription).unwrap();
    assert!(written.contains("expiry='2030-02-28T23:59:59.500+05:30'"));
    assert!(written.contains("jid='Pilot@Airfield.example'"));
    assert!(written.contains("subscription='subscribed'"));
}

#[test]
fn reads_a_collection_told_in_three_ways() {
    let collection: Collection = assert_typed(
        "<collection xmlns='http://jabber.org/protocol/pubsub#event' node='c'>\
         <node id='a'/><associate node='b'/><disassociate node='d'/><node node='e'/></collection>",
    );
    let kinds: Vec<_> = collection.associations.iter().map(|a| a.kind).collect();
    assert_eq!(
        kinds,
        [AssociationKind::Associate, AssociationKind::Disassociate]
    );
    assert_eq!(collection.members[0].id.as_deref(), Some("a"));
    assert_eq!(collection.members[1].node.as_deref(), Some("e"));
}

#[test]
fn keeps_a_change_that_nobody_knows() {
    let source = "<event xmlns='http://jabber.org/protocol/pubsub#event'><frost node='n'/></event>";
    let event: Event = assert_lossless(source);
    assert_eq!(event.change(), None);
    assert_eq!(event.extra.children().count(), 1);
}

#[test]
fn rejects_changes_of_no_node() {
    for change in ["<items/>", "<create/>", "<delete/>", "<purge/>"] {
        let source = format!("<event xmlns='{NS}'>{change}</event>");
        let error = xmpp_xml::from_str::<Event>(&source).unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::MissingAttribute { name: "node", .. }
            ),
            "{error}"
        );
    }
}
