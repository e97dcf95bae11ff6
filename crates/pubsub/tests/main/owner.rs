use xmpp_data_forms::form::{Form, FormKind};
use xmpp_pubsub::owner::{
    Action, Affiliation, Affiliations, Association, Collection, Configure, DefaultConfiguration,
    Delete, NS, Pubsub, Purge, Redirect, Subscription, Subscriptions,
};
use xmpp_pubsub::{AffiliationState, AssociationKind, NodeKind, SubscriptionState};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, Report, read_with};

use crate::jid;

#[test]
fn writes_each_action_as_the_specification_has_it() {
    let associations = vec![Association::associate("a"), Association::dissociate("b")];
    let mut affiliations = Affiliations::new("n");
    affiliations.affiliations = vec![Affiliation::new(jid("a.example"), AffiliationState::Owner)];
    let mut subscriptions = Subscriptions::new("n");
    let subscription = Subscription::new(jid("a.example"), SubscriptionState::None);
    subscriptions.subscriptions = vec![subscription];
    let cases: [(Action, &str); 12] = [
        (Affiliations::new("n").into(), "<affiliations node='n'/>"),
        (
            affiliations.into(),
            "<affiliations node='n'><affiliation jid='a.example' affiliation='owner'/></affiliations>",
        ),
        (
            Collection::new("c", associations).into(),
            "<collection node='c'><associate node='a'/><dissociate node='b'/></collection>",
        ),
        (Configure::new("n").into(), "<configure node='n'/>"),
        (
            Configure::new("n")
                .with_form(Form::new(FormKind::Cancel))
                .into(),
            "<configure node='n'><x xmlns='jabber:x:data' type='cancel'/></configure>",
        ),
        (DefaultConfiguration::new().into(), "<default/>"),
        (
            DefaultConfiguration::of_kind(NodeKind::Collection).into(),
            "<default type='collection'/>",
        ),
        (Delete::new("n").into(), "<delete node='n'/>"),
        (
            Delete::new("n")
                .with_redirect(Redirect::new("xmpp:a.example?;node=m"))
                .into(),
            "<delete node='n'><redirect uri='xmpp:a.example?;node=m'/></delete>",
        ),
        (Purge::new("n").into(), "<purge node='n'/>"),
        (Subscriptions::new("n").into(), "<subscriptions node='n'/>"),
        (
            subscriptions.into(),
            "<subscriptions node='n'><subscription jid='a.example' subscription='none'/></subscriptions>",
        ),
    ];
    for (action, text) in cases {
        let pubsub = Pubsub::new(action.clone());
        let text = format!("<pubsub xmlns='{NS}'>{text}</pubsub>");
        assert_eq!(xmpp_xml::to_string(&pubsub).unwrap(), text);
        assert_eq!(assert_typed::<Pubsub>(&text).action(), Some(&action));
    }
}

#[test]
fn keeps_actions_of_different_kinds_in_their_order() {
    let source = "<pubsub xmlns='http://jabber.org/protocol/pubsub#owner'>\
         <configure node='a'/><affiliations node='a'/><configure node='b'/><affiliations node='b'/></pubsub>";
    let mut pubsub: Pubsub = assert_typed(source);
    assert_eq!(pubsub.actions.len(), 4);
    pubsub.actions.remove(1);
    assert_eq!(
        xmpp_xml::to_string(&pubsub).unwrap(),
        source.replace("<affiliations node='a'/>", "")
    );
}

#[test]
fn changes_one_field_of_a_configuration_and_keeps_the_rest() {
    let source = "<pubsub xmlns='http://jabber.org/protocol/pubsub#owner'><configure node='n' rev='4'>\
         <x xmlns='jabber:x:data' type='form'><instructions>Look</instructions>\
         <field var='pubsub#title' label='Title'><value>Wind</value></field>\
         <field var='new#field'><value>kept</value></field></x><hint xmlns='urn:example:hint'/></configure></pubsub>";
    let mut pubsub: Pubsub = assert_lossless(source);
    let Some(Action::Configure(configure)) = pubsub.actions.first_mut() else {
        panic!("{pubsub:?}");
    };
    let form = configure.form.as_mut().unwrap();
    form.set_value("pubsub#title", "Clouds");
    assert_eq!(
        xmpp_xml::to_string(&pubsub).unwrap(),
        source.replace("Wind", "Clouds")
    );
}

