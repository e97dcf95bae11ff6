//! What the types of things promise, seen from outside.

use proptest::prelude::*;
use xmpp_core_stanzas::{Iq, Message};
use xmpp_jid::Jid;
use xmpp_things::control::{Set, SetResponse};
use xmpp_things::discovery::{Claimed, Mine, Search, Tag, TagKind, Update};
use xmpp_things::provisioning::{
    CanControlResponse, CanReadResponse, ClearCache, Friend, Node, Unfriend,
};
use xmpp_things::sensor_data::{Field, FieldKind, Fields, Request};
use xmpp_xml::{Element, Error, Invalid, Options, Report, from_str, read_with};

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

fn read<T: Element>(source: &str) -> T {
    from_str(source).expect("it is valid")
}

/// Reads an element, and keeps what is invalid in it.
fn keeping_invalid<T: Element>(source: &str) -> Result<T, Error> {
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default())
}

fn message(from: &str, content: &str) -> Message {
    read(&format!(
        "<message xmlns='jabber:client' {from}>{content}</message>"
    ))
}

#[test]
fn believes_a_device_about_its_own_values_alone() {
    let fields = "<fields xmlns='urn:xmpp:iot:sensordata' seqnr='1'/>";
    let of = |from: &str, content: &str| {
        Fields::of(&message(from, content), &jid("device@things.example")).expect("it is valid")
    };
    assert!(of("from='Device@things.example/x'", fields).is_some());
    for from in [
        "",
        "from='other@things.example'",
        "from='things.example'",
        "from='device@things.example' type='error'",
    ] {
        assert_eq!(of(from, fields), None, "{from}");
    }
    assert_eq!(of("from='device@things.example'", &fields.repeat(2)), None);
}

#[test]
fn obeys_the_provisioning_server_that_is_trusted() {
    let server = jid("rights.example");
    let friend = "<friend xmlns='urn:xmpp:iot:provisioning' jid='a@b.example'/>";
    let unfriend = "<unfriend xmlns='urn:xmpp:iot:provisioning' jid='a@b.example'/>";
    let from = "from='rights.example'";
    assert!(
        Friend::of(&message(from, friend), &server)
            .expect("it is valid")
            .is_some()
    );
    assert!(
        Unfriend::of(&message(from, unfriend), &server)
            .expect("it is valid")
            .is_some()
    );
    for from in ["", "from='a@b.example'", "from='x@rights.example'"] {
        assert_eq!(Friend::of(&message(from, friend), &server), Ok(None));
        assert_eq!(Unfriend::of(&message(from, unfriend), &server), Ok(None));
    }
    let clear = |from: &str| {
        let iq: Iq = read(&format!(
            "<iq xmlns='jabber:client' type='set' id='1' {from}><clearCache xmlns='urn:xmpp:iot:provisioning'/></iq>"
        ));
        ClearCache::of(&iq, &server).expect("it is valid")
    };
    assert!(clear(from).is_some());
    assert_eq!(clear("from='a@b.example'"), None);
    assert_eq!(clear(""), None);
}

#[test]
fn allows_no_more_than_was_said() {
    let read_answer = |result: &str, content: &str| -> CanReadResponse {
        read(&format!(
            "<canReadResponse xmlns='urn:xmpp:iot:provisioning' jid='a@b.example' result='{result}'>{content}</canReadResponse>"
        ))
    };
    let node = Node::new;
    let (all, none) = (read_answer("true", ""), read_answer("false", ""));
    assert!(all.allows_field("x") && all.allows_node(&node("x")));
    assert!(!none.allows_field("x") && !none.allows_node(&node("x")));
    let some = read_answer("true", "<field name='x'/><node nodeId='n'/>");
    assert!(some.allows_field("x") && !some.allows_field("y"));
    assert!(some.allows_node(&node("n")) && !some.allows_node(&node("m")));
    // Another source may have a node of the same name.
    assert!(!some.allows_node(&node("n").with_source_id("s")));
    let of_source = read_answer("true", "<node nodeId='n' sourceId='s' cacheType='c'/>");
    let whole = node("n").with_source_id("s").with_cache_type("c");
    assert!(of_source.allows_node(&whole) && !of_source.allows_node(&node("n")));
    assert!(!of_source.allows_node(&whole.clone().with_source_id("t")));
    assert!(!of_source.allows_node(&whole.with_cache_type("d")));
    assert!(!read_answer("false", "<field name='x'/>").allows_field("x"));
    // What is not understood may well say which.
    assert!(!read_answer("true", "<pattern/>").allows_field("x"));
    for content in ["<field/>", "<node/>"] {
        let source = format!(
            "<canReadResponse xmlns='urn:xmpp:iot:provisioning' jid='a@b.example' result='true'>{content}</canReadResponse>"
        );
        keeping_invalid::<CanReadResponse>(&source)
            .expect_err("a limit that cannot be read is not none");
    }
    let source = "<canControlResponse xmlns='urn:xmpp:iot:provisioning' jid='a@b.example' result='true'><parameter/></canControlResponse>";
    keeping_invalid::<CanControlResponse>(source)
        .expect_err("a limit that cannot be read is not none");
    let control: CanControlResponse =
        read(&source.replace("<parameter/>", "<parameter name='x'/>"));
    assert!(
        control.allows_parameter("x")
            && !control.allows_parameter("y")
            && control.allows_node(&node("n"))
    );
}

