use xmpp_files::encryption::{Cipher, Encrypted};
use xmpp_files::media_sharing::MediaSharing;
use xmpp_files::metadata::{Desc, File};
use xmpp_files::sharing::{Disposition, FileSharing, Source, Sources};
use xmpp_files::url_data::UrlData;
use xmpp_vocabulary::hashes::{Algorithm, Hash};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Base64, Invalid, Options, Report, from_str, read_with, to_string};

#[test]
fn makes_names_that_stay_in_their_folder() {
    for (name, safe) in [
        ("a.txt", "a.txt"),
        (".", "%2E"),
        ("...", "%2E%2E%2E"),
        ("/etc/passwd", "%2Fetc%2Fpasswd"),
        ("..\\..\\boot.ini", "..%5C..%5Cboot.ini"),
        ("C:autoexec", "C%3Aautoexec"),
        ("a\u{202e}gpj.exe", "a%E2%80%AEgpj.exe"),
        ("a\nb\u{85}", "a%0Ab%C2%85"),
        ("Süd ⛵", "Süd ⛵"),
        (".. ", "%2E%2E%20"),
        ("a.txt. .", "a.txt%2E%20%2E"),
        (" .a", " .a"),
        ("NUL", "%4EUL"),
        ("Com1.tar.gz", "%43om1.tar.gz"),
        ("lpt² .x", "%6Cpt² .x"),
        ("com10", "com10"),
        ("console", "console"),
    ] {
        assert_eq!(
            File::new().with_name(name).safe_name().as_deref(),
            Some(safe),
            "{name}"
        );
    }
    assert_eq!(File::new().safe_name(), None);
    assert_eq!(File::new().with_name("").safe_name(), None);
}

#[test]
fn trusts_only_whole_hashes_of_functions_it_supports() {
    let with =
        |algorithm, len| File::new().with_hashes([Hash::new(algorithm, Base64(vec![1; len]))]);
    let supports =
        |algorithm: &Algorithm| matches!(algorithm, Algorithm::Sha256 | Algorithm::Sha512);
    assert!(with(Algorithm::Sha256, 32).is_verifiable(supports));
    for (algorithm, len) in [
        (Algorithm::Sha256, 0),
        (Algorithm::Sha256, 31),
        (Algorithm::Sha256, 33),
        (Algorithm::Sha512, 32),
        (Algorithm::Sha3_256, 32),
        (Algorithm::from("id-blake2b256"), 20),
    ] {
        assert!(
            !with(algorithm.clone(), len).is_verifiable(supports),
            "{algorithm} {len}"
        );
    }
    assert!(!File::new().is_verifiable(|_| true));
}

#[test]
fn never_takes_a_hash_or_size_that_is_not_valid_for_none() {
    let options = Options::new().invalid(Invalid::Keep);
    for child in [
        "<size>many</size>",
        "<size/>",
        "<size>1</size><size>2</size>",
        "<hash xmlns='urn:xmpp:hashes:2'>AA==</hash>",
    ] {
        let source = format!("<file xmlns='urn:xmpp:file:metadata:0'>{child}</file>");
        read_with::<File>(source.as_bytes(), &options, &mut Report::default()).expect_err(child);
    }
    // A hash that is no base64 is there, and verifies nothing.
    let source = "<file xmlns='urn:xmpp:file:metadata:0'><hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>§</hash></file>";
    let file: File =
        read_with(source.as_bytes(), &options, &mut Report::default()).expect("a file");
    assert_eq!(file.hashes.len(), 1);
    assert!(!file.is_verifiable(|_| true));
    // What only shows less costs itself alone.
    let source = "<file xmlns='urn:xmpp:file:metadata:0'><width>wide</width><name>a</name></file>";
    let file: File =
        read_with(source.as_bytes(), &options, &mut Report::default()).expect("a file");
    assert_eq!((file.width, file.name.as_deref()), (None, Some("a")));
    assert_eq!(to_string(&file).expect("it can be written"), source);
}

