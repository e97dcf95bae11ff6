use xmpp_administration::privilege::{
    Access, Permission, PermissionKind, Privilege, PrivilegeError, PrivilegedIq,
};
use xmpp_xml::{Invalid, Options, RawElement, Report, read_with, to_string};

use crate::{forwarded, invalid_jid, iq, jid, message};

fn privilege(content: &str) -> String {
    format!("<privilege xmlns='urn:xmpp:privilege:2'>{content}</privilege>")
}

fn granted(permissions: &str) -> Privilege {
    let granted = message("from='b.example'", &privilege(permissions));
    let granted = Privilege::granted(&granted, &jid("b.example")).expect("it is valid");
    granted.expect("it is from the server")
}

#[test]
fn believes_the_own_server_alone_about_what_it_may_do() {
    for from in [
        "",
        "from='a@b.example'",
        "from='b.example/x'",
        "from='c.example'",
    ] {
        let said = message(from, &privilege("<perm access='roster' type='both'/>"));
        assert_eq!(
            Privilege::granted(&said, &jid("b.example")),
            Ok(None),
            "{from}"
        );
    }
}

#[test]
fn allows_what_is_said_and_nothing_else() {
    let none = granted("");
    assert!(!none.may_get_roster() && !none.may_set_roster() && !none.may_send_messages());
    let both = granted("<perm access='roster' type='both'/>");
    assert!(both.may_get_roster() && both.may_set_roster() && both.is_pushed_rosters());
    assert!(!both.may_send_messages());
    let set = granted("<perm access='roster' type='set' push='true'/>");
    assert!(!set.may_get_roster() && set.may_set_roster() && !set.is_pushed_rosters());
    let quiet = granted("<perm access='roster' type='get' push='false'/>");
    assert!(quiet.may_get_roster() && !quiet.is_pushed_rosters());
    // What cannot be read is no permission, and says nothing about pushes.
    let source = privilege("<perm access='roster' type='get' push='no'/>");
    let options = Options::new().invalid(Invalid::Keep);
    let broken: Privilege =
        read_with(source.as_bytes(), &options, &mut Report::default()).expect("the rest is valid");
    assert!(broken.permissions.is_empty() && !broken.is_pushed_rosters());
    // Who is told two things knows neither.
    let twice = granted("<perm access='roster' type='both'/><perm access='roster' type='none'/>");
    assert!(!twice.may_get_roster() && twice.permission(&Access::Roster).is_none());
    assert!(!granted("<perm access='message' type='incoming'/>").may_send_messages());
    assert!(granted("<perm access='message' type='outgoing'/>").may_send_messages());
}

#[test]
fn allows_iqs_by_namespace_and_type() {
    let granted = granted(
        "<perm access='iq'><namespace ns='urn:x' type='get'/><namespace ns='urn:y' type='both'/>\
         <namespace ns='urn:z' type='set'/><namespace ns='urn:z' type='get'/></perm>",
    );
    let may = |kind, namespaces: &[&str]| {
        let payloads: Vec<_> = namespaces
            .iter()
            .map(|ns| format!("<q xmlns='{ns}'/>"))
            .collect();
        let mut carried = iq(kind, "", "<q xmlns='urn:example:q'/>");
        carried.payloads = payloads
            .iter()
            .map(|it| it.parse().expect("it is valid"))
            .collect();
        granted.may_send_iq(&carried)
    };
    assert!(may("get", &["urn:x"]) && !may("set", &["urn:x"]));
    assert!(may("get", &["urn:y"]) && may("set", &["urn:y"]));
    assert!(!may("get", &["urn:z"]) && !may("set", &["urn:z"]));
    assert!(!may("get", &["urn:w"]) && !may("result", &["urn:y"]));
    assert!(!may("get", &[]) && !may("get", &["urn:y", "urn:w"]));
}

