use xmpp_data_forms::form::{Field, FieldKind, Form, FormKind};
use xmpp_disco::caps::{
    Capabilities, IllFormed, Unverifiable, Verification, hash_input, is_supported,
    verification_string,
};
use xmpp_disco::info::{Feature, Identity, Response};
use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, Report, read_with};

/// An identity from its category, type, language and name; the last two are absent where empty.
fn identity([category, kind, lang, name]: [&str; 4]) -> Identity {
    let mut identity = Identity::new(category, kind);
    identity.lang = (!lang.is_empty()).then(|| lang.into());
    identity.name = (!name.is_empty()).then(|| name.into());
    identity
}

fn answer<const I: usize, const F: usize>(
    identities: [[&str; 4]; I],
    features: [&str; F],
) -> Response {
    let mut answer = Response::new();
    answer.identities = identities.map(identity).into();
    answer.features = features.map(Feature::new).into();
    answer
}

fn form<const N: usize>(form_type: &str, fields: [(&str, &[&str]); N]) -> Form {
    let mut form = Form::of_type(FormKind::Result, form_type);
    for (var, values) in fields {
        form.set_values(var, values.iter().copied());
    }
    form
}

fn with_forms<const N: usize>(forms: [Form; N]) -> Response {
    let mut answer = Response::new();
    answer.forms = forms.into();
    answer
}

fn wings() -> Response {
    answer(
        [["client", "pc", "", "Wings"]],
        [
            "urn:example:flight",
            "http://jabber.org/protocol/disco#info",
        ],
    )
}

/// The answers of the two worked examples: the data of XEP-0115, sections 5.2 and 5.3.
fn exodus() -> Response {
    answer(
        [["client", "pc", "", "Exodus 0.9.1"]],
        [
            "http://jabber.org/protocol/muc",
            "http://jabber.org/protocol/disco#items",
            "http://jabber.org/protocol/disco#info",
            "http://jabber.org/protocol/caps",
        ],
    )
}

fn psi() -> Response {
    let mut psi = exodus();
    psi.identities = [
        ["client", "pc", "en", "Psi 0.11"],
        ["client", "pc", "el", "Ψ 0.11"],
    ]
    .map(identity)
    .into();
    psi.forms = vec![form(
        "urn:xmpp:dataforms:softwareinfo",
        [
            ("software_version", &["0.11"]),
            ("software", &["Psi"]),
            ("os_version", &["10.5.1"]),
            ("os", &["Mac"]),
            ("ip_version", &["ipv6", "ipv4"]),
        ],
    )];
    psi
}

#[test]
fn computes_the_worked_examples() {
    assert_eq!(
        verification_string(&exodus(), &Algorithm::Sha1).as_deref(),
        Ok("QgayPKawpkPSDYmwT/WM94uAlu0=")
    );
    assert_eq!(
        verification_string(&psi(), &Algorithm::Sha1).as_deref(),
        Ok("q07IKJEyjvHSyhy//CH0CxmKi8w=")
    );
}

#[test]
fn computes_with_every_hash_function() {
    let known = [
        ("md5", "tsa790rMtYwyx9S2NDqTLg=="),
        ("sha-1", "JIoDvts4wSy7gHDvxrA4JlvrJ+8="),
        ("sha-224", "iryANiDQ6N4vp9DpUVdY7NPxlq8LFceZnHclpQ=="),
        ("sha-256", "sgzZOdIgOr4D+qJMQ64Zv+Ener6mmyFlh2KfDvKlC2g="),
        (
            "sha-384",
            "yDaTTGMdRHtu6KjXU6DWZMBERQJyREEgaP0L0EnMhJRS1pKllwTegZrbTQRHOGxo",
        ),
        (
            "sha-512",
            "WE6XWpd2ku5ZseVsUUgChDEdH5u96Ig2riaHfHAA3dBQaVg0cbUNLfXeKQyjv9B3XgGdO3ILwibLTufhK/2+ww==",
        ),
        ("sha3-224", "cuF6nqYLlIdAO42YRPEuXjfsyfxiUODLCBd8uQ=="),
        ("sha3-256", "A+GT2aKH1VHEWq7ovmDHHYut5RFUnCeXDg33m/PV9mY="),
        (
            "sha3-384",
            "axiTAsB1coD7fTITJcV6Weo9x2t5OBPumziumKYEt5RFHU+Kj/mC4qskUbLmMHT5",
        ),
        (
            "sha3-512",
            "HQTTQCCLnUKxsDzVRmXFd1aYhxYD1+nyYOD+VZHgCydnB3VQUWnF1kD9NzGMXtPHmxnLHwS1S3MPu4O9dKljGw==",
        ),
        (
            "blake2b-256",
            "Dva8iQBh3HZJfAsIXkW2PizXJdQESSBavcSaShXqUPU=",
        ),
        (
            "blake2b-512",
            "5bSt3Gf+EmaP9mWn0sYO1nESC82a0OtQexoZ52R+t1mh02WYI+sVZg3usDGwVPGx4aE3G5xgy1Vd9guron0YmA==",
        ),
    ];
    for (name, ver) in known {
        let hash = Algorithm::from(name);
        assert!(is_supported(&hash), "{name}");
        assert_eq!(hash.as_str(), name);
        assert_eq!(
            verification_string(&wings(), &hash).as_deref(),
            Ok(ver),
            "{name}"
        );
    }
}

