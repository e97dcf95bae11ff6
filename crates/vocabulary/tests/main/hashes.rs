use xmpp_vocabulary::hashes::{Algorithm, Hash, HashUsed};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, from_str, to_string};

#[test]
fn knows_the_registered_functions_by_name() {
    for (name, algorithm) in [
        ("md2", Algorithm::Md2),
        ("md5", Algorithm::Md5),
        ("sha-1", Algorithm::Sha1),
        ("sha-224", Algorithm::Sha224),
        ("sha-256", Algorithm::Sha256),
        ("sha-384", Algorithm::Sha384),
        ("sha-512", Algorithm::Sha512),
        ("shake128", Algorithm::Shake128),
        ("shake256", Algorithm::Shake256),
        ("sha3-224", Algorithm::Sha3_224),
        ("sha3-256", Algorithm::Sha3_256),
        ("sha3-384", Algorithm::Sha3_384),
        ("sha3-512", Algorithm::Sha3_512),
        ("blake2b-256", Algorithm::Blake2b256),
        ("blake2b-512", Algorithm::Blake2b512),
    ] {
        let hash: Hash = assert_typed(&format!(
            "<hash xmlns='urn:xmpp:hashes:2' algo='{name}'>AAEC</hash>"
        ));
        assert_eq!(hash, Hash::new(algorithm.clone(), Base64(vec![0, 1, 2])));
        assert_eq!(algorithm.as_str(), name);
    }
}

#[test]
fn keeps_a_function_that_it_does_not_know() {
    let hash: Hash = assert_typed("<hash xmlns='urn:xmpp:hashes:2' algo='tea-leaves'>AAEC</hash>");
    assert_eq!(hash.algorithm, Algorithm::from("tea-leaves"));
    assert_eq!(hash.algorithm.as_str(), "tea-leaves");
}

#[test]
fn reads_white_space_as_no_hash_and_keeps_it() {
    let absent: Hash = assert_typed("<hash xmlns='urn:xmpp:hashes:2' algo='md5'/>");
    assert_eq!(absent.value, None);
    let blank: Hash = assert_typed("<hash xmlns='urn:xmpp:hashes:2' algo='md5'> </hash>");
    assert_eq!(blank.value, None);
    assert_eq!(
        to_string(&blank).expect("it can be written"),
        "<hash xmlns='urn:xmpp:hashes:2' algo='md5'> </hash>"
    );
}

#[test]
fn keeps_line_breaks_until_the_hash_changes() {
    let mut hash: Hash =
        assert_typed("<hash xmlns='urn:xmpp:hashes:2' algo='md5'>\nAA\nEC\n</hash>");
    hash.algorithm = Algorithm::Sha256;
    assert_eq!(
        to_string(&hash).expect("it can be written"),
        "<hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>\nAA\nEC\n</hash>"
    );
    hash.value = Some(Base64(vec![3]));
    assert_eq!(
        to_string(&hash).expect("it can be written"),
        "<hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>Aw==</hash>"
    );
}

#[test]
fn reads_which_function_will_be_used() {
    let used: HashUsed = assert_typed("<hash-used xmlns='urn:xmpp:hashes:2' algo='sha-256'/>");
    assert_eq!(used, HashUsed::new(Algorithm::Sha256));
    assert!(
        from_str::<HashUsed>("<hash xmlns='urn:xmpp:hashes:2' algo='sha-256'/>")
            .is_err_and(|e| e.is_wrong_element())
    );
}
