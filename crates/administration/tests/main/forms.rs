use xmpp_administration::data_policy::{DataPolicy, Hours, form_type_of};
use xmpp_administration::service::Command;
use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_xml::{Value as _, from_str};

fn form(form_type: &str, fields: &str) -> Form {
    from_str(&format!(
        "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>{form_type}</value></field>{fields}</x>"
    ))
    .expect("it is valid")
}

#[test]
fn sets_a_password_that_was_typed_twice_in_the_same_way() {
    let verified = |fields: &str| {
        let form = form("http://jabber.org/protocol/admin", fields);
        let command: Command = form.parse().expect("a form");
        command.verified_password().map(str::to_owned)
    };
    let once = "<field var='password'><value>a</value></field>";
    assert_eq!(
        verified(&format!(
            "{once}<field var='password-verify'><value>a</value></field>"
        )),
        Some("a".to_owned())
    );
    for fields in [
        "",
        once,
        &format!("{once}<field var='password-verify'><value>A</value></field>"),
    ] {
        assert_eq!(verified(fields), None, "{fields}");
    }
}

#[test]
fn never_takes_an_account_that_cannot_be_read_for_none() {
    let twice = "<field var='accountjid'><value>a@b.example</value></field>".repeat(2);
    let form = form("http://jabber.org/protocol/admin", &twice);
    Command::from_fields_keeping_invalid(&form).expect_err("which of the two?");
}

#[test]
fn never_takes_a_retention_that_cannot_be_read_for_none() {
    assert_eq!(Hours::parse(" 24 "), Ok(Hours::AtMost(24)));
    assert_eq!(Hours::parse("infinite"), Ok(Hours::Infinite));
    assert_eq!(Hours::Unknown.to_text(), "unknown");
    Hours::parse("long").expect_err("no number");
    let long = form(
        "urn:xmpp:data-policy:0",
        "<field var='data_retention'><value>long</value></field>",
    );
    DataPolicy::from_fields_keeping_invalid(&long).expect_err("it is not for no time");
}

#[test]
fn reads_the_policy_of_an_identity_by_its_fields() {
    let of_identity = form(
        &form_type_of("gateway", "smtp"),
        "<field var='data_retention'><value>0</value></field>",
    );
    of_identity.parse::<DataPolicy>().expect_err("another type");
    let policy = DataPolicy::from_fields(&of_identity).expect("it is valid");
    assert_eq!(policy.data_retention, Some(Hours::AtMost(0)));
    assert_eq!(DataPolicy::new(FormKind::Result).data_retention, None);
}
