//! Server dialback.

use xmpp_core_stanzas::Condition;
use xmpp_jid::Jid;
use xmpp_stream_errors::dialback::{
    self, Authorization, DialbackError, Feature, Kind, Step, Verification,
};
use xmpp_stream_errors::features::Features;
use xmpp_stream_errors::reader::{StreamEvent, StreamReader};
use xmpp_stream_errors::stream::{ContentNamespace, Header};
use xmpp_stream_errors::writer::StreamWriter;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Element, ErrorKind, Invalid, Options, Report, from_str, to_string};

const SECRET: &[u8] = b"d14lb4ck43v3r";

fn jid(text: &str) -> Jid {
    Jid::new(text).unwrap()
}

/// An element of dialback, in the namespace of a stream between servers.
fn db(name: &str, attributes: &str, inside: &str) -> String {
    format!(
        "<db:{name} xmlns:db='jabber:server:dialback' xmlns='jabber:server' {attributes}>{inside}</db:{name}>"
    )
}

#[test]
fn makes_the_keys_that_the_specifications_have_examples_of() {
    for (secret, receiving, initiating, id, expected) in [
        (
            "s3cr3tf0rd14lb4ck",
            "xmpp.example.com",
            "example.org",
            "D60000229F",
            "37c69b1cf07a3f67c04a5ef5902fa5114f2c76fe4a2686482ba5b89323075643",
        ),
        (
            "s3cr3tf0rd14lb4ck",
            "montague.example",
            "capulet.example",
            "D60000229F",
            "b4835385f37fe2895af6c196b59097b16862406db80559900d96bf6fa7d23df3",
        ),
        (
            "d14lb4ck43v3r",
            "capulet.example",
            "montague.example",
            "417GAF25",
            "225cc5aa6a071133249d25fef42ae516fc7a86c523aa1c6980a7f73e784c972d",
        ),
    ] {
        let key = dialback::key(secret.as_bytes(), &jid(receiving), &jid(initiating), id);
        assert_eq!(key, expected);
        // However the domains are spelt.
        let (receiving, initiating) = (receiving.to_uppercase(), format!("{initiating}/x"));
        let key = dialback::key(secret.as_bytes(), &jid(&receiving), &jid(&initiating), id);
        assert_eq!(key, expected);
    }
}

#[test]
fn a_key_is_good_for_one_secret_one_stream_and_one_pair_of_domains() {
    let request = Authorization::keyed(SECRET, &jid("a.example"), &jid("b.example"), "1");
    let Step::Request(key) = request.step() else {
        panic!("{request:?}")
    };
    let question = Verification::request(&request, &format!("\n  {key}\t"), "1");
    assert_eq!(
        (&question.from, &question.to),
        (&jid("b.example"), &jid("a.example"))
    );
    assert!(question.has_key_of(SECRET));
    assert!(!question.has_key_of(b"another"));
    assert!(!question.has_key_of(b""));
    type Change = fn(&mut Verification);
    let changes: [Change; 9] = [
        |q| q.id = "2".into(),
        |q| q.id = "".into(),
        |q| q.from = jid("c.example"),
        |q| q.to = jid("c.example"),
        |q| core::mem::swap(&mut q.from, &mut q.to),
        |q| q.key = None,
        |q| q.key = Some("".into()),
        |q| q.key = q.key.take().map(|key| key.trim()[..62].into()),
        // It is no question any more.
        |q| q.kind = Some(Kind::Valid),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut changed = question.clone();
        change(&mut changed);
        assert!(!changed.has_key_of(SECRET), "{number}");
    }
    for at in [0, 31, 63] {
        let mut key = key.to_owned();
        let other = if &key[at..=at] == "0" { "1" } else { "0" };
        key.replace_range(at..=at, other);
        let changed = Verification::request(&request, &key, "1");
        assert!(!changed.has_key_of(SECRET), "{at}");
    }
}

#[test]
fn an_answer_counts_for_what_was_asked_alone() {
    let request = Authorization::request(jid("a.example"), jid("b.example"), "key");
    let question = Verification::request(&request, "key", "1");
    let (result, verdict) = (request.answer(Kind::Valid), question.answer(Kind::Valid));
    assert!(result.answers(&request) && verdict.answers(&question));
    assert_eq!(
        (&result.from, &result.to),
        (&jid("b.example"), &jid("a.example"))
    );
    assert_eq!((result.key.as_ref(), verdict.key.as_ref()), (None, None));
    assert_eq!(verdict.id, "1");

    let other = Authorization::request(jid("a.example"), jid("c.example"), "key");
    assert!(!result.answers(&other));
    assert!(!request.answers(&request), "a request is no answer");
    assert!(
        !result.answers(&request.answer(Kind::Valid)),
        "an answer is no request"
    );
    let mirrored = Authorization::request(jid("b.example"), jid("a.example"), "key");
    assert!(
        !mirrored.answers(&request),
        "the same in the other direction is no answer"
    );
    let mut elsewhere = verdict.clone();
    elsewhere.id = "2".into();
    assert!(!elsewhere.answers(&question));
    assert!(!verdict.answers(&Verification::request(&other, "key", "1")));
}

#[test]
fn only_valid_is_valid() {
    for (kind, step) in [
        ("type='valid'", Step::Valid),
        ("type='invalid'", Step::Invalid),
        ("type='error'", Step::Error(None)),
        ("type='Valid'", Step::Unknown("Valid")),
        ("type=''", Step::Unknown("")),
        ("", Step::Request("key")),
    ] {
        let attributes = format!("from='a.example' to='b.example' {kind}");
        let result: Authorization = assert_typed(&db("result", &attributes, " key\n"));
        assert_eq!(result.step(), step, "{kind}");
        let verify: Verification =
            assert_typed(&db("verify", &format!("{attributes} id='1'"), "key"));
        assert_eq!(verify.step(), step, "{kind}");
    }
}

