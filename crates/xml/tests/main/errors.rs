//! Errors: what, where, and what answers them.

use core::mem::size_of;

use xmpp_xml::{Error, ErrorKind, Extra, RawElement, Xml, from_str, to_string};

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:e", name = "list")]
struct List {
    #[xml(child)]
    items: Vec<Item>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:e", name = "item")]
struct Item {
    #[xml(attribute)]
    n: u8,
    #[xml(child_text = "t")]
    t: Option<bool>,
    #[xml(child)]
    must: Option<Box<Self>>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:e", name = "needs")]
struct Needs {
    #[xml(child)]
    item: Item,
    #[xml(child_text = "t")]
    t: bool,
    #[xml(extra)]
    extra: Extra,
}

fn error(inner: &str) -> Error {
    from_str::<List>(&format!("<list xmlns='urn:e'>{inner}</list>")).unwrap_err()
}

#[test]
fn an_error_is_small_and_comparable() {
    assert!(size_of::<Error>() <= 64);
    let a = error("<item/>");
    assert_eq!(a.clone(), a);
    let _: &dyn core::error::Error = &a;
}

#[test]
fn tells_the_place() {
    let e = error("<item n='1'/><item n='300'/>");
    assert_eq!((e.path(), e.offset()), ("/list/item[2]/@n", 42));
    assert!(matches!(e.kind(), ErrorKind::InvalidValue { value, .. } if &**value == "300"));
    assert_eq!(
        e.to_string(),
        "`300` is not an integer from 0 to 255 at /list/item[2]/@n (byte 42)"
    );
    let e = error("<item n='1'/><item n='1'><t>maybe</t></item>");
    assert_eq!((e.path(), e.offset()), ("/list/item[2]/t", 48));
    let e = error("<x/><item><t>1</t></item>");
    assert_eq!((e.path(), e.offset()), ("/list/item", 24));
    assert_eq!(
        *e.kind(),
        ErrorKind::MissingAttribute {
            element: "item",
            name: "n"
        }
    );
    let e = error("<item n='1'><t>1</t><t>0</t></item>");
    assert_eq!(
        *e.kind(),
        ErrorKind::RepeatedChild {
            element: "item",
            name: "t"
        }
    );
    assert_eq!((e.path(), e.offset()), ("/list/item/t[2]", 40));
}

#[test]
fn tells_which_child_is_missing() {
    let e = from_str::<Needs>("<needs xmlns='urn:e'><item n='1'/></needs>").unwrap_err();
    assert_eq!(
        *e.kind(),
        ErrorKind::MissingChild {
            element: "needs",
            name: "t"
        }
    );
    let e = from_str::<Needs>("<needs xmlns='urn:e'><t>1</t></needs>").unwrap_err();
    assert_eq!(
        *e.kind(),
        ErrorKind::MissingChild {
            element: "needs",
            name: "item"
        }
    );
}

#[test]
fn tells_the_place_of_what_is_not_well_formed() {
    let e = error("<item n='1'/><item n='2'><t>1</item>");
    assert_eq!(
        *e.kind(),
        ErrorKind::MismatchedEndTag {
            expected: "t".into()
        }
    );
    assert_eq!((e.path(), e.offset()), ("/list/item[2]/t", 49));
    assert!(e.is_not_well_formed());
    let e = error("<item n='1' m='2' n='3'/>");
    assert_eq!(e.path(), "/list/item");
}

#[test]
fn another_element_is_told_apart() {
    let e = from_str::<List>("<item xmlns='urn:e' n='1'/>").unwrap_err();
    assert!(e.is_wrong_element() && !e.is_not_well_formed());
    let raw: RawElement = "<list xmlns='urn:other'/>".parse().unwrap();
    assert!(!raw.is_a::<List>());
    assert!(raw.parse::<List>().unwrap_err().is_wrong_element());
}

#[test]
fn maps_to_the_conditions_that_answer() {
    let conditions = |e: Error| (e.kind().stream_condition(), e.kind().stanza_condition());
    assert_eq!(conditions(error("<item/>")), ("bad-format", "bad-request"));
    assert_eq!(conditions(error("<!-- -->")).0, "restricted-xml");
    assert_eq!(conditions(error("<a></b>")).0, "not-well-formed");
    assert_eq!(
        conditions(from_str::<List>("<a/>").unwrap_err()).1,
        "service-unavailable"
    );
    let not_utf8 = xmpp_xml::from_slice::<List>(b"<a>\xFF</a>").unwrap_err();
    assert_eq!(
        (not_utf8.offset(), conditions(not_utf8).0),
        (3, "unsupported-encoding")
    );
}

#[test]
fn refuses_to_write_what_xml_cannot_carry() {
    let mut list: List = from_str("<list xmlns='urn:e'><item n='1' k='v>'/></list>").unwrap();
    for text in ["\0", "a\u{1}b", "\u{FFFE}", "\u{B}"] {
        let e = list.items[0]
            .extra
            .set_attribute("", "k", text)
            .unwrap_err();
        assert!(
            matches!(e.kind(), ErrorKind::UnwritableCharacter { .. }),
            "{e}"
        );
        assert_eq!(list.items[0].extra.attribute("", "k"), Some("v>"));
    }
    for text in ["\u{7F}", "\u{85}", "\u{FEFF}", "\u{10FFFF}", "\u{FFFD}"] {
        list.items[0].extra.set_attribute("", "k", text).unwrap();
        assert_eq!(from_str::<List>(&to_string(&list).unwrap()).unwrap(), list);
    }
}

/// Whatever comes from the wire, or from a program, in whatever place.
#[test]
fn is_shown_on_one_line_that_reads_in_one_direction() {
    let is_unsafe = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    // The last one is a character of names, too.
    let texts = [
        "a\nb",
        "a\u{85}\u{7f}b",
        "a\u{202e}b",
        "a\u{2028}b",
        "a\u{2066}b",
        "a\u{61c}b",
    ];
    let mut errors = Vec::new();
    for text in texts {
        let spelt = text.replace('\n', "&#10;");
        for source in [
            format!("<list xmlns='urn:e'><item n='{spelt}'/></list>"),
            format!("<list xmlns='urn:e'><item n='1'><t>{spelt}</t></item></list>"),
            format!("<list xmlns='{spelt}'/>"),
        ] {
            errors.push(from_str::<List>(&source).unwrap_err());
        }
        let mut extra = Extra::new();
        errors.push(
            extra
                .set_attribute("", &format!("{text} "), "")
                .unwrap_err(),
        );
    }
    for source in [
        "<a\u{61c}/>",
        "<list xmlns='urn:e'><a\u{61c}><b\u{61c}:c/></a\u{61c}></list>",
        "<list xmlns='urn:e'><a\u{61c}></b></list>",
        "<list xmlns='urn:e'><a b\u{61c}='' b\u{61c}=''/></list>",
    ] {
        errors.push(from_str::<List>(source).unwrap_err());
    }
    for character in ['\u{8}', '\u{FFFE}'] {
        let mut extra = Extra::new();
        errors.push(
            extra
                .set_attribute("", "a", &character.to_string())
                .unwrap_err(),
        );
    }
    for error in errors {
        for shown in [error.to_string(), error.kind().to_string()] {
            assert!(!shown.contains(is_unsafe), "{shown:?}");
            assert!(!shown.is_empty());
        }
    }
    // The number of what is not shown is.
    let error = error("<item n='1\u{202e}2'/>");
    assert_eq!(
        error.to_string(),
        "`1\\u{202e}2` is not an integer from 0 to 255 at /list/item/@n (byte 29)"
    );
}

#[test]
fn a_long_path_leaves_out_its_middle() {
    let path = |name: &str, levels: usize| {
        let (start, end) = (format!("<{name}>"), format!("</{name}>"));
        let inner = format!("{}<&>{}", start.repeat(levels), end.repeat(levels));
        String::from(error(&inner).path())
    };
    assert_eq!(path("a", 3), "/list/a/a/a");
    // Of 240 bytes, it is whole.
    let name = "n".repeat(234 - 1);
    assert_eq!(path(&name, 1), format!("/list/{name}")[..].to_owned());
    let long = path(&(name + "nn"), 1);
    assert_eq!(
        long,
        format!("/list/{}…{}", "n".repeat(114), "n".repeat(120))
    );
    // Between characters.
    for name in ["é", "aé", "€", "a€", "𐐀"] {
        let long = path(&name.repeat(100), 40);
        assert!(long.starts_with("/list/") && long.contains('…'));
        assert!(
            (230..=240 + "…".len()).contains(&long.len()),
            "{}",
            long.len()
        );
    }
}

#[test]
fn a_payload_is_counted_among_those_of_its_name() {
    let payloads: Vec<RawElement> = [
        "<item xmlns='urn:other'/>",
        "<x xmlns='urn:e'/>",
        "<item xmlns='urn:another'/>",
        "<item xmlns='urn:e' n='many'/>",
        "<item xmlns='urn:e' n='1'/>",
    ]
    .map(|text| text.parse().unwrap())
    .to_vec();
    let first = |payloads: &[RawElement]| {
        xmpp_xml::payloads::first::<Item>(payloads.iter(), "/message").unwrap_err()
    };
    assert_eq!(first(&payloads).path(), "/message/item[3]/@n");
    assert_eq!(first(&payloads[1..]).path(), "/message/item[2]/@n");
    assert_eq!(first(&payloads[3..]).path(), "/message/item[1]/@n");
    assert_eq!(first(&payloads[3..4]).path(), "/message/item/@n");
}
