//! Pages and the sections on them.

use std::thread;

use xmpp_data_forms::form::Form;
use xmpp_data_forms::layout::{FieldRef, Page, Part, Section};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Limit, Limits};

#[test]
fn keeps_the_order_of_mixed_parts() {
    let page: Page = assert_typed(
        "<page xmlns='http://jabber.org/protocol/xdata-layout' label='Tea'>\
           <fieldref var='cups'/><text>Mind the pot.</text><reportedref/>\
           <section><text>one</text><section label='deep'/><fieldref var='milk'/><text>two</text></section>\
           <fieldref var='cups'/><text/>\
         </page>",
    );
    let [
        Part::FieldRef(cups),
        Part::Text(note),
        Part::ReportedRef(_),
        Part::Section(section),
        Part::FieldRef(again),
        Part::Text(empty),
    ] = page.parts.as_slice()
    else {
        panic!("another order: {:?}", page.parts);
    };
    assert_eq!(cups, again);
    assert_eq!(cups, &FieldRef::new("cups"));
    assert_eq!(
        (note.text.as_str(), empty.text.as_str()),
        ("Mind the pot.", "")
    );
    assert_eq!(section.label, None);
    assert!(matches!(
        section.parts.as_slice(),
        [
            Part::Text(_),
            Part::Section(_),
            Part::FieldRef(_),
            Part::Text(_)
        ]
    ));
}

#[test]
fn keeps_pages_where_they_stand_among_the_fields() {
    let form: Form = assert_typed(
        "<x xmlns='jabber:x:data' type='form'>\
           <field var='a'/>\
           <page xmlns='http://jabber.org/protocol/xdata-layout'><fieldref var='a'/></page>\
           <field var='b'/>\
           <page xmlns='http://jabber.org/protocol/xdata-layout'><fieldref var='b'/></page>\
         </x>",
    );
    assert_eq!(form.pages.len(), 2);
    assert_eq!(form.fields.len(), 2);
}

#[test]
fn keeps_foreign_parts_of_a_section_in_place() {
    let section: Section = assert_lossless(
        "<section xmlns='http://jabber.org/protocol/xdata-layout'>\
           <text>one</text><icon xmlns='urn:example:icons' name='cup'/><fieldref var='a' tab='2'/><fieldref/>\
         </section>",
    );
    assert_eq!(section.parts.len(), 3);
    assert_eq!(section.extra.children().count(), 1);
}

/// A page with so many sections inside of each other, and a field in the innermost.
fn nested(sections: usize) -> String {
    format!(
        "<page xmlns='http://jabber.org/protocol/xdata-layout'>{}<fieldref var='seed'/>{}</page>",
        "<section label='in'>".repeat(sections),
        "</section>".repeat(sections),
    )
}

/// Runs a test where there is little room.
#[track_caller]
fn on_a_small_stack(test: fn()) {
    let thread = thread::Builder::new().stack_size(256 * 1024).spawn(test);
    let outcome = thread.expect("a thread starts").join();
    outcome.expect("the test passes");
}

#[test]
fn keeps_the_deepest_sections_on_a_small_stack() {
    on_a_small_stack(|| {
        // The field is one more type inside of the page.
        let deepest = Limits::default().nesting - 1;
        let page: Page = assert_typed(&nested(deepest));
        let copy = page.clone();
        assert_eq!(copy, page);
        drop(page);
        let mut parts = &copy.parts;
        let mut depth = 0;
        while let [Part::Section(section)] = parts.as_slice() {
            depth += 1;
            parts = &section.parts;
        }
        assert_eq!(depth, deepest);
    });
}

#[test]
fn rejects_deeper_sections_on_a_small_stack() {
    on_a_small_stack(|| {
        // As many elements as the reader takes are the page, the field and the sections between.
        for sections in Limits::default().nesting..=Limits::default().depth - 2 {
            let error = xmpp_xml::from_str::<Page>(&nested(sections)).expect_err("too deep");
            let ErrorKind::LimitExceeded { limit, .. } = error.kind() else {
                panic!("another error: {error}");
            };
            assert_eq!(*limit, Limit::Nesting);
        }
    });
}
