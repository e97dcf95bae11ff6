//! Message archives: queries, paged results, metadata, and preferences.
//!
//! Clients should query with a [`Search`], which accepts results only from the queried archive. The elements themselves are
//! [`Query`], [`QueryResult`] and [`Fin`].
//!
//! ```
//! use xmpp_archive::mam::{Filter, Query};
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_jid::Jid;
//! use xmpp_vocabulary::result_set::ResultSet;
//!
//! let mut filter = Filter::new(FormKind::Submit);
//! filter.with = Some(Jid::new("juliet@capulet.example")?);
//! filter.start = Some("2026-06-07T00:00:00Z".parse()?);
//! let query = Query::new().with_filter(&filter).with_set(ResultSet::last_page(20));
//!
//! let written = xmpp_xml::to_string(&query)?;
//! assert!(written.contains("<field var='with'><value>juliet@capulet.example</value></field>"));
//! let read: Query = xmpp_xml::from_str(&written)?;
//! assert_eq!(read.filter()?.with, filter.with);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0313, Message Archive Management](https://xmpp.org/extensions/xep-0313.html),
//! [XEP-0441, Message Archive Management Preferences](https://xmpp.org/extensions/xep-0441.html)

mod search;

pub use self::search::{ArchivedMessage, Event, Search, SearchError};

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::{FORM_TYPE, Field, Form, FormKind};
use xmpp_data_forms::form_type::FormError;
use xmpp_jid::Jid;
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_vocabulary::order::Order;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{DateTime, Extra, OtherToken, Xml};

/// The namespace, which is also the feature of archives.
pub const NS: &str = "urn:xmpp:mam:2";

/// The namespace of version 0.5 of the specification, in which archive IDs were not yet stanza IDs.
pub const NS_1: &str = "urn:xmpp:mam:1";

/// The namespace of versions 0.3 and 0.4, in which a message had the [`Fin`].
pub const NS_0: &str = "urn:xmpp:mam:0";

/// The namespace of versions 0.1 and 0.2, in which queries had no form.
pub const NS_TMP: &str = "urn:xmpp:mam:tmp";

/// The feature of an archive that supports `before-id`, `after-id` and `ids` in a [`Filter`], flipped pages and [`Metadata`].
///
/// [XEP-0313 §7](https://xmpp.org/extensions/xep-0313.html#support)
pub const EXTENDED: &str = "urn:xmpp:mam:2#extended";

/// The feature of an archive that supports `include-groupchat` in a [`Filter`].
///
/// [XEP-0313 §7](https://xmpp.org/extensions/xep-0313.html#support)
pub const GROUPCHAT_FIELD: &str = "urn:xmpp:mam:2#groupchat-field";

/// The feature of an account's archive that includes messages from rooms.
///
/// [XEP-0313 §7](https://xmpp.org/extensions/xep-0313.html#support)
pub const GROUPCHAT_AVAILABLE: &str = "urn:xmpp:mam:2#groupchat-available";

/// The feature of an archive that supports [`full_text`](Filter::full_text) in a [`Filter`].
///
/// [XEP-0431 §2.1](https://xmpp.org/extensions/xep-0431.html)
pub const FULL_TEXT: &str = "urn:xmpp:fulltext:0";

/// The node of the ad-hoc command with which a server may offer further preferences.
///
/// [XEP-0441 §2.2](https://xmpp.org/extensions/xep-0441.html#advanced-config)
pub const CONFIGURE: &str = "urn:xmpp:mam#configure";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0313](https://xmpp.org/extensions/xep-0313.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// `urn:xmpp:mam:2`, the current one.
    #[default]
    #[xml(token = "urn:xmpp:mam:2")]
    V2,
    /// `urn:xmpp:mam:1`: an archive ID need not be a stanza ID.
    #[xml(token = "urn:xmpp:mam:1")]
    V1,
    /// `urn:xmpp:mam:0`: the [`Fin`] is sent in a message.
    #[xml(token = "urn:xmpp:mam:0")]
    V0,
    /// `urn:xmpp:mam:tmp`: the conditions of a query are elements, the query is of type `get`, and there is no [`Fin`].
    #[xml(token = "urn:xmpp:mam:tmp")]
    Tmp,
}

