//! What the area promises, seen from outside.

use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::FormKind;
use xmpp_publishing::atom::{Content, ContentKind, Entry, Feed, Link, Relation, Text, Title};
use xmpp_publishing::attachments::{self, Attachments};
use xmpp_publishing::calendar::{Answer, Attendees, Attending, Event, LinkRole, Rsvp};
use xmpp_publishing::microblog::{comments_link, comments_node, is_author};
use xmpp_publishing::summary::{self, Summary};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Error, ErrorKind, from_str, to_string};

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn title(inner: &str) -> Title {
    from_str(&format!("<title xmlns='{ATOM}' {inner}</title>")).unwrap()
}

#[test]
fn reads_a_text_by_its_type() {
    assert_eq!(title(">a &lt;b>").text(), Text::Plain("a <b>"));
    assert_eq!(title("type='html'>a &lt;b>").text(), Text::Html("a <b>"));
    assert_eq!(title(">").text(), Text::Plain(""));
    let xhtml = title("type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a</div>");
    assert!(matches!(xhtml.text(), Text::Xhtml(_)));
}

#[test]
fn reads_no_markup_where_the_type_has_none() {
    for inner in [
        "><div xmlns='http://www.w3.org/1999/xhtml'>a</div>",
        "type='html'><div xmlns='http://www.w3.org/1999/xhtml'>a</div>",
        "type='xhtml'>a",
        "type='xhtml'><div xmlns='urn:example:other'>a</div>",
        "type='xhtml'><script xmlns='http://www.w3.org/1999/xhtml'>a</script>",
        "type='markdown'>a",
    ] {
        assert_eq!(title(inner).text(), Text::Invalid, "{inner}");
    }
}

#[test]
fn finds_a_content_in_plain_text_beside_others() {
    let entry: Entry = assert_typed(&format!(
        "<entry xmlns='{ATOM}'><content type='html'>x</content><content src='a'/>\
         <content type='text'>plain</content></entry>"
    ));
    assert_eq!(entry.plain_content(), Some("plain"));
    let entry: Entry =
        from_str(&format!("<entry xmlns='{ATOM}'><content src='a'/></entry>")).unwrap();
    assert_eq!(entry.plain_content(), None, "it is elsewhere");
    let content: Content = from_str(&format!(
        "<content xmlns='{ATOM}' type='text'><div xmlns='http://www.w3.org/1999/xhtml'/></content>"
    ))
    .unwrap();
    assert_eq!(content.div(), None);
    assert_eq!(content.kind, ContentKind::Text);
}

#[test]
fn finds_links_by_relation() {
    let feed: Feed = assert_typed(&format!(
        "<feed xmlns='{ATOM}'><link href='a'/>\
         <link rel='http://www.iana.org/assignments/relation/via' href='b'/><link rel='urn:example:x' href='c'/></feed>"
    ));
    let href = |relation| feed.link(relation).map(|link| link.href.as_str());
    assert_eq!(href("alternate"), Some("a"));
    assert_eq!(href("via"), Some("b"));
    assert_eq!(href("urn:example:x"), Some("c"));
    assert_eq!(href("self"), None);
    // How long something is, is a hint, and often none.
    let link: Link = assert_typed(&format!("<link xmlns='{ATOM}' href='a' length=''/>"));
    assert_eq!(link.bytes(), None);
    assert_eq!(Link::new("a").with_length(" 512 ").bytes(), Some(512));
    assert_eq!(comments_link("x").rel, Some(Relation::Replies));
    assert_eq!(
        comments_node("picnic"),
        "urn:xmpp:microblog:0:comments/picnic"
    );
}

#[test]
fn keeps_dates_as_they_are_spelt() {
    let source =
        format!("<entry xmlns='{ATOM}'><updated>2003-12-13T18:30:02.25+01:00</updated></entry>");
    let entry: Entry = assert_typed(&source);
    assert_eq!(to_string(&entry).unwrap(), source);
    let bad = source.replace("2003-12-13", "yesterday");
    assert!(matches!(
        from_str::<Entry>(&bad).unwrap_err().kind(),
        ErrorKind::InvalidValue { .. }
    ));
}

#[test]
fn believes_no_author_that_is_not_the_publisher() {
    let entry: Entry = assert_typed(&format!(
        "<entry xmlns='{ATOM}'><author><name>Mole</name><uri> xmpp:mole@river.example </uri></author>\
         <author><name>Mole</name><uri>https://river.example/mole</uri></author><author/></entry>"
    ));
    let mole = "mole@river.example/phone".parse().unwrap();
    let weasel = "weasel@wood.example".parse().unwrap();
    assert!(is_author(&entry.authors[0], Some(&mole)));
    assert!(!is_author(&entry.authors[0], Some(&weasel)));
    assert!(!is_author(&entry.authors[0], None));
    assert!(!is_author(&entry.authors[1], Some(&mole)));
    assert!(!is_author(&entry.authors[2], Some(&mole)));
}

