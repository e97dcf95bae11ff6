//! The same programs with our types and with xmpp-parsers: both run, and the lines of both are counted.

use core::error::Error;
use core::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::json;
use xmpp_xml::RawElement;

pub(crate) mod ours;
pub(crate) mod theirs;

pub(crate) type Result<T> = core::result::Result<T, Box<dyn Error>>;

/// The programs, each in a file of this name for either side.
const PROGRAMS: [(&str, &str); 8] = [
    ("echo", "echo bot over tokio-xmpp"),
    ("room", "room bot over tokio-xmpp"),
    ("payload", "PEP payload of one's own"),
    ("gateway", "gateway that changes addresses"),
    ("form", "room configuration, edited and submitted"),
    ("json", "message as JSON"),
    ("property", "property test of a parser"),
    ("ported", "answerer of pings and version requests"),
];

/// The lines of a program as rustfmt sets them, without blank ones, comments and imports.
fn lines(side: &str, program: &str) -> usize {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/main/compared");
    let text = fs::read_to_string(dir.join(side).join(format!("{program}.rs")));
    let text = text.expect("the program is there");
    let mut is_import = false;
    let counted = text.lines().map(str::trim).filter(|line| {
        is_import |= line.starts_with("use ");
        let counts = !is_import && !line.is_empty() && !line.starts_with("//");
        is_import &= !line.ends_with(';');
        counts
    });
    counted.count()
}

/// The table of the guide.
fn table() -> String {
    let mut table = "| program | here | xmpp-parsers |\n|---|--:|--:|\n".to_owned();
    for (program, what) in PROGRAMS {
        let (ours, theirs) = (lines("ours", program), lines("theirs", program));
        let _ = writeln!(table, "| {what} | {ours} | {theirs} |");
    }
    table
}

#[test]
fn ours_is_shorter_in_each_and_the_guide_says_so() {
    for (program, _) in PROGRAMS {
        let (ours, theirs) = (lines("ours", program), lines("theirs", program));
        assert!(ours < theirs, "{program}: {ours} of {theirs}");
    }
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/coming-from-xmpp-parsers.md");
    let guide = fs::read_to_string(guide).expect("the guide is there");
    let table = table();
    assert!(
        guide.contains(&table),
        "the guide is stale; its table is now\n{table}"
    );
}

fn canonical(text: &str) -> Result<String> {
    Ok(text.parse::<RawElement>()?.canonical())
}

#[test]
fn a_payload_of_ones_own_is_published_and_notified() -> Result<()> {
    let mine = ours::payload::Tea::new(2)
        .with_leaf("Assam")
        .with_beside(["milk".to_owned()]);
    let yours = theirs::payload::Tea {
        cups: 2,
        leaf: Some("Assam".to_owned()),
        beside: vec!["milk".to_owned()],
    };
    let published = ours::payload::publish(&mine)?;
    assert_eq!(
        canonical(&published)?,
        canonical(&theirs::payload::publish(&yours)?)?
    );
    let event = |node: &str, items: &str| {
        format!(
            "<message xmlns='jabber:client' from='a@sea.example'>\
             <event xmlns='http://jabber.org/protocol/pubsub#event'><items node='{node}'>{items}</items></event></message>"
        )
    };
    let tea = "<tea xmlns='urn:example:tea' cups='2'><leaf>Assam</leaf><with>milk</with></tea>";
    let item = format!("<item id='1'>{tea}</item>");
    let message = event("urn:example:tea", &item);
    assert_eq!(ours::payload::notified(&message)?, Some(mine));
    assert_eq!(theirs::payload::notified(&message)?, Some(yours));
    for other in [
        event("urn:example:coffee", &item),
        event("urn:example:tea", ""),
    ] {
        assert_eq!(ours::payload::notified(&other)?, None);
        assert_eq!(theirs::payload::notified(&other)?, None);
    }
    Ok(())
}

#[test]
fn a_gateway_changes_the_addresses() -> Result<()> {
    let around = |name: &str, from: &str, to: &str, inside: &str| {
        format!(
            "<{name} xmlns='jabber:client' id='1' type='set' from='{from}' to='{to}'>{inside}</{name}>"
        )
    };
    let vcard = "<vCard xmlns='vcard-temp'><FN>A</FN></vCard>";
    let sent = around(
        "iq",
        "a@sea.example/x",
        "b%land.example@gate.example",
        vcard,
    );
    let came = around(
        "iq",
        "a%sea.example@gate.example/x",
        "b@land.example",
        vcard,
    );
    assert_eq!(
        canonical(&ours::gateway::passed(&sent)?)?,
        canonical(&came)?
    );
    assert_eq!(
        canonical(&theirs::gateway::passed(&sent)?)?,
        canonical(&came)?
    );
    for (from, to) in [
        ("sea.example", "b%land.example@gate.example"),
        ("a@sea.example", "b@gate.example"),
    ] {
        let sent = around("iq", from, to, vcard);
        assert!(ours::gateway::passed(&sent).is_err() && theirs::gateway::passed(&sent).is_err());
    }
    Ok(())
}

