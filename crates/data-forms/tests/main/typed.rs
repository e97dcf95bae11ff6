//! Forms of a known `FORM_TYPE` as types.

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{Choice, Field, FieldKind, FieldValue, Form, FormKind};
use xmpp_data_forms::form_type::{FieldDescription, FormEntry, FormError};
use xmpp_jid::Jid;
use xmpp_xml::testing::assert_lossless;
use xmpp_xml::{ErrorKind, OtherToken, Xml};

use crate::assert_edited;

const TEA: &str = "urn:example:tea";

/// A tea party.
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = TEA)]
struct Party {
    #[form(var = "tea#guests", kind = "text-single")]
    guests: Option<u8>,
    #[form(var = "tea#milk", kind = "boolean")]
    milk: Option<bool>,
    #[form(var = "tea#sort", kind = "list-single", options)]
    sort: Option<Sort>,
    #[form(var = "tea#cakes", kind = "list-multi", options = ["plum", "seed"])]
    cakes: Vec<String>,
    #[form(var = "tea#host", kind = "jid-single")]
    host: Option<Jid>,
    #[form(var = "tea#invited", kind = "jid-multi")]
    invited: Vec<Jid>,
    #[form(var = "tea#motto", kind = "text-single")]
    motto: Option<String>,
    #[form(var = "tea#rules", kind = "text-multi")]
    rules: Vec<String>,
    #[form(var = "tea#riddle", kind = "text-multi")]
    r#riddle: Option<String>,
    #[form(source)]
    form: Form,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Sort {
    Green,
    EarlGrey,
    #[xml(other)]
    Other(OtherToken),
}

/// The fields, after the `FORM_TYPE`, in a form of this kind.
#[track_caller]
fn form(kind: &str, fields: &str) -> Form {
    assert_lossless(&format!(
        "<x xmlns='jabber:x:data' type='{kind}'>\
           <field var='FORM_TYPE' type='hidden'><value>{TEA}</value></field>{fields}</x>"
    ))
}

#[track_caller]
fn party(fields: &str) -> Party {
    form("form", fields).parse().expect("a party")
}

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn written(form: &Form) -> String {
    xmpp_xml::to_string(form).expect("can be written")
}

#[test]
fn reads_fields_by_their_registered_type_whatever_they_are_sent_as() {
    for kind in ["", "type='text-single'", "type='hidden'", "type='sundial'"] {
        let field = |var: &str, values: &[&str]| {
            let values: String = values
                .iter()
                .map(|value| format!("<value>{value}</value>"))
                .collect();
            format!("<field var='tea#{var}' {kind}>{values}</field>")
        };
        let fields = [
            field("guests", &[" 04 "]),
            field("milk", &["1"]),
            field("sort", &["earl-grey"]),
            field("cakes", &["seed", "rye"]),
            field("host", &["Hatter@Tea.example"]),
            field("invited", &["hare@tea.example", "alice@tea.example"]),
            field("motto", &["no", "room"]),
            field("rules", &["move", "on"]),
            field("riddle", &["why", "a raven"]),
        ];
        let party: Party = form("submit", &fields.concat()).parse().expect(kind);
        let expected = Party {
            guests: Some(4),
            milk: Some(true),
            sort: Some(Sort::EarlGrey),
            cakes: texts(&["seed", "rye"]),
            host: Some(jid("hatter@tea.example")),
            invited: vec![jid("hare@tea.example"), jid("alice@tea.example")],
            motto: Some("no\nroom".to_owned()),
            rules: texts(&["move", "on"]),
            riddle: Some("why\na raven".to_owned()),
            form: party.form.clone(),
        };
        assert_eq!(party, expected, "{kind}");
        assert_eq!(party.to_form(), party.form);
    }
}

#[test]
fn reads_what_is_not_there_as_absent_and_adds_nothing() {
    for fields in [
        "",
        "<field var='tea#guests'/><field var='tea#cakes'/>",
        "<field var='tea#guests'><value/></field><field var='tea#sort'><value> </value></field>\
         <field var='tea#invited'><value/></field><field var='tea#cakes'><value/></field>",
    ] {
        let party = party(fields);
        assert_eq!(
            party,
            Party {
                form: party.form.clone(),
                ..Party::new(FormKind::Form)
            }
        );
        assert_eq!(party.to_form(), party.form);
    }
    let party = party("<field var='tea#motto'><value/></field>");
    assert_eq!(party.motto.as_deref(), Some(""));
}

#[test]
fn tells_another_form_type_and_none_apart() {
    let other = Form::of_type(FormKind::Form, "urn:example:coffee");
    let error = other.parse::<Party>().expect_err("another form");
    assert_eq!(
        error,
        FormError::WrongFormType {
            expected: TEA,
            found: Some("urn:example:coffee".into())
        }
    );
    assert_eq!(
        error.to_string(),
        "a form of the type `urn:example:coffee` and not `urn:example:tea`"
    );
    assert_eq!(error.stanza_condition(), "bad-request");

    let mut none = Form::new(FormKind::Submit);
    none.set_value("tea#guests", "2");
    let error = none.parse::<Party>().expect_err("no form type");
    assert!(matches!(
        error,
        FormError::WrongFormType { found: None, .. }
    ));
    let party = Party::from_fields(&none).expect("the context tells");
    assert_eq!(party.guests, Some(2));
    assert_eq!(party.to_form(), none);

    let padded: Form = assert_lossless(
        "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>\n urn:example:tea\n</value></field></x>",
    );
    assert!(Party::matches(&padded));
    assert!(!Party::matches(&none));
}

#[test]
fn names_the_field_that_is_invalid() {
    for (fields, path, condition) in [
        (
            "<field var='tea#guests'><value>many</value></field>",
            "/x/field[@var='tea#guests']/value",
            "bad-request",
        ),
        (
            "<field var='tea#invited'><value>hare@tea.example</value><value>@tea.example</value></field>",
            "/x/field[@var='tea#invited']/value[2]",
            "jid-malformed",
        ),
        (
            "<field var='tea#milk'><value>1</value><value>0</value></field>",
            "/x/field[@var='tea#milk']/value[2]",
            "bad-request",
        ),
        (
            "<field var='tea#milk'><value>warm</value></field><field var='tea#guests'><value>many</value></field>",
            "/x/field[@var='tea#guests']/value",
            "bad-request",
        ),
    ] {
        let error = form("form", fields).parse::<Party>().expect_err(fields);
        assert_eq!(error.stanza_condition(), condition);
        let FormError::Invalid(error) = error else {
            panic!("another error: {error}")
        };
        assert_eq!(error.path(), path);
        assert_eq!(
            error,
            Party::from_fields(&form("form", fields)).expect_err(fields)
        );
    }
}

#[test]
fn keeps_what_is_invalid_until_the_field_is_changed() {
    let source = form(
        "form",
        "<field var='tea#guests'><value>many</value></field>\
         <field var='tea#milk'><value>1</value><value>0</value></field>\
         <field var='tea#invited'><value>@</value><value>a@tea.example</value><value/><value>@@</value></field>",
    );
    let (mut party, problems) = Party::from_fields_keeping_invalid(&source).expect("a party");
    let paths: Vec<_> = problems.iter().map(xmpp_xml::Error::path).collect();
    assert_eq!(
        paths,
        [
            "/x/field[@var='tea#guests']/value",
            "/x/field[@var='tea#milk']/value[2]",
            "/x/field[@var='tea#invited']/value[1]",
            "/x/field[@var='tea#invited']/value[4]",
        ]
    );
    assert!(matches!(
        problems[1].kind(),
        ErrorKind::RepeatedChild { .. }
    ));
    assert_eq!((party.guests, party.milk), (None, None));
    // An address that is not valid is there all the same, and equal to none that is.
    let invited: Vec<_> = party.invited.iter().map(Jid::as_str).collect();
    assert_eq!(invited, ["@", "a@tea.example", "@@"]);
    let valid = party.invited.iter().filter(|jid| jid.is_valid());
    assert!(valid.eq([&jid("a@tea.example")]));
    assert_eq!(party.to_form(), source);

    party.guests = Some(3);
    party.milk = Some(false);
    party.invited.push(jid("b@tea.example"));
    let changed = party.to_form();
    let values = |var| changed.field(var).expect("it is there").values.clone();
    assert_eq!(values(Party::GUESTS), ["3"]);
    assert_eq!(values(Party::MILK), ["false"]);
    // What nobody could read is not dropped because somebody else was invited.
    assert_eq!(
        values(Party::INVITED),
        ["@", "a@tea.example", "@@", "b@tea.example"]
    );
}

/// Who may come to a party.
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = TEA)]
struct Door {
    #[form(var = "tea#guests", kind = "text-single", strict)]
    guests: Option<u8>,
    #[form(var = "tea#invited", kind = "list-multi", strict)]
    invited: Vec<u8>,
    #[form(var = "tea#milk", kind = "boolean")]
    milk: Option<bool>,
    #[form(source)]
    form: Form,
}

