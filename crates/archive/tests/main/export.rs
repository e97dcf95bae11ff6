//! Files of accounts.

use xmpp_archive::export::{Include, User};
use xmpp_core_stanzas::Presence;

#[test]
fn an_included_file_is_inside_of_the_folder() {
    for (href, is_inside) in [
        ("capulet.example.xml", true),
        ("capulet.example/juliet.xml", true),
        ("a/b/c d.xml", true),
        ("é/…/x.xml", true),
        ("", false),
        (".", false),
        ("..", false),
        ("../x.xml", false),
        ("a/../../x.xml", false),
        ("a/./x.xml", false),
        ("a//x.xml", false),
        ("a/", false),
        ("/etc/passwd", false),
        ("//host.example/x", false),
        ("file:///etc/passwd", false),
        ("http://host.example/x", false),
        ("C:x.xml", false),
        ("..\\x.xml", false),
        ("%2e%2e/x.xml", false),
        ("x.xml?y", false),
        ("x.xml#y", false),
        ("x\u{7f}.xml", false),
        ("x\n.xml", false),
    ] {
        let include = Include::new(href);
        assert_eq!(include.path(), is_inside.then_some(href), "{href}");
    }
    assert_eq!(Include::new("x.xml").with_parse("text").path(), None);
    assert_eq!(
        Include::new("x.xml").with_xpointer("element(/1)").path(),
        None
    );
    let itself = "<include xmlns='http://www.w3.org/2001/XInclude'/>";
    let itself: Include = xmpp_xml::from_str(itself).expect("it is valid");
    assert_eq!(itself.path(), None);
}

#[test]
fn an_account_has_payloads_of_every_kind() {
    let mut user: User = xmpp_xml::from_str(
        "<user xmlns='urn:xmpp:pie:0' name='juliet'><presence xmlns='jabber:client' type='subscribe' from='a@b.example'/>\
         <vCard xmlns='vcard-temp'/><presence xmlns='jabber:client' type='subscribe' from='c@d.example'/></user>",
    )
    .expect("it is valid");
    let requests: Vec<_> = user
        .payloads_of::<Presence>()
        .map(|presence| {
            presence
                .expect("it is valid")
                .from
                .expect("it has a sender")
        })
        .collect();
    assert_eq!(requests, ["a@b.example", "c@d.example"]);
    assert!(user.payload::<Presence>().expect("it is valid").is_some());
    assert!(user.payload::<Include>().expect("there is none").is_none());
    user.push_payload(&Presence::new())
        .expect("it can be written");
    assert_eq!(user.payloads.len(), 4);
}
