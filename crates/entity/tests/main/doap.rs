//! XEP-0453: what projects say of themselves.

use xmpp_entity::doap::{
    Agent, Contributor, Document, Project, Property, PropertyName, Repository, RepositoryProperty,
    Role, SchemaProperty, SchemaPropertyName, Status, SupportedXep,
};
use xmpp_xml::{Options, Report, from_str, read_with, to_string};

/// The document of this project, as the registry and the runs make it.
const OWN: &str = include_str!("../../../../doap.xml");

#[test]
fn keeps_the_document_of_this_project_and_reads_all_of_it() {
    let mut report = Report::default();
    let document: Document = read_with(OWN.as_bytes(), &Options::file(), &mut report).unwrap();
    assert_eq!(report, Report::default());
    let [project] = &document.projects[..] else {
        panic!("{document:?}");
    };
    assert_eq!(project.value(&PropertyName::Name), Some("xmpp-stanzas"));
    assert_eq!(project.values(&PropertyName::License).count(), 2);
    assert_eq!(project.payloads, []);
    let ping = project.supported(199).unwrap();
    assert_eq!(ping.status, Some(Status::Complete));
    let links = project
        .implements
        .iter()
        .filter_map(|it| it.resource.as_deref());
    let (links, xeps) = (
        links.count(),
        project.implements.iter().flat_map(|it| &it.xeps),
    );
    let xeps: Vec<_> = xeps.collect();
    assert_eq!(links + xeps.len(), project.implements.len());
    for xep in &xeps {
        let number = xep.number().unwrap();
        assert_eq!(project.supported(number), Some(*xep), "{number}");
    }

    let written = to_string(&document).unwrap();
    let again: Document = from_str(&written).unwrap();
    assert_eq!(again, document);
    assert_eq!(
        OWN.matches("<xmpp:SupportedXep>").count(),
        written.matches("<xmpp:SupportedXep>").count()
    );
}

#[test]
fn writes_a_document_as_projects_publish_it() {
    let maintainer = Agent::person("Alice");
    let project = Project::named("Teapot")
        .with_properties([
            Property::text(PropertyName::ShortDescription, "A pot").with_lang("en".into()),
            Property::link(PropertyName::Homepage, "https://teapot.example"),
        ])
        .with_schema_properties([SchemaProperty::new(SchemaPropertyName::Logo)
            .with_resource("https://teapot.example/pot.svg")])
        .with_contributors([Contributor::new(Role::Maintainer, [maintainer])])
        .with_repositories([RepositoryProperty::new([Repository::git(
            "https://teapot.example/.git",
        )])])
        .with_implements([SupportedXep::new(
            "https://xmpp.org/extensions/xep-0030.html",
            Status::Partial,
        )
        .into()]);
    let written = to_string(&Document::new([project.clone()])).unwrap();
    assert_eq!(
        written,
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <Project xmlns='http://usefulinc.com/ns/doap#'>\
         <maintainer><foaf:Person xmlns:foaf='http://xmlns.com/foaf/0.1/'><foaf:name>Alice</foaf:name></foaf:Person></maintainer>\
         <repository><GitRepository><location rdf:resource='https://teapot.example/.git'/></GitRepository></repository>\
         <implements><xmpp:SupportedXep xmlns:xmpp='https://linkmauve.fr/ns/xmpp-doap#'>\
         <xmpp:xep rdf:resource='https://xmpp.org/extensions/xep-0030.html'/>\
         <status xmlns='https://linkmauve.fr/ns/xmpp-doap#'>partial</status></xmpp:SupportedXep></implements>\
         <name>Teapot</name><shortdesc xml:lang='en'>A pot</shortdesc><homepage rdf:resource='https://teapot.example'/>\
         <schema:logo xmlns:schema='https://schema.org/' rdf:resource='https://teapot.example/pot.svg'/>\
         </Project></rdf:RDF>"
    );
    assert_eq!(from_str::<Document>(&written).unwrap().projects, [project]);
}

#[test]
fn knows_a_xep_by_its_address() {
    let number = |address| SupportedXep::new(address, Status::Complete).number();
    assert_eq!(
        number("https://xmpp.org/extensions/xep-0030.html"),
        Some(30)
    );
    assert_eq!(number("http://xmpp.org/extensions/xep-0453.xml"), Some(453));
    assert_eq!(number("https://xmpp.org/extensions/xep-0453"), Some(453));
    for other in [
        "",
        "xep-0030",
        "https://xmpp.org/extensions/xep-30.html",
        "https://xmpp.org/extensions/xep-00300.html",
        "https://xmpp.org/extensions/inbox/pubsub.html",
        "https://teapot.example/?https://xmpp.org/extensions/xep-0030.html",
    ] {
        assert_eq!(number(other), None, "{other}");
    }
    assert_eq!(SupportedXep::default().number(), None);
}
