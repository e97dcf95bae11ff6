use xmpp_data_forms::feature_negotiation::Feature;
use xmpp_data_forms::form::FormKind;
use xmpp_xml::testing::assert_lossless;
use xmpp_xml::{ErrorKind, from_str, to_string};

#[test]
fn chooses_among_what_is_offered() {
    let offer: Feature = assert_lossless(
        "<feature xmlns='http://jabber.org/protocol/feature-neg'><x xmlns='jabber:x:data' type='form'>\
         <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>\
         <field var='pot' type='list-single'><option><value>big</value></option></field></x></feature>",
    );
    assert_eq!(offer.form.form_type(), Some("urn:example:tea"));
    let mut choice = Feature::new(offer.form.submit());
    choice.form.set_value("pot", "big");
    assert_eq!(choice.form.kind, Some(FormKind::Submit));
    assert_eq!(choice.form.value("pot"), Some("big"));
}

#[test]
fn keeps_what_stands_beside_the_form() {
    let mut feature: Feature = assert_lossless(
        "<feature xmlns='http://jabber.org/protocol/feature-neg' stage='2'><a xmlns='urn:example:a'/>\
         <x xmlns='jabber:x:data' type='cancel'/>.</feature>",
    );
    feature.form.kind = Some(FormKind::Submit);
    assert_eq!(
        to_string(&feature).expect("it can be written"),
        "<feature xmlns='http://jabber.org/protocol/feature-neg' stage='2'><a xmlns='urn:example:a'/>\
         <x xmlns='jabber:x:data' type='submit'/>.</feature>"
    );
}

#[test]
fn rejects_what_offers_nothing() {
    let error = from_str::<Feature>("<feature xmlns='http://jabber.org/protocol/feature-neg'/>");
    assert!(matches!(
        error.expect_err("no form").kind(),
        ErrorKind::MissingChild { name: "form", .. }
    ));
}