#[test]
fn rejects_what_is_invalid_in_a_strict_field_even_where_such_is_kept() {
    for (fields, path) in [
        (
            "<field var='tea#milk'><value>?</value></field><field var='tea#guests'><value>many</value></field>",
            "/x/field[@var='tea#guests']/value",
        ),
        (
            "<field var='tea#guests'><value>1</value><value>2</value></field>",
            "/x/field[@var='tea#guests']/value",
        ),
        (
            "<field var='tea#invited'><value>1</value><value>x</value></field>",
            "/x/field[@var='tea#invited']/value[2]",
        ),
        (
            "<field var='tea#guests'><value>1</value></field><field var='tea#guests'><value>1</value></field>",
            "/x/field[@var='tea#guests'][2]",
        ),
    ] {
        let form = form("submit", fields);
        let error = Door::from_fields_keeping_invalid(&form).expect_err(fields);
        assert_eq!(error.path(), path);
        assert_eq!(Door::from_fields(&form).expect_err(fields), error);
    }
    let form = form(
        "submit",
        "<field var='tea#milk'><value>?</value></field><field var='tea#milk'/>",
    );
    let (door, problems) = Door::from_fields_keeping_invalid(&form).expect("a door");
    assert_eq!((door.milk, problems.len()), (None, 1));
    let strict: Vec<_> = Door::FIELDS
        .iter()
        .filter(|f| f.strict)
        .map(|f| f.var)
        .collect();
    assert_eq!(strict, [Door::GUESTS, Door::INVITED]);
}

