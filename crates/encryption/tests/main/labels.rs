use xmpp_core_stanzas::Message;
use xmpp_encryption::labels::catalog::{Catalog, Item};
use xmpp_encryption::labels::{
    Color, DisplayMarking, Label, LabelError, LabelValue, SecurityLabel,
};
use xmpp_xml::testing::{assert_lossless, assert_typed};

use crate::keep;

const LABEL: &str = "<securitylabel xmlns='urn:xmpp:sec-label:0'><label/></securitylabel>";

fn message(kind: &str, labels: &str) -> Message {
    assert_lossless(&format!(
        "<message xmlns='jabber:client' type='{kind}'>{labels}</message>"
    ))
}

#[test]
fn a_message_has_one_label_or_none() {
    assert_eq!(SecurityLabel::of(&message("chat", "")), Ok(None));
    assert!(
        SecurityLabel::of(&message("chat", LABEL))
            .unwrap()
            .is_some()
    );
    let twice = message("chat", &LABEL.repeat(2));
    assert_eq!(SecurityLabel::of(&twice), Err(LabelError::Several));
    let broken = message("chat", "<securitylabel xmlns='urn:xmpp:sec-label:0'/>");
    assert!(matches!(
        SecurityLabel::of(&broken),
        Err(LabelError::Invalid(_))
    ));
    let second_broken = message(
        "chat",
        &[LABEL, "<securitylabel xmlns='urn:xmpp:sec-label:0'/>"].concat(),
    );
    assert_eq!(SecurityLabel::of(&second_broken), Err(LabelError::Several));
    // What stands in an error is not the label of the error.
    assert_eq!(SecurityLabel::of(&message("error", LABEL)), Ok(None));
}

#[test]
fn a_broken_label_is_not_the_default() {
    let label = |content: &str| format!("<label xmlns='urn:xmpp:sec-label:0'>{content}</label>");
    let ess = "<esssecuritylabel xmlns='urn:xmpp:sec-label:ess:0'>MQYC</esssecuritylabel>";
    let read: Label = assert_typed(&label(ess));
    assert!(matches!(read.value, Some(LabelValue::Ess(_))));
    let broken = "<esssecuritylabel xmlns='urn:xmpp:sec-label:ess:0'>?</esssecuritylabel>";
    assert!(keep::<Label>(&label(broken)).is_err());
    assert!(keep::<Label>(&label(&[ess, "<mark xmlns='urn:example:mark'/>"].concat())).is_err());
    assert_eq!(keep::<Label>(&label("")).map(|it| it.value), Ok(None));
}

#[test]
fn knows_colours_by_name_and_digits() {
    let rgb = |text: &str| Color::from(text).rgb();
    assert_eq!(rgb("NAVY"), Some([0, 0, 128]));
    assert_eq!(rgb("orange"), Some([255, 165, 0]));
    assert_eq!(rgb("#0a0B0c"), Some([10, 11, 12]));
    assert_eq!(rgb("fuschia"), rgb("fuchsia"));
    for unknown in [
        "",
        "#",
        "#abc",
        "#+00000",
        "#0000000",
        "#00000\u{E9}",
        "rebeccapurple",
    ] {
        assert_eq!(rgb(unknown), None, "{unknown}");
    }
}

#[test]
fn shows_black_on_white_unless_the_sender_says_otherwise() {
    let marking: DisplayMarking = assert_typed(
        "<displaymarking xmlns='urn:xmpp:sec-label:0' bgcolor='navy'>X</displaymarking>",
    );
    assert_eq!(
        (marking.foreground(), marking.background()),
        (Color::Black, Color::Navy)
    );
    assert!(DisplayMarking::new("X").is_readable());
}

#[test]
fn sees_through_a_marking_that_is_made_to_be_overlooked() {
    let readable = |foreground: &str, background: &str| {
        DisplayMarking::new("X")
            .with_foreground_color(foreground.into())
            .with_background_color(background.into())
            .is_readable()
    };
    assert!(readable("white", "red") && readable("black", "aqua") && readable("yellow", "black"));
    assert!(!readable("white", "white"));
    assert!(!readable("#fefefe", "white"));
    assert!(!readable("black", "navy"));
    assert!(!readable("nothing", "white"));
}

#[test]
fn says_what_a_catalog_allows() {
    let catalog: Catalog = assert_typed(
        "<catalog xmlns='urn:xmpp:sec-label:catalog:2' restrict='true'>\
         <item selector='A|B|C'><securitylabel xmlns='urn:xmpp:sec-label:0'><label/></securitylabel></item></catalog>",
    );
    assert!(catalog.is_restrictive() && !catalog.allows_unlabelled());
    assert_eq!(catalog.items[0].path().collect::<Vec<_>>(), ["A", "B", "C"]);
    assert_eq!(catalog.default_item(), None);

    let with_none = catalog.with_items([Item::new().with_default(true)]);
    assert!(with_none.allows_unlabelled());
    assert_eq!(
        with_none.default_item(),
        Some(&Item::new().with_default(true))
    );
    assert_eq!(with_none.default_item().unwrap().path().count(), 0);
    let two = with_none.with_items([Item::new().with_default(true)]);
    assert_eq!(two.default_item(), None);
    assert!(Catalog::new([]).allows_unlabelled());
}

#[test]
fn loses_no_restriction_and_no_label_of_a_catalog() {
    for (attribute, item) in [
        ("restrict='perhaps'", ""),
        (
            "",
            "<item><securitylabel xmlns='urn:xmpp:sec-label:0'/></item>",
        ),
    ] {
        let source =
            format!("<catalog xmlns='urn:xmpp:sec-label:catalog:2' {attribute}>{item}</catalog>");
        match keep::<Catalog>(&source) {
            // The item is not there rather than one that offers to send without a label.
            Ok(catalog) => assert!(attribute.is_empty() && catalog.items.is_empty()),
            Err(_) => assert!(!attribute.is_empty()),
        }
    }
}