#[test]
fn tells_a_change_from_what_is_to_stay() {
    let source = format!("<subscription xmlns='{NS}' jid='a.example' subid='1'/>");
    let subscription: Subscription = assert_typed(&source);
    assert_eq!(subscription.subscription, None);
    assert_eq!(subscription.subid.as_deref(), Some("1"));
    let source = format!("<affiliation xmlns='{NS}' jid='a.example' affiliation='none'/>");
    let affiliation: Affiliation = assert_typed(&source);
    assert_eq!(affiliation.affiliation, Some(AffiliationState::None));
}

#[test]
fn reads_both_names_for_what_leaves_a_collection() {
    let source = format!(
        "<collection xmlns='{NS}' node='c'><disassociate node='a'/><associate node='b'/>\
         <dissociate node='a'/></collection>"
    );
    let collection: Collection = assert_typed(&source);
    let kinds: Vec<_> = collection.associations.iter().map(|a| a.kind).collect();
    assert_eq!(
        kinds,
        [
            AssociationKind::Disassociate,
            AssociationKind::Associate,
            AssociationKind::Dissociate
        ]
    );
}

#[test]
fn tells_an_absent_kind_from_a_leaf() {
    for (attribute, expected) in [
        ("", None),
        (" type='leaf'", Some(NodeKind::Leaf)),
        (" type='branch'", Some(NodeKind::from("branch"))),
    ] {
        let source = format!("<default xmlns='{NS}'{attribute}/>");
        assert_eq!(assert_typed::<DefaultConfiguration>(&source).kind, expected);
    }
}

#[test]
fn rejects_entries_that_say_nothing() {
    for entry in ["<affiliation/>", "<subscription/>", "<associate/>"] {
        let source = entry.replace("/>", &format!(" xmlns='{NS}'/>"));
        let error = match entry {
            "<affiliation/>" => xmpp_xml::from_str::<Affiliation>(&source).unwrap_err(),
            "<subscription/>" => xmpp_xml::from_str::<Subscription>(&source).unwrap_err(),
            _ => xmpp_xml::from_str::<Association>(&source).unwrap_err(),
        };
        assert!(
            matches!(error.kind(), ErrorKind::MissingAttribute { .. }),
            "{error}"
        );
    }
    let error = xmpp_xml::from_str::<Redirect>(&format!("<redirect xmlns='{NS}'/>")).unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::MissingAttribute { name: "uri", .. }
    ));
}

#[test]
fn is_told_apart_from_what_anybody_asks() {
    let source = "<pubsub xmlns='http://jabber.org/protocol/pubsub'><purge node='n'/></pubsub>";
    let error = xmpp_xml::from_str::<Pubsub>(source).unwrap_err();
    assert!(error.is_wrong_element());
    let asked: xmpp_pubsub::pubsub::Pubsub = assert_lossless(source);
    assert_eq!(asked.action(), None);
}

#[test]
fn rejects_a_list_with_an_entry_that_is_for_nobody() {
    let options = Options::new().invalid(Invalid::Keep);
    for (inner, path) in [
        (
            "<affiliations node='n'><affiliation jid='a.example' affiliation='outcast'/>\
             <affiliation affiliation='outcast'/></affiliations>",
            "affiliations/affiliation[2]",
        ),
        (
            "<subscriptions node='n'><subscription subscription='none'/></subscriptions>",
            "subscriptions/subscription",
        ),
        ("<delete node='n'><redirect/></delete>", "delete/redirect"),
    ] {
        let source = format!("<pubsub xmlns='{NS}'>{inner}</pubsub>");
        let error = read_with::<Pubsub>(source.as_bytes(), &options, &mut Report::default())
            .expect_err(&source);
        assert_eq!(error.path(), format!("/pubsub/{path}"));
    }
}