/// A form of twenty fields, two of them not registered, with all that a service may think of.
const CONFIGURATION: &str = "<x xmlns='jabber:x:data' type='form' xmlns:e='urn:example:e' e:seen='1'>\
      <instructions>First.</instructions>\
      <title>Tea</title>\
      <field var='tea#motto' type='text-single' label='Motto'><required/><value>No room!</value></field>\
      <field type='hidden' var='FORM_TYPE'><value>urn:example:tea</value></field>\
      <field type='fixed'><value>Who comes?</value></field>\
      <field var='tea#host'><value>Hatter@Tea.example</value></field>\
      <field var='tea#invited' type='jid-multi' e:icon='hare'>\
        <value>Hare@tea.example</value><e:more/><value>Dormouse@tea.example</value><value>hare@tea.example</value>\
      </field>\
      <field var='x-clock' type='sundial'><value>six</value></field>\
      <field var='tea#milk' type='boolean'><value e:from='cow'>1</value><desc>Milk?</desc></field>\
      <hint xmlns='urn:example:e'/>\
      <field var='tea#sort' type='list-single'>\
        <option label='Earl'><value>earl-grey</value><e:price>3</e:price></option>\
        <value> earl-grey </value>\
        <option><value>black</value></option>\
      </field>\
      <field var='tea#cakes'><value>seed</value></field>\
      <field var='tea#milk' type='boolean'><value>0</value></field>\
      <field var='tea#guests' type='text-single'><value>007</value></field>\
      <field var='tea#rules' type='text-multi'><value>one</value><value/></field>\
    </x>";

