use xmpp_stream_errors::bind;
use xmpp_stream_errors::features::{Feature, Features};
use xmpp_stream_errors::sasl::{Mechanism, Mechanisms};
use xmpp_stream_errors::session::Session;
use xmpp_stream_errors::tls::StartTls;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Extra, Xml};

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:kettle", name = "boil")]
struct Boil {
    #[xml(attribute)]
    degrees: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

fn features(inside: &str) -> String {
    format!(
        "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>{inside}</stream:features>"
    )
}

#[test]
fn reads_the_features_of_the_core_in_their_order() {
    let all: Features = assert_typed(&features(
        "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>\
         <boil xmlns='urn:example:kettle'/>\
         <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>\
         <mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>\
         <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>",
    ));
    assert!(matches!(
        all.features[..],
        [
            Feature::Session(_),
            Feature::Other(_),
            Feature::Bind(_),
            Feature::Mechanisms(_),
            Feature::StartTls(_)
        ]
    ));
    assert!(all.session().unwrap().optional);
    assert!(all.start_tls().unwrap().required);
    assert!(!all.bind().unwrap().required);
    assert_eq!(all.mechanisms().unwrap().mechanisms, [Mechanism::Plain]);
}

#[test]
fn finds_features_of_other_specifications() {
    let boil: Features = assert_typed(&features(
        "<u xmlns='urn:example:u'/><boil xmlns='urn:example:kettle' degrees='80'/>",
    ));
    assert_eq!(boil.other::<Boil>().unwrap().unwrap().degrees, Some(80));
    assert!(boil.start_tls().is_none());
    let hot: Features = assert_typed(&features(
        "<boil xmlns='urn:example:kettle' degrees='hot'/>",
    ));
    assert_eq!(hot.other::<Boil>().unwrap_err().path(), "/boil/@degrees");
    let nothing = Features::new();
    assert_eq!(nothing.other::<Boil>().unwrap(), None);
}

#[test]
fn writes_features_in_the_order_of_the_vector() {
    let features: Features = [
        Feature::StartTls(StartTls::mandatory()),
        Feature::Mechanisms(Mechanisms::new(vec![Mechanism::External, "X-TEA".into()])),
        Feature::Bind(bind::Feature::new()),
        Feature::Session(Session::voluntary()),
    ]
    .into_iter()
    .collect();
    let written = xmpp_xml::to_string(&features).unwrap();
    assert_eq!(
        written,
        "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
         <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>\
         <mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>\
         <mechanism>EXTERNAL</mechanism><mechanism>X-TEA</mechanism></mechanisms>\
         <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>\
         <session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>\
         </stream:features>"
    );
    assert_eq!(assert_typed::<Features>(&written), features);
}

#[test]
fn keeps_mechanisms_repeated_unknown_and_padded() {
    let mut mechanisms: Mechanisms = assert_typed(
        "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism> PLAIN\n</mechanism>\
         <mechanism>X-TEA</mechanism><mechanism>PLAIN</mechanism><required/></mechanisms>",
    );
    assert_eq!(
        mechanisms.mechanisms,
        [Mechanism::Plain, "X-TEA".into(), Mechanism::Plain]
    );
    assert!(mechanisms.required && !mechanisms.optional);
    mechanisms.mechanisms.push(Mechanism::ScramSha256);
    let written = xmpp_xml::to_string(&mechanisms).unwrap();
    assert!(
        written.contains("<mechanism> PLAIN\n</mechanism>"),
        "{written}"
    );
    assert!(
        written.contains("PLAIN</mechanism><mechanism>SCRAM-SHA-256</mechanism>"),
        "{written}"
    );
}

#[test]
fn keeps_hints_between_mechanisms() {
    let mechanisms: Mechanisms = assert_typed(
        "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>GSSAPI</mechanism>\
         <cup xmlns='urn:example:tea'/><mechanism>EXTERNAL</mechanism></mechanisms>",
    );
    assert_eq!(
        mechanisms.mechanisms,
        [Mechanism::Gssapi, Mechanism::External]
    );
    assert!(mechanisms.hints[0].is("urn:example:tea", "cup"));
}

#[test]
fn does_not_take_names_of_other_namespaces_for_its_own() {
    let features: Features = assert_lossless(&features(
        "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><bind xmlns='urn:example:u'/><session xmlns=''/>",
    ));
    assert!(
        features
            .features
            .iter()
            .all(|f| matches!(f, Feature::Other(_)))
    );
    assert!(features.bind().is_none() && features.session().is_none());
}
