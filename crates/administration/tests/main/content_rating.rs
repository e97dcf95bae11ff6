use xmpp_administration::content_rating::{ContentRating, Label};
use xmpp_xml::from_str;

use crate::keeping_invalid;

#[test]
fn says_where_there_is_more_than_it_understands() {
    let rating = |content: &str| -> ContentRating {
        from_str(&format!(
            "<content-rating xmlns='urn:xmpp:crl:0'>{content}</content-rating>"
        ))
        .expect("it is valid")
    };
    let label = "<simple-label type='urn:example:r'>x</simple-label>";
    assert!(rating("").is_understood());
    assert!(rating(label).is_understood());
    assert!(!rating(&format!("{label}<label xmlns='urn:example:r'/>")).is_understood());
    assert!(!rating(&format!("{label}<odd-label/>")).is_understood());
    let source =
        "<content-rating xmlns='urn:xmpp:crl:0'><simple-label>x</simple-label></content-rating>";
    keeping_invalid::<ContentRating>(source).expect_err("one label fewer is another rating");
}

#[test]
fn turns_labels_into_lines_and_back() {
    let label = Label::new("http://ratings.example", "steam and brass");
    assert_eq!(Label::of_line(&label.to_line()), Some(label));
    let empty = Label::of_line("urn:x ").expect("a label");
    assert_eq!((&*empty.kind, &*empty.text), ("urn:x", ""));
    for line in ["", "urn:x", " x", "urn:x a\tb", "urn:x a\u{85}b"] {
        assert_eq!(Label::of_line(line), None, "{line:?}");
    }
}
