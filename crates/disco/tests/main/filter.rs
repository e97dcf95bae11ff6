//! Which nodes a filter lets through.

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::FormKind;
use xmpp_disco::filter::{Filter, Types};
use xmpp_disco::items::Request;
use xmpp_xml::{Invalid, Options, Report, read_with, to_string};

fn types(included: &[&str], excluded: &[&str]) -> Types {
    let mut types = Types::new(FormKind::Submit);
    types.included = included.iter().map(|kind| (*kind).to_owned()).collect();
    types.excluded = excluded.iter().map(|kind| (*kind).to_owned()).collect();
    types
}

#[test]
fn admits_what_is_included_or_not_excluded() {
    for (included, excluded, kind, admitted) in [
        (&[][..], &[][..], "a", Some(true)),
        (&[], &[], "", Some(true)),
        (&["a"], &[], "a", Some(true)),
        (&["a"], &[], "b", Some(false)),
        (&["a"], &[], "", Some(false)),
        (&["a", ""], &[], "", Some(true)),
        (&[], &["a"], "a", Some(false)),
        (&[], &["a"], "b", Some(true)),
        (&[], &["a", ""], "", Some(false)),
        // Both at once are a bad request.
        (&["a"], &["b"], "a", None),
        (&["a"], &["a"], "a", None),
    ] {
        let types = types(included, excluded);
        assert_eq!(types.admits(kind), admitted, "{types:?} {kind:?}");
        // The same out of the request.
        let request = Request::new().with_filter(Filter::of(&types));
        let request: Request = xmpp_xml::from_str(&to_string(&request).unwrap()).unwrap();
        let read = request.filter.unwrap().types().unwrap();
        assert_eq!(read.admits(kind), admitted, "{read:?} {kind:?}");
    }
}

#[test]
fn a_filter_that_cannot_be_read_does_not_ask_for_all() {
    let text = "<query xmlns='http://jabber.org/protocol/disco#items'>\
                <filter xmlns='urn:xmpp:pubsub-filter:0'/></query>";
    let options = Options::new().invalid(Invalid::Keep);
    let read = read_with::<Request>(text.as_bytes(), &options, &mut Report::default());
    assert_eq!(read.unwrap_err().path(), "/query/filter");
}
