//! Requests and answers: who may say what.

use xmpp_core_stanzas::{AnswerError, Condition, Iq, IqKind, StanzaError};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, Extra, Invalid, Options, RawElement, Report, Xml};

use crate::{jid, keep};

/// The books of a shelf; as a request, without any.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:shelf", name = "query")]
struct Shelf {
    #[xml(child)]
    books: Vec<Book>,
    #[xml(extra)]
    extra: Extra,
}

/// A book.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:shelf", name = "book")]
struct Book {
    #[xml(attribute)]
    pages: u16,
    #[xml(extra)]
    extra: Extra,
}

fn iq(kind: &str, content: &str) -> Iq {
    assert_typed(&format!(
        "<iq xmlns='jabber:client' id='1' type='{kind}'>{content}</iq>"
    ))
}

const SHELF: &str = "<query xmlns='urn:example:shelf'/>";
const REFUSAL: &str =
    "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";

#[test]
fn an_error_that_repeats_the_request_is_no_answer() {
    let refused = iq("error", &format!("{SHELF}{REFUSAL}"));
    let error = refused.answer::<Shelf>().unwrap_err();
    assert_eq!(
        error,
        AnswerError::Refused(Box::new(StanzaError::new(Condition::ItemNotFound)))
    );
    assert_eq!(
        error.refusal().and_then(StanzaError::condition),
        Some(&Condition::ItemNotFound)
    );
    assert_eq!(
        error.to_string(),
        "the request was refused: item-not-found (cancel)"
    );
    assert_eq!(refused.as_get::<Shelf>(), Ok(None));
    assert_eq!(refused.as_set::<Shelf>(), Ok(None));
    assert!(refused.echoed::<Shelf>().unwrap().is_some());
    // One that does not say what is wrong is an error all the same.
    for content in [SHELF, "", "<error/>"] {
        let error = iq("error", content).answer::<Shelf>().unwrap_err();
        assert_eq!(error.refusal(), Some(&StanzaError::default()));
    }
}

#[test]
fn an_invalid_error_is_an_error_where_such_are_kept() {
    let (stanza, problems) = keep(&format!(
        "<iq xmlns='jabber:client' id='1' type='error'>{SHELF}<error code='none'/></iq>"
    ));
    assert_eq!(problems, ["/iq/error/@code"]);
    let refused: Iq = stanza.try_into().unwrap();
    assert!(matches!(
        refused.answer::<Shelf>(),
        Err(AnswerError::Refused(_))
    ));
}

#[test]
fn a_payload_is_what_the_type_of_the_iq_makes_of_it() {
    for (kind, get, set, answer) in [
        ("get", true, false, false),
        ("set", false, true, false),
        ("result", false, false, true),
        ("error", false, false, false),
    ] {
        let iq = iq(kind, SHELF);
        assert_eq!(iq.as_get::<Shelf>().unwrap().is_some(), get, "{kind}");
        assert_eq!(iq.as_set::<Shelf>().unwrap().is_some(), set, "{kind}");
        assert_eq!(iq.answer::<Shelf>().is_ok(), answer, "{kind}");
    }
    let request = iq("get", SHELF);
    assert_eq!(
        request.answer::<Shelf>(),
        Err(AnswerError::NotAnAnswer),
        "a request does not answer itself"
    );
    // An error within a result is a child that means nothing.
    let result = iq("result", &format!("{SHELF}{REFUSAL}"));
    assert!(result.answer::<Shelf>().unwrap().is_some());
    assert_eq!(xmpp_core_stanzas::Stanza::Iq(result).error(), None);
}