#[test]
fn announces_what_it_then_verifies() {
    let announced = Capabilities::of(&wings(), "https://client.example", Algorithm::Sha1).unwrap();
    assert_eq!(
        xmpp_xml::to_string(&announced).unwrap(),
        "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' \
         node='https://client.example' ver='JIoDvts4wSy7gHDvxrA4JlvrJ+8='/>"
    );
    assert_eq!(announced.verify(&wings()), Verification::Valid);
    assert!(announced.verify(&wings()).is_valid());
    assert_eq!(
        announced.request().node.as_deref(),
        Some("https://client.example#JIoDvts4wSy7gHDvxrA4JlvrJ+8=")
    );
}

#[test]
fn tells_apart_why_an_answer_does_not_hold() {
    let announced: Capabilities = assert_typed(
        "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n' \
            ver='JIoDvts4wSy7gHDvxrA4JlvrJ+8='/>",
    );
    let mut other = wings();
    other.features.pop();
    let Verification::Mismatch { computed } = announced.verify(&other) else {
        panic!("{:?}", announced.verify(&other));
    };
    assert_eq!(verification_string(&other, &Algorithm::Sha1), Ok(computed));

    let mut twice = wings();
    twice.features.push(Feature::new("urn:example:flight"));
    let why = IllFormed::DuplicateFeature {
        var: "urn:example:flight".into(),
    };
    assert_eq!(
        announced.verify(&twice),
        Verification::IllFormed(why.clone())
    );
    assert_eq!(
        Capabilities::of(&twice, "n", Algorithm::Sha1),
        Err(Unverifiable::IllFormed(why))
    );

    let unknown: Capabilities =
        assert_typed("<c xmlns='http://jabber.org/protocol/caps' hash='SHA1' node='n' ver='v'/>");
    assert_eq!(unknown.verify(&twice), Verification::UnsupportedHash);
    for name in ["md2", "shake128", "tea-leaves"] {
        let hash = Algorithm::from(name);
        assert!(!is_supported(&hash), "{name}");
        assert_eq!(
            verification_string(&wings(), &hash),
            Err(Unverifiable::UnsupportedHash)
        );
    }
}

#[test]
fn compares_the_verification_string_to_the_letter() {
    for ver in [
        "JIoDvts4wSy7gHDvxrA4JlvrJ+8",
        " JIoDvts4wSy7gHDvxrA4JlvrJ+8=",
        "JIoDvts4wSy7gHDvxrA4JlvrJ+9=",
    ] {
        let announced = Capabilities::new("n", Algorithm::Sha1, ver);
        assert!(!announced.verify(&wings()).is_valid(), "{ver}");
    }
}

#[test]
fn reads_the_legacy_format() {
    let legacy: Capabilities = assert_typed(
        "<c xmlns='http://jabber.org/protocol/caps' node='n' ver='0.9' ext=' voice \n video '/>",
    );
    assert!(legacy.is_legacy());
    assert!(legacy.bundles().eq(["voice", "video"]));
    assert_eq!(legacy.verify(&wings()), Verification::Legacy);
    assert_eq!(legacy.query_node(), "n#0.9");

    let current = Capabilities::new("n", Algorithm::Sha1, "v");
    assert!(!current.is_legacy());
    assert_eq!(current.bundles().count(), 0);
}

