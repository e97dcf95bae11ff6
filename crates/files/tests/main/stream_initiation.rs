use xmpp_files::stream_initiation::errors::{Error, ErrorKind};
use xmpp_files::stream_initiation::file_transfer::{File, Range};
use xmpp_files::stream_initiation::{Acceptance, Detail, Offer};
use xmpp_files::{bytestreams, url_data};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, Report, from_str, read_with, to_string};

const IBB: &str = "http://jabber.org/protocol/ibb";

#[test]
fn chooses_only_what_was_offered() {
    let file = File::new().with_name("a").with_size(1);
    let offer = Offer::of_file("s", file, [bytestreams::NS, IBB]);
    assert_eq!(
        offer.stream_methods().collect::<Vec<_>>(),
        [bytestreams::NS, IBB]
    );
    assert_eq!(offer.accept(url_data::NS), None);
    let answer = offer.accept(IBB).expect("offered");
    assert_eq!(answer.stream_method(&offer), Some(IBB));
    // A choice that is not the offerer's is none.
    let other = Offer::of_file("s", File::new(), [bytestreams::NS]);
    assert_eq!(answer.stream_method(&other), None);
    assert_eq!(Acceptance::new().stream_method(&offer), None);

    let written = to_string(&offer).expect("it can be written");
    assert_eq!(assert_typed::<Offer>(&written), offer);
    let written = to_string(&answer).expect("it can be written");
    assert_eq!(assert_typed::<Acceptance>(&written), answer);
}

#[test]
fn rejects_offers_without_identifier_or_profile() {
    for attributes in ["id='a'", "profile='b'"] {
        from_str::<Offer>(&format!(
            "<si xmlns='http://jabber.org/protocol/si' {attributes}/>"
        ))
        .expect_err(attributes);
    }
}

#[test]
fn never_takes_a_range_that_is_not_valid_for_the_whole_file() {
    let options = Options::new().invalid(Invalid::Keep);
    const NS: &str = "http://jabber.org/protocol/si/profile/file-transfer";
    for range in [
        "<range offset='-1'/>",
        "<range length='all'/>",
        "<range/><range/>",
    ] {
        let source = format!("<file xmlns='{NS}'>{range}</file>");
        read_with::<File>(source.as_bytes(), &options, &mut Report::default()).expect_err(range);
    }
    let range: Range = assert_typed(&format!("<range xmlns='{NS}' offset='0'/>"));
    assert_eq!((range.offset, range.length), (Some(0), None));
}

#[test]
fn keeps_details_of_other_profiles() {
    let offer: Offer = assert_typed(
        "<si xmlns='http://jabber.org/protocol/si' id='a' profile='urn:example:p'><p xmlns='urn:example:p'/></si>",
    );
    assert!(matches!(offer.details.as_slice(), [Detail::Other(raw)] if raw.name() == "p"));
}

#[test]
fn tells_errors_from_offers() {
    let error: Error = assert_typed("<bad-profile xmlns='http://jabber.org/protocol/si'/>");
    assert_eq!(error, Error::new(ErrorKind::BadProfile));
    from_str::<Error>("<si xmlns='http://jabber.org/protocol/si'/>").expect_err("no error");
}
