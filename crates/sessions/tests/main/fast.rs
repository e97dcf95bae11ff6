use xmpp_sessions::fast::{Feature, Token, TokenRequest, Use};
use xmpp_sessions::sasl2::Authenticate;
use xmpp_stream_errors::sasl::Mechanism;
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

use crate::{kept, written};

#[test]
fn offers_and_asks() {
    let offer: Feature = assert_typed(
        "<fast xmlns='urn:xmpp:fast:0' tls-0rtt='1'><mechanism>HT-SHA-256-EXPR</mechanism><mechanism>HT-SHA-512-NONE</mechanism></fast>",
    );
    assert!(offer.is_early_data_allowed && offer.has(&Mechanism::HtSha256Expr));
    assert!(offer.has(&Mechanism::from("HT-SHA-512-NONE")) && !offer.has(&Mechanism::HtSha256None));
    assert_eq!(
        written(&TokenRequest::new(Mechanism::HtSha256Endp)),
        "<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-256-ENDP'/>"
    );
    let again = Feature::new([Mechanism::HtSha256None]).with_early_data_allowed(true);
    assert_eq!(
        written(&again),
        "<fast xmlns='urn:xmpp:fast:0' tls-0rtt='true'><mechanism>HT-SHA-256-NONE</mechanism></fast>"
    );
}

#[test]
fn a_token_has_an_end() {
    assert!(from_str::<Token>("<token xmlns='urn:xmpp:fast:0' token='x'/>").is_err());
    assert!(kept::<Token>("<token xmlns='urn:xmpp:fast:0' token='x' expiry='never'/>").is_err());
    let token: Token =
        assert_typed("<token xmlns='urn:xmpp:fast:0' token=' x ' expiry='2026-12-24T18:00:00Z'/>");
    assert_eq!(&*token.token, " x ");
}

#[test]
fn an_end_that_cannot_be_read_is_not_no_end() {
    // Who logs out would believe that the token is worth nothing any longer.
    for attribute in [
        "invalidate='yes'",
        "invalidate=''",
        "count='-1'",
        "count='many'",
    ] {
        let source = format!("<fast xmlns='urn:xmpp:fast:0' {attribute}/>");
        assert!(kept::<Use>(&source).is_err(), "{attribute}");
        let source = format!(
            "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='HT-SHA-256-NONE'>{source}</authenticate>"
        );
        assert!(kept::<Authenticate>(&source).is_err(), "{attribute}");
    }
    assert!(Use::new().with_invalidate(true).is_invalidation());
    assert!(!Use::new().with_invalidate(false).is_invalidation() && !Use::new().is_invalidation());
}

#[test]
fn takes_each_count_once() {
    let first = Use::new().with_count(0);
    assert!(first.is_fresh(None) && !first.is_fresh(Some(0)));
    let last = Use::new().with_count(u32::MAX);
    assert!(last.is_fresh(Some(u32::MAX - 1)) && !last.is_fresh(Some(u32::MAX)));
    assert!(!Use::new().is_fresh(None) && !Use::new().is_fresh(Some(0)));
}