#[test]
fn an_error_has_a_condition_and_is_in_the_namespace_of_servers() {
    let request = Authorization::request(jid("a.example"), jid("b.example"), "key");
    let refused = request.refuse(DialbackError::new(Condition::ItemNotFound));
    let text = to_string(&refused).unwrap();
    assert_eq!(
        text,
        "<db:result xmlns:db='jabber:server:dialback' from='b.example' to='a.example' type='error'>\
         <error xmlns='jabber:server' type='cancel'>\
         <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:result>"
    );
    assert_eq!(assert_typed::<Authorization>(&text), refused);
    assert!(refused.answers(&request));
    let Step::Error(Some(error)) = refused.step() else {
        panic!("{refused:?}")
    };
    assert_eq!(error.condition(), Some(&Condition::ItemNotFound));

    let question = Verification::request(&request, "key", "1");
    let refused = question.refuse(DialbackError::new(Condition::RemoteServerTimeout));
    assert_eq!(
        assert_typed::<Verification>(&to_string(&refused).unwrap()),
        refused
    );
    assert!(refused.answers(&question));
    assert_eq!(DialbackError::default().condition(), None);
}

#[test]
fn rejects_steps_that_do_not_say_between_whom() {
    fn missing<T: Element>(text: &str) -> &'static str {
        let error = from_str::<T>(text).map(drop).unwrap_err();
        let ErrorKind::MissingAttribute { name, .. } = error.kind() else {
            panic!("{error}")
        };
        name
    }
    assert_eq!(
        missing::<Authorization>(&db("result", "to='b'", "")),
        "from"
    );
    assert_eq!(
        missing::<Authorization>(&db("result", "from='b'", "")),
        "to"
    );
    assert_eq!(
        missing::<Verification>(&db("verify", "to='b' id='1'", "")),
        "from"
    );
    assert_eq!(
        missing::<Verification>(&db("verify", "from='b' id='1'", "")),
        "to"
    );
    assert_eq!(
        missing::<Verification>(&db("verify", "from='b' to='a'", "")),
        "id"
    );
    // An invalid address does not pass for any other, be it kept or not.
    for options in [Options::new(), Options::new().invalid(Invalid::Keep)] {
        let text = db("result", "from='@' to='b'", "");
        let read =
            xmpp_xml::read_with::<Authorization>(text.as_bytes(), &options, &mut Report::default());
        assert_ne!(read.map(|x| x.from).ok(), Some(jid("b")));
    }
}

#[test]
fn is_among_the_features() {
    let source = "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
                  <dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback></stream:features>";
    let features: Features = assert_typed(source);
    assert_eq!(features.dialback(), Some(&Feature::new()));
    assert_eq!(to_string(&features).unwrap(), source);
    let old: Feature = assert_typed("<dialback xmlns='urn:xmpp:features:dialback'/>");
    assert!(!old.errors);
    assert_eq!(Features::new().dialback(), None);
}

#[test]
fn goes_over_a_stream_with_the_prefix_that_it_declares() {
    let mut header = Header::new(ContentNamespace::Server);
    assert!(!header.offers_dialback());
    header.namespaces.declare("db", dialback::NS).unwrap();
    assert!(header.offers_dialback());
    let request = Authorization::request(jid("a.example"), jid("b.example"), "key");
    let question = Verification::request(&request, "key", "1");
    let refused = question.refuse(DialbackError::new(Condition::Forbidden));
    let mut writer = StreamWriter::open(&header).unwrap();
    let open = writer.take();
    writer.element(&request).unwrap();
    writer.element(&question).unwrap();
    writer.element(&refused).unwrap();
    let text = writer.close();
    assert_eq!(
        text,
        "<db:result from='a.example' to='b.example'>key</db:result>\
         <db:verify from='b.example' to='a.example' id='1'>key</db:verify>\
         <db:verify from='a.example' to='b.example' id='1' type='error'><error type='auth'>\
         <forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></db:verify></stream:stream>"
    );
    let mut reader = StreamReader::default();
    let mut elements = Vec::new();
    for byte in [open.as_bytes(), text.as_bytes()].concat().chunks(1) {
        reader.feed(byte);
        match reader.next_event().unwrap() {
            Some(StreamEvent::Element(element)) => elements.push(element),
            Some(StreamEvent::Opened(read)) => assert_eq!(read, header),
            _ => {}
        }
    }
    assert_eq!(elements.len(), 3);
    assert_eq!(elements[0].parse(), Ok(request));
    assert_eq!(elements[1].parse(), Ok(question));
    assert_eq!(elements[2].parse(), Ok(refused));

    // Where the header declares nothing, or another prefix, the elements do.
    for (prefix, namespace) in [("db", "urn:example:other"), ("dialback", dialback::NS)] {
        let mut header = Header::new(ContentNamespace::Server);
        header.namespaces.declare(prefix, namespace).unwrap();
        let mut writer = StreamWriter::open(&header).unwrap();
        writer
            .element(&Authorization::request(jid("a"), jid("b"), "key"))
            .unwrap();
        assert!(
            writer
                .take()
                .contains("<db:result xmlns:db='jabber:server:dialback' ")
        );
    }
}
