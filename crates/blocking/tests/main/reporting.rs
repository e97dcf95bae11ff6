//! Why somebody is blocked.

use xmpp_blocking::command::{Block, Item};
use xmpp_blocking::reporting::{Reason, Report};
use xmpp_jid::Jid;
use xmpp_xml::{from_str, to_string};

fn report(attributes: &str, content: &str) -> Report {
    from_str(&format!(
        "<report xmlns='urn:xmpp:reporting:1' {attributes}>{content}</report>"
    ))
    .expect("it is valid")
}

fn block(content: &str) -> Block {
    from_str(&format!(
        "<block xmlns='urn:xmpp:blocking'><item jid='crow@orchard.example'>{content}</item></block>"
    ))
    .expect("the address is blocked whatever the report says")
}

#[test]
fn blocks_an_address_whatever_the_report_says() {
    let unread =
        "<report xmlns='urn:xmpp:reporting:1'><stanza-id xmlns='urn:xmpp:sid:0'/></report>";
    block(unread).items[0]
        .report()
        .expect_err("an identifier without one");
    let good = "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/>";
    assert!(
        block(good).items[0]
            .report()
            .expect("it is valid")
            .is_some()
    );
    assert_eq!(block(&good.repeat(2)).items[0].report(), Ok(None));
    assert_eq!(
        block("<cherry xmlns='urn:example:x'/>").items[0].report(),
        Ok(None)
    );
}

#[test]
fn reads_the_reason_of_either_version() {
    let spam = "reason='urn:xmpp:reporting:spam'";
    assert_eq!(report(spam, "").reason(), Some(&Reason::Spam));
    assert_eq!(report("", "<spam/>").reason(), Some(&Reason::Spam));
    assert_eq!(report("", "<abuse/>").reason(), Some(&Reason::Abuse));
    assert_eq!(report(spam, "<spam/>").reason(), Some(&Reason::Spam));
    assert_eq!(report(spam, "<abuse/>").reason(), None);
    assert_eq!(report("", "<spam/><abuse/>").reason(), None);
    assert_eq!(report("", "").reason(), None);
}

#[test]
fn agrees_to_nothing_that_was_not_said() {
    let said = report("", "<third-party/><report-origin xmlns='urn:example:x'/>");
    assert!(said.is_third_party && !said.is_report_origin);
    let plain = Report::new(Reason::Abuse);
    assert!(!plain.is_third_party && !plain.is_report_origin);
    let item = Item::new(Jid::new("crow@orchard.example").expect("an address"));
    let item = item.with_report(&plain).expect("it can be written");
    assert_eq!(
        to_string(&item).expect("it can be written"),
        "<item xmlns='urn:xmpp:blocking' jid='crow@orchard.example'>\
         <report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'/></item>"
    );
}
