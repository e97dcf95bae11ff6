//! Exported accounts of a server, for moving them to another server.
//!
//! ```
//! use xmpp_archive::export::ServerData;
//! use xmpp_xml::{Limits, Options, Report, read_with};
//!
//! let file = "<server-data xmlns='urn:xmpp:pie:0'><host jid='capulet.example'><user name='juliet'>\
//!     <scram-credentials xmlns='urn:xmpp:pie:0#scram' mechanism='SCRAM-SHA-1'><iter-count>10000</iter-count>\
//!     <salt>TmFDbA==</salt><server-key>0pXW</server-key><stored-key>Q6qT</stored-key></scram-credentials>\
//!     <vCard xmlns='vcard-temp'><FN>Juliet Capulet</FN></vCard></user></host></server-data>";
//! let options = Options::new().limits(Limits::file());
//! let data: ServerData = read_with(file.as_bytes(), &options, &mut Report::default())?;
//! let user = &data.hosts[0].users[0];
//! assert_eq!(user.credentials[0].iterations, 10000);
//! assert_eq!(user.payloads[0].name(), "vCard");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0227, Portable Import/Export Format for XMPP-IM Servers](https://xmpp.org/extensions/xep-0227.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_xml::{Base64, Element, Error, Extra, RawElement, Secret, Xml, payloads};

use crate::mam::QueryResult;

/// The namespace.
pub const NS: &str = "urn:xmpp:pie:0";

/// The namespace of archived messages.
pub const NS_MAM: &str = "urn:xmpp:pie:0#mam";

/// The namespace of credentials.
pub const NS_SCRAM: &str = "urn:xmpp:pie:0#scram";

/// The namespace of XInclude, with which an export is split into several files.
pub const NS_XINCLUDE: &str = "http://www.w3.org/2001/XInclude";

/// All exported data of a server: the root of the file.
///
/// [XEP-0227 §4](https://xmpp.org/extensions/xep-0227.html#fileformat)
#[doc(alias("XEP-0227", "XEP0227", "0227"))]
#[doc(alias("urn:xmpp:pie:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "server-data", derive(Debug, PartialEq, Eq))]
#[xml(new = "An export of these hosts.", parameters = [hosts], with)]
#[non_exhaustive]
pub struct ServerData {
    /// The virtual hosts.
    #[xml(child)]
    pub hosts: Vec<Host>,
    /// Included files with further hosts.
    #[xml(child)]
    pub includes: Vec<Include>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A virtual host; also the root of a file that is [included](Include).
///
/// [XEP-0227 §4.1](https://xmpp.org/extensions/xep-0227.html#hosts)
#[doc(alias("XEP-0227", "XEP0227", "0227"))]
#[doc(alias("urn:xmpp:pie:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "host", derive(Debug, PartialEq, Eq))]
#[xml(new = "The host of this domain, with these users.", parameters = [jid, users], with)]
#[non_exhaustive]
pub struct Host {
    /// The domain.
    #[xml(attribute)]
    pub jid: Jid,
    /// The accounts.
    #[xml(child)]
    pub users: Vec<User>,
    /// Included files with further accounts.
    #[xml(child)]
    pub includes: Vec<Include>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An account; also the root of a file that is [included](Include).
///
/// [XEP-0227 §4.2](https://xmpp.org/extensions/xep-0227.html#users)
#[doc(alias("XEP-0227", "XEP0227", "0227"))]
#[doc(alias("urn:xmpp:pie:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "user", derive(Debug, PartialEq, Eq))]
#[xml(new = "The account with this localpart.", with)]
#[non_exhaustive]
pub struct User {
    /// The localpart of the JID.
    #[xml(attribute)]
    pub name: String,
    /// The password in plain text, which a server should not even have. `None` if not exported.
    #[xml(attribute)]
    pub password: Option<Secret<String>>,
    /// The credentials, one for each mechanism.
    #[xml(child)]
    pub credentials: Vec<ScramCredentials>,
    /// Offline messages. `None` if the server has none.
    #[xml(child)]
    pub offline_messages: Option<OfflineMessages>,
    /// The message archive. `None` if not exported.
    #[xml(child)]
    pub archive: Option<Archive>,
    /// Included files with further data of the account.
    #[xml(child)]
    pub includes: Vec<Include>,
    /// Other data: the roster, the vCard, private XML, privacy lists, pending subscription requests as presence
    /// stanzas, and publish-subscribe nodes, with configuration and items separately.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl User {
    /// The first payload that is a `T`. `None` if there is none.
    ///
    /// # Errors
    /// The payload has the name of a `T`, but something that `T` requires is missing or invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/user")
    }

    /// All payloads that are a `T`, such as subscription requests, each parsed as in [`payload`](Self::payload).
    pub fn payloads_of<T: Element>(&self) -> impl Iterator<Item = Result<T, Error>> {
        let all = self.payloads.iter().filter(|raw| raw.is_a::<T>());
        all.map(|raw| raw.parse().map_err(|error| error.within("/user")))
    }

