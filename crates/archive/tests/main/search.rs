//! What a search asks for, and what it takes.

use xmpp_archive::mam::{Event, Query, Search, SearchError, Version};
use xmpp_core_stanzas::{Condition, IqKind, Stanza};
use xmpp_vocabulary::result_set::ResultSet;

use crate::{jid, kept, stanza};

const ACCOUNT: &str = "juliet@capulet.example/chamber";
const ROOM: &str = "coven@chat.example";

fn result(from: &str, namespace: &str, query_id: &str, inner: &str) -> String {
    format!(
        "<message xmlns='jabber:client' {from}><result xmlns='{namespace}' {query_id} id='a1'>\
         <forwarded xmlns='urn:xmpp:forward:0'>{inner}</forwarded></result></message>"
    )
}

fn said(from: &str) -> String {
    format!("<message xmlns='jabber:client' {from}><body>So ho!</body></message>")
}

fn fin(id: &str, attributes: &str, first: &str, last: &str) -> Stanza {
    let item = |name: &str, id: &str| match id {
        "" => String::new(),
        id => format!("<{name}>{id}</{name}>"),
    };
    stanza(&format!(
        "<iq xmlns='jabber:client' type='result' id='{id}'><fin xmlns='urn:xmpp:mam:2' {attributes}>\
         <set xmlns='http://jabber.org/protocol/rsm'>{}{}</set></fin></iq>",
        item("first", first),
        item("last", last)
    ))
}

/// The set of the next request.
#[track_caller]
fn next(search: &mut Search, id: &str) -> Option<ResultSet> {
    let request = search.next_request(id).expect("it can be written")?;
    let query = request
        .as_set::<Query>()
        .expect("it is valid")
        .expect("it is a query");
    assert_eq!(query.query_id.as_deref(), Some(id));
    Some(query.set.unwrap_or_default())
}

#[test]
fn takes_results_of_the_account_that_repeat_the_query() {
    let mut search = Search::of_account(jid(ACCOUNT), Query::new());
    assert!(next(&mut search, "q1").is_some());
    let inner = said("from='romeo@montague.example/orchard'");
    for (from, query_id, is_taken) in [
        ("", "queryid='q1'", true),
        ("from='juliet@capulet.example'", "queryid='q1'", true),
        ("from='Juliet@CAPULET.example'", "queryid='q1'", true),
        ("", "queryid='q0'", false),
        ("", "queryid=''", false),
        ("", "", false),
        (
            "from='juliet@capulet.example/chamber'",
            "queryid='q1'",
            false,
        ),
        ("from='capulet.example'", "queryid='q1'", false),
        ("from='tybalt@capulet.example'", "queryid='q1'", false),
        ("from='coven@chat.example'", "queryid='q1'", false),
        ("from='@@'", "queryid='q1'", false),
        ("from=''", "queryid='q1'", false),
    ] {
        let message = kept(&result(from, "urn:xmpp:mam:2", query_id, &inner));
        let taken = search.take_message(&message).expect("it is valid");
        assert_eq!(taken.is_some(), is_taken, "{from} {query_id}");
    }
}

#[test]
fn takes_results_of_the_room_that_were_said_in_it() {
    let mut search = Search::of_room(jid(ROOM), jid(ACCOUNT), Query::new());
    let request = search
        .next_request("q1")
        .expect("it can be written")
        .expect("it is due");
    assert_eq!(request.to, Some(jid(ROOM)));
    let from_room = "from='coven@chat.example'";
    let occupant = said("from='coven@chat.example/firstwitch'");
    for from in [
        "",
        "from='juliet@capulet.example'",
        "from='coven@chat.example/firstwitch'",
        "from='chat.example'",
        "from='other@chat.example'",
        "from='@@'",
    ] {
        let message = kept(&result(from, "urn:xmpp:mam:2", "queryid='q1'", &occupant));
        assert_eq!(search.take_message(&message), Ok(None), "{from}");
    }
    for (inner, is_of_room) in [
        ("from='coven@chat.example/firstwitch'", true),
        ("from='COVEN@chat.example/firstwitch'", true),
        ("from='coven@chat.example'", true),
        ("from='other@chat.example/firstwitch'", false),
        ("from='romeo@montague.example/orchard'", false),
        ("from='juliet@capulet.example'", false),
        ("from='@@'", false),
        ("", false),
    ] {
        let message = kept(&result(
            from_room,
            "urn:xmpp:mam:2",
            "queryid='q1'",
            &said(inner),
        ));
        let taken = search.take_message(&message);
        match taken {
            Ok(Some(Event::Message(archived))) => {
                assert!(is_of_room, "{inner}");
                assert_eq!(archived.id, "a1");
            }
            other => {
                assert_eq!(other, Err(SearchError::NotOfTheRoom), "{inner}");
                assert!(!is_of_room, "{inner}");
            }
        }
    }
}

