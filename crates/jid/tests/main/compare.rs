//! The same questions put to other implementations.

use precis_profiles::precis_core::profile::PrecisFastInvocation;
use precis_profiles::precis_core::{
    DerivedPropertyValue, FreeformClass, IdentifierClass, StringClass,
};
use precis_profiles::{OpaqueString, UsernameCaseMapped};
use proptest::prelude::*;
use xmpp_jid::Jid;

/// Every code point that Unicode 6.3 knows is in the classes that the PRECIS registry puts it in.
#[test]
fn agrees_with_precis_on_every_code_point_of_unicode_6_3() {
    let (identifier, freeform) = (IdentifierClass::default(), FreeformClass::default());
    let expected = |value| match value {
        DerivedPropertyValue::PValid | DerivedPropertyValue::SpecClassPval => Some(true),
        DerivedPropertyValue::SpecClassDis | DerivedPropertyValue::Disallowed => Some(false),
        // Context has its own tests, and on what was unassigned there is nothing to agree.
        _ => None,
    };
    let mut compared = 0;
    let mut different = Vec::new();
    for c in '\0'..=char::MAX {
        if let Some(expected) = expected(freeform.get_value_from_char(c)) {
            compared += 1;
            if Jid::from_parts(None, "b", Some(&format!("a{c}a"))).is_ok() != expected {
                different.push(c);
            }
        }
        // Width is mapped before the class is asked, and eight characters are excluded after it.
        let special = matches!(c, '\u{3000}' | '\u{ff01}'..='\u{ffee}') || "\"&'/:<>@".contains(c);
        let expected = expected(identifier.get_value_from_char(c));
        if let Some(expected) = expected.filter(|_| !special) {
            compared += 1;
            // One of the two satisfies the Bidi Rule whatever the character is.
            let local = |text: String| Jid::from_parts(Some(&text), "b", None).is_ok();
            if (local(format!("a{c}a")) || local(format!("\u{5d0}{c}\u{5d0}"))) != expected {
                different.push(c);
            }
        }
    }
    // Becomes U+00B7 in NFC, which is out of context there.
    assert_eq!(different, ['\u{387}']);
    assert_eq!(compared, 495_154);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4096, ..ProptestConfig::default() })]

    /// The profiles make the same of what both accept.
    #[test]
    fn agrees_with_precis_on_normal_forms(
        text in "[\\p{L}\\p{M}\\p{N}]{1,6}|[a-zA-Z\u{c0}-\u{24f}\u{300}-\u{345}\u{ff21}-\u{ff9f}]{1,8}|\\PC{1,8}"
    ) {
        if let (Ok(ours), Ok(theirs)) =
            (Jid::from_parts(Some(&text), "b", None), UsernameCaseMapped::enforce(&*text))
        {
            let ours = ours.to_normalized();
            prop_assert_eq!(ours.local(), Some(&*theirs));
        }
        if let (Ok(ours), Ok(theirs)) =
            (Jid::from_parts(None, "b", Some(&text)), OpaqueString::enforce(&*text))
        {
            let ours = ours.to_normalized();
            prop_assert_eq!(ours.resource(), Some(&*theirs));
        }
    }

    /// In ASCII, stringprep and PRECIS make the same of what both accept. A final dot is left out:
    /// that crate keeps it unless there is nothing but a domain.
    #[test]
    fn agrees_with_the_crate_jid_on_ascii(text in "[ -~]{1,6}@[A-Za-z0-9.-]{1,8}(/[ -~]{1,8})?|[!-~]{1,20}") {
        let ours = Jid::new(&text).ok().filter(|ours| !ours.domain().ends_with('.'));
        if let (Some(ours), Ok(theirs)) = (ours, jid::Jid::new(&text)) {
            prop_assert_eq!(ours.normalized(), theirs.as_str());
            let ours = ours.to_normalized();
            prop_assert_eq!(ours.local(), theirs.node().map(|node| node.as_str()));
            prop_assert_eq!(ours.domain(), theirs.domain().as_str());
            prop_assert_eq!(ours.resource(), theirs.resource().map(|resource| resource.as_str()));
        }
    }
}
