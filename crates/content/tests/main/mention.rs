use xmpp_content::mention::{Group, Mention, Permissions, Who};
use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::testing::assert_typed;

#[test]
fn is_of_one_or_of_a_group() {
    let one: Mention =
        assert_typed("<mention xmlns='urn:xmpp:mentions:0' occupantid='dd72'><noping/></mention>");
    assert_eq!(one, Mention::of_occupant("dd72").with_silent(true));
    let group: Mention =
        assert_typed("<mention xmlns='urn:xmpp:mentions:0' mentions='urn:xmpp:mentions:0#owner'/>");
    assert_eq!(group, Mention::new().with_group(Group::Owner));
    let other = Group::from("urn:xmpp:mentions:0channel");
    assert_ne!(other, Group::Channel);
}

#[test]
fn cuts_the_body_by_code_points() {
    let mention = Mention::of_occupant("dd72").with_begin(6);
    assert_eq!(mention.part_of("こんにちは、アリス。"), None);
    let mention = mention.with_end(9);
    assert_eq!(mention.part_of("こんにちは、アリス。"), Some("アリス"));
    assert_eq!(mention.part_of("こんにちは"), None);
}

#[test]
fn rejects_a_permission_that_cannot_be_read() {
    let form = |count: &str, who: &str| -> Form {
        xmpp_xml::from_str(&format!(
            "<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
             <value>urn:xmpp:mentions:0</value></field><field var='mentions#count'><value>{count}</value></field>\
             <field var='mentions#channel'><value>{who}</value></field></x>"
        ))
        .expect("it is valid")
    };
    let permissions: Permissions = form("5", "none").parse().expect("it is valid");
    assert_eq!(permissions.count, Some(5));
    assert_eq!(permissions.channel, Some(Who::None));
    assert_eq!(permissions.space, None);
    let other: Permissions = form("5", "owls").parse().expect("it is open");
    assert_eq!(other.channel, Some(Who::from("owls")));
    assert!(form("some", "none").parse::<Permissions>().is_err());
    assert_eq!(Permissions::FORM_TYPE, xmpp_content::mention::NS);
}
