use xmpp_core_stanzas::StanzaError;
use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_files::upload::purpose::{Kind, Purpose};
use xmpp_files::upload::{
    FileTooLarge, Get, Header, HeaderName, Limits, Put, Request, Retry, Slot,
};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, Report, from_str, read_with, to_string};

fn keep() -> Options {
    Options::new().invalid(Invalid::Keep)
}

fn put(headers: &str) -> Put {
    assert_lossless(&format!(
        "<put xmlns='urn:xmpp:http:upload:0' url='https://a.example/'>{headers}</put>"
    ))
}

#[test]
fn passes_on_three_headers_in_their_order_and_no_others() {
    let put = put(
        "<header name='Expires'>1</header><header name='COOKIE'>a=1</header>\
        <header name='X-Authorization'>2</header><header name='Cookie'>b=2</header>\
        <header name='Transfer-Encoding'>chunked</header><header name='authorization'>c</header>",
    );
    let headers: Vec<_> = put.http_headers().collect();
    let expected = [
        ("Expires", "1"),
        ("Cookie", "a=1"),
        ("Cookie", "b=2"),
        ("Authorization", "c"),
    ];
    assert_eq!(headers, expected.map(|(name, value)| (name, value.into())));
}

#[test]
fn takes_line_breaks_out_of_headers() {
    let put = put(
        "<header name='Cookie'>a&#13;&#10;Host: b\n\n&#13;c</header>\
        <header name='Coo&#10;kie'>d</header><header name=' Cookie&#10;'>e</header>",
    );
    let headers: Vec<_> = put.http_headers().collect();
    // A name with a break in it is no name of the three.
    assert_eq!(
        headers,
        [("Cookie", "aHost: bc".into()), ("Cookie", "e".into())]
    );
    assert_eq!(put.headers.len(), 3);
}

#[test]
fn refuses_other_schemes_than_https() {
    for (url, is_https) in [
        ("https://a.example/", true),
        ("HTTPS://a.example/", true),
        ("http://a.example/", false),
        ("https", false),
        ("httpss://a.example/", false),
        ("//a.example/?https://", false),
        ("", false),
        ("javascript:https://a.example/", false),
    ] {
        assert_eq!(Put::new(url).is_https(), is_https, "{url}");
        assert_eq!(Get::new(url).is_https(), is_https, "{url}");
    }
}

#[test]
fn makes_a_slot_that_can_be_read() {
    let header = Header::new(HeaderName::Authorization, "Bearer x");
    let slot = Slot::new(
        Put::new("https://a.example/1").with_headers([header]),
        Get::new("https://b.example/1"),
    );
    let written = to_string(&slot).expect("it can be written");
    assert_eq!(assert_typed::<Slot>(&written), slot);
}

#[test]
fn rejects_requests_without_name_or_size_and_with_a_size_that_is_none() {
    for attributes in [
        "size='1'",
        "filename='a'",
        "filename='a' size='-1'",
        "filename='a' size='1e3'",
    ] {
        let source = format!("<request xmlns='urn:xmpp:http:upload:0' {attributes}/>");
        from_str::<Request>(&source).expect_err(attributes);
    }
}

#[test]
fn never_takes_an_end_that_is_not_valid_for_none() {
    let source = "<request xmlns='urn:xmpp:http:upload:0' filename='a' size='1'>\
        <ephemeral xmlns='urn:xmpp:http:upload:purpose:0' expire-before='tomorrow'/></request>";
    let error = read_with::<Request>(source.as_bytes(), &keep(), &mut Report::default())
        .expect_err("no moment");
    assert!(error.path().contains("expire-before"), "{error}");
    // Two purposes are none that one could choose.
    let source = "<request xmlns='urn:xmpp:http:upload:0' filename='a' size='1'>\
        <message xmlns='urn:xmpp:http:upload:purpose:0'/><permanent xmlns='urn:xmpp:http:upload:purpose:0'/></request>";
    let error = read_with::<Request>(source.as_bytes(), &keep(), &mut Report::default())
        .expect_err("two purposes");
    assert!(matches!(error.kind(), ErrorKind::RepeatedChild { .. }));
}

#[test]
fn keeps_purposes_that_nobody_knows() {
    let purpose: Purpose = assert_typed("<tidal xmlns='urn:xmpp:http:upload:purpose:0'/>");
    assert_eq!(purpose.kind.as_str(), "tidal");
    assert_eq!(Purpose::new(Kind::default()).kind, Kind::Message);
}

#[test]
fn reads_the_conditions_of_errors() {
    let error: xmpp_core_stanzas::StandaloneError = from_str(
        "<error xmlns='jabber:client' type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
         <file-too-large xmlns='urn:xmpp:http:upload:0'><max-file-size>20000</max-file-size></file-too-large></error>",
    )
    .expect("an error");
    let error = StanzaError::from(error);
    let condition: Option<FileTooLarge> = error.application_condition().expect("it can be read");
    assert_eq!(
        condition,
        Some(FileTooLarge::new().with_max_file_size(20_000))
    );
    assert_eq!(error.application_condition::<Retry>(), Ok(None));
}

#[test]
fn never_takes_a_limit_that_is_not_valid_for_none() {
    let form = |value: &str| -> Form {
        let source = format!(
            "<x xmlns='jabber:x:data' type='result'>\
             <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:http:upload:0</value></field>\
             <field var='max-file-size'>{value}</field></x>"
        );
        from_str(&source).expect("a form")
    };
    let limits = Limits::from_form(&form("<value>5242880</value>")).expect("a limit");
    assert_eq!(limits.max_file_size, Some(5_242_880));
    let limits = Limits::from_form(&form("")).expect("no limit");
    assert_eq!(limits.max_file_size, None);
    Limits::from_form(&form("<value>5 MB</value>")).expect_err("no number");
}

#[test]
fn takes_old_slots_over_https_only() {
    use xmpp_files::legacy_upload::{Slot, Version};
    let slot = |put: &str, get: &str| Slot::new(Version::Standard, put, get).is_https();
    assert!(slot("https://a.example/1", "HTTPS://a.example/1"));
    assert!(!slot("http://a.example/1", "https://a.example/1"));
    assert!(!slot("https://a.example/1", "file:///etc/passwd"));
}
