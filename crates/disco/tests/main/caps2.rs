use xmpp_data_forms::form::{FieldKind, Form, FormKind, Item, Reported};
use xmpp_disco::caps2::{
    Capabilities, IllFormed, Unverifiable, Verification, hash_input, hash_of, node_of, verify,
};
use xmpp_disco::info::{Feature, Identity, Response};
use xmpp_vocabulary::hashes::{Algorithm, Hash};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Base64, Invalid, LanguageTag, Options, Report, Value as _, read_with};

fn answer<const I: usize>(identities: [[&str; 4]; I], features: &str) -> Response {
    let identities = identities.map(|[category, kind, lang, name]| {
        let mut identity = Identity::new(category, kind).with_name(name);
        identity.lang = (!lang.is_empty()).then(|| lang.into());
        identity
    });
    Response::new()
        .with_identities(identities)
        .with_features(features.split_ascii_whitespace().map(Feature::new))
}

/// The data of the simple example, XEP-0390 §4.5.1, in its order.
fn bombus() -> Response {
    answer(
        [["client", "mobile", "", "BombusMod"]],
        "http://jabber.org/protocol/si http://jabber.org/protocol/bytestreams
         http://jabber.org/protocol/chatstates http://jabber.org/protocol/disco#info
         http://jabber.org/protocol/disco#items urn:xmpp:ping jabber:iq:time jabber:iq:privacy
         jabber:iq:version http://jabber.org/protocol/rosterx urn:xmpp:time jabber:x:oob
         http://jabber.org/protocol/ibb http://jabber.org/protocol/si/profile/file-transfer
         urn:xmpp:receipts jabber:iq:roster jabber:iq:last",
    )
}

/// The data of the complex example, XEP-0390 §4.5.2.
fn tkabber() -> Response {
    let mut form = Form::of_type(FormKind::Result, "urn:xmpp:dataforms:softwareinfo");
    for (var, value) in [
        ("software", "Tkabber"),
        ("software_version", "0.11.1-svn-20111216-mod (Tcl/Tk 8.6b2)"),
        ("os", "Windows"),
        ("os_version", "XP"),
    ] {
        form.set_values(var, [value]);
    }
    answer(
        [
            ["client", "pc", "en", "Tkabber"],
            ["client", "pc", "ru", "Ткаббер"],
        ],
        "games:board http://jabber.org/protocol/activity http://jabber.org/protocol/activity+notify
         http://jabber.org/protocol/bytestreams http://jabber.org/protocol/chatstates
         http://jabber.org/protocol/commands http://jabber.org/protocol/disco#info
         http://jabber.org/protocol/disco#items http://jabber.org/protocol/evil
         http://jabber.org/protocol/feature-neg http://jabber.org/protocol/geoloc
         http://jabber.org/protocol/geoloc+notify http://jabber.org/protocol/ibb
         http://jabber.org/protocol/iqibb http://jabber.org/protocol/mood
         http://jabber.org/protocol/mood+notify http://jabber.org/protocol/rosterx
         http://jabber.org/protocol/si http://jabber.org/protocol/si/profile/file-transfer
         http://jabber.org/protocol/tune http://www.facebook.com/xmpp/messages
         http://www.xmpp.org/extensions/xep-0084.html#ns-metadata+notify jabber:iq:avatar
         jabber:iq:browse jabber:iq:dtcp jabber:iq:filexfer jabber:iq:ibb jabber:iq:inband
         jabber:iq:jidlink jabber:iq:last jabber:iq:oob jabber:iq:privacy jabber:iq:roster
         jabber:iq:time jabber:iq:version jabber:x:data jabber:x:event jabber:x:oob
         urn:xmpp:avatar:metadata+notify urn:xmpp:ping urn:xmpp:receipts urn:xmpp:time",
    )
    .with_forms([form])
}

fn announced(sha256: &str, sha3: &str) -> Capabilities {
    assert_typed(&format!(
        "<c xmlns='urn:xmpp:caps'><hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>{sha256}</hash>\
         <hash xmlns='urn:xmpp:hashes:2' algo='sha3-256'>{sha3}</hash></c>"
    ))
}