/// In an iq of type `set`, a query for messages; in one of type `get`, a request for the fields of the form.
///
/// The results are sent as messages, each with a [`QueryResult`], followed by the result of the iq, with a [`Fin`]. The result
/// of an iq of type `get` is a query with the form.
///
/// [XEP-0313 §4](https://xmpp.org/extensions/xep-0313.html#query)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:2", "urn:xmpp:mam:1", "urn:xmpp:mam:0"))]
#[doc(alias("urn:xmpp:mam:tmp"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "query", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Query {
    /// The version of the protocol, determined by the namespace; [`with_version`](Self::with_version) changes it.
    #[xml(namespace)]
    pub version: Version,
    /// The identifier that results repeat: an opaque string. `None` means that they have none.
    #[xml(attribute = "queryid")]
    pub query_id: Option<String>,
    /// The publish-subscribe node to query ([XEP-0442](https://xmpp.org/extensions/xep-0442.html)). `None` means the
    /// archive of the recipient.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The filter for messages: read it with [`filter`](Self::filter). `None` means all messages.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// The requested page. `None` leaves it to the archive.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// The requested order; each criterion applies where those before it are equal. Empty means
    /// the order of the archive.
    ///
    /// [XEP-0413](https://xmpp.org/extensions/xep-0413.html)
    #[xml(child, strict)]
    pub order: Vec<Order>,
    /// Whether to send the page with the newest message first; the archive must be [`EXTENDED`].
    #[xml(flag = "flip-page")]
    pub is_flipped: bool,
    /// Only in [`Version::Tmp`]: the earliest time. `None` means the beginning of the archive.
    #[xml(child_text = "start", strict)]
    pub start: Option<DateTime>,
    /// Only in [`Version::Tmp`]: the latest time. `None` means the end of the archive.
    #[xml(child_text = "end", strict)]
    pub end: Option<DateTime>,
    /// Only in [`Version::Tmp`]: the correspondent, `with`. `None` means any.
    #[xml(child_text = "with", strict)]
    pub peer: Option<Jid>,
    /// The search terms, in an extension of ejabberd to [`Version::Tmp`]. `None` means any text.
    #[xml(child_text = "withtext", strict)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// A query for all messages, or in an iq of type `get` a request for the fields of the form, in the current version.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same query in another version of the protocol, with its form.
    ///
    /// Conditions are not moved between the form and the elements of [`Version::Tmp`]: choose the version before the
    /// [filter](Self::with_filter).
    #[must_use]
    pub fn with_version(mut self, version: Version) -> Self {
        self.version = version;
        if let Some(form) = &mut self.form {
            set_version(form, version);
        }
        self
    }

    /// The same query with this filter.
    ///
    /// In [`Version::Tmp`] only times, a JID and [search terms](Self::text) are supported; other conditions are left out.
    #[must_use]
    pub fn with_filter(mut self, filter: &Filter) -> Self {
        if self.version == Version::Tmp {
            self.start.clone_from(&filter.start);
            self.end.clone_from(&filter.end);
            self.peer.clone_from(&filter.with);
            self.text.clone_from(&filter.full_text);
            return self;
        }
        let mut form = filter.submit();
        set_version(&mut form, self.version);
        self.form = Some(form);
        self
    }

    /// The filter. An empty one matches all messages.
    ///
    /// # Errors
    /// The form has another `FORM_TYPE` than the namespace of the query, or a field has a value that is invalid for its type.
    pub fn filter(&self) -> Result<Filter, FormError> {
        let Some(form) = &self.form else {
            let mut filter = Filter::new(FormKind::Submit);
            filter.start.clone_from(&self.start);
            filter.end.clone_from(&self.end);
            filter.with.clone_from(&self.peer);
            filter.full_text.clone_from(&self.text);
            return Ok(filter);
        };
        let found = form.form_type();
        if found.map(str::trim_ascii) != Some(self.version.as_str()) {
            return Err(FormError::WrongFormType {
                expected: self.version.as_str(),
                found: found.map(Into::into),
            });
        }
        Ok(Filter::from_fields(form)?)
    }
}

