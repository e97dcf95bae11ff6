use xmpp_vocabulary::headers::{Header, Headers, name};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, from_str, to_string};

#[test]
fn finds_headers_by_name() {
    let headers: Headers = assert_typed(
        "<headers xmlns='http://jabber.org/protocol/shim'>\
         <header name='Keywords'>wind</header><header name='TTL'>60</header>\
         <header name='Keywords'>rain</header><header name='Store'/></headers>",
    );
    assert_eq!(headers.get(name::TIME_TO_LIVE), Some("60"));
    assert_eq!(headers.get(name::STORE), Some(""));
    assert_eq!(headers.get(name::URGENCY), None);
    assert_eq!(
        headers.all("Keywords").collect::<Vec<_>>(),
        ["wind", "rain"]
    );
}

#[test]
fn writes_headers_in_their_order() {
    let headers: Headers = [Header::new("B", "2"), Header::new("A", "<1>")]
        .into_iter()
        .collect();
    assert_eq!(
        to_string(&headers).expect("it can be written"),
        "<headers xmlns='http://jabber.org/protocol/shim'>\
         <header name='B'>2</header><header name='A'>&lt;1></header></headers>"
    );
    assert_eq!(
        to_string(&Headers::new()).expect("it can be written"),
        "<headers xmlns='http://jabber.org/protocol/shim'/>"
    );
}

#[test]
fn passes_over_a_header_of_another_namespace() {
    let headers: Headers = assert_lossless(
        "<headers xmlns='http://jabber.org/protocol/shim'>\
         <header xmlns='urn:example:other' name='TTL'>1</header><header name='TTL'>60</header></headers>",
    );
    assert_eq!(headers.get("TTL"), Some("60"));
    assert_eq!(headers.headers.len(), 1);
}

#[test]
fn rejects_a_header_without_a_name() {
    let error = from_str::<Headers>(
        "<headers xmlns='http://jabber.org/protocol/shim'><header>60</header></headers>",
    )
    .expect_err("a header has a name");
    assert_eq!(
        error.kind(),
        &ErrorKind::MissingAttribute {
            element: "header",
            name: "name"
        }
    );
}
