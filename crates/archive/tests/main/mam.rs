//! Queries and preferences of each version.

use xmpp_archive::mam::{Always, Filter, Fin, NS, Never, Preferences, Query, Version};
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_data_forms::{FormType as _, form_type::FormError};
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{Invalid, Options, Report, from_str, read_with, to_string};

use crate::jid;

fn filter() -> Filter {
    let mut filter = Filter::new(FormKind::Submit);
    filter.with = Some(jid("juliet@capulet.example"));
    filter.start = Some("2026-06-07T00:00:00+02:00".parse().expect("a time"));
    filter.full_text = Some("rose".into());
    filter
}

#[test]
fn a_filter_goes_into_a_query_of_each_version_and_comes_back() {
    for version in [Version::V2, Version::V1, Version::V0, Version::Tmp] {
        let query = Query::new().with_version(version).with_filter(&filter());
        assert_eq!(query.form.is_none(), version == Version::Tmp);
        let written = to_string(&query).expect("it can be written");
        assert!(written.starts_with(&format!("<query xmlns='{}'>", version.as_str())));
        let read: Query = from_str(&written).expect("it can be read");
        let found = read.filter().expect("it has a filter");
        assert_eq!((found.with, found.start), (filter().with, filter().start));
        assert_eq!(found.end, None);
        assert_eq!(found.full_text.as_deref(), Some("rose"));
    }
}

#[test]
fn a_query_changes_its_version_with_its_form() {
    let query = Query::new()
        .with_filter(&filter())
        .with_version(Version::V1);
    let form = query.form.as_ref().expect("it has a form");
    assert_eq!(form.form_type(), Some("urn:xmpp:mam:1"));
    assert!(query.filter().is_ok());
}

#[test]
fn rejects_a_form_of_another_type() {
    let mut query = Query::new().with_filter(&filter());
    query.version = Version::V1;
    assert!(matches!(
        query.filter(),
        Err(FormError::WrongFormType {
            expected: "urn:xmpp:mam:1",
            ..
        })
    ));
    query.form = Some(Form::of_type(FormKind::Submit, "urn:example:other"));
    assert!(matches!(
        query.filter(),
        Err(FormError::WrongFormType { .. })
    ));
    assert!(Query::new().filter().expect("all messages").with.is_none());
}

#[test]
fn names_the_fields_that_an_archive_has_to_know() {
    let mut form = Form::of_type(FormKind::Submit, NS);
    form.set_value("with", "a@b.example");
    form.set_value("{urn:example:x}colour", "blue");
    let query = Query::new().with_form(form);
    let filter = query.filter().expect("it is valid");
    let others: Vec<_> = filter
        .other_fields()
        .filter_map(|field| field.var.as_deref())
        .collect();
    assert_eq!(others, ["{urn:example:x}colour"]);
}

#[test]
fn rejects_a_condition_that_cannot_be_read_even_where_invalid_values_are_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    for conditions in [
        "<start>yesterday</start>",
        "<end>2026-02-30T00:00:00Z</end>",
        "<with>a@</with>",
        "<with>a@b.example</with><with>c@d.example</with>",
    ] {
        let source = format!("<query xmlns='urn:xmpp:mam:tmp'>{conditions}</query>");
        let query = read_with::<Query>(source.as_bytes(), &options, &mut Report::default());
        assert!(query.is_err(), "{conditions}");
    }
}

#[test]
fn a_page_is_stable_unless_the_archive_says_otherwise() {
    let mut fin = Fin::new(ResultSet::new());
    assert!(fin.is_stable() && !fin.complete);
    fin.stable = Some(false);
    assert!(!fin.is_stable());
}

#[test]
fn a_bare_address_in_a_list_stands_for_its_resources() {
    let never = Never::new([jid("byron@poets.example"), jid("percy@poets.example/sea")]);
    for (target, matches) in [
        ("byron@poets.example", true),
        ("Byron@Poets.example/greece", true),
        ("percy@poets.example/sea", true),
        ("percy@poets.example/Sea", false),
        ("percy@poets.example", false),
        ("poets.example", false),
        ("mary@poets.example", false),
    ] {
        assert_eq!(never.matches(&jid(target)), matches, "{target}");
    }
    assert!(!Always::default().matches(&jid("byron@poets.example")));
}

#[test]
fn rejects_a_list_of_those_who_are_never_archived_if_one_cannot_be_read() {
    let options = Options::new().invalid(Invalid::Keep);
    let source =
        "<prefs xmlns='urn:xmpp:mam:2' default='always'><never><jid>@</jid></never></prefs>";
    let prefs = read_with::<Preferences>(source.as_bytes(), &options, &mut Report::default());
    assert!(prefs.is_err());
}

#[test]
fn lists_are_in_the_namespace_of_the_preferences() {
    let mut prefs = Preferences::new(xmpp_archive::mam::DefaultPolicy::Roster);
    prefs.version = Version::V1;
    prefs.never = Some(Never::new([jid("byron@poets.example")]));
    assert_eq!(
        to_string(&prefs).expect("it can be written"),
        "<prefs xmlns='urn:xmpp:mam:1' default='roster'><always/><never><jid>byron@poets.example</jid></never></prefs>"
    );
}
