use xmpp_core_stanzas::Presence;
use xmpp_roster::pre_authentication::Preauth;
use xmpp_xml::from_str;

#[test]
fn counts_a_token_that_cannot_be_read_as_none() {
    let token = |payload: &str| {
        let presence: Presence = from_str(&format!(
            "<presence xmlns='jabber:client' type='subscribe'>{payload}</presence>"
        ))
        .expect("presence");
        presence
            .payload::<Preauth>()
            .ok()
            .flatten()
            .map(|preauth| preauth.token)
    };
    assert_eq!(
        token("<preauth xmlns='urn:xmpp:pars:0' token='a'/>").as_deref(),
        Some("a")
    );
    assert_eq!(token("<preauth xmlns='urn:xmpp:pars:0'/>"), None);
    assert_eq!(token("<preauth xmlns='urn:xmpp:pars:1' token='a'/>"), None);
    assert_eq!(token(""), None);
}
