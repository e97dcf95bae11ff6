//! The features of an entity, announced as hashes over an unambiguous input, unlike those of [`caps`](crate::caps).
//!
//! An entity includes [`Capabilities`] in its presence. Whoever sees a hash for the first time sends the
//! [request](node_of) and [verifies](verify) the answer; a [valid](Verification::Valid) answer applies to every entity
//! that announces that hash.
//!
//! ```
//! use xmpp_disco::caps2::{Capabilities, node_of, verify};
//! use xmpp_disco::info::{Feature, Identity, Request, Response};
//! use xmpp_vocabulary::hashes::Algorithm;
//!
//! let info = Response::new()
//!     .with_identities([Identity::new("client", "pc").with_name("Wings")])
//!     .with_features([Feature::new("urn:example:flight")]);
//! let announced = Capabilities::of(&info, [Algorithm::Sha256, Algorithm::Sha3_256], None)?;
//!
//! let hash = &announced.hashes[0];
//! let request = Request::of_node(&node_of(hash).expect("a hash"));
//! assert_eq!(
//!     request.node.as_deref(),
//!     Some("urn:xmpp:caps#sha-256.bmGpGx6AmLp0QEH+nJjlBeMW5Uu2jMd9WnGSw2++gW0=")
//! );
//! assert!(verify(hash, &info, None).is_valid());
//! # Ok::<(), xmpp_disco::caps2::Unverifiable>(())
//! ```
//!
//! [XEP-0390, Entity Capabilities 2.0](https://xmpp.org/extensions/xep-0390.html)

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_data_forms::form::{FORM_TYPE, Field, FieldKind, Form};
use xmpp_vocabulary::hashes::{Algorithm, Hash};
use xmpp_xml::namespace::XML;
use xmpp_xml::{Base64, Extra, LanguageTag, Value as _, Xml, for_log};

use crate::caps::function;
use crate::info::{Identity, Response};

/// The namespace, and the feature of an entity that supports these capabilities.
pub const NS: &str = "urn:xmpp:caps";

/// The feature of a server that forwards a client's capabilities only when they have changed.
///
/// [XEP-0390 §5.3](https://xmpp.org/extensions/xep-0390.html#usecases-support)
pub const OPTIMIZE: &str = "urn:xmpp:caps:optimize";

/// The feature of a server that accepts a client's capabilities before its initial presence, in an iq of type `set`.
///
/// [XEP-0390 §5.6](https://xmpp.org/extensions/xep-0390.html#usecases-gratuitous)
pub const GRATUITOUS: &str = "urn:xmpp:caps:gratuitous";

