//! What the area promises, seen from outside.

use proptest::prelude::*;
use xmpp_http::host_meta::{ConnectionKind, HostMeta};
use xmpp_http::soap::{Code, Envelope, FaultCode, Header};
use xmpp_http::transport::{Assembly, Chunk, Content, Progress, Request, Response};
use xmpp_jid::Jid;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, Invalid, Options, Report, from_str, read_with, to_string};

fn jid(text: &str) -> Jid {
    text.parse().unwrap()
}

fn chunk(number: u32, bytes: &[u8]) -> Chunk {
    Chunk::new("s1", number, Base64(bytes.to_vec()))
}

#[test]
fn allows_every_way_of_transport_by_default() {
    let request: Request =
        from_str("<req xmlns='urn:xmpp:http' method='GET' resource='/' version='1.1'/>").unwrap();
    assert!(request.may_use_ibb() && request.may_use_jingle() && request.may_use_sipub());
    let request: Request = assert_typed(
        "<req xmlns='urn:xmpp:http' method='GET' resource='/' version='1.1' ibb='false' jingle='0' sipub='false'/>",
    );
    assert!(!request.may_use_ibb() && !request.may_use_jingle() && !request.may_use_sipub());
}

#[test]
fn reads_no_request_with_less_than_was_sent() {
    for part in [
        "ibb='x'>",
        "maxChunkSize='x'>",
        "><data><base64>!</base64></data>",
        "><data><text>a</text></data><data><text>b</text></data>",
        "><data><text>a</text><text>b</text></data>",
    ] {
        let source = format!(
            "<req xmlns='urn:xmpp:http' method='PUT' resource='/' version='1.1' {part}</req>"
        );
        let options = Options::new().invalid(Invalid::Keep);
        read_with::<Request>(source.as_bytes(), &options, &mut Report::default()).expect_err(part);
    }
}

#[test]
fn keeps_text_and_xml_as_they_are() {
    let source = "<resp xmlns='urn:xmpp:http' version='1.1' statusCode='200'><data><text>  a &lt;b>\n</text></data></resp>";
    let response: Response = assert_typed(source);
    let Some(Content::Text(text)) = response.data.and_then(|data| data.content) else {
        panic!("another content");
    };
    assert_eq!(text.value, "  a <b>\n");
    let source = "<resp xmlns='urn:xmpp:http' statusCode='200' version='1.1'><data><xml>\
                  <a xmlns='urn:example:a'>  </a></xml></data></resp>";
    assert_eq!(
        to_string(&assert_typed::<Response>(source)).unwrap(),
        source
    );
}

#[test]
fn puts_chunks_together_in_their_order_however_they_come() {
    let server = jid("web@mill.example/1");
    let parts: [&[u8]; 4] = [b"a", b"", b"cd", b"e"];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
        let mut assembly = Assembly::new(&server, "s1", 4);
        for (sent, number) in order.into_iter().enumerate() {
            let chunk = chunk(number, parts[number as usize]).with_last(number == 3);
            let expected = if sent == 3 {
                Progress::Complete
            } else {
                Progress::More
            };
            assert_eq!(assembly.push(Some(&server), &chunk), expected, "{order:?}");
        }
        assert_eq!(assembly.into_content().unwrap(), b"acde", "{order:?}");
    }
}

#[test]
fn takes_no_chunk_twice_nor_one_after_the_last() {
    let server = jid("web@mill.example/1");
    let outcome = |chunks: &[Chunk]| {
        let mut assembly = Assembly::new(&server, "s1", 100);
        let mut last = Progress::More;
        for chunk in chunks {
            last = assembly.push(Some(&server), chunk);
        }
        assert_eq!(
            assembly.clone().into_content().is_some(),
            last == Progress::Complete
        );
        last
    };
    let end = |number| chunk(number, b"z").with_last(true);
    assert_eq!(
        outcome(&[chunk(0, b"a"), chunk(0, b"a")]),
        Progress::OutOfOrder
    );
    assert_eq!(
        outcome(&[chunk(2, b"a"), chunk(2, b"b")]),
        Progress::OutOfOrder
    );
    assert_eq!(
        outcome(&[chunk(2, b"a"), chunk(0, b"b"), end(1)]),
        Progress::OutOfOrder
    );
    assert_eq!(
        outcome(&[chunk(0, b"a"), end(1), chunk(2, b"b")]),
        Progress::Complete
    );
    let early: Vec<Chunk> = (1..=65).map(|number| chunk(number, b"")).collect();
    assert_eq!(outcome(&early[..64]), Progress::More);
    assert_eq!(outcome(&early), Progress::OutOfOrder);
    assert_eq!(outcome(&[chunk(u32::MAX, b"")]), Progress::More);
}

