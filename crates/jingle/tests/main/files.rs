use xmpp_jingle::file_transfer::errors::{Error, ErrorKind};
use xmpp_jingle::file_transfer::{Checksum, Desc, Description, File, Range, Received, Version};
use xmpp_jingle::session::Creator;
use xmpp_vocabulary::hashes::{Algorithm, Hash, HashUsed};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{
    Base64, Invalid, LanguageTag, Options, RawElement, Report, from_str, read_with, to_string,
};

const FULL: &str = "<description xmlns='urn:xmpp:jingle:apps:file-transfer:5'><file>\
    <date>2031-05-17T08:30:00.125+02:00</date><desc xml:lang='nl'>rekening</desc><desc>bill</desc>\
    <media-type>text/csv</media-type><name>bill.csv</name><size>42</size>\
    <range offset='7' length='8'><hash xmlns='urn:xmpp:hashes:2' algo='sha-1'>AAEC</hash></range>\
    <hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>AwQF</hash><hash xmlns='urn:xmpp:hashes:2' algo='sha-1'>BgcI</hash>\
    <hash-used xmlns='urn:xmpp:hashes:2' algo='sha3-256'/><colour xmlns='urn:example:mill'/>\
    </file></description>";

fn full() -> File {
    let mut dutch = Desc::new("rekening");
    dutch.lang = Some(LanguageTag::from("nl"));
    let mut range = Range::new();
    range.offset = 7;
    range.length = Some(8);
    range
        .hashes
        .push(Hash::new(Algorithm::Sha1, Base64(vec![0, 1, 2])));
    let mut file = File::new();
    file.date = Some("2031-05-17T08:30:00.125+02:00".parse().unwrap());
    file.descs = vec![dutch, Desc::new("bill")];
    file.media_type = Some("text/csv".into());
    file.name = Some("bill.csv".into());
    file.size = Some(42);
    file.range = Some(range);
    file.hashes = vec![
        Hash::new(Algorithm::Sha256, Base64(vec![3, 4, 5])),
        Hash::new(Algorithm::Sha1, Base64(vec![6, 7, 8])),
    ];
    file.hashes_used.push(HashUsed::new(Algorithm::Sha3_256));
    file.metadata
        .push("<colour xmlns='urn:example:mill'/>".parse().unwrap());
    file
}

#[test]
fn reads_and_writes_every_field_of_a_file() {
    assert_eq!(assert_typed::<Description>(FULL), full().into());
    assert_eq!(to_string(&Description::from(full())).unwrap(), FULL);
}

#[test]
fn changes_the_name_and_keeps_the_rest_in_its_order() {
    let source = |name: &str| {
        format!(
            "<file xmlns='urn:xmpp:jingle:apps:file-transfer:5' owner='miller'><size> 0042 </size>\
             <colour xmlns='urn:example:mill'/><name kind='short'>{name}</name><range/></file>"
        )
    };
    let mut file: File = assert_lossless(&source("bill"));
    assert_eq!(file.size, Some(42));
    assert_eq!(file.range, Some(Range::new()));
    file.name = Some("receipt".into());
    let written = to_string(&file).unwrap();
    assert_eq!(from_str::<File>(&written).unwrap(), file);
    assert_eq!(
        written.parse::<RawElement>().unwrap(),
        source("receipt").parse().unwrap()
    );
}

#[test]
fn tells_an_absent_range_from_one_of_the_whole_file() {
    let file = |inner: &str| {
        let source = format!("<file xmlns='urn:xmpp:jingle:apps:file-transfer:5'>{inner}</file>");
        assert_typed::<File>(&source)
    };
    assert_eq!(file("").range, None);
    assert_eq!(file("<range/>").range, Some(Range::new()));
    assert_eq!(file("<range offset='0'/>").range, Some(Range::new()));
    assert_ne!(file("<range length='0'/>").range, Some(Range::new()));
}

#[test]
fn reads_a_hash_that_only_announces_its_function() {
    let file: File = assert_typed(
        "<file xmlns='urn:xmpp:jingle:apps:file-transfer:5'><hash xmlns='urn:xmpp:hashes:2' algo='sha-1'/></file>",
    );
    assert_eq!(file.hashes[0].algorithm, Algorithm::Sha1);
    assert_eq!(file.hashes[0].value, None);
}

