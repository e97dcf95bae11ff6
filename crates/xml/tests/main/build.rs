//! Elements put together and changed without a type.

use xmpp_xml::{Error, ErrorKind, Invalid, Options, RawElement};

fn raw(text: &str) -> RawElement {
    text.parse().expect("the source is well-formed")
}

#[test]
fn what_is_not_changed_stays_as_it_is() {
    for source in [
        "<a/>",
        "<a xmlns='urn:a' b=\"1'2\" c='&lt;&#10;&amp;'>t<b/>&lt;u&gt; <c xmlns=''/><d xmlns='urn:d'><e/></d></a>",
        "<p:a xmlns:p='urn:p' xmlns:q='urn:q' xmlns='urn:d' p:b='1' xml:lang='en'><c type='q:t'/><p:d/></p:a>",
        "<a xmlns:p='urn:p' p:b='1' b='2'>&#13;<![CDATA[<x/>]]></a>",
    ] {
        let element = raw(source);
        let same = element.to_builder().finish().expect("it was read before");
        assert_eq!(same, element, "{source}");
        let declared = |element: &RawElement| {
            let node = element.node();
            let declarations = node.declarations();
            declarations
                .map(|(p, n)| (p.to_owned(), n.to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(declared(&same), declared(&element), "{source}");
    }
}

#[test]
fn a_part_of_something_else_keeps_its_namespaces() {
    let outer = raw("<o xmlns='urn:o' xmlns:p='urn:p'><p:a><b/><p:c/></p:a></o>");
    let inner = RawElement::from(outer.node().children().next().expect("a child"));
    let changed = inner
        .to_builder()
        .attribute("n", "1")
        .finish()
        .expect("a name and a value");
    assert_eq!(
        changed,
        raw("<p:a xmlns:p='urn:p' xmlns='urn:o' n='1'><b/><p:c/></p:a>")
    );
}

#[test]
fn children_keep_their_namespaces() -> Result<(), Error> {
    let built = RawElement::builder("urn:a", "a")
        .child(&raw("<none><deep/></none>"))
        .child(&raw("<p:b xmlns:p='urn:p'><unbound/></p:b>"))
        .child(&raw("<same xmlns='urn:a'/>"))
        .finish()?;
    let expected = "<a xmlns='urn:a'><none xmlns=''><deep/></none>\
                    <p:b xmlns:p='urn:p' xmlns=''><unbound/></p:b><same/></a>";
    assert_eq!(built, raw(expected));
    let plain = RawElement::builder("", "a")
        .child(&raw("<none/>"))
        .finish()?;
    assert_eq!(plain.to_string(), "<a><none/></a>");
    Ok(())
}

#[test]
fn attributes_and_children_are_set_replaced_and_removed() -> Result<(), Error> {
    let source = "<a xmlns='urn:a' x='1' ns0='2'>t<b n='1'/>u<b n='2'/><c/></a>";
    let changed = raw(source)
        .to_builder()
        .attribute("x", "<'\"&\n\r\t>")
        .attribute_in("urn:x", "x", "3")
        .attribute_in("urn:x", "y", "4")
        .attribute_in("http://www.w3.org/XML/1998/namespace", "lang", "en")
        .without_attribute("", "ns0")
        .without_text()
        .replace_child(&raw("<b xmlns='urn:a' n='3'/>"))
        .replace_child(&raw("<d xmlns='urn:d'/>"))
        .without_children(|child| child.attribute("n").as_deref() == Some("2"))
        .text("]]> & more")
        .finish()?;
    let expected = "<a xmlns='urn:a' xmlns:q='urn:x' x='&lt;&#39;\"&amp;&#10;&#13;&#9;>' q:x='3' q:y='4' xml:lang='en'>\
                    <b n='3'/><c/><d xmlns='urn:d'/>]]&gt; &amp; more</a>";
    assert_eq!(changed, raw(expected));
    Ok(())
}

#[test]
fn what_is_no_xml_is_refused() {
    let build = || RawElement::builder("urn:a", "a");
    for name in ["", "a b", "a:b", "1", "a='1'", "<"] {
        let is_name = |error: Error| matches!(error.kind(), ErrorKind::UnwritableName { .. });
        let as_element = RawElement::builder("urn:a", name).finish().map_err(is_name);
        let as_attribute = build().attribute(name, "").finish().map_err(is_name);
        assert_eq!((as_element, as_attribute), (Err(true), Err(true)), "{name}");
    }
    assert!(build().text("\u{1}").finish().is_err());
    assert!(build().attribute("b", "\u{FFFE}").finish().is_err());
    assert!(build().attribute("xmlns", "urn:b").finish().is_err());
    assert!(
        build()
            .attribute_in("http://www.w3.org/2000/xmlns/", "b", "urn:b")
            .finish()
            .is_err()
    );
    assert!(
        RawElement::builder("http://www.w3.org/2000/xmlns/", "a")
            .finish()
            .is_err()
    );
}

#[test]
fn what_was_read_leniently_goes_on_to_be() {
    let options = Options::new().invalid(Invalid::Keep);
    let element = RawElement::read_with(b"<a xmlns='urn:a'/>", &options).expect("well-formed");
    let changed = element
        .to_builder()
        .attribute("b", "1")
        .finish()
        .expect("a name and a value");
    assert_eq!(changed.invalid(), Invalid::Keep);
}
