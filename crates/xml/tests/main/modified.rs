//! Read, change, write: what was changed is new, the rest is as it was.

use xmpp_xml::testing::assert_lossless;
use xmpp_xml::{
    Base64, Extra, Invalid, Options, RawElement, Report, Xml, from_str, read_with, to_string,
};

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:m", name = "m")]
struct Mix {
    #[xml(attribute)]
    n: Option<u8>,
    #[xml(attribute, default)]
    d: bool,
    #[xml(child_text = "a")]
    a: Vec<String>,
    #[xml(child_text = "b")]
    b: Option<u8>,
    #[xml(child)]
    c: Vec<Text>,
    #[xml(flag = "f")]
    f: bool,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:m", name = "c")]
struct Text {
    #[xml(text)]
    value: Option<i32>,
    #[xml(extra)]
    extra: Extra,
}

fn changed(inner: &str, change: impl FnOnce(&mut Mix)) -> String {
    let mut mix: Mix = from_str(&format!("<m xmlns='urn:m'{inner}</m>")).unwrap();
    change(&mut mix);
    let written = to_string(&mix).unwrap();
    let again: Mix = from_str(&written).unwrap();
    assert_eq!(again, mix, "{written}");
    let inner = written.strip_prefix("<m xmlns='urn:m'").unwrap();
    inner.strip_suffix("</m>").unwrap_or(inner).to_owned()
}

#[test]
fn keeps_other_spellings_when_one_value_changes() {
    assert_eq!(
        changed(" n='007' d='1'><b> 1</b>", |m| m.b = Some(2)),
        " n='007' d='1'><b>2</b>"
    );
    assert_eq!(
        changed(" n='007' d='1'><b> 1</b>", |m| m.n = Some(8)),
        " n='8' d='1'><b> 1</b>"
    );
    assert_eq!(
        changed(" n='007' d='1'><b> 1</b>", |m| m.n = None),
        " d='1'><b> 1</b>"
    );
    assert_eq!(
        changed(" d='0'><b>1</b>", |m| m.d = true),
        " d='true'><b>1</b>"
    );
    assert_eq!(changed(" d='1'><b>1</b>", |m| m.d = false), "><b>1</b>");
}

#[test]
fn puts_what_is_added_beside_its_like() {
    let shuffled = "><x xmlns='u'/><a>1</a><b>1</b><a>2</a><y xmlns='u'/>";
    assert_eq!(
        changed(shuffled, |m| m.a.push("3".into())),
        "><x xmlns='u'/><a>1</a><b>1</b><a>2</a><a>3</a><y xmlns='u'/>"
    );
    assert_eq!(
        changed(shuffled, |m| m.f = true),
        "><x xmlns='u'/><a>1</a><b>1</b><f/><a>2</a><y xmlns='u'/>"
    );
    assert_eq!(
        changed("><x xmlns='u'/>", |m| m.b = Some(1)),
        "><b>1</b><x xmlns='u'/>"
    );
}

#[test]
fn loses_only_what_is_taken_away() {
    let shuffled = "><b>1</b><x xmlns='u'/><a>1</a><f/><a>2</a>tail";
    assert_eq!(
        changed(shuffled, |m| m.a.truncate(1)),
        "><b>1</b><x xmlns='u'/><a>1</a><f/>tail"
    );
    assert_eq!(
        changed(shuffled, |m| m.b = None),
        "><x xmlns='u'/><a>1</a><f/><a>2</a>tail"
    );
    assert_eq!(
        changed(shuffled, |m| m.f = false),
        "><b>1</b><x xmlns='u'/><a>1</a><a>2</a>tail"
    );
}

#[test]
fn keeps_the_attributes_of_a_child_whose_text_changes() {
    assert_eq!(
        changed("><b k='v'>1<z xmlns='u'/></b>", |m| m.b = Some(2)),
        "><b k='v'>2<z xmlns='u'/></b>"
    );
}

#[test]
fn changed_text_takes_the_place_of_its_pieces() {
    let inner = "><c>1<z xmlns='u'/>2<z xmlns='v'/></c>";
    assert_eq!(changed(inner, |m| m.c[0].value = Some(12)), inner);
    assert_eq!(
        changed(inner, |m| m.c[0].value = Some(3)),
        "><c>3<z xmlns='u'/><z xmlns='v'/></c>"
    );
    assert_eq!(
        changed(inner, |m| m.c[0].value = None),
        "><c><z xmlns='u'/><z xmlns='v'/></c>"
    );
    assert_eq!(
        changed("><c><z xmlns='u'/></c>", |m| m.c[0].value = Some(3)),
        "><c>3<z xmlns='u'/></c>"
    );
}

#[test]
fn unknown_content_can_be_edited() {
    let mut mix: Mix = from_str("<m xmlns='urn:m'><x xmlns='u'/><b>1</b></m>").unwrap();
    mix.extra.retain(|c| !c.is("u", "x"));
    mix.extra
        .push(RawElement::from_slice(b"<y xmlns='u' k='1'/>").unwrap());
    mix.extra.set_attribute("", "k", "v").unwrap();
    mix.extra.set_attribute("urn:p", "k", "w").unwrap();
    assert!(mix.extra.set_attribute("", "a b", "").is_err());
    assert!(mix.extra.set_attribute("", "xmlns", "urn:x").is_err());
    assert_eq!(
        to_string(&mix).unwrap(),
        "<m xmlns='urn:m' k='v' xmlns:ns0='urn:p' ns0:k='w'><b>1</b><y xmlns='u' k='1'/></m>"
    );
    assert_eq!(mix.extra.remove_attribute("", "k").as_deref(), Some("v"));
    assert_eq!(mix.extra.remove_attribute("", "k"), None);
}

#[test]
fn an_attribute_of_a_field_is_not_written_twice() {
    let mut mix: Mix = from_str("<m xmlns='urn:m' n='1'/>").unwrap();
    mix.extra.set_attribute("", "n", "2").unwrap();
    assert_eq!(to_string(&mix).unwrap(), "<m xmlns='urn:m' n='1'/>");
}

#[test]
fn normalizing_forgets_order_and_spelling() {
    let mut mix: Mix =
        from_str("<m xmlns='urn:m' n='01'><b> 1</b><x xmlns='u'/><a k='v'>1</a></m>").unwrap();
    mix.extra.normalize();
    assert_eq!(
        to_string(&mix).unwrap(),
        "<m xmlns='urn:m' n='1'><a k='v'>1</a><b>1</b><x xmlns='u'/></m>"
    );
}

#[test]
fn equality_is_of_values_and_unknown_content() {
    let read = |inner: &str| from_str::<Mix>(&format!("<m xmlns='urn:m'{inner}</m>")).unwrap();
    assert_eq!(
        read(" n='1'><a>1</a><b>1</b>"),
        read(" n='01'><b>1</b><a>1</a>")
    );
    assert_eq!(read(" k='1' l='2'>"), read(" l='2' k='1'>"));
    assert_ne!(read(" k='1'>"), read(" k='2'>"));
    assert_ne!(read("><x xmlns='u'/>"), read(">"));
    assert_eq!(read("><b k='1'>1</b>"), read("><b>1</b>"));
}

fn keep(source: &str) -> (Mix, Report) {
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let mix = read_with(source.as_bytes(), &options, &mut report).unwrap();
    (mix, report)
}

#[test]
fn invalid_values_are_kept_when_asked() {
    let source =
        "<m xmlns='urn:m' n='x' d='perhaps'><b>one</b><c>?</c><a>1</a><b>2</b><b>3</b></m>";
    assert!(from_str::<Mix>(source).is_err());
    let (mut mix, report) = keep(source);
    assert_eq!((mix.n, mix.d, mix.b), (None, false, Some(2)));
    assert_eq!(mix.c[0].value, None);
    let paths: Vec<_> = report.problems.iter().map(xmpp_xml::Error::path).collect();
    assert_eq!(paths, ["/m/@n", "/m/@d", "/m/b[1]", "/m/c", "/m/b[3]"]);
    // All is written back, and what is set takes the place of what was invalid.
    assert_eq!(to_string(&mix).unwrap(), source);
    mix.n = Some(1);
    mix.d = true;
    assert!(
        to_string(&mix)
            .unwrap()
            .starts_with("<m xmlns='urn:m' n='1' d='true'>")
    );
}

#[test]
fn what_is_set_takes_the_place_of_what_was_invalid() {
    let (mut mix, _) = keep("<m xmlns='urn:m'><c>1</c><b>one</b><a>1</a></m>");
    assert_eq!(mix.b, None);
    mix.b = Some(1);
    assert_eq!(
        to_string(&mix).unwrap(),
        "<m xmlns='urn:m'><c>1</c><b>1</b><a>1</a></m>"
    );
    // Unless a valid one has taken the field: then both stay.
    let both = "<m xmlns='urn:m'><b xmlns='urn:m'>one</b><b>2</b></m>";
    let (mut mix, _) = keep(both);
    assert_eq!(to_string(&mix).unwrap(), both);
    mix.b = Some(3);
    assert_eq!(to_string(&mix).unwrap(), both.replace('2', "3"));
}

#[test]
fn what_stands_beside_a_text_stays_with_it() {
    let many = "><a k='1'>1</a><a>2</a><a k='3'>3</a><a k='4'>4</a>";
    assert_eq!(
        changed(many, |m| drop(m.a.remove(0))),
        "><a>2</a><a k='3'>3</a><a k='4'>4</a>"
    );
    assert_eq!(
        changed(many, |m| drop(m.a.remove(1))),
        "><a k='1'>1</a><a k='3'>3</a><a k='4'>4</a>"
    );
    assert_eq!(
        changed(many, |m| drop(m.a.remove(2))),
        "><a k='1'>1</a><a>2</a><a k='4'>4</a>"
    );
    assert_eq!(
        changed(many, |m| m.a.insert(1, "x".into())),
        "><a k='1'>1</a><a>x</a><a>2</a><a k='3'>3</a><a k='4'>4</a>"
    );
    assert_eq!(
        changed(many, |m| m.a[2] = "y".into()),
        "><a k='1'>1</a><a>2</a><a k='3'>y</a><a k='4'>4</a>"
    );
    assert_eq!(
        changed("><f k='1'/><b k='2'>1</b>", |m| (m.f, m.b) = (false, None)),
        "/>"
    );
}

#[test]
fn text_that_is_unknown_is_the_same_whatever_stands_between_its_pieces() {
    assert_eq!(
        changed(">one<b>1</b>two<x xmlns='u'/>three", |m| m.b = None),
        ">onetwo<x xmlns='u'/>three"
    );
    // Layout where there are children, text where there is nothing else: nothing that is unknown.
    assert_eq!(changed("> ", |m| m.b = Some(1)), "><b>1</b> ");
    let other: Mix = from_str("<m xmlns='urn:m'>one<b>1</b>to<x xmlns='u'/>three</m>").unwrap();
    let mix: Mix = from_str("<m xmlns='urn:m'>one<b>1</b>two<x xmlns='u'/>three</m>").unwrap();
    assert_ne!(mix, other);
}

#[test]
fn keeps_white_space_that_means_no_value() {
    #[derive(Clone, Debug, PartialEq, Eq, Xml)]
    #[xml(namespace = "urn:m", name = "d")]
    struct Data {
        #[xml(text)]
        bytes: Option<Base64>,
        #[xml(extra)]
        extra: Extra,
    }

    let mut data: Data = assert_lossless("<d xmlns='urn:m'> &#10;</d>");
    assert_eq!(data.bytes, None);
    data.bytes = Some(Base64(b"x".to_vec()));
    assert_eq!(to_string(&data).unwrap(), "<d xmlns='urn:m'>eA==</d>");
    let mut data: Data = assert_lossless("<d xmlns='urn:m'> eA== </d>");
    data.bytes = None;
    assert_eq!(to_string(&data).unwrap(), "<d xmlns='urn:m'/>");
}

#[test]
fn white_space_between_elements_is_layout_as_a_reference_too() {
    let raw = |text: &str| text.parse::<RawElement>().unwrap();
    assert_eq!(raw("<a><b/>&#10;&#x20;</a>"), raw("<a><b/></a>"));
    assert_ne!(raw("<a><b/>&#10;&#x21;</a>"), raw("<a><b/>!</a>"));
    assert_ne!(raw("<a>&#10;</a>"), raw("<a/>"));
}

#[test]
fn an_unknown_attribute_is_its_name_and_value_whatever_its_prefix() {
    let attribute = |source: &str| {
        let source = format!("<m xmlns='urn:m' {source}/>");
        let mix: Mix = from_str(&source).unwrap();
        mix.extra.attributes().next().unwrap().clone()
    };
    let this = attribute("xmlns:p='u' p:k='1'");
    assert_eq!(this, this.clone());
    assert_eq!(this, attribute("xmlns:q='u' q:k='&#49;'"));
    for other in [
        "xmlns:p='u' p:k='2'",
        "xmlns:p='u' p:l='1'",
        "xmlns:p='v' p:k='1'",
        "k='1'",
    ] {
        assert_ne!(this, attribute(other), "{other}");
    }
    assert_eq!(attribute("k='1'"), attribute("k='1'"));
}

/// Escapes would make them longer than a section.
#[test]
fn texts_of_many_escapes_become_sections_that_read_the_same() {
    let many = "<".repeat(20);
    for text in [
        many.clone(),
        format!("{many}]]>{many}"),
        format!("]]>{many}]]>"),
        format!("{many}]]{many}]>"),
        format!("{many}\r{many}\r\n{many}]]>\r"),
        format!("{many}&amp;{many}<![CDATA[{many}]]>"),
    ] {
        let mut mix: Mix = from_str("<m xmlns='urn:m'><a>x</a></m>").unwrap();
        mix.a = vec![text.clone()];
        let written = to_string(&mix).unwrap();
        assert!(written.contains("<![CDATA["), "{written}");
        let again: Mix = from_str(&written).unwrap();
        assert_eq!(again.a, [text], "{written}");
    }
}
