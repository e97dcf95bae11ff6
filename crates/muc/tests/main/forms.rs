//! The forms of multi-user chat as types.

use std::fs;
use std::path::Path;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{FieldKind, Form, FormKind};
use xmpp_data_forms::form_type::FormError;
use xmpp_muc::forms::{
    MaxUsers, PrivateMessages, Registration, RoomConfig, RoomInfo, Standing, VoiceRequest, Whois,
};
use xmpp_muc::owner::Query;
use xmpp_muc::{FORMS, Role};
use xmpp_xml::{LanguageTag, Node, Options, Value, first_element};

use crate::{jid, written};

/// The forms of `testdata/muc/forms.xml`.
fn vectors() -> Vec<Form> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/muc/forms.xml");
    let text = fs::read_to_string(path).expect("a vector is UTF-8");
    let mut rest = text.as_str();
    let mut forms = Vec::new();
    while let Ok((root, end)) = first_element(rest, &Options::file()) {
        visit(&root.node(), &mut forms);
        rest = &rest[end..];
    }
    forms
}

fn visit(node: &Node<'_>, forms: &mut Vec<Form>) {
    if node.name() == "x" {
        forms.push(
            xmpp_xml::RawElement::from_node(node)
                .parse()
                .expect("a form"),
        );
    }
    node.children().for_each(|child| visit(&child, forms));
}

/// The first vector that is a `T`, of this kind.
fn vector<T: FormType>(kind: FormKind) -> T {
    let forms = vectors();
    let form = forms
        .iter()
        .find(|form| T::matches(form) && form.kind.as_ref() == Some(&kind));
    form.expect("there is one").parse().expect("it is one")
}

#[test]
fn reads_every_field_of_a_configuration() {
    let config: RoomConfig = vector(FormKind::Form);
    let mut expected = RoomConfig::new(FormKind::Form);
    expected.max_history_fetch = Some(25);
    expected.allow_private_messages = Some(PrivateMessages::Participants);
    expected.allow_invites = Some(true);
    expected.change_subject = Some(false);
    expected.enable_logging = Some(true);
    expected.get_member_list = vec![
        Standing::Moderator,
        Standing::Owner,
        Standing::Admin,
        Standing::Member,
    ];
    expected.language = Some(LanguageTag::new("en_GB"));
    expected.pubsub = Some("xmpp:news.airfield.example?;node=tower".to_owned());
    expected.max_users = Some(MaxUsers::Count(12));
    expected.members_only = Some(true);
    expected.moderated = Some(true);
    expected.password_protected = Some(true);
    expected.persistent = Some(true);
    expected.presence_broadcast = vec![Role::Moderator, Role::Participant, Role::Visitor];
    expected.public = Some(false);
    expected.admins = vec![
        jid("ground@airfield.example"),
        jid("radar@airfield.example"),
    ];
    expected.description = Some("Take-off and landing".to_owned());
    expected.name = Some("Tower".to_owned());
    expected.owners = vec![jid("chief@airfield.example")];
    expected.password = Some(" wings  & sky".into());
    expected.whois = Some(Whois::Moderators);
    expected.slow_mode_duration = Some(30);
    expected.forward_mentions = Some(false);
    // Written into an empty form, it has all registered types and reads the same.
    let form = expected.to_form();
    let kinds: Vec<_> = RoomConfig::FIELDS
        .iter()
        .map(|field| Some(&field.kind))
        .collect();
    let written: Vec<_> = form
        .fields
        .iter()
        .skip(1)
        .map(|field| field.kind.as_ref())
        .collect();
    assert_eq!(written, kinds);
    let mut again: RoomConfig = form.parse().expect("it is valid");
    for expected in [&mut expected, &mut again] {
        expected.form = config.form.clone();
    }
    assert_eq!(config, expected);
    assert_eq!(again, expected);
}

#[test]
fn changes_one_field_of_a_configuration_and_keeps_all_else() {
    let mut config: RoomConfig = vector(FormKind::Form);
    let before = written(&config.to_form());
    config.max_users = Some(MaxUsers::Unlimited);
    let after = written(&config.to_form());
    let value = "<value>12</value><option>";
    assert_eq!(before.matches(value).count(), 1, "{before}");
    assert_eq!(after, before.replace(value, "<value>none</value><option>"));

    let query = Query::new().with_form(config.submit());
    let answer = query.form.as_ref().expect("it is there");
    assert_eq!(answer.kind, Some(FormKind::Submit));
    assert_eq!(answer.value(RoomConfig::MAX_USERS), Some("none"));
    assert_eq!(answer.value(RoomConfig::MODERATED), Some(" 1 "));
    assert_eq!(answer.value("x-airfield_windsock"), Some("NNW"));
    assert_eq!(answer.fields.len(), config.form.fields.len() - 1);
}

#[test]
fn reads_a_registration_and_what_an_admin_is_asked() {
    let answer: Registration = vector(FormKind::Submit);
    let mut expected = Registration::new(FormKind::Submit);
    expected.first_name = Some("Amelia".to_owned());
    expected.last_name = Some("Quail".to_owned());
    expected.room_nick = Some("Wren 4".to_owned());
    expected.url = Some("https://wren.airfield.example/".to_owned());
    expected.email = Some("amelia@airfield.example".to_owned());
    expected.faq_entry = ["Flies a Moth.", "", "Never late."]
        .map(str::to_owned)
        .to_vec();
    expected.form = answer.form.clone();
    assert_eq!(answer, expected);

    let form: Registration = vector(FormKind::Form);
    let first = form
        .form
        .field(Registration::FIRST_NAME)
        .expect("it is there");
    assert!(first.required);
    assert_eq!(first.label.as_deref(), Some("Given name"));
    assert_eq!(
        (form.first_name, form.room_nick.as_deref()),
        (None, Some("Wren 4"))
    );
    assert_eq!(form.allow, None);
}

