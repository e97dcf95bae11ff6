use xmpp_encryption::x509::{Chain, Challenge, Signature};
use xmpp_xml::Base64;

use crate::keep;

#[test]
fn opens_only_https() {
    let signature = Signature::new(Base64(vec![1]));
    let challenge = |uri: &str| Challenge::new("t1", uri, signature.clone());
    assert_eq!(
        challenge("https://ca.example/a").https_uri(),
        Some("https://ca.example/a")
    );
    assert_eq!(
        challenge(" HTTPS://ca.example ").https_uri(),
        Some("HTTPS://ca.example")
    );
    for uri in [
        "",
        "http://ca.example/",
        "javascript:https://",
        "https:/ca.example",
        "h\u{1F310}ttps://",
    ] {
        assert_eq!(challenge(uri).https_uri(), None, "{uri}");
    }
    assert_eq!(challenge("https://a/").signed_text(), "t1https://a/");
}

#[test]
fn a_chain_has_no_gap() {
    let chain = "<x509-cert-chain xmlns='urn:xmpp:x509:0'><x509-cert>AA==</x509-cert><x509-cert>?</x509-cert></x509-cert-chain>";
    assert!(keep::<Chain>(chain).is_err());
}