#[test]
fn takes_nothing_that_was_not_asked_for() {
    let mut search = Search::of_account(jid(ACCOUNT), Query::new());
    let unasked = stanza(&result("", "urn:xmpp:mam:2", "queryid='q1'", &said("")));
    assert_eq!(search.take(&unasked), Ok(None));
    assert_eq!(search.take(&fin("q1", "", "a", "b")), Ok(None));
    assert!(next(&mut search, "q1").is_some());
    assert!(matches!(search.take(&unasked), Ok(Some(Event::Message(_)))));
    assert!(matches!(
        search.take(&fin("q1", "complete='true'", "a", "b")),
        Ok(Some(_))
    ));
    // The page is over.
    assert_eq!(search.take(&unasked), Ok(None));
    assert_eq!(search.take(&fin("q1", "", "a", "b")), Ok(None));
    assert_eq!(next(&mut search, "q2"), None);
}

#[test]
fn an_archive_may_have_removed_a_message() {
    let mut search = Search::of_account(jid(ACCOUNT), Query::new());
    assert!(next(&mut search, "q1").is_some());
    let delay = "<delay xmlns='urn:xmpp:delay' stamp='2026-06-07T00:00:00Z'/>";
    let removed = stanza(&result("", "urn:xmpp:mam:2", "queryid='q1'", delay));
    let Ok(Some(Event::Message(archived))) = search.take(&removed) else {
        panic!("it is a result");
    };
    assert!(archived.message.is_none() && archived.delay.is_some());
    let several = [said(""), said("")].concat();
    let several = stanza(&result("", "urn:xmpp:mam:2", "queryid='q1'", &several));
    assert_eq!(search.take(&several), Err(SearchError::NotOneMessage));
    let one = "<result xmlns='urn:xmpp:mam:2' queryid='q1' id='a1'><forwarded xmlns='urn:xmpp:forward:0'/></result>";
    let several = stanza(&format!(
        "<message xmlns='jabber:client'>{one}{one}</message>"
    ));
    assert_eq!(search.take(&several), Err(SearchError::NotOneMessage));
}

#[test]
fn goes_forwards_page_by_page() {
    let query = Query::new().with_set(ResultSet::first_page(2));
    let mut search = Search::of_account(jid(ACCOUNT), query);
    assert_eq!(next(&mut search, "q1"), Some(ResultSet::first_page(2)));
    // Not complete yet: the same page.
    assert_eq!(next(&mut search, "q2"), Some(ResultSet::first_page(2)));
    assert_eq!(search.take(&fin("q1", "", "a", "b")), Ok(None));
    assert!(matches!(
        search.take(&fin("q2", "", "a", "b")),
        Ok(Some(Event::End(_)))
    ));
    let second = next(&mut search, "q3").expect("there is another page");
    assert_eq!((second.after.as_deref(), second.max), (Some("b"), Some(2)));
    assert!(matches!(
        search.take(&fin("q3", "complete='1'", "c", "c")),
        Ok(Some(_))
    ));
    assert_eq!(next(&mut search, "q4"), None);
}

#[test]
fn goes_backwards_page_by_page() {
    let query = Query::new().with_set(ResultSet::last_page(2));
    let mut search = Search::of_account(jid(ACCOUNT), query);
    assert_eq!(next(&mut search, "q1"), Some(ResultSet::last_page(2)));
    assert!(search.take(&fin("q1", "", "y", "z")).is_ok());
    let second = next(&mut search, "q2").expect("there is another page");
    assert_eq!((second.before.as_deref(), second.after), (Some("y"), None));
}

