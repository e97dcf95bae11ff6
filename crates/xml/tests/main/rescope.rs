//! Elements moved to another namespace.

use xmpp_xml::rescope::{collision, rescope};
use xmpp_xml::{Limits, Options, RawElement};

#[track_caller]
fn raw(source: &str) -> RawElement {
    source.parse().expect("the source is well-formed")
}

#[track_caller]
fn check(source: &str, expected: &str) {
    let source = raw(source);
    let moved = rescope(source.node(), "urn:old", "urn:new");
    assert_eq!(raw(&moved), raw(expected), "{moved}");
    // And back again, where nothing was there before that was not told apart.
    if collision(source.node(), "urn:old", "urn:new").is_none() {
        let moved = raw(&moved);
        let back = rescope(moved.node(), "urn:new", "urn:old");
        assert_eq!(raw(&back), source, "{back}");
    }
}

#[test]
fn moves_what_is_reached_through_the_namespace_only() {
    check(
        "<a xmlns='urn:old'><b><c/></b><x xmlns='urn:x'><a xmlns='urn:old'><b/></a></x><d/></a>",
        "<a xmlns='urn:new'><b><c/></b><x xmlns='urn:x'><a xmlns='urn:old'><b/></a></x><d/></a>",
    );
}

#[test]
fn moves_elements_whatever_their_prefixes() {
    check(
        "<o:a xmlns:o='urn:old' xmlns:p='urn:old'><p:b/><b xmlns='urn:old'/><b/><o:c p:d='1' e='2'/></o:a>",
        "<a xmlns='urn:new'><b/><b/><b xmlns=''/><c e='2' n:d='1' xmlns:n='urn:new'/></a>",
    );
}

#[test]
fn what_stays_keeps_the_prefixes_that_it_uses() {
    check(
        "<o:a xmlns:o='urn:old'><x xmlns='urn:x'><o:a/><y o:z='1'/></x><x xmlns='urn:x' xmlns:o='urn:other'><o:a/></x>\
         </o:a>",
        "<a xmlns='urn:new'><x xmlns='urn:x'><a xmlns='urn:old'/><y xmlns:o='urn:old' o:z='1'/></x>\
         <x xmlns='urn:x'><a xmlns='urn:other'/></x></a>",
    );
    // The default namespace of what moves is that of a child of what stays.
    check(
        "<a xmlns='urn:old' xmlns:x='urn:x'><x:x><a/></x:x><x:y/></a>",
        "<a xmlns='urn:new' xmlns:x='urn:x'><x:x><a xmlns='urn:old'/></x:x><x:y/></a>",
    );
    // None around it, and it stays in none.
    check(
        "<o:a xmlns:o='urn:old'><x><y/></x></o:a>",
        "<a xmlns='urn:new'><x xmlns=''><y/></x></a>",
    );
}

#[test]
fn a_prefix_bound_anew_is_another() {
    check(
        "<a xmlns='urn:old'><b xmlns:p='urn:old'><p:c/><c xmlns:p='urn:x'><p:d/></c><p:c/></b>\
         <p:c xmlns:p='urn:x'/></a>",
        "<a xmlns='urn:new'><b><c/><c><d xmlns='urn:x'/></c><c/></b><c xmlns='urn:x'/></a>",
    );
}

#[test]
fn keeps_text_values_and_declarations() {
    let source = raw(
        "<a xmlns='urn:old' xmlns:q='urn:q' b='&#9;&lt;&apos;&quot;&gt;&amp;'> x &lt; ]]&gt; &#13;<b>y<![CDATA[<z>]]></b>\n</a>",
    );
    let moved = rescope(source.node(), "urn:old", "urn:new");
    let moved = raw(&moved);
    assert_eq!(moved.node().attribute("b").as_deref(), Some("\t<'\">&"));
    assert_eq!(moved.node().text(), " x < ]]> \r\n");
    assert_eq!(
        moved
            .node()
            .children()
            .next()
            .map(|b| b.text().into_owned())
            .as_deref(),
        Some("y<z>")
    );
    assert!(moved.node().declarations().any(|d| d == ("q", "urn:q")));
}