#[test]
fn an_empty_result_is_not_an_answer_that_cannot_be_read() {
    assert_eq!(iq("result", "").answer::<Shelf>(), Ok(None));
    let other = iq("result", "<query xmlns='urn:example:shelves'/>");
    let Err(AnswerError::Invalid(error)) = other.answer::<Shelf>() else {
        panic!("it is another")
    };
    assert!(matches!(error.kind(), ErrorKind::WrongElement { .. }));
    assert_eq!(error.path(), "/iq/query");
    let broken = iq("result", "<query xmlns='urn:example:shelf'><book/></query>");
    let Err(AnswerError::Invalid(error)) = broken.answer::<Shelf>() else {
        panic!("it is invalid")
    };
    assert_eq!(error.path(), "/iq/query/book");
    assert!(other.answer::<RawElement>().unwrap().is_some());
}

#[test]
fn nothing_hides_behind_a_first_payload() {
    let two = format!("<decoy xmlns='urn:example:decoy'/>{SHELF}");
    for read in [
        iq("get", &two).as_get::<Shelf>(),
        iq("set", &two).as_set::<Shelf>(),
        iq("set", &format!("{SHELF}{SHELF}")).as_set::<Shelf>(),
    ] {
        let error = read.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::RepeatedChild { .. }));
        assert_eq!(error.path(), "/iq/query");
        assert_eq!(
            StanzaError::from(&error).condition(),
            Some(&Condition::BadRequest)
        );
    }
    assert!(matches!(
        iq("result", &two).answer::<Shelf>(),
        Err(AnswerError::Invalid(_))
    ));
}

#[test]
fn reads_an_answer_as_leniently_as_it_is_told_to() {
    let content =
        "<query xmlns='urn:example:shelf' x='1'><book pages='9'/><book pages='many'/></query>";
    let keep = Options::new().invalid(Invalid::Keep);
    let read = |kind: &str, report: &mut Report| {
        let iq = iq(kind, content);
        match kind {
            "get" => iq.as_get_with::<Shelf>(&keep, report).unwrap(),
            "set" => iq.as_set_with::<Shelf>(&keep, report).unwrap(),
            _ => iq.answer_with::<Shelf>(&keep, report).unwrap(),
        }
    };
    for kind in ["get", "set", "result"] {
        let mut report = Report::default();
        assert_eq!(read(kind, &mut report).unwrap().books.len(), 1);
        assert_eq!(report.problems.len(), 1);
        assert_eq!(report.problems[0].path(), "/iq/query/book[2]/@pages");
        assert_eq!(report.untyped[0].path, "/iq/query/@x");
    }
}

#[test]
fn an_answer_comes_from_whoever_was_asked() {
    let account = jid("Ada@example.com/desk");
    let from = |from: Option<&str>| {
        let mut answer = Iq::new(IqKind::Result, "1");
        answer.from = from.map(jid);
        answer
    };
    let to = |to: Option<&str>| {
        let mut request = Iq::new(IqKind::Get, "1");
        request.to = to.map(jid);
        request
    };
    for (sent_to, answered_by, is_it) in [
        (None, None, true),
        (None, Some("ada@example.com"), true),
        (None, Some("example.com"), true),
        (None, Some("eve@example.com"), false),
        (None, Some("eve@example.com/ada@example.com"), false),
        (None, Some("evil.example"), false),
        (Some("ada@example.com"), None, true),
        (Some("example.com"), None, true),
        (Some("bob@example.net/x"), Some("Bob@example.net/x"), true),
        (Some("bob@example.net/x"), Some("bob@example.net"), false),
        (Some("bob@example.net/x"), Some("bob@example.net/X"), false),
        (Some("bob@example.net/x"), None, false),
    ] {
        let (request, answer) = (to(sent_to), from(answered_by));
        assert_eq!(
            answer.is_answer_to(&request, &account),
            is_it,
            "{sent_to:?} {answered_by:?}"
        );
    }
    let request = to(None);
    assert!(!from(None).with_id("2").is_answer_to(&request, &account));
    assert!(!Iq::new(IqKind::Set, "1").is_answer_to(&request, &account));
    assert!(Iq::new(IqKind::Error, "1").is_answer_to(&request, &account));
    assert!(!from(None).is_answer_to(&from(None), &account));
    // No `id` is not the same as another's none.
    let (mut answer, mut request) = (from(None), request);
    (answer.id, request.id) = (None, None);
    assert!(!answer.is_answer_to(&request, &account));
}

