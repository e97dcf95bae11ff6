//! Searches, and their form.

use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_profile::search::{Item, NS, Query, Search};
use xmpp_xml::{Error, from_str, to_string};

#[test]
fn a_field_that_is_there_twice_is_not_one_that_does_not_matter() {
    for content in [
        "<last>A</last><last>B</last>",
        "<x xmlns='jabber:x:data' type='submit'/><x xmlns='jabber:x:data' type='submit'/>",
    ] {
        let text = format!("<query xmlns='{NS}'>{content}</query>");
        assert!(from_str::<Query>(&text).is_err(), "{content}");
        assert!(crate::keep::<Query>(&text).is_err(), "{content}");
    }
}

#[test]
fn an_item_that_is_not_valid_costs_itself() -> Result<(), Error> {
    let text = format!("<query xmlns='{NS}'><item/><item jid='a@b.example'/></query>");
    assert!(from_str::<Query>(&text).is_err());
    let (query, report) = crate::keep::<Query>(&text)?;
    assert_eq!((query.items.len(), report.problems.len()), (1, 1));
    assert_eq!(to_string(&query)?, text);
    Ok(())
}

#[test]
fn searches_by_a_field() -> Result<(), Error> {
    assert_eq!(
        to_string(&Query::new().with_last("Hearts"))?,
        format!("<query xmlns='{NS}'><last>Hearts</last></query>")
    );
    let item = Item::new("a@b.example".parse::<xmpp_jid::Jid>().unwrap()).with_nick("A");
    assert_eq!(
        to_string(&Query::new().with_items([item]))?,
        format!("<query xmlns='{NS}'><item jid='a@b.example'><nick>A</nick></item></query>")
    );
    Ok(())
}

#[test]
fn a_form_is_searched_by_type_and_keeps_the_fields_of_others() -> Result<(), Error> {
    let mut form = Form::of_type(FormKind::Submit, NS);
    form.set_value("x-suit", "hearts");
    let mut search: Search = form.parse().unwrap();
    search.nick = Some("Queenie".into());
    let form = search.submit();
    assert_eq!(form.value("nick"), Some("Queenie"));
    assert_eq!(form.value("x-suit"), Some("hearts"));
    let query = Query::new().with_form(form);
    assert_eq!(from_str::<Query>(&to_string(&query)?)?, query);
    Ok(())
}
