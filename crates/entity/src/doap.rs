//! Descriptions of projects (DOAP), with the XEPs that each implements: the document that a project publishes over HTTPS
//! as its `doap.xml`.
//!
//! ```
//! use xmpp_entity::doap::{Document, Project, PropertyName, Status, SupportedXep};
//!
//! let ping = SupportedXep::new("https://xmpp.org/extensions/xep-0199.html", Status::Complete);
//! let project = Project::named("tea-bot").with_implements([ping.with_versions(["2.0.1".into()]).into()]);
//! let document = Document::new([project]);
//!
//! let written = xmpp_xml::to_string(&document)?;
//! let read: Document = xmpp_xml::from_str(&written)?;
//! let project = &read.projects[0];
//! assert_eq!(project.value(&PropertyName::Name), Some("tea-bot"));
//! assert_eq!(project.supported(199).unwrap().status, Some(Status::Complete));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! A file begins with an XML declaration and may have comments, which [`xmpp_xml::Options::file`] skips.
//!
//! [XEP-0453, DOAP usage in XMPP](https://xmpp.org/extensions/xep-0453.html), with
//! [DOAP](https://github.com/ewilderj/doap/wiki), [FOAF](http://xmlns.com/foaf/spec/) and
//! [RDF/XML](https://www.w3.org/TR/rdf-syntax-grammar/)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, LanguageTag, OtherToken, RawElement, Xml};

/// The namespace of projects.
pub const NS: &str = "http://usefulinc.com/ns/doap#";

/// The namespace of RDF.
pub const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// The namespace of people and groups: FOAF.
pub const FOAF: &str = "http://xmlns.com/foaf/0.1/";

/// The namespace of properties that DOAP did not have: schema.org.
pub const SCHEMA: &str = "https://schema.org/";

/// The namespace of what DOAP has for XMPP.
pub const XMPP: &str = "https://linkmauve.fr/ns/xmpp-doap#";

/// A document about one project, or several.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "RDF"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = RDF, name = "RDF", prefix = "rdf", derive(Debug, PartialEq, Eq))]
#[xml(new = "A document about these projects.", parameters = [projects], with)]
#[non_exhaustive]
pub struct Document {
    /// The URI that relative ones in the document are relative to. `None` means the address of the document.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the texts that do not have one of their own. `None` means that it is not stated.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The projects.
    #[xml(child)]
    pub projects: Vec<Project>,
    /// Descriptions of what is not a project.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A project: what it is called, where it is found, who makes it, and which specifications it implements.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Project", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Project {
    /// The URI that identifies the project. `None` if it has none.
    #[xml(attribute = "rdf:about", namespace = RDF)]
    pub about: Option<String>,
    /// The name of the project within the document. `None` if nothing refers to it.
    #[xml(attribute = "rdf:nodeID", namespace = RDF)]
    pub node: Option<String>,
    /// The language of the texts that do not have one of their own. `None` means that of the document.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The people and groups behind the project.
    #[xml(child)]
    pub contributors: Vec<Contributor>,
    /// Where its source is.
    #[xml(child)]
    pub repositories: Vec<RepositoryProperty>,
    /// The specifications that it implements.
    #[xml(child)]
    pub implements: Vec<Implements>,
    /// The versions that have been published.
    #[xml(child)]
    pub releases: Vec<Release>,
    /// All other properties: its names, descriptions, addresses, languages, licences.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// Properties that DOAP did not have: documentation, logos and screenshots.
    #[xml(child)]
    pub schema_properties: Vec<SchemaProperty>,
    /// Properties in other vocabularies.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Project {
    /// A project of this name.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self::default().with_properties([Property::text(PropertyName::Name, name)])
    }

    /// The first value of a property, or else the URI that it refers to.
    #[must_use]
    pub fn value(&self, name: &PropertyName) -> Option<&str> {
        first(&self.properties, name)
    }

    /// The values of a property, each a text or else the URI that it refers to, in their order.
    pub fn values<'a>(&'a self, name: &'a PropertyName) -> impl Iterator<Item = &'a str> {
        let named = self.properties.iter().filter(move |it| it.name == *name);
        named.filter_map(Property::value)
    }

    /// The support for the XEP of this number, by its address at xmpp.org. `None` if nothing is said of it.
    #[must_use]
    pub fn supported(&self, number: u16) -> Option<&SupportedXep> {
        let mut xeps = self.implements.iter().flat_map(|it| &it.xeps);
        xeps.find(|it| it.number() == Some(number))
    }
}