#[test]
fn has_the_hashes_of_the_worked_examples() {
    for (info, announced, len) in [
        (
            bombus(),
            announced(
                "kzBZbkqJ3ADrj7v08reD1qcWUwNGHaidNUgD7nHpiw8=",
                "79mdYAfU9rEdTOcWDO7UEAt6E56SUzk/g6TnqUeuD9Q=",
            ),
            0x1D9,
        ),
        (
            tkabber(),
            announced(
                "u79ZroNJbdSWhdSp311mddz44oHHPsEBntQ5b1jqBSY=",
                "XpUJzLAc93258sMECZ3FJpebkzuyNXDzRNwQog8eycg=",
            ),
            0x543,
        ),
    ] {
        assert_eq!(hash_input(&info, None).map(|input| input.len()), Ok(len));
        for hash in &announced.hashes {
            assert_eq!(verify(hash, &info, None), Verification::Valid);
        }
        let algorithms = [Algorithm::Sha256, Algorithm::Sha3_256];
        assert_eq!(Capabilities::of(&info, algorithms, None), Ok(announced));
    }
}

#[test]
fn has_the_input_of_the_worked_example() {
    let input = hash_input(&tkabber(), None).unwrap();
    let identities = "\u{1C}client\u{1F}pc\u{1F}en\u{1F}Tkabber\u{1F}\u{1E}client\u{1F}pc\u{1F}ru\u{1F}Ткаббер\u{1F}\u{1E}\u{1C}";
    let extensions = "FORM_TYPE\u{1F}urn:xmpp:dataforms:softwareinfo\u{1F}\u{1E}os\u{1F}Windows\u{1F}\u{1E}\
        os_version\u{1F}XP\u{1F}\u{1E}software\u{1F}Tkabber\u{1F}\u{1E}\
        software_version\u{1F}0.11.1-svn-20111216-mod (Tcl/Tk 8.6b2)\u{1F}\u{1E}\u{1D}\u{1C}";
    assert!(input.starts_with(b"games:board\x1Fhttp://jabber.org/protocol/activity\x1F"));
    assert!(input.ends_with([identities, extensions].concat().as_bytes()));
    assert_eq!(hash_input(&Response::new(), None), Ok(vec![0x1C; 3]));
}

#[test]
fn sorts_texts_with_their_end() {
    // A tab sorts before the end of a text.
    let mut info = Response::new();
    info.features = ["a", "a\t"].map(Feature::new).into();
    let mut form = Form::of_type(FormKind::Result, "t");
    form.set_values("v", ["b", "b\n"]);
    info.forms = vec![form];
    assert_eq!(
        hash_input(&info, None).as_deref(),
        Ok(&b"a\t\x1Fa\x1F\x1C\x1CFORM_TYPE\x1Ft\x1F\x1Ev\x1Fb\n\x1Fb\x1F\x1E\x1D\x1C"[..])
    );
}

#[test]
fn takes_the_language_of_what_is_around() {
    let own = answer([["client", "pc", "nl", "X"]], "");
    let none = answer([["client", "pc", "", "X"]], "");
    let dutch = LanguageTag::from("nl");
    assert_ne!(hash_input(&none, None), hash_input(&own, None));
    assert_eq!(hash_input(&none, Some(&dutch)), hash_input(&own, None));
    let english = LanguageTag::from("en");
    assert_eq!(hash_input(&own, Some(&english)), hash_input(&own, None));
    // The answer's own goes before that of the iq.
    let said: Response = xmpp_xml::from_str(
        "<query xmlns='http://jabber.org/protocol/disco#info' xml:lang='nl'>\
         <identity category='client' type='pc' name='X'/></query>",
    )
    .unwrap();
    assert_eq!(hash_input(&said, Some(&english)), hash_input(&own, None));
}

#[test]
fn tells_apart_what_caps_mixes_up() {
    // A name that ends like the features of somebody else.
    let honest = answer([["client", "pc", "", "X"]], "urn:example:a");
    let forged = answer([["client", "pc", "", "X<urn:example:a"]], "");
    assert_ne!(hash_input(&honest, None), hash_input(&forged, None));
    let mut separated = honest;
    separated.identities[0].name = Some("X\u{1F}".into());
    assert_eq!(hash_input(&separated, None), Err(IllFormed::Separator));
}