/// Reads the configuration, changes it, and compares what is written with the source with the same change in its text.
#[track_caller]
fn check(change: impl FnOnce(&mut Party), edits: &[(&str, &str)]) {
    let form: Form = assert_lossless(CONFIGURATION);
    let mut party: Party = form.parse().expect("a party");
    change(&mut party);
    assert_edited(&party.to_form(), CONFIGURATION, edits);
}

#[test]
fn keeps_everything_when_nothing_changes() {
    check(|_| {}, &[]);
    check(
        |party| {
            // The same values, spelt otherwise.
            party.host = Some(jid("hatter@tea.example"));
            party.guests = Some(7);
            party.invited[1] = jid("dormouse@tea.example");
        },
        &[],
    );
}

#[test]
fn changes_one_value_and_keeps_the_rest() {
    check(
        |party| party.milk = Some(false),
        &[("'cow'>1</value>", "'cow'>false</value>")],
    );
    check(
        |party| party.sort = Some(Sort::Green),
        &[("<value> earl-grey </value>", "<value>green</value>")],
    );
    check(
        |party| party.guests = Some(8),
        &[("<value>007</value>", "<value>8</value>")],
    );
    check(
        |party| party.motto = None,
        &[("<value>No room!</value>", "")],
    );
    check(
        |party| party.rules = texts(&["one", "two"]),
        &[(
            "<value>one</value><value/>",
            "<value>one</value><value>two</value>",
        )],
    );
    check(
        |party| party.form.title = Some("More tea".to_owned()),
        &[("<title>Tea</title>", "<title>More tea</title>")],
    );
}

#[test]
fn keeps_the_spelling_of_the_values_that_stay_in_a_list() {
    const HARE: &str = "<value>Hare@tea.example</value>";
    const DORMOUSE: &str = "<value>Dormouse@tea.example</value>";
    const AGAIN: &str = "<value>hare@tea.example</value>";
    let end = format!("{AGAIN}</field>");
    check(
        |party| party.invited.push(jid("alice@tea.example")),
        &[(
            &end,
            &format!("{AGAIN}<value>alice@tea.example</value></field>"),
        )],
    );
    check(|party| drop(party.invited.remove(1)), &[(DORMOUSE, "")]);
    check(
        |party| party.invited[0] = jid("alice@tea.example"),
        &[(HARE, "<value>alice@tea.example</value>")],
    );
    check(
        |party| party.invited.clear(),
        &[(HARE, ""), (DORMOUSE, ""), (AGAIN, "")],
    );
}

#[test]
fn adds_a_field_at_the_end_with_its_type_but_in_an_answer() {
    let mut asked = party("");
    asked.cakes = texts(&["plum"]);
    asked.riddle = Some("why\na raven".to_owned());
    let fields = asked.to_form().fields;
    assert_eq!(fields[1].kind, Some(FieldKind::ListMulti));
    assert_eq!(fields[1].var.as_deref(), Some(Party::CAKES));
    assert_eq!(fields[2].kind, Some(FieldKind::TextMulti));
    assert_eq!(fields[2].values, ["why", "a raven"]);

    let mut answer = Party::new(FormKind::Submit);
    answer.milk = Some(true);
    assert_eq!(
        written(&answer.to_form()),
        "<x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>\
         <field var='tea#milk'><value>true</value></field></x>"
    );
    assert_eq!(
        answer.to_form().parse::<Party>().map(|party| party.milk),
        Ok(Some(true))
    );
}

#[test]
fn writes_a_text_in_lines_where_the_field_has_lines() {
    let mut lines = party("<field var='tea#motto' type='text-multi'><value>no</value></field>");
    lines.motto = Some("no\nroom".to_owned());
    assert_eq!(lines.to_form().fields[1].values, ["no", "room"]);
    let mut line = party("<field var='tea#motto' type='text-single'><value>no</value></field>");
    line.motto = Some("no\nroom".to_owned());
    assert_eq!(line.to_form().fields[1].values, ["no\nroom"]);
}

