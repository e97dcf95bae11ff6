//! The forms of publish-subscribe as types.

use std::fs;
use std::path::Path;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_data_forms::form_type::FormError;
use xmpp_pubsub::forms::{
    AccessModel, ChildrenAssociationPolicy, Expire, GetPending, IntegerOrMax, ItemReply, MetaData,
    NodeConfig, NotificationType, PublishModel, PublishNodeFull, PublishOptions,
    SendLastPublishedItem, ShowValue, SubscribeAuthorization, SubscribeOptions, SubscriptionDepth,
    SubscriptionType,
};
use xmpp_pubsub::{NodeKind, pubsub};
use xmpp_xml::{DateTime, LanguageTag, Options, Value, first_element};

use crate::jid;

/// The forms of `testdata/pubsub/forms.xml`.
fn vectors() -> Vec<Form> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/pubsub/forms.xml");
    let text = fs::read_to_string(path).expect("a vector is UTF-8");
    let mut rest = text.as_str();
    let mut forms = Vec::new();
    while let Ok((root, end)) = first_element(rest, &Options::file()) {
        forms.push(root.parse().expect("a form"));
        rest = &rest[end..];
    }
    forms
}

/// The first vector that is a `T`, of this kind.
fn vector<T: FormType>(kind: FormKind) -> T {
    let forms = vectors();
    let form = forms
        .iter()
        .find(|form| T::matches(form) && form.kind.as_ref() == Some(&kind));
    form.expect("there is one").parse().expect("it is one")
}

fn date_time(text: &str) -> DateTime {
    DateTime::parse(text).expect("a date and time")
}

fn written(form: &Form) -> String {
    xmpp_xml::to_string(form).expect("it can be written")
}

#[test]
fn reads_every_field_of_a_configuration() {
    let config: NodeConfig = vector(FormKind::Form);
    let mut expected = NodeConfig::new(FormKind::Form);
    expected.access_model = Some(AccessModel::Roster);
    expected.body_xslt = Some("https://airfield.example/body.xsl".to_owned());
    expected.contacts = vec![jid("radar@airfield.example")];
    expected.dataform_xslt = Some("https://airfield.example/form.xsl".to_owned());
    expected.deliver_notifications = Some(true);
    expected.deliver_payloads = Some(true);
    expected.description = Some("What the wind does".to_owned());
    expected.item_expire = Some(IntegerOrMax::Integer(3600));
    expected.item_reply = Some(ItemReply::Publisher);
    expected.language = Some(LanguageTag::new("en"));
    expected.max_items = Some(IntegerOrMax::Max);
    expected.max_payload_size = Some(65_536);
    expected.node_type = Some(NodeKind::Collection);
    expected.notification_type = Some(NotificationType::Headline);
    expected.notify_config = Some(false);
    expected.notify_delete = Some(false);
    expected.notify_retract = Some(true);
    expected.notify_sub = Some(false);
    expected.persist_items = Some(true);
    expected.presence_based_delivery = Some(false);
    expected.publish_model = Some(PublishModel::Publishers);
    expected.publish_node_full = Some(PublishNodeFull::RetractOldest);
    expected.purge_offline = Some(false);
    expected.roster_groups_allowed = vec!["Pilots".to_owned(), "Ground crew".to_owned()];
    expected.send_last_published_item = Some(SendLastPublishedItem::OnSubscription);
    expected.temporary_subscriptions = Some(false);
    expected.subscribe = Some(true);
    expected.title = Some("Weather".to_owned());
    expected.payload_type = Some("urn:example:weather".to_owned());
    // The root of all collections has no name.
    expected.collections = vec!["airfield".to_owned(), String::new()];
    expected.children = vec!["wind".to_owned(), "clouds".to_owned()];
    expected.children_association_policy = Some(ChildrenAssociationPolicy::Whitelist);
    expected.children_association_whitelist = vec![jid("mast@airfield.example")];
    expected.children_max = Some(IntegerOrMax::Integer(8));

    // Written into an empty form, it has all registered types and reads the same.
    let form = expected.to_form();
    let kinds: Vec<_> = NodeConfig::FIELDS
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
    let mut again: NodeConfig = form.parse().expect("it is valid");
    for expected in [&mut expected, &mut again] {
        expected.form = config.form.clone();
    }
    assert_eq!(config, expected);
    assert_eq!(again, expected);
}

