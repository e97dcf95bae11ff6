//! A crate that depends on the facade alone, as this one does, derives without a word about where the library is.

use xmpp_stanzas::data_forms::{Form, FormKind, FormType};
use xmpp_stanzas::xml::{Error, Extra, OtherToken, Xml, from_str, to_string};

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:tea", name = "order", new = "An order.")]
struct Order {
    #[xml(attribute)]
    sort: Sort,
    #[xml(child)]
    extras: Vec<With>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
enum Sort {
    Green,
    #[xml(other)]
    Other(OtherToken),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:tea", name = "milk")]
struct Milk {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum With {
    Milk(Milk),
}

#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:example:tea")]
struct Wishes {
    #[form(var = "sorts", kind = "list-multi", options)]
    sorts: Vec<Sort>,
    #[form(source)]
    form: Form,
}

#[test]
fn derives_by_way_of_the_facade() -> Result<(), Error> {
    let mut order = Order::new(Sort::Green);
    order.extras.push(Milk::default().into());
    let written = to_string(&order)?;
    assert_eq!(
        written,
        "<order xmlns='urn:example:tea' sort='green'><milk/></order>"
    );
    assert_eq!(from_str::<Order>(&written)?, order);

    let mut wishes = Wishes::new(FormKind::Submit);
    wishes.sorts.push(Sort::from("oolong"));
    assert_eq!(wishes.to_form().value(Wishes::SORTS), Some("oolong"));
    Ok(())
}