#[test]
fn sets_all_of_it_or_nothing() {
    for content in [
        "<boolean name='a' value='1'/><int name='b'/>",
        "<node/><boolean name='a' value='1'/>",
        "<x xmlns='jabber:x:data' type='submit'/><x xmlns='jabber:x:data' type='submit'/>",
    ] {
        let source = format!("<set xmlns='urn:xmpp:iot:control'>{content}</set>");
        keeping_invalid::<Set>(&source).expect_err(content);
    }
    let source = "<req xmlns='urn:xmpp:iot:sensordata' seqnr='1'><node/></req>";
    keeping_invalid::<Request>(source).expect_err("not the device itself");
    let answer = |attributes: &str, content: &str| -> SetResponse {
        read(&format!(
            "<setResponse xmlns='urn:xmpp:iot:control' {attributes}>{content}</setResponse>"
        ))
    };
    assert!(answer("", "").is_all());
    assert!(!answer("responseCode='InsufficientPrivileges'", "").is_all());
    assert!(!answer("", "<parameter name='a'/>").is_all());
    assert!(!answer("", "<some/>").is_all());
}

#[test]
fn makes_nothing_public_that_was_not_to_be() {
    for source in [
        "<mine xmlns='urn:xmpp:iot:discovery' public='no'/>",
        "<mine xmlns='urn:xmpp:iot:discovery'><str name='KEY'/></mine>",
    ] {
        keeping_invalid::<Mine>(source).expect_err(source);
    }
    keeping_invalid::<Claimed>(
        "<claimed xmlns='urn:xmpp:iot:discovery' jid='a@b.example' public='no'/>",
    )
    .expect_err("not public");
    keeping_invalid::<Update>("<update xmlns='urn:xmpp:iot:discovery' jid='@'/>")
        .expect_err("not the sender");
    for content in [
        "<strEq name='a'/>",
        "<numRange name='a' min='1' max='2' maxIncluded='no'/>",
    ] {
        let source = format!("<search xmlns='urn:xmpp:iot:discovery'>{content}</search>");
        keeping_invalid::<Search>(&source).expect_err("one condition fewer finds others");
    }
}

#[test]
fn reads_numbers_and_truths_as_they_are_written() {
    let field = |kind, value: &str| Field::new(kind, "x", value);
    assert_eq!(field(FieldKind::Numeric, " 23.4 ").number(), Some(23.4));
    assert_eq!(field(FieldKind::Int, "-7").number(), Some(-7.0));
    assert_eq!(field(FieldKind::String, "7").number(), None);
    assert_eq!(field(FieldKind::Numeric, "warm").number(), None);
    assert_eq!(field(FieldKind::Boolean, "1").boolean(), Some(true));
    assert_eq!(field(FieldKind::Boolean, "false").boolean(), Some(false));
    assert_eq!(field(FieldKind::Boolean, "yes").boolean(), None);
    assert_eq!(field(FieldKind::Int, "1").boolean(), None);
}

#[test]
fn turns_tags_into_codes_and_back() {
    let tags = [
        Tag::new(TagKind::Str, "SN", "a;b\\c:d"),
        Tag::new(TagKind::Num, "V", "1.2"),
        Tag::new(TagKind::Str, "EMPTY", ""),
        Tag::new(TagKind::Str, "LAST", "\\"),
    ];
    let code = Tag::write_code(&tags).expect("the names can be written");
    assert_eq!(code, "IoTDisco;SN:a\\;b\\\\c:d;#V:1.2;EMPTY:;LAST:\\\\");
    assert_eq!(Tag::read_code(&code).as_deref(), Some(&tags[..]));
    assert_eq!(Tag::read_code("IoTDisco"), Some(Vec::new()));
    for other in [
        "",
        "iotdisco;A:b",
        "IoTDiscoA:b",
        "IoTDisco;A",
        "IoTDisco;:b",
        "IoTDisco;A b:c",
        "IoTDisco;A:b;",
        "IoTDisco;A:b\\",
        "IoTDisco;##A:1",
    ] {
        assert_eq!(Tag::read_code(other), None, "{other}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn a_code_has_the_tags_that_it_was_made_of(tags in prop::collection::vec((any::<bool>(), "[A#;:é\\\\ ]{0,3}", "[a#;:🫖\\\\ ]{0,6}"), 0..4)) {
        let tags: Vec<_> = tags
            .into_iter()
            .map(|(is_number, name, value)| {
                Tag::new(if is_number { TagKind::Num } else { TagKind::Str }, name, value)
            })
            .collect();
        if let Some(code) = Tag::write_code(&tags) {
            prop_assert_eq!(Tag::read_code(&code), Some(tags));
        } else {
            prop_assert!(tags.iter().any(|tag| tag.name.is_empty() || tag.name.contains(['#', ';', ':', '\\', ' '])));
        }
    }
}
