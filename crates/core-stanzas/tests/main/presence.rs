use xmpp_core_stanzas::{Presence, PresenceKind, Show, Stanza, StanzaNamespace, Status};
use xmpp_jid::Jid;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, Value as _};

use crate::{jid, keep, languages, refusal};

#[test]
fn reads_every_part() {
    let presence: Presence = assert_typed(
        "<presence xmlns='jabber:server' from='ada@example.com/desk' to='bob@example.net' id='p1' xml:lang='en'>\
         <show>xa</show><status>gone</status><status xml:lang='nl'>weg</status><priority>-3</priority>\
         <c xmlns='urn:example:caps'/></presence>",
    );
    assert_eq!(presence.namespace, StanzaNamespace::Server);
    assert_eq!(presence.kind, None);
    assert_eq!(presence.show, Some(Show::Xa));
    assert_eq!(
        presence.statuses,
        [
            Status::new("gone"),
            Status::new("weg").with_lang("nl".into())
        ]
    );
    assert_eq!(presence.status(&languages(&["nl-BE"])), Some("weg"));
    assert_eq!(presence.status(&languages(&["en"])), Some("gone"));
    assert_eq!(presence.priority, Some(-3));
    assert_eq!(presence.payloads.len(), 1);
}

#[test]
fn reads_every_type() {
    for (token, kind) in [
        ("available", PresenceKind::Available),
        ("error", PresenceKind::Error),
        ("probe", PresenceKind::Probe),
        ("subscribe", PresenceKind::Subscribe),
        ("subscribed", PresenceKind::Subscribed),
        ("unavailable", PresenceKind::Unavailable),
        ("unsubscribe", PresenceKind::Unsubscribe),
        ("unsubscribed", PresenceKind::Unsubscribed),
        ("invisible", PresenceKind::from("invisible")),
    ] {
        let source = format!("<presence xmlns='jabber:client' type='{token}'/>");
        let presence: Presence = assert_typed(&source);
        assert_eq!(presence, Presence::new().with_kind(kind));
    }
}

#[test]
fn reads_every_show() {
    for (token, show) in [
        ("away", Show::Away),
        ("chat", Show::Chat),
        ("dnd", Show::Dnd),
        ("xa", Show::Xa),
        ("asleep", Show::from("asleep")),
    ] {
        let source = format!("<presence xmlns='jabber:client'><show>{token}</show></presence>");
        let presence: Presence = assert_typed(&source);
        assert_eq!(presence.show, Some(show));
    }
}

#[test]
fn keeps_how_a_priority_is_spelt() {
    for (text, value) in [
        ("0", 0),
        ("+5", 5),
        ("007", 7),
        (" -128\n", -128),
        ("127", 127),
    ] {
        let source =
            format!("<presence xmlns='jabber:client'><priority>{text}</priority></presence>");
        let mut presence: Presence = assert_typed(&source);
        assert_eq!(presence.priority, Some(value));
        presence.priority = Some(1);
        assert_eq!(
            xmpp_xml::to_string(&presence).unwrap(),
            "<presence xmlns='jabber:client'><priority>1</priority></presence>"
        );
    }
}

#[test]
fn invents_no_priority() {
    let presence: Presence = assert_typed("<presence xmlns='jabber:client'/>");
    assert_eq!(presence.priority, None);
}

#[test]
fn rejects_a_priority_that_is_none() {
    for text in ["128", "-129", "high", ""] {
        let source =
            format!("<presence xmlns='jabber:client'><priority>{text}</priority></presence>");
        let (kind, path) = refusal::<Presence>(&source);
        let expected = "an integer from -128 to 127";
        assert!(
            matches!(&kind, ErrorKind::InvalidValue { expected: e, value, .. } if *e == expected && **value == *text),
            "{kind:?}"
        );
        assert_eq!(path, "/presence/priority");
    }
}

#[test]
fn keeps_invalid_values_where_told_to() {
    let (stanza, problems) = keep(
        "<presence xmlns='jabber:client' from='not an address'><priority>high</priority>\
         <show>away</show><show>dnd</show></presence>",
    );
    assert_eq!(
        problems,
        ["/presence/@from", "/presence/priority", "/presence/show[2]"]
    );
    let Stanza::Presence(presence) = stanza else {
        panic!("not a presence")
    };
    assert_eq!(presence.from, Jid::invalid("not an address"));
    assert_eq!(presence.priority, None);
    assert_eq!(presence.show, Some(Show::Away));
}

#[test]
fn a_new_value_takes_the_place_of_an_invalid_one() {
    let (stanza, _) = keep(
        "<presence xmlns='jabber:client' from='not an address'><priority>high</priority></presence>",
    );
    let Stanza::Presence(mut presence) = stanza else {
        panic!("not a presence")
    };
    presence.from = Some(jid("ada@example.com"));
    presence.priority = Some(2);
    assert_eq!(
        xmpp_xml::to_string(&presence).unwrap(),
        "<presence xmlns='jabber:client' from='ada@example.com'><priority>2</priority></presence>"
    );
}

#[test]
fn only_a_known_word_or_none_says_that_somebody_is_available() {
    assert!(Presence::new().is_available());
    assert_eq!(Presence::new().effective_kind(), PresenceKind::Available);
    for (token, is_available) in [
        ("available", true),
        (" available ", true),
        ("Available", false),
        ("", false),
        ("invisible", false),
        ("unavailable", false),
        ("error", false),
        ("probe", false),
        ("subscribe", false),
    ] {
        let source = format!("<presence xmlns='jabber:client' type='{token}'/>");
        let presence: Presence = assert_typed(&source);
        assert_eq!(presence.is_available(), is_available, "{token}");
        assert_eq!(
            presence.effective_kind() == PresenceKind::Available,
            is_available
        );
    }
}

#[test]
fn a_priority_out_of_range_costs_nothing_else() {
    let (stanza, problems) = keep(
        "<presence xmlns='jabber:client' from='ada@example.com/x' id='7'><priority>999</priority><show>dnd</show>\
         <status>busy</status><c xmlns='urn:example:caps'/></presence>",
    );
    assert_eq!(problems, ["/presence/priority"]);
    let presence = Presence::try_from(stanza).unwrap();
    assert_eq!(presence.priority, None);
    assert_eq!(presence.show, Some(Show::Dnd));
    assert_eq!(presence.status(&[]), Some("busy"));
    assert_eq!(presence.payloads.len(), 1);
    assert_eq!(presence.from, Some(jid("ada@example.com/x")));
}