#[test]
fn takes_no_chunk_from_anybody_else_nor_more_than_was_allowed() {
    let server = jid("web@mill.example/1");
    let mut assembly = Assembly::new(&server, "s1", 3);
    for stranger in ["web@mill.example", "web@mill.example/2", "mill.example"] {
        let progress = assembly.push(Some(&jid(stranger)), &chunk(0, b"x"));
        assert_eq!(progress, Progress::Unrelated, "{stranger}");
    }
    assert_eq!(assembly.push(None, &chunk(0, b"x")), Progress::Unrelated);
    let other = Chunk::new("s2", 0, Base64(vec![1]));
    assert_eq!(assembly.push(Some(&server), &other), Progress::Unrelated);
    assert_eq!(
        assembly.push(Some(&server), &chunk(0, b"abcd")),
        Progress::TooLong
    );
    assert_eq!(
        assembly.push(Some(&server), &chunk(0, b"a")),
        Progress::TooLong
    );
    assert_eq!(assembly.into_content(), None);
}

#[test]
fn reads_a_last_chunk_that_is_not_valid_as_none() {
    let source = "<chunk xmlns='urn:xmpp:http' streamId='s1' nr='0' last='x'>YQ==</chunk>";
    let options = Options::new().invalid(Invalid::Keep);
    read_with::<Chunk>(source.as_bytes(), &options, &mut Report::default()).unwrap_err();
}

#[test]
fn finds_the_blocks_that_have_to_be_understood() {
    let header: Header = assert_typed(
        "<e:Header xmlns:e='http://www.w3.org/2003/05/soap-envelope' xmlns:m='urn:example:mill'>\
         <m:a e:mustUnderstand='true'/><m:b/><m:c e:mustUnderstand='0'/>\
         <m:d e:mustUnderstand=' 1 ' e:role='http://www.w3.org/2003/05/soap-envelope/role/next'/>\
         <m:e e:mustUnderstand='true' e:role='urn:example:other'/><m:f mustUnderstand='true'/>\
         <m:g e:mustUnderstand='perhaps'/></e:Header>",
    );
    let names: Vec<&str> = header.mandatory().map(|block| block.name()).collect();
    // One whose value is not valid is not passed over.
    assert_eq!(names, ["a", "d", "g"]);
}

#[test]
fn keeps_the_prefixes_that_content_refers_to() {
    let source = "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope' xmlns:xs='urn:example:types'>\
                  <e:Body><v type='xs:string'/></e:Body></e:Envelope>";
    let envelope: Envelope = from_str(source).unwrap();
    let written = to_string(&envelope).unwrap();
    assert!(
        written.contains("xmlns:xs='urn:example:types'"),
        "{written}"
    );
    assert_eq!(from_str::<Envelope>(&written).unwrap(), envelope);
}

#[test]
fn reads_a_code_whatever_its_prefix() {
    for (value, kind) in [
        ("env:Sender", FaultCode::Sender),
        (" Receiver ", FaultCode::Receiver),
        ("a:MustUnderstand", FaultCode::MustUnderstand),
        ("a:sender", FaultCode::from("sender")),
        ("", FaultCode::from("")),
    ] {
        assert_eq!(Code::new(value).kind(), kind, "{value}");
    }
    from_str::<Envelope>("<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'/>")
        .unwrap_err();
    // The envelope of SOAP 1.1 is another element.
    from_str::<Envelope>("<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'/>")
        .unwrap_err();
}