#[test]
fn has_no_hash_where_something_is_left_out() {
    let typed = || Form::of_type(FormKind::Result, "t");
    let with = |form: Form| hash_input(&Response::new().with_forms([form]), None);
    assert!(with(typed()).is_ok());
    assert_eq!(with(Form::new(FormKind::Result)), Err(IllFormed::Untyped));
    let mut shown = typed();
    shown.fields[0].kind = Some(FieldKind::TextSingle);
    assert_eq!(with(shown), Err(IllFormed::Untyped));
    let mut two_values = typed();
    two_values.fields[0].values.push("u".into());
    assert_eq!(with(two_values), Err(IllFormed::Untyped));
    let mut two_types = typed();
    two_types.fields.push(two_types.fields[0].clone());
    assert_eq!(with(two_types), Err(IllFormed::Untyped));
    let mut table = typed();
    table.reported = Some(Reported::new());
    assert_eq!(with(table), Err(IllFormed::Table));
    let mut row = typed();
    row.items.push(Item::new());
    assert_eq!(with(row), Err(IllFormed::Table));

    for source in [
        "<x xmlns='urn:example:x'/>",
        "<feature/>",
        "<headers xmlns='http://jabber.org/protocol/shim'><header name='a'>b</header></headers>",
        "<x xmlns='jabber:x:data' type='result'><field type='hidden' var='FORM_TYPE'><value>t</value></field>\
         <reported/><reported/></x>",
    ] {
        let source =
            format!("<query xmlns='http://jabber.org/protocol/disco#info'>{source}</query>");
        let options = Options::new().invalid(Invalid::Keep);
        let info: Response =
            read_with(source.as_bytes(), &options, &mut Report::default()).unwrap();
        assert!(hash_input(&info, None).is_err(), "{source}");
    }
}

#[test]
fn goes_from_a_hash_to_its_node_and_back() {
    let hash = Hash::new(Algorithm::from("x.1"), Base64(vec![1, 2, 3]));
    let node = node_of(&hash).unwrap();
    assert_eq!(node, "urn:xmpp:caps#x.1.AQID");
    assert_eq!(hash_of(&node), Some(hash));
    for other in [
        "",
        "urn:xmpp:caps#",
        "urn:xmpp:caps#sha-256",
        "urn:xmpp:caps#sha-256.",
        "urn:xmpp:caps#sha-256.AQID",
        "urn:xmpp:caps#sha-256.?",
        "urn:xmpp:caps2#x.AQID",
        "https://client.example#JIoDvts4wSy7gHDvxrA4JlvrJ+8=",
    ] {
        assert_eq!(hash_of(other), None, "{other}");
    }
    let cut = Hash::new(Algorithm::Sha256, Base64(vec![1]));
    assert_eq!(node_of(&cut), None);
}

#[test]
fn verifies_nothing_by_half() {
    let info = bombus();
    let mut hash = Capabilities::of(&info, [Algorithm::Sha256], None)
        .unwrap()
        .hashes
        .remove(0);
    let whole = hash.value.clone().unwrap().0;
    for part in [&whole[..31], &[], &[&whole[..], &[0]].concat()] {
        hash.value = Some(Base64(part.to_vec()));
        assert!(!verify(&hash, &info, None).is_valid(), "{}", part.len());
    }
    hash.value = None;
    let computed = whole.clone();
    assert_eq!(
        verify(&hash, &info, None),
        Verification::Mismatch { computed }
    );
    hash = Hash::new(Algorithm::Sha1, Base64(whole));
    assert!(matches!(
        verify(&hash, &info, None),
        Verification::Mismatch { .. }
    ));
    hash = Hash::new(Algorithm::Shake128, Base64::parse("AQID").unwrap());
    assert_eq!(verify(&hash, &info, None), Verification::UnsupportedHash);
    assert_eq!(
        Capabilities::of(&info, [Algorithm::Shake128], None),
        Err(Unverifiable::UnsupportedHash)
    );
}

#[test]
fn verifies_what_it_has_announced() {
    let info = bombus();
    let announced =
        Capabilities::of(&info, [Algorithm::Sha256, Algorithm::Sha3_256], None).unwrap();
    assert_eq!(announced.hashes.len(), 2);
    for hash in &announced.hashes {
        assert!(verify(hash, &info, None).is_valid(), "{hash:?}");
    }
}

#[test]
fn says_why_there_is_no_hash() {
    let foreign = IllFormed::Foreign {
        element: "x".into(),
    };
    let mut said = Vec::new();
    for why in [
        foreign,
        IllFormed::Table,
        IllFormed::Untyped,
        IllFormed::Separator,
    ] {
        said.push(why.to_string());
        assert_eq!(
            Unverifiable::IllFormed(why.clone()).to_string(),
            why.to_string()
        );
    }
    said.push(Unverifiable::UnsupportedHash.to_string());
    assert_eq!(said[0], "the element `x` has no place in it");
    assert!(said[2].contains("FORM_TYPE"));
    let forged = IllFormed::Foreign {
        element: "x\u{61c}\ny".into(),
    };
    assert_eq!(
        forged.to_string(),
        "the element `x\\u{61c}\\u{a}y` has no place in it"
    );
    said.sort();
    said.dedup();
    assert_eq!(said.len(), 5);
    assert!(said.iter().all(|text| !text.is_empty()));
}