    /// Appends a payload.
    ///
    /// # Errors
    /// The payload contains something that XML cannot carry; nothing has changed then.
    pub fn push_payload<T: Element>(&mut self, payload: &T) -> Result<(), Error> {
        self.payloads.push(RawElement::from_element(payload)?);
        Ok(())
    }
}

/// Credentials for a SCRAM mechanism.
///
/// With these, an attacker can log in as the user on any server that uses the same salt and iterations.
///
/// [XEP-0227 §4.3](https://xmpp.org/extensions/xep-0227.html#scram-credentials)
#[doc(alias("XEP-0227", "XEP0227", "0227"))]
#[doc(alias("urn:xmpp:pie:0#scram"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_SCRAM, name = "scram-credentials", derive(Debug, PartialEq, Eq))]
#[xml(new = "The credentials for a mechanism.")]
#[non_exhaustive]
pub struct ScramCredentials {
    /// The mechanism by its registered name, without `-PLUS`: `SCRAM-SHA-1`.
    #[xml(attribute)]
    pub mechanism: String,
    /// The number of iterations, `iter-count`.
    #[xml(child_text = "iter-count")]
    pub iterations: u32,
    /// The salt.
    #[xml(child_text = "salt")]
    pub salt: Base64,
    /// The ServerKey of RFC 5802.
    #[xml(child_text = "server-key")]
    pub server_key: Secret<Base64>,
    /// The StoredKey of RFC 5802.
    #[xml(child_text = "stored-key")]
    pub stored_key: Secret<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Offline messages of an account.
///
/// [XEP-0227 §4.5](https://xmpp.org/extensions/xep-0227.html#offlinemessages)
#[doc(alias("XEP-0227", "XEP0227", "0227"))]
#[doc(alias("urn:xmpp:pie:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "offline-messages", derive(Debug, PartialEq, Eq))]
#[xml(new = "A store of these messages.", parameters = [messages])]
#[non_exhaustive]
pub struct OfflineMessages {
    /// The messages, oldest first; each should have a delay with its time.
    #[xml(child)]
    pub messages: Vec<Message>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The message archive of an account.
///
/// [XEP-0227 §4.11](https://xmpp.org/extensions/xep-0227.html#archive)
#[doc(alias("XEP-0227", "XEP0227", "0227"))]
#[doc(alias("urn:xmpp:pie:0#mam"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS_MAM, name = "archive", derive(Debug, PartialEq, Eq))]
#[xml(new = "An archive of these messages.", parameters = [results])]
#[non_exhaustive]
pub struct Archive {
    /// The messages, oldest first, as results of a query without a `queryid`.
    #[xml(child)]
    pub results: Vec<QueryResult>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An included file with further data.
///
/// It is only followed directly within [`ServerData`], a [`Host`] or a [`User`], not deeper: there it is part of a
/// user's data, and would allow users to read files of the server.
///
/// [XEP-0227 §5](https://xmpp.org/extensions/xep-0227.html#xinclude),
/// [XML Inclusions §3.1](https://www.w3.org/TR/xinclude/#include_element)
#[doc(alias("XEP-0227", "XEP0227", "0227"))]
#[doc(alias("http://www.w3.org/2001/XInclude"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_XINCLUDE, name = "include", derive(Debug, PartialEq, Eq))]
#[xml(new = "The file at this location.", parameters = [href], with)]
#[non_exhaustive]
pub struct Include {
    /// The location of the file, relative to the including file: see [`path`](Self::path). `None` means that file itself.
    #[xml(attribute)]
    pub href: Option<String>,
    /// The parse mode: `xml` or `text`. `None` means `xml`.
    #[xml(attribute)]
    pub parse: Option<String>,
    /// The included part. `None` means all of it.
    #[xml(attribute)]
    pub xpointer: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Include {
    /// The path of the file, relative to the folder of the including file, if it is of the kind that every
    /// importing server must support. `None` for any other kind, and for a path that might lead out of that folder: one
    /// that is absolute, has a scheme, a query or a fragment, a segment `..`, or a backslash or percent sign in it.
    ///
    /// ```
    /// use xmpp_archive::export::Include;
    ///
    /// assert_eq!(Include::new("capulet.example/juliet.xml").path(), Some("capulet.example/juliet.xml"));
    /// assert_eq!(Include::new("../../etc/shadow").path(), None);
    /// ```
    ///
    /// [XEP-0227 §5](https://xmpp.org/extensions/xep-0227.html#xinclude)
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        let path = self.href.as_deref()?;
        let is_plain = |c: char| !matches!(c, ':' | '?' | '#' | '\\' | '%') && !c.is_control();
        let is_name = |segment: &str| !matches!(segment, "" | "." | "..");
        (self.parse.is_none()
            && self.xpointer.is_none()
            && path.chars().all(is_plain)
            && path.split('/').all(is_name))
        .then_some(path)
    }
}