#[test]
fn keeps_attachments_that_it_does_not_know() {
    let source = "<attachments xmlns='urn:xmpp:pubsub-attachments:1'><noticed/>\
                  <stamp xmlns='urn:example:stamps' value='2d'/></attachments>";
    let mut attached: Attachments = assert_typed(source);
    assert_eq!(attached.others.len(), 1);
    attached.noticed = None;
    assert_eq!(
        to_string(&attached).unwrap(),
        "<attachments xmlns='urn:xmpp:pubsub-attachments:1'><stamp xmlns='urn:example:stamps' value='2d'/></attachments>"
    );
}

#[test]
fn names_nodes_of_attachments_and_summaries() {
    assert_eq!(
        attachments::target("urn:xmpp:pubsub-attachments:1/xmpp:a@b"),
        Some("xmpp:a@b")
    );
    assert_eq!(
        attachments::target("urn:xmpp:pubsub-attachments:12/x"),
        None
    );
    assert_eq!(
        attachments::target("urn:xmpp:pubsub-attachments:summary:1/x"),
        None
    );
    assert_eq!(
        summary::node("n"),
        "urn:xmpp:pubsub-attachments:summary:1/n"
    );
    let summary: Summary = assert_typed(
        "<summary xmlns='urn:xmpp:pubsub-attachments:summary:1'><reactions><reaction>a</reaction>\
         <reaction count='3'>b</reaction></reactions></summary>",
    );
    let counts: Vec<u64> = summary
        .reactions
        .unwrap()
        .reactions
        .iter()
        .map(|r| r.count())
        .collect();
    assert_eq!(counts, [1, 3]);
}

#[test]
fn believes_no_item_in_the_name_of_another() {
    let author = attachments::author;
    let weasel = "weasel@wood.example/den".parse().unwrap();
    assert_eq!(author("mole@river.example", Some(&weasel), true), None);
    assert!(author("weasel@wood.example", Some(&weasel), false).is_some());
    assert_eq!(author("mole@river.example/phone", None, true), None);
    assert_eq!(author("", None, true), None);
    assert_eq!(author("current", None, false), None);
}

fn answer(attending: Attending, participants: &str) -> Answer {
    let mut answer = Answer::new(FormKind::Submit);
    answer.attending = Some(attending);
    answer.participants = Some(participants.into());
    answer
}

#[test]
fn counts_answers_as_the_service_does() {
    let answers = [
        answer(Attending::Yes, "3"),
        answer(Attending::Yes, "many"),
        answer(Attending::Yes, "-4"),
        answer(Attending::Maybe, "2"),
        answer(Attending::No, "100"),
        Answer::new(FormKind::Submit),
        answer(Attending::from("perhaps"), "9"),
    ];
    assert_eq!(Attendees::of(&answers), Attendees::new(5).with_max(7));
    assert_eq!(Attendees::of(&answers[..2]), Attendees::new(4));
    let highest = u64::MAX.to_string();
    let all = [
        answer(Attending::Yes, &highest),
        answer(Attending::Maybe, "1"),
    ];
    assert_eq!(Attendees::of(&all), Attendees::new(u64::MAX));
}

#[test]
fn takes_an_answer_for_one_of_its_own_type_only() {
    let rsvp: Rsvp = assert_typed(
        "<rsvp xmlns='urn:xmpp:calendar-events:0'><x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE'><value>urn:example:other</value></field>\
         <field var='attending'><value>yes</value></field></x></rsvp>",
    );
    assert_eq!(rsvp.answer().unwrap(), None);
    from_str::<Rsvp>("<rsvp xmlns='urn:xmpp:calendar-events:0'/>").unwrap_err();
}

#[test]
fn finds_the_nodes_of_an_event() -> Result<(), Error> {
    let event: Event = assert_lossless(
        "<event xmlns='urn:xmpp:calendar-events:0'><name>a</name><start>2026-06-01T12:00:00Z</start>\
         <end>2026-06-01T12:00:00Z</end><blog jid='a.example' node='b'/><comments jid='a.example' node='c'/></event>",
    );
    assert_eq!(event.link(&LinkRole::Comments).unwrap().node, "c");
    assert_eq!(event.link(&LinkRole::Schedule), None);
    let missing =
        from_str::<Event>("<event xmlns='urn:xmpp:calendar-events:0'><name>a</name></event>");
    assert!(matches!(
        missing.unwrap_err().kind(),
        ErrorKind::MissingChild { .. }
    ));
    Ok(())
}