fn first<'a>(properties: &'a [Property], name: &PropertyName) -> Option<&'a str> {
    let mut named = properties.iter().filter(|it| it.name == *name);
    named.find_map(Property::value)
}

/// A property of DOAP: a text, or a reference to what is identified by a URI.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#", "name", "homepage"))]
#[doc(alias("old-homepage", "created", "shortdesc", "description"))]
#[doc(alias("mailing-list", "developer-forum", "support-forum", "category"))]
#[doc(alias("license", "download-page", "download-mirror", "wiki"))]
#[doc(alias("bug-database", "blog", "documentation", "screenshots"))]
#[doc(alias("programming-language", "language", "os", "platform"))]
#[doc(alias("audience", "service-endpoint", "security-policy", "revision"))]
#[doc(alias("file-release", "browse", "location", "anon-root", "module"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A property with this name, so far without a value.", with)]
#[non_exhaustive]
pub struct Property {
    /// The property: the name of the element.
    #[xml(name)]
    pub name: PropertyName,
    /// The URI that it refers to. `None` if the value is a text, or a node.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// The node of the document that it refers to, by its name. `None` if the value is something else.
    #[xml(attribute = "rdf:nodeID", namespace = RDF)]
    pub node: Option<String>,
    /// The URI of the type of the text. `None` means that it is a text and no more.
    #[xml(attribute = "rdf:datatype", namespace = RDF)]
    pub datatype: Option<String>,
    /// The language of the text. `None` means that of the element around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text. `None` if there is none, as in a reference.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Property {
    /// A property with this text.
    #[must_use]
    pub fn text(name: PropertyName, text: impl Into<String>) -> Self {
        Self::new(name).with_text(text)
    }

    /// A property that refers to this URI.
    #[must_use]
    pub fn link(name: PropertyName, uri: impl Into<String>) -> Self {
        Self::new(name).with_resource(uri)
    }

    /// The text, or else the URI that it refers to.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.text.as_deref().or(self.resource.as_deref())
    }
}

/// A property of a project that DOAP did not have: one of schema.org.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("https://schema.org/", "documentation", "logo", "screenshot"))]
#[derive(Clone, Xml)]
#[xml(namespace = SCHEMA, prefix = "schema", derive(Debug, PartialEq, Eq))]
#[xml(new = "A property with this name, so far without a value.", with)]
#[non_exhaustive]
pub struct SchemaProperty {
    /// The property: the name of the element.
    #[xml(name)]
    pub name: SchemaPropertyName,
    /// The URI that it refers to. `None` if the value is a text, or a node.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// The node of the document that it refers to, by its name. `None` if the value is something else.
    #[xml(attribute = "rdf:nodeID", namespace = RDF)]
    pub node: Option<String>,
    /// The URI of the type of the text. `None` means that it is a text and no more.
    #[xml(attribute = "rdf:datatype", namespace = RDF)]
    pub datatype: Option<String>,
    /// The language of the text. `None` means that of the element around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text. `None` if there is none, as in a reference.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SchemaProperty {
    /// The text, or else the URI that it refers to.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.text.as_deref().or(self.resource.as_deref())
    }
}

