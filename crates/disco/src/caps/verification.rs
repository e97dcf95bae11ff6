//! The verification string: how it is computed from an answer, and why there may be none.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use blake2::{Blake2b256, Blake2b512};
use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::{Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use xmpp_data_forms::form::{FORM_TYPE, Field, FieldKind, Form};
use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::{Base64, RawElement, Value as _, for_log};

use crate::info::{Feature, Identity, Response};

/// The result of verifying an answer against the announced hash.
///
/// [XEP-0115, section 5.4](https://xmpp.org/extensions/xep-0115.html#ver-proc)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
#[non_exhaustive]
pub enum Verification {
    /// The answer is the announced one, so it applies to every entity that announces the same hash.
    Valid,
    /// The answer is another one. Do not use it for other entities that announce the hash; query one of them instead.
    Mismatch {
        /// The verification string of the answer.
        computed: String,
    },
    /// The legacy format was announced: nothing can be verified, and the answer applies only to the entity that sent it.
    Legacy,
    /// The hash function is not supported: the answer cannot be verified and applies only to the entity that sent it.
    UnsupportedHash,
    /// The answer is ill-formed.
    IllFormed(IllFormed),
}

impl Verification {
    /// Whether the answer is the announced one.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        *self == Self::Valid
    }
}

/// Why there is no verification string.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unverifiable {
    /// The hash function is not [supported](is_supported).
    UnsupportedHash,
    /// The answer is ill-formed.
    IllFormed(IllFormed),
}

/// Why an answer is ill-formed and must not have a verification string.
///
/// [XEP-0115, section 5.4](https://xmpp.org/extensions/xep-0115.html#ver-proc), step 3
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IllFormed {
    /// Two identities have the same category, type, language and name.
    DuplicateIdentity {
        /// The four, separated by slashes.
        identity: String,
    },
    /// Two features are identical.
    DuplicateFeature {
        /// The name of the feature.
        var: String,
    },
    /// Two forms have the same `FORM_TYPE`.
    DuplicateForm {
        /// The `FORM_TYPE` of both.
        form_type: String,
    },
    /// A form has several different values of `FORM_TYPE`.
    AmbiguousForm {
        /// Two of the values.
        form_types: [String; 2],
    },
    /// An identity, a feature or a form is invalid, and was only [kept](xmpp_xml::Invalid::Keep): it would be missing from
    /// the verification string.
    Invalid {
        /// The name of the element.
        element: String,
    },
}

/// The verification string of an answer, as in [`ver`](super::Capabilities::ver).
///
/// # Errors
/// The hash function is not supported, or the answer is ill-formed.
///
/// [XEP-0115, section 5.1](https://xmpp.org/extensions/xep-0115.html#ver-gen)
pub fn verification_string(info: &Response, hash: &Algorithm) -> Result<String, Unverifiable> {
    let function = function(hash).ok_or(Unverifiable::UnsupportedHash)?;
    let input = hash_input(info).map_err(Unverifiable::IllFormed)?;
    Ok(Base64(function(input.as_bytes())).to_text())
}

/// The hash input: all of the answer, sorted, with a `<` after each part.
///
/// For debugging hash mismatches. Parts are decoded exactly once: the name `&amp;lt;` goes in as `&lt;`. The language of
/// an identity is its own `xml:lang`, not an inherited one; `None` counts as empty. Forms without a hidden `FORM_TYPE` are
/// left out, and so is everything that is not an identity, feature or form.
///
/// # Errors
/// The answer is ill-formed.
///
/// [XEP-0115, section 5.1](https://xmpp.org/extensions/xep-0115.html#ver-gen)
pub fn hash_input(info: &Response) -> Result<String, IllFormed> {
    let is_lost =
        |raw: &&RawElement| raw.is_a::<Identity>() || raw.is_a::<Feature>() || raw.is_a::<Form>();
    if let Some(lost) = info.extra.children().find(is_lost) {
        return Err(IllFormed::Invalid {
            element: String::from(lost.node().name()),
        });
    }
    let mut input = String::new();
    for identity in identities(info)? {
        push(&mut input, &identity.join("/"));
    }
    for var in features(info)? {
        push(&mut input, var);
    }
    for (form_type, form) in forms(info)? {
        push(&mut input, form_type);
        for (var, values) in fields(form) {
            push(&mut input, var);
            for value in values {
                push(&mut input, value);
            }
        }
    }
    Ok(input)
}

fn push(input: &mut String, part: &str) {
    input.push_str(part);
    input.push('<');
}

/// Category, type, language and name of the identities, in that order of importance.
fn identities(info: &Response) -> Result<Vec<[&str; 4]>, IllFormed> {
    let mut identities: Vec<[&str; 4]> = info
        .identities
        .iter()
        .map(|identity| {
            let lang = identity.lang.as_ref().map_or("", |lang| lang.as_str());
            let name = identity.name.as_deref().unwrap_or_default();
            [&identity.category, &identity.kind, lang, name]
        })
        .collect();
    identities.sort_unstable();
    match duplicate(&identities) {
        None => Ok(identities),
        Some(identity) => Err(IllFormed::DuplicateIdentity {
            identity: identity.join("/"),
        }),
    }
}