#[test]
fn leaves_an_element_of_another_namespace_alone() {
    let source = "<x xmlns='urn:x' ><a xmlns='urn:old'/></x >";
    assert_eq!(rescope(raw(source).node(), "urn:old", "urn:new"), source);
}

#[test]
fn a_part_may_rely_on_what_is_declared_around_it() {
    let source = raw(
        "<r xmlns='urn:old' xmlns:o='urn:old'><a><o:b/><o:b/><x xmlns='urn:x'><o:c/></x></a></r>",
    );
    let part = source.node().children().next().expect("it has a child");
    let moved = raw(&rescope(part, "urn:old", "urn:new").replace("<o:c", "<o:c xmlns:o='urn:old'"));
    assert_eq!(
        moved,
        raw("<a xmlns='urn:new'><b/><b/><x xmlns='urn:x'><c xmlns='urn:old'/></x></a>")
    );
}

#[test]
fn finds_what_would_be_taken_for_something_that_has_moved() {
    for (source, found) in [
        ("<a xmlns='urn:old'><b/><b xmlns='urn:new'/></a>", Some("b")),
        (
            "<a xmlns='urn:old'><b><c xmlns='urn:new'/></b></a>",
            Some("c"),
        ),
        (
            "<a xmlns='urn:old'><x xmlns='urn:x'><b xmlns='urn:new'/></x></a>",
            None,
        ),
        ("<a xmlns='urn:x'><b xmlns='urn:new'/></a>", None),
        ("<a xmlns='urn:old'/>", None),
    ] {
        let source = raw(source);
        let node = collision(source.node(), "urn:old", "urn:new");
        assert_eq!(node.map(|node| node.name()), found, "{source}");
    }
}

#[test]
fn depth_takes_no_stack_and_size_stays_in_proportion() {
    let options = Options::new().limits(Limits::highest());
    let read = |source: &str| {
        RawElement::read_with(source.as_bytes(), &options).expect("it is well-formed")
    };
    let deep = |n: usize| {
        format!(
            "<a xmlns='urn:old'>{}{}</a>",
            "<b>".repeat(n),
            "</b>".repeat(n)
        )
    };
    let deep_apart = |n: usize| {
        format!(
            "<a xmlns='urn:old'><x xmlns='urn:x'>{}{}</x></a>",
            "<b>".repeat(n),
            "</b>".repeat(n)
        )
    };
    // Many prefixes of the old namespace, and many elements that use none of them.
    let prefixes = |n: usize| {
        let declared: String = (0..100).map(|i| format!(" xmlns:p{i}='urn:old'")).collect();
        format!(
            "<a xmlns='urn:old'{declared}>{}</a>",
            "<x xmlns='urn:x'/>".repeat(n)
        )
    };
    for family in [&deep as &dyn Fn(usize) -> String, &deep_apart, &prefixes] {
        for n in [1_000, 100_000] {
            let source = read(&family(n));
            let moved = rescope(source.node(), "urn:old", "urn:new");
            assert!(moved.len() <= family(n).len() + 64, "{}", moved.len());
        }
    }
}

/// So that it is not longer than it was.
#[test]
fn a_value_stands_in_the_quotes_that_need_fewer_references() {
    for (value, written) in [
        ("plain", "'plain'"),
        ("it's", "\"it's\""),
        ("a \"b\"", "'a \"b\"'"),
        ("it's \"b\"", "'it&#39;s \"b\"'"),
        ("it's \"b", "'it&#39;s \"b'"),
        ("''\"", "\"''&#34;\""),
    ] {
        let spelt = value.replace('\'', "&apos;").replace('"', "&quot;");
        let source = raw(&format!("<a xmlns='urn:old' b='{spelt}'/>"));
        let moved = rescope(source.node(), "urn:old", "urn:new");
        assert!(moved.contains(&format!(" b={written}")), "{moved}");
    }
}