/// The name of a [`SchemaProperty`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SchemaPropertyName {
    /// `documentation`: the URI of one.
    Documentation,
    /// `logo`: the URI of an image.
    Logo,
    /// `screenshot`: the URI of an image.
    Screenshot,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The name of a [`Property`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PropertyName {
    /// `name`: of a project, a version or a repository.
    Name,
    /// `homepage`: the URI of its page.
    Homepage,
    /// `old-homepage`: the URI of a page that it had.
    OldHomepage,
    /// `created`: the date of its beginning, or of the version, as in `2021-01-26`.
    Created,
    /// `shortdesc`: what it is, in a few words.
    #[xml(token = "shortdesc")]
    ShortDescription,
    /// `description`: what it is.
    Description,
    /// `mailing-list`: the URI of one.
    MailingList,
    /// `developer-forum`: the URI of the place where developers meet, such as a room.
    DeveloperForum,
    /// `support-forum`: the URI of the place where users find help, such as a room.
    SupportForum,
    /// `category`: the URI of what kind of project it is, such as a client.
    Category,
    /// `license`: the URI of its licence.
    License,
    /// `download-page`: the URI of a page.
    DownloadPage,
    /// `download-mirror`: the URI of a copy of it.
    DownloadMirror,
    /// `wiki`: the URI of one.
    Wiki,
    /// `bug-database`: the URI of where to report errors.
    BugDatabase,
    /// `blog`: the URI of one.
    Blog,
    /// `documentation`: the URI of one, as some have it instead of that of schema.org.
    Documentation,
    /// `screenshots`: the URI of a page with images.
    Screenshots,
    /// `programming-language`: what it is written in.
    ProgrammingLanguage,
    /// `language`: a language that it has been translated to.
    Language,
    /// `os`: an operating system. All, if there is none.
    Os,
    /// `platform`: what else it needs, such as a browser.
    Platform,
    /// `audience`: who it is for.
    Audience,
    /// `service-endpoint`: the URI of the service.
    ServiceEndpoint,
    /// `security-policy`: the URI of one.
    SecurityPolicy,
    /// `revision`: the number of a version.
    Revision,
    /// `file-release`: the URI of a file of a version.
    FileRelease,
    /// `browse`: the URI of a repository for browsers.
    Browse,
    /// `location`: the URI of a repository for its own programs.
    Location,
    /// `anon-root`: where anybody can read a repository.
    AnonRoot,
    /// `module`: the part of a repository.
    Module,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A person or a group behind a project, and what they do for it.
///
/// [DOAP](https://github.com/ewilderj/doap/wiki)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#", "maintainer", "developer"))]
#[doc(alias("documenter", "translator", "tester", "helper", "vendor"))]
#[doc(alias("security-contact"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "Contributors with this role.", parameters = [role, agents], with)]
#[non_exhaustive]
pub struct Contributor {
    /// The role: the name of the element.
    #[xml(name)]
    pub role: Role,
    /// The URI of who it is. `None` if that is described here.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// Who it is in the document, by name. `None` if that is described here.
    #[xml(attribute = "rdf:nodeID", namespace = RDF)]
    pub node: Option<String>,
    /// Who it is: one, unless it is described elsewhere.
    #[xml(child)]
    pub agents: Vec<Agent>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a [`Contributor`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "another name would be another element"
)]
pub enum Role {
    /// `maintainer`: leads the project.
    Maintainer,
    /// `developer`: writes code.
    Developer,
    /// `documenter`: writes documentation.
    Documenter,
    /// `translator`: translates.
    Translator,
    /// `tester`: tests.
    Tester,
    /// `helper`: helps.
    Helper,
    /// `vendor`: sells it.
    Vendor,
    /// `security-contact`: hears of vulnerabilities.
    SecurityContact,
}

/// A person or a group.
///
/// [FOAF](http://xmlns.com/foaf/spec/)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://xmlns.com/foaf/0.1/", "Person", "Organization", "Group"))]
#[derive(Clone, Xml)]
#[xml(namespace = FOAF, prefix = "foaf", derive(Debug, PartialEq, Eq))]
#[xml(new = "A person or a group, so far without properties.", with)]
#[non_exhaustive]
pub struct Agent {
    /// Whether it is a person or a group: the name of the element.
    #[xml(name)]
    pub kind: AgentKind,
    /// The URI of who it is. `None` if there is none.
    #[xml(attribute = "rdf:about", namespace = RDF)]
    pub about: Option<String>,
    /// The name within the document. `None` if nothing refers to it.
    #[xml(attribute = "rdf:nodeID", namespace = RDF)]
    pub node: Option<String>,
    /// The properties: names and addresses.
    #[xml(child)]
    pub properties: Vec<AgentProperty>,
    /// Properties in other vocabularies.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Agent {
    /// A person of this name.
    #[must_use]
    pub fn person(name: impl Into<String>) -> Self {
        let name = AgentProperty::new(AgentPropertyName::Name).with_text(name);
        Self::new(AgentKind::Person).with_properties([name])
    }

    /// The first value of a property, or else the URI that it refers to.
    #[must_use]
    pub fn value(&self, name: &AgentPropertyName) -> Option<&str> {
        let mut named = self.properties.iter().filter(|it| it.name == *name);
        named.find_map(AgentProperty::value)
    }
}

/// A property of a person or a group: a text, or a reference to what is identified by a URI.
///
/// [FOAF](http://xmlns.com/foaf/spec/)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://xmlns.com/foaf/0.1/", "name", "nick", "homepage"))]
#[doc(alias("mbox", "mbox_sha1sum", "jabberID"))]
#[derive(Clone, Xml)]
#[xml(namespace = FOAF, prefix = "foaf", derive(Debug, PartialEq, Eq))]
#[xml(new = "A property with this name, so far without a value.", with)]
#[non_exhaustive]
pub struct AgentProperty {
    /// The property: the name of the element.
    #[xml(name)]
    pub name: AgentPropertyName,
    /// The URI that it refers to. `None` if the value is a text, or a node.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// The node of the document that it refers to, by its name. `None` if the value is something else.
    #[xml(attribute = "rdf:nodeID", namespace = RDF)]
    pub node: Option<String>,
    /// The URI of the type of the text. `None` means that it is a text and no more.
    #[xml(attribute = "rdf:datatype", namespace = RDF)]
    pub datatype: Option<String>,
    /// The language of the text. `None` means that of the element around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text. `None` if there is none, as in a reference.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl AgentProperty {
    /// The text, or else the URI that it refers to.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.text.as_deref().or(self.resource.as_deref())
    }
}

/// The name of an [`AgentProperty`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AgentPropertyName {
    /// `name`
    Name,
    /// `nick`: the nickname.
    Nick,
    /// `homepage`: the URI of its page.
    Homepage,
    /// `mbox`: the `mailto:` URI of a mailbox.
    Mbox,
    /// `mbox_sha1sum`: the SHA-1 of such a URI.
    #[xml(token = "mbox_sha1sum")]
    MboxSha1sum,
    /// `jabberID`: the JID.
    #[xml(token = "jabberID")]
    JabberId,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What an [`Agent`] is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AgentKind {
    /// `Person`
    #[xml(token = "Person")]
    Person,
    /// `Organization`
    #[xml(token = "Organization")]
    Organization,
    /// `Group`
    #[xml(token = "Group")]
    Group,
    /// `Agent`: any of them.
    #[xml(token = "Agent")]
    Agent,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The element `repository`: a repository of the project.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#", "repository"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "repository", derive(Debug, PartialEq, Eq))]
#[xml(new = "A property with these repositories.", parameters = [repositories], with)]
#[non_exhaustive]
pub struct RepositoryProperty {
    /// The URI of the repository. `None` if it is described here.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// The repository: one, unless it is described elsewhere.
    #[xml(child)]
    pub repositories: Vec<Repository>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A repository with the source of a project.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#", "GitRepository", "GitBranch"))]
#[doc(alias("HgRepository", "DarcsRepository", "SVNRepository"))]
#[doc(alias("BazaarBranch", "BKRepository", "CVSRepository"))]
#[doc(alias("ArchRepository"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A repository of this kind, so far without properties.", with)]
#[non_exhaustive]
pub struct Repository {
    /// The program that it is for: the name of the element.
    #[xml(name)]
    pub kind: RepositoryKind,
    /// The URI of the repository. `None` if there is none.
    #[xml(attribute = "rdf:about", namespace = RDF)]
    pub about: Option<String>,
    /// The properties, such as where it is.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// Properties in other vocabularies.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Repository {
    /// A repository of Git at this URI.
    #[must_use]
    pub fn git(location: impl Into<String>) -> Self {
        let location = Property::link(PropertyName::Location, location);
        Self::new(RepositoryKind::Git).with_properties([location])
    }

    /// The first value of a property, or else the URI that it refers to.
    #[must_use]
    pub fn value(&self, name: &PropertyName) -> Option<&str> {
        first(&self.properties, name)
    }
}

/// The program that a [`Repository`] is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum RepositoryKind {
    /// `GitRepository`
    #[xml(token = "GitRepository")]
    Git,
    /// `GitBranch`: a branch of one.
    #[xml(token = "GitBranch")]
    GitBranch,
    /// `HgRepository`: Mercurial.
    #[xml(token = "HgRepository")]
    Mercurial,
    /// `DarcsRepository`
    #[xml(token = "DarcsRepository")]
    Darcs,
    /// `SVNRepository`: Subversion.
    #[xml(token = "SVNRepository")]
    Subversion,
    /// `BazaarBranch`
    #[xml(token = "BazaarBranch")]
    BazaarBranch,
    /// `BKRepository`: BitKeeper.
    #[xml(token = "BKRepository")]
    BitKeeper,
    /// `CVSRepository`
    #[xml(token = "CVSRepository")]
    Cvs,
    /// `ArchRepository`: GNU Arch.
    #[xml(token = "ArchRepository")]
    Arch,
    /// `Repository`: any of them.
    #[xml(token = "Repository")]
    Any,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The element `release`: published versions of the project.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "release", derive(Debug, PartialEq, Eq))]
#[xml(new = "The publication of these versions.", parameters = [versions], with)]
#[non_exhaustive]
pub struct Release {
    /// The URI of the version. `None` if it is described here.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// The version: one, unless it is described elsewhere.
    #[xml(child)]
    pub versions: Vec<Version>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A version of a project.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Version", derive(Debug, PartialEq, Eq))]
#[xml(new = "A version with these properties.", parameters = [properties], with)]
#[non_exhaustive]
pub struct Version {
    /// The URI of the version. `None` if there is none.
    #[xml(attribute = "rdf:about", namespace = RDF)]
    pub about: Option<String>,
    /// The properties: its number, its date, its files.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// Properties in other vocabularies.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Version {
    /// The first value of a property, or else the URI that it refers to.
    #[must_use]
    pub fn value(&self, name: &PropertyName) -> Option<&str> {
        first(&self.properties, name)
    }
}

/// A specification that a project implements: the element `implements`.
///
/// [XEP-0453 §4.1](https://xmpp.org/extensions/xep-0453.html#examples)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("http://usefulinc.com/ns/doap#"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "implements", derive(Debug, PartialEq, Eq))]
#[xml(new = "The implementation of this XEP.", parameters = [xeps], with)]
#[non_exhaustive]
pub struct Implements {
    /// The URI of the specification, such as an RFC. `None` if it is described here, as XEPs are.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// The XEP: one, unless the specification is given by its URI.
    #[xml(child)]
    pub xeps: Vec<SupportedXep>,
    /// Specifications in other vocabularies.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl From<SupportedXep> for Implements {
    fn from(xep: SupportedXep) -> Self {
        Self::new([xep])
    }
}

/// The support for a XEP.
///
/// [XEP-0453 §4.2](https://xmpp.org/extensions/xep-0453.html#extensions)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("https://linkmauve.fr/ns/xmpp-doap#"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = XMPP, name = "SupportedXep", prefix = "xmpp", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct SupportedXep {
    /// The XEP. `None` if it is missing, so that it is not known what is supported.
    #[xml(child)]
    pub xep: Option<Xep>,
    /// How far it is supported. `None` if that is not stated, though it should be.
    #[xml(child_text = "status")]
    pub status: Option<Status>,
    /// The versions of the XEP that are supported, usually one.
    #[xml(child_text = "version")]
    pub versions: Vec<String>,
    /// The version of the software that supports it first. More than one where its parts differ.
    #[xml(child_text = "since")]
    pub since: Vec<String>,
    /// Notes, one for each language.
    #[xml(child)]
    pub notes: Vec<Note>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SupportedXep {
    /// The XEP at this address is supported this far.
    #[must_use]
    pub fn new(address: impl Into<String>, status: Status) -> Self {
        Self::default()
            .with_xep(Xep::new(address))
            .with_status(status)
    }

    /// The number of the XEP, if its address is one of xmpp.org.
    #[must_use]
    pub fn number(&self) -> Option<u16> {
        let address = self.xep.as_ref()?.resource.as_deref()?;
        let (_, address) = address.split_once("://")?;
        let name = address.strip_prefix("xmpp.org/extensions/xep-")?;
        let end = name.find(|c: char| !c.is_ascii_digit());
        let digits = name.get(..end.unwrap_or(name.len()))?;
        (digits.len() == 4).then(|| digits.parse().ok())?
    }
}

/// The XEP that is supported.
///
/// [XEP-0453 §4.2](https://xmpp.org/extensions/xep-0453.html#extensions)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("https://linkmauve.fr/ns/xmpp-doap#"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = XMPP, name = "xep", prefix = "xmpp", derive(Debug, PartialEq, Eq))]
#[xml(new = "The XEP at this address.", parameters = [resource])]
#[non_exhaustive]
pub struct Xep {
    /// Its address. `None` if it is missing, so that it is not known which one it is.
    #[xml(attribute = "rdf:resource", namespace = RDF)]
    pub resource: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How far a XEP is supported.
///
/// [XEP-0453 §4.2](https://xmpp.org/extensions/xep-0453.html#extensions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `complete`
    Complete,
    /// `partial`
    Partial,
    /// `planned`
    Planned,
    /// `deprecated`
    Deprecated,
    /// `removed`
    Removed,
    /// `wontfix`: it will not be.
    Wontfix,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A note on the support for a XEP.
///
/// [XEP-0453 §4.2](https://xmpp.org/extensions/xep-0453.html#extensions)
#[doc(alias("XEP-0453", "XEP0453", "0453"))]
#[doc(alias("https://linkmauve.fr/ns/xmpp-doap#"))]
#[derive(Clone, Xml)]
#[xml(namespace = XMPP, name = "note", prefix = "xmpp", derive(Debug, PartialEq, Eq))]
#[xml(new = "A note with this text.", parameters = [text], with)]
#[non_exhaustive]
pub struct Note {
    /// The language. `None` means that of the element around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
