//! Values made up for property tests.

use proptest::arbitrary::any;
use proptest::prelude::{Strategy as _, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use xmpp_xml::{Extra, OtherToken, RawElement, Token as _, Xml, from_str, to_string};

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:ship", name = "ship")]
struct Ship {
    #[xml(attribute)]
    masts: Option<u8>,
    #[xml(attribute)]
    kind: Kind,
    #[xml(child)]
    boats: Vec<Boat>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:example:ship", name = "boat")]
struct Boat {
    #[xml(text)]
    name: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
enum Kind {
    Sloop,
    Brig,
    #[xml(other)]
    Other(OtherToken),
}

/// It has no `Debug`, so that it cannot be made up; and derives all the same.
#[derive(Clone, PartialEq, Xml)]
#[xml(namespace = "urn:example:ship", name = "secret")]
struct Secret {
    #[xml(extra)]
    extra: Extra,
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, cases: 64, ..Config::default() })]

    #[test]
    fn any_ship_is_read_as_it_is_written(ship: Ship, raw: RawElement, kind: Kind) {
        let written = to_string(&ship).expect("what was made up can be written");
        prop_assert_eq!(from_str(&written), Ok(ship));
        prop_assert_eq!(raw.to_string().parse(), Ok(raw));
        prop_assert!(!Kind::TOKENS.contains(&kind.as_str()) || !matches!(kind, Kind::Other(_)));
    }
}

#[test]
fn a_failure_shrinks_to_the_plainest_value() {
    let mut runner = TestRunner::deterministic();
    let (mut seen, mut grown) = (0, 0);
    while seen < 50 {
        let mut tree = any::<Ship>().new_tree(&mut runner).expect("a ship");
        grown += usize::from(!tree.current().boats.is_empty());
        // Every ship is at fault.
        while tree.simplify() {}
        let plain = tree.current();
        assert_eq!(
            to_string(&plain).as_deref(),
            Ok("<ship xmlns='urn:example:ship' kind='sloop'/>")
        );
        seen += 1;
    }
    assert!(grown > 5, "{grown}");
}

#[test]
fn what_cannot_be_shown_can_be_written_all_the_same() {
    let secret = Secret {
        extra: Extra::new(),
    };
    assert_eq!(
        to_string(&secret).as_deref(),
        Ok("<secret xmlns='urn:example:ship'/>")
    );
}
