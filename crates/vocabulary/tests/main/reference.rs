use xmpp_vocabulary::reference::{Reference, ReferenceKind};

#[test]
fn cuts_the_body_by_code_points() {
    let reference = Reference::mention("xmpp:alice@wonderland.example");
    assert_eq!(reference.kind, ReferenceKind::Mention);
    assert_eq!(reference.part_of("🫖 Alice"), None);
    let reference = reference.with_begin(2).with_end(7);
    assert_eq!(reference.part_of("🫖 Alice"), Some("Alice"));
    assert_eq!(reference.part_of("🫖 Ali"), None);
    assert_eq!(reference.part_of("e\u{301}🇺🇳Alic"), Some("🇺🇳Ali"));
    assert_eq!(reference.with_begin(8).part_of("🫖 Alice in"), None);
}