/// Puts the namespace of the version into a form.
fn set_version(form: &mut Form, version: Version) {
    form.set_value(FORM_TYPE, version.as_str());
}

/// A filter for messages, which must meet all conditions. [`Query::with_filter`](Query::with_filter) adds it
/// to a query, [`Query::filter`](Query::filter) reads it from one, in any version of the protocol.
///
/// [XEP-0313 §4.1](https://xmpp.org/extensions/xep-0313.html#filter)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:2"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:mam:2")]
#[non_exhaustive]
pub struct Filter {
    /// The correspondent; a bare JID matches all of its resources. In the archive of a room, the
    /// sender. `None` means any.
    #[form(var = "with", kind = "jid-single", strict)]
    pub with: Option<Jid>,
    /// The earliest time at which the archive received it. `None` means the beginning of the archive.
    #[form(var = "start", kind = "text-single", strict)]
    pub start: Option<DateTime>,
    /// The latest time at which the archive received it. `None` means the end of the archive.
    #[form(var = "end", kind = "text-single", strict)]
    pub end: Option<DateTime>,
    /// Only messages before the one with this ID; the archive must be [`EXTENDED`]. `None` means up to the end of
    /// the archive.
    #[form(var = "before-id", kind = "text-single", strict)]
    pub before_id: Option<String>,
    /// Only messages after the one with this ID; the archive must be [`EXTENDED`]. `None` means from the
    /// beginning of the archive.
    #[form(var = "after-id", kind = "text-single", strict)]
    pub after_id: Option<String>,
    /// Only messages with one of these IDs; the archive must be [`EXTENDED`]. Empty means any ID.
    #[form(var = "ids", kind = "list-multi", strict)]
    pub ids: Vec<String>,
    /// Whether to include messages from rooms; the archive must have the feature [`GROUPCHAT_FIELD`].
    /// `None` leaves it to the archive.
    #[form(var = "include-groupchat", kind = "boolean", strict)]
    pub include_groupchat: Option<bool>,
    /// The search terms, interpreted by the archive; it must have the feature [`FULL_TEXT`]. `None` means any
    /// text.
    ///
    /// [XEP-0431](https://xmpp.org/extensions/xep-0431.html)
    #[form(var = "{urn:xmpp:fulltext:0}fulltext", kind = "text-single", strict)]
    pub full_text: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Filter {
    /// The unknown fields of the form. An archive that does not support one of them must refuse the query
    /// with `feature-not-implemented`, or it would send messages that were not requested.
    ///
    /// [XEP-0313 §4.1.5](https://xmpp.org/extensions/xep-0313.html#query-form)
    pub fn other_fields(&self) -> impl Iterator<Item = &Field> {
        let is_known = |var: &str| var == FORM_TYPE || Self::FIELDS.iter().any(|f| f.var == var);
        let fields = self.form.fields.iter();
        fields.filter(move |field| !field.var.as_deref().is_some_and(is_known))
    }
}

/// In a message: one message of the archive.
///
/// Clients should read it with [`Search::take`], which checks the sender: anybody can send one.
///
/// [XEP-0313 §4.2](https://xmpp.org/extensions/xep-0313.html#results)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:2", "urn:xmpp:mam:1", "urn:xmpp:mam:0"))]
#[doc(alias("urn:xmpp:mam:tmp", "result"))]
#[derive(Clone, Xml)]
#[xml(name = "result", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A message of an archive, in the current version and without a [`query_id`](Self::query_id).",
    with
)]
#[non_exhaustive]
pub struct QueryResult {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace, default)]
    pub version: Version,
    /// The [`query_id`](Query::query_id) of the query. `None` if it had none.
    #[xml(attribute = "queryid")]
    pub query_id: Option<String>,
    /// The ID of the message in the archive: an opaque string, used in paging and filters.
    #[xml(attribute)]
    pub id: String,
    /// The message and the time at which the archive received it. If there is no message, the archive has removed it.
    #[xml(child, strict)]
    pub forwarded: Forwarded,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The end of a page: in the answer to the iq, in [`Version::V0`] in a message.
