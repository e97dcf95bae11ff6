//! Since when somebody is idle.

use xmpp_entity::idle::Idle;
use xmpp_xml::{Error, from_str, to_string};

#[test]
fn keeps_the_moment_as_it_is_spelt() -> Result<(), Error> {
    let source = "<idle xmlns='urn:xmpp:idle:1' since='2026-03-20T13:30:00.50+05:30'/>";
    let idle: Idle = from_str(source)?;
    assert_eq!(idle.since.unix_seconds(), 1_773_993_600);
    assert_eq!(to_string(&idle)?, source);
    Ok(())
}

#[test]
fn rejects_idleness_without_a_moment() {
    assert!(from_str::<Idle>("<idle xmlns='urn:xmpp:idle:1'/>").is_err());
    assert!(from_str::<Idle>("<idle xmlns='urn:xmpp:idle:1' since='903'/>").is_err());
}