/// A question and what answers it, which have one name.
mod well {
    use xmpp_xml::registry::{Entry, Place};
    use xmpp_xml::{Extra, RawElement, Xml};

    #[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
    #[xml(namespace = "urn:example:well", name = "depth")]
    pub(super) struct Request {
        #[xml(extra)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Xml)]
    #[xml(namespace = "urn:example:well", name = "depth")]
    pub(super) struct Response {
        #[xml(attribute)]
        pub(super) metres: Option<u16>,
        #[xml(extra)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Xml)]
    #[xml(namespace = "urn:example:well", name = "dig")]
    pub(super) struct Order {
        #[xml(extra)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Xml)]
    pub(super) enum Query {
        Request(Request),
        Order(Order),
        Other(RawElement),
    }

    xmpp_xml::registry! {
        pub(super) static REGISTRY: &[Entry] = &[
            Entry::of::<Request>("urn:example:well", "1", &[Place::IqGet]),
            Entry::of::<Response>("urn:example:well", "1", &[Place::IqResult]),
            Entry::of::<Order>("urn:example:well", "2", &[Place::IqSet]),
        ];
    }
}

#[test]
fn a_type_is_read_from_no_place_but_its_own() {
    use well::{Order, Query, REGISTRY, Request, Response};
    use xmpp_xml::Element;

    for (entry, description) in REGISTRY.iter().zip([
        Request::description(),
        Response::description(),
        Order::description(),
    ]) {
        assert_eq!(description.places, Some(entry.places));
    }
    let depth = "<depth xmlns='urn:example:well' metres='7'/>";
    let (get, set, result) = (iq("get", depth), iq("set", depth), iq("result", depth));
    assert!(get.as_get::<Request>().unwrap().is_some());
    assert_eq!(
        result.answer::<Response>().unwrap().unwrap().metres,
        Some(7)
    );
    // The request is no answer, and the answer no request.
    let Err(AnswerError::Invalid(error)) = result.answer::<Request>() else {
        panic!("a request was taken from a result")
    };
    assert!(error.is_wrong_element());
    assert_eq!(error.path(), "/iq/depth");
    let keep = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    assert!(result.answer_with::<Request>(&keep, &mut report).is_err());
    assert_eq!(get.as_get::<Response>(), Ok(None));
    assert_eq!(get.as_get_with::<Response>(&keep, &mut report), Ok(None));
    assert_eq!(set.as_set::<Request>(), Ok(None));
    assert_eq!(set.as_set_with::<Response>(&keep, &mut report), Ok(None));
    assert_eq!(report, Report::default());
    // An error repeats requests.
    let refused = iq("error", depth);
    assert!(refused.echoed::<Request>().unwrap().is_some());
    assert_eq!(refused.echoed::<Response>(), Ok(None));
    // Of a choice, each by itself; what nobody has registered may stand anywhere.
    let dig = "<dig xmlns='urn:example:well'/>";
    assert!(matches!(get.as_get(), Ok(Some(Query::Request(_)))));
    assert_eq!(set.as_set::<Query>(), Ok(None));
    assert!(matches!(iq("set", dig).as_set(), Ok(Some(Query::Order(_)))));
    assert_eq!(iq("get", dig).as_get::<Query>(), Ok(None));
    assert!(iq("result", dig).answer::<Query>().is_err());
    assert!(matches!(
        iq("result", SHELF).answer(),
        Ok(Some(Query::Other(_)))
    ));
    // No answer at all is as good as ever.
    assert_eq!(iq("result", "").answer::<Request>(), Ok(None));
}
