use xmpp_chat::delivery::{
    Action, Amp, Condition, Delivery, FailedRules, InvalidRules, Resource, Rule,
};
use xmpp_core_stanzas::Message;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{DateTime, Invalid, Options, Report, Value as _, read_with};

use crate::written;

#[test]
fn values_are_read_as_the_condition_says() {
    let time = DateTime::parse("2031-05-06T07:08:09Z").expect("it is a time");
    let expires = Rule::expire_at(Action::Drop, &time);
    assert_eq!(expires.value, "2031-05-06T07:08:09Z");
    assert_eq!(expires.expiry(), Some(time));
    assert_eq!(expires.delivery(), None);
    let stored = Rule::deliver(Action::Notify, Delivery::Stored);
    assert_eq!(stored.delivery(), Some(Delivery::Stored));
    assert_eq!(stored.resource(), None);
    let other = Rule::match_resource(Action::Error, Resource::AnyOther);
    assert_eq!(other.value, "other");
    assert_eq!(other.resource(), Some(Resource::AnyOther));
    assert_eq!(other.expiry(), None);
    let never = Rule::new(Action::Drop, Condition::ExpireAt, "soon");
    assert_eq!(never.expiry(), None);
    let unknown = Rule::new(Action::Drop, Condition::MatchResource, "nearest");
    assert_eq!(unknown.resource(), Some(Resource::from("nearest")));
}

#[test]
fn a_rule_is_in_the_namespace_of_what_it_is_in() {
    let rules = || [Rule::deliver(Action::Error, Delivery::Direct)];
    assert_eq!(
        written(&FailedRules::new(rules())),
        "<failed-rules xmlns='http://jabber.org/protocol/amp#errors'>\
         <rule action='error' condition='deliver' value='direct'/></failed-rules>"
    );
    assert_eq!(
        written(&InvalidRules::new(rules())),
        "<invalid-rules xmlns='http://jabber.org/protocol/amp'>\
         <rule action='error' condition='deliver' value='direct'/></invalid-rules>"
    );
    let failed: FailedRules = assert_typed(&written(&FailedRules::new(rules())));
    assert_eq!(failed.rules.len(), 1);
}

#[test]
fn rejects_a_rule_that_cannot_be_read_whatever_is_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    for inside in [
        "<rule condition='deliver' value='none'/>",
        "<rule action='drop' value='none'/>",
        "<rule action='drop' condition='deliver'/>",
    ] {
        let source = format!("<amp xmlns='http://jabber.org/protocol/amp'>{inside}</amp>");
        let read = read_with::<Amp>(source.as_bytes(), &options, &mut Report::default());
        assert!(read.is_err(), "{inside}");
    }
    let per_hop = "<amp xmlns='http://jabber.org/protocol/amp' per-hop='yes'/>";
    assert!(read_with::<Amp>(per_hop.as_bytes(), &options, &mut Report::default()).is_err());
}

#[test]
fn features_are_named_after_what_they_are_of() {
    assert_eq!(
        Action::Notify.feature(),
        "http://jabber.org/protocol/amp?action=notify"
    );
    assert_eq!(
        Condition::MatchResource.feature(),
        "http://jabber.org/protocol/amp?condition=match-resource"
    );
}

#[test]
fn what_was_failed_is_in_the_error() {
    let message: Message = xmpp_xml::from_str(
        "<message xmlns='jabber:client' type='error'><error type='modify'>\
         <undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
         <failed-rules xmlns='http://jabber.org/protocol/amp#errors'>\
         <rule action='error' condition='deliver' value='stored'/></failed-rules></error></message>",
    )
    .expect("it is valid");
    let error = message.error.expect("it is an error");
    let failed: FailedRules = error
        .application_condition()
        .expect("it is valid")
        .expect("it is there");
    assert_eq!(
        failed.rules,
        [Rule::deliver(Action::Error, Delivery::Stored)]
    );
}