///
/// [XEP-0313 §4](https://xmpp.org/extensions/xep-0313.html#query)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:2", "urn:xmpp:mam:1", "urn:xmpp:mam:0"))]
#[doc(alias("urn:xmpp:mam:tmp"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "fin", derive(Debug, PartialEq, Eq))]
#[xml(new = "The end of a page that is not the last one, in the current version.", parameters = [set], with)]
#[non_exhaustive]
pub struct Fin {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace, default)]
    pub version: Version,
    /// Only in [`Version::V0`]: the [`query_id`](Query::query_id) of the query. `None` if it had none.
    #[xml(attribute = "queryid")]
    pub query_id: Option<String>,
    /// Whether there are no more pages in this direction.
    #[xml(attribute, default)]
    pub complete: bool,
    /// Whether the same query will have the same results later. `None` means yes: see
    /// [`is_stable`](Self::is_stable).
    #[xml(attribute, strict)]
    pub stable: Option<bool>,
    /// Which page this is. The specification requires it.
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Fin {
    /// Whether the same query will have the same results later. What is not stable should not be kept for long.
    ///
    /// [XEP-0313 §4.3.2](https://xmpp.org/extensions/xep-0313.html#query-paging-request)
    #[must_use]
    pub fn is_stable(&self) -> bool {
        self.stable.unwrap_or(true)
    }
}