/// The capabilities of an entity as a set of hashes of the same answer.
///
/// Each hash is independent. Those that were not [verified](verify) apply to no other entity.
///
/// [XEP-0390 §5.4](https://xmpp.org/extensions/xep-0390.html#usecases-broadcast)
#[doc(alias("XEP-0390", "XEP0390", "0390"))]
#[doc(alias("urn:xmpp:caps", "c"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "c", derive(Debug, PartialEq, Eq))]
#[xml(new = "Capabilities with these hashes.", parameters = [hashes])]
#[non_exhaustive]
pub struct Capabilities {
    /// The hashes.
    #[xml(child)]
    pub hashes: Vec<Hash>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Capabilities {
    /// The capabilities of an entity with the answer `info`, whose language is `lang`, with these hash functions.
    ///
    /// # Errors
    /// A hash function is not [supported](crate::caps::is_supported), or the answer cannot be hashed.
    ///
    /// [XEP-0390 §4.2](https://xmpp.org/extensions/xep-0390.html#algorithm-hashsets)
    pub fn of(
        info: &Response,
        algorithms: impl IntoIterator<Item = Algorithm>,
        lang: Option<&LanguageTag>,
    ) -> Result<Self, Unverifiable> {
        let input = hash_input(info, lang).map_err(Unverifiable::IllFormed)?;
        let hash = |algorithm: Algorithm| {
            let function = function(&algorithm).ok_or(Unverifiable::UnsupportedHash)?;
            Ok(Hash::new(algorithm, Base64(function(&input))))
        };
        let hashes: Result<Vec<_>, _> = algorithms.into_iter().map(hash).collect();
        hashes.map(Self::new)
    }
}

/// The disco#info node for a hash, to query an entity that announces it. `None` if the hash is not
/// [whole](Hash::digest).
///
/// [XEP-0390 §4.3](https://xmpp.org/extensions/xep-0390.html#algorithm-hashnodes)
#[must_use]
pub fn node_of(hash: &Hash) -> Option<String> {
    let digest = Base64(hash.digest()?.to_vec());
    Some(format!(
        "{NS}#{}.{}",
        hash.algorithm.as_str(),
        digest.to_text()
    ))
}

/// The hash in a node. `None` for other nodes.
///
/// [XEP-0390 §4.3](https://xmpp.org/extensions/xep-0390.html#algorithm-hashnodes)
#[must_use]
pub fn hash_of(node: &str) -> Option<Hash> {
    let hash = node.strip_prefix(NS)?.strip_prefix('#')?;
    // From the end: a hash function may have a full stop in its name.
    let (algorithm, value) = hash.rsplit_once('.')?;
    let hash = Hash::new(Algorithm::from(algorithm), Base64::parse(value).ok()?);
    hash.digest().is_some().then_some(hash)
}

/// The result of verifying an answer against an announced hash.
///
/// [XEP-0390 §4.4](https://xmpp.org/extensions/xep-0390.html#algorithm-verify)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
#[non_exhaustive]
pub enum Verification {
    /// The answer is the announced one, so it applies to every entity that announces this hash.
    Valid,
    /// The answer is another one. Do not store it for the hash.
    Mismatch {
        /// The hash of the answer.
        computed: Vec<u8>,
    },
    /// The hash function is not [supported](crate::caps::is_supported): the answer cannot be verified and applies only to the
    /// entity that sent it.
    UnsupportedHash,
    /// The answer cannot be hashed.
    IllFormed(IllFormed),
}

impl Verification {
    /// Whether the answer is the announced one.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        *self == Self::Valid
    }
}

/// Verifies that an answer matches a hash. `lang` is the language in scope around the answer: that of the iq, else that of
/// the stream.
///
/// [XEP-0390 §4.4](https://xmpp.org/extensions/xep-0390.html#algorithm-verify)
pub fn verify(hash: &Hash, info: &Response, lang: Option<&LanguageTag>) -> Verification {
    let Some(function) = function(&hash.algorithm) else {
        return Verification::UnsupportedHash;
    };
    match hash_input(info, lang) {
        Err(why) => Verification::IllFormed(why),
        Ok(input) => {
            let computed = function(&input);
            if hash.digest() == Some(&*computed) {
                Verification::Valid
            } else {
                Verification::Mismatch { computed }
            }
        }
    }
}

/// Why there are no hashes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unverifiable {
    /// The hash function is not [supported](crate::caps::is_supported).
    UnsupportedHash,
    /// The answer must not be hashed.
    IllFormed(IllFormed),
}

/// Why an answer must not be hashed.
///
/// [XEP-0390 §4.1](https://xmpp.org/extensions/xep-0390.html#algorithm-input)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IllFormed {
    /// There is something besides identities, features and forms, or one of them is invalid and only
    /// [kept](xmpp_xml::Invalid::Keep).
    Foreign {
        /// The name of the element.
        element: String,
    },
    /// A form contains a table.
    Table,
    /// A form has no kind: there is no hidden field `FORM_TYPE`, or there are several, or it does not have exactly one
    /// value.
    Untyped,
    /// A text contains a control character that separates the parts of the hash input.
    Separator,
}

/// The end of a text.
const UNIT: u8 = 0x1F;
/// The end of an identity or field.
const RECORD: u8 = 0x1E;
/// The end of a form.
const GROUP: u8 = 0x1D;
/// The end of all features, identities or forms.
const FILE: u8 = 0x1C;

