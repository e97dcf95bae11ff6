use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use xmpp_jid::Jid;
use xmpp_vocabulary::oauth::Oauth;
use xmpp_vocabulary::oauth::errors::{Error, ErrorKind};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, ErrorKind as Kind, Invalid, Options, Report, Value as _, read_with};

fn jid(text: &str) -> Jid {
    text.parse().expect("a valid address")
}

fn keep(source: &str) -> Result<Oauth, xmpp_xml::Error> {
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default())
}

/// The parameters of the worked example in XEP-0235, sections 3 and 4.
fn travelbot() -> Oauth {
    Oauth::new()
        .with_consumer_key("0685bd9184jfhq22")
        .with_nonce("4572616e48616d6d65724c61686176")
        .with_signature("9PQkM4YKgaM067wqrDGshXOwDW0=")
        .with_signature_method("HMAC-SHA1")
        .with_timestamp("1218137833")
        .with_token("ad180jjd733klru7")
        .with_version("1.0")
}

fn base() -> String {
    travelbot().signature_base(
        "iq",
        &jid("travelbot@findmenow.tld/bot"),
        &jid("feeds.worldgps.tld"),
    )
}

/// But for two `&`, which XEP-0235 prints as `%26`.
#[test]
fn has_the_base_string_of_the_worked_example() {
    let printed = "iq%26travelbot%40findmenow.tld%2Fbot%26feeds.worldgps.tld%26\
         oauth_consumer_key%3D0685bd9184jfhq22%26oauth_nonce%3D4572616e48616d6d65724c61686176%26\
         oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1218137833%26\
         oauth_token%3Dad180jjd733klru7%26oauth_version%3D1.0";
    assert_eq!(base().replace('&', "%26"), printed);
}

#[test]
fn has_the_signature_of_the_worked_example() {
    let mut mac = Hmac::<Sha1>::new_from_slice(b"consumersecret&tokensecret").unwrap();
    mac.update(base().as_bytes());
    let signature = Base64(mac.finalize().into_bytes().to_vec()).to_text();
    assert_eq!(Some(signature), travelbot().signature);
}

#[test]
fn names_what_is_missing_but_for_the_version() {
    let mut request = travelbot();
    request.version = None;
    assert_eq!(request.missing().count(), 0);
    request.token = None;
    assert_eq!(request.missing().collect::<Vec<_>>(), ["oauth_token"]);
    assert_eq!(Oauth::new().missing().count(), 6);
}

#[test]
fn refuses_a_parameter_that_is_there_twice() {
    let source = "<oauth xmlns='urn:xmpp:oauth:0'><oauth_token>a</oauth_token><oauth_token>b</oauth_token></oauth>";
    assert!(matches!(
        xmpp_xml::from_str::<Oauth>(source).unwrap_err().kind(),
        Kind::RepeatedChild { .. }
    ));
    assert!(keep(source).is_err());
}

#[test]
fn reads_every_reason_to_refuse() {
    let error: Error = assert_typed("<token-required xmlns='urn:xmpp:oauth:0:errors'/>");
    assert_eq!(error.kind, ErrorKind::TokenRequired);
    let error: Error = assert_typed("<token-stale xmlns='urn:xmpp:oauth:0:errors'/>");
    assert_eq!(error.kind.as_str(), "token-stale");
}
