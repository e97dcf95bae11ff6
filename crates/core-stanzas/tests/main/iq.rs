use xmpp_core_stanzas::{Iq, IqKind, Stanza, StanzaNamespace};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, RawElement};

use crate::{jid, keep, raw, refusal};

#[test]
fn reads_every_part() {
    let iq: Iq = assert_typed(
        "<iq xmlns='jabber:component:accept' from='gate.example.com' to='ada@example.com/desk' id='q1' type='set' \
         xml:lang='eo'><order xmlns='urn:example:order'/></iq>",
    );
    assert_eq!(iq.namespace, StanzaNamespace::Component);
    assert_eq!(iq.from, Some(jid("gate.example.com")));
    assert_eq!(iq.to, Some(jid("ada@example.com/desk")));
    assert_eq!((iq.id.as_deref(), iq.kind), (Some("q1"), Some(IqKind::Set)));
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
    iq.id = Some("2".into());
    let expected = raw(
        "<iq xmlns='jabber:client' type=' set ' id='2' to='Bob@Example.com' z='9'><b xmlns='urn:example:b'> </b></iq>",
    );
    assert_eq!(raw(&xmpp_xml::to_string(&stanza).unwrap()), expected);
}

#[track_caller]
fn kept(source: &str) -> (Iq, Vec<String>) {
    let (stanza, problems) = keep(source);
    (stanza.try_into().unwrap(), problems)
}

#[test]
fn keeps_an_iq_without_id_or_type_and_makes_up_neither() {
    for (source, id, kind, problems) in [
        (
            "<iq xmlns='jabber:client' type='get'><query xmlns='jabber:iq:roster'/></iq>",
            None,
            Some(IqKind::Get),
            vec!["/iq"],
        ),
        (
            "<iq xmlns='jabber:client' id='1'/>",
            Some("1"),
            None,
            vec!["/iq"],
        ),
        (
            "<iq xmlns='jabber:client'/>",
            None,
            None,
            vec!["/iq", "/iq"],
        ),
        (
            "<iq xmlns='jabber:client' id='1' type='pet'/>",
            Some("1"),
            None,
            vec!["/iq/@type"],
        ),
        (
            "<iq xmlns='jabber:client' id='' type=''/>",
            Some(""),
            None,
            vec!["/iq/@type"],
        ),
        // Neither is that of another namespace.
        (
            "<iq xmlns='jabber:client' xmlns:x='urn:x' x:id='1' x:type='get'/>",
            None,
            None,
            vec!["/iq", "/iq"],
        ),
    ] {
        let (iq, found) = kept(source);
        assert_eq!((iq.id.as_deref(), iq.kind), (id, kind), "{source}");
        assert_eq!(found, problems, "{source}");
        // As it came, to the byte but for prefixes.
        assert_eq!(raw(&xmpp_xml::to_string(&iq).unwrap()), raw(source));
    }
}

#[test]
fn nobody_takes_an_iq_of_an_unknown_type_for_one_of_the_four() {
    let payload = "<q xmlns='urn:example:q'/>";
    for attributes in ["type='pet'", "type='Get'", "type=''", ""] {
        let (iq, _) = kept(&format!(
            "<iq xmlns='jabber:client' id='1' {attributes}>{payload}</iq>"
        ));
        assert!(!iq.is_request() && !iq.is_answer() && !iq.is_error());
        assert_eq!(iq.as_get::<RawElement>(), Ok(None));
        assert_eq!(iq.as_set::<RawElement>(), Ok(None));
        assert_eq!(iq.echoed::<RawElement>(), Ok(None));
        assert!(iq.answer::<RawElement>().is_err());
        assert_eq!(iq.reply(), None);
        assert!(!iq.is_answer_to(&Iq::new(IqKind::Get, "1"), &jid("ada@example.com")));
    }
}

#[test]
fn a_new_type_takes_the_place_of_an_unknown_one() {
    let (mut iq, _) = kept("<iq xmlns='jabber:client' type='pet'/>");
    iq.kind = Some(IqKind::Set);
    iq.id = Some("7".into());
    assert_eq!(
        xmpp_xml::to_string(&iq).unwrap(),
        "<iq xmlns='jabber:client' id='7' type='set'/>"
    );
}
