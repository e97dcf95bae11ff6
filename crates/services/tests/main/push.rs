use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_services::push::{Disable, Enable, Notification, Summary};
use xmpp_xml::{from_str, to_string};

use crate::{jid, keeping_invalid};

#[test]
fn disables_all_nodes_only_where_nothing_says_otherwise() {
    let service = jid("push.client.example");
    let one = Enable::new(service.clone()).with_node("1");
    let without = Enable::new(service.clone());
    let all = Disable::all(service.clone());
    assert!(all.is_all() && all.covers(&one) && all.covers(&without));
    let empty = Disable::node(service.clone(), "");
    assert!(!empty.is_all() && !empty.covers(&one) && !empty.covers(&without));
    assert!(!Disable::all(jid("push.other.example")).covers(&one));
    let some: Disable = from_str(
        "<disable xmlns='urn:xmpp:push:0' jid='push.client.example'><only xmlns='urn:example:x'/></disable>",
    )
    .expect("it is valid");
    assert!(!some.is_all() && !some.covers(&one) && !some.covers(&without));
    assert_eq!(
        to_string(&Disable::node(service, "1")).expect("it can be written"),
        "<disable xmlns='urn:xmpp:push:0' jid='push.client.example' node='1'/>"
    );
}

#[test]
fn never_loses_the_options_without_which_a_service_refuses() {
    let form = "<x xmlns='jabber:x:data' type='submit'/>";
    let source = format!("<enable xmlns='urn:xmpp:push:0' jid='p.example'>{form}{form}</enable>");
    keeping_invalid::<Enable>(&source).expect_err("which of the two?");
}

#[test]
fn publishes_no_form_of_another_type() {
    let enable = Enable::new(jid("p.example"));
    assert_eq!(enable.publish_options(), Ok(None));
    let enable = enable.with_form(Form::of_type(FormKind::Submit, "urn:example:other"));
    enable.publish_options().expect_err("another type");
    let enable = enable.with_publish_options([("secret", "s"), ("pubsub#access_model", "open")]);
    let options = enable.publish_options().expect("the type").expect("a form");
    assert_eq!(options.value("secret"), Some("s"));
}

#[test]
fn finds_the_summary_among_other_forms() {
    let mut summary = Summary::new(FormKind::Result);
    summary.message_count = Some(2);
    let mut notification = Notification::of(&summary);
    notification
        .forms
        .insert(0, Form::of_type(FormKind::Result, "urn:example:other"));
    let found = notification
        .summary()
        .expect("it is valid")
        .expect("there is one");
    assert_eq!(found.message_count, Some(2));
    assert_eq!(Notification::new().summary(), Ok(None));
}