#[test]
fn answers_a_form_with_its_values_its_changes_and_what_has_been_cleared() {
    let form: Form = assert_lossless(CONFIGURATION);
    let mut party: Party = form.parse().expect("a party");
    party.milk = Some(false);
    party.cakes.clear();
    party.motto = None;
    party.riddle = Some("why".to_owned());
    let answer = party.submit();
    assert_eq!(answer.kind, Some(FormKind::Submit));
    assert!(
        answer
            .fields
            .iter()
            .all(|field| field.label.is_none() && field.options.is_empty())
    );
    let fields: Vec<_> = answer
        .fields
        .iter()
        .map(|field| {
            (
                field.var.as_deref().unwrap_or_default(),
                field.values.join("|"),
            )
        })
        .collect();
    let expected = [
        ("tea#motto", ""),
        ("FORM_TYPE", TEA),
        ("tea#host", "Hatter@Tea.example"),
        (
            "tea#invited",
            "Hare@tea.example|Dormouse@tea.example|hare@tea.example",
        ),
        ("x-clock", "six"),
        ("tea#milk", "false"),
        ("tea#sort", " earl-grey "),
        ("tea#cakes", ""),
        ("tea#milk", "0"),
        ("tea#guests", "007"),
        ("tea#rules", "one|"),
        ("tea#riddle", "why"),
    ]
    .map(|(var, values)| (var, values.to_owned()));
    assert_eq!(fields, expected);
    assert!(answer.fields[0].values.is_empty());
    let again: Party = answer.parse().expect("a party");
    assert_eq!((again.milk, again.motto), (Some(false), None));
    assert_eq!(again.sort, Some(Sort::EarlGrey));
}

#[test]
fn has_labels_and_options_by_the_name_of_the_field() {
    let form: Form = assert_lossless(CONFIGURATION);
    let party: Party = form.parse().expect("a party");
    let sort: &Field = party.form.field(Party::SORT).expect("it is there");
    let options: Vec<_> = sort.options.iter().map(|o| o.value.as_deref()).collect();
    assert_eq!(options, [Some("earl-grey"), Some("black")]);
    assert_eq!(sort.options[0].label.as_deref(), Some("Earl"));
    assert_eq!(sort.options[1], Choice::new("black"));
    let motto = party.form.field(Party::MOTTO).expect("it is there");
    assert_eq!(motto.label.as_deref(), Some("Motto"));
    assert_eq!(Party::RIDDLE, "tea#riddle");
}

#[test]
fn describes_its_fields() {
    let entry = FormEntry::of::<Party>("XEP-0000", "1");
    assert_eq!(entry.form_type, TEA);
    assert!(entry.type_name().ends_with("::Party"));
    assert_eq!(entry.fields, Party::FIELDS);
    assert_eq!(entry.fields.len(), 9);
    let sort = entry.field("tea#sort").expect("it is registered");
    assert_eq!(
        *sort,
        FieldDescription::new("tea#sort", FieldKind::ListSingle, &["green", "earl-grey"])
    );
    assert_eq!(
        entry.field("tea#cakes").map(|f| f.options),
        Some(["plum", "seed"].as_slice())
    );
    assert_eq!(entry.field("x-clock"), None);

    let form: Form = assert_lossless(CONFIGURATION);
    assert_eq!(entry.round_trip(&form), Ok(form));
    let other = Form::new(FormKind::Cancel);
    assert!(matches!(
        entry.round_trip(&other),
        Err(FormError::WrongFormType { .. })
    ));
}