#[test]
fn reads_the_size_of_a_picture_in_both_ways() {
    let file: File = assert_typed(
        "<file xmlns='urn:xmpp:file:metadata:0'><dimensions>512x256</dimensions></file>",
    );
    assert_eq!(file.size_in_pixels(), Some((512, 256)));
    assert_eq!(
        file.with_width(1).with_height(2).size_in_pixels(),
        Some((1, 2))
    );
    for dimensions in ["", "x", "512", "512x", "-1x2", "1x2x3", "4294967296x1"] {
        let file = File::new().with_dimensions(dimensions);
        assert_eq!(file.size_in_pixels(), None, "{dimensions}");
    }
}

#[test]
fn finds_the_description_without_a_language() {
    let file = File::new().with_descs([Desc::new("Ebbe").with_lang("de".into()), Desc::new("🌊")]);
    assert_eq!(file.desc(), Some("🌊"));
    assert_eq!(File::new().desc(), None);
}

#[test]
fn fetches_no_attachment_unasked() {
    let shared = FileSharing::new(File::new());
    assert!(shared.may_be_fetched_unasked());
    for (disposition, may_be) in [
        (Disposition::Inline, true),
        (Disposition::Attachment, false),
        (Disposition::from("frame"), false),
    ] {
        let shared = shared.clone().with_disposition(disposition);
        assert_eq!(shared.may_be_fetched_unasked(), may_be, "{shared:?}");
    }
}

#[test]
fn nests_sources_in_what_is_encrypted() {
    let url = Source::Url(UrlData::new("https://a.example/c"));
    let inner = Sources::from_iter([url]);
    let encrypted = Encrypted::new(
        Cipher::Aes256Gcm,
        Base64(vec![1; 32]),
        Base64(vec![2; 12]),
        inner.clone(),
    );
    let sources = Sources::from_iter([Source::Encrypted(encrypted)]);
    let written = to_string(&sources).expect("it can be written");
    assert_eq!(assert_typed::<Sources>(&written), sources);
    assert_eq!(sources.urls().count(), 0);
    assert_eq!(inner.urls().count(), 1);
}

#[test]
fn sees_whether_key_and_vector_fit_the_cipher() {
    let fits = |cipher, key, iv| {
        Encrypted::new(
            cipher,
            Base64(vec![0; key]),
            Base64(vec![0; iv]),
            Sources::new(),
        )
        .fits()
    };
    assert!(fits(Cipher::Aes128Gcm, 16, 12));
    assert!(fits(Cipher::Aes256Gcm, 32, 12));
    assert!(fits(Cipher::Aes256Cbc, 32, 16));
    assert!(!fits(Cipher::Aes256Gcm, 16, 12));
    assert!(!fits(Cipher::Aes256Gcm, 32, 16));
    assert!(!fits(Cipher::Aes256Cbc, 32, 0));
    assert!(!fits(Cipher::from("rot13"), 0, 0));
}

#[test]
fn rejects_encrypted_files_without_a_key_or_sources() {
    for content in [
        "<iv/><sources xmlns='urn:xmpp:sfs:0'/>",
        "<key/><sources xmlns='urn:xmpp:sfs:0'/>",
        "<key/><iv/>",
        "<key>§</key><iv/><sources xmlns='urn:xmpp:sfs:0'/>",
    ] {
        let source = format!("<encrypted xmlns='urn:xmpp:esfs:0' cipher='a'>{content}</encrypted>");
        from_str::<Encrypted>(&source).expect_err(content);
    }
}

#[test]
fn keeps_sources_of_every_kind_in_their_order() {
    let sources: Sources = assert_lossless(
        "<sources xmlns='urn:xmpp:sfs:0'><x xmlns='urn:example:x'/>\
         <url-data xmlns='http://jabber.org/protocol/url-data' target='https://a.example/'/>\
         <y xmlns='urn:example:x'/></sources>",
    );
    assert!(matches!(
        sources.sources.as_slice(),
        [Source::Other(_), Source::Url(_), Source::Other(_)]
    ));
}

#[test]
fn reads_the_references_of_media() {
    let media: MediaSharing = assert_typed(
        "<media-sharing xmlns='urn:xmpp:sims:1'><file xmlns='urn:xmpp:jingle:apps:file-transfer:5'/>\
         <sources><reference xmlns='urn:xmpp:reference:0' type='data' uri='https://a.example/'/>\
         <reference xmlns='urn:example:other' uri='no'/></sources></media-sharing>",
    );
    let sources = media.sources.expect("sources");
    assert_eq!(sources.uris().collect::<Vec<_>>(), ["https://a.example/"]);
}
