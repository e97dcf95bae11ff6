use xmpp_registration::feature::Feature;
use xmpp_registration::register::Query;
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

use crate::written;

#[test]
fn reads_and_writes_the_offer() {
    let source = "<register xmlns='http://jabber.org/features/iq-register'/>";
    let feature: Feature = assert_typed(source);
    assert_eq!(feature, Feature::new());
    assert_eq!(written(&feature), source);
}

#[test]
fn rejects_what_is_of_the_other_namespace() {
    assert!(
        from_str::<Feature>("<register xmlns='jabber:iq:register'/>")
            .is_err_and(|e| e.is_wrong_element())
    );
    assert!(
        from_str::<Query>("<query xmlns='http://jabber.org/features/iq-register'/>")
            .is_err_and(|e| e.is_wrong_element())
    );
}
