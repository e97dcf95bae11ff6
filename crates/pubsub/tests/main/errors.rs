use xmpp_core_stanzas::{Condition, StanzaError};
use xmpp_pubsub::Feature;
use xmpp_pubsub::errors::{Error, ErrorKind, NS};
use xmpp_xml::Token;
use xmpp_xml::testing::{assert_lossless, assert_typed};

#[test]
fn stands_beside_the_condition_of_a_stanza_error() {
    let error = StanzaError::new(Condition::FeatureNotImplemented)
        .with_application_condition(&Error::unsupported(Feature::MultiItems))
        .unwrap();
    let written = xmpp_xml::to_string(&error).unwrap();
    assert_eq!(
        written,
        "<error xmlns='jabber:client' type='cancel'>\
         <feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
         <unsupported xmlns='http://jabber.org/protocol/pubsub#errors' feature='multi-items'/></error>"
    );
    let error: StanzaError = assert_typed(&written);
    let condition = error.application_condition::<Error>().unwrap().unwrap();
    assert_eq!(condition.kind, ErrorKind::Unsupported);
    assert_eq!(condition.feature, Some(Feature::MultiItems));
}

#[test]
fn reads_every_condition_and_every_feature() {
    for token in ErrorKind::TOKENS {
        let error: Error = assert_typed(&format!("<{token} xmlns='{NS}'/>"));
        assert_eq!(error, Error::new(ErrorKind::from(*token)));
        assert!(error.kind.position().is_some());
    }
    for token in Feature::TOKENS {
        let source = format!("<unsupported xmlns='{NS}' feature='{token}'/>");
        let error: Error = assert_typed(&source);
        let feature = error.feature.unwrap();
        assert_eq!(feature.as_str(), *token);
        assert!(feature.position().is_some());
        assert_eq!(Feature::from_var(&feature.var()), Some(feature));
    }
    assert_eq!((ErrorKind::TOKENS.len(), Feature::TOKENS.len()), (24, 48));
}

#[test]
fn keeps_conditions_and_features_that_nobody_knows() {
    let error: Error = assert_lossless(
        "<on-strike xmlns='http://jabber.org/protocol/pubsub#errors' feature='pay' since='monday'>why</on-strike>",
    );
    assert_eq!(error.kind, ErrorKind::from("on-strike"));
    assert_eq!(error.feature, Some(Feature::from("pay")));
    assert_eq!(error.extra.attribute("", "since"), Some("monday"));
}

#[test]
fn tells_features_of_pubsub_from_others() {
    let named = Feature::from_var("http://jabber.org/protocol/pubsub#publish-options");
    assert_eq!(named, Some(Feature::PublishOptions));
    let unnamed = Feature::from_var("http://jabber.org/protocol/pubsub#time-travel");
    assert_eq!(unnamed, Some(Feature::from("time-travel")));
    for other in [
        "http://jabber.org/protocol/pubsub",
        "http://jabber.org/protocol/pubsubs#publish",
        "urn:xmpp:mam:2",
        "",
    ] {
        assert_eq!(Feature::from_var(other), None);
    }
}
