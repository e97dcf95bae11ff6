use proptest::prelude::*;
use tokio_xmpp::parsers::data_forms::{DataForm, DataFormType, Field, FieldType};
use tokio_xmpp::parsers::disco::{DiscoInfoResult, Identity};

/// Text that XML can carry.
fn text() -> impl Strategy<Value = String> {
    "[ -~äß🦀]{1,20}"
}

fn identity() -> impl Strategy<Value = Identity> {
    let lang = proptest::option::of("[a-z]{2}");
    let name = proptest::option::of(text());
    (text(), text(), lang, name).prop_map(|(category, type_, lang, name)| Identity {
        category,
        type_,
        lang,
        name,
    })
}

fn form() -> impl Strategy<Value = DataForm> {
    let field = (text(), text()).prop_map(|(var, value)| Field::text_single(&var, &value));
    let fields = proptest::collection::vec(field, 0..5);
    (text(), fields).prop_map(|(form_type, fields)| {
        let mut form = DataForm::new(DataFormType::Result_, &form_type, fields);
        form.fields[0].type_ = FieldType::Hidden;
        form
    })
}

fn answer() -> impl Strategy<Value = DiscoInfoResult> {
    let node = proptest::option::of(text());
    let identities = proptest::collection::vec(identity(), 0..5);
    let features = proptest::collection::btree_set(text(), 0..20);
    let extensions = proptest::collection::vec(form(), 0..3);
    (node, identities, features, extensions).prop_map(|(node, identities, features, extensions)| {
        DiscoInfoResult {
            node,
            identities,
            features,
            extensions,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_kept(answer in answer()) {
        let bytes = xso::to_vec(&answer)?;
        let back: DiscoInfoResult = xso::from_bytes(&bytes)?;
        prop_assert_eq!(xso::to_vec(&back)?, bytes);
    }
}
