use xmpp_vocabulary::delay::Delay;
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{DateTime, Invalid, Options, RawElement, Report, from_str, read_with, to_string};

#[test]
fn keeps_the_stanza_byte_for_byte() {
    let stanza =
        "<message  xmlns='jabber:client' id = \"1\"><body>a<![CDATA[<b>]]></body></message >";
    let forwarded: Forwarded = assert_typed(&format!(
        "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2031-05-06T07:08:09Z'/>\
         {stanza}</forwarded>"
    ));
    assert_eq!(
        forwarded.stanza().map(RawElement::to_string).as_deref(),
        Some(stanza)
    );
    assert!(forwarded.delay.is_some());
    assert!(
        to_string(&forwarded)
            .expect("it can be written")
            .contains(stanza)
    );
}

#[test]
fn finds_the_stanza_among_other_things() {
    let forwarded: Forwarded = assert_lossless(
        "<forwarded xmlns='urn:xmpp:forward:0'><message/><message xmlns='urn:example:post'/>\
         <iq xmlns='jabber:server'/><note xmlns='jabber:client'/></forwarded>",
    );
    assert_eq!(forwarded.payloads.len(), 4);
    assert_eq!(
        forwarded
            .stanza()
            .map(|s| s.namespace().to_owned())
            .as_deref(),
        Some("jabber:server")
    );
    assert_eq!(Forwarded::default().stanza(), None);
}

#[test]
fn writes_the_time_before_the_stanza() {
    let stanza: RawElement = "<presence xmlns='jabber:client'/>"
        .parse()
        .expect("it is well-formed");
    let mut forwarded = Forwarded::new(stanza);
    forwarded.delay = Some(Delay::new(
        "2031-05-06T07:08:09Z".parse().expect("a moment"),
    ));
    assert_eq!(
        to_string(&forwarded).expect("it can be written"),
        "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2031-05-06T07:08:09Z'/>\
         <presence xmlns='jabber:client'/></forwarded>"
    );
}

#[test]
fn of_two_stanzas_it_is_neither() {
    let forwarded: Forwarded = assert_lossless(
        "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>looked at</body></message>\
         <message xmlns='jabber:client'><body>shown</body></message></forwarded>",
    );
    assert_eq!(forwarded.stanza(), None);
    assert_eq!(forwarded.payloads.len(), 2);
}

#[test]
fn rejects_a_second_time_and_keeps_it_where_told_to() {
    let source = "<forwarded xmlns='urn:xmpp:forward:0'>\
                  <delay xmlns='urn:xmpp:delay' stamp='2010-07-10T23:08:25Z'/>\
                  <message xmlns='jabber:client'/>\
                  <delay xmlns='urn:xmpp:delay' stamp='2011-07-10T23:08:25Z'/></forwarded>";
    let error = from_str::<Forwarded>(source).expect_err("there are two");
    assert_eq!(error.path(), "/forwarded/delay[2]");
    let options = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let forwarded: Forwarded =
        read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
    assert_eq!(report.problems, [error]);
    let stamp = forwarded
        .delay
        .as_ref()
        .and_then(|delay| delay.stamp.as_ref());
    assert_eq!(
        stamp.map(DateTime::as_str),
        Some("2010-07-10T23:08:25Z"),
        "the first"
    );
    assert!(forwarded.stanza().is_some());
    assert_eq!(
        RawElement::from_element(&forwarded),
        source.parse::<RawElement>()
    );
}

#[test]
fn gives_no_stanza_where_another_reader_might_find_another() {
    for second in [
        "jabber:client",
        "jabber:server",
        "jabber:component:accept",
        "jabber:component:connect",
    ] {
        let source = format!(
            "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'/><message xmlns='{second}'/></forwarded>"
        );
        let forwarded: Forwarded = from_str(&source).expect("it is valid");
        assert_eq!(forwarded.stanza(), None, "{second}");
    }
}
