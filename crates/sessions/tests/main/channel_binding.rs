use xmpp_sessions::channel_binding::{Choice, Feature, Profile, Tampered, Type, choose};
use xmpp_stream_errors::sasl::Mechanism;

use crate::kept;

const PLUS: [Mechanism; 2] = [Mechanism::ScramSha1, Mechanism::ScramSha1Plus];
const PLAIN: [Mechanism; 2] = [Mechanism::ScramSha1, Mechanism::Plain];
const BOTH: [Profile; 2] = [Profile::Sasl, Profile::Sasl2];

fn offer(types: &[Type]) -> Feature {
    Feature::new(types.iter().cloned())
}

#[test]
fn a_client_without_says_so_whatever_is_offered() {
    for profile in BOTH {
        for (mechanisms, offer) in [
            (&PLUS, Some(offer(&[Type::TlsExporter]))),
            (&PLUS, None),
            (&PLAIN, Some(offer(&[Type::TlsExporter]))),
            (&PLAIN, None),
        ] {
            let choice = choose(profile, mechanisms, offer.as_ref(), &[]);
            assert_eq!(choice, Ok(Choice::ClientCannot));
        }
    }
}

#[test]
fn a_server_without_is_told_that_it_seems_so() {
    for profile in BOTH {
        for offer in [None, Some(Feature::new([]))] {
            let choice = choose(profile, &PLAIN, offer.as_ref(), &[Type::TlsExporter]);
            assert_eq!(choice, Ok(Choice::ServerCannot));
        }
    }
}

#[test]
fn takes_what_the_client_likes_best_of_what_both_have() {
    let offer = offer(&[Type::TlsServerEndPoint, Type::TlsUnique, Type::TlsExporter]);
    for profile in BOTH {
        let choice = |supported: &[Type]| choose(profile, &PLUS, Some(&offer), supported);
        assert_eq!(
            choice(&[Type::TlsExporter, Type::TlsServerEndPoint]),
            Ok(Choice::Bind(Type::TlsExporter))
        );
        assert_eq!(
            choice(&[Type::from("quic"), Type::TlsUnique]),
            Ok(Choice::Bind(Type::TlsUnique))
        );
        // Nothing in common; what every server has is there, so nobody has put it away.
        assert_eq!(choice(&[Type::from("quic")]), Ok(Choice::ClientCannot));
    }
}

#[test]
fn sees_what_does_not_fit_together() {
    let supported = [Type::TlsExporter, Type::TlsServerEndPoint];
    let end_point = offer(&[Type::TlsServerEndPoint]);
    for profile in BOTH {
        assert_eq!(
            choose(profile, &PLAIN, Some(&end_point), &supported),
            Err(Tampered::NoMechanisms)
        );
        let nobodys = offer(&[Type::from("none"), Type::TlsUnique]);
        assert_eq!(
            choose(profile, &PLUS, Some(&nobodys), &supported),
            Err(Tampered::NoCommonType)
        );
    }
    for nothing in [None, Some(Feature::new([]))] {
        let nothing = nothing.as_ref();
        assert_eq!(
            choose(Profile::Sasl2, &PLUS, nothing, &supported),
            Err(Tampered::NoTypes)
        );
        assert_eq!(
            choose(Profile::Sasl, &PLUS, nothing, &supported),
            Ok(Choice::Bind(Type::TlsServerEndPoint))
        );
        assert_eq!(
            choose(Profile::Sasl, &PLUS, nothing, &[Type::TlsUnique]),
            Ok(Choice::Bind(Type::TlsUnique))
        );
    }
    assert!(Tampered::NoTypes.to_string().contains("no type"));
}

#[test]
fn a_type_that_is_not_named_makes_the_offer_unreadable() {
    let source = "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'><channel-binding/><channel-binding type='tls-exporter'/></sasl-channel-binding>";
    assert!(kept::<Feature>(source).is_err());
}
