use proptest::prelude::*;
use xmpp_vocabulary::file_names::safe;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn no_name_leaves_its_folder(name in "[./\\\\: a\u{202e}\r\n]{0,8}|(?i:con|nul|aux|prn|com[0-9]|lpt[0-9])[ .x]{0,4}|\\PC{0,8}") {
        let Some(safe) = safe(&name) else {
            prop_assert!(name.is_empty());
            return Ok(());
        };
        prop_assert!(!safe.is_empty() && !safe.ends_with(['.', ' ']), "{}", safe);
        prop_assert!(!safe.contains(|c: char| c.is_control() || "/\\:*?\"<>|\u{202e}".contains(c)), "{}", safe);
        let stem = safe.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        prop_assert!(!["con", "nul", "aux", "prn", "com1", "lpt9"].contains(&&*stem), "{}", safe);
        // Decoded, it is the name.
        let mut bytes = Vec::new();
        let mut rest = safe.as_bytes();
        while let [first, behind @ ..] = rest {
            let escape = core::str::from_utf8(rest).ok().and_then(|text| text.strip_prefix('%')?.get(..2));
            match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                Some(byte) if !name.contains('%') => {
                    bytes.push(byte);
                    rest = &rest[3..];
                }
                _ => {
                    bytes.push(*first);
                    rest = behind;
                }
            }
        }
        prop_assert!(name.contains('%') || bytes == name.as_bytes(), "{}", safe);
    }
}
