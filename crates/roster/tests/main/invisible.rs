//! Invisibility, in both namespaces.

use xmpp_roster::invisible::{Invisible, Version, Visible};
use xmpp_xml::{Error, from_str, to_string};

#[test]
fn says_whether_contacts_are_asked() -> Result<(), Error> {
    for (probe, text) in [(true, "true"), (false, "false")] {
        assert_eq!(
            to_string(&Invisible::new(probe))?,
            format!("<invisible xmlns='urn:xmpp:invisible:1' probe='{text}'/>")
        );
    }
    assert_eq!(
        to_string(&Visible::new())?,
        "<visible xmlns='urn:xmpp:invisible:1'/>"
    );
    let silent: Invisible = from_str("<invisible xmlns='urn:xmpp:invisible:1'/>")?;
    assert_eq!(silent.probe, None);
    Ok(())
}

#[test]
fn keeps_the_namespace_of_before() -> Result<(), Error> {
    for source in [
        "<invisible xmlns='urn:xmpp:invisible:0'/>",
        "<invisible xmlns='urn:xmpp:invisible:1'/>",
    ] {
        let invisible: Invisible = from_str(source)?;
        assert_eq!(invisible.version == Version::Zero, source.contains(":0"));
        assert_eq!(to_string(&invisible)?, source);
    }
    assert!(from_str::<Visible>("<visible xmlns='urn:xmpp:invisible:2'/>").is_err());
    Ok(())
}
