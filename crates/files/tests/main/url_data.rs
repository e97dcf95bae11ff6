use xmpp_files::out_of_band::{Link, Transfer};
use xmpp_files::url_data::http::{Auth, AuthParam, Cookie, Header};
use xmpp_files::url_data::{Detail, UrlData};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with, to_string};

#[test]
fn names_the_scheme_of_a_url() {
    for (url, scheme, is_secure) in [
        ("https://a.example/", Some("https"), true),
        ("HttpS://a.example/", Some("HttpS"), true),
        (" sftp://a.example/", Some("sftp"), true),
        ("http://a.example/", Some("http"), false),
        ("javascript:alert(1)", Some("javascript"), false),
        ("java\nscript:alert(1)", None, false),
        ("file:///etc/passwd", Some("file"), false),
        ("a.example/x", None, false),
        ("1a:b", None, false),
        (":b", None, false),
        ("", None, false),
    ] {
        assert_eq!(UrlData::new(url).scheme(), scheme, "{url}");
        assert_eq!(UrlData::new(url).is_secure(), is_secure, "{url}");
        assert_eq!(Link::new(url).scheme(), scheme, "{url}");
        assert_eq!(Transfer::new(url).scheme(), scheme, "{url}");
    }
}

#[test]
fn sends_only_headers_that_are_headers_and_leave_the_request_alone() {
    let sent = |name: &str, value: &str| {
        let header = Header::new(name).with_value(value);
        header
            .to_http()
            .map(|(name, value)| format!("{name}: {value}"))
    };
    assert_eq!(sent("X-Tide", "a\r\nb").as_deref(), Some("X-Tide: ab"));
    assert_eq!(sent("Cookie", "").as_deref(), Some("Cookie: "));
    for name in [
        "",
        "a b",
        "a\n",
        "a:",
        "ü",
        "Host",
        "CONTENT-length",
        "transfer-encoding",
    ] {
        assert_eq!(sent(name, "x"), None, "{name}");
    }
}

#[test]
fn reads_the_value_of_a_header_in_both_ways() {
    const NS: &str = "http://jabber.org/protocol/url-data/scheme/http";
    let header: Header = assert_typed(&format!("<header xmlns='{NS}' name='A'>b\nc</header>"));
    assert_eq!(header.to_http(), Some(("A", "bc".into())));
    let header: Header = assert_lossless(&format!(
        "<header xmlns='{NS}' name='A' value=''>b</header>"
    ));
    assert_eq!(header.to_http(), Some(("A", "".into())));
}

#[test]
fn never_takes_an_age_or_a_demand_that_is_not_valid_for_none() {
    let options = Options::new().invalid(Invalid::Keep);
    for attribute in ["secure='yes'", "max-age='-5'"] {
        let source = format!(
            "<cookie xmlns='http://jabber.org/protocol/url-data/scheme/http' name='a' value='b' {attribute}/>"
        );
        read_with::<Cookie>(source.as_bytes(), &options, &mut Report::default())
            .expect_err(attribute);
    }
}

#[test]
fn makes_what_is_needed_for_a_url() {
    let auth = Auth::new("basic").with_parameters([AuthParam::new("realm", "a.example")]);
    assert_eq!(auth.parameter("realm"), Some("a.example"));
    assert_eq!(auth.parameter("user"), None);
    let url = UrlData::new("https://a.example/")
        .with_details([Detail::Auth(auth), Detail::Header(Header::new("Range"))]);
    let written = to_string(&url).expect("it can be written");
    assert_eq!(assert_typed::<UrlData>(&written), url);
}

#[test]
fn rejects_links_to_nothing() {
    from_str::<Link>("<x xmlns='jabber:x:oob'><desc>a</desc></x>").expect_err("no URL");
    from_str::<Link>("<x xmlns='jabber:x:oob'><url>a</url><url>b</url></x>").expect_err("two URLs");
    from_str::<UrlData>("<url-data xmlns='http://jabber.org/protocol/url-data'/>")
        .expect_err("no URL");
}