#[test]
fn changes_one_field_of_a_configuration_and_keeps_all_else() {
    let mut config: NodeConfig = vector(FormKind::Form);
    let before = written(&config.to_form());
    config.access_model = Some(AccessModel::Open);
    let value = "<value>roster</value></field>";
    assert_eq!(before.matches(value).count(), 1, "{before}");
    assert_eq!(
        written(&config.to_form()),
        before.replace(value, "<value>open</value></field>")
    );
    let answer = config.submit();
    assert_eq!(answer.value(NodeConfig::ACCESS_MODEL), Some("open"));
    assert_eq!(answer.value("x-airfield_unit"), Some("knots"));
    assert_eq!(answer.fields.len(), config.form.fields.len());
}

#[test]
fn approves_a_subscription() {
    let mut asked: SubscribeAuthorization = vector(FormKind::Form);
    assert_eq!(asked.subscriber, Some(jid("pilot@airfield.example")));
    assert_eq!(
        (asked.node.as_deref(), asked.subid.as_deref()),
        (Some("weather"), Some("w-7"))
    );
    asked.allow = Some(true);
    assert_eq!(
        written(&asked.submit()),
        "<x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE' type='hidden'>\
         <value>http://jabber.org/protocol/pubsub#subscribe_authorization</value></field>\
         <field var='pubsub#subid' type='hidden'><value>w-7</value></field>\
         <field var='pubsub#node' type='text-single'><value>weather</value></field>\
         <field var='pubsub#subscriber_jid' type='jid-single'><value>Pilot@Airfield.example</value></field>\
         <field var='pubsub#allow' type='boolean'><value>true</value></field></x>"
    );
}

#[test]
fn asks_for_the_pending_subscriptions_of_a_node() {
    let form = &vectors()[2];
    let mut pending: GetPending = form.parse().expect("it is one");
    let nodes = pending.form.field(GetPending::NODE).expect("it is there");
    let nodes: Vec<_> = nodes
        .options
        .iter()
        .map(|option| option.value.as_deref())
        .collect();
    assert_eq!(nodes, [Some("weather"), Some("landings")]);
    pending.node = Some("landings".to_owned());
    assert_eq!(pending.submit().value(GetPending::NODE), Some("landings"));

    // The answer may come without a form type: the command tells.
    let answer = &vectors()[3];
    assert_eq!(
        answer.parse::<GetPending>(),
        Err(FormError::WrongFormType {
            expected: GetPending::FORM_TYPE,
            found: None
        })
    );
    let answer = GetPending::from_fields(answer).expect("it is valid");
    assert_eq!(answer.node.as_deref(), Some("landings"));
}

#[test]
fn reads_the_options_of_a_subscription() {
    let options: SubscribeOptions = vector(FormKind::Form);
    let mut expected = SubscribeOptions::new(FormKind::Form);
    expected.deliver = Some(true);
    expected.digest = Some(false);
    expected.digest_frequency = Some(86_400_000);
    expected.expire = Some(Expire::At(date_time("2026-02-28T23:59:59+05:30")));
    expected.include_body = Some(false);
    expected.show_values = vec![
        ShowValue::Away,
        ShowValue::Chat,
        ShowValue::DoNotDisturb,
        ShowValue::Online,
        ShowValue::ExtendedAway,
        ShowValue::from("flying"),
    ];
    expected.subscription_type = Some(SubscriptionType::Items);
    expected.subscription_depth = Some(SubscriptionDepth::All);
    expected.form = options.form.clone();
    assert_eq!(options, expected);

    let answer: SubscribeOptions = vector(FormKind::Submit);
    assert_eq!(answer.expire, Some(Expire::Presence));
    assert_eq!(
        answer.subscription_depth,
        Some(SubscriptionDepth::Levels(1))
    );
    assert_eq!(answer.deliver, None);
}

#[test]
fn reads_what_a_node_tells_of_itself_and_of_its_configuration() {
    let data: MetaData = vector(FormKind::Result);
    assert_eq!(
        data.creation_date,
        Some(date_time("1998-07-14T06:00:00.50Z"))
    );
    assert_eq!(data.creator, Some(jid("chief@airfield.example")));
    assert_eq!((data.owners.len(), data.publishers.len()), (1, 2));
    assert_eq!(data.num_subscribers, Some(12));
    assert_eq!(data.max_items, Some(IntegerOrMax::Integer(24)));
    assert_eq!(data.access_model, Some(AccessModel::Open));
    let config = NodeConfig::from_fields(&data.form).expect("it is valid");
    assert_eq!(config.persist_items, Some(true));
    assert_eq!(config.title, data.title);
}

