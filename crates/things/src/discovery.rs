//! Thing registries, in which owners find and claim their things.
//!
//! ```
//! use xmpp_things::discovery::{Mine, Tag};
//!
//! let claim = Mine::new(Tag::read_code("IoTDisco;SN:394;MAN:www.ktc.se;#V:1.2;KEY:48\\;57").expect("a code"));
//! assert_eq!(
//!     xmpp_xml::to_string(&claim)?,
//!     "<mine xmlns='urn:xmpp:iot:discovery'><str name='SN' value='394'/><str name='MAN' value='www.ktc.se'/>\
//!      <num name='V' value='1.2'/><str name='KEY' value='48;57'/></mine>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0347, Internet of Things - Discovery](https://xmpp.org/extensions/xep-0347.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of registries.
pub const NS: &str = "urn:xmpp:iot:discovery";

/// The beginning of the text of a QR code with the tags of a thing.
const CODE: &str = "IoTDisco";

/// Registers a thing, in an iq of type `set` from the thing. Whoever knows all of its tags can claim it. The result is
/// empty, or a [`Claimed`] if it has been claimed before.
///
/// [XEP-0347 §3.6](https://xmpp.org/extensions/xep-0347.html#register)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "register", derive(Debug, PartialEq, Eq))]
#[xml(new = "A thing with these tags.", parameters = [tags], with)]
#[non_exhaustive]
pub struct Register {
    /// Whether the thing owns itself, and is public immediately.
    #[xml(attribute = "selfOwned", default)]
    pub self_owned: bool,
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// The metadata of the thing.
    #[xml(child, strict)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Claims the thing that has exactly these tags, in an iq of type `set` from its owner. The result is a [`Claimed`].
///
/// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "mine", derive(Debug, PartialEq, Eq))]
#[xml(new = "Claims the thing with these tags.", parameters = [tags], with)]
#[non_exhaustive]
pub struct Mine {
    /// Whether everybody can find the thing. `None` means `true`.
    #[xml(attribute, strict)]
    pub public: Option<bool>,
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// The metadata of the thing.
    #[xml(child, strict)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A claim: in the result of a [`Mine`], the claimed thing; in an iq of type `set` to the thing, and in the result of its
/// [`Register`], the owner.
///
/// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "claimed", derive(Debug, PartialEq, Eq))]
#[xml(new = "A claim of this thing, or by this owner.", parameters = [jid], with)]
#[non_exhaustive]
pub struct Claimed {
    /// The JID of the thing, or of its owner.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether everybody can find the thing. `None` means `true`.
    #[xml(attribute, strict)]
    pub public: Option<bool>,
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Removes the thing from public searches, in an iq of type `set` from its owner.
///
/// [XEP-0347 §3.10](https://xmpp.org/extensions/xep-0347.html#remove)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "remove", derive(Debug, PartialEq, Eq))]
#[xml(new = "Removes this thing from public searches.", parameters = [jid], with)]
#[non_exhaustive]
pub struct Remove {
    /// The thing.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Informs a thing that it was removed from public searches, in an iq of type `set`.
///
/// [XEP-0347 §3.10](https://xmpp.org/extensions/xep-0347.html#remove)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "removed", derive(Debug, PartialEq, Eq))]
#[xml(new = "The thing itself.", with)]
#[non_exhaustive]
pub struct Removed {
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Updates the metadata of a thing, in an iq of type `set` from the thing or its owner. A tag with an empty value is
/// removed; tags not listed stay.
///
/// [XEP-0347 §3.13](https://xmpp.org/extensions/xep-0347.html#update)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "update", derive(Debug, PartialEq, Eq))]
#[xml(new = "Updates these tags.", parameters = [tags], with)]
#[non_exhaustive]
pub struct Update {
    /// The JID of the thing, if the sender is its owner. `None` means the sender.
    #[xml(attribute, strict)]
    pub jid: Option<Jid>,
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// The metadata of the thing.
    #[xml(child, strict)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Unregisters a thing, in an iq of type `set` from the thing.
///
/// [XEP-0347 §3.16](https://xmpp.org/extensions/xep-0347.html#unregister)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "unregister", derive(Debug, PartialEq, Eq))]
#[xml(new = "The thing itself.", with)]
#[non_exhaustive]
pub struct Unregister {
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Gives up ownership of a thing, in an iq of type `set` from the owner.
///
/// [XEP-0347 §3.17](https://xmpp.org/extensions/xep-0347.html#disown)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "disown", derive(Debug, PartialEq, Eq))]
#[xml(new = "Gives up ownership of this thing.", parameters = [jid], with)]
#[non_exhaustive]
pub struct Disown {
    /// The thing.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Informs a thing that it has no owner any more, in an iq of type `set` to it, or in the result of an [`Update`].
///
/// [XEP-0347 §3.17](https://xmpp.org/extensions/xep-0347.html#disown)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "disowned", derive(Debug, PartialEq, Eq))]
#[xml(new = "The thing itself.", with)]
#[non_exhaustive]
pub struct Disowned {
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Searches for the things that meet all conditions, in an iq of type `get`. The answer is a [`Found`]. An invalid condition
/// makes the whole element invalid, because the search would find other things without it.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "search", derive(Debug, PartialEq, Eq))]
#[xml(new = "Searches for all things.", with)]
#[non_exhaustive]
pub struct Search {
    /// The number of results to skip. `None` means 0.
    #[xml(attribute)]
    pub offset: Option<u64>,
    /// The maximum number of results. `None` leaves it to the registry.
    #[xml(attribute = "maxCount")]
    pub max_count: Option<u64>,
    /// The conditions that compare a tag with a value.
    #[xml(child, strict)]
    pub comparisons: Vec<Comparison>,
    /// The conditions that compare a tag with a range.
    #[xml(child, strict)]
    pub ranges: Vec<Range>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A condition that compares a tag with a value. The name of the element is the operator.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery", "strEq", "strNEq", "strGt", "strGtEq"))]
#[doc(alias("strLt", "strLtEq", "strMask", "numEq", "numNEq", "numGt"))]
#[doc(alias("numGtEq", "numLt", "numLtEq"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The tag of this name, and a value.", parameters = [operator, name, value], with)]
#[non_exhaustive]
pub struct Comparison {
    /// The operator.
    #[xml(name)]
    pub operator: Operator,
    /// The name of the tag, case-insensitive.
    #[xml(attribute)]
    pub name: String,
    /// The value; for [`Operator::StrMask`], a pattern.
    #[xml(attribute)]
    pub value: String,
    /// The wildcard: the text that matches anything in the pattern. `None` for other operators.
    #[xml(attribute)]
    pub wildcard: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A comparison of a tag with a value, as text or as numbers.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Operator {
    /// `strEq`: texts are equal
    #[xml(token = "strEq")]
    StrEq,
    /// `strNEq`: texts are not equal
    #[xml(token = "strNEq")]
    StrNEq,
    /// `strGt`: the text is greater than the value
    #[xml(token = "strGt")]
    StrGt,
    /// `strGtEq`: the text is greater than or equal to the value
    #[xml(token = "strGtEq")]
    StrGtEq,
    /// `strLt`: the text is less than the value
    #[xml(token = "strLt")]
    StrLt,
    /// `strLtEq`: the text is less than or equal to the value
    #[xml(token = "strLtEq")]
    StrLtEq,
    /// `strMask`: the text matches the pattern
    #[xml(token = "strMask")]
    StrMask,
    /// `numEq`: numbers are equal
    #[xml(token = "numEq")]
    NumEq,
    /// `numNEq`: numbers are not equal
    #[xml(token = "numNEq")]
    NumNEq,
    /// `numGt`: the number is greater than the value
    #[xml(token = "numGt")]
    NumGt,
    /// `numGtEq`: the number is greater than or equal to the value
    #[xml(token = "numGtEq")]
    NumGtEq,
    /// `numLt`: the number is less than the value
    #[xml(token = "numLt")]
    NumLt,
    /// `numLtEq`: the number is less than or equal to the value
    #[xml(token = "numLtEq")]
    NumLtEq,
}

/// A condition that compares a tag with a range. The name of the element is the operator.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery", "strRange", "strNRange", "numRange"))]
#[doc(alias("numNRange"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A condition on the tag with this name, with these limits.", parameters = [operator, name, min, max], with)]
#[non_exhaustive]
pub struct Range {
    /// The operator.
    #[xml(name)]
    pub operator: RangeOperator,
    /// The name of the tag, case-insensitive.
    #[xml(attribute)]
    pub name: String,
    /// The lower bound.
    #[xml(attribute)]
    pub min: String,
    /// Whether the range includes the lower bound. `None` means `true`.
    #[xml(attribute = "minIncluded", strict)]
    pub min_included: Option<bool>,
    /// The upper bound.
    #[xml(attribute)]
    pub max: String,
    /// Whether the range includes the upper bound. `None` means `true`.
    #[xml(attribute = "maxIncluded", strict)]
    pub max_included: Option<bool>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A comparison of a tag with a range, as text or as numbers.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum RangeOperator {
    /// `strRange`: the text is within the range
    #[xml(token = "strRange")]
    StrRange,
    /// `strNRange`: the text is outside of the range
    #[xml(token = "strNRange")]
    StrNRange,
    /// `numRange`: the number is within the range
    #[xml(token = "numRange")]
    NumRange,
    /// `numNRange`: the number is outside of the range
    #[xml(token = "numNRange")]
    NumNRange,
}

/// The answer to a [`Search`]: the things found.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "found", derive(Debug, PartialEq, Eq))]
#[xml(new = "A result with these things.", parameters = [things], with)]
#[non_exhaustive]
pub struct Found {
    /// Whether there are more results.
    #[xml(attribute, default)]
    pub more: bool,
    /// The things.
    #[xml(child)]
    pub things: Vec<Thing>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A thing found.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "thing", derive(Debug, PartialEq, Eq))]
#[xml(new = "The thing of this owner.", parameters = [owner, jid], with)]
#[non_exhaustive]
pub struct Thing {
    /// The owner.
    #[xml(attribute)]
    pub owner: Jid,
    /// The thing.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node identifier of the thing at a concentrator. `None` if the thing has a JID of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// The metadata of the thing.
    #[xml(child)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A metadata tag of a thing: a text or a number, by the name of the element.
///
/// [XEP-0347 §3.6](https://xmpp.org/extensions/xep-0347.html#register)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery", "str", "num"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The tag of this name and value.")]
#[non_exhaustive]
pub struct Tag {
    /// Whether it is a text or a number.
    #[xml(name)]
    pub kind: TagKind,
    /// The name of the tag, such as `SN`, case-insensitive.
    #[xml(attribute)]
    pub name: String,
    /// The value as text.
    #[xml(attribute)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Tag {
    /// Parses the text of a QR code into tags, in their order. `None` if the text is not in this format.
    ///
    /// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
    #[must_use]
    pub fn read_code(code: &str) -> Option<Vec<Self>> {
        let mut rest = code.strip_prefix(CODE)?;
        let mut tags = Vec::new();
        while !rest.is_empty() {
            let tag = rest.strip_prefix(';')?;
            let (kind, tag) = match tag.strip_prefix('#') {
                Some(number) => (TagKind::Num, number),
                None => (TagKind::Str, tag),
            };
            let (name, text) = tag.split_once(':')?;
            if !is_name(name) {
                return None;
            }
            let (value, after) = unescape(text)?;
            rest = after;
            tags.push(Self::new(kind, name, value));
        }
        Some(tags)
    }

