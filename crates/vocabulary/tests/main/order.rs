use xmpp_vocabulary::order::{Order, OrderField, feature};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, Report};

#[test]
fn knows_the_direction() {
    let order: Order = assert_typed("<order xmlns='urn:xmpp:order-by:1' by='creation' desc='1'/>");
    assert_eq!(
        order,
        Order::new(OrderField::Creation).with_descending(true)
    );
    let order: Order =
        assert_typed("<order xmlns='urn:xmpp:order-by:1' by='{urn:example:tea}age'/>");
    assert_eq!(order.by, OrderField::from("{urn:example:tea}age"));
    assert!(!order.descending);
}

#[test]
fn rejects_a_direction_that_is_none_whatever_is_kept() {
    let source = "<order xmlns='urn:xmpp:order-by:1' by='creation' desc='yes'/>";
    let options = Options::new().invalid(Invalid::Keep);
    let read = xmpp_xml::read_with::<Order>(source.as_bytes(), &options, &mut Report::default());
    assert!(read.is_err());
}

#[test]
fn names_the_feature_of_what_can_be_ordered() {
    assert_eq!(
        feature("urn:xmpp:mam:2"),
        "urn:xmpp:order-by:1@urn:xmpp:mam:2"
    );
}