#[test]
fn sends_no_message_in_the_name_of_somebody_else() {
    let server = jid("b.example");
    let sent = |content: &str| {
        Privilege::message(
            &message("from='p.b.example'", &privilege(&forwarded(content))),
            &server,
        )
    };
    let from =
        |from: &str| format!("<message xmlns='jabber:client' {from}><body>x</body></message>");
    for good in ["from='a@B.example'", "from='b.example'"] {
        let inner = sent(&from(good))
            .expect("it is allowed")
            .expect("there is one");
        assert_eq!(inner.body(&[]), Some("x"));
    }
    for bad in [
        "",
        "from='a@b.example/c'",
        "from='a@c.example'",
        "from='a@x.b.example'",
    ] {
        assert_eq!(sent(&from(bad)), Err(PrivilegeError::Forbidden), "{bad}");
    }
    let good = from("from='a@b.example'");
    let two = good.repeat(2);
    let server_stanza = good.replace("jabber:client", "jabber:server");
    let and_presence = format!("{good}<presence xmlns='jabber:client'/>");
    for content in [
        "",
        &two,
        &server_stanza,
        &and_presence,
        "<iq xmlns='jabber:client' type='get' id='1'/>",
    ] {
        assert_eq!(
            sent(content),
            Err(PrivilegeError::NotOneStanza),
            "{content}"
        );
    }
    assert_eq!(
        Privilege::message(&message("", "<body>x</body>"), &server),
        Ok(None)
    );
}

#[test]
fn sends_no_iq_in_the_name_of_somebody_else() {
    let request = |kind: &str, to: &str, inner: &str| {
        let carried =
            format!("<privileged_iq xmlns='urn:xmpp:privilege:2'>{inner}</privileged_iq>");
        PrivilegedIq::request(&iq(kind, to, &carried))
    };
    let inner = |attributes: &str| {
        format!(
            "<iq xmlns='jabber:client' id='1' to='c.example' {attributes}><q xmlns='urn:x'/></iq>"
        )
    };
    let account = "to='a@b.example'";
    for (kind, good) in [
        ("set", "type='set'"),
        ("get", "type='get' from='A@b.example'"),
    ] {
        let sent = request(kind, account, &inner(good))
            .expect("it is allowed")
            .expect("there is one");
        assert_eq!(sent.from, Some(jid("a@b.example")));
    }
    for (to, attributes) in [
        (account, "type='get'"),
        (account, "type='set' from='z@b.example'"),
        (account, "type='set' from='a@b.example/c'"),
        (account, "type='set' from='b.example'"),
        ("", "type='set'"),
        ("to='a@b.example/c'", "type='set'"),
        ("to='b.example'", "type='set'"),
    ] {
        let sent = request("set", to, &inner(attributes));
        assert_eq!(sent, Err(PrivilegeError::Forbidden), "{to} {attributes}");
    }
    let good = inner("type='set'");
    for content in [
        "",
        &good.repeat(2),
        &good.replace("jabber:client", "jabber:server"),
    ] {
        assert_eq!(
            request("set", account, content),
            Err(PrivilegeError::NotOneStanza),
            "{content}"
        );
    }
    let mut forged = iq(
        "set",
        account,
        &format!("<privileged_iq xmlns='urn:xmpp:privilege:2'>{good}</privileged_iq>"),
    );
    forged.to = Some(invalid_jid());
    assert_eq!(
        PrivilegedIq::request(&forged),
        Err(PrivilegeError::Forbidden)
    );
    assert_eq!(PrivilegedIq::request(&iq("result", account, "")), Ok(None));
}

#[test]
fn carries_stanzas_there_and_back() {
    let inner = iq("get", "to='c.example'", "<q xmlns='urn:x'/>");
    let carried = PrivilegedIq::new(&inner).expect("it can be written");
    let carried = iq(
        "get",
        "to='a@b.example'",
        &to_string(&carried).expect("it can be written"),
    );
    let sent = PrivilegedIq::request(&carried)
        .expect("it is allowed")
        .expect("there is one");
    assert_eq!(sent, inner.with_from(jid("a@b.example")));
    let result = iq("result", "from='c.example'", "");
    let answer = Privilege::forward(RawElement::from_element(&result).expect("it can be written"));
    let answer = to_string(&answer).expect("it can be written");
    assert_eq!(Privilege::answer(&iq("result", "", &answer)), Ok(result));
    assert_eq!(
        Privilege::answer(&iq("result", "", "")),
        Err(PrivilegeError::Forbidden)
    );
    let request = answer.replace("type='result'", "type='set'");
    assert_eq!(
        Privilege::answer(&iq("result", "", &request)),
        Err(PrivilegeError::NotOneStanza)
    );
    let permission = Permission::new(Access::Message).with_kind(PermissionKind::Outgoing);
    assert!(Privilege::of([permission]).may_send_messages());
}