    /// The text for a QR code with these tags. `None` if a name is empty, or has a character that would end it, or would be read as
    /// another tag: `:`, `;`, `#`, `\\` or white space.
    ///
    /// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
    #[must_use]
    pub fn write_code<'t>(tags: impl IntoIterator<Item = &'t Self>) -> Option<String> {
        let mut code = String::from(CODE);
        for tag in tags {
            if !is_name(&tag.name) {
                return None;
            }
            code.push(';');
            if tag.kind == TagKind::Num {
                code.push('#');
            }
            code.push_str(&tag.name);
            code.push(':');
            for c in tag.value.chars() {
                if matches!(c, ';' | '\\') {
                    code.push('\\');
                }
                code.push(c);
            }
        }
        Some(code)
    }
}

/// Whether a tag of this name can be written as text.
fn is_name(name: &str) -> bool {
    let is_odd = |c: char| matches!(c, ':' | ';' | '#' | '\\') || c.is_whitespace();
    !name.is_empty() && !name.contains(is_odd)
}

/// The value at the beginning of a text, and what is behind it: nothing, or a semicolon. `None` if an escape is cut off.
fn unescape(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            ';' => return Some((value, text.get(at..)?)),
            '\\' => value.push(chars.next()?.1),
            _ => value.push(c),
        }
    }
    Some((value, ""))
}

/// Whether a tag is a text or a number.
///
/// [XEP-0347 §3.6](https://xmpp.org/extensions/xep-0347.html#register)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum TagKind {
    /// `str`: a text
    #[xml(token = "str")]
    Str,
    /// `num`: a number
    #[xml(token = "num")]
    Num,
}
