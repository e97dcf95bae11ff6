use xmpp_jid::Jid;
use xmpp_jingle::file_transfer;
use xmpp_jingle::publication::{Meta, Publication, Start, Starting};
use xmpp_jingle::session::Description;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::to_string;

#[test]
fn says_what_would_be_exchanged() {
    let owner = Jid::new("miller@mill.example").unwrap();
    let description = Description::from(file_transfer::Description::new());
    let published = Publication::new(owner, "9559")
        .with_metas([Meta::new("Tides").with_summary("All")])
        .with_descriptions([description]);
    let written = to_string(&published).unwrap();
    assert_eq!(assert_typed::<Publication>(&written), published);
    assert!(
        written.contains("<description xmlns='urn:xmpp:jingle:apps:file-transfer:5'/>"),
        "{written}"
    );
}

#[test]
fn asks_by_the_identifier_and_answers_with_that_of_the_session() {
    let start: Start = assert_typed("<start xmlns='urn:xmpp:jinglepub:1' id='9559'/>");
    assert_eq!(start, Start::new("9559"));
    let starting: Starting = assert_typed("<starting xmlns='urn:xmpp:jinglepub:1' sid='851b'/>");
    assert_eq!(starting, Starting::new("851b"));
}
