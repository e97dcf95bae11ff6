//! The verification string: how it is made of an answer, and what keeps it from being made.

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
use xmpp_xml::{Base64, RawElement, Value as _};

use crate::info::{Feature, Identity, Response};

/// What came of checking an answer against what was announced.
///
/// [XEP-0115, section 5.4](https://xmpp.org/extensions/xep-0115.html#ver-proc)
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub enum Verification {
    /// The answer is what was announced, so it holds for everybody who announces the same.
    Valid,
    /// The answer is something else. It must not be taken for what others announce; one of them may answer better.
    Mismatch {
        /// The verification string of the answer.
        computed: String,
    },
    /// The legacy format was announced: there is nothing to check, and the answer holds for who gave it.
    Legacy,
    /// The hash function is not supported: the answer cannot be checked and holds only for who gave it.
    UnsupportedHash,
    /// The answer has no verification string.
    IllFormed(IllFormed),
}

impl Verification {
    /// Whether the answer is what was announced.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        *self == Self::Valid
    }
}

/// Why there is no verification string.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unverifiable {
    /// The hash function is not [supported](is_supported).
    UnsupportedHash,
    /// The answer is such that it must not have one.
    IllFormed(IllFormed),
}

/// What is wrong with an answer that must not have a verification string.
///
/// [XEP-0115, section 5.4](https://xmpp.org/extensions/xep-0115.html#ver-proc), step 3
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IllFormed {
    /// Two identities are the same in category, type, language and name.
    DuplicateIdentity {
        /// The four, with a slash between them.
        identity: String,
    },
    /// Two features are the same.
    DuplicateFeature {
        /// The name of the feature.
        var: String,
    },
    /// Two forms are about the same.
    DuplicateForm {
        /// The `FORM_TYPE` of both.
        form_type: String,
    },
    /// A form is about several things.
    AmbiguousForm {
        /// Two different values of its `FORM_TYPE`.
        form_types: [String; 2],
    },
    /// An identity, a feature or a form is not valid, and only [kept](xmpp_xml::Invalid::Keep): what it says would not
    /// go into the verification string.
    Invalid {
        /// The name of the element.
        element: String,
    },
}

/// The verification string of an answer: what stands in [`ver`](super::Capabilities::ver).
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

/// The text that is hashed: all that an answer says, sorted, each part with a `<` after it.
///
/// To look at where two sides do not agree on a verification string. Parts go in as they read once the XML has been
/// decoded, and only once: the name `&amp;lt;` goes in as `&lt;`. The language of an identity is that of its own
/// `xml:lang`, not an inherited one; what is absent counts as empty. Forms without a hidden `FORM_TYPE` stay out, and so
/// does all that is neither identity, feature nor form.
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

/// The one value of all that the form has of `FORM_TYPE`, hidden or not; absent where it has none.
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

/// Names and values of the fields, but for what the form is about.
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

/// The first that is there twice.
fn duplicate<T: PartialEq>(sorted: &[T]) -> Option<&T> {
    let mut pairs = sorted.iter().zip(sorted.iter().skip(1));
    pairs.find(|(a, b)| a == b).map(|(a, _)| a)
}

/// Whether verification strings can be made with this hash function.
///
/// They can with all that are registered with IANA or in XEP-0300, but for `md2`, which no longer keeps anybody from
/// making another answer for the same hash, and the `shake` functions, whose names do not say how long a hash is.
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
                write!(f, "there are two identities `{identity}`")
            }
            Self::DuplicateFeature { var } => write!(f, "there are two features `{var}`"),
            Self::DuplicateForm { form_type } => {
                write!(f, "there are two forms about `{form_type}`")
            }
            Self::AmbiguousForm { form_types: [a, b] } => {
                write!(f, "there is a form about both `{a}` and `{b}`")
            }
            Self::Invalid { element } => write!(f, "the element `{element}` is not valid"),
        }
    }
}

impl core::error::Error for Unverifiable {}

impl core::error::Error for IllFormed {}