#[test]
fn asks_for_voice_and_grants_it() {
    let mut request = VoiceRequest::new(FormKind::Submit);
    request.role = Some(Role::Participant);
    assert_eq!(
        written(&request.to_form()),
        "<x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/muc#request</value></field>\
         <field var='muc#role'><value>participant</value></field></x>"
    );

    let mut asked: VoiceRequest = vector(FormKind::Form);
    assert_eq!(asked.jid, Some(jid("amelia@airfield.example/cockpit")));
    assert_eq!(asked.allow, Some(false));
    asked.allow = Some(true);
    let answer = asked.submit();
    assert_eq!(answer.value(VoiceRequest::ALLOW), Some("true"));
    assert_eq!(
        answer.value(VoiceRequest::JID),
        Some("Amelia@Airfield.example/cockpit")
    );
    assert_eq!(
        answer.parse::<VoiceRequest>().map(|answer| answer.allow),
        Ok(Some(true))
    );
}

#[test]
fn reads_what_a_room_tells_of_itself_and_of_its_configuration() {
    let info: RoomInfo = vector(FormKind::Result);
    assert_eq!(
        (info.occupants, info.max_history_fetch),
        (Some(3), Some(25))
    );
    assert_eq!(info.subject_modifiable, Some(true));
    assert_eq!(info.contacts.len(), 2);
    assert_eq!(info.avatar_hashes.len(), 1);
    assert_eq!(info.slow_mode_duration, Some(30));
    assert_eq!(info.hats_hash.as_deref(), Some("d0f8d96e"));
    assert_eq!(info.messages_per_hour(), Some(23.42));
    let config = info.config().expect("it is valid");
    assert_eq!(config.change_subject, Some(true));
    assert_eq!(config.max_history_fetch, Some(25));
    assert_eq!(config.name, None);
    let description = info.form.field(RoomInfo::DESCRIPTION).expect("it is there");
    assert_eq!(description.label.as_deref(), Some("What for"));
    let kind = FORMS[3].field(RoomInfo::CONTACTS).map(|field| &field.kind);
    assert_eq!(kind, Some(&FieldKind::JidMulti));
}

#[test]
fn does_not_take_one_form_for_another() {
    let config: RoomConfig = vector(FormKind::Form);
    assert!(matches!(
        config.form.parse::<RoomInfo>(),
        Err(FormError::WrongFormType { found: Some(found), .. })
            if &*found == RoomConfig::FORM_TYPE
    ));
    assert_eq!(
        Query::accept_defaults()
            .form
            .map(|form| RoomConfig::matches(&form)),
        Some(false)
    );
}

#[test]
fn reads_a_limit_or_that_there_is_none() {
    for (text, value) in [
        ("none", MaxUsers::Unlimited),
        (" none\n", MaxUsers::Unlimited),
        ("0", MaxUsers::Count(0)),
        ("+12", MaxUsers::Count(12)),
    ] {
        assert_eq!(MaxUsers::parse(text), Ok(value));
        assert_eq!(MaxUsers::parse(&value.to_text()), Ok(value));
    }
    for text in ["", "None", "-1", "some", "4294967296"] {
        assert!(MaxUsers::parse(text).is_err(), "{text}");
    }
}

#[test]
fn does_not_open_a_room_because_its_configuration_is_invalid() {
    let form = |fields: &str| -> Form {
        let text = format!("<x xmlns='jabber:x:data' type='submit'>{fields}</x>");
        xmpp_xml::from_str(&text).expect("it is a form")
    };
    for var in [
        RoomConfig::MEMBERS_ONLY,
        RoomConfig::MODERATED,
        RoomConfig::PASSWORD_PROTECTED,
        RoomConfig::ALLOW_INVITES,
        RoomConfig::PUBLIC,
        RoomConfig::ENABLE_LOGGING,
    ] {
        let field = format!("<field var='{var}'><value>yes, please</value></field>");
        let error = RoomConfig::from_fields_keeping_invalid(&form(&field)).expect_err(var);
        assert_eq!(error.path(), format!("/x/field[@var='{var}']/value"));
    }
    let whois = RoomConfig::WHOIS;
    for fields in [
        format!("<field var='{whois}'><value>moderators</value><value>anyone</value></field>"),
        format!("<field var='{whois}'><value>moderators</value></field><field var='{whois}'/>"),
    ] {
        assert!(RoomConfig::from_fields_keeping_invalid(&form(&fields)).is_err());
        assert!(RoomConfig::from_fields(&form(&fields)).is_err());
    }
    // What does not say who may do what costs nothing.
    let history = format!(
        "<field var='{}'><value>all</value></field>",
        RoomConfig::MAX_HISTORY_FETCH
    );
    let (config, problems) =
        RoomConfig::from_fields_keeping_invalid(&form(&history)).expect("it is kept");
    assert_eq!((config.max_history_fetch, problems.len()), (None, 1));
}
