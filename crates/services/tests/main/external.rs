use xmpp_core_stanzas::Iq;
use xmpp_services::external::{Action, Credentials, Service, ServiceKind, Services, Version};
use xmpp_xml::{from_str, to_string};

use crate::{invalid_jid, jid, keeping_invalid};

fn push(from: &str) -> Iq {
    from_str(&format!(
        "<iq xmlns='jabber:client' type='set' id='1'{from}><services xmlns='urn:xmpp:extdisco:2'>\
         <service action='modify' host='evil.example' type='turn'/></services></iq>"
    ))
    .expect("it is valid")
}

#[test]
fn takes_a_change_from_whoever_was_asked_alone() {
    let asked = jid("tea.example");
    let changed = Services::changed(&push(" from='Tea.example'"), &asked).expect("it is valid");
    let changed = changed.expect("it is from the server");
    assert_eq!(changed.services[0].action, Some(Action::Modify));
    for from in [
        "",
        " from='hare@tea.example'",
        " from='tea.example/x'",
        " from='a.tea.example'",
    ] {
        assert_eq!(Services::changed(&push(from), &asked), Ok(None), "{from}");
    }
    // An address that is not valid is nobody's, also where whoever was asked has the same.
    let mut iq = push("");
    iq.from = Some(invalid_jid());
    assert_eq!(Services::changed(&iq, &invalid_jid()), Ok(None));
}

#[test]
fn never_takes_a_time_or_a_port_that_is_not_valid_for_none() {
    for attribute in ["expires='soon'", "port='99999'"] {
        let source =
            format!("<service xmlns='urn:xmpp:extdisco:2' host='h' type='turn' {attribute}/>");
        keeping_invalid::<Service>(&source).expect_err("it is not readable");
        let source =
            format!("<services xmlns='urn:xmpp:extdisco:2'>{source}<service host='i'/></services>");
        let services: Services = keeping_invalid(&source).expect("the other is readable");
        assert_eq!(services.services.len(), 1);
    }
}

#[test]
fn writes_the_services_of_either_version_in_its_namespace() {
    let mut service = Service::new("turn.tea.example", ServiceKind::Turn);
    service.kind = None;
    let request = Credentials::new(Version::One, [service]);
    assert_eq!(
        to_string(&request).expect("it can be written"),
        "<credentials xmlns='urn:xmpp:extdisco:1'><service host='turn.tea.example'/></credentials>"
    );
    let request = Services::new(Version::Two).with_kind(ServiceKind::Stun);
    assert_eq!(
        to_string(&request).expect("it can be written"),
        "<services xmlns='urn:xmpp:extdisco:2' type='stun'/>"
    );
}