fn features(info: &Response) -> Result<Vec<&str>, IllFormed> {
    let mut features: Vec<&str> = info.features.iter().map(|feature| &*feature.var).collect();
    features.sort_unstable();
    match duplicate(&features) {
        None => Ok(features),
        Some(&var) => Err(IllFormed::DuplicateFeature {
            var: String::from(var),
        }),
    }
}

/// The forms that count, by what they are about: those that say so in a field that is hidden.
fn forms(info: &Response) -> Result<Vec<(&str, &Form)>, IllFormed> {
    let mut forms = Vec::new();
    for form in &info.forms {
        forms.extend(form_type(form)?.map(|form_type| (form_type, form)));
    }
    forms.sort_by_key(|&(form_type, _)| form_type);
    let form_types: Vec<&str> = forms.iter().map(|&(form_type, _)| form_type).collect();
    if let Some(&form_type) = duplicate(&form_types) {
        return Err(IllFormed::DuplicateForm {
            form_type: String::from(form_type),
        });
    }
    // Only now: section 5.4 has the ill-formed sorted out before it speaks of forms to ignore.
    forms.retain(|(_, form)| {
        let mut fields = form.fields.iter().filter(|field| is_form_type(field));
        fields.all(|field| field.kind == Some(FieldKind::Hidden))
    });
    Ok(forms)
}

/// The single value of all `FORM_TYPE` fields of the form, hidden or not. `None` if there is none.
fn form_type(form: &Form) -> Result<Option<&str>, IllFormed> {
    let fields = form.fields.iter().filter(|field| is_form_type(field));
    let mut values = fields.flat_map(|field| &field.values).map(|value| &**value);
    let Some(first) = values.next() else {
        return Ok(None);
    };
    match values.find(|value| *value != first) {
        None => Ok(Some(first)),
        Some(other) => Err(IllFormed::AmbiguousForm {
            form_types: [String::from(first), String::from(other)],
        }),
    }
}

/// Names and values of the fields, except for `FORM_TYPE`.
fn fields(form: &Form) -> Vec<(&str, Vec<&str>)> {
    let fields = form.fields.iter().filter(|field| !is_form_type(field));
    let mut fields: Vec<(&str, Vec<&str>)> = fields
        .map(|field| {
            let mut values: Vec<&str> = field.values.iter().map(|value| &**value).collect();
            values.sort_unstable();
            (field.var.as_deref().unwrap_or_default(), values)
        })
        .collect();
    fields.sort_unstable();
    fields
}

fn is_form_type(field: &Field) -> bool {
    field.var.as_deref() == Some(FORM_TYPE)
}

/// The first repeated entry.
fn duplicate<T: PartialEq>(sorted: &[T]) -> Option<&T> {
    let mut pairs = sorted.iter().zip(sorted.iter().skip(1));
    pairs.find(|(a, b)| a == b).map(|(a, _)| a)
}

/// Whether verification strings can be computed with this hash function.
///
/// All functions that are registered with IANA or in XEP-0300 are supported, except for `md2`, which no longer
/// prevents collisions, and the `shake` functions, whose names do not determine the length of the hash.
#[must_use]
pub fn is_supported(hash: &Algorithm) -> bool {
    function(hash).is_some()
}

/// From what is hashed to the hash.
pub(crate) type Function = fn(&[u8]) -> Vec<u8>;

pub(crate) fn function(hash: &Algorithm) -> Option<Function> {
    Some(match hash {
        Algorithm::Md5 => digest::<Md5>,
        Algorithm::Sha1 => digest::<Sha1>,
        Algorithm::Sha224 => digest::<Sha224>,
        Algorithm::Sha256 => digest::<Sha256>,
        Algorithm::Sha384 => digest::<Sha384>,
        Algorithm::Sha512 => digest::<Sha512>,
        Algorithm::Sha3_224 => digest::<Sha3_224>,
        Algorithm::Sha3_256 => digest::<Sha3_256>,
        Algorithm::Sha3_384 => digest::<Sha3_384>,
        Algorithm::Sha3_512 => digest::<Sha3_512>,
        Algorithm::Blake2b256 => digest::<Blake2b256>,
        Algorithm::Blake2b512 => digest::<Blake2b512>,
        _ => return None,
    })
}

fn digest<D: Digest>(data: &[u8]) -> Vec<u8> {
    D::digest(data).to_vec()
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
            Self::DuplicateIdentity { identity } => {
                write!(f, "there are two identities `{}`", for_log(identity))
            }
            Self::DuplicateFeature { var } => {
                write!(f, "there are two features `{}`", for_log(var))
            }
            Self::DuplicateForm { form_type } => {
                write!(f, "there are two forms about `{}`", for_log(form_type))
            }
            Self::AmbiguousForm { form_types: [a, b] } => {
                let (a, b) = (for_log(a), for_log(b));
                write!(f, "there is a form about both `{a}` and `{b}`")
            }
            Self::Invalid { element } => {
                write!(f, "the element `{}` is not valid", for_log(element))
            }
        }
    }
}

impl core::error::Error for Unverifiable {}

impl core::error::Error for IllFormed {}
