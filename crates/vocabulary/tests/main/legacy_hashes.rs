use xmpp_vocabulary::hashes::{self, Algorithm};
use xmpp_vocabulary::legacy_hashes::Hash;
use xmpp_xml::Base64;
use xmpp_xml::testing::assert_lossless;

fn digest(algorithm: &str, text: &str) -> Option<Vec<u8>> {
    let hash: Hash = assert_lossless(&format!(
        "<hash xmlns='urn:xmpp:hashes:1' algo='{algorithm}'>{text}</hash>"
    ));
    hash.to_hash()?.digest().map(Vec::from)
}

#[test]
fn reads_digits_or_base64_by_the_length_of_the_hash() {
    assert_eq!(
        digest("md5", "000102030405060708090A0b0c0d0e0f"),
        Some((0..16).collect())
    );
    assert_eq!(
        digest("md5", "AAECAwQFBgcICQoLDA0ODw=="),
        Some((0..16).collect())
    );
    assert_eq!(
        digest("MD5", " AAEC AwQFBgcI\nCQoLDA0ODw"),
        Some((0..16).collect())
    );
    // Of 32 digits, base64 makes 24 bytes, which no function here has.
    for (algorithm, text) in [
        ("sha-1", "000102030405060708090a0b0c0d0e0f"),
        ("md5", "0001"),
        ("md5", ""),
        ("md5", "not at all"),
        ("crc", "000102030405060708090a0b0c0d0e0f"),
        ("shake128", "000102030405060708090a0b0c0d0e0f"),
    ] {
        assert_eq!(digest(algorithm, text), None, "{algorithm} {text}");
    }
    assert_eq!(Hash::new(Algorithm::Md5).to_hash(), None);
}

#[test]
fn takes_no_part_of_a_hash_for_the_hash() {
    let digest = |algorithm, len| {
        let hash = hashes::Hash::new(algorithm, Base64(vec![0; len]));
        hash.digest().map(<[u8]>::len)
    };
    for (algorithm, len) in [
        (Algorithm::Md5, 16),
        (Algorithm::Sha1, 20),
        (Algorithm::Sha224, 28),
        (Algorithm::Sha256, 32),
        (Algorithm::Sha384, 48),
        (Algorithm::Sha512, 64),
        (Algorithm::Sha3_256, 32),
        (Algorithm::Sha3_512, 64),
        (Algorithm::Blake2b256, 32),
        (Algorithm::Blake2b512, 64),
    ] {
        assert_eq!(digest(algorithm.clone(), len), Some(len), "{algorithm}");
        assert_eq!(digest(algorithm.clone(), len - 1), None, "{algorithm}");
        assert_eq!(digest(algorithm.clone(), len + 1), None, "{algorithm}");
    }
    assert_eq!(digest(Algorithm::from("id-blake2b256"), 20), Some(20));
    assert_eq!(digest(Algorithm::Shake128, 0), None);
}