/// The hash input: features, identities and forms, sorted. `lang` is the language in scope around the answer.
///
/// For debugging hash mismatches.
///
/// # Errors
/// The answer must not be hashed.
///
/// [XEP-0390 §4.1](https://xmpp.org/extensions/xep-0390.html#algorithm-input)
pub fn hash_input(info: &Response, lang: Option<&LanguageTag>) -> Result<Vec<u8>, IllFormed> {
    let foreign = |name: &str| IllFormed::Foreign {
        element: String::from(name),
    };
    if let Some(child) = info.extra.children().next() {
        return Err(foreign(child.name()));
    }
    if info.headers.is_some() {
        return Err(foreign("headers"));
    }
    let around = info
        .extra
        .attribute(XML, "lang")
        .or_else(|| lang.map(LanguageTag::as_str));

    let mut input = Vec::new();
    let features = info.features.iter().map(|feature| texts([&*feature.var]));
    joined(features, FILE, &mut input)?;
    let identities = info.identities.iter().map(|it| identity(it, around));
    joined(identities, FILE, &mut input)?;
    joined(info.forms.iter().map(form), FILE, &mut input)?;
    Ok(input)
}

/// The parts from lesser to greater, and what ends them. Each has its own end when they are compared, before which a tab
/// or a line break sorts.
fn joined(
    parts: impl Iterator<Item = Result<Vec<u8>, IllFormed>>,
    end: u8,
    out: &mut Vec<u8>,
) -> Result<(), IllFormed> {
    let mut parts = parts.collect::<Result<Vec<_>, _>>()?;
    parts.sort_unstable();
    for part in parts {
        out.extend(part);
    }
    out.push(end);
    Ok(())
}

/// The texts, each with its end.
fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Result<Vec<u8>, IllFormed> {
    let mut out = Vec::new();
    for text in texts {
        if text.bytes().any(|b| (FILE..=UNIT).contains(&b)) {
            return Err(IllFormed::Separator);
        }
        out.extend_from_slice(text.as_bytes());
        out.push(UNIT);
    }
    Ok(out)
}

fn identity(identity: &Identity, around: Option<&str>) -> Result<Vec<u8>, IllFormed> {
    let lang = identity.lang.as_ref().map(LanguageTag::as_str).or(around);
    let name = identity.name.as_deref();
    let mut out = texts([
        &*identity.category,
        &*identity.kind,
        lang.unwrap_or_default(),
        name.unwrap_or_default(),
    ])?;
    out.push(RECORD);
    Ok(out)
}

fn form(form: &Form) -> Result<Vec<u8>, IllFormed> {
    let is_lost = |name: &str| matches!(name, "field" | "reported" | "item");
    if let Some(lost) = form.extra.children().find(|child| is_lost(child.name())) {
        return Err(IllFormed::Foreign {
            element: String::from(lost.name()),
        });
    }
    if form.reported.is_some() || !form.items.is_empty() {
        return Err(IllFormed::Table);
    }
    let mut types = form
        .fields
        .iter()
        .filter(|field| field.var.as_deref() == Some(FORM_TYPE));
    match (types.next(), types.next()) {
        (Some(field), None) if field.kind == Some(FieldKind::Hidden) && field.values.len() == 1 => {
        }
        _ => return Err(IllFormed::Untyped),
    }
    let mut out = Vec::new();
    joined(form.fields.iter().map(field), GROUP, &mut out)?;
    Ok(out)
}

fn field(field: &Field) -> Result<Vec<u8>, IllFormed> {
    let mut out = texts([field.var.as_deref().unwrap_or_default()])?;
    joined(
        field.values.iter().map(|value| texts([&**value])),
        RECORD,
        &mut out,
    )?;
    Ok(out)
}

impl fmt::Display for Unverifiable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnsupportedHash => f.write_str("the hash function is not supported"),
            Self::IllFormed(why) => why.fmt(f),
        }
    }
}

impl fmt::Display for IllFormed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign { element } => {
                write!(f, "the element `{}` has no place in it", for_log(element))
            }
            Self::Table => f.write_str("there is a form that is a table"),
            Self::Untyped => f.write_str("there is a form without a single hidden `FORM_TYPE`"),
            Self::Separator => {
                f.write_str("there is a character that separates the parts of the hash")
            }
        }
    }
}

impl core::error::Error for Unverifiable {}

impl core::error::Error for IllFormed {}