#[test]
fn ends_where_an_archive_leads_nowhere() {
    for (set, first, last) in [
        (ResultSet::first_page(2), "", ""),
        (ResultSet::first_page(2), "a", ""),
        (ResultSet::last_page(2), "", "z"),
        (ResultSet::only_count(), "a", "b"),
    ] {
        let mut search = Search::of_account(jid(ACCOUNT), Query::new().with_set(set));
        assert!(next(&mut search, "q1").is_some());
        assert!(search.take(&fin("q1", "", first, last)).is_ok());
        assert_eq!(next(&mut search, "q2"), None);
    }
    // Over and over the same page.
    let mut search = Search::of_account(jid(ACCOUNT), Query::new());
    assert!(next(&mut search, "q1").is_some());
    assert!(search.take(&fin("q1", "", "a", "b")).is_ok());
    assert!(next(&mut search, "q2").is_some());
    assert!(search.take(&fin("q2", "", "a", "b")).is_ok());
    assert_eq!(next(&mut search, "q3"), None);
}

#[test]
fn asks_again_after_a_refusal() {
    let mut search = Search::of_account(jid(ACCOUNT), Query::new());
    assert!(next(&mut search, "q1").is_some());
    let refusal = stanza(
        "<iq xmlns='jabber:client' type='error' id='q1'><error type='cancel'>\
         <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>",
    );
    let Err(SearchError::Refused(error)) = search.take(&refusal) else {
        panic!("it is refused");
    };
    assert_eq!(error.condition(), Some(&Condition::ItemNotFound));
    assert_eq!(search.take(&refusal), Ok(None));
    assert!(next(&mut search, "q2").is_some());
    let empty = stanza("<iq xmlns='jabber:client' type='result' id='q2'/>");
    assert!(matches!(search.take(&empty), Err(SearchError::Invalid(_))));
    assert!(next(&mut search, "q3").is_some());
    let forged =
        stanza("<iq xmlns='jabber:client' type='result' id='q3' from='tybalt@capulet.example'/>");
    assert_eq!(search.take(&forged), Ok(None));
}

#[test]
fn speaks_the_older_versions() {
    let query = Query::new().with_version(Version::V0);
    let mut search = Search::of_account(jid(ACCOUNT), query);
    assert!(next(&mut search, "q1").is_some());
    let accepted = stanza("<iq xmlns='jabber:client' type='result' id='q1'/>");
    assert_eq!(search.take(&accepted), Ok(None));
    let found = stanza(&result("", "urn:xmpp:mam:0", "queryid='q1'", &said("")));
    assert!(matches!(search.take(&found), Ok(Some(Event::Message(_)))));
    let end = |from: &str, query_id: &str| {
        stanza(&format!(
            "<message xmlns='jabber:client' {from}><fin xmlns='urn:xmpp:mam:0' queryid='{query_id}' complete='true'/>\
             </message>"
        ))
    };
    assert_eq!(
        search.take(&end("from='tybalt@capulet.example'", "q1")),
        Ok(None)
    );
    assert_eq!(search.take(&end("", "q0")), Ok(None));
    assert!(matches!(
        search.take(&end("", "q1")),
        Ok(Some(Event::End(_)))
    ));
    assert_eq!(next(&mut search, "q2"), None);

    let query = Query::new()
        .with_version(Version::Tmp)
        .with_set(ResultSet::first_page(1));
    let mut search = Search::of_account(jid(ACCOUNT), query);
    let request = search
        .next_request("t1")
        .expect("it can be written")
        .expect("it is due");
    assert_eq!(request.kind, Some(IqKind::Get));
    let end = stanza(
        "<iq xmlns='jabber:client' type='result' id='t1'><query xmlns='urn:xmpp:mam:tmp'>\
         <set xmlns='http://jabber.org/protocol/rsm'><last>a1</last></set></query></iq>",
    );
    assert!(matches!(search.take(&end), Ok(Some(Event::End(_)))));
    let request = search
        .next_request("t2")
        .expect("it can be written")
        .expect("it is due");
    let query = request
        .as_get::<Query>()
        .expect("it is valid")
        .expect("it is a query");
    assert_eq!(query.set.and_then(|set| set.after).as_deref(), Some("a1"));
}