#[test]
fn sorts_by_octets() {
    // Upper case before lower case, ASCII before the rest, U+FF5E before U+1F40D (UTF-16 would have it the other way).
    let all = answer([], ["é", "b", "\u{1F40D}", "B", "ab", "\u{FF5E}", "a"]);
    assert_eq!(
        hash_input(&all).as_deref(),
        Ok("B<a<ab<b<é<\u{FF5E}<\u{1F40D}<")
    );
}

#[test]
fn sorts_identities_part_by_part() {
    // `-` is before `/`, so whole lines would sort the other way.
    let all = answer(
        [
            ["a-b", "t", "", ""],
            ["a", "u", "", "1"],
            ["a", "t", "fr", "2"],
            ["a", "t", "", "3"],
            ["a", "t-", "de", "4"],
        ],
        [],
    );
    assert_eq!(
        hash_input(&all).as_deref(),
        Ok("a/t//3<a/t/fr/2<a/t-/de/4<a/u//1<a-b/t//<")
    );
}

#[test]
fn sorts_forms_fields_and_values() {
    let all = with_forms([
        form("urn:b", [("z", &["2", "10", "1"]), ("a", &[])]),
        form("urn:a", [("Y", &["", "y"])]),
    ]);
    assert_eq!(
        hash_input(&all).as_deref(),
        Ok("urn:a<Y<<y<urn:b<a<z<1<10<2<")
    );
}

#[test]
fn does_not_decode_text_twice() {
    let read: Response = assert_typed(
        "<query xmlns='http://jabber.org/protocol/disco#info'>\
         <identity category='client' type='pc' name='A&amp;lt;B'/><feature var='f'/></query>",
    );
    assert_eq!(hash_input(&read).as_deref(), Ok("client/pc//A&lt;B<f<"));
}

#[test]
fn takes_answers_that_differ_only_in_where_parts_end_for_the_same() {
    // The flaw of the specification, followed to the letter.
    let honest = answer([["client", "pc", "", "A"]], ["f", "g"]);
    let forged = answer([["client", "pc", "", "A<f"]], ["g"]);
    let announced = Capabilities::of(&honest, "n", Algorithm::Sha256).unwrap();
    assert_eq!(announced.verify(&forged), Verification::Valid);
}

#[test]
fn leaves_out_an_inherited_language_and_what_is_foreign() {
    let read: Response = assert_lossless(
        "<query xmlns='http://jabber.org/protocol/disco#info' xml:lang='de'>\
         <identity category='client' type='pc' hint='h'/><u xmlns='urn:example:u'/>\
         <feature var='f'>text</feature></query>",
    );
    assert_eq!(hash_input(&read).as_deref(), Ok("client/pc//<f<"));
}

#[test]
fn rejects_duplicate_identities() {
    let identity = "client/pc/en/A".to_owned();
    let part = ["client", "pc", "en", "A"];
    assert_eq!(
        hash_input(&answer([part, ["server", "im", "", ""], part], [])),
        Err(IllFormed::DuplicateIdentity { identity })
    );
    // An empty language and name are none.
    let mut empty = Identity::new("a", "b");
    empty.lang = Some("".into());
    empty.name = Some(String::new());
    let mut both = answer([["a", "b", "", ""]], []);
    both.identities.push(empty);
    let identity = "a/b//".to_owned();
    assert_eq!(
        hash_input(&both),
        Err(IllFormed::DuplicateIdentity { identity })
    );
}

#[test]
fn accepts_identities_that_differ_in_one_part() {
    let differing = answer(
        [
            ["a", "b", "", ""],
            ["A", "b", "", ""],
            ["a", "c", "", ""],
            ["a", "b", "en", ""],
            ["a", "b", "", "n"],
        ],
        ["f", "F"],
    );
    assert_eq!(
        hash_input(&differing).as_deref(),
        Ok("A/b//<a/b//<a/b//n<a/b/en/<a/c//<F<f<")
    );
}

#[test]
fn rejects_two_forms_about_the_same() {
    let form_type = "urn:a".to_owned();
    let all = with_forms([
        form("urn:a", []),
        form("urn:b", []),
        form("urn:a", [("x", &["1"])]),
    ]);
    assert_eq!(
        hash_input(&all),
        Err(IllFormed::DuplicateForm { form_type })
    );
}

