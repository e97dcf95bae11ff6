use xmpp_vocabulary::delay::Delay;
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{RawElement, to_string};

#[test]
fn keeps_the_stanza_byte_for_byte() {
    let stanza =
        "<message  xmlns='jabber:client' id = \"1\"><body>a<![CDATA[<b>]]></body></message >";
    let forwarded: Forwarded = assert_typed(&format!(
        "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2031-05-06T07:08:09Z'/>\
         {stanza}</forwarded>"
    ));
    assert_eq!(
        forwarded.stanza().map(ToString::to_string).as_deref(),
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
         <iq xmlns='jabber:server'/><iq xmlns='jabber:client'/></forwarded>",
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