#[test]
fn writes_what_is_told_about_files() {
    let mut file = File::new();
    file.hashes
        .push(Hash::new(Algorithm::Sha1, Base64(vec![0, 1, 2])));
    assert_eq!(
        to_string(&Checksum::new(Creator::Initiator, "bill", file)).unwrap(),
        "<checksum xmlns='urn:xmpp:jingle:apps:file-transfer:5' creator='initiator' name='bill'>\
         <file><hash xmlns='urn:xmpp:hashes:2' algo='sha-1'>AAEC</hash></file></checksum>"
    );
    assert_eq!(
        to_string(&Received::new(Creator::Responder, "bill")).unwrap(),
        "<received xmlns='urn:xmpp:jingle:apps:file-transfer:5' creator='responder' name='bill'/>"
    );
    assert_eq!(
        to_string(&Error::new(ErrorKind::FileNotAvailable)).unwrap(),
        "<file-not-available xmlns='urn:xmpp:jingle:apps:file-transfer:errors:0'/>"
    );
}

#[test]
fn rejects_a_checksum_without_a_file() {
    let error = from_str::<Checksum>(
        "<checksum xmlns='urn:xmpp:jingle:apps:file-transfer:5' creator='initiator' name='bill'/>",
    )
    .unwrap_err();
    assert_eq!(
        *error.kind(),
        xmpp_xml::ErrorKind::MissingChild {
            element: "checksum",
            name: "file"
        }
    );
}

/// A file that is greater, or otherwise hashed, than was said is not accepted for one of which nothing was said.
#[test]
fn does_not_read_a_file_without_the_size_the_part_or_the_hashes_that_it_had() {
    let options = Options::new().invalid(Invalid::Keep);
    for inner in [
        "<size>-1</size>",
        "<size>1</size><size>2</size>",
        "<range offset='x'/>",
        "<range length='x'/>",
        "<range/><range/>",
        "<hash xmlns='urn:xmpp:hashes:2'>2jmj7l5rSw0yVb/vlWAYkK/YBwk=</hash>",
    ] {
        let source = format!(
            "<description xmlns='urn:xmpp:jingle:apps:file-transfer:5'><file>{inner}</file></description>"
        );
        assert!(from_str::<Description>(&source).is_err(), "{source}");
        let read = read_with::<Description>(source.as_bytes(), &options, &mut Report::default());
        assert!(read.is_err(), "{source}");
    }
    let source = "<file xmlns='urn:xmpp:jingle:apps:file-transfer:5'><date>today</date></file>";
    let read = read_with::<File>(source.as_bytes(), &options, &mut Report::default());
    assert_eq!(read.unwrap().date, None);
}

#[test]
fn keeps_the_version_that_is_spoken() {
    let source = "<description xmlns='urn:xmpp:jingle:apps:file-transfer:4'><file><name>a</name>\
        <hash xmlns='urn:xmpp:hashes:1' algo='md5'>000102030405060708090a0b0c0d0e0f</hash><range offset='1'/></file></description>";
    let offer: Description = assert_typed(source);
    assert_eq!(offer.version, Version::Four);
    let file = offer.file.expect("a file");
    assert_eq!((file.name.as_deref(), file.hashes.len()), (Some("a"), 0));
    let hash = file.legacy_hashes[0].to_hash().expect("a whole hash");
    assert_eq!(hash.digest().map(<[u8]>::len), Some(16));

    // The same file speaks the version of what it stands in.
    let description = Description::from(File::new().with_name("a"));
    assert_eq!(
        to_string(&description).unwrap(),
        "<description xmlns='urn:xmpp:jingle:apps:file-transfer:5'><file><name>a</name></file></description>"
    );
    assert_eq!(
        to_string(&description.with_version(Version::Four)).unwrap(),
        "<description xmlns='urn:xmpp:jingle:apps:file-transfer:4'><file><name>a</name></file></description>"
    );
}

#[test]
fn takes_no_file_of_another_version() {
    for (ours, other) in [(4, 5), (5, 4)] {
        let description: Description = assert_lossless(&format!(
            "<description xmlns='urn:xmpp:jingle:apps:file-transfer:{ours}'>\
             <file xmlns='urn:xmpp:jingle:apps:file-transfer:{other}'><name>a</name></file></description>"
        ));
        assert_eq!(description.file, None);
    }
}

#[test]
fn answers_in_each_version() {
    for (version, ns) in [(Version::Five, "5"), (Version::Four, "4")] {
        let ns = format!("urn:xmpp:jingle:apps:file-transfer:{ns}");
        let received = Received::new(Creator::Initiator, "a").with_version(version);
        let written = to_string(&received).unwrap();
        assert_eq!(
            written,
            format!("<received xmlns='{ns}' creator='initiator' name='a'/>")
        );
        assert_eq!(assert_typed::<Received>(&written), received);
        let checksum = Checksum::new(Creator::Responder, "a", File::new()).with_version(version);
        let written = to_string(&checksum).unwrap();
        assert_eq!(assert_typed::<Checksum>(&written), checksum);
        assert!(
            written.starts_with(&format!("<checksum xmlns='{ns}'")),
            "{written}"
        );
    }
}