#[test]
fn understands_a_field_without_a_type_through_what_is_registered() {
    let form = form(
        "submit",
        "<field var='tea#milk'><value>1</value></field>\
         <field var='tea#guests' type='boolean'><value>0</value></field>\
         <field var='tea#invited'><value>a@tea.example</value></field>\
         <field var='x-clock'><value>1</value></field>",
    );
    let value = |var: &str| {
        let field = form.field(var).expect("it is there");
        field.registered_value(Party::FIELDS).expect("it is valid")
    };
    assert_eq!(value("tea#milk"), Some(FieldValue::Boolean(true)));
    // A type that was sent counts more.
    assert_eq!(value("tea#guests"), Some(FieldValue::Boolean(false)));
    assert_eq!(
        value("tea#invited"),
        Some(FieldValue::Jids(vec![jid("a@tea.example")]))
    );
    assert_eq!(value("x-clock"), Some(FieldValue::Text("1".into())));
}

/// What the derive makes works where its names mean something else.
mod shadowed {
    use xmpp_data_forms as elsewhere;

    #[expect(dead_code, reason = "they are there to be in the way")]
    mod in_the_way {
        pub(super) struct Option;
        pub(super) struct Ok;
        pub(super) struct Default;
        pub(super) struct Form;
        pub(super) struct FieldKind;
    }
    #[expect(unused_imports, reason = "they are there to be in the way")]
    use in_the_way::{Default, FieldKind, Form, Ok, Option};

    #[derive(elsewhere::FormType)]
    #[form(form_type = "urn:example:tea", crate = elsewhere)]
    struct Party {
        #[form(var = "tea#milk", kind = "boolean")]
        milk: core::option::Option<bool>,
        #[form(source)]
        form: elsewhere::form::Form,
    }

    #[test]
    fn derives_where_its_names_mean_something_else() {
        let mut form =
            elsewhere::form::Form::of_type(elsewhere::form::FormKind::Submit, "urn:example:tea");
        form.set_value(Party::MILK, "1");
        let party: Party = form.parse().expect("a party");
        assert_eq!(party.milk, Some(true));
        assert_eq!(party.form, form);
    }
}

/// What to drink.
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = TEA)]
struct Wishes {
    #[form(var = "tea#with", kind = "list-multi")]
    with: Vec<String>,
    #[form(var = "tea#without", kind = "list-multi", empty)]
    without: Vec<String>,
    #[form(source)]
    form: Form,
}

#[test]
fn an_empty_value_is_one_of_a_list_where_the_list_has_it() {
    let field =
        |var: &str| format!("<field var='tea#{var}'><value/><value>milk</value><value/></field>");
    let source = form("submit", &(field("with") + &field("without")));
    let mut wishes = Wishes::from_form(&source).expect("wishes");
    assert_eq!(wishes.with, ["milk"]);
    assert_eq!(wishes.without, ["", "milk", ""]);
    assert_eq!(wishes.to_form(), source);
    wishes.without = texts(&[""]);
    let changed = wishes.to_form();
    assert_eq!(changed.fields[1], source.fields[1]);
    assert_eq!(changed.fields[2].values, [""]);
    assert_eq!(Wishes::from_form(&changed).expect("wishes").without, [""]);

    // One that is made has its type, and says the same.
    let mut made = Wishes::new(FormKind::Form);
    made.without = texts(&["", "milk"]);
    let made = made.to_form();
    assert_eq!(made.fields[1].kind, Some(FieldKind::ListMulti));
    assert_eq!(
        Wishes::from_form(&made).expect("wishes").without,
        ["", "milk"]
    );
}

#[test]
fn several_empty_values_are_none_where_one_is_allowed() {
    let source = form(
        "submit",
        "<field var='tea#host'><value/><value> </value></field><field var='tea#milk'><value/><value/></field>",
    );
    let party = Party::from_form(&source).expect("a party");
    assert_eq!((party.host.as_ref(), party.milk), (None, None));
    assert_eq!(party.to_form(), source);
}

#[test]
fn a_form_of_another_type_is_named_on_one_line() {
    let form = Form::of_type(FormKind::Form, "a\nb\u{202e}c");
    let error = Party::from_form(&form).expect_err("another type");
    assert_eq!(
        error.to_string(),
        "a form of the type `a\\u{a}b\\u{202e}c` and not `urn:example:tea`"
    );
}