#[test]
fn finds_only_connections_that_are_protected() {
    let link =
        |rel: &str, href: &str| format!("<Link rel='urn:xmpp:alt-connections:{rel}' {href}/>");
    let links = [
        link("xbosh", "href='https://a.example/'"),
        link("xbosh", "href=' HTTPS://b.example/ '"),
        link("xbosh", "href='http://c.example/'"),
        link("xbosh", "href='wss://d.example/'"),
        link("websocket", "href='ws://e.example/'"),
        link("websocket", "href='wss://f.example/'"),
        link("websocket", "href='é'"),
        link("websocket", "template='wss://g.example/'"),
        link("httppoll", "href='https://h.example/'"),
    ];
    let meta: HostMeta = assert_typed(&format!(
        "<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>{}</XRD>",
        links.concat()
    ));
    let found: Vec<_> = meta.connections().collect();
    assert_eq!(
        found,
        [
            (ConnectionKind::Bosh, "https://a.example/"),
            (ConnectionKind::Bosh, "HTTPS://b.example/"),
            (ConnectionKind::WebSocket, "wss://f.example/"),
        ]
    );
}

#[cfg(feature = "json")]
mod json {
    use super::*;

    #[test]
    fn reads_and_writes_every_member() {
        let text = r#"{"aliases":["urn:a"],"expires":"2026-06-01T12:00:00Z","links":[{"href":"https://a.example/","properties":{"urn:p":null,"urn:q":"1"},"rel":"lrdd","template":"https://a.example/{uri}","titles":{"de":"Wer","default":"Who"},"type":"text/html"}],"properties":{"urn:r":"2"},"subject":"https://a.example/"}"#;
        let meta = HostMeta::from_json(text).unwrap();
        assert_eq!(meta.to_json(), text);
        let xml = to_string(&meta).unwrap();
        assert_eq!(from_str::<HostMeta>(&xml).unwrap(), meta);
        assert_eq!(HostMeta::from_json("{}").unwrap(), HostMeta::new());
        assert_eq!(HostMeta::new().to_json(), "{}");
    }

    #[test]
    fn rejects_what_is_not_of_its_type() {
        for text in [
            "",
            "[]",
            "{",
            r#"{"links":{}}"#,
            r#"{"links":[1]}"#,
            r#"{"links":[{"rel":1}]}"#,
            r#"{"links":[{"titles":{"a":1}}]}"#,
            r#"{"links":[{"properties":{"a":1}}]}"#,
            r#"{"aliases":[1]}"#,
            r#"{"aliases":"a"}"#,
            r#"{"expires":"soon"}"#,
            r#"{"subject":1}"#,
            r#"{"properties":[]}"#,
        ] {
            HostMeta::from_json(text).expect_err(text);
        }
        let deep = "[".repeat(100_000);
        HostMeta::from_json(&deep).unwrap_err();
    }

    #[test]
    fn passes_over_what_it_does_not_know() {
        let meta = HostMeta::from_json(r#"{"x":1,"subject":null,"links":[{"y":[]}]}"#).unwrap();
        assert_eq!(meta.links.len(), 1);
        assert_eq!(meta.subject, None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn assembles_chunks_in_any_order(
        parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..4), 1..12),
        seed in any::<prop::sample::Index>(),
        again in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let server = "web@mill.example/1".parse().unwrap();
        let whole = parts.concat();
        let last = parts.len() - 1;
        let mut chunks: Vec<_> = parts
            .into_iter()
            .zip(0..)
            .map(|(bytes, number)| Chunk::new("s", number, Base64(bytes)).with_last(number as usize == last))
            .collect();
        // Any order will do; these are the rotations of an order and of its reverse.
        let start = seed.index(chunks.len() * 2);
        if start % 2 == 0 {
            chunks.reverse();
        }
        chunks.rotate_left(start / 2);
        if let Some(again) = again {
            let at = again.index(chunks.len());
            chunks.insert(at, chunks[at].clone());
        }
        let mut assembly = Assembly::new(&server, "s", whole.len());
        let mut outcomes = chunks.iter().map(|chunk| assembly.push(Some(&server), chunk));
        let end = outcomes.find(|outcome| *outcome != Progress::More);
        match again {
            None => {
                prop_assert_eq!(end, Some(Progress::Complete));
                prop_assert_eq!(assembly.into_content(), Some(whole));
            }
            // Once too often, or more than was announced; the last one alone may come twice, at the very end.
            Some(_) => prop_assert!(end.is_some()),
        }
    }
}