/// In an iq of type `get`, and empty, a request for the metadata of an [`EXTENDED`] archive; the result has it.
///
/// [XEP-0313 §5](https://xmpp.org/extensions/xep-0313.html#archive-metadata)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "metadata", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A request for metadata, or the result of an empty archive.",
    with
)]
#[non_exhaustive]
pub struct Metadata {
    /// The first message. `None` in a request, and in the result of an empty archive.
    #[xml(child)]
    pub start: Option<MetadataStart>,
    /// The last message. `None` in a request, and in the result of an empty archive.
    #[xml(child)]
    pub end: Option<MetadataEnd>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The first message of an archive.
///
/// [XEP-0313 §5](https://xmpp.org/extensions/xep-0313.html#archive-metadata)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:2", "start"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "start", derive(Debug, PartialEq, Eq))]
#[xml(new = "The message with this id, received at this time.")]
#[non_exhaustive]
pub struct MetadataStart {
    /// The ID of the message in the archive.
    #[xml(attribute)]
    pub id: String,
    /// The time at which the archive received it.
    #[xml(attribute)]
    pub timestamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The last message of an archive.
///
/// [XEP-0313 §5](https://xmpp.org/extensions/xep-0313.html#archive-metadata)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:2", "end"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "end", derive(Debug, PartialEq, Eq))]
#[xml(new = "The message with this id, received at this time.")]
#[non_exhaustive]
pub struct MetadataEnd {
    /// The ID of the message in the archive.
    #[xml(attribute)]
    pub id: String,
    /// The time at which the archive received it.
    #[xml(attribute)]
    pub timestamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message of [`Version::Tmp`]: the ID of the message in an archive. Superseded by stanza IDs
/// ([XEP-0359](https://xmpp.org/extensions/xep-0359.html)).
///
/// The sender may have forged it: trust it only if [`by`](Self::by) is an archive whose server is known
/// to remove forged ones.
///
/// [XEP-0313 0.2 §2](https://xmpp.org/extensions/attic/xep-0313-0.2.html)
#[doc(alias("XEP-0313", "XEP0313", "0313"))]
#[doc(alias("urn:xmpp:mam:tmp"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_TMP, name = "archived", derive(Debug, PartialEq, Eq))]
#[xml(new = "The ID of the message in the archive of this JID.")]
#[non_exhaustive]
pub struct Archived {
    /// The JID of the archive.
    #[xml(attribute)]
    pub by: Jid,
    /// The ID of the message in the archive.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, and empty, a request for the preferences; in one of type `set`, all new preferences; the result of
/// either has the resulting ones, which may differ.
///
/// [XEP-0441 §2.1](https://xmpp.org/extensions/xep-0441.html#config)
#[doc(alias("XEP-0441", "XEP0441", "0441"))]
#[doc(alias("urn:xmpp:mam:2", "urn:xmpp:mam:1", "urn:xmpp:mam:0"))]
#[doc(alias("urn:xmpp:mam:tmp", "prefs"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "prefs", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Preferences {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The default for JIDs that are on neither list. `None` in a request for the preferences.
    #[xml(attribute)]
    pub default: Option<DefaultPolicy>,
    /// The JIDs whose messages are always archived. `None` means none.
    #[xml(child, strict)]
    pub always: Option<Always>,
    /// The JIDs whose messages are never archived. `None` means none.
    #[xml(child, strict)]
    pub never: Option<Never>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Preferences {
    /// A request for the preferences, in the current version of the protocol.
    #[must_use]
    pub fn get() -> Self {
        Self::default()
    }

    /// Preferences with this default and two empty lists, in the current version of the protocol.
    #[must_use]
    pub fn new(default: DefaultPolicy) -> Self {
        Self {
            default: Some(default),
            always: Some(Always::default()),
            never: Some(Never::default()),
            ..Self::default()
        }
    }
}

/// The JIDs whose messages are always archived.
///
/// [XEP-0441 §2.1.2](https://xmpp.org/extensions/xep-0441.html#config-always)
#[doc(alias("XEP-0441", "XEP0441", "0441"))]
#[doc(alias("urn:xmpp:mam:2", "urn:xmpp:mam:1", "urn:xmpp:mam:0"))]
#[doc(alias("urn:xmpp:mam:tmp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = [NS, NS_1, NS_0, NS_TMP], name = "always", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these JIDs.", parameters = [jids])]
#[non_exhaustive]
pub struct Always {
    /// The JIDs; a bare one matches all of its resources.
    #[xml(child_text = "jid")]
    pub jids: Vec<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Always {
    /// Whether a JID is on the list: the recipient of a message that the user sends, or the sender of one that the user
    /// receives.
    ///
    /// [XEP-0441 §2.3](https://xmpp.org/extensions/xep-0441.html#match)
    #[must_use]
    pub fn matches(&self, target: &Jid) -> bool {
        matches(&self.jids, target)
    }
}

/// The JIDs whose messages are never archived.
///
/// [XEP-0441 §2.1.3](https://xmpp.org/extensions/xep-0441.html#config-never)
#[doc(alias("XEP-0441", "XEP0441", "0441"))]
#[doc(alias("urn:xmpp:mam:2", "urn:xmpp:mam:1", "urn:xmpp:mam:0"))]
#[doc(alias("urn:xmpp:mam:tmp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = [NS, NS_1, NS_0, NS_TMP], name = "never", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these JIDs.", parameters = [jids])]
#[non_exhaustive]
pub struct Never {
    /// The JIDs; a bare one matches all of its resources. An invalid one makes the whole element invalid: without it,
    /// messages would be archived that must not be.
    #[xml(child_text = "jid", strict)]
    pub jids: Vec<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Never {
    /// Whether a JID is on the list: the recipient of a message that the user sends, or the sender of one that the user
    /// receives.
    ///
    /// [XEP-0441 §2.3](https://xmpp.org/extensions/xep-0441.html#match)
    #[must_use]
    pub fn matches(&self, target: &Jid) -> bool {
        matches(&self.jids, target)
    }
}

fn matches(jids: &[Jid], target: &Jid) -> bool {
    let is_it = |jid: &Jid| jid == target || jid.is_valid() && jid.is_bare() && jid.bare_eq(target);
    jids.iter().any(is_it)
}

/// The default for messages of JIDs that are on neither list.
///
/// [XEP-0441 §2.1.1](https://xmpp.org/extensions/xep-0441.html#config-default)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum DefaultPolicy {
    /// `always`: archive them.
    Always,
    /// `never`: do not archive them.
    Never,
    /// `roster`: archive them if the bare JID is in the user's roster.
    Roster,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
