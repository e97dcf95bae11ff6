//! Stanzas that move from one stream to another.

use xmpp_core_stanzas::{Iq, Message, Presence, Stanza, StanzaError, StanzaNamespace};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Extra, Invalid, Options, RawElement, Report, Xml};

use crate::{keep, raw};

/// Something with a number, if it has one.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:x", name = "item")]
struct Item {
    #[xml(attribute)]
    number: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

const ALL: [StanzaNamespace; 3] = [
    StanzaNamespace::Client,
    StanzaNamespace::Server,
    StanzaNamespace::Component,
];

/// Moves a stanza and back; gives what it was in between.
#[track_caller]
fn moved(stanza: &Stanza, to: StanzaNamespace) -> RawElement {
    let mut there = stanza.clone();
    there.set_namespace(to).unwrap();
    assert_eq!(there.namespace(), to);
    let written = raw(&xmpp_xml::to_string(&there).unwrap());
    let mut back = there;
    back.set_namespace(stanza.namespace()).unwrap();
    assert_eq!(&back, stanza);
    assert_eq!(
        raw(&xmpp_xml::to_string(&back).unwrap()),
        raw(&xmpp_xml::to_string(stanza).unwrap())
    );
    written
}

/// `NS` stands for the namespace of the stanza, also where it has a prefix `c`.
const STANZAS: &[&str] = &[
    // Children that nobody knows, at the top and further in.
    "<message xmlns='NS' to='a@b.example'><body>x</body><stats-id>y</stats-id></message>",
    "<message xmlns='NS'><body size='1'>x<b><i/></b></body><thread p='1'><t/></thread><u><v/><body/></u></message>",
    "<presence xmlns='NS'><show a='1'>away<b/></show><priority>1<c/></priority><status><d/></status><e/></presence>",
    "<iq xmlns='NS' id='1' type='set'><bind/><q xmlns='urn:example:q'/></iq>",
    // Errors, with what is in them.
    "<message xmlns='NS' type='error'><error type='wait'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
     <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>t</text><hint><deep/></hint><x xmlns='urn:example:x'/></error>\
     </message>",
    // Forwarded stanzas and other things in extensions stay.
    "<message xmlns='NS'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>b</body></message>\
     <message xmlns='jabber:server'/></forwarded><body>b</body></message>",
    "<iq xmlns='NS' id='1' type='result'><x xmlns='urn:example:x'><error xmlns='jabber:client'/>\
     <iq xmlns='jabber:component:accept'/></x></iq>",
    // With prefixes, which the extension uses too.
    "<c:message xmlns:c='NS' c:attribute='1'><c:body>b</c:body><c:unknown/><none/></c:message>",
    // The order of all, text beside it, attributes.
    "<message xmlns='NS' colour='red'>stray<u/><body>1</body><x xmlns='urn:example:x'/><body>2</body></message>",
];

#[test]
fn moves_all_that_belongs_to_it_and_nothing_else() {
    for source in STANZAS {
        for from in ALL {
            for to in ALL {
                let source = |namespace: StanzaNamespace| source.replace("NS", namespace.as_str());
                let stanza: Stanza = assert_lossless(&source(from));
                assert_eq!(moved(&stanza, to), raw(&source(to)));
            }
        }
    }
}

#[test]
fn what_uses_the_prefix_of_the_stanza_keeps_its_namespace() {
    let stanza: Stanza = assert_typed(
        "<c:message xmlns:c='jabber:client'><forwarded xmlns='urn:xmpp:forward:0'><c:message/></forwarded></c:message>",
    );
    assert_eq!(
        moved(&stanza, StanzaNamespace::Server),
        raw(
            "<message xmlns='jabber:server'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'/>\
             </forwarded></message>"
        )
    );
}

#[test]
fn moves_what_is_invalid_and_kept() {
    let source = "<presence xmlns='jabber:client' from='a@b.example'><priority>999</priority><show>away</show>\
                  <show>dnd</show><error code='x'/></presence>";
    let (stanza, problems) = keep(source);
    assert_eq!(problems.len(), 3);
    assert_eq!(
        moved(&stanza, StanzaNamespace::Server),
        raw(&source.replace("jabber:client", "jabber:server"))
    );
    let (stanza, _) = keep("<iq xmlns='jabber:client'><u/></iq>");
    assert_eq!(
        moved(&stanza, StanzaNamespace::Component),
        raw("<iq xmlns='jabber:component:accept'><u/></iq>")
    );
}

#[test]
fn payloads_are_read_as_leniently_after_the_move_as_before() {
    let source = "<message xmlns='jabber:client'><error xmlns='urn:x'/><item xmlns='urn:x' number='many'/></message>";
    for invalid in [Invalid::Reject, Invalid::Keep] {
        let options = Options::new().invalid(invalid);
        let mut report = Report::default();
        let message: Message =
            xmpp_xml::read_with(source.as_bytes(), &options, &mut report).unwrap();
        assert_eq!(message.payload::<Item>().is_ok(), invalid == Invalid::Keep);
        let message = message.with_namespace(StanzaNamespace::Server).unwrap();
        assert_eq!(message.payload::<Item>().is_ok(), invalid == Invalid::Keep);
    }
}

#[test]
fn moves_what_has_been_changed() {
    let mut message: Message = assert_lossless(
        "<message xmlns='jabber:client'><u/><body lang='x'>a</body><x xmlns='urn:example:x'/></message>",
    );
    message.bodies[0].text = "b".into();
    message.payloads.push(raw("<extra xmlns='jabber:client'/>"));
    let message = message.with_namespace(StanzaNamespace::Server).unwrap();
    assert_eq!(
        raw(&xmpp_xml::to_string(&message).unwrap()),
        raw(
            "<message xmlns='jabber:server'><u/><body lang='x'>b</body><x xmlns='urn:example:x'/><extra/></message>"
        )
    );
}

#[test]
fn refuses_to_make_what_was_foreign_a_part_of_the_stanza() {
    for source in [
        "<message xmlns='jabber:client'><body>seen</body><body xmlns='jabber:server'>unseen</body></message>",
        "<iq xmlns='jabber:client' id='1' type='error'><error><x xmlns='jabber:server'/></error></iq>",
        "<presence xmlns='jabber:client'><priority xmlns='jabber:server'>9</priority></presence>",
    ] {
        let mut stanza: Stanza = assert_lossless(source);
        let before = stanza.clone();
        let error = stanza.set_namespace(StanzaNamespace::Server).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::WrongElement { .. }));
        assert_eq!(stanza, before);
        stanza.set_namespace(StanzaNamespace::Component).unwrap();
    }
}

#[test]
fn moves_stanzas_that_were_made() {
    let message = Message::new()
        .with_body("hi")
        .with_namespace(StanzaNamespace::Server)
        .unwrap();
    assert_eq!(
        xmpp_xml::to_string(&message).unwrap(),
        "<message xmlns='jabber:server'><body>hi</body></message>"
    );
    let iq = Iq::new(xmpp_core_stanzas::IqKind::Get, "1")
        .error_reply(StanzaError::from(xmpp_core_stanzas::Condition::Conflict))
        .unwrap()
        .with_namespace(StanzaNamespace::Component)
        .unwrap();
    assert_eq!(
        xmpp_xml::to_string(&iq).unwrap(),
        "<iq xmlns='jabber:component:accept' id='1' type='error'><error type='cancel'>\
         <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"
    );
    let presence = Presence::new();
    assert_eq!(
        presence.clone().with_namespace(StanzaNamespace::Client),
        Ok(presence)
    );
}
