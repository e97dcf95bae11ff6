use xmpp_files::bytestreams::{Query, StreamHost, StreamHostUsed, destination};
use xmpp_jid::Jid;
use xmpp_jingle::socks5::Mode;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, Report, Value, read_with, to_string};

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("a JID")
}

#[test]
fn takes_no_stream_host_that_was_not_offered() {
    let host = StreamHost::new(jid("proxy.example"), "192.0.2.1").with_port(7625);
    let offer = Query::offer("s", vec![host]);
    let used = Query::used("s", jid("Proxy.example"));
    assert_eq!(used.used_host(&offer).expect("offered").port, Some(7625));
    assert_eq!(
        Query::used("s", jid("other.example")).used_host(&offer),
        None
    );
    assert_eq!(offer.used_host(&offer), None);
    // An address that is not valid is nobody's.
    let invalid = Jid::invalid("@").expect("it is kept");
    let offer = Query::offer("s", vec![StreamHost::new(invalid, "h")]);
    assert_eq!(Query::used("s", jid("a.example")).used_host(&offer), None);
}

#[test]
fn computes_no_destination_for_addresses_that_are_not_valid() {
    let invalid = Jid::invalid("@").expect("it is kept");
    assert_eq!(destination("s", &invalid, &jid("a.example")), None);
    assert_eq!(destination("s", &jid("a.example"), &invalid), None);
    let of = |requester| destination("s", &jid(requester), &jid("b.example"));
    assert_eq!(of("A.example"), of("a.example"));
    assert_ne!(of("a.example/X"), of("a.example/x"));
}

#[test]
fn never_takes_a_port_or_a_host_that_is_not_valid_for_none() {
    let options = Options::new().invalid(Invalid::Keep);
    let source = "<streamhost xmlns='http://jabber.org/protocol/bytestreams' jid='a.example' host='h' port='99999'/>";
    read_with::<StreamHost>(source.as_bytes(), &options, &mut Report::default())
        .expect_err("no port");
    let source = "<query xmlns='http://jabber.org/protocol/bytestreams'><streamhost-used/></query>";
    read_with::<Query>(source.as_bytes(), &options, &mut Report::default())
        .expect_err("no stream host");
}

#[test]
fn keeps_the_mode_as_it_was_spelt_out() {
    let query: Query =
        assert_typed("<query xmlns='http://jabber.org/protocol/bytestreams' mode='tcp' sid='s'/>");
    assert_eq!(query.mode, Mode::Tcp);
    let query: Query =
        assert_lossless("<query xmlns='http://jabber.org/protocol/bytestreams' sid='s'/>");
    assert_eq!(query, Query::new().with_sid("s"));
}

#[test]
fn makes_each_step() {
    let written = |query: &Query| to_string(query).expect("it can be written");
    const NS: &str = "xmlns='http://jabber.org/protocol/bytestreams'";
    assert_eq!(written(&Query::new()), format!("<query {NS}/>"));
    assert_eq!(
        written(&Query::activation("s", jid("b.example/r"))),
        format!("<query {NS} sid='s'><activate>b.example/r</activate></query>")
    );
    assert_eq!(
        written(&Query::used("s", jid("p.example"))),
        format!("<query {NS} sid='s'><streamhost-used jid='p.example'/></query>")
    );
    let used: StreamHostUsed = assert_typed(
        "<streamhost-used xmlns='http://jabber.org/protocol/bytestreams' jid='p.example'/>",
    );
    assert_eq!(used, StreamHostUsed::new(jid("p.example")));
}
