use xmpp_roster::{pre_approval, versioning};
use xmpp_xml::testing::assert_typed;

#[test]
fn say_nothing_but_their_names() {
    let ver: versioning::Feature = assert_typed("<ver xmlns='urn:xmpp:features:rosterver'/>");
    assert_eq!(ver, versioning::Feature::new());
    let sub: pre_approval::Feature = assert_typed("<sub xmlns='urn:xmpp:features:pre-approval'/>");
    assert_eq!(sub, pre_approval::Feature::new());
}
