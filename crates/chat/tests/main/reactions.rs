use xmpp_chat::reactions::{Reactions, Restrictions};
use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_xml::testing::assert_typed;

use crate::written;

fn reactions(of: &[&str]) -> Reactions {
    Reactions::new("m1", of.iter().map(|&text| text.to_owned()))
}

#[test]
fn come_back_as_they_were() {
    let read: Reactions = assert_typed(
        "<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>👩‍🚀</reaction><reaction>❤️</reaction></reactions>",
    );
    assert_eq!(read, reactions(&["👩‍🚀", "❤️"]));
    assert_eq!(
        written(&reactions(&[])),
        "<reactions xmlns='urn:xmpp:reactions:0' id='m1'/>"
    );
}

#[test]
fn count_once() {
    let twice = reactions(&["🫖", "🐭", "🫖", "❤", "❤️"]);
    assert_eq!(
        twice.distinct().collect::<Vec<_>>(),
        ["🫖", "🐭", "❤", "❤️"]
    );
}

#[test]
fn are_restricted_by_number_and_by_list() {
    let mut restrictions = Restrictions::new(FormKind::Result);
    assert!(restrictions.allow(&reactions(&["🫖", "🐭", "tea"])));
    restrictions.max_reactions_per_user = Some(1);
    assert!(restrictions.allow(&reactions(&["🫖", "🫖"])));
    assert!(!restrictions.allow(&reactions(&["🫖", "🐭"])));
    restrictions.allow_list.push("❤️".to_owned());
    assert!(restrictions.allow(&reactions(&["❤️"])));
    assert!(!restrictions.allow(&reactions(&["🫖"])));
    assert!(restrictions.allow(&reactions(&[])));
}

#[test]
fn are_all_refused_by_an_empty_list() {
    let form: Form = xmpp_xml::from_str(
        "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
         <value>urn:xmpp:reactions:0:restrictions</value></field><field var='allowlist'/></x>",
    )
    .expect("it is valid");
    let restrictions: Restrictions = form.parse().expect("it is one");
    assert!(!restrictions.allow(&reactions(&["🫖"])));
    assert!(restrictions.allow(&reactions(&[])));
}

#[test]
fn rejects_a_number_that_is_none() {
    let form: Form = xmpp_xml::from_str(
        "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
         <value>urn:xmpp:reactions:0:restrictions</value></field>\
         <field var='max_reactions_per_user'><value>few</value></field></x>",
    )
    .expect("it is valid");
    assert!(form.parse::<Restrictions>().is_err());
    assert_eq!(Restrictions::FORM_TYPE, "urn:xmpp:reactions:0:restrictions");
}