#[test]
fn rejects_a_form_about_several_things() {
    let mut ambiguous = form("urn:a", []);
    ambiguous.set_values("FORM_TYPE", ["urn:a", "urn:b"]);
    let form_types = ["urn:a".to_owned(), "urn:b".to_owned()];
    let why = Err(IllFormed::AmbiguousForm { form_types });
    assert_eq!(hash_input(&with_forms([ambiguous])), why);

    // The same in two fields.
    let mut ambiguous = form("urn:a", []);
    ambiguous.fields.extend(form("urn:b", []).fields);
    assert_eq!(hash_input(&with_forms([ambiguous])), why);
}

#[test]
fn accepts_a_form_type_that_is_repeated() {
    let mut repeated = form("urn:a", [("x", &["1"])]);
    repeated.set_values("FORM_TYPE", ["urn:a", "urn:a"]);
    assert_eq!(
        hash_input(&with_forms([repeated])).as_deref(),
        Ok("urn:a<x<1<")
    );
}

#[test]
fn ignores_forms_that_do_not_say_in_secret_what_they_are_about() {
    let mut anonymous = Form::new(FormKind::Result);
    anonymous.set_value("x", "1");
    let mut without_value = form("urn:b", [("x", &["1"])]);
    without_value.set_values("FORM_TYPE", [""; 0]);
    let mut untyped = Form::new(FormKind::Result);
    untyped.set_value("FORM_TYPE", "urn:c");
    let mut shown = Form::new(FormKind::Submit);
    shown
        .fields
        .push(Field::new("FORM_TYPE", FieldKind::TextSingle));
    shown.set_value("FORM_TYPE", "urn:d");
    let all = with_forms([
        anonymous.clone(),
        anonymous,
        without_value,
        untyped,
        shown,
        form("urn:a", [("x", &["1"])]),
    ]);
    assert_eq!(hash_input(&all).as_deref(), Ok("urn:a<x<1<"));
}

#[test]
fn counts_forms_to_ignore_among_duplicates() {
    let mut untyped = Form::new(FormKind::Result);
    untyped.set_value("FORM_TYPE", "urn:a");
    let form_type = "urn:a".to_owned();
    assert_eq!(
        hash_input(&with_forms([form("urn:a", []), untyped])),
        Err(IllFormed::DuplicateForm { form_type })
    );
}

#[test]
fn says_what_is_wrong() {
    let var = "f".to_owned();
    let error = Unverifiable::IllFormed(IllFormed::DuplicateFeature { var });
    assert_eq!(error.to_string(), "there are two features `f`");
    assert_eq!(
        Unverifiable::UnsupportedHash.to_string(),
        "the hash function is not supported"
    );
}

#[test]
fn keeps_what_is_foreign_when_the_hash_changes() {
    let mut announced: Capabilities = assert_lossless(
        "<c xmlns='http://jabber.org/protocol/caps' hash=' md5 ' node='n' ver='v' w='1'><u xmlns='urn:example:u'/></c>",
    );
    assert_eq!(announced.hash, Some(Algorithm::Md5));
    announced.hash = Some(Algorithm::Sha256);
    assert_eq!(
        xmpp_xml::to_string(&announced).unwrap(),
        "<c xmlns='http://jabber.org/protocol/caps' hash='sha-256' node='n' ver='v' w='1'><u xmlns='urn:example:u'/></c>"
    );
}

#[test]
fn rejects_capabilities_without_node_or_ver() {
    for source in [
        "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' ver='v'/>",
        "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n'/>",
    ] {
        assert!(
            xmpp_xml::from_str::<Capabilities>(source).is_err(),
            "{source}"
        );
    }
}

#[test]
fn reads_the_name_of_a_hash_function_without_case() {
    let announced: Capabilities =
        assert_typed("<c xmlns='http://jabber.org/protocol/caps' hash='SHA-1' node='n' ver='v'/>");
    assert_eq!(announced.hash, Some(Algorithm::Sha1));
}

#[test]
fn does_not_verify_an_answer_of_which_a_part_could_not_be_read() {
    let source = "<query xmlns='http://jabber.org/protocol/disco#info'>\
         <identity category='client' type='pc'/><feature var='urn:example:a'/>\
         <feature/><identity type='coucou'/></query>";
    let options = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let info: Response = read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
    let paths: Vec<_> = report.problems.iter().map(xmpp_xml::Error::path).collect();
    assert_eq!(paths, ["/query/feature[2]", "/query/identity[2]"]);
    assert_eq!((info.identities.len(), info.features.len()), (1, 1));
    assert_eq!(
        verification_string(&info, &Algorithm::Sha1),
        Err(Unverifiable::IllFormed(IllFormed::Invalid {
            element: "feature".into()
        }))
    );
}
