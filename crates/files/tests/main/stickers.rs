use xmpp_files::metadata::{Desc, File};
use xmpp_files::stickers::{Item, Name, Pack, Sticker, Summary};
use xmpp_jid::Jid;
use xmpp_vocabulary::hashes::{Algorithm, Hash};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, Invalid, Options, Report, read_with};

fn item(desc: &str, digest: u8) -> Item {
    let hash = Hash::new(Algorithm::Sha256, Base64(vec![digest; 3]));
    let descs = [
        Desc::new("in words").with_lang("en".into()),
        Desc::new(desc),
    ];
    Item::new(File::new().with_descs(descs).with_hashes([hash]))
}

#[test]
fn hashes_what_counts_and_nothing_else() {
    let pack = Pack::new()
        .with_summaries([Summary::new("s")])
        .with_names([Name::new("n"), Name::new("m").with_lang("de".into())])
        .with_items([item("b", 1), item("a", 2)]);
    let expected = "name\u{1f}\u{1f}n\u{1f}\u{1e}name\u{1f}de\u{1f}m\u{1f}\u{1e}summary\u{1f}\u{1f}s\u{1f}\u{1e}\u{1c}\
        a\u{1e}sha-256\u{1f}AgIC\u{1f}\u{1e}\u{1d}b\u{1e}sha-256\u{1f}AQEB\u{1f}\u{1e}\u{1d}\u{1c}";
    assert_eq!(
        String::from_utf8(pack.hash_input()).expect("text"),
        expected
    );

    let mut other = pack.clone();
    other.items.reverse();
    other.names.reverse();
    other.restricted = true;
    assert_eq!(other.hash_input(), pack.hash_input());
    other.items[0].file.descs[1].text = "c".into();
    assert_ne!(other.hash_input(), pack.hash_input());
    assert_eq!(Pack::new().hash_input(), b"\x1c\x1c");
}

#[test]
fn names_a_pack_by_the_start_of_a_whole_hash() {
    let pack = |algorithm, len| Pack::new().with_hash(Hash::new(algorithm, Base64(vec![0; len])));
    assert_eq!(
        pack(Algorithm::Sha256, 32).id().as_deref(),
        Some("AAAAAAAAAAAAAAAAAAAAAAAA")
    );
    assert_eq!(pack(Algorithm::Sha256, 18).id(), None);
    assert_eq!(pack(Algorithm::Md5, 16).id(), None);
    assert_eq!(Pack::new().id(), None);
}

#[test]
fn never_loses_a_sticker_that_is_not_valid() {
    let source = "<pack xmlns='urn:xmpp:stickers:0'><item/></pack>";
    let options = Options::new().invalid(Invalid::Keep);
    read_with::<Pack>(source.as_bytes(), &options, &mut Report::default())
        .expect_err("an item without a file");
}

#[test]
fn says_where_the_pack_is() {
    let sticker: Sticker =
        assert_typed("<sticker xmlns='urn:xmpp:stickers:0' pack='a' jid='S.example' node='n'/>");
    assert_eq!(sticker.jid, Some(Jid::new("s.example").expect("a JID")));
    // An address that is not valid is not the sender's own.
    let source = "<sticker xmlns='urn:xmpp:stickers:0' pack='a' jid='@'/>";
    let options = Options::new().invalid(Invalid::Keep);
    let sticker: Sticker =
        read_with(source.as_bytes(), &options, &mut Report::default()).expect("a sticker");
    assert!(sticker.jid.is_some_and(|jid| !jid.is_valid()));
}
