use xmpp_core_stanzas::{Iq, IqKind, Stanza, StanzaNamespace};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, Report};

use crate::{jid, raw, refusal};

#[test]
fn reads_every_part() {
    let iq: Iq = assert_typed(
        "<iq xmlns='jabber:component:accept' from='gate.example.com' to='ada@example.com/desk' id='q1' type='set' \
         xml:lang='eo'><order xmlns='urn:example:order'/></iq>",
    );
    assert_eq!(iq.namespace, StanzaNamespace::Component);
    assert_eq!(iq.from, Some(jid("gate.example.com")));
    assert_eq!(iq.to, Some(jid("ada@example.com/desk")));
    assert_eq!((iq.id.as_str(), iq.kind), ("q1", IqKind::Set));
    assert_eq!(iq.lang, Some("eo".into()));
    assert_eq!(iq.payloads, [raw("<order xmlns='urn:example:order'/>")]);
    assert_eq!(iq.error, None);
}

#[test]
fn reads_every_type() {
    for (token, kind) in [
        ("get", IqKind::Get),
        ("set", IqKind::Set),
        ("result", IqKind::Result),
        ("error", IqKind::Error),
    ] {
        let iq: Iq = assert_typed(&format!(
            "<iq xmlns='jabber:client' id='1' type='{token}'/>"
        ));
        assert_eq!(iq, Iq::new(kind, "1"));
    }
}

#[test]
fn rejects_an_iq_without_id_or_type() {
    for (source, name) in [
        ("<iq xmlns='jabber:client' type='get'/>", "id"),
        ("<iq xmlns='jabber:client' id='1'/>", "type"),
    ] {
        let missing = ErrorKind::MissingAttribute {
            element: "iq",
            name,
        };
        assert_eq!(refusal::<Iq>(source), (missing.clone(), "/iq".to_owned()));
        assert_eq!(refusal::<Stanza>(source).0, missing);
        // An iq cannot be without, so keeping does not help; as it stands, the element is fine.
        let options = Options::new().invalid(Invalid::Keep);
        let kept = raw(source).parse_with::<Iq>(&options, &mut Report::default());
        assert_eq!(kept.unwrap_err().kind(), &missing);
        assert_eq!(xmpp_xml::to_string(&raw(source)).unwrap(), source);
    }
}

#[test]
fn rejects_a_type_that_no_iq_has() {
    for token in ["ask", "", "GET"] {
        let (kind, path) = refusal::<Iq>(&format!(
            "<iq xmlns='jabber:client' id='1' type='{token}'/>"
        ));
        assert!(
            matches!(&kind, ErrorKind::InvalidValue { value, .. } if **value == *token),
            "{kind:?}"
        );
        assert_eq!(path, "/iq/@type");
    }
}

#[test]
fn keeps_a_payload_byte_for_byte() {
    let payload =
        "<p:q  xmlns:p=\"urn:example:q\" b = '2' a='&#x31;' ><![CDATA[<]]>&gt;<p:r></p:r></p:q >";
    let source = format!("<iq xmlns='jabber:client' id='1' type='get'>{payload}</iq>");
    let iq: Iq = assert_typed(&source);
    assert_eq!(iq.payloads[0].to_string(), payload);
    assert_eq!(xmpp_xml::to_string(&iq).unwrap(), source);
}

#[test]
fn keeps_text_beside_a_payload() {
    let iq: Iq = assert_lossless(
        "<iq xmlns='jabber:client' id='1' type='result'> a <b xmlns='urn:example:b'/></iq>",
    );
    assert_eq!(iq.extra.texts().collect::<Vec<_>>(), [" a "]);
}

#[test]
fn keeps_what_was_before_when_a_field_changes() {
    let mut stanza: Stanza = xmpp_xml::from_str(
        "<iq xmlns='jabber:client' type=' set ' id='1' to='Bob@Example.com' z='9'><b xmlns='urn:example:b'> </b></iq>",
    )
    .unwrap();
    let Stanza::Iq(iq) = &mut stanza else {
        panic!("not an iq")
    };
    iq.id = "2".into();
    let expected = raw(
        "<iq xmlns='jabber:client' type=' set ' id='2' to='Bob@Example.com' z='9'><b xmlns='urn:example:b'> </b></iq>",
    );
    assert_eq!(raw(&xmpp_xml::to_string(&stanza).unwrap()), expected);
}
