use xmpp_vocabulary::bits_of_binary::{ContentId, Data};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, Hex, Invalid, Options, Report, from_str, read_with, to_string};

#[test]
fn reads_data() {
    let data: Data = assert_typed(
        "<data xmlns='urn:xmpp:bob' cid='sha1+0aFF@bob.xmpp.org' max-age='60' type='text/plain'>cGVh\n cg==</data>",
    );
    assert_eq!(data.id.hash(), Some(("sha1", Hex(vec![0x0a, 0xff]))));
    assert_eq!(data.max_age, Some(60));
    assert_eq!(data.kind.as_deref(), Some("text/plain"));
    assert_eq!(data.content, Some(Base64(b"pear".to_vec())));
}

#[test]
fn writes_a_request_and_its_answer() {
    let id = ContentId::of_hash("sha-256", &Hex(vec![0x0a, 0xff]));
    assert_eq!(
        to_string(&Data::request(id.clone())).expect("it can be written"),
        "<data xmlns='urn:xmpp:bob' cid='sha-256+0aff@bob.xmpp.org'/>"
    );
    let mut data = Data::new(id, "text/plain", Base64(b"pear".to_vec()));
    data.max_age = Some(0);
    assert_eq!(
        to_string(&data).expect("it can be written"),
        "<data xmlns='urn:xmpp:bob' cid='sha-256+0aff@bob.xmpp.org' max-age='0' type='text/plain'>cGVhcg==</data>"
    );
}

#[test]
fn tells_identifiers_of_hashes_from_others() {
    for text in [
        "",
        "basket@orchard.example",
        "sha1+0a@orchard.example",
        "sha1+0a",
        "sha1+@bob.xmpp.org",
        "+0a@bob.xmpp.org",
        "sha1+0ag@bob.xmpp.org",
        "sha1+0a0@bob.xmpp.org",
    ] {
        let data: Data = assert_typed(&format!("<data xmlns='urn:xmpp:bob' cid='{text}'/>"));
        assert_eq!(data.id.hash(), None, "{text}");
        assert_eq!(data.id.as_str(), text);
    }
}

#[test]
fn rejects_data_that_nothing_can_refer_to() {
    let error = from_str::<Data>("<data xmlns='urn:xmpp:bob'/>").expect_err("there is no cid");
    assert!(error.to_string().contains("cid"), "{error}");
}

#[test]
fn what_is_invalid_neither_keeps_data_for_ever_nor_asks_for_it() {
    let options = Options::new().invalid(Invalid::Keep);
    for (attributes, content, path) in [
        ("max-age='never'", "cGVh", "/data/@max-age"),
        ("max-age='-1'", "cGVh", "/data/@max-age"),
        ("max-age='0'", "=pea=", "/data"),
    ] {
        let source = format!(
            "<data xmlns='urn:xmpp:bob' cid='a@bob.xmpp.org' {attributes}>{content}</data>"
        );
        let mut report = Report::default();
        let error = read_with::<Data>(source.as_bytes(), &options, &mut report)
            .expect_err("it is an error all the same");
        assert_eq!(error.path(), path);
    }
}