#[test]
fn has_the_same_fields_in_publish_options_and_in_the_configuration() {
    let count = NodeConfig::FIELDS.len();
    assert_eq!(PublishOptions::FIELDS[..count], *NodeConfig::FIELDS);
    assert_eq!(PublishOptions::FIELDS.len(), count + 1);
}

#[test]
fn understands_the_presets() {
    let preset = pubsub::PublishOptions::public_data("presence")
        .form
        .expect("it has one");
    let options: PublishOptions = preset.parse().expect("it is one");
    assert_eq!(options.persist_items, Some(true));
    assert_eq!(options.access_model, Some(AccessModel::Presence));
    assert_eq!(
        options.send_last_published_item,
        Some(SendLastPublishedItem::Never)
    );

    let mut options = PublishOptions::new(FormKind::Submit);
    options.access_model = Some(AccessModel::Whitelist);
    options.persist_items = Some(true);
    let preset = pubsub::PublishOptions::private_data()
        .form
        .expect("it has one");
    let preset: PublishOptions = preset.parse().expect("it is one");
    let again: PublishOptions = options.to_form().parse().expect("it is one");
    assert_eq!(
        (again.access_model, again.persist_items),
        (preset.access_model, preset.persist_items)
    );
}

#[test]
fn reads_a_word_or_a_number() {
    for (text, value) in [
        ("max", IntegerOrMax::Max),
        (" max\n", IntegerOrMax::Max),
        ("0", IntegerOrMax::Integer(0)),
        ("18446744073709551615", IntegerOrMax::Integer(u64::MAX)),
    ] {
        assert_eq!(IntegerOrMax::parse(text), Ok(value));
        assert_eq!(IntegerOrMax::parse(&value.to_text()), Ok(value));
    }
    for text in ["", "Max", "-1", "1.5"] {
        assert!(IntegerOrMax::parse(text).is_err(), "{text}");
    }
    assert_eq!(SubscriptionDepth::parse("all"), Ok(SubscriptionDepth::All));
    assert_eq!(
        SubscriptionDepth::parse(" 2 "),
        Ok(SubscriptionDepth::Levels(2))
    );
    assert_eq!(SubscriptionDepth::Levels(2).to_text(), "2");
    assert!(SubscriptionDepth::parse("max").is_err());
    let time = "2026-02-28T23:59:59.000-01:00";
    assert_eq!(
        Expire::parse(time).map(|e| e.to_text()).as_deref(),
        Ok(time)
    );
    assert_eq!(Expire::parse("presence"), Ok(Expire::Presence));
    assert!(Expire::parse("tomorrow").is_err());
}

#[test]
fn does_not_open_a_node_because_its_configuration_is_invalid() {
    let form = |var: &str, values: &[&str]| -> Form {
        let values: String = values
            .iter()
            .map(|value| format!("<value>{value}</value>"))
            .collect();
        let text = format!(
            "<x xmlns='jabber:x:data' type='submit'><field var='{var}'>{values}</field></x>"
        );
        xmpp_xml::from_str(&text).unwrap()
    };
    let two = ["whitelist", "open"];
    let invalid = ["nobody knows"];
    for (var, values) in [
        (NodeConfig::ACCESS_MODEL, two.as_slice()),
        (NodeConfig::PUBLISH_MODEL, &two),
        (NodeConfig::MAX_ITEMS, &invalid),
        (NodeConfig::ITEM_EXPIRE, &invalid),
        (NodeConfig::PERSIST_ITEMS, &invalid),
        (NodeConfig::SUBSCRIBE, &invalid),
        (NodeConfig::CHILDREN_MAX, &["-1"]),
    ] {
        let form = form(var, values);
        assert!(
            NodeConfig::from_fields_keeping_invalid(&form).is_err(),
            "{var}"
        );
        // What must be so to publish is not left out either.
        assert!(
            PublishOptions::from_fields_keeping_invalid(&form).is_err(),
            "{var}"
        );
    }
    let expire = form(SubscribeOptions::EXPIRE, &["soon"]);
    assert!(SubscribeOptions::from_fields_keeping_invalid(&expire).is_err());
    let digest = form(SubscribeOptions::DIGEST_FREQUENCY, &["often"]);
    let (_, problems) = SubscribeOptions::from_fields_keeping_invalid(&digest).unwrap();
    assert_eq!(problems.len(), 1);
}