#[test]
fn a_form_is_edited_and_submitted() -> Result<()> {
    let offer = "<iq xmlns='jabber:client' from='tower@muc.example' id='c1' type='result'>\
         <query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><title>T</title>\
         <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>\
         <field var='x-colour' type='text-single' label='Colour'><value>grey</value></field>\
         <field var='muc#roomconfig_roomname' type='text-single'><value>Tower</value></field>\
         <field var='muc#roomconfig_maxusers' type='list-single' label='How many?'>\
         <option label='A few'><value>10</value></option><option><value>none</value></option><value>10</value></field>\
         </x></query></iq>";
    let submission = "<iq xmlns='jabber:client' to='tower@muc.example' id='c2' type='set'>\
         <query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#roomconfig</value></field>\
         <field var='x-colour' type='text-single'><value>grey</value></field>\
         <field var='muc#roomconfig_roomname' type='text-single'><value>Keep</value></field>\
         <field var='muc#roomconfig_maxusers' type='list-single'><value>none</value></field></x></query></iq>";
    assert_eq!(
        canonical(&ours::form::configured(offer, "Keep")?)?,
        canonical(submission)?
    );
    assert_eq!(
        canonical(&theirs::form::configured(offer, "Keep")?)?,
        // A type that is the default is not written there.
        canonical(&submission.replace(" type='text-single'", ""))?
    );
    let refusal = "<iq xmlns='jabber:client' id='c1' type='error'><error type='auth'>\
         <forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
    assert!(ours::form::configured(refusal, "Keep").is_err());
    assert!(theirs::form::configured(refusal, "Keep").is_err());
    Ok(())
}

#[test]
fn a_message_becomes_json() -> Result<()> {
    let message = "<message xmlns='jabber:client' from='a@sea.example' type='chat' id='m1'><body>Tea?</body>\
         <thread>t</thread><delay xmlns='urn:xmpp:delay' from='sea.example' stamp='2026-03-20T09:00:00Z'/>\
         <request xmlns='urn:xmpp:receipts'/><cup xmlns='urn:example:cup'/></message>";
    let (mine, yours) = (
        ours::json::exported(message)?,
        theirs::json::exported(message)?,
    );
    for json in [&mine, &yours] {
        assert_eq!(json["from"], "a@sea.example");
        assert_eq!(json["kind"], "chat");
        assert_eq!(json["bodies"][0]["text"], "Tea?");
        assert_eq!(json["payloads"][0]["$name"], "delay");
        assert_eq!(json["payloads"][0]["from"], "sea.example");
        assert_eq!(json["payloads"][1]["$name"], "request");
        assert!(
            json["payloads"][2]
                .as_str()
                .is_some_and(|xml| xml.contains("urn:example:cup"))
        );
    }
    assert_eq!(mine["payloads"][0]["stamp"], json!("2026-03-20T09:00:00Z"));
    Ok(())
}

#[test]
fn the_ported_program_answers_the_same() -> Result<()> {
    let iq = |kind: &str, inside: &str| {
        format!("<iq xmlns='jabber:client' type='{kind}' id='1' from='a@sea.example'>{inside}</iq>")
    };
    let ping = "<ping xmlns='urn:xmpp:ping'/>";
    let version = "<query xmlns='jabber:iq:version'/>";
    for request in [iq("get", ping), iq("get", version), iq("result", "")] {
        let (mine, yours) = (
            ours::ported::answer(&request)?,
            theirs::ported::answer(&request)?,
        );
        let canonical = |text: Option<String>| text.map(|text| canonical(&text)).transpose();
        assert_eq!(canonical(mine)?, canonical(yours)?, "{request}");
    }
    for request in [
        iq("set", ping),
        iq("get", "<rabbit xmlns='urn:example:hole'/>"),
    ] {
        for answer in [
            ours::ported::answer(&request)?,
            theirs::ported::answer(&request)?,
        ] {
            assert!(answer.is_some_and(|text| text.contains("service-unavailable")));
        }
    }
    Ok(())
}
